"""A few temuan for the small warehouse: both places, one place, none, a sentence of prose, no year, rules without."""

import duckdb

# kode, nama, keparahan, tanda, diperiksa
ATURAN = [
    ("U05", "Total satker bertentangan", "kritis", "C", 1),
    ("U06", "Kalimat bertentangan dengan tabelnya", "kritis", "B", 2),
    ("N05", "Realisasi nol di samping persentase", "kritis", "B", 4),
    ("T04", "Dijanjikan di PK, tidak dilaporkan di LK", "kritis", "B", 2),
    ("C03", "Predikat bertentangan dengan nilainya", "kritis", "C", 0),
    ("T01", "Target berbeda antara tabel satu dokumen", "peringatan", "B", 3),
    ("K01", "Dokumen hilang dari rantai SAKIP", "catatan", "A", 20),
    ("B05", "Teks terputus", "catatan", "B", 9),
]
# kode temuan, aturan, keparahan, dokumen, tahun, baris, dokumen lain, baris lain, uraian, nilai a, nilai b
TEMUAN = [
    ("U05-contoh", "U05", "kritis", 1, [2024], 36, 1, 23,
     "Total 2024: Rp 3.908.783.001 di Efisiensi RO (baris 36), Rp 20.518.557.000 di PK (baris 23).",
     "Rp 3.908.783.001", "Rp 20.518.557.000"),
    ("U06-contoh", "U06", "kritis", 3, [], 5, 3, 32,
     "Penyelenggaraan Pemilu: kalimat (baris 5) menyebut Rp 22.000.000.000, Tabel IV.2 (baris 32) Rp 22.985.791.000.",
     "Rp 22.000.000.000", "Rp 22.985.791.000"),
    ("N05-satu", "N05", "kritis", 1, [2024], 33, None, None,
     "Pendaftaran Partai Politik (baris 33): realisasi nol, tercetak 99,33%.", "0%", "99,33%"),
    ("N05-dua", "N05", "kritis", 1, [2024], 34, None, None,
     "Layanan Perkantoran (baris 34): realisasi nol, tercetak 50%.", "0%", "50%"),
    ("N05-tiga", "N05", "kritis", 1, [2024], 35, None, None,
     "Layanan Perkantoran (baris 35): realisasi nol, tercetak 51%.", "0%", "51%"),
    ("T04-contoh", "T04", "kritis", 1, [2024], 12, None, None,
     "Laporan keuangan (baris 12) dijanjikan untuk 2024, tetapi tidak dilaporkan di LK.", "Persentase", None),
    ("T01-contoh", "T01", "peringatan", 2, [2021], 11, 2, 31,
     "Laporan keuangan 2021: 85% di Tabel 3 (baris 11), 90% di Lampiran 1 (baris 31); lihat baris 32.", "85%", "90%"),
    ("K01-contoh", "K01", "catatan", 4, [2021, 2022], None, None, None, "KPU Kota Serang: LK tidak ada.", "LK", None),
    ("B05-contoh", "B05", "catatan", 3, [], 11, None, None, "Bunyi indikator terputus (baris 11).", None, None),
]  # fmt: skip


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the rules, the findings and the one sentence of prose into a filled warehouse."""
    for kode, nama, keparahan, tanda, diperiksa in ATURAN:
        found = sum(row[1] == kode for row in TEMUAN)
        words = [f"Kalimat aturan {kode}.", f"Pentingnya {kode}.", f"Sumber {kode}", tanda, f"Toleransi {kode}."]
        connection.execute(
            f"insert into aturan values ({', '.join('?' * 10)})", [kode, nama, keparahan, *words, diperiksa, found]
        )
    columns = "temuan_id, kode_temuan, kode_aturan, keparahan, dokumen_id, tahun, tahun_semua, baris, "
    columns += "dokumen_lain_id, baris_lain, uraian, nilai_a, nilai_b"
    for number, (kode, aturan, keparahan, dokumen, tahun, *rest) in enumerate(TEMUAN, start=1):
        values = [number, kode, aturan, keparahan, dokumen, min(tahun, default=None), tahun, *rest]
        connection.execute(f"insert into temuan ({columns}) values ({', '.join('?' * 13)})", values)
    connection.execute(
        "insert into kalimat values (3, 5, 'pagu', 'Pemilu', 22e9, 'Pemilu sebesar Rp 22.000.000.000,-')"
    )
