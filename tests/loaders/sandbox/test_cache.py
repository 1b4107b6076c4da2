"""What was read once is kept, belongs to content and readers, and a damaged entry is as good as none."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders import reference
from loaders.errors import BerkasTidakTerbaca
from loaders.readers import format
from loaders.readers.lembar import Baris, Lembar
from loaders.register.manifest import sha256
from loaders.sandbox import cache, limited
from loaders.sandbox.cache import prune, read_cached, readers_version
from tests.loaders.readers import bad_files as buat


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read, by a reader that needs no library."""
    names: list[str] = []

    def read_limited(path: Path, **_limits: object) -> Lembar:
        names.append(path.name)
        note = format.extension_note(path, "pdf")
        notes = (*([note] if note else []), "halaman 2 kosong")
        return Lembar(path.name, (Baris(1, "a\tb", 1, "halaman 1"),), notes, format="pdf")

    monkeypatch.setattr(cache, "read_limited", read_limited)
    return names


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "renstra.pdf"
    path.write_bytes(buat.pdf([b""]))
    return path


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "lembar").iterdir())


def test_the_second_time_nothing_is_read(document: Path, tmp_path: Path, readings: list[str]) -> None:
    first, second = read_cached(document, tmp_path), read_cached(document, tmp_path)
    assert first == second and readings == ["renstra.pdf"]
    (entry,) = entries(tmp_path)
    assert entry.name == f"{sha256(document)}-pdf-{readers_version('pdf')}.json.gz"


def test_a_real_document_is_read_in_a_process_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "renstra.xls"
    path.write_bytes(buat.docx())
    first = read_cached(path, tmp_path)
    monkeypatch.setattr(limited, "_command", lambda *_: [sys.executable, "-c", "raise SystemExit(5)"])
    assert read_cached(path, tmp_path) == first
    assert [baris.sel for baris in first.baris if baris.ada_sel] == [tuple(row) for row in buat.ROWS]
    assert first.catatan[0] == "Berakhiran .xls tetapi isinya dokumen Word; dibaca menurut isinya."


def test_the_same_content_under_another_name_keeps_its_own_name_and_note(
    document: Path, tmp_path: Path, readings: list[str]
) -> None:
    for name, notes in (("lain.docx", 2), ("lagi.pdf", 1), ("lain.docx", 2)):
        other = shutil.copy(document, tmp_path / name)
        lembar = read_cached(Path(other), tmp_path)
        assert (lembar.nama, len(lembar.catatan), lembar.catatan[-1]) == (name, notes, "halaman 2 kosong")
    assert readings == ["lain.docx"]


def test_other_content_is_read(document: Path, tmp_path: Path, readings: list[str]) -> None:
    read_cached(document, tmp_path)
    document.write_bytes(buat.pdf([b"", b""]))
    read_cached(document, tmp_path)
    assert len(readings) == 2 == len(entries(tmp_path))


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "other json", "no gzip", "cut end"])
def test_a_damaged_entry_is_read_again_and_mended(
    document: Path, tmp_path: Path, readings: list[str], damage: str
) -> None:
    good = read_cached(document, tmp_path)
    (entry,) = entries(tmp_path)
    content = entry.read_bytes()
    middle = len(content) // 2
    entry.write_bytes({
        "cut": content[:middle],
        "flip": content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :],
        "empty": b"",
        "other json": gzip.compress(b'{"nama": 1}'),
        "no gzip": b"halo",
        "cut end": content[:-8],
    }[damage])  # fmt: skip
    assert read_cached(document, tmp_path) == good and len(readings) == 2
    assert read_cached(document, tmp_path) == good and len(readings) == 2


def test_plain_text_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\tb\n")
    assert read_cached(path, tmp_path).baris == (Baris(1, "a\tb"),)
    assert not (tmp_path / "lembar").exists()


def test_a_failure_is_not_kept(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, **_limits: object) -> Lembar:
        raise BerkasTidakTerbaca(path.name, "rusak")

    monkeypatch.setattr(cache, "read_limited", fail)
    with pytest.raises(BerkasTidakTerbaca, match="rusak"):
        read_cached(document, tmp_path)
    assert not (tmp_path / "lembar").exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(document: Path, tmp_path: Path, readings: list[str]) -> None:
    (tmp_path / "lembar").write_text("a file where the folder should be")
    with pytest.raises(BerkasTidakTerbaca, match="tidak dapat disimpan"):
        read_cached(document, tmp_path)


