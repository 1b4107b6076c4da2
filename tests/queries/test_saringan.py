"""Every question × every dimension of the filter: what is left is what the same rule, written here again, leaves.

A question that drops a dimension fails, and so does one that is neither asked here nor declared in queries/saring.py as
not narrowed; a new dimension fails until every question hears it or is declared deaf to it.
"""

import json
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl
import pytest

from pages.components import saring_bar
from queries import capaian, jelajah, kelengkapan, konsistensi, saring, satker, serapan, target, warehouse
from queries.saring import Saring
from tests.pages import gudang_contoh, lke_contoh

QUESTIONS = {path.stem for path in warehouse.SQL_FOLDER.glob("*.sql")}
DIMENSIONS = [field.name for field in fields(Saring)]
NEVER = {"tahun": 1999}
"""What no row holds; for every other dimension a word that stands nowhere."""


class Question(NamedTuple):
    """How a question is asked, the rows its answer is made from, and the columns that name a row of the answer."""

    ask: Callable[[Saring], pl.DataFrame]
    of: str
    key: tuple[str, ...]


ROW, MONEY = ("indikator_id", "tahun"), ("mata_anggaran_id", "tahun")
HARI = date(2026, 12, 1)
PLACE = ("berkas", "tabel", "baris", "tahun")
ASKED = {
    "capaian_banding": Question(capaian.banding, "banding_capaian", ("kode_satker", "tahun", "kunci")),
    "capaian_indikator": Question(capaian.indikator, "banding_capaian", ("kunci", "tahun")),
    "capaian_kantor": Question(capaian.kantor, "banding_capaian", ("kode_satker", "tahun")),
    "capaian_provinsi": Question(lambda s: capaian.provinsi(s, ()), "banding_capaian", ("provinsi", "kunci", "tahun")),
    "capaian_baris": Question(capaian.baris, "realisasi", ROW),
    "jelajah_capaian": Question(lambda s: jelajah.everything(jelajah.Request("capaian", s)), "realisasi", PLACE),
    "jelajah_hambatan": Question(
        lambda s: jelajah.everything(jelajah.Request("hambatan", s)), "hambatan", ("berkas", "baris")
    ),
    "jelajah_pagu": Question(lambda s: jelajah.everything(jelajah.Request("pagu", s)), "pagu", PLACE),
    "jelajah_target": Question(lambda s: jelajah.everything(jelajah.Request("target", s)), "target", PLACE),
    "kelengkapan_dokumen": Question(kelengkapan.documents, "dokumen", ("berkas",)),
    "kelengkapan_wajib": Question(lambda s: kelengkapan.wajib(s, HARI), "wajib", ("kode_satker", "tahun", "dokumen")),
    "konsistensi_banding": Question(
        konsistensi.banding, "banding_konsistensi", ("kode_satker", "tahun", "kunci", "mata_rantai")
    ),
    "konsistensi_matriks": Question(
        konsistensi.matriks, "banding_konsistensi", ("kode_satker", "tahun", "jenis_akhir")
    ),
    "kelengkapan_nilai": Question(kelengkapan.values, "semua", ("berkas", "jenis_dokumen", "tahun", "isi", "keadaan")),
    "lke_renstra": Question(lambda s: saring.ask("lke_renstra", s), "target", ("berkas", "baris")),
    "lke_riwayat": Question(lambda s: saring.ask("lke_riwayat", s), "realisasi", ("berkas", "baris", "tahun")),
    "pilihan_jumlah": Question(lambda s: saring.ask("pilihan_jumlah", s), "pilihan", ("dimensi", "nilai")),
    "rantai_baris": Question(lambda s: konsistensi.rantai(s, "1971", 2021), "indikator", ROW),
    "rantai_pilihan": Question(konsistensi.rantai_pilihan, "target", ("kode_satker", "tahun")),
    "satker_anggaran": Question(lambda s: satker.anggaran(s, "1674"), "pagu", MONEY),
    "satker_hambatan": Question(lambda s: satker.hambatan(s, "1674"), "hambatan", ("berkas", "baris")),
    "satker_janji": Question(lambda s: satker.janji(s, "1674"), "indikator", ROW),
    "satker_pilihan": Question(satker.pilihan, "semua", ("kode_satker",)),
    "serapan_banding": Question(
        lambda s: serapan.banding(s, "program"), "uang_program", ("kode_satker", "tahun", "kunci")
    ),
    "serapan_jumlah": Question(lambda s: serapan.jumlah(s, "kegiatan"), "uang_kegiatan", ("tahun", "kunci")),
    "serapan_rincian": Question(lambda s: serapan.rincian(s, "divisi"), "uang", MONEY),
    "serapan_baris": Question(lambda s: serapan.baris(s, "renstra-blitar.txt", "Tabel IV.2", "program"), "pagu", MONEY),
    "serapan_tabel": Question(serapan.tabel, "pagu", ("berkas", "tabel", "tingkat")),
    "target_indikator": Question(target.indikator, "target", ("kunci",)),
    "target_nilai": Question(lambda s: target.nilai(s, "LAPORAN-TEPAT-WAKTU"), "target", ROW),
    "temuan_kelompok": Question(
        lambda s: konsistensi.aturan_satker(konsistensi.Request(s)), "temuan", ("kode_satker", "kode_aturan")
    ),
    "temuan_daftar": Question(lambda s: konsistensi.temuan(konsistensi.Request(s)), "temuan", ("kode_temuan",)),
}


