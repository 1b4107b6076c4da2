"""Nothing that was recognised in a picture is believed without proof: what the document's own arithmetic does not
prove waits in karantina until a person confirms it by a correction of its column.

Proven figures: rows that add up to a printed total, years that add up to a printed jumlah, a percentage beside its
pagu and realisasi, an efficiency beside its percentage, a capaian beside target and realisasi, each only where no
single misread character could hide (loaders/proof/arithmetic.py). Words are believed when a person judged the very same
wording before; codes when they stand beside the name they are known by. Targets without realisasi have no arithmetic:
every one of them waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders import columns
from loaders.columns import Column
from loaders.proof.arithmetic import weigh
from loaders.proof.figures import figures, times
from loaders.proof.formulas import shares, sums
from loaders.proof.wordings import Dikenal, names_rupiah, near_sekretariat
from loaders.readers import Lembar
from loaders.records import MataAnggaran, Record, Tabel

KODE = "ocr_belum_dipastikan"
_MONEY = frozenset(column.name for column in columns.COLUMNS if column.unit == "rupiah")


def hold_unproven(tables: list[Tabel], lembar: Lembar, dikenal: Dikenal | None = None) -> None:
    """Doubt every value, wording and code on a line with `ocr` that neither arithmetic nor `dikenal` confirms.

    Called between the families and the corrections: a correction of the doubted column settles the doubt.
    """
    dikenal = dikenal or Dikenal()
    for tabel in tables:
        records = [record for record in tabel.rows if _is_ocr(lembar, record)]
        if records:
            _hold_table(tabel, records, dikenal)
        for sasaran in tabel.semua_sasaran:
            if _is_ocr(lembar, sasaran):
                _hold_words(tabel, sasaran, dikenal)


def _hold_table(tabel: Tabel, records: Sequence[Record], dikenal: Dikenal) -> None:
    lines = {record.baris for record in records}
    found = figures(tabel)
    sure = weigh(list(sums(tabel, found)), list(shares(tabel, found))) if _times_are_sure(tabel, dikenal) else set()
    money_is_sure = tabel.skala != 1 or names_rupiah(tabel)
    for (baris, nama, _), angka in found.items():
        is_money = nama in _MONEY
        if baris in lines and (angka.kunci not in sure or (is_money and not money_is_sure)):
            _doubt(tabel, baris, angka.kunci[1], angka.teks, _scale(tabel) if is_money else "")
    for record in records:
        _hold_words(tabel, record, dikenal)
        for kolom, alasan in _heading_doubts(tabel, dikenal):
            tabel.doubt(record.baris, kolom, KODE, alasan)


def _hold_words(tabel: Tabel, record: Record, dikenal: Dikenal) -> None:
    """Doubt the wordings and codes of a record that nobody judged before."""
    for column, teks in _words(record):
        name = columns.find(record, column.names or "")
        known = dikenal.knows_code(teks, name.text(record)) if name else dikenal.knows(teks)
        if not known:
            _doubt(tabel, record.baris, column.called(record), teks)


def _words(record: Record) -> list[tuple[Column, str]]:
    """What must be proven of a record's words: its codes, what it is about, then all else. A total is about nothing."""
    total = isinstance(record, MataAnggaran) and record.tingkat == "total"
    found = [(column, teks) for column, _, teks in columns.values(record, by_year=False) if column.proven]
    found = [(column, teks) for column, teks in found if not (total and column.bunyi)]
    return sorted(found, key=lambda one: (one[0].names is None, not one[0].bunyi))


def _is_ocr(lembar: Lembar, record: Record) -> bool:
    return any(lembar.di(nomor).ocr for nomor in range(record.baris, record.baris_akhir + 1))


def _doubt(tabel: Tabel, baris: int, kolom: str, teks: str, more: str = "") -> None:
    """Doubt a column once, with what was read in it."""
    if any(k.baris == baris and k.kolom == kolom for k in tabel.keraguan):
        return
    alasan = f"Hasil pindai terbaca «{teks}» dan belum ada yang memastikannya{more}; cocokkan dengan dokumennya."
    tabel.doubt(baris, kolom, KODE, alasan)


def _scale(tabel: Tabel) -> str:
    return f" (dibaca dalam {'ribuan ' if tabel.skala == 1000 else ''}rupiah)" if tabel.skala in (1, 1000) else ""


# what a table's heading decides ------------------------------------------------------------------------------------
def _times_are_sure(tabel: Tabel, dikenal: Dikenal) -> bool:
    """True when no misread digit of a heading can have moved the figures: years that follow each other; the one year
    that is registered for the document, and parts of it that follow each other."""
    found = times(tabel)
    registered = bool(found) and {masa.tahun for masa in found} == set(dikenal.tahun or ())
    if len(found) > 1:
        in_order = all(below.follows(above) for above, below in pairwise(found))
        return in_order and (registered or all(masa.setahun for masa in found))
    return registered and found[0].setahun


def _heading_doubts(tabel: Tabel, dikenal: Dikenal) -> Iterator[tuple[str, str]]:
    """What only the recognised title says and looks misread: the year, and whose table it is."""
    found = sorted({masa.tahun for masa in times(tabel)})
    if dikenal.tahun and len(found) == 1 and not dikenal.tahun[0] <= found[0] <= dikenal.tahun[1]:
        span = "–".join(str(year) for year in sorted(set(dikenal.tahun)))
        yield "tahun", f"Judul tabel hasil pindai terbaca tahun {found[0]}, padahal dokumen ini tahun {span}."
    unsaid = tabel.unit is None and tabel.jenis in ("PK", "RKT")
    if (unsaid or tabel.unit == "komisioner") and (word := near_sekretariat(tabel.judul)):
        yield "unit", f"Judul tabel hasil pindai memuat «{word}», mungkin «sekretariat»: pemilik tabelnya belum pasti."
