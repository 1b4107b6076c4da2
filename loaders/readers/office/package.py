"""The parts of an Office Open XML file (a ZIP archive): where they stand, and their XML without entities, DTDs or
network.

It is opened only when what it unpacks to is of a sensible size.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat
from xml.parsers.expat import ExpatError

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import signs
from loaders.readers.signs import ULANG

_RELS = "_rels"


def local_name(element: Element) -> str:
    """The tag of an element without its namespace: transitional and strict files differ in nothing else."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without namespace, None when absent."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of an element with this tag, in order."""
    return (child for child in element if local_name(child) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child with the first name, its first child with the second, and so on; None when one is missing."""
    for name in names:
        element = next(children(element, name), None) if element is not None else None
    return element


def is_on(element: Element | None) -> bool:
    """True when a switch is there and not set to false."""
    return element is not None and (attribute(element, "val") or "1") not in ("0", "false", "off")


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the document's or workbook's own part. Raises ValueError when the archive names none."""
    found = _related(archive, "", "").get("officeDocument")
    if not found:
        raise ValueError("no main part")
    return next(iter(found.values()))


def related(archive: zipfile.ZipFile, part: str) -> dict[str, dict[str, str]]:
    """The parts a part refers to: type ("worksheet", "styles" …) → id → name. What lies outside the file is left
    out."""
    return _related(archive, posixpath.dirname(part), posixpath.basename(part))


def _related(archive: zipfile.ZipFile, folder: str, name: str) -> dict[str, dict[str, str]]:
    place = posixpath.join(folder, _RELS, f"{name}.rels")
    found: dict[str, dict[str, str]] = {}
    if place not in archive.namelist():
        return found
    for element in children(parse(archive, place), "Relationship"):
        if element.get("TargetMode") != "External":
            kind = element.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            found.setdefault(kind, {})[element.get("Id", "")] = target.lstrip("/")
    return found


def parse(archive: zipfile.ZipFile, part: str) -> Element:
    """The root element of a small part. Raises KeyError for a missing part, ValueError for one with a DTD."""
    _refuse_dtd(archive, part)
    with archive.open(part) as file:
        return ElementTree.parse(file).getroot()


def stream(archive: zipfile.ZipFile, part: str, names: frozenset[str]) -> Iterator[Element]:
    """The elements of a large part with one of these tags, each given once it is whole and then forgotten.

    Raises KeyError for a missing part, ValueError for one with a DTD.
    """
    _refuse_dtd(archive, part)
    above: list[Element] = []
    with archive.open(part) as file:
        for event, element in ElementTree.iterparse(file, events=("start", "end")):
            if event == "start":
                above.append(element)
                continue
            above.pop()
            if local_name(element) in names and above:
                yield element
                above[-1].remove(element)


def _refuse_dtd(archive: zipfile.ZipFile, part: str) -> None:
    """Read a part up to its first element: a DTD stands before it, defines entities, and no office program writes one.

    Raises ValueError for a part that has one.
    """
    parser, begun = expat.ParserCreate(), []

    def forbidden(*_: object) -> None:
        raise ValueError("a part with a DTD")

    parser.StartDoctypeDeclHandler = forbidden
    parser.StartElementHandler = lambda *_: begun.append(True)
    with archive.open(part) as file:
        while not begun and (piece := file.read(4096)):
            parser.Parse(piece)


MAKS_TERURAI = 500 * 1024 * 1024
"""Bytes an archive may unpack to, by its own directory: no member is unpacked beyond the size stated there."""
MAKS_RASIO = 200
"""Most bytes that one packed byte of a large member may become; a real document reaches about fifty."""
BESAR = 10 * 1024 * 1024
"""Bytes from which a member's ratio matters."""

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, LookupError, ValueError,
    ParseError, ExpatError,
)  # fmt: skip
"""What damaged bytes make zipfile, zlib, the XML parser and the reading of numbers and indexes raise."""


@contextmanager
def open_archive(path: Path) -> Generator[zipfile.ZipFile]:
    """The opened archive; whatever damage is met while it is read becomes one sentence.

    Raises BerkasTidakTerbaca for damage, for an archive bomb, and for an old or locked Office file in its place.
    """
    try:
        _refuse_ole(path)
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path.name)
            yield archive
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    except _DAMAGE as error:
        raise BerkasTidakTerbaca(
            path.name, "isinya terpotong atau rusak. Unduh atau salin ulang dari asalnya."
        ) from error


def _refuse_ole(path: Path) -> None:
    """Say what an old or locked Office file is: `recognise` raises for all but an old workbook."""
    with path.open("rb") as file:
        if file.read(len(signs.OLE_MAGIC)) != signs.OLE_MAGIC:
            return
    if signs.recognise_ole(path) == "xls":
        raise BerkasTidakTerbaca(path.name, f"buku kerja Excel 97–2003. {ULANG} sebagai .xlsx.")


def _check_sizes(archive: zipfile.ZipFile, berkas: str) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise BerkasTidakTerbaca(berkas, f"dilindungi kata sandi. {ULANG} tanpa kata sandi.")
    bombs = [m for m in members if m.file_size > BESAR and m.file_size > MAKS_RASIO * max(m.compress_size, 1)]
    if bombs or sum(member.file_size for member in members) > MAKS_TERURAI:
        raise BerkasTidakTerbaca(
            berkas, f"isinya memuai tidak wajar besarnya saat dibuka. {ULANG}; bila tetap begitu, jangan dipakai."
        )
