"""PDF → Lembar. `document` joins the text of a PDF with its pages that are pictures; nothing outside knows more of it.

    lembar = read(Path("lkjip.pdf"))

From letter to line: file → canvas → letters and rules → ruled and unruled tables → page → seams → text.
"""

from __future__ import annotations

from loaders.readers.pdf.document import read

__all__ = ["read"]
