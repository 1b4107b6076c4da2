"""The columns of what is read, one row each: where it stands on its record, how it is read, and who asks for it.

    for column in of(MataAnggaran):
        for masa in column.masa(record):
            print(column.heading, masa, column.text(record, masa))

Corrections, the difference between versions, previews, proof, the workbook, the tables of the database and the labels
on screen all walk this list: a new column is a row here, a field of its record, and a column of the schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, NamedTuple

from loaders.records import (
    Capaian,
    Hambatan,
    Indikator,
    MataAnggaran,
    RealisasiAnggaran,
    Record,
    Sasaran,
    Tabel,
    parse_capaian,
)
from loaders.values import (
    Kapan,
    Masa,
    Nilai,
    Uang,
    counts,
    full_program_code,
    parse_nilai,
    parse_number,
    parse_persen,
    parse_rupiah,
)

Per = Literal["baris", "tahun", "tahun_atau_jumlah"]
"""One value a record, one a year (or part of one), or one a year and one over all years (None)."""
JUMLAH = "jumlah"
"""Stands for the time where a column is over all years: "pagu:jumlah"."""


@dataclass(frozen=True)
class Grammar:
    """What the values of a column are. `read`: a person's text → value, raises Ambigu. `text`: value → as printed.
    `same`: what two versions compare it by. `marked`: whether a value says itself how it was obtained (keadaan).
    `form`: what a typed code must look like. `stored`: the columns of the database that keep a value, {} for its name
    there; `parts`: what each of them holds.
    """

    jenis: Literal["kata", "kode", "nilai", "tercetak", "uang", "bilangan"]
    read: Callable[[str, Record, Tabel], Any]
    text: Callable[[Any], str]
    same: Callable[[Any], object]
    marked: bool = False
    form: re.Pattern[str] = re.compile("")
    stored: tuple[str, ...] = ("{}",)
    parts: Callable[[Any], tuple[object, ...]] = lambda value: (value,)


def _fold(text: str) -> str:
    return " ".join(text.lower().split())


def _read_nilai(text: str, record: Record, tabel: Tabel) -> Nilai:
    return parse_nilai(text, counted=counts(record.bunyi), satuan=tabel.satuan)


def _same_nilai(value: Nilai) -> tuple[object, ...]:
    number = value.nilai if value.rentang is None else value.rentang
    missing = value.keadaan if number is None and value.ordinal is None else None
    return (number, value.ordinal, value.satuan, missing)


def _read_uang(text: str, record: Record, tabel: Tabel) -> Uang:
    return parse_rupiah(text, scale=tabel.skala)


def _same_uang(money: Uang) -> tuple[object, ...]:
    return (money.rupiah, money.keadaan if money.rupiah is None else None)


def _decimal(number: float) -> str:
    return f"{number:.10g}".replace(".", ",")


KATA = Grammar("kata", lambda text, record, tabel: text, str, _fold)
KODE = Grammar("kode", lambda text, record, tabel: text, str, _fold)
KODE_PROGRAM = replace(
    KODE,
    read=lambda text, record, tabel: full_program_code(text),
    form=re.compile(r"^076\.\d{2}\.(?:[A-Z]{2}|\d{2})$", re.ASCII),
)
KODE_KEGIATAN = replace(KODE, form=re.compile(r"^\d{4}$", re.ASCII))
KODE_KRO = replace(KODE, form=re.compile(r"^[A-Z]{3}$"))
KODE_RO = replace(KODE, form=re.compile(r"^[0-9A-Z]{3}$"))
NILAI = Grammar(
    "nilai",
    _read_nilai,
    lambda value: value.teks,
    _same_nilai,
    marked=True,
    stored=("{}_teks", "{}", "{}_ordinal", "{}_bawah", "{}_atas", "satuan", "keadaan", "aturan_baca"),
    parts=lambda value: (
        *(value.teks, value.nilai, value.ordinal, value.bawah, value.atas, value.satuan, value.keadaan, value.aturan),
    ),
)
TERCETAK = Grammar(
    "tercetak",
    lambda text, record, tabel: parse_capaian(text),
    lambda value: value.teks,
    lambda value: value.persen,
    marked=True,
    stored=("{}_teks", "{}"),
    parts=tuple,
)
UANG = Grammar(
    "uang",
    _read_uang,
    lambda money: money.teks,
    _same_uang,
    marked=True,
    stored=("{}_teks", "{}", "keadaan", "aturan_baca"),
    parts=lambda money: (money.teks, money.rupiah, money.keadaan, money.aturan),
)
PERSEN = Grammar("bilangan", lambda text, record, tabel: parse_persen(text), _decimal, float)
VOLUME = replace(PERSEN, read=lambda text, record, tabel: parse_number(text))


class Sel(NamedTuple):
    """How our workbook asks for a column: its width in characters, the hint under its heading, its explanation, two
    examples; `judul`: its heading where it is not that of the column; `pilih`: whose list there is to choose from."""

    lebar: int
    petunjuk: str
    penjelasan: str
    contoh: tuple[str, str]
    judul: str = ""
    pilih: Literal["", "divisi"] = ""


@dataclass(frozen=True)
class Column:
    """A column. `name`: as corrections and karantina call it. `at`: the field of its record; with values by year,
    the field that has the times, and behind a dot what is taken of a time.

    `unit`: of its numbers. `correctable`: a person may set it. `proven`: read from a picture, it waits until proven.
    `compared`: under which name two versions are compared; columns of one name make one figure. `bunyi`: the words its
    record is about. `names`: the column of the name this code stands for. `blank_waits`: a blank cell in a picture may
    hide a figure. `key`: the table that keeps it once for all records that print it; else it stands with its record.
    `stem`: its name in its table. `sel`: how our workbook asks for it.
    """

    name: str
    of: type[Record]
    heading: str
    grammar: Grammar
    at: str = ""
    per: Per = "baris"
    unit: str | None = None
    correctable: bool = True
    proven: bool = True
    compared: str | None = None
    bunyi: bool = False
    names: str | None = None
    blank_waits: bool = True
    key: str = ""
    stem: str = ""
    sel: Sel | None = None

    @property
    def by_year(self) -> bool:
        """Whether it has a value for each year, or part of one."""
        return self.per != "baris"

    @property
    def holder(self) -> str:
        """The field of the record that has it, or its years."""
        return (self.at or self.name).partition(".")[0]

    @property
    def part(self) -> str:
        """What is taken of a year, "" where the year's value is all of it."""
        return self.at.partition(".")[2]

    @property
    def example(self) -> str:
        """One of its values."""
        return next(filter(None, self.sel.contoh), "") if self.sel else ""

    def misshapen(self, value: object) -> bool:
        """Whether it holds codes and this is none: the schema (loaders/schema/tables.sql) refuses it."""
        return self.grammar.jenis == "kode" and not self.grammar.form.match(str(value))

    @property
    def table(self) -> str:
        """The table of the database that keeps it."""
        return self.key or TABLES[self.of, self.holder if self.by_year else ""]

    @property
    def stored(self) -> tuple[str, ...]:
        """The columns of that table that keep it."""
        return tuple(name.format(self.stem or self.name) for name in self.grammar.stored)

    def cells(self, value: object) -> dict[str, object]:
        """What the table keeps of a value: column → content."""
        return dict(zip(self.stored, self.grammar.parts(value), strict=True))

    def masa(self, record: Record) -> list[Masa | None]:
        """The times it may have a value for, ascending, the one over all years (None) last; without times just None."""
        if not self.by_year:
            return [None]
        held: dict[Kapan | None, object] = getattr(record, self.holder)
        return [*sorted(Masa.of(kapan) for kapan in held if kapan is not None), *([None] if None in held else [])]

    def get(self, record: Record, masa: Kapan | None = None) -> object | None:
        """Its value, None where there is none."""
        held = getattr(record, self.holder)
        if not self.by_year:
            return held or None
        found = held.get(masa)
        return getattr(found, self.part) if self.part and found is not None else found

    def put(self, record: Record, masa: Kapan | None, value: object) -> None:
        """Set its value. Raises KeyError where a time must have something else before."""
        held = getattr(record, self.holder)
        if not self.by_year:
            setattr(record, self.holder, value)
        elif not self.part:
            held[masa] = value
        else:
            if masa not in held and (begun := _BEGUN.get(self.name)):
                held[masa] = begun(value)
            setattr(held[masa], self.part, value)

    def text(self, record: Record, masa: Kapan | None = None) -> str | None:
        """Its value as printed, None where there is none."""
        value = self.get(record, masa)
        return None if value is None else self.grammar.text(value)

    def called(self, record: Record, masa: Kapan | None = None, *, alone: bool = False) -> str:
        """Its name on a record, with the time behind it ("target:2025 TW1") unless it is the table's only (`alone`)."""
        if self.bunyi and isinstance(record, MataAnggaran) and record.tingkat == "indikator":
            return "indikator"
        return self.name if not self.by_year or (alone and masa) else f"{self.name}:{masa or JUMLAH}"


