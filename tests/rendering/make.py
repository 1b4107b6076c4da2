"""All documents in all renderings, into a folder: `python -m tests.rendering.make FOLDER`."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.rendering import office
from tests.rendering.fods import spreadsheet
from tests.rendering.fodt import text_document
from tests.rendering.gaya import Gaya
from tests.rendering.rotate import store_on_side
from tests.rendering.source import read_source

ROOT = Path(__file__).parents[2]


BIASA = Gaya()


@dataclass(frozen=True)
class Ragam:
    """A way to render: its name, the formats, whether tables are in one piece, and the look.

    `angka` (sheets): numbers are stored as numbers, not as text. `miring` (PDF): pages are stored on their side.
    `hanya`: the only document rendered so, where one is enough.
    """

    nama: str
    format: tuple[str, ...]
    utuh: bool = True
    gaya: Gaya = BIASA
    angka: bool = False
    miring: bool = False
    hanya: str = ""


RAGAM = (
    Ragam("utuh", ("pdf", "docx", "xlsx", "xls", "html", "csv")),
    Ragam("halaman", ("pdf", "docx", "xlsx"), utuh=False),
    Ragam("gabung", ("pdf", "docx", "xlsx", "xls", "html"), gaya=Gaya(gabung=True)),
    Ragam("tengah", ("pdf",), gaya=Gaya(tengah=True)),
    Ragam("sempit", ("pdf",), gaya=Gaya(sempit=True)),
    Ragam("sedang", ("pdf",), gaya=Gaya(gabung=True, ukuran=8)),
    Ragam("besar", ("pdf",), gaya=Gaya(ukuran=9)),
    Ragam("polos", ("pdf",), gaya=Gaya(garis=False)),
    Ragam("lanskap", ("pdf",), gaya=Gaya(lanskap=True), hanya="pangkalpinang"),
    Ragam("miring", ("pdf",), gaya=Gaya(lanskap=True), miring=True, hanya="pangkalpinang"),
    Ragam("angka", ("xlsx", "xls", "html", "csv"), angka=True),
)
"""utuh: a table flows over the pages. halaman: pages as in the excerpt. gabung: sasaran and heading rows are merged
cells. tengah: values in the middle of their cells. sempit: columns of values so narrow that figures break. sedang,
besar: larger letters, so that the pages break elsewhere. polos: no rules. lanskap, miring: landscape, stored upright
or on its side. angka: true numbers."""
FORMAT = tuple(sorted({kind for ragam in RAGAM for kind in ragam.format}))


@dataclass(frozen=True)
class Terbitan:
    """One rendering of one document."""

    sumber: Path
    ragam: Ragam
    format: str

    @property
    def nama(self) -> str:
        """The name of the rendered file."""
        return f"{self.sumber.stem}.{self.ragam.nama}.{self.format}"


def documents() -> list[Path]:
    """The excerpts in data/dokumen, by satker."""
    return sorted((ROOT / "data" / "dokumen").glob("*/*.txt"))


def renderings() -> list[Terbitan]:
    """Everything there is to render: documents × ways × formats. A document without tables is no CSV."""
    return [
        Terbitan(path, ragam, kind)
        for path in documents()
        for ragam in RAGAM
        for kind in ragam.format
        if ragam.hanya in path.stem and (kind != "csv" or has_tables(path))
    ]


def has_tables(path: Path) -> bool:
    """Whether an excerpt has cells; one without is prose, whose tables a person transcribed."""
    return "\t" in path.read_text(encoding="utf-8")


def everyday(one: Terbitan) -> bool:
    """Whether `make test` renders it: every document as PDF, and every other way one document with tables, in turn."""
    ways = [(ragam.nama, kind) for ragam in RAGAM for kind in ragam.format]
    tabled = [path for path in documents() if has_tables(path)]
    plain = (one.ragam.nama, one.format) == ("utuh", "pdf")
    return (
        plain or bool(one.ragam.hanya) or one.sumber == tabled[ways.index((one.ragam.nama, one.format)) % len(tabled)]
    )


def render(folder: Path, wanted: Collection[Terbitan] | None = None, kept: Path | None = None) -> None:
    """Write renderings (all, or those wanted) into `folder`. Raises RuntimeError where the office program fails.

    `kept`: a folder of what was rendered before, by the content of its source; what is there is not made again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chosen = list(renderings() if wanted is None else wanted)
    with tempfile.TemporaryDirectory() as temporary:
        for kind in FORMAT:
            work = Path(temporary) / kind
            work.mkdir()
            sources = [_write(work, one) for one in chosen if one.format == kind]
            _convert(sources, kind, folder, Path(temporary) / "profil", kept)
    for one in chosen:
        if one.ragam.miring:
            upright = folder / one.nama
            store_on_side(upright.rename(upright.with_suffix(".tegak")), upright)
            upright.with_suffix(".tegak").unlink()


def _convert(sources: list[Path], kind: str, folder: Path, profile: Path, kept: Path | None) -> None:
    """Convert in one start of the office program what is not kept yet, and keep it."""
    places = {source: kept / f"{_fingerprint(source)}.{kind}" for source in sources} if kept else {}
    new = [source for source in sources if source not in places or not places[source].is_file()]
    if new:
        office.convert(new, kind, folder, profile)
    for source, place in places.items():
        rendered = folder / f"{source.stem}.{kind}"
        shutil.copyfile(*((rendered, place) if source in new else (place, rendered)))


def _fingerprint(source: Path) -> str:
    """The content of a source and the office program that renders it."""
    return hashlib.sha256(office.version().encode() + source.read_bytes()).hexdigest()


def _write(folder: Path, one: Terbitan) -> Path:
    """Write the source the office program converts."""
    isi, ragam = read_source(one.sumber, whole=one.ragam.utuh), one.ragam
    if one.format in ("pdf", "docx"):
        text, suffix = text_document(isi, ragam.gaya), ".fodt"
    else:
        merged = ragam.gaya.gabung
        text, suffix = spreadsheet(isi, gabung=merged, angka=ragam.angka, lembar_per_tabel=merged), ".fods"
    file = folder / Path(one.nama).with_suffix(suffix)
    file.write_text(text, encoding="utf-8")
    return file


if __name__ == "__main__":
    render(Path(sys.argv[1]))
