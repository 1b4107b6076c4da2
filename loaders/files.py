"""Where things lie (documents, lists, published versions), the one reader and the one writer of our lists, and writing
files so that nobody ever sees half of one.

A list is written as UTF-8 with commas. Excel saves it otherwise: with semicolons or tabs, a mark in front, in UTF-16
or Windows-1252, padded with empty columns. That is read where it can mean one thing only, else refused with advice.
The curated lists of data/referensi stand here with their columns.
"""

from __future__ import annotations

import codecs
import csv
import errno
import io
import os
import re
import threading
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from loaders import disk
from loaders.errors import DaftarSalah

ROOT = Path(__file__).parents[1]


def data_folder() -> Path:
    """Where documents, references and corrections lie: SELARAS_DATA, else data/ of this project."""
    return Path(os.environ.get("SELARAS_DATA") or ROOT / "data")


def terbit_folder(data: Path) -> Path:
    """Where versions are published: SELARAS_TERBIT, else data/terbit."""
    return Path(os.environ.get("SELARAS_TERBIT") or data / "terbit")


ULANG = "Simpan ulang dari Excel sebagai «CSV UTF-8 (dipisahkan koma)»"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SURE = frozenset("“”‘’–—…«»§·½¼¾×\u00a0")
"""What bytes beyond ASCII must all be for a text to count as Windows-1252: other old encodings have letters there that
no Indonesian text holds."""
_SEPARATORS = ",;\t"
_BATAS_CSV = threading.Lock()
"""csv keeps one limit for the whole process: it is raised for the moment of a reading only."""


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path)
    try:
        _fill(draft, content)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.{disk.mark()}.tmp")


def _fill(draft: Path, content: bytes) -> None:
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def create(path: Path, content: bytes) -> None:
    """The same for a file that must not replace another. Raises FileExistsError where other content lies there."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path)
    try:
        _fill(draft, content)
        _put_where_nothing_is(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _put_where_nothing_is(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the moment between looking and writing remains
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.replace(draft, path)


def write_rows(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    """Write a CSV file with these columns in one step."""
    write(path, rows_as_csv(columns, rows))


def rows_as_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows as a CSV file with these columns (UTF-8, comma, one line end)."""
    found = list(rows)
    lone = any("\r" in str(value) for row in found for value in row.values())  # csv would leave it bare: a line end
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", quoting=csv.QUOTE_ALL if lone else csv.QUOTE_MINIMAL)
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue().encode()


def read_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a list with exactly these columns, in order; empty lines are passed over. Raises DaftarSalah."""
    return [row for _, row in read_numbered(path, columns)]


def read_numbered(
    path: Path, columns: tuple[str, ...], newer: tuple[str, ...] = ()
) -> list[tuple[int, dict[str, str]]]:
    """The same, each with the line of the file on which it ends. Raises DaftarSalah with the line that is wrong.

    `newer`: columns that a file may have behind the others; in one without them they are blank.
    """
    text = read_text(path)
    try:
        there, (separator, surplus) = (*columns, *newer), _heading(path.name, text, (*columns, *newer))
    except DaftarSalah:
        there, (separator, surplus) = columns, _heading(path.name, text, columns)
    return [
        (
            line,
            dict.fromkeys(newer, "") | dict(zip(there, _cells(path.name, line, row, len(there), surplus), strict=True)),
        )
        for line, row in _parse(path.name, text, separator)[1:]
        if any(cell.strip() for cell in row)
    ]


def read_text(path: Path) -> str:
    """The text of a list: by its mark, else UTF-8, else Windows-1252 where it can be nothing else.

    Raises DaftarSalah for a file that is not there, cannot be opened or is no such text.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        sebab = f"berkas tidak ada di {path.parent.name}/. Kembalikan dari git."
        raise DaftarSalah(path.name, None, sebab) from error
    except OSError as error:
        sebab = f"tidak dapat dibuka ({error.strerror}). Periksa letak dan izin berkas."
        raise DaftarSalah(path.name, None, sebab) from error
    text = _decode(content)
    if text is None:
        raise DaftarSalah(path.name, None, f"hurufnya tidak dapat dikenali dengan pasti. {ULANG}.")
    if "\0" in text:
        raise DaftarSalah(path.name, text[: text.index("\0")].count("\n") + 1, f"berisi bita nol. {ULANG}.")
    return text


