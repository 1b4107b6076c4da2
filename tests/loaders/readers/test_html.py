from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.html import read
from loaders.readers.lembar import Lembar


@pytest.fixture
def page(tmp_path: Path):
    def make(content: str | bytes, name: str = "a.html") -> Lembar:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return make


def lines(lembar: Lembar) -> list[str]:
    return [line.teks for line in lembar.baris]


def row(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


HEAD = row("No", "Sasaran", "Indikator", "Target")


def test_lines_and_tables_come_in_the_order_of_the_page(page) -> None:
    lembar = page(
        "<html><head><title>judul jendela</title><style>p{}</style></head><body><!-- catatan -->"
        "<h1>Tabel 1<br>Target</h1>"
        f"<p>KPU <b>Ko</b>ta</p><p>&nbsp;</p><table>{row('a', 'b')}</table>ekor<script>x()</script></body></html>"
    )
    assert [(line.nomor, line.teks, line.tempat) for line in lembar.baris] == [
        (1, "Tabel 1", "paragraf 1"), (2, "Target", "paragraf 2"), (3, "KPU Kota", "paragraf 3"), (4, "", None),
        (5, "a\tb", "tabel 1, baris 1"), (6, "", None), (7, "ekor", "paragraf 4"),
    ]  # fmt: skip


def test_an_empty_paragraph_parts_lines(page) -> None:
    assert lines(page("<p>a</p><p>b</p><p><br></p><p>c</p>")) == ["a", "b", "", "c"]


def test_spanning_cells_stand_in_their_first_place(page) -> None:
    table = (
        "<table><thead><tr><th rowspan=2>Tujuan<th rowspan='2'>Indikator<th colspan=2>Target</tr>"
        "<tr><th>2023<th>2024</tr></thead><tbody><tr><td colspan=4>1. Mewujudkan</td></tr>"
        "<tr><td rowspan=0></td><td>Nilai</td><td>B</td><td>BB</td></tr><tr><td>Opini<td>WTP<td>-</tr></tbody></table>"
    )
    assert lines(page(table)) == [
        "Tujuan\tIndikator\tTarget\t", "\t\t2023\t2024", "1. Mewujudkan\t\t\t", "\tNilai\tB\tBB", "\tOpini\tWTP\t-",
    ]  # fmt: skip


def test_the_text_of_a_cell_is_one_line(page) -> None:
    cell = "<td>dua<br>baris<p>tiga</p> ga<b>ri</b>s &amp; &lt;x&gt;<!-- y --></td>"
    assert lines(page(f"<table>{row(cell, 'b')}</table>")) == ["dua baris tiga garis & <x>\tb"]


def test_a_table_inside_a_cell_follows_its_table_and_a_frame_is_no_table(page) -> None:
    inner = f"<table>{row('x', 'y')}</table>"
    lembar = page(f"<table>{row('a', f'<td>b{inner}</td>')}{row('c', 'd')}</table>")
    assert lines(lembar) == ["a\tb", "c\td", "", "x\ty"]
    assert lembar.baris[3].tempat == "tabel 2 (di dalam tabel 1, baris 1), baris 1"
    assert lines(page(f"<table>{row(f'<td>Tabel 1{inner}</td>')}</table>")) == ["Tabel 1", "", "x\ty"]


def test_a_sheet_saved_as_a_page_has_titles_and_several_tables_in_one(page) -> None:
    empty = row("", "", "", "")
    table = row("1", "a", "b", "90%")
    sheet = "".join([row("Tabel 1"), HEAD, row("I. Program"), table, empty, row("Tabel 2"), HEAD, table])
    head = "No\tSasaran\tIndikator\tTarget"
    assert lines(page(f"<table>{sheet}</table>", "a.xls")) == [
        "Tabel 1", "", head, "I. Program\t\t\t", "1\ta\tb\t90%", "", "Tabel 2", "", head, "1\ta\tb\t90%",
    ]  # fmt: skip


def test_tables_of_one_sheet_are_as_wide_as_each_is_filled(page) -> None:
    wide = row("a", "b", "c", "d", "e") + row("1", "2", "3", "4", "5")
    sheet = row("Tabel 1") + HEAD + row("1", "a", "b", "90%") + row("", "") + row("Tabel 2") + wide
    assert [len(line.sel) for line in page(f"<table>{sheet}</table>").baris if line.ada_sel] == [4, 4, 5, 5]


def test_a_table_inside_a_table_inside_a_cell_is_read_once(page) -> None:
    innermost = f"<table>{row('x', 'y')}</table>"
    inner = f"<table>{row('c', f'<td>d{innermost}</td>')}</table>"
    assert lines(page(f"<table>{row('a', f'<td>b{inner}</td>')}</table>")) == ["a\tb", "", "c\td", "", "x\ty"]


def test_a_table_that_goes_on_keeps_its_first_rows_and_its_empty_columns(page) -> None:
    first = f"<table>{HEAD}{row('1', 'a', 'b', '90%')}</table>"
    rest = f"<table>{row('', '', 'sambungan', '')}{row('', '', 'c', '80%')}</table>"
    tail = f"<table>{row('', '', 'ekor', '')}</table>"
    assert lines(page(first + rest + tail))[2:] == ["", "\t\tsambungan\t", "\t\tc\t80%", "", "\t\tekor\t"]


def test_a_value_stored_beside_a_cell_settles_how_it_is_read(page) -> None:
    cells = ("<td x:num='1234'>1,234</td>", '<td sdval="3.125">3,125</td>', "<td>1,234</td>", "<td x:num>1,234</td>",
             "<td x:num='0.775'>77.5%</td>")  # fmt: skip
    assert lines(page(f"<table>{row(*cells)}</table>")) == ["1234\t3,1250\t1,234\t1,234\t77.5%"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Nilai “é”</p>".encode(),
        "<p>Nilai “é”</p>".encode("utf-8-sig"),
        "<p>Nilai “é”</p>".encode("utf-16"),
        "<p>Nilai “é”</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Nilai “é”</p>".encode("cp1252"),
        "<?xml version='1.0' encoding='utf-8'?><html><p>Nilai “é”</p></html>".encode(),
    ],
)
def test_letters_are_read_in_the_encoding_they_were_written_in(page, content: bytes) -> None:
    assert lines(page(content)) == ["Nilai “é”"]


