"""A small warehouse for tests: the published schema with a few rows typed from the documents.

It holds on purpose what pages must get right: rows of one satker that disagree, different units of one text, "-",
blank and unreadable cells, a grade, serapan above 100, a printed percentage that does not follow, no realisasi.
"""

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import duckdb

from loaders.publish import banding, database, schema
from loaders.values.names import name_key, wording_key
from tests.pages import temuan_contoh

VERSI = "c0ffee123456"
DIBANGUN = "2026-11-20T15:04:05+00:00"
OPINI = "Opini BPK atas Laporan Keuangan"
TEPAT = "Persentase laporan keuangan yang tepat waktu"
SENGKETA = "Jumlah sengketa hukum"
SATKER = [
    ("1674", "KPU Kota Prabumulih", "Sumatera Selatan"),
    ("1971", "KPU Kota Pangkalpinang", "Kepulauan Bangka Belitung"),
    ("3572", "KPU Kota Blitar", "Jawa Timur"),
    ("3673", "KPU Kota Serang", "Banten"),
    ("6471", "KPU Kota Balikpapan", "Kalimantan Timur"),
]
# dokumen_id, berkas, kode_satker, jenis, tahun awal, tahun akhir
DOKUMEN = [
    (1, "lk-prabumulih.txt", "1674", "LK", 2024, 2024),
    (2, "renstra-pangkalpinang.txt", "1971", "Renstra", 2020, 2024),
    (3, "renstra-blitar.txt", "3572", "Renstra", 2020, 2024),
    (4, "rkt-serang.txt", "3673", "RKT", 2020, 2020),
    (5, "renstra-balikpapan.txt", "6471", "Renstra", 2020, 2024),
]
# tabel_id, dokumen_id, tabel, jenis, unit, skala, baris awal, baris akhir
TABEL = [
    (1, 1, "PK", "PK", "komisioner", 1, 10, 29),
    (2, 1, "Efisiensi RO", "LK", None, 1, 30, 59),
    (3, 2, "Tabel 3", "Renstra", None, 1, 10, 29),
    (4, 2, "Lampiran 1", "Renstra", None, 1, 30, 49),
    (5, 3, "Tabel IV.1", "Renstra", None, 1, 10, 29),
    (6, 3, "Tabel IV.2", "Renstra", None, 1000, 30, 39),
    (7, 4, "IKU sekretariat", "RKT", "sekretariat", 1, 10, 29),
    (8, 5, "Kerangka Pendanaan Program", "Renstra", None, 1, 30, 39),
]
# indikator_id, tabel_id, baris, tingkat, indikator, satuan, {tahun: (teks, nilai, ordinal, keadaan)}
INDIKATOR = [
    (1, 1, 11, "sasaran_strategis", OPINI, None, {2024: ("WTP", None, "WTP", "ada")}),
    (2, 1, 12, "sasaran_strategis", TEPAT, "%", {2024: ("909", 90.0, None, "dikoreksi")}),
    (3, 3, 11, "program", TEPAT, "%", {2020: ("80 %", 80.0, None, "ada"), 2021: ("85 %", 85.0, None, "ada")}),
    (4, 4, 31, "kegiatan", TEPAT, "%", {2020: ("80 %", 80.0, None, "ada"), 2021: ("90 %", 90.0, None, "diperbaiki")}),
    (5, 4, 32, "kegiatan", OPINI, None, {2020: ("WDP", None, "WDP", "ada"), 2021: ("WTP", None, "WTP", "ada")}),
    (6, 5, 11, "program", TEPAT.upper(), "%",
     {2020: ("-", None, None, "tidak_ditargetkan"), 2021: ("", None, None, "kosong"),
      2022: ("77,50%", 77.5, None, "ada"), 2023: ("l0x", None, None, "rusak")}),
    (7, 5, 12, "program", SENGKETA, "perkara", {2020: ("2 perkara", 2.0, None, "ada")}),
    (8, 7, 11, "program", TEPAT, "laporan", {2020: ("12 Laporan", 12.0, None, "ada")}),
    (9, 7, 12, "program", OPINI, None, {2020: ("WTP", None, "WTP", "ada")}),
]  # fmt: skip
KEUANGAN, HUKUM = "Keuangan, Umum, Logistik dan Rumah Tangga", "Hukum dan Pengawasan"
# indikator → kode, satuan baku, polaritas; the others belong to no indikator baku
BAKU = {
    OPINI: ("OPINI-BPK", "predikat", "ordinal"),
    TEPAT: ("LAPORAN-TEPAT-WAKTU", "%", "maksimal"),
    TEPAT.upper(): ("LAPORAN-TEPAT-WAKTU", "%", "maksimal"),
}
CQ, WA = ("076.01.CQ", "Penyelenggaraan Pemilu"), ("076.01.WA", "Program Dukungan Manajemen")
# mata_anggaran_id, tabel_id, baris, tingkat, (kode program, program), (kode kegiatan, kegiatan), kode ro, uraian,
# {tahun: (pagu teks, pagu, keadaan)}, (realisasi, persen tercetak)
ANGGARAN = [
    (1, 1, 21, "program", WA, None, None, WA[1], {2024: ("2.885.908.000", 2885908000, "ada")}, None),
    (2, 1, 22, "program", CQ, None, None, CQ[1], {2024: ("17.632.649.000", 17632649000, "ada")}, None),
    (3, 1, 23, "total", None, None, None, "Total Anggaran 2024", {2024: ("20.518.557.000", 20518557000, "ada")}, None),
    (4, 2, 31, "ro", CQ, ("6871", "Logistik"), "001", "Penyiapan Logistik",
     {2024: ("762.757.000,0000", 762757000, "ada")}, (750713376, 98.43)),
    (5, 2, 32, "ro", CQ, ("6871", "Logistik"), "002", "Pengadaan Barang dan Jasa",
     {2024: ("507.443.000,0000", 507443000, "ada")}, (349844227, 68.94)),
    (6, 2, 33, "ro", CQ, ("6710", "Pendaftaran"), "001", "Pendaftaran Partai Politik",
     {2024: ("100.000,0000", 100000, "ada")}, (0, 99.33)),
    (7, 2, 34, "ro", WA, ("3355", "Keuangan"), "994", "Layanan Perkantoran",
     {2024: ("2.638.483.000,0000", 2638483000, "ada")}, (2680536126, 100.0)),
    (8, 2, 35, "ro", WA, ("3360", "Operasional"), "994", "Layanan Perkantoran", {2024: ("", None, "kosong")}, None),
    (9, 2, 36, "total", None, None, None, "Jumlah", {2024: ("3.908.783.001", 3908783001, "ada")}, (3781093729, 96.73)),
    (10, 6, 31, "program", WA, None, None, WA[1],
     {2020: ("2.273.454", 2273454000, "ada"), 2021: ("2.224.640", 2224640000, "ada"),
      None: ("4.498.094", 4498094000, "ada")}, None),
    (11, 6, 32, "program", CQ, None, None, CQ[1],
     {2020: ("17.919.068", 17919068000, "ada"), 2021: ("5.066.722", 5066722000, "ada"),
      None: ("22.985.791", 22985791000, "ada")}, None),
    (12, 6, 33, "total", None, None, None, "TOTAL",
     {2020: ("20.192.522", 20192522000, "ada"), 2021: ("7.291.362", 7291362000, "ada"),
      None: ("27.483.885", 27483885000, "ada")}, None),
    (13, 8, 31, "program", WA, None, None, WA[1],
     {2020: ("4.056.561.00", None, "rusak"), 2021: ("2.622.396.000", 2622396000, "ada")}, None),
]  # fmt: skip


