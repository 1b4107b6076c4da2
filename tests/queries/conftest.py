"""The small warehouses of tests/pages, published in folders of their own, and what persons and versions add to one."""

from pathlib import Path

import duckdb
import pytest

from loaders.values.names import wording_key
from tests.conftest import made_once
from tests.pages import gudang_contoh, lke_contoh

LK = "lk-prabumulih.txt"
KEDUA, KETIGA = "lk-prabumulih-2.txt", "lk-prabumulih-3.txt"
"""Later versions of that LK, not in use: a person chose the first."""


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gudang_contoh.build(tmp_path_factory.mktemp("contoh"))


@pytest.fixture
def terbit(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SELARAS_TERBIT", str(contoh))
    return contoh


@pytest.fixture(scope="session")
def _lke(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "lke", lke_contoh.build)


@pytest.fixture
def terbit_lke(_lke: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With realisasi, earlier years and obstacles."""
    monkeypatch.setenv("SELARAS_TERBIT", str(_lke))
    return _lke


@pytest.fixture(scope="session")
def _tersentuh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "tersentuh", _touch)


@pytest.fixture
def terbit_tersentuh(_tersentuh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With versions and their changes, lines that wait or were copied, and promises reported in an LK."""
    monkeypatch.setenv("SELARAS_TERBIT", str(_tersentuh))
    return _tersentuh


def _touch(folder: Path) -> None:
    gudang_contoh.build(folder)
    with duckdb.connect(str(folder / f"kinerja-{gudang_contoh.VERSI}.duckdb")) as connection:
        _versions(connection)
        _persons(connection)
        _reported(connection)
    gudang_contoh.publish_again(folder)


def _versions(connection: duckdb.DuckDBPyConnection) -> None:
    for number, (berkas, lama) in enumerate([(KEDUA, LK), (KETIGA, KEDUA)], start=2):
        named = (berkas, "1674", "LK", 2024, 2024, number, 3, False, lama)
        gudang_contoh.insert(
            connection, "versi_dokumen", (*named, f"{number}/2025", None, "contoh", f"{number:02x}" * 32)
        )
    tabel, uraian, tempat = "Efisiensi RO", "Penyiapan Logistik", "baris 31"
    for number, (berkas, lama, jenis, teks_lama, teks_baru) in enumerate(
        [
            (KEDUA, LK, "bertambah", None, "5"),
            (KEDUA, LK, "hilang", "4", None),
            (KEDUA, LK, "berubah", "1", "2"),
            (KEDUA, LK, "berubah", "2", "3"),
            (KETIGA, KEDUA, "berubah", "3", "4"),
        ],
        start=1,
    ):
        changed = (number, berkas, lama, jenis, "pagu", tabel, uraian, 2024, teks_lama, teks_baru, tempat, tempat, 31)
        gudang_contoh.insert(connection, "perubahan", changed)


def _persons(connection: duckdb.DuckDBPyConnection) -> None:
    insert = gudang_contoh.insert
    for number, (dokumen, baris, kolom) in enumerate(
        [(1, 34, "pagu"), (1, 33, "realisasi"), (1, 33, "pagu"), (3, 11, "x")]
    ):
        insert(connection, "karantina", (number, dokumen, baris, kolom, "contoh", "Tidak terbaca."))
    for number, (dokumen, baris, isi) in enumerate([(1, 32, "anggaran"), (1, 30, "tabel"), (3, 11, "target")]):
        insert(connection, "transkrip", (number, dokumen, baris, baris + 1, isi, None, None, "Rani", "2026-11-20"))
    insert(
        connection,
        "indikator_baku",
        ("SEPI", "Jumlah yang tidak dijanjikan", "%", "maksimal", "contoh", gudang_contoh.HUKUM, None, None, "c"),
    )
    columns = "temuan (temuan_id, kode_temuan, kode_aturan, keparahan, dokumen_id, tahun_semua, baris, uraian)"
    insert(connection, columns, (99, "B05-uang", "B05", "catatan", 1, [2024], 31, "Teks terputus, bukan uang."))


def _reported(connection: duckdb.DuckDBPyConnection) -> None:
    """What the PK promised stands in the LK: the opinion as it was, the percentage lower, and one of the next year."""
    told = [
        (90, 37, gudang_contoh.OPINI, {2024: ("WTP", None, "WTP", None)}),
        (91, 38, gudang_contoh.TEPAT, {2024: ("85 %", 85.0, None, "%"), 2025: ("86 %", 86.0, None, "%")}),
    ]
    for number, baris, indikator, years in told:
        kode, *_ = gudang_contoh.BAKU[indikator]
        gudang_contoh.insert_indikator(
            connection, indikator_id=number, tabel_id=2, baris=baris, baris_akhir=baris, tingkat="sasaran_strategis",
            sasaran="Sasaran contoh", indikator=indikator, kunci_bunyi=wording_key(indikator),
            divisi=gudang_contoh.KEUANGAN, asal="turunan", kode_baku=kode, keyakinan="pasti",
        )  # fmt: skip
        for tahun, (teks, nilai, ordinal, satuan) in years.items():
            gudang_contoh.insert(connection, "target", (number, tahun, teks, nilai, ordinal, satuan, "ada", None))
