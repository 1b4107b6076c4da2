"""The tables of an LK with obstacles and efforts: one numbered obstacle a row.

Special about them: the obstacles stand in one table and the efforts in a later one, which prints each obstacle again;
an effort belongs to the obstacle of its number and its words. A row goes on where its number cell is blank, over a page
break too. Headings whose rows have no cells are left alone: which word belongs to which column would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from loaders.readers import Baris, Lembar
from loaders.records import Hambatan, Konteks, Tabel
from loaders.stopped import each
from loaders.values import clean, join, letters

KELUARGA = "lk_hambatan"
ALIKE = 0.85
"""From here on two printings of an obstacle have the same words, typing errors aside."""
_TITLE = re.compile(r"^(Tabel\b|[A-Z]\.|\d+(\.\d+)*\.?)\s.*\b(hambatan|kendala|permasalahan|upaya)\b", re.IGNORECASE)
_TITLE_LINES = 8
_ROLES = (
    ("no", re.compile(r"^(no|nomor|nourut)$")),
    ("upaya", re.compile(r"^(upaya|tindaklanjut|solusi|pemecahanmasalah|rencanaaksi|rencanatindaklanjut)")),
    ("hambatan", re.compile(r"hambatan|kendala|masalah")),
    ("aspek", re.compile(r"^(kegiatan|aspek|uraian|bidang|indikator|program)")),
    ("keterangan", re.compile(r"^(keterangan|ket)$")),
)
"""Role → how its heading reads, letters only; the first that fits."""
_OTHER_TABLE = re.compile(r"^(target|realisasi|capaian|pagu|anggaran)")
_NUMBER = re.compile(r"^(\d{1,3})[.)]?$", re.ASCII)
_COLUMN_NUMBER = re.compile(r"^\(?\d{1,2}\)?$", re.ASCII)
_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\W*$", re.ASCII)


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


# which lines are headings, and which make one row --------------------------------------------------------------------
@dataclass(frozen=True)
class Kepala:
    """A heading: role → column; column → heading, of the columns without a role; how many cells its rows have."""

    kolom: dict[str, int]
    lain: dict[int, str]
    lebar: int
    teks: str


@dataclass
class Bagian:
    """A heading (lines `judul`) with its rows, each a list of lines of which the first carries the row's number."""

    kepala: Kepala
    judul: list[int]
    baris: list[list[Baris]] = field(default_factory=list)

    def semua(self) -> list[int]:
        """All its lines."""
        return [*self.judul, *(line.nomor for row in self.baris for line in row)]

    def sign(self, line: Baris) -> str:
        """What the number column of a line holds."""
        return line.sel[self.kepala.kolom["no"]]

    def number(self, row: list[Baris]) -> int | None:
        """The number printed before a row; None where something else or nothing is."""
        match = _NUMBER.match(self.sign(row[0]))
        return int(match[1]) if match else None

    def text(self, row: list[Baris], kolom: int) -> str:
        """The words of one column of a row, put together over its lines."""
        return join([line.sel[kolom] for line in row])

    @property
    def nomor_terakhir(self) -> int:
        """The last number printed before a row, 0 when none is."""
        return next((number for row in reversed(self.baris) if (number := self.number(row))), 0)

    @property
    def akhir(self) -> int:
        """The last line that was taken."""
        return max([*self.judul, *(line.nomor for row in self.baris for line in row)])


def parts(lembar: Lembar) -> Iterator[Bagian]:
    """Every heading that has rows; one printed again at the top of a page goes on with the rows before it."""
    before: Bagian | None = None
    nomor = 1
    while nomor <= len(lembar.baris):
        kepala = _heading(lembar.di(nomor))
        part = _part(lembar, nomor, kepala) if kepala else None
        nomor = part.akhir + 1 if part else nomor + 1
        if part is None or not part.baris:
            continue
        if before and _goes_on(lembar, before, part):
            _append(before, part)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _heading(line: Baris) -> Kepala | None:
    """The heading on a line: a column of numbers, one of obstacles and at least one more; None for any other line."""
    roles: dict[str, int] = {}
    others: dict[int, str] = {}
    for column, cell in line.isi if line.ada_sel else ():
        text = letters(cell)
        name = next((name for name, pattern in _ROLES if pattern.search(text)), None)
        if _OTHER_TABLE.match(text):
            return None
        if name is None or name in roles:
            others[column] = cell
        else:
            roles[name] = column
    if not {"no", "hambatan"} <= roles.keys() or len(roles) < 3:
        return None
    return Kepala(roles, others, len(line.sel), " · ".join(cell for _, cell in line.isi))


def _part(lembar: Lembar, heading: int, kepala: Kepala) -> Bagian:
    part = Bagian(kepala, [heading])
    gap = False
    for line in lembar.baris[heading:]:
        if _is_gap(line):
            gap = True
        elif not line.ada_sel or len(line.sel) != kepala.lebar or _heading(line):
            break
        elif len(line.isi) > 1 and all(_COLUMN_NUMBER.match(cell) for _, cell in line.isi):
            part.judul.append(line.nomor)
        elif _take(part, line, after_gap=gap):
            gap = False
        else:
            break
    return part


def _is_gap(line: Baris) -> bool:
    """A blank line or a lone page number: the table may go on behind it."""
    return line.kosong or (not line.ada_sel and bool(_PAGE_NUMBER.match(line.teks)))


def _take(part: Bagian, line: Baris, *, after_gap: bool) -> bool:
    """Put a line into its row; False for one that does not go on behind a gap, and so is another table's."""
    if not part.sign(line) and part.baris:
        part.baris[-1].append(line)
        return True
    if after_gap and part.baris and (part.number([line]) or 0) <= part.nomor_terakhir:
        return False
    part.baris.append([line])
    return True


def _goes_on(lembar: Lembar, before: Bagian, part: Bagian) -> bool:
    """Whether a heading is that of the part before, printed again: its numbers go on, or its last row does."""
    if (before.kepala.kolom, before.kepala.lain) != (part.kepala.kolom, part.kepala.lain):
        return False
    if part.sign(part.baris[0][0]):
        return (part.number(part.baris[0]) or 0) > before.nomor_terakhir
    return all(_is_gap(line) for line in lembar.baris[before.akhir : part.judul[0] - 1])


def _append(before: Bagian, part: Bagian) -> None:
    before.judul += part.judul
    if not part.sign(part.baris[0][0]):
        before.baris[-1] += part.baris.pop(0)
    before.baris += part.baris
