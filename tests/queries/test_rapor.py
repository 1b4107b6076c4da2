"""Every headline equals the rows its drill-down shows: the rapor under random filters, counted again from the rows."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import capaian, kelengkapan, konsistensi, rapor, serapan, warehouse
from queries.comparisons import kelengkapan as ukuran
from queries.saring import Saring
from tests.conftest import examples
from tests.pages import gudang_contoh, lke_contoh

HARI = date(2024, 6, 30)
SATKER = ["kode_satker", "tahun"]
JENIS = ("Renstra", "RKT", "PK", "LK")


def with_divisi(connection: duckdb.DuckDBPyConnection, **row: Any) -> None:
    """The same row under one of two programs or none."""
    program = ("PROGRAM Dukungan Manajemen", "Penyelenggaraan Pemilu", None)[row["indikator_id"] % 3]
    row["program_id"] = gudang_contoh.named(connection, "program", None, program)
    INSERT(connection, **row)


INSERT = gudang_contoh.insert_indikator


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gudang_contoh, "insert_indikator", with_divisi)
        return lke_contoh.build(tmp_path_factory.mktemp("rapor"))


@pytest.fixture(autouse=True)
def terbit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(folder))


def some(*values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


SARINGAN = st.builds(
    Saring,
    satker=some("1674", "1971", "3572", "6471"),
    tahun=some(2020, 2021, 2022, 2023, 2024),
    jenis=st.one_of(st.just(()), some(*JENIS)),
    tingkat=st.one_of(st.just(()), some("program", "kegiatan", "sasaran_strategis", "ro", "total")),
    unit=st.one_of(st.just(()), some(gudang_contoh.KEUANGAN, "Teknis Penyelenggaraan", "komisioner", "tanpa divisi")),
    program=st.one_of(st.just(()), some("dukunganmanajemen", "penyelenggaraanpemilu")),
    kegiatan=st.one_of(st.just(()), some("logistik", "keuangan")),
    polaritas=st.one_of(st.just(()), some("maksimal", "ordinal")),
    baku=st.one_of(st.just(()), some("DIDIK", "OPINI-BPK", "TAHAPAN")),
)


def tally(rows: pl.DataFrame, column: str, words: dict[str, str]) -> pl.DataFrame:
    """How many rows of each word a satker and year has, in columns named as the rapor names them."""
    return rows.group_by(SATKER).agg(
        *((pl.col(column) == word).sum().cast(pl.Int64).alias(name) for name, word in words.items())
    )


def counted(saring: Saring) -> pl.DataFrame:
    """The rapor counted from the rows that its drill-downs show."""
    indikator, janji = capaian.banding(saring), konsistensi.banding(saring)
    words = {"n_tercapai": "tercapai", "n_meleset": "tidak tercapai", "n_tak_terhitung": "tak terhitung"}
    kept = {"n_sama": "sama", "n_turun": "turun", "n_naik": "naik", "n_hilang": "hilang"}
    docs = {"n_dokumen_ada": "ada", "n_dokumen_belum": "belum", "n_dokumen_menunggu": "sebagian menunggu"}
    of_documents = Saring(satker=saring.satker, tahun=saring.tahun)
    parts = [
        tally(indikator, "status", words),
        indikator.group_by(SATKER).agg(pl.col("capaian").median().alias("median_capaian")),
        tally(janji, "status", {**kept, "n_tak_terbanding": "tak terbanding"}),
        janji.group_by(SATKER).agg(pl.len().cast(pl.Int64).alias("n_janji")),
        tally(kelengkapan.wajib(of_documents, HARI), "keadaan", docs),
        money(serapan.rincian(saring)),
        findings(saring),
    ]
    keys = pl.concat([part.select(SATKER) for part in parts]).unique()
    for part in parts:
        keys = keys.join(part, on=SATKER, how="left")
    return keys.with_columns(pl.selectors.starts_with("n_").fill_null(0)).sort(SATKER)


def findings(saring: Saring) -> pl.DataFrame:
    """How many temuan of the list each satker has in each year: those it is about, else those of its document."""
    found = konsistensi.temuan(konsistensi.Request(saring)).join(covered(), on="berkas", how="left")
    none = pl.col("tahun_semua").list.len() == 0
    years = pl.when(none).then("tahun_berkas").otherwise(pl.col("tahun_semua").cast(pl.List(pl.Int16)))
    each = found.drop("tahun").with_columns(years.alias("tahun")).explode("tahun")
    asked = each.filter(pl.col("tahun").is_in(list(saring.tahun))) if saring.tahun else each
    return (
        asked.group_by(SATKER)
        .agg(
            pl.len().cast(pl.Int64).alias("n_temuan"),
            (pl.col("keparahan") == "kritis").sum().cast(pl.Int64).alias("n_temuan_kritis"),
        )
        .filter(pl.col("tahun").is_between(2020, 2024))
    )


@cache
def covered() -> pl.DataFrame:
    """The years that each document covers."""
    years = pl.int_ranges("tahun_awal", pl.col("tahun_akhir") + 1).cast(pl.List(pl.Int16)).alias("tahun_berkas")
    return kelengkapan.documents(Saring()).select("berkas", years)


def money(lines: pl.DataFrame) -> pl.DataFrame:
    """Pagu, and serapan of the lines with both figures; nothing where a figure cannot be read."""
    whole = ~pl.col("alasan").is_in(["pagu_rusak", "realisasi_rusak"]).fill_null(value=False).any()
    both = pl.col("pagu").is_not_null() & pl.col("realisasi").is_not_null()
    spent, given = (pl.col(name).filter(both).sum() for name in ("realisasi", "pagu"))
    readable = ~(pl.col("alasan") == "pagu_rusak").fill_null(value=False).any() & pl.col("pagu").is_not_null().any()
    return lines.group_by(SATKER).agg(
        pl.when(readable).then(pl.col("pagu").sum()).alias("pagu"),
        pl.when(whole & (given > 0)).then(spent * 100.0 / given).alias("serapan"),
    )


def every_year(folder: Path, saring: Saring) -> pl.DataFrame:
    """The rapor of every year at once, as the questions take it from the macro."""
    (path,) = folder.glob("*.duckdb")
    with duckdb.connect(str(path), read_only=True, config=warehouse.READER_CONFIG) as connection:
        given = {"saring": saring.struct(), "hari": HARI}
        return connection.sql("select * from rapor($saring, $hari)", params=given).pl()


@given(SARINGAN)
@examples(0.2)
def test_the_rapor_counts_the_rows_that_stand_behind_it(folder: Path, saring: Saring) -> None:
    expected = counted(saring)
    assert_same(every_year(folder, saring).select(expected.columns).sort(SATKER), expected)


def assert_same(shown: pl.DataFrame, expected: pl.DataFrame) -> None:
    rounded = pl.col(pl.Float64).round(6)
    assert shown.with_columns(rounded).rows() == expected.with_columns(rounded).rows()


@given(SARINGAN)
@examples(0.1)
def test_the_years_are_the_sums_of_the_satker(saring: Saring) -> None:
    names = [
        "n_indikator",
        "n_tercapai",
        "n_janji",
        "n_dokumen_wajib",
        "n_temuan",
        "pagu_terbanding",
        "realisasi_terbanding",
    ]
    for year in rapor.deret(saring, HARI).iter_rows(named=True):
        rows = rapor.baris(saring, year["tahun"], HARI)
        assert year["jumlah_satker"] == len(rows)
        assert {name: year[name] or 0 for name in names} == {name: int(rows[name].sum()) for name in names}
        assert year["median_capaian"] == capaian.banding(of_year(saring, year["tahun"]))["capaian"].median()


def of_year(saring: Saring, tahun: int) -> Saring:
    return replace(saring, tahun=(tahun,))


@given(SARINGAN, st.sampled_from(["satker", "program", "kegiatan", "divisi", "sasaran"]))
@examples(0.2)
def test_parts_of_the_money_are_the_sums_of_their_lines(saring: Saring, menurut: str) -> None:
    parts, lines = serapan.banding(saring, menurut), serapan.rincian(saring, menurut)
    assert parts["jumlah_baris"].sum() == len(lines)
    whole = parts.filter(pl.col("alasan").ne_missing("pagu_rusak"))
    readable = lines.filter(pl.col("alasan").ne_missing("pagu_rusak"))
    if len(whole) == len(parts):
        assert whole["pagu"].sum() == readable["pagu"].sum()
    assert serapan.jumlah(saring, menurut)["pagu"].sum() == parts["pagu"].sum()


def test_the_year_before_stands_beside_and_the_newest_year_that_most_report_is_opened():
    rows = rapor.baris(Saring(satker=("1674",)), 2024, HARI).row(0, named=True)
    before = rapor.baris(Saring(satker=("1674",)), 2023, HARI).row(0, named=True)
    assert rows["n_indikator"] > 0 and before["n_indikator"] > 0
    names = ["n_indikator", "n_tercapai", "median_capaian", "serapan", "n_janji", "n_dokumen_ada", "n_temuan"]
    assert {name: rows[f"{name}_lalu"] for name in names} == {name: before[name] for name in names}
    assert rapor.tahun_baku(Saring(), HARI) == 2024
    assert rapor.tahun_baku(Saring(satker=("0000",)), HARI) is None


@given(st.dates(date(2019, 1, 1), date(2026, 12, 31)))
@examples(0.1)
def test_what_is_due_is_asked_with_the_day_and_says_what_the_measure_says(hari: date) -> None:
    asked = kelengkapan.wajib(Saring(), hari)
    stored = kelengkapan.wajib(Saring(), date(9999, 1, 1))
    assert set(stored["keadaan"]) <= {ukuran.ADA, ukuran.MENUNGGU, ukuran.BELUM}
    assert asked.equals(ukuran.on(stored, hari))


def test_the_view_is_the_rapor_without_a_filter(folder: Path):
    (path,) = folder.glob("*.duckdb")
    with duckdb.connect(str(path), read_only=True, config=warehouse.READER_CONFIG) as connection:
        view = connection.sql(
            "select * exclude (periode) from v_rapor where tahun = 2024 order by provinsi, kode_satker"
        ).pl()
    asked = rapor.baris(Saring(), 2024, date.today())
    assert asked.select(view.columns).equals(view)


@given(SARINGAN)
@examples(0.5)
def test_an_indikator_counts_the_satker_that_stand_behind_it(saring: Saring) -> None:
    rows = capaian.banding(saring)
    said = capaian.indikator(saring)
    words = {"n_tercapai": "tercapai", "n_meleset": "tidak tercapai", "n_tak_terhitung": "tak terhitung"}
    counted = rows.group_by("kunci", "tahun").agg(
        pl.len().cast(pl.Int64).alias("jumlah_satker"),
        *((pl.col("status") == word).sum().cast(pl.Int64).alias(name) for name, word in words.items()),
        pl.col("capaian").median().alias("median_capaian"),
        pl.col("capaian").min().alias("terendah"),
        pl.col("capaian").max().alias("tertinggi"),
    )
    assert said.select(counted.columns).sort("kunci", "tahun").equals(counted.sort("kunci", "tahun"))
    assert said["n_meleset"].to_list() == sorted(said["n_meleset"].to_list(), reverse=True)