COUNTED = {"rapor_baris", "rapor_deret"}
"""Questions whose rows stay and whose counts the filter narrows: tests/queries/test_rapor.py, on random filters."""


def name_key(name: str) -> str:
    return re.sub("^program |[^a-z0-9]", "", name.lower())


# dimension → what of a row it looks at, as a list
LOOKED_AT: dict[str, pl.Expr] = {
    "provinsi": pl.concat_list("provinsi"),
    "satker": pl.concat_list("kode_satker"),
    "tahun": pl.concat_list("tahun"),
    "jenis": pl.concat_list("jenis_dokumen"),
    "tingkat": pl.concat_list("tingkat"),
    "unit": pl.concat_list("unit", pl.col("divisi").fill_null("tanpa divisi").str.split("; ")),
    "program": pl.concat_list(pl.col("program").map_elements(name_key, return_dtype=pl.String)),
    "kegiatan": pl.concat_list(pl.col("kegiatan").map_elements(name_key, return_dtype=pl.String)),
    "polaritas": pl.concat_list("polaritas"),
    "baku": pl.concat_list("kode_baku"),
    "sasaran_baku": pl.concat_list("kode_sasaran_baku"),
    "sasaran": pl.col("teks").str.to_lowercase().str.split(" "),
}


insert_indikator = gudang_contoh.insert_indikator


def under_programs(connection: duckdb.DuckDBPyConnection, **row: Any) -> None:
    """The same row, under one of two programs or none, and one of four kegiatan."""
    number = row["indikator_id"]
    program = ("PROGRAM Dukungan Manajemen", "Penyelenggaraan Pemilu", None)[number % 3]
    row["program_id"] = gudang_contoh.named(connection, "program", None, program)
    row["kegiatan_id"] = gudang_contoh.named(connection, "kegiatan", None, f"Kegiatan {number % 4}")
    kode = f"SASARAN-{'AB'[number % 2]}"
    connection.execute("insert or ignore into sasaran_baku values ($1, $1, 'contoh')", [kode])
    row["sasaran"] = f"{row['sasaran']} {kode[-1]}"
    insert_indikator(connection, **row, kode_sasaran_baku=kode)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample warehouse in which every dimension has several values, indikator of several program too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gudang_contoh, "insert_indikator", under_programs)
        return lke_contoh.build(tmp_path_factory.mktemp("saringan"))


@pytest.fixture(autouse=True)
def terbit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(folder))


