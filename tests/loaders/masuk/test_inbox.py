"""The inbox takes no field that could break it, and whatever lies damaged in it is set aside, kept and named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.errors import IsianSalah
from loaders.files import write_rows
from loaders.masuk import inbox
from loaders.masuk.inbox import Titipan
from loaders.register.manifest import KOLOM_MANIFEST
from tests.loaders.intake.test_taking import next_year

ROW = {"baris": "7", "kolom": "target:2021", "teks_lama": "a\tb", "nilai_baru": "8", "alasan": "c", "oleh": "Siti",
       "tanggal": "2026-01-01"}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_rows(tmp_path / "dokumen" / "manifest.csv", KOLOM_MANIFEST, [])
    return tmp_path


@pytest.fixture
def titipan(folder: Path) -> Titipan:
    return inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")


@pytest.mark.parametrize(
    ("nama", "oleh", "words"),
    [
        ("n" * 140_000 + ".txt", "Siti", r"nama berkas .*140\.004 huruf, paling banyak 255"),
        ("x.txt", "S" * 140_000, r"oleh .*140\.000 huruf, paling banyak 100"),
        ("x.txt", "Siti\nKepala", "oleh .*memuat ganti baris pada huruf ke-5"),
        ("x.txt", "Siti\u202eK", r"tidak tampak \(U\+202E\)"),
    ],
)
def test_names_beyond_their_bounds_leave_nothing(folder: Path, nama: str, oleh: str, words: str) -> None:
    with pytest.raises(IsianSalah, match=words):
        inbox.put(folder, nama, b"isi", oleh)
    assert inbox.waiting(folder) == []


def test_letters_nobody_sees_in_the_name_of_a_file_are_shown(folder: Path) -> None:
    titipan = inbox.put(folder, "rkt\u202e\udcff\n.txt", b"isi", "Siti")
    assert titipan.nama_asli == "rkt‹U+202E›‹U+DCFF›‹U+000A›.txt"
    assert inbox.waiting(folder) == [titipan]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"alasan": "a" * 140_000}, "Isian alasan .*paling banyak"),
        ({"oleh": "o" * 101}, "Isian oleh"),
        ({"nilai_baru": "7\nKecamatan"}, "Isian nilai_baru .*ganti baris"),
        ({"teks_lama": "t" * 140_000}, "Isian teks_lama"),
        ({"kolom": "k" * 61}, "Isian kolom"),
    ],
)
def test_corrections_beyond_their_bounds_change_nothing(titipan: Titipan, change: dict[str, str], words: str) -> None:
    inbox.keep_corrections(titipan, [ROW])
    with pytest.raises(IsianSalah, match=words):
        inbox.keep_corrections(titipan, [ROW, ROW | change])
    assert inbox.corrections(titipan) == [ROW]


def facts(**change: object) -> Callable[[Path], object]:
    def damage(folder: Path) -> object:
        known = json.loads((folder / inbox.CATATAN).read_text(encoding="utf-8"))
        return (folder / inbox.CATATAN).write_text(json.dumps(known | change), encoding="utf-8")

    return damage


def note(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / inbox.CATATAN).write_text(text, encoding="utf-8")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": note(""),
    "half": note('{"berkas": "rkt-20'),
    "another shape": note("[1, 2]"),
    "too deep": note("[" * 100_000),
    "keys": note('{"nama": "x"}'),
    "types": facts(oleh=7),
    "no text": lambda folder: (folder / inbox.CATATAN).write_bytes(b"\xff\xfe\x00"),
    "another day": facts(diterima="kemarin"),
    "a day without zone": facts(diterima="2026-01-01T00:00:00"),
    "another file": facts(berkas="../../dokumen/manifest.csv"),
    "another content": facts(sha256="0" * 64),
    "a name without end": facts(nama_asli="n" * 140_000),
    "no note": lambda folder: (folder / inbox.CATATAN).unlink(),
    "no file": lambda folder: next(folder.glob("*.txt")).unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_set_aside_and_the_rest_goes_on(
    folder: Path, titipan: Titipan, damage: Callable[[Path], object]
) -> None:
    other = inbox.put(folder, "lain.txt", b"isi lain", "Budi")
    damage(titipan.folder)
    kept = {path.name: path.read_bytes() for path in titipan.folder.iterdir()}
    assert inbox.waiting(folder) == [other]
    (sentence,) = inbox.set_aside(folder)
    assert titipan.folder.name in sentence
    place = folder / sentence.split("Disisihkan ke ")[1].split(";")[0]
    assert {path.name: path.read_bytes() for path in (place / titipan.folder.name).iterdir()} == kept
    again = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")
    assert again in inbox.waiting(folder)
    assert inbox.set_aside(folder) == [sentence]


def test_handing_in_again_sets_a_damaged_entry_aside(folder: Path, titipan: Titipan) -> None:
    DAMAGE["empty"](titipan.folder)
    assert inbox.put(folder, "RKT 2021.txt", next_year(), "Siti") in inbox.waiting(folder)
    assert len(inbox.set_aside(folder)) == 1


def test_damaged_corrections_are_set_aside_and_can_be_made_again(folder: Path, titipan: Titipan) -> None:
    (titipan.folder / inbox.KOREKSI).write_bytes(b"baris,kolom\n7")
    assert inbox.corrections(titipan) == []
    (sentence,) = inbox.set_aside(folder)
    assert "Koreksi yang tersimpan untuk RKT 2021.txt tidak dapat dibaca" in sentence
    assert [path.read_bytes() for path in folder.glob("masuk/disisihkan/*/koreksi.csv")] == [b"baris,kolom\n7"]
    inbox.keep_corrections(titipan, [ROW])
    assert (inbox.corrections(titipan), inbox.waiting(folder)) == ([ROW], [titipan])
