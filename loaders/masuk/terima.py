"""Take a file from the inbox into the data, whole or not at all: copy → corrections → register → build → forget.

A journal beside the file says what is being done. What a crash leaves behind is undone (or, if the new version was
published already, finished) by `recover`; the file itself stays in the inbox until it is in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from loaders import batas_isian, build, manifest, publish
from loaders.berkas import read_rows, write, write_rows
from loaders.build import Laporan, Progress
from loaders.corrections import KOLOM_KOREKSI
from loaders.errors import LoaderError, SudahAda
from loaders.folder import terbit_folder
from loaders.masuk import kotak
from loaders.masuk.kotak import Titipan
from loaders.masuk.kunci import SedangDipakai, locked
from loaders.records import JenisDokumen
from loaders.referensi import REFERENSI, references

JURNAL = "terima.json"


@dataclass(frozen=True)
class Identitas:
    """What a document is: whose, of which kind, for which years; number and date where it prints them."""

    kode_satker: str
    jenis: JenisDokumen
    tahun_awal: int
    tahun_akhir: int
    nomor: str | None = None
    tanggal: date | None = None


@dataclass(frozen=True)
class Keputusan:
    """What a person decided about a file: what it is, which version it replaces, who says so, and corrections.

    `menggantikan`: sha256 of the version it replaces, None for a document of its own. `koreksi`: rows of KOLOM_KOREKSI.
    `padanan`: rows of the list of that name, for wordings that nobody had judged.
    """

    identitas: Identitas
    menggantikan: str | None
    oleh: str
    koreksi: Sequence[Mapping[str, str]] = ()
    padanan: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True)
class Rencana:
    """Everything that taking one file in will write: its place, its row of the register, corrections and padanan."""

    berkas: str
    baris: dict[str, str]
    koreksi: list[dict[str, str]]
    padanan: list[dict[str, str]]

    @property
    def stem(self) -> str:
        """The name that the file and its corrections share."""
        return Path(self.berkas).stem


def accept(
    data: Path, titipan: Titipan, keputusan: Keputusan, *, terbit: Path | None = None, progress: Progress = build.silent
) -> Laporan:
    """Take the file in and publish. Raises LoaderError, or what `progress` raises; then the data is as before."""
    with locked(data, "terima", seconds=2):
        _recover(data, terbit)
        rencana = plan(data, titipan, keputusan)
        try:
            for step in STEPS:
                step(data, titipan, rencana)
            laporan = build.build(data, terbit=terbit, progress=progress)
        except BaseException:
            _settle(data, titipan, rencana, terbit)
            raise
        kotak.drop(titipan)
        return laporan


def recover(data: Path, terbit: Path | None = None) -> list[str]:
    """Finish or undo what a crash left half done, unless somebody is at work right now; says what was done."""
    try:
        with locked(data, "terima", seconds=0):
            return _recover(data, terbit)
    except SedangDipakai:
        return []


def plan(data: Path, titipan: Titipan, keputusan: Keputusan) -> Rencana:
    """What will be written.

    Raises SudahAda for a content that is registered, IsianSalah for a field beyond its bounds, LoaderError for an
    unknown satker.
    """
    what = keputusan.identitas
    name = _satker(data, what.kode_satker)
    if known := manifest.registered(data / "dokumen", titipan.sha256):
        raise SudahAda(titipan.nama_asli, known.path.name)
    years = "-".join(str(year) for year in sorted({what.tahun_awal, what.tahun_akhir}))
    stem = _free(f"{what.jenis}-{name}-{years}", _taken(data))
    berkas = f"{what.kode_satker}-{slug(re.sub('^(KPU|KIP) ', '', name))}/{stem}{titipan.path.suffix}"
    row = {
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
    }
    for typed in (row, *keputusan.koreksi, *keputusan.padanan):
        batas_isian.check_row(typed)
    return Rencana(berkas, row, _columns(keputusan.koreksi, KOLOM_KOREKSI), _new_padanan(data, keputusan.padanan))


def _columns(rows: Sequence[Mapping[str, str]], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [{column: row[column] for column in columns} for row in rows]


def _new_padanan(data: Path, rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Those that judge a wording nobody judged before, so that taking them back cannot take what was there."""
    judged = {row["teks"] for row in read_rows(_padanan(data), REFERENSI["padanan"])}
    return [row for row in _columns(rows, REFERENSI["padanan"]) if row["teks"] not in judged]


