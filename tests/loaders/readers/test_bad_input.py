"""Hostile and broken files: a clear sentence or an inert text, within time and memory, and nothing left behind."""

from __future__ import annotations

import io
import os
import shutil
import struct
import tempfile
import time
import zipfile
import zlib
from pathlib import Path

import polars as pl
import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Lembar
from loaders.readers.lembar_json import MAKS_BARIS
from loaders.sandbox.limited import read_limited
from pages.components.downloads import csv_baku, excel_indonesia
from tests.loaders.readers import bad_files as buat

DETIK, MEGABITA = 40, 700
"""What any of these files may use; each reader's usual limits are wider."""


class Meja:
    """A folder with one file at a time, read within limits, looked over for leftovers afterwards."""

    def __init__(self, folder: Path, temporary: Path) -> None:
        self.folder, self.temporary = folder, temporary

    def read(self, name: str, content: bytes, megabytes: int = MEGABITA) -> Lembar:
        path = self.folder / name
        path.write_bytes(content)
        start = time.monotonic()
        try:
            return read_limited(path, seconds=DETIK, megabytes=megabytes)
        finally:
            assert time.monotonic() - start < DETIK
            assert list(self.temporary.iterdir()) == []
            assert [path.name for path in self.folder.iterdir()] == [name]
            assert path.read_bytes() == content
            path.unlink()

    def refusal(self, name: str, content: bytes) -> str:
        """The sentence with which the file is refused, by its reader and not by the limits."""
        with pytest.raises(BerkasTidakTerbaca) as caught:
            self.read(name, content)
        sentence = caught.value.sebab
        assert [word for word in ("MB memori", "detik", "mendadak", "oleh sistem", "lazim (") if word in sentence] == []
        assert "Error" not in sentence and "Exception" not in sentence
        assert caught.value.berkas == name
        assert len(sentence) > 20 and sentence.endswith(".")  # and no name of a Python error behind it
        return sentence

    def text(self, name: str, content: bytes) -> str:
        return "\n".join(baris.teks for baris in self.read(name, content).baris)


@pytest.fixture
def meja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Meja:
    (tmp_path / "berkas").mkdir()
    (tmp_path / "sementara").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "sementara"))
    return Meja(tmp_path / "berkas", tmp_path / "sementara")


SOUND = {
    "a.pdf": buat.pdf([buat.pdf_table()]),
    "a.docx": buat.docx(),
    "a.xlsx": buat.xlsx(),
    "a.xls": buat.xls(),
    "a.html": buat.html(),
    "a.csv": buat.csv(),
}


@pytest.mark.parametrize("name", SOUND)
def test_the_sound_twins_of_the_bad_files_are_read(meja: Meja, name: str) -> None:
    """Else a refusal below would prove nothing."""
    rows = [baris.sel for baris in meja.read(name, SOUND[name]).baris if baris.ada_sel]
    assert rows == [tuple(row) for row in buat.ROWS]


# --- locked ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", buat.pdf([buat.pdf_table()], password="rahasia")),
        ("a.docx", buat.encrypted_office()),
        ("a.xlsx", buat.encrypted_office()),
    ],
)
def test_a_password_is_named_and_the_way_out_too(meja: Meja, name: str, content: bytes) -> None:
    sentence = meja.refusal(name, content)
    assert "kata sandi" in sentence and "simpan tanpa" in sentence


def test_a_pdf_locked_against_changes_only_is_read(meja: Meja) -> None:
    assert "77,50%" in meja.text("a.pdf", buat.pdf([buat.pdf_table()], password=""))


# --- broken ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.98])
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.xls"])
def test_cut_office_files_are_refused(meja: Meja, name: str, share: float) -> None:
    content = SOUND[name]
    sentence = meja.refusal(name, content[: int(len(content) * share)])
    assert "terpotong" in sentence or "rusak" in sentence
    assert "ulang" in sentence


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_a_cut_pdf_is_refused_or_read_without_invention(meja: Meja, share: float) -> None:
    content = SOUND["a.pdf"]
    try:
        text = meja.text("a.pdf", content[: int(len(content) * share)])
    except BerkasTidakTerbaca as error:
        assert "rusak" in error.sebab or "tidak berisi" in error.sebab or "halaman" in error.sebab
    else:
        printed = {word for row in (*buat.ROWS, ("Tabel 1. Target Kinerja",)) for cell in row for word in cell.split()}
        assert set(text.split()) <= printed


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.xls", "a.csv", "a.html", "a.txt", "a.png"])
def test_an_empty_file_is_named_empty(meja: Meja, name: str) -> None:
    assert "kosong (0 bita)" in meja.refusal(name, b"")


