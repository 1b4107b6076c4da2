"""What a file is: from the register if its content is known, else from what it prints itself."""

from __future__ import annotations

from pathlib import Path

from loaders import manifest
from loaders.berkas import read_rows
from loaders.dokumen import Dokumen
from loaders.errors import BerkasTidakTerbaca
from loaders.folder import data_folder
from loaders.lembar_kerja.identitas import read_identity
from loaders.readers.lembar import Lembar
from loaders.recognition.daftar_satker import DaftarSatker
from loaders.recognition.dugaan import Dugaan, date_of, number_of, of_heading, of_workbook, satker_of
from loaders.recognition.jenis_tahun import jenis, tahun
from loaders.recognition.judul import Judul
from loaders.recognition.kata_judul import kinds_in_name
from loaders.recognition.keputusan import dates, numbers
from loaders.recognition.naskah import susun
from loaders.recognition.satker import find_in
from loaders.recognition.satker_sendiri import decide
from loaders.referensi_kolom import REFERENSI
from loaders.terbatas import examine_limited, read_limited

SEBUTAN = ("sebutan", "kode_satker", "jenis")
"""The columns of data/referensi/satker_sebutan.csv."""


def daftar_satker(folder: Path | None = None) -> DaftarSatker:
    """The satker of the reference lists with their other names. Raises DaftarSalah."""
    folder = folder or data_folder() / "referensi"
    return DaftarSatker.dari(
        read_rows(folder / "satker.csv", REFERENSI["satker"]),
        read_rows(folder / "satker_sebutan.csv", SEBUTAN),
    )


def recognise(lembar: Lembar, daftar: DaftarSatker) -> Dugaan:
    """Whose document it is, its type, years, number and date, each with its evidence; the file's name never decides.

    A template workbook of ours says it on its sheet Keterangan; what is blank there stays open.
    """
    if typed := read_identity(lembar):
        return of_workbook(typed, daftar)
    naskah = susun([line.teks for line in lembar.baris])
    judul = Judul(naskah, tuple(find_in(naskah, daftar)))
    printed = numbers(naskah)
    own = [n for n in printed if n.baris <= judul.akhir_muka] or printed
    kind = jenis(judul)
    return Dugaan(
        satker_of(decide(judul, own, daftar), lembar, daftar),
        of_heading(kind, lembar, "jenis", kinds_in_name(Path(lembar.nama).stem)),
        of_heading(tahun(judul, kind.nilai), lembar, "tahun", ()),
        number_of(own, lembar),
        date_of(dates(naskah), lembar),
    )


def check_file(path: Path) -> None:
    """Raise BerkasTidakTerbaca for a folder and for a name that is no file."""
    if path.is_dir():
        raise BerkasTidakTerbaca(path.name, "itu folder. Sebutkan berkasnya, misalnya FOLDER/*.pdf.")
    if not path.is_file():
        raise BerkasTidakTerbaca(path.name, "tidak ada berkas dengan nama itu. Periksa ejaan dan foldernya.")


def guess(path: Path) -> tuple[Dokumen, str, Lembar]:
    """The document a file of any format is, in words how that is known, and what was read of it. Writes nothing.

    Raises BerkasTidakTerbaca when it is no file or neither the register nor its text tells type and year.
    """
    check_file(path)
    content = manifest.sha256(path)
    if known := manifest.registered(data_folder() / "dokumen", content):
        return known, "menurut manifest.csv", read_limited(path)
    lembar, found = examine_limited(path, data_folder() / "referensi")
    return *_from_text(path, content, lembar, found), lembar


def _from_text(path: Path, content: str, lembar: Lembar, found: Dugaan) -> tuple[Dokumen, str]:
    if all(line.kosong for line in lembar.baris):
        raise BerkasTidakTerbaca(path.name, "kosong, tidak ada teks di dalamnya. Periksa berkas asalnya.")
    if found.jenis.nilai is None or found.tahun.nilai is None:
        raise BerkasTidakTerbaca(
            path.name,
            "jenis dan tahunnya tidak dikenali dari isinya. Bila ini memang dokumen SAKIP, masukkan dengan menyebut "
            "keduanya: python -m loaders add BERKAS --satker KODE --jenis JENIS --tahun TAHUN.",
        )
    satker = found.satker.bukti if found.satker.nilai else f"satker belum ditentukan: {found.satker.bukti}"
    dokumen = Dokumen(
        path, found.satker.nilai or "", found.jenis.nilai, *found.tahun.nilai, found.nomor.nilai,
        found.tanggal.nilai if found.tanggal.pasti else None, str(path.name), content,
    )  # fmt: skip
    return dokumen, f"{found.jenis.bukti}; {satker}"
