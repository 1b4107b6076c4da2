"""Which letters of a page cannot be seen: under the picture of a scan, or white on white."""

from __future__ import annotations

from collections.abc import Sequence

from pdfminer.layout import LTChar, LTComponent, LTCurve, LTImage

from loaders.readers.pdf_putar import Kotak

SETENGAH = 0.5
"""A picture over this share of the page makes the page a picture of a page."""

_SEHURUF = 4.0
"""Points: an area narrower than this holds no letter."""

_MAKS_BIDANG = 1000
"""Areas to be looked at; only a drawing has more."""


def covered(items: list[LTComponent], paper: Kotak) -> set[int]:
    """Letters that cannot be seen: under an opaque picture of the page or a white area, or white on white."""
    hidden: set[int] = set()
    covers = [(n, item) for n, item in enumerate(items) if _is_opaque_scan(item, paper) or _is_eraser(item)]
    covers = covers[-_MAKS_BIDANG:]
    dark = _dark_areas(items)
    for n, item in enumerate(items):
        if isinstance(item, LTChar):
            above = [area for m, area in covers if m > n]
            if _stands_on(item, above) or (_is_white(item) and not _stands_on(item, dark)):
                hidden.add(n)
    return hidden


def _is_eraser(item: LTComponent) -> bool:
    """A white area: letters painted before it, and under it, were taken off the page."""
    if not isinstance(item, LTCurve) or not item.fill or min(item.width, item.height) < _SEHURUF:
        return False
    return _white(item.non_stroking_color)


def _dark_areas(items: list[LTComponent]) -> list[LTImage | LTCurve]:
    """Pictures and coloured areas that can hold a letter, the largest first."""
    areas = [item for item in items if isinstance(item, LTImage) or (isinstance(item, LTCurve) and _is_dark(item))]
    wide = [area for area in areas if min(area.width, area.height) >= _SEHURUF]
    return sorted(wide, key=lambda area: -area.width * area.height)[:_MAKS_BIDANG]


def _is_opaque_scan(item: LTComponent, paper: Kotak) -> bool:
    if not isinstance(item, LTImage) or item.imagemask or paper.share(item) < SETENGAH:
        return False
    return not item.stream.get_any(("SMask", "Mask"))


def _is_white(item: LTChar) -> bool:
    kind = item.ncs.name
    return kind not in ("Separation", "DeviceN", "Indexed", "Pattern") and _white(item.graphicstate.ncolor)


def _white(color: object) -> bool:
    parts = color if isinstance(color, (tuple, list)) else (color,)
    numbers = [part for part in parts if isinstance(part, (int, float))]
    if len(numbers) == 4:
        return all(part == 0 for part in numbers)
    return len(numbers) in (1, 3) and all(part >= 0.99 for part in numbers)


def _is_dark(item: LTCurve) -> bool:
    return item.fill and not _white(item.non_stroking_color)


def _stands_on(item: LTChar, dark: Sequence[LTComponent]) -> bool:
    x, y = (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2
    return any(area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1 for area in dark)
