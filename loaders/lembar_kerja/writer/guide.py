"""The sheets that explain: Keterangan (whose workbook it is and how to fill it) and Contoh (column by column)."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.lembar_kerja.shape import (
    BELUM_TERBACA,
    CONTOH,
    IDENTITAS,
    KETERANGAN,
    LABEL_TAHUN_LAIN,
    LABEL_VERSI,
    LEMBAR,
    NAMA_LEMBAR,
    PETUNJUK_TAHUN_LAIN,
    TANDA,
    UNIT,
    VERSI,
    Identitas,
    Isi,
    Kolom,
)
from loaders.lembar_kerja.writer.style import Gaya, height, page, restrict
from loaders.register import KALIMAT_SIMULASI

CARA = (
    "Periksa identitas di atas: dari sinilah dokumen dikenali.",
    f"Isi lembar {NAMA_LEMBAR} mulai dari baris kosong di bawah petunjuk abu-abu. Lembar yang tidak "
    "diperlukan dibiarkan kosong.",
    "Tulis seperti tercetak di dokumen. Jangan menghitung, membulatkan atau melengkapi yang tidak tercetak.",
    "Tanda «-» berarti tidak ditargetkan dan ditulis «-». Sel kosong berarti kosong; nol ditulis 0. Ketiganya berbeda.",
    "Bilangan memakai koma desimal: 77,5. Satuannya cukup di kolom Satuan; bila satuan berbeda antartahun, tulis di "
    "selnya sendiri, misalnya «7 kecamatan», dan kosongkan kolom Satuan.",
    "Predikat (AA sampai D) dan opini (WTP, WTP-DPP, WDP, TW, TMP) ditulis hurufnya saja.",
    "Uang ditulis dalam rupiah penuh, bukan ribuan rupiah.",
    "Satu baris berdiri sendiri: sasaran, program dan kegiatan ditulis ulang pada setiap baris, sel tidak digabung.",
    "Teks berakhiran «(rusak)» tidak terbaca pada dokumen asal. Gantilah dengan yang benar; selama belum, barisnya "
    "tidak dimuat.",
    "Judul kolom jangan diubah. Kolom boleh dipindah letaknya, dan catatan boleh ditulis di kolom Keterangan.",
    "Lembar Hambatan hanya untuk LK: hambatan, upaya dan keterangannya ditulis seperti tercetak.",
    "Yang tidak terbaca dengan pasti tidak ditebak, melainkan ditahan dengan alasannya sampai diperbaiki.",
)
_COLUMNS = (("Lembar", 12), ("Kolom", 22), (CONTOH, 36), ("Contoh lain", 36), ("Penjelasan", 70))


def write_explanation(
    buku: Workbook,
    gaya: Gaya,
    identitas: Identitas,
    lain: tuple[int, ...] = (),
    menunggu: int = 0,
    *,
    simulasi: bool = False,
) -> None:
    """The sheet Keterangan: mark, version, identity cells, and how to fill the others.

    `lain`: years the rows have beyond those of the document. `menunggu`: lines on the sheet Belum terbaca.
    `simulasi`: it is filled with simulated data.
    """
    sheet = buku.add_worksheet(KETERANGAN)
    for column, width in enumerate((24, 34, 62)):
        sheet.set_column(column, column, width)
    _mark(sheet, gaya, simulasi=simulasi)
    _identity(sheet, gaya, identitas, lain)
    _steps(sheet, gaya, (*CARA, *_waiting(menunggu)))
    sheet.hide_gridlines(2)
    page(sheet)


def _mark(sheet: Worksheet, gaya: Gaya, *, simulasi: bool) -> None:
    """What kind of workbook it is, by which it is known again."""
    sheet.write_string(0, 0, TANDA, gaya.judul())
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, f"Untuk menulis {NAMA_LEMBAR.lower()} satu dokumen satu satker.", gaya.kalimat())
    if simulasi:
        sheet.write_string(2, 0, KALIMAT_SIMULASI, gaya.kalimat())
    sheet.write_string(3, 0, LABEL_VERSI, gaya.label())
    sheet.write_string(3, 1, VERSI, gaya.format(border=1, border_color="#C9D5DC", num_format="@"))


def _steps(sheet: Worksheet, gaya: Gaya, sentences: tuple[str, ...]) -> None:
    """How to fill the sheets, below the identity."""
    title = 6 + len(IDENTITAS)
    sheet.write_string(title, 0, "Cara mengisi", gaya.format(bold=True, font_size=12))
    for number, sentence in enumerate(sentences, start=1):
        sheet.write_string(title + number, 0, f"Aturan {number}", gaya.label())
        sheet.merge_range(title + number, 1, title + number, 2, sentence, gaya.kata())
        sheet.set_row(title + number, height([(sentence, 105)]))


def _waiting(menunggu: int) -> tuple[str, ...]:
    said = f"{menunggu} baris dokumen asal belum terbaca dan tidak ada di lembar lain. Semuanya terdaftar di lembar "
    return (f"{said}«{BELUM_TERBACA}»; ketiklah menurut dokumennya.",) if menunggu else ()


def _identity(sheet: Worksheet, gaya: Gaya, identitas: Identitas, lain: tuple[int, ...]) -> None:
    shown = identitas._asdict() | {"unit": UNIT.get(identitas.unit or ""), "lain": ", ".join(map(str, lain))}
    fields = IDENTITAS | {"lain": (LABEL_TAHUN_LAIN, PETUNJUK_TAHUN_LAIN)}
    lists: dict[str, Isi] = {"jenis": "jenis", "unit": "unit"}
    for row, (role, (label, hint)) in enumerate(fields.items(), start=4):
        value = shown[role]
        sheet.write_string(row, 0, label, gaya.label())
        sheet.write_string(row, 1, "" if value is None else str(value), gaya.isian())
        sheet.write_string(row, 2, hint, gaya.kalimat())
        if role in lists:
            restrict(sheet, Kolom(role, label, 0, lists[role], "", hint, ("", "")), 1, row, row)


def write_examples(buku: Workbook, gaya: Gaya) -> None:
    """The sheet Contoh: every column with two examples, laid downwards so that it can never be read as data."""
    sheet = buku.add_worksheet(CONTOH)
    sheet.write_string(0, 0, "Contoh pengisian", gaya.judul())
    sheet.write_string(1, 0, "Lembar ini hanya contoh dan tidak pernah dibaca.", gaya.kalimat())
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, name, gaya.kepala())
    row = 3
    for lembar in LEMBAR:
        for kolom in lembar.susunan((2023, 2024)):
            _example(sheet, gaya, row, lembar.nama, kolom)
            row += 1
    sheet.set_row(0, 24)
    sheet.freeze_panes(3, 0)
    sheet.hide_gridlines(2)
    page(sheet, 2)


def _example(sheet: Worksheet, gaya: Gaya, row: int, lembar: str, kolom: Kolom) -> None:
    wajib = " (wajib)" if kolom.wajib else ""
    texts = (lembar, f"{kolom.judul}{wajib}", *kolom.contoh, kolom.penjelasan)
    for column, text in enumerate(texts):
        style = gaya.format(text_wrap=True, num_format="@", bottom=1, bottom_color="#C9D5DC", bold=column == 1)
        sheet.write_string(row, column, text, style)
