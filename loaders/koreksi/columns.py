"""Set one column of a record to what a person wrote: which columns there are and how their values are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from loaders.errors import KoreksiSalah
from loaders.records import Capaian, Indikator, MataAnggaran, RealisasiAnggaran, Tabel, set_capaian
from loaders.values import Nilai, counts, full_program_code, parse_nilai, parse_number, parse_persen, parse_rupiah

JUMLAH = "pagu:jumlah"
"""The column of a pagu over all years, which belongs to none."""
_WORDS_INDIKATOR = frozenset({"indikator", "tujuan", "program", "kegiatan", "unit_pelaksana"})
_WORDS_ANGGARAN = frozenset(
    {"program", "kegiatan", "kro", "uraian", "kode_program", "kode_kegiatan", "kode_kro", "kode_ro"}
)


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
        """The column without its year."""
        return self.kolom.split(":")[0]

    @property
    def tahun(self) -> int | None:
        """The year behind the column, if one is named."""
        _, _, year = self.kolom.partition(":")
        return int(year) if year.isdigit() else None


def set_sasaran(table: Tabel, koreksi: Koreksi) -> int | None:
    """Set the sasaran that begins on the correction's line; its line, or None where none begins."""
    holders = {id(s): s for s in (*table.sasaran, *(r.sasaran for r in table.indikator if r.sasaran))}.values()
    for sasaran in holders:
        if sasaran.baris == koreksi.baris:
            sasaran.teks, sasaran.dikoreksi = koreksi.nilai_baru, True
            return sasaran.baris
    return None


def set_record(table: Tabel, koreksi: Koreksi) -> int | None:
    """Set the column on the indicator and budget line that cover the correction's line; their first line, or None."""
    done: int | None = None
    for indikator in table.indikator:
        if indikator.baris <= koreksi.baris <= indikator.baris_akhir and _set_indikator(table, indikator, koreksi):
            done = indikator.baris
    for anggaran in table.anggaran:
        if anggaran.baris <= koreksi.baris <= anggaran.baris_akhir and _set_anggaran(table, anggaran, koreksi):
            done = anggaran.baris
    return done


def _year(table: Tabel, koreksi: Koreksi, known: list[int]) -> int:
    if koreksi.tahun is not None:
        return koreksi.tahun
    years = list(table.tahun) or sorted(known)
    if len(years) != 1:
        raise koreksi.wrong(f"sebutkan tahunnya, misalnya «{koreksi.kolom}:2024»")
    return years[0]


def _set_indikator(table: Tabel, record: Indikator, koreksi: Koreksi) -> bool:
    name = koreksi.nama_kolom
    if name in _WORDS_INDIKATOR:
        setattr(record, name, koreksi.nilai_baru)
        record.kata_dikoreksi = True
    elif name in ("target", "realisasi"):
        year = _year(table, koreksi, list(record.target))
        value = parse_nilai(koreksi.nilai_baru, counted=counts(record.indikator), satuan=table.satuan)
        value = replace(value, teks=koreksi.teks_lama).corrected()
        if name == "target":
            record.target[year] = value
        else:
            _capaian(record, year).realisasi = value
    elif name == "capaian_tercetak":
        set_capaian(_capaian(record, _year(table, koreksi, list(record.target))), koreksi.nilai_baru)
    else:
        return False
    record.kolom_dikoreksi.append(koreksi.kolom)
    return True


def _capaian(record: Indikator, year: int) -> Capaian:
    return record.capaian.setdefault(year, Capaian(Nilai("", keadaan="rusak")))


def _set_anggaran(table: Tabel, record: MataAnggaran, koreksi: Koreksi) -> bool:
    name = koreksi.nama_kolom
    if name == "indikator" and record.tingkat == "indikator":
        name = "uraian"
    if name in _WORDS_ANGGARAN:
        value = full_program_code(koreksi.nilai_baru) if name == "kode_program" else koreksi.nilai_baru
        setattr(record, name, value)
        record.kata_dikoreksi = True
        record.kolom_dikoreksi.append(koreksi.kolom)
        return True
    setter = _MONEY_COLUMNS.get(name)
    if setter is None:
        return False
    record.kolom_dikoreksi.append(koreksi.kolom)
    years = [year for year in record.pagu if year]
    setter(record, None if koreksi.kolom == JUMLAH else _year(table, koreksi, years), koreksi, table.skala)
    return True


def _set_pagu(record: MataAnggaran, year: int | None, koreksi: Koreksi, scale: int) -> None:
    money = parse_rupiah(koreksi.nilai_baru, scale=scale)
    record.pagu[year] = replace(money, teks=koreksi.teks_lama).corrected()


def _set_realisasi(record: MataAnggaran, year: int | None, koreksi: Koreksi, scale: int) -> None:
    if year is None:
        raise koreksi.wrong("realisasi selalu milik satu tahun")
    money = replace(parse_rupiah(koreksi.nilai_baru, scale=scale), teks=koreksi.teks_lama).corrected()
    spent = record.realisasi.setdefault(year, RealisasiAnggaran(money))
    spent.realisasi = money


def _set_figure(name: str, parse: Callable[[str], float]) -> Callable[[MataAnggaran, int | None, Koreksi, int], None]:
    def setter(record: MataAnggaran, year: int | None, koreksi: Koreksi, scale: int) -> None:
        if year not in record.realisasi:
            raise koreksi.wrong("baris anggaran ini belum punya realisasi; koreksi realisasi_anggaran lebih dulu")
        setattr(record.realisasi[year], name, parse(koreksi.nilai_baru))
        record.kata_dikoreksi = True

    return setter


_MONEY_COLUMNS: dict[str, Callable[[MataAnggaran, int | None, Koreksi, int], None]] = {
    "pagu": _set_pagu,
    "realisasi_anggaran": _set_realisasi,
    "persen_tercetak": _set_figure("persen", parse_persen),
    "efisiensi_tercetak": _set_figure("efisiensi", parse_persen),
    "tvro": _set_figure("tvro", parse_number),
    "rvro": _set_figure("rvro", parse_number),
}
