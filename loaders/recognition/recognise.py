"""What a file is: from the register if its content is known, else from what it prints itself."""

from __future__ import annotations

from pathlib import Path

from loaders import manifest
from loaders.build import REFERENSI, data_folder
from loaders.dokumen import Dokumen
from loaders.dugaan import Dugaan, date_of, number_of, of_heading, satker_of
from loaders.errors import BerkasTidakTerbaca
from loaders.matching.daftar_satker import DaftarSatker
from loaders.matching.jenis_tahun import jenis, tahun
from loaders.matching.judul import Judul
from loaders.matching.kata_judul import kinds_in_name
from loaders.matching.keputusan import dates, numbers
from loaders.matching.naskah import susun
from loaders.matching.satker import find_in
from loaders.matching.satker_sendiri import decide
from loaders.readers.lembar import Lembar
from loaders.readers.text import read

SEBUTAN = ("sebutan", "kode_satker", "jenis")
"""The columns of data/referensi/satker_sebutan.csv."""


def daftar_satker(folder: Path | None = None) -> DaftarSatker:
    """The satker of the reference lists with their other names. Raises DaftarSalah."""
    folder = folder or data_folder() / "referensi"
    return DaftarSatker.dari(
        manifest.read_rows(folder / "satker.csv", REFERENSI["satker"]),
        manifest.read_rows(folder / "satker_sebutan.csv", SEBUTAN),
    )


def recognise(lembar: Lembar, daftar: DaftarSatker) -> Dugaan:
    """Whose document it is, its type, years, number and date, each with its evidence; the file's name never decides."""
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


def guess(path: Path) -> tuple[Dokumen, str]:
    """The document a file is and, in words, how that is known.

    Raises BerkasTidakTerbaca when it is no file or neither the register nor its text tells type and year.
    """
    if path.is_dir():
        raise BerkasTidakTerbaca(path.name, "itu folder. Sebutkan berkasnya, misalnya FOLDER/*.txt.")
    if not path.is_file():
        raise BerkasTidakTerbaca(path.name, "tidak ada berkas dengan nama itu. Periksa ejaan dan foldernya.")
    content = manifest.sha256(path)
    known = next((d for d in manifest.load(data_folder() / "dokumen").semua if d.sha256 == content), None)
    return (known, "menurut manifest.csv") if known else _from_text(path, content)


def _from_text(path: Path, content: str) -> tuple[Dokumen, str]:
    lembar = read(path)
    if all(line.kosong for line in lembar.baris):
        raise BerkasTidakTerbaca(path.name, "kosong, tidak ada teks di dalamnya. Periksa berkas asalnya.")
    found = recognise(lembar, daftar_satker())
    if found.jenis.nilai is None or found.tahun.nilai is None:
        raise BerkasTidakTerbaca(
            path.name,
            "jenis dan tahunnya tidak dikenali dari isinya. Bila ini memang dokumen SAKIP, daftarkan dulu di "
            "data/dokumen/manifest.csv.",
        )
    satker = found.satker.bukti if found.satker.nilai else f"satker belum ditentukan: {found.satker.bukti}"
    dokumen = Dokumen(
        path, found.satker.nilai or "", found.jenis.nilai, *found.tahun.nilai, found.nomor.nilai,
        found.tanggal.nilai if found.tanggal.pasti else None, str(path.name), content,
    )  # fmt: skip
    return dokumen, f"{found.jenis.bukti}; {satker}"
