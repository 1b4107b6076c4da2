"""Take a file from the inbox into the data, whole or not at all: copy → corrections → register → build → forget.

The steps stand in steps.py; a journal (journal.py) says what they write. What a crash leaves behind is undone, or, if
the new version was published already, finished; the file itself stays in the inbox until it is in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from loaders import build
from loaders import typed as loaders_typed
from loaders.build import Laporan, Progress
from loaders.disk import SedangDipakai
from loaders.errors import BerkasTidakTerbaca, LoaderError, SudahAda
from loaders.files import REFERENSI, read_rows, terbit_folder
from loaders.koreksi import KOLOM_KOREKSI
from loaders.masuk import Rencana, Titipan, journal, steps
from loaders.matching import KATALOG
from loaders.records import JenisDokumen
from loaders.register import manifest, references


@dataclass(frozen=True)
class Identitas:
    """What a document is: whose, of which kind, for which years, or part of one (`periode`); number and date where it
    prints them."""

    kode_satker: str
    jenis: JenisDokumen
    tahun_awal: int
    tahun_akhir: int
    nomor: str | None = None
    tanggal: date | None = None
    periode: str | None = None


@dataclass(frozen=True)
class Keputusan:
    """What a person decided about a file: what it is, which version it replaces, who says so, and corrections.

    `menggantikan`: sha256 of the version it replaces, None for a document of its own. `koreksi`: rows of KOLOM_KOREKSI.
    `padanan`, `padanan_sasaran`: rows of the lists of those names, for wordings that nobody had judged.
    """

    identitas: Identitas
    menggantikan: str | None
    oleh: str
    koreksi: Sequence[Mapping[str, str]] = ()
    padanan: Sequence[Mapping[str, str]] = ()
    padanan_sasaran: Sequence[Mapping[str, str]] = ()


def accept(
    data: Path, titipan: Titipan, keputusan: Keputusan, *, terbit: Path | None = None, progress: Progress = build.silent
) -> Laporan:
    """Take the file in and publish, once nobody else writes; `progress` is told whom it waits for.

    Raises LoaderError, OSError, or what `progress` raises; then the data is as before.
    """
    folder = terbit or terbit_folder(data)
    with journal.writing(data, folder, f"memasukkan {titipan.nama_asli}", oleh=keputusan.oleh, progress=progress):
        rencana = plan(data, titipan, keputusan)
        if not titipan.path.is_file():
            raise BerkasTidakTerbaca(titipan.nama_asli, "sudah tidak ada di kotak masuk. Serahkan lagi berkasnya.")
        try:
            journal.open_(data, titipan, rencana)
            for step in steps.STEPS:
                step(data, rencana, titipan.path)
            announce = partial(journal.publishing, data)
            laporan = build.build(data, terbit=folder, progress=progress, announce=announce)
            journal.close(data)
        except BaseException:
            journal.give_up(data, folder)
            raise
        return laporan


def recover(data: Path, terbit: Path | None = None) -> list[str]:
    """Finish or undo what a crash left half done, unless somebody is at work right now; says what was done."""
    if not journal.is_open(data):
        return []
    try:
        with journal.writing(data, terbit or terbit_folder(data), "merapikan", seconds=0) as said:
            return said
    except SedangDipakai:
        return []


def plan(data: Path, titipan: Titipan, keputusan: Keputusan) -> Rencana:
    """What will be written.

    Raises SudahAda for a content that is registered, IsianSalah for a field beyond its bounds, LoaderError for an
    unknown satker, or a periode that such a document cannot have.
    """
    what = keputusan.identitas
    check_periode(what)
    name = _satker(data, what.kode_satker)
    if known := manifest.registered(data / "dokumen", titipan.sha256):
        raise SudahAda(titipan.nama_asli, known.path.name)
    years = "-".join(str(year) for year in sorted({what.tahun_awal, what.tahun_akhir}))
    stem = _free(" ".join(filter(None, (what.jenis, name, years, what.periode))), _taken(data))
    folder = f"{what.kode_satker}-{slug(re.sub('^(KPU|KIP) ', '', name))}"
    berkas = f"{folder}/{stem}{titipan.path.suffix}"
    row = _registered(berkas, titipan, keputusan)
    for typed in (row, *keputusan.koreksi, *keputusan.padanan, *keputusan.padanan_sasaran):
        loaders_typed.check_row(typed)
    koreksi = _columns(keputusan.koreksi, KOLOM_KOREKSI)
    judged = {nama: _new_padanan(data, nama, getattr(keputusan, nama)) for nama in KATALOG}
    return Rencana(berkas, row, koreksi, **judged, folder_baru=not (data / "dokumen" / folder).exists())


def _registered(berkas: str, titipan: Titipan, keputusan: Keputusan) -> dict[str, str]:
    """The row of the register that the file gets as `berkas`."""
    what = keputusan.identitas
    return {
        "file": berkas,
        "kode_satker": what.kode_satker,
        "jenis_dokumen": what.jenis,
        "tahun_awal": str(what.tahun_awal),
        "tahun_akhir": str(what.tahun_akhir),
        "nomor": what.nomor or "",
        "tanggal": what.tanggal.isoformat() if what.tanggal else "",
        "sumber": f"Diserahkan oleh {keputusan.oleh} pada {titipan.diterima[:10]} sebagai «{titipan.nama_asli}»",
        "sha256": titipan.sha256,
        "menggantikan": keputusan.menggantikan or "",
        "dipakai": "",
        "periode": what.periode or "",
    }


def check_periode(what: Identitas) -> None:
    """Raise LoaderError where a document cannot report the part of a year it is said to."""
    if what.periode and (wrong := manifest.wrong_periode(what.periode, what.jenis, what.tahun_awal, what.tahun_akhir)):
        raise LoaderError(f"{wrong[0].upper()}{wrong[1:]}.")


def _columns(rows: Sequence[Mapping[str, str]], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [{column: row[column] for column in columns} for row in rows]


def _new_padanan(data: Path, nama: str, rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Those that judge a wording nobody judged before, so that taking them back cannot take what was there."""
    judged = {row["teks"] for row in read_rows(data / "referensi" / f"{nama}.csv", REFERENSI[nama])}
    return [row for row in _columns(rows, REFERENSI[nama]) if row["teks"] not in judged]


def slug(text: str) -> str:
    """A name as part of a file name: lower case, words parted by dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _satker(data: Path, kode: str) -> str:
    names = dict(references(data / "referensi")["satker"].select("kode_satker", "satker").rows())
    if kode not in names:
        raise LoaderError(f"Di satker.csv tidak ada satker berkode «{kode}». Pilih satker yang terdaftar.")
    return names[kode]


def _taken(data: Path) -> set[str]:
    """The names of all documents, corrections and transcripts that lie in the folders, registered or not: none is
    written over, or taken for another's."""
    files = [*(data / "dokumen").rglob("*"), *(data / "koreksi").glob("*.csv")]
    return {path.stem for path in files if path.is_file()} | {path.name for path in (data / "transkrip").glob("*")}


def _free(wanted: str, taken: set[str]) -> str:
    stem, number = slug(wanted), 2
    while stem in taken:
        stem, number = f"{slug(wanted)}-{number}", number + 1
    return stem
