"""The satker that are simulated, and what kind of office each is: how well it works, how well it sends documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loaders.errors import LoaderError
from loaders.files import REFERENSI, read_rows
from loaders.simulasi.chance import dice

PUSAT = "00"
"""KPU RI, of which only the Renstra 2025–2029 is written."""
BIASA = "Jawa Timur"
"""The province that is taken where only a number of satker is asked for."""
SURAM = (-1.0, -0.35, 0.1, 0.45, 0.8)
"""What a year does to all satker alike: one is clearly bad, one clearly good."""


@dataclass(frozen=True)
class Satker:
    """An office. `cakap`: −1 (works badly) to 1 (works well). `tertib`: the share of its documents that it sends.
    `besar`: how large it is, 1 is usual. `kecamatan`: how many it has."""

    kode: str
    nama: str
    provinsi: str
    cakap: float
    tertib: float
    besar: float
    kecamatan: int

    @property
    def provinsi_sendiri(self) -> bool:
        """Whether it is a KPU provinsi."""
        return len(self.kode) == 2


def choose(referensi: Path, provinsi: str | None, jumlah: int | None, seed: int) -> tuple[Satker, ...]:
    """The satker asked for, in the order of their codes: a whole province, or so many, first those of one.
    All there are is one less than the list has: of KPU RI only a Renstra is written.

    Raises LoaderError where there is no such province or not so many satker.
    """
    rows = [row for row in read_rows(referensi / "satker.csv", REFERENSI["satker"]) if row["kode_satker"] != PUSAT]
    home = _province(rows, provinsi)
    found = home if jumlah is None else _so_many(rows, home, jumlah, alone=provinsi is not None)
    return _characters(sorted(found, key=lambda row: row["kode_satker"]), seed)


def _so_many(
    rows: list[dict[str, str]], home: list[dict[str, str]], jumlah: int, *, alone: bool
) -> list[dict[str, str]]:
    """The kabupaten and kota of the province, then its KPU provinsi, then, unless it is `alone`, all others."""
    ordered = sorted(home, key=lambda row: len(row["kode_satker"]) == 2)
    ordered += [] if alone else [row for row in rows if row not in home]
    if not 1 <= jumlah <= len(ordered) + (not alone):
        raise LoaderError(f"Banyaknya satker {jumlah} tidak dapat dipenuhi; pilih 1 sampai {len(ordered)}.")
    return ordered[:jumlah]


def _province(rows: list[dict[str, str]], provinsi: str | None) -> list[dict[str, str]]:
    wanted = (provinsi or BIASA).casefold()
    if found := [row for row in rows if row["provinsi"].casefold() == wanted]:
        return found
    names = ", ".join(sorted({row["provinsi"] for row in rows}))
    raise LoaderError(f"Provinsi «{(provinsi or '')[:40]}» tidak ada di satker.csv. Pilih salah satu: {names}.")


def _characters(rows: list[dict[str, str]], seed: int) -> tuple[Satker, ...]:
    """Skill and order are spread evenly, each in an order of its own, so that every run has good and bad offices."""
    skill, order = list(range(len(rows))), list(range(len(rows)))
    dice(seed, "cakap").shuffle(skill)
    dice(seed, "tertib").shuffle(order)
    silent = round(len(rows) / 20)
    return tuple(
        _character(row, place, tidy, len(rows), silent, seed)
        for row, place, tidy in zip(rows, skill, order, strict=True)
    )


def _character(row: dict[str, str], place: int, tidy: int, count: int, silent: int, seed: int) -> Satker:
    throw = dice(seed, "satker", row["kode_satker"])
    share = place / max(count - 1, 1)
    sends = 0.0 if tidy < silent else 0.68 + 0.30 * (tidy - silent + 1) / max(count - silent, 1)
    return Satker(
        row["kode_satker"], row["satker"], row["provinsi"], round(2 * share - 1, 4), round(sends, 4),
        round(throw.uniform(0.6, 1.9), 3), throw.randint(3, 31),
    )  # fmt: skip


def years_effect(tahun: tuple[int, ...], seed: int) -> dict[int, float]:
    """What each year does to all satker alike, −1 to 1: at least one is clearly worse than the others."""
    spread = [SURAM[round(i * (len(SURAM) - 1) / max(len(tahun) - 1, 1))] for i in range(len(tahun))]
    dice(seed, "tahun").shuffle(spread)
    return dict(zip(tahun, spread, strict=True))
