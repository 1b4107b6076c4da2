"""How long each typed field may be and which letters it may hold: the one place that knows, for page and command.

What a person types is refused with a sentence; what a file brings along (its name) is made visible; what is copied from
a document (`teks_lama`, `teks`) keeps its letters and is only bounded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from loaders.errors import IsianSalah

PALING_PANJANG: Mapping[str, int] = {
    "nama_asli": 255,
    "oleh": 100,
    "nomor": 200,
    "tanggal": 20,
    "kolom": 60,
    "nilai_baru": 4_000,
    "alasan": 2_000,
    "teks_lama": 40_000,
    "teks": 4_000,
    "kode": 100,
    "keyakinan": 20,
    "baris": 10,
    "file": 500,
    "sumber": 2_000,
    "kode_satker": 10,
    "jenis_dokumen": 20,
    "tahun_awal": 10,
    "periode": 10,
    "tahun_akhir": 10,
    "sha256": 64,
    "menggantikan": 64,
    "dipakai": 10,
}
"""Field → the most characters it may have. `teks_lama` is a line of a document, `nama_asli` the name of a file."""
_DISALIN = frozenset({"teks_lama", "teks"})
"""Copied from a document: a correction is guarded by the very letters of its line."""
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_NAMES = {"nama_asli": "nama berkas", "oleh": "oleh (nama yang dicatat)"}


def check(kolom: str, text: str) -> None:
    """Raise IsianSalah, naming field and limit, for a text too long for its field or with letters nobody sees."""
    name, most = _NAMES.get(kolom, kolom), PALING_PANJANG.get(kolom, 2_000)
    if len(text) > most:
        raise IsianSalah(name, f"panjangnya {_angka(len(text))} huruf, paling banyak {_angka(most)}. Pendekkan dahulu")
    odd = next((letter for letter in text if unicodedata.category(letter) in _UNSEEN), None)
    if odd is not None and kolom not in _DISALIN:
        raise IsianSalah(name, f"memuat {_words(odd)} pada huruf ke-{text.index(odd) + 1}. Hapus dahulu")


def check_row(row: Mapping[str, str]) -> None:
    """Check every field of a row by the name of its column. Raises IsianSalah for the first that cannot stay."""
    for kolom, text in row.items():
        check(kolom, text)


def visible(text: str) -> str:
    """The text with every letter nobody sees written as its number: a name with U+202E in it shows that it has one."""
    return "".join(f"‹U+{ord(c):04X}›" if unicodedata.category(c) in _UNSEEN else c for c in text)


def _words(letter: str) -> str:
    known = {"\n": "ganti baris", "\r": "ganti baris", "\t": "tabulasi"}
    return known.get(letter, f"huruf yang tidak tampak (U+{ord(letter):04X})")


def _angka(count: int) -> str:
    return f"{count:,}".replace(",", ".")
