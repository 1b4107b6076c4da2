"""A table of our own HTML, for rows of links, bars and signs; on a phone a row becomes a card.

For rows that are read and opened. What is to be searched, sorted by any column or walked to its source: table.show.
On a phone the first rows answer and the others wait behind one line that opens them in place: no script runs again,
paper and wide screens show all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pages.components.format import number

FIRST, SPARE = 10, 2
"""Rows that a phone shows before the others are asked for; so few more are not worth asking."""


@dataclass(frozen=True)
class Head:
    """A column: its title; sorted: whether the rows are in its order; right: figures stand at the right."""

    title: str
    sorted: bool = False
    right: bool = False


@dataclass(frozen=True)
class Row:
    """One row: its cells as HTML, the first names it; kind: a class of static/gaya.css ("", "induk", "buka")."""

    cells: Sequence[str]
    kind: str = ""


@dataclass(frozen=True)
class Part:
    """Rows under one line of words ("": none), e.g. those that did not report."""

    title: str
    rows: Sequence[Row]


def html(heads: Sequence[Head], parts: Sequence[Part], caption: str, *, first: int = FIRST, wide: bool = False) -> str:
    """The table; caption names it for a screen reader. Cells are HTML already, titles are not.

    first: rows that a phone shows at first, where wide every screen. What was just opened under its row stays shown.
    """
    head = "".join(f'<th scope="col"{_marks(one)}>{escape(one.title)}{_arrow(one)}</th>' for one in heads)
    rows = [[_row(row, heads) for row in part.rows] for part in parts]
    every = [row for part in rows for row in part]
    left, body = at_first(every, first), ""
    for part, drawn in zip(parts, rows, strict=True):
        body += _body([_title(part, heads)] if part.title else [], drawn, left) if drawn else ""
        left = max(left - len(drawn), 0)
    return (
        f'<table class="tabel-kita"><caption class="terdengar">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>{body}</table>{opener(every, first, wide=wide)}"
    )


def at_first(rows: Sequence[str], first: int = FIRST) -> int:
    """How many of the rows (`<tr>` as HTML) are shown at first: all where they are few, or one was just opened."""
    opened = any(row.startswith('<tr class="anak"') for row in rows)
    return len(rows) if opened or len(rows) <= first + SPARE else first


def folded(rows: Sequence[str], shown: int) -> list[str]:
    """The rows, those behind the shown ones marked as waiting; `opener` stands right behind their table."""
    return [*rows[:shown], *(row.replace(">", ' data-lipat="">', 1) for row in rows[shown:])]


def opener(rows: Sequence[str], first: int = FIRST, *, wide: bool = False) -> str:
    """The line that opens the waiting rows of the table before it, on every screen where wide; nothing if none wait."""
    if at_first(rows, first) == len(rows):
        return ""
    named = sum(not row.startswith(('<tr class="bagian"', '<tr class="hitungan"')) for row in rows)
    said = f"<span>Tampilkan semua {number(named)}</span><span>Tampilkan lebih sedikit</span>"
    return f'<details class="bentang{" lebar" if wide else ""}"><summary>{said}</summary></details>'


def _title(part: Part, heads: Sequence[Head]) -> str:
    return f'<tr class="bagian"><th scope="rowgroup" colspan="{len(heads)}">{escape(part.title)}</th></tr>'


def _body(title: list[str], rows: list[str], shown: int) -> str:
    """Where none of its rows is shown, their title waits with them."""
    return f"<tbody>{''.join(folded(title, len(title) if shown else 0))}{''.join(folded(rows, shown))}</tbody>"


def _row(row: Row, heads: Sequence[Head]) -> str:
    first, *others = row.cells
    drawn = "".join(
        f'<td data-judul="{escape(head.title)}"{_right(head)}>{cell}</td>'
        for head, cell in zip(heads[1:], others, strict=True)
    )
    kind = f' class="{row.kind}"' if row.kind else ""
    return f'<tr{kind}><th scope="row">{first}</th>{drawn}</tr>'


def _marks(head: Head) -> str:
    return _right(head) + (' aria-sort="other"' if head.sorted else "")


def _right(head: Head) -> str:
    return ' class="kanan"' if head.right else ""


def _arrow(head: Head) -> str:
    return ' <span class="ikon" aria-hidden="true">arrow_drop_down</span>' if head.sorted else ""
