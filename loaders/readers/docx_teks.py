"""The words of a Word paragraph as printed: insertions accepted, deletions and field codes left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from loaders.readers.ooxml import attribute, child, is_on, local_name
from loaders.readers.sel import set_apart

_UNPRINTED = frozenset(
    {
        "del", "moveFrom", "delText", "instrText", "delInstrText", "fldData", "rPr", "pPr", "sdtPr", "sdtEndPr", "rt",
        "drawing", "pict", "object", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "annotationRef", "commentReference", "smartTagPr", "customXmlPr",
    }
)  # fmt: skip
"""Elements whose text is not part of the line: deletions, codes, properties, marks of notes, and pictures, whose text
boxes are read on their own."""
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}


def parts(element: Element) -> Iterator[Element]:
    """The children of an element; of alternatives for old and new programs, those for the new ones."""
    for part in element:
        if local_name(part) == "AlternateContent":
            chosen = child(part, "Choice")
            yield from () if chosen is None else parts(chosen)
        else:
            yield part


def run_text(element: Element) -> str:
    """The printed text within an element, from left to right."""
    name = local_name(element)
    if name in _UNPRINTED or (name == "r" and is_on(child(element, "rPr", "vanish"))):
        return ""
    if name == "r" and _is_apart(element):
        return set_apart("".join(run_text(part) for part in parts(element)))
    if name == "t":
        return element.text or ""
    if name == "sym":
        return chr(int(attribute(element, "char") or "FFFD", 16))
    return _SIGNS.get(name) or "".join(run_text(part) for part in parts(element))


def _is_apart(run: Element) -> bool:
    """True for a run that is raised, lowered or struck through."""
    place = child(run, "rPr", "vertAlign")
    struck = is_on(child(run, "rPr", "strike")) or is_on(child(run, "rPr", "dstrike"))
    return struck or (place is not None and attribute(place, "val") in ("superscript", "subscript"))


def joined(paragraphs: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """Paragraphs with their text. One whose end was deleted runs on into the next, which then carries both texts."""
    waiting = list(paragraphs)
    carried = ""
    for paragraph in waiting:
        text = carried + run_text(paragraph)
        runs_on = child(paragraph, "pPr", "rPr", "del") is not None and paragraph is not waiting[-1]
        carried = text if runs_on else ""
        if not runs_on:
            yield paragraph, text


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of text boxes anchored in a paragraph, in order; those within a deletion are gone."""
    for part in parts(element):
        name = local_name(part)
        if name == "txbxContent":
            yield part
        elif name not in ("del", "moveFrom"):
            yield from text_boxes(part)


def is_numbered(paragraph: Element) -> bool:
    """True when Word prints a number or bullet before the paragraph that its text does not hold."""
    number = child(paragraph, "pPr", "numPr", "numId")
    return number is not None and attribute(number, "val") != "0"


def flat(container: Element, names: frozenset[str]) -> Iterator[Element]:
    """The elements with these tags within a container, through wrappers such as content controls and insertions."""
    for part in parts(container):
        name = local_name(part)
        if name in names:
            yield part
        elif name in _WRAPPERS:
            yield from flat(part, names)
