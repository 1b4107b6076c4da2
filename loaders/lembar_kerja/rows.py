"""One filled row of our workbook → one record; a cell that cannot be read with certainty is a doubt of its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast, get_args

from loaders.lembar_kerja.fields import Isian, Tahun, read_nilai, read_persen, read_uang
from loaders.lembar_kerja.shape import KATA_JUMLAH, TINGKAT, TINGKAT_ANGGARAN, Nama, choose, columns_of, kolom
from loaders.records import (
    Capaian,
    Hambatan,
    Indikator,
    MataAnggaran,
    RealisasiAnggaran,
    Record,
    Sasaran,
    Tabel,
    Tingkat,
    set_capaian,
)
from loaders.values import DASHES, Ambigu, Kapan, Masa, Nilai, Uang, parse_number, parse_ordinal, parse_year

_BESIDE = [column for column in columns_of(MataAnggaran, by_year=True) if column.grammar.jenis == "bilangan"]
"""What is printed beside the money of a year."""
TingkatAnggaran = Literal["total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator"]


def target_row(isian: Isian, tabel: Tabel, sah: Tahun) -> Indikator:
    """A row of the sheet Target: one indicator with a target for each year column. `sah`: years it may have."""
    record = _indikator(isian, tabel)
    if not isian.tahun:
        _line(isian, tabel, "tahun_tidak_sah", "Lembar ini tidak punya kolom tahun; judulnya seperti «Target 2024».")
    elif not any(isian[f"target:{year}"] for year in isian.tahun):
        for year in isian.tahun:
            tabel.doubt(isian.baris, f"target:{year}", "tanpa_nilai", "Target tidak diisi; tulis targetnya atau «-».")
        return record
    for year in isian.tahun:
        kolom = f"target:{year}"
        if year not in sah:
            if isian[kolom]:
                tabel.doubt(isian.baris, kolom, "tahun_tidak_sah", sah.alasan(year))
            continue
        value = read_nilai(isian, tabel, kolom, isian[kolom])
        if value:
            record.target[year] = value
    return record


def realisasi_row(isian: Isian, tabel: Tabel, sah: Tahun) -> Indikator:
    """A row of the sheet Realisasi: one indicator and one year, its target, realisasi and printed capaian."""
    record = _indikator(isian, tabel)
    year = _masa(isian["tahun"])
    if year is None or year not in sah:
        _line(isian, tabel, "tahun_tidak_sah", sah.alasan(year) if year else f"{_no_year(isian)} seperti 2024.")
        return record
    if not any(isian[column.name] for column in columns_of(Indikator, by_year=True)):
        for kolom in ("target", "realisasi"):
            tabel.doubt(isian.baris, f"{kolom}:{year}", "tanpa_nilai", f"Kolom {kolom} tidak diisi.")
        return record
    target = read_nilai(isian, tabel, f"target:{year}", isian["target"])
    if target:
        record.target[year] = target
    value = read_nilai(isian, tabel, f"realisasi:{year}", isian["realisasi"])
    record.capaian[year] = Capaian(value or Nilai(isian["realisasi"], keadaan="rusak"))
    _printed_capaian(isian, tabel, record.capaian[year], year)
    return record


def _printed_capaian(isian: Isian, tabel: Tabel, capaian: Capaian, year: Kapan) -> None:
    text = isian["capaian_tercetak"]
    if not text or text in DASHES:
        capaian.capaian_teks = text or None
        return
    try:
        if not parse_ordinal(text):
            read_persen(text)
        set_capaian(capaian, text)
    except Ambigu as error:
        alasan = f"Capaian tercetak tidak dapat dibaca: {error}."
        tabel.doubt(isian.baris, f"capaian_tercetak:{year}", "nilai_ambigu", alasan)


def anggaran_row(isian: Isian, tabel: Tabel, sah: Tahun) -> MataAnggaran:
    """A row of the sheet Anggaran: one budget line and one year (or the column "jumlah" over all years)."""
    record = _mata_anggaran(isian, tabel)
    figures = [role for role in ("realisasi_anggaran", *(column.name for column in _BESIDE)) if isian[role]]
    year = _masa(isian["tahun"], versi=True)
    if year is None and isian["tahun"].lower() != KATA_JUMLAH:
        if isian["tahun"] or isian["pagu"] or figures:
            alasan = f"{_no_year(isian)} seperti 2024, atau «{KATA_JUMLAH}»."
            _line(isian, tabel, "tahun_tidak_sah", alasan)
        return record
    if year and year not in sah:
        _line(isian, tabel, "tahun_tidak_sah", sah.alasan(year))
        return record
    pagu = read_uang(isian, tabel, "pagu", f"pagu:{year or KATA_JUMLAH}")
    if pagu:
        record.pagu[year] = pagu
    if figures and year is None:
        _line(isian, tabel, "tahun_tidak_sah", "Realisasi harus punya tahun; baris «jumlah» hanya memuat pagu.")
    elif figures and year:
        _spent(isian, tabel, record, year)
    return record


def _spent(isian: Isian, tabel: Tabel, record: MataAnggaran, year: Kapan) -> None:
    money = read_uang(isian, tabel, "realisasi_anggaran", f"realisasi_anggaran:{year}")
    year = replace(Masa.of(year), versi=None)
    record.realisasi[year] = RealisasiAnggaran(money or Uang(isian["realisasi_anggaran"], keadaan="rusak"))
    for column in _BESIDE:
        text = isian[column.name]
        if not text or text in DASHES:
            continue
        try:
            column.put(record, year, read_persen(text) if column.unit == "persen" else parse_number(text))
        except Ambigu as error:
            alasan = f"Angka tidak dapat dibaca: {error}."
            tabel.doubt(isian.baris, column.called(record, year), "nilai_ambigu", alasan)


def hambatan_row(isian: Isian, tabel: Tabel, sah: Tahun) -> Hambatan:
    """A row of the sheet Hambatan: one obstacle of an LK with what was done about it, or an effort alone."""
    tabel.tahun = tuple(sorted({*tabel.tahun, sah.akhir}))
    record = Hambatan(isian.baris, isian.baris, len(tabel.hambatan) + 1, hambatan=isian["hambatan"] or None)
    if tabel.jenis != "LK":
        _line(isian, tabel, "tidak_dikenali", "Hambatan hanya ada dalam LK; ketik di lembar kerja LK-nya.")
    if not isian["hambatan"] and not isian["upaya"]:
        alasan = "Kolom hambatan dan upaya kosong, padahal baris ini berisi."
        tabel.doubt(isian.baris, "hambatan", "kata_hilang", alasan)
    _nothing_beside(isian, tabel)
    _fill(isian, tabel, record)
    tabel.hambatan.append(record)
    return record


ROWS: dict[Nama, Callable[[Isian, Tabel, Tahun], Indikator | MataAnggaran | Hambatan]] = {
    "Target": target_row, "Realisasi": realisasi_row, "Anggaran": anggaran_row, "Hambatan": hambatan_row,
}  # fmt: skip
"""Sheet → how a row of it becomes a record of its table; returns that record, which may be in doubt."""


# words --------------------------------------------------------------------------------------------------------------
def _masa(text: str, *, versi: bool = False) -> Kapan | None:
    """The year a cell holds, or part of one; with `versi` also a version of its pagu. None for anything else."""
    found = Masa.parse(text) or parse_year(text)
    return found if found is None or versi or not Masa.of(found).versi else None


def _no_year(isian: Isian) -> str:
    return f"Tahun «{isian['tahun']}» bukan tahun; tulis" if isian["tahun"] else "Tahun kosong; tulis"


def _line(isian: Isian, tabel: Tabel, kode: str, alasan: str) -> None:
    tabel.doubt(isian.baris, "baris", kode, alasan)


def _common(isian: Isian, tabel: Tabel, levels: dict[str, str], words: str) -> None:
    """The tingkat and the words that a row of figures must have, and nothing beside them."""
    if choose(isian["tingkat"], levels) is None:
        said = f"Tingkat «{isian['tingkat']}» tidak dikenal" if isian["tingkat"] else "Tingkat kosong"
        *most, last = levels.values()
        _line(isian, tabel, "tidak_dikenali", f"{said}; pilih {', '.join(most)} atau {last}.")
    if not isian[words]:
        tabel.doubt(isian.baris, words, "kata_hilang", f"Kolom {words} kosong, padahal baris ini berisi.")
    _nothing_beside(isian, tabel)


def _nothing_beside(isian: Isian, tabel: Tabel) -> None:
    for judul in isian.ganda:
        _line(isian, tabel, "kolom_ganda", f"Kolom {judul} ada dua dan keduanya terisi; hapus salah satu.")
    if isian.lain:
        shown = ", ".join(f"«{text[:40]}»" for text in isian.lain)
        _line(isian, tabel, "tidak_dikenali", f"{shown} berada di luar kolom yang dikenal; pakai kolom Keterangan.")


def _indikator(isian: Isian, tabel: Tabel) -> Indikator:
    """The words of the row. An unknown tingkat gets any one here, since its doubt keeps the row out."""
    tingkat = choose(isian["tingkat"], TINGKAT)
    _common(isian, tabel, TINGKAT, "indikator")
    sasaran = Sasaran(isian.baris, isian["sasaran"]) if isian["sasaran"] else None
    record = Indikator(
        isian.baris, isian.baris, cast(Tingkat, tingkat or get_args(Tingkat)[0]), isian["indikator"], sasaran
    )  # fmt: skip
    _fill(isian, tabel, record)
    tabel.indikator.append(record)
    return record


def _mata_anggaran(isian: Isian, tabel: Tabel) -> MataAnggaran:
    """The words and codes of the row. An unknown tingkat gets any one here, since its doubt keeps the row out."""
    tingkat = choose(isian["tingkat"], TINGKAT_ANGGARAN)
    _common(isian, tabel, TINGKAT_ANGGARAN, "uraian")
    level = cast(TingkatAnggaran, tingkat or get_args(TingkatAnggaran)[0])
    record = MataAnggaran(isian.baris, isian.baris, level, isian["uraian"])
    _fill(isian, tabel, record)
    tabel.anggaran.append(record)
    return record


def _fill(isian: Isian, tabel: Tabel, record: Record) -> None:
    """Its words and codes, besides what it is about; a code that does not look like one is a doubt."""
    for column in columns_of(type(record), by_year=False):
        if column.bunyi:
            continue
        typed = isian[column.name]
        value = column.grammar.read(typed, record, tabel)
        if value and column.misshapen(value):
            cell = kolom(column)
            alasan = f"{cell.judul} «{typed}» tidak dikenal bentuknya; tulis seperti «{cell.contoh[0]}»."
            tabel.doubt(isian.baris, column.name, "kode_tidak_pasti", alasan)
        else:
            column.put(record, None, value or None)
