"""The tables of an LK with obstacles and efforts: one numbered obstacle a row.

Special about them: the obstacles stand in one table and the efforts in a later one, which prints each obstacle again;
an effort belongs to the obstacle of its number and its words. A row goes on where its number cell is blank, over a page
break too. Headings whose rows have no cells are left alone: which word belongs to which column would be a guess.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from loaders.families.cells import Bagian, parts
from loaders.readers import Baris, Lembar
from loaders.records import Hambatan, Konteks, Tabel
from loaders.stopped import each
from loaders.values import clean, letters

KELUARGA = "lk_hambatan"
ALIKE = 0.85
"""From here on two printings of an obstacle have the same words, typing errors aside."""
_TITLE = re.compile(r"^(Tabel\b|[A-Z]\.|\d+(\.\d+)*\.?)\s.*\b(hambatan|kendala|permasalahan|upaya)\b", re.IGNORECASE)
_TITLE_LINES = 8


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The obstacle tables of an LK. Grain: one numbered obstacle a row, with its effort where a table prints one.

    A row with neither obstacle nor effort, or with a sign that is no number, waits in karantina.
    """
    if konteks.jenis != "LK":
        return []
    tables: list[Tabel] = []
    found = each(
        lembar, konteks, KELUARGA, parts(lembar), lambda part: _table(lembar, part, konteks, tables), Bagian.semua
    )
    for table in found:
        tables.append(table)
    _put_together(tables)
    return tables


def _table(lembar: Lembar, part: Bagian, konteks: Konteks, earlier: list[Tabel]) -> Tabel:
    name = "Hambatan dan Upaya" if "upaya" in part.kepala.kolom else "Hambatan"
    again = sum(re.fullmatch(rf"{name}( \d+)?", table.nama) is not None for table in earlier)
    title = _title(lembar, part.judul[0])
    words = clean(title.teks) if title else part.kepala.teks
    table = Tabel(f"{name} {again + 1}" if again else name, words, KELUARGA, konteks.jenis)
    table.tahun = (konteks.tahun_akhir,)
    table.mark("judul", *([title.nomor] if title else []), *part.judul)
    for row in part.baris:
        _row(table, part, row)
    return table


def _title(lembar: Lembar, heading: int) -> Baris | None:
    """The nearest title above a heading that names what the table holds."""
    for line in reversed(lembar.baris[max(0, heading - 1 - _TITLE_LINES) : heading - 1]):
        if line.ada_sel:
            return None
        if _TITLE.match(clean(line.teks)):
            return line
    return None


def _row(table: Tabel, part: Bagian, row: list[Baris]) -> None:
    first, nomor = row[0].nomor, part.number(row)
    texts = {role: part.text(row, column) or None for role, column in part.kepala.kolom.items()}
    if nomor is None:
        table.doubt(first, "nomor", "nomor_tidak_dikenal", f"Tanda «{texts['no'] or ''}» bukan nomor baris.")
    elif not texts["hambatan"] and not texts.get("upaya"):
        table.doubt(first, "hambatan", "nilai_hilang", "Baris bernomor ini tidak memuat hambatan maupun upaya.")
    else:
        notes = _notes(part, row, texts.get("keterangan"))
        words = texts.get("aspek"), texts["hambatan"], notes, texts.get("upaya")
        table.hambatan.append(Hambatan(first, row[-1].nomor, nomor, *words))
        table.mark("dimuat", first)
    goes_on = "sambungan" if table.nasib[first] == "dimuat" else "dikarantina"
    table.mark(goes_on, *(line.nomor for line in row))


def _notes(part: Bagian, row: list[Baris], keterangan: str | None) -> str | None:
    """The note of a row, with what its columns of another name hold, each behind its heading."""
    others = [f"{name}: {text}" for column, name in part.kepala.lain.items() if (text := part.text(row, column))]
    return "; ".join(filter(None, [keterangan, *others])) or None


def _put_together(tables: list[Tabel]) -> None:
    """Move each effort to the one obstacle without effort that it repeats; its own row then only continues that one."""
    bare = [record for table in tables for record in table.hambatan if not record.upaya]
    efforts = [(table, record) for table in tables for record in table.hambatan if record.upaya]
    for table, effort in efforts:
        found = [record for record in bare if _same(record, effort)]
        if len(found) == 1:
            _move(effort, found[0])
            table.hambatan.remove(effort)
            table.nasib[effort.baris] = "sambungan"


def _same(obstacle: Hambatan, effort: Hambatan) -> bool:
    """The same number and, spaces and signs aside, the same words; an obstacle that has its effort takes no other."""
    if obstacle.nomor != effort.nomor or obstacle.upaya or not obstacle.hambatan or not effort.hambatan:
        return False
    first, second = letters(obstacle.hambatan), letters(effort.hambatan)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _move(effort: Hambatan, obstacle: Hambatan) -> None:
    obstacle.upaya = effort.upaya
    obstacle.aspek = obstacle.aspek or effort.aspek
    notes = [note for note in (obstacle.keterangan, effort.keterangan) if note]
    obstacle.keterangan = "; ".join(dict.fromkeys(notes)) or None
