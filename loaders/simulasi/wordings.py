"""How an office words an indikator: as one of the real offices did, with its own name, now and then misspelled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from loaders.files import REFERENSI, read_rows
from loaders.simulasi.chance import dice, likely

_NAMED = re.compile(r"\bKPU Kota (?:Balikpapan|Blitar|Pangkalpinang|Prabumulih|Serang)\b")
_OTHERS = re.compile(r"\b(?:Balikpapan|Blitar|Pangkalpinang|Prabumulih|Serang)\b")
_ENDS = re.compile(r"(?:baik|waktu|SOP|valid|undangan|pedoman|KPU|hukum|publik|tepat)$", re.IGNORECASE)
_TYPED = (
    ("Persentase", "Presentase"),
    ("Persentase", "Prosentase"),
    ("sistem", "system"),
    ("/Pemilihan", "/ Pemilihan"),
)
"""Real misspellings: (right, wrong)."""
Bunyi = Mapping[str, tuple[str, ...]]
"""kode_baku → its wordings; «{satker}» stands for the office's own name."""


def known(referensi: Path) -> Bunyi:
    """The wordings that persons judged to be surely one indikator baku, its own name first. Raises DaftarSalah."""
    found: dict[str, dict[str, None]] = {}
    judged = read_rows(referensi / "padanan.csv", REFERENSI["padanan"])
    doubtful = {_plain(row["teks"]) for row in judged if row["keyakinan"] != "pasti"}
    for row in read_rows(referensi / "indikator_baku.csv", REFERENSI["indikator_baku"]):
        found[row["kode"]] = {} if _plain(row["nama"]) in doubtful else {row["nama"]: None}
    for row in judged:
        text = _NAMED.sub("{satker}", row["teks"])
        if row["keyakinan"] == "pasti" and not _OTHERS.search(text):
            found[row["kode"]][text] = None
    return {kode: tuple(texts) for kode, texts in found.items()}


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def worded(bunyi: Bunyi, kode: str, satker: str, *named: object) -> str:
    """The wording of an office: the same each time for the same `named`."""
    throw = dice("bunyi", kode, satker, *named)
    text = throw.choice(bunyi[kode])
    if text.startswith("Persentase") and "{satker}" not in text and throw.random() < 0.12 and not _ENDS.search(text):
        text = f"{text} di {{satker}}"
    return text.replace("{satker}", satker)


def misspelled(text: str, *named: object) -> str:
    """The text with a real misspelling in one row of fifty, else as it is."""
    fitting = [pair for pair in _TYPED if pair[0] in text]
    if not fitting or not likely(0.02, "ejaan", text, *named):
        return text
    right, wrong = dice("salah eja", text, *named).choice(fitting)
    return text.replace(right, wrong, 1)
