"""What should exist of a satker for a year against what does. Pure, frame → frame; the rules: rules/kelengkapan.toml.

Nothing here knows today: a missing document carries the day it is due, and whether that day has come is asked with the
day (`on`), so that the same inputs make the same database for ever.
"""

import tomllib
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

ATURAN = Path(__file__).parents[1] / "rules" / "kelengkapan.toml"
ADA, MENUNGGU, BELUM, BELUM_JATUH_TEMPO = "ada", "sebagian menunggu", "belum", "belum jatuh tempo"
NASIONAL = "00"
"""The code of KPU RI, whose Renstra is everyone's from `nasional_mulai` on."""
WAJIB = ["kode_satker", "tahun", "dokumen"]


class AturanSalah(ValueError):
    """A rule file that contradicts itself."""


@cache
def rules() -> dict[str, Any]:
    """The rule file, proven whole: each document once, days that exist, periods that follow each other.

    Raises AturanSalah.
    """
    found = tomllib.loads(ATURAN.read_text(encoding="utf-8"))
    check(found)
    return found


def check(found: dict[str, Any]) -> None:
    """Raise AturanSalah for a document named twice, a day no year has, or periods with a gap or an overlap."""
    names = [rule["dokumen"] for rule in found["dokumen"]]
    if len(names) != len(set(names)):
        raise AturanSalah("setiap dokumen hanya boleh tercantum sekali")
    for rule in found["dokumen"]:
        month, day, _ = rule["jatuh_tempo"]
        try:
            date(2001, month, day)
        except ValueError as error:
            raise AturanSalah(f"{rule['dokumen']}: tanggal {day}-{month} tidak ada") from error
    for (_, end), (begin, _) in pairwise(found["renstra"]["periode"]):
        if begin != end + 1:
            raise AturanSalah("periode Renstra harus sambung-menyambung tanpa celah")


def due(dokumen: str, tahun: int) -> date:
    """The day on which a document for a year is due. Of a Renstra that no known period covers: in the year itself."""
    (rule,) = [rule for rule in rules()["dokumen"] if rule["dokumen"] == dokumen]
    month, day, later = rule["jatuh_tempo"]
    periods = rules()["renstra"]["periode"] if dokumen == "Renstra" else []
    first = next((begin for begin, end in periods if begin <= tahun <= end), tahun)
    return date(first + later, month, day)


def measure(satker: pl.DataFrame, held: pl.DataFrame, tahun: range) -> pl.DataFrame:
    """What every satker owes for every year, and what is there: one row a satker × tahun × dokumen.

    satker: kode_satker, provinsi, tingkat_satker of all there are; those of a provinsi of which anything is held owe.
    held: a row a document or table, kode_satker, tahun, jenis_dokumen, unit, dokumen_id, menunggu (lines that wait for
    a person), terbaca (whether any table of it was read). Output: WAJIB, urutan, keadaan (ADA, MENUNGGU or BELUM),
    dokumen_id (null: none), jumlah_menunggu, jatuh_tempo, sorted. A PK of which nobody knows the signer may be either:
    both wait for a person.
    """
    owed = _owed(satker, held, tahun)
    there = pl.concat([_there(held, rule) for rule in rules()["dokumen"]]).sort(*WAJIB, "keadaan", "dokumen_id")
    first = there.unique(WAJIB, keep="first", maintain_order=True)
    joined = owed.join(first, on=WAJIB, how="left", maintain_order="left")
    nasional = _nasional(held)
    everyone = joined.join(nasional, on=["tahun", "dokumen"], how="left", maintain_order="left")
    return everyone.select(
        *WAJIB,
        "urutan",
        pl.coalesce("keadaan", "keadaan_nasional", pl.lit(BELUM)).alias("keadaan"),
        pl.coalesce("dokumen_id", "dokumen_nasional").alias("dokumen_id"),
        pl.col("jumlah_menunggu").fill_null(0),
        "jatuh_tempo",
    )


def on(rows: pl.DataFrame, hari: date) -> pl.DataFrame:
    """The same as of a day: what is missing and may still come in time is BELUM_JATUH_TEMPO."""
    early = (pl.col("keadaan") == BELUM) & (pl.col("jatuh_tempo") >= hari)
    return rows.with_columns(pl.when(early).then(pl.lit(BELUM_JATUH_TEMPO)).otherwise("keadaan").alias("keadaan"))


def _owed(satker: pl.DataFrame, held: pl.DataFrame, tahun: range) -> pl.DataFrame:
    """Every satker × tahun × dokumen that is owed, with its place in the list and the day."""
    provinsi = satker.join(held, on="kode_satker", how="semi")["provinsi"].unique()
    owing = satker.filter(pl.col("tingkat_satker") != "kpu_ri", pl.col("provinsi").is_in(provinsi.to_list()))
    each = [
        {"dokumen": rule["dokumen"], "urutan": number, "tahun": year, "jatuh_tempo": due(rule["dokumen"], year)}
        for number, rule in enumerate(rules()["dokumen"], start=1)
        for year in tahun
    ]
    schema = {"dokumen": pl.String, "urutan": pl.Int64, "tahun": pl.Int64, "jatuh_tempo": pl.Date}
    return (
        owing.select("kode_satker")
        .join(pl.DataFrame(each, schema=schema), how="cross")
        .sort("kode_satker", "tahun", "urutan")
    )


def _there(held: pl.DataFrame, rule: dict[str, Any]) -> pl.DataFrame:
    """What is held of one document of the rule file, in the words of the measure."""
    signer = pl.col("unit").is_null() | (pl.col("unit") == rule["unit"]) if "unit" in rule else pl.lit(value=True)
    unsure = pl.col("unit").is_null() if "unit" in rule else pl.lit(value=False)
    waits = (pl.col("menunggu") > 0) | ~pl.col("terbaca") | unsure
    return held.filter(pl.col("jenis_dokumen") == rule["jenis"], signer).select(
        "kode_satker",
        pl.col("tahun").cast(pl.Int64),
        pl.lit(rule["dokumen"]).alias("dokumen"),
        pl.when(waits).then(pl.lit(MENUNGGU)).otherwise(pl.lit(ADA)).alias("keadaan"),
        "dokumen_id",
        pl.col("menunggu").cast(pl.Int64).alias("jumlah_menunggu"),
    )


def _nasional(held: pl.DataFrame) -> pl.DataFrame:
    """The years in which the Renstra of KPU RI is everyone's."""
    (rule,) = [rule for rule in rules()["dokumen"] if rule["dokumen"] == "Renstra"]
    own = _there(held.filter(pl.col("kode_satker") == NASIONAL), rule)
    since = own.filter(pl.col("tahun") >= rules()["renstra"]["nasional_mulai"])
    return (
        since.sort("tahun", "keadaan", "dokumen_id")
        .unique("tahun", keep="first", maintain_order=True)
        .select(
            "tahun",
            "dokumen",
            pl.col("keadaan").alias("keadaan_nasional"),
            pl.col("dokumen_id").alias("dokumen_nasional"),
        )
    )
