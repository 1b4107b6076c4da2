"""What stands in one column of a record right now: the proposal beside a doubt, and the guard of its correction."""

from __future__ import annotations

from loaders import columns
from loaders.columns import JUMLAH
from loaders.readers import Lembar
from loaders.records import Keraguan, Record, Tabel
from loaders.values import Masa


def proposal(table: Tabel, doubt: Keraguan) -> str:
    """The text that was read for the doubted column, "" where nothing was. Ask before corrections are applied."""
    name, _, masa = doubt.kolom.partition(":")
    for record in (*table.rows, *table.semua_sasaran):
        if record.baris == doubt.baris and (text := _text(table, record, name, masa)) is not None:
            return text
    return ""


def words(table: Tabel, doubt: Keraguan) -> str:
    """What the doubted row is about: its indikator, mata anggaran or hambatan, "" where it is not known."""
    return next((record.bunyi for record in table.rows if record.baris == doubt.baris), "")


def guard(lembar: Lembar, doubt: Keraguan, text: str) -> str:
    """The old text of a correction: the printed cell where it stands on the line, else the whole line."""
    line = lembar.di(doubt.baris).teks
    return text if text and text in line else line.strip()


def _text(table: Tabel, record: Record, name: str, said: str) -> str | None:
    column = columns.find(record, name)
    if column is None:
        return None
    if not column.by_year or (said == JUMLAH and column.per == "tahun_atau_jumlah"):
        return column.text(record)
    masa = Masa.parse(said)
    times = [masa] if masa else list(table.tahun) or record.tahun
    return column.text(record, times[0]) if len(times) == 1 else None
