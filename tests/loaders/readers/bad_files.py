"""Builders of small files, sound and hostile, byte by byte: what no office program would write."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

ROWS = (("No", "Indikator Kinerja", "2024"), ("1", "Persentase pemilih", "77,50%"), ("2", "Jumlah laporan", "12"))
"""A small table that every builder of a sound file can print."""


# --- PDF -------------------------------------------------------------------------------------------------------------


def pdf(
    contents: Sequence[bytes],
    *,
    password: str | None = None,
    catalog: str = "",
    page: str = "",
    kids: str | None = None,
) -> bytes:
    """A PDF with a page per content stream. `catalog`, `page`: further entries there; `kids`: the page tree's own.

    `password`: 40-bit RC4 with this user password.
    """
    objects: dict[int, bytes] = {3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
    numbers = [5 + 2 * n for n in range(len(contents))]
    listed = " ".join(f"{n} 0 R" for n in numbers) if kids is None else kids
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{listed}]/Count {len(contents)}>>".encode()
    secret, trailer = None, ""
    if password is not None:
        secret, objects[4] = _locked(password)
        trailer = f"/Encrypt 4 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]"
    for number, content in zip(numbers, contents, strict=True):
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {number + 1} 0 R{page}>>"
        ).encode()
        body = content if secret is None else _rc4(_object_key(secret, number + 1), content)
        objects[number + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(body), body)
    return _file(objects, trailer)


def _file(objects: Mapping[int, bytes], trailer: str) -> bytes:
    out, places = io.BytesIO(b""), {}
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for number in sorted(objects):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
    start, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n")
    out.write(f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def pdf_table(rows: Sequence[Sequence[str]] = ROWS, title: str = "Tabel 1. Target Kinerja") -> bytes:
    """The content stream of one page: a title and a ruled table, 30 points a row, 180 a column."""
    parts = [f"BT /F 11 Tf 40 790 Td ({title}) Tj ET"]
    top, right = 770, 40 + 180 * len(rows[0])
    for n in range(len(rows) + 1):
        parts.append(f"40 {top - 30 * n} m {right} {top - 30 * n} l S")
    for n in range(len(rows[0]) + 1):
        parts.append(f"{40 + 180 * n} {top} m {40 + 180 * n} {top - 30 * len(rows)} l S")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            parts.append(f"BT /F 10 Tf {45 + 180 * x} {top - 20 - 30 * y} Td ({_escaped(cell)}) Tj ET")
    return "\n".join(parts).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


_ID = bytes(range(16))
_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def _locked(password: str) -> tuple[bytes, bytes]:
    """The key and the /Encrypt dictionary of the standard handler, revision 2 (PDF 1.4, algorithms 3.2–3.4)."""
    owner = _rc4(hashlib.md5((b"pemilik" + _PAD)[:32]).digest()[:5], (password.encode() + _PAD)[:32])
    rights = struct.pack("<i", -4)
    key = hashlib.md5((password.encode() + _PAD)[:32] + owner + rights + _ID).digest()[:5]
    user = _rc4(key, _PAD)
    entry = f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{user.hex()}>>>"
    return key, entry.encode()


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[: len(key) + 5]


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


# --- Word and Excel --------------------------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A ZIP with these members, deflated; the same members give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _types(*parts: tuple[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument"
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}.{what}+xml"/>' for name, what in parts)
    return (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{lines}</Types>'
    )


def docx_parts(rows: Sequence[Sequence[str]] = ROWS, *, body: str = "", doctype: str = "") -> dict[str, bytes | str]:
    """The members of a Word file with one table. `body`: XML before it; `doctype`: what stands before the root."""
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{_W}"><w:body>{body}'
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl><w:p/><w:sectPr/></w:body></w:document>"
    )
    return {
        "[Content_Types].xml": _types(("/word/document.xml", "wordprocessingml.document.main")),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document,
    }


def xlsx_parts(
    rows: Sequence[Sequence[str]] = ROWS, *, data: str | None = None, doctype: str = ""
) -> dict[str, bytes | str]:
    """The members of an Excel file with one sheet of text cells. `data`: its rows as XML instead."""
    cells = "".join(
        f'<row r="{y}">'
        + "".join(
            f'<c r="{chr(64 + x)}{y}" t="inlineStr"><is><t>{cell}</t></is></c>' for x, cell in enumerate(row, start=1)
        )
        + "</row>"
        for y, row in enumerate(rows, start=1)
    )
    sheet = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<worksheet xmlns="{_S}"><sheetData>'
        f"{cells if data is None else data}</sheetData></worksheet>"
    )
    return {
        "[Content_Types].xml": _types(
            ("/xl/workbook.xml", "spreadsheetml.sheet.main"), ("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")
        ),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>'
        '<sheet name="Target" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": sheet,
    }


def docx(rows: Sequence[Sequence[str]] = ROWS, **more: str) -> bytes:
    """A Word file with one table."""
    return zipped(docx_parts(rows, **more))


def xlsx(rows: Sequence[Sequence[str]] = ROWS, **more: str) -> bytes:
    """An Excel file with one sheet."""
    return zipped(xlsx_parts(rows, **more))


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 11)) + "]>"
)
"""Ten thousand million laughs, in a few hundred bytes: use as `doctype` with &a10; in a cell."""


def outside(url: str) -> str:
    """A document type that makes &luar; the content of another file."""
    return f"<!DOCTYPE x [<!ENTITY luar SYSTEM '{url}'>]>"


# --- OLE: Office 97-2003, and Office files with a password ------------------------------------------------------------


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file with these streams under its root, each too long for the mini FAT; sectors of 512 bytes."""
    bodies = {
        name: content.ljust(4096, b"\0") + b"\0" * (-max(len(content), 4096) % 512) for name, content in streams.items()
    }
    directory_size = -(-(len(streams) + 1) // 4)
    table_size = -(-(directory_size + sum(len(b) for b in bodies.values()) // 512 + 2) // 127)
    table = [0xFFFFFFFD] * table_size + _follow(table_size, directory_size)
    entries = [_entry("Root Entry", 5, 1 if streams else 0xFFFFFFFF, 0xFFFFFFFE, 0, 0xFFFFFFFF)]
    for n, (name, body) in enumerate(bodies.items(), start=1):
        following = n + 1 if n < len(bodies) else 0xFFFFFFFF
        entries.append(_entry(name, 2, 0xFFFFFFFF, len(table), len(body), following))
        table += _follow(len(table), len(body) // 512)
    header = struct.pack("<8s16s6H", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6, 0) + struct.pack(
        "<10I", 0, 0, table_size, table_size, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    header += struct.pack("<109I", *range(table_size), *[0xFFFFFFFF] * (109 - table_size))
    packed = b"".join(struct.pack("<I", n) for n in table).ljust(table_size * 512, b"\xff")
    return header + packed + b"".join(entries).ljust(directory_size * 512, b"\0") + b"".join(bodies.values())


def _follow(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), 0xFFFFFFFE]


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text), kind, 1, 0xFFFFFFFF, right, child)
    return head + b"\0" * 36 + struct.pack("<2IQ", 0, 0, 0)[:0] + struct.pack("<IQ", start, size)


def encrypted_office() -> bytes:
    """What Office writes for any .docx or .xlsx with a password."""
    return ole({"EncryptionInfo": b"\4\0\4\0\x40\0\0\0<encryption/>", "EncryptedPackage": bytes(range(256)) * 20})


def xls(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """An Excel 97–2003 workbook with one sheet of text cells."""
    globals_ = [_biff(0x0809, struct.pack("<4H2I", 0x0600, 5, 0, 0, 0, 0)), _biff(0x0042, struct.pack("<H", 1200))]
    start = sum(map(len, globals_)) + 4 + 14 + 4
    globals_.append(_biff(0x0085, struct.pack("<I2BBB", start, 0, 0, 6, 0) + b"Target"))
    cells = [
        _biff(0x0204, struct.pack("<3HHB", y, x, 0, len(cell), 1) + cell.encode("utf-16-le"))
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
    ]
    sheet = [_biff(0x0809, struct.pack("<4H2I", 0x0600, 0x10, 0, 0, 0, 0)), *cells, _biff(0x000A, b"")]
    return ole({"Workbook": b"".join([*globals_, _biff(0x000A, b""), *sheet])})


def _biff(kind: int, content: bytes) -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


# --- pictures and text ------------------------------------------------------------------------------------------------


def png(width: int, height: int, *, declared: tuple[int, int] | None = None) -> bytes:
    """A white grey-scale PNG. `declared`: the size its header claims instead."""
    size = declared or (width, height)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height, 9)
    parts = [(b"IHDR", struct.pack(">2I5B", *size, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def html(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """A page with one table."""
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<!DOCTYPE html><html><body><p>Tabel 1. Target</p><table>{cells}</table></body></html>".encode()


def csv(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """A semicolon CSV."""
    return "\r\n".join(";".join(row) for row in rows).encode()
