from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Lembar
from loaders.readers.office.docx import read
from tests.loaders.readers import bad_files as buat

Baca = Callable[[str], Lembar]


@pytest.fixture
def body(tmp_path: Path) -> Baca:
    """Read a document with this XML in its body; a table of one row "ekor|x" follows it."""

    def make(xml: str) -> Lembar:
        path = tmp_path / "a.docx"
        path.write_bytes(buat.docx((("ekor", "x"),), body=xml))
        return read(path)

    return make


def p(*runs: str, before: str = "") -> str:
    """A paragraph of these runs; XML stays XML."""
    return (
        f"<w:p>{before}{''.join(run if run.startswith('<') else f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"
    )


def tc(content: str, properties: str = "") -> str:
    """A cell; XML stays XML."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    """A table of rows, each the XML of its cells."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    shown = "".join(row if row.startswith("<w:tr") else f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{shown}</w:tbl>"


def lines(lembar: Lembar) -> list[str]:
    """The lines without the table that ends every document of these tests."""
    texts = [line.teks for line in lembar.baris]
    assert texts[-1] == "ekor\tx"
    return texts[:-2] if texts[:-1] and not texts[-2] else texts[:-1]


SPAN = '<w:gridSpan w:val="{}"/>'
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_paragraphs_and_tables_come_in_the_order_of_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = python_docx.Document()
    document.add_paragraph("Tabel 1. Target")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Indikator", "2024", "Nilai", "77,50%"), strict=True):
        cell.text = text
    document.add_paragraph("")
    document.add_paragraph("Penutup")
    document.save(str(path))
    assert [(line.nomor, line.teks, line.halaman, line.tempat) for line in read(path).baris] == [
        (1, "Tabel 1. Target", None, "paragraf 1"),
        (2, "", None, None),
        (3, "Indikator\t2024", None, "tabel 1, baris 1"),
        (4, "Nilai\t77,50%", None, "tabel 1, baris 2"),
        (5, "", None, None),
        (6, "Penutup", None, "paragraf 3"),
    ]


def test_merged_cells_stand_in_their_first_place(body: Baca) -> None:
    table = tbl(
        tc("Tujuan", RESTART) + tc("Indikator", RESTART) + tc("Target", SPAN.format(2)),
        tc("", CONTINUE) + tc("", CONTINUE) + tc("2023") + tc("2024"),
        tc("1. Mewujudkan", SPAN.format(4)),
        tc("") + tc("Nilai") + tc("B") + tc("BB"),
    )
    assert lines(body(table)) == [
        "Tujuan\tIndikator\tTarget\t", "\t\t2023\t2024", "1. Mewujudkan\t\t\t", "\tNilai\tB\tBB",
    ]  # fmt: skip


def test_rows_may_begin_behind_the_first_column(body: Baca) -> None:
    late = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc("90%") + "</w:tr>"
    early = '<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>' + tc("1") + tc("Nilai") + "</w:tr>"
    assert lines(body(tbl(tc("a") + tc("b") + tc("c"), late, early))) == ["a\tb\tc", "\t\t90%", "1\tNilai\t"]


def test_grid_lines_drawn_unevenly_are_one_line(body: Baca) -> None:
    table = tbl(
        tc("Indikator") + tc("2023", SPAN.format(2)) + tc("2024"),
        tc("Nilai", SPAN.format(2)) + tc("90%") + tc("95%"),
        grid=(3000, 60, 1000, 1000),
    )
    assert lines(body(table)) == ["Indikator\t2023\t2024", "Nilai\t90%\t95%"]


def test_a_narrow_column_with_text_is_a_column(body: Baca) -> None:
    table = tbl(tc("Indikator") + tc("x") + tc("2024"), tc("Nilai") + tc("") + tc("90%"), grid=(3000, 60, 1000))
    assert lines(body(table)) == ["Indikator\tx\t2024", "Nilai\t\t90%"]


def test_a_continued_cell_without_a_beginning_keeps_its_text(body: Baca) -> None:
    assert lines(body(tbl(tc("a", CONTINUE) + tc("b"), tc("c") + tc("d")))) == ["a\tb", "c\td"]


def test_tracked_changes_are_accepted(body: Baca) -> None:
    changed = p(
        "Target ",
        "<w:del><w:r><w:delText>80</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>90</w:t></w:r></w:ins>", "%",
        "<w:moveFrom><w:r><w:t>pergi</w:t></w:r></w:moveFrom>", "<w:moveTo><w:r><w:t> datang</w:t></w:r></w:moveTo>",
    )  # fmt: skip
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("hapus") + tc("hapus") + "</w:tr>"
    new = "<w:tr><w:trPr><w:ins/></w:trPr>" + tc("baru") + tc("1") + "</w:tr>"
    assert lines(body(changed + tbl(gone, new))) == ["Target 90% datang", "", "baru\t1"]


def test_a_paragraph_whose_end_was_deleted_runs_on(body: Baca) -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert lines(body(p("ang", before=mark) + p("garan") + p("lain"))) == ["anggaran", "lain"]


def test_what_is_printed_by_fields_links_and_controls_is_read(body: Baca) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    parts = [
        field, "<w:fldSimple><w:r><w:t> dari 9</w:t></w:r></w:fldSimple>",
        "<w:hyperlink><w:r><w:t> KPU</w:t></w:r></w:hyperlink>",
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> Kota</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:t>1</w:t><w:footnoteReference/></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>",
    ]  # fmt: skip
    block = f"<w:sdt><w:sdtContent>{p('di dalam kotak')}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{tc('a')}<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt></w:tr>"
    table = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert lines(body(p(*parts) + block + table)) == ["3 dari 9 KPU Kota1", "di dalam kotak", "", "a\tb"]


