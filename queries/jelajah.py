"""Every row of the published views, filtered, searched, sorted and paged in SQL."""

from dataclasses import dataclass

import polars as pl

from queries.saring import Saring, ask, words

# isi → the columns by which its rows can be sorted (each is named in the SQL of the question)
_KEYS = ("satker", "jenis_dokumen", "tabel", "tingkat", "sasaran", "indikator", "unit_pelaksana", "satuan", "keadaan")
SORT_KEYS: dict[str, tuple[str, ...]] = {
    "target": (*_KEYS, "tahun", "nilai", "baris"),
    "capaian": (*_KEYS, "tahun", "target", "realisasi", "capaian_tercetak", "baris"),
    "pagu": (
        *("satker", "jenis_dokumen", "tabel", "tingkat", "program", "kegiatan", "uraian", "kode_kegiatan", "keadaan"),
        *("tahun", "pagu", "realisasi", "persen_tercetak", "baris"),
    ),
    "hambatan": ("satker", "jenis_dokumen", "tabel", "aspek", "hambatan", "upaya", "keadaan", "tahun", "baris"),
}
# More rows than any database of ours holds: the export is one page that holds everything.
EVERYTHING = 2**62


@dataclass(frozen=True)
class Rows:
    """One page of rows, the number of all rows under the filter, and the page number that was really shown."""

    frame: pl.DataFrame
    total: int
    page: int


@dataclass(frozen=True)
class Request:
    """Which rows: isi (target|capaian|pagu|hambatan), filter, keadaan (empty: all), search text, order, direction."""

    isi: str
    saring: Saring
    keadaan: tuple[str, ...] = ()
    cari: str = ""
    urut: str = "satker"
    turun: bool = False


def page(request: Request, number: int, size: int) -> Rows:
    """Page `number` (from 1) of `size` rows; the last page when fewer. Columns: frames.json (jelajah_<isi>)."""
    answer = _ask(request, size, (number - 1) * size)
    if answer.is_empty() and number > 1:
        total = len(everything(request))
        number = max(1, -(-total // size))
        answer = _ask(request, size, (number - 1) * size)
    total = answer["jumlah_semua"][0] if len(answer) else 0
    return Rows(answer.drop("jumlah_semua"), total, number)


def everything(request: Request) -> pl.DataFrame:
    """All rows under the filter, in the order asked for: what an export holds."""
    return _ask(request, EVERYTHING, 0).drop("jumlah_semua")


def _ask(request: Request, limit: int, offset: int) -> pl.DataFrame:
    if request.urut not in SORT_KEYS[request.isi]:
        raise ValueError(f"{request.isi} cannot be sorted by {request.urut}")
    return ask(
        f"jelajah_{request.isi}",
        request.saring,
        keadaan=list(request.keadaan),
        cari=words(request.cari),
        urut=request.urut,
        turun=request.turun,
        batas=limit,
        lewati=offset,
    )
