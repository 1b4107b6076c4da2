"""The lists of the folder that is worked on are in force, in values, families, readers and the workbook."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import reference
from loaders.build import read_document
from loaders.families.cells.money import is_program
from loaders.lembar_kerja.writer.style import choices
from loaders.matching.divisi import named
from loaders.register.lists import references
from loaders.register.manifest import Dokumen
from loaders.sandbox import limited
from loaders.values import Ambigu, parse_nilai
from loaders.values.names import clean
from loaders.values.satuan import parse_unit
from tests.conftest import ROOT

NEW = {
    "satuan.csv": "butir,cacah,contoh,\n",
    "kosakata.txt": "perbutiran\n",
    "program.csv": "076.01.ZZ,Program Penataan Butir,,,contoh\n",
    "divisi.csv": "ARSIP,Kearsipan,kabkota,contoh\n",
    "subbagian.csv": "Penyimpanan Naskah,,,Kearsipan,contoh\n",
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A copy of the lists, each with one row more."""
    shutil.copytree(ROOT / "data" / "referensi", tmp_path / "referensi")
    for name, row in NEW.items():
        with (tmp_path / "referensi" / name).open("a", encoding="utf-8") as file:
            file.write(row)
    return tmp_path


def known() -> list[bool]:
    """What of the new rows has effect, in the order of NEW; the divisi in the workbook and in a printed unit."""
    return [
        parse_unit("Butir") is not None,
        clean("per butiran") == "perbutiran",
        is_program("Penataan Butir"),
        "Kearsipan" in choices()["daftar_divisi"],
        list(named("Divisi Kearsipan")) == ["Kearsipan"],
        list(named("Subbagian Penyimpanan Naskah")) == ["Kearsipan"],
        "butir" in choices()["daftar_satuan"],
    ]


def test_the_lists_of_the_folder_that_is_worked_on_are_in_force(elsewhere: Path) -> None:
    assert not any(known())
    with reference.of_folder(elsewhere):
        assert all(known())
    assert not any(known())


def test_the_lists_of_the_setting_are_in_force_and_read_again_when_they_change(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(elsewhere))
    assert all(known())
    shutil.copy(ROOT / "data" / "referensi" / "satuan.csv", elsewhere / "referensi" / "satuan.csv")
    assert parse_unit("butir") is None


def test_an_unknown_unit_is_said_with_the_place_of_the_list_in_force(elsewhere: Path) -> None:
    with pytest.raises(Ambigu, match=r"«kodi» belum ada di data/referensi/satuan\.csv$"):
        parse_nilai("7 kodi")
    with reference.of_folder(elsewhere), pytest.raises(Ambigu, match=rf"di {elsewhere}/referensi/satuan\.csv$"):
        parse_nilai("7 kodi")


def test_within_one_piece_of_work_no_list_changes(elsewhere: Path) -> None:
    with reference.of_folder(elsewhere):
        assert parse_unit("butir")
        (elsewhere / "referensi" / "satuan.csv").write_text("satuan,jenis,sumber\nkali,cacah,x\n", encoding="utf-8")
        with reference.of_folder(elsewhere):
            assert parse_unit("butir")
    with reference.of_folder(elsewhere):
        assert parse_unit("butir") is None


def test_work_on_a_folder_is_done_with_its_lists(elsewhere: Path) -> None:
    @reference.of_data
    def work(_what: str, data: Path | None = None) -> bool:
        return parse_unit("butir") is not None

    assert (work("x", elsewhere), work("x", data=elsewhere), work("x")) == (True, True, False)


def test_the_reading_process_has_the_lists_too(elsewhere: Path, tmp_path: Path) -> None:
    with reference.of_folder(elsewhere):
        environment = limited._environment(tmp_path)
    code = "from loaders.values.satuan import parse_unit; print(parse_unit('butir'))"
    asked = [sys.executable, "-P", "-c", code]
    done = subprocess.run(asked, env=environment, cwd="/", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "('butir', False)"


SERANG = ROOT / "data" / "dokumen" / "3673-kota-serang" / "rkt-kpu-kota-serang-2020.txt"


def test_a_row_with_a_new_unit_loads_from_the_folder_that_knows_it(elsewhere: Path, tmp_path: Path) -> None:
    path = tmp_path / "rkt.txt"
    path.write_text(SERANG.read_text(encoding="utf-8").replace("12 Laporan", "12 Butir"), encoding="utf-8")
    row = Dokumen(path, "3673", "RKT", 2020, 2020, None, None, "contoh", "0" * 64)

    def loaded(data: Path) -> set[str | None]:
        tables = read_document(row, data, tmp_path, references(data / "referensi")).bacaan.tabel
        return {value.satuan for table in tables for record in table.indikator for value in record.target.values()}

    assert "Butir" in loaded(elsewhere)
    assert "Butir" not in loaded(ROOT / "data")
