"""Rows that a page break cut in two: joined again where it is certain, else left as two rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.readers.pdf_bagan import Bagan, Kaki, Lajur
from loaders.values.numbers import looks_like_value

_SAMBUNGAN = re.compile(r"^(?![a-z]{1,3}[.)])[a-z]")
"""How only the tail of a cell begins: in lower case, and not as a point "a." of a list."""

_BERNOMOR = re.compile(r"^\(?(?:\d+|[A-Za-z]|[IVX]+)(?:[.):]|\s)")
"""How headings and rows of a list begin: with a number or letter."""

_MENGGANTUNG = re.compile(
    r"\b(?:dan|atau|serta|yang|untuk|dengan|dalam|di|ke|dari|pada|kepada|bagi|oleh|terhadap|atas|tentang|mengenai"
    r"|secara|sebagai|antara|disertai|melalui)$",
    re.IGNORECASE,
)
"""How no cell ends that is printed whole, unless the document itself lost its end: a word that something follows."""

_LONGGAR = 1.3
"""A word this many times as long as the room left on a line had no room there: letters differ in width."""

_ANGKA_AKHIR, _ANGKA_AWAL = re.compile(r"\d[.,]?$"), re.compile(r"[.,]?\d")


def rejoined(chain: list[Bagan], full: list[bool]) -> list[Bagan]:
    """The parts of one table, page by page, with the tail of a cut cell given back to the part it was cut from.

    `full`: for each part, whether its page is: only there a row can be cut. A row that may be a tail, but need not,
    stays where it is and is named in `ragu`.
    """
    places = [_below_heading(chain[0], part) for part in chain]
    starters = frozenset(
        _first_word(text)
        for part, place in zip(chain, places, strict=True)
        for n, row in enumerate(part.baris)
        for text in row.sel.values()
        if n != place or part is chain[0]
    )
    done = [chain[0]]
    for n, part in enumerate(chain[1:], start=1):
        done[-1:] = _seamed(done[-1], part, places[n], starters if full[n - 1] else None)
    return done


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].casefold()


def _seamed(upper: Bagan, lower: Bagan, place: int, starters: frozenset[str] | None) -> tuple[Bagan, Bagan]:
    if place == len(lower.baris):
        return upper, lower
    seam = _Sambungan.between(upper, lower, place, starters)
    if cut := seam.columns():
        return _given_back(upper, lower, place, cut)
    return upper, replace(lower, ragu=lower.baris[place].nomor if seam.is_possible() else None)


def _below_heading(first: Bagan, part: Bagan) -> int:
    """How many rows the part begins with that repeat the heading of the table."""
    count = 0
    for row, heading in zip(part.baris, first.baris, strict=False):
        if row.sel != heading.sel:
            break
        count += 1
    return count


@dataclass(frozen=True)
class _Sambungan:
    """The first row below a page break and the cells above the break. `kepala`: column → its last cell and its text;
    `baris_atas`: the last row above; `terbuka`: columns no rule closes at the break; `pembuka`: words that rows of the
    table begin with, None where the page above is not full.
    """

    ekor: dict[int, str]
    kepala: dict[int, tuple[Kaki, str]]
    baris_atas: dict[int, str]
    terbuka: frozenset[int]
    pembuka: frozenset[str] | None

    @classmethod
    def between(cls, upper: Bagan, lower: Bagan, place: int, pembuka: frozenset[str] | None) -> _Sambungan:
        """What stands on both sides of the break; `place`: the first row of `lower` that is no heading."""
        rows = {row.nomor: row.sel for row in upper.baris}
        heads = {c: (kaki, rows[kaki.nomor].get(c, "")) for c, kaki in upper.kaki.items() if kaki.nomor in rows}
        is_open = {c for c, (kaki, _) in heads.items() if kaki.terbuka and c in lower.terbuka_atas and place == 0}
        last = upper.baris[-1].sel if upper.baris else {}
        written = {c: head for c, head in heads.items() if head[1]}
        return cls(lower.baris[place].sel, written, last, frozenset(is_open), pembuka)

    def columns(self) -> frozenset[int]:
        """Columns in which the row is certainly the tail of the cell above it."""
        cut = self.terbuka & self.ekor.keys()
        if cut and not any(looks_like_value(self.ekor[c]) or self._is_value_above(c) for c in cut & self.kepala.keys()):
            return cut
        whole = frozenset(self.ekor)
        if self._all_full(whole) and (self._cut_number() or (self._words_alone() and self._goes_on())):
            return whole
        return whole if self._is_only_a_tail() else frozenset()

    def is_possible(self) -> bool:
        """True on a full page for words alone that may be a tail."""
        return self.pembuka is not None and self._words_alone() and self._fits_no_more()

    def _is_only_a_tail(self) -> bool:
        """A row that begins like no other row of its table, right below cells of a full page that took no more."""
        if self.pembuka is None or not self._fits_no_more():
            return False
        values = {c for c, text in self.ekor.items() if looks_like_value(text)}
        if values and (values & self.kepala.keys() or self._has_values_above()):
            return False
        words = [text for c, text in self.ekor.items() if c not in values]
        return not any(_BERNOMOR.match(text) or _first_word(text) in self.pembuka for text in words)

    def _fits_no_more(self) -> bool:
        """True when all words stand below cells that are filled, on whose last line the first word had no room."""
        words = {c: text for c, text in self.ekor.items() if not looks_like_value(text)}
        if not words or not self._all_full(frozenset(words)):
            return False
        return all(self.kepala[c][0].muat <= _LONGGAR * len(text.split()[0]) for c, text in words.items())

    def _all_full(self, columns: frozenset[int]) -> bool:
        return all(c in self.kepala and self.kepala[c][0].penuh for c in columns)

    def _is_value_above(self, column: int) -> bool:
        return looks_like_value(self.kepala[column][1])

    def _has_values_above(self) -> bool:
        return any(map(looks_like_value, self.baris_atas.values()))

    def _words_alone(self) -> bool:
        return not any(map(looks_like_value, self.ekor.values()))

    def _cut_number(self) -> bool:
        """A figure that fills its column to the last digit, and digits below: joined, no one can take it for whole."""
        return any(
            self.kepala[c][0].muat < 1 and _ANGKA_AKHIR.search(self.kepala[c][1]) and _ANGKA_AWAL.match(text)
            for c, text in self.ekor.items()
        )

    def _goes_on(self) -> bool:
        """True when one of the cells begins as only a tail begins, or the one above it ends as no whole cell does."""
        return any(_SAMBUNGAN.match(text) or self._is_open_ended(c) for c, text in self.ekor.items())

    def _is_open_ended(self, column: int) -> bool:
        """True when a cell plainly goes on. A row with values may have lost the end of its words in the document."""
        text = self.kepala[column][1]
        if text.endswith(",") or text.count("(") > text.count(")"):
            return True
        return bool(_MENGGANTUNG.search(text)) and not self._has_values_above()


def _given_back(upper: Bagan, lower: Bagan, place: int, cut: frozenset[int]) -> tuple[Bagan, Bagan]:
    tail = lower.baris[place]
    rows = {row.nomor: dict(row.sel) for row in upper.baris}
    for column in cut:
        cell = rows.setdefault(upper.kaki[column].nomor, {})
        cell[column] = " ".join(filter(None, (cell.get(column), tail.sel[column])))
    rest = Lajur(tail.nomor, {column: text for column, text in tail.sel.items() if column not in cut})
    kept = (rest,) if rest.sel else ()
    whole = tuple(Lajur(n, rows[n]) for n in sorted(rows))
    return replace(upper, baris=whole), replace(lower, baris=(*lower.baris[:place], *kept, *lower.baris[place + 1 :]))
