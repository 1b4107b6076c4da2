"""A table of our own HTML, for rows of links, bars and signs; on a phone a row becomes a card.

For rows that are read and opened. What is to be searched, sorted by any column or walked to its source: table.show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


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


def html(heads: Sequence[Head], parts: Sequence[Part], caption: str) -> str:
    """The table; caption names it for a screen reader. Cells are HTML already, titles are not."""
    head = "".join(f'<th scope="col"{_marks(one)}>{escape(one.title)}{_arrow(one)}</th>' for one in heads)
    body = "".join(_part(part, heads) for part in parts if part.rows)
    return (
        f'<table class="tabel-kita"><caption class="terdengar">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>{body}</table>"
    )


def _part(part: Part, heads: Sequence[Head]) -> str:
    title = (
        f'<tr class="bagian"><th scope="rowgroup" colspan="{len(heads)}">{escape(part.title)}</th></tr>'
        if part.title
        else ""
    )
    return f"<tbody>{title}{''.join(_row(row, heads) for row in part.rows)}</tbody>"


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
