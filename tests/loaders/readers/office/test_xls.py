from __future__ import annotations

import struct
import tracemalloc
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Lembar
from loaders.readers.office.xls import read
from tests.loaders.readers import bad_files as buat
from tests.loaders.readers.angka import SEMUA

Rekaman = bytes


def record(kind: int, content: bytes = b"") -> Rekaman:
    return struct.pack("<2H", kind, len(content)) + content


def text(value: str) -> bytes:
    return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")


def begin(kind: int) -> Rekaman:
    return record(0x0809, struct.pack("<4H2I", 0x0600, kind, 0, 0, 0, 0))


def style(number_format: int, *, ruled: bool = False) -> Rekaman:
    return record(0x00E0, struct.pack("<3H4B2IH", 0, number_format, 0, 0, 0, 0, 0, 0x11 if ruled else 0, 0, 0))


def label(row: int, column: int, value: str, xf: int = 0) -> Rekaman:
    return record(0x0204, struct.pack("<3H", row, column, xf) + text(value))


def number(row: int, column: int, value: float, xf: int = 0) -> Rekaman:
    return record(0x0203, struct.pack("<3Hd", row, column, xf, value))


def sign(row: int, column: int, value: int, *, error: bool) -> Rekaman:
    return record(0x0205, struct.pack("<3H2B", row, column, 0, value, error))


def workbook(
    sheets: Sequence[tuple[str, int, Iterable[Rekaman]]], formats: Sequence[str] = (), *, ruled: bool = False
) -> bytes:
    """A workbook of sheets (name, 0 visible or 1 hidden, records). Style 0 is General, style n the nth format."""
    bodies = [b"".join([begin(0x10), *records, record(0x000A)]) for _, _, records in sheets]
    head = [begin(5), record(0x0042, struct.pack("<H", 1200))]
    head += [record(0x041E, struct.pack("<H", 164 + n) + text(form)) for n, form in enumerate(formats)]
    head += [style(0), *(style(164 + n, ruled=ruled) for n in range(len(formats)))]
    names = [name.encode("latin-1") for name, _, _ in sheets]
    start = sum(map(len, head)) + sum(12 + len(name) for name in names) + 4
    for name, (_, hidden, _), body in zip(names, sheets, bodies, strict=True):
        head.append(record(0x0085, struct.pack("<I4B", start, hidden, 0, len(name), 0) + name))
        start += len(body)
    return buat.ole({"Workbook": b"".join([*head, record(0x000A), *bodies])})


@pytest.fixture
def opened(tmp_path: Path):
    def make(content: bytes) -> Lembar:
        path = tmp_path / "a.xls"
        path.write_bytes(content)
        return read(path)

    return make


def lines(lembar: Lembar) -> list[str]:
    return [line.teks for line in lembar.baris]


def test_numbers_are_read_as_their_format_prints_them(opened) -> None:
    formats = sorted({form for _, form, _ in SEMUA})
    cells = [
        cell
        for row, (value, form, _) in enumerate(SEMUA)
        for cell in (label(row, 0, f"baris {row}"), number(row, 1, value, formats.index(form) + 1))
    ]
    wanted = [f"baris {row}\t{printed}" for row, (_, _, printed) in enumerate(SEMUA) if printed]
    lembar = opened(workbook([("Target", 0, cells)], formats))
    assert [line for line in lines(lembar) if "\t" in line and line.split("\t")[1]] == wanted
    assert "Lembar Target: format 6 sel menyembunyikan sebagian angkanya; nilai lengkapnya yang dibaca" in " ".join(
        lembar.catatan
    )


def test_words_signs_and_errors_stay_as_they_are(opened) -> None:
    cells = [label(0, 0, "1,234"), sign(0, 1, 1, error=False), sign(0, 2, 0x07, error=True), label(0, 3, "dua\nbaris")]
    assert lines(opened(workbook([("Target", 0, cells)]))) == ["1,234\tTRUE\t#DIV/0!\tdua baris"]


def test_a_formula_gives_its_stored_value(opened) -> None:
    formula = record(0x0006, struct.pack("<3Hd", 0, 1, 1, 0.775) + bytes(6) + struct.pack("<H", 0))
    assert lines(opened(workbook([("Target", 0, [label(0, 0, "a"), formula])], ["0.00%"]))) == ["a\t77,50%"]


def test_merged_cells_titles_and_places(opened) -> None:
    cells = [
        label(0, 0, "Tabel 1"), label(2, 0, "Indikator"), label(2, 1, "Target"), number(2, 2, 7), number(3, 1, 2023),
        number(3, 2, 2024), label(4, 0, "Nilai"), label(4, 1, "B"), label(4, 2, "BB"),
        record(0x00E5, struct.pack("<9H", 2, 2, 3, 0, 0, 2, 2, 1, 2)),
    ]  # fmt: skip
    lembar = opened(workbook([("Target", 0, cells)]))
    assert lines(lembar) == ["Tabel 1", "", "Indikator\tTarget\t", "\t2023\t2024", "Nilai\tB\tBB"]
    assert lembar.baris[4].tempat == "lembar Target, baris 5"


def test_borders_tell_a_title_from_a_heading(opened) -> None:
    rows = [(0, 1), (1, 3), (2, 1), (3, 3), (4, 1), (5, 3)]
    ruled = {1, 2, 3, 5}
    cells = [label(row, c, f"s{row}{'abc'[c]}", int(row in ruled)) for row, n in rows for c in range(n)]
    lembar = opened(workbook([("Target", 0, cells)], ["@"], ruled=True))
    assert lines(lembar) == [
        "s0a", "", "s1a\ts1b\ts1c", "s2a\t\t", "s3a\ts3b\ts3c", "", "s4a", "", "s5a\ts5b\ts5c",
    ]  # fmt: skip


def test_hidden_sheets_are_not_read_hidden_rows_and_columns_are(opened) -> None:
    row = record(0x0208, struct.pack("<6HI", 0, 0, 2, 255, 0, 0, 0x20))
    column = record(0x007D, struct.pack("<6H", 1, 1, 0, 0, 1, 0))
    visible = [column, row, label(0, 0, "a"), label(0, 1, "b")]
    lembar = opened(workbook([("Target", 0, visible), ("Rahasia", 1, [label(0, 0, "c")])]))
    assert lines(lembar) == ["a\tb"]
    assert lembar.catatan == (
        "Lembar Rahasia disembunyikan dan tidak dibaca.",
        "Lembar Target: 1 baris disembunyikan; tetap dibaca (baris 1).",
        "Lembar Target: 1 kolom disembunyikan; tetap dibaca (kolom 2).",
    )


def test_a_cell_far_away_costs_nothing(opened) -> None:
    cells = [label(0, 0, "a"), label(0, 1, "b"), label(65535, 255, "jauh")]
    tracemalloc.start()
    try:
        assert lines(opened(workbook([("Target", 0, cells)]))) == ["a\tb", "", "jauh"]
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan", "terpotong atau rusak"),
        (buat.xls()[: len(buat.xls()) // 2], "rusak"),
        (buat.ole({"WordDocument": b"x" * 5000}), "bukan buku kerja Excel 97–2003"),
        (buat.ole({"Workbook": begin(5) + record(0x002F, bytes(6))}), "kata sandi"),
        (buat.ole({"Workbook": begin(5) + record(0x0085, b"\xff")}), "rusak"),
    ],
)
def test_what_is_no_sound_workbook_is_refused(opened, content: bytes, words: str) -> None:
    with pytest.raises(BerkasTidakTerbaca, match=words):
        opened(content)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca, match="tidak dapat dibuka"):
        read(tmp_path / "hilang.xls")
