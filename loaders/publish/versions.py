"""The tables versi_dokumen and perubahan: every version of every document, and what each one changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import polars as pl

from loaders import readers
from loaders.publish.frames import Hasil
from loaders.register import Angka, Dokumen, Perubahan, Rantai, diff, in_use

_WORDS = ("jenis_perubahan", "isi", "tabel", "uraian", "teks_lama", "teks_baru", "tempat_lama", "tempat_baru")
_PERUBAHAN: dict[str, Any] = (
    {"perubahan_id": pl.Int64, "berkas": pl.String, "berkas_lama": pl.String}
    | dict.fromkeys(_WORDS, pl.String)
    | {"tahun": pl.Int64, "periode": pl.String, "versi_pagu": pl.String, "baris_baru": pl.Int64}
)


def frames(chains: Sequence[Rantai], results: dict[str, Hasil]) -> dict[str, pl.DataFrame]:
    """Both tables. `results`: what was read of each document, by its sha256, replaced versions included."""
    versions = [_version(chain, i) for chain in chains for i in range(len(chain))]
    changes = [
        _change(results[old.sha256], results[new.sha256], change)
        for chain in chains
        for old, new in pairwise(chain)
        for change in diff.compare(results[old.sha256].bacaan.tabel, results[new.sha256].bacaan.tabel)
    ]
    numbered = [{"perubahan_id": number} | row for number, row in enumerate(changes, start=1)]
    return {
        "versi_dokumen": pl.DataFrame(versions, infer_schema_length=None),
        "perubahan": pl.DataFrame(numbered, schema=_PERUBAHAN),
    }


def _version(chain: Rantai, i: int) -> dict[str, object]:
    d: Dokumen = chain[i]
    return {
        "berkas": d.path.name,
        "kode_satker": d.kode_satker,
        "jenis_dokumen": d.jenis,
        "tahun_awal": d.tahun_awal,
        "tahun_akhir": d.tahun_akhir,
        "versi": i + 1,
        "jumlah_versi": len(chain),
        "dipakai": d is in_use(chain),
        "menggantikan": chain[i - 1].path.name if i else None,
        "nomor": d.nomor,
        "tanggal": d.tanggal,
        "sumber": d.sumber,
        "sha256": d.sha256,
        "periode": d.periode,
    }


def _change(old: Hasil, new: Hasil, change: Perubahan) -> dict[str, object]:
    angka, masa = change.angka, change.angka.masa
    return {
        "berkas": new.dokumen.path.name,
        "berkas_lama": old.dokumen.path.name,
        "jenis_perubahan": change.jenis,
        "isi": angka.isi,
        "tabel": angka.tabel,
        "uraian": angka.uraian,
        **({"tahun": masa.tahun, "periode": masa.periode, "versi_pagu": masa.versi} if masa else {}),
        "teks_lama": change.lama.teks if change.lama else None,
        "teks_baru": change.baru.teks if change.baru else None,
        "tempat_lama": _place(old, change.lama),
        "tempat_baru": _place(new, change.baru),
        "baris_baru": change.baru.baris if change.baru else None,
    }


def _place(hasil: Hasil, angka: Angka | None) -> str | None:
    return readers.place(hasil.bacaan.lembar.di(angka.baris)) if angka else None
