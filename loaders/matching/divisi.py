"""Printed unit pelaksana → the five divisi of a KPU kabupaten/kota, whatever the word order; all of a row stay."""

from __future__ import annotations

DIVISI = {
    "Keuangan, Umum, Logistik dan Rumah Tangga": ("keuangan", "logistik", "rumah tangga"),
    "Teknis Penyelenggaraan": ("teknis",),
    "Perencanaan, Data dan Informasi": ("perencanaan", "program dan data"),
    "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM": (
        "sosialisasi",
        "partisipasi masyarakat",
        "hupmas",
    ),
    "Hukum dan Pengawasan": ("hukum",),
}
"""Divisi → words of its name, or of the subbagian under it. Source: aturan bidang §5."""


def named(unit_pelaksana: str | None) -> tuple[str, ...]:
    """The divisi a printed unit names, in the order of the list above; empty when it names none.

    A subbagian that served two divisi ("Teknis dan Hupmas") names both.
    """
    text = (unit_pelaksana or "").lower()
    return tuple(divisi for divisi, words in DIVISI.items() if any(word in text for word in words))
