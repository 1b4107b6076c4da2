"""One page of a PDF as what the eye sees on it: letters, rules and pictures, upright, with y running down.

Letters that cannot be seen, under the picture of a scan or white on white, are known as such.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage

from loaders.readers.pdf.letters import Huruf, is_unmapped
from loaders.readers.pdf.paper import Kotak, Putaran, device_box
from loaders.readers.pdf.rules import Garis, rules

_INVISIBLE_MODES = frozenset({3, 7})
_DRAWN_LETTERS = 50
"""Shapes on a page without letters: from here on they may be letters drawn as outlines."""

MAKS_HURUF = 50_000
"""Letters on a page: the densest table of A3 in small type has a third of it."""


class TerlaluPadat(Exception):
    """A page with more letters than any document prints."""


_SEPERSEPULUH = 0.1
"""A picture over less of the page is a seal or an emblem."""


@dataclass(frozen=True)
class Kanvas:
    """What a page shows. Points, origin top left. `bayangan`: letters that are there but cannot be seen (the text
    layer of a scan, white on white); `miring`: letters at a slant, left out; `tak_terpeta`: letters whose font does
    not say what they are; `gambar_terbesar`: share of the page, 0 to 1, that its largest picture covers; `bergambar`:
    something else than letters is drawn, so that a page without letters is a picture and not blank.
    """

    tinggi: float
    huruf: tuple[Huruf, ...]
    bayangan: tuple[Huruf, ...]
    garis: tuple[Garis, ...]
    miring: int
    tak_terpeta: int
    gambar_terbesar: float
    bergambar: bool

    @property
    def gambar_penuh(self) -> bool:
        """True when a picture covers most of the page."""
        return self.gambar_terbesar >= SETENGAH

    @property
    def gambar_besar(self) -> bool:
        """True when a picture is large enough to hold a table."""
        return self.gambar_terbesar >= _SEPERSEPULUH


class _Perekam(PDFPageAggregator):
    """Keeps which letters were painted with an invisible pen, which the layout objects do not say."""

    def __init__(self, rsrcmgr: PDFResourceManager) -> None:
        super().__init__(rsrcmgr)
        self.banyak, self.tanpa_tinta = 0, set[int]()

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        before = self.banyak
        super().render_string(textstate, seq, ncs, graphicstate)
        if textstate.render in _INVISIBLE_MODES:
            self.tanpa_tinta.update(range(before, self.banyak))

    def render_char(self, *args, **kwargs) -> float:  # noqa: ANN002, ANN003 (the library's own signature, passed on)
        self.banyak += 1
        return super().render_char(*args, **kwargs)


def paint(rsrcmgr: PDFResourceManager, page: PDFPage) -> Kanvas:
    """Read one page. Raises TerlaluPadat for a page beyond MAKS_HURUF, and whatever the library stumbles on."""
    device = _Perekam(rsrcmgr)
    PDFPageInterpreter(rsrcmgr, device).process_page(page)
    items = list(_flat(device.get_result()))
    chars = {n: item for n, item in enumerate(items) if isinstance(item, LTChar)}
    if len(chars) > MAKS_HURUF:
        raise TerlaluPadat
    paper = device_box(page)
    hidden = {n for i, n in enumerate(chars) if i in device.tanpa_tinta} | covered(items, paper)
    return _kanvas(items, {n: item for n, item in chars.items() if _is_on(paper, item)}, hidden, paper)


def _kanvas(items: list[LTComponent], chars: dict[int, LTChar], hidden: set[int], paper: Kotak) -> Kanvas:
    turn = Putaran(_main_direction(chars.values()), paper)
    letters = {n: letter for n, item in chars.items() if (letter := _letter(item, turn))}
    seen = tuple(letter for n, letter in letters.items() if n not in hidden)
    shapes = [item for item in items if isinstance(item, LTCurve)]
    pictures = [item for item in items if isinstance(item, LTImage)]
    return Kanvas(
        turn.tinggi,
        seen,
        tuple(letter for n, letter in letters.items() if n in hidden),
        tuple(rules(shapes, turn)),
        len(chars) - len(letters),
        sum(is_unmapped(letter.teks) for letter in seen),
        max((paper.share(item) for item in pictures), default=0.0),
        bool(pictures) or len(shapes) >= _DRAWN_LETTERS,
    )


def _is_on(paper: Kotak, item: LTChar) -> bool:
    return paper.holds((item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2)


def _flat(container: LTContainer) -> Iterator[LTComponent]:
    """All objects in the order they were painted, those of forms and figures in their place."""
    for item in container:
        if isinstance(item, LTContainer):
            yield from _flat(item)
        else:
            yield item


def _direction(item: LTChar) -> int | None:
    """Degrees the text of a letter runs, counter-clockwise from left to right; None at a slant."""
    degrees = math.degrees(math.atan2(item.matrix[1], item.matrix[0])) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) <= 2 else None


def _main_direction(chars: Iterable[LTChar]) -> int:
    found = Counter(direction for item in chars if (direction := _direction(item)) is not None)
    return found.most_common(1)[0][0] if found else 0


def _letter(item: LTChar, turn: Putaran) -> Huruf | None:
    direction = _direction(item)
    if direction is None:
        return None
    turned = (direction - turn.arah) % 360
    x, y = turn.point(item.matrix[4], item.matrix[5])
    box = turn.box(item.x0, item.y0, item.x1, item.y1)
    return Huruf(item.get_text(), *box, x if turned in (90, 270) else y, turned)


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
