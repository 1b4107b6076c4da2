"""Numbers in words: every number says itself and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.values.spelled import MOST, _words, says


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"), (8, "delapan"), (10, "sepuluh"), (11, "sebelas"), (17, "tujuh belas"), (20, "dua puluh"),
        (100, "Seratus"), (115, "seratus lima belas"), (1000, "seribu"), (1250, "seribu dua ratus lima puluh"),
        (21_011, "dua puluh satu ribu sebelas"), (650_000, "enam ratus lima puluh ribu"), (2, "du a"),
    ],
)  # fmt: skip
def test_numbers_say_their_words(number: int, words: str) -> None:
    assert says(words, number)


@pytest.mark.parametrize(
    ("number", "words"), [(2, "tiga"), (20, "dua"), (1000, "satu ribu"), (MOST + 1, "sejuta"), (-1, "")]
)
def test_other_words_are_not_said(number: int, words: str) -> None:
    assert not says(words, number)


@given(st.integers(0, MOST), st.integers(0, MOST))
def test_no_two_numbers_share_their_words(one: int, other: int) -> None:
    assert says(_words(one), other) == (one == other)
