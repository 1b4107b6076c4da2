"""What a document is, from what it prints itself: satker, kind, years, number and date, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from loaders.files import REFERENSI, data_folder, read_rows
from loaders.lembar_kerja import Identitas, read_identity
from loaders.readers import Lembar
from loaders.recognition.decree import Nomor, code, dates, numbers
from loaders.recognition.evidence import Dugaan, Terkaan, of_headings, of_several, where
from loaders.recognition.headings import Judul, Tahun
from loaders.recognition.satker import DaftarSatker, most_specific
from loaders.recognition.script import KINDS, Naskah, Sebutan
from loaders.records import JenisDokumen

T = TypeVar("T")
SEBUTAN = ("sebutan", "kode_satker", "jenis")
"""The columns of data/referensi/satker_sebutan.csv."""
PERIOD = range(1, 7)
"""Years between the first and last year of a Renstra that are believed."""
SHARE = 4
"""Outside a title page an office counts only when it is named at least a quarter as often as the most frequent one."""


def daftar_satker(folder: Path | None = None) -> DaftarSatker:
    """The satker of the reference lists with their other names. Raises DaftarSalah."""
    folder = folder or data_folder() / "referensi"
    return DaftarSatker.dari(
        read_rows(folder / "satker.csv", REFERENSI["satker"]),
        read_rows(folder / "satker_sebutan.csv", SEBUTAN),
    )


def recognise(lembar: Lembar, daftar: DaftarSatker) -> Dugaan:
    """Whose document it is, its type, years, number and date, each with its evidence; the file's name never decides.

    A template workbook of ours says it on its sheet Keterangan; what is blank there stays open.
    """
    if typed := read_identity(lembar):
        return _of_workbook(typed, daftar)
    judul = Judul(Naskah.dari([line.teks for line in lembar.baris], daftar))
    printed = numbers(judul.naskah)
    own = [n for n in printed if n.baris <= judul.akhir_muka] or printed
    kind, kind_lines = _jenis(judul, Path(lembar.nama).stem)
    years, year_lines = _tahun(judul, kind.nilai)
    dated = dates(judul.naskah)
    what = "tanggal penetapan" if dated and dated[0].ditetapkan else "tanggal tanda tangan"
    return Dugaan(
        _satker(judul, own, lembar),
        of_headings(kind, kind_lines, lembar, "jenis"),
        of_headings(years, year_lines, lembar, "tahun"),
        of_several([(n.teks, n.baris) for n in own], lembar, "menurut", "tidak ada nomor keputusan di halaman judul"),
        of_several([(t.tanggal, t.baris) for t in dated], lembar, f"{what} di",
                   "tidak ada tanggal penetapan atau tanda tangan"),
    )  # fmt: skip


def _jenis(judul: Judul, stem: str) -> tuple[Terkaan[JenisDokumen], tuple[int, ...]]:
    """The type in the first title of the title page; without one, the type that the headings of the body leave.

    A laporan kinerja repeats the perjanjian kinerja and names the Renstra, never the other way round.
    """
    front = [title for title in judul.gelar if title.di_muka]
    report = [title for title in judul.gelar if title.jenis == "LK" and title.lengkap]
    titles = front or report or [title for title in judul.gelar if title.lengkap] or judul.gelar
    first = {title.jenis: title.baris for title in reversed(titles)}
    kinds = tuple(sorted(first, key=lambda kind: first[kind]))
    if kinds[:1] == ("PK",) and front and len(report) > 1:
        return Terkaan("LK", ("PK",), "", False), (report[0].baris, front[0].baris)
    if front:
        sure = (len(kinds) == 1 or kinds == ("LK", "PK")) and any(t.utuh for t in front if t.jenis == kinds[0])
        return Terkaan(kinds[0], kinds[1:], "", sure), tuple(first[kind] for kind in kinds)
    lines = tuple(title.baris for title in titles[:2])
    if len(kinds) == 1:
        return Terkaan(kinds[0], (), "", len(titles) > 1 and all(title.lengkap for title in titles)), lines
    hints = tuple(kind for kind in _kinds_in_name(stem, judul.naskah.daftar) if kind not in kinds)
    return Terkaan(None, kinds + hints, "; nama berkas memberi petunjuk lemah" if hints else "", False), lines


def _kinds_in_name(stem: str, daftar: DaftarSatker) -> tuple[JenisDokumen, ...]:
    """The types of documents a file's name may mean, abbreviations included; never more than a hint."""
    words = Naskah.dari([stem.replace("_", " ")], daftar)
    said = {part.arti for part in words.potong.values()} | {word.teks.upper() for word in words.kata}
    return tuple(kind for kind in KINDS if said & {kind, kind.upper()})


