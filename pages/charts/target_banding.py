"""Target: the printed rows of one indikator by year, in one unit, or as grades."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import matriks
from pages.charts.matriks import Matriks
from pages.components import location
from pages.components.format import keadaan_word, number
from queries.comparisons.target import RAGU

PLACE = ("berkas", "baris", "tahun", "nilai_teks")
TANPA_SATUAN_TERCETAK = "‡"


def figure(targets: pl.DataFrame, satuan: str) -> go.Figure:
    """Numbers of one unit, one cell a printed row × year.

    Input: label, tahun, nilai, nilai_teks, keadaan, satuan_tersirat, satker, jenis_dokumen, berkas, tabel, baris,
    sasaran; all rows in the unit `satuan`. A click on a cell means its source (see matriks.clicked).
    """
    texts = [
        number(nilai) + (TANPA_SATUAN_TERCETAK if implied else "")
        for nilai, implied in targets.select("nilai", "satuan_tersirat").iter_rows()
    ]
    drawn = targets.with_columns(
        pl.col("nilai").alias("besar"), pl.Series("teks", texts, dtype=pl.String), _hover(targets), _key(targets)
    )
    return matriks.figure(Matriks(drawn, f"Target per tahun ({satuan})"))


def notes(targets: pl.DataFrame) -> str:
    """What the signs behind the numbers mean, of those that occur."""
    said = [matriks.notes(targets)]
    if targets["satuan_tersirat"].any():
        said.append(f"{TANPA_SATUAN_TERCETAK} tercetak tanpa satuan, dibaca sesatuan dengan tahun lain pada barisnya")
    if targets["label"].str.ends_with(RAGU).any():
        said.append(f"{RAGU} mungkin indikator yang sama, belum pasti")
    return " · ".join(part for part in said if part)


def grades(targets: pl.DataFrame) -> go.Figure:
    """Grades, shaded by their place on the scale (best is darkest); a grade of no known scale is left unshaded.

    Input: as `figure`, with nilai_ordinal, skala and peringkat of comparisons.target.with_rank.
    """
    places = pl.when(pl.col("nilai_ordinal").is_not_null()).then(-pl.col("peringkat").cast(pl.Float64).fill_null(99))
    drawn = targets.with_columns(
        places.alias("besar"), pl.col("nilai_ordinal").fill_null("").alias("teks"), _hover(targets), _key(targets)
    )
    scales = targets["skala"].drop_nulls().unique().sort().to_list()
    named = f" ({', '.join(scales)})" if scales else ""
    return matriks.figure(Matriks(drawn, f"Target berupa predikat{named}"))


def _key(targets: pl.DataFrame) -> pl.Series:
    """A click on a cell means the source of its target."""
    places = [str(location.of_row(row)) for row in targets.select(PLACE).iter_rows(named=True)]
    return pl.Series("kunci", places, dtype=pl.String)


def _hover(targets: pl.DataFrame) -> pl.Series:
    columns = ("satker", "jenis_dokumen", "tabel", "baris", "tahun", "nilai_teks", "keadaan", "sasaran")
    sentences = [
        f"<b>{satker}</b><br>{jenis} · {tabel} · baris {baris}<br>Tahun {tahun}, tercetak “{teks}”<br>"
        f"Keadaan: {keadaan_word(keadaan)}<br>{matriks.wrapped(sasaran or 'tanpa sasaran', 50)}"
        for satker, jenis, tabel, baris, tahun, teks, keadaan, sasaran in targets.select(columns).iter_rows()
    ]
    return pl.Series("hover", sentences, dtype=pl.String)