def _decode(content: bytes) -> str | None:
    coding = next((coding for mark, coding in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(coding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return text if coding == "utf-8" and all(c.isascii() or c in _SURE for c in text) else None


def _heading(berkas: str, text: str, columns: tuple[str, ...]) -> tuple[str, int]:
    """The separator with which the first line says exactly these columns, and how many empty ones follow them."""
    first = text.partition("\n")[0].rstrip("\r")
    for separator in _SEPARATORS:
        cells = next(csv.reader([first], delimiter=separator), [])
        if tuple(cells[: len(columns)]) == columns and not any(cells[len(columns) :]):
            return separator, len(cells) - len(columns)
    raise DaftarSalah(berkas, 1, f"kepala kolom harus {','.join(columns)}")


def _cells(berkas: str, line: int, row: list[str], count: int, surplus: int) -> list[str]:
    """The cells of a row. One too many or too few: a comma may have moved all that follows, so none is guessed."""
    if len(row) == count + surplus and not any(row[count:]):
        return row[:count]
    how = "kelebihan" if len(row) > count else "kekurangan"
    raise DaftarSalah(
        berkas, line,
        f"berisi {len(row)} isian padahal kolomnya {count}; {how} koma, atau isian berkoma tidak diapit tanda kutip. "
        "Perbaiki baris itu",
    )  # fmt: skip


def _parse(berkas: str, text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Every row with the line on which it ends, however long its fields are."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    with _BATAS_CSV:
        usual = csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
        try:
            return [(reader.line_num, row) for row in reader]
        except csv.Error as error:
            sebab = f"tanda kutipnya tidak berpasangan. Perbaiki baris itu, atau {ULANG[0].lower()}{ULANG[1:]}"
            raise DaftarSalah(berkas, reader.line_num, sebab) from error
        finally:
            csv.field_size_limit(usual)


def parse_year(text: str) -> int:
    """A year of four digits. Raises ValueError with an Indonesian sentence."""
    if not re.fullmatch(r"(19|20|21)\d\d", text.strip(), re.ASCII):
        raise ValueError(f"tahun «{text[:40]}» bukan empat angka seperti 2024")
    return int(text)


def parse_date(text: str) -> date:
    """A day as 2020-08-28, or as Excel rewrites it, 28/08/2020, where day and month cannot be taken for one another.

    Raises ValueError with an Indonesian sentence.
    """
    slashed = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", text.strip(), re.ASCII)
    parts = slashed.groups()[::-1] if slashed else text.strip().split("-")
    if ([len(part) for part in parts] != [4, 2, 2] and not slashed) or not "".join(parts).isdecimal():
        raise ValueError(f"tanggal «{text[:40]}» tidak seperti 2020-08-28")
    year, month, day = (int(part) for part in parts)
    if slashed and month != day and max(month, day) <= 12:
        raise ValueError(
            f"tanggal «{text}» dapat berarti {year}-{month:02}-{day:02} atau {year}-{day:02}-{month:02}; "
            "tulis dengan cara itu"
        )
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"tanggal «{text}» tidak ada dalam kalender; tulis seperti 2020-08-28") from error


REFERENSI = {
    "satker": ("kode_satker", "satker", "provinsi", "sumber"),
    "divisi": ("kode_divisi", "divisi", "tingkat", "sumber"),
    "program": ("kode_program", "program", "tahun_awal", "tahun_akhir", "sumber"),
    "kegiatan": ("kode_kegiatan", "kegiatan", "tahun_awal", "tahun_akhir", "sumber"),
    "indikator_baku": (
        "kode", "nama", "satuan_baku", "polaritas", "alasan_polaritas", "divisi", "kode_kegiatan", "definisi", "sumber",
    ),
    "padanan": ("teks", "kode", "keyakinan", "oleh", "alasan"),
    "sasaran_baku": ("kode", "nama", "sumber"),
    "padanan_sasaran": ("teks", "kode", "keyakinan", "oleh", "alasan"),
}  # fmt: skip