def test_breaks_and_tabs_inside_a_cell_are_spaces(body: Baca) -> None:
    cell = p(
        "77", "<w:r><w:br/><w:t>kali</w:t><w:tab/><w:t>lagi</w:t></w:r>", "<w:r><w:noBreakHyphen/><w:t>a</w:t></w:r>"
    )
    assert lines(body(tbl(tc(cell + p("dua")) + tc("x")))) == ["77 kali lagi-a dua\tx"]


def test_pseudo_columns_of_tabs_stay_prose(body: Baca) -> None:
    assert lines(body(p("Nilai", "<w:r><w:tab/></w:r>", "90%"))) == ["Nilai 90%"]


def test_a_text_box_is_read_once_after_its_paragraph(body: Baca) -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box('di dalam kotak')}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box('di dalam kotak')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(body(p("sebelum", drawing) + p("sesudah"))) == ["sebelum", "di dalam kotak", "sesudah"]


def test_a_table_inside_a_cell_follows_its_table(body: Baca) -> None:
    inner = tbl(tc("x") + tc("y"))
    lembar = body(tbl(tc("a") + tc(p("b") + inner + p("c")), tc("d") + tc("e")))
    assert lines(lembar) == ["a\tb c", "d\te", "", "x\ty"]
    assert lembar.baris[3].tempat == "tabel 2 (di dalam tabel 1, baris 1), baris 1"


def test_a_table_in_a_text_box_in_a_cell_follows_its_table(body: Baca) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('kotak')}{tbl(tc('x') + tc('y'))}</w:txbxContent></w:pict></w:r>"
    assert lines(body(tbl(tc(p("a", box)) + tc("b")))) == ["a kotak\tb", "", "x\ty"]


def test_a_table_of_one_column_is_a_frame(body: Baca) -> None:
    inner = tbl(tc("x") + tc("y"))
    assert lines(body(tbl(tc(p("Tabel 1") + inner), tc("akhir")))) == ["Tabel 1", "", "x\ty", "", "akhir"]


def test_a_title_in_a_tables_first_row_is_prose(body: Baca) -> None:
    head = tc("No") + tc("Indikator") + tc("Target")
    assert lines(body(tbl(tc("Tabel 1. Target", SPAN.format(3)), head, tc("1") + tc("Nilai") + tc("90%")))) == [
        "Tabel 1. Target", "", "No\tIndikator\tTarget", "1\tNilai\t90%",
    ]  # fmt: skip


def test_words_under_a_later_column_are_no_title(body: Baca) -> None:
    table = tbl(tc("") + tc("sambungan") + tc(""), tc("Program") + tc("Sasaran") + tc("Indikator"))
    assert lines(body(table)) == ["\tsambungan\t", "Program\tSasaran\tIndikator"]


def test_a_table_that_goes_on_keeps_its_first_rows_and_its_empty_columns(body: Baca) -> None:
    rows = (tc("") + tc("sambungan") + tc(""), tc("") + tc("Nilai") + tc(""))
    assert lines(body(tbl(*rows))) == ["\tsambungan\t", "\tNilai\t"]


def test_what_is_not_in_the_text_is_said(body: Baca) -> None:
    number = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    picture = '<w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r>'
    lembar = body(tbl(tc(p("Mewujudkan", before=number)) + tc("b")) + p("c", picture) + "<w:altChunk/>")
    assert lines(lembar) == ["Mewujudkan\tb", "", "c"]
    assert lembar.catatan == (
        "Ada 1 paragraf bernomor otomatis di dalam tabel; nomornya tidak tertulis di berkas.",
        "Ada 1 dokumen tersemat tidak dibaca. Salin isinya ke dokumen ini.",
        "Ada 1 gambar; tulisan di dalamnya tidak dibaca.",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (buat.xlsx(), "bukan dokumen Word .docx"),
        (buat.encrypted_office(), "kata sandi"),
        (buat.ole({"WordDocument": b"x" * 5000}), r"simpan ulang sebagai \.docx"),
        (buat.docx()[:-40], "terpotong atau rusak"),
        (buat.docx(doctype=buat.LAUGHS, body="<w:p><w:r><w:t>&a10;</w:t></w:r></w:p>"), "rusak"),
        (buat.docx(doctype="<!DOCTYPE x [<!ENTITY b 'c'>]>", body="<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"), "rusak"),
        (buat.docx(body="<w:p>" * 50_000 + "</w:p>" * 50_000), "rusak"),
    ],
)
def test_what_is_no_sound_document_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(BerkasTidakTerbaca, match=words):
        read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca, match=r"hilang\.docx tidak dapat dibaca: tidak dapat dibuka"):
        read(tmp_path / "hilang.docx")


def test_an_archive_that_unpacks_beyond_measure_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(buat.zipped({**buat.docx_parts(), "word/media/a.bin": b"\0" * (11 * 1024 * 1024)}))
    with pytest.raises(BerkasTidakTerbaca, match="memuai tidak wajar"):
        read(path)


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(buat.docx())
    monkeypatch.setattr("loaders.readers.office.package.MAKS_TERURAI", 1000)
    with pytest.raises(BerkasTidakTerbaca, match="memuai tidak wajar"):
        read(path)


def test_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    content = bytearray(buat.docx())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(BerkasTidakTerbaca, match="kata sandi"):
        read(path)
