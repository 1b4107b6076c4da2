"""Tables without ruling lines: only where columns and rows are certain from how the text is aligned."""

from __future__ import annotations

from collections.abc import Iterable

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
        found += [table] if table else []
        found += [_prosa(line) for line in before]
        values = sum(map(has_values, after)) >= _SEDIKITNYA
        found += [_prosa(line, ragu=table is None and n == 0, bernilai=values) for n, line in enumerate(after)]
    return found


def doubted_headings(parts: Iterable[Isi]) -> set[str]:
    """Headings of tables without rules that are not whole: a part of them could not be read."""
    doubted: set[str] = set()
    for part in parts:
        if isinstance(part, Prosa) and part.ragu:
            doubted.add(part.teks)
        elif isinstance(part, Bagan) and part.polos and not part.polos.yakin:
            doubted.add(part.polos.kepala)
    return doubted


def settled(parts: list[Isi], doubted: set[str] | None) -> tuple[list[Isi], bool]:
    """The parts with the tables under these headings, or with None all tables without rules, as prose: a table that
    misses a part misses what stands above its rows. The second value says whether there was one.
    """
    whole: list[Isi] = []
    for part in parts:
        polos = part.polos if isinstance(part, Bagan) else None
        lost = polos is not None and (doubted is None or polos.kepala in doubted)
        whole += polos.larik if polos and lost else [part]
    return whole, len(whole) > len(parts)


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
    if rows is None or len(rows) < _SEDIKITNYA or len(rows[0].sel) < 3 or has_values(run[0]):
        return None
    return Bagan(
        tuple(edges),
        tuple(Lajur(n, row.sel) for n, row in enumerate(rows, start=1)),
        run[0].atas,
        run[-1].bawah,
        kaki=_kaki(pieces, rows, run[0].ukuran),
        polos=Polos(joined([run[0].teks]), tuple(_prosa(line) for line in run), yakin),
    )


def _kaki(pieces: list[Potong], rows: list[Deretan], size: float) -> dict[int, Kaki]:
    """The cells of the last row; a line of a cell may reach as far as the longest in its column."""
    found: dict[int, Kaki] = {}
    for column in rows[-1].sel:
        ends = [piece.kanan for piece in pieces if piece.kolom == column]
        found[column] = Kaki(len(rows), penuh=column in rows[-1].penuh, muat=(max(ends) - ends[-1]) / (0.5 * size))
    return found


def _prosa(line: Larik, *, ragu: bool = False, bernilai: bool = False) -> Prosa:
    return Prosa(joined([line.teks]), line.atas, line.bawah, line.ukuran, ragu, ragu and bernilai)
