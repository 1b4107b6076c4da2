"""Every walker honours every flag of every column: corrections, versions, previews, proof."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from loaders import columns, lembar_kerja
from loaders.columns import COLUMNS, Column
from loaders.koreksi import Koreksi, current, ledger
from loaders.lembar_kerja.shape import LEMBAR
from loaders.proof import hold_unproven
from loaders.publish import schema
from loaders.readers.lembar import Baris, Lembar
from loaders.records import (
    Capaian,
    Hambatan,
    Indikator,
    Keraguan,
    Konteks,
    MataAnggaran,
    RealisasiAnggaran,
    Record,
    Sasaran,
    Tabel,
    Tercetak,
)
from loaders.register import diff
from loaders.values import Nilai, Uang, parse_nilai, parse_rupiah
from pages.components.columns import COLUMNS as SHOWN
from pages.components.columns import Column as Shown
from pages.components.columns import column as shown_as
from queries import dokumen
from tests.pages import gudang_contoh

NEW = {
    "kode_program": ("WB", "076.01.WB"), "kode_kegiatan": ("6709", "6709"), "kode_kro": ("QGE", "QGE"),
    "kode_ro": ("002", "002"), "target": ("91%", 91), "realisasi": ("92%", 92), "capaian_tercetak": ("93", 93),
    "pagu": ("2.000", 2_000_000), "realisasi_anggaran": ("1.800", 1_800_000), "persen_tercetak": ("94,5", 94.5),
    "tvro": ("4", 4), "rvro": ("3", 3), "efisiensi_tercetak": ("5,5", 5.5),
}  # fmt: skip
"""Column → what a person types, and the value that gives; words are taken as typed."""
WORDS = ("Kata lain", "Kata lain")
LINE = "Seluruh baris seperti tercetak"


def table() -> Tabel:
    """One record of each kind on line 1, every column of it filled; money in thousands, year 2024."""
    indikator = Indikator(
        1, 2, "program", "Persentase layanan", Sasaran(1, "Terwujudnya layanan"), "Tujuan", "Program A", "Kegiatan A",
        unit_pelaksana="Subbagian A", target={2024: parse_nilai("90%")},
        capaian={2024: Capaian(parse_nilai("80%"), "88,9", 88.9)},
    )  # fmt: skip
    mata = MataAnggaran(
        1, 2, "ro", "Layanan A", "076.01.WA", "3355", "EBA", "001", "Program A", "Kegiatan A", "KRO A",
        pagu={2024: parse_rupiah("1.000", scale=1000), None: parse_rupiah("3.000", scale=1000)},
        realisasi={2024: RealisasiAnggaran(parse_rupiah("900", scale=1000), 90.0, 2, 1, 10.0)},
    )  # fmt: skip
    hambatan = Hambatan(1, 2, 1, "Logistik", "Gudang banjir", "Musim hujan", "Gudang dipindah")
    found = Tabel("T", "Judul", "uji", "LK", skala=1000, nasib={1: "dimuat", 2: "sambungan"})
    found.indikator, found.anggaran, found.hambatan = [indikator], [mata], [hambatan]
    for one in found.records:
        for column in columns.of(type(one)):
            if not column.by_year and column.get(one) is None:
                column.put(one, None, "Kata")
    return found


def record(found: Tabel, column: Column) -> Record:
    return next(one for one in found.records if type(one) is column.of)


def year(column: Column) -> int | None:
    return 2024 if column.by_year else None


def lembar(*, ocr: bool = False) -> Lembar:
    return Lembar("uji.pdf", tuple(Baris(n, LINE, 1, ocr=ocr) for n in (1, 2)))


def correct(found: Tabel, kolom: str, text: str) -> list[str]:
    koreksi = Koreksi("x.csv", 1, kolom, LINE, text, "alasan", "Tim", date(2026, 1, 1))
    return [str(error) for error in ledger.attempt([found], lembar(), [koreksi])]


def typed(column: Column) -> tuple[str, object]:
    return NEW.get(column.name, WORDS)


def plain(value: object) -> object:
    """What a value says, its printed text aside."""
    if isinstance(value, Nilai):
        return value.nilai
    return value.rupiah if isinstance(value, Uang) else value.persen if isinstance(value, Tercetak) else value


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Column]]:
    """Puts a column into the list with other flags."""

    def forget() -> None:
        for kept in (columns.of, columns._by_holder):
            kept.cache_clear()

    def put(column: Column, **changes: object) -> Column:
        other = replace(column, **changes)
        monkeypatch.setattr(columns, "COLUMNS", tuple(other if one is column else one for one in COLUMNS))
        forget()
        return other

    yield put
    monkeypatch.undo()
    forget()


def named(column: Column) -> str:
    return f"{column.of.__name__}.{column.name}"


EACH = pytest.mark.parametrize("column", COLUMNS, ids=named)


@EACH
def test_every_column_stands_on_its_record_and_is_walked(column: Column) -> None:
    one = record(table(), column)
    assert column.get(one, year(column)) is not None
    assert column.text(one, year(column))
    assert (column, year(column)) in [(found, when) for found, when, _ in columns.values(one)]


@EACH
def test_a_correctable_column_can_be_corrected_and_says_so(column: Column, listed: Callable[..., Column]) -> None:
    text, value = typed(column)
    kolom = column.called(record(table(), column), year(column))
    for asked in {kolom, column.name}:
        found = table()
        found.tahun = (2024,)
        assert correct(found, asked, text) == []
        one = record(found, column)
        assert plain(column.get(one, year(column))) == value
        assert asked in one.kolom_dikoreksi
        if column.of is Sasaran:
            assert "sasaran" in found.indikator[0].kolom_dikoreksi
        elif column.grammar.marked and column.name != "capaian_tercetak":
            assert getattr(column.get(one, year(column)), "keadaan") == "dikoreksi"  # noqa: B009
    listed(column, correctable=False)
    found = table()
    found.keep(lambda one: type(one) is column.of or (column.of is Sasaran and one is found.indikator[0]))
    (error,) = correct(found, kolom, text)
    assert "tidak ada isian" in error
    offered = set(error.rpartition("yang dapat dikoreksi: ")[2].rstrip(".").split(", "))
    kinds = {type(one) for one in found.records}
    assert offered == {one.name for one in COLUMNS if one.of in kinds and one is not column}


@EACH
def test_words_a_person_set_mark_every_value_of_the_row_and_only_they(column: Column) -> None:
    found = table()
    assert correct(found, column.called(record(found, column), year(column)), typed(column)[0]) == []
    one = found.indikator[0] if column.of is Sasaran else record(found, column)
    others = [v for c, when, v in columns.values(one) if isinstance(v, Nilai | Uang) and (c, when) != (column, 2024)]
    marked = {value.keadaan for value in others}
    assert marked <= ({"ada"} if column.grammar.marked else {"dikoreksi"})


@EACH
def test_what_is_in_doubt_waits_and_its_correction_lets_it_in(column: Column) -> None:
    found = table()
    one = record(found, column)
    kolom = column.called(one, year(column))
    found.doubt(1, kolom, "ragu", "Tidak terbaca.")
    assert current.proposal(found, found.keraguan[0]) == column.text(one, year(column))
    waits = table()
    waits.doubt(1, kolom, "ragu", "Tidak terbaca.")
    assert ledger.attempt([waits], lembar(), []) == []
    assert waits.rows == []
    assert set(waits.nasib.values()) == {"dikarantina"}
    assert correct(found, kolom, typed(column)[0]) == []
    assert (found.keraguan, len(found.rows)) == ([], 3)


@EACH
def test_a_compared_column_is_in_the_difference_of_two_versions(column: Column, listed: Callable[..., Column]) -> None:
    if column.of is Sasaran or column.bunyi:
        return
    text, _ = typed(column)

    def changes() -> list[tuple[str, str, str, int | None]]:
        old, new = table(), table()
        for one in (old, new):
            one.tahun = (2024,)
        column_value = column.grammar.read(text, record(new, column), new)
        column.put(record(new, column), year(column), column_value)
        return [(c.jenis, c.angka.isi, c.angka.uraian, c.angka.tahun) for c in diff.compare([old], [new])]

    said = ("berubah", column.compared, record(table(), column).bunyi, 2024)
    assert changes() == ([said] if column.compared else [])
    listed(column, compared=None if column.compared else "baru")
    assert len(changes()) == (0 if column.compared else 1)


def test_a_hambatan_is_one_figure_and_other_words_are_another_hambatan() -> None:
    old, new = table(), table()
    for one in (old, new):
        one.tahun, one.indikator, one.anggaran = (2024,), [], []
    new.hambatan[0].upaya = "gudang  DIPINDAH"
    assert diff.compare([old], [new]) == []
    new.hambatan[0].upaya = None
    (change,) = diff.compare([old], [new])
    assert (change.jenis, change.angka.isi, change.angka.terbaca) == ("berubah", "hambatan", "")
    assert (change.lama and change.lama.teks, change.baru and change.baru.teks) == (
        "Logistik; Gudang banjir; Musim hujan; Gudang dipindah",
        "Logistik; Gudang banjir; Musim hujan",
    )
    new.hambatan[0].hambatan = "Gudang penuh"
    assert [c.jenis for c in diff.compare([old], [new])] == ["bertambah", "hilang"]


@EACH
def test_read_from_a_picture_a_column_waits_until_it_is_proven(column: Column, listed: Callable[..., Column]) -> None:
    def doubted() -> list[str]:
        found = table()
        found.tahun = (2024,)
        hold_unproven([found], lembar(ocr=True))
        return [doubt.kolom for doubt in found.keraguan]

    kolom = column.called(record(table(), column), year(column), alone=True)
    twins = sum(one.name == column.name for one in COLUMNS)
    assert kolom in doubted()
    listed(column, proven=False)
    assert (kolom in doubted()) == (twins > 1)


def test_a_total_is_about_nothing_and_known_words_need_no_proof() -> None:
    found = table()
    found.indikator, found.hambatan = [], []
    found.anggaran[0].tingkat = "total"
    hold_unproven([found], lembar(ocr=True))
    assert "uraian" not in {doubt.kolom for doubt in found.keraguan}


def test_the_words_of_a_budget_line_that_is_an_indikator_are_called_so() -> None:
    found = table()
    found.anggaran[0].tingkat, found.indikator = "indikator", []
    assert correct(found, "indikator", "Kata lain") == []
    assert (found.anggaran[0].uraian, found.anggaran[0].kolom_dikoreksi) == ("Kata lain", ["indikator"])
    hold_unproven([found], lembar(ocr=True))
    assert "indikator" in {doubt.kolom for doubt in found.keraguan}


def test_a_column_over_all_years_is_corrected_by_its_name_and_no_other_has_one() -> None:
    found = table()
    assert current.proposal(found, Keraguan(1, "pagu:jumlah", "ragu", "")) == "3.000"
    assert correct(found, "pagu:jumlah", "4.000") == []
    assert [found.anggaran[0].pagu[when].rupiah for when in (2024, None)] == [1_000_000, 4_000_000]
    (error,) = correct(table(), "target:jumlah", "4")
    assert "selalu milik satu tahun" in error


def test_an_unknown_column_is_refused_with_those_that_can_be_corrected() -> None:
    found = table()
    found.indikator, found.anggaran = [], []
    (error,) = correct(found, "cuaca", "Hujan")
    assert error.rstrip(".").endswith("yang dapat dikoreksi: aspek, hambatan, keterangan, upaya")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gudang_contoh.build(tmp_path_factory.mktemp("kolom"))


@pytest.fixture
def contoh(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read a small folder."""
    monkeypatch.setenv("SELARAS_TERBIT", str(small))


