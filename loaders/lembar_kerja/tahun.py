"""Which years a row of our workbook may have: those of the document, and those it is said to print beside them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lembar_kerja.bentuk import LABEL_TAHUN_LAIN
from loaders.lembar_kerja.identitas import labelled
from loaders.readers.lembar import Lembar
from loaders.records import Konteks
from loaders.values.names import letters
from loaders.values.years import years_in


@dataclass(frozen=True)
class Tahun:
    """First and last year of the document, and `lain` that Keterangan names beside."""

    awal: int
    akhir: int
    lain: frozenset[int] = frozenset()

    def __contains__(self, year: int) -> bool:
        return self.awal <= year <= self.akhir or year in self.lain

    def alasan(self, year: int) -> str:
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