def once(fill: Callable[[Path], object]) -> Callable[[Path], Path]:
    """Let `fill` fill one folder a process, and copy that into each folder asked for (made when absent)."""

    @cache
    def made(_insert: object) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="selaras-contoh-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        fill(folder)
        return folder

    def copied(folder: Path) -> Path:
        return Path(shutil.copytree(made(insert_indikator), folder, dirs_exist_ok=True))

    return copied


@once
def build(folder: Path) -> None:
    """Write kini.json and its database into a folder."""
    berkas = f"kinerja-{VERSI}.duckdb"
    schema.write(folder / berkas)
    with duckdb.connect(folder / berkas) as connection:
        _fill_documents(connection)
        _fill_targets(connection)
        _fill_budget(connection)
        temuan_contoh.fill(connection)
    publish_again(folder)


def publish_again(folder: Path, versi: str = VERSI) -> Path:
    """Measure the database of a folder as it is now and let kini.json name it, after a test changed it; returns it."""
    path = folder / f"kinerja-{versi}.duckdb"
    with duckdb.connect(str(path)) as connection:
        banding.fill(connection)
        banding.fill_temuan(connection)
    database.point(folder, path, versi, 5, 5)
    kini = json.loads((folder / "kini.json").read_text(encoding="utf-8"))
    (folder / "kini.json").write_text(json.dumps(kini | {"dibangun": DIBANGUN}), encoding="utf-8")
    return folder


