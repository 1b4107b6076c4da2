"""What a file is, by its content and never by its extension alone, and names that are safe to store."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Literal

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import signs
from loaders.readers.signs import AKHIRAN, SEBUTAN, ULANG, Format

MAKS_BERKAS = 200 * 1024 * 1024
"""Bytes of a file; a SAKIP document of scans has some tens of megabytes."""
MAKS_NAMA = 120

_HEAD = 65_536
_ARSIP = "adalah arsip. Keluarkan dahulu dokumen di dalamnya, lalu unggah satu per satu."
_GAMBAR_LAIN = "adalah gambar yang tidak dikenal. Simpan ulang sebagai PNG atau JPG."
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"II*\0", "gambar"),
    (b"MM\0*", "gambar"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", f"berkas RAR {_ARSIP}"),
    (b"7z\xbc\xaf\x27\x1c", f"berkas 7z {_ARSIP}"),
    (b"\x1f\x8b", f"berkas gzip {_ARSIP}"),
    (b"BZh", f"berkas bzip2 {_ARSIP}"),
    (b"\xfd7zXZ\0", f"berkas xz {_ARSIP}"),
    (b"GIF8", f"berkas GIF {_GAMBAR_LAIN}"),
    (b"RIFF", f"berkas WebP {_GAMBAR_LAIN}"),
    (b"\x7fELF", "isinya program, bukan dokumen. Jangan dijalankan; periksa asalnya."),
    (b"{\\rtf", f"berformat RTF. {ULANG} sebagai .docx."),
    (b"MIME-Version:", f"berformat MHTML (halaman web satu berkas). {ULANG} sebagai .xlsx atau .docx."),
)
_HEIC = (b"heic", b"heix", b"mif1", b"heif")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


Golongan = Literal["pdf", "gambar", "arsip", "teks"]
"""What the first bytes of a file alone tell apart; `arsip`: a container that must be unpacked to know more."""


def kind(path: Path) -> Golongan:
    """What the first bytes of a file say. Nothing is unpacked or taken apart, so that any process may ask it.

    Raises BerkasTidakTerbaca for what is no file, empty, too large or of a format known and not read.
    """
    try:
        head = _known_head(path)
    except OSError as error:
        raise _unopened(path, error) from error
    if head.startswith((signs.OLE_MAGIC, *signs.ZIP_MAGIC)):
        return "arsip"
    found = _by_magic(head)
    return found if found in ("pdf", "gambar") else "teks"


def recognise(path: Path) -> Format:
    """The format a file's content has. Reads little of it, runs nothing.

    Raises BerkasTidakTerbaca with advice for what is no document, locked, too large or of a format that is not read.
    """
    try:
        head = _known_head(path)
        if head.startswith(signs.OLE_MAGIC):
            return signs.recognise_ole(path)
        if head.startswith(signs.ZIP_MAGIC):
            return signs.recognise_zip(path)
        return _by_magic(head) or signs.recognise_text(path, head)
    except OSError as error:
        raise _unopened(path, error) from error


def _known_head(path: Path) -> bytes:
    """The first bytes of a file, unless they say that it is not read at all."""
    head = _head(path)
    if sebab := _refusal(head):
        raise BerkasTidakTerbaca(path.name, sebab)
    return head


def _unopened(path: Path, error: OSError) -> BerkasTidakTerbaca:
    sebab = f"tidak dapat dibuka: {error.strerror or error}. Periksa letak dan izin berkas."
    return BerkasTidakTerbaca(path.name, sebab)


def extension_note(path: Path, found: Format) -> str | None:
    """A sentence when a file's extension promises another format than its content has."""
    suffix = path.suffix.lower()
    if not suffix or suffix in AKHIRAN[found]:
        return None
    return f"Berakhiran {suffix} tetapi isinya {SEBUTAN[found]}; dibaca menurut isinya."


def safe_name(name: str) -> str:
    """A file name made of a-z, 0-9, dot, dash and underscore, without folders, at most MAKS_NAMA characters.

    Raises BerkasTidakTerbaca when nothing is left of it or a system keeps the name for itself ("con", "nul").
    """
    last = re.split(r"[/\\]", name)[-1]
    letters = (c for c in unicodedata.normalize("NFKD", last.lower()) if not unicodedata.combining(c))
    tidy = re.sub(r"\.{2,}", ".", re.sub(r"[^a-z0-9._]+", "-", "".join(letters))).rstrip(".-_")
    stem, suffix = Path(tidy).stem.strip(".-_"), Path(tidy).suffix[:16]
    stem = stem[: MAKS_NAMA - len(suffix)].rstrip(".-_")
    if not stem or _RESERVED.fullmatch(stem.split(".")[0]):
        shown = "".join(character if character.isprintable() else "?" for character in name[:MAKS_NAMA])
        raise BerkasTidakTerbaca(f"«{shown}»", "namanya tidak dapat dipakai. Beri nama lain, misalnya «rkt-2024.pdf».")
    return (stem + suffix).rstrip(".-_")


def _head(path: Path) -> bytes:
    """The first bytes of a regular file of a sensible size."""
    if not path.is_file():
        raise BerkasTidakTerbaca(path.name, "tidak ada berkas dengan nama itu. Periksa letaknya.")
    size = path.stat().st_size
    if not size:
        raise BerkasTidakTerbaca(path.name, "kosong (0 bita). Unduh atau salin ulang dari asalnya.")
    if size > MAKS_BERKAS:
        raise BerkasTidakTerbaca(
            path.name,
            f"besarnya lebih dari {MAKS_BERKAS // 2**20} MB. Kecilkan gambarnya, atau pecah menjadi beberapa berkas.",
        )
    with path.open("rb") as file:
        return file.read(_HEAD)


def _refusal(head: bytes) -> str | None:
    """Why a format that is known but not read is refused, and what to do."""
    if head[4:8] == b"ftyp":
        return f"berkas HEIC {_GAMBAR_LAIN}" if head[8:12] in _HEIC else "isinya video atau suara, bukan dokumen."
    return next((sebab for magic, sebab in _REFUSED if head.startswith(magic)), None)


def _by_magic(head: bytes) -> Format | None:
    """PDF (some writers put bytes before its header) and pictures."""
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    return "pdf" if b"\0" in head and b"%PDF-" in head[:1024] else None
