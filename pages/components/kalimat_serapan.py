"""What the Serapan page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components.format import join_words, number, percent, rupiah, rupiah_short
from pages.components.teks import plain, years_in_words

TINGKAT = {"kro": "KRO", "ro": "RO", "sasaran": "sasaran", "indikator": "indikator"}
MANY = 8


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


def pembuka(table: dict, whole: dict) -> str:
    """The answer in one sentence, naming document and table.

    Input: a row of queries.serapan.tabel and comparisons.serapan.sum_by of its rows.
    """
    source = f"({table['jenis_dokumen']}, {_named(table['tabel'])}, {number(table['jumlah_baris'])} {tingkat(table)})"
    name = f"**{table['satker']}**"
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


def tanpa_realisasi(daftar: pl.DataFrame) -> str:
    """Which satker have pagu only; empty when none. Input: queries.serapan.tabel."""
    counted = daftar.group_by("satker").agg(pl.col("jumlah_realisasi").sum()).sort("satker")
    without = counted.filter(pl.col("jumlah_realisasi") == 0)["satker"].to_list()
    if not without:
        return ""
    return f"Realisasi belum ada dalam dokumen {join_words(without)}: yang tercantum hanya pagu."


def tanpa_pagu(daftar: pl.DataFrame, satker: list[str]) -> str:
    """Which of the satker asked for print no pagu at all; empty when none. Input: queries.serapan.tabel, names."""
    without = sorted(set(satker) - set(daftar["satker"]))
    return f"Dokumen {join_words(without)} tidak memuat tabel pagu." if without else ""


def tanda(rows: pl.DataFrame, totals: pl.DataFrame, level: str) -> list[str]:
    """What must be checked in these rows, one sentence a kind. Input: queries.serapan.baris and total_tercetak."""
    over, printed = rows["melebihi_pagu"].sum(), rows["tercetak_berbeda"].sum()
    nil, blank = (rows["alasan"] == "pagu_nol").sum(), (rows["keadaan"] == "kosong").sum()
    said = {
        f"{over} {level} merealisasikan lebih dari pagunya (serapan di atas 100%).": over,
        f"{printed} persentase yang tercetak tidak sama dengan realisasi dibagi pagu pada baris yang sama.": printed,
        f"{nil} {level} berpagu nol: serapannya tidak dapat dihitung.": nil,
        f"{blank} sel pagu kosong dan tidak ikut dijumlahkan.": blank,
    }
    return beda_total(totals) + [sentence for sentence, count in said.items() if count]


def rusak(rows: pl.DataFrame) -> list[str]:
    """The printed figures that cannot be read, one Markdown line each. Input: queries.serapan.baris."""
    broken = rows.filter(pl.col("keadaan") == "rusak").select("uraian", "tahun", "pagu_teks", "baris")
    lines = [
        f"- {plain(uraian)}, {year}: tercetak “{plain(teks)}” (baris {baris})"
        for uraian, year, teks, baris in broken.iter_rows()
    ]
    return [*lines[:MANY], f"- … dan {len(lines) - MANY} lagi; lihat tabel."] if len(lines) > MANY else lines


def jumlah_baris(part: dict) -> str:
    """What the rows of the table below add up to. Input: comparisons.serapan.sum_by with no keys."""
    said = f"{number(part['jumlah_baris'])} baris di bawah berjumlah: pagu **{rupiah(part['pagu']) or 'tidak ada'}**"
    if part["realisasi"] is not None:
        said += f", realisasi **{rupiah(part['realisasi'])}**"
    if part["serapan_persen"] is not None:
        said += f", serapan **{percent(part['serapan_persen'])}**"
    without = part["tanpa_pagu"]
    return f"{said}; {number(without)} di antaranya tanpa angka pagu." if without else f"{said}."


def total_tercetak(totals: pl.DataFrame) -> list[str]:
    """The printed totals beside the sums of rows: what agrees in one sentence, what differs in one each.

    Input: queries.serapan.total_tercetak.
    """
    agreed = []
    for name in ("pagu", "realisasi"):
        years = [year for kind, year, printed, ours in _totals(totals) if kind == name and printed == ours]
        if years:
            agreed.append(f"Jumlah {name} {_years(years)} yang tercetak sama dengan jumlah barisnya.")
    return agreed + beda_total(totals)


def beda_total(totals: pl.DataFrame) -> list[str]:
    """Only the printed totals that differ from the sums of rows. Input: queries.serapan.total_tercetak."""
    return [
        _beside(f"{name} {_years([year])}", printed, ours)
        for name, year, printed, ours in _totals(totals)
        if printed != ours
    ]


def jumlah_tercetak(lines: pl.DataFrame) -> list[str]:
    """How many printed "jumlah" columns agree with their years. Input: queries.serapan.jumlah_tercetak."""
    if lines.is_empty():
        return []
    same = len(lines.filter(pl.col("selisih") == 0))
    differ = len(lines.filter(pl.col("selisih") != 0))
    said = f"Kolom jumlah seluruh tahun tercetak pada {len(lines)} baris: {same} sama dengan jumlah tahunnya"
    said += f", {differ} berbeda" if differ else ""
    unknown = len(lines) - same - differ
    return [f"{said}, {unknown} tidak dapat diperiksa karena angkanya rusak." if unknown else f"{said}."]


def _totals(totals: pl.DataFrame) -> list[tuple[str, int | None, int, int]]:
    """What is totalled, year (None: all years), printed, ours; of every total that has both."""
    return [
        (name, row["tahun"], row[name], row[f"jumlah_{name}"])
        for row in totals.iter_rows(named=True)
        for name in ("pagu", "realisasi")
        if row[name] is not None and row[f"jumlah_{name}"] is not None
    ]


def _years(years: list[int | None]) -> str:
    single = [year for year in years if year is not None]
    words = [years_in_words(single)] if single else []
    return join_words([*words, "seluruh tahun"] if None in years else words)


def _beside(what: str, printed: int, ours: int) -> str:
    more = "lebih besar" if printed > ours else "lebih kecil"
    return (
        f"Jumlah {what} yang tercetak, **{rupiah(printed)}**, {more} **{rupiah(abs(printed - ours))}** daripada "
        f"jumlah barisnya, {rupiah(ours)}."
    )


def _named(tabel: str) -> str:
    return tabel if tabel.lower().startswith(("tabel", "anggaran")) else f"tabel {tabel}"
