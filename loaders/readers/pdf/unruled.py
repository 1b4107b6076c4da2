"""Tables without ruling lines: where among lines of text one may stand, and only where columns and rows are certain
from how the text is aligned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.readers.pdf.letters import Larik, joined, word_text
from loaders.readers.pdf.parts import JUDUL_TABEL, Bagan, Isi, Kaki, Lajur, Polos, Prosa
from loaders.readers.pdf.unruled_columns import Deretan, Potong, columns, cut, has_gap, is_unbroken, rows_of, segments
from loaders.values import looks_like_value, parse_year

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


_LEBAR_PROSA = 0.5
"""Share of the page's text: an unbroken line this wide is prose, and ends a table."""

_JAUH = 4.0
"""Type sizes: further apart, two lines are not of one table."""

_SEPARAGRAF = 1.35
"""Type sizes: baselines this close are lines of one text."""


def runs(lines: list[Larik]) -> Iterator[list[Larik]]:
    """Lines that may be of one table: none of them prose, none of them the title of a table further down."""
    if not lines:
        return
    wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    titles = {n for i in range(len(lines)) for n in _title_above(lines, i)}
    run: list[Larik] = []
    for n, line in enumerate(lines):
        broad = is_unbroken(line) and line.x1 - line.x0 > _LEBAR_PROSA * wide
        prose = (
            n in titles
            or JUDUL_TABEL.match(line.teks)
            or (broad and not (run and _values_follow(lines[n + 1 : n + 5])))
        )
        if run and (prose or line.atas - run[-1].bawah > _JAUH * line.ukuran):
            yield run
            run = []
        if prose:
            yield [line]
        else:
            run.append(line)
    if run:
        yield run


def from_heading(run: list[Larik]) -> tuple[list[Larik], list[Larik]]:
    """The lines from the first with three cells, which may be headings, and those before it."""
    start = next((n for n, line in enumerate(run) if len(segments(line)) >= 3), len(run))
    return run[start:], run[:start]


def _values_follow(below: list[Larik]) -> bool:
    """True when the next line with several cells is a row with values: then an unbroken line heads rows of a table."""
    row = next((line for line in below if not is_unbroken(line)), None)
    return row is not None and has_values(row)


def has_values(line: Larik) -> bool:
    """True when a word of the line reads like a value, and not like the year of a heading."""
    words = (word_text(word) for word in line.kata)
    return any(looks_like_value(word) and parse_year(word) is None for word in words)


def _title_above(lines: list[Larik], heading: int) -> range:
    """The unbroken lines right above a line of headings: at least three cells, none of them a value."""
    if len(segments(lines[heading])) < 3 or has_values(lines[heading]):
        return range(0)
    first = heading
    while first > 0 and is_unbroken(lines[first - 1]):
        first -= 1
    while 0 < first < heading and lines[first].dasar - lines[first - 1].dasar <= _SEPARAGRAF * lines[first].ukuran:
        first += 1
    return range(first, heading)
