"""How the workbook looks and what its cells allow: formats, lists, checks while typing. Knows no values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from loaders import reference
from loaders.files import REFERENSI, read_rows
from loaders.lembar_kerja.shape import (
    DAFTAR,
    JENIS,
    KATA_JUMLAH,
    SATUAN_ORDINAL,
    TINGKAT,
    TINGKAT_ANGGARAN,
    UNIT,
    Isi,
    Kolom,
)
from loaders.values import OPINI_BPK, PREDIKAT_AKIP, units

_DARK, _SOFT, _LINE, _GREY = "#1F3B4D", "#EEF3F6", "#C9D5DC", "#5F6B73"
_VALUES = "#2F6153"
"""Headings of words are dark blue, those of values dark green."""
_LISTS: dict[Isi, str] = {"jenis": "daftar_jenis", "unit": "daftar_unit", "tingkat": "daftar_tingkat",
                          "tingkat_anggaran": "daftar_tingkat_anggaran", "satuan": "daftar_satuan",
                          "divisi": "daftar_divisi"}  # fmt: skip
_CHECKS: dict[Isi, tuple[str, str]] = {
    "nilai": ('=OR(ISNUMBER({c}),{c}="-",COUNTIF(daftar_huruf,{c})>0)',
              "Isi bilangan, predikat, opini, atau - bila tidak ditargetkan."),
    "uang": ('=OR({c}="-",AND(ISNUMBER({c}),{c}>=0,{c}=INT({c})))', "Isi rupiah penuh tanpa desimal, atau -."),
    "bilangan": ("=ISNUMBER({c})", "Isi bilangan seperti tercetak."),
    "tahun": ('=OR(AND(ISNUMBER({c}),{c}>=2000,{c}<=2099),LEFT({c},2)&MID({c},5,1)="20 ")',
              "Isi tahun empat angka, misalnya 2024, atau bagiannya, misalnya 2024 TW1."),
    "tahun_jumlah": (f'=OR({{c}}="{KATA_JUMLAH}",AND(ISNUMBER({{c}}),{{c}}>=2000,{{c}}<=2099),'
                     'LEFT({c},2)&MID({c},5,1)="20 ")',
                     f"Isi tahun empat angka, bagian atau versinya, misalnya 2024 TW1, atau kata {KATA_JUMLAH}."),
}  # fmt: skip
_FREE = ("satuan", "divisi", "nilai", "bilangan")
"""What may be typed in spite of the list or check: the loader says what it cannot read."""
_TEXT: dict[str, Any] = {"num_format": "@", "text_wrap": True}
_STYLES: dict[Isi, dict[str, Any]] = {
    "nilai": {"align": "right", "indent": 1}, "bilangan": {"align": "right", "indent": 1},
    "tahun": {"align": "center"}, "tahun_jumlah": {"align": "center"},
    "uang": {"align": "right", "indent": 1, "num_format": "#,##0"},
}  # fmt: skip


def choices() -> dict[str, tuple[str, ...]]:
    """Name of each list → what it allows."""
    divisi = read_rows(reference.path("divisi.csv"), REFERENSI["divisi"])
    return {
        "daftar_jenis": tuple(JENIS.values()), "daftar_unit": tuple(UNIT.values()),
        "daftar_tingkat": tuple(TINGKAT.values()), "daftar_tingkat_anggaran": tuple(TINGKAT_ANGGARAN.values()),
        "daftar_satuan": (*units(), *SATUAN_ORDINAL), "daftar_divisi": tuple(row["divisi"] for row in divisi),
        "daftar_huruf": (*PREDIKAT_AKIP, *OPINI_BPK),
    }  # fmt: skip


@dataclass
class Gaya:
    """The formats of one workbook, made once each."""

    buku: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def format(self, **properties: Any) -> Format:  # noqa: ANN401 - a property is text, number or truth
        """The format with these properties, at the top of its cell."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.buku.add_format({"valign": "top", "font_size": 10, **properties})
        return self._made[key]

    def judul(self) -> Format:
        """The title of a sheet."""
        return self.format(bold=True, font_size=15, font_color=_DARK)

    def kalimat(self) -> Format:
        """A sentence under a title, in one cell that runs over the next ones."""
        return self.format(font_color=_GREY)

    def kepala(self, kolom: Kolom | None = None) -> Format:
        """The heading of a column."""
        color = _VALUES if kolom and kolom.isi in _STYLES else _DARK
        return self.format(bold=True, font_color="#FFFFFF", bg_color=color, text_wrap=True, valign="vcenter",
                           border=1, border_color="#FFFFFF")  # fmt: skip

    def petunjuk(self) -> Format:
        """The hint under a heading."""
        return self.format(italic=True, font_size=8, font_color=_GREY, bg_color=_SOFT, text_wrap=True, bottom=1,
                           bottom_color=_LINE)  # fmt: skip

    def sel(self, isi: Isi, *, decimals: str | None = None) -> Format:
        """A data cell, filled or not; `decimals`: a number format that keeps it from looking like thousands."""
        properties = {**_STYLES.get(isi, _TEXT), **({"num_format": decimals} if decimals else {})}
        return self.format(**properties, border=1, border_color=_LINE)

    def label(self) -> Format:
        """A label on the sheet Keterangan."""
        return self.format(bold=True, bg_color=_SOFT, border=1, border_color=_LINE)

    def isian(self) -> Format:
        """A cell of Keterangan that people fill."""
        return self.format(num_format="@", border=1, border_color=_DARK, bg_color="#FFFBEA")

    def kata(self) -> Format:
        """A sentence that wraps in its cell."""
        return self.format(text_wrap=True, num_format="@")


def lists(buku: Workbook) -> None:
    """The last, hidden sheet with every list, each under its defined name."""
    sheet = buku.add_worksheet(DAFTAR)
    for column, (name, words) in enumerate(choices().items()):
        sheet.write_column(0, column, (name, *words))
        first, last = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (1, len(words)))
        buku.define_name(name, f"={DAFTAR}!{first}:{last}")
    sheet.hide()


def restrict(sheet: Worksheet, kolom: Kolom, column: int, first: int, last: int) -> None:
    """Let the cells of a column take what its list or check allows, with its explanation when a cell is chosen."""
    prompt = {"input_title": kolom.judul[:32], "input_message": kolom.penjelasan[:255]}
    if kolom.isi in _LISTS:
        rule = {"validate": "list", "source": f"={_LISTS[kolom.isi]}"}
        wrong = "Pilih salah satu dari daftarnya."
    elif kolom.isi in _CHECKS:
        formula, wrong = _CHECKS[kolom.isi]
        rule = {"validate": "custom", "value": formula.format(c=xl_rowcol_to_cell(first, column))}
    else:
        rule, wrong = {"validate": "any"}, ""
    strict = {"error_type": "warning" if kolom.isi in _FREE else "stop", "show_error": kolom.isi != "divisi"}
    error = {"error_title": "Periksa isian ini", "error_message": wrong} if wrong else {}
    sheet.data_validation(first, column, last, column, {**rule, **prompt, **strict, **error})


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Points a row needs for its texts, each with the width of its column in characters."""
    return 3 + 13 * max((-(-len(text) // max(1, width - 3)) for text, width in cells if text), default=1)


def page(sheet: Worksheet, heading: int | None = None) -> None:
    """Print across A4, one page wide, headings on each page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    if heading is not None:
        sheet.repeat_rows(heading, heading + 1)
