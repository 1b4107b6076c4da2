"""`python -m loaders add`: take files in, each whole or not at all; and `check`, which says what that would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar, get_args

from loaders import disk, intake, lembar_kerja, reference
from loaders.build import Laporan, Progress, build, prune, read_registered
from loaders.cli import report
from loaders.cli.report import years
from loaders.errors import BerkasTidakTerbaca, DaftarSalah, LoaderError
from loaders.files import terbit_folder, write
from loaders.intake import Identitas, Keputusan, Pratinjau, Serupa
from loaders.masuk import Titipan, inbox, journal
from loaders.matching import Pemadan, judged_all
from loaders.readers import Lembar
from loaders.recognition import Dugaan, Terkaan, daftar_satker
from loaders.records import DIBACA, JenisDokumen
from loaders.register import check_unmixed, manifest, references
from loaders.sandbox import examine_cached

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
    periode: str | None = None


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
    if pilihan.jenis is not None and pilihan.jenis not in DIBACA:
        why = "belum ada pembacanya" if pilihan.jenis in get_args(JenisDokumen) else "tidak dikenal"
        raise LoaderError(f"Jenis «{pilihan.jenis[:40]}» {why}; pilih {', '.join(DIBACA)}.")
    if pilihan.satker is not None and pilihan.satker not in (known := daftar_satker(data / "referensi")).nama:
        near = known.code(pilihan.satker.zfill(2))
        hint = f" Mungkin {near} ({known.nama[near]})." if near else ""
        raise LoaderError(f"Di satker.csv tidak ada satker berkode «{pilihan.satker[:40]}».{hint}")


@reference.of_data
def add(data: Path, path: Path, pilihan: Pilihan, progress: Progress, *, kering: bool = False) -> tuple[str, int]:
    """Take one file in and publish; returns what to print, and how many things must be mended first: corrections that
    cannot be used, a register that cannot be read.

    `kering`: reads, asks and says the very same, and writes nothing. A file that is registered is read as it is in the
    data, with its corrections. Raises LoaderError, PerluDijawab: then nothing is left.
    """
    _check_said(data, pilihan)
    content = _content(path)
    pemadan = judged_all(references(data / "referensi"))
    if known := manifest.registered(data / "dokumen", sha256(content).hexdigest()):
        lists = references(data / "referensi")
        hasil = read_registered(known, data, terbit_folder(data), lists, keep=not kering)
        return report.of_registered(path.name, hasil, pemadan), len(hasil.bacaan.salah)
    with (_apart if kering else _entrusted)(data, path.name, content, pilihan.oleh) as titipan:
        return _take_in(data, titipan, pilihan, pemadan, progress, kering=kering)


@contextmanager
def _entrusted(data: Path, nama: str, isi: bytes, oleh: str) -> Generator[Titipan]:
    """The file in the inbox, for as long as this command needs it."""
    titipan = inbox.put(data, nama, isi, oleh, own=True)
    try:
        yield titipan
    finally:
        _leave(data, titipan)


@contextmanager
def _apart(data: Path, nama: str, isi: bytes, oleh: str) -> Generator[Titipan]:
    """The same, but where no data are: nothing is written that stays."""
    with TemporaryDirectory(prefix=f"selaras-{disk.mark()}-", ignore_cleanup_errors=True) as folder:
        titipan = replace(inbox.entry(data, nama, isi, oleh, own=True), folder=Path(folder))
        titipan.path.write_bytes(isi)
        yield titipan


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
    if path.is_dir():
        raise BerkasTidakTerbaca(path.name, "itu folder. Sebutkan berkasnya, misalnya FOLDER/*.pdf.")
    if not path.is_file():
        raise BerkasTidakTerbaca(path.name, "tidak ada berkas dengan nama itu. Periksa ejaan dan foldernya.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(path.name, "tidak dapat dibuka. Periksa izin berkasnya.") from error


def _take_in(
    data: Path, titipan: Titipan, pilihan: Pilihan, pemadan: Mapping[str, Pemadan], progress: Progress, *, kering: bool
) -> tuple[str, int]:
    terbit, keep = terbit_folder(data), not kering
    lembar, dugaan = examine_cached(titipan.path, terbit, data / "referensi", progress=progress, keep=keep)
    check_unmixed(data, lembar)
    identitas = _identitas(titipan, dugaan, pilihan)
    alike, hindrance = _alike(data, lembar, identitas, terbit, kering=kering)
    lama = _replaced(titipan, alike, pilihan)
    shown = intake.preview(data, titipan, lembar, identitas, (), lama.hasil if lama else None)
    if not any(table.nasib for table in shown.bacaan.tabel):
        raise BerkasTidakTerbaca(titipan.nama_asli, _nothing(shown))
    text = report.of_file(titipan.nama_asli, _evidence(dugaan, pilihan), shown, lama, pemadan)
    keputusan = Keputusan(identitas, lama.dokumen.sha256 if lama else None, pilihan.oleh)
    if kering:
        planned = f"Akan masuk sebagai {Path(intake.plan(data, titipan, keputusan).berkas).name}."
        return f"{text}\n  {hindrance or planned} Tidak ada yang ditulis.", int(bool(hindrance))
    laporan = intake.accept(data, titipan, keputusan, progress=progress)
    berkas = next((h.dokumen.path.name for h in laporan.hasil if h.dokumen.sha256 == titipan.sha256), titipan.berkas)
    return f"{text}\n  Masuk sebagai {berkas}. Terbit versi {laporan.versi}: {laporan.terdaftar} dokumen.", 0


def _alike(data: Path, lembar: Lembar, identitas: Identitas, terbit: Path, *, kering: bool) -> tuple[list[Serupa], str]:
    """The registered documents it may replace; and, where nothing is to be written, what keeps them unknown."""
    try:
        return intake.similar(data, lembar, identitas, terbit, keep=not kering), ""
    except DaftarSalah as error:
        if not kering:
            raise
        return [], f"Belum dapat dimasukkan: {error}."


def _evidence(dugaan: Dugaan, pilihan: Pilihan) -> str:
    """How it is known whose it is, of which kind and years: said, or where the file prints it."""
    satker = "satker disebut" if pilihan.satker else dugaan.satker.bukti
    jenis = "disebut" if pilihan.jenis else dugaan.jenis.bukti
    return f"{satker}; jenis {jenis}; tahun {'disebut' if pilihan.tahun else dugaan.tahun.bukti}"


def _nothing(shown: Pratinjau) -> str:
    bacaan = shown.bacaan
    if lembar_kerja.belum_diisi(bacaan.lembar):
        return lembar_kerja.BELUM_DIISI
    if all(line.kosong for line in bacaan.lembar.baris):
        return "kosong, tidak ada teks di dalamnya. Periksa berkas asalnya."
    rows, first = sum(run.baris for run in bacaan.lewat), bacaan.lewat[0].tempat if bacaan.lewat else ""
    some = f" ({rows} baris sel tidak dikenali, pertama {first})" if rows else ""
    return f"tidak ada tabel yang dikenali{some}. Periksa kepala kolom tabelnya, atau pakai lembar kerja."


# what must be known -----------------------------------------------------------------------------------------------
def _identitas(titipan: Titipan, dugaan: Dugaan, pilihan: Pilihan) -> Identitas:
    questions: list[str] = []
    satker = _answer(pilihan.satker, dugaan.satker, "satker", "--satker KODE", str, questions)
    jenis = _answer(pilihan.jenis, dugaan.jenis, "jenis", f"--jenis {'|'.join(DIBACA)}", str, questions)
    tahun = _answer(
        pilihan.tahun, dugaan.tahun, "tahun", "--tahun 2024 atau 2020-2024", lambda two: years(*two), questions
    )
    if satker is None or jenis is None or tahun is None:
        raise PerluDijawab(titipan.nama_asli, questions)
    tanggal = dugaan.tanggal.nilai if dugaan.tanggal.pasti else None
    nomor = dugaan.nomor.nilai if dugaan.nomor.pasti else None
    identitas = Identitas(satker, jenis, *tahun, nomor, tanggal, pilihan.periode)
    intake.check_periode(identitas)
    return identitas


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
