"""Small worlds of facts for the rules: rows with sensible defaults, to which a test adds one contradiction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from loaders.checks.base import Data
from loaders.values.names import wording_key

Row = dict[str, Any]
_PLACE: Row = {"dokumen_id": 1, "kode_satker": "1971", "satker": "KPU Kota A", "jenis_dokumen": "Renstra"}
_TARGET: Row = _PLACE | {
    "tabel": "Tabel 1", "baris": 10, "indikator_id": 1, "tingkat": "program", "program": None,
    "kegiatan": None, "tahun": 2020, "tingkat_satker": "kabkota", "polaritas": None,
    "kode_baku": None, "indikator_baku": None, "keyakinan": None,
    "sasaran": "Terwujudnya layanan", "indikator": "Persentase layanan tepat waktu",
    "nilai_teks": "90%", "nilai": 90.0, "nilai_ordinal": None, "satuan": "%", "keadaan": "ada",
}  # fmt: skip
_CAPAIAN: Row = _TARGET | {
    "jenis_dokumen": "LK", "target": 90.0, "target_ordinal": None, "realisasi": 90.0, "realisasi_ordinal": None,
    "capaian_tercetak": 100.0,
}  # fmt: skip
_PAGU: Row = _PLACE | {
    "tabel": "Tabel 5", "baris": 50, "mata_anggaran_id": 1, "tingkat": "kegiatan", "program": "Program A",
    "kunci_program": "A", "kegiatan": "Kegiatan A", "uraian": "Kegiatan A", "unit": None, "tahun": 2020,
    "versi_pagu": None, "pagu_teks": "1.000", "pagu": 1000,
    "realisasi": None, "persen_tercetak": None, "efisiensi_tercetak": None, "keadaan": "ada",
}  # fmt: skip
_TABEL: Row = {"dokumen_id": 1, "tabel": "Tabel 1", "judul": "Tabel 1 Target", "baris": 5, "baris_akhir": 40, "isi": 3}
_DOKUMEN: Row = {
    "dokumen_id": 1, "kode_satker": "1971", "satker": "KPU Kota A", "tahun_awal": 2020, "tahun_akhir": 2020, "baris": 0,
    "jenis_dokumen": "Renstra", "tanggal": None, "versi": 1,
}  # fmt: skip
_KALIMAT: Row = {"dokumen_id": 1, "baris": 90, "jenis": "pagu", "uraian": "Program A", "nilai": 1000.0, "teks": "…"}


def _worded(row: Row) -> Row:
    return row | {"kunci_bunyi": wording_key(row["indikator"])}


def target(**given: Any) -> Row:
    """One target row."""
    return _worded(_TARGET | given)


def capaian(**given: Any) -> Row:
    """One capaian row."""
    return _worded(_CAPAIAN | given)


def pagu(**given: Any) -> Row:
    """One pagu row."""
    return _PAGU | given


def series(values: Iterable[float], unit: str | None = "%", **given: Any) -> list[Row]:
    """An indicator row: one target a year from 2020 on."""
    return [
        target(tahun=2020 + i, nilai=float(value), nilai_teks=f"{value}", satuan=unit, **given)
        for i, value in enumerate(values)
    ]


def _frame(rows: list[Row], like: Row) -> pl.DataFrame:
    kinds: dict[str, Any] = {
        "nilai": pl.Float64,
        "target": pl.Float64,
        "realisasi": pl.Float64,
        "capaian_tercetak": pl.Float64,
    }
    kinds |= {"persen_tercetak": pl.Float64, "efisiensi_tercetak": pl.Float64, "pagu": pl.Int64, "tahun": pl.Int64}
    names = ("nilai_ordinal", "target_ordinal", "realisasi_ordinal", "satuan", "sasaran", "program", "kegiatan")
    kinds |= dict.fromkeys(names, pl.String) | dict.fromkeys(("nomor_tercetak", "catatan_baca"), pl.String)
    kinds |= dict.fromkeys(
        ("polaritas", "kode_baku", "indikator_baku", "keyakinan", "unit", "versi_pagu", "kunci_program"), pl.String
    )
    frame = pl.DataFrame(rows or [like], schema_overrides={k: v for k, v in kinds.items() if k in like})
    return frame if rows else frame.clear()


def _owed(rows: list[Row]) -> pl.DataFrame:
    """What the one satker owes for 2020 and 2021, and of which kinds there are targets."""
    held = {(row["jenis_dokumen"], row["tahun"]) for row in rows}
    owed = [
        {"kode_satker": "1971", "tahun": year, "jenis_dokumen": jenis, "ada": (jenis, year) in held}
        for year in (2020, 2021)
        for jenis in ("Renstra", "RKT", "PK", "LK")
    ]
    return pl.DataFrame(owed)


def data(
    targets: Iterable[Row] = (),
    reached: Iterable[Row] = (),
    money: Iterable[Row] = (),
    tables: Iterable[Row] = (),
    sentences: Iterable[Row] = (),
    about: dict[int, Row] | None = None,
) -> Data:
    """The facts as rules want them; `about` sets nomor_tercetak or catatan_baca of an indikator_id."""
    rows = list(targets)
    indikator = {r["indikator_id"]: r | {"nomor_tercetak": None, "catatan_baca": None} for r in rows}
    for number, more in (about or {}).items():
        indikator[number] |= more
    lines = list(money)
    return Data(
        anggaran=_frame(list({row["mata_anggaran_id"]: row for row in lines}.values()), _PAGU),
        target=_frame(rows, _worded(_TARGET)),
        capaian=_frame(list(reached), _worded(_CAPAIAN)),
        pagu=_frame(lines, _PAGU),
        tabel=_frame([_TABEL | table for table in tables], _TABEL),
        dokumen=pl.DataFrame([_DOKUMEN]),
        indikator=_frame(list(indikator.values()), _TARGET | {"nomor_tercetak": None, "catatan_baca": None}),
        kalimat=_frame([_KALIMAT | sentence for sentence in sentences], _KALIMAT),
        kelengkapan=_owed(rows),
    )
