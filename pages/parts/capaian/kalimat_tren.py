"""What the lines over the years say in words, and why there are none or why one breaks off."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number
from pages.components.text import plain, years_in_words
from queries.comparisons import tren


def tanpa_garis(rows: pl.DataFrame) -> str:
    """Why no line can be drawn. Input: the counted rows of queries.capaian.baris of one satker."""
    years = rows["tahun"].unique().sort().to_list()
    if len(years) == 1:
        why = f"realisasi yang dimuat baru dari satu tahun ({years[0]})"
    else:
        why = "belum ada indikator baku yang realisasinya berupa angka pada dua tahun atau lebih"
    return f"Garis antartahun belum dapat digambar: {why}."


def nama(series: pl.DataFrame) -> str:
    """One series as the reader chooses it."""
    first = series.row(0, named=True)
    unit = f" ({first['unit']})" if first["unit"] else ""
    years = years_in_words(series["tahun"].to_list())
    return f"{first['satker'].removeprefix('KPU ')}{unit} · {first['indikator_baku']} · {years}"


def ringkas(series: pl.DataFrame) -> str:
    """From the first to the last year of what is drawn, in one sentence. Input: points of one unit."""
    first, last = series.row(0, named=True), series.row(-1, named=True)
    if first["tahun"] == last["tahun"]:
        return f"Realisasi {first['tahun']} **{_value(first)}**."
    change = last["realisasi"] - first["realisasi"]
    way = "naik" if change > 0 else "turun" if change < 0 else "tetap"
    return f"Realisasi {way} dari **{_value(first)}** ({first['tahun']}) ke **{_value(last)}** ({last['tahun']})."


def putus(gap: dict[str, Any]) -> str:
    """Why a line breaks off, as a Markdown list item. Input: one of comparisons.tren.gaps."""
    year = gap["tahun"]
    if gap["sebab"] == tren.SATUAN:
        units = " ke ".join(plain(unit) if unit else "tanpa satuan" for unit in (gap["dari"], gap["ke"]))
        return f"- Satuannya berubah antara {year} dan {gap['tahun_lain']}, dari {units}; garisnya tidak disambung."
    if gap["sebab"] == tren.DEFINISI:
        return f"- Pada {year} bunyi yang sama dipadankan dengan ukuran lain; garisnya tidak disambung."
    if gap["sebab"] == tren.GANDA:
        return f"- Pada {year} tercetak lebih dari satu realisasi; tidak satu pun digambar."
    return f"- Tidak ada realisasi untuk {year}; garisnya tidak disambung."


def satuan_lain(series: pl.DataFrame, drawn: pl.DataFrame) -> str:
    """The points in another unit than the drawn one, in words; empty when there are none."""
    others = series.join(drawn, on="tahun", how="anti").sort("tahun")
    if others.is_empty():
        return ""
    said = [f"{row['tahun']} {_value(row)}" for row in others.iter_rows(named=True)]
    return f"Tidak digambar karena satuannya lain: {join_words(said)}."


def _value(row: dict[str, Any]) -> str:
    satuan = row["satuan"] or ""
    return f"{number(row['realisasi'])}{'' if satuan == '%' else ' '}{plain(satuan)}".strip()
