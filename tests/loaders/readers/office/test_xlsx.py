from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import lembar
from loaders.readers.lembar import Lembar
from loaders.readers.number_format import print_number
from loaders.readers.office.xlsx import read
from loaders.values.numbers import Ambigu, parse_nilai, parse_rupiah
from tests.loaders.readers import bad_files as buat
from tests.loaders.readers.angka import DIGIT_TERSEMBUNYI, NOL_TERSEMBUNYI, SEMUA, TERCETAK

HEADER = ("No", "Sasaran", "Indikator", "Target")


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Callable[[Workbook, Worksheet], None]], Lembar]:
    """Write a workbook with a sheet "Target" and read it."""

    def make(fill: Callable[[Workbook, Worksheet], None]) -> Lembar:
        path = tmp_path / "a.xlsx"
        with xlsxwriter.Workbook(str(path)) as workbook:
            fill(workbook, workbook.add_worksheet("Target"))
        return read(path)

    return make


def lines(lembar: Lembar) -> list[str]:
    return [line.teks for line in lembar.baris]


# numbers ------------------------------------------------------------------------------------------------------------
def test_numbers_are_read_as_their_format_prints_them(book) -> None:
    def fill(workbook, sheet) -> None:
        for number, (value, form, _) in enumerate(SEMUA):
            sheet.write(number, 0, f"baris {number}")
            sheet.write_number(number, 1, value, workbook.add_format({"num_format": form}))

    wanted = [f"baris {number}\t{text}" for number, (_, _, text) in enumerate(SEMUA) if text]
    assert [line for line in lines(book(fill)) if "\t" in line and line.split("\t")[1]] == wanted


@pytest.mark.parametrize("cases", [TERCETAK, DIGIT_TERSEMBUNYI, NOL_TERSEMBUNYI])
def test_what_a_format_keeps_from_the_eye_is_said(cases) -> None:
    said = {id(TERCETAK): None, id(DIGIT_TERSEMBUNYI): "digit_tersembunyi", id(NOL_TERSEMBUNYI): "nol_tersembunyi"}
    assert [print_number(value, form).catatan for value, form, _ in cases] == [said[id(cases)]] * len(cases)


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(float),
    st.decimals(0, 10**6, places=3).map(float),
    st.decimals(0, 10, places=6).map(float),
)


@given(NUMBERS, st.sampled_from(["General", "0", "0.0", "0.00", "0.000", "#,##0", "#,##0.00", '0" kali"', "#,##0_)"]),
       st.booleans(), st.sampled_from([None, "%", "kali"]))  # fmt: skip
def test_a_printed_number_is_never_read_as_another(value, form, counted, unit) -> None:
    try:
        read_back = parse_nilai(print_number(value, form).teks, counted=counted, satuan=unit).nilai
    except Ambigu:
        return
    assert read_back == pytest.approx(value, rel=1e-12)


@given(st.decimals(0, 20, places=7), st.sampled_from(["0%", "0.0%", "0.00%", "0.000%", "#,##0%"]))
def test_a_printed_percentage_is_never_read_as_another(value: Decimal, form: str) -> None:
    assert parse_nilai(print_number(float(value), form).teks).nilai == pytest.approx(float(value * 100), rel=1e-12)


@given(
    st.one_of(st.integers(0, 10**14), st.decimals(0, 10**9, places=3)),
    st.sampled_from(["General", "#,##0", '"Rp" #,##0']),
)
def test_printed_money_is_read_whole_or_not_at_all(value, form) -> None:
    try:
        money = parse_rupiah(print_number(float(value), form).teks)
    except Ambigu:
        return
    assert money.keadaan == "rusak" or money.rupiah == value


@given(st.floats(), st.text(st.sampled_from('0#?.,%;"\\\\_*[]@E+ymdhs-Rp GeneralAM/PM<>=1'), max_size=12))
def test_any_number_in_any_format_is_printed(value: float, form: str) -> None:
    assert isinstance(print_number(value, form).teks, str)


@pytest.mark.parametrize("form", ["%" * 255, "0." + "0" * 250, "0" + "," * 250, "%" * 100_000, "[" * 255, '"' * 255])
def test_a_hostile_format_is_printed_too(form: str) -> None:
    for value in (1.7e308, -5e-324, 0.1):
        assert len(print_number(value, form).teks) < 2_000


# cells --------------------------------------------------------------------------------------------------------------
def test_text_logic_and_errors_stay_as_they_are(book) -> None:
    def fill(workbook, sheet) -> None:
        sheet.write_row(0, 0, ("satu", "dua"))
        sheet.write_string(1, 0, "1,234")
        sheet.write_boolean(1, 1, True)
        sheet.write_formula(1, 2, "=A1/0", None, "#DIV/0!")
        sheet.write_rich_string(1, 3, "7 keca", workbook.add_format({"bold": True}), "matan", " lain")
        sheet.write_string(1, 4, "dua\nbaris\u00ad")

    assert lines(book(fill))[1] == "1,234\tTRUE\t#DIV/0!\t7 kecamatan lain\tdua baris"


