"""The one door through which the upload page reaches the loaders: hand in, read, preview, publish, drop.

What goes wrong behind it comes out as a LoaderError, a fault of ours as a GalatSelaras with its number.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from loaders import build, intake, readers
from loaders.build import Laporan
from loaders.errors import LoaderError
from loaders.faults import as_ours, boundary
from loaders.files import data_folder, terbit_folder
from loaders.intake import (
    BelumPadan,
    Identitas,
    Keputusan,
    Meja,
    Pekerjaan,
    Pratinjau,
    Serupa,
    changes,
    doubts,
    passed_over,
    tables,
)
from loaders.lembar_kerja import NAMA_LEMBAR
from loaders.lembar_kerja import Identitas as IdentitasLembar
from loaders.lembar_kerja.writer import write
from loaders.masuk import Titipan, inbox
from loaders.matching import KATALOG, judged_all
from loaders.publish import Hasil
from loaders.readers import Lembar
from loaders.recognition import Dugaan
from loaders.records import JenisDokumen
from loaders.register import check_unmixed, references
from loaders.sandbox import examine_cached
from loaders.typed import PALING_PANJANG

__all__ = [
    "NAMA_LEMBAR",
    "PALING_PANJANG",
    "BelumPadan",
    "Dugaan",
    "Identitas",
    "IdentitasLembar",
    "JenisDokumen",
    "Keputusan",
    "Laporan",
    "Lembar",
    "LoaderError",
    "Pekerjaan",
    "Pratinjau",
    "Serupa",
    "Terbaca",
    "Titipan",
    "changes",
    "doubts",
    "passed_over",
    "tables",
]
"""What the page needs besides the functions below: the kinds of things they take and give, and previews as frames."""

MEJA = Meja()
"""All sessions share one desk, at which files are read: several at once, and people take turns."""
MEJA_TERBIT = Meja(tangan=1)
"""Where files are published: one after the other, whatever waits to be read."""


@boundary("menerima berkas")
def hand_in(nama: str, isi: bytes, oleh: str) -> Titipan:
    """Take a file into the inbox. Raises BerkasTidakTerbaca for what is no file to read."""
    return inbox.put(data_folder(), nama, isi, oleh)


@boundary("membuka kotak masuk")
def waiting() -> list[Titipan]:
    """What waits in the inbox, oldest first."""
    return inbox.waiting(data_folder())


@boundary("membuka kotak masuk")
def set_aside() -> list[str]:
    """A sentence for each thing of the inbox that cannot be read any more: what, why, where it lies."""
    return inbox.set_aside(data_folder())


@boundary("merapikan kotak masuk")
def recover() -> list[str]:
    """Finish or undo what a crash left half done; a sentence for each."""
    return intake.recover(data_folder())


@boundary("membaca berkas")
def read(titipan: Titipan) -> Pekerjaan:
    """The reading of a file, begun if it is not yet; its result is a Terbaca."""
    return MEJA.start(
        f"baca/{titipan.kunci}", titipan.nama_asli, lambda job: _read(titipan, job), oleh=titipan.oleh
    )  # fmt: skip


@dataclass(frozen=True)
class Terbaca:
    """What was read of a file, and whose document it is, of which kind and years, each with its evidence."""

    lembar: Lembar
    dugaan: Dugaan


def _read(titipan: Titipan, job: Pekerjaan) -> Terbaca:
    job.tell(f"Membaca {titipan.nama_asli}.")
    lists = data_folder() / "referensi"
    with boundary("membaca berkas", titipan.nama_asli):
        found = Terbaca(*examine_cached(titipan.path, _terbit(), lists, cancel=job.cancelled, progress=job.tell))
        check_unmixed(data_folder(), found.lembar)
        return found


@boundary("membaca daftar satker")
def satker() -> list[tuple[str, str]]:
    """Every satker: (kode_satker, name), in the order of the list."""
    lists = references(data_folder() / "referensi")
    return lists["satker"].select("kode_satker", "satker").rows()


@boundary("menyusun pratinjau")
def place(shown: Pratinjau, baris: int) -> str:
    """Where a line of a previewed file stands, in words."""
    return readers.place(shown.bacaan.lembar.di(baris))


@boundary("mencari dokumen serupa")
def similar(lembar: Lembar, identitas: Identitas) -> list[Serupa]:
    """Registered documents of the same satker, kind and years, the most alike first."""
    return intake.similar(data_folder(), lembar, identitas, _terbit())


def preview(
    titipan: Titipan, lembar: Lembar, identitas: Identitas, koreksi: Sequence[Mapping[str, str]], lama: Hasil | None
) -> Pratinjau:
    """What taking the file in would do, with these corrections; nothing is written."""
    with boundary("menyusun pratinjau", titipan.nama_asli):
        return intake.preview(data_folder(), titipan, lembar, identitas, koreksi, lama)


@boundary("menyusun pratinjau")
def notes(shown: Pratinjau) -> list[str]:
    """What the reader of the file did or could not do, a sentence each."""
    return intake.notes(shown)


@boundary("menyusun pratinjau")
def unread_columns(shown: Pratinjau) -> list[str]:
    """A sentence for each recognised table with columns that are not read."""
    return shown.bacaan.kolom_lewat


def stopped(shown: Pratinjau) -> list[str]:
    """A sentence for each fault of ours: tables that it stopped, and what else is not done because of it."""
    return shown.bacaan.galat


@boundary("mencari nama baku")
def unmatched(shown: Pratinjau) -> list[BelumPadan]:
    """The wordings without indikator baku or sasaran baku, with the nearest ones."""
    return intake.unmatched(shown, judged_all(references(data_folder() / "referensi")))


@boundary("mencari nama baku")
def names(daftar: str) -> dict[str, str]:
    """The catalogue that a list of judged texts (padanan, padanan_sasaran) chooses from: code → name."""
    return dict(references(data_folder() / "referensi")[KATALOG[daftar]].select(pl.nth(0, 1)).rows())


@boundary("menerbitkan")
def publish(titipan: Titipan, keputusan: Keputusan) -> Pekerjaan:
    """The taking in of a file, begun if it is not under way; its result is the Laporan of the build.

    One that has ended is begun anew: it failed, or the file would not wait any more.
    """
    if (job := publishing(titipan)) and job.selesai:
        end_publishing(titipan)
    return MEJA_TERBIT.start(
        f"terbit/{titipan.kunci}", titipan.nama_asli, lambda job: _publish(titipan, keputusan, job)
    )


@boundary("menerbitkan")
def publishing(titipan: Titipan) -> Pekerjaan | None:
    """The taking in of a file, if it has begun."""
    return MEJA_TERBIT.find(f"terbit/{titipan.kunci}")


@boundary("menerbitkan")
def end_publishing(titipan: Titipan) -> None:
    """Forget a publishing that has ended, so that it can be tried again."""
    MEJA_TERBIT.forget(f"terbit/{titipan.kunci}")


def _publish(titipan: Titipan, keputusan: Keputusan, job: Pekerjaan) -> Laporan:
    with boundary("menerbitkan", titipan.nama_asli):
        return intake.accept(data_folder(), titipan, keputusan, progress=job.tell)


@boundary("melepas berkas")
def let_go(titipan: Titipan) -> None:
    """Forget the jobs of a file, running or done, and their results."""
    MEJA.forget(f"baca/{titipan.kunci}")
    MEJA_TERBIT.forget(f"terbit/{titipan.kunci}")


@boundary("membaca koreksi")
def corrections(titipan: Titipan) -> list[dict[str, str]]:
    """What was decided about a file so far, by whomever, as rows of a correction file."""
    return inbox.corrections(titipan)


@boundary("menyimpan koreksi")
def keep_corrections(titipan: Titipan, rows: Sequence[Mapping[str, str]]) -> None:
    """Keep what was decided with the file: the work can be gone on with another day."""
    inbox.keep_corrections(titipan, rows)


@boundary("membuang berkas")
def drop(titipan: Titipan) -> None:
    """Forget a file that was handed in, with all that was read of it; one that is gone already is no error."""
    let_go(titipan)
    with contextlib.suppress(FileNotFoundError):
        inbox.drop(titipan)
    try:
        build.prune(data_folder(), _terbit())
    except Exception as error:  # the file is gone; what was kept of its reading goes with the next build
        as_ours(error, "melepas hasil baca", titipan.nama_asli)


@boundary("menyusun lembar kerja")
def workbook(
    identitas: IdentitasLembar,
    target: pl.DataFrame,
    realisasi: pl.DataFrame,
    anggaran: pl.DataFrame,
    hambatan: pl.DataFrame,
    menunggu: pl.DataFrame,
    *,
    simulasi: bool = False,
) -> bytes:
    """Our template workbook, filled with rows of v_target, v_capaian, v_pagu and v_hambatan, and what waits in
    v_karantina beside them (empty frames: an empty workbook). `simulasi`: it says that its data are simulated."""
    buffer = io.BytesIO()
    write(buffer, identitas, target, realisasi, anggaran, hambatan, menunggu, simulasi=simulasi)
    return buffer.getvalue()


def _terbit() -> Path:
    return terbit_folder(data_folder())
