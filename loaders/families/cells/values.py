"""Values of a row of cells: target, realisasi and printed capaian of each year, or a doubt of the column.

The scale of a budget table (rupiah a printed unit) is said above it or in the headings of its columns. Where one column
says what its neighbour does not, nobody knows what the neighbour is printed in. Columns that hold something and are not
read are said, so that nothing is left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from loaders.families.cells.block import PERCENT_WORDS, WITHOUT_UNIT, BlokSel, printed
from loaders.families.headings import KepalaSel, Kolom
from loaders.readers import Baris
from loaders.records import Capaian, Indikator, Konteks, Tabel, set_capaian
from loaders.values import DASHES, Ambigu, Kapan, Masa, Nilai, clean, counts, parse_nilai, parse_unit, unknown_unit

_BARE = re.compile(r"^[\d.,]+$", re.ASCII)
_MORE_THAN = re.compile(r"^[<>≤≥±]\s*+(?:=\s*+)?\d[\d.,]*+\s*+%?$", re.ASCII)
_WORDS = re.compile(r"^(?=.*[A-Za-z]{4})[A-Za-z][A-Za-z .,/()-]*$", re.ASCII)
_NO_TARGETS = re.compile(
    r"^(?!.*\btarget)(?=.*\b(?:realisasi|perbandingan|capaian|pendanaan|anggaran|pagu|belanja)\b)", re.IGNORECASE
)
"""A title of results or of money, and of no target."""
_LONE_YEAR = "Kepala kolomnya hanya «{}», tanpa kata target: pastikan isinya target tahun itu."
Kelompok = dict[Kapan, dict[str, Kolom]]
"""Year, or part of one → role → column."""


def by_year(kepala: KepalaSel, tahun: int, roles: tuple[str, ...], utama: str) -> Kelompok | None:
    """The columns of values put to their years; None where a heading can be read in two ways.

    `tahun`: the year of the table. Columns without a year are of that year, where they hold `utama` themselves or
    stand beside the only one; a capaian alone is of the one year with both target and realisasi. A year without
    `utama` is not read: "Target 2024" in a report on 2023 is a promise of another time.
    """
    found: Kelompok = {}
    bare: dict[str, Kolom] = {}
    for kolom in kepala.kolom:
        if kolom.peran in roles:
            (bare if kolom.tahun is None else found.setdefault(kolom.tahun, {}))[kolom.peran] = kolom
    years = {year for year, group in found.items() if utama in group}
    if bare and (utama in bare or years == {tahun} or not found):
        own = found.setdefault(tahun, {})
        if own.keys() & bare.keys():
            return None
        own |= bare
    elif bare:
        both = [group for group in found.values() if {"target", utama} <= group.keys() and "capaian" not in group]
        if len(both) != 1 or bare.keys() != {"capaian"}:
            return None
        both[0] |= bare
    kept = {year: group for year, group in sorted(found.items()) if utama in group}
    return kept if kept and max(kept) <= tahun else None


def by_part(kepala: KepalaSel, tahun: int, roles: tuple[str, ...], *utama: str) -> Kelompok:
    """The columns of values under a heading `berkala` put to their times. `tahun`: the year of the table.

    A time without one of `utama` is not read. Columns that name no part of the year are of the year where one of them
    is an `utama`, else of the only part there is; beside several parts they are left out.
    """
    found: dict[Masa, dict[str, Kolom]] = {}
    for kolom in kepala.kolom:
        if kolom.peran in roles:
            found.setdefault(Masa(kolom.tahun or tahun, kolom.periode), {})[kolom.peran] = kolom
    kept: Kelompok = {masa: group for masa, group in sorted(found.items()) if group.keys() & set(utama)}
    for masa, bare in found.items():
        if masa not in kept and masa.setahun and len(kept) == 1:
            kept = {one: bare | group for one, group in kept.items()}
    return kept


def doubt_once(tabel: Tabel, baris: int, kolom: str, kode: str, alasan: str) -> None:
    """Doubt a column that is not in doubt yet: one reason is enough for a person to look."""
    if not any(k.baris == baris and k.kolom == kolom for k in tabel.keraguan):
        tabel.doubt(baris, kolom, kode, alasan)


def doubt_lone_year(blok: BlokSel, tabel: Tabel, konteks: Konteks) -> None:
    """Doubt the targets under a year alone ("2025") unless nothing else can stand there: in a plan, for a year of that
    plan, and under no title that speaks of results or money."""
    target = blok.kepala.of("target")
    if target is None or target.tahun_saja is None:
        return
    of_plan = konteks.jenis != "LK" and konteks.tahun_awal <= target.tahun_saja <= konteks.tahun_akhir
    if of_plan and not _NO_TARGETS.search(blok.asal.nama_tercetak):
        return
    for record in tabel.indikator:
        kolom = column_name(tabel, "target", target.tahun_saja)
        doubt_once(tabel, record.baris, kolom, "kepala_tahun_saja", _LONE_YEAR.format(clean(target.teks)))


def column_name(tabel: Tabel, nama: str, tahun: Kapan) -> str:
    """What a correction calls this column of a year: without the year where the table has one only."""
    return nama if len(tabel.tahun) == 1 else f"{nama}:{tahun}"


@dataclass(frozen=True)
class BarisNilai:
    """A row with the columns of its years: reads the values into a record. `satuan`: the column that gives units to
    bare numbers."""

    tabel: Tabel
    line: Baris
    kelompok: Kelompok
    satuan: Kolom | None

    @property
    def complete(self) -> bool:
        """True when every year that is reported has its target and its realisasi."""
        main = [(y, k) for y, group in self.kelompok.items() for n, k in group.items() if n in ("target", "realisasi")]
        return all(printed(self.line, kolom) or self._unreported(tahun) for tahun, kolom in main)

    def target(self, record: Indikator) -> None:
        """The targets of all years that have such a column."""
        for tahun, group in self.kelompok.items():
            if "target" in group and (value := self._value(record, group["target"], tahun)):
                record.target[tahun] = value

    def capaian(self, record: Indikator) -> None:
        """Realisasi and printed capaian of all years. A year whose cells are all blank was not reported."""
        for tahun, group in self.kelompok.items():
            texts = {nama: printed(self.line, kolom) for nama, kolom in group.items()}
            if "realisasi" not in group or self._unreported(tahun):
                continue
            value = self._value(record, group["realisasi"], tahun)
            record.capaian[tahun] = Capaian(value or Nilai(texts["realisasi"], keadaan="rusak"))
            if texts.get("capaian"):
                self._printed_capaian(record, record.capaian[tahun], texts["capaian"], tahun)

    def doubt_all(self, alasan: str, kode: str = "susunan_sel") -> None:
        """Doubt every column of values of this row."""
        for tahun, group in self.kelompok.items():
            for nama in group:
                if nama in ("target", "realisasi", "pagu", "realisasi_anggaran"):
                    doubt_once(self.tabel, self.line.nomor, column_name(self.tabel, nama, tahun), kode, alasan)

    def _value(self, record: Indikator, kolom: Kolom, tahun: Kapan) -> Nilai | None:
        text, nama = printed(self.line, kolom), kolom.peran
        if self._unreported(tahun):
            return None
        try:
            if not text:
                raise Ambigu("selnya kosong, mungkin bagian dari sel gabungan")
            unit = self._unit(text)
            value = parse_nilai(text, counted=counts(record.indikator), satuan=unit or kolom.satuan)
            if unit and (value.satuan or "").lower() != unit.lower():
                raise Ambigu(f"«{text}» tidak bersatuan «{unit}» seperti di kolom Satuan")
            return value
        except Ambigu as error:
            alasan = f"Kolom {nama} tidak dapat dibaca: {error}."
            kode = "nilai_ambigu" if text else "nilai_hilang"
            self.tabel.doubt(record.baris, column_name(self.tabel, nama, tahun), kode, alasan)
            return None

    def _unreported(self, tahun: Kapan) -> bool:
        """True for a year whose cells are all blank where those of another year are not."""
        filled = {year: any(printed(self.line, k) for k in group.values()) for year, group in self.kelompok.items()}
        return not filled[tahun] and any(filled.values())

    def _unit(self, text: str) -> str | None:
        """The unit that the row's column Satuan gives to a bare number. Raises Ambigu for an unknown one."""
        satuan = printed(self.line, self.satuan) if self.satuan else ""
        word = satuan.lower()
        if self.satuan and not satuan and _BARE.match(text):
            raise Ambigu("kolom Satuan baris ini kosong, mungkin bagian dari sel gabungan")
        if not satuan or word in WITHOUT_UNIT or word in DASHES or text in DASHES:
            return None
        if word in PERCENT_WORDS:
            return "%"
        if parse_unit(satuan) is None:
            raise Ambigu(unknown_unit(satuan))
        return satuan

    def _printed_capaian(self, record: Indikator, capaian: Capaian, text: str, tahun: Kapan) -> None:
        """Keep the printed text; a number in percent only where it is one."""
        capaian.capaian_teks = text
        if text in DASHES or _MORE_THAN.match(text) or _WORDS.match(text):
            return
        try:
            set_capaian(capaian, text)
        except Ambigu as error:
            alasan = f"Capaian tercetak tidak dapat dibaca: {error}."
            self.tabel.doubt(record.baris, column_name(self.tabel, "capaian_tercetak", tahun), "nilai_ambigu", alasan)


