"""Pictures of pages → Lembar, letters recognised by tesseract. Everything read here is a proposal (Baris.ocr).

    lembar = read(Path("pindaian.png"))
    pages = read_pages(Path("lkjip.pdf"), [3, 4])     # only these pages of a PDF

From picture to cell: picture → rules → grid → cells → page → document.
"""

from __future__ import annotations

from loaders.readers.scan.document import read, read_pages
from loaders.readers.scan.page import HalamanPindai

__all__ = ["HalamanPindai", "read", "read_pages"]
