"""Printed sums beside the sums of their rows, in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components.format import join_words, rupiah
from pages.components.text import years_in_words


def total_tercetak(totals: pl.DataFrame) -> list[str]:
    """The printed totals beside the sums of rows: what agrees in one sentence, what differs in one each.

    Input: queries.serapan.total_tercetak.
    """
    agreed = []
    for name in ("pagu", "realisasi"):
        years = [year for kind, year, printed, ours in _totals(totals) if kind == name and printed == ours]
        if years:
            agreed.append(f"Jumlah {name} {_years(years)} yang tercetak sama dengan jumlah barisnya.")
    return agreed + beda_total(totals)


def beda_total(totals: pl.DataFrame) -> list[str]:
    """Only the printed totals that differ from the sums of rows. Input: queries.serapan.total_tercetak."""
    return [
        _beside(f"{name} {_years([year])}", printed, ours)
        for name, year, printed, ours in _totals(totals)
        if printed != ours
    ]


def jumlah_tercetak(lines: pl.DataFrame) -> list[str]:
    """How many printed "jumlah" columns agree with their years. Input: queries.serapan.jumlah_tercetak."""
    if lines.is_empty():
        return []
    same = len(lines.filter(pl.col("selisih") == 0))
    differ = len(lines.filter(pl.col("selisih") != 0))
    said = f"Kolom jumlah seluruh tahun tercetak pada {len(lines)} baris: {same} sama dengan jumlah tahunnya"
    said += f", {differ} berbeda" if differ else ""
    unknown = len(lines) - same - differ
    return [f"{said}, {unknown} tidak dapat diperiksa karena angkanya rusak." if unknown else f"{said}."]


def _totals(totals: pl.DataFrame) -> list[tuple[str, int | None, int, int]]:
    """What is totalled, year (None: all years), printed, ours; of every total that has both."""
    return [
        (name, row["tahun"], row[name], row[f"jumlah_{name}"])
        for row in totals.iter_rows(named=True)
        for name in ("pagu", "realisasi")
        if row[name] is not None and row[f"jumlah_{name}"] is not None
    ]


def _years(years: list[int | None]) -> str:
    single = [year for year in years if year is not None]
    words = [years_in_words(single)] if single else []
    return join_words([*words, "seluruh tahun"] if None in years else words)


def _beside(what: str, printed: int, ours: int) -> str:
    more = "lebih besar" if printed > ours else "lebih kecil"
    return (
        f"Jumlah {what} yang tercetak, **{rupiah(printed)}**, {more} **{rupiah(abs(printed - ours))}** daripada "
        f"jumlah barisnya, {rupiah(ours)}."
    )
