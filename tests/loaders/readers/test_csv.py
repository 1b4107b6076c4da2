from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.csv import read
from loaders.readers.lembar import Lembar


@pytest.fixture
def opened(tmp_path: Path):
    def make(content: str | bytes) -> Lembar:
        path = tmp_path / "a.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return make


def lines(lembar: Lembar) -> list[str]:
    return [line.teks for line in lembar.baris]


TEXT = "Tabel 1;;;\n\nNo;Sasaran;Indikator;Target\n1;“Baik”, tepat;Nilai;77,50%\n2;b;Opini;WTP\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_separator_and_letters_are_found(opened, coding: str, separator: str) -> None:
    text = TEXT.replace("“Baik”, tepat", '"“Baik”, tepat"').replace("77,50%", '"77,50%"').replace(";", separator)
    lembar = opened(text.encode(coding))
    assert lines(lembar) == [
        "Tabel 1", "", "No\tSasaran\tIndikator\tTarget", "1\t“Baik”, tepat\tNilai\t77,50%", "2\tb\tOpini\tWTP",
    ]  # fmt: skip
    assert lembar.baris[3].tempat == "baris 4"
    name = {";": "titik koma", "\t": "tab", "|": "garis tegak", ",": "koma"}[separator]
    shown = {"cp1252": "Windows-1252"}.get(coding, coding[:6].upper().rstrip("-"))
    assert lembar.catatan[0] == f"Pemisah kolom: {name}; sandi huruf: {shown}."


def test_a_decimal_comma_is_no_separator(opened) -> None:
    rows = "".join(f"{n};Nilai {n};77,5;78,5;79,5\n" for n in range(9))
    assert lines(opened("No;Indikator;2022;2023;2024\n" + rows))[1] == "0\tNilai 0\t77,5\t78,5\t79,5"


def test_commas_of_prose_are_no_separator(opened) -> None:
    prose = "Tujuan, sasaran dan indikator\n" * 5
    assert lines(opened(prose + "\nNo;Sasaran;Indikator;Target\n1;a;b;90%\n"))[-1] == "1\ta\tb\t90%"


def test_excel_may_name_the_separator(opened) -> None:
    assert lines(opened("sep=|\r\na,b|c,d\r\n1,2|3,4\r\n")) == ["a,b\tc,d", "1,2\t3,4"]


def test_quotes_hold_line_breaks_and_separators(opened) -> None:
    assert lines(opened('a;"dua\nbaris; ""x"""\n1;2\n')) == ['a\tdua baris; "x"', "1\t2"]


def test_text_without_columns_is_prose(opened) -> None:
    lembar = opened("Rencana Kinerja\nTahun 2024\n")
    assert lines(lembar) == ["Rencana Kinerja", "Tahun 2024"]
    assert lembar.catatan == ("Pemisah kolom: tidak ditemukan; sandi huruf: UTF-8.",)


def test_uneven_rows_keep_all_cells_and_are_said(opened) -> None:
    lembar = opened("a;b;c\n1;2\n3;4;5;6\n7;8;9\n")
    assert lines(lembar) == ["a\tb\tc\t", "1\t2\t\t", "3\t4\t5\t6", "7\t8\t9\t"]
    assert lembar.catatan[1] == "2 baris tidak mempunyai 3 sel seperti yang lain (baris 2, 3); periksa pemisahnya."


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (["77.50", "1234.5", "3.125", "12"], ["77,50", "1234,5", "3,1250", "12"]),
        (["1,234.50", "1,234", "1,234,567", "3.125%"], ["1.234,50", "1234", "1.234.567", "3,125%"]),
        (["1.234,50", "23.617", "1.234.567", "3,125"], ["1.234,50", "23617", "1.234.567", "3,1250"]),
        (["Rp 1,234.50", "Rp1,234", "x", "-"], ["Rp 1.234,50", "Rp1234", "x", "-"]),
    ],
)
def test_a_column_that_proves_its_decimal_mark_is_rewritten_and_said(opened, column, wanted) -> None:
    lembar = opened("Indikator;Target;Satuan\n" + "".join(f"Nilai;{cell};kali\n" for cell in column))
    assert [line.tercetak[1] for line in lembar.baris[1:]] == wanted
    assert "Kolom 2, baris 1–5: tanda desimalnya" in lembar.catatan[1]


@pytest.mark.parametrize(
    "column",
    [
        ["77.5 %", "23.617", "3.2"],  # a point for decimals, and for thousands: seen on one page
        ["1,234.50", "1.234,50", "3,125"],
        ["23,368,000", "2.357.012.000", "1.500"],
        ["3355.994", "3355.007", "1.234"],  # codes
        ["076.01.06", "1234.5", "1.234"],
    ],
)
def test_a_column_that_proves_nothing_stays_as_printed(opened, column) -> None:
    lembar = opened("Indikator;Target;Satuan\n" + "".join(f"Nilai;{cell};kali\n" for cell in column))
    assert [line.tercetak[1] for line in lembar.baris[1:]] == column
    assert "ditulis ulang" not in " ".join(lembar.catatan)


def test_what_one_table_proves_says_nothing_of_the_next(opened) -> None:
    lembar = opened("Indikator;Target\nNilai;1234.5\nSkor;3.125\n\nIndikator;Target\nPemilih;23.617\n")
    assert [line.tercetak[-1] for line in lembar.baris] == ["Target", "1234,5", "3,1250", "", "Target", "23.617"]
    assert lembar.catatan[2] == (
        "Kolom 2, baris 5–6: tanda desimalnya tidak pasti («23.617»); dibiarkan seperti tercetak."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('a;"b\nc;d\n', "baris 1 tidak dapat dipisah"),
        (b"a;b\n\0;c\n", "bita nol"),
        (b"a;b\n\x81;c\n", "hurufnya tidak dapat dikenali"),
        ("a;" + "x" * 40_000 + "\n", "baris 1 memuat teks lebih dari"),
        ("a;" + "x" * 200_000 + "\n", "baris 1 tidak dapat dipisah"),
        (";" * 2_000_001 + "\n", r"lebih dari 2\.000\.000 sel sampai baris 1"),
    ],
)
def test_what_cannot_be_read_is_refused(opened, content: str | bytes, words: str) -> None:
    with pytest.raises(BerkasTidakTerbaca, match=words):
        opened(content)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca, match="tidak dapat dibuka"):
        read(tmp_path / "hilang.csv")
