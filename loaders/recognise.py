"""What a file is, from the register if its content is known, else from its own first lines."""

from __future__ import annotations

from pathlib import Path

from loaders import manifest
from loaders.build import ROOT
from loaders.errors import BerkasTidakTerbaca
from loaders.manifest import Dokumen
from loaders.readers.text import read
from loaders.records import JenisDokumen
from loaders.values.names import letters
from loaders.values.years import years_in

_TITLES: tuple[tuple[str, JenisDokumen], ...] = (
    ("rencanastrategis", "Renstra"),
    ("rencanakinerjatahunan", "RKT"),
    ("laporankinerja", "LK"),
    ("perjanjiankinerja", "PK"),
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
    known = next((d for d in manifest.load(ROOT / "data" / "dokumen").dokumen if d.sha256 == content), None)
    if known:
        return known, "menurut manifest.csv"
    return _from_text(path, content)


def _from_text(path: Path, content: str) -> tuple[Dokumen, str]:
    for line in read(path).baris:
        for title, jenis in _TITLES:
            if title in letters(line.teks):
                years = _years_near(path, line.nomor)
                if not years:
                    continue
                evidence = f"menurut baris {line.nomor} «{line.teks.strip()[:60]}»; satker belum ditentukan"
                first, last = (years[0], years[-1]) if jenis == "Renstra" else (years[0], years[0])
                return Dokumen(path, "", jenis, first, last, None, None, str(path.name), content), evidence
    if not any(line.teks.strip() for line in read(path).baris):
        raise BerkasTidakTerbaca(path.name, "kosong, tidak ada teks di dalamnya. Periksa berkas asalnya.")
    raise BerkasTidakTerbaca(
        path.name,
        "jenis dan tahunnya tidak dikenali dari isinya. Bila ini memang dokumen SAKIP, daftarkan dulu di "
        "data/dokumen/manifest.csv.",
    )


def _years_near(path: Path, nomor: int) -> list[int]:
    """The years named on the title's line or the ten after it."""
    for line in read(path).baris[nomor - 1 : nomor + 10]:
        if years := years_in(line.teks):
            return years
    return []