def insert(connection: duckdb.DuckDBPyConnection, table: str, *rows: tuple) -> None:
    """Insert rows of a table's first columns, or of the columns that `table` names."""
    for row in rows:
        columns = connection.sql(f"select * from {table} limit 0").columns[: len(row)] if "(" not in table else ()
        named = f"({', '.join(columns)})" if columns else ""
        connection.execute(f"insert into {table} {named} values ({', '.join('?' * len(row))})", list(row))


def key(connection: duckdb.DuckDBPyConnection, table: str, **words: str | None) -> int | None:
    """The number of a printed wording in its table, added where it is new; None of no words."""
    if not any(words.values()):
        return None
    number = f"{table.removesuffix('_tercetak')}_id"
    same = " and ".join(f"{column} is not distinct from ?" for column in words)
    if found := connection.execute(f"select {number} from {table} where {same}", list(words.values())).fetchone():
        return found[0]
    free = connection.execute(f"select coalesce(max({number}), 0) + 1 from {table}").fetchall()[0][0]
    insert(connection, f"{table} ({number}, {', '.join(words)})", (free, *words.values()))
    return free


def named(connection: duckdb.DuckDBPyConnection, name: str, kode: str | None, words: str | None) -> int | None:
    """The number of a printed program or kegiatan."""
    printed = {f"kode_{name}": kode, name: words, f"kunci_{name}": name_key(words) if words else None}
    return key(connection, f"{name}_tercetak", **printed)


def insert_indikator(
    connection: duckdb.DuckDBPyConnection,
    *,
    sasaran: str,
    divisi: str,
    asal: str,
    kode_sasaran_baku: str | None = None,
    **row: object,
) -> None:
    """Insert a printed row with its sasaran and its divisi ("A; B")."""
    matched = (
        {"kode_sasaran_baku": kode_sasaran_baku, "keyakinan": "pasti", "cara_padan": "orang"}
        if kode_sasaran_baku
        else {}
    )
    row["sasaran_id"] = key(connection, "sasaran", tingkat=str(row["tingkat"]), sasaran=sasaran, **matched)
    row["gabungan_divisi_id"] = key(connection, "gabungan_divisi", divisi=divisi, asal_divisi=asal)
    insert(connection, f"indikator ({', '.join(row)})", tuple(row.values()))
    connection.execute(
        "insert into indikator_divisi select $id, kode_divisi, list_position($names, divisi), $asal "
        "from divisi where list_contains($names, divisi)",
        {"id": row["indikator_id"], "names": divisi.split("; "), "asal": asal},
    )


