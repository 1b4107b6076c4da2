"""The comparison sees what a reader can do wrong: a value that differs, moved, is lost, refused or made up."""

from __future__ import annotations

import pytest

from loaders.readers.lembar import Baris, Lembar
from loaders.records import Konteks
from tests.rendering.compare import Banding, compare, differences
from tests.rendering.facts import parsed

HEAD = ("Tabel 1", "No\tSasaran\tIndikator\tTarget Kinerja\t", "\t\t\t2020\t2021")
ROWS = ("1\tMutu naik\tPersentase laporan\t90%\t95%", "\t\tJumlah rapat\t8 kali\t9 kali", "2\tLain\tNilai akhir\tB\tB")


def read(*rows: str) -> Banding:
    """Rows as a reader gave them, against the three rows of the text."""
    about = Konteks("Renstra", 2020, 2024)
    text, found = (
        parsed(Lembar("x", tuple(Baris(n, line) for n, line in enumerate((*HEAD, *lines), start=1))), about)
        for lines in (ROWS, rows)
    )
    return compare(text, found)


def test_the_same_rows_are_the_same() -> None:
    assert read(*ROWS) == Banding(3, (), (), ())
    assert read(*ROWS).penuh


def test_spaces_that_wrapping_moved_do_not_count() -> None:
    assert read(ROWS[0].replace("laporan", "lapor an"), *ROWS[1:]).penuh


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("90%\t95%", "95%\t90%"),
        ("90%\t95%", "90%\t9.5%"),
        ("90%\t95%", "90%\t-"),
        ("90%\t95%", "90\t95"),
        ("Mutu naik", "Mutu"),
        ("Persentase laporan", "Persentase"),
    ],
)
def test_a_row_that_differs_is_wrong(old: str, new: str) -> None:
    banding = read(ROWS[0].replace(old, new), *ROWS[1:])
    assert (banding.sama, len(banding.salah)) == (1 if "Mutu" in old else 2, 2 if "Mutu" in old else 1)
    assert "SALAH Tabel 1" in differences(banding)[0]


def test_a_value_that_moved_to_another_row_is_wrong() -> None:
    assert len(read(ROWS[0].replace("90%\t95%", "B\tB"), ROWS[1], ROWS[2].replace("B\tB", "90%\t95%")).salah) == 2


def test_a_lost_row_is_missing() -> None:
    banding = read(*ROWS[:2])
    assert (banding.sama, len(banding.hilang), banding.salah) == (2, 1, ())
    assert differences(banding) == ["HILANG Tabel 1: Nilaiakhir"]


def test_a_row_read_twice_is_wrong() -> None:
    assert len(read(*ROWS, ROWS[2]).salah) == 1


def test_a_refused_row_is_counted_as_such() -> None:
    banding = read(*ROWS[:2], ROWS[2].replace("B\tB", "B"))
    assert (banding.sama, len(banding.dikarantina), banding.hilang, banding.salah) == (2, 1, (), ())
    assert differences(banding) == ["KARANTINA Tabel 1: Nilaiakhir"]


def test_a_figure_given_as_unreadable_is_refused_and_not_wrong() -> None:
    head = ("Kerangka Pendanaan", "Program/Kegiatan\tSasaran\t2020\t2021")
    about = Konteks("Renstra", 2020, 2024)
    text, cut, other = (
        parsed(Lembar("x", tuple(Baris(n, line) for n, line in enumerate((*head, row), start=1))), about)
        for row in ("\tMutu\t1.500\t2.500.000", "\tMutu\t1.500\t2.500.00", "\tMutu\t1.500\t2.500")
    )
    assert (len(compare(text, cut).dikarantina), compare(text, cut).salah) == (1, ())
    assert (compare(text, other).dikarantina, len(compare(text, other).salah)) == ((), 1)
