"""What the Satker page says in words: pure functions from frames and rows to Indonesian sentences."""

from typing import Any

import polars as pl

from pages.components import padanan
from pages.components.format import join_words, number, percent, rupiah_short, tanggal
from pages.components.text import angka, pendek, plain, years_in_words
from queries.comparisons import renstra

TANPA_CABANG = "Tanpa tujuan atau sasaran tercetak"
BACA_POHON = (
    "Tekan sebuah angka untuk membuka baris tercetaknya. Divisi “tertulis” disebut oleh dokumennya, “lewat "
    "subbagian” hanya subbagiannya; “turunan” tidak disebut, melainkan diturunkan dari jenis indikatornya."
)
# alasan of comparisons.capaian → why there is no percentage
ALASAN = {
    "target_tidak_ada": "capaian tidak dapat dihitung: target tidak ada",
    "realisasi_tidak_ada": "capaian tidak dapat dihitung: realisasi tidak ada",
    "satuan_berbeda": "capaian tidak dapat dihitung: satuan target dan realisasi berbeda",
    "polaritas_belum_ditetapkan": "capaian tidak dapat dihitung: arah indikator belum ditetapkan",
    "aturan_tidak_ada": "capaian tidak dapat dihitung: belum ada rumus yang berlaku untuk tahun itu",
    "target_nol": "capaian tidak dapat dihitung: target nol",
    "realisasi_nol": "capaian tidak dapat dihitung: realisasi nol tidak dapat menjadi pembagi",
}
UANG = (
    "Uang yang sama tercetak pada beberapa tabel dan tingkat, jadi angka di pohon dan di bawah ini tidak dijumlahkan. "
    "Pagu menempel pada cabang hanya bila namanya tercetak sama."
)

AKHIR = {
    renstra.SAMPAI: "sudah sampai",
    renstra.CUKUP: "cukup lajunya",
    renstra.KURANG: "kurang lajunya",
    renstra.TERLAMBAT: "tidak sampai",
    renstra.TAK_DIKETAHUI: "belum diketahui lajunya",
}
"""keadaan_akhir of comparisons.renstra → how many are said to be so."""


def putusan(row: dict[str, Any]) -> str:
    """The office and its year in one sentence. Input: a row of comparisons.rapor.standing."""
    where = f"{plain(pendek(row['satker']))} {row['tahun']}"
    if not row["punya_capaian"]:
        return f"{where}: tidak punya laporan capaian"
    said = f"{where}: {number(row['n_tercapai'])} dari {number(row['n_indikator'])} indikator tercapai"
    return said + (f", serapan {percent(row['serapan'], 1)}" if row["punya_serapan"] else "")


def keterangan(row: dict[str, Any]) -> str:
    """Where the office stands in its provinsi, and what changes are from. Input as of `putusan`."""
    where = plain(row["provinsi"])
    if row["urutan"] is None:
        return f"Tidak ikut diurutkan di {where}; perubahan dari {row['tahun'] - 1}"
    place = f"Urutan {number(row['urutan'])} dari {number(row['pembanding'])} yang melapor di {where}"
    return f"{place}, terburuk dahulu; perubahan dari {row['tahun'] - 1}"


def sengketa(row: dict[str, Any]) -> str:
    """Both figures of a disputed pagu with their tables; empty where none is. Input as of `putusan`."""
    if not row["diperselisihkan"]:
        return ""
    other = f"{rupiah_short(row['pagu_lain'])} menurut {plain(row['sumber_lain'])}"
    return f"Pagu diperselisihkan: {rupiah_short(row['pagu'])} menurut {plain(row['sumber_serapan'])}, {other}."


def tanpa_laporan(row: dict[str, Any], wajib: pl.DataFrame, deret: pl.DataFrame) -> str:
    """That there is no report, which documents are missing, and the last year with one. Input: queries.kelengkapan
    .wajib of the year, queries.rapor.deret of the office.
    """
    name, tahun = plain(row["satker"]), row["tahun"]
    lacking = [one for one in wajib.iter_rows(named=True) if one["keadaan"] in ("belum", "belum jatuh tempo")]
    if "LK" in [one["dokumen"] for one in lacking]:
        missing = [f"{one['dokumen']} ({jatuh_tempo(one)})" for one in lacking]
        said = f"{name} tidak punya laporan tahun {tahun}. Yang belum ada: {join_words(missing)}."
    else:
        said = f"LK {name} tahun {tahun} ada, tetapi tidak ada realisasi indikator yang terbaca darinya."
    before = deret.filter(pl.col("n_indikator") > 0, pl.col("tahun") < tahun)["tahun"].to_list()
    last = f"Laporan terakhir: {before[-1]}." if before else "Belum ada laporan tahun sebelumnya."
    return f"{said} {last}"


