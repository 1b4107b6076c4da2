"""What a workbook says once for all its sheets: texts shared by cells, number formats and borders of styles."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.readers.format_angka import FORMAT_BAWAAN
from loaders.readers.ooxml import attribute, child, children, is_on, local_name, parse, stream
from loaders.readers.sel import set_apart

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UMUM = "General"


@dataclass(frozen=True)
class Gaya:
    """One cell style: the number format, and whether a line is drawn at the left or right side."""

    format: str = _UMUM
    bergaris: bool = False


def read_styles(archive: zipfile.ZipFile, part: str | None) -> list[Gaya]:
    """The styles of a workbook, in the order cells refer to them; empty when it has none."""
    if part is None:
        return []
    root = parse(archive, part)
    formats = FORMAT_BAWAAN | {
        int(element.get("numFmtId", 0)): element.get("formatCode", _UMUM)
        for element in _within(root, "numFmts")
    }  # fmt: skip
    ruled = [any(_is_drawn(child(border, side)) for side in ("left", "right", "start", "end"))
             for border in _within(root, "borders")]  # fmt: skip
    return [
        Gaya(
            formats.get(int(xf.get("numFmtId", 0)), _UMUM),
            dict(enumerate(ruled)).get(int(xf.get("borderId", 0)), False),
        )
        for xf in _within(root, "cellXfs")
    ]


def read_texts(archive: zipfile.ZipFile, part: str | None) -> list[str]:
    """The shared texts of a workbook, in order; empty when it has none."""
    if part is None:
        return []
    return [rich_text(element) for element in stream(archive, part, frozenset({"si"}))]


def rich_text(element: Element) -> str:
    """The text of a shared or inline string: all its runs, without phonetic guides."""
    parts = [run for run in element if local_name(run) in ("t", "r")]
    texts = [run.text or "" if local_name(run) == "t" else _run_text(run) for run in parts]
    return unescape("".join(texts))


def _run_text(run: Element) -> str:
    text = "".join(t.text or "" for t in children(run, "t"))
    place = child(run, "rPr", "vertAlign")
    apart = is_on(child(run, "rPr", "strike")) or (place is not None and attribute(place, "val") != "baseline")
    return set_apart(text) if apart else text


def unescape(text: str) -> str:
    """Text with "_x000D_" and the like turned into the characters they stand for."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _within(root: Element, name: str) -> list[Element]:
    group = child(root, name)
    return [] if group is None else list(group)


def _is_drawn(side: Element | None) -> bool:
    return side is not None and (attribute(side, "style") or "none") != "none"
