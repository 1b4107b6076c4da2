"""Rows in groups, however many slices they are taken from the frame in."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.checks import base

KUNCI = st.sampled_from(["a", "b", "c", None])


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4), KUNCI, KUNCI), max_size=12), st.integers(1, 5))
def test_groups_hold_every_row_once_in_printed_order(
    printed: list[tuple[int, int, str | None, str | None]], slice_of: int
) -> None:
    columns = ["dokumen_id", "baris", "satu", "dua", "urut"]
    rows: list[base.Row] = [dict(zip(columns, (*row, number), strict=True)) for number, row in enumerate(printed)]
    wanted: dict[tuple[object, object], list[base.Row]] = {}
    for row in sorted(rows, key=lambda row: (row["dokumen_id"], row["baris"])):
        wanted.setdefault((row["satu"], row["dua"]), []).append(row)
    kinds = {"dokumen_id": pl.Int64, "baris": pl.Int64, "satu": pl.String, "dua": pl.String, "urut": pl.Int64}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "_SLICE", slice_of)
        assert list(base.groups(pl.DataFrame(rows, schema=kinds), "satu", "dua")) == list(wanted.values())