def jatuh_tempo(row: dict[str, Any]) -> str:
    """When a document is due. Input: a row of queries.kelengkapan.wajib."""
    return f"jatuh tempo {tanggal(row['jatuh_tempo'])}" if row["jatuh_tempo"] else ""


def judul_meleset(rows: pl.DataFrame, missed: pl.DataFrame) -> str:
    """The finding over the misses. Input: queries.satker.indikator, and those of it that were missed."""
    if missed.is_empty():
        return "Tidak ada indikator yang meleset"
    cause = int(missed["hambatan"].count())
    said = f"{number(len(missed))} indikator meleset, terendah dahulu"
    return f"{said}; hambatan tercetak untuk {number(cause)}" if cause else f"{said}; hambatannya tidak tercetak"


def akhir(rows: pl.DataFrame) -> str:
    """How many indikator get to the end of the Renstra, by rule. Input: queries.satker.indikator."""
    known = rows.filter(pl.col("keadaan_akhir").is_not_null())
    if known.is_empty():
        return "Target akhir Renstra tidak tercetak dalam satuan realisasinya, jadi jaraknya tidak dihitung."
    count = {name: int((known["keadaan_akhir"] == name).sum()) for name in AKHIR}
    said = [f"{number(count[name])} {words}" for name, words in AKHIR.items() if count[name]]
    return f"Akhir Renstra {known['tahun_akhir'].max()}, dari {number(len(known))} indikator: {join_words(said)}."


def jarak(row: dict[str, Any]) -> str:
    """What is left to the end target and the pace for it. Input: a row of queries.satker.indikator."""
    state = row["keadaan_akhir"]
    if state == renstra.SAMPAI:
        return "sudah sampai"
    word = "lebih" if row["polaritas"] == "minimal" else "kurang"
    left = f"{word} {_ukuran(row['jarak'], row)}"
    if state == renstra.TERLAMBAT:
        return f"{left} di tahun akhir"
    if state == renstra.TAK_DIKETAHUI:
        return f"{left}; perlu {number(row['laju_perlu'], 1)} setahun, laju belum diketahui"
    way = " menjauh" if row["laju"] < 0 else ""
    return f"{left}; perlu {number(row['laju_perlu'], 1)} setahun, laju {number(abs(row['laju']), 1)}{way}"


def nilai(row: dict[str, Any], name: str) -> str:
    """target or realisasi as read: a grade, a number with its unit, else the printed words. Not escaped."""
    if row[f"{name}_ordinal"]:
        return row[f"{name}_ordinal"]
    return number(row[name]) + satuan(row) if row[name] is not None else row[f"{name}_teks"] or "–"


def satuan(row: dict[str, Any]) -> str:
    """The unit as it follows a number."""
    return "" if not row["satuan"] else "%" if row["satuan"] == "%" else f" {row['satuan']}"


def _ukuran(value: float, row: dict[str, Any]) -> str:
    return f"{number(round(value, 2))}{' poin' if row['satuan'] == '%' else satuan(row)}"


def pembuka(satker: str, tables: pl.DataFrame, temuan: pl.DataFrame) -> str:
    """What the office promised and whether its papers report on it. Input: comparisons.susunan.tabel, temuan."""
    kinds = tables["jenis_dokumen"].unique(maintain_order=True).sort().to_list()
    years = list(range(min(tables["tahun_awal"].to_list()), max(tables["tahun_akhir"].to_list()) + 1))
    said = (
        f"{plain(satker)} mencetak {number(int(tables['jumlah_indikator'].sum()))} baris indikator dalam "
        f"{number(len(tables))} tabel {join_words(kinds)} untuk {years_in_words(years)}"
    )
    return f"{said}; {_reported(tables)} {_found(temuan)}"


