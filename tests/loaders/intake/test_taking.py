"""Taking a file in: whole or not at all, whatever kills it and whenever."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from loaders.build import build
from loaders.errors import BerkasTidakTerbaca, LoaderError, SudahAda
from loaders.intake import taking
from loaders.intake.taking import Identitas, Keputusan
from loaders.masuk import inbox
from loaders.masuk.inbox import Titipan
from tests.conftest import ROOT
from tests.loaders import data, mati

RKT = "3673-kota-serang/rkt-kpu-kota-serang-2020.txt"
WHAT = Keputusan(Identitas("3673", "RKT", 2021, 2021), None, "Perencana")


def next_year() -> bytes:
    """An RKT of the year after, as nobody published it."""
    return (ROOT / "data" / "dokumen" / RKT).read_text(encoding="utf-8").replace("2020", "2021").encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return data.copy(tmp_path / "data", "serang")


@pytest.fixture
def titipan(folder: Path) -> Titipan:
    return inbox.put(folder, "RKT Kota Serang (final).TXT", next_year(), "Perencana")


def files(folder: Path) -> dict[str, bytes]:
    """Everything that counts as data, by name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for name in ("dokumen", "koreksi", "referensi")
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }


def years(terbit: Path) -> list[int]:
    path = terbit / json.loads((terbit / "kini.json").read_text())["berkas"]
    with duckdb.connect(str(path), read_only=True) as connection:
        query = "select distinct tahun from v_target where kode_satker = '3673' order by 1"
        return [row[0] for row in connection.sql(query).fetchall()]


def test_a_file_is_in_under_a_name_of_its_own_and_the_inbox_is_empty(
    folder: Path, titipan: Titipan, tmp_path: Path
) -> None:
    before = files(folder)
    laporan = taking.accept(folder, titipan, WHAT, terbit=tmp_path / "terbit")
    new = "dokumen/3673-kota-serang/rkt-kpu-kota-serang-2021.txt"
    assert files(folder).keys() - before.keys() == {new}
    assert files(folder)[new] == next_year()
    assert data.manifest(folder)[-1]["sumber"].endswith("sebagai «RKT Kota Serang (final).TXT»")
    assert (laporan.terdaftar, years(tmp_path / "terbit")) == (2, [2020, 2021])
    assert inbox.waiting(folder) == []


def test_the_same_content_twice_adds_nothing(folder: Path, titipan: Titipan, tmp_path: Path) -> None:
    again = inbox.put(folder, "salinan.txt", next_year(), "Perencana")
    assert (again, len(inbox.waiting(folder))) == (titipan, 1)
    taking.accept(folder, titipan, WHAT, terbit=tmp_path / "terbit")
    after = files(folder)
    for again in (
        lambda: inbox.put(folder, "lagi.txt", next_year(), "Perencana"),
        lambda: taking.accept(folder, titipan, WHAT, terbit=tmp_path / "terbit"),
    ):
        with pytest.raises(SudahAda, match=r"sudah terdaftar sebagai rkt-kpu-kota-serang-2021\.txt"):
            again()
    assert (files(folder), inbox.waiting(folder)) == (after, [])


def test_a_second_document_of_the_same_name_gets_a_number(folder: Path, tmp_path: Path) -> None:
    titipan = inbox.put(folder, "x.txt", next_year().replace(b"12 Laporan", b"11 Laporan"), "P")
    same_year = Keputusan(Identitas("3673", "RKT", 2020, 2020), None, "P")
    assert taking.plan(folder, titipan, same_year).berkas == "3673-kota-serang/rkt-kpu-kota-serang-2020-2.txt"


def test_a_file_that_lies_there_unregistered_is_not_written_over(
    folder: Path, titipan: Titipan, tmp_path: Path
) -> None:
    stray = folder / "dokumen" / "3673-kota-serang" / "rkt-kpu-kota-serang-2021.txt"
    stray.write_text("catatan orang lain", encoding="utf-8")
    taking.accept(folder, titipan, WHAT, terbit=tmp_path / "terbit")
    assert stray.read_text(encoding="utf-8") == "catatan orang lain"
    assert data.manifest(folder)[-1]["file"].endswith("rkt-kpu-kota-serang-2021-2.txt")


def test_a_transcript_that_lies_there_is_not_taken_for_that_of_a_new_file(folder: Path, titipan: Titipan) -> None:
    (folder / "transkrip" / "rkt-kpu-kota-serang-2021").mkdir(parents=True)
    assert taking.plan(folder, titipan, WHAT).berkas.endswith("/rkt-kpu-kota-serang-2021-2.txt")