_THOUSANDS = re.compile(
    r"\bribuan\b|\bribu\s+rupiah\b|\brp\.?\s*(?:ribu\b|000\b)|\bx\s*(?:rp\.?\s*)?1[.,]000\b", re.IGNORECASE
)
_MILLIONS = re.compile(r"\bjutaan\b|\bjuta\s+rupiah\b|\brp\.?\s*juta\b", re.IGNORECASE)
_MONEY = ("pagu", "realisasi_anggaran")
_UNITS = {1000: "ribuan rupiah, seperti pagunya", 1_000_000: "jutaan rupiah, seperti pagunya"}
_OTHER = "Kolom «{}» tidak menyebut skala yang sama dengan kolom «{}», jadi besar angkanya tidak pasti; tulis dalam {}."


def scale(blok: BlokSel) -> int:
    """Rupiah a printed unit of the (first) pagu, as the title or its heading says; 1 where neither says anything."""
    pagu = blok.kepala.of("pagu")
    return _said_above(blok) or (_said(pagu.teks) if pagu else 0) or 1


def doubt_scale(blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
    """Doubt the money of every row in a column that does not say the same scale as the (first) pagu, unless a line
    above the table says it for all."""
    first = blok.kepala.of("pagu")
    if first is None or _said_above(blok):
        return
    for tahun, group in kelompok.items():
        for nama in _MONEY:
            if nama in group and _said(group[nama].teks) != _said(first.teks):
                _doubt(tabel, tahun, group[nama], first)


def _doubt(tabel: Tabel, tahun: Kapan, kolom: Kolom, first: Kolom) -> None:
    alasan = _OTHER.format(kolom.teks, first.teks, _UNITS.get(tabel.skala, "rupiah penuh"))
    for record in tabel.anggaran:
        if tahun in (record.pagu if kolom.peran == "pagu" else record.realisasi):
            doubt_once(tabel, record.baris, column_name(tabel, kolom.peran, tahun), "skala_tidak_pasti", alasan)


def _said(text: str) -> int:
    """The scale a text says, 0 where it says none."""
    return 1000 if _THOUSANDS.search(text) else 1_000_000 if _MILLIONS.search(text) else 0


def _said_above(blok: BlokSel) -> int:
    """The scale that the title or the lines right above the heading say, 0 where they say none."""
    first = blok.asal
    near = [line.teks for line in first.di_atas if first.kepala.baris[0] - line.nomor <= 3 and not line.ada_sel]
    return _said(" ".join(clean(text) for text in [*(line.teks for line in first.judul), *near]))


KATA_KINERJA = ("no", "satuan", "tujuan", "sasaran", "indikator", "program_kegiatan", "program", "kegiatan", "unit")
"""Roles of columns of words that tables of indicators read."""
KATA_ANGGARAN = ("no", "kode", "program", "kegiatan", "kro", "ro", "sasaran", "indikator", "program_kegiatan", "uraian")
"""Roles of columns of words that budget tables read."""


def skipped(blok: BlokSel, kelompok: Kelompok, kata: Collection[str]) -> list[str]:
    """The headings, from left to right, of columns with something under them that are neither words in `kata` nor
    values in `kelompok`. What is left over ("Sisa") is never read."""
    read = {kolom.awal for group in kelompok.values() for kolom in group.values() if kolom.peran != "sisa"}
    rest = [kolom for kolom in blok.kepala.kolom if kolom.awal not in read and kolom.peran not in kata]
    rows = [line for line in blok.isi if len(line.sel) == blok.kepala.lebar]
    return [clean(kolom.teks) for kolom in rest if kolom.teks and any(printed(line, kolom) for line in rows)]