def nama_tabel(row: dict[str, Any]) -> str:
    """One table of promises as the reader chooses it. Input: a row of comparisons.susunan.tabel."""
    jenis = "" if row["tabel"].startswith(row["jenis_dokumen"]) else f"{row['jenis_dokumen']} "
    return f"{jenis}{row['tabel']} · {number(row['jumlah_indikator'])} indikator"


def nama_cabang(row: dict[str, Any]) -> str:
    """The head of one branch, as Markdown. Input: a row of comparisons.susunan.cabang."""
    count = f":gray[· {number(row['jumlah_indikator'])} indikator]"
    if row["cabang"] is None:
        return f"{TANPA_CABANG} {count}"
    return f":gray[{row['jenis_cabang'].capitalize()}] {plain(row['cabang'])} {count}"


def sel(row: dict[str, Any]) -> str:
    """The promise of one year, and the realisasi where the row reports one. Input: a row of queries.satker.janji."""
    target = angka(row["nilai"], row["nilai_ordinal"], row["satuan"], row["keadaan"]) or "tanpa target"
    reached = angka(
        row["realisasi"], row["realisasi_ordinal"], row["satuan_realisasi"] or row["satuan"], row["keadaan_realisasi"]
    )
    return f":gray[{row['tahun']}] **{target}**" + (f" → realisasi **{reached}**" if reached else "")


def capaian(row: dict[str, Any]) -> str:
    """Capaian as computed and as printed, or why there is none, as Markdown; empty where nothing is reported."""
    if row["keadaan_realisasi"] is None:
        return ""
    printed = f" · tercetak “{plain(row['capaian_tercetak_teks'])}”" if row["capaian_tercetak_teks"] else ""
    if row["capaian_hitung"] is not None:
        met = row["capaian_hitung"] >= 100
        return f"{_met(met)} capaian {percent(row['capaian_hitung'])}{printed}"
    if row["terpenuhi"] is not None:
        return f"{_met(row['terpenuhi'])} predikat{printed}"
    why = ALASAN.get(row["alasan"], "capaian predikat tidak dapat dinilai")
    return f":gray-badge[:material/help: tak terhitung] {why}{printed}"


def divisi(row: dict[str, Any]) -> str:
    """Who is responsible, and whether the paper says so, and where the row stands."""
    who = padanan.divisi(row)
    printed = f"tercetak: {plain(row['unit_pelaksana'])}" if row["unit_pelaksana"] else ""
    return " · ".join(part for part in (who, printed, f"baris {row['baris']}") if part)


def pagu(row: dict[str, Any]) -> str:
    """One printed pagu figure in a button: year, pagu, realisasi. Input: a row of queries.satker.anggaran."""
    year = row["tahun"] if row["tahun"] is not None else "jumlah tercetak"
    money = rupiah_short(row["pagu"]) or "rusak :material/broken_image:"
    spent = f" → realisasi **{rupiah_short(row['realisasi'])}**" if row["realisasi"] is not None else ""
    return f":gray[{year}] pagu **{money}**{spent}"


def temuan(counts: dict[str, int]) -> str:
    """How many temuan of each keparahan, in words. Input: keparahan → number."""
    return join_words([f"{number(count)} {level}" for level, count in counts.items() if count])


def _reported(tables: pl.DataFrame) -> str:
    reported = int(tables["jumlah_realisasi"].sum())
    if not reported:
        return "realisasinya **belum ada** dalam dokumen yang kita pegang."
    rows = int(tables.filter(pl.col("jumlah_realisasi") > 0)["jumlah_indikator"].sum())
    return f"{number(reported)} dari {number(rows)} baris laporannya berisi realisasi."


def _found(found: pl.DataFrame) -> str:
    if found.is_empty():
        return "Tidak ada temuan pemeriksaan."
    counts = {level: int((found["keparahan"] == level).sum()) for level in ("kritis", "peringatan", "catatan")}
    if len(found) in counts.values():
        return f"Pemeriksaan menghasilkan {number(len(found))} temuan, semuanya {found['keparahan'][0]}."
    return f"Pemeriksaan menghasilkan {number(len(found))} temuan: {temuan(counts)}."


def _met(met: bool) -> str:
    if met:
        return ":green-badge[:material/check: tercapai]"
    return ":red-badge[:material/close: tidak tercapai]"
