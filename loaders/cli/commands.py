"""The command line of the loaders, and the short reports it prints (Indonesian)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from loaders import intake, reference
from loaders.build import Laporan, build
from loaders.cli.add import TERSENDIRI, Pilihan, add, parse_years, use
from loaders.disk import pengguna
from loaders.errors import LoaderError
from loaders.faults import boundary
from loaders.files import data_folder
from loaders.koreksi import ledger
from loaders.masuk import inbox
from loaders.matching import Pemadan, judged
from loaders.publish import Hasil
from loaders.read import guess, parse_document
from loaders.records import Indikator, JenisDokumen, Tabel
from loaders.register import references


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. Errors of the loaders are printed as one sentence."""
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Membaca dokumen SAKIP menjadi satu basis data."
    )
    commands = parser.add_subparsers(dest="perintah", required=True)
    building = commands.add_parser("build", help="bangun dan terbitkan basis data dari data/")
    building.add_argument("--ulang", action="store_true", help="bangun lagi walau sudah mutakhir")
    checking = commands.add_parser("check", help="katakan apa yang akan dibaca dari berkas, tanpa menulis apa pun")
    checking.add_argument("berkas", nargs="+", type=Path)
    _declare_adding(commands)
    chosen = parser.parse_args(arguments)
    try:
        with boundary(f"menjalankan perintah {chosen.perintah}"):
            return _do(chosen)
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1


def _do(chosen: argparse.Namespace) -> int:
    if chosen.perintah == "build":
        for sentence in [*intake.recover(data_folder()), *inbox.set_aside(data_folder())]:
            print(f"catatan: {sentence}")
        print(report(build(force=chosen.ulang, progress=_Tutur())))
    elif chosen.perintah == "add":
        return max([_add(path, chosen) for path in chosen.berkas])
    elif chosen.perintah == "pakai":
        print(_use(chosen.berkas))
    else:
        return max([_print_check(path) for path in chosen.berkas])
    return 0