def _fill_documents(connection: duckdb.DuckDBPyConnection) -> None:
    insert(connection, "satker", *[(*row, "contoh") for row in SATKER])
    for number, berkas, kode, jenis, awal, akhir in DOKUMEN:
        row = (
            number,
            berkas,
            kode,
            jenis,
            awal,
            akhir,
            f"{number}/PR.01/2020",
            "2020-08-28",
            "contoh",
            f"{number:064x}",
            60,
            0,
            None,
        )
        insert(connection, "dokumen", row)
        insert(connection, "versi_dokumen", (*row[1:6], 1, 1, True, None, *row[6:10]))
    for tabel_id, dokumen_id, tabel, jenis, unit, skala, awal, akhir in TABEL:
        row = (tabel_id, dokumen_id, tabel, tabel, "contoh", jenis, unit, skala, awal, akhir)
        insert(connection, "tabel", row)
        lines = [
            (dokumen_id, line, tabel_id, None, None, False, f"{tabel} baris {line}", "dimuat")
            for line in range(awal, akhir + 1)
        ]
        insert(connection, "baris", *lines)
    for number, *_ in DOKUMEN:
        lines = sum(akhir - awal + 1 for _, dokumen, _, _, _, _, awal, akhir in TABEL if dokumen == number)
        tables = sum(dokumen == number for _, dokumen, *_ in TABEL)
        insert(connection, "pemuatan", (number, tables, lines, lines, 0, 0, 0, 0))


def _fill_targets(connection: duckdb.DuckDBPyConnection) -> None:
    insert(connection, "divisi", ("KUL", KEUANGAN, "contoh"), ("HUKUM", HUKUM, "contoh"))
    for nama in (OPINI, TEPAT):
        kode, satuan, polaritas = BAKU[nama]
        row = (kode, nama, satuan, polaritas, "contoh", KEUANGAN, None, None, "contoh")
        insert(connection, "indikator_baku", row)
    for number, tabel, baris, tingkat, indikator, satuan, years in INDIKATOR:
        divisi, asal, kode, keyakinan = _baku(indikator)
        insert_indikator(
            connection, indikator_id=number, tabel_id=tabel, baris=baris, baris_akhir=baris, tingkat=tingkat,
            sasaran="Sasaran contoh", indikator=indikator, kunci_bunyi=wording_key(indikator), divisi=divisi, asal=asal,
            kode_baku=kode, keyakinan=keyakinan,
        )  # fmt: skip
        for tahun, (teks, nilai, ordinal, keadaan) in years.items():
            unit = satuan if nilai is not None else None
            aturan = "koma_hilang" if keadaan == "diperbaiki" else None
            insert(connection, "target", (number, tahun, teks, nilai, ordinal, unit, keadaan, aturan))


def _baku(indikator: str) -> tuple[str, str, str | None, str | None]:
    """divisi, asal_divisi, kode_baku, keyakinan; a wording in capitals is only perhaps the same indikator."""
    if indikator not in BAKU:
        return (f"{KEUANGAN}; {HUKUM}", "tertulis", None, None)
    return (KEUANGAN, "turunan", BAKU[indikator][0], "mungkin" if indikator.isupper() else "pasti")


def _fill_budget(connection: duckdb.DuckDBPyConnection) -> None:
    columns = "mata_anggaran (mata_anggaran_id, tabel_id, baris, baris_akhir, tingkat, program_id, kegiatan_id, ro_id, "
    columns += "uraian)"
    for number, tabel, baris, tingkat, program, kegiatan, ro, uraian, years, spent in ANGGARAN:
        codes = (
            named(connection, "program", *(program or (None, None))),
            named(connection, "kegiatan", *(kegiatan or (None, None))),
            key(connection, "ro", kode_ro=ro, ro=uraian if ro else None),
        )
        insert(connection, columns, (number, tabel, baris, baris, tingkat, *codes, uraian))
        insert(connection, "pagu", *[(number, tahun, *cell, None) for tahun, cell in years.items()])
        if spent:
            row = (number, 2024, str(spent[0]), spent[0], spent[1], 1.0, 1.0, None, "ada", None)
            insert(connection, "realisasi_anggaran", row)
