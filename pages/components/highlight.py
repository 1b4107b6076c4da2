"""Finding a printed value inside its printed line, and the printed lines as HTML with that value marked.

A row prints its figures from left to right in a known order, often the same text several times (100% five times).
So all texts of a row are looked for from the right, each left of the one before; a text that cannot be placed so is
left unmarked, because a mark on the wrong cell is worse than none.
"""

import re
from html import escape

import polars as pl

from pages.components import nasib

Span = tuple[int, int]


def spans(text: str, values: list[str]) -> list[Span | None]:
    """Where each of the values, printed in this order, stands in the text; None where it cannot be said."""
    found: list[Span | None] = []
    end = len(text)
    for value in reversed(values):
        span = _last_before(text, value, end)
        found.append(span)
        end = span[0] if span else end
    placed = found[::-1]
    return [span or _only(text, value, placed) for value, span in zip(values, placed, strict=True)]


def html(lines: pl.DataFrame, values: list[str], wanted: list[int]) -> str:
    """The printed lines as a table; in the lines of the row itself the wanted values (places in `values`) are marked.

    Input: queries.sumber.lines, and the texts of all figures of the row in printed order.
    """
    own = lines.filter(pl.col("disorot"))
    text = "\n".join(own["teks"])
    placed = spans(text, values)
    marks = [span for place in wanted if (span := placed[place]) is not None]
    shown = dict(zip(own["baris"], _marked(text, marks), strict=True)) if len(own) else {}
    rows = [_row(line, shown.get(line["baris"], escape(line["teks"]))) for line in lines.iter_rows(named=True)]
    return f'<table class="baris-tercetak"><tbody>{"".join(rows)}</tbody></table>'


def found_all(lines: pl.DataFrame, values: list[str], wanted: list[int]) -> bool:
    """Whether each wanted value that was printed at all could be placed."""
    placed = spans("\n".join(lines.filter(pl.col("disorot"))["teks"]), values)
    return all(placed[place] is not None for place in wanted if values[place])


def _last_before(text: str, value: str, end: int) -> Span | None:
    places = [span for span in _everywhere(text, value) if span[1] <= end]
    return places[-1] if places else None


def _only(text: str, value: str, taken: list[Span | None]) -> Span | None:
    """The one free place of a value that did not fit the order."""
    free = [
        span
        for span in _everywhere(text, value)
        if not any(other and span[0] < other[1] and other[0] < span[1] for other in taken)
    ]
    return free[0] if len(free) == 1 else None


def _everywhere(text: str, value: str) -> list[Span]:
    if not value.strip():
        return []
    # A blank before the percent sign comes and goes between the printed line and the value kept of it.
    words = r"\s+".join(re.escape(word) for word in value.replace("%", " ").split()) + (r"\s*%" * value.count("%"))
    # Not inside a longer word or number: "80" is neither in "180" nor in "80,5" nor in "80%".
    return [match.span() for match in re.finditer(rf"(?<![\w.,-]){words}(?![\w%-]|[.,]\d)", text)]


def _marked(text: str, marks: list[Span]) -> list[str]:
    """The text as HTML lines with the marks set; a mark never runs over the end of a line."""
    opens = {start for start, _ in marks}
    closes = {end for _, end in marks}
    out, inside = [], False
    for place, sign in enumerate(f"{text}\n"):
        if place in closes:
            out.append("</mark>")
            inside = False
        if place in opens:
            out.append("<mark>")
            inside = True
        out.append("</mark>\n<mark>" if inside and sign == "\n" else escape(sign))
    return "".join(out).removesuffix("\n").split("\n")


def _row(line: dict, teks: str) -> str:
    kind = "dimaksud" if line["disorot"] else "tetangga"
    return f'<tr class="{kind}"><th scope="row">{line["baris"]}<br>{nasib.html(line["nasib"])}</th><td>{teks}</td></tr>'
