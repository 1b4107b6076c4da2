"""Grades and opinions: their order, best first. Nothing is computed with them beyond the order."""

import polars as pl

SKALA: dict[str, tuple[str, ...]] = {
    "Predikat AKIP": ("AA", "A", "BB", "B", "CC", "C", "D"),
    "Opini BPK": ("WTP", "WTP-DPP", "WDP", "TW", "TMP"),
}


def scales() -> pl.DataFrame:
    """Every known grade: predikat, skala, peringkat (1 is the best)."""
    rows = [(grade, name, place) for name, grades in SKALA.items() for place, grade in enumerate(grades, start=1)]
    return pl.DataFrame(rows, schema={"predikat": pl.String, "skala": pl.String, "peringkat": pl.Int64}, orient="row")


def rank(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Add skala and peringkat of the grade in a column; same rows, same order; null for an unknown grade."""
    return frame.join(scales(), left_on=column, right_on="predikat", how="left", maintain_order="left")