def test_a_pdf_without_pages_is_refused(meja: Meja) -> None:
    assert "halaman" in meja.refusal("a.pdf", buat.pdf([]))


def test_a_pdf_of_two_thousand_pages_is_refused_with_advice(meja: Meja) -> None:
    sentence = meja.refusal("a.pdf", buat.pdf([b""] * 2000))
    assert "halaman" in sentence and "1.000" in sentence.replace("1000", "1.000")


def test_a_page_tree_that_contains_itself_ends(meja: Meja) -> None:
    try:
        text = meja.text("a.pdf", buat.pdf([buat.pdf_table()], kids="2 0 R 5 0 R 2 0 R"))
    except BerkasTidakTerbaca as error:
        assert error.sebab
    else:
        assert text.count("77,50%") <= 1


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        "",
        "not xml at all",
        "<a><b></a></b>",
        '<?xml version="1.0" encoding="latin-99"?><a/>',
        "<a>\x00</a>",
    ],
)
def test_malformed_xml_is_refused(meja: Meja, document: str) -> None:
    for name, parts, member in (
        ("a.docx", buat.docx_parts(), "word/document.xml"),
        ("a.xlsx", buat.xlsx_parts(), "xl/worksheets/sheet1.xml"),
        ("a.xlsx", buat.xlsx_parts(), "xl/workbook.xml"),
    ):
        sentence = meja.refusal(name, buat.zipped({**parts, member: document}))
        assert "rusak" in sentence or "bukan" in sentence


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_an_office_file_without_its_main_part_is_refused(meja: Meja, name: str) -> None:
    parts = buat.docx_parts() if name == "a.docx" else buat.xlsx_parts()
    del parts["word/document.xml" if name == "a.docx" else "xl/workbook.xml"]
    assert meja.refusal(name, buat.zipped(parts))


def test_a_checksum_that_does_not_match_is_refused(meja: Meja) -> None:
    content = bytearray(buat.xlsx())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        at = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    content[at + 30 + len("xl/worksheets/sheet1.xml") + 20] ^= 0xFF
    sentence = meja.refusal("a.xlsx", bytes(content))
    assert "rusak" in sentence


# --- bombs -----------------------------------------------------------------------------------------------------------

BLANK = "<!-- " + " " * (60 * 2**20) + "-->"


@pytest.mark.parametrize(
    ("name", "parts", "member"),
    [
        ("a.docx", buat.docx_parts(), "word/document.xml"),
        ("a.xlsx", buat.xlsx_parts(), "xl/worksheets/sheet1.xml"),
        ("a.xlsx", buat.xlsx_parts(), "xl/sharedStrings.xml"),
    ],
)
def test_a_zip_bomb_is_refused_before_it_unpacks(
    meja: Meja, name: str, parts: dict[str, bytes | str], member: str
) -> None:
    sentence = meja.refusal(name, buat.zipped({**parts, member: str(parts.get(member, "")) + BLANK}))
    assert "memuai" in sentence


def test_a_zip_bomb_that_lies_about_its_size_unpacks_no_further_than_it_says(meja: Meja) -> None:
    content = bytearray(buat.zipped({**buat.docx_parts(), "word/document.xml": BLANK}))
    true, told = struct.pack("<I", len(BLANK)), struct.pack("<I", 2000)
    assert content.count(true) == 2
    assert "rusak" in meja.refusal("a.docx", bytes(content.replace(true, told)))


