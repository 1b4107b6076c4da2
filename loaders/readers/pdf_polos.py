"""Tables without ruling lines: only where columns and rows are certain from how the text is aligned."""

from __future__ import annotations

from loaders.readers.pdf_bagan import Bagan, Isi, Kaki, Lajur, Polos, Prosa
from loaders.readers.pdf_larik import Larik, joined
from loaders.readers.pdf_polos_baris import Deretan, Potong, rows_of
from loaders.readers.pdf_polos_cari import from_heading, has_values, runs
from loaders.readers.pdf_polos_kolom import columns, cut, has_gap, is_unbroken

_SEDIKITNYA = 3
"""Lines and rows of a table, at least: fewer prove no columns."""


def unruled(lines: list[Larik]) -> list[Isi]:
    """The tables among lines of text, and the lines that are in none as prose."""
    found: list[Isi] = []
    for stretch in runs(lines):
        run, before = from_heading(stretch)
        table, after = _table_and_rest(run)
        rows = sum(map(has_values, run)) if table is None else 0
        found += [table] if table else []
        found += [_prosa(line) for line in before]
        found += [_prosa(line, ragu=rows >= _SEDIKITNYA and n == 0) for n, line in enumerate(after)]
    return found


def settle(parts: list[Isi], doubted: set[str]) -> tuple[list[Isi], bool]:
    """Take tables without rules for prose where a part of them could not be read before: rows would lose what stands
    above them. `doubted`: headings of such tables, page after page. The second value says that some text was doubted.
    """
    settled: list[Isi] = []
    doubts = False
    for part in parts:
        polos = part.polos if isinstance(part, Bagan) else None
        heading = part.teks if isinstance(part, Prosa) and part.ragu else None
        lost = polos is not None and polos.kepala in doubted
        doubts = doubts or lost or heading is not None
        settled += polos.larik if polos and lost else [part]
        doubted |= {heading} if heading else {polos.kepala} if polos and not polos.yakin else set()
    return settled, doubts


def _table_and_rest(run: list[Larik]) -> tuple[Bagan | None, list[Larik]]:
    """The run as a table; where it is none as it stands, without the unbroken lines it ends with."""
    end = len(run)
    while end >= _SEDIKITNYA:
        if table := _table(run[:end], yakin=end == len(run)):
            return table, run[end:]
        if not is_unbroken(run[end - 1]):
            break
        end -= 1
    return None, run


def _table(run: list[Larik], *, yakin: bool) -> Bagan | None:
    """The lines as a table, None where its columns or its rows are not certain."""
    edges = columns(run)
    pieces = [piece for line in run for piece in cut(line, edges)] if len(edges) >= 4 else []
    if not pieces or has_gap(run, edges):
        return None
    rows = rows_of(pieces, max(line.ukuran for line in run))
    if rows is None or len(rows) < _SEDIKITNYA or len(rows[0].sel) < 3:
        return None
    return Bagan(
        tuple(edges),
        tuple(Lajur(n, row.sel) for n, row in enumerate(rows, start=1)),
        run[0].atas,
        run[-1].bawah,
        kaki=_kaki(pieces, rows),
        polos=Polos(joined([run[0].teks]), tuple(_prosa(line) for line in run), yakin),
    )


def _kaki(pieces: list[Potong], rows: list[Deretan]) -> dict[int, Kaki]:
    """The cells of the last row; a line of a cell may be as long as the longest in its column."""
    found: dict[int, Kaki] = {}
    for column in rows[-1].sel:
        lengths = [len(piece.teks) for piece in pieces if piece.kolom == column]
        found[column] = Kaki(len(rows), penuh=column in rows[-1].penuh, muat=max(lengths) - lengths[-1])
    return found


def _prosa(line: Larik, *, ragu: bool = False) -> Prosa:
    return Prosa(joined([line.teks]), line.atas, line.bawah, line.ukuran, ragu)
