"""Pages of a PDF drawn by hand: text, rules and pictures, with y running down from the top of an A4 page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.loaders.readers.bad_files import pdf

TINGGI = 842


TANPA_PETA = (
    "/Resources<</Font<</F 3 0 R/G<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts"
    "[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]"
    ">>>>>>"
)
"""Page entries that add a font G whose letters have no meaning, two bytes a letter."""


def teks(
    x: float, y: float, text: str, *, size: float = 10, before: str = "", matrix: str = "1 0 0 1", font: str = "F"
) -> str:
    """A piece of text with its baseline at y. `before`: operators in front of it ("3 Tr", "1 1 1 rg")."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q BT {before} /{font} {size} Tf {matrix} {x} {TINGGI - y} Tm ({escaped}) Tj ET Q\n"


def garis(x0: float, y0: float, x1: float, y1: float) -> str:
    """A stroked line."""
    return f"{x0} {TINGGI - y0} m {x1} {TINGGI - y1} l S\n"


def bidang(x0: float, y0: float, x1: float, y1: float, color: str = "0 0 0 rg") -> str:
    """A filled area."""
    return f"q {color} {x0} {TINGGI - y1} {x1 - x0} {y1 - y0} re f Q\n"


def gambar(x0: float, y0: float, x1: float, y1: float) -> str:
    """A picture of one grey point."""
    placed = f"{x1 - x0} 0 0 {y1 - y0} {x0} {TINGGI - y1} cm"
    return f"q {placed} BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"


def kisi(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All rules of a grid."""
    across = [garis(xs[0], y, xs[-1], y) for y in ys]
    return "\n".join([*across, *(garis(x, ys[0], x, ys[-1]) for x in xs)])


def tabel(rows: Sequence[Sequence[str]], xs: Sequence[float], *, atas: float = 100, tinggi: float = 30) -> str:
    """A ruled table, one line of text a cell, "\\n" begins another."""
    parts = [kisi(xs, [atas + tinggi * n for n in range(len(rows) + 1)])]
    for n, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            parts += [teks(x + 4, atas + tinggi * n + 12 + 12 * k, line) for k, line in enumerate(cell.split("\n"))]
    return "\n".join(parts)


def simpan(folder: Path, *pages: str, nama: str = "dokumen.pdf", page: str = "", password: str | None = None) -> Path:
    """Write the pages as a PDF. `page`: further entries of each page ("/Rotate 90")."""
    path = folder / nama
    path.write_bytes(pdf([text.encode("cp1252") for text in pages], page=page, password=password))
    return path
