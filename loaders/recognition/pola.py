"""How documents write an office and the level of its region: patterns that forgive what OCR mixes up."""

from __future__ import annotations

import re

from loaders.recognition.naskah import alike

BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip

_END = "(?![a-z])"
_SPACE = r"[ \n*.:]*"
LEMBAGA = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<kip>{alike('komisi independen pemilihan')}|(?i:kip))"
    rf"|(?:{alike('komisi pemilihan umum')}|(?i:kpu))"
    rf"(?:(?i:d)(?![A-Za-z])|[ \n]*(?i:daerah)(?!\s+(?i:istimewa|khusus)))?){_END}"
    rf"[ \n*.):]*(?:\(\s*(?i:kpud?|kip)\s*\)[ \n*]*)?"
)
"""An office with what stands between it and its region."""
RI = re.compile(rf"(?:{alike('republik indonesia')}|(?i:r\.?[i1l]))(?![A-Za-z])[ \n*.,]*")
_WORD = {
    "provinsi": rf"(?:{alike('provinsi')}|{alike('propinsi')}|(?i:pro[vp]\.?)){_END}",
    "kabupaten": rf"(?:{alike('kabupaten')}|(?i:kab\.?)){_END}",
    "kota": rf"(?:{alike('kota')}|(?i:kotamadya|kodya)){_END}",
}
_ADM = rf"(?:[ \n*.]*(?i:administratif|administrasi|adm\.?){_END})?"
LEVEL = {level: re.compile(rf"{word}{_ADM}{_SPACE}") for level, word in _WORD.items()}
"""The word for each level of region."""
BOTH = re.compile(
    rf"(?:{_WORD['kabupaten']}[ \n]*+(?:[/-][ \n]*+)?{_WORD['kota']}"
    rf"|{_WORD['kota']}[ \n]*+/[ \n]*+{_WORD['kabupaten']}){_ADM}{_SPACE}"
)
"""Kabupaten/Kota, which leaves the level open."""
REGION = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(_WORD.values())})")
SLASH_BEFORE = re.compile(rf"{_WORD['provinsi']}\s*/\s*$")
PLACE = re.compile(
    rf"(?im:^[^\w\n]*(?:(?:ditetapkan|ditandatangani|dibuat)\s+di[ :]*(?P<di>[^\n\t,]+)"
    rf"|(?P<kini>[^\n\t,\d]{{3,40}}),\s*\d{{1,2}}\s+(?:{'|'.join(BULAN)})\b|(?P<saja>[^\n\t,\d]{{3,40}})\s*$))"
)
"""A line that names the place of a signature, or nothing but a place."""