@EACH
def test_the_screen_calls_a_column_as_the_list_does(column: Column, contoh: None) -> None:
    words = column.grammar.jenis in ("kata", "kode")
    shown = shown_as(column.name, pl.String() if words else pl.Float64())
    assert shown.label == column.heading
    assert shown.kind == ("teks" if words else "rupiah" if column.unit == "rupiah" else "bilangan")
    assert not (own := SHOWN.get(column.name)) or not own.label


def test_a_column_that_the_pages_do_not_know_is_called_by_the_list(
    contoh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pagu", "tvro"):
        monkeypatch.delitem(SHOWN, name)
    assert shown_as("pagu", pl.Int64()) == Shown("Pagu (Rp)", "rupiah")
    assert shown_as("tvro", pl.Float64()) == Shown("TVRO", "bilangan")


@EACH
def test_a_correction_starts_from_the_line_of_words_and_from_no_value(column: Column, contoh: None) -> None:
    item = {"kolom": column.called(record(table(), column), 2024), "baris": 7, "teks": "seperti tercetak"}
    assert ("seperti tercetak" in dokumen.contoh_koreksi(item, date(2026, 1, 2))) == (not column.by_year)


@pytest.mark.parametrize(
    ("kolom", "right", "wrong"),
    [
        ("kode_program", ["076.01.WA", "076.02.06"], ["999.99.ZZ", "013.01.WA", "076.01.W", "076.01.0A", "WA", ""]),
        ("kode_kegiatan", ["3355"], ["335", "33555", "335A", "٣٣٥٥"]),
        ("kode_kro", ["EBA"], ["eba", "EB", "EB1"]),
        ("kode_ro", ["001", "EBA", "9A4"], ["01", "0001", "a01"]),
    ],
)
def test_a_code_has_the_shape_its_column_takes(kolom: str, right: list[str], wrong: list[str]) -> None:
    (column,) = [column for column in columns.of(MataAnggaran) if column.name == kolom]
    assert [code for code in (*right, *wrong) if not column.misshapen(code)] == right
    assert not column.misshapen(column.example)


@pytest.fixture(scope="module")
def declared() -> set[tuple[str, str]]:
    """(table or view, column) of everything the schema declares."""
    with duckdb.connect() as connection:
        schema.create(connection)
        return set(connection.sql("select table_name, column_name from duckdb_columns() where not internal").fetchall())


VIEWS: dict[type[Record], tuple[str, ...]] = {
    Indikator: ("v_target", "v_capaian"), Sasaran: ("v_target", "v_capaian"), MataAnggaran: ("v_pagu",),
         Hambatan: ("v_hambatan",),
}  # fmt: skip


def test_a_column_of_the_tables_is_in_the_list_or_said_to_be_derived(declared: set[tuple[str, str]]) -> None:
    listed = {(column.table, name) for column in COLUMNS for name in column.stored}
    assert listed - declared == set()
    derived = {name for names in columns.DERIVED.values() for name in names}
    there = {(table, name) for table, name in declared if table in {column.table for column in COLUMNS}}
    assert {place for place in there - listed if place[1] not in derived} == set()
    assert derived - {name for _, name in there - listed} == set()


@EACH
def test_a_column_of_the_list_is_published_in_its_view(column: Column, declared: set[tuple[str, str]]) -> None:
    shown = {name for view in VIEWS[column.of] for table, name in declared if table == view}
    assert set(column.stored) - {"satuan", "aturan_baca", "keadaan"} <= shown


def test_the_difference_of_versions_may_say_what_is_compared() -> None:
    text = (schema.SCHEMA / "tables.sql").read_text(encoding="utf-8")
    allowed = re.findall(r"isi varchar not null check \(isi in \(([^)]*)\)", text)
    assert {word.strip(" '") for word in allowed[0].split(",")} == {c.compared for c in COLUMNS if c.compared}


@EACH
def test_what_is_stored_of_a_value_is_what_it_says(column: Column) -> None:
    found = table()
    cells = column.cells(column.get(record(found, column), year(column)))
    assert plain(column.get(record(found, column), year(column))) in cells.values()
    assert column.text(record(found, column), year(column)) in cells.values() or column.grammar.jenis == "bilangan"


def test_a_line_that_no_record_covers_takes_no_correction_and_all_columns_are_named() -> None:
    found = table()
    found.keep(lambda one: False)
    (error,) = correct(found, "uraian", "Layanan")
    assert error.rstrip(".").endswith("yang dapat dikoreksi: " + ", ".join(columns.correctable()))


FILLED = {
    "tingkat": "Program", "tahun": "2024", "indikator": "Persentase layanan", "target": "90%", "realisasi": "80%",
    "uraian": "Layanan", "pagu": "1.000", "realisasi_anggaran": "900", "hambatan": "Gudang banjir",
}  # fmt: skip


@EACH
def test_the_workbook_asks_for_a_column_and_reads_it_back(column: Column) -> None:
    name = {MataAnggaran: "Anggaran", Hambatan: "Hambatan"}.get(column.of, "Realisasi")
    sheet = next(sheet for sheet in LEMBAR if sheet.nama == name)
    asked = {kolom.peran: kolom.judul for kolom in sheet.kolom}
    assert (column.name in asked) == (column.sel is not None)
    if column.sel is None:
        return
    text = typed(column)[0]
    cells = FILLED | {column.name: text}
    lines = ("\t".join(asked.values()), "\t".join(cells.get(role, "") for role in asked))
    page = Lembar("isian.xlsx", tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))
    (found,) = lembar_kerja.read(page, Konteks("LK", 2024, 2024))
    assert found.keraguan == []
    one = record(found, column)
    assert plain(column.get(one, year(column))) == plain(column.grammar.read(text, one, found))
