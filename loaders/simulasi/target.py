"""What an office promises and reaches: each indikator from its Renstra through RKT and PK to its LK, year by year.

A promise may be lowered, raised, left out or given another unit on its way, at about the rates of the real documents.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random
from typing import Literal

from loaders.simulasi.chance import dice, likely
from loaders.simulasi.indikator import OPINI, PREDIKAT, UKURAN, Ukuran
from loaders.simulasi.satker import Satker

Sebab = Literal["", "turun", "naik", "satuan", "rusak"]
"""What was done to a promise on its way."""


@dataclass(frozen=True)
class Angka:
    """A printed figure: its text and unit column, and its number (of a grade its place, the worst 0)."""

    teks: str
    satuan: str
    nilai: float | None
    sebab: Sebab = ""


@dataclass(frozen=True)
class Hasil:
    """What an LK prints of an indikator: target, realisasi, printed capaian. `tercapai`: None where nobody can say.
    `hitung`: the capaian in percent that follows from the figures; `tercetak_salah`: another one is printed."""

    target: Angka
    realisasi: Angka
    capaian: str
    tercapai: bool | None
    hitung: float | None
    tercetak_salah: bool


@dataclass(frozen=True)
class Janji:
    """An indikator of an office. By year: `renstra`, `rkt`, `pk` and `lk`; a year that is not there is not printed."""

    ukuran: Ukuran
    renstra: dict[int, Angka]
    rkt: dict[int, Angka]
    pk: dict[int, Angka]
    lk: dict[int, Hasil]


def promises(
    satker: Satker, tahun: tuple[int, ...], renstra: tuple[int, ...], efek: dict[int, float], seed: int
) -> list[Janji]:
    """The indikator of an office. `renstra`: the years its Renstra prints, `tahun`: those of the other documents."""
    kept = [ukuran for ukuran in UKURAN if _kept(satker, ukuran, seed)]
    return [_janji(satker, ukuran, tahun, renstra, efek, seed) for ukuran in kept]


def _kept(satker: Satker, ukuran: Ukuran, seed: int) -> bool:
    return likely(0.94 if ukuran.tingkat != "kegiatan" else 0.78, seed, "dipakai", satker.kode, ukuran.kode)


def _janji(
    satker: Satker, ukuran: Ukuran, tahun: tuple[int, ...], renstra: tuple[int, ...], efek: dict[int, float], seed: int
) -> Janji:
    throw = dice(seed, "janji", satker.kode, ukuran.kode)
    shift = throw.choice((-2, -1, 0, 0, 0, 1))
    base = {year: _base(ukuran, satker, year, shift) for year in renstra}
    printed = {year: _dash() if _not_yet(ukuran, year) else shown(ukuran, base[year]) for year in renstra}
    janji = Janji(ukuran, printed, {}, {}, {})
    reported = ukuran.tingkat != "kegiatan" or likely(0.9, seed, "dilaporkan", satker.kode, ukuran.kode)
    for year in tahun:
        if not _not_yet(ukuran, year):
            _year(
                janji,
                satker,
                year,
                base[year],
                efek[year],
                reported,
                dice(seed, "tahun", satker.kode, ukuran.kode, year),
            )
    return janji


def _year(janji: Janji, satker: Satker, year: int, base: float, efek: float, reported: bool, throw: Random) -> None:
    """Hand the promise of one year on from document to document."""
    rkt = _handed_on(janji.ukuran, base, 0.07, 0.03, throw)
    if throw.random() > 0.03:
        janji.rkt[year] = rkt
    value = rkt.nilai if rkt.nilai is not None else base
    pk = _handed_on(janji.ukuran, value, 0.08 + 0.035 * (1 - satker.cakap), 0.04, throw)
    signed = throw.random() > 0.04
    if signed:
        janji.pk[year] = pk
    value = pk.nilai if pk.nilai is not None else value
    lk = _handed_on(janji.ukuran, value, 0.04, 0.01, throw, odd=0.0)
    met = throw.random() < 1 / (1 + math.exp(-(1.1 + 1.2 * satker.cakap + 1.0 * efek + _ease(janji.ukuran))))
    if reported and throw.random() > 0.02:
        janji.lk[year] = _result(janji.ukuran, lk, met, throw)


def _not_yet(ukuran: Ukuran, year: int) -> bool:
    return ukuran.pemilu and year < 2022


def _ease(ukuran: Ukuran) -> float:
    """How much easier than others an indikator is, the same for all satker and runs."""
    return dice("mudah", ukuran.kode).uniform(-0.8, 0.8)


def _base(ukuran: Ukuran, satker: Satker, year: int, shift: int) -> float:
    """The target of a Renstra."""
    if ukuran.satuan == "kecamatan":
        return satker.kecamatan
    place = min(max((year - 2020) / 4, 0), 1)
    plain = ukuran.awal + (ukuran.akhir - ukuran.awal) * place
    if ukuran.isi == "opini":
        return plain
    return bounded(ukuran, _rounded(ukuran, plain) + shift * step(ukuran))


def _rounded(ukuran: Ukuran, value: float) -> float:
    fine = {
        "persen": 0.02 if ukuran.akhir < 1 else 0.5 if ukuran.akhir % 5 else 2.5,
        "nilai": 0.1 if ukuran.akhir < 10 else 1,
    }
    unit = fine.get(ukuran.isi, 1)
    return round(round(value / unit) * unit, 4)


def step(ukuran: Ukuran) -> float:
    """The usual difference between two targets of an indikator."""
    if ukuran.isi == "persen":
        return 0.02 if ukuran.akhir < 1 else 5 if ukuran.awal % 5 == 0 and ukuran.akhir > 80 else 1
    return {"nilai": 0.2 if ukuran.akhir < 10 else 2}.get(ukuran.isi, 1)


def bounded(ukuran: Ukuran, value: float) -> float:
    """The value within what its kind allows."""
    least, most = {
        "persen": (0.02 if ukuran.akhir < 1 else 5, 100), "nilai": (1, 100 if ukuran.akhir > 10 else 5),
        "predikat": (1, len(PREDIKAT) - 1), "opini": (0, len(OPINI) - 1), "cacah": (1, 10**6),
    }[ukuran.isi]  # fmt: skip
    return round(min(max(value, least), most), 4)


def _handed_on(
    ukuran: Ukuran, value: float, lower: float, higher: float, throw: Random, *, odd: float = 0.015
) -> Angka:
    """The promise in the next document: the same, or made easier, or harder, or in another unit, or damaged."""
    kind = throw.random()
    easier = (1 if ukuran.minimal else -1) * step(ukuran) * throw.choice((1, 1, 2))
    if kind < odd and ukuran.isi == "cacah":
        return Angka("100%", "", None, "satuan")
    if kind > 1 - odd / 4 and ukuran.isi == "persen":
        return Angka(f"{number(value)[:-1]}O%", "", None, "rusak")
    if ukuran.isi == "opini" or ukuran.satuan == "kecamatan":
        return shown(ukuran, value)
    if kind < odd + lower:
        return _moved(ukuran, value, easier, "turun")
    if kind < odd + lower + higher:
        return _moved(ukuran, value, -easier, "naik")
    return shown(ukuran, value)


def _moved(ukuran: Ukuran, value: float, by: float, sebab: Sebab) -> Angka:
    moved = bounded(ukuran, value + by)
    return shown(ukuran, moved, sebab if moved != value else "")


def _result(ukuran: Ukuran, target: Angka, met: bool, throw: Random) -> Hasil:
    """What the LK prints. A target nobody can read, or no realisasi, leaves open whether it was reached."""
    blank = throw.random() < 0.02
    reached = _reached(ukuran, target.nilai, met, throw) if target.nilai is not None else None
    realisasi = Angka("-", "", None) if blank or reached is None else shown(ukuran, reached)
    if target.nilai is None or realisasi.nilai is None:
        return Hasil(target, realisasi, "", None, None, False)
    tercapai = is_met(ukuran, target.nilai, realisasi.nilai)
    hitung = _percent(ukuran, target.nilai, realisasi.nilai)
    wrong = throw.random() < 0.04 and hitung is not None and hitung >= 10
    printed = hitung if hitung is not None else 100.0 if tercapai else 75.0
    capaian = number(round(printed + (throw.choice((-9, 5, 10)) if wrong else 0), 2))
    return Hasil(target, realisasi, capaian, tercapai, hitung, wrong)


def is_met(ukuran: Ukuran, target: float, realisasi: float) -> bool:
    """Whether a realisasi reaches its target."""
    if ukuran.satuan == "kecamatan":
        return realisasi == target
    return realisasi <= target if ukuran.minimal else realisasi >= target


def _percent(ukuran: Ukuran, target: float, realisasi: float) -> float | None:
    if ukuran.isi in ("predikat", "opini"):
        return None
    if ukuran.satuan == "kecamatan":
        return max(0.0, 100 - abs(realisasi - target) / target * 100)
    return max(0.0, (2 * target - realisasi) / target * 100) if ukuran.minimal else realisasi / target * 100


def _reached(ukuran: Ukuran, target: float, met: bool, throw: Random) -> float:
    """A realisasi that reaches the target, or misses it; once in a hundred far beyond it."""
    if ukuran.satuan == "kecamatan":
        return target if met else max(1, target - throw.randint(1, 3))
    if ukuran.isi == "cacah":
        by = throw.choice((0, 0, 1, 2)) if met else throw.randint(1, 3)
        if met and not ukuran.minimal and throw.random() < 0.03:
            by = int(target)
        return max(0, target + by * (-1 if met == ukuran.minimal else 1))
    if ukuran.isi in ("predikat", "opini"):
        return bounded(ukuran, target + (throw.choice((0, 0, 0, 1)) if met else -throw.choice((1, 1, 2))))
    far = throw.choice((0.0, 0.0, 0.02, 0.05)) if met else throw.uniform(0.04, 0.35)
    value = target * (1 + far * (-1 if met == ukuran.minimal else 1))
    fine = 2 if ukuran.isi == "persen" else 1
    reached = bounded(ukuran, round(value, fine))
    return (
        reached if met == is_met(ukuran, target, reached) else target if met else bounded(ukuran, target - step(ukuran))
    )


def _dash() -> Angka:
    return Angka("-", "", None)


def shown(ukuran: Ukuran, value: float, sebab: Sebab = "") -> Angka:
    """The value as an office prints it."""
    if ukuran.isi in ("predikat", "opini"):
        names = PREDIKAT if ukuran.isi == "predikat" else OPINI
        return Angka(names[round(value)], ukuran.isi, value, sebab)
    if ukuran.isi == "persen":
        return Angka(f"{number(value)}%", "", value, sebab)
    return Angka(number(value), ukuran.satuan, value, sebab)


def number(value: float) -> str:
    """A number as Indonesians write it, without needless decimals."""
    return f"{value:.10g}".replace(".", ",")
