"""What the families hand over: tables with their indicators, budget lines, and the fate of every printed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from loaders.values import DASHES, Kapan, Masa, Nilai, Uang, parse_number, parse_ordinal

Nasib = Literal["dimuat", "sambungan", "judul", "dikarantina"]
Tingkat = Literal["sasaran_strategis", "program", "kegiatan"]
JenisDokumen = Literal[
    "Renstra", "RKT", "PK", "Rencana Aksi", "DIPA", "POK", "Laporan Triwulan", "Realisasi Anggaran", "LK", "LKE"
]
"""Every kind of document there is room for, from plan to report: the one list, which the database gets as a table."""
DIBACA: tuple[JenisDokumen, ...] = ("Renstra", "RKT", "PK", "LK")
"""The kinds there is a reader for: only these can be taken in."""
BERPERIODE: tuple[JenisDokumen, ...] = ("Laporan Triwulan", "Realisasi Anggaran")
"""The kinds that may report a part of their year; a document of any other kind is of whole years."""
PILIHAN_JENIS = f"{', '.join(DIBACA[:-1])} atau {DIBACA[-1]}"
"""The same in a sentence."""
AsalDivisi = Literal["tertulis", "lewat_subbagian", "turunan"]
"""How a divisi came to an indikator: its row names it, or a subbagian that served it, or only the catalogue does."""
GALAT = "galat_selaras"
"""Code and column of the doubt about a table that a fault of ours stopped, or that two families claim."""


@dataclass
class Record:
    """What every record of a table has: its lines, and what of it a person set. Its columns: loaders/columns.py.

    `kata_dikoreksi`: a person set something that has no keadaan of its own, so that all its values carry the mark.
    `kolom_dikoreksi`: the columns a person set, as the corrections name them.
    """

    baris: int
    baris_akhir: int
    kata_dikoreksi: bool = field(default=False, kw_only=True)
    kolom_dikoreksi: list[str] = field(default_factory=list, kw_only=True)

    def covers(self, baris: int) -> bool:
        """True when a correction of this line can mean this record."""
        return self.baris <= baris <= self.baris_akhir

    @property
    def bunyi(self) -> str:
        """The words that say what the record is about."""
        raise NotImplementedError

    @property
    def tahun(self) -> list[Kapan]:
        """The years, or parts of years, its values stand for, ascending."""
        return []


@dataclass
class Sasaran(Record):
    """A sasaran as printed, begun on `baris`; its text grows while its tail is found on later lines."""

    teks: str
    baris_akhir: int = field(default=0, kw_only=True)

    def __post_init__(self) -> None:
        self.baris_akhir = max(self.baris, self.baris_akhir)

    def covers(self, baris: int) -> bool:
        """Only where it begins: its later lines carry other rows too."""
        return baris == self.baris

    @property
    def bunyi(self) -> str:
        """Its text."""
        return self.teks


@dataclass(frozen=True)
class Keraguan:
    """Something on a line that could not be read with certainty: becomes a karantina row unless corrected."""

    baris: int
    kolom: str
    kode: str
    alasan: str


class Tercetak(NamedTuple):
    """A printed capaian: its text, and its number in percent unless it is a dash or printed in letters."""

    teks: str
    persen: float | None


@dataclass
class Capaian:
    """Realisasi of one time with the capaian printed beside it (`persen` in percent, None when printed in letters)."""

    realisasi: Nilai
    capaian_teks: str | None = None
    persen: float | None = None

    @property
    def tercetak(self) -> Tercetak | None:
        """The printed capaian, None where none is printed."""
        return None if self.capaian_teks is None else Tercetak(self.capaian_teks, self.persen)

    @tercetak.setter
    def tercetak(self, tercetak: Tercetak) -> None:
        self.capaian_teks, self.persen = tercetak


@dataclass
class Indikator(Record):
    """One indicator row of a table: printed words, what stands above it, and its values by year or part of one."""

    tingkat: Tingkat
    indikator: str
    sasaran: Sasaran | None = None
    tujuan: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    nomor: str | None = None
    unit_pelaksana: str | None = None
    catatan: str | None = None
    target: dict[Kapan, Nilai] = field(default_factory=dict)
    capaian: dict[Kapan, Capaian] = field(default_factory=dict)
    kode_baku: str | None = None
    keyakinan: str | None = None
    cara_padan: str | None = None
    divisi: dict[str, AsalDivisi] = field(default_factory=dict)

    @property
    def bunyi(self) -> str:
        """Its indikator."""
        return self.indikator

    @property
    def tahun(self) -> list[Kapan]:
        """The times of its targets, or of its realisasi where it has no target."""
        return sorted(self.target or self.capaian)


@dataclass
class RealisasiAnggaran:
    """What was spent of one pagu, with the figures printed beside it."""

    realisasi: Uang
    persen: float | None = None
    tvro: float | None = None
    rvro: float | None = None
    efisiensi: float | None = None


@dataclass
class MataAnggaran(Record):
    """One budget line of a table. None instead of a time is the printed column "jumlah" over all years."""

    tingkat: Literal["total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator"]
    uraian: str
    kode_program: str | None = None
    kode_kegiatan: str | None = None
    kode_kro: str | None = None
    kode_ro: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    kro: str | None = None
    catatan: str | None = None
    pagu: dict[Kapan | None, Uang] = field(default_factory=dict)
    realisasi: dict[Kapan, RealisasiAnggaran] = field(default_factory=dict)

    @property
    def bunyi(self) -> str:
        """Its uraian."""
        return self.uraian

    @property
    def tahun(self) -> list[Kapan]:
        """The times of its pagu, that over all years aside."""
        return sorted(year for year in self.pagu if year)


@dataclass
class Hambatan(Record):
    """One obstacle row of an LK as printed, with what was done about it. `nomor`: the number printed before it."""

    nomor: int
    aspek: str | None = None
    hambatan: str | None = None
    keterangan: str | None = None
    upaya: str | None = None

    @property
    def bunyi(self) -> str:
        """The obstacle, or the effort that stands without one."""
        return self.hambatan or self.upaya or ""


@dataclass(frozen=True)
class Ditranskripsi:
    """What a person copied from these lines (`isi`: tabel, target, realisasi, anggaran or hambatan), which columns
    (`kolom`) they set against the print, and why, who and when."""

    baris: int
    baris_akhir: int
    isi: str
    kolom: str | None
    alasan: str | None
    oleh: str
    tanggal: date


@dataclass
class Tabel:
    """One recognised table. Every printed line of it is a key of `nasib`.

    `tahun`: the years, or parts of years, its value columns stand for. `satuan`: the unit its heading gives to bare
    numbers. `sasaran`: those in doubt, so that a correction can name them. `kolom_dilewati`: headings of the
    columns of cells that hold something and are not read. `transkrip`: what a person copied of it.
    """

    nama: str
    judul: str
    keluarga: str
    jenis: JenisDokumen
    unit: Literal["komisioner", "sekretariat"] | None = None
    skala: int = 1
    tahun: tuple[Kapan, ...] = ()
    satuan: str | None = None
    nasib: dict[int, Nasib] = field(default_factory=dict)
    indikator: list[Indikator] = field(default_factory=list)
    anggaran: list[MataAnggaran] = field(default_factory=list)
    hambatan: list[Hambatan] = field(default_factory=list)
    sasaran: list[Sasaran] = field(default_factory=list)
    keraguan: list[Keraguan] = field(default_factory=list)
    kolom_dilewati: list[str] = field(default_factory=list)
    transkrip: list[Ditranskripsi] = field(default_factory=list)

    @property
    def terhenti(self) -> str | None:
        """The sentence about the fault of ours that stopped its reading, so that all its lines wait; else None."""
        return next((k.alasan for k in self.keraguan if k.kode == GALAT), None)

    @property
    def rows(self) -> list[Indikator | MataAnggaran | Hambatan]:
        """Its records with lines of their own."""
        return [*self.indikator, *self.anggaran, *self.hambatan]

    @property
    def semua_sasaran(self) -> list[Sasaran]:
        """Each sasaran of it once: those it names, and those above its indikator."""
        above = [record.sasaran for record in self.indikator if record.sasaran]
        return list({id(sasaran): sasaran for sasaran in (*self.sasaran, *above)}.values())

    @property
    def records(self) -> Iterator[Record]:
        """Everything in it that a person can correct: each sasaran, and the rows."""
        yield from (*self.semua_sasaran, *self.rows)

    def keep(self, wanted: Callable[[Record], bool]) -> None:
        """Take the rows out that are not wanted."""
        self.indikator = [record for record in self.indikator if wanted(record)]
        self.anggaran = [record for record in self.anggaran if wanted(record)]
        self.hambatan = [record for record in self.hambatan if wanted(record)]

    def doubt(self, baris: int, kolom: str, kode: str, alasan: str) -> None:
        """Say that a column of the record that begins on this line is uncertain:
        karantina unless a person corrects it.
        """
        self.keraguan.append(Keraguan(baris, kolom, kode, alasan))
        self.nasib.setdefault(baris, "dikarantina")

    def mark(self, nasib: Nasib, *lines: int) -> None:
        """Give lines their fate, unless they have one."""
        for baris in lines:
            self.nasib.setdefault(baris, nasib)


@dataclass(frozen=True)
class Kalimat:
    """A sentence that names a figure: `jenis` pagu (rupiah), skor (points; `uraian`: the grade), klaim_serapan (%)."""

    baris: int
    jenis: str
    uraian: str
    nilai: float
    teks: str


@dataclass(frozen=True)
class Konteks:
    """What the manifest says of the document a family reads. `periode`: the part of its year that it reports."""

    jenis: JenisDokumen
    tahun_awal: int
    tahun_akhir: int
    periode: str | None = None

    @property
    def masa(self) -> Masa | None:
        """The one year, or part of a year, it is about; None of a document of several years."""
        return Masa(self.tahun_akhir, self.periode) if self.tahun_awal == self.tahun_akhir else None


def parse_capaian(text: str) -> Tercetak:
    """Read a printed capaian. Raises Ambigu."""
    letters = text in DASHES or parse_ordinal(text)
    return Tercetak(text, None if letters else parse_number(text.removesuffix("%").strip(), count=False))


def set_capaian(capaian: Capaian, text: str) -> None:
    """Keep a printed capaian: its text whatever it is, and its number. Raises Ambigu."""
    capaian.capaian_teks = text
    capaian.tercetak = parse_capaian(text)
