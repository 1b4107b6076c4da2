"""A document of a part of a year: registered with its periode, asked for by --periode, never a version of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.cli import add as adding
from loaders.cli.commands import run
from loaders.errors import DaftarSalah, LoaderError
from loaders.intake import Identitas, Keputusan, plan
from loaders.intake.previews import similar
from loaders.masuk import inbox, steps
from loaders.readers.text import read
from loaders.register import manifest
from tests.loaders import data
from tests.loaders.intake.test_taking import next_year

JENIS = "Laporan Triwulan"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data with the RKT of one satker only, and a reader for reports of quarters."""
    target = data.copy(tmp_path / "data", "serang")
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    for module in (manifest, adding):
        monkeypatch.setattr(module, "DIBACA", (*manifest.DIBACA, JENIS))
    return target


def report(folder: Path, *periodes: str, **fields: str) -> list[dict[str, str]]:
    """Register a report of the same year for each of these parts of it; returns the rows of the register."""
    rows = data.manifest(folder)
    path = folder / "dokumen" / rows[0]["file"]
    for periode in periodes:
        copy = path.with_name(f"laporan-{periode or 'tahun'}{len(rows)}.txt")
        copy.write_bytes(path.read_bytes() + f"{len(rows)}\n".encode())
        named = {"file": f"{path.parent.name}/{copy.name}", "sha256": manifest.sha256(copy), "jenis_dokumen": JENIS}
        rows.append(rows[0] | named | {"periode": periode} | fields)
    data.write_manifest(folder, [row | {"periode": row.get("periode", "")} for row in rows])
    return rows


def test_a_register_without_the_column_is_one_of_whole_years(folder: Path) -> None:
    before = (folder / "dokumen" / "manifest.csv").read_bytes()
    assert b"periode" not in before
    (only,) = manifest.load(folder / "dokumen").semua
    assert (only.periode, only.konteks.masa) == (None, 2020)
    manifest.register(folder / "dokumen", data.manifest(folder)[0] | {"sha256": "0" * 64, "periode": ""})
    manifest.withdraw(folder / "dokumen", "0" * 64)
    assert (folder / "dokumen" / "manifest.csv").read_bytes() == before


def test_each_quarter_is_a_document_of_its_own_and_keeps_its_periode_when_the_register_changes(folder: Path) -> None:
    report(folder, "TW2", "TW1")
    manifest.choose(folder / "dokumen", data.manifest(folder)[0]["sha256"])
    found = [d for d in manifest.load(folder / "dokumen").dokumen if d.jenis == JENIS]
    assert [(d.periode, str(d.konteks.masa)) for d in found] == [("TW1", "2020 TW1"), ("TW2", "2020 TW2")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"periode": "TW5"}, "periode «TW5» tidak dikenal; yang ada TW1, TW2"),
        ({"jenis_dokumen": "RKT"}, "RKT selalu setahun penuh; hanya Laporan Triwulan dan Realisasi Anggaran"),
        ({"tahun_akhir": "2021"}, "hanya untuk satu tahun, bukan 2020–2021"),
    ],
)
def test_a_periode_the_document_cannot_have_stops_the_build_with_its_line(
    folder: Path, fields: dict[str, str], said: str
) -> None:
    report(folder, "TW1", **fields)
    with pytest.raises(DaftarSalah, match=rf"baris 3 salah: .*{said}"):
        manifest.load(folder / "dokumen")


@pytest.mark.parametrize("other", ["TW2", ""])
def test_the_report_of_a_quarter_replaces_none_of_another_time(folder: Path, other: str) -> None:
    rows = report(folder, "TW1")
    report(folder, other, menggantikan=rows[-1]["sha256"])
    with pytest.raises(DaftarSalah, match=r"menggantikan .* padahal periodenya berbeda"):
        manifest.load(folder / "dokumen")


def test_a_new_report_is_likened_to_those_of_its_own_quarter(folder: Path, tmp_path: Path) -> None:
    rows = report(folder, "TW1", "TW2")
    lembar = read(folder / "dokumen" / rows[0]["file"])
    for periode, number in (("TW1", 1), ("TW2", 2)):
        what = Identitas("3673", JENIS, 2020, 2020, periode=periode)
        found = similar(folder, lembar, what, tmp_path / "terbit", keep=False)
        assert [s.dokumen.path.name for s in found] == [Path(rows[number]["file"]).name]
    assert similar(folder, lembar, Identitas("3673", JENIS, 2020, 2020), tmp_path / "terbit", keep=False) == []


def test_add_takes_the_periode_that_is_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "laporan.txt"
    path.write_bytes(next_year())
    said = ["add", str(path), "--jenis", JENIS, "--tahun", "2021", "--periode"]
    assert run([*said, "TW9"]) == 1
    assert "Periode «TW9» tidak dikenal" in capsys.readouterr().err
    assert run([*said[:2], "--periode", "TW1"]) == 1
    assert "RKT selalu setahun penuh" in capsys.readouterr().err
    assert len(data.manifest(folder)) == 1
    assert run([*said, "TW1"]) == 0
    shown = capsys.readouterr().out
    assert f"{JENIS} 2021 TW1, satker 3673" in shown
    assert "Masuk sebagai laporan-triwulan-kpu-kota-serang-2021-tw1.txt." in shown
    assert [row["periode"] for row in data.manifest(folder)] == ["", "TW1"]


def test_what_is_written_of_it_is_taken_back_whole(folder: Path) -> None:
    before = (folder / "dokumen" / "manifest.csv").read_bytes()
    titipan = inbox.put(folder, "laporan.txt", next_year(), "Siti")
    rencana = plan(folder, titipan, Keputusan(Identitas("3673", JENIS, 2021, 2021, periode="TW1"), None, "Siti"))
    for step in steps.STEPS:
        step(folder, rencana, titipan.path)
    assert not steps.taken_up(folder, rencana)
    steps.undo(folder, rencana)
    assert (folder / "dokumen" / "manifest.csv").read_bytes() == before


def test_a_page_cannot_plan_a_periode_either(folder: Path) -> None:
    titipan = inbox.put(folder, "rkt.txt", next_year(), "Siti")
    with pytest.raises(LoaderError, match=r"^RKT selalu setahun penuh"):
        plan(folder, titipan, Keputusan(Identitas("3673", "RKT", 2021, 2021, periode="TW1"), None, "Siti"))
