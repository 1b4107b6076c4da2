"""The budget of an office: pagu and realisasi of each RO, and what Renstra, RKT and PK say of the same money."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from loaders.simulasi.chance import dice, likely
from loaders.simulasi.satker import Satker


class Ro(NamedTuple):
    """An RO: its program (0 management, 1 elections), codes and names, its share of the program's money, and the
    years it is budgeted in (none: always)."""

    program: int
    kode_kegiatan: str
    kegiatan: str
    kode_kro: str
    kro: str
    kode_ro: str
    ro: str
    bagian: float
    tahun: tuple[int, ...] = ()


PROGRAM = (
    (
        ("076.01.01", "Program Dukungan Manajemen dan Pelaksanaan Tugas Teknis Lainnya KPU"),
        ("076.01.06", "Program Penguatan Kelembagaan Demokrasi dan Perbaikan Proses Politik"),
    ),
    (
        ("076.01.WA", "Program Dukungan Manajemen"),
        ("076.01.CQ", "Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi"),
    ),
)
"""The two programs up to 2020, and since 2021."""
_KEUANGAN = "Pengelolaan Keuangan dan Barang Milik Negara"
_KANTOR = "Operasional Perkantoran dan Dukungan Sarana Prasarana"
_RENCANA = "Perencanaan Program dan Anggaran, serta Penyusunan Peraturan Pelaksanaan Penyelenggaraan Pemilu"
_LOGISTIK = "Pengelolaan, Pengadaan, Laporan, dan Dokumentasi Logistik"
_CALON = (
    "Pencalonan Presiden dan Wakil Presiden serta Pencalonan Anggota DPR, DPD, DPRD Provinsi dan DPRD Kabupaten/Kota"
)
RO = (
    Ro(0, "3355", _KEUANGAN, "EBA", "Layanan Dukungan Manajemen Internal", "994", "Layanan Perkantoran", 0.62),
    Ro(0, "3355", _KEUANGAN, "EBD", "Layanan Manajemen Kinerja Internal", "955", "Layanan Manajemen Keuangan", 0.02),
    Ro(0, "3360", _KANTOR, "EBA", "Layanan Dukungan Manajemen Internal", "994", "Layanan Perkantoran", 0.26),
    Ro(0, "3360", _KANTOR, "EBA", "Layanan Dukungan Manajemen Internal", "962", "Layanan Umum", 0.03),
    Ro(0, "3360", _KANTOR, "EBB", "Layanan Sarana dan Prasarana Internal", "951", "Layanan Sarana Internal", 0.07),
    Ro(1, "6709", _RENCANA, "QDB", "Fasilitasi dan Pembinaan Lembaga", "001",
       "Perencanaan dan Penganggaran Pemilu", 0.04),
    Ro(1, "6710", "Pendaftaran dan Verifikasi Peserta Pemilu", "QDB", "Fasilitasi dan Pembinaan Lembaga", "001",
       "Pendaftaran dan Verifikasi Partai Politik", 0.18, (2022, 2023)),
    Ro(1, "6867", "Pembentukan Badan Adhoc", "QGE", "Tata Kelola Pemilu", "001", "Pembentukan Badan Adhoc", 0.2,
       (2020, 2022, 2023, 2024)),
    Ro(1, "6867", "Pembentukan Badan Adhoc", "QGE", "Tata Kelola Pemilu", "002", "Honorarium Badan Adhoc", 0.34,
       (2020, 2023, 2024)),
    Ro(1, "6870", "Masa Kampanye Pemilu", "QGE", "Tata Kelola Pemilu", "001", "Fasilitasi Kampanye", 0.05,
       (2023, 2024)),
    Ro(1, "6871", _LOGISTIK, "QGE", "Tata Kelola Pemilu", "001", "Penyiapan Logistik", 0.1, (2020, 2023, 2024)),
    Ro(1, "6871", _LOGISTIK, "QGE", "Tata Kelola Pemilu", "002", "Pengadaan Barang dan Jasa", 0.08, (2020, 2023, 2024)),
    Ro(1, "6872", "Pemungutan dan Penghitungan Suara", "QGE", "Tata Kelola Pemilu", "001",
       "Pemungutan dan Penghitungan Suara", 0.2, (2020, 2024)),
    Ro(1, "6887", "Pemutakhiran Data Pemilih dan Penyusunan Daftar Pemilih", "QMA", "Data dan Informasi Publik", "001",
       "Pemutakhiran Data Pemilih", 0.09),
    Ro(1, "6888", "Penetapan Peserta Pemilu", "QGE", "Tata Kelola Pemilu", "001", "Penetapan Peserta Pemilu", 0.03,
       (2022,)),
    Ro(1, "6889", "Penetapan Jumlah Kursi dan Penetapan Daerah Pemilihan", "QGE", "Tata Kelola Pemilu", "001",
       "Penetapan Daerah Pemilihan", 0.06, (2022, 2023)),
    Ro(1, "6890", _CALON, "QGE", "Tata Kelola Pemilu", "001", "Pencalonan Anggota DPRD Kabupaten/Kota", 0.07, (2023,)),
)  # fmt: skip
_BESAR = {2020: 6.0, 2021: 0.25, 2022: 1.4, 2023: 8.5, 2024: 16.0}
"""Thousand millions of rupiah that a usual office gets for elections in a year; other years: 0.3."""


@dataclass(frozen=True)
class Baris:
    """A budget line of an LK: its RO, pagu, realisasi, the percentage printed, and volumes."""

    ro: Ro
    pagu: int
    realisasi: int
    persen: str
    persen_salah: bool


@dataclass(frozen=True)
class Uang:
    """The money of an office in a year. `baris`: of its LK. `rkt`, `pk`, `revisi`: pagu by kegiatan code there (of the
    revised PK, which is not always written). `renstra`: by program."""

    tahun: int
    baris: tuple[Baris, ...]
    rkt: dict[str, int]
    pk: dict[str, int]
    revisi: dict[str, int]
    renstra: tuple[int, int]

    @property
    def pagu(self) -> int:
        """What all RO of the LK have together."""
        return sum(baris.pagu for baris in self.baris)

    @property
    def realisasi(self) -> int:
        """What was spent of all RO of the LK."""
        return sum(baris.realisasi for baris in self.baris)


def program(tahun: int, nomor: int) -> tuple[str, str]:
    """Code and name of a program in a year."""
    return PROGRAM[tahun > 2020][nomor]


def money(satker: Satker, tahun: int, efek: float, seed: int) -> Uang:
    """The budget of an office in a year; a good office in a good year spends more of it."""
    throw = dice(seed, "uang", satker.kode, tahun)
    lines = tuple(_line(ro, pagu, satker, efek, throw) for ro, pagu in _pagu(satker, tahun, throw))
    lk = _by_kegiatan(lines)
    revised = likely(0.3, seed, "revisi", satker.kode, tahun)
    pk = {kode: _near(pagu, throw, 0.16) for kode, pagu in lk.items()} if revised else lk
    rkt = {kode: _near(pagu, throw, 0.12) for kode, pagu in pk.items()} if throw.random() < 0.5 else pk
    both = tuple(sum(line.pagu for line in lines if line.ro.program == number) for number in (0, 1))
    first, second = (round(pagu * throw.uniform(0.8, 1.2), -6) for pagu in both)
    return Uang(tahun, lines, rkt, pk, lk, (int(first), int(second)))


def _pagu(satker: Satker, tahun: int, throw: Random) -> list[tuple[Ro, int]]:
    active = [ro for ro in RO if not ro.tahun or tahun in ro.tahun]
    whole = (3.2e9 * satker.besar * (1 + 0.04 * (tahun - 2020)), _BESAR.get(tahun, 0.3) * 1e9 * satker.besar)
    shares = [sum(ro.bagian for ro in active if ro.program == number) for number in (0, 1)]
    return [
        (ro, int(round(whole[ro.program] * ro.bagian / shares[ro.program] * throw.uniform(0.85, 1.15), -3)))
        for ro in active
    ]


def _line(ro: Ro, pagu: int, satker: Satker, efek: float, throw: Random) -> Baris:
    share = min(max(throw.gauss(0.915 + 0.04 * satker.cakap + 0.035 * efek, 0.035), 0.3), 1.0)
    if throw.random() < 0.01:
        share = 1 + throw.uniform(0.005, 0.03)
    realisasi = int(pagu * share)
    wrong = throw.random() < 0.03
    persen = realisasi / pagu * 100 + (throw.choice((-7.5, 4.2, 9)) if wrong else 0)
    return Baris(ro, pagu, realisasi, f"{persen:.2f}".replace(".", ","), wrong)


def _by_kegiatan(lines: tuple[Baris, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        found[line.ro.kode_kegiatan] = found.get(line.ro.kode_kegiatan, 0) + line.pagu
    return found


def _near(pagu: int, throw: Random, far: float) -> int:
    return int(round(pagu * throw.uniform(1 - far, 1 + far), -3))


def rupiah(value: int) -> str:
    """Whole rupiah as printed."""
    return f"{value:,}".replace(",", ".")
