"""The time of a figure: a whole year is its number, parts and versions are ordered, and the contract knows them all."""

from __future__ import annotations

from itertools import pairwise, product

import duckdb
import pytest

from loaders.publish.schema import create
from loaders.values import PERIODE, Masa, parse_periode

VERSI = (None, "awal", "revisi 1", "revisi 12")


def test_what_is_written_of_a_time_is_read_back() -> None:
    for periode, versi in product((None, *PERIODE), VERSI):
        masa = Masa(2025, periode, versi)
        assert Masa.parse(str(masa)) == masa
    for text in (
        "",
        "2025 tw1",
        " 2025",
        "2025  TW1",
        "jumlah",
        "TW1",
        "2025 TW5",
        "2025 triwulan",
        "2025 revisi",
        "2025 revisi 0",
        "1999",
        "2025TW1",
    ):
        assert Masa.parse(text) is None, text


def test_a_whole_year_is_its_number() -> None:
    held = {2025: "a", Masa(2024): "b", Masa(2025, "TW1"): "c"}
    assert (held[Masa(2025)], held[2024], held[Masa(2025, "TW1")]) == ("a", "b", "c")
    assert Masa.of(2025) == 2025 != Masa(2025, "TW1")
    assert Masa(2025, "TW1") != "2025 TW1"
    assert str(Masa(2025)) == "2025"


def test_times_are_ordered_year_parts_versions_and_what_has_no_version_is_the_last() -> None:
    whole, first, fourth = Masa(2025), Masa(2025, "TW1"), Masa(2025, "TW4")
    versions = [Masa(2025, "TW4", "awal"), Masa(2025, "TW4", "revisi 2"), Masa(2025, "TW4", "revisi 10"), fourth]
    assert sorted([2026, *reversed(versions), first, 2025, 2024]) == [2024, whole, first, *versions, 2026]
    assert [masa.latest(versions) for masa in versions] == [False, False, False, True]
    assert versions[2].latest([*versions[:3], None, 2026, first])


def test_what_follows_is_the_next_year_or_the_next_part_of_the_same_length() -> None:
    for kind in ("TW", "S", "B"):
        parts = [Masa(2025, part) for part in PERIODE if part.rstrip("0123456789") == kind]
        assert all(below.follows(above) for above, below in pairwise([Masa(2025), *parts]))
        assert not parts[0].follows(parts[-1])
    assert Masa(2026).follows(Masa(2025))
    for above, below in (
        (Masa(2025), Masa(2027)), (Masa(2025, "TW4"), Masa(2025, "S1")), (Masa(2024, "TW1"), Masa(2025, "TW2")),
        (Masa(2025, "TW1"), Masa(2026)), (Masa(2025, versi="awal"), Masa(2025, "TW1")), (Masa(2025), Masa(2025)),
    ):  # fmt: skip
        assert not below.follows(above), (above, below)


@pytest.mark.parametrize("wrong", [("TW5", None), ("", None), (None, "revisi"), (None, "akhir")])
def test_what_the_contract_does_not_know_is_no_time(wrong: tuple[str | None, str | None]) -> None:
    with pytest.raises(ValueError, match="tidak dikenal"):
        Masa(2025, *wrong)


def test_the_parts_of_a_year_are_those_of_the_contract_in_its_order() -> None:
    with duckdb.connect() as connection:
        create(connection)
        known = connection.sql("select periode, sebutan from periode order by urutan").fetchall()
    assert tuple(code for code, _ in known) == PERIODE
    assert [parse_periode(words) for _, words in known] == list(PERIODE)


def test_a_heading_names_one_part_of_a_year_or_none() -> None:
    for text, code in (
        ("TW I", "TW1"), ("Tw. IV", "TW4"), ("TRIWULAN 2", "TW2"), ("Target Triwulan III 2025", "TW3"), ("TW3", "TW3"),
        ("Semester II", "S2"), ("Jan", "B01"), ("Agt", "B08"), ("Nopember 2025", "B11"), ("Des.", "B12"),
        ("Target", None), ("TW", None), ("Triwulan V", None), ("TW I dan TW II", None), ("TW I–Semester I", None),
        ("Marga", None), ("Triwulan IVA", None), ("", None),
    ):  # fmt: skip
        assert parse_periode(text) == code, text
