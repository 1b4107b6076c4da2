"""What every rule of temuan has: its description, the data it reads, what it finds, how many rows it examined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any, Literal

import polars as pl

Keparahan = Literal["kritis", "peringatan", "catatan"]
Row = dict[str, Any]


@dataclass(frozen=True)
class Data:
    """The freshly written facts a rule may read: the published views as frames, ids kept.

    `target`, `capaian`, `pagu`: v_target, v_capaian, v_pagu with dokumen_id. `tabel`, `dokumen`: those tables, the
    latter with satker and versi.
    `indikator`, `anggaran`: rows of tables even where they print no figure. `kalimat`: sentences that name an amount
    or a score. `kelengkapan`: what each satker owes for a year, whether it is there (kode_satker, tahun, jenis_dokumen,
    ada).
    """

    target: pl.DataFrame
    capaian: pl.DataFrame
    pagu: pl.DataFrame
    tabel: pl.DataFrame
    dokumen: pl.DataFrame
    indikator: pl.DataFrame
    anggaran: pl.DataFrame
    kalimat: pl.DataFrame
    kelengkapan: pl.DataFrame


@dataclass(frozen=True)
class Temuan:
    """One contradiction or defect: where it stands, where its counterpart stands, and the sentence with the figures."""

    dokumen_id: int
    uraian: str
    baris: int | None = None
    tahun: tuple[int, ...] = ()
    nilai_a: str | None = None
    nilai_b: str | None = None
    dokumen_lain_id: int | None = None
    baris_lain: int | None = None
    keparahan: Keparahan | None = None


@dataclass
class Hasil:
    """What a rule gives back: its findings and the number of rows (or pairs) it examined. `galat`: the sentence about
    the fault of ours that kept it from running."""

    temuan: list[Temuan] = field(default_factory=list)
    diperiksa: int = 0
    galat: str | None = None


@dataclass(frozen=True)
class Aturan:
    """A rule: what it says, why it matters, where it comes from and how sure that is (A, B, C or D)."""

    kode: str
    nama: str
    keparahan: Keparahan
    kalimat: str
    penting: str
    sumber: str
    tanda: Literal["A", "B", "C", "D"]
    periksa: Callable[[Data], Hasil]
    toleransi: str = "Tidak ada: nilainya harus sama."


DAFTAR: dict[str, Aturan] = {}
"""All rules by code, in the order they were declared."""


def aturan(**about: Any) -> Callable[[Callable[[Data], Hasil]], Callable[[Data], Hasil]]:  # noqa: ANN401 - the fields of Aturan
    """Declare the decorated function as the check of a rule. A code used twice is a programming error."""

    def declare(function: Callable[[Data], Hasil]) -> Callable[[Data], Hasil]:
        rule = Aturan(periksa=function, **about)
        if rule.kode in DAFTAR:
            raise ValueError(f"kode aturan {rule.kode} dipakai dua kali")
        DAFTAR[rule.kode] = rule
        return function

    return declare


def rows(frame: pl.DataFrame) -> Iterator[Row]:
    """The rows of a frame one by one; only a slice of them is held at a time, however many there are."""
    return chain.from_iterable(part.to_dicts() for part in frame.iter_slices(_SLICE))


_SLICE = 10_000


def groups(frame: pl.DataFrame, *keys: str) -> Iterator[list[Row]]:
    """The rows of a frame in groups of equal keys, in order of their first rows, each group in printed order; nulls
    group together. Only a slice of them is held at a time.
    """
    printed = frame.sort("dokumen_id", "baris", maintain_order=True)
    order: dict[tuple[object, ...], int] = {}
    numbers = [order.setdefault(key, len(order)) for key in printed.select(keys).iter_rows()]
    held = rows(printed[sorted(range(len(numbers)), key=numbers.__getitem__)])
    lengths = Counter(numbers)
    for number in order.values():
        yield list(islice(held, lengths[number]))
