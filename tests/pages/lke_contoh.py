"""Earlier years, a Renstra and obstacles for the small warehouse of capaian: lines that go on, break off and why."""

import json
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from loaders.values.names import wording_key
from tests.pages import capaian_contoh, gudang_contoh
from tests.pages.capaian_contoh import DIDIK, DIVISI, HILANG, TAHAPAN

# dokumen_id, berkas, kode_satker, jenis, tahun awal, tahun akhir
DOKUMEN = [
    (8, "lk-1674-2022.txt", "1674", "LK", 2022, 2022),
    (9, "lk-1674-2023.txt", "1674", "LK", 2023, 2023),
    (10, "renstra-1674.txt", "1674", "Renstra", 2020, 2024),
]
# tabel_id, dokumen_id, tabel, keluarga, jenis, baris awal, baris akhir
TABEL = [
    (30, 8, "Bab III", "lk_capaian", "LK", 10, 19),
    (31, 9, "Bab III", "lk_capaian", "LK", 10, 19),
    (32, 10, "Tabel 1", "renstra_target", "Renstra", 10, 19),
    (33, 6, "Hambatan", "lk_hambatan", "LK", 40, 43),
]
NASIB = {40: "judul", 42: "sambungan"}
# indikator_id, tabel_id, baris, kode baku, indikator, satuan, tahun, target, realisasi
BARIS = [
    (60, 30, 11, "DIDIK", DIDIK, "%", 2022, 80.0, 78.0),
    (61, 31, 11, "DIDIK", DIDIK, "%", 2023, 85.0, 84.0),
    (62, 30, 12, "TAHAPAN", TAHAPAN, "kali", 2022, 3.0, 3.0),
    (63, 31, 12, None, TAHAPAN, "%", 2023, 95.0, 90.0),
    (64, 30, 13, "HILANG", HILANG, "%", 2022, 3.0, 3.0),
    (65, 31, 13, "HILANG", HILANG, "%", 2023, 2.0, 2.0),
    (66, 32, 11, "DIDIK", DIDIK, "%", 2024, 95.0, None),
]
HAMBATAN = [
    (1, 41, 42, "Logistik", "Gudang logistik terendam banjir", "Musim hujan", "Memindahkan gudang"),
    (2, 43, 43, "Rekapitulasi", "Tiga staf dipindah sebelum rekapitulasi selesai", None, None),
]


@gudang_contoh.once
def build(folder: Path) -> None:
    """The small warehouse of capaian with these rows added."""
    capaian_contoh.build(folder)
    berkas = json.loads((folder / "kini.json").read_text(encoding="utf-8"))["berkas"]
    with duckdb.connect(folder / berkas) as connection:
        _documents(connection)
        for row in BARIS:
            _indikator(connection, row)
        columns = ("nomor", "baris", "baris_akhir", "aspek", "hambatan", "keterangan", "upaya")
        for obstacle in HAMBATAN:
            _insert(
                connection,
                "hambatan",
                dokumen_id=6,
                tabel_id=33,
                tahun=2024,
                **dict(zip(columns, obstacle, strict=True)),
            )
    gudang_contoh.publish_again(folder)


def _documents(connection: duckdb.DuckDBPyConnection) -> None:
    for number, berkas, kode, jenis, awal, akhir in DOKUMEN:
        facts = {
            "berkas": berkas,
            "kode_satker": kode,
            "jenis_dokumen": jenis,
            "tahun_awal": awal,
            "tahun_akhir": akhir,
        }
        facts |= {"sumber": "contoh", "sha256": f"{number:064x}"}
        _insert(connection, "dokumen", dokumen_id=number, jumlah_baris=60, baris_lewat=0, **facts)
        _insert(connection, "versi_dokumen", versi=1, jumlah_versi=1, dipakai=True, **facts)
        counts = dict.fromkeys(("tabel", "baris", "dimuat", "sambungan", "judul", "dikarantina", "koreksi"), 0)
        _insert(connection, "pemuatan", dokumen_id=number, **counts)
    for tabel_id, dokumen_id, tabel, keluarga, jenis, awal, akhir in TABEL:
        _insert(
            connection, "tabel", tabel_id=tabel_id, dokumen_id=dokumen_id, tabel=tabel, judul=tabel, keluarga=keluarga,
            jenis_dokumen=jenis, skala=1, baris_awal=awal, baris_akhir=akhir,
        )  # fmt: skip
        for line in range(awal, akhir + 1):
            _insert(
                connection, "baris", dokumen_id=dokumen_id, baris=line, tabel_id=tabel_id, ocr=False,
                teks=f"{tabel} baris {line}", nasib=NASIB.get(line, "dimuat"),
            )  # fmt: skip


def _indikator(connection: duckdb.DuckDBPyConnection, row: tuple[Any, ...]) -> None:
    number, tabel_id, baris, kode, indikator, satuan, tahun, target, realisasi = row
    gudang_contoh.insert_indikator(
        connection, indikator_id=number, tabel_id=tabel_id, baris=baris, baris_akhir=baris, tingkat="program",
        sasaran="Sasaran contoh", indikator=indikator, divisi=DIVISI, asal="turunan",
        kode_baku=kode, keyakinan="pasti" if kode else None, kunci_bunyi=wording_key(indikator),
    )  # fmt: skip
    figure = {"indikator_id": number, "tahun": tahun, "satuan": satuan, "keadaan": "ada"}
    _insert(connection, "target", nilai=target, nilai_teks=f"{target:g} {satuan}", **figure)
    if realisasi is not None:
        computed = {"capaian_hitung": realisasi / target * 100, "aturan_capaian": "makin_tinggi"}
        _insert(
            connection, "realisasi", realisasi=realisasi, realisasi_teks=f"{realisasi:g}", **figure, **computed
        )  # fmt: skip


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **row: object) -> None:
    connection.register("satu_baris", pl.DataFrame([row]))
    connection.execute(f"insert into {table} by name select * from satu_baris")
    connection.unregister("satu_baris")