def slug(text: str) -> str:
    """A name as part of a file name: lower case, words parted by dashes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _satker(data: Path, kode: str) -> str:
    names = dict(references(data / "referensi")["satker"].select("kode_satker", "satker").rows())
    if kode not in names:
        raise LoaderError(f"Di satker.csv tidak ada satker berkode «{kode}». Pilih satker yang terdaftar.")
    return names[kode]


def _taken(data: Path) -> set[str]:
    """The names of all documents and corrections that lie in the folders, registered or not: none is written over."""
    files = [*(data / "dokumen").rglob("*"), *(data / "koreksi").glob("*.csv")]
    return {path.stem for path in files if path.is_file()}


def _free(wanted: str, taken: set[str]) -> str:
    stem, number = slug(wanted), 2
    while stem in taken:
        stem, number = f"{slug(wanted)}-{number}", number + 1
    return stem


# the steps, in order; each may be done twice without harm ---------------------------------------------------------
def _write_journal(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    write(titipan.folder / JURNAL, json.dumps(asdict(rencana), ensure_ascii=False, indent=2).encode())


def _copy(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    write(data / "dokumen" / rencana.berkas, titipan.path.read_bytes())


def _correct(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    if rencana.koreksi:
        write_rows(_koreksi(data, rencana), KOLOM_KOREKSI, rencana.koreksi)


def _register(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    manifest.register(data / "dokumen", rencana.baris)


def _judge(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    if rencana.padanan:
        write_rows(_padanan(data), REFERENSI["padanan"], [*_others(data, rencana), *rencana.padanan])


STEPS = (_write_journal, _copy, _correct, _judge, _register)


def _padanan(data: Path) -> Path:
    return data / "referensi" / "padanan.csv"


def _others(data: Path, rencana: Rencana) -> list[dict[str, str]]:
    """The rows of padanan.csv that this file does not bring."""
    mine = {row["teks"] for row in rencana.padanan}
    rows = read_rows(_padanan(data), REFERENSI["padanan"])
    return [row for row in rows if row["teks"] not in mine]


def _koreksi(data: Path, rencana: Rencana) -> Path:
    return data / "koreksi" / f"{rencana.stem}.csv"


# what a crash leaves ----------------------------------------------------------------------------------------------
def _undo(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    """Take the steps back, last first: the register never names a file that is gone."""
    manifest.withdraw(data / "dokumen", titipan.sha256)
    if rencana.padanan:
        write_rows(_padanan(data), REFERENSI["padanan"], _others(data, rencana))
    _koreksi(data, rencana).unlink(missing_ok=True)
    path = data / "dokumen" / rencana.berkas
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()
    (titipan.folder / JURNAL).unlink(missing_ok=True)


def _recover(data: Path, terbit: Path | None) -> list[str]:
    interrupted = [titipan for titipan in kotak.waiting(data) if (titipan.folder / JURNAL).is_file()]
    known = [(titipan, _journal(titipan)) for titipan in interrupted]
    return [_settle(data, titipan, rencana, terbit) for titipan, rencana in known if rencana]


def _journal(titipan: Titipan) -> Rencana | None:
    """What was being done; None, and the journal set aside, where that cannot be read: nothing is undone by guess."""
    try:
        rencana = Rencana(**json.loads((titipan.folder / JURNAL).read_text(encoding="utf-8")))
        place = Path(rencana.berkas)
        if tuple(rencana.baris) == manifest.KOLOM_MANIFEST and not place.is_absolute() and ".." not in place.parts:
            return rencana
    except (ValueError, TypeError, RecursionError):
        pass
    what = f"Catatan tentang memasukkan {titipan.nama_asli} yang terputus tidak dapat dibaca"
    kotak.put_aside(titipan.folder / JURNAL, f"{what}, jadi tidak ada yang diurungkan")
    return None


def _settle(data: Path, titipan: Titipan, rencana: Rencana, terbit: Path | None) -> str:
    """Finish what was published already, undo the rest; says which."""
    if _published(data, titipan, terbit or terbit_folder(data)):
        kotak.drop(titipan)
        return f"{titipan.nama_asli} ternyata sudah masuk sebagai {rencana.berkas}; kotak masuk dirapikan."
    _undo(data, titipan, rencana)
    return f"{titipan.nama_asli} belum masuk karena terputus; berkasnya masih ada di kotak masuk, silakan terima lagi."


def _published(data: Path, titipan: Titipan, terbit: Path) -> bool:
    """Whether the published version holds this file. A register that cannot be read has published nothing."""
    try:
        registered = manifest.registered(data / "dokumen", titipan.sha256)
        return registered is not None and publish.is_current(terbit, build.version(data))
    except LoaderError:
        return False
