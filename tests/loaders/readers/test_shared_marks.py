"""Raised, lowered, struck-through and painted-over text never joins a number: "95" with a note 1 is not 951."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
import xlsxwriter

from loaders.readers.dispatch import read
from loaders.values.numbers import Ambigu, parse_nilai, parse_rupiah
from tests.loaders.readers.draw_pdf import bidang, simpan, teks


@pytest.mark.parametrize("text", ["95 ^1", "^80 90", "^1 95%", "95% ^a"])
def test_no_number_holds_the_mark(text: str) -> None:
    for parse in (parse_nilai, parse_rupiah):
        with pytest.raises(Ambigu):
            parse(text)


def cells(path: Path) -> list[str]:
    return [cell for line in read(path).baris for cell in line.sel if cell and cell not in ("No", "Target")]


def test_word(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for how in ("superscript", "subscript", "strike", "double_strike", None):
        paragraph = table.add_row().cells[1].paragraphs[0]
        paragraph.add_run("95")
        run = paragraph.add_run("1")
        if how:
            setattr(run.font, how, True)
    document.save(str(tmp_path / "x.docx"))
    assert cells(tmp_path / "x.docx") == ["95 ^1", "95 ^1", "95 ^1", "95 ^1", "951"]


def test_excel(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["No", "Target"])
        for row, style in enumerate(({"font_script": 1}, {"font_strikeout": True}, {"bold": True}), start=1):
            sheet.write_rich_string(row, 1, "95", book.add_format(style), "1", "%")
    assert cells(tmp_path / "x.xlsx") == ["95 ^1 %", "95 ^1 %", "951%"]


def test_html(tmp_path: Path) -> None:
    row = "<tr><td>a<td>95{}</tr>"
    marked = ["<sup>1</sup>", "<sub><b>1</b></sub>", "<s>1</s>", "<del>1</del>", "<b>1</b>"]
    (tmp_path / "x.html").write_text(f"<table>{''.join(row.format(m) for m in marked)}</table>", encoding="utf-8")
    assert [cell for cell in cells(tmp_path / "x.html") if cell != "a"] == ["95 ^1"] * 4 + ["951"]


def test_pdf_raised_and_painted_over(tmp_path: Path) -> None:
    raised = teks(50, 80, "95") + teks(62, 77, "1", size=6)
    assert cells_of_lines(simpan(tmp_path, raised, nama="a.pdf")) == ["95 ^1"]
    level = teks(50, 80, "95") + teks(62, 80, "1")
    assert cells_of_lines(simpan(tmp_path, level, nama="b.pdf"))[0].replace(" ", "") == "951"
    over = teks(50, 80, "80") + bidang(45, 65, 75, 85, "1 1 1 rg") + teks(50, 80, "95", before="0 0 0 rg")
    assert cells_of_lines(simpan(tmp_path, over, nama="c.pdf")) == ["95"]


def cells_of_lines(path: Path) -> list[str]:
    return [line.teks for line in read(path).baris if not line.kosong]
