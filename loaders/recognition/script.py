"""The lines of a document as one text in which a name may run over two lines, and every place still knows its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.values import strip_markup

LONGEST = 60
"""Letters after which no name of a region can still go on."""

_FOLD = str.maketrans("l1058", "iiosb")
_PIECE = re.compile(r"[A-Z]+[a-z0-9]*|[a-z0-9]+")
_LOOSE = re.compile(r"(?:[ .*&'’-]|\n(?!\n{3}))*")
_HEADING_MARK = re.compile(r"^#+\s*")
_ALIKE = {"i": "[i1l!|]", "l": "[l1i|]", "o": "[o0]", "s": "[s5]", " ": "[ \n*]*"}


@dataclass(frozen=True)
class Naskah:
    """All lines joined by line breaks, without markup; `mulai`: where each line begins. Cells stay parted by tabs."""

    teks: str
    mulai: tuple[int, ...]

    def baris(self, tempat: int) -> int:
        """The 1-based line of a place in the text."""
        return bisect_right(self.mulai, tempat)

    def isi(self, nomor: int) -> str:
        """One line, without its line break."""
        akhir = self.mulai[nomor] - 1 if nomor < len(self.mulai) else len(self.teks)
        return self.teks[self.mulai[nomor - 1] : akhir]


def susun(texts: Sequence[str]) -> Naskah:
    """Put lines together; `texts[n - 1]` is line n."""
    lines = [_HEADING_MARK.sub("", "\t".join(strip_markup(cell) for cell in text.split("\t"))) for text in texts]
    starts, here = [], 0
    for line in lines:
        starts.append(here)
        here += len(line) + 1
    return Naskah("\n".join(lines), tuple(starts))


def fold(text: str) -> str:
    """Letters only, lower case, with what OCR mixes up (l 1 i, 0 o, 5 s, 8 b) made one."""
    return re.sub(r"[^a-z0-9]", "", text.lower()).translate(_FOLD)


def alike(words: str) -> str:
    """A pattern for words whose letters OCR may have mixed up and whose spaces may be missing or line breaks."""
    return "(?i:" + "".join(_ALIKE.get(letter, letter) for letter in words) + ")"


def runs(teks: str, awal: int) -> list[tuple[str, int]]:
    """What may be a name beginning at `awal`: growing runs of folded letters, each ending where a word ends.

    Spaces, hyphens, dots and up to three line breaks do not end a name; tabs, slashes, commas and numbers do.
    """
    found: list[tuple[str, int]] = []
    letters, here = "", awal
    for piece in _pieces(teks, awal):
        gap = teks[here : piece.start()]
        if (not _LOOSE.fullmatch(gap) and gap) or (letters and _is_number(teks, piece)) or len(letters) > LONGEST:
            break
        letters, here = letters + fold(piece.group()), piece.end()
        found.append((letters, here))
    return found


def _is_number(teks: str, piece: re.Match[str]) -> bool:
    """True for a number; a digit right before a letter is a misread letter ("5ELATAN")."""
    return piece.group().isdigit() and not teks[piece.end() : piece.end() + 1].isalpha()


def _pieces(teks: str, awal: int) -> Iterator[re.Match[str]]:
    return _PIECE.finditer(teks, awal, awal + 2 * LONGEST)


def distance(a: str, b: str, most: int) -> int:
    """How many letters must be put in, left out or changed to make one text the other; past `most` just one more."""
    if abs(len(a) - len(b)) > most or len(set(a) ^ set(b)) > 2 * most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
