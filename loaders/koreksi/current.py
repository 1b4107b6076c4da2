"""What stands in one column of a record right now: the proposal beside a doubt, and the guard of its correction."""

from __future__ import annotations

from loaders.readers import Lembar
from loaders.records import Indikator, Keraguan, MataAnggaran, Tabel


def proposal(table: Tabel, doubt: Keraguan) -> str:
    """The text that was read for the doubted column, "" where nothing was. Ask before corrections are applied."""
    name, _, year = doubt.kolom.partition(":")
    for record in (*table.indikator, *table.anggaran):
        if record.baris == doubt.baris and (text := _text(table, record, name, year)) is not None:
            return text
    return next((s.teks for s in table.sasaran if name == "sasaran" and s.baris == doubt.baris), "")


def words(table: Tabel, doubt: Keraguan) -> str:
    """What the doubted row is about: its indikator or mata anggaran, "" where it is not known."""
    for record in (*table.indikator, *table.anggaran):
        if record.baris == doubt.baris:
            return record.indikator if isinstance(record, Indikator) else record.uraian
    return ""


def guard(lembar: Lembar, doubt: Keraguan, text: str) -> str:
    """The old text of a correction: the printed cell where it stands on the line, else the whole line."""
    line = lembar.di(doubt.baris).teks
    return text if text and text in line else line.strip()


def _text(table: Tabel, record: Indikator | MataAnggaran, name: str, year: str) -> str | None:
    if isinstance(record, Indikator):
        return _of_indikator(table, record, name, year)
    return _of_anggaran(table, record, name, year)


def _year(year: str, known: list[int], table: Tabel) -> int | None:
    if year.isdigit():
        return int(year)
    years = list(table.tahun) or sorted(known)
    return years[0] if len(years) == 1 else None


def _of_indikator(table: Tabel, record: Indikator, name: str, year: str) -> str | None:
    if name == "sasaran":
        return record.sasaran.teks if record.sasaran else None
    if name in ("indikator", "tujuan", "program", "kegiatan", "unit_pelaksana"):
        return getattr(record, name)
    tahun = _year(year, list(record.target or record.capaian), table)
    if name == "target":
        return record.target[tahun].teks if tahun in record.target else None
    capaian = record.capaian.get(tahun) if tahun else None
    if capaian is None or name not in ("realisasi", "capaian_tercetak"):
        return None
    return capaian.realisasi.teks if name == "realisasi" else capaian.capaian_teks


def _of_anggaran(table: Tabel, record: MataAnggaran, name: str, year: str) -> str | None:
    if name in ("program", "kegiatan", "kro", "uraian", "kode_program", "kode_kegiatan", "kode_kro", "kode_ro"):
        return getattr(record, name)
    tahun = _year(year, [known for known in record.pagu if known], table)
    if name == "pagu":
        return record.pagu[tahun].teks if tahun in record.pagu else None
    spent = record.realisasi.get(tahun) if tahun else None
    if spent is None:
        return None
    if name == "realisasi_anggaran":
        return spent.realisasi.teks
    figures = {"persen_tercetak": spent.persen, "efisiensi_tercetak": spent.efisiensi, "tvro": spent.tvro}
    value = (figures | {"rvro": spent.rvro}).get(name)
    return None if value is None else f"{value:g}".replace(".", ",")
