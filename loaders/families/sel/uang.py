"""Money of a row of cells: pagu, realisasi and what is printed beside them, each year; or a doubt of the column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.families.sel.baris import printed
from loaders.families.sel.kolom import UANG
from loaders.families.sel.nilai import Kelompok, column_name
from loaders.readers.lembar import Baris
from loaders.records import MataAnggaran, RealisasiAnggaran, Tabel
from loaders.values.numbers import DASHES, Ambigu, Uang, parse_number, parse_persen, parse_rupiah

_PERCENT = re.compile(r"^\d{1,4}(?:[.,]\d+)?\s*%?$", re.ASCII)
_NEGATIVE = re.compile(r"^(?:-\s*(?P<minus>[\d.,]+)|\((?P<kurung>[\d.,]+)\))\s*%?$", re.ASCII)
_THREE_DECIMALS = re.compile(r"^\d{1,3}[.,]\d{3}$", re.ASCII)
_COLUMNS = {"persen": "persen_tercetak", "efisiensi": "efisiensi_tercetak"}


@dataclass(frozen=True)
class BarisUang:
    """A row with the columns of its years: reads the money into a budget line."""

    tabel: Tabel
    line: Baris
    kelompok: Kelompok

    def fill(self, budget: MataAnggaran) -> None:
        """Read every figure of the row."""
        for tahun, group in self.kelompok.items():
            texts = {nama: printed(self.line, kolom) for nama, kolom in group.items() if nama in UANG}
            if not any(texts.values()):
                continue
            if (pagu := self._money("pagu", texts.get("pagu", ""), tahun)) is not None:
                budget.pagu[tahun] = pagu
            if "realisasi_anggaran" in group:
                self._spent(budget, texts, tahun)

    def _spent(self, budget: MataAnggaran, texts: dict[str, str], tahun: int) -> None:
        text = texts["realisasi_anggaran"]
        money = self._money("realisasi_anggaran", text, tahun)
        spent = budget.realisasi[tahun] = RealisasiAnggaran(money or Uang(text, keadaan="rusak"))
        for nama, read in _FIGURES.items():
            if texts.get(nama) and texts[nama] not in DASHES:
                self._figure(spent, nama, texts[nama], tahun, read)

    def _money(self, nama: str, text: str, tahun: int) -> Uang | None:
        """The money of a cell. One that is blank beside filled ones may be part of a merged cell."""
        try:
            if not text:
                raise Ambigu("selnya kosong, mungkin bagian dari sel gabungan")
            money = parse_rupiah(text, scale=self.tabel.skala)
            if money.keadaan == "rusak":
                raise Ambigu(f"«{text}» kehilangan angka di belakangnya, atau bukan rupiah")
            return money
        except Ambigu as error:
            self._doubt(nama, tahun, "nilai_ambigu" if text else "nilai_hilang", str(error))
            return None

    def _figure(self, spent: RealisasiAnggaran, nama: str, text: str, tahun: int, read: Callable[[str], float]) -> None:
        try:
            setattr(spent, nama, read(text))
        except Ambigu as error:
            self._doubt(_COLUMNS.get(nama, nama), tahun, "nilai_ambigu", str(error))

    def _doubt(self, nama: str, tahun: int, kode: str, sebab: str) -> None:
        kolom = column_name(self.tabel, nama, tahun)
        self.tabel.doubt(self.line.nomor, kolom, kode, f"Kolom {nama} tidak dapat dibaca: {sebab}.")


def _percent(text: str) -> float:
    """A share of up to four digits before the comma: more is a sum of money in the wrong column. Raises Ambigu."""
    if not _PERCENT.match(text):
        raise Ambigu(f"«{text}» bukan persentase")
    return parse_persen(text)


def _efficiency(text: str) -> float:
    """An efficiency, which is below zero where more was spent than planned ("-1,25" or "(1,25)"). Raises Ambigu."""
    match = _NEGATIVE.match(text)
    return -parse_persen(match["minus"] or match["kurung"]) if match else _percent(text)


def _volume(text: str) -> float:
    """A volume. Three decimals may be thousands, or four whose comma moved. Raises Ambigu."""
    if _THREE_DECIMALS.match(text):
        raise Ambigu(f"«{text}» dapat berarti ribuan atau desimal")
    return parse_number(text, count=False)


_FIGURES: dict[str, Callable[[str], float]] = {
    "persen": _percent, "efisiensi": _efficiency, "tvro": _volume, "rvro": _volume,
}  # fmt: skip
