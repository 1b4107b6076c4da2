"""A preview as frames and sentences: the same for the page and for the command line."""

from __future__ import annotations

import polars as pl

from loaders import perubahan
from loaders.lewat import unread
from loaders.masuk.pratinjau import Pratinjau
from loaders.perubahan import Angka, Perubahan
from loaders.readers.lembar import Lembar
from loaders.records import Tabel
from loaders.values.names import wording_key

TABEL = ("tabel", "jenis_dokumen", "unit", "tempat", "indikator", "target", "realisasi", "pagu", "dikarantina")
PERUBAHAN = ("jenis_perubahan", "isi", "uraian", "tahun", "teks_lama", "teks_baru", "terbaca", "tabel", "tempat")
WASPADA = ("tabel", "tempat", "baris", "kolom", "uraian", "alasan", "usulan", "teks_lama")
LEWAT = ("tempat", "baris", "teks")


def tables(shown: Pratinjau) -> pl.DataFrame:
    """One row a recognised table: TABEL; indikator … pagu are counts of figures, dikarantina of lines."""
    hasil = shown.hasil
    return pl.DataFrame([_table(hasil.lembar, table) for table in hasil.tabel], schema=_schema(TABEL))


def changes(shown: Pratinjau, lama: Lembar | None) -> pl.DataFrame:
    """One row a figure that would come, change, go or wait for a person: PERUBAHAN."""
    held = _held(shown)
    rows = [_change(shown.hasil.lembar, lama, change, held) for change in shown.perubahan]
    return pl.DataFrame(rows, schema=_schema(PERUBAHAN))


def doubts(shown: Pratinjau) -> pl.DataFrame:
    """One row a doubt that waits for a person: WASPADA; `usulan` is what was read, `teks_lama` guards a correction."""
    rows = [{name: getattr(doubt, name) for name in WASPADA} for doubt in shown.waspada]
    return pl.DataFrame(rows, schema=_schema(WASPADA))


def passed_over(shown: Pratinjau) -> pl.DataFrame:
    """One row a run of table rows that no reader knows: LEWAT; `baris` counts them, `teks` is the first."""
    found = unread(shown.hasil.lembar, shown.hasil.tabel)
    return pl.DataFrame([{name: getattr(run, name) for name in LEWAT} for run in found], schema=_schema(LEWAT))


def _schema(names: tuple[str, ...]) -> dict[str, type[pl.DataType]]:
    counts = {"indikator", "target", "realisasi", "pagu", "dikarantina", "tahun", "baris"}
    return {name: pl.Int64 if name in counts else pl.String for name in names}


def _table(lembar: Lembar, table: Tabel) -> dict[str, object]:
    return {
        "tabel": table.nama,
        "jenis_dokumen": table.jenis,
        "unit": table.unit,
        "tempat": perubahan.place(lembar.di(min(table.nasib))),
        "indikator": len(table.indikator),
        "target": sum(len(r.target) for r in table.indikator),
        "realisasi": sum(len(r.capaian) for r in table.indikator),
        "pagu": sum(len(r.pagu) for r in table.anggaran),
        "dikarantina": sum(nasib == "dikarantina" for nasib in table.nasib.values()),
    }


def _held(shown: Pratinjau) -> set[str]:
    """The wordings that stand in lines which wait for a person: their figures are not gone."""
    lines = [n for table in shown.hasil.tabel for n, nasib in table.nasib.items() if nasib == "dikarantina"]
    return {wording_key(cell) for n in lines for cell in shown.hasil.lembar.di(n).sel if cell}


def _change(baru: Lembar, lama: Lembar | None, change: Perubahan, held: set[str]) -> dict[str, object]:
    angka: Angka = change.angka
    waits = change.jenis == "hilang" and wording_key(angka.uraian) in held
    lembar = baru if change.baru else lama
    return {
        "jenis_perubahan": "menunggu" if waits else change.jenis,
        "isi": angka.isi,
        "uraian": angka.uraian,
        "tahun": angka.tahun,
        "teks_lama": change.lama.teks if change.lama else None,
        "teks_baru": change.baru.teks if change.baru else None,
        "terbaca": angka.terbaca if change.baru else None,
        "tabel": angka.tabel,
        "tempat": perubahan.place(lembar.di(angka.baris)) if lembar else None,
    }
