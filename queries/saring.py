"""The filter that every question understands: ten dimensions, each empty when everything is wanted."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from queries import warehouse

# The dimensions that only a printed row of an indikator has.
INDIKATOR = ("program", "kegiatan", "polaritas", "baku", "sasaran")


@dataclass(frozen=True)
class Saring:
    """What the reader asked to see. An empty dimension means everything; the dimensions narrow each other.

    satker holds kode_satker; unit holds komisioner | sekretariat or the name of a divisi; program and kegiatan hold
    the lower-case letters and digits of printed names, without a leading “program”; baku holds kode_baku; sasaran is
    free text whose words must all occur, in any order and case, in the sasaran or the indikator. A pagu has no divisi,
    polaritas or indikator baku: asking for one leaves none.
    """

    satker: tuple[str, ...] = ()
    tahun: tuple[int, ...] = ()
    jenis: tuple[str, ...] = ()
    tingkat: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    program: tuple[str, ...] = ()
    kegiatan: tuple[str, ...] = ()
    polaritas: tuple[str, ...] = ()
    baku: tuple[str, ...] = ()
    sasaran: str = ""

    def params(self, *names: str) -> dict[str, list[str] | list[int]]:
        """The filter as SQL parameters, all lists; only `names` when given. `sasaran` becomes its lower-case words.

        A question must name exactly the parameters its SQL uses, so that no filter is dropped unnoticed.
        """
        every: dict[str, list[str] | list[int]] = {
            "satker": list(self.satker),
            "tahun": list(self.tahun),
            "jenis": list(self.jenis),
            "tingkat": list(self.tingkat),
            "unit": list(self.unit),
            "program": list(self.program),
            "kegiatan": list(self.kegiatan),
            "polaritas": list(self.polaritas),
            "baku": list(self.baku),
            "sasaran": words(self.sasaran),
        }
        return {name: every[name] for name in names} if names else every

    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not any(self.params().values())


def words(text: str) -> list[str]:
    """The lower-case words of a search text, in order, without doubles."""
    return list(dict.fromkeys(text.lower().split()))


def options() -> pl.DataFrame:
    """What can be chosen: one row a value of a dimension.

    Columns: dimensi (a field of Saring), nilai (as used in Saring, text), label (as read by a person).
    Sorted by dimensi and the order in which the values should be offered.
    """
    with warehouse.pinned(warehouse.current()) as version:
        return _options(warehouse.folder(), version.versi)


@lru_cache(maxsize=8)
def _options(folder: Path, versi: str) -> pl.DataFrame:
    """Asked once a version: every page and every file name needs it."""
    return warehouse.ask("pilihan")
