"""Text is mended where a narrow column broke it, and left alone where its author wrote it so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.values.codes import full_program_code
from loaders.values.names import clean, join, kosakata, letters, mend_words, name_key, strip_ordinal


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Persentase penyelenggara an Pemilu", "Persentase penyelenggaraan Pemilu"),
        ("Laporan Pertanggung jawaban Penggunaan", "Laporan Pertanggungjawaban Penggunaan"),
        ("perundang- undangan", "perundang-undangan"),
        ("<b>A Program</b>", "A Program"),
        ("penerapan <i>e-government</i> KPU", "penerapan e-government KPU"),
        ("dua  spasi\tdan tab", "dua spasi dan tab"),
        ("**Tabel 4.", "Tabel 4."),
        ("1 &amp; 2", "1 & 2"),
    ],
)
def test_broken_text_is_mended(printed: str, text: str) -> None:
    assert clean(printed) == text


@pytest.mark.parametrize(
    "text",
    [
        "penyelenggara rakan",
        "Sarana dan Pra Sarana",
        "kepilluan",
        "Adhock",
        "Pemilihhasil Pemilu",
        "cleangovernance",
        "Dukunga Bantuan",
        "KPU yang",
    ],
)
def test_what_the_author_wrote_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1. Mewujudkan KPU", "Mewujudkan KPU"),
        ("I. PROGRAM DUKUNGAN", "PROGRAM DUKUNGAN"),
        ("II Program X", "Program X"),
        ("A Program X", "Program X"),
        ("II Kegiatan X", "II Kegiatan X"),
        ("Program X", "Program X"),
        ("Data 1. Pemilih", "Data 1. Pemilih"),
    ],
)
def test_ordinals_leave_the_front_of_headings(heading: str, name: str) -> None:
    assert strip_ordinal(heading) == name


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once_on_plain_text(text: str) -> None:
    plain = "".join(character for character in text if character not in "<>&*-")
    assert clean(clean(plain)) == clean(plain)


@given(st.sampled_from(sorted(word for word in kosakata() if len(word) > 8)), st.integers(3, 6))
def test_a_known_word_is_put_together_unless_both_parts_are_words(word: str, cut: int) -> None:
    first, second = word[:cut], word[cut:]
    whole = mend_words(f"{first} {second}")
    assert whole in (word, f"{first} {second}")
    assert whole == word or {first, second} <= kosakata()


def test_pieces_of_a_cell_are_joined_across_the_seam() -> None:
    assert join(["Persentase penyelenggara", "", "an Pemilu"]) == "Persentase penyelenggaraan Pemilu"


def test_letters_ignore_what_narrow_columns_do() -> None:
    assert letters("PROG RAM /KEGI ATAN") == letters("Program / Kegiatan") == "programkegiatan"


def test_program_codes_in_full() -> None:
    assert [full_program_code(code) for code in ("CQ", "WA", "076.01.01")] == ["076.01.CQ", "076.01.WA", "076.01.01"]


def test_two_prints_of_a_program_have_one_key() -> None:
    assert name_key("PROGRAM Dukungan  Manajemen") == name_key("Dukungan Manajemen.") == "dukunganmanajemen"
