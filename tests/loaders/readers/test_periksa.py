"""Whose document a file is, and whether its tables are little work, is found out in the limited process, never here."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from loaders import sandbox_child, unggah
from loaders.errors import BerkasTidakTerbaca
from loaders.faults import GalatSelaras
from loaders.files import ROOT
from loaders.readers.dispatch import read
from loaders.readers.lembar import Baris, Lembar
from loaders.recognition import document as recognition_document
from loaders.recognition import dugaan_json
from loaders.recognition.document import daftar_satker
from loaders.recognition.evidence import Dugaan, Terkaan
from loaders.sandbox import cache, limited, outcome
from loaders.sandbox.limited import BIASA, PINDAIAN, examine_limited, read_limited
from loaders.sandbox.outcome import pictures

LISTS = ROOT / "data" / "referensi"
TEXT = "LAPORAN KINERJA\nKPU KOTA BLITAR\nTAHUN 2023\n\nNo\tIndikator\tTarget\n1\tIndeks\t90\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "lk.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Run this Python code in the reading process before it begins its work."""

    def use(code: str) -> None:
        def command(path: Path, folder: Path, *_: object) -> list[str]:
            whole = f"""
import pathlib, sys
sys.path.insert(0, {str(ROOT)!r})
from loaders import sandbox_child
{code}
file, folder, lists = map(pathlib.Path, {[str(path), str(folder), str(LISTS)]!r})
sandbox_child.main(file, folder, 20, 800, 20, lists)"""
            return [sys.executable, "-c", whole]

        monkeypatch.setattr(limited, "_command", command)

    return use


def test_the_separate_process_recognises_what_this_one_would(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = recognition_document.recognise(read(document), daftar_satker())

    def refuse(*_: object) -> Dugaan:
        raise AssertionError("foreign text is recognised in this process")

    monkeypatch.setattr(recognition_document, "recognise", refuse)
    monkeypatch.setattr(limited, "recognise", refuse)
    assert examine_limited(document, LISTS) == (read(document), here)
    assert (here.satker.nilai, here.jenis.nilai, here.tahun.nilai) == ("3572", "LK", (2023, 2023))


def test_the_inbox_recognises_nothing_in_this_process_and_once_only(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cache.examine_cached(document, tmp_path, LISTS)
    monkeypatch.setattr(limited, "_command", lambda *_: [sys.executable, "-c", "raise SystemExit(5)"])
    assert cache.examine_cached(document, tmp_path, LISTS) == first
    assert not hasattr(unggah, "guess") and not hasattr(unggah, "recognise")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("from loaders import rehearsal; rehearsal.DETIK = -1.0", "menguraikan tabelnya memerlukan lebih"),
        ("from loaders import rehearsal; rehearsal.MAKS_BARIS_TABEL = -1", "tabelnya lebih dari"),
        ("from loaders import read as g; g.read_tables = lambda *_: bytearray(10**10)", "MB memori"),
        ("import loaders.recognition as d; d.to_json = lambda _: b'{}'", "tidak utuh"),
    ],
)
def test_what_goes_wrong_after_reading_is_a_sentence_too(
    document: Path, instead: Callable[[str], None], code: str, words: str
) -> None:
    instead(code)
    with pytest.raises(BerkasTidakTerbaca, match=words):
        examine_limited(document, LISTS)


@pytest.mark.galat
def test_a_fault_of_ours_in_recognition_is_said_as_ours(document: Path, instead: Callable[[str], None]) -> None:
    instead("from loaders import rehearsal as g; g.recognise = lambda *_: 1 / 0")
    with pytest.raises(GalatSelaras):
        examine_limited(document, LISTS)


def test_a_fault_of_a_family_does_not_keep_the_file_from_being_read(
    document: Path, instead: Callable[[str], None]
) -> None:
    instead("from loaders import read as g; g.read_tables = lambda *_: 1 / 0")
    assert examine_limited(document, LISTS)[0] == read(document)


def test_pictures_of_pages_give_more_time_and_are_said(
    document: Path, monkeypatch: pytest.MonkeyPatch, instead: Callable[[str], None]
) -> None:
    instead("import time; time.sleep(1)")
    monkeypatch.setattr(limited, "BIASA", outcome.Batas(0.1, 800, per_halaman=20, paling_lama=1800))
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 0 detik"):
        examine_limited(document, LISTS)
    monkeypatch.setattr(limited, "pictures", lambda _: (2, 3))
    told: list[str] = []
    examine_limited(document, LISTS, progress=told.append)
    assert "Membaca lk.txt: halaman pindaian 2 dari 3, 1 detik, paling lama 60 detik." in told


def test_the_reading_process_tells_of_pictures(tmp_path: Path) -> None:
    soft = resource.getrlimit(resource.RLIMIT_CPU)
    sandbox_child._tell_pictures(tmp_path, 2, 3)
    assert pictures(tmp_path) == (2, 3)
    assert resource.getrlimit(resource.RLIMIT_CPU)[1] == soft[1]


def test_a_file_may_take_a_minute_and_a_scan_a_minute_more_for_two_pages() -> None:
    assert (BIASA.detik, BIASA.megabita, PINDAIAN.detik, PINDAIAN.megabita) == (60, 2048, 60, 2048)
    assert [PINDAIAN.for_pictures(n).detik for n in (-1, 0, 2, 10, 10**9)] == [60, 60, 120, 360, 1800]
    assert BIASA.for_pictures(10) == BIASA


@pytest.mark.parametrize("content", ["", "[1]", '["a", 2]', "{", "[" * 100])
def test_a_process_that_says_nonsense_about_pictures_gets_no_time(tmp_path: Path, content: str) -> None:
    (tmp_path / "pindaian.json").write_text(content)
    assert pictures(tmp_path) is None


def test_a_dugaan_survives_json_and_nothing_else_is_one() -> None:
    open_ = Terkaan(None, (), "tidak ada", False)
    whole = Dugaan(
        Terkaan("3572", ("3505",), "é «\ud800»", True), Terkaan("LK", ("PK",), "b", False),
        Terkaan((2020, 2024), ((2021, 2021),), "c", True), open_,
        Terkaan(date(2024, 1, 31), (date(2024, 2, 1),), "d", True),
    )  # fmt: skip
    for dugaan in (whole, Dugaan(open_, open_, open_, open_, open_)):
        assert dugaan_json.from_json(dugaan_json.to_json(dugaan)) == dugaan
    content = dugaan_json.to_json(whole)
    for other in (b"", b"{}", b"[]", content.replace(b"LK", b"SK"), content.replace(b"2024-01-31", b"besok"),
                  content.replace(b'"3572"', b"3572"), content.replace(b"[2020, 2024]", b"[2020]")):  # fmt: skip
        with pytest.raises(ValueError):
            dugaan_json.from_json(other)


def test_the_format_travels_with_the_lembar(document: Path) -> None:
    assert read_limited(document).format == "text"
    assert Lembar("a", (Baris(1, ""),)).format is None