@pytest.mark.parametrize(
    ("identitas", "sentence"),
    [
        (Identitas("9999", "RKT", 2021, 2021), "tidak ada satker berkode"),
        (Identitas("3673", "RKT", 2021, 2020), "sesudah tahun akhir"),
    ],
)
def test_what_cannot_be_published_leaves_no_trace(
    folder: Path, titipan: Titipan, tmp_path: Path, identitas: Identitas, sentence: str
) -> None:
    build(folder, terbit=tmp_path / "terbit")
    before, kini = files(folder), (tmp_path / "terbit" / "kini.json").read_bytes()
    with pytest.raises(LoaderError, match=sentence):
        taking.accept(folder, titipan, Keputusan(identitas, None, "P"), terbit=tmp_path / "terbit")
    assert (files(folder), (tmp_path / "terbit" / "kini.json").read_bytes()) == (before, kini)
    assert inbox.waiting(folder) == [titipan]


def test_cancelling_the_build_leaves_no_trace(folder: Path, titipan: Titipan, tmp_path: Path) -> None:
    before = files(folder)

    def cancel(sentence: str) -> None:
        if "Menyusun" in sentence:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taking.accept(folder, titipan, WHAT, terbit=tmp_path / "terbit", progress=cancel)
    assert (files(folder), inbox.waiting(folder)) == (before, [titipan])


def test_dropping_leaves_nothing(folder: Path, titipan: Titipan) -> None:
    before = files(folder)
    inbox.drop(titipan)
    assert (files(folder), inbox.waiting(folder)) == (before, [])
    assert [path.name for path in (folder / "masuk").iterdir() if not path.name.endswith(".kunci")] == []


@pytest.mark.parametrize("isi", [b"", b"x" * 11])
def test_an_empty_and_a_huge_file_are_refused_before_anything_is_written(
    folder: Path, isi: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MAKS_BERKAS", 10)
    with pytest.raises(BerkasTidakTerbaca):
        inbox.put(folder, "x.txt", isi, "P")
    assert not (folder / "masuk").exists()


KILL = """
import os, sys
from pathlib import Path
from loaders.masuk import inbox; from loaders.intake import taking
from tests.loaders import mati
from tests.loaders.intake.test_taking import WHAT
folder, terbit, stage = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
mati.at(setattr, stage, lambda: os._exit(9))
(titipan,) = inbox.waiting(folder)
taking.accept(folder, titipan, WHAT, terbit=terbit)
"""


@pytest.mark.parametrize("stage", ["after:register", "after:_check", "before:point", "after:point"])
def test_a_kill_loses_nothing_and_shows_nothing_half(
    folder: Path, titipan: Titipan, tmp_path: Path, stage: str
) -> None:
    terbit = tmp_path / "terbit"
    build(folder, terbit=terbit)
    before, kini = files(folder), (terbit / "kini.json").read_bytes()
    killed = subprocess.run(
        [sys.executable, "-c", KILL, str(folder), str(terbit), stage], cwd=ROOT, capture_output=True, check=False
    )
    assert killed.returncode == 9, killed.stderr.decode()
    said = taking.recover(folder, terbit)
    assert taking.recover(folder, terbit) == []
    if stage in mati.PUBLISHED:
        assert ["sudah masuk" in sentence for sentence in said] == [True]
        assert (inbox.waiting(folder), years(terbit)) == ([], [2020, 2021])
        assert not build(folder, terbit=terbit).dibangun
    else:
        assert (terbit / "kini.json").read_bytes() == kini
        assert [("belum masuk" in sentence) for sentence in said] == [True]
        assert (files(folder), inbox.waiting(folder)) == (before, [titipan])
    assert [path for place in (folder, terbit) for path in place.rglob("*.tmp*")] == []


def test_what_a_person_matched_joins_the_list_and_leaves_it_again_with_the_file(
    folder: Path, titipan: Titipan, tmp_path: Path
) -> None:
    before = files(folder)
    teks = "Persentase ketepatan penyampaian laporan yang belum pernah dinilai"
    row = {"teks": teks, "kode": "PARTISIPASI-PEMILIH", "keyakinan": "pasti", "oleh": "P", "alasan": "uji"}
    known = {**row, "teks": "Jumlah badan adhock yang dipersiapkan dan dibentuk"}
    sasaran = row | {"teks": "Terwujudnya sasaran yang belum pernah dinilai", "kode": "AKUNTABILITAS-KINERJA"}
    same = sasaran | {"teks": "Layanan Perkantoran"}
    decided = Keputusan(WHAT.identitas, None, "P", padanan=[row, known], padanan_sasaran=[sasaran, same])
    rencana = taking.plan(folder, titipan, decided)
    assert (rencana.padanan, rencana.padanan_sasaran) == ([row], [sasaran])

    def fail(sentence: str) -> None:
        raise LoaderError("berhenti")

    with pytest.raises(LoaderError, match="berhenti"):
        taking.accept(folder, titipan, decided, terbit=tmp_path / "terbit", progress=fail)
    assert files(folder) == before
    taking.accept(folder, titipan, decided, terbit=tmp_path / "terbit")
    after = files(folder)
    for name, new in (("padanan", row), ("padanan_sasaran", sasaran)):
        added = after[f"referensi/{name}.csv"].removeprefix(before[f"referensi/{name}.csv"])
        assert added.decode() == f"{','.join(new.values())}\n"