@pytest.fixture(scope="module")
def rows(folder: Path) -> dict[str, pl.DataFrame]:
    """What the answers are made from: kind → the rows, with the columns LOOKED_AT names."""
    berkas = json.loads((folder / "kini.json").read_text(encoding="utf-8"))["berkas"]
    # Opened as the app opens it: DuckDB refuses one file under two configurations.
    with duckdb.connect(str(folder / berkas), read_only=True, config=warehouse.READER_CONFIG) as connection:
        views = {name: connection.sql(f"select * from {name}").pl() for name in VIEWS}
    teks = {"target": TEXT, "realisasi": TEXT, "pagu": TEXT_OF_MONEY}
    of = dict(zip(teks, ("v_target", "v_capaian", "v_pagu"), strict=True))
    kinds = {isi: views[of[isi]].with_columns(teks[isi], pl.lit(isi).alias("isi")) for isi in teks}
    wording = pl.col("indikator").str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars()
    kinds["target"] = kinds["target"].with_columns(pl.coalesce("kode_baku", wording).alias("kunci"))
    several = {"indikator": ("target", "realisasi"), "semua": ("target", "realisasi", "pagu")}
    for name, parts in several.items():
        kinds[name] = pl.concat([kinds[part] for part in parts], how="diagonal_relaxed")
    kinds["pilihan"] = pl.concat([holding(name, kinds["semua"]) for name in saring_bar.DIMENSIONS])
    kinds["hambatan"], kinds["wajib"] = views["v_hambatan"], views["v_kelengkapan"]
    for name in ("banding_capaian", "banding_konsistensi"):
        kinds[name] = views[f"v_{name}"].with_columns(TEXT)
    money = views["v_rincian_serapan"].with_columns(TEXT_OF_MONEY)
    kinds["uang"] = money.filter(pl.col("bagian").list.contains("divisi"))
    for part in ("program", "kegiatan"):
        of_part = money.filter(pl.col("bagian").list.contains(part))
        kinds[f"uang_{part}"] = of_part.with_columns(pl.col(f"kunci_{part}").alias("kunci"))
    kinds["dokumen"] = documents(views["v_dokumen"], kinds["semua"])
    kinds["temuan"] = findings(views["v_temuan"], kinds["dokumen"], kinds["semua"].filter(pl.col("isi") != "realisasi"))
    empty = pl.DataFrame(schema=dict.fromkeys(LOOKED, pl.String))
    return {
        name: pl.concat([frame, empty.select(set(LOOKED) - set(frame.columns))], how="diagonal")
        for name, frame in kinds.items()
    }


VIEWS = ("v_target", "v_capaian", "v_pagu", "v_hambatan", "v_dokumen", "v_temuan")
VIEWS += ("v_banding_capaian", "v_rincian_serapan", "v_banding_konsistensi", "v_kelengkapan")
LOOKED = ["unit", "divisi", "program", "kegiatan", "polaritas", "kode_baku", "teks", "tingkat"]
LOOKED += ["kode_sasaran_baku"]
TEXT = pl.concat_str("sasaran", "indikator", separator=" ", ignore_nulls=True).alias("teks")
TEXT_OF_MONEY = pl.concat_str("program", "kegiatan", "kro", "uraian", separator=" ", ignore_nulls=True).alias("teks")


def holding(dimension: str, rows: pl.DataFrame) -> pl.DataFrame:
    """A row for every value that a row holds of a dimension."""
    held = LOOKED_AT[dimension].list.eval(pl.element().cast(pl.String)).alias("nilai")
    return rows.with_columns(held, pl.lit(dimension).alias("dimensi")).explode("nilai").filter(pl.col("nilai") != "")


