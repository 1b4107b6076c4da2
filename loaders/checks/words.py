"""Words of findings: numbers as Indonesians write them, values with their units, lists of years."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.checks.base import Row

_SENTENCE_LIMIT = 90


def number(value: float | None, decimals: int = 2) -> str:
    """A number with thousands dots and a decimal comma, without idle zeros; "tidak ada" for none."""
    if value is None:
        return "tidak ada"
    text = f"{value:,.{decimals}f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return text.rstrip("0").rstrip(",") if "," in text else text


def rupiah(value: float | None) -> str:
    """An amount with Rp in front."""
    return "tidak ada" if value is None else f"Rp {number(value, 0)}"


def shown(row: Row) -> str:
    """A target as a reader expects it: number with unit, grade, or the state in words."""
    if row["nilai_ordinal"]:
        return str(row["nilai_ordinal"])
    if row["nilai"] is None:
        return {"tidak_ditargetkan": "-", "kosong": "(kosong)"}.get(str(row["keadaan"]), "(rusak)")
    unit = row["satuan"] or ""
    return f"{number(row['nilai'])}{unit if unit == '%' else f' {unit}' if unit else ''}"


def years(values: Iterable[int]) -> str:
    """Years as a reader writes them: 2020, 2020 dan 2022, 2020–2024."""
    found = sorted(set(values))
    if len(found) > 2 and found[-1] - found[0] == len(found) - 1:
        return f"{found[0]}–{found[-1]}"
    return " dan ".join(filter(None, [", ".join(map(str, found[:-1])), str(found[-1])]))


def short(text: str | None) -> str:
    """A text short enough for a sentence, cut at a word."""
    text = text or ""
    if len(text) <= _SENTENCE_LIMIT:
        return text
    return text[:_SENTENCE_LIMIT].rsplit(" ", 1)[0] + " …"


def place(row: Row) -> str:
    """Where a row stands: its table and line, or lines where it takes several."""
    last = row.get("baris_akhir") or row["baris"]
    return f"{row['tabel']} (baris {row['baris']}{f'–{last}' if last > row['baris'] else ''})"
