"""The calculations a table's own figures stand in: sums, percentages, efficiencies, capaian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from loaders.proof.arithmetic import Angka, Benar, Hitungan, decimals
from loaders.proof.figures import Letak
from loaders.records import Indikator, MataAnggaran, Tabel
from loaders.values import Kapan, Masa

_LEVELS = ("total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator")
_Figures = Mapping[Letak, Angka]


def sums(tabel: Tabel, figures: _Figures) -> Iterator[Hitungan]:
    """Years that add up to the jumlah of their row; rows that add up to a total, or to the row above them."""
    for i, record in enumerate(tabel.anggaran):
        years = [masa for masa in map(Masa.of, record.tahun) if masa.setahun and masa.latest(record.pagu)]
        yield from _sum(figures, [(record.baris, "pagu", year) for year in (*years, None)], wajib=True)
        for nama, tahun in _columns(record):
            parts = _top([part for part in _below(tabel.anggaran, i) if (part.baris, nama, tahun) in figures])
            places: list[Letak] = [(one.baris, nama, tahun) for one in (*parts, record)]
            yield from _sum(figures, places, wajib=record.tingkat == "total")


def _sum(figures: _Figures, places: list[Letak], *, wajib: bool) -> Iterator[Hitungan]:
    """All places but the last add up to the last; blank cells add nothing."""
    found = [figures[place] for place in places if place in figures and place != places[-1]]
    if found and places[-1] in figures:
        yield Hitungan((*found, figures[places[-1]]), _adds_up, wajib)


def _adds_up(values: Sequence[Fraction], texts: Sequence[str]) -> bool:
    return sum(values[:-1]) == values[-1]


def _columns(record: MataAnggaran) -> list[tuple[str, Kapan | None]]:
    return [*(("pagu", tahun) for tahun in record.pagu), *(("realisasi_anggaran", tahun) for tahun in record.realisasi)]


def _below(rows: list[MataAnggaran], i: int) -> list[MataAnggaran]:
    """The rows a row adds up: a total those above it, up to the total before; others those of lower levels below."""
    rank = _LEVELS.index(rows[i].tingkat)
    if rank == 0:
        first = max((j + 1 for j in range(i) if rows[j].tingkat == "total"), default=0)
        return rows[first:i]
    last = next((j for j in range(i + 1, len(rows)) if _LEVELS.index(rows[j].tingkat) <= rank), len(rows))
    return rows[i + 1 : last]


def _top(rows: list[MataAnggaran]) -> list[MataAnggaran]:
    """The rows of the highest level there is."""
    highest = min((_LEVELS.index(row.tingkat) for row in rows), default=0)
    return [row for row in rows if _LEVELS.index(row.tingkat) == highest]


def shares(tabel: Tabel, figures: _Figures) -> Iterator[Hitungan]:
    """Percentages beside pagu and realisasi, efficiencies beside percentages, capaian beside target and realisasi."""
    for record in tabel.anggaran:
        for tahun in record.realisasi:
            for names, benar in ((_SHARE, _is_share), (_REST, _is_rest)):
                yield from _of(figures, [(record.baris, nama, tahun) for nama in names], benar)
    for record in tabel.indikator:
        for tahun in record.capaian:
            if _one_unit(record, tahun):
                yield from _of(figures, [(record.baris, nama, tahun) for nama in _CAPAIAN], _is_capaian)


_SHARE = ("realisasi_anggaran", "pagu", "persen_tercetak")
_REST = ("persen_tercetak", "efisiensi_tercetak")
_CAPAIAN = ("target", "realisasi", "capaian_tercetak")


def _of(figures: _Figures, places: list[Letak], benar: Benar) -> Iterator[Hitungan]:
    if all(place in figures for place in places):
        yield Hitungan(tuple(figures[place] for place in places), benar)


def _one_unit(record: Indikator, tahun: Kapan) -> bool:
    """True when target and realisasi are measured alike; a "%" that was lost in one of them is not."""
    target = record.target.get(tahun)
    return target is not None and target.satuan == record.capaian[tahun].realisasi.satuan


def _is_share(values: Sequence[Fraction], texts: Sequence[str]) -> bool:
    part, whole, share = values
    return whole != 0 and _prints(part / whole * 100, share, texts[2])


def _is_rest(values: Sequence[Fraction], texts: Sequence[str]) -> bool:
    return values[0] + values[1] == 100


def _is_capaian(values: Sequence[Fraction], texts: Sequence[str]) -> bool:
    """Realisasi over target, or (2T − R)/T for what should be low: a figure that fits either fits."""
    target, realisasi, printed = values
    if target == 0:
        return False
    exact = (realisasi / target * 100, (2 * target - realisasi) / target * 100)
    return any(_prints(one, printed, texts[2]) for one in exact)


def _prints(exact: Fraction, printed: Fraction, text: str) -> bool:
    """True when a number, rounded to the decimals of a text, is what the text prints."""
    return abs(exact - printed) <= Fraction(1, 2 * 10 ** decimals(text))
