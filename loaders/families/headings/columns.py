"""What a column of a table of cells holds, by its printed heading: a role, a year, a unit.

Headings are read by their letters, since narrow columns break words anywhere. Columns of values are known by their
whole heading or not at all: "Target Akhir Renstra 2024" or "Realisasi s.d. 2024" is no year's target and no year's
realisasi, so what stands under such a heading is left unread. "Realisasi", "Capaian", "%" and a year alone do not say
what they are by themselves; the headings beside them do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.values import letters, parse_periode, parse_year, without_periode, years_in

LAIN = "lain"
"""The role of a column that is not read."""
RAGU = "ragu"
"""The role of a column that can be one of two: its table is not read."""
KATA = ("tujuan", "sasaran", "indikator", "program_kegiatan", "program", "kegiatan", "kro", "ro", "uraian", "unit")
"""Roles of columns of words."""
KINERJA = ("target", "realisasi", "capaian")
UANG = ("pagu", "realisasi_anggaran", "persen", "tvro", "rvro", "efisiensi", "sisa")
"""Roles of columns of values."""
_TAHUN = r"(?:tahun(?:anggaran|an)?|ta|ini|berjalan)*"
_SKALA = r"(?:rp|rupiah|dalam|ribuan|ribu|jutaan|juta|x)*"
_LONGEST = 200
"""Letters of a heading: a longer cell is prose."""
_PERAN = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (RAGU, r"jenisdokumen"),
        ("no", r"no|nomor|no(mor)?urut"),
        ("kode", r"kode.*"),
        ("satuan", r"satuan(kinerja|indikator|target|ukuran|ukur|unit)?|unitsatuan|ukuran"),
        ("indikator", r"(uraian)?indikat(or)?(?!.*(sasaran|definisi|target)).*|iku|ik[skp]k?"),
        ("sasaran", r"(uraian)?sasaran(?!.*indikat).*"),
        ("tujuan", r"tujuan"),
        ("program_kegiatan", r"program(dan|atau)?kegiatan"),
        ("program", r"(nama|uraian)?program"),
        ("kegiatan", r"(nama|uraian)?kegiatan"),
        ("kro", r"kro|klasifikasirincianoutput(kro)?"),
        ("ro", r"ro|rincianoutput(ro)?"),
        ("uraian", r"uraian.*|programkegiatan(kro)?(ro|output)?|programkegiatan(sasaran|kro|ro|output|komponen)+"),
        ("unit", r"(penanggungjawab|unit(kerja|organisasi|pelaksana)|pelaksana).*"),
        ("tvro", r"tvro|targetvolumero"),
        ("rvro", r"rvro|realisasivolumero"),
        ("efisiensi", r"(nilai|tingkat|persentase)?efisiensi"),
        ("sisa", rf"sisa(anggaran|pagu|dana)*{_SKALA}"),
        ("target", rf"target(kinerja|capaian|iku|pk|rkt)*{_TAHUN}"),
        ("realisasi_anggaran", rf"realisasi(anggaran|keuangan|belanja|dana|dipa|pagu)+{_TAHUN}{_SKALA}"),
        ("realisasi_anggaran", r"realisasi(tahun)?(?=.*r(p|upiah))(dalam|ribuan|ribu|jutaan|juta|x)*r(p|upiah).*"),
        ("realisasi", rf"realisasi(kinerja|target|indikator|fisik)*{_TAHUN}"),
        ("persen", r"(persen(tase)?|prosentase|tingkat|daya)*(serap(an)?|penyerapan|realisasi)"
                   r"(anggaran|keuangan|pagu)*"),
        ("capaian", r"(persen(tase)?|prosentase|tingkat|nilai)*(ke|pen)?(ter)?capaian(kinerja|indikator|target|iku)*"
                    rf"{_TAHUN}(persen)?"),
        ("persen", r"persen(tase)?|prosentase"),
        ("pagu", rf"(jumlah|total|alokasi)*(pagu|anggaran|biaya|dana|dipa)+(pagu|anggaran|dipa|tahun|ta)*{_SKALA}"),
    )
)  # fmt: skip
"""Role → how its whole heading reads, letters only; the first that fits. A column that names the kind of document row
by row is our own workbook's, which has a family of its own.
"""
_BATAS = re.compile(
    r"akhir|renstra|rpjm|menengah|nasional|provinsi|triwulan|semester|bulan|kumulatif|sampai|awal|semula|revisi|"
    r"menjadi|blokir|standar"
)
"""Words of a heading that say: these are not the values of one whole year of this office."""
_HASIL = re.compile(
    r"^(?!.*(?:definisi|rumus|formula|cara|sumber|bukti|metode)).*(?<!target)(?:realisasi|capaian|serapan)"
)
_SAMPAI = re.compile(r"\bs\s*+(?:[./]\s*+)?d\b|\bTW\b", re.IGNORECASE)
_YEAR_WORD = re.compile(r"^\s*+tahun\b", re.IGNORECASE)
_BUDGET = re.compile(r"anggaran|keuangan|pagu|dana|biaya|belanja")


@dataclass(frozen=True)
class Kolom:
    """A column: its role, the one year its heading names, the unit it gives to bare numbers, its heading in words, and
    the columns of cells it takes (a heading over several: `awal` to `akhir`). `periode`: the part of a year its heading
    names; such a column is read by no family of whole years, and `bagian` is the role it has for one of parts."""

    peran: str
    tahun: int | None
    satuan: str | None
    teks: str
    awal: int
    akhir: int
    periode: str | None = None
    bagian: str = ""

    @property
    def hasil(self) -> bool:
        """True for a column that is not read and whose heading speaks of results: its table is no plan."""
        return self.peran == LAIN and bool(_HASIL.search(letters(self.teks)))

    @property
    def tahun_saja(self) -> int | None:
        """The year of a column that is headed by nothing else ("2025", "Tahun 2025"): it does not say of what."""
        return parse_year(_YEAR_WORD.sub("", self.teks))


def column(sendiri: str, induk: str, awal: int, akhir: int) -> Kolom:
    """The column with its own heading `sendiri` under the heading `induk` that it shares with its neighbours."""
    teks = f"{induk} {sendiri}".strip()
    peran = role(sendiri, induk)
    years = set(years_in(teks))
    if peran in (*KINERJA, *UANG) and (len(years) > 1 or _BATAS.search(letters(teks)) or _SAMPAI.search(teks)):
        peran = LAIN
    satuan = "%" if "%" in teks and peran in ("target", "realisasi") else None
    own = Kolom(peran, next(iter(years), None) if len(years) == 1 else None, satuan, teks, awal, akhir)
    return _of_part(own, f"{induk}\n{sendiri}") if peran == LAIN else own


def _of_part(own: Kolom, teks: str) -> Kolom:
    """The column with the part of a year its heading names, where the rest of it is a heading of values ("TW I" under
    "Target"). "Realisasi s.d. TW II" is none: it says of more than that part."""
    periode = parse_periode(teks)
    if periode is None:
        return own
    induk, _, sendiri = without_periode(teks).partition("\n")
    bare = column(sendiri, induk, own.awal, own.akhir)
    if bare.peran not in (*KINERJA, *UANG):
        return own
    return replace(own, periode=periode, bagian=bare.peran, satuan=bare.satuan)


def role(sendiri: str, induk: str = "") -> str:
    """The role a heading gives its column; a heading of a year alone, or of nothing, takes the one it stands under."""
    text = letters(sendiri)
    if not text or text == "tahun":
        return role(induk) if induk and "%" not in sendiri else "persen" if "%" in sendiri else LAIN
    known = _PERAN if len(text) <= _LONGEST else ()
    found = next((name for name, pattern in known if pattern.fullmatch(text)), LAIN)
    budget = bool(_BUDGET.search(letters(induk)))
    if found == "realisasi" and budget:
        return "persen" if "%" in sendiri else "realisasi_anggaran"
    if found in ("realisasi_anggaran", "pagu") and "%" in sendiri:
        return "persen"
    if found == "target" and budget:
        return LAIN
    if found == LAIN and "sasaran" in text:
        return RAGU
    return "persen" if found == "capaian" and budget else found


def of_parts(kolom: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """The columns where those of parts of a year have the role they have of such a part. A share without a part right
    behind one is of the same part, where every part has one."""
    found = [replace(one, peran=one.bagian) if one.periode else one for one in kolom]
    shares = [i for i, own in enumerate(found) if own.peran in ("persen", "capaian") and not own.periode]
    behind = {i: part for i in shares if i and (part := found[i - 1].periode)}
    if len(behind) == len(shares) and sorted(behind.values()) == sorted({own.periode for own in found if own.periode}):
        found = [replace(own, periode=behind.get(i, own.periode)) for i, own in enumerate(found)]
    return in_context(tuple(found))


def in_context(kolom: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Say of "Realisasi" and "%" whether they are of the budget or of performance, by what stands at their left,
    in the same year, and part of it, where they name one."""
    placed: list[Kolom] = []
    for own in _named_capaian(kolom):
        near = [one for one in placed if own.tahun in (None, one.tahun)]
        near = [one for one in near if None in (own.periode, one.periode) or own.periode == one.periode]
        left = [one.peran for one in near if one.peran in (*KINERJA, *UANG)]
        placed.append(replace(own, peran=_placed(own, left)))
    return _lone_year(placed)


