"""The paper of a page and how it must be turned for its text to stand upright."""

from __future__ import annotations

from typing import NamedTuple

from pdfminer.layout import LTComponent
from pdfminer.pdfpage import PDFPage


class Kotak(NamedTuple):
    """A rectangle in the device space of the library: y runs up."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """True when the point lies in the rectangle."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def share(self, item: LTComponent) -> float:
        """How much of the rectangle, 0 to 1, the item covers."""
        wide = min(self.x1, item.x1) - max(self.x0, item.x0)
        high = min(self.y1, item.y1) - max(self.y0, item.y0)
        area = (self.x1 - self.x0) * (self.y1 - self.y0)
        return wide * high / area if wide > 0 and high > 0 and area > 0 else 0.0


def device_box(page: PDFPage) -> Kotak:
    """The visible part of the page (its crop box) after its own /Rotate has been applied."""
    mx0, my0, mx1, my1 = page.mediabox
    x0, y0, x1, y1 = page.cropbox
    x0, y0, x1, y1 = max(x0, mx0), max(y0, my0), min(x1, mx1), min(y1, my1)
    if page.rotate == 90:
        return Kotak(y0 - my0, mx1 - x1, y1 - my0, mx1 - x0)
    if page.rotate == 180:
        return Kotak(mx1 - x1, my1 - y1, mx1 - x0, my1 - y0)
    if page.rotate == 270:
        return Kotak(my1 - y1, x0 - mx0, my1 - y0, x1 - mx0)
    return Kotak(x0 - mx0, y0 - my0, x1 - mx0, y1 - my0)


class Putaran:
    """Turns device points so that text running at `arah` degrees stands upright, y down from the top of the paper."""

    def __init__(self, arah: int, kertas: Kotak) -> None:
        self.arah, self._kertas = arah, kertas
        wide, high = kertas.x1 - kertas.x0, kertas.y1 - kertas.y0
        self.lebar, self.tinggi = (high, wide) if arah in (90, 270) else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright page."""
        paper = self._kertas
        if self.arah == 90:
            return y - paper.y0, x - paper.x0
        if self.arah == 180:
            return paper.x1 - x, y - paper.y0
        if self.arah == 270:
            return paper.y1 - y, paper.x1 - x
        return x - paper.x0, paper.y1 - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle of the upright page: left, top, right, bottom."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
