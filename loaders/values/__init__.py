"""Text → value: numbers, money, years, units, codes and names as Indonesian offices print them. Pure.

    >>> parse_nilai("97,5", "%").nilai
    97.5

What the grammar does not know is refused with a reason (Ambigu); nothing is guessed.
"""

from __future__ import annotations

from loaders.values import names, satuan
from loaders.values.codes import full_program_code
from loaders.values.masa import PERIODE, Kapan, Masa, parse_periode, without_periode
from loaders.values.names import (
    breaks_off,
    clean,
    join,
    kosakata,
    letters,
    name_key,
    starts_indicator,
    strip_markup,
    strip_ordinal,
    wording_key,
)
from loaders.values.numbers import (
    DASHES,
    Ambigu,
    Nilai,
    Uang,
    counts,
    looks_like_value,
    parse_nilai,
    parse_number,
    parse_persen,
    parse_rupiah,
)
from loaders.values.ordinals import OPINI_BPK, PREDIKAT_AKIP, parse_ordinal
from loaders.values.satuan import meaning, meanings, parse_unit, units, unknown_unit
from loaders.values.years import parse_year, years_in

__all__ = [
    "DASHES",
    "OPINI_BPK",
    "PERIODE",
    "PREDIKAT_AKIP",
    "Ambigu",
    "Kapan",
    "Masa",
    "Nilai",
    "Uang",
    "breaks_off",
    "clean",
    "counts",
    "full_program_code",
    "join",
    "kosakata",
    "letters",
    "looks_like_value",
    "meaning",
    "meanings",
    "name_key",
    "names",
    "parse_nilai",
    "parse_number",
    "parse_ordinal",
    "parse_periode",
    "parse_persen",
    "parse_rupiah",
    "parse_unit",
    "parse_year",
    "satuan",
    "starts_indicator",
    "strip_markup",
    "strip_ordinal",
    "units",
    "unknown_unit",
    "without_periode",
    "wording_key",
    "years_in",
]
