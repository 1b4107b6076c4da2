"""What a column of a heading is by those beside it: "Realisasi", "Capaian" and "%" do not say it by themselves."""

from __future__ import annotations

from dataclasses import replace

from loaders.families.sel.kolom import KINERJA, LAIN, RAGU, UANG, Kolom
from loaders.values.names import letters


def in_context(kolom: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Say of "Realisasi" and "%" whether they are of the budget or of performance, by what stands at their left,
    in the same year where they name one."""
    placed: list[Kolom] = []
    for own in _named_capaian(kolom):
        near = [one for one in placed if own.tahun in (None, one.tahun)]
        left = [one.peran for one in near if one.peran in (*KINERJA, *UANG)]
        placed.append(replace(own, peran=_placed(own, left)))
    return tuple(placed)


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