def test_a_formula_gives_its_stored_value_and_without_one_no_number(book, tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1" t="str"><f>"x"</f><v>x</v></c><c r="B1"><f>1+1</f><v>2</v></c>'
    cells += '<c r="C1"><f>1+2</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>'
    path = tmp_path / "b.xlsx"
    path.write_bytes(buat.xlsx(data=cells))
    lembar = read(path)
    assert lines(lembar) == ["x\t2\t(rumus tanpa nilai)"]
    assert lembar.catatan == (
        "Lembar Target: 1 rumus tidak menyimpan hasil. Buka di Excel, simpan, lalu baca ulang (baris 1).",
    )
    with pytest.raises(Ambigu):
        parse_nilai("(rumus tanpa nilai)")


def test_the_zero_of_a_formula_nobody_computed_is_no_zero(book) -> None:
    def fill(_, sheet) -> None:
        sheet.write(0, 0, "Jumlah")
        sheet.write_formula(0, 1, "=SUM(C1:C9)")

    assert lines(book(fill)) == ["Jumlah\t(rumus tanpa nilai)"]


def test_a_merged_cell_stands_in_its_first_place(book) -> None:
    def fill(_, sheet) -> None:
        sheet.merge_range("A1:A2", "Indikator")
        sheet.merge_range("B1:C1", "Target")
        sheet.write_row(1, 1, (2023, 2024))
        sheet.write_row(2, 0, ("Nilai", "B", "BB"))

    assert lines(book(fill)) == ["Indikator\tTarget\t", "\t2023\t2024", "Nilai\tB\tBB"]


def test_what_a_merge_hides_is_not_read(tmp_path: Path) -> None:
    row = "".join(f'<c r="{c}1"><v>{n}</v></c>' for n, c in enumerate("ABC"))
    parts = buat.xlsx_parts(data=f'<row r="1">{row}</row>')
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    merged = sheet.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    path = tmp_path / "a.xlsx"
    path.write_bytes(buat.zipped({**parts, "xl/worksheets/sheet1.xml": merged}))
    assert lines(read(path)) == ["0\t\t2"]


def test_signs_that_stand_for_characters_are_read_as_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(buat.xlsx((("dua_x000D_\nbaris", "_x0025_"),)))
    assert lines(read(path)) == ["dua baris\t%"]


def test_a_sheet_that_shows_no_zeros_prints_none(book) -> None:
    def fill(_, sheet) -> None:
        sheet.hide_zero()
        sheet.write_row(0, 0, ("Nilai", 0, 5))

    lembar = book(fill)
    assert lines(lembar) == ["Nilai\t\t5"]
    assert lembar.catatan == (
        "Lembar Target: 1 sel bernilai 0 tidak tercetak sebagai 0; dibaca seperti tercetak (baris 1).",
    )


# titles, tables and sheets --------------------------------------------------------------------------------------------
def test_titles_are_prose_and_headings_inside_a_table_are_cells(book) -> None:
    def fill(_, sheet) -> None:
        sheet.write(0, 0, "Tabel 3. Target Kinerja")
        sheet.write(1, 0, "KPU Kota")
        sheet.write_row(3, 0, HEADER)
        sheet.write(4, 0, "I. Program")
        sheet.write_row(5, 0, (1, "Sasaran a", "Indikator a", "90%"))
        sheet.write(6, 2, "sambungan")
        sheet.write_row(8, 0, (2, "Sasaran b", "Indikator b", "80%"))
        sheet.write(10, 0, "Serang, 5 Januari 2024")

    assert lines(book(fill)) == [
        "Tabel 3. Target Kinerja", "KPU Kota", "", "\t".join(HEADER), "I. Program\t\t\t",
        "1\tSasaran a\tIndikator a\t90%", "\t\tsambungan\t", "", "2\tSasaran b\tIndikator b\t80%", "",
        "Serang, 5 Januari 2024",
    ]  # fmt: skip


def test_the_title_of_a_second_table_is_not_a_row_of_the_first(book) -> None:
    def fill(_, sheet) -> None:
        for top, title in ((0, "Tabel 1"), (5, "Tabel 2")):
            sheet.write(top, 1, title)
            sheet.write_row(top + 1, 1, HEADER)
            sheet.write_row(top + 2, 1, (1, "a", "b", "90%"))

    table = ["\t".join(HEADER), "1\ta\tb\t90%"]
    assert lines(book(fill)) == ["Tabel 1", "", *table, "", "Tabel 2", "", *table]


def test_borders_tell_a_title_from_a_heading_where_no_gap_does(book) -> None:
    def fill(workbook, sheet) -> None:
        ruled = workbook.add_format({"border": 1})
        for top, title in ((0, "Tabel 1"), (4, "Tabel 2")):
            sheet.write(top, 0, title)
            sheet.write_row(top + 1, 0, HEADER, ruled)
            sheet.merge_range(top + 2, 0, top + 2, 3, "I. Program", ruled)
            sheet.write_row(top + 3, 0, (1, "a", "b", "90%"), ruled)
        sheet.write_row(9, 1, ("Ketua", "Sekretaris"))

    table = ["\t".join(HEADER), "I. Program\t\t\t", "1\ta\tb\t90%"]
    assert lines(book(fill)) == ["Tabel 1", "", *table, "", "Tabel 2", "", *table, "", "Ketua Sekretaris"]


def test_every_sheet_is_read_under_its_name_and_every_row_says_where_it_stands(book) -> None:
    def fill(workbook, sheet) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(6, 0, (1, "a", "b", "90%"))
        workbook.add_worksheet("Kosong")
        other = workbook.add_worksheet("Rahasia")
        other.write_row(0, 0, ("x", "y"))
        other.hide()
        workbook.add_worksheet("Pagu").write_row(2, 0, ("a", "b"))

    lembar = book(fill)
    assert [(line.teks, line.tempat) for line in lembar.baris] == [
        ("Lembar: Target", "lembar Target"), ("", None),
        ("\t".join(HEADER), "lembar Target, baris 1"), ("", None),
        ("1\ta\tb\t90%", "lembar Target, baris 7"), ("", None),
        ("Lembar: Pagu", "lembar Pagu"), ("", None), ("a\tb", "lembar Pagu, baris 3"),
    ]  # fmt: skip
    assert [line.nomor for line in lembar.baris] == list(range(1, 10))
    assert lembar.catatan == ("Lembar Rahasia disembunyikan dan tidak dibaca.",)


def test_hidden_rows_and_columns_are_read_and_said(book) -> None:
    def fill(workbook, sheet) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, (1, "a", "b", "90%"))
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})

    lembar = book(fill)
    assert lines(lembar)[1] == "1\ta\tb\t90%"
    assert lembar.catatan == (
        "Lembar Target: 1 baris disembunyikan; tetap dibaca (baris 2).",
        "Lembar Target: 1 kolom disembunyikan; tetap dibaca (kolom 3).",
    )


