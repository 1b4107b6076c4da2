"""What is known of a document and how: each thing with its value, what else it may be, and a sentence of evidence.

What a document is and of which years, from its headings; what they leave open is asked, never guessed.

Whose document it is: what the title page, the headings and the number of the decree say, and whether they agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from loaders.lembar_kerja import Identitas
from loaders.readers import Lembar
from loaders.recognition.decree import Nomor, Tanggal, code
from loaders.recognition.headings import Gelar, Judul, Tahun
from loaders.recognition.satker import DaftarSatker, Sebutan, find, most_specific
from loaders.records import JenisDokumen

T = TypeVar("T")


@dataclass(frozen=True)
class Terkaan(Generic[T]):
    """One thing known of a document: the value, or None where the document leaves it open.

    `lain`: other values it may be. `bukti`: an Indonesian sentence that says where it stands. `pasti`: False where a
    person has to confirm or to choose.
    """

    nilai: T | None
    lain: tuple[T, ...]
    bukti: str
    pasti: bool


@dataclass(frozen=True)
class Dugaan:
    """What a document says of itself. `tahun`: first and last year. `nomor`, `tanggal`: of its decree or signature."""

    satker: Terkaan[str]
    jenis: Terkaan[JenisDokumen]
    tahun: Terkaan[tuple[int, int]]
    nomor: Terkaan[str]
    tanggal: Terkaan[date]

    @property
    def pasti(self) -> bool:
        """True when satker, type and years need no confirmation."""
        return self.satker.pasti and self.jenis.pasti and self.tahun.pasti


def _where(lembar: Lembar, first: int, last: int | None = None) -> str:
    place = lembar.di(first).tempat or f"baris {first}"
    return f"{place}–{last}" if last and last != first and not lembar.di(first).tempat else place


def satker_of(putusan: Putusan, lembar: Lembar, daftar: DaftarSatker) -> Terkaan[str]:
    """The satker with every reason in words; where it is open, the name of the file only adds to the choice."""
    reasons = [_reason(reason, lembar, daftar) for reason in putusan.alasan[:4]]
    if putusan.kode is None:
        stem = Path(lembar.nama).stem.replace("-", " ").replace("_", " ")
        weak = [kode for mention in find([stem.title()], daftar) for kode in mention.kode]
        others = tuple(dict.fromkeys([*putusan.lain, *weak]))
        reasons += [
            f"nama berkas menyebut {daftar.nama[kode]}, petunjuk lemah" for kode in weak if kode not in putusan.lain
        ]
        lead = "satker belum pasti, pilih sendiri: " if others else "satker tidak disebut"
        return Terkaan(None, others, lead + "; ".join(reasons), False)
    lead = daftar.nama[putusan.kode] + (" menurut " if putusan.pasti else ", periksa dulu, menurut ")
    return Terkaan(putusan.kode, putusan.lain, lead + "; ".join(reasons), putusan.pasti)


def _reason(reason: Sebutan | Nomor, lembar: Lembar, daftar: DaftarSatker) -> str:
    if isinstance(reason, Nomor):
        kode = code(reason.teks, daftar)
        carried = f"kode {kode} ({daftar.nama[kode]})" if kode else "tanpa kode satker"
        return f"nomor keputusan di {_where(lembar, reason.baris)} «{reason.teks}», {carried}"
    place = _where(lembar, reason.baris, reason.baris_akhir)
    meant = " atau ".join(daftar.nama[kode] for kode in reason.kode)
    return f"{place} «{reason.teks}»" + ("" if reason.tunggal else f", mungkin {meant}")


def of_heading(chosen: Pilihan[T], lembar: Lembar, what: str, weak: tuple[T, ...]) -> Terkaan[T]:
    """What headings say, with the lines quoted; `weak`: what the name of the file hints at.

    One heading alone is not certain where its letters were recognised in a picture.
    """
    quoted = "; ".join(f"{_where(lembar, n)} «{lembar.di(n).tercetak[0][:60]}»" for n in chosen.baris)
    others = (*chosen.lain, *(value for value in weak if chosen.nilai is None and value not in chosen.lain))
    if chosen.nilai is not None:
        picture = len(chosen.baris) == 1 and lembar.di(chosen.baris[0]).ocr
        doubt = ", dibaca dari gambar" if picture else ""
        return Terkaan(chosen.nilai, others, f"menurut {quoted}{doubt}", chosen.pasti and not picture)
    lead = f"{what} tidak tertulis di judul" if not quoted else f"{what} belum pasti, pilih sendiri: {quoted}"
    return Terkaan(
        None, others, lead + ("; nama berkas memberi petunjuk lemah" if others != chosen.lain else ""), False
    )


def number_of(own: list[Nomor], lembar: Lembar) -> Terkaan[str]:
    """The number of the decree; several different ones are all given."""
    found = tuple(dict.fromkeys(n.teks for n in own))
    if not found:
        return Terkaan(None, (), "tidak ada nomor keputusan di halaman judul", False)
    return Terkaan(found[0], found[1:], f"menurut {_where(lembar, own[0].baris)}", len(found) == 1)


def date_of(printed: list[Tanggal], lembar: Lembar) -> Terkaan[date]:
    """The date of the decree, else of the first signature; several different ones are all given."""
    found = tuple(dict.fromkeys(t.tanggal for t in printed))
    if not found:
        return Terkaan(None, (), "tidak ada tanggal penetapan atau tanda tangan", False)
    what = "tanggal penetapan" if printed[0].ditetapkan else "tanggal tanda tangan"
    return Terkaan(found[0], found[1:], f"{what} di {_where(lembar, printed[0].baris)}", len(found) == 1)


def of_workbook(typed: Identitas, daftar: DaftarSatker) -> Dugaan:
    """What the sheet Keterangan of our workbook says; a blank field, or a code of no satker, stays open.

    The satker is certain only by its code, and only where the name beside it says the same or is blank.
    """
    sheet = "menurut lembar Keterangan"
    first, last = typed.tahun_awal, typed.tahun_akhir or typed.tahun_awal
    return Dugaan(
        _typed_satker(typed, daftar),
        _typed(typed.jenis, sheet, "jenis dokumen"),  # ty: ignore[invalid-argument-type]
        _typed((first, last) if first and last else None, sheet, "tahun"),
        Terkaan(None, (), "lembar kerja tidak bernomor keputusan", False),
        Terkaan(None, (), "lembar kerja tidak bertanggal penetapan", False),
    )


def _typed_satker(typed: Identitas, daftar: DaftarSatker) -> Terkaan[str]:
    """The satker by the code and the name typed on Keterangan. Two that differ are both left to choose from."""
    kode = typed.kode_satker if typed.kode_satker in daftar.nama else None
    named = most_specific(c for mention in find([typed.satker or ""], daftar) for c in mention.kode)
    shown, sheet = f"nama satker «{typed.satker}»", "menurut lembar Keterangan"
    if kode is None:
        single = next(iter(named)) if len(named) == 1 else None
        lead = f"{daftar.nama[single]}, periksa dulu, menurut {shown}" if single else "satker belum pasti"
        bukti = f"{lead}; kode satker kosong atau tidak dikenal di lembar Keterangan"
        return Terkaan(single, () if single else tuple(sorted(named)), bukti, False)
    if named and kode not in named:
        bukti = f"satker belum pasti, pilih sendiri: di lembar Keterangan kode {kode} berarti {daftar.nama[kode]}, "
        return Terkaan(None, (kode, *sorted(named)), f"{bukti}sedangkan {shown}", False)
    unknown = bool(typed.satker) and not named
    doubt = f", periksa dulu: {shown} tidak dikenal" if unknown else ""
    return Terkaan(kode, (), f"{daftar.nama[kode]} {sheet}{doubt}", not unknown)


def _typed(value: T | None, sheet: str, what: str) -> Terkaan[T]:
    if value is None:
        return Terkaan(None, (), f"{what} kosong atau tidak dikenal di lembar Keterangan", False)
    return Terkaan(value, (), sheet.strip(), True)


PERIOD = range(1, 7)
"""Years between the first and last year of a Renstra that are believed."""


@dataclass(frozen=True)
class Pilihan(Generic[T]):
    """One value or None, whether the headings agree on it, the other values they offer, and the lines that say it."""

    nilai: T | None
    pasti: bool
    lain: tuple[T, ...]
    baris: tuple[int, ...]


def jenis(judul: Judul) -> Pilihan[JenisDokumen]:
    """The type in the first title of the title page; without one, the type that the headings of the body leave.

    A laporan kinerja repeats the perjanjian kinerja and names the Renstra, never the other way round.
    """
    front = [title for title in judul.gelar if title.di_muka]
    report = [title for title in judul.gelar if title.jenis == "LK" and title.lengkap]
    if front and front[0].jenis == "PK" and len(report) > 1:
        return Pilihan("LK", False, ("PK",), (report[0].baris, front[0].baris))
    if front:
        return _of_front(front)
    titles = report or [title for title in judul.gelar if title.lengkap] or list(judul.gelar)
    kinds = list(dict.fromkeys(title.jenis for title in titles))
    if len(kinds) != 1:
        return Pilihan(None, False, tuple(kinds), tuple(title.baris for title in titles[:2]))
    sure = len(titles) > 1 and all(title.lengkap for title in titles)
    return Pilihan(kinds[0], sure, (), tuple(title.baris for title in titles[:2]))


def _of_front(front: list[Gelar]) -> Pilihan[JenisDokumen]:
    kinds = list(dict.fromkeys(title.jenis for title in front))
    lines = tuple(next(title.baris for title in front if title.jenis == kind) for kind in kinds)
    first, others = kinds[0], tuple(kinds[1:])
    return Pilihan(first, not others or (first == "LK" and others == ("PK",)), others, lines)


def tahun(judul: Judul, kind: JenisDokumen | None) -> Pilihan[tuple[int, int]]:
    """First and last year: the period of a Renstra, the one year of the others."""
    front = judul.tahun(range(1, judul.akhir_muka + 1))
    found = [year for year in front if _fits(year, kind)]
    if found:
        return _years(found, once=True)
    near = [line for title in judul.gelar if title.jenis == kind for line in range(title.baris, title.baris + 4)]
    return _years([year for year in judul.tahun(dict.fromkeys(near)) if _fits(year, kind)], once=False)


def _fits(year: Tahun, kind: JenisDokumen | None) -> bool:
    if kind is None:
        return year.kuat
    return year.akhir - year.awal in PERIOD if kind == "Renstra" else year.awal == year.akhir


def _years(found: list[Tahun], *, once: bool) -> Pilihan[tuple[int, int]]:
    """The years of the strongest headings, if they agree; a year read through a letter ("2O20") is never certain."""
    strong = [year for year in found if year.kuat] or found
    counted = Counter((year.awal, year.akhir) for year in strong)
    lines = tuple(dict.fromkeys(year.baris for year in strong))[:2]
    if len(counted) != 1:
        return Pilihan(None, False, tuple(counted), lines)
    sure = all(year.terbaca and year.kuat for year in strong) and (once or len(strong) > 1)
    return Pilihan(*counted, sure, (), lines)


SHARE = 4
"""Outside a title page an office counts only when it is named at least a quarter as often as the most frequent one."""


@dataclass(frozen=True)
class Putusan:
    """The satker a document is of, or None; `lain`: the others it may be of; `alasan`: what speaks for it.

    `pasti`: an exact name in the title, which nothing contradicts, or a name and the code of the decree that agree.
    """

    kode: str | None
    pasti: bool
    lain: tuple[str, ...]
    alasan: tuple[Sebutan | Nomor, ...]


def decide(judul: Judul, nomor: list[Nomor], daftar: DaftarSatker) -> Putusan:
    """Weigh headings and decree number; the body never outweighs them and only proposes when both are silent."""
    headings, in_front = _headings(judul)
    codes = {found for n in nomor if (found := code(n.teks, daftar))}
    spoken: tuple[Sebutan | Nomor, ...] = (*_once(headings), *(n for n in nomor[:1] if codes))
    named = _candidates(headings, in_front=in_front)
    if not named and not codes:
        return _silent(judul)
    if len(codes) == 1 and (not named or codes <= named):
        return _by_number(codes, named, headings, judul, spoken)
    if not codes and len(named) == 1:
        exact = any(mention.tunggal in named for mention in headings)
        sure = exact and (in_front or len(headings) > 1) and _one_voice(headings, named)
        return Putusan(*named, sure, (), spoken)
    return Putusan(None, False, tuple(sorted(named | codes)), spoken)


def _headings(judul: Judul) -> tuple[list[Sebutan], bool]:
    """The mentions that count: of the title page, else in titles ("Laporan Kinerja KPU …"), else in any heading."""
    front = [m for m in judul.satker if m.baris_akhir <= judul.akhir_muka]
    if front:
        return front, True
    titles = {title.baris for title in judul.gelar}
    named = [m for m in judul.satker if titles & {m.baris, m.baris_akhir}]
    return named or list(judul.satker), False


def _candidates(headings: list[Sebutan], *, in_front: bool) -> set[str]:
    """The satker that headings may mean: the most specific on a title page, elsewhere also often enough."""
    counted = Counter(kode for mention in headings for kode in mention.kode)
    most = max(counted.values(), default=0)
    return most_specific(kode for kode, times in counted.items() if in_front or times * SHARE >= most)


def _by_number(
    codes: set[str], named: set[str], headings: list[Sebutan], judul: Judul, spoken: tuple[Sebutan | Nomor, ...]
) -> Putusan:
    """The satker of the decree's number: certain when a title names no other, or at least the text names it too."""
    in_text = any(mention.tunggal in codes for mention in judul.sebutan)
    sure = len(named) == 1 or (bool(named) and _ambiguous(headings, codes)) or (not named and in_text)
    return Putusan(*codes, sure, tuple(sorted(named - codes)), spoken)


def _ambiguous(headings: list[Sebutan], codes: set[str]) -> bool:
    """True when the headings leave a choice ("KPU Blitar") that always includes the satker of the number."""
    return all(codes <= set(mention.kode) for mention in headings)


def _one_voice(headings: list[Sebutan], named: set[str]) -> bool:
    """True when no heading that means one satker means another than this one or one above it."""
    return most_specific({m.kode[0] for m in headings if len(m.kode) == 1} | named) == named


def _silent(judul: Judul) -> Putusan:
    """No heading and no number: every satker that the text or a place may mean is only proposed."""
    counted = Counter(kode for mention in judul.sebutan for kode in mention.kode)
    found = most_specific(counted)
    first = [m for m in judul.sebutan if found & set(m.kode)]
    return Putusan(None, False, tuple(sorted(found, key=lambda kode: (-counted[kode], kode))), _once(first))


def _once(mentions: list[Sebutan]) -> tuple[Sebutan, ...]:
    """The first mention of every choice of satker."""
    return tuple({mention.kode: mention for mention in reversed(mentions)}.values())[::-1]