@pytest.mark.parametrize(
    "name", ["loaders/readers/lembar.py", "loaders/readers/pdf/ruled.py", "loaders/values/satuan.py"]
)
def test_other_readers_make_other_entries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    for part in ("loaders/readers", "loaders/values"):
        shutil.copytree(cache.ROOT / part, tmp_path / part)
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    before = readers_version("arsip")
    (tmp_path / "loaders" / "build.py").write_text("")
    assert before == readers_version("arsip")
    (tmp_path / name).write_text("# other")
    assert readers_version("arsip") != before


@pytest.mark.parametrize("name", ["satuan.csv", "kosakata.txt"])
def test_other_lists_in_force_make_other_entries(tmp_path: Path, name: str) -> None:
    shutil.copytree(cache.ROOT / "data" / "referensi", tmp_path / "referensi")
    before = readers_version("arsip")
    with reference.of_folder(tmp_path):
        assert readers_version("arsip") == before
        with (tmp_path / "referensi" / name).open("a", encoding="utf-8") as file:
            file.write("butir,cacah,contoh\n")
        assert readers_version("arsip") != before
    assert readers_version("arsip") == before


def test_within_one_piece_of_work_the_readers_are_looked_at_once(
    document: Path, tmp_path: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(cache, "readers_version", lambda found: asked.append(found) or "0" * 12)
    with reference.of_folder(cache.ROOT / "data"):
        for _ in range(3):
            read_cached(document, tmp_path)
        assert asked == ["pdf"] and readings == ["renstra.pdf"]
    read_cached(document, tmp_path)
    assert asked == ["pdf", "pdf"]


def test_other_libraries_make_other_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    before = readers_version("arsip")
    monkeypatch.setattr(cache, "_libraries", lambda: "pdfplumber=99")
    assert readers_version("arsip") != before


def test_all_code_that_reading_loads_is_counted() -> None:
    names = ", ".join(
        ".".join(path.relative_to(cache.ROOT).with_suffix("").parts)
        for path in (cache.ROOT / "loaders/readers").rglob("[a-z]*.py")
    )
    code = f"import sys, loaders.sandbox_child, loaders.readers.lembar_json, {names}\n" + (
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('loaders') and m.__file__), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=cache.ROOT, capture_output=True, text=True, check=True)
    loaded = {Path(line) for line in done.stdout.splitlines()}
    counted = {path for pattern in cache._DECIDES for path in cache.ROOT.glob(pattern)}
    assert len(loaded) > 20
    assert loaded - counted == {cache.ROOT / "loaders" / "__init__.py"}


def test_only_formats_with_pictures_depend_on_the_letter_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_tesseract", lambda: "5.3")
    before = [readers_version(found) for found in ("pdf", "gambar", "arsip")]
    monkeypatch.setattr(cache, "_tesseract", lambda: "")
    after = [readers_version(found) for found in ("pdf", "gambar", "arsip")]
    assert [a == b for a, b in zip(before, after, strict=True)] == [False, False, True]


def test_prune_keeps_what_the_register_uses_and_nothing_else(
    document: Path, tmp_path: Path, readings: list[str]
) -> None:
    read_cached(document, tmp_path)
    (kept,) = entries(tmp_path)
    folder, content = kept.parent, kept.read_bytes()
    old = time.time() - 7200
    for name in (
        f"{'0' * 64}-pdf-{readers_version('pdf')}.json.gz",
        kept.name.replace(readers_version("pdf"), "0" * 12),
        "asing.txt",
        f"{kept.name}.1-1.tmp",
    ):
        (folder / name).write_bytes(content)
        os.utime(folder / name, (old, old))
    (folder / "baru.tmp").write_bytes(b"")
    assert prune(tmp_path, {sha256(document)}) == 4
    assert {path.name for path in entries(tmp_path)} == {kept.name, "baru.tmp"}
    assert prune(tmp_path, set()) == 1
    assert prune(tmp_path / "tak-ada", set()) == 0
