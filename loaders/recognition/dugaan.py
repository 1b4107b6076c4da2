"""What is known of a document and how: each thing with its value, what else it may be, and a sentence of evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from loaders.lembar_kerja.bentuk import Identitas
from loaders.readers.lembar import Lembar
from loaders.recognition.daftar_satker import DaftarSatker, most_specific
from loaders.recognition.jenis_tahun import Pilihan
from loaders.recognition.keputusan import Nomor, Tanggal, code
from loaders.recognition.satker import Sebutan, find
from loaders.recognition.satker_sendiri import Putusan
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
