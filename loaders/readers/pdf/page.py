"""What a page gives in reading order: ruled tables, unruled ones and prose, as seen or from the text layer of a scan;
or nothing, since it is a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from loaders.readers.pdf.canvas import Kanvas
from loaders.readers.pdf.letters import Huruf, Larik, lines, without_doubles
from loaders.readers.pdf.parts import Bagan, Isi, Prosa
from loaders.readers.pdf.ruled import ruled
from loaders.readers.pdf.seams import Lembaran
from loaders.readers.pdf.unruled import doubted_headings, settled, unruled

_SEDIKIT = 100
"""Letters: a page covered by a picture that shows no more (a page number, the mark of a scanner) is a scan."""


@dataclass
class Catatan:
    """What happened on which page. `gambar`: pages to be read as scans; `berulang`: running lines taken out;
    `mungkin_sambungan`: numbers of lines that may be the tail of a line above a page break, and of that line.
    """

    gambar: list[int] = field(default_factory=list)
    kosong: list[int] = field(default_factory=list)
    bergambar: list[int] = field(default_factory=list)
    lapisan: list[int] = field(default_factory=list)
    tersembunyi: list[int] = field(default_factory=list)
    miring: list[int] = field(default_factory=list)
    tak_terpeta: list[int] = field(default_factory=list)
    garis_kurang: list[int] = field(default_factory=list)
    kolom_ragu: list[int] = field(default_factory=list)
    mungkin_sambungan: list[tuple[int, int]] = field(default_factory=list)
    berulang: int = 0
    dipulihkan: bool = False
    huruf: int = 0
    huruf_tak_terpeta: int = 0

    @property
    def sebagian_besar_tak_terpeta(self) -> bool:
        """True when most letters of the document are codes without meaning."""
        return 2 * self.huruf_tak_terpeta > self.huruf

    def sentences(self) -> tuple[str, ...]:
        """One Indonesian sentence for each thing a reader of the result should know."""
        said = (
            (self.kosong, "tidak berisi teks (gambar): hanya dapat dibaca sebagai pindaian"),
            (self.bergambar, "memuat gambar di samping teks: tulisan di dalam gambar itu tidak dibaca"),
            (self.lapisan, "hanya memuat teks tersembunyi (hasil pengenalan huruf atas gambar): harus diperiksa"),
            (self.tersembunyi, "memuat teks yang tidak terlihat: teks itu tidak dibaca"),
            (self.miring, "memuat tulisan miring seperti tanda air: tulisan itu tidak dibaca"),
            (self.tak_terpeta, "memuat huruf tanpa arti (jenis huruf tanpa peta Unicode): nilainya dapat rusak"),
            (self.garis_kurang, "memuat tabel yang garis selnya tidak lengkap: periksa baris-barisnya"),
            (self.kolom_ragu, "memuat tabel tanpa garis yang kolom atau barisnya tidak pasti: dibaca sebagai kalimat"),
        )
        notes = [f"halaman {_ranges(pages)} {text}" for pages, text in said if pages]
        notes += [
            f"baris {tail} mungkin sambungan baris {head} yang terpotong pergantian halaman: periksa keduanya"
            for tail, head in self.mungkin_sambungan
        ]
        if self.dipulihkan:
            notes.append("susunan berkas rusak dan dipulihkan: mungkin ada halaman atau isi yang hilang")
        if self.berulang:
            notes.append(f"{self.berulang} baris judul atau kaki halaman di tengah tabel bersambung tidak dimuat")
        return tuple(notes)


def _ranges(pages: Iterable[int]) -> str:
    """[1, 2, 3, 5] → "1–3, 5"."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(sorted(pages)), lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def page_of(nomor: int, kanvas: Kanvas, notes: Catatan) -> Lembaran:
    """What stands on a page in reading order, and what is to be said of it in `notes`."""
    letters, layer = _seen(kanvas)
    page = Lembaran(nomor, kanvas.tinggi, contents(kanvas, letters), ocr=layer)
    unmapped = kanvas.tak_terpeta
    notes.huruf += len(kanvas.huruf)
    notes.huruf_tak_terpeta += unmapped
    broken = any(isinstance(part, Bagan) and not part.utuh for part in page.isi)
    is_picture = kanvas.bergambar and (layer or not page.isi or (kanvas.gambar_penuh and _few(kanvas.huruf)))
    for pages, applies in (
        (notes.gambar, is_picture or 2 * unmapped > len(kanvas.huruf)),
        (notes.kosong, is_picture and not layer and not page.isi),
        (notes.bergambar, kanvas.gambar_besar and not is_picture),
        (notes.lapisan, layer),
        (notes.tersembunyi, bool(kanvas.bayangan) and not layer),
        (notes.miring, kanvas.miring > 0),
        (notes.tak_terpeta, unmapped > 0),
        (notes.garis_kurang, broken),
    ):
        if applies:
            pages.append(nomor)
    return page


def _seen(kanvas: Kanvas) -> tuple[tuple[Huruf, ...], bool]:
    """The letters to be read, and whether they are a scan's text layer: unseen ones count where few are seen."""
    only_layer = bool(kanvas.bayangan) and (not kanvas.huruf or (kanvas.gambar_penuh and _few(kanvas.huruf)))
    return (kanvas.huruf + kanvas.bayangan, True) if only_layer else (kanvas.huruf, False)


def _few(letters: tuple[Huruf, ...]) -> bool:
    return sum(bool(letter.teks.strip()) for letter in letters) < _SEDIKIT


def settle(pages: list[Lembaran], notes: Catatan) -> None:
    """Make prose of tables without rules that are not certain on every page they stand on; and of all that follow one
    with values that could not be read at all: what it says counts for them. Changes `pages`.
    """
    doubted = doubted_headings(part for page in pages for part in page.isi)
    seen_unread = False
    for page in pages:
        unread = any(isinstance(part, Prosa) and part.bernilai for part in page.isi)
        page.isi, lost = settled(page.isi, None if seen_unread else doubted)
        seen_unread = seen_unread or unread
        if lost or unread:
            notes.kolom_ragu.append(page.nomor)


def contents(kanvas: Kanvas, letters: Iterable[Huruf]) -> list[Isi]:
    """Tables and lines of prose of a page in reading order."""
    tables, outside = ruled(kanvas.garis, without_doubles(letters))
    found: list[Isi] = list(tables)
    for stretch in _between(lines(outside), tables):
        found += unruled(stretch)
    return sorted(found, key=lambda part: part.atas)


def _between(text: list[Larik], tables: list[Bagan]) -> Iterator[list[Larik]]:
    """Lines of text with no ruled table between them, together."""
    for _, stretch in groupby(text, key=lambda line: sum(table.atas < line.atas for table in tables)):
        yield list(stretch)
