"""Pages put together, without what is printed on every one of them (running headers, footers, page numbers).

A table goes on over a page. A row that the page break cut in two is joined again where that is certain, else left as
two rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.readers.pdf.parts import JUDUL_TABEL, Bagan, Isi, Kaki, Lajur, Prosa
from loaders.values import looks_like_value

_SEJAJAR = 3.0
"""Points: edges of columns this close on two pages are the same edge."""


def stitched(pages: list[Lembaran]) -> int:
    """Make tables that go on over a page one grid, and join the rows a page cut where its rules say so.

    Changes `pages`; running headers and footers between two parts of a table are taken out: they would end it.
    Returns how many such lines there were.
    """
    trail = Jejak()
    for page in pages:
        trail.add(page)
    full = full_pages(pages, trail)
    removed = 0
    chains: list[list[tuple[Bagan, bool]]] = []
    for above, below in pairwise(pages):
        seam = _seam(above, below, trail)
        if seam is None:
            continue
        upper, lower = seam
        removed += _drop_between(above, upper, below, lower)
        if not chains or chains[-1][-1][0] is not upper:
            chains.append([(upper, above.nomor in full)])
        chains[-1].append((lower, below.nomor in full))
    for chain in chains:
        parts = [part for part, _ in chain]
        new = rejoined(_one_grid(parts), [is_full for _, is_full in chain])
        _replace_all(pages, dict(zip(map(id, parts), new, strict=True)))
    return removed


def _seam(above: Lembaran, below: Lembaran, trail: Jejak) -> tuple[Bagan, Bagan] | None:
    """The last table of a page and the first of the next, when only running lines stand between and columns agree."""
    upper = _first_table(reversed(above.isi), above.nomor, trail)
    lower = _first_table(iter(below.isi), below.nomor, trail)
    return (upper, lower) if upper and lower and _same_columns(upper, lower) else None


def _same_columns(upper: Bagan, lower: Bagan) -> bool:
    """By their rules; without rules, by the same headings, since the edges of columns move with the text."""
    if upper.polos and lower.polos:
        return upper.polos.kepala == lower.polos.kepala and len(upper.tepi) == len(lower.tepi)
    return not upper.polos and not lower.polos and _common_edges(upper.tepi, lower.tepi) is not None


def _first_table(parts: Iterator[Isi], nomor: int, trail: Jejak) -> Bagan | None:
    for part in parts:
        if isinstance(part, Bagan):
            return part
        if not trail.is_running(nomor, part):
            return None
    return None


def _drop_between(above: Lembaran, upper: Bagan, below: Lembaran, lower: Bagan) -> int:
    end, start = _place(above.isi, upper) + 1, _place(below.isi, lower)
    count = len(above.isi) - end + start
    del above.isi[end:], below.isi[:start]
    return count


def _place(parts: list[Isi], wanted: Bagan) -> int:
    return next(n for n, part in enumerate(parts) if part is wanted)


def _common_edges(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...] | None:
    """The edges of the wider grid, when the other has the same ends and no edge that it lacks; else None."""
    wide, narrow = (one, other) if len(one) >= len(other) else (other, one)
    same_ends = abs(wide[0] - narrow[0]) <= _SEJAJAR and abs(wide[-1] - narrow[-1]) <= _SEJAJAR
    known = all(any(abs(edge - known) <= _SEJAJAR for known in wide) for edge in narrow)
    return wide if same_ends and known else None


def _one_grid(chain: list[Bagan]) -> list[Bagan]:
    widest = max((part.tepi for part in chain), key=len)
    if chain[0].polos or any(_common_edges(widest, part.tepi) != widest for part in chain):
        return chain
    return [_on_grid(part, widest) for part in chain]


def _on_grid(part: Bagan, tepi: tuple[float, ...]) -> Bagan:
    moved = [min(range(len(tepi)), key=lambda n: abs(tepi[n] - edge)) for edge in part.tepi]
    rows = tuple(Lajur(row.nomor, {moved[column]: text for column, text in row.sel.items()}) for row in part.baris)
    top = frozenset(moved[column] for column in part.terbuka_atas)
    return replace(part, tepi=tepi, baris=rows, terbuka_atas=top, kaki={moved[c]: k for c, k in part.kaki.items()})


def _replace_all(pages: list[Lembaran], new: dict[int, Bagan]) -> None:
    for page in pages:
        page.isi = [new.get(id(part), part) for part in page.isi]


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


_SETEMPAT = 3.0
"""Points: lines this close stand at the same height of their pages."""

_SISA = 40.0
"""Points: a page with less left above the lowest line of the document is full; two lines may be kept together."""

_NOMOR_HALAMAN = re.compile(r"^\W*+(?:(?:halaman|hal|page)\W*+)?(?:\d{1,4}|[ivxlc]{1,7})\W*$", re.IGNORECASE)
_BILANGAN = re.compile(r"\d{1,9}")


@dataclass
class Lembaran:
    """A page: its number, its height in points, and what stands on it in reading order.

    `ocr`: its text is the text layer of a scan.
    """

    nomor: int
    tinggi: float
    isi: list[Isi]
    ocr: bool = False


@dataclass
class Jejak:
    """Where lines of the same wording stand in the document: what is printed on every page repeats in its place."""

    tempat: defaultdict[str, list[tuple[int, Prosa]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, page: Lembaran) -> None:
        """Take note of the lines of a page."""
        for part in page.isi:
            if isinstance(part, Prosa):
                self.tempat[_BILANGAN.sub("#", part.teks)].append((page.nomor, part))

    def is_running(self, nomor: int, line: Prosa) -> bool:
        """True for a page number, and for a line that another page prints at the same place."""
        if _NOMOR_HALAMAN.match(line.teks):
            return True
        others = self.tempat[_BILANGAN.sub("#", line.teks)]
        return any(page != nomor and _repeats(line, other, page - nomor) for page, other in others)


def _repeats(line: Prosa, other: Prosa, later: int) -> bool:
    """The same words at the same height; only a page number may count on, and never that of a table's title."""
    if abs(line.atas - other.atas) > _SETEMPAT:
        return False
    if line.teks == other.teks:
        return True
    numbers = zip(_BILANGAN.findall(line.teks), _BILANGAN.findall(other.teks), strict=True)
    return not JUDUL_TABEL.match(line.teks) and all(int(b) - int(a) in (0, later) for a, b in numbers)


def full_pages(pages: Iterable[Lembaran], trail: Jejak) -> set[int]:
    """The numbers of pages whose text reaches as far down as that of any page of their size."""
    lowest: dict[int, float] = {}
    size: defaultdict[int, float] = defaultdict(float)
    for page in pages:
        ends = [part.bawah for part in page.isi if isinstance(part, Bagan) or not trail.is_running(page.nomor, part)]
        lowest[page.nomor] = max(ends, default=0.0)
        size[round(page.tinggi)] = max(size[round(page.tinggi)], lowest[page.nomor])
    return {page.nomor for page in pages if size[round(page.tinggi)] - lowest[page.nomor] <= _SISA}
