"""Where tesseract or its data is missing, fails or takes too long, a sentence says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.scan import document, tesseract
from loaders.readers.scan.tesseract import Tesseract

PAGE = Image.new("L", (400, 100), 255)


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program of that name in front of the path."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_without_tesseract_the_sentence_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "pindai.png"
    PAGE.save(path)
    with pytest.raises(BerkasTidakTerbaca, match=r"tesseract belum terpasang \(Debian: apt-get install"):
        document.read(path)
    with pytest.raises(BerkasTidakTerbaca, match="tesseract belum terpasang"):
        document.read_pages(path, [1])


def test_without_indonesian_the_sentence_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, 'echo "List of available languages (2):"; echo eng; echo osd')
    with pytest.raises(BerkasTidakTerbaca, match=r"data «ind» untuk tesseract belum terpasang .*tesseract-ocr-ind"):
        Tesseract("a.png").check()


def test_with_all_data_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "echo eng; echo ind; echo osd")
    Tesseract("a.png").check()


def test_a_failure_is_told_in_tesseract_s_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "echo first >&2; echo 'no memory left' >&2; exit 1")
    with pytest.raises(BerkasTidakTerbaca, match="tesseract gagal: no memory left"):
        Tesseract("a.png").read([PAGE], psm=6)


def test_a_call_that_does_not_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exec sleep 30")
    monkeypatch.setattr(tesseract, "BATAS_DETIK", 0.2)
    with pytest.raises(BerkasTidakTerbaca, match=r"belum selesai setelah 0\.2 detik"):
        Tesseract("a.png").read([PAGE], psm=6)


@pytest.mark.parametrize(
    ("said", "turn"),
    [
        ("Rotate: 90\\nOrientation confidence: 12.5", 90),
        ("Rotate: 90\\nOrientation confidence: 4.9", 0),
        ("Too few characters. Skipping this page", 0),
    ],
)
def test_a_page_is_turned_only_when_tesseract_is_sure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, turn: int
) -> None:
    stand_in(tmp_path, monkeypatch, f"printf '{said}\\n'")
    assert Tesseract("a.png").turn(PAGE) == turn


TSV = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t")


def test_words_come_back_picture_by_picture_and_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        "5 1 1 1 1 1 10 20 30 12 96.5 Kata", "5 1 1 1 1 2 50 20 30 12 91.0 lain",
        "5 1 1 1 2 1 10 40 30 12 80.0 \"kutip",
        "4 1 1 1 2 0 10 40 30 12 -1 ", "5 3 1 1 1 1 1 2 3 4 50.0 ketiga",
    ]  # fmt: skip
    lines = "\\n".join([TSV, *(row.replace(" ", "\\t") for row in rows)])
    stand_in(tmp_path, monkeypatch, f"printf '{lines}\\n'")
    first, second, third = Tesseract("a.png").read([PAGE] * 3, psm=6)
    assert [[word.teks for word in line] for line in first] == [["Kata", "lain"], ['"kutip']]
    assert second == []
    assert (third[0][0].yakin, third[0][0].kiri, third[0][0].tinggi) == (50.0, 1, 4)
