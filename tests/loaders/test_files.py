"""Our lists are read however Excel saved them, where that can mean one thing only; else a sentence says what to do."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from loaders.errors import DaftarSalah
from loaders.files import ULANG, parse_date, parse_year, read_numbered, read_rows, write_rows

KOLOM = ("kode", "nama", "sumber")
ROWS = [{"kode": "001", "nama": "a, b; “c”", "sumber": ""}, {"kode": "2", "nama": 'd "e"\nf', "sumber": "g – h"}]


def saved(path: Path, separator: str, coding: str, *, end: str = "\r\n", padding: int = 0) -> Path:
    with path.open("w", encoding=coding, newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator=end)
        writer.writerows([*cells, *[""] * padding] for cells in (KOLOM, *(list(row.values()) for row in ROWS)))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("end", "padding"), [("\n", 0), ("\r\n", 0), ("\r\n", 3)])
def test_a_list_says_the_same_however_excel_saved_it(
    tmp_path: Path, separator: str, coding: str, end: str, padding: int
) -> None:
    path = saved(tmp_path / "x.csv", separator, coding, end=end, padding=padding)
    assert read_rows(path, KOLOM) == ROWS
    write_rows(path, KOLOM, read_rows(path, KOLOM))
    assert path.read_bytes() == saved(tmp_path / "y.csv", ",", "utf-8", end="\n").read_bytes()


@pytest.mark.parametrize(
    ("content", "baris", "words"),
    [
        (b"kode,nama\n1,a\n", 1, "kepala kolom harus kode,nama,sumber"),
        (b"kode,nama,sumber\n1,a,x\n2,b,y,\n", 3, "berisi 4 isian padahal kolomnya 3; kelebihan koma"),
        (b"kode,nama,sumber\n1,a,x\n2,b\n", 3, "berisi 2 isian padahal kolomnya 3; kekurangan koma"),
        (b"kode,nama,sumber,,\n1,a,x,,y\n", 2, "berisi 5 isian"),
        (b'kode,nama,sumber\n1,"a,x\n2,b,y\n', 3, "tanda kutipnya tidak berpasangan"),
        (b"kode,nama,sumber\n1,a\0,x\n", 2, "bita nol"),
        (b"kode,nama,sumber\n1,caf\xe9,x\n", None, "hurufnya tidak dapat dikenali"),  # é, or È, or θ elsewhere
        (b"\xff\xfek\0o", None, "kepala|hurufnya"),
        (b"", 1, "kepala kolom"),
    ],
)
def test_what_can_mean_two_things_is_refused_with_its_line(
    tmp_path: Path, content: bytes, baris: int | None, words: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(DaftarSalah, match=words) as caught:
        read_rows(path, KOLOM)
    assert caught.value.baris == baris or "|" in words
    assert baris is not None or "|" in words or ULANG in str(caught.value)


def test_a_field_of_any_length_is_read_and_the_limit_of_others_stays(tmp_path: Path) -> None:
    usual = csv.field_size_limit()
    write_rows(tmp_path / "x.csv", KOLOM, [{"kode": "1", "nama": "n" * 400_000, "sumber": "s"}])
    assert [len(row["nama"]) for row in read_rows(tmp_path / "x.csv", KOLOM)] == [400_000]
    assert csv.field_size_limit() == usual


def test_whatever_is_written_is_read_again(tmp_path: Path) -> None:
    rows = [{"kode": "a\rb", "nama": "c\r\nd", "sumber": "\t;,'\""}]
    write_rows(tmp_path / "x.csv", KOLOM, rows)
    assert read_rows(tmp_path / "x.csv", KOLOM) == rows


def test_empty_rows_are_no_rows_and_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('kode,nama,sumber\n1,"a\nb",x\n\n,,\n2,c,y\n', encoding="utf-8")
    assert [(line, row["kode"]) for line, row in read_numbered(path, KOLOM)] == [(3, "1"), (6, "2")]


def test_a_missing_list_and_a_folder_in_its_place_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(DaftarSalah, match="tidak ada di"):
        read_rows(tmp_path / "x.csv", KOLOM)
    with pytest.raises(DaftarSalah, match="tidak dapat dibuka"):
        read_rows(tmp_path / "folder.csv", KOLOM)


@pytest.mark.parametrize("text", ["2020-08-28", "28/08/2020", "28/8/2020", " 28/08/2020 "])
def test_a_day_is_read_as_offices_and_excel_write_it(text: str) -> None:
    assert parse_date(text) == date(2020, 8, 28)
    assert parse_date("8/8/2020") == date(2020, 8, 8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("08/09/2020", "dapat berarti 2020-09-08 atau 2020-08-09"),
        ("8/28/2020", "tidak ada dalam kalender"),
        ("2020-02-30", "tidak ada dalam kalender"),
        ("28 Agustus", "tidak seperti 2020-08-28"),
        ("44071", "tidak seperti"),
        ("20200828", "tidak seperti"),
        ("", "tidak seperti"),
    ],
)
def test_a_day_that_could_be_another_is_none(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_date(text)


@pytest.mark.parametrize("text", ["202", "20240", "2.024", "2024.0", "²024", "", "24"])
def test_a_year_has_four_digits(text: str) -> None:
    assert parse_year("2024") == 2024
    with pytest.raises(ValueError, match="bukan empat angka"):
        parse_year(text)
