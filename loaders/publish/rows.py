"""The rows of the fact tables as they grow: numbered as they come, a printed wording once, laid into frames in time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from loaders.matching import Pemadan, judged, mended
from loaders.register import Lists
from loaders.values import name_key

Row = dict[str, Any]


@dataclass(frozen=True)
class Acuan:
    """Of the reference lists, what printed words are keyed by: name of a divisi → its code; printed code, or the key of
    a name that one row alone has → the code in the list; printed sasaran → sasaran baku; `kata`: words of names.
    """

    divisi: dict[str, str]
    program: dict[str, str]
    kegiatan: dict[str, str]
    sasaran: Pemadan
    indikator: Pemadan
    kata: frozenset[str]

    @staticmethod
    def of(lists: Lists) -> Acuan:
        """The same of lists as read."""
        divisi = dict(lists["divisi"].select("divisi", "kode_divisi").rows())
        names = _codes(lists, "program"), _codes(lists, "kegiatan")
        said = " ".join([*lists["program"]["program"], *lists["kegiatan"]["kegiatan"]]).lower()
        return Acuan(divisi, *names, judged(lists, "padanan_sasaran"), judged(lists), frozenset(_WORD.findall(said)))


_WORD = re.compile("[a-z]+")


def _codes(lists: Lists, name: str) -> dict[str, str]:
    rows = [(code, name_key(words)) for code, words in lists[name].select(f"kode_{name}", name).rows()]
    held = Counter(key for _, key in rows)
    return {code: code for code, _ in rows} | {key: code for code, key in rows if held[key] == 1}


_AT_ONCE = 20_000
"""Rows of a table that are held as Python objects, ten times the size of a frame, before they are laid into one."""


@dataclass
class Isi:
    """The rows of every fact table of the database, and the counters that number them.

    `rows`: the newest of each table; those before them are `laid` into frames already.
    """

    acuan: Acuan
    rows: dict[str, list[Row]] = field(default_factory=dict)
    laid: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    ids: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    names: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> int:  # noqa: ANN401 - a row holds text, numbers, dates and nulls
        """Append a row; returns its 1-based number within its table."""
        rows = self.rows.setdefault(table, [])
        if len(rows) >= _AT_ONCE:
            self._lay(table)
        rows.append(row)
        self.counts[table] = self.next_id(table)
        return self.counts[table]

    def _lay(self, table: str) -> None:
        rows = self.rows[table]
        self.laid.setdefault(table, []).append(pl.DataFrame(rows, infer_schema_length=None))
        rows.clear()

    def frame(self, table: str) -> pl.DataFrame:
        """All rows of a table so far; no columns where it has none."""
        if self.rows.get(table):
            self._lay(table)
        return pl.concat(self.laid.get(table, [pl.DataFrame()]), how="diagonal_relaxed")

    def last(self, table: str) -> Row:
        """The row of a table that was added last; empty where it has none."""
        return next(reversed(self.rows.get(table, [])), {})

    def next_id(self, table: str) -> int:
        """The number the next row of a table will get."""
        return self.counts.get(table, 0) + 1

    def key(self, table: str, **words: str | None) -> int:
        """The number of a wording in its table, given when it is first met."""
        known = (table, *words.values())
        if known not in self.ids:
            self.ids[known] = self.add(table, **{f"{table.removesuffix('_tercetak')}_id": self.next_id(table)}, **words)
        return self.ids[known]

    def sasaran(self, tingkat: str, words: str) -> int:
        """The number of a printed sasaran, with its sasaran baku where a person or a rule gives it one."""
        found = self.acuan.sasaran.match(words)
        said = (found.kode, found.keyakinan, found.cara) if found else (None, None, None)
        matched = dict(zip(("kode_sasaran_baku", "keyakinan", "cara_padan"), said, strict=True))
        return self.key("sasaran", tingkat=tingkat, sasaran=words, **matched)

    def named(self, name: str, kode: str | None, words: str | None) -> int | None:
        """The number of a printed program or kegiatan, with its code in the list where that is known; None of none.

        A misprint of a listed name is that name; those of one code, else of one wording, have one key.
        """
        if not (kode or words):
            return None
        if (name, kode, words) not in self.names:
            self.names[name, kode, words] = self._named(name, kode, words)
        return self.names[name, kode, words]

    def _named(self, name: str, kode: str | None, words: str | None) -> int:
        mean = name_key(mended(words, self.acuan.kata)) if words else None
        codes = getattr(self.acuan, name)
        listed = codes.get(kode) if kode else codes.get(name_key(words or "")) or codes.get(mean)
        kunci = listed or mean or kode
        printed = {f"kode_{name}": kode or None, name: words or None}
        return self.key(f"{name}_tercetak", **printed, **{f"kunci_{name}": kunci, "kode_acuan": listed})
