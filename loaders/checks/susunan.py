"""Rules on structure: doubled rows and numbers, empty tables, cut text, rows that had to be laid by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups, rows
from loaders.checks.words import place, short, years
from loaders.values import breaks_off, wording_key

SENDIRI = "Pemeriksaan dokumen terhadap dirinya sendiri"
_WHOLE = 4
"""Fewer words in front of the second opening are no indicator of their own ("Persentase Nilai Evaluasi …")."""
_OPENING = re.compile(r"(?<=[a-z]) (?:Persentase|Jumlah|Nilai)\b")


@aturan(
    kode="B01",
    nama="Baris tercetak dua kali",
    keparahan="catatan",
    kalimat="Satu indikator di bawah satu sasaran cukup tercetak sekali dalam satu tabel.",
    penting="Baris ganda dihitung dua kali bila tabel dijumlahkan.",
    sumber=SENDIRI,
    tanda="B",
)
def baris_ganda(data: Data) -> Hasil:
    """Rows of one table with the same sasaran, indikator and targets: one finding a wording (else it is T02)."""
    hasil = Hasil()
    once = data.target.unique("indikator_id", keep="first", maintain_order=True)
    keyed = once.with_columns(
        pl.concat_str("sasaran", "indikator", ignore_nulls=True)
        .map_elements(wording_key, return_dtype=pl.String)
        .alias("kunci")
    )
    row_of = ("dokumen_id", "tabel", "kunci")
    hasil.diperiksa = keyed.select(row_of).n_unique()
    twice = keyed.filter(pl.len().over(row_of) > 1)
    figures = {
        group[0]["indikator_id"]: tuple((row["tahun"], row["nilai"], row["nilai_ordinal"]) for row in group)
        for group in groups(
            data.target.join(twice, on="indikator_id", how="semi", maintain_order="left"), "indikator_id"
        )
    }
    for group in groups(twice, *row_of):
        if len({figures[row["indikator_id"]] for row in group}) == 1:
            a, b = group[0], group[1]
            lines = " dan ".join(str(row["baris"]) for row in group)
            text = f"{short(a['indikator'])}: tercetak {len(group)} kali di {a['tabel']} (baris {lines})."
            hasil.temuan.append(_both(a, b, text))
    return hasil


@aturan(
    kode="B02",
    nama="Nomor dipakai dua kali",
    keparahan="catatan",
    kalimat="Nomor tabel, nomor indikator dan judul sasaran hanya dipakai sekali.",
    penting="Rujukan «Tabel 2.1» atau «Indikator 5.1» menjadi tidak jelas.",
    sumber=SENDIRI,
    tanda="B",
)
def nomor_ganda(data: Data) -> Hasil:
    """Table labels and sasaran titles used twice in a document, indicator numbers twice in a table and program."""
    hasil, judul = Hasil(), pl.col("judul")
    labels = data.tabel.with_columns(judul.str.extract(r"^(Tabel\s+[IVX\d]+(?:\.\d+)?)").alias("label"))
    for a, b in _twice(hasil, labels, "label"):
        text = f"{a['label']} dipakai untuk dua tabel: {place(a)} dan {place(b)}."
        hasil.temuan.append(_both(a, b, text, a["label"], b["label"]))
    titled = data.tabel.with_columns(judul.str.extract(r"^Sasaran \d+ ?: ?(.{20,})$").alias("sasaran"))
    for a, b in _twice(hasil, titled, "sasaran"):
        text = f"Judul sasaran yang sama dipakai untuk dua nomor: {place(a)} dan {place(b)}."
        hasil.temuan.append(_both(a, b, text, a["judul"], b["judul"]))
    for a, b in _twice(hasil, data.indikator, "nomor_tercetak", "tabel", "tingkat", "program"):
        text = f"Nomor {a['nomor_tercetak']} dipakai dua kali di {a['tabel']}: baris {a['baris']} dan {b['baris']}."
        hasil.temuan.append(_both(a, b, text, a["nomor_tercetak"], None))
    return hasil


def _twice(hasil: Hasil, frame: pl.DataFrame, column: str, *within: str) -> Iterator[tuple[Row, Row]]:
    """The first two rows of a document, and of the same `within`, that print the same in a column; all that print
    something there are counted as examined.
    """
    for group in groups(frame.filter(pl.col(column).is_not_null()), "dokumen_id", *within, column):
        hasil.diperiksa += len(group)
        if len(group) > 1:
            yield group[0], group[1]


def _both(a: Row, b: Row, text: str, nilai_a: str | None = None, nilai_b: str | None = None) -> Temuan:
    """What two rows say, at both their places."""
    return Temuan(a["dokumen_id"], text, a["baris"], (), nilai_a, nilai_b, b["dokumen_id"], b["baris"])


@aturan(
    kode="B03",
    nama="Tabel diumumkan tetapi kosong",
    keparahan="peringatan",
    kalimat="Tabel yang kepalanya tercetak harus berisi.",
    penting="Kinerja dan anggaran sasaran itu tidak dapat dinilai dari dokumen ini.",
    sumber=SENDIRI,
    tanda="B",
    toleransi="Tabel yang hilang saat pemindaian tidak dapat dibedakan dari tabel yang memang kosong.",
)
def tabel_kosong(data: Data) -> Hasil:
    """Recognised tables without a single row."""
    hasil = Hasil()
    for row in rows(data.tabel.sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        if row["isi"] == 0:
            text = f"{place(row)} hanya punya kepala tabel, tanpa satu baris pun: {short(row['judul'])}."
            hasil.temuan.append(Temuan(row["dokumen_id"], text, row["baris"]))
    return hasil


@aturan(
    kode="B04",
    nama="Jumlah nilai tidak sama dengan jumlah tahun",
    keparahan="catatan",
    kalimat="Sebuah baris tercetak dengan satu nilai untuk setiap tahun.",
    penting="Nilai yang lebih atau kurang membuat tahun-tahunnya dapat tertukar saat dibaca.",
    sumber=SENDIRI,
    tanda="B",
)
def jumlah_nilai(data: Data) -> Hasil:
    """Rows that printed a value too many, and rows with a blank year."""
    hasil = Hasil()
    surplus = set(data.indikator.filter(pl.col("catatan_baca") == "nilai_berlebih")["indikator_id"])
    for group in groups(data.target, "indikator_id"):
        hasil.diperiksa += 1
        blank = [row["tahun"] for row in group if row["keadaan"] == "kosong"]
        if blank:
            text = f"{short(group[0]['indikator'])} di {place(group[0])}: {years(blank)} kosong."
            hasil.temuan.append(Temuan(group[0]["dokumen_id"], text, group[0]["baris"], tuple(blank)))
        elif group[0]["indikator_id"] in surplus:
            printed = f"tercetak {len(group) + 1} nilai untuk {len(group)} tahun"
            text = f"{short(group[0]['indikator'])} di {place(group[0])}: {printed}."
            hasil.temuan.append(Temuan(group[0]["dokumen_id"], text, group[0]["baris"]))
    return hasil


@aturan(
    kode="B05",
    nama="Teks terputus",
    keparahan="catatan",
    kalimat="Bunyi indikator dan sasaran tidak berakhir di tengah kalimat.",
    penting="Bunyi yang terputus tidak menyebut apa yang diukur.",
    sumber=SENDIRI,
    tanda="B",
    toleransi="Hanya akhir berupa koma atau kata sambung yang dianggap terputus.",
)
def terputus(data: Data) -> Hasil:
    """Indicators, sasaran and budget lines whose text ends in a conjunction."""
    hasil = Hasil()
    for row in rows(data.indikator.sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        for kolom in ("indikator", "sasaran"):
            if breaks_off(row[kolom] or ""):
                text = f"{kolom.capitalize()} di {place(row)} terputus: «… {' '.join(row[kolom].split()[-8:])}»."
                hasil.temuan.append(Temuan(row["dokumen_id"], text, row["baris"], (), row[kolom]))
    return hasil


@aturan(
    kode="B06",
    nama="Dua indikator dalam satu baris",
    keparahan="catatan",
    kalimat="Satu baris memuat satu indikator.",
    penting="Dua ukuran dengan satu deret target tidak dapat dinilai sendiri-sendiri.",
    sumber=SENDIRI,
    tanda="C",
    toleransi="Dikenali dari kata pembuka indikator berhuruf besar di tengah kalimat.",
)
def dua_indikator(data: Data) -> Hasil:
    """Indicator texts in which a second indicator begins."""
    hasil = Hasil()
    for row in rows(data.indikator.sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        match = _OPENING.search(row["indikator"])
        if match and len(row["indikator"][: match.start()].split()) >= _WHOLE:
            first, second = row["indikator"][: match.start()], row["indikator"][match.start() + 1 :]
            text = f"{place(row)}: «{short(first)}» dan «{short(second)}» tercetak sebagai satu indikator."
            hasil.temuan.append(Temuan(row["dokumen_id"], text, row["baris"], (), first, second))
    return hasil


@aturan(
    kode="B07",
    nama="Sel tabel bergeser",
    keparahan="catatan",
    kalimat="Nilai berdiri di bawah kepala tahunnya.",
    penting="Baris bergeser dibaca menurut urutan nilainya; periksa bila angkanya janggal.",
    sumber=SENDIRI,
    tanda="B",
)
def bergeser(data: Data) -> Hasil:
    """Tables with slid rows: one finding a table, since it is noise of the layout."""
    hasil = Hasil()
    for group in groups(data.indikator, "dokumen_id", "tabel"):
        hasil.diperiksa += len(group)
        slid = [row for row in group if row["catatan_baca"] == "sel_bergeser"]
        if slid:
            text = (
                f"{slid[0]['tabel']}: {len(slid)} dari {len(group)} baris bergeser, pertama baris {slid[0]['baris']}."
            )
            hasil.temuan.append(Temuan(slid[0]["dokumen_id"], text, slid[0]["baris"]))
    return hasil


@aturan(
    kode="B08",
    nama="Teks rusak yang dikoreksi orang",
    keparahan="catatan",
    kalimat="Tabel yang teksnya rusak saat pemindaian dibaca oleh orang, bukan mesin.",
    penting="Koreksi harus dapat diperiksa ulang terhadap dokumen asli.",
    sumber="data/koreksi",
    tanda="B",
)
def dikoreksi(data: Data) -> Hasil:
    """Tables with corrected rows: one finding a table, with the number of rows."""
    hasil = Hasil()
    corrected = pl.concat([data.target.select(_ROW), data.pagu.select(_ROW)]).unique(maintain_order=True)
    hasil.diperiksa = len(corrected)
    for group in groups(corrected.filter(pl.col("keadaan") == "dikoreksi"), "dokumen_id", "tabel"):
        lines = sorted({row["baris"] for row in group})
        text = f"{group[0]['tabel']}: {len(lines)} baris memakai koreksi orang, pertama baris {lines[0]}."
        hasil.temuan.append(Temuan(group[0]["dokumen_id"], text, lines[0]))
    return hasil


_ROW = ("dokumen_id", "tabel", "baris", "keadaan")
