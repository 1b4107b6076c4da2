"""What a fault of ours costs: the one table it stopped, whose lines then wait with the number of the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from loaders.faults import as_ours
from loaders.readers import Lembar, place
from loaders.records import GALAT, JenisDokumen, Konteks, Tabel

T = TypeVar("T")


def each(
    lembar: Lembar,
    konteks: Konteks,
    keluarga: str,
    pieces: Iterable[T],
    make: Callable[[T], Tabel | None],
    lines: Callable[[T], Iterable[int]],
) -> Iterator[Tabel]:
    """The tables that `make` gives for the pieces of a document, one by one. A piece on which it fails is a table of
    the lines of that piece, which wait."""
    for piece in pieces:
        try:
            tabel = make(piece)
        except MemoryError:  # the process has none left: that is of the whole file
            raise
        except Exception as error:
            tabel = stopped(lembar, konteks, keluarga, lines(piece), error)
        if tabel:
            yield tabel


def stopped(lembar: Lembar, konteks: Konteks, keluarga: str, lines: Iterable[int], error: Exception) -> Tabel | None:
    """A table of these lines, all of which wait, with the number of the fault; None where nothing is printed on them.

    The fault is in the log. Raises nothing.
    """
    printed = _printed(lembar, lines)
    where = place(lembar.di(printed[0])) if printed else ""
    galat = as_ours(error, f"membaca tabel ({keluarga})", lembar.nama, where)
    return waiting_whole(lembar, konteks.jenis, keluarga, printed, str(galat))


def waiting_whole(lembar: Lembar, jenis: JenisDokumen, keluarga: str, lines: Iterable[int], sebab: str) -> Tabel | None:
    """A table of these lines, all of which wait for the reason `sebab`; None where nothing is printed on them."""
    printed = _printed(lembar, lines)
    if not printed:
        return None
    nama = f"Belum terbaca ({place(lembar.di(printed[0]))})"
    tabel = Tabel(nama, nama, keluarga, jenis, nasib=dict.fromkeys(printed, "dikarantina"))
    tabel.doubt(printed[0], GALAT, GALAT, f"Seluruh tabel ini menunggu. {sebab}")
    return tabel


def _printed(lembar: Lembar, lines: Iterable[int]) -> list[int]:
    return sorted({nomor for nomor in lines if not lembar.di(nomor).kosong})
