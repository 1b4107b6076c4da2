"""What a page is made of: tables, or parts of them, and lines of prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

JUDUL_TABEL = re.compile(r"^\W*(?:tabel|lampiran|bab)\s+(?:\d|[IVX])", re.IGNORECASE)
"""How the title of a table or part begins: no running line, no row of a table."""


@dataclass(frozen=True)
class Prosa:
    """A line of text outside tables. `atas`, `bawah`: where on the page, in points; `ukuran`: its type size.

    `ragu`: it looks like the headings of a table without rules whose columns or rows are not certain; `bernilai`: and
    lines with values follow.
    """

    teks: str
    atas: float
    bawah: float
    ukuran: float
    ragu: bool = False
    bernilai: bool = False


@dataclass(frozen=True)
class Lajur:
    """A row that holds something: its 1-based number in the table on its page, and column → text."""

    nomor: int
    sel: dict[int, str]


@dataclass(frozen=True)
class Kaki:
    """The last cell of a column: the number of the row it begins in; `terbuka`: no rule closes it below; `penuh`: its
    text reaches down to its end, so that more may follow on the next page; `muat`: letters that still fit beside it.
    """

    nomor: int
    terbuka: bool = False
    penuh: bool = False
    muat: float = 0.0


@dataclass(frozen=True)
class Polos:
    """What a table without rules was made of: the line of its headings and all its lines as prose. `yakin`: False
    where a line at its end was left out.
    """

    kepala: str
    larik: tuple[Prosa, ...]
    yakin: bool


@dataclass(frozen=True)
class Bagan:
    """A table, or the part of it that stands on this page.

    `tepi`: where its columns begin and the last one ends, in points. `atas`, `bawah`: where on the page.
    `terbuka_atas`: columns with no rule above their first cell. `utuh`: False where rules were missing.
    `polos`: set where it has no rules at all. `ragu`: the number of the row that may be the tail of the row before.
    """

    tepi: tuple[float, ...]
    baris: tuple[Lajur, ...]
    atas: float
    bawah: float
    terbuka_atas: frozenset[int] = frozenset()
    kaki: dict[int, Kaki] = field(default_factory=dict)
    utuh: bool = True
    polos: Polos | None = None
    ragu: int | None = None


Isi = Prosa | Bagan