def _tahun(judul: Judul, kind: JenisDokumen | None) -> tuple[Terkaan[tuple[int, int]], tuple[int, ...]]:
    """First and last year: the period of a Renstra, the one year of the others; of the strongest headings that agree.

    A year read through a letter ("2O20") is never certain, nor one outside the title page that stands there once.
    """
    front = [year for year in judul.tahun(range(1, judul.akhir_muka + 1)) if _fits(year, kind)]
    near = dict.fromkeys(n for t in judul.gelar if t.jenis == kind for n in range(t.baris, t.baris + 4))
    found = front or [year for year in judul.tahun(near) if _fits(year, kind)]
    strong = [year for year in found if year.kuat] or found
    spans = tuple(dict.fromkeys((year.awal, year.akhir) for year in strong))
    lines = tuple(dict.fromkeys(year.baris for year in strong))[:2]
    if len(spans) != 1:
        return Terkaan(None, spans, "", False), lines
    sure = all(year.terbaca and year.kuat for year in (strong if kind else found)) and bool(front or len(strong) > 1)
    return Terkaan(spans[0], (), "", sure), lines


def _fits(year: Tahun, kind: JenisDokumen | None) -> bool:
    return kind is None or (year.akhir - year.awal in PERIOD if kind == "Renstra" else year.awal == year.akhir)


def _satker(judul: Judul, own: list[Nomor], lembar: Lembar) -> Terkaan[str]:
    """The satker with every reason in words; where it is open, the name of the file only adds to the choice."""
    daftar = judul.naskah.daftar
    found, spoken = _decide(judul, {kode for n in own if (kode := code(n.teks, daftar))})
    coded = [n for n in own[:1] if any(code(n.teks, daftar) for n in own)]
    reasons = [_mention(one, lembar, daftar) for one in spoken] + [_number(n, lembar, daftar) for n in coded]
    if found.nilai is not None:
        lead = daftar.nama[found.nilai] + (" menurut " if found.pasti else ", periksa dulu, menurut ")
        return replace(found, bukti=lead + "; ".join(reasons[:4]))
    stem = Path(lembar.nama).stem.replace("-", " ").replace("_", " ").title()
    weak = [kode for m in Naskah.dari([stem], daftar).sebutan for kode in m.kode if kode not in found.lain]
    hints = [f"nama berkas menyebut {daftar.nama[kode]}, petunjuk lemah" for kode in weak]
    others = tuple(dict.fromkeys([*found.lain, *weak]))
    lead = "satker belum pasti, pilih sendiri: " if others else "satker tidak disebut"
    return Terkaan(None, others, lead + "; ".join(reasons[:4] + hints), False)


def _number(nomor: Nomor, lembar: Lembar, daftar: DaftarSatker) -> str:
    kode = code(nomor.teks, daftar)
    carried = f"kode {kode} ({daftar.nama[kode]})" if kode else "tanpa kode satker"
    return f"nomor keputusan di {where(lembar, nomor.baris)} «{nomor.teks}», {carried}"


def _mention(mention: Sebutan, lembar: Lembar, daftar: DaftarSatker) -> str:
    meant = " atau ".join(daftar.nama[kode] for kode in mention.kode)
    place = where(lembar, mention.baris, mention.baris_akhir)
    return f"{place} «{mention.teks}»" + ("" if mention.tunggal else f", mungkin {meant}")


