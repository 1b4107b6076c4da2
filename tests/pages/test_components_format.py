"""id-ID text: exact, reversible, and never a 0 for a missing value."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.components import columns
from pages.components import format as fmt

NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False, width=64))


def read_back(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


@given(NUMBERS)
def test_a_number_keeps_every_digit(value):
    assert read_back(fmt.number(value)) == Decimal(repr(value))


@given(NUMBERS, st.integers(0, 4))
def test_decimals_are_padded_and_rounded_half_up(value, decimals):
    text = fmt.number(value, decimals)
    assert len(text.partition(",")[2]) == decimals
    assert abs(read_back(text) - Decimal(repr(value))) <= Decimal(5).scaleb(-decimals - 1)


@given(st.integers(0, 10**15))
def test_thousands_are_groups_of_three(value):
    head, *groups = fmt.number(value).split(".")
    assert 1 <= len(head) <= 3
    assert all(len(group) == 3 for group in groups)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.56, "1.234,56"),
        (77.5, "77,5"),
        (100.0, "100"),
        (0, "0"),
        (-0.0, "0"),
        (-1234, "-1.234"),
        (1e15, "1.000.000.000.000.000"),
    ],
)
def test_numbers_as_indonesian_offices_write_them(value, text):
    assert fmt.number(value) == text


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_missing_value_is_empty_text(missing):
    assert fmt.number(missing) == fmt.rupiah(missing) == fmt.rupiah_short(missing) == fmt.percent(missing) == ""
    assert columns.text(missing, "rupiah") == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (950, "Rp 950"),
        (1_234_000_000, "Rp 1,2 miliar"),
        (960_000_000, "Rp 960 juta"),
        (999_940_000, "Rp 999,9 juta"),
        (999_960_000, "Rp 1 miliar"),
        (20_518_557_000, "Rp 20,5 miliar"),
        (2_000_000, "Rp 2 juta"),
        (-1_500_000, "Rp -1,5 juta"),
    ],
)
def test_large_rupiah_in_words(value, text):
    assert fmt.rupiah_short(value) == text


def test_rupiah_percent_and_dates():
    assert fmt.rupiah(1234567) == "Rp 1.234.567"
    assert fmt.percent(96.125) == "96,13%"
    assert fmt.tanggal(date(2020, 8, 28)) == "28 Agustus 2020"
    assert fmt.tanggal(None) == ""
    assert fmt.waktu(datetime(2026, 12, 31, 18, 5, tzinfo=UTC)) == "1 Januari 2027 pukul 01.05 WIB"


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_words_are_joined(parts, text):
    assert fmt.join_words(parts) == text


def test_every_keadaan_of_the_schema_has_word_icon_and_colour():
    assert set(fmt.KEADAAN) == {"ada", "tidak_ditargetkan", "kosong", "diperbaiki", "dikoreksi", "rusak"}
    assert len({word for word, _, _ in fmt.KEADAAN.values()}) == len(fmt.KEADAAN)
    assert all(icon.startswith(":material/") for _, icon, _ in fmt.KEADAAN.values())
