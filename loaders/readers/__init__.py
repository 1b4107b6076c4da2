"""File → Lembar: the lines and cells of a file with their places, unaware of what they mean.

    lembar = read(Path("renstra.pdf"))      # a file of ours; a file of strangers goes through loaders.sandbox
    [line.sel for line in lembar.baris if line.ada_sel]

`dispatch` picks the module of a format only when a file needs it, since some bring large libraries along.
"""

from __future__ import annotations

from loaders.readers import progress
from loaders.readers.dispatch import read
from loaders.readers.format import MAKS_BERKAS, Golongan, extension_note, kind, recognise, safe_name
from loaders.readers.lembar import Baris, Lembar, place
from loaders.readers.lembar_json import MAKS_BARIS, MAKS_JSON, TerlaluBesar, from_json, to_json
from loaders.readers.signs import ULANG

__all__ = [
    "MAKS_BARIS",
    "MAKS_BERKAS",
    "MAKS_JSON",
    "ULANG",
    "Baris",
    "Golongan",
    "Lembar",
    "TerlaluBesar",
    "extension_note",
    "from_json",
    "kind",
    "place",
    "progress",
    "read",
    "recognise",
    "safe_name",
    "to_json",
]