TABLES: dict[tuple[type[Record], str], str] = {
    (Indikator, ""): "indikator", (Indikator, "target"): "target", (Indikator, "capaian"): "realisasi",
    (MataAnggaran, ""): "mata_anggaran", (MataAnggaran, "pagu"): "pagu",
    (MataAnggaran, "realisasi"): "realisasi_anggaran", (Hambatan, ""): "hambatan",
}  # fmt: skip
"""Kind of record, field that has its times → table of the database."""

_BEGUN: dict[str, Callable[[Any], object]] = {
    "realisasi": Capaian,
    "capaian_tercetak": lambda value: Capaian(Nilai("", keadaan="rusak")),
    "realisasi_anggaran": RealisasiAnggaran,
}
"""Columns that may be the first of a time, and what it then begins with."""

COLUMNS: tuple[Column, ...] = (
    # what an indikator says, and what stands above it
    Column("tujuan", Indikator, "Tujuan", KATA, key="tujuan", sel=Sel(
        24, "bila tercetak", "Tujuan yang menaungi, seperti tercetak.", ("Mewujudkan KPU yang mandiri", ""))),
    Column("program", Indikator, "Program", KATA, key="program_tercetak", sel=Sel(
        24, "bila tercetak", "Nama program, ditulis ulang pada setiap baris.", ("", "Program Dukungan Manajemen"))),
    Column("kegiatan", Indikator, "Kegiatan", KATA, key="kegiatan_tercetak", sel=Sel(
        24, "bila tercetak", "Nama kegiatan, ditulis ulang pada setiap baris.", ("", "Pengelolaan Data"))),
    Column("sasaran", Sasaran, "Sasaran", KATA, at="teks", key="sasaran", bunyi=True, sel=Sel(
        32, "ulangi di setiap baris", "Sasaran, ditulis ulang pada setiap baris.",
        ("Meningkatnya kualitas layanan", "Tersusunnya laporan"))),
    Column("indikator", Indikator, "Indikator", KATA, bunyi=True, sel=Sel(
        42, "wajib, seperti tercetak", "Bunyi indikator seperti tercetak; satu indikator satu baris.",
        ("Nilai evaluasi akuntabilitas kinerja", "Jumlah laporan yang disusun"))),
    Column("unit_pelaksana", Indikator, "Unit pelaksana", KATA, sel=Sel(
        26, "bila tercetak", "Divisi atau subbagian; boleh dipilih dari daftar atau diketik sendiri.",
        ("", "Perencanaan, Data dan Informasi"), pilih="divisi")),
    # its values
    Column("target", Indikator, "Target", NILAI, per="tahun", compared="target", stem="nilai", sel=Sel(
        12, "angka, huruf atau -", "Target tahun itu.", ("BB", "4"))),
    Column("realisasi", Indikator, "Realisasi", NILAI, "capaian.realisasi", "tahun", compared="realisasi", sel=Sel(
        12, "angka, huruf atau -", "Yang tercapai; kosong bila belum ada.", ("B", "3"))),
    Column("capaian_tercetak", Indikator, "Capaian tercetak (%)", TERCETAK, "capaian.tercetak", "tahun", "persen",
        compared="capaian", sel=Sel(
        12, "bila tercetak", "Persentase capaian yang tercetak di dokumen; jangan dihitung sendiri.", ("", "75"))),
    # what a budget line says
    Column("kode_program", MataAnggaran, "Kode program", KODE_PROGRAM, key="program_tercetak", names="program", sel=Sel(
        12, "bila tercetak", "Misalnya 076.01.WA, atau WA saja.", ("076.01.WA", ""))),
    Column("program", MataAnggaran, "Program", KATA, key="program_tercetak", sel=Sel(
        26, "bila tercetak", "Nama program.", ("Program Dukungan Manajemen", ""))),
    Column("kode_kegiatan", MataAnggaran, "Kode kegiatan", KODE_KEGIATAN, key="kegiatan_tercetak", names="kegiatan",
        sel=Sel(
        10, "4 angka", "Kode kegiatan empat angka.", ("3355", ""))),
    Column("kegiatan", MataAnggaran, "Kegiatan", KATA, key="kegiatan_tercetak", sel=Sel(
        26, "bila tercetak", "Nama kegiatan.", ("Pengelolaan Keuangan", ""))),
    Column("kode_kro", MataAnggaran, "KRO", KODE_KRO, key="kro", names="kro", sel=Sel(
        8, "3 huruf", "Kode klasifikasi rincian output.", ("EBD", ""), judul="Kode KRO")),
    Column("kro", MataAnggaran, "Nama KRO", KATA, key="kro", sel=Sel(
        26, "bila tercetak", "Nama klasifikasi rincian output.", ("Layanan Manajemen Kinerja Internal", ""),
        judul="KRO")),
    Column("kode_ro", MataAnggaran, "RO", KODE_RO, key="ro", names="uraian", sel=Sel(
        8, "3 angka, misalnya 001", "Kode rincian output dengan nol di depannya.", ("001", ""), judul="Kode RO")),
    Column("uraian", MataAnggaran, "Uraian", KATA, bunyi=True, sel=Sel(
        42, "wajib, seperti tercetak",
        "Nama baris anggaran; baris yang sama untuk tahun lain ditulis tepat di bawahnya.",
        ("Layanan Manajemen Keuangan", "Jumlah"))),
    # its money and what is printed beside it
    Column("pagu", MataAnggaran, "Pagu (Rp)", UANG, per="tahun_atau_jumlah", unit="rupiah", compared="pagu",
        blank_waits=False, sel=Sel(
        18, "rupiah penuh", "Rupiah penuh tanpa desimal, bukan ribuan rupiah.", ("39.682.000", "41.661.103.000"))),
    Column("realisasi_anggaran", MataAnggaran, "Realisasi anggaran (Rp)", UANG, "realisasi.realisasi", "tahun",
        "rupiah", compared="realisasi_anggaran", stem="realisasi", sel=Sel(
        18, "rupiah penuh", "Rupiah yang dibelanjakan; kosong bila belum ada.", ("35.272.900", ""),
        judul="Realisasi (Rp)")),
    Column("persen_tercetak", MataAnggaran, "Serapan tercetak (%)", PERSEN, "realisasi.persen", "tahun", "persen",
        sel=Sel(11, "bila tercetak", "Persentase serapan yang tercetak.", ("93", ""), judul="Realisasi (%)")),
    Column("tvro", MataAnggaran, "TVRO", VOLUME, "realisasi.tvro", "tahun", "volume", sel=Sel(
        8, "bila tercetak", "Target volume RO yang tercetak.", ("1", ""))),
    Column("rvro", MataAnggaran, "RVRO", VOLUME, "realisasi.rvro", "tahun", "volume", sel=Sel(
        8, "bila tercetak", "Realisasi volume RO yang tercetak.", ("1", ""))),
    Column("efisiensi_tercetak", MataAnggaran, "Efisiensi tercetak (%)", PERSEN, "realisasi.efisiensi", "tahun",
        "persen", sel=Sel(11, "bila tercetak", "Efisiensi yang tercetak.", ("7", ""), judul="Efisiensi (%)")),
    # what stood in the way
    Column("aspek", Hambatan, "Kegiatan atau aspek", KATA, compared="hambatan", sel=Sel(
        30, "bila tercetak", "Kegiatan atau aspek yang dibahas.", ("Logistik", ""))),
    Column("hambatan", Hambatan, "Hambatan", KATA, bunyi=True, compared="hambatan", sel=Sel(
        46, "seperti tercetak", "Hambatan seperti tercetak; kosong hanya bila yang tercetak upayanya saja.",
        ("Gudang banjir pada musim hujan", "Staf berkurang"))),
    Column("keterangan", Hambatan, "Keterangan", KATA, compared="hambatan", sel=Sel(
        30, "bila tercetak", "Keterangan yang tercetak pada baris hambatan itu.", ("Triwulan IV", ""),
        judul="Keterangan tercetak")),
    Column("upaya", Hambatan, "Upaya", KATA, compared="hambatan", sel=Sel(
        46, "bila tercetak", "Upaya atau tindak lanjut atas hambatan itu.", ("Gudang dipindahkan", ""))),
)  # fmt: skip


