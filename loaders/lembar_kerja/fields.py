"""The sheets of our workbook as lines: whose it is (Keterangan), where each sheet begins, which column is which, one
filled row at a time, and each cell as number, grade, dash, blank or money. What is not certain is a doubt of its
column.

A row may have the years of the document, and those that Keterangan says it prints beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.lembar_kerja.shape import (
    AWALAN_TAHUN,
    CATATAN,
    CONTOH,
    IDENTITAS,
    JENIS,
    JUDUL,
    JUDUL_LAIN,
    LABEL_TAHUN_LAIN,
    LEMBAR,
    PERSEN,
    RUSAK,
    SATUAN_ORDINAL,
    TANDA,
    UNIT,
    Identitas,
    LembarIsian,
    choose,
    like_fraction,
)
from loaders.readers import Baris, Lembar
from loaders.records import Konteks, Tabel
from loaders.values import (
    Ambigu,
    Kapan,
    Masa,
    Nilai,
    Uang,
    counts,
    letters,
    parse_nilai,
    parse_number,
    parse_persen,
    parse_rupiah,
    parse_year,
    units,
    years_in,
)

_ROW = re.compile(r", baris \d+$")
_YEAR_COLUMN = re.compile(rf"^{AWALAN_TAHUN.strip()} ?(20\d\d.*)$", re.IGNORECASE)


def cells(line: Baris) -> tuple[str, ...]:
    """The cells of a line exactly as typed, only spaces folded: a typed sheet has no markup and no broken words."""
    return tuple(" ".join(cell.split()) for cell in line.teks.split("\t"))


@dataclass(frozen=True)
class Kepala:
    """A heading: which sheet it belongs to, role → its columns (more than one when somebody doubled a column)."""

    lembar: LembarIsian
    kolom: dict[str, tuple[int, ...]]

    @property
    def tahun(self) -> tuple[Kapan, ...]:
        """The years, or parts of years, of its target columns, in order."""
        said = (Masa.parse(role.partition(":")[2]) for role in self.kolom if role.startswith("target:"))
        return tuple(sorted(filter(None, said)))

    @property
    def petunjuk(self) -> frozenset[str]:
        """The hints that may stand under it."""
        return frozenset(kolom.petunjuk for kolom in self.lembar.susunan(self.tahun))


@dataclass(frozen=True)
class Isian:
    """A filled row: role → text. `tahun`: the years its sheet has target columns for. `ganda`: headings of which two
    columns are filled. `lain`: filled cells under no known heading."""

    baris: int
    sel: dict[str, str]
    tahun: tuple[Kapan, ...]
    ganda: tuple[str, ...]
    lain: tuple[str, ...]

    def __getitem__(self, role: str) -> str:
        return self.sel.get(role, "")


@dataclass
class Bagian:
    """One sheet of data: its heading, the lines that are title, heading or hint, and its rows in order."""

    kepala: Kepala
    judul: str
    baris_judul: list[int]
    isian: list[Isian] = field(default_factory=list)
    tanpa_sel: list[int] = field(default_factory=list)

    @property
    def semua(self) -> list[int]:
        """All its lines."""
        return [*self.baris_judul, *(isian.baris for isian in self.isian), *self.tanpa_sel]


def heading(line: Baris) -> Kepala | None:
    """The heading a line is, None when it is none. It must have all columns by which a sheet of ours is recognised."""
    texts = cells(line)
    if not line.ada_sel or CONTOH in texts:
        return None
    words = [letters(text) for text in texts]
    found = [(sheet, _roles(texts, words, sheet)) for sheet in LEMBAR]
    fitting = [Kepala(sheet, roles) for sheet, roles in found if sheet.tanda <= roles.keys()]
    return max(fitting, key=lambda kepala: len(kepala.kolom), default=None)


def _roles(texts: tuple[str, ...], words: list[str], sheet: LembarIsian) -> dict[str, tuple[int, ...]]:
    """Role → its columns; `words`: the letters of each cell, the same for all sheets."""
    found: dict[str, tuple[int, ...]] = {}
    for i, text in enumerate(texts):
        found_year = _YEAR_COLUMN.match(text) if sheet.nama == "Target" else None
        masa = Masa.parse(found_year[1]) if found_year else None
        role = f"target:{masa}" if masa and not masa.versi else sheet.peran.get(words[i])
        if role:
            found[role] = (*found.get(role, ()), i)
    return found


def sections(lembar: Lembar) -> Iterator[Bagian]:
    """Every sheet of data, in order. It ends at the next heading or title of ours, or where another sheet begins."""
    section: Bagian | None = None
    for line in lembar.baris:
        found = heading(line)
        if found:
            if section:
                yield section
            section = _begin(lembar, line, found)
        elif section and _ends(lembar, section, line):
            yield section
            section = None
        elif section and not line.kosong:
            _add(section, line)
    if section:
        yield section


def _begin(lembar: Lembar, line: Baris, kepala: Kepala) -> Bagian:
    above = lembar.baris[max(0, line.nomor - 9) : line.nomor - 1]
    titles = [other for other in above if letters(other.teks) in kepala.lembar.judul_huruf]
    return Bagian(
        kepala, " ".join(titles[0].teks.split()) if titles else kepala.lembar.judul,
        [*(other.nomor for other in titles), line.nomor],
    )  # fmt: skip


def _ends(lembar: Lembar, section: Bagian, line: Baris) -> bool:
    return letters(line.teks) in JUDUL | JUDUL_LAIN or leaves(lembar.di(section.baris_judul[-1]), line)


def leaves(first: Baris, line: Baris) -> bool:
    """True when a line stands on another sheet than `first`; False where a format has no places, or on a blank."""
    here, there = (_ROW.sub("", one.tempat or "") for one in (first, line))
    return bool(here and there) and here != there


def _add(section: Bagian, line: Baris) -> None:
    texts = cells(line)
    if not line.ada_sel:
        section.tanpa_sel.append(line.nomor)
    elif {text for text in texts if text} <= section.kepala.petunjuk:
        section.baris_judul.append(line.nomor)
    else:
        row = _row(section.kepala, line.nomor, texts)
        if row.sel.keys() <= {CATATAN} and not row.lain:
            section.baris_judul.append(line.nomor)
        else:
            section.isian.append(row)


def _row(kepala: Kepala, nomor: int, texts: tuple[str, ...]) -> Isian:
    filled = {i: text for i, text in enumerate(texts) if text}
    known = {i for columns in kepala.kolom.values() for i in columns}
    headings = {kolom.peran: kolom.judul for kolom in kepala.lembar.susunan(kepala.tahun)}
    held = {role: [filled[i] for i in columns if i in filled] for role, columns in kepala.kolom.items()}
    return Isian(
        nomor,
        {role: found[0] for role, found in held.items() if found},
        kepala.tahun,
        tuple(headings[role] for role, found in held.items() if len(found) > 1),
        tuple(text for i, text in filled.items() if i not in known),
    )


def read_nilai(isian: Isian, tabel: Tabel, kolom: str, text: str) -> Nilai | None:
    """The value of a cell with the unit of its row; None where it is a doubt of `kolom`."""
    try:
        _undamaged(text)
        value = parse_nilai(text, counted=counts(isian["indikator"]), satuan=isian["satuan"] or None)
        if isian["satuan"] == PERSEN:
            _no_fraction(text)
        _agree(value, isian["satuan"])
    except Ambigu as error:
        tabel.doubt(isian.baris, kolom, "nilai_ambigu", f"Nilai tidak dapat dibaca: {error}.")
        return None
    return value


def read_persen(text: str) -> float:
    """A figure under a heading in percent. Raises Ambigu."""
    _no_fraction(text)
    return parse_persen(text)


def _no_fraction(text: str) -> None:
    """Raises Ambigu for a bare number up to 1 where percent is meant: 0,9 is 0,9 % or, as a fraction, 90 %."""
    number = parse_number(text, count=False) if text[:1].isdigit() and text[-1].isdigit() else 0
    if like_fraction(number):
        whole = f"{number * 100:.12g}".replace(".", ",")
        raise Ambigu(f"«{text}» dapat berarti {text} % atau {whole} %; tulis dengan tanda persennya")


def _undamaged(text: str) -> None:
    """Raises Ambigu for a text that was damaged in the document the workbook was filled from."""
    if text.endswith(RUSAK):
        raise Ambigu(f"«{text}» dari dokumen asal; ganti dengan yang benar")


def _agree(value: Nilai, satuan: str) -> None:
    """A cell and the column Satuan must say the same. Raises Ambigu."""
    if not satuan or (value.nilai is None and value.ordinal is None):
        return
    if value.ordinal:
        if satuan.lower() not in SATUAN_ORDINAL:
            raise Ambigu(f"«{value.teks}» adalah huruf, sedangkan kolom Satuan berisi «{satuan}»")
    elif satuan.lower() not in units():
        raise Ambigu(f"satuan «{satuan}» belum dikenal; pilih dari daftarnya")
    elif (value.satuan or "").lower() != satuan.lower():
        raise Ambigu(f"«{value.teks}» bersatuan «{value.satuan}», sedangkan kolom Satuan berisi «{satuan}»")


def read_uang(isian: Isian, tabel: Tabel, role: str, kolom: str) -> Uang | None:
    """The money of a cell; a figure that visibly lost digits is a doubt here, since whoever types can complete it."""
    try:
        _undamaged(isian[role])
        money = parse_rupiah(isian[role])
        if money.keadaan == "rusak":
            raise Ambigu(f"«{money.teks}» kehilangan angka di belakangnya")
    except Ambigu as error:
        tabel.doubt(isian.baris, kolom, "nilai_ambigu", f"Angka tidak dapat dibaca: {error}.")
        return None
    return money


@dataclass(frozen=True)
class Tahun:
    """First and last year of the document, and `lain` that Keterangan names beside."""

    awal: int
    akhir: int
    lain: frozenset[int] = frozenset()

    def __contains__(self, kapan: Kapan) -> bool:
        year = Masa.of(kapan).tahun
        return self.awal <= year <= self.akhir or year in self.lain

    def alasan(self, year: Kapan) -> str:
        """The sentence for a year that is none of them."""
        own = f"{self.awal}" if self.awal == self.akhir else f"{self.awal}–{self.akhir}"
        return (
            f"Tahun {year} di luar tahun dokumen ini ({own}). Betulkan tahunnya; bila dokumen memang mencetaknya, "
            f"sebutkan di lembar Keterangan pada «{LABEL_TAHUN_LAIN}»."
        )


def allowed_years(lembar: Lembar, konteks: Konteks) -> Tahun:
    """The years of the document, with those that the sheet Keterangan names beside them."""
    said = [text for _, label, text in labelled(lembar) if label == letters(LABEL_TAHUN_LAIN)]
    return Tahun(konteks.tahun_awal, konteks.tahun_akhir, frozenset(year for text in said for year in years_in(text)))


_KODE_SATKER = re.compile(r"^\d{2}(?:\d{2})?$", re.ASCII)


def read_identity(lembar: Lembar) -> Identitas | None:
    """Whose workbook it is, as typed on the sheet Keterangan; None when the document has no such sheet.

    A field is None when it is blank or not what it should be: kode_satker 2 or 4 digits, jenis and unit from their
    lists, years 20xx.
    """
    found = {role: text for role, _, text in identity_lines(lembar)}
    if not any(is_mark(line) for line in lembar.baris):
        return None
    kode = found.get("kode_satker", "")
    return Identitas(
        kode if _KODE_SATKER.match(kode) else None,
        choose(found.get("jenis", ""), JENIS),
        parse_year(found.get("tahun_awal", "")),
        parse_year(found.get("tahun_akhir", "")),
        choose(found.get("unit", ""), UNIT),
        found.get("satker") or None,
    )


def is_mark(line: Baris) -> bool:
    """True for the line by which a document says that it is our workbook."""
    return letters(line.teks) == letters(TANDA)


def labelled(lembar: Lembar) -> Iterator[tuple[Baris, str, str]]:
    """The lines of Keterangan below its mark that say something behind a label: (line, label's letters, text)."""
    marks = [line.nomor for line in lembar.baris if is_mark(line)]
    for line in lembar.baris[marks[0] :] if marks else ():
        if heading(line) or letters(line.teks) in JUDUL | JUDUL_LAIN or leaves(lembar.di(marks[0]), line):
            return
        label, *rest = cells(line)
        yield line, letters(label), rest[0] if rest else ""


def identity_lines(lembar: Lembar) -> Iterator[tuple[str, Baris, str]]:
    """The identity cells of Keterangan: (field of Identitas, line, text as typed)."""
    roles = {letters(label): role for role, (label, _) in IDENTITAS.items()}
    for line, label, text in labelled(lembar):
        if label in roles:
            yield roles[label], line, text