def _decide(judul: Judul, codes: set[str]) -> tuple[Terkaan[str], list[Sebutan]]:
    """Weigh headings and decree number; the body never outweighs them and only proposes when both are silent.

    Certain: an exact name in the title, which nothing contradicts, or a name and the code of the decree that agree.
    """
    front = [m for m in judul.satker if m.baris_akhir <= judul.akhir_muka]
    titles = {title.baris for title in judul.gelar}
    said = front or [m for m in judul.satker if titles & {m.baris, m.baris_akhir}] or judul.satker
    counted = Counter(kode for m in said for kode in m.kode)
    most = max(counted.values(), default=0)
    named = most_specific(kode for kode, times in counted.items() if front or times * SHARE >= most)
    spoken = _once(said)
    if not named and not codes:
        return _silent(judul.naskah)
    if len(codes) == 1 and (not named or codes <= named):
        agreed = all(codes <= set(m.kode) for m in said) if named else _in_text(judul.naskah, codes)
        return Terkaan(*codes, tuple(sorted(named - codes)), "", len(named) == 1 or agreed), spoken
    if not codes and len(named) == 1:
        single = most_specific({m.kode[0] for m in said if len(m.kode) == 1} | named) == named
        exact = any(m.tunggal in named for m in said)
        return Terkaan(*named, (), "", exact and single and bool(front or len(said) > 1)), spoken
    return Terkaan(None, tuple(sorted(named | codes)), "", False), spoken


def _in_text(naskah: Naskah, codes: set[str]) -> bool:
    return any(m.tunggal in codes for m in naskah.sebutan)


def _silent(naskah: Naskah) -> tuple[Terkaan[str], list[Sebutan]]:
    """No heading and no number: every satker that the text or a place may mean is only proposed."""
    counted = Counter(kode for m in naskah.sebutan for kode in m.kode)
    found = most_specific(counted)
    first = _once([m for m in naskah.sebutan if found & set(m.kode)])
    return Terkaan(None, tuple(sorted(found, key=lambda kode: (-counted[kode], kode))), "", False), first


def _once(mentions: Sequence[Sebutan]) -> list[Sebutan]:
    """The first mention of every choice of satker."""
    return list({m.kode: m for m in reversed(mentions)}.values())[::-1]


def _of_workbook(typed: Identitas, daftar: DaftarSatker) -> Dugaan:
    """What the sheet Keterangan of our workbook says; a blank field, or a code of no satker, stays open."""
    first, last = typed.tahun_awal, typed.tahun_akhir or typed.tahun_awal
    return Dugaan(
        _typed_satker(typed, daftar),
        _typed(typed.jenis, "jenis dokumen"),  # ty: ignore[invalid-argument-type]
        _typed((first, last) if first and last else None, "tahun"),
        Terkaan(None, (), "lembar kerja tidak bernomor keputusan", False),
        Terkaan(None, (), "lembar kerja tidak bertanggal penetapan", False),
    )


def _typed_satker(typed: Identitas, daftar: DaftarSatker) -> Terkaan[str]:
    """Certain by the code where the name beside it is blank or the same; two that differ are left to choose from."""
    kode = typed.kode_satker if typed.kode_satker in daftar.nama else None
    named = most_specific(c for m in Naskah.dari([typed.satker or ""], daftar).sebutan for c in m.kode)
    shown, choice = f"nama satker «{typed.satker}»", tuple(sorted(named))
    if kode is None:
        lead = f"{daftar.nama[choice[0]]}, periksa dulu, menurut {shown}" if len(choice) == 1 else "satker belum pasti"
        bukti = f"{lead}; kode satker kosong atau tidak dikenal di lembar Keterangan"
        return Terkaan(choice[0], (), bukti, False) if len(choice) == 1 else Terkaan(None, choice, bukti, False)
    if named and kode not in named:
        bukti = f"satker belum pasti, pilih sendiri: di lembar Keterangan kode {kode} berarti {daftar.nama[kode]}, "
        return Terkaan(None, (kode, *choice), f"{bukti}sedangkan {shown}", False)
    unknown = bool(typed.satker) and not named
    doubt = f", periksa dulu: {shown} tidak dikenal" if unknown else ""
    return Terkaan(kode, (), f"{daftar.nama[kode]} menurut lembar Keterangan{doubt}", not unknown)


def _typed(value: T | None, what: str) -> Terkaan[T]:
    if value is None:
        return Terkaan(None, (), f"{what} kosong atau tidak dikenal di lembar Keterangan", False)
    return Terkaan(value, (), "menurut lembar Keterangan", True)