DERIVED = {
    "which row it is, and of what": (
        *("indikator_id", "mata_anggaran_id", "tabel_id", "dokumen_id", "baris", "baris_akhir"),
        *("tujuan_id", "sasaran_id", "program_id", "kegiatan_id", "kro_id", "ro_id", "gabungan_divisi_id", "nomor"),
    ),
    "how it was read": ("tingkat", "nomor_tercetak", "catatan_baca", "kolom_dikoreksi"),
    "from the reference lists": ("kode_baku", "keyakinan", "cara_padan", "kode_sasaran_baku", "kode_acuan"),
    "what it is compared by": ("kunci_bunyi", "kunci_program", "kunci_kegiatan"),
    "computed from other columns": ("capaian_hitung", "alasan_capaian", "aturan_capaian", "terpenuhi", "ro"),
    "for when it stands": ("tahun", "periode", "versi_pagu", "berlaku"),
}
"""Why → the columns in the tables of records that are none of the list."""


@cache
def of(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind of record, in the order of the list."""
    return tuple(column for column in COLUMNS if column.of is kind)


def find(record: Record, name: str) -> Column | None:
    """The column of a record that has this name there (without its time), None where it has none."""
    named = (column for column in of(type(record)) if name in (column.name, column.called(record).partition(":")[0]))
    return next(named, None)


def values(record: Record, *, by_year: bool | None = None) -> Iterator[tuple[Column, Masa | None, Any]]:
    """(column, time, value) of all values of a record, or of those with or without times only: time by time in each of
    its fields, the columns of a time in the order of the list."""
    for held in _by_holder(type(record), by_year):
        for masa in held[0].masa(record):
            for column in held:
                if (value := column.get(record, masa)) is not None:
                    yield column, masa, value


@cache
def _by_holder(kind: type[Record], by_year: bool | None) -> tuple[tuple[Column, ...], ...]:
    """The columns of a kind of record, or those with or without times only, by the field that has them."""
    wanted = [column for column in of(kind) if by_year in (None, column.by_year)]
    holders = dict.fromkeys(column.holder for column in wanted)
    return tuple(tuple(column for column in wanted if column.holder == holder) for holder in holders)


def correctable() -> list[str]:
    """The names of all columns that a person may set, each once."""
    return list(dict.fromkeys(column.name for column in COLUMNS if column.correctable))
