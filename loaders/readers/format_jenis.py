"""The formats that are read: what each is called in a sentence and under which extensions it is expected."""

from __future__ import annotations

from typing import Literal

Format = Literal["text", "pdf", "docx", "xlsx", "xls", "html", "csv", "gambar"]

SEBUTAN: dict[Format, str] = {
    "text": "teks biasa",
    "pdf": "dokumen PDF",
    "docx": "dokumen Word",
    "xlsx": "buku kerja Excel",
    "xls": "buku kerja Excel 97–2003",
    "html": "halaman HTML",
    "csv": "tabel CSV",
    "gambar": "gambar",
}
"""What each format is called in a sentence."""
AKHIRAN: dict[Format, frozenset[str]] = {
    "text": frozenset({".txt", ".text", ".md"}),
    "pdf": frozenset({".pdf"}),
    "docx": frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    "xls": frozenset({".xls", ".xlt"}),
    "html": frozenset({".html", ".htm", ".xhtml"}),
    "csv": frozenset({".csv", ".tsv"}),
    "gambar": frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"}),
}
"""The extensions under which a format is expected, so that any other is worth a note."""

ULANG = "Buka di aplikasi asalnya, lalu simpan ulang"
"""How most advice begins."""