def test_a_zip_inside_a_zip_is_not_opened(meja: Meja) -> None:
    inner = buat.zipped({"a.docx": buat.docx()})
    for _ in range(5):
        inner = buat.zipped({"a.zip": inner})
    assert "Keluarkan" in meja.refusal("a.zip", inner)
    assert "77,50%" in meja.text("a.docx", buat.zipped({**buat.docx_parts(), "word/embeddings/a.zip": inner}))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_billion_laughs_are_not_told(meja: Meja, name: str) -> None:
    rows = (("No", "Indikator", "2024"), ("1", "&a10;", "77,50%"))
    build = buat.docx if name == "a.docx" else buat.xlsx
    assert "rusak" in meja.refusal(name, build(rows, doctype=buat.LAUGHS))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_an_entity_brings_no_other_file_in(meja: Meja, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi-rahasia")
    rows = (("No", "Indikator", "2024"), ("1", "Persentase &luar;", "77,50%"))
    build = buat.docx if name == "a.docx" else buat.xlsx
    try:
        text = meja.text(name, build(rows, doctype=buat.outside(secret.as_uri())))
    except BerkasTidakTerbaca as error:
        assert "isi-rahasia" not in str(error)
    else:
        assert "isi-rahasia" not in text


def test_an_html_page_brings_nothing_in_and_runs_nothing(meja: Meja, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi-rahasia")
    page = (
        f"<!DOCTYPE html [<!ENTITY luar SYSTEM '{secret.as_uri()}'>]><html><script>alert(1)</script>"
        f"<iframe src='{secret.as_uri()}'></iframe><table><tr><td>&luar;</td><td>77,50%</td></tr></table></html>"
    )
    text = meja.text("a.html", page.encode())
    assert "isi-rahasia" not in text and "77,50%" in text and "alert" not in text


NEEDS_TESSERACT = pytest.mark.skipif(
    shutil.which("tesseract") is None and os.environ.get("CI") != "true", reason="tesseract is not installed"
)


@NEEDS_TESSERACT
def test_a_picture_bomb_is_refused_by_its_header(meja: Meja) -> None:
    sentence = meja.refusal("a.png", buat.png(2, 2, declared=(60_000, 60_000)))
    assert "titik" in sentence


@NEEDS_TESSERACT
def test_a_cut_picture_is_refused(meja: Meja) -> None:
    content = buat.png(400, 300)
    sentence = meja.refusal("a.png", content[: len(content) // 2])
    assert "rusak" in sentence or "terpotong" in sentence


def test_a_pdf_stream_bomb_stays_within_the_limits(meja: Meja) -> None:
    packed = zlib.compress(b"q " * (50 * 2**20), 9)
    body = buat.pdf([b"@@"]).replace(
        b"<</Length 2>>stream\n@@", b"<</Length %d/Filter/FlateDecode>>stream\n%s" % (len(packed), packed)
    )
    with pytest.raises(BerkasTidakTerbaca, match="memori"):
        meja.read("a.pdf", body, megabytes=250)


# --- cells -----------------------------------------------------------------------------------------------------------


def test_a_gigantic_cell_is_refused_with_its_place(meja: Meja) -> None:
    rows = (*buat.ROWS, ("3", "x" * 40_000, "1"))
    for name, content in (
        ("a.xlsx", buat.xlsx(rows)),
        ("a.docx", buat.docx(rows)),
        ("a.html", buat.html(rows)),
        ("a.csv", buat.csv(rows)),
    ):
        sentence = meja.refusal(name, content)
        assert "4" in sentence and ("32.767" in sentence or "32767" in sentence), name


def test_one_cell_in_the_last_corner_costs_nothing(meja: Meja) -> None:
    data = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Indikator</t></is></c><c r="B1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>ujung</t></is></c></row>'
    )
    text = meja.text("a.xlsx", buat.xlsx(data=data))
    assert "Indikator" in text and "ujung" in text
    assert len(text) < 200_000


@pytest.mark.parametrize("place", ["A0", "XFE1", "ZZZZZZ1", "A99999999999", "1A", "", "A-1"])
def test_a_cell_in_a_place_that_does_not_exist(meja: Meja, place: str) -> None:
    data = f'<row r="1"><c r="{place}" t="inlineStr"><is><t>Indikator</t></is></c><c r="B1"><v>7</v></c></row>'
    try:
        text = meja.text("a.xlsx", buat.xlsx(data=data))
    except BerkasTidakTerbaca as error:
        assert "rusak" in error.sebab or "sel" in error.sebab
    else:
        assert len(text) < 200_000 and "7" in text


def test_a_merged_range_over_the_whole_sheet_costs_nothing(meja: Meja) -> None:
    parts = buat.xlsx_parts()
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    text = meja.text(
        "a.xlsx", buat.zipped({**parts, "xl/worksheets/sheet1.xml": sheet.replace("</sheetData>", merged)})
    )
    assert text.split() == ["No"]


def test_columns_repeated_by_attribute_cost_nothing(meja: Meja) -> None:
    page = "<table><tr><td colspan=2000000000>a</td></tr><tr><td rowspan=2000000000>b</td><td>c</td></tr></table>"
    try:
        text = meja.text("a.html", f"<html>{page}</html>".encode())
    except BerkasTidakTerbaca as error:
        assert error.sebab
    else:
        assert len(text) < 200_000 and {"a", "b", "c"} <= set(text.split())
    body = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    try:
        assert len(meja.text("a.docx", buat.docx(body=body))) < 200_000
    except BerkasTidakTerbaca as error:
        assert error.sebab


def test_tables_nested_a_thousand_deep(meja: Meja) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p><w:r><w:t>dasar</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 1000
    page = "<table><tr><td>" * 1000 + "dasar" + "</td></tr></table>" * 1000
    for name, content in (("a.docx", buat.docx(body=deep)), ("a.html", f"<html>{page}</html>".encode())):
        try:
            assert len(meja.text(name, content)) < 1_000_000
        except BerkasTidakTerbaca as error:
            assert error.sebab


INERT = ["=cmd|'/C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "=HYPERLINK(1)", "&lt;script&gt;alert(1)&lt;/script&gt;"]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.html", "a.csv", "a.xls", "a.pdf"])
def test_formulas_and_scripts_come_through_as_text_and_run_nowhere(meja: Meja, name: str) -> None:
    build = {"docx": buat.docx, "xlsx": buat.xlsx, "html": buat.html, "csv": buat.csv, "xls": buat.xls}
    cells = (
        INERT
        if name[2:] in ("docx", "xlsx", "html")
        else [cell.replace("&lt;", "<").replace("&gt;", ">") for cell in INERT]
    )
    rows = (buat.ROWS[0], *((str(n), cell, "1") for n, cell in enumerate(cells)))
    content = buat.pdf([buat.pdf_table(rows)]) if name == "a.pdf" else build[name[2:]](rows)
    lembar = meja.read(name, content)
    found = [baris.teks.split("\t")[1] for baris in lembar.baris if baris.ada_sel][1:]
    assert found == [cell.replace("&lt;", "<").replace("&gt;", ">") for cell in INERT]
    for written in (excel_indonesia, csv_baku):
        shown = written(pl.DataFrame({"teks": found})).decode("utf-8-sig").splitlines()[1:]
        assert [line.strip('"')[0] for line in shown] == ["'", "'", "'", "'", "'", "<"]


def test_a_formula_without_its_result_has_no_value(meja: Meja) -> None:
    data = '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*1000</f></c><c r="C1"><f>1+1</f><v>2</v></c></row>'
    first, second, third = meja.text("a.xlsx", buat.xlsx(data=data)).split("\t")
    assert (first, second, third) == ("5", "(rumus tanpa nilai)", "2")


# --- paths and programs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", ["../../jahat.txt", "/jahat.txt", "..\\jahat.txt", "word/../../jahat.txt"])
def test_members_with_a_path_out_of_the_archive_are_written_nowhere(meja: Meja, evil: str, tmp_path: Path) -> None:
    for name, parts in (("a.docx", buat.docx_parts()), ("a.xlsx", buat.xlsx_parts())):
        assert "77,50%" in meja.text(name, buat.zipped({**parts, evil: "jahat"}))
    assert list(tmp_path.rglob("*jahat*")) == []
    assert not Path("/jahat.txt").exists()


def test_relations_that_point_outside_are_not_followed(meja: Meja, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.xml"
    secret.write_text('<worksheet><sheetData><row r="1"><c r="A1"><v>999</v></c></row></sheetData></worksheet>')
    for target in ("../../../" * 6 + str(secret).lstrip("/"), secret.as_uri(), "http://127.0.0.1:9/x.xml"):
        parts = buat.xlsx_parts()
        relations = str(parts["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", target)
        try:
            text = meja.text("a.xlsx", buat.zipped({**parts, "xl/_rels/workbook.xml.rels": relations}))
        except BerkasTidakTerbaca as error:
            assert "999" not in str(error)
        else:
            assert "999" not in text


@pytest.mark.parametrize(
    "catalog",
    [
        "/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        "/OpenAction<</S/Launch/F(/bin/sh)>>",
        "/AA<</WC<</S/URI/URI(http://127.0.0.1:9/)>>>>",
        "/Names<</EmbeddedFiles<</Names[(x.exe)<</F(x.exe)>>]>>>>",
    ],
)
def test_actions_of_a_pdf_are_not_taken(meja: Meja, catalog: str) -> None:
    text = meja.text("a.pdf", buat.pdf([buat.pdf_table()], catalog=catalog))
    assert "77,50%" in text and "alert" not in text


def test_a_wrong_extension_is_read_and_noted(meja: Meja) -> None:
    for name, content in (
        ("a.pdf", buat.docx()),
        ("a.xls", buat.html()),
        ("a.txt", buat.xlsx()),
        ("a.docx", SOUND["a.pdf"]),
    ):
        lembar = meja.read(name, content)
        assert any("77,50%" in baris.teks for baris in lembar.baris)
        assert lembar.catatan[0].startswith(f"Berakhiran .{name[2:]} tetapi isinya ")


def test_a_text_of_too_many_lines_is_refused(meja: Meja) -> None:
    sentence = meja.refusal("a.txt", b"\n" * (MAKS_BARIS + 1))
    assert "terlalu banyak" in sentence
