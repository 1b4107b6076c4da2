"""Rows of a table of cells with a column of indicators: their words, their values, and the budget beside them.

Special about them: the last row of a page may go on in the first of the next; rows of sums stand among the indicators;
a row whose cells do not stand under their headings waits with all its columns.
"""

from __future__ import annotations

from loaders.families.cells.above import LABEL_ALONE, NUMBERED, Naungan
from loaders.families.cells.block import (
    BlokSel,
    fits,
    has_values,
    is_amount,
    is_ordinal,
    is_summary,
    lacking,
    printed,
    words,
)
from loaders.families.cells.money import BarisUang
from loaders.families.cells.values import BarisNilai, Kelompok, column_name, doubt_once
from loaders.families.headings import UANG
from loaders.readers import Baris
from loaders.records import Indikator, MataAnggaran, Tabel
from loaders.values import join

_MOVED = "Satu kolom baris ini kosong, padahal semua baris lain terisi: pastikan nilainya tidak bergeser."


class PembacaKinerja(Naungan):
    """Walks a table from top to bottom. A family says by `on_indikator` what it takes from the values of a row."""

    def __init__(self, blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
        super().__init__(blok, tabel)
        self.kelompok = kelompok
        self.lacking = lacking(blok)
        satuan = self.kepala.of("satuan")
        self.satuan = satuan if any(self.cell(line, "satuan") for line in blok.isi) else None

    def read(self) -> Tabel:
        """The table with its rows."""
        self.tabel.mark("judul", *self.blok.baris_judul)
        if not self.kepala.of("sasaran"):
            self.take_above()
        for line in self.blok.isi:
            self._row(line)
        return self.tabel

    def on_indikator(self, line: Baris, record: Indikator) -> None:
        """Take the values of a row."""
        raise NotImplementedError

    def on_total(self, line: Baris, uraian: str) -> None:
        """Take the values of a row of sums; without budget there is nothing to take."""
        self.tabel.mark("judul", line.nomor)

    def values(self, line: Baris) -> BarisNilai:
        """The values of a row by year."""
        return BarisNilai(self.tabel, line, self.kelompok, self.satuan)

    # rows -----------------------------------------------------------------------------------------------------------
    def _row(self, line: Baris) -> None:
        if is_summary(line) and fits(line, self.kepala):
            self.on_total(line, line.isi[0][1])
        elif self._is_alone(line) and self.take_heading(line):
            return
        elif not fits(line, self.kepala) or (has_values(line, self.kepala) and not self.cell(line, "indikator")):
            self._misfit(line)
        elif has_values(line, self.kepala):
            self._indicator(line)
        else:
            self._without_values(line)

    def _is_alone(self, line: Baris) -> bool:
        """True for one text in a row, with its number or label in front of it at most."""
        *front, (_, text) = line.isi
        in_front = [cell for _, cell in front]
        labels = all(is_ordinal(cell) or LABEL_ALONE.fullmatch(cell) for cell in in_front)
        return len(in_front) < 2 and labels and not is_amount(text)

    def _indicator(self, line: Baris) -> None:
        gap = not self.values(line).complete
        if gap:
            self.lose()
        self.carry(line)
        self.take_sasaran(line, gap=gap)
        text, nomor = self.cell(line, "indikator"), None
        if match := NUMBERED.match(text):
            text, nomor = match["teks"], match["nomor"].rstrip(".)")
        record = Indikator(
            line.nomor, line.nomor, "kegiatan" if self.kegiatan else self.tingkat, text, self.sasaran, self.tujuan,
            self.program, self.kegiatan, nomor, self.cell(line, "unit") or None,
        )  # fmt: skip
        self.tabel.indikator.append(record)
        self.tabel.mark("dimuat", line.nomor)
        self.on_indikator(line, record)
        if line.nomor in self.lacking:
            self.values(line).doubt_all(_MOVED, "kolom_kosong")

    # rows that fit nowhere ------------------------------------------------------------------------------------------
    def _misfit(self, line: Baris) -> None:
        """A row whose cells do not stand under their headings: every column of it waits for a person."""
        alasan = "Susunan sel baris ini tidak sesuai dengan kepala tabelnya; periksa setiap kolomnya."
        text = " ".join(cell for _, cell in line.isi if not is_amount(cell) and not is_ordinal(cell))
        last = self.tabel.indikator[-1] if self.tabel.indikator else None
        if last and len(line.isi) == 1 and text and self.is_tail(last.indikator, text):
            self._doubtful_tail(line, last, text)
            return
        if self.has_sasaran:
            self.doubt_sasaran(line, "", alasan)
        self.lose()
        self._bare(line, text, alasan)

    def _doubtful_tail(self, line: Baris, last: Indikator, text: str) -> None:
        """Words that go on with something above them, in a row that does not say with which column."""
        last.baris_akhir = line.nomor
        self.tabel.mark("sambungan", line.nomor)
        alasan = f"Baris {line.nomor} «{text}» mungkin sambungannya; tulis indikatornya dengan lengkap."
        doubt_once(self.tabel, last.baris, "indikator", "sambungan_ragu", alasan)

    def _bare(self, line: Baris, text: str, alasan: str) -> None:
        record = Indikator(
            line.nomor, line.nomor, "kegiatan" if self.kegiatan else self.tingkat, text, self.sasaran, self.tujuan,
            self.program, self.kegiatan,
        )  # fmt: skip
        self.tabel.indikator.append(record)
        self.tabel.mark("dimuat", line.nomor)
        self.tabel.doubt(line.nomor, "indikator", "susunan_sel", alasan)
        self.values(line).doubt_all(alasan)
        self.on_misfit(line, record)

    def on_misfit(self, line: Baris, record: Indikator) -> None:
        """Add what a person needs to settle the other doubts of a row that fits nowhere."""

    # rows without values --------------------------------------------------------------------------------------------
    def _without_values(self, line: Baris) -> None:
        """Words alone: the tails of the last row, an indicator without values, or a text of no known kind."""
        texts = {k.peran: words(line, k) for k in self.kepala.kolom if words(line, k) and k.peran != "no"}
        last = self.tabel.indikator[-1] if self.tabel.indikator else None
        sasaran, indikator = texts.get("sasaran", ""), texts.get("indikator", "")
        tails = texts.keys() <= {"sasaran", "indikator"} and not self.cell(line, "no")
        if last and tails and self._continues(last, sasaran, indikator):
            last.indikator, last.baris_akhir = join([last.indikator, indikator]), line.nomor
            if sasaran and self.sasaran:
                self.grow(self.sasaran, line, sasaran)
            self.tabel.mark("sambungan", line.nomor)
        elif indikator:
            self._indicator(line)
        else:
            self.lose()
            alasan = "Baris ini bukan indikator, dan tidak jelas apakah sasaran bagi baris di bawahnya."
            self.doubt_sasaran(line, " ".join(texts.values()), alasan)

    def _continues(self, last: Indikator, sasaran: str, indikator: str) -> bool:
        rest = not indikator or self.is_tail(last.indikator, indikator)
        return rest and (not sasaran or (self.sasaran is not None and self.is_tail(self.sasaran.teks, sasaran)))


_MERGED = "Sel pagu {} kosong; pagu di atasnya mungkin sel gabungan bagi beberapa indikator."


class PembacaKinerjaUang(PembacaKinerja):
    """Walks a table whose rows may hold pagu and realisasi anggaran. What a cell merged over several indicators stands
    for is not known: its row and the blank ones below it wait."""

    def read(self) -> Tabel:
        """The table with its rows, and the budget of each row."""
        super().read()
        budgets = [r for r in self.tabel.anggaran if r.tingkat == "indikator"]
        by_line = {record.baris: record for record in self.tabel.indikator}
        for budget in budgets:
            record = by_line[budget.baris]
            budget.uraian, budget.baris_akhir = record.indikator, record.baris_akhir
        blank = {line.nomor for line in self.blok.isi if fits(line, self.kepala) and not self._has_money(line)}
        if all(budget.baris in blank for budget in budgets):
            self.tabel.anggaran = [r for r in self.tabel.anggaran if r.tingkat != "indikator"]
        else:
            self._doubt_merged(budgets, blank)
        return self.tabel

    def money(self, line: Baris, record: Indikator) -> None:
        """Take the budget of a row."""
        if self.kepala.of("pagu"):
            budget = self._budget(line, record)
            BarisUang(self.tabel, line, self.kelompok).fill(budget)

    def on_misfit(self, line: Baris, record: Indikator) -> None:
        """A budget line that a person can fill."""
        if self.kepala.of("pagu"):
            self._budget(line, record)

    def on_total(self, line: Baris, uraian: str) -> None:
        """The printed sum of the budget, where there is one."""
        if self._has_money(line):
            total = MataAnggaran(line.nomor, line.nomor, "total", uraian)
            self.tabel.anggaran.append(total)
            self.tabel.mark("dimuat", line.nomor)
            BarisUang(self.tabel, line, self.kelompok).fill(total)
        self.tabel.mark("judul", line.nomor)

    def _budget(self, line: Baris, record: Indikator) -> MataAnggaran:
        budget = MataAnggaran(
            line.nomor, line.nomor, "indikator", record.indikator, program=record.program, kegiatan=record.kegiatan
        )
        self.tabel.anggaran.append(budget)
        return budget

    def _has_money(self, line: Baris) -> bool:
        return any(printed(line, kolom) for kolom in self.kepala.kolom if kolom.peran in UANG)

    def _doubt_merged(self, budgets: list[MataAnggaran], blank: set[int]) -> None:
        """Doubt every blank row and the filled one above it."""
        holder: MataAnggaran | None = None
        for budget in budgets:
            if budget.baris not in blank:
                holder = budget
                continue
            for one, where in ((budget, "baris ini"), (holder, f"baris {budget.baris}")):
                if one:
                    self._doubt_pagu(one, _MERGED.format(where))

    def _doubt_pagu(self, budget: MataAnggaran, alasan: str) -> None:
        for tahun, group in self.kelompok.items():
            if "pagu" in group:
                doubt_once(self.tabel, budget.baris, column_name(self.tabel, "pagu", tahun), "sel_gabungan", alasan)
