"""What taking a file in would do, before anything is written: its tables, what it changes, what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders import corrections, manifest, perubahan
from loaders.baca import parse, read_document
from loaders.dokumen import Dokumen
from loaders.errors import KoreksiSalah
from loaders.families import kalimat, lembar_kerja
from loaders.frames import Hasil
from loaders.masuk import isian
from loaders.masuk.kotak import Titipan
from loaders.masuk.terima import Identitas
from loaders.matching.indikator import Pemadan, Usulan
from loaders.perubahan import Angka, Perubahan
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Keraguan, Konteks, Tabel
from loaders.referensi import references
from loaders.values.names import wording_key

SERUPA = 0.5
"""From this share of common indicators on, a document of the same satker, kind and years counts as the next version."""


@dataclass(frozen=True)
class Waspada:
    """One doubt with what a person needs to settle it: where it stands, what was read, and the correction's guard."""

    tabel: str
    baris: int
    tempat: str
    kolom: str
    alasan: str
    usulan: str
    teks_lama: str


@dataclass(frozen=True)
class Serupa:
    """A registered document of the same satker, kind and years; `bagian`: share of common figures, None if unknown."""

    dokumen: Dokumen
    hasil: Hasil
    bagian: float | None

    @property
    def versi_lama(self) -> bool | None:
        """Whether the new file is its next version; None: a person must say."""
        return None if self.bagian is None else True if self.bagian >= SERUPA else None if self.bagian > 0 else False


@dataclass(frozen=True)
class Pratinjau:
    """What would be read with these decisions, what would change, and corrections that cannot be used."""

    hasil: Hasil
    waspada: list[Waspada]
    salah: list[KoreksiSalah]
    perubahan: list[Perubahan]


def similar(data: Path, lembar: Lembar, identitas: Identitas, terbit: Path) -> list[Serupa]:
    """The documents in use of the same satker, kind and years, the most alike first."""
    lists = references(data / "referensi")
    mine = parse(lembar, _konteks(identitas), lists)
    key = (identitas.kode_satker, identitas.jenis, identitas.tahun_awal, identitas.tahun_akhir)
    found = []
    for chain in manifest.load(data / "dokumen").rantai:
        newest = chain[-1]
        if (newest.kode_satker, newest.jenis, newest.tahun_awal, newest.tahun_akhir) == key:
            hasil = read_document(newest, data, terbit, lists)
            found.append(Serupa(newest, hasil, _common(mine, hasil.tabel)))
    return sorted(found, key=lambda s: -(s.bagian or 0))


def preview(
    data: Path,
    titipan: Titipan,
    lembar: Lembar,
    identitas: Identitas,
    koreksi: Sequence[Mapping[str, str]],
    lama: Hasil | None,
) -> Pratinjau:
    """Read the file with these decisions. Raises TabelBentrok when two families claim one line."""
    tables = parse(lembar, _konteks(identitas), references(data / "referensi"))
    found, wrong = corrections.parse(titipan.berkas, enumerate(koreksi, start=2))
    proposed = {(id(table), k.baris, k.kolom): isian.proposal(table, k) for table in tables for k in table.keraguan}
    wrong += corrections.attempt(tables, lembar, found)
    waiting = [
        _waspada(lembar, table, doubt, proposed.get((id(table), doubt.baris, doubt.kolom), ""))
        for table in tables
        for doubt in table.keraguan
    ]
    hasil = Hasil(_dokumen(titipan, identitas), lembar, tables, found, kalimat.read(lembar))
    return Pratinjau(hasil, waiting, wrong, perubahan.compare(lama.tabel if lama else [], tables))


@dataclass(frozen=True)
class BelumPadan:
    """A wording without indikator baku, where it stands first, and the nearest ones a person may choose."""

    teks: str
    tempat: str
    usulan: list[Usulan]


def unmatched(shown: Pratinjau, pemadan: Pemadan) -> list[BelumPadan]:
    """The wordings of a file that neither a person nor the very same words give an indikator baku, each once."""
    first: dict[str, int] = {}
    for table in shown.hasil.tabel:
        for record in table.indikator:
            if not pemadan.match(record.indikator):
                first.setdefault(record.indikator, record.baris)
    lembar = shown.hasil.lembar
    return [BelumPadan(t, perubahan.place(lembar.di(nomor)), pemadan.propose(t)) for t, nomor in first.items()]


@dataclass(frozen=True)
class Lewat:
    """Rows of cells that no family recognised: where they stand, how many, and what the first one says."""

    tempat: str
    baris: int
    teks: str


def unread(lembar: Lembar, tables: Sequence[Tabel]) -> list[Lewat]:
    """What looks like a table and is not read, one entry a run of rows, so that nothing is passed over in silence.

    Our own template workbook explains itself in cells: there, nothing that is not read is worth a word.
    """
    if lembar_kerja.recognised(lembar):
        return []
    read = {nomor for table in tables for nomor in table.nasib}
    runs: list[list[Baris]] = []
    before = 0
    for line in lembar.baris:
        if line.ada_sel and not line.kosong and line.nomor not in read:
            if line.nomor != before + 1:
                runs.append([])
            runs[-1].append(line)
            before = line.nomor
    return [Lewat(perubahan.place(run[0]), len(run), " | ".join(text for _, text in run[0].isi)) for run in runs]


def _konteks(identitas: Identitas) -> Konteks:
    return Konteks(identitas.jenis, identitas.tahun_awal, identitas.tahun_akhir)


def _dokumen(titipan: Titipan, what: Identitas) -> Dokumen:
    years = (what.tahun_awal, what.tahun_akhir)
    return Dokumen(
        titipan.path, what.kode_satker, what.jenis, *years, what.nomor, what.tanggal, titipan.nama_asli, titipan.sha256
    )


def _common(mine: list[Tabel], theirs: list[Tabel]) -> float | None:
    """Share of figures (kind, signer, wording, year) of the smaller side that both have; None where a side has none."""
    a, b = ({_identity(table, angka) for table, angka in perubahan.figures(side)} for side in (mine, theirs))
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _identity(table: Tabel, angka: Angka) -> tuple[object, ...]:
    return (table.jenis, table.unit, angka.isi, wording_key(angka.uraian), angka.tahun)


def _waspada(lembar: Lembar, table: Tabel, doubt: Keraguan, proposed: str) -> Waspada:
    place = perubahan.place(lembar.di(doubt.baris))
    guard = isian.guard(lembar, doubt, proposed)
    return Waspada(table.nama, doubt.baris, place, doubt.kolom, doubt.alasan, proposed, guard)
