"""What a reader tells while it works: how many pages are pictures, and which of them it is at.

A page that is a picture takes seconds where a page of text takes none, so whoever limits a reading must know of it.
"""

from __future__ import annotations

from collections.abc import Callable

Pendengar = Callable[[int, int], None]
"""Is told the 1-based picture that is read now, and how many there are as far as is known."""

_PENDENGAR: list[Pendengar] = []


def listen(pendengar: Pendengar) -> None:
    """Let this function hear of every picture of a page from now on; the reading process does so once."""
    _PENDENGAR.append(pendengar)


def tell(nomor: int, semua: int) -> None:
    """Say that a picture of a page is about to be read."""
    for pendengar in _PENDENGAR:
        pendengar(nomor, semua)
