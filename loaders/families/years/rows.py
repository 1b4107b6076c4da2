"""One row of cells → its words, its values and what stands behind them, wherever the cells slid to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.families.headings import Blok
from loaders.readers import Baris
from loaders.records import Tabel
from loaders.values import Ambigu, Kapan, Nilai, clean, counts, looks_like_value, parse_nilai


@dataclass(frozen=True)
class Bagian:
    """A row taken apart: `kata` (column, text) left of the values, `nilai` (column, as printed),
    `unit` right of them.
    """

    kata: tuple[tuple[int, str], ...]
    nilai: tuple[tuple[int, str], ...]
    unit: str | None

    @property
    def kolom_terakhir(self) -> int:
        """The column of the last words before the values, -1 when there are none."""
        return self.kata[-1][0] if self.kata else -1

    def kata_di(self, kolom: int) -> str:
        """The words in a column, "" when it has none."""
        return dict(self.kata).get(kolom, "")


def take_apart(line: Baris, *, unit_column: bool = False) -> Bagian:
    """Split a row from the right: the unit column if the table has one, then values, then words.

    A number in front of words (the row's own number) is words: only the run of values at the end counts.
    """
    cells = list(enumerate(line.tercetak))
    while cells and not cells[-1][1]:
        cells.pop()
    unit = None
    if unit_column and cells and not looks_like_value(cells[-1][1]) and _values_before(cells):
        unit = line.sel[cells.pop()[0]]
    values: list[tuple[int, str]] = []
    while cells and (not cells[-1][1] or looks_like_value(cells[-1][1])):
        column, text = cells.pop()
        if text:
            values.insert(0, (column, text))
    words = tuple((column, line.sel[column]) for column, text in cells if text)
    return Bagian(words, tuple(values), unit)


def _values_before(cells: list[tuple[int, str]]) -> bool:
    return any(looks_like_value(text) for _, text in cells[1:-1])


def steady_lines(blok: Blok) -> frozenset[int]:
    """Lines whose blank cells may be read by column: as wide as most rows of a page on which no row's values slid."""
    years = tuple(sorted(blok.kepala.tahun.values()))
    steady: set[int] = set()
    for page in blok.halaman:
        full = [part for line in page if len((part := take_apart(line)).nilai) == len(years)]
        ((width, rows),) = Counter(len(line.sel) for line in page).most_common(1)
        if rows > 1 and full and all(tuple(column for column, _ in part.nilai) == years for part in full):
            steady |= {line.nomor for line in page if len(line.sel) == width}
    return frozenset(steady)


@dataclass(frozen=True)
class Deret:
    """The values of a row laid under their years, and the mechanical rule that was needed, if any."""

    nilai: dict[Kapan, Nilai]
    catatan: str | None = None


class JumlahNilai(ValueError):
    """A row whose values cannot be laid under the years; `str(error)` is the reason in Indonesian."""


def under_years(values: tuple[tuple[int, str], ...], tahun: dict[int, int], indikator: str, *, in_place: bool) -> Deret:
    """Lay the printed values of a row under the years of the heading.

    As many values as years: in order, wherever the cells slid to. One value more than years, where dropping any
    repeated one leaves the same row: it is dropped, all are marked `nilai_berlebih`. Fewer values, on a steady line
    with its words in place: by column, the empty ones are kosong. Raises JumlahNilai or Ambigu otherwise.
    """
    years = sorted(tahun)
    counted = counts(indikator)
    if len(values) == len(years):
        slid = None if [column for column, _ in values] == [tahun[year] for year in years] else "sel_bergeser"
        return Deret({y: parse_nilai(text, counted=counted) for y, (_, text) in zip(years, values, strict=True)}, slid)
    if len(values) == len(years) + 1:
        kept = [parse_nilai(text, counted=counted).mended("nilai_berlebih") for text in _without_repeat(values)]
        return Deret(dict(zip(years, kept, strict=True)), "nilai_berlebih")
    by_column = dict(values)
    if in_place and by_column.keys() <= set(tahun.values()):
        return Deret({year: parse_nilai(by_column.get(tahun[year], ""), counted=counted) for year in years})
    raise JumlahNilai(f"ada {len(values)} nilai untuk {len(years)} tahun")


def _without_repeat(values: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """The row without its one surplus value, when every way of dropping a repeated neighbour gives the same row."""
    texts = tuple(text for _, text in values)
    shorter = {texts[:i] + texts[i + 1 :] for i in range(1, len(texts)) if texts[i] == texts[i - 1]}
    if len(shorter) != 1:
        raise JumlahNilai(f"ada {len(texts)} nilai untuk {len(texts) - 1} tahun dan tidak jelas mana yang berlebih")
    return shorter.pop()


def lay_or_doubt(
    tabel: Tabel, baris: int, part: Bagian, tahun: dict[int, int], indikator: str, *, in_place: bool
) -> Deret:
    """The values under their years, or none and a doubt for every year: the row waits for a person's correction."""
    try:
        return under_years(part.nilai, tahun, indikator, in_place=in_place)
    except (JumlahNilai, Ambigu) as error:
        kode = "jumlah_nilai" if isinstance(error, JumlahNilai) else "nilai_ambigu"
        for year in sorted(tahun):
            tabel.doubt(baris, f"target:{year}", kode, f"Target tidak dapat dibaca: {error}.")
        return Deret({}, "nilai_berlebih" if len(part.nilai) > len(tahun) else None)


def skipped_beside_years(blok: Blok, roles: Iterable[str]) -> list[str]:
    """The same for a table under a heading of years: columns that are neither years nor of one of these roles. Rows of
    another width than the heading say nothing here, since their cells have slid."""
    kepala = blok.kepala
    read = {kepala.kolom[name] for name in roles if name in kepala.kolom} | set(kepala.tahun.values())
    width = len(kepala.teks)
    rows = [line for line in blok.isi if len(line.sel) == width]
    return [
        clean(text)
        for column, text in enumerate(kepala.teks)
        if clean(text) and column not in read and any(_holds(line, column) for line in rows)
    ]


def _holds(line: Baris, column: int) -> bool:
    return bool(line.tercetak[column])
