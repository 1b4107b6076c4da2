"""What a printed indicator says once all is set aside that does not say what is measured, in named steps.

    steps("Persentase penegakkan disiplin pegawai di KPU Kabupaten Ogan Ilir Tahun 2023")

Each step sets more aside than the one before, so that a match can say how much had to be: `kata_sama` (case, order of
words and the common fillers), `tanpa_satker` (the names of offices, the bodies under them, the year of the row),
`bentuk_kata` (abbreviations, spelling, forms of one word), `kata_isian` (words that only carry a sentence).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from loaders import reference
from loaders.files import REFERENSI, read_rows

LANGKAH: Final = ("kata_sama", "tanpa_satker", "bentuk_kata", "kata_isian")
"""The steps, from the least set aside to the most."""
Words = frozenset[str]
_PROVINSI, _KABKOTA = r"(?:provinsi|propinsi|prov\b\.?)", r"(?:kabupaten|kota|kab\b\.?)"
_LEVEL = rf"(?:{_PROVINSI}|{_KABKOTA})"
_BODY = r"(?:ppk|pps|kpps|pantarlih|ppdp|petugas pemutakhiran data pemilih)"
_OFFICE = r"(?:kpu|kip|komisi pemilihan umum|komisi independen pemilihan)"
_PLACE = r"(?:\b(?:di|oleh|pada|dari)\s+)?(?:\b(?:dalam\s+)?lingkungan\s+|\bwilayah\s+)?"


def steps(teks: str) -> tuple[Words, ...]:
    """The words of a text at each of LANGKAH, in that order."""
    return _steps(teks, _region())


def words(teks: str) -> Words:
    """The words that say what is measured: those of the last step."""
    return steps(teks)[-1]


@lru_cache(maxsize=50_000)
def _steps(teks: str, region: str) -> tuple[Words, ...]:
    plain = _plain(teks)
    bare = _without_offices(plain, region)
    formed = _forms(bare)
    return _split(_short_office(plain)), _split(bare), formed, formed - _ISIAN


def _split(text: str) -> Words:
    return frozenset(_SPELLING.get(word, word) for word in _WORD.findall(text)) - _FILLERS


def _plain(teks: str) -> str:
    """Lower case, one space, and an election that may be either kind as one word of its own."""
    return _ELECTION.sub(" pemilupemilihan ", " ".join(teks.lower().replace("\u2019", "'").split()))


_WORD = re.compile(r"[a-z0-9]+")
_ELECTION = re.compile(
    r"\b(?:pemilu\s*(?:/|dan\b|atau\b)\s*pemilihan|pemilihan\s*(?:/|dan\b|atau\b)\s*pemilu)\b(?!\s+umum)"
)
_FILLERS = frozenset(
    {"yang", "dengan", "secara", "dan", "di", "dalam", "pada", "oleh", "untuk", "terhadap", "atas", "keberhasilan"}
)
_SPELLING = {
    "prosentase": "persentase", "presentase": "persentase", "adhock": "adhoc", "adhok": "adhoc", "system": "sistem",
    "penegakkan": "penegakan", "pendistribusian": "distribusi", "adanya": "ada", "dimedia": "media",
    "didaerah": "daerah",
}  # fmt: skip
"""Spellings and noun forms of one word. A word that changes what is counted does not belong here."""


# Offices: KPU RI, satker KPU Kabupaten Ogan Ilir, KPU Kota X, PPK, PPS dan KPPS, Sekretariat KIP Aceh, Kabupaten Bantul


@lru_cache(maxsize=8)
def _offices(region: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    part = rf"(?:\s*(?:/|,(?=\s*(?:{_OFFICE}|{_LEVEL}|{_BODY}))|\b(?:dan|atau|serta|ri|aceh)\b|\b{_LEVEL}|\b{_OFFICE}\b"
    own = rf"|\b(?:{region})\b" if region else ""
    office = rf"{_PLACE}(?:\b(?:satker|satuan kerja|sekretariat)\s+)*\b{_OFFICE}\b{part}{own}|\b{_BODY}\b))*"
    level = rf"{_LEVEL}(?:\s*/\s*{_LEVEL})*"
    place = rf"{_PLACE}(?:\bsatker\s+)?(?:\b{level}\s+(?:{level}\s+)?(?:{region})\b|\b(?:{region})\s+{_LEVEL}\b)"
    return tuple(
        (re.compile(pattern), put)
        for pattern, put in (
            (rf"\bdprd\s+{_PROVINSI}(?:\s+(?:{region})\b)?", " dprdprovinsi "),
            (rf"\bdprd\s+{_KABKOTA}(?:\s*/\s*{_KABKOTA})?(?:\s+(?:{region})\b)?", " dprdkabkota "),
            (office, " "),
            *(((place, " "),) if region else ()),
        )
    )


_SHORT = re.compile(
    r"(?:\b(?:di|oleh|pada)\s+)?(?:\blingkungan\s+)?(?:\bsatker\s+)?\b(?:kpu|kip|komisi pemilihan umum)\b"
    r"(?:\s*(?:/|\bdan\b|\batau\b|\bri\b|\bprovinsi\b|\bpropinsi\b|\bkabupaten\b|\bkota\b|\bkab\b|\baceh\b|\bkpu\b|\bkip\b))*"
)
_YEAR = re.compile(
    r"(?<!pemilu )(?<!pemilihan )(?<!serentak )\btahun\s+(?:anggaran\s+)?20\d\d\b(?:\s*[-–]\s*20\d\d\b)?"
)
_YEAR_OF_ELECTION = re.compile(r"\b(pemilu|pemilihan|serentak)\s+tahun\s+(20\d\d)\b")


def _short_office(text: str) -> str:
    return _SHORT.sub(" ", text)


def _without_offices(text: str, region: str) -> str:
    for pattern, put in _offices(region):
        text = pattern.sub(put, text)
    return _YEAR_OF_ELECTION.sub(r"\1 \2", _YEAR.sub(" ", text))


def _region() -> str:
    return reference.of("satker.csv", _regions)


def _regions(path: Path) -> str:
    """The names of all regions of the list, the longest first, as one expression."""
    names = {_OWN.sub("", row["satker"]).lower() for row in read_rows(path, REFERENSI["satker"])} - {""}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_OWN = re.compile(r"^(?:KPU|KIP) (?:RI$|(?:(?:Provinsi|Kabupaten|Kota) )?(?:Administrasi )?)")


# Forms: what is written long or short, with one spelling or another, with or without an ending, and means the same.

_SINGKATAN = {
    r"barang milik negara": "bmn", r"standart? (?:akuntansi|akutansi) pemerintah(?:an)?": "sap",
    r"badan pemeriksa(?:an)? keuangan(?: republik indonesia| ri)?": "bpk", r"mahkamah konstitusi": "mk",
    r"daftar pemilih tetap": "dpt", r"daerah pemilihan": "dapil", r"rumah pintar pemilu": "rpp",
    r"sumber daya manusia": "sdm", r"(?:peng?ganti|perganti)an antar ?waktu": "paw",
    r"pejabat pengelola informasi dan dokumentasi": "ppid", r"sistem pengendalian intern(?:al)? pemerintah": "spip",
    r"aparat(?:ur)? pengawas(?:an)? intern(?:al)? pemerintah": "apip", r"pegawai negeri sipil": "pns",
    r"standar operasional prosedur|standar operating procedure|standard operating procedure": "sop",
    r"kerja[ -]sama": "kerjasama", r"data ?base|basis data": "database", r"ad[ -]ho[ck]{1,2}": "adhoc",
    r"tindak lanjut": "tindaklanjut", r"e[- ]government": "egovernment", r"perundangundangan": "perundang undangan",
}  # fmt: skip
"""What is written long → short, where the short form can mean nothing else here."""
_BENTUK = {
    "akutansi": "akuntansi", "analisa": "analisis", "andal": "handal", "berdasarkan": "berbasis",
    "diharmonisasikan": "diharmonisasi", "efektifitas": "efektivitas", "jadual": "jadwal",
    "ketepatan": "tepat", "kevalidan": "valid", "kordinasi": "koordinasi",
    "penginventarisasian": "inventarisasi", "propinsi": "provinsi", "resiko": "risiko",
    "sistim": "sistem", "standard": "standar", "standart": "standar", "tehnis": "teknis", "tehnologi": "teknologi",
    "kab": "kabupaten",
}  # fmt: skip
_ISIAN = frozenset(
    {"ada", "bagi", "berlaku", "dapat", "dihadapi", "dilakukan", "dimiliki", "kepada", "lingkungan", "mengenai", "para",
     "pelaksanaan", "proses", "telah", "terselesaikan"}
)  # fmt: skip
"""Words that carry a sentence and do not change what it counts."""
_ANGKA = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_TWICE = re.compile(rf"\b(\d+)\s*\((?:{'|'.join(_ANGKA)})(?: belas| puluh)?\)")
_LONG = tuple((re.compile(rf"\b(?:{long})\b"), short) for long, short in _SINGKATAN.items())
_NOTHING = re.compile(r"\bsecara akuntabel\b(?!\s*(?:,|dan\b|serta\b))")


def _forms(text: str) -> Words:
    text = _NOTHING.sub(" ", _TWICE.sub(r"\1", text))
    for long, short in _LONG:
        text = long.sub(short, text)
    return frozenset(_form(word) for word in _split(text)) - _FILLERS


def _form(word: str) -> str:
    """One form of a word: without the ending -nya, ketercapaian as tercapai."""
    bare = word.removesuffix("nya") if len(word) > 6 else word
    noun = re.fullmatch(r"ke(ter\w{3,}?)an", bare)
    return _BENTUK.get(bare, noun[1] if noun else bare)