def _declare_adding(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers to itself
    adding = commands.add_parser("add", help="masukkan berkas: baca, periksa, daftarkan, terbitkan")
    adding.add_argument("berkas", nargs="+", type=Path)
    adding.add_argument("--satker", help="kode satker, misalnya 3573")
    adding.add_argument("--jenis", metavar="JENIS", help=", ".join(get_args(JenisDokumen)))
    adding.add_argument("--tahun", help="2024, atau 2020-2024 untuk Renstra")
    relation = adding.add_mutually_exclusive_group()
    relation.add_argument("--menggantikan", metavar="BERKAS", help="dokumen terdaftar yang digantikannya")
    relation.add_argument("--tersendiri", dest="menggantikan", action="store_const", const=TERSENDIRI)
    adding.add_argument("--oleh", help="nama yang dicatat (tanpa ini: nama pengguna)")
    using = commands.add_parser("pakai", help="pakai versi dokumen ini di semua halaman")
    using.add_argument("berkas", help="nama berkas versi yang dipakai")


def _add(path: Path, chosen: argparse.Namespace) -> int:
    """Take one file in and print what was done; a file that cannot be taken in does not keep the next one out."""
    try:
        with boundary("memasukkan berkas", path.name):
            tahun = parse_years(chosen.tahun) if chosen.tahun else None
            said = Pilihan(chosen.satker, chosen.jenis, tahun, chosen.menggantikan, chosen.oleh or pengguna())
            print(add(data_folder(), path, said, _Tutur()))
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


class _Tutur:
    """Progress on the command line: for a person who watches; a log gets the results, and whom was waited for."""

    def __init__(self) -> None:
        self.kalimat = ""

    def __call__(self, sentence: str) -> None:
        if sentence != self.kalimat and (sys.stderr.isatty() or sentence.startswith("Menunggu")):
            print(sentence, file=sys.stderr, flush=True)
        self.kalimat = sentence


def _use(berkas: str) -> str:
    """Let a version be the one in use, and publish."""
    return f"{report(use(data_folder(), berkas, _Tutur()))}\nKini semua halaman memakai {berkas}."


def number(value: float) -> str:
    """A whole number as Indonesians write it."""
    return f"{value:,.0f}".replace(",", ".")


def report(laporan: Laporan) -> str:
    """The short report of a build."""
    lines = [f"catatan: {sentence}" for sentence in laporan.catatan]
    seconds = f"{laporan.detik:.2f}".replace(".", ",")
    if not laporan.dibangun:
        return "\n".join([*lines, f"Basis data versi {laporan.versi} sudah mutakhir ({seconds} detik)."])
    for hasil in laporan.hasil:
        lines += [_line(hasil), *(f"  {sentence}" for sentence in hasil.galat)]
    tables = sum(len(hasil.tabel) for hasil in laporan.hasil)
    rows = sum(len(table.nasib) for hasil in laporan.hasil for table in hasil.tabel)
    locked = sum(hasil.count("dikarantina") for hasil in laporan.hasil)
    fixed = sum(len(hasil.koreksi) for hasil in laporan.hasil)
    lines.append(
        f"Terbit versi {laporan.versi}: {len(laporan.hasil)} dokumen dipakai dari {laporan.terdaftar} terdaftar, "
        f"{tables} tabel, "
        f"{number(rows)} baris dibaca, {number(locked)} dikarantina, {number(fixed)} koreksi"
        f"{_copied(laporan.hasil)}, {seconds} detik."
    )
    return "\n".join(lines)


def _line(hasil: Hasil) -> str:
    targets = sum(len(record.target) for table in hasil.tabel for record in table.indikator)
    money = sum(len(record.pagu) for table in hasil.tabel for record in table.anggaran)
    rows = sum(len(table.nasib) for table in hasil.tabel)
    return (
        f"{hasil.dokumen.path.name}: {len(hasil.tabel)} tabel, {number(rows)} baris, {number(targets)} target, "
        f"{number(money)} pagu, {number(hasil.count('dikarantina'))} baris dikarantina, "
        f"{number(len(hasil.koreksi))} koreksi{_copied([hasil])}"
    )


def _copied(results: Sequence[Hasil]) -> str:
    """How many rows a person transcribed, where any."""
    rows = sum(len(table.transkrip) for hasil in results for table in hasil.tabel)
    return f", {number(rows)} baris transkrip" if rows else ""


def _print_check(path: Path) -> int:
    """Print the check of one file; an unreadable file does not keep the next from being checked."""
    try:
        with boundary("memeriksa berkas", path.name):
            text, wrong = check(path)
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1
    print(text)
    return 1 if wrong else 0


@reference.of_data
def check(path: Path) -> tuple[str, int]:
    """What would be read from a file: type and years with the evidence, its tables, lines in karantina, corrections.

    Returns the report and the number of corrections that cannot be used (stale, unused, in conflict).
    """
    dokumen, evidence, lembar = guess(path)
    lists = references(data_folder() / "referensi")
    tables = parse_document(dokumen, lembar, data_folder(), lists)
    found, wrong = ledger.read(data_folder() / "koreksi" / f"{dokumen.path.stem}.csv")
    wrong += ledger.attempt(tables, lembar, found)
    first, last = dokumen.tahun_awal, dokumen.tahun_akhir
    lines = [f"{path.name}: {dokumen.jenis} {first if first == last else f'{first}–{last}'} ({evidence})"]
    if not tables:
        lines.append("  Tidak ada tabel yang dikenali. Pastikan berkas memuat tabel target, capaian atau pagu")
        lines.append("  beserta kepala kolomnya.")
    pemadan = judged(lists)
    for table in tables:
        lines += _table_lines(table)
        lines += [_unmatched(record, pemadan) for record in table.indikator if not pemadan.match(record.indikator)]
    lines += [f"  {error}" for error in wrong]
    lines.append(
        f"  {len(found) - len(wrong)} koreksi dipakai, {len(wrong)} tidak dapat dipakai. Tidak ada yang ditulis."
    )
    return "\n".join(lines), len(wrong)


def _unmatched(record: Indikator, pemadan: Pemadan) -> str:
    """An indicator without indikator baku, with the nearest ones a person may choose for padanan.csv."""
    near = [f"{u.kode} ({number(u.skor * 100)}%, beda: {', '.join(u.beda)})" for u in pemadan.propose(record.indikator)]
    return f"    baris {record.baris} belum punya indikator baku; terdekat: {'; '.join(near) or 'tidak ada'}"


def _table_lines(table: Tabel) -> list[str]:
    targets = sum(len(record.target) for record in table.indikator)
    money = sum(len(record.pagu) for record in table.anggaran)
    head = (
        f"  {table.nama} ({table.jenis}, baris {min(table.nasib)}–{max(table.nasib)}): "
        f"{len(table.indikator)} indikator, "
        f"{number(targets)} target, {len(table.anggaran)} mata anggaran, {number(money)} pagu"
    )
    states = [f"    {_state(keadaan, lines)}" for keadaan, lines in _states(table).items()]
    doubts = [f"    baris {k.baris} dikarantina, kolom {k.kolom}: {k.alasan}" for k in table.keraguan]
    return [head, *states, *doubts]


def _states(table: Tabel) -> dict[str, list[int]]:
    """The keadaan a reader should look at → the lines of its values, once a value."""
    found: dict[str, list[int]] = {keadaan: [] for keadaan in ("rusak", "kosong", "diperbaiki", "dikoreksi")}
    for record in table.indikator:
        for value in (*record.target.values(), *(c.realisasi for c in record.capaian.values())):
            found.setdefault(value.keadaan, []).append(record.baris)
    for budget in table.anggaran:
        for money in (*budget.pagu.values(), *(s.realisasi for s in budget.realisasi.values())):
            found.setdefault(money.keadaan, []).append(budget.baris)
    return {keadaan: found[keadaan] for keadaan in ("rusak", "kosong", "diperbaiki", "dikoreksi") if found[keadaan]}


def _state(keadaan: str, lines: list[int]) -> str:
    shown = list(dict.fromkeys(lines))
    more = f" dan {len(shown) - 8} baris lain" if len(shown) > 8 else ""
    return f"{number(len(lines))} nilai {keadaan}: baris {', '.join(map(str, shown[:8]))}{more}"
