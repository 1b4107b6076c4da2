"""Whose document it is: what the title page, the headings and the number of the decree say, and whether they agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from loaders.recognition.daftar_satker import DaftarSatker, most_specific
from loaders.recognition.judul import Judul
from loaders.recognition.keputusan import Nomor, code
from loaders.recognition.satker import Sebutan

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