def documents(found: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """A document a row for every year it covers and every kind of document printed in it."""
    kinds = pl.concat([found.select("berkas", "jenis_dokumen"), rows.select("berkas", "jenis_dokumen")]).unique()
    years = pl.int_ranges("tahun_awal", pl.col("tahun_akhir") + 1).alias("tahun")
    return found.select("berkas", "kode_satker", "provinsi", years).explode("tahun").join(kinds, on="berkas")


def findings(found: pl.DataFrame, documents: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """A temuan a row for itself and for every printed row at its places, in every year it is about."""
    covered = documents.group_by("berkas").agg(pl.col("tahun").unique().cast(pl.Int16))
    own = found.join(covered.rename({"tahun": "tahun_berkas"}), on="berkas").with_columns(
        pl.when(pl.col("tahun_semua").list.len() > 0).then("tahun_semua").otherwise("tahun_berkas").alias("tahun")
    )
    other = pl.struct(pl.coalesce("berkas_lain", "berkas").alias("berkas"), pl.col("baris_lain").alias("baris"))
    places = own.select(
        "kode_temuan",
        "kode_aturan",
        "kode_satker",
        "provinsi",
        "tahun",
        pl.concat_list(pl.struct("berkas", "baris"), other),
    )
    places = places.explode("berkas").unnest("berkas")
    printed = rows.drop("kode_satker", "provinsi", "tahun").join(places, on=["berkas", "baris"])
    alone = own.select(
        "kode_temuan",
        "kode_aturan",
        "kode_satker",
        "provinsi",
        "jenis_dokumen",
        "tahun",
        pl.col("uraian").alias("teks"),
    )
    return pl.concat([alone, printed], how="diagonal_relaxed").explode("tahun")


def values(dimension: str, rows: pl.DataFrame) -> list[str | int]:
    """What rows hold of a dimension."""
    held = rows.select(LOOKED_AT[dimension].alias("held")).explode("held")["held"]
    return [value for value in held.unique().sort().to_list() if value not in (None, "")]


def left(dimension: str, value: str | int, rows: pl.DataFrame, key: tuple[str, ...]) -> pl.DataFrame:
    """The keys of the rows that hold a value."""
    held = LOOKED_AT[dimension].list
    found = held.join(" ").str.contains(str(value), literal=True) if dimension == "sasaran" else held.contains(value)
    return rows.filter(found.fill_null(value=False)).select(key).unique()


def chosen(dimension: str, value: str | int) -> Saring:
    given: dict[str, Any] = {dimension: value if isinstance(getattr(Saring(), dimension), str) else (value,)}
    return Saring(**given)


@cache
def whole(question: str) -> pl.DataFrame:
    return ASKED[question].ask(Saring())


def test_every_question_is_asked_here_or_declared_as_not_narrowed():
    declared = [question for questions in saring.UNFILTERED.values() for question in questions]
    known = [*ASKED, *declared, *COUNTED]
    assert len(known) == len(set(known)), "satu pertanyaan disebut dua kali dalam ASKED, UNFILTERED atau COUNTED"
    new = QUESTIONS - set(known)
    assert not new, f"masukkan {new} ke ASKED di berkas ini, atau ke UNFILTERED di queries/saring.py"
    assert set(known) == QUESTIONS, f"tidak ada lagi: {set(known) - QUESTIONS}"
    assert set(saring.UNHEARD) <= set(ASKED) | COUNTED


def test_every_dimension_stands_on_the_bar_and_has_values_to_choose():
    assert sorted([*saring_bar.DIMENSIONS, saring_bar.SEARCH]) == sorted(DIMENSIONS)
    assert set(saring.options()["dimensi"]) == set(saring_bar.DIMENSIONS)


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("question", ASKED)
def test_the_question_is_narrowed_by_the_dimension(question, dimension, rows):
    ask, kind, key = ASKED[question]
    everything = whole(question)
    # Not the frame itself: pytest would print it whole, many times.
    found = len(everything)
    assert found, f"gudang contoh tidak punya baris untuk {question}: tambahkan di tests/pages/lke_contoh.py"
    unheard, _ = saring.UNHEARD.get(question, ((), ""))
    of = rows[kind].join(everything.select(key).unique(), on=key, how="semi", nulls_equal=True)
    held = [value for value in values(dimension, of) if 0 < len(left(dimension, value, of, key)) < len(everything)]
    for value in [*held[:1], *held[1:][-1:], NEVER.get(dimension, "tidakada")]:
        answer = ask(chosen(dimension, value))
        if dimension in unheard:
            assert answer.equals(everything), value
        else:
            keys = left(dimension, value, of, key)
            expected = everything.join(keys, on=key, how="semi", nulls_equal=True).select(key)
            assert answer.select(key).sort(key).equals(expected.sort(key)), value
