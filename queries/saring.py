"""The filter that every question understands: twelve dimensions, each empty when everything is wanted."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path

import polars as pl

from queries import warehouse


@dataclass(frozen=True)
class Saring:
    """What the reader asked to see. An empty dimension means everything; the dimensions narrow each other.

    provinsi holds names, satker kode_satker; unit holds komisioner | sekretariat or the name of a divisi; program and
    kegiatan hold a code of the list, else the letters and digits of the printed name without “program”; baku holds
    kode_baku, sasaran_baku kode_sasaran_baku; sasaran is free text whose words must all occur, in any order and case,
    in the sasaran or the indikator. A pagu has no divisi, polaritas or indikator baku: asking for one leaves none.
    """

    provinsi: tuple[str, ...] = ()
    satker: tuple[str, ...] = ()
    tahun: tuple[int, ...] = ()
    jenis: tuple[str, ...] = ()
    tingkat: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    kegiatan: tuple[str, ...] = ()
    polaritas: tuple[str, ...] = ()
    baku: tuple[str, ...] = ()
    sasaran_baku: tuple[str, ...] = ()
    sasaran: str = ""

    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not any(self.struct().values())

    def struct(self, unheard: tuple[str, ...] = ()) -> dict[str, list[str] | list[int]]:
        """The filter as the SQL macros take it, all lists, those of `unheard` empty; `sasaran` becomes its words."""
        chosen = {field.name: () if field.name in unheard else getattr(self, field.name) for field in fields(self)}
        return {name: words(value) if isinstance(value, str) else list(value) for name, value in chosen.items()}


OF_ROWS = ("tingkat", "unit", "program", "kegiatan", "polaritas", "baku", "sasaran_baku", "sasaran")
"""The dimensions that belong to printed rows, not to a whole document."""

OF_OFFICE = ("provinsi", "satker")
"""The dimensions that say whose a row is."""

UNHEARD: dict[str, tuple[tuple[str, ...], str]] = {
    "kelengkapan_dokumen": (OF_ROWS, "a document is accounted for whole, whatever its rows say"),
    "rantai_pilihan": (("jenis",), "a chain lies between the kinds of document"),
    "rantai_baris": ((*OF_OFFICE, "tahun", "jenis"), "the chain of one satker and tahun, from kind to kind"),
    "satker_janji": (OF_OFFICE, "the page shows one office"),
    "satker_anggaran": (
        (*OF_OFFICE, "tingkat", "unit", "polaritas", "baku", "sasaran_baku", "sasaran"),
        "the money of one office, laid beside promises it shares only program and kegiatan with",
    ),
    "jelajah_hambatan": (OF_ROWS, "an obstacle stands for its office and year, not for a row"),
    "satker_hambatan": ((*OF_OFFICE, *OF_ROWS), "the obstacles of one office stand for its year, not for a row"),
    "serapan_baris": (("tingkat",), "one level of one table was chosen"),
    "kelengkapan_wajib": (OF_ROWS, "a document is there or not, whatever its rows say"),
    "lke_riwayat": (("tahun", "jenis", *OF_ROWS), "a year is compared with what lies outside the filter"),
    "lke_renstra": (("tahun", "jenis", *OF_ROWS), "a year is compared with what lies outside the filter"),
}
"""question → the dimensions it deliberately does not narrow by, and why. Every other question hears all of them."""

UNFILTERED: dict[str, tuple[str, ...]] = {
    "what stands in one document or at one place is shown whole": (
        *("dokumen_baris", "dokumen_karantina", "dokumen_koreksi", "dokumen_perubahan", "dokumen_tabel"),
        *(
            "dokumen_transkrip",
            "dokumen_versi",
            "lembar_kerja_capaian",
            "lembar_kerja_hambatan",
            "lembar_kerja_menunggu",
            "lembar_kerja_pagu",
            "lembar_kerja_target",
        ),
        *(
            "sumber_baris",
            "sumber_dokumen",
            "sumber_koreksi",
            "sumber_padanan",
            "sumber_nilai",
            "sumber_tabel",
            "sumber_teks",
        ),
        *("sumber_transkrip", "temuan_kalimat", "temuan_satu"),
    ),
    "what holds for the whole version": (
        "daftar_kolom",
        "indikator_baku_daftar",
        "padanan_menunggu",
        "sasaran_baku_daftar",
        "kamus_data",
        "pilihan",
        "temuan_aturan",
    ),
    "asked for tables that the filter has chosen already": ("serapan_temuan", "serapan_sumber"),
}
"""why → the questions that the filter does not narrow at all."""


def ask(question: str, saring: Saring, **params: object) -> pl.DataFrame:
    """Answer a question that says `tersaring($saring)`; of the filter, what UNHEARD names of it does not count."""
    unheard, _ = UNHEARD.get(question, ((), ""))
    return warehouse.ask(question, saring=saring.struct(unheard), **params)


def words(text: str) -> list[str]:
    """The lower-case words of a search text, in order, without doubles."""
    return list(dict.fromkeys(text.lower().split()))


def options() -> pl.DataFrame:
    """What can be chosen: one row a value of a dimension.

    Columns: dimensi (a field of Saring), nilai (as used in Saring, text), label (as read by a person), induk (the
    provinsi of a satker).
    Sorted by dimensi and the order in which the values should be offered.
    """
    with warehouse.pinned(warehouse.current()) as version:
        return _options(warehouse.folder(), version.versi)


@lru_cache(maxsize=8)
def _options(folder: Path, versi: str) -> pl.DataFrame:
    """Asked once a version: every page and every file name needs it."""
    return warehouse.ask("pilihan")


def counts(saring: Saring) -> dict[str, dict[str, int]]:
    """dimension → value → figures (target, realisasi, pagu) left when it is chosen beside the rest of the filter.

    What is chosen of the same dimension does not count: a second satker is added to the first. A value that leaves
    none is not there.
    """
    names = [field.name for field in fields(saring) if field.name != "sasaran"]
    with warehouse.pinned(warehouse.current()) as version:
        place = (warehouse.folder(), version.versi)
        return {name: _counts(*place, replace(saring, **{name: ()})).get(name, {}) for name in names}


@lru_cache(maxsize=64)
def _counts(folder: Path, versi: str, saring: Saring) -> dict[str, dict[str, int]]:
    """One scan a filter, however many dimensions ask: those that nothing is chosen of share it."""
    found: dict[str, dict[str, int]] = {}
    for dimensi, nilai, jumlah in ask("pilihan_jumlah", saring).iter_rows():
        found.setdefault(dimensi, {})[nilai] = jumlah
    return found
