"""The value grammar: what is written in real papers is read as written, the rest is refused, never guessed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.values.numbers import Ambigu, looks_like_value, parse_nilai, parse_number, parse_persen, parse_rupiah
from loaders.values.ordinals import OPINI_BPK, PREDIKAT_AKIP, parse_ordinal
from loaders.values.satuan import units
from loaders.values.years import parse_year, years_in


def dotted(number: int, mark: str = ".") -> str:
    return f"{number:,}".replace(",", mark)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("77,50%", 77.5, "%"),
        ("77.5 %", 77.5, "%"),
        ("0.2%", 0.2, "%"),
        ("0,18%", 0.18, "%"),
        ("0 %", 0.0, "%"),
        ("100%", 100.0, "%"),
        ("3.2", 3.2, None),
        ("70", 70.0, None),
        ("0", 0.0, None),
        ("15 Keg", 15.0, "Keg"),
        ("1 Kasus", 1.0, "Kasus"),
        ("12 Laporan", 12.0, "Laporan"),
        ("1.250 orang", 1250.0, "orang"),
        ("1.234,56 %", 1234.56, "%"),
        ("99,998%", 99.998, "%"),
        ("0.125 %", 0.125, "%"),
        ("95 persen", 95.0, "%"),
        ("2 (dua) dokumen", 2.0, "dokumen"),
        ("12 (dua belas)", 12.0, None),
        ("1.024 (Seribu Dua Puluh Empat) orang", 1024.0, "orang"),
        ("100 (seratus) persen", 100.0, "%"),
        ("Nilai 92", 92.0, None),
        ("indeks 3,45", 3.45, None),
        ("3,45 indeks", 3.45, "indeks"),
        ("2 TPS", 2.0, "TPS"),
        ("4 Desa", 4.0, "Desa"),
        ("30 hari", 30.0, "hari"),
    ],
)
def test_values_as_printed(text: str, number: float, unit: str | None) -> None:
    value = parse_nilai(text)
    assert (value.nilai, value.satuan, value.keadaan, value.teks) == (number, unit, "ada", text)


def test_a_dot_before_three_digits_is_decided_by_what_is_counted() -> None:
    assert parse_nilai("23.617", counted=True).nilai == 23617
    assert parse_nilai("23.617 orang").nilai == 23617
    for text in ("23.617", "1.250%", "23.617 %", "3.250 indeks"):
        with pytest.raises(Ambigu, match="ribuan atau desimal"):
            parse_nilai(text)
    with pytest.raises(Ambigu, match="ribuan atau desimal"):
        parse_persen("99.998")


@pytest.mark.parametrize(
    ("text", "unit"), [("7 Kecamata n", "Kecamatan"), ("0 perk ara", "perkara"), ("2 La p", "Lap")]
)
def test_a_broken_unit_is_mended_by_a_named_rule(text: str, unit: str) -> None:
    value = parse_nilai(text)
    assert (value.satuan, value.keadaan, value.aturan, value.teks) == (unit, "diperbaiki", "satuan_terpenggal", text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("≥ 90%", "adalah batas.*misalnya 90%"),
        ("minimal 90%", "adalah batas"),
        ("B (65,00)", "tulis salah satu, misalnya B atau 65,00"),
        ("75,5 (BB)", "tulis salah satu"),
        ("80-90%", "adalah rentang"),
        ("2 (tiga) dokumen", "tidak sama"),
        ("2,5 (dua lima)", "tidak sama"),
        ("20 (dua) dokumen", "tidak sama"),
    ],
)
def test_what_is_no_single_value_is_refused_with_what_to_write(text: str, instead: str) -> None:
    with pytest.raises(Ambigu, match=instead):
        parse_nilai(text)
    assert not looks_like_value(text)


def test_a_label_before_a_number_under_a_unit_is_refused() -> None:
    with pytest.raises(Ambigu):
        parse_nilai("Nilai 92", satuan="%")


def test_missing_is_never_zero() -> None:
    assert [parse_nilai(text).keadaan for text in ("-", "–", "")] == [
        "tidak_ditargetkan",
        "tidak_ditargetkan",
        "kosong",
    ]
    assert all(parse_nilai(text).nilai is None for text in ("-", "–", ""))
    assert [parse_rupiah(text).rupiah for text in ("-", "", "4.056.561.00")] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "lOOo/o",
        "too%",
        "9O%",
        "seratus",
        "5 gajah",
        "1.2.3",
        "12.34.567",
        "%",
        "90%%",
        "90 % 80 %",
        "1..5",
        "- -",
        "=1+1",
        "CcC",
        "b",
        "１２",
    ],
)
def test_outside_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(Ambigu):
        parse_nilai(text)


@pytest.mark.parametrize("text", ["lOOo/o", "seratus", "5 gajah", "90 % 80 %", "CcC", "b", "１２", "Jumlah", "(1)"])
def test_words_do_not_look_like_values(text: str) -> None:
    assert not looks_like_value(text)


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("23,368,000", 23_368_000),
        ("2.357.012.000", 2_357_012_000),
        ("Rp. 25.868.406.000,-", 25_868_406_000),
        ("Rp 2.885.908.000", 2_885_908_000),
        ("5.640.000,0000", 5_640_000),
        ("20.000,0000", 20_000),
        ("0,0000", 0),
        ("1.234.567,00", 1_234_567),
        ("1,234,567.00", 1_234_567),
        ("972", 972),
        ("0", 0),
    ],
)
def test_money_as_printed(text: str, rupiah: int) -> None:
    assert (parse_rupiah(text).rupiah, parse_rupiah(text).keadaan) == (rupiah, "ada")


@pytest.mark.parametrize("text", ["4.056.561.00", "63.708.082.00", "6.678.957.00", "1.234.5", "12.34", "1,5"])
def test_a_figure_that_lost_its_end_is_damaged_not_guessed(text: str) -> None:
    money = parse_rupiah(text)
    assert (money.rupiah, money.keadaan, money.teks) == (None, "rusak", text)


@pytest.mark.parametrize(
    "text", ["12.3456", "1.234,567", "1.23.456", "10%", "sejuta", "-5", "1.234.567,50", "٣", "1e9"]
)
def test_money_outside_the_grammar_is_refused(text: str) -> None:
    with pytest.raises(Ambigu):
        parse_rupiah(text)


@given(st.integers(0, 10**15 - 1), st.sampled_from([".", ","]), st.sampled_from([1, 1000]))
def test_money_round_trips(amount: int, mark: str, scale: int) -> None:
    assert parse_rupiah(dotted(amount, mark), scale=scale).rupiah == amount * scale


@given(st.integers(10**6, 10**12), st.integers(1, 2))
def test_money_cut_short_is_never_read_as_money(amount: int, lost: int) -> None:
    assert parse_rupiah(dotted(amount)[:-lost]).keadaan == "rusak"


@given(st.integers(0, 999_999), st.integers(0, 99), st.sampled_from([".", ","]))
def test_shares_round_trip(whole: int, cents: int, mark: str) -> None:
    text = f"{whole}{mark}{cents:02d}%"
    assert parse_nilai(text).nilai == pytest.approx(whole + cents / 100)


@given(st.integers(0, 10**9))
def test_counts_round_trip(number: int) -> None:
    assert parse_nilai(f"{dotted(number)} orang").nilai == number
    assert parse_nilai(dotted(number), counted=True).nilai == number


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_but_kept(text: str) -> None:
    for parse in (parse_nilai, parse_rupiah):
        try:
            value = parse(text)
        except Ambigu as error:
            assert str(error)
        else:
            assert value.teks == text
            assert value.keadaan in ("ada", "kosong", "tidak_ditargetkan", "diperbaiki", "rusak")


@given(st.text(alphabet="0123456789., %-", max_size=10))
def test_numbers_are_finite_and_never_negative(text: str) -> None:
    try:
        value = parse_nilai(text)
    except Ambigu:
        return
    assert value.nilai is None or (math.isfinite(value.nilai) and value.nilai >= 0)


@given(st.sampled_from(["90%", "3.2", "15 Keg", "B", "-", "7 Kecamata n"]))
def test_what_parses_also_looks_like_a_value(text: str) -> None:
    assert looks_like_value(text)
    parse_nilai(text)


def test_ordinals_are_strict() -> None:
    assert [parse_ordinal(text) for text in ("B", "CC", "WTP", "b", "CcC", "BBB", "")] == [
        "B",
        "CC",
        "WTP",
        None,
        None,
        None,
        None,
    ]
    assert all(parse_ordinal(text) == text for text in (*PREDIKAT_AKIP, *OPINI_BPK))


@pytest.mark.parametrize(
    ("text", "opinion"),
    [
        ("Wajar Tanpa Pengecualian", "WTP"),
        ("WAJAR TANPA PENGECUALI AN (WTP)", "WTP"),
        ("Wajar Dengan Pengecualian", "WDP"),
        ("Wajar Tanpa Pengecualian (WDP)", None),
        ("Wajar", None),
        ("Opini Wajar Tanpa Pengecualian", None),
        ("Wajar Tanpa Pengecualian 2", None),
    ],
)
def test_an_opinion_in_full_is_its_short_name(text: str, opinion: str | None) -> None:
    assert parse_ordinal(text) == opinion
    assert looks_like_value(text) == (opinion is not None)


@pytest.mark.parametrize(
    ("text", "number"), [("99,25", 99.25), ("0.75", 0.75), ("100,00", 100.0), ("99,998", 99.998), ("7", 7.0)]
)
def test_printed_percentages(text: str, number: float) -> None:
    assert parse_persen(text) == number


def test_years_of_headings() -> None:
    assert [parse_year(text) for text in ("2020", "202 2", "2.020", "90%", "1999", "20244")] == [
        2020,
        2022,
        None,
        None,
        None,
        None,
    ]
    assert years_in("TAHUN 2020-2024") == [2020, 2024]


def test_a_leading_zero_is_a_decimal() -> None:
    assert parse_number("0,125") == 0.125


def test_units_are_of_known_kinds() -> None:
    assert set(units().values()) == {"cacah", "rasio"}


@pytest.mark.parametrize("digits", [16, 30, 5000])
def test_a_number_longer_than_any_budget_is_refused(digits: int) -> None:
    for parse in (parse_nilai, parse_rupiah):
        with pytest.raises(Ambigu, match="terlalu panjang"):
            parse("9" * digits)