def test_dates_may_begin_in_1904(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write(0, 0, "Tanggal")
        sheet.write_number(0, 1, 44070, workbook.add_format({"num_format": "dd/mm/yyyy"}))
    assert lines(read(path)) == ["Tanggal\t2024-08-28"]


# limits and what is no workbook ---------------------------------------------------------------------------------------
def test_a_cell_far_away_costs_nothing(book) -> None:
    def fill(_, sheet) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write(1048575, 16383, "jauh")

    assert lines(book(fill)) == ["\t".join(HEADER), "", "jauh"]


def test_a_merged_range_of_all_cells_there_can_be_costs_nothing(tmp_path: Path) -> None:
    parts = buat.xlsx_parts((("a", "b"), ("c", "d")))
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    merged = sheet.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    path = tmp_path / "a.xlsx"
    path.write_bytes(buat.zipped({**parts, "xl/worksheets/sheet1.xml": merged}))
    assert lines(read(path)) == ["a"]


def test_a_workbook_saved_as_strict_open_xml_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet().write_row(0, 0, ("Nilai", 90))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = "http://purl.oclc.org/ooxml/"
    for old, new in (("spreadsheetml/2006/main", "spreadsheetml/main"), ("officeDocument/2006/", "officeDocument/")):
        usual = "http://schemas.openxmlformats.org/"
        parts = {name: text.replace(usual + old, strict + new) for name, text in parts.items()}
    assert "http://schemas.openxmlformats.org/spreadsheetml" not in parts["xl/worksheets/sheet1.xml"]
    path.write_bytes(buat.zipped(parts))
    assert lines(read(path)) == ["Nilai\t90"]


def test_too_many_cells_are_refused_with_the_place(book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.readers.lembar.MAKS_SEL", 7)
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 7 sel sampai lembar Target, baris 2"):
        book(lambda _, sheet: [sheet.write_row(row, 0, HEADER) for row in (0, 1)])


def test_a_cell_longer_than_a_cell_can_be_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(buat.xlsx((("a", "b"), ("c", "x" * (lembar.MAKS_PANJANG_SEL + 1)))))
    with pytest.raises(
        BerkasTidakTerbaca, match=re.escape("lembar Target, baris 2 memuat teks lebih dari 32.767 huruf")
    ):
        read(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (buat.docx(), "bukan buku kerja Excel .xlsx"),
        (buat.xls(), "buku kerja Excel 97–2003"),
        (buat.encrypted_office(), "kata sandi"),
        (buat.xlsx()[:400], "terpotong atau rusak"),
        (b"bukan zip", "terpotong atau rusak"),
        (buat.xlsx(data='<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "rusak"),
        (buat.xlsx(data='<row r="1"><c r="satu"><v>7</v></c></row>'), "rusak"),
        (buat.xlsx(doctype=buat.LAUGHS), "rusak"),
        (buat.xlsx((("a", "&b;"),), doctype="<!DOCTYPE x [<!ENTITY b 'c'>]>"), "rusak"),
    ],
)
def test_what_is_no_sound_workbook_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(BerkasTidakTerbaca, match=words):
        read(path)
