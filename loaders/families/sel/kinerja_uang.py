"""Rows of indicators with their budget beside them."""

from __future__ import annotations

from loaders.families.sel.baris import fits, printed
from loaders.families.sel.kinerja import PembacaKinerja
from loaders.families.sel.kolom import UANG
from loaders.families.sel.nilai import column_name, doubt_once
from loaders.families.sel.uang import BarisUang
from loaders.readers.lembar import Baris
from loaders.records import Indikator, MataAnggaran, Tabel

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
