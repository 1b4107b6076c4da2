"""The year of the rapor that a page stands on: the one chosen, else the newest that most report; always named."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import polars as pl

from pages.components.format import WIB, number
from queries import rapor
from queries.saring import Saring, options


@dataclass(frozen=True)
class Tahun:
    """The year, who reports of all that should, and every year of the filter's satker (rapor.deret).

    melapor: satker with capaian; berserapan: with serapan.
    """

    tahun: int
    satker: int
    melapor: int
    berserapan: int
    dipilih: bool
    deret: pl.DataFrame

    def line(self) -> str:
        """ "Tahun 2024, dilaporkan 34 dari 38 satker"."""
        return f"Tahun {self.tahun}, dilaporkan {number(self.melapor)} dari {number(self.satker)} satker"

    def why(self) -> str:
        """Why this year, for the help beside the line."""
        if self.dipilih:
            return "Tahun terbaru dari yang dipilih pada saringan."
        return "Tahun terbaru yang dilaporkan sebagian besar satker. Tahun lain dipilih pada saringan."


def standing(saring: Saring) -> str:
    """The year that a page stands on though the filter names none, for the bar: "2024 (bawaan)"; empty of none."""
    found = None if saring.tahun else chosen(saring)
    return f"{found.tahun} (bawaan)" if found else ""


def today() -> date:
    """The day it is in Western Indonesia: what is due is due by it."""
    return datetime.now(UTC).astimezone(WIB).date()


def year(saring: Saring) -> int | None:
    """Only the year that `chosen` finds, without the count of who reports where the filter says it."""
    known = {year for _, year, _, _ in options().filter(dimensi="tahun").iter_rows()}
    asked = [year for year in saring.tahun if str(year) in known]
    if asked:
        return max(asked)
    found = chosen(saring)
    return found.tahun if found else None


def chosen(saring: Saring) -> Tahun | None:
    """The newest year chosen in the filter, else rapor.tahun_baku; None where the filter leaves no satker."""
    day = today()
    every = replace(saring, tahun=())
    deret = rapor.deret(every, day)
    asked = [year for year in saring.tahun if year in deret["tahun"]]
    tahun = max(asked, default=None) if saring.tahun else rapor.tahun_baku(every, day)
    if tahun is None:
        return None
    row = deret.filter(tahun=tahun).row(0, named=True)
    return Tahun(tahun, row["jumlah_satker"], row["jumlah_melapor"], row["jumlah_serapan"], bool(asked), deret)
