"""The renderer changes no fact: a perfect reader of what it typed finds the very rows of the excerpt."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.readers import text
from tests.rendering.compare import compare, differences
from tests.rendering.excerpt import Cuplikan, Sel, parts
from tests.rendering.facts import konteks, parsed, printed_words
from tests.rendering.fods import typed
from tests.rendering.make import documents, has_tables
from tests.rendering.merges import merges
from tests.rendering.source import as_lembar, read_source
from tests.rendering.upright import upright, whole_rows

NAMES = [path.stem for path in documents()]


@pytest.mark.parametrize("whole", [True, False], ids=["utuh", "halaman"])
@pytest.mark.parametrize("path", documents(), ids=NAMES)
def test_what_is_typed_holds_the_rows_of_the_excerpt(path: Path, whole: bool) -> None:
    about = konteks(path.stem)
    typed_again = as_lembar(read_source(path, whole=whole))
    banding = compare(parsed(text.read(path), about), parsed(typed_again, about))
    assert differences(banding) == []
    if has_tables(path):
        assert banding.jumlah > 20
    else:
        assert printed_words(typed_again) == printed_words(text.read(path))


def table(tmp_path: Path, *lines: str) -> Cuplikan:
    head = ("No\tSasaran\tIndikator\tTarget Kinerja\t", "\t\t\t2020\t2021")
    path = tmp_path / "tabel.txt"
    path.write_text("\n".join((*head, *lines)), encoding="utf-8")
    (found,) = parts(path)
    assert isinstance(found, Cuplikan)
    return found


def set_upright(found: Cuplikan) -> list[list[Sel]]:
    return [[upright(row, found.kop) for row in page] for page in found.halaman]


def test_a_row_that_slid_goes_back_under_its_headings(tmp_path: Path) -> None:
    slid = "Sasaran lain\tNilai lain\t1 kali\t2 kali\t"
    found = table(tmp_path, "1\tMutu naik\tNilai\tB\tB", slid, "\t\tNilai ketiga\t90%\t", "\tKeempat\tNilai\t-")
    assert set_upright(found) == [
        [
            ("1", "Mutu naik", "Nilai", "B", "B"),
            ("", "Sasaran lain", "Nilai lain", "1 kali", "2 kali"),
            ("", "", "Nilai ketiga", "90%", ""),  # one value only: nobody can say whose year it is
            ("", "", "Keempat", "Nilai", "-"),
        ]
    ]


def test_a_row_cut_by_a_page_break_is_made_whole(tmp_path: Path) -> None:
    first, tail = "1\tMutu pelayanan\tNilai evaluasi\tB\tB", "\tpublik naik\tatas kinerja\t\t"
    found = table(tmp_path, first, "", tail, "2\tLain\tNilai\tB\tB")
    assert whole_rows(set_upright(found), found.kop) == [
        ("1", "Mutu pelayanan publik naik", "Nilai evaluasi atas kinerja", "B", "B"),
        ("2", "Lain", "Nilai", "B", "B"),
    ]


def test_a_sasaran_in_lower_case_beside_a_new_indicator_is_given_back_alone(tmp_path: Path) -> None:
    found = table(tmp_path, "1\tMutu pelayanan\tNilai satu\tB\tB", "", "\tpublik naik\tNilai dua\tB\tB")
    assert whole_rows(set_upright(found), found.kop) == [
        ("1", "Mutu pelayanan publik naik", "Nilai satu", "B", "B"),
        ("", "", "Nilai dua", "B", "B"),
    ]


def test_pages_headings_printed_again_and_rulers_of_an_excerpt(tmp_path: Path) -> None:
    head = ("No\tSasaran\tIndikator\tTarget Kinerja\t", "\t\t\t2020\t2021")
    ruler = "--\t---\t---\t---\t---"
    found = table(tmp_path, "1\ta\tb\tB\tB", "", *head, "2\tc\td\tB\tB", "", "3\te\tf\tB\tB", ruler)
    assert [len(page) for page in found.halaman] == [1, 1, 1]
    assert found.ulang == {1}


def test_cells_under_no_heading_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Tabel 1\nsatu\tdua\ttiga\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(parts(tmp_path / "x.txt"))


def test_merged_cells_of_heading_sasaran_and_heading_rows() -> None:
    head = (("No", "Sasaran", "Indikator", "Target", ""), ("", "", "", "2020", "2021"))
    rows = (("I. Program", "", "", "", ""), ("1", "Mutu", "Satu", "B", "B"), ("", "", "Dua", "B", "B"))
    above, below = merges(head, rows, 3, gabung=True)
    assert (above[0, 0], above[0, 2], above[0, 3], above[0, 4]) == ((2, 1), (2, 1), (1, 2), (0, 0))
    assert (below[0, 0], below[1, 0], below[1, 1], below[2, 1]) == ((1, 5), (2, 1), (2, 1), (0, 0))
    assert not {(1, 2), (2, 2), (1, 3)} & below.keys()


def test_without_merged_rows_only_a_heading_among_numbers_takes_the_whole_row() -> None:
    head = (("No", "Sasaran", "Indikator", "Target", ""), ("", "", "", "2020", "2021"))
    among_numbers = (("I. Program", "", "", "", ""), ("1", "Mutu", "Satu", "B", "B"), ("", "", "Dua", "B", "B"))
    alone = (("I. Program", "", "", "", ""), ("", "Mutu", "Satu", "B", "B"))
    assert merges(head, among_numbers, 3, gabung=False)[1].keys() == {(0, column) for column in range(5)}
    assert merges(head, alone, 3, gabung=False)[1] == {}


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("77,50%", "Cp20", "0.775"),
        ("87,5 %", "Cp11", "0.875"),
        ("0,18%", "Cp20", "0.0018"),
        ("100%", "Cp00", "1.0"),
        ("2.273.454", "Cg", "2273454"),
        ("23,368,000", "Cg", "23368000"),
        ("3.2", "Cd1", "3.2"),
        ("0", "C", "0"),
        ("2020", "C", "2020"),
    ],
)
def test_a_number_is_stored_as_what_it_shows(text: str, style: str, value: str) -> None:
    name, attributes = typed(text)
    assert name == style
    assert attributes.endswith(f'office:value="{value}"')


@pytest.mark.parametrize("text", ["B", "-", "8 kali", "(1)", "202 2", "4.056.561.00", "3355.003", "007", "1."])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert typed(text) == ("C", 'office:value-type="string"')
