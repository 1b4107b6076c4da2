"""What the families hand over: tables with their indicators, budget lines, and the fate of every printed line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from loaders.values import DASHES, Nilai, Uang, parse_number, parse_ordinal

Nasib = Literal["dimuat", "sambungan", "judul", "dikarantina"]
Tingkat = Literal["sasaran_strategis", "program", "kegiatan"]
JenisDokumen = Literal["Renstra", "RKT", "PK", "LK"]
GALAT = "galat_selaras"
"""Code and column of the doubt about a table that a fault of ours stopped."""


@dataclass
class Sasaran:
    """A sasaran as printed, begun on `baris`; its text grows while its tail is found on later lines."""

    baris: int
    teks: str
    baris_akhir: int = 0
    dikoreksi: bool = False

    def __post_init__(self) -> None:
        self.baris_akhir = max(self.baris, self.baris_akhir)


@dataclass(frozen=True)
class Keraguan:
    """Something on a line that could not be read with certainty: becomes a karantina row unless corrected."""

    baris: int
    kolom: str
    kode: str
    alasan: str


@dataclass
class Capaian:
    """Realisasi of one year with the capaian printed beside it (`persen` in percent, None when printed in letters)."""

    realisasi: Nilai
    capaian_teks: str | None = None
    persen: float | None = None


@dataclass
class Indikator:
    """One indicator row of a table: printed words, what stands above it, and its values by year."""

    baris: int
    baris_akhir: int
    tingkat: Tingkat
    indikator: str
    sasaran: Sasaran | None = None
    tujuan: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    nomor: str | None = None
    unit_pelaksana: str | None = None
    catatan: str | None = None
    target: dict[int, Nilai] = field(default_factory=dict)
    capaian: dict[int, Capaian] = field(default_factory=dict)
    kata_dikoreksi: bool = False
    kolom_dikoreksi: list[str] = field(default_factory=list)
    kode_baku: str | None = None
    keyakinan: str | None = None
    divisi: str | None = None
    asal_divisi: str | None = None


@dataclass
class RealisasiAnggaran:
    """What was spent of one pagu, with the figures printed beside it."""

    realisasi: Uang
    persen: float | None = None
    tvro: float | None = None
    rvro: float | None = None
    efisiensi: float | None = None


@dataclass
class MataAnggaran:
    """One budget line of a table. Year None is the printed column "jumlah" over all years."""

    baris: int
    baris_akhir: int
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
    pagu: dict[int | None, Uang] = field(default_factory=dict)
    realisasi: dict[int, RealisasiAnggaran] = field(default_factory=dict)
    kata_dikoreksi: bool = False
    kolom_dikoreksi: list[str] = field(default_factory=list)


@dataclass
class Hambatan:
    """One obstacle row of an LK as printed, with what was done about it. `nomor`: the number printed before it."""

    baris: int
    baris_akhir: int
    nomor: int
    aspek: str | None = None
    hambatan: str | None = None
    keterangan: str | None = None
    upaya: str | None = None


@dataclass
class Tabel:
    """One recognised table. Every printed line of it is a key of `nasib`.

    `tahun`: the years its value columns stand for. `satuan`: the unit its heading gives to bare numbers.
    `sasaran`: those found in an OCR table, so that a correction can name them. `kolom_dilewati`: headings of the
    columns of cells that hold something and are not read.
    """

    nama: str
    judul: str
    keluarga: str
    jenis: JenisDokumen
    unit: Literal["komisioner", "sekretariat"] | None = None
    skala: int = 1
    tahun: tuple[int, ...] = ()
    satuan: str | None = None
    nasib: dict[int, Nasib] = field(default_factory=dict)
    indikator: list[Indikator] = field(default_factory=list)
    anggaran: list[MataAnggaran] = field(default_factory=list)
    hambatan: list[Hambatan] = field(default_factory=list)
    sasaran: list[Sasaran] = field(default_factory=list)
    keraguan: list[Keraguan] = field(default_factory=list)
    kolom_dilewati: list[str] = field(default_factory=list)

    @property
    def terhenti(self) -> str | None:
        """The sentence about the fault of ours that stopped its reading, so that all its lines wait; else None."""
        return next((k.alasan for k in self.keraguan if k.kode == GALAT), None)

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
    """What the manifest says of the document a family reads."""

    jenis: JenisDokumen
    tahun_awal: int
    tahun_akhir: int


def set_capaian(capaian: Capaian, text: str) -> None:
    """Keep the printed capaian: its text, and its number in percent unless it is a dash or printed in letters.

    Raises Ambigu.
    """
    capaian.capaian_teks = text
    capaian.persen = (
        None if text in DASHES or parse_ordinal(text) else parse_number(text.removesuffix("%").strip(), count=False)
    )
