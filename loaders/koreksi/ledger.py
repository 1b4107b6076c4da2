"""Corrections: what a person set, guarded by the text that must still stand on the line; and what stays in karantina.

One file a document, data/koreksi/<document>.csv: baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal. `kolom` is a
column of a record that covers the line (loaders/columns.py); a value of one year among several is named "target:2021",
one of a part of a year "target:2025 TW1", one version of a pagu "pagu:2025 revisi 1".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from loaders import columns, typed
from loaders.columns import JUMLAH, Column
from loaders.errors import DaftarSalah, IsianSalah, KoreksiSalah
from loaders.files import parse_date, read_numbered
from loaders.readers import Lembar
from loaders.records import Indikator, Record, Tabel
from loaders.values import Ambigu, Kapan, Masa, Nilai, Uang

KOLOM_KOREKSI = ("baris", "kolom", "teks_lama", "nilai_baru", "alasan", "oleh", "tanggal")


@dataclass(frozen=True)
class Koreksi:
    """One correction, as its file says it."""

    berkas: str
    baris: int
    kolom: str
    teks_lama: str
    nilai_baru: str
    alasan: str
    oleh: str
    tanggal: date

    def wrong(self, sebab: str) -> KoreksiSalah:
        """The error that says why this correction cannot be used."""
        return KoreksiSalah(self.berkas, self.baris, self.kolom, sebab)

    @property
    def nama_kolom(self) -> str:
        """The column without its time."""
        return self.kolom.partition(":")[0]

    @property
    def masa(self) -> Masa | None:
        """The time behind the column, if one is named."""
        return Masa.parse(self.kolom.partition(":")[2])


def read(path: Path) -> tuple[list[Koreksi], list[KoreksiSalah]]:
    """The usable rows of a correction file and what is wrong with the others: bad, or the second for one place. An
    absent file is no corrections.
    """
    if not path.exists():
        return [], []
    try:
        return parse(path.name, read_numbered(path, KOLOM_KOREKSI))
    except DaftarSalah as error:
        return [], [KoreksiSalah(path.name, error.baris or 1, "-", error.sebab)]


def parse(berkas: str, rows: Iterable[tuple[int, Mapping[str, str]]]) -> tuple[list[Koreksi], list[KoreksiSalah]]:
    """The usable ones of numbered correction rows (KOLOM_KOREKSI) and what is wrong with the others."""
    found: dict[tuple[int, str], Koreksi] = {}
    wrong: list[KoreksiSalah] = []
    for number, row in rows:
        try:
            koreksi = _one(berkas, number, row)
        except KoreksiSalah as error:
            wrong.append(error)
            continue
        if (koreksi.baris, koreksi.kolom) in found:
            sebab = "bentrok: ada dua koreksi untuk baris dan kolom yang sama; hapus salah satu"
            wrong.append(koreksi.wrong(sebab))
        found.setdefault((koreksi.baris, koreksi.kolom), koreksi)
    return list(found.values()), wrong


def _one(berkas: str, line: int, row: Mapping[str, str]) -> Koreksi:
    try:
        missing = [kolom for kolom in KOLOM_KOREKSI if not (row.get(kolom) or "").strip()]
        if missing:
            raise ValueError(f"kolom {', '.join(missing)} kosong")
        if not (row["baris"].isascii() and row["baris"].isdigit()):
            raise ValueError(f"baris «{row['baris'][:40]}» bukan bilangan")
        typed.check_row(row)
        return Koreksi(
            berkas, int(row["baris"]), row["kolom"], row["teks_lama"], row["nilai_baru"], row["alasan"], row["oleh"],
            parse_date(row["tanggal"]),
        )  # fmt: skip
    except (ValueError, IsianSalah) as error:
        raise KoreksiSalah(
            berkas, line, (row.get("kolom") or "-")[:60], f"baris berkas koreksi tidak sah: {error}"
        ) from error


def attempt(tables: list[Tabel], lembar: Lembar, corrections: list[Koreksi]) -> list[KoreksiSalah]:
    """Set every corrected value on its record, then drop what is still in doubt into karantina; returns what is wrong
    with the corrections that cannot be used: the old text is gone from its line, no record covers it, its column cannot
    hold the new value. Who must not go on with one of these says so; none is passed over in silence.
    """
    wrong: list[KoreksiSalah] = []
    for koreksi in corrections:
        try:
            _guard(lembar, koreksi)
            if not _waits(tables, koreksi):
                _resolve(_set(tables, koreksi), koreksi)
        except KoreksiSalah as error:
            wrong.append(error)
    for table in tables:
        _mark_corrected(table)
        _quarantine(table)
    return wrong


def _guard(lembar: Lembar, koreksi: Koreksi) -> None:
    if not 1 <= koreksi.baris <= len(lembar.baris):
        raise koreksi.wrong(f"dokumen hanya punya {len(lembar.baris)} baris")
    if koreksi.teks_lama not in lembar.di(koreksi.baris).teks:
        raise koreksi.wrong(
            f"basi: teks lama «{koreksi.teks_lama}» tidak lagi ada pada baris itu; "
            "periksa dokumen lalu perbarui atau hapus koreksinya"
        )


def _waits(tables: list[Tabel], koreksi: Koreksi) -> bool:
    """True in a table that a fault of ours stopped: the correction waits with it."""
    return any(table.terhenti and koreksi.baris in table.nasib for table in tables)


def _set(tables: list[Tabel], koreksi: Koreksi) -> tuple[Tabel, int]:
    """Set the value; returns the table and the first line of what was corrected."""
    table = next((table for table in tables if koreksi.baris in table.nasib), None)
    if table is None:
        raise koreksi.wrong("tidak terpakai: baris itu tidak termasuk tabel yang dikenali")
    try:
        where = _set_records(table, koreksi)
    except Ambigu as error:
        raise koreksi.wrong(f"nilai baru tidak dapat dibaca: {error}") from error
    if where is None:
        raise koreksi.wrong(_unused(table, koreksi))
    return table, where


def _set_records(table: Tabel, koreksi: Koreksi) -> int | None:
    """Set the column on every record of the line that has it; the first line of the last of them, None without one."""
    done: int | None = None
    for record in table.records:
        column = columns.find(record, koreksi.nama_kolom)
        if column and column.correctable and record.covers(koreksi.baris):
            _set_column(table, record, column, koreksi)
            done = record.baris
    return done


def _set_column(table: Tabel, record: Record, column: Column, koreksi: Koreksi) -> None:
    masa = _masa(table, record, column, koreksi)
    value = column.grammar.read(koreksi.nilai_baru, record, table)
    if column.misshapen(value):
        raise koreksi.wrong(f"«{value}» bukan kode anggaran KPU; yang dikenal seperti {column.example}")
    if isinstance(value, Nilai | Uang):
        value = replace(value, teks=koreksi.teks_lama).corrected()
    try:
        column.put(record, masa, value)
    except KeyError as error:
        sebab = "baris anggaran ini belum punya realisasi; koreksi realisasi_anggaran lebih dulu"
        raise koreksi.wrong(sebab) from error
    record.kata_dikoreksi |= not column.grammar.marked
    record.kolom_dikoreksi.append(koreksi.kolom)


def _masa(table: Tabel, record: Record, column: Column, koreksi: Koreksi) -> Kapan | None:
    """The time a correction means: the one it names, or the only one there is; None over all years, or without any."""
    said = koreksi.kolom.partition(":")[2]
    if not column.by_year or (said == JUMLAH and column.per == "tahun_atau_jumlah"):
        return None
    if said == JUMLAH:
        raise koreksi.wrong(f"{column.name} selalu milik satu tahun")
    times = list(table.tahun) or record.tahun
    if koreksi.masa is not None and (column.per == "tahun_atau_jumlah" or not koreksi.masa.versi):
        return _among(times, koreksi.masa, koreksi)
    if said or len(times) != 1:
        raise koreksi.wrong(f"sebutkan tahunnya, misalnya «{koreksi.nama_kolom}:{times[0] if times else 2024}»")
    return times[0]


def _among(times: list[Kapan], masa: Masa, koreksi: Koreksi) -> Masa:
    """The time that was named, unless the table has only other parts or versions of that year."""
    same = [one for one in times if Masa.of(one).tahun == masa.tahun]
    if same and masa not in same:
        names = ", ".join(f"«{koreksi.nama_kolom}:{one}»" for one in same)
        raise koreksi.wrong(f"tabel ini tidak memuat {masa}; sebutkan {names}")
    return masa


def _unused(table: Tabel, koreksi: Koreksi) -> str:
    """Why no record took a correction, and which columns can be corrected: those of its line, else all there are."""
    here = [column for r in table.records if r.covers(koreksi.baris) for column in columns.of(type(r))]
    names = list(dict.fromkeys(column.name for column in here if column.correctable)) or columns.correctable()
    return (
        f"tidak terpakai: tidak ada isian «{koreksi.kolom}» yang dimulai atau berada pada baris itu; "
        f"yang dapat dikoreksi: {', '.join(names)}"
    )


def _resolve(where: tuple[Tabel, int], koreksi: Koreksi) -> None:
    table, baris = where
    settled = {koreksi.kolom, f"{koreksi.nama_kolom}:{koreksi.masa}"}
    table.keraguan = [k for k in table.keraguan if k.baris != baris or k.kolom not in settled]


def _mark_corrected(table: Tabel) -> None:
    """A row whose words a person set carries that mark on each of its values."""
    for record in table.indikator:
        if record.sasaran and record.sasaran.kata_dikoreksi:
            record.kolom_dikoreksi.append("sasaran")
            record.kata_dikoreksi = True
    for record in table.rows:
        for column, masa, value in list(columns.values(record)) if record.kata_dikoreksi else ():
            if isinstance(value, Nilai | Uang):
                column.put(record, masa, value.corrected())


def _quarantine(table: Tabel) -> None:
    """Take every record that is still in doubt out of the table and mark its lines."""
    doubted = {(k.baris, k.kolom == "sasaran") for k in table.keraguan}
    for record in table.rows:
        above = record.sasaran if isinstance(record, Indikator) else None
        waits = above is not None and (above.baris, True) in doubted
        if (record.baris, False) in doubted or waits:
            _lock(table, record)
        if above and waits and not {(record.baris, False), (record.baris, True)} & doubted:
            alasan = f"Sasaran baris ini ada pada baris {above.baris} dan masih diragukan, jadi baris ini menunggu."
            table.doubt(record.baris, "induk", "induk_tidak_pasti", alasan)
    table.keep(lambda record: table.nasib[record.baris] != "dikarantina")
    for sasaran in table.sasaran:
        if (sasaran.baris, True) in doubted:
            _lock(table, sasaran)
    for keraguan in table.keraguan:
        table.nasib[keraguan.baris] = "dikarantina"


def _lock(table: Tabel, record: Record) -> None:
    for baris in range(record.baris, record.baris_akhir + 1):
        if baris in table.nasib:
            table.nasib[baris] = "dikarantina"
