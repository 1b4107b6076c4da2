"""No damage makes the grammar read a number that the paper does not print: it reads what stands there, or refuses."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loaders.values.numbers import (
    DASHES,
    Ambigu,
    looks_like_value,
    parse_nilai,
    parse_number,
    parse_persen,
    parse_rupiah,
)
from loaders.values.ordinals import OPINI_BPK, PREDIKAT_AKIP
from loaders.values.satuan import units


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def both(number: Decimal) -> tuple[str, str]:
    """Whole part with dots and with commas for thousands, with the other mark before two decimals."""
    whole, cents = f"{number:.2f}".split(".")
    return f"{grouped(int(whole), '.')},{cents}", f"{grouped(int(whole), ',')}.{cents}"


SHARES = st.decimals(0, 1000, places=2, allow_nan=False, allow_infinity=False)
COUNTS = st.integers(0, 10**9)
MONEY = st.integers(0, 10**13)

NOTATIONS = st.one_of(
    SHARES.map(lambda n: f"{n}%"),
    SHARES.map(lambda n: f"{n} %"),
    SHARES.map(lambda n: f"{n}%".replace(".", ",")),
    SHARES.map(lambda n: f"{n:.1f}".replace(".", ",")),
    SHARES.flatmap(lambda n: st.sampled_from(both(n))),
    COUNTS.map(str),
    COUNTS.map(lambda n: grouped(n, ".")),
    st.tuples(COUNTS, st.sampled_from(["Keg", "orang", "Kecamatan", "Kecamata n", "perk ara", "Lap", "kali"])).map(
        lambda pair: f"{grouped(pair[0], '.')} {pair[1]}"
    ),
    MONEY.map(lambda n: grouped(n, ".")),
    MONEY.map(lambda n: grouped(n, ",")),
    MONEY.map(lambda n: f"Rp. {grouped(n, '.')},-"),
    MONEY.map(lambda n: f"Rp {grouped(n, '.')}"),
    MONEY.map(lambda n: f"{grouped(n, '.')},0000"),
    MONEY.map(lambda n: f"{grouped(n, '.')},00"),
    MONEY.map(lambda n: f"{grouped(n, ',')}.00"),
    st.sampled_from(["-", "–", "0", "0 %", "nihil", "B", "WTP", "lOOo/o", "too%", "104 0", "4.056.561.00", "202 2"]),
)
"""A true number in a notation that offices use, and some that only damaged papers show."""

LOOKALIKES = {"0": "Oo", "1": "lI|", "5": "S", "8": "B", "9": "g", "6": "b", "2": "Z", "%": "°/", ".": ",·", ",": ".'"}


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A printed number after up to three accidents: lost, doubled, swapped, mistaken, added or cut-off characters."""
    text = draw(NOTATIONS)
    for _ in range(draw(st.integers(0, 3))):
        if not text:
            break
        at = draw(st.integers(0, len(text) - 1))
        before, here, after = text[:at], text[at], text[at + 1 :]
        mistaken = draw(st.sampled_from(LOOKALIKES.get(here, "x")))
        stray = draw(st.sampled_from(" .,-%0123456789oOlRp|'\u00a0\u200b\t\u0661\uff11"))
        text = draw(
            st.sampled_from(
                [before + after, before + here * 2 + after, before + after[:1] + here + after[1:],
                 before + mistaken + after, before + stray + here + after, before, after, before + "\n" + here + after]
            )
        )  # fmt: skip
    return text


def possible(text: str) -> set[Decimal]:
    """What the figures of a text can mean: groups of three parted by one mark, decimals behind the other."""
    figures = re.sub(r"^Rp\.?|,-$|[^0-9.,]", "", text)
    meanings = set()
    for thousands, decimal in ((".", ","), (",", ".")):
        whole, mark, cents = figures.partition(decimal)
        groups = whole.split(thousands)
        proper = len(groups) == 1 or (len(groups[0]) in (1, 2, 3) and all(len(group) == 3 for group in groups[1:]))
        if proper and all(groups) and cents.isdigit() == bool(mark) and (cents.isdigit() or not cents):
            meanings.add(Decimal("".join(groups) + "." + (cents or "0")))
    return meanings