def test_hidden_rows_are_read_and_said(page) -> None:
    lembar = page(f"<table>{HEAD}<tr style='Display: none'><td>1<td>a<td>b<td>90%</tr></table>")
    assert lines(lembar)[1] == "1\ta\tb\t90%"
    assert lembar.catatan == ("Ada 1 baris tabel yang disembunyikan; tetap dibaca.",)


def test_nothing_is_fetched(page, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi rahasia")
    place = secret.as_uri()
    text = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{place}">]><p>&x; <iframe src="{place}"></iframe>ya</p>'
    assert "isi rahasia" not in " ".join(lines(page(text)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<html><frameset><frame src='sheet001.htm'></frameset></html>", "isinya ada di berkas lain"),
        ("<div>" * 200 + "x" + "</div>" * 200, "bersarang"),
        (b"<p>\x00</p>", "bita nol"),
        ("<table><tr>" + "<td colspan=1000>x" * 3000 + "</table>", r"lebih dari 2\.000\.000 sel sampai tabel 1"),
    ],
)
def test_what_cannot_be_read_is_refused(page, content: str | bytes, words: str) -> None:
    with pytest.raises(BerkasTidakTerbaca, match=words):
        page(content)


@pytest.mark.parametrize("content", ["", "  ", "<!DOCTYPE html", "<!DOCTYPE html><!-- kosong -->", "<html></html>"])
def test_an_empty_page_has_no_lines(page, content: str) -> None:
    assert lines(page(content)) == []
