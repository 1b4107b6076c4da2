"""One filled row of our workbook → one record; a cell that cannot be read with certainty is a doubt of its column."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, cast, get_args

from loaders.lembar_kerja.fields import Isian, Tahun, read_nilai, read_persen, read_uang
from loaders.lembar_kerja.shape import KATA_JUMLAH, LEMBAR, TINGKAT, TINGKAT_ANGGARAN, choose
from loaders.records import Capaian, Indikator, MataAnggaran, RealisasiAnggaran, Sasaran, Tabel, Tingkat, set_capaian
from loaders.values import DASHES, Ambigu, Nilai, Uang, full_program_code, parse_number, parse_ordinal, parse_year

_KODE = {
    "kode_program": re.compile(r"^\d{3}\.\d{2}\.(?:[A-Z]{2}|\d{2})$"),
    "kode_kegiatan": re.compile(r"^\d{4}$"),
    "kode_kro": re.compile(r"^[A-Z]{3}$"),
    "kode_ro": re.compile(r"^[0-9A-Z]{3}$"),
}
_FIGURES: dict[str, Callable[[str], float]] = {
    "persen": read_persen, "tvro": parse_number, "rvro": parse_number, "efisiensi": read_persen,
}  # fmt: skip
_HEADINGS = {kolom.peran: kolom for sheet in LEMBAR for kolom in sheet.susunan(())}
_FIGURE_COLUMNS = {"persen": "persen_tercetak", "efisiensi": "efisiensi_tercetak"}
TingkatAnggaran = Literal["total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator"]


def target_row(isian: Isian, tabel: Tabel, sah: Tahun) -> None:
    """A row of the sheet Target: one indicator with a target for each year column. `sah`: years it may have."""
    record = _indikator(isian, tabel)
    if not isian.tahun:
        _line(isian, tabel, "tahun_tidak_sah", "Lembar ini tidak punya kolom tahun; judulnya seperti «Target 2024».")
    elif not any(isian[f"target:{year}"] for year in isian.tahun):
        for year in isian.tahun:
            tabel.doubt(isian.baris, f"target:{year}", "tanpa_nilai", "Target tidak diisi; tulis targetnya atau «-».")
        return
    for year in isian.tahun:
        kolom = f"target:{year}"
        if year not in sah:
            if isian[kolom]:
                tabel.doubt(isian.baris, kolom, "tahun_tidak_sah", sah.alasan(year))
            continue
        value = read_nilai(isian, tabel, kolom, isian[kolom])
        if value:
            record.target[year] = value


def realisasi_row(isian: Isian, tabel: Tabel, sah: Tahun) -> None:
    """A row of the sheet Realisasi: one indicator and one year, its target, realisasi and printed capaian."""
    record = _indikator(isian, tabel)
    year = parse_year(isian["tahun"])
    if year is None or year not in sah:
        _line(isian, tabel, "tahun_tidak_sah", sah.alasan(year) if year else f"{_no_year(isian)} seperti 2024.")
        return
    if not any(isian[role] for role in ("target", "realisasi", "capaian")):
        for kolom in ("target", "realisasi"):
            tabel.doubt(isian.baris, f"{kolom}:{year}", "tanpa_nilai", f"Kolom {kolom} tidak diisi.")
        return
    target = read_nilai(isian, tabel, f"target:{year}", isian["target"])
    if target:
        record.target[year] = target
    value = read_nilai(isian, tabel, f"realisasi:{year}", isian["realisasi"])
    record.capaian[year] = Capaian(value or Nilai(isian["realisasi"], keadaan="rusak"))
    _printed_capaian(isian, tabel, record.capaian[year], year)


def _printed_capaian(isian: Isian, tabel: Tabel, capaian: Capaian, year: int) -> None:
    text = isian["capaian"]
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
    figures = [role for role in ("realisasi", *_FIGURES) if isian[role]]
    year = parse_year(isian["tahun"])
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


def _spent(isian: Isian, tabel: Tabel, record: MataAnggaran, year: int) -> None:
    money = read_uang(isian, tabel, "realisasi", f"realisasi_anggaran:{year}")
    spent = record.realisasi[year] = RealisasiAnggaran(money or Uang(isian["realisasi"], keadaan="rusak"))
    for role, parse in _FIGURES.items():
        if not isian[role] or isian[role] in DASHES:
            continue
        try:
            setattr(spent, role, parse(isian[role]))
        except Ambigu as error:
            kolom = f"{_FIGURE_COLUMNS.get(role, role)}:{year}"
            tabel.doubt(isian.baris, kolom, "nilai_ambigu", f"Angka tidak dapat dibaca: {error}.")


# words --------------------------------------------------------------------------------------------------------------
def _no_year(isian: Isian) -> str:
    return f"Tahun «{isian['tahun']}» bukan tahun; tulis" if isian["tahun"] else "Tahun kosong; tulis"


def _line(isian: Isian, tabel: Tabel, kode: str, alasan: str) -> None:
    tabel.doubt(isian.baris, "baris", kode, alasan)


def _common(isian: Isian, tabel: Tabel, levels: dict[str, str], words: str) -> None:
    """What every row must have, and nothing beside it."""
    if choose(isian["tingkat"], levels) is None:
        said = f"Tingkat «{isian['tingkat']}» tidak dikenal" if isian["tingkat"] else "Tingkat kosong"
        *most, last = levels.values()
        _line(isian, tabel, "tidak_dikenali", f"{said}; pilih {', '.join(most)} atau {last}.")
    if not isian[words]:
        tabel.doubt(isian.baris, words, "kata_hilang", f"Kolom {words} kosong, padahal baris ini berisi.")
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
        isian.baris, isian.baris, cast(Tingkat, tingkat or get_args(Tingkat)[0]), isian["indikator"], sasaran,
        isian["tujuan"] or None, isian["program"] or None, isian["kegiatan"] or None,
        unit_pelaksana=isian["unit_pelaksana"] or None,
    )  # fmt: skip
    tabel.indikator.append(record)
    return record


def _mata_anggaran(isian: Isian, tabel: Tabel) -> MataAnggaran:
    """The words and codes of the row. An unknown tingkat gets any one here, since its doubt keeps the row out."""
    tingkat = choose(isian["tingkat"], TINGKAT_ANGGARAN)
    _common(isian, tabel, TINGKAT_ANGGARAN, "uraian")
    level = cast(TingkatAnggaran, tingkat or get_args(TingkatAnggaran)[0])
    record = MataAnggaran(isian.baris, isian.baris, level, isian["uraian"])
    for role in ("program", "kegiatan", "kro"):
        setattr(record, role, isian[role] or None)
    for role, pattern in _KODE.items():
        code = full_program_code(isian[role]) if role == "kode_program" else isian[role]
        if code and not pattern.match(code):
            kolom = _HEADINGS[role]
            alasan = f"{kolom.judul} «{isian[role]}» tidak dikenal bentuknya; tulis seperti «{kolom.contoh[0]}»."
            tabel.doubt(isian.baris, role, "kode_tidak_pasti", alasan)
        else:
            setattr(record, role, code or None)
    tabel.anggaran.append(record)
    return record
