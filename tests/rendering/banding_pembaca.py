"""Our PDF reader beside others: `python -m tests.rendering.banding_pembaca [FOLDER]` (`make banding-pembaca`).

FOLDER holds the other readers, installed apart from the project: what is not there is left out of the table.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from loaders.readers import read

from .facts import unspaced
from .make import Terbitan, render, renderings
from .source import as_lembar, read_source

Baris = tuple[str, ...]
Cells = Iterable[str | None]


def _ours(path: Path) -> Iterator[Cells]:
    return (line.sel for line in read(path).baris if line.ada_sel)


def _pdfplumber(path: Path) -> Iterator[Cells]:
    import pdfplumber  # ty: ignore[import-not-found] - installed by the command alone

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                yield from table


def _camelot(path: Path) -> Iterator[Cells]:
    import camelot  # ty: ignore[import-not-found] - installed by the command alone

    for table in camelot.read_pdf(str(path), pages="all"):
        yield from table.df.to_numpy().tolist()


PEMBACA: dict[str, Callable[[Path], Iterable[Cells]]] = {
    "Selaras": _ours, "pdfplumber": _pdfplumber, "camelot": _camelot,
}  # fmt: skip


def rows(found: Iterable[Cells]) -> Counter[Baris]:
    """The rows of cells without what wrapping may move: white space and empty cells. One cell alone is no row."""
    told = (tuple(cell for cell in map(unspaced, row) if cell) for row in found)
    return Counter(row for row in told if len(row) > 1)


def printed(one: Terbitan) -> Counter[Baris]:
    """The rows that a rendering was made from."""
    lembar = as_lembar(read_source(one.sumber, whole=one.ragam.utuh))
    return rows(line.sel for line in lembar.baris if line.ada_sel)


def measure(nama: str, chosen: Iterable[Terbitan], folder: Path) -> tuple[int, float]:
    """Rows read exactly, and seconds, of one reader over all renderings."""
    exact, start = 0, time.perf_counter()
    for one in chosen:
        exact += (printed(one) & rows(PEMBACA[nama](folder / one.nama))).total()
    return exact, time.perf_counter() - start


def main() -> None:
    """Print a line for each reader that is installed."""
    sys.path += sys.argv[1:]  # after our own: where both have a library, ours is used
    warnings.simplefilter("ignore")
    logging.disable()
    chosen = [one for one in renderings() if one.format == "pdf" and not one.ragam.gaya.gabung]
    with tempfile.TemporaryDirectory() as temporary:
        render(Path(temporary), chosen)
        total = sum(printed(one).total() for one in chosen)
        print(f"{len(chosen)} PDF, {total} baris tabel. Tepat: semua selnya seperti tercetak.")
        print(f"{'':12}{'tepat':>7}{'detik':>8}")
        for nama in PEMBACA:
            if nama == "Selaras" or importlib.util.find_spec(nama):
                exact, seconds = measure(nama, chosen, Path(temporary))
                print(f"{nama:12}{exact:>7}{seconds:>8.0f}", flush=True)


if __name__ == "__main__":
    main()
