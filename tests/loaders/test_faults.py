"""The boundary for faults of our own: a number, a sentence for the person, and the whole story in the log only."""

from __future__ import annotations

import logging
import re

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.faults import GalatSelaras, as_ours, boundary

pytestmark = pytest.mark.galat


def broken(content: str) -> int:
    return int(content)


def fail(berkas: str, content: str = "Rp 1.234") -> GalatSelaras:
    with pytest.raises(GalatSelaras) as caught, boundary("membaca tabel", berkas, "halaman 2"):
        broken(content)
    return caught.value


def test_a_fault_of_ours_has_a_number_and_says_whose_it_is() -> None:
    error = fail("satu.pdf")
    assert re.fullmatch(r"[0-9A-F]{4}-\d\d", error.nomor)
    assert str(error).startswith(f"Galat Selaras nomor {error.nomor} saat membaca tabel (satu.pdf, halaman 2). ")
    assert "bukan kesalahan berkas Anda" in str(error)


def test_the_log_explains_the_number_and_says_nothing_of_the_document(caplog: pytest.LogCaptureFixture) -> None:
    error = fail("dua.pdf")
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    first, *rest = record.getMessage().splitlines()
    assert first == f"galat Selaras {error.nomor}: membaca tabel; berkas dua.pdf; tempat halaman 2"
    assert "in broken: return int(content)" in "\n".join(rest)
    assert rest[-1] == "ValueError"
    assert "1.234" not in record.getMessage()


def test_the_same_fault_has_the_same_number_and_its_traceback_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    first, again, other = fail("tiga.pdf"), fail("tiga.pdf", "lain"), fail("empat.pdf")
    assert first.nomor == again.nomor != other.nomor
    assert [len(record.getMessage().splitlines()) > 1 for record in caplog.records] == [True, False, True]


def test_a_name_cannot_write_lines_of_its_own_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    fail("a\n\x1b[2Jgalat palsu.pdf")
    assert caplog.records[0].getMessage().splitlines()[0].endswith("berkas a??[2Jgalat palsu.pdf; tempat halaman 2")


def test_causes_stand_in_the_log_too(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(GalatSelaras), boundary("membaca"):
        try:
            broken("x")
        except ValueError as error:
            raise KeyError("x") from error
    said = caplog.records[0].getMessage()
    assert said.index("ValueError\nand then") < said.index("KeyError")


def test_an_error_that_is_known_keeps_its_own_sentence(caplog: pytest.LogCaptureFixture) -> None:
    known = BerkasTidakTerbaca("a.pdf", "rusak.")
    with pytest.raises(BerkasTidakTerbaca), boundary("membaca"):
        raise known
    assert as_ours(known, "membaca") is known
    assert not caplog.records
