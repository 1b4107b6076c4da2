"""Damaged copies of sound files, each read in one limited process a batch; what is no Lembar and no refusal is told.

By hand: `python -m tests.loaders.readers.mutation <format> <cases> [<seed>]` prints the outcomes and every failure
once.
"""

from __future__ import annotations

import collections
import io
import json
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import xlsxwriter
from PIL import Image, ImageDraw

from loaders.errors import LoaderError
from loaders.readers.dispatch import read
from loaders.readers.lembar import Lembar
from tests.loaders.readers import bad_files as buat

_NAME = "tests.loaders.readers.mutation"
ROOT = Path(__file__).parents[3]
DETIK, MEGABITA = 20, 1200
"""What one damaged file may take; the batch ends at the first that takes more memory."""


def _timeless(content: bytes) -> bytes:
    """The same Office file whenever it is made: its times are all one."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return buat.zipped(
        {name: re.sub(rb"20\d\d-\d\d-\d\dT[\d:]+Z", b"2024-01-01T00:00:00Z", body) for name, body in members.items()}
    )


def _word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Tabel 1. Target Kinerja")
    table = document.add_table(rows=5, cols=4)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            cell.text = f"{y}.{x} 77,50%"
    table.cell(0, 1).merge(table.cell(0, 3))
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(4, 3).add_table(rows=2, cols=2)
    document.save(out)
    return out.getvalue()


def _book() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, hidden = book.add_worksheet("Target"), book.add_worksheet("Tersembunyi")
        hidden.hide()
        sheet.write(0, 0, "Tabel 1. Target Kinerja")
        sheet.merge_range(2, 2, 2, 4, "TARGET", book.add_format({"border": 1}))
        for y in range(4, 12):
            sheet.write_number(y, 0, y)
            sheet.write_string(y, 1, f"Persentase {y}")
            sheet.write_number(y, 2, 0.775, book.add_format({"num_format": "0.00%"}))
            sheet.write_number(y, 3, 1234567.5, book.add_format({"num_format": '"Rp" #,##0.00'}))
            sheet.write_formula(y, 4, "=C5*2", None, 3)
            sheet.write_datetime(y, 5, datetime(2023, 3, 15), book.add_format({"num_format": "d/m/yyyy"}))
    return out.getvalue()


def _plain_book() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in buat.ROWS:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def _scan() -> bytes:
    picture, out = Image.new("L", (500, 160), 255), io.BytesIO()
    pen = ImageDraw.Draw(picture)
    for y in (10, 60, 110):
        pen.line((10, y, 490, y), fill=0, width=2)
    for x in (10, 250, 490):
        pen.line((x, 10, x, 110), fill=0, width=2)
    for n, word in enumerate(("Indikator", "2024", "Jumlah", "77,50%")):
        pen.text((30 + 240 * (n % 2), 25 + 50 * (n // 2)), word, fill=0, font_size=24)
    picture.save(out, "PNG")
    return out.getvalue()


def _pictures(kind: str) -> bytes:
    picture, out = Image.open(io.BytesIO(_scan())), io.BytesIO()
    picture.save(out, kind, **({"save_all": True, "append_images": [picture]} if kind == "TIFF" else {}))
    return out.getvalue()


SAMPLES: dict[str, Callable[[], list[bytes]]] = {
    "pdf": lambda: [
        buat.pdf([buat.pdf_table(), buat.pdf_table()]),
        buat.pdf([buat.pdf_table()], page="/Rotate 90"),
        buat.pdf([buat.pdf_table()], password=""),
    ],
    "docx": lambda: [_timeless(_word()), buat.docx()],
    "xlsx": lambda: [_timeless(_book()), _timeless(_plain_book()), buat.xlsx()],
    "xls": lambda: [buat.xls()],
    "html": lambda: [
        buat.html(),
        b"<html><meta charset='cp1252'><table><tr><td rowspan=3 colspan='2'>a<table><tr><td>b</table>c<td>d</table>",
    ],
    "csv": lambda: [
        buat.csv(),
        b'No;"Indi\nkator";2024\r\n1;"a;b";77,50\r\n2;c;1234,5\r\n',
        "a\té\n1\t2".encode("utf-16"),
    ],
    "gambar": lambda: [_scan(), _pictures("JPEG"), _pictures("TIFF")],
    "text": lambda: [b"Tabel 1\nNo\tIndikator\t2024\n1\tPersentase\t77,50%\n"],
}
"""Sound files of each format, made here so that nothing but small ones are damaged."""

_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e400", b"x", b"")


def mutate(dice: random.Random, found: str, content: bytes) -> bytes:
    """A copy with one to six accidents. In an Office file mostly inside a member, so that the archive stays whole."""
    if found in ("docx", "xlsx") and dice.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        name = dice.choice([name for name in members if name.endswith((".xml", ".rels"))])
        members[name] = _damage(dice, members[name])
        return buat.zipped(members)
    return _damage(dice, content)


def _damage(dice: random.Random, content: bytes) -> bytes:
    for _ in range(dice.randint(1, 6)):
        content = dice.choice(_ACCIDENTS)(dice, content)
    return content


def _flip(dice: random.Random, content: bytes) -> bytes:
    out = bytearray(content)
    for _ in range(dice.randint(1, 8) if out else 0):
        out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def _slice(dice: random.Random, content: bytes) -> tuple[int, int]:
    start = dice.randint(0, len(content))
    return start, min(len(content), start + dice.choice((1, 4, 30, 400)))


def _drop(dice: random.Random, content: bytes) -> bytes:
    start, end = _slice(dice, content)
    return content[:start] + content[end:]


def _repeat(dice: random.Random, content: bytes) -> bytes:
    start, end = _slice(dice, content)
    return content[:end] + content[start:end] * dice.choice((1, 2, 50)) + content[end:]


def _blank(dice: random.Random, content: bytes) -> bytes:
    start, end = _slice(dice, content)
    return content[:start] + bytes([dice.choice((0, 32, 255))]) * (end - start) + content[end:]


def _noise(dice: random.Random, content: bytes) -> bytes:
    start, _ = _slice(dice, content)
    return content[:start] + dice.randbytes(dice.choice((1, 4, 30))) + content[start:]


def _cut(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randint(0, len(content))]


def _number(dice: random.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb"-?\d+", content))
    if not found:
        return content
    place = dice.choice(found)
    return content[: place.start()] + dice.choice(_NUMBERS) + content[place.end() :]


def _tag(dice: random.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb"<[^<>]*>", content))
    if not found:
        return content
    gone, other = dice.choice(found), dice.choice(found)
    return content[: gone.start()] + dice.choice((b"", other.group(), gone.group() * 2)) + content[gone.end() :]


def _attribute(dice: random.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb"""(?<==)["'][^"'<>]*["']""", content))
    if not found:
        return content
    gone, other = dice.choice(found), dice.choice(found)
    return content[: gone.start()] + dice.choice((b'""', other.group(), b'"-1"', b'"1048577"')) + content[gone.end() :]


_ACCIDENTS = (_flip, _drop, _repeat, _blank, _noise, _cut, _number, _number, _tag, _tag, _attribute, _attribute)


def broken_promise(lembar: Lembar) -> str | None:
    """What a Lembar does that no reader may do."""
    for n, baris in enumerate(lembar.baris, start=1):
        if baris.nomor != n:
            return "the lines are not numbered 1, 2, 3"
        if re.search(r"[\n\r\0\ud800-\udfff]", baris.teks):
            return "a line holds a line break or what cannot be printed"
    return None


class Lambat(BaseException):
    """One file took longer than DETIK."""


def _late(*_: object) -> None:
    raise Lambat


def batch(found: str, cases: int, seed: int) -> dict[str, int]:
    """Read this many damaged files here. What came of them → how often; a failure is told by its innermost places."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABITA * 2**20, MEGABITA * 2**20))
    signal.signal(signal.SIGALRM, _late)
    samples, outcomes, first = SAMPLES[found](), collections.Counter[str](), dict[str, int]()
    with tempfile.TemporaryDirectory() as folder:
        for case in range(seed, seed + cases):
            dice = random.Random(case)
            path = Path(folder) / f"a.{'csv' if found == 'csv' else 'x'}"
            path.write_bytes(mutate(dice, found, dice.choice(samples)))
            signal.alarm(DETIK)
            came = _outcome(path)
            signal.alarm(0)
            outcomes[came] += 1
            first.setdefault(came, case)
    return {f"{came} (benih {first[came]})" if came[0].isupper() else came: n for came, n in outcomes.items()}


def _outcome(path: Path) -> str:
    try:
        wrong = broken_promise(read(path))
    except LoaderError:
        return "ditolak"
    except (Exception, Lambat) as error:
        frames = traceback.extract_tb(error.__traceback__)
        own = [f"{Path(f.filename).name}:{f.lineno}" for f in frames if "loaders" in f.filename][-1:]
        inner = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        return f"GAGAL {type(error).__name__} di {' '.join(own)} ← {inner}"
    return f"JANJI {wrong}" if wrong else "dibaca"


def separate(found: str, cases: int, seed: int) -> dict[str, int]:
    """The batch in a process of its own, so that no file can harm the test run."""
    done = subprocess.run(
        [sys.executable, "-m", _NAME, found, str(cases), str(seed), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        return {f"MATI kode {done.returncode}: {done.stderr[-500:]}": 1}
    return json.loads(done.stdout)


if __name__ == "__main__":
    made = batch(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
    if "--json" in sys.argv:
        print(json.dumps(made))
    else:
        for told, times in sorted(made.items()):
            print(f"{times:7} {told}")
