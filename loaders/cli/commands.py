"""The command line of the loaders: what can be said to it, and which work answers."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from loaders import intake
from loaders.build import build
from loaders.cli import report
from loaders.cli.add import TERSENDIRI, Pilihan, add, parse_years, use
from loaders.cli.parser import Parser
from loaders.disk import pengguna
from loaders.errors import LoaderError
from loaders.faults import boundary
from loaders.files import data_folder
from loaders.masuk import inbox
from loaders.records import DIBACA
from loaders.register import SEBUTAN
from loaders.simulasi import Pesanan, simulate


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. Errors of the loaders are printed as one sentence.

    A letter that the terminal or file written to does not have is written as its number.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    parser = Parser(prog="python -m loaders", description="Membaca dokumen SAKIP menjadi satu basis data.")
    commands = parser.add_subparsers(title="perintah", dest="perintah", metavar="PERINTAH", required=True)
    building = commands.add_parser("build", help="bangun dan terbitkan basis data dari data/")
    building.add_argument("--ulang", action="store_true", help="bangun lagi walau sudah mutakhir")
    _declare_adding(commands)
    _declare_simulating(commands)
    chosen = parser.parse_args(arguments)
    try:
        with boundary(f"menjalankan perintah {chosen.perintah}"):
            return _do(chosen)
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Dihentikan. Yang belum terbit dibatalkan; ulangi perintahnya bila masih perlu.", file=sys.stderr)
        return 130


def _do(chosen: argparse.Namespace) -> int:
    if not (data := data_folder()).is_dir():
        raise LoaderError(f"Folder data {data} tidak ada. Periksa SELARAS_DATA, lalu ulangi perintahnya.")
    if chosen.perintah == "build":
        for sentence in [*intake.recover(data_folder()), *inbox.set_aside(data_folder())]:
            _say(f"catatan: {sentence}")
        _say(report.of_build(build(force=chosen.ulang, progress=_Tutur())))
    elif chosen.perintah == "simulate":
        _say(_simulate(chosen))
    elif chosen.perintah == "pakai":
        _say(_use(chosen.berkas))
    else:
        return max([_add(path, chosen) for path in chosen.berkas])
    return 0


def _declare_adding(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers to itself
    adding = commands.add_parser("add", help="masukkan berkas: baca, periksa, daftarkan, terbitkan")
    adding.add_argument("--kering", action="store_true", help="hanya katakan yang akan terjadi, seperti check")
    checking = commands.add_parser("check", help="katakan apa yang akan dilakukan add, tanpa menulis apa pun")
    checking.set_defaults(kering=True)
    for one in (adding, checking):
        _declare_file(one)
    using = commands.add_parser("pakai", help="pakai versi dokumen ini di semua halaman")
    using.add_argument("berkas", help="nama berkas versi yang dipakai")


def _declare_simulating(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers to itself
    simulating = commands.add_parser("simulate", help="tulis folder data berisi provinsi karangan, untuk mencoba")
    simulating.add_argument("--provinsi", metavar="NAMA", help='semua satker provinsi ini, misalnya "Jawa Timur"')
    simulating.add_argument("--satker", metavar="BANYAK", help="sebanyak ini satker saja, dari provinsi itu dahulu")
    simulating.add_argument("--tahun", default="2020-2024", help="tahun dokumennya (tanpa ini: 2020-2024)")
    simulating.add_argument("--seed", default="1", metavar="BENIH", help="benih yang sama memberi isi yang sama")
    simulating.add_argument("--keluaran", type=Path, required=True, metavar="FOLDER", help="folder data yang ditulis")


def _declare_file(command: argparse.ArgumentParser) -> None:
    """What can be said of files that are taken in or checked."""
    command.add_argument("berkas", nargs="+", type=Path, help="berkas yang dibaca")
    command.add_argument("--satker", help="kode satker, misalnya 3573")
    command.add_argument("--jenis", metavar="JENIS", help=", ".join(DIBACA))
    command.add_argument("--tahun", help="2024, atau 2020-2024 untuk Renstra")
    command.add_argument("--periode", help="TW1, S1 atau B01 untuk laporan sebagian tahun; tanpa ini setahun penuh")
    relation = command.add_mutually_exclusive_group()
    relation.add_argument("--menggantikan", metavar="BERKAS", help="dokumen terdaftar yang digantikannya")
    relation.add_argument(
        "--tersendiri", dest="menggantikan", action="store_const", const=TERSENDIRI, help="tidak menggantikan apa pun"
    )
    command.add_argument("--oleh", help="nama yang dicatat (tanpa ini: nama pengguna)")


def _add(path: Path, chosen: argparse.Namespace) -> int:
    """Take one file in, or say what that would do, and print it; a file that cannot be taken in does not keep the next
    one out. Returns 1 for one that cannot, and for one with corrections that cannot be used."""
    try:
        with boundary("memeriksa berkas" if chosen.kering else "memasukkan berkas", path.name):
            tahun = parse_years(chosen.tahun) if chosen.tahun else None
            said = Pilihan(
                chosen.satker, chosen.jenis, tahun, chosen.menggantikan, chosen.oleh or pengguna(), chosen.periode
            )
            text, wrong = add(data_folder(), path, said, _Tutur(), kering=chosen.kering)
    except LoaderError as error:
        print(error, file=sys.stderr)
        return 1
    _say(text)
    return 1 if wrong else 0


def _say(text: str) -> None:
    """Print what came of the work. Whoever read it may have gone (`| head`): the work goes on all the same."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Tutur:
    """Progress on the command line: for a person who watches; a log gets the results, and whom was waited for."""

    def __init__(self) -> None:
        self.kalimat = ""

    def __call__(self, sentence: str) -> None:
        if sentence != self.kalimat and (sys.stderr.isatty() or sentence.startswith("Menunggu")):
            print(sentence, file=sys.stderr, flush=True)
        self.kalimat = sentence


def _simulate(chosen: argparse.Namespace) -> str:
    """Write a data folder of simulated documents; says how to build and see it."""
    pesanan = Pesanan(
        chosen.provinsi,
        _whole(chosen.satker, "--satker") if chosen.satker else None,
        parse_years(chosen.tahun),
        _whole(chosen.seed, "--seed"),
    )
    done = simulate(chosen.keluaran, pesanan, data_folder() / "referensi", _Tutur())
    folder = f"SELARAS_DATA={chosen.keluaran}"
    return (
        f"{SEBUTAN} tertulis di {chosen.keluaran}: {done.satker} satker, {done.dokumen} dokumen.\n"
        f"Bangun: {folder} python -m loaders build\nLihat: {folder} make run PORT=8502"
    )


def _whole(text: str, option: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise LoaderError(f"{option} «{text[:40]}» harus bilangan bulat, misalnya 38.")
    return int(text)


def _use(berkas: str) -> str:
    """Let a version be the one in use, and publish."""
    return f"{report.of_build(use(data_folder(), berkas, _Tutur()))}\nKini semua halaman memakai {berkas}."