def _lone_year(kolom: list[Kolom]) -> tuple[Kolom, ...]:
    """Take the only column headed by a year alone for the target of its indikator, where no other is one and no budget
    was spent. Whether that is certain, the document says (families/cells/values.py)."""
    peran = {one.peran for one in kolom}
    alone = [one for one in kolom if one.peran == LAIN and one.tahun_saja]
    if len(alone) != 1 or "indikator" not in peran or peran & {"target", "realisasi_anggaran"}:
        return tuple(kolom)
    (own,) = alone
    return tuple(replace(one, peran="target", tahun=own.tahun_saja) if one is own else one for one in kolom)


def _named_capaian(kolom: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Take "Target | Capaian | %" for target, realisasi and capaian: where no column is called realisasi, and one of
    shares stands right behind a capaian that is none itself."""
    if any(one.peran in ("realisasi", "realisasi_anggaran") or one.hasil for one in kolom):
        return kolom
    found = list(kolom)
    for i, (left, own, right) in enumerate(zip(kolom, kolom[1:], kolom[2:], strict=False), start=1):
        same_year = left.tahun == own.tahun and right.tahun in (None, own.tahun)
        if same_year and (left.peran, own.peran) == ("target", "capaian") and not _is_share(own) and _is_share(right):
            found[i], found[i + 1] = replace(own, peran="realisasi"), replace(right, peran="capaian")
    return tuple(found)


def _is_share(kolom: Kolom) -> bool:
    """True for "%", "Persentase" and "Persentase Capaian"."""
    text = letters(kolom.teks)
    shares = "%" in kolom.teks or "persen" in text or "prosen" in text or text.startswith("tingkat")
    return kolom.peran in ("persen", "capaian") and shares


def _placed(own: Kolom, left: list[str]) -> str:
    if own.peran == "realisasi" and "pagu" in left:
        if "realisasi_anggaran" in left:
            return "persen" if own.satuan else RAGU
        return RAGU if "target" in left and "realisasi" not in left else "realisasi_anggaran"
    if own.peran in ("persen", "capaian"):
        kinds = [peran for peran in left if peran in ("realisasi", "realisasi_anggaran")]
        if not kinds:
            return LAIN if own.peran == "persen" else own.peran
        return "capaian" if kinds[-1] == "realisasi" else "persen"
    return own.peran
