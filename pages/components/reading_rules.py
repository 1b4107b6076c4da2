"""How a figure was read, in sentences: as printed, mended by a named rule, set by a person, or not at all."""

from pages.components.format import keadaan_badge, tanggal
from pages.components.text import plain

KEADAAN = {
    "ada": "Dibaca seperti tercetak.",
    "tidak_ditargetkan": "Tercetak tanda hubung: tidak ditargetkan. Tidak pernah dibaca sebagai 0.",
    "kosong": "Selnya kosong. Tidak pernah dibaca sebagai 0.",
    "diperbaiki": "Diperbaiki oleh aturan bernama; teks tercetaknya tetap disimpan.",
    "dikoreksi": "Ditetapkan orang; teks tercetaknya tetap disimpan.",
    "rusak": "Tercetak tetapi tidak terbaca. Tidak ditebak; menunggu koreksi orang.",
}
# A rule of reading, as named by the loaders → what it did.
ATURAN = {
    "satuan_terpenggal": "Satuan yang terpenggal oleh kolom sempit (misalnya “Kecamata n”) disambung kembali.",
    "nilai_berlebih": "Baris ini mencetak satu nilai berulang lebih banyak daripada tahunnya; yang berlebih dilepas "
    "karena membuang yang mana pun memberi baris yang sama.",
    "angka_terpenggal": "Nol terakhir angka ini tercetak pada baris berikutnya dan disambung kembali.",
    "koma_tergeser": "Kolom ini mencetak empat desimal tetapi komanya bergeser (1,0000 tercetak 10,000); koma "
    "dikembalikan ke tempatnya.",
    "skala_tabel_kembar": "Tabel ini tidak menyebut skala, tetapi baris-barisnya sama dengan tabel yang menyebut "
    "“dalam ribuan rupiah”; skala tabel itu dipakai.",
    "angka_terpotong": "Digit terakhir angka ini hilang dari cetakan; angkanya tidak dilengkapi.",
    "sel_bergeser": "Sel baris ini bergeser dari kepala kolomnya; nilai diletakkan menurut urutannya di bawah tahun.",
}


def sentence(figure: dict) -> str:
    """Markdown for one row of queries.sumber.values: state as badge, how it was read, which rule and what it does."""
    said = [keadaan_badge(figure["keadaan"]), KEADAAN.get(figure["keadaan"], "")]
    if figure["aturan_baca"] and figure["keadaan"] == "dikoreksi":
        said.append("Sebelum dikoreksi, angkanya terbaca dengan aturan ini.")
    for rule in dict.fromkeys((figure["aturan_baca"], figure["catatan_baca"])):
        if rule:
            said.append(f"Aturan **{rule_name(rule)}**: {ATURAN.get(rule, 'lihat daftar aturan baca.')}")
    return " ".join(part for part in said if part)


def correction(item: dict) -> str:
    """Markdown for one row of queries.sumber.corrections: what was printed, what was set, why, by whom, when."""
    return (
        f":violet[:material/edit:] Baris {item['baris']}, kolom {plain(item['kolom'])}: tercetak "
        f"“{plain(item['teks_lama'])}”, ditetapkan **{plain(item['nilai_baru'])}** oleh {plain(item['oleh'])}, "
        f"{tanggal(item['tanggal'])}. Alasan: {plain(item['alasan'])}"
    )


def transcript(item: dict) -> str:
    """Markdown for one row of queries.sumber.transcripts: from which lines, what was set against the print, by whom."""
    lines = sorted({item["baris"], item["baris_akhir"]})
    how = "seperti tercetak"
    if item["kolom"]:
        how = f"kolom {plain(item['kolom'])} ditetapkan orang"
    why = f" Alasan: {plain(item['alasan'])}" if item["alasan"] else ""
    return (
        f":violet[:material/keyboard:] **Ditranskripsi orang** dari baris {'–'.join(map(str, lines))} oleh "
        f"{plain(item['oleh'])}, {tanggal(item['tanggal'])}: {how}.{why}"
    )


def rule_name(rule: str) -> str:
    """satuan_terpenggal → satuan terpenggal."""
    return rule.replace("_", " ")
