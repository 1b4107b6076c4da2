"""How it is known whose a row is and what it measures, in words: never more certain than it is."""

from collections.abc import Mapping
from typing import Any

from pages.components.text import plain

TANPA = "tanpa divisi"
ASAL = {
    "tertulis": "tertulis",
    "lewat_subbagian": "lewat subbagian",
    "tertulis dan lewat_subbagian": "tertulis dan lewat subbagian",
    "turunan": "turunan",
}
"""asal_divisi → how a divisi is known."""
CARA = {
    "orang": "diputuskan orang",
    "kata_sama": "otomatis: kata-katanya sama",
    "tanpa_satker": "otomatis: sama setelah nama satker dan tahun dikesampingkan",
    "bentuk_kata": "otomatis: sama setelah ejaan, singkatan, dan bentuk kata disamakan",
    "kata_isian": "otomatis: sama setelah kata yang tidak berarti dikesampingkan",
    "ejaan": "otomatis: sama kecuali satu huruf yang salah",
}
"""cara_padan → how a name of the catalogue was found."""


def divisi(row: Mapping[str, Any]) -> str:
    """The divisi of a row and how it is known, or that none is known. Input: divisi, asal_divisi."""
    if not row["divisi"]:
        return TANPA.capitalize()
    return f"Divisi {plain(row['divisi'])} ({ASAL[row['asal_divisi']]})"


def indikator(row: Mapping[str, Any]) -> str:
    """The indikator baku of a row and how it was found; nothing of none. Input: it, keyakinan, cara_padan."""
    if not row["indikator_baku"]:
        return ""
    doubt = ", mungkin" if row["keyakinan"] == "mungkin" else ""
    how = CARA.get(row["cara_padan"] or "orang")
    return f"indikator baku “{plain(row['indikator_baku'])}” ({how}{doubt})"


def sasaran(row: Mapping[str, Any]) -> str:
    """The sasaran baku of a row; nothing of none."""
    return f"sasaran baku “{plain(row['sasaran_baku'])}”" if row["sasaran_baku"] else ""
