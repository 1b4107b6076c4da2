"""Whatever bytes come, the outcome is a Lembar or a refusal in words: never another failure, never a hang."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import BerkasTidakTerbaca, LoaderError
from loaders.readers.dispatch import read
from loaders.readers.format import recognise
from loaders.readers.lembar import Baris, Lembar
from tests.loaders.readers import mutation
from tests.loaders.readers.mutation import SAMPLES, batch, broken_promise, mutate, separate

CASES = {"pdf": 80, "docx": 80, "xlsx": 80, "xls": 120, "html": 100, "csv": 150, "text": 150, "gambar": 4}
"""Damaged files a run of the suite reads. Much larger campaigns: `python -m tests.loaders.readers.mutation pdf
20000`."""


@pytest.mark.parametrize("found", SAMPLES)
def test_sound_samples_are_read_as_what_they_are(found: str, tmp_path: Path) -> None:
    for n, content in enumerate(SAMPLES[found]()):
        path = tmp_path / f"{n}.{'csv' if found == 'csv' else 'x'}"
        path.write_bytes(content)
        assert recognise(path) == found
        if found != "gambar":
            assert broken_promise(read(path)) is None


@pytest.mark.parametrize("found", SAMPLES)
def test_damaged_files_are_read_or_refused(found: str) -> None:
    outcomes = separate(found, CASES[found], seed=0)
    assert [came for came in outcomes if came not in ("dibaca", "ditolak")] == []
    assert sum(outcomes.values()) == CASES[found]


STARTS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<html>",
    b"\xef\xbb\xbf", b"a;b\n", b"\0\0\0\x18ftyp",
)  # fmt: skip


@given(st.sampled_from(STARTS), st.binary(max_size=600), st.sampled_from(["", ".csv", ".txt", ".pdf"]))
def test_any_bytes_are_recognised_or_refused(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"sembarang{suffix}"
    path.write_bytes(start + rest)
    try:
        found = recognise(path)
    except BerkasTidakTerbaca as error:
        assert str(error).isprintable()
        return
    assert found in SAMPLES
    if found == "text":
        assert broken_promise(read(path)) is None


def test_a_page_without_an_element_is_read_or_refused(tmp_path: Path) -> None:
    for content in (b"<!DOCTYPE html", b"<!DOCTYPE html><!-- x -->", b"<html", b"<!DOCTYPE html>\n"):
        path = tmp_path / "a.html"
        path.write_bytes(content)
        try:
            assert not any(baris.teks for baris in read(path).baris)
        except BerkasTidakTerbaca as error:
            assert error.sebab


@given(st.text(max_size=400), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_any_text_is_read_line_by_line(tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str) -> None:
    path = tmp_path_factory.getbasetemp() / "sembarang.txt"
    path.write_bytes(text.encode(encoding, errors="surrogatepass"))
    try:
        lembar = read(path)
    except LoaderError as error:
        assert str(error)
        return
    assert broken_promise(lembar) is None


def test_mutations_change_files_and_can_be_repeated() -> None:
    for found, samples in SAMPLES.items():
        content = samples()[0]
        copies = [mutate(random.Random(seed), found, content) for seed in range(15)]
        assert copies == [mutate(random.Random(seed), found, content) for seed in range(15)]
        assert len({*copies, content}) > 8


@pytest.mark.parametrize(
    ("baris", "wrong"),
    [((Baris(2, "a"),), True), ((Baris(1, "a\nb"),), True), ((Baris(1, "a\0"),), True), ((Baris(1, "a\tb"),), False)],
)
def test_a_broken_promise_is_seen(baris: tuple[Baris, ...], wrong: bool) -> None:
    assert (broken_promise(Lembar("x", baris)) is not None) is wrong


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ValueError("x"), "GAGAL ValueError"),
        (BerkasTidakTerbaca("x", "y"), "ditolak"),
        (mutation.Lambat(), "GAGAL Lambat"),
    ],
)
def test_a_failure_is_told_once_with_its_seed(fault: BaseException, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> Lembar:
        raise fault

    monkeypatch.setattr(mutation, "read", fail)
    monkeypatch.setattr(mutation.resource, "setrlimit", lambda *_: None)
    ((came, times),) = batch("text", 3, 7).items()
    assert came.startswith(told) and times == 3
    assert told == "ditolak" or came.endswith("(benih 7)")
