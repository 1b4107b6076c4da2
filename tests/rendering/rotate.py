"""Pages that are stored on their side and shown upright, as scanners and some printer drivers write them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium


def store_on_side(source: Path, target: Path) -> None:
    """Copy a PDF: the content of each page is turned a quarter to the left, and the page's /Rotate turns it back."""
    with closing(pdfium.PdfDocument(source)) as pages, closing(pdfium.PdfDocument.new()) as turned:
        for number in range(len(pages)):
            width, height = pages.get_page_size(number)
            page = turned.new_page(height, width)
            content = pages.page_as_xobject(number, turned).as_pageobject()
            content.set_matrix(pdfium.PdfMatrix().rotate(90, ccw=True).translate(height, 0))
            page.insert_obj(content)
            page.gen_content()
            page.set_rotation(90)
        turned.save(target)
