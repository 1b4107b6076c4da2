"""What taking a file in would do, before anything is written: its tables, what it changes, what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders import acuan, corrections, manifest, perubahan
from loaders.baca import parse, read_document, sentences
from loaders.dokumen import Dokumen
from loaders.errors import KoreksiSalah
from loaders.families import lembar_kerja
from loaders.frames import Hasil
from loaders.masuk import isian
from loaders.masuk.kotak import Titipan
from loaders.masuk.terima import Identitas
from loaders.matching.indikator import Pemadan, Usulan
from loaders.perubahan import Angka, Perubahan
from loaders.readers.lembar import Lembar
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
    uraian: str


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


@acuan.of_data
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


@acuan.of_data
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
    earlier = _earlier(lama)
    drafts = [_waspada(lembar, table, doubt, earlier) for table in tables for doubt in table.keraguan]
    wrong += corrections.attempt(tables, lembar, found)
    left = {(table.nama, doubt.baris, doubt.kolom) for table in tables for doubt in table.keraguan}
    waiting = [draft for draft in drafts if (draft.tabel, draft.baris, draft.kolom) in left]
    hasil = Hasil(_dokumen(titipan, identitas), lembar, tables, found, *sentences(lembar))
    return Pratinjau(hasil, waiting, wrong, perubahan.compare(lama.tabel if lama else [], tables))


def notes(shown: Pratinjau) -> list[str]:
    """What the reader of the file did or could not do, and whether it is a template workbook nobody filled."""
    lembar = shown.hasil.lembar
    return [
        *lembar.catatan,
        *([lembar_kerja.BELUM_DIISI] if lembar_kerja.belum_diisi(lembar) else []),
    ]


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


Dahulu = dict[tuple[str, str], str]
"""(printed line, column) → what a person set there in the version before."""


def _earlier(lama: Hasil | None) -> Dahulu:
    """What was decided about the version before, to be offered again where the very same line is printed."""
    if lama is None:
        return {}
    return {(lama.lembar.di(k.baris).teks.strip(), k.kolom): k.nilai_baru for k in lama.koreksi}


def _waspada(lembar: Lembar, table: Tabel, doubt: Keraguan, earlier: Dahulu) -> Waspada:
    place, read = perubahan.place(lembar.di(doubt.baris)), isian.proposal(table, doubt)
    decided = earlier.get((lembar.di(doubt.baris).teks.strip(), doubt.kolom))
    alasan = f"{doubt.alasan} Dalam versi sebelumnya ditetapkan «{decided}»." if decided else doubt.alasan
    guard, about = isian.guard(lembar, doubt, read), isian.words(table, doubt)
    return Waspada(table.nama, doubt.baris, place, doubt.kolom, alasan, decided or read, guard, about)
