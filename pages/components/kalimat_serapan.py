"""What the Serapan page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components import kalimat_jumlah
from pages.components.format import join_words, number, percent, rupiah, rupiah_short
from pages.components.text import plain

TINGKAT = {"kro": "KRO", "ro": "RO", "sasaran": "sasaran", "indikator": "indikator"}
MANY = 8
DI_ATAS_PAGU, PERSENTASE = "N04", "N06"
"""The rules of temuan that count what a sentence of `tanda` says too."""


def nama_tabel(row: dict) -> str:
    """One entry of the list of pagu tables, as the reader chooses it. Input: a row of queries.serapan.tabel."""
    unit = f" ({row['unit']})" if row["unit"] and row["unit"] not in row["tabel"] else ""
    parts = [row["satker"], row["jenis_dokumen"], f"{row['tabel']}{unit}", f"per {tingkat(row)}", tahun(row)]
    return " · ".join(parts)


def nama_semua(daftar: pl.DataFrame) -> list[str]:
    """The names of all tables, in order; two tables of the same name are told apart by their file."""
    rows = list(daftar.iter_rows(named=True))
    names = [nama_tabel(row) for row in rows]
    return [
        f"{name} · {row['berkas']}" if names.count(name) > 1 else name for name, row in zip(names, rows, strict=True)
    ]


def tingkat(row: dict) -> str:
    """The level of a table as a word: program, kegiatan, KRO, RO, sasaran, indikator."""
    return TINGKAT.get(row["tingkat"], row["tingkat"])


def tahun(row: dict) -> str:
    """2024, or 2020–2024."""
    first, last = row["tahun_awal"], row["tahun_akhir"]
    return str(first) if first == last else f"{first}–{last}"


def pembuka(table: dict, whole: dict, totals: pl.DataFrame) -> str:
    """The answer in one sentence, naming document and table; two answers when the printed total says another.

    Input: a row of queries.serapan.tabel, comparisons.serapan.sum_by of its rows, and queries.serapan.total_tercetak.
    """
    source = (
        f"({table['jenis_dokumen']}, {plain(_named(table['tabel']))}, {number(table['jumlah_baris'])} {tingkat(table)})"
    )
    name = f"**{plain(table['satker'])}**"
    printed = _other_total(whole, totals)
    if printed:
        return f"{name} {source}, {tahun(table)}: {_two_sums(table, whole, printed)}"
    if whole["serapan_persen"] is not None:
        return (
            f"{name} menyerap **{percent(whole['serapan_persen'])}** pagu {tahun(table)}: realisasi "
            f"{rupiah_short(whole['realisasi'])} dari pagu {rupiah_short(whole['pagu'])} {source}."
        )
    unread, money = table["jumlah_rusak"], rupiah_short(whole["pagu"])
    known = f"{' yang terbaca' if unread else ''} sebesar **{money}**" if money else ""
    rest = f"; **{unread} dari {whole['jumlah_baris']} angka rusak dan tidak terbaca**" if unread else ""
    return (
        f"{name} mencantumkan pagu {tahun(table)}{known}{rest} {source}. Tabel ini tidak memuat realisasi, "
        "jadi serapannya tidak dapat dihitung."
    )


def tanpa_realisasi(daftar: pl.DataFrame, semua: pl.DataFrame) -> str:
    """Which satker have pagu only, in their documents or under this filter; empty when none.

    Input: queries.serapan.tabel under the filter, and without any.
    """
    never, here = _without_realisasi(semua), _without_realisasi(daftar)
    parts = {
        f"Realisasi belum ada dalam dokumen {_names(here & never)}: yang tercantum hanya pagu.": here & never,
        f"Di bawah saringan ini {_names(here - never)} hanya menampilkan pagu; realisasinya tercetak dalam tabel yang "
        "tersaring keluar.": here - never,
    }
    return " ".join(sentence for sentence, satker in parts.items() if satker)


def tanpa_pagu(daftar: pl.DataFrame, semua: pl.DataFrame, satker: list[str]) -> str:
    """Which of the satker asked for print no pagu, at all or under this filter; empty when none.

    Input: queries.serapan.tabel under the filter and without any, names.
    """
    never = set(satker) - set(semua["satker"])
    here = set(satker) - never - set(daftar["satker"])
    parts = {
        f"Dokumen {_names(never)} tidak memuat tabel pagu yang terbaca.": never,
        f"Di bawah saringan ini tidak ada pagu {_names(here)}.": here,
    }
    return " ".join(sentence for sentence, names in parts.items() if names)


def catatan_tabel(row: dict, temuan: int) -> str:
    """What a reader must know before using the sums of one table, in words; empty when nothing.

    Input: a row of queries.serapan.tabel, and how many temuan there are about it.
    """
    figures = row["jumlah_pagu"] + row["jumlah_rusak"]
    parts = {
        f"jumlah tidak lengkap: {number(row['jumlah_rusak'])} dari {number(figures)} angka rusak": row["jumlah_rusak"],
        f"{number(temuan)} temuan tentang angkanya": temuan,
    }
    return "; ".join(words for words, count in parts.items() if count)


def temuan(rules: pl.DataFrame) -> str:
    """How many temuan there are about the figures of a table, by rule; empty when none.

    Input: queries.serapan.temuan.
    """
    said = [
        f"{kode} {plain(nama)} ({number(jumlah)})"
        for kode, nama, jumlah in rules.select("kode_aturan", "nama_aturan", "jumlah").iter_rows()
    ]
    if not said:
        return ""
    return (
        f"{number(rules['jumlah'].sum())} temuan menyangkut angka tabel ini, jadi penjumlahannya perlu dibaca bersama "
        f"temuan itu: {join_words(said)}."
    )


def tanda(rows: pl.DataFrame, totals: pl.DataFrame, level: str, told: list[str]) -> list[str]:
    """What must be checked in these rows, one sentence a kind, and none that a rule of temuan has counted beside it.

    Input: queries.serapan.baris and total_tercetak; told: the kode_aturan of the temuan named in the same place.
    """
    over = 0 if DI_ATAS_PAGU in told else rows["melebihi_pagu"].sum()
    printed = 0 if PERSENTASE in told else rows["tercetak_berbeda"].sum()
    nil, blank = (rows["alasan"] == "pagu_nol").sum(), (rows["keadaan"] == "kosong").sum()
    said = {
        f"{over} {level} merealisasikan lebih dari pagunya (serapan di atas 100%).": over,
        f"{printed} persentase yang tercetak tidak sama dengan realisasi dibagi pagu pada baris yang sama.": printed,
        f"{nil} {level} berpagu nol: serapannya tidak dapat dihitung.": nil,
        f"{blank} sel pagu kosong dan tidak ikut dijumlahkan.": blank,
    }
    return kalimat_jumlah.beda_total(totals) + [sentence for sentence, count in said.items() if count]


def rusak(rows: pl.DataFrame) -> list[str]:
    """The printed figures that cannot be read, one Markdown line each. Input: queries.serapan.baris."""
    broken = rows.filter(pl.col("keadaan") == "rusak").select("uraian", "tahun", "pagu_teks", "baris")
    lines = [
        f"- {plain(uraian)}, {year}: tercetak “{plain(teks)}” (baris {baris})"
        for uraian, year, teks, baris in broken.iter_rows()
    ]
    return [*lines[:MANY], f"- … dan {len(lines) - MANY} lagi; lihat tabel."] if len(lines) > MANY else lines


def tanpa_gambar(rows: pl.DataFrame) -> str:
    """Why no figure is drawn of rows without any readable pagu. Input: queries.serapan.baris."""
    broken = (rows["keadaan"] == "rusak").sum()
    why = f"{number(broken)} angka rusak" if broken else "semua sel pagu kosong"
    return f"Tidak ada gambar: {why}, jadi tidak satu pun pagu tabel ini terbaca di bawah saringan ini."


def jumlah_baris(part: dict) -> str:
    """What the rows of the table below add up to. Input: comparisons.serapan.sum_by with no keys."""
    said = f"{number(part['jumlah_baris'])} baris di bawah berjumlah: pagu **{rupiah(part['pagu']) or 'tidak ada'}**"
    if part["realisasi"] is not None:
        said += f", realisasi **{rupiah(part['realisasi'])}**"
    if part["serapan_persen"] is not None:
        said += f", serapan **{percent(part['serapan_persen'])}**"
    without = part["tanpa_pagu"]
    return f"{said}; {number(without)} di antaranya tanpa angka pagu." if without else f"{said}."


def _without_realisasi(daftar: pl.DataFrame) -> set[str]:
    counted = daftar.group_by("satker").agg(pl.col("jumlah_realisasi").sum())
    return set(counted.filter(pl.col("jumlah_realisasi") == 0)["satker"])


def _names(satker: set[str]) -> str:
    return join_words([plain(name) for name in sorted(satker)])


def _other_total(whole: dict, totals: pl.DataFrame) -> dict:
    """The printed total that says another sum than its rows, as far as a headline shows; empty when there is none.

    Only when one total stands beside exactly these rows: narrowed rows are expected to add up to less.
    """
    of_years = totals.filter(pl.col("tahun").is_not_null())
    if len(of_years) != 1:
        return {}
    total = of_years.row(0, named=True)
    beside = [name for name in ("pagu", "realisasi") if total[name] is not None and whole[name] is not None]
    same_rows = all(total[f"jumlah_{name}"] == whole[name] for name in beside)
    differs = any(rupiah_short(total[name]) != rupiah_short(whole[name]) for name in beside)
    return total if same_rows and differs else {}


def _two_sums(table: dict, whole: dict, printed: dict) -> str:
    said = []
    for sums, share in ((whole, whole["serapan_persen"]), (printed, printed["persen_tercetak"])):
        spent = f"realisasi **{rupiah(sums['realisasi'])}** dari " if sums["realisasi"] is not None else ""
        percentage = f" ({percent(share)})" if share is not None else ""
        said.append(f"{spent}pagu **{rupiah(sums['pagu']) or 'tidak ada'}**{percentage}")
    differences = [
        f"{name} {rupiah(abs(printed[f'selisih_{name}']))}"
        for name in ("pagu", "realisasi")
        if printed[f"selisih_{name}"]
    ]
    return (
        f"{number(table['jumlah_baris'])} {tingkat(table)} yang tercetak berjumlah {said[0]}; jumlah yang tercetak di "
        f"bawahnya {said[1]}: selisih {join_words(differences)}."
    )


def _named(tabel: str) -> str:
    return tabel if tabel.lower().startswith(("tabel", "anggaran")) else f"tabel {tabel}"
