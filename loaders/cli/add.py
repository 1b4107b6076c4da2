"""`python -m loaders add`: take files in from the command line, each whole or not at all, and say what was read."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

import polars as pl

from loaders import intake, lembar_kerja, reference
from loaders.build import Laporan, Progress, build, prune
from loaders.errors import BerkasTidakTerbaca, LoaderError, SudahAda
from loaders.files import terbit_folder, write
from loaders.intake import Identitas, Keputusan, Pratinjau, Serupa
from loaders.masuk import Titipan, inbox, journal
from loaders.read import check_file
from loaders.recognition import Dugaan, Terkaan, daftar_satker
from loaders.records import JenisDokumen
from loaders.register import manifest
from loaders.sandbox import examine_cached
from loaders.unread import unread_columns

T = TypeVar("T")
TERSENDIRI = ""
"""The value of `menggantikan` for a document that replaces none."""


@dataclass(frozen=True)
class Pilihan:
    """What the person said on the command line; None where the file is to say it.

    `menggantikan`: name of the file it replaces, TERSENDIRI for none.
    """

    satker: str | None = None
    jenis: JenisDokumen | None = None
    tahun: tuple[int, int] | None = None
    menggantikan: str | None = None
    oleh: str = ""


class PerluDijawab(LoaderError):
    """Something about a file is not certain, and nobody said it: nothing was taken in."""

    def __init__(self, berkas: str, pertanyaan: list[str]) -> None:
        self.pertanyaan = pertanyaan
        lines = "\n".join(f"  - {question}" for question in pertanyaan)
        super().__init__(f"{berkas} belum dimasukkan; jawab dahulu lalu ulangi perintahnya:\n{lines}")


def parse_years(text: str) -> tuple[int, int]:
    """ "2024" or "2020-2024" → first and last year. Raises LoaderError for anything else."""
    found = re.fullmatch(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?", text.strip(), re.ASCII)
    if not found:
        raise LoaderError(f"Tahun «{text[:40]}» harus seperti 2024 atau 2020-2024. Ulangi dengan --tahun yang benar.")
    first, last = int(found[1]), int(found[2] or found[1])
    if not 2000 <= first <= last <= 2100:
        raise LoaderError(f"Tahun «{text[:40]}» harus antara 2000 dan 2100, yang pertama tidak sesudah yang terakhir.")
    return first, last


def _check_said(data: Path, pilihan: Pilihan) -> None:
    """Raise LoaderError for a satker or kind that does not exist, before a file is read for it."""
    if pilihan.jenis is not None and pilihan.jenis not in get_args(JenisDokumen):
        raise LoaderError(f"Jenis «{pilihan.jenis[:40]}» tidak dikenal; pilih {', '.join(get_args(JenisDokumen))}.")
    if pilihan.satker is not None and pilihan.satker not in (known := daftar_satker(data / "referensi")).nama:
        near = known.code(pilihan.satker.zfill(2))
        hint = f" Mungkin {near} ({known.nama[near]})." if near else ""
        raise LoaderError(f"Di satker.csv tidak ada satker berkode «{pilihan.satker[:40]}».{hint}")


@reference.of_data
def add(data: Path, path: Path, pilihan: Pilihan, progress: Progress) -> str:
    """Take one file in and publish; returns what to print. Raises LoaderError, PerluDijawab: then nothing is left."""
    _check_said(data, pilihan)
    content = _content(path)
    if known := manifest.registered(data / "dokumen", manifest.sha256(path)):
        return str(SudahAda(path.name, known.path.name))
    titipan = inbox.put(data, path.name, content, pilihan.oleh, own=True)
    try:
        return _take_in(data, titipan, pilihan, progress)
    finally:
        _leave(data, titipan)


def _leave(data: Path, titipan: Titipan) -> None:
    """Let nothing of this command stay in the inbox; what cannot be removed now is swept later."""
    with suppress(LoaderError, OSError):
        inbox.drop(titipan)
        prune(data, terbit_folder(data))


def use(data: Path, berkas: str, progress: Progress) -> Laporan:
    """Let a registered version be the one in use, and publish. Raises LoaderError, OSError: then it is as before."""
    terbit, register = terbit_folder(data), data / "dokumen" / "manifest.csv"
    with journal.writing(data, terbit, f"memakai {berkas}", progress=progress):
        known = {d.path.name: d.sha256 for d in manifest.load(register.parent).semua}
        if berkas not in known:
            raise LoaderError(f"Tidak ada berkas terdaftar bernama «{berkas}». Yang terdaftar: {', '.join(known)}.")
        before = register.read_bytes()
        manifest.choose(register.parent, known[berkas])
        chosen = register.read_bytes()
        try:
            return build(data, terbit=terbit, progress=progress)
        except BaseException:
            if register.read_bytes() == chosen != before:
                write(register, before)
            raise


def _content(path: Path) -> bytes:
    check_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(path.name, "tidak dapat dibuka. Periksa izin berkasnya.") from error


def _take_in(data: Path, titipan: Titipan, pilihan: Pilihan, progress: Progress) -> str:
    terbit = terbit_folder(data)
    lembar, dugaan = examine_cached(titipan.path, terbit, data / "referensi", progress=progress)
    identitas = _identitas(titipan, dugaan, pilihan)
    lama = _replaced(titipan, intake.similar(data, lembar, identitas, terbit), pilihan)
    shown = intake.preview(data, titipan, lembar, identitas, (), lama.hasil if lama else None)
    if not any(table.nasib for table in shown.hasil.tabel):
        raise BerkasTidakTerbaca(titipan.nama_asli, _nothing(shown))
    text = report(titipan, shown, dugaan, lama)
    keputusan = Keputusan(identitas, lama.dokumen.sha256 if lama else None, pilihan.oleh)
    laporan = intake.accept(data, titipan, keputusan, progress=progress)
    berkas = next((h.dokumen.path.name for h in laporan.hasil if h.dokumen.sha256 == titipan.sha256), titipan.berkas)
    return f"{text}\n  Masuk sebagai {berkas}. Terbit versi {laporan.versi}: {laporan.terdaftar} dokumen."


def _nothing(shown: Pratinjau) -> str:
    if lembar_kerja.belum_diisi(shown.hasil.lembar):
        return lembar_kerja.BELUM_DIISI
    skipped = intake.passed_over(shown)
    some = (
        f" ({int(skipped['baris'].sum())} baris sel tidak dikenali, pertama {skipped['tempat'][0]})"
        if len(skipped)
        else ""
    )
    return f"tidak ada tabel yang dikenali{some}. Periksa kepala kolom tabelnya, atau pakai lembar kerja."


# what must be known -----------------------------------------------------------------------------------------------
def _identitas(titipan: Titipan, dugaan: Dugaan, pilihan: Pilihan) -> Identitas:
    questions: list[str] = []
    satker = _answer(pilihan.satker, dugaan.satker, "satker", "--satker KODE", str, questions)
    jenis = _answer(pilihan.jenis, dugaan.jenis, "jenis", f"--jenis {'|'.join(get_args(JenisDokumen))}", str, questions)
    tahun = _answer(pilihan.tahun, dugaan.tahun, "tahun", "--tahun 2024 atau 2020-2024", _years, questions)
    if satker is None or jenis is None or tahun is None:
        raise PerluDijawab(titipan.nama_asli, questions)
    tanggal = dugaan.tanggal.nilai if dugaan.tanggal.pasti else None
    return Identitas(satker, jenis, *tahun, dugaan.nomor.nilai if dugaan.nomor.pasti else None, tanggal)


def _answer(
    said: T | None, guessed: Terkaan[T], what: str, option: str, show: Callable[[T], str], questions: list[str]
) -> T | None:
    """What the person said, else what is certain; else None and one question more."""
    if said is not None:
        return said
    if guessed.nilai is not None and guessed.pasti:
        return guessed.nilai
    likely = [show(value) for value in ((guessed.nilai, *guessed.lain) if guessed.nilai is not None else guessed.lain)]
    hint = f" Mungkin {' atau '.join(likely)}." if likely else ""
    questions.append(f"{what}? ({guessed.bukti}).{hint} Sebutkan dengan {option}.")
    return None


def _years(years: tuple[int, int]) -> str:
    return "-".join(str(year) for year in sorted(set(years)))


def _replaced(titipan: Titipan, similar: list[Serupa], pilihan: Pilihan) -> Serupa | None:
    """The document that this file is a new version of; None when it is one of its own. Raises PerluDijawab."""
    if pilihan.menggantikan == TERSENDIRI or not similar:
        return None
    if pilihan.menggantikan:
        found = next((s for s in similar if s.dokumen.path.name == pilihan.menggantikan), None)
        if found is None:
            names = ", ".join(s.dokumen.path.name for s in similar)
            raise PerluDijawab(
                titipan.nama_asli, [f"{pilihan.menggantikan} tidak dapat digantikan; yang ada: {names}."]
            )
        return found
    if similar[0].versi_lama is None:
        name = similar[0].dokumen.path.name
        raise PerluDijawab(
            titipan.nama_asli,
            [f"apakah ini versi baru dari {name}? Sebutkan --menggantikan {name}, atau --tersendiri bila bukan."],
        )
    return similar[0] if similar[0].versi_lama else None


# what is said -----------------------------------------------------------------------------------------------------
def report(titipan: Titipan, shown: Pratinjau, dugaan: Dugaan, lama: Serupa | None) -> str:
    """What was read of the file, what was not and why, and what it changes."""
    dok = shown.hasil.dokumen
    years = _years((dok.tahun_awal, dok.tahun_akhir))
    lines = [f"{titipan.nama_asli}: {dok.jenis} {years}, satker {dok.kode_satker} ({dugaan.satker.bukti})"]
    lines += [f"  catatan: {sentence}" for sentence in intake.notes(shown)]
    lines += [f"  {sentence}" for sentence in shown.hasil.catatan]
    lines += [_table(row) for row in intake.tables(shown).iter_rows(named=True)]
    lines += [f"  {sentence}" for sentence in unread_columns(shown.hasil.tabel)]
    for place, kolom, alasan in intake.doubts(shown).select("tempat", "kolom", "alasan").iter_rows():
        lines.append(f"    {place} dikarantina, kolom {kolom}: {alasan}")
    for tempat, baris, teks in intake.passed_over(shown).iter_rows():
        lines.append(f"  tidak dibaca: {baris} baris sel mulai {tempat} («{teks[:60]}»), kepala kolomnya tidak dikenal")
    return "\n".join([*lines, _changes(shown, lama)])


def _table(row: dict[str, object]) -> str:
    counts = ", ".join(f"{row[name]} {name}" for name in ("indikator", "target", "realisasi", "pagu") if row[name])
    return (
        f"  {row['tabel']} (mulai {row['tempat']}): {counts or 'tanpa angka'}, {row['dikarantina']} baris dikarantina"
    )


def _changes(shown: Pratinjau, lama: Serupa | None) -> str:
    counts: pl.DataFrame = intake.changes(shown, None)["jenis_perubahan"].value_counts()
    known = dict(counts.iter_rows())
    said = ", ".join(f"{known.get(jenis, 0)} {jenis}" for jenis in ("bertambah", "berubah", "hilang"))
    against = f"versi baru dari {lama.dokumen.path.name}" if lama else "dokumen baru"
    return f"  Sebagai {against}: {said}."
