"""The figures of a table as they were read: each with the name corrections give its column and its grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from loaders.proof.arithmetic import Angka, Baca
from loaders.records import Indikator, MataAnggaran, Tabel
from loaders.values import DASHES, Ambigu, Nilai, Uang, counts, parse_nilai, parse_persen, parse_rupiah

Letak = tuple[int, str, int | None]
"""First line of the record, name of the column, year (None: the printed jumlah of all years)."""
JUMLAH = "jumlah"
"""What stands for the year in the column over all years: "pagu:jumlah"."""
_Read = Callable[[], float | None]


def years(tabel: Tabel) -> list[int]:
    """The years the figures of a table stand for, ascending."""
    found = {year for record in tabel.indikator for year in (*record.target, *record.capaian)}
    found |= {year for record in tabel.anggaran for year in (*record.pagu, *record.realisasi) if year}
    return sorted(found | set(tabel.tahun))


def figures(tabel: Tabel) -> dict[Letak, Angka]:
    """Every figure printed in a table. One that was mended or could not be read stands in no calculation.

    The column is named "pagu" where the table has one year, else "pagu:2021" or "pagu:jumlah". Blank money cells hold
    no figure.
    """
    single = len(years(tabel)) == 1
    found = [one for record in tabel.indikator for one in _of_indikator(tabel, record)]
    found += [one for record in tabel.anggaran for one in _of_anggaran(tabel, record)]
    return {
        (baris, nama, tahun): Angka(
            (baris, nama if single and tahun else f"{nama}:{tahun or JUMLAH}"), teks, baca
        )
        for (baris, nama, tahun), teks, baca in found
    }  # fmt: skip


def _of_indikator(tabel: Tabel, record: Indikator) -> Iterator[tuple[Letak, str, Baca]]:
    for tahun, value in record.target.items():
        yield (record.baris, "target", tahun), value.teks, _value(tabel, record, value)
    for tahun, capaian in record.capaian.items():
        yield (record.baris, "realisasi", tahun), capaian.realisasi.teks, _value(tabel, record, capaian.realisasi)
        if capaian.capaian_teks is not None:
            yield (record.baris, "capaian_tercetak", tahun), capaian.capaian_teks, _percent


def _of_anggaran(tabel: Tabel, record: MataAnggaran) -> Iterator[tuple[Letak, str, Baca]]:
    for tahun, money in record.pagu.items():
        if money.keadaan != "kosong":
            yield (record.baris, "pagu", tahun), money.teks, _money(tabel, money)
    for tahun, spent in record.realisasi.items():
        yield (record.baris, "realisasi_anggaran", tahun), spent.realisasi.teks, _money(tabel, spent.realisasi)
        shares = {"persen_tercetak": spent.persen, "efisiensi_tercetak": spent.efisiensi}
        volumes = {"tvro": spent.tvro, "rvro": spent.rvro}
        for nama, number in (shares | volumes).items():
            if number is not None:
                yield (record.baris, nama, tahun), f"{number:.10g}", _percent


def _value(tabel: Tabel, record: Indikator, value: Nilai) -> Baca:
    """The grammar of a target or realisasi cell."""
    counted = counts(record.indikator)

    def read(text: str) -> Fraction | None:
        return _exact(lambda: parse_nilai(text, counted=counted, satuan=tabel.satuan).nilai)

    return read if value.nilai is not None and read(value.teks) == Fraction(str(value.nilai)) else _none


def _money(tabel: Tabel, money: Uang) -> Baca:
    """The grammar of a money cell; a dash adds nothing to a sum."""

    def read(text: str) -> Fraction | None:
        return Fraction(0) if text in DASHES else _exact(lambda: parse_rupiah(text, scale=tabel.skala).rupiah)

    return read if money.keadaan != "rusak" and read(money.teks) == (money.rupiah or 0) else _none


def _percent(text: str) -> Fraction | None:
    return _exact(lambda: parse_persen(text))


def _none(text: str) -> Fraction | None:
    return None


def _exact(read: _Read) -> Fraction | None:
    """The number a grammar makes of a text, None where it refuses it or sees none."""
    try:
        value = read()
    except Ambigu:
        return None
    return None if value is None else Fraction(str(value))
