"""Table headings: which column holds what, and which lines a table of cells spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.families.headings.cells import heading
from loaders.readers import Baris, Lembar
from loaders.values import clean, letters, parse_year

_LABEL = re.compile(r"^(Tabel\s+[IVX\d]+(?:\.\d+)?|Lampiran\s+[IVX\d]+)\b", re.IGNORECASE)
_SUBHEADING = re.compile(r"^(\d{1,2}\. |Unit Organisasi\b)")
_SEPARATOR = re.compile(r"^[\s:|-]+$")
_RESULT = re.compile(r"(?:persen(?:tase)?)?(?:realisasi|(?:pen)?capaian)(?:kinerja|target|tahun|anggaran)*")
_RESULTS_TITLE = re.compile(r"^(?!.*\btarget).*\b(?:realisasi|perbandingan|capaian)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Kepala:
    """A heading: role → column, year → column, and the lines it takes."""

    kolom: dict[str, int]
    tahun: dict[int, int]
    baris: tuple[int, ...]
    teks: tuple[str, ...]

    @property
    def lebar(self) -> int:
        """Number of columns up to the last one with a heading."""
        return max((*self.kolom.values(), *self.tahun.values())) + 1


@dataclass(frozen=True)
class Blok:
    """A table of cells: its title lines, its heading, and its body lines without repeated headings.

    `setelah_jeda`: body lines that come first after a page break. `ulang`: lines of repeated headings and rulers.
    """

    judul: tuple[Baris, ...]
    kepala: Kepala
    isi: tuple[Baris, ...]
    ulang: tuple[int, ...]
    setelah_jeda: frozenset[int]

    @property
    def semua(self) -> tuple[int, ...]:
        """All its lines."""
        return (*(line.nomor for line in (*self.judul, *self.isi)), *self.kepala.baris, *self.ulang)

    @property
    def halaman(self) -> list[list[Baris]]:
        """The body lines page by page."""
        pages: list[list[Baris]] = []
        for line in self.isi:
            if not pages or line.nomor in self.setelah_jeda:
                pages.append([])
            pages[-1].append(line)
        return pages

    @property
    def label(self) -> str | None:
        """The printed label, "Tabel 3" or "Lampiran 1", when the title has one."""
        labels = [match.group(1) for line in self.judul if (match := _LABEL.match(clean(line.teks)))]
        return clean(labels[-1]) if labels else None

    @property
    def nama_tercetak(self) -> str:
        """The title as printed above the table, on one line."""
        return " ".join(clean(line.teks) for line in self.judul) or " · ".join(filter(None, self.kepala.teks))


def role(heading: str) -> str | None:
    """The role of a column by its heading, read by letters only since narrow columns break words. None: unknown."""
    text = letters(heading)
    if "sasaran" in text:
        return "sasaran_indikator" if "indikat" in text else "sasaran"
    for part, name in (("indikat", "indikator"), ("tujuan", "tujuan"), ("pelaksana", "unit"), ("pagu", "pagu")):
        if part in text:
            return name
    if "program" in text or "kegiatan" in text:
        return "program_kegiatan"
    return {"no": "no", "jumlah": "jumlah", "target": "target"}.get(text)


def read_header(lembar: Lembar, nomor: int) -> Kepala | None:
    """The heading of years that begins on line `nomor`, or None. One or two lines: roles, then years.

    A heading that names results beside targets, or results alone, is none of these: see families/headings/cells.py.
    """
    line = lembar.di(nomor)
    if not line.ada_sel:
        return None
    roles = {name: i for i, cell in line.isi if (name := role(cell))}
    if not roles.keys() & {"indikator", "sasaran_indikator", "sasaran"} or len(line.isi) < 3:
        return None
    below = lembar.di(nomor + 1) if nomor < len(lembar.baris) else line
    years = _years(line) or _years(below)
    lines = (nomor,) if _years(line) else (nomor, nomor + 1)
    if not years or _names_results(line) or _names_results(below):
        return None
    return Kepala(roles, years, lines, line.sel)


def _years(line: Baris) -> dict[int, int]:
    found = {year: i for i, cell in enumerate(line.tercetak) if (year := parse_year(cell))}
    return found if len(found) > 1 else {}


def _names_results(line: Baris) -> bool:
    return any(_RESULT.fullmatch(letters(cell)) for _, cell in line.isi)


def blocks(lembar: Lembar) -> Iterator[Blok]:
    """All tables of cells of a document that have a heading of years we know, in order.

    One whose title speaks of results and of no target ("Perbandingan Realisasi 2022–2024") is left alone: its years
    hold no targets and no pagu.
    """
    nomor = 1
    while nomor <= len(lembar.baris):
        kepala = read_header(lembar, nomor)
        if kepala is None:
            nomor += 1
            continue
        blok = _block(lembar, kepala)
        if not _RESULTS_TITLE.search(blok.nama_tercetak):
            yield blok
        nomor = max((*kepala.baris, *blok.ulang, *(line.nomor for line in blok.isi))) + 1


def _block(lembar: Lembar, kepala: Kepala) -> Blok:
    body: list[Baris] = []
    again: list[int] = []
    after_break: set[int] = set()
    gap = False
    for line in lembar.baris[kepala.baris[-1] :]:
        if line.nomor in again:
            continue
        if line.kosong:
            gap = True
        elif not line.ada_sel:
            break
        elif other := read_header(lembar, line.nomor):
            if other.kolom != kepala.kolom or other.tahun != kepala.tahun:
                break
            again.extend(other.baris)
        elif heading(lembar, line.nomor):
            break
        elif _SEPARATOR.match(line.teks):
            again.append(line.nomor)
        else:
            if gap:
                after_break.add(line.nomor)
            gap = False
            body.append(line)
    return Blok(title_lines(lembar, kepala.baris[0]), kepala, tuple(body), tuple(again), frozenset(after_break))


def title_lines(lembar: Lembar, header: int) -> tuple[Baris, ...]:
    """The title lines above a heading: up to two runs of lines, back to the line with the printed label."""
    runs: list[list[Baris]] = []
    previous = header
    for line in reversed(lembar.baris[max(0, header - 9) : header - 1]):
        if line.kosong:
            continue
        if line.ada_sel or len(line.teks) > 160:
            break
        if previous - line.nomor > 1 or not runs:
            runs.append([])
        runs[-1].append(line)
        previous = line.nomor
    return _from_label(runs)


def _from_label(runs: list[list[Baris]]) -> tuple[Baris, ...]:
    lines = [line for run in runs for line in run]
    labelled = [i for i, line in enumerate(lines) if _LABEL.match(clean(line.teks))]
    if labelled:
        return tuple(reversed(lines[: labelled[0] + 1]))
    under_heading = bool(runs) and _SUBHEADING.match(clean(runs[0][-1].teks))
    return tuple(line for run in reversed(runs[: 2 if under_heading else 1]) for line in reversed(run))