def check_nilai(text: str, counted: bool, satuan: str | None) -> None:
    try:
        value = parse_nilai(text, counted=counted, satuan=satuan)
    except Ambigu as error:
        assert str(error)
        return
    assert value.teks == text
    if value.nilai is None:
        assert text in {"", *DASHES, *PREDIKAT_AKIP, *OPINI_BPK}
        return
    assert value.keadaan in ("ada", "diperbaiki")
    assert Decimal(repr(value.nilai)) in possible(text), (text, value.nilai)
    assert re.fullmatch(r"[0-9., %A-Za-z\s]+", text)
    printed = re.sub(r"[0-9.,\s]", "", text)
    assert printed.lower() == ((value.satuan or "").replace(" ", "").lower() if printed else "")
    assert not printed or (value.satuan or "").lower() in units()


def check_rupiah(text: str, scale: int) -> None:
    try:
        money = parse_rupiah(text, scale=scale)
    except Ambigu as error:
        assert str(error)
        return
    assert money.teks == text
    if money.rupiah is None:
        assert money.keadaan == ("kosong" if not text else "tidak_ditargetkan" if text in DASHES else "rusak")
        return
    assert Decimal(money.rupiah) / scale in possible(text), (text, money.rupiah)
    assert re.fullmatch(r"(Rp\.?)?[0-9\s.,-]*", text), text


@given(damaged(), st.booleans(), st.sampled_from([None, "%", "Keg"]))
@example("12.34.567", True, None)
@example("1.234,567,89", False, "%")
def test_a_damaged_value_is_read_as_it_stands_or_refused(text: str, counted: bool, satuan: str | None) -> None:
    check_nilai(text, counted, satuan)


@given(damaged(), st.sampled_from([1, 1000, 10**6]))
@example("4.056.561.00", 1)
@example("1,234.567", 1)
@example("Rp 4.056.561.00", 1)
@example("Rp. 4,056,561,00", 1)
@example("Rp1.00", 1)
@example("1,000,0000", 1)
def test_damaged_money_is_read_as_it_stands_or_refused(text: str, scale: int) -> None:
    check_rupiah(text, scale)


@given(st.text(max_size=40), st.booleans(), st.sampled_from([None, "%", "Keg", "gajah"]), st.sampled_from([1, 1000]))
def test_any_text_at_all_is_read_as_it_stands_or_refused(
    text: str, counted: bool, satuan: str | None, scale: int
) -> None:
    check_nilai(text, counted, satuan)
    check_rupiah(text, scale)
    assert looks_like_value(text) in (True, False)


@given(damaged())
def test_a_damaged_percentage_is_read_as_it_stands_or_refused(text: str) -> None:
    try:
        number = parse_persen(text)
    except Ambigu:
        return
    assert Decimal(repr(number)) in possible(text)
    assert re.fullmatch(r"\s*[0-9.,]+\s*%?\s*", text)


@given(st.text("0123456789.,", min_size=1, max_size=14), st.sampled_from([None, True, False]))
def test_the_same_digits_never_mean_two_numbers_unless_a_count_decides(text: str, count: bool | None) -> None:
    """What is read without knowing what is counted is read the same when it is known."""
    try:
        unknown = parse_number(text)
    except Ambigu:
        return
    assert parse_number(text, count=count) == unknown


@given(st.integers(10**6, 10**12), st.data())
def test_money_whose_marks_are_out_of_place_is_never_money(amount: int, data: st.DataObject) -> None:
    """One digit lost or doubled inside a grouped figure leaves a group of two or four digits."""
    text = grouped(amount, ".")
    inside = [n for n in range(text.index(".") + 1, len(text)) if text[n] != "."]
    at = data.draw(st.sampled_from(inside))
    for wrong in (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:]):
        try:
            money = parse_rupiah(wrong)
        except Ambigu:
            continue
        assert (money.rupiah, money.keadaan) == (None, "rusak"), wrong


@pytest.mark.parametrize("text", ["l00", "1O0", "lOOo/o", "5S%", "B0", "too%", "1|0", "9o", "l.234.567", "1.234.S67"])
def test_letters_for_digits_are_refused(text: str) -> None:
    for parse in (parse_nilai, parse_rupiah, parse_persen):
        with pytest.raises(Ambigu):
            parse(text)
