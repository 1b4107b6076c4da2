"""What taking a file in would do, before anything is written: its tables, what it changes, what waits for a person.

A preview as frames and sentences: the same for the page and for the command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from loaders import lembar_kerja, readers, reference
from loaders.build import read_document
from loaders.intake.taking import Identitas
from loaders.koreksi import ledger
from loaders.masuk import Titipan
from loaders.matching import Pemadan, Usulan
from loaders.publish import Hasil
from loaders.read import Bacaan, Waspada, document, parse
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.register import Angka, Dokumen, Perubahan, diff, manifest, references
from loaders.values import wording_key

SERUPA = 0.5
"""From this share of common indicators on, a document of the same satker, kind and time counts as the next version."""


@dataclass(frozen=True)
class Serupa:
    """A registered document of the same satker, kind and time; `bagian`: share of common figures, None if unknown."""

    dokumen: Dokumen
    hasil: Hasil
    bagian: float | None

    @property
    def versi_lama(self) -> bool | None:
        """Whether the new file is its next version; None: a person must say."""
        return None if self.bagian is None else True if self.bagian >= SERUPA else None if self.bagian > 0 else False


@dataclass(frozen=True)
class Pratinjau:
    """The document that a file would be, what would be read of it with these decisions, and what would change."""

    dokumen: Dokumen
    bacaan: Bacaan
    perubahan: list[Perubahan]


@reference.of_data
def similar(data: Path, lembar: Lembar, identitas: Identitas, terbit: Path, *, keep: bool = True) -> list[Serupa]:
    """The documents in use of the same satker, kind and time, the most alike first. `keep`: as for read_document."""
    lists = references(data / "referensi")
    key = (identitas.kode_satker, identitas.jenis, identitas.tahun_awal, identitas.tahun_akhir, identitas.periode)
    newest = [chain[-1] for chain in manifest.load(data / "dokumen").rantai]
    same = [d for d in newest if (d.kode_satker, d.jenis, d.tahun_awal, d.tahun_akhir, d.periode) == key]
    mine = parse(lembar, _konteks(identitas), lists) if same else []
    read = [(d, read_document(d, data, terbit, lists, keep=keep)) for d in same]
    found = [Serupa(d, hasil, _common(mine, hasil.bacaan.tabel)) for d, hasil in read]
    return sorted(found, key=lambda s: -(s.bagian or 0))


@reference.of_data
def preview(
    data: Path,
    titipan: Titipan,
    lembar: Lembar,
    identitas: Identitas,
    koreksi: Sequence[Mapping[str, str]],
    lama: Hasil | None,
) -> Pratinjau:
    """Read the file with these decisions. Writes nothing."""
    made = ledger.parse(titipan.berkas, enumerate(koreksi, start=2))
    bacaan = document(lembar, _konteks(identitas), made, references(data / "referensi"))
    before = lama.bacaan if lama else None
    earlier = _earlier(before) if before else {}
    shown = replace(bacaan, waspada=[_with_earlier(lembar, doubt, earlier) for doubt in bacaan.waspada])
    return Pratinjau(_dokumen(titipan, identitas), shown, diff.compare(before.tabel if before else [], bacaan.tabel))


def notes(shown: Pratinjau) -> list[str]:
    """What the reader of the file did or could not do, and whether it is a template workbook nobody filled."""
    lembar = shown.bacaan.lembar
    return [
        *lembar.catatan,
        *([lembar_kerja.BELUM_DIISI] if lembar_kerja.belum_diisi(lembar) else []),
    ]


@dataclass(frozen=True)
class BelumPadan:
    """A wording without a name of the catalogue, where it stands first, and the nearest ones a person may choose.

    `daftar`: the list of judged texts (KATALOG) that a choice of theirs belongs to.
    """

    daftar: str
    teks: str
    tempat: str
    usulan: list[Usulan]


def unmatched(shown: Pratinjau, pemadan: Mapping[str, Pemadan]) -> list[BelumPadan]:
    """The wordings of a file that neither a person nor a rule give an indikator or sasaran baku, each once a list.

    `pemadan`: the matcher of each list of judged texts.
    """
    first: dict[tuple[str, str], int] = {}
    for daftar, teks, baris in _wordings(shown.bacaan.tabel):
        if teks and not pemadan[daftar].match(teks):
            first.setdefault((daftar, teks), baris)
    di = shown.bacaan.lembar.di
    return [BelumPadan(d, t, readers.place(di(nomor)), pemadan[d].propose(t)) for (d, t), nomor in first.items()]


def _wordings(tables: Sequence[Tabel]) -> Iterator[tuple[str, str, int]]:
    """Every wording that publishing matches: its list, itself, the line it begins on; in the order of KATALOG."""
    indikator = [record for table in tables for record in table.indikator]
    yield from (("padanan", r.indikator, r.baris) for r in indikator)
    yield from (("padanan_sasaran", r.sasaran.teks, r.sasaran.baris) for r in indikator if r.sasaran)
    anggaran = (record for table in tables for record in table.anggaran if record.tingkat == "sasaran")
    yield from (("padanan_sasaran", r.uraian, r.baris) for r in anggaran)


def _konteks(identitas: Identitas) -> Konteks:
    return Konteks(identitas.jenis, identitas.tahun_awal, identitas.tahun_akhir, identitas.periode)


def _dokumen(titipan: Titipan, what: Identitas) -> Dokumen:
    years = (what.tahun_awal, what.tahun_akhir)
    return Dokumen(
        titipan.path, what.kode_satker, what.jenis, *years, what.nomor, what.tanggal, titipan.nama_asli, titipan.sha256,
        periode=what.periode,
    )  # fmt: skip


def _common(mine: list[Tabel], theirs: list[Tabel]) -> float | None:
    """Share of figures (kind, signer, wording, year) of the smaller side that both have; None where a side has none."""
    a, b = ({_identity(table, angka) for table, angka in diff.figures(side)} for side in (mine, theirs))
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _identity(table: Tabel, angka: Angka) -> tuple[object, ...]:
    return (table.jenis, table.unit, angka.isi, wording_key(angka.uraian), angka.masa)


Dahulu = dict[tuple[str, str], str]
"""(printed line, column) → what a person set there in the version before."""


def _earlier(lama: Bacaan) -> Dahulu:
    """What was decided about the version before, to be offered again where the very same line is printed."""
    return {(lama.lembar.di(k.baris).teks.strip(), k.kolom): k.nilai_baru for k in lama.koreksi}


def _with_earlier(lembar: Lembar, doubt: Waspada, earlier: Dahulu) -> Waspada:
    decided = earlier.get((lembar.di(doubt.baris).teks.strip(), doubt.kolom))
    if not decided:
        return doubt
    return replace(doubt, usulan=decided, alasan=f"{doubt.alasan} Dalam versi sebelumnya ditetapkan «{decided}».")


TABEL = (
    "tabel",
    "jenis_dokumen",
    "unit",
    "tempat",
    "indikator",
    "target",
    "realisasi",
    "pagu",
    "hambatan",
    "dikarantina",
)
PERUBAHAN = ("jenis_perubahan", "isi", "uraian", "masa", "teks_lama", "teks_baru", "terbaca", "tabel", "tempat")
WASPADA = ("tabel", "tempat", "baris", "kolom", "uraian", "alasan", "usulan", "teks_lama")
LEWAT = ("tempat", "baris", "teks")


def tables(shown: Pratinjau) -> pl.DataFrame:
    """One row a recognised table: TABEL; indikator … hambatan are counts of what is read, dikarantina of lines."""
    lembar = shown.bacaan.lembar
    return pl.DataFrame([_table(lembar, table) for table in shown.bacaan.tabel], schema=_schema(TABEL))


def changes(shown: Pratinjau, lama: Lembar | None) -> pl.DataFrame:
    """One row a figure that would come, change, go or wait for a person: PERUBAHAN."""
    held = _held(shown)
    rows = [_change(shown.bacaan.lembar, lama, change, held) for change in shown.perubahan]
    return pl.DataFrame(rows, schema=_schema(PERUBAHAN))


def doubts(shown: Pratinjau) -> pl.DataFrame:
    """One row a doubt that waits for a person: WASPADA; `usulan` is what was read, `teks_lama` guards a correction."""
    rows = [{name: getattr(doubt, name) for name in WASPADA} for doubt in shown.bacaan.waspada]
    return pl.DataFrame(rows, schema=_schema(WASPADA))


def passed_over(shown: Pratinjau) -> pl.DataFrame:
    """One row a run of table rows that no reader knows: LEWAT; `baris` counts them, `teks` is the first."""
    rows = [{name: getattr(run, name) for name in LEWAT} for run in shown.bacaan.lewat]
    return pl.DataFrame(rows, schema=_schema(LEWAT))


def _schema(names: tuple[str, ...]) -> dict[str, type[pl.DataType]]:
    counts = {"indikator", "target", "realisasi", "pagu", "hambatan", "dikarantina", "baris"}
    return {name: pl.Int64 if name in counts else pl.String for name in names}


def _table(lembar: Lembar, table: Tabel) -> dict[str, object]:
    return {
        "tabel": table.nama,
        "jenis_dokumen": table.jenis,
        "unit": table.unit,
        "tempat": readers.place(lembar.di(min(table.nasib))),
        "indikator": len(table.indikator),
        "target": sum(len(r.target) for r in table.indikator),
        "realisasi": sum(len(r.capaian) for r in table.indikator),
        "pagu": sum(len(r.pagu) for r in table.anggaran),
        "hambatan": len(table.hambatan),
        "dikarantina": sum(nasib == "dikarantina" for nasib in table.nasib.values()),
    }


def _held(shown: Pratinjau) -> set[str]:
    """The wordings that stand in lines which wait for a person: their figures are not gone."""
    lines = [n for table in shown.bacaan.tabel for n, nasib in table.nasib.items() if nasib == "dikarantina"]
    return {wording_key(cell) for n in lines for cell in shown.bacaan.lembar.di(n).sel if cell}


def _change(baru: Lembar, lama: Lembar | None, change: Perubahan, held: set[str]) -> dict[str, object]:
    angka: Angka = change.angka
    waits = change.jenis == "hilang" and wording_key(angka.uraian) in held
    lembar = baru if change.baru else lama
    return {
        "jenis_perubahan": "menunggu" if waits else change.jenis,
        "isi": angka.isi,
        "uraian": angka.uraian,
        "masa": str(angka.masa) if angka.masa else None,
        "teks_lama": change.lama.teks if change.lama else None,
        "teks_baru": change.baru.teks if change.baru else None,
        "terbaca": angka.terbaca if change.baru else None,
        "tabel": angka.tabel,
        "tempat": readers.place(lembar.di(angka.baris)) if lembar else None,
    }
