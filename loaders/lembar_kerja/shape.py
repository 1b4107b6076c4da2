"""The shape of our own workbook: its sheets, their columns, and the words its lists allow. Pure constants.

Writer and reader both take it from here, so that what is written is what is recognised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from loaders import columns
from loaders.columns import Column
from loaders.records import DIBACA, PILIHAN_JENIS, Hambatan, Indikator, MataAnggaran, Record, Sasaran
from loaders.values import Kapan, letters

VERSI_DIBACA = ("1", "2")
"""Shapes of the workbook that are read, oldest first; version 1 has no sheet Hambatan."""
VERSI = VERSI_DIBACA[-1]
"""The one that is written."""
TANDA = "Lembar kerja Selaras"
"""The first line of the sheet Keterangan: a document that prints it is our workbook."""
LABEL_VERSI = "Versi lembar kerja"
LABEL_TAHUN_LAIN = "Tahun lain"
PETUNJUK_TAHUN_LAIN = "hanya bila dokumen juga mencetak tahun di luar itu, misalnya 2022, 2023"
"""A year outside those of the document is a doubt, unless it is named here."""
AWALAN_TAHUN = "Target "
"""A year column is headed "Target 2024", never "2024": other families take bare years for their own headings."""
KATA_JUMLAH = columns.JUMLAH
RUSAK = "(rusak)"
"""Stands behind a damaged text, so that it is refused and never taken for a value."""
CONTOH = "Contoh"
KETERANGAN = "Keterangan"
CATATAN = "catatan"
"""The role of the column in which anything may be written, and which is never read."""
DAFTAR = "Daftar"
"""The hidden sheet that holds the lists for choosing."""
BELUM_TERBACA = "Belum terbaca"
JUDUL_BELUM_TERBACA = "Baris dokumen yang belum terbaca"
"""The sheet, and its title, that names what waits in karantina and therefore stands on no other sheet."""

JENIS: dict[str, str] = {jenis: jenis for jenis in DIBACA}
UNIT = {"komisioner": "Komisioner", "sekretariat": "Sekretariat"}
TINGKAT = {"sasaran_strategis": "Sasaran strategis", "program": "Program", "kegiatan": "Kegiatan"}
TINGKAT_ANGGARAN = {
    "total": "Total", "program": "Program", "kegiatan": "Kegiatan", "kro": "KRO", "ro": "RO",
    "sasaran": "Sasaran", "indikator": "Indikator",
}  # fmt: skip
PERSEN = "%"
SATUAN_ORDINAL = ("predikat", "opini")
"""May stand in the column Satuan beside a grade or an opinion, which have no unit."""

Isi = Literal[
    "kata", "kode", "jenis", "unit", "tingkat", "tingkat_anggaran", "satuan", "divisi", "tahun", "tahun_jumlah",
    "nilai", "uang", "bilangan",
]  # fmt: skip
Nama = Literal["Target", "Realisasi", "Anggaran", "Hambatan"]


class Identitas(NamedTuple):
    """Whose workbook it is: what the sheet Keterangan says. None: blank or not readable. `satker`: name, to be read."""

    kode_satker: str | None
    jenis: str | None
    tahun_awal: int | None
    tahun_akhir: int | None
    unit: str | None = None
    satker: str | None = None


@dataclass(frozen=True)
class Kolom:
    """A column: its role, heading, width in characters, hint under the heading, explanation and two examples."""

    peran: str
    judul: str
    lebar: int
    isi: Isi
    petunjuk: str
    penjelasan: str
    contoh: tuple[str, str]

    @property
    def wajib(self) -> bool:
        """True when a row cannot be read without it."""
        return self.petunjuk.startswith("wajib")


IDENTITAS = {
    "kode_satker": ("Kode satker", "kode wilayah Kemendagri: 4 angka, provinsi 2 angka"),
    "satker": ("Nama satker", "misalnya KPU Kota Blitar"),
    "jenis": ("Jenis dokumen", PILIHAN_JENIS),
    "tahun_awal": ("Tahun awal", "tahun pertama dokumen"),
    "tahun_akhir": ("Tahun akhir", "tahun terakhir; untuk dokumen satu tahun sama dengan tahun awal"),
    "unit": ("Unit penanda tangan", "untuk PK dan RKT: Komisioner atau Sekretariat"),
}
"""Field of Identitas → label and hint on the sheet Keterangan."""

_UMUM = (
    Kolom("jenis", "Jenis dokumen", 10, "jenis", "kosong = seperti Keterangan",
          "Isi hanya bila baris ini dari dokumen lain yang terlampir, misalnya PK di dalam LK.", ("", "PK")),
    Kolom("unit", "Unit", 12, "unit", "kosong = seperti Keterangan",
          "Penanda tangan PK atau RKT: Komisioner atau Sekretariat.", ("", "Komisioner")),
)  # fmt: skip
_ISI: dict[str, Isi] = {"kata": "kata", "kode": "kode", "nilai": "nilai", "tercetak": "nilai", "uang": "uang",
                        "bilangan": "bilangan"}  # fmt: skip


def columns_of(*kinds: type[Record], by_year: bool) -> list[Column]:
    """The columns of these kinds of records that our workbook has, with a value each year or without."""
    asked = (column for column in columns.COLUMNS if column.of in kinds and column.sel)
    return [column for column in asked if column.by_year == by_year]


def kolom(column: Column) -> Kolom:
    """The column as our workbook asks for it. Raises ValueError for one it does not have."""
    sel = column.sel
    if sel is None:
        raise ValueError(f"our workbook has no column {column.name}")
    isi = sel.pilih or _ISI[column.grammar.jenis]
    judul = sel.judul or column.heading
    return Kolom(column.name, judul, sel.lebar, isi, sel.petunjuk, sel.penjelasan, sel.contoh)


_KINERJA = (
    *_UMUM,
    Kolom("tingkat", "Tingkat", 12, "tingkat", "wajib, pilih",
          "Tingkat sasarannya: sasaran strategis, program atau kegiatan.", ("Sasaran strategis", "Kegiatan")),
    *map(kolom, columns_of(Indikator, Sasaran, by_year=False)),
)  # fmt: skip
_SATUAN = Kolom("satuan", "Satuan", 11, "satuan", "untuk angka tanpa satuan",
                "Berlaku bagi angka tanpa satuan pada baris itu; untuk huruf pilih predikat atau opini.",
                ("predikat", "laporan"))  # fmt: skip
_CATATAN = Kolom(CATATAN, KETERANGAN, 30, "kata", "bebas, tidak dibaca", "Catatan Anda; tidak pernah dibaca.",
                 ("dari Tabel 2", ""))  # fmt: skip
_TARGET, *_RESULTS = map(kolom, columns_of(Indikator, by_year=True))
_REALISASI = (
    Kolom(
        "tahun",
        "Tahun",
        8,
        "tahun",
        "wajib",
        "Tahun yang dilaporkan; bagian tahun ditulis 2024 TW1, 2024 S1 atau 2024 B01.",
        ("2024", "2024"),
    ),
    _TARGET,
    _SATUAN,
    *_RESULTS,
)
_ANGGARAN = (
    *_UMUM,
    Kolom("tingkat", "Tingkat", 11, "tingkat_anggaran", "wajib, pilih",
          "Tingkat baris anggaran: total, program, kegiatan, KRO, RO, sasaran atau indikator.", ("RO", "Total")),
    *map(kolom, columns_of(MataAnggaran, by_year=False)),
    Kolom("tahun", "Tahun", 9, "tahun_jumlah", "wajib",
          "Tahun pagu, bagiannya (2024 TW1) atau versinya (2024 revisi 1); «jumlah» untuk jumlah seluruh tahun.",
          ("2024", "jumlah")),
    *map(kolom, columns_of(MataAnggaran, by_year=True)),
    _CATATAN,
)  # fmt: skip


@dataclass(frozen=True)
class LembarIsian:
    """A sheet to fill: its title and the sentence under it, and its columns without those of the years."""

    nama: Nama
    judul: str
    kalimat: str
    kolom: tuple[Kolom, ...]
    tanda: frozenset[str]
    """Roles by which its heading is recognised; too many for the heading of a published table to have them all."""

    @property
    def judul_huruf(self) -> frozenset[str]:
        """The letters of its title and of the sentence under it."""
        return frozenset({letters(self.judul), letters(self.kalimat)})

    @cached_property
    def peran(self) -> dict[str, str]:
        """The letters of each heading, those of years left out → the role of its column."""
        return {letters(kolom.judul): kolom.peran for kolom in self.susunan(())}

    def susunan(self, tahun: Sequence[Kapan]) -> tuple[Kolom, ...]:
        """The columns in order, with one for each year on the sheet Target."""
        if self.nama != "Target":
            return self.kolom
        return (*self.kolom, *(_tahun(year, i) for i, year in enumerate(tahun)), _CATATAN)


def _tahun(year: Kapan, urutan: int) -> Kolom:
    contoh = ("B", "4") if urutan == 0 else ("BB", "-")
    return Kolom(f"target:{year}", f"{AWALAN_TAHUN}{year}", 12, "nilai", "angka, huruf atau -",
                 f"Target tahun {year}: bilangan, predikat, opini, atau «-» bila tak ditargetkan.", contoh)  # fmt: skip


LEMBAR = (
    LembarIsian(
        "Target", "Target kinerja",
        "Satu indikator satu baris. Target yang tercetak «-» ditulis «-»; sel kosong berarti kosong juga di dokumen.",
        (*_KINERJA, _SATUAN), frozenset({"tingkat", "indikator", "unit_pelaksana", "satuan"}),
    ),
    LembarIsian(
        "Realisasi", "Realisasi kinerja",
        "Satu indikator dan satu tahun satu baris. Yang ada di sini tidak perlu ditulis lagi di lembar Target.",
        (*_KINERJA, *_REALISASI, _CATATAN), frozenset({"tingkat", "indikator", "tahun", "realisasi"}),
    ),
    LembarIsian(
        "Anggaran", "Pagu dan realisasi anggaran",
        "Satu baris anggaran dan satu tahun satu baris, dalam rupiah penuh.",
        _ANGGARAN, frozenset({"tingkat", "uraian", "tahun", "pagu"}),
    ),
    LembarIsian(
        "Hambatan", "Hambatan dan upaya",
        "Hanya untuk LK: satu hambatan satu baris, dengan upayanya bila tercetak.",
        (*map(kolom, columns_of(Hambatan, by_year=False)), _CATATAN),
        frozenset({"aspek", "hambatan", "keterangan", "upaya"}),
    ),
)  # fmt: skip
NAMA_LEMBAR = f"{', '.join(sheet.nama for sheet in LEMBAR[:-1])} dan {LEMBAR[-1].nama}"
"""The sheets to fill, in a sentence."""
JUDUL = frozenset(text for sheet in LEMBAR for text in sheet.judul_huruf)
JUDUL_LAIN = frozenset(map(letters, (TANDA, "Contoh pengisian", JUDUL_BELUM_TERBACA)))
"""Titles of the sheets that hold no data: a table ends before them."""


def like_fraction(number: float) -> bool:
    """True for a number that as a percentage may as well be meant as a fraction: above 0, up to 1."""
    return 0 < number <= 1


def choose(text: str, labels: dict[str, str]) -> str | None:
    """The value whose label a cell holds, letters only and in any case; None when it is none of them."""
    return next((value for value, label in labels.items() if letters(text) and letters(text) == letters(label)), None)
