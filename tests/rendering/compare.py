"""Two readings of one document side by side: what is equal, in karantina, missing, and wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.rendering.facts import Bacaan, Fakta


@dataclass(frozen=True)
class Banding:
    """The rows of a rendering against those of the text it was made from.

    `sama`: read the same. `dikarantina`: refused in the rendering, words or mark kept. `hilang`: nowhere.
    `salah`: loaded from the rendering although the text has no such row: a value or a word differs or stands elsewhere.
    """

    sama: int
    dikarantina: tuple[Fakta, ...]
    hilang: tuple[Fakta, ...]
    salah: tuple[Fakta, ...]

    @property
    def jumlah(self) -> int:
        """The rows of the text."""
        return self.sama + len(self.dikarantina) + len(self.hilang)

    @property
    def penuh(self) -> bool:
        """True when every row was read the same and none besides."""
        return not (self.dikarantina or self.hilang or self.salah)


def compare(text: Bacaan, rendered: Bacaan) -> Banding:
    """Compare row by row; a row printed twice must be read twice."""
    expected, found = Counter(text.fakta), Counter(rendered.fakta)
    lost, surplus = list((expected - found).elements()), list((found - expected).elements())
    unread = [fakta for fakta in surplus if _is_unread(fakta, lost)]
    names = [(fakta.tabel, fakta.kata) for fakta in unread]
    refused = [fakta for fakta in lost if fakta.nama in rendered.karantina or (fakta.tabel, fakta.kata) in names]
    return Banding(
        (expected & found).total(),
        tuple(refused),
        tuple(fakta for fakta in lost if fakta not in refused),
        tuple(fakta for fakta in surplus if fakta not in unread),
    )


def _is_unread(fakta: Fakta, lost: list[Fakta]) -> bool:
    """True for a row of the text some of whose figures are given as unreadable, none as another figure."""
    return any(
        (other.tabel, other.kata) == (fakta.tabel, fakta.kata)
        and len(other.nilai) == len(fakta.nilai)
        and all(a == b or a.endswith(" rusak") for a, b in zip(fakta.nilai, other.nilai, strict=True))
        for other in lost
    )


def differences(banding: Banding) -> list[str]:
    """What differs, a line each: a wrong row beside the row of the text it resembles most."""
    lost = [*banding.hilang, *banding.dikarantina]
    lines = [f"SALAH {_difference(fakta, _nearest(fakta, lost))}" for fakta in banding.salah]
    lines += [f"KARANTINA {_named(fakta)}" for fakta in banding.dikarantina]
    return lines + [f"HILANG {_named(fakta)}" for fakta in banding.hilang]


def _named(fakta: Fakta) -> str:
    return f"{fakta.tabel[0]}: {fakta.nama}"


def _parts(fakta: Fakta) -> tuple[str, ...]:
    return (*fakta.tabel, *fakta.kata, *fakta.nilai)


def _nearest(fakta: Fakta, others: list[Fakta]) -> Fakta | None:
    return max(others, key=lambda other: len({*_parts(fakta)} & {*_parts(other)}), default=None)


def _difference(fakta: Fakta, other: Fakta | None) -> str:
    if other is None:
        return f"{_named(fakta)} {fakta.nilai}: tidak ada di teks"
    here, there = {*_parts(fakta)} - {*_parts(other)}, {*_parts(other)} - {*_parts(fakta)}
    return f"{_named(fakta)}\n    dibaca: {sorted(here)}\n    teks:   {sorted(there)}"
