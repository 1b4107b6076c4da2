"""A damaged register or list is said with line and advice, leaves nothing behind, and all that needs it not goes on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import build as building
from loaders.cli.commands import run
from loaders.errors import DaftarSalah, IsianSalah
from loaders.files import read_rows, write_rows
from loaders.intake import taking
from loaders.intake.taking import Identitas, Keputusan
from loaders.koreksi import ledger
from loaders.masuk import inbox, journal, steps
from loaders.register import manifest
from loaders.register.lists import references
from loaders.register.manifest import KOLOM_MANIFEST
from tests.conftest import ROOT
from tests.loaders import data
from tests.loaders.intake.test_taking import files, next_year


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = data.copy(tmp_path / "data")
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    return target


@pytest.fixture
def rkt(tmp_path: Path) -> Path:
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    return path


def register(folder: Path) -> Path:
    return folder / "dokumen" / "manifest.csv"


def listed(folder: Path) -> list[dict[str, str]]:
    return read_rows(register(folder), KOLOM_MANIFEST)


def changed(folder: Path, **fields: str) -> None:
    """Change fields of the first document."""
    rows = listed(folder)
    rows[0] |= fields
    write_rows(register(folder), KOLOM_MANIFEST, rows)


def comma(folder: Path) -> None:
    lines = register(folder).read_text(encoding="utf-8").splitlines()
    register(folder).write_text("\n".join([lines[0], lines[1] + ",", *lines[2:]]) + "\n", encoding="utf-8")


def short(folder: Path) -> None:
    lines = register(folder).read_text(encoding="utf-8").splitlines()
    register(folder).write_text("\n".join([lines[0], lines[1][:-1], *lines[2:]]) + "\n", encoding="utf-8")


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a comma too many": (comma, "baris 2 salah: berisi 12 isian padahal kolomnya 11; kelebihan koma"),
    "a cell too few": (short, "baris 2 salah: berisi 10 isian padahal kolomnya 11; kekurangan koma"),
    "an unknown satker": (lambda f: changed(f, kode_satker="9999"), "kode_satker «9999» tidak ada di satker.csv"),
    "a zero eaten": (lambda f: changed(f, kode_satker="0"), "mungkin «00» yang nolnya dihapus Excel"),
    "no year": (lambda f: changed(f, tahun_awal="20"), "tahun «20» bukan empat angka"),
    "a day of two meanings": (lambda f: changed(f, tanggal="08/09/2020"), "dapat berarti 2020-09-08 atau 2020-08-09"),
    "a rounded fingerprint": (lambda f: changed(f, sha256="5E+12"), r"isi .* berubah"),
}


@pytest.mark.parametrize(("damage", "words"), DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_register_stops_the_build_with_its_line(
    folder: Path, damage: Callable[[Path], None], words: str
) -> None:
    damage(folder)
    with pytest.raises(DaftarSalah, match=words):
        manifest.load(folder / "dokumen")


def test_an_add_that_fails_leaves_nothing(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comma(folder)
    before = files(folder)
    assert run(["add", str(rkt)]) == 1
    assert "manifest.csv baris 2 salah: berisi 12 isian" in capsys.readouterr().err
    assert (files(folder), inbox.waiting(folder)) == (before, [])


def test_a_register_damaged_while_a_file_is_taken_in_leaves_no_orphan(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titipan = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")

    def correct(*_: object) -> None:
        comma(folder)

    monkeypatch.setattr(steps, "STEPS", (steps.copy, correct, *steps.STEPS[2:]))
    with pytest.raises(DaftarSalah, match="baris 2"):
        taking.accept(folder, titipan, Keputusan(Identitas("3673", "RKT", 2021, 2021), None, "Siti"))
    assert not [name for name in files(folder) if "2021" in name and name.startswith("dokumen/3673")]
    assert inbox.waiting(folder) == [titipan]


def test_while_the_register_is_damaged_all_that_needs_no_figures_goes_on(
    folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(folder, kode_satker="9999", tanggal="kemarin")
    assert run(["build"]) == 1
    assert "manifest.csv baris 2" in capsys.readouterr().err
    titipan = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")
    assert inbox.waiting(folder) == [titipan]
    inbox.drop(titipan)
    building.prune(folder, folder / "terbit")
    assert run(["check", str(rkt)]) == run(["add", str(rkt)]) == 1
    said = capsys.readouterr().out
    assert "Sebagai dokumen baru: 66 bertambah" in said
    assert "Belum dapat dimasukkan: Daftar manifest.csv baris 2 salah" in said
    assert manifest.registered(folder / "dokumen", listed(folder)[1]["sha256"]) is not None


def test_a_field_no_csv_reader_takes_is_named_and_the_build_goes_on(folder: Path) -> None:
    changed(folder, sumber="n" * 140_000)
    found = manifest.load(folder / "dokumen")
    assert found.terdaftar == 5
    assert any("manifest.csv baris 2, isian sumber: panjangnya 140.000 huruf" in note for note in found.catatan)
    manifest.choose(folder / "dokumen", found.semua[0].sha256)
    row = listed(folder)[1] | {"sha256": "0" * 64}
    with pytest.raises(IsianSalah, match="sumber"):
        manifest.register(folder / "dokumen", row | {"sumber": "n" * 140_000})
    manifest.register(folder / "dokumen", row)
    manifest.withdraw(folder / "dokumen", "0" * 64)
    assert len(listed(folder)[0]["sumber"]) == 140_000


@pytest.mark.parametrize(
    "decided",
    [
        Keputusan(Identitas("3673", "RKT", 2021, 2021, nomor="1" * 140_000), None, "Siti"),
        Keputusan(Identitas("3673", "RKT", 2021, 2021, nomor="1\n2"), None, "Siti"),
        Keputusan(Identitas("3673", "RKT", 2021, 2021), None, "S" * 140_000),
        Keputusan(Identitas("3673", "RKT", 2021, 2021), None, "S", padanan=[dict.fromkeys(
            ("teks", "kode", "keyakinan", "oleh", "alasan"), "a" * 140_000)]),
    ],
)  # fmt: skip
def test_nothing_typed_beyond_its_bounds_is_taken_in(folder: Path, decided: Keputusan) -> None:
    titipan = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")
    before = files(folder)
    with pytest.raises(IsianSalah):
        taking.accept(folder, titipan, decided)
    assert (files(folder), inbox.waiting(folder)) == (before, [titipan])


def as_excel(path: Path, separator: str, coding: str) -> None:
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    with path.open("w", encoding=coding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(list(rows))


@pytest.mark.parametrize(("separator", "coding"), [(";", "utf-8-sig"), ("\t", "utf-16")])
def test_lists_that_excel_saved_say_the_same(folder: Path, separator: str, coding: str) -> None:
    before = manifest.load(folder / "dokumen")
    for path in [*folder.glob("*/*.csv")]:
        as_excel(path, separator, coding)
    text = folder / "referensi" / "kosakata.txt"
    text.write_text(text.read_text(encoding="utf-8"), encoding="utf-16")
    assert manifest.load(folder / "dokumen") == before
    ours, theirs = references(ROOT / "data" / "referensi"), references(folder / "referensi")
    assert all(ours[name].equals(theirs[name]) for name in ours)
    for path in (ROOT / "data" / "koreksi").glob("*.csv"):
        assert ledger.read(folder / "koreksi" / path.name) == ledger.read(path)
    changed(folder, dipakai="")
    assert register(folder).read_bytes() == register(ROOT / "data").read_bytes()


def test_a_day_that_excel_rewrote_is_the_same_day(folder: Path) -> None:
    before = manifest.load(folder / "dokumen")
    assert listed(folder)[0]["tanggal"] == "2020-08-28"
    changed(folder, tanggal="28/08/2020")
    assert manifest.load(folder / "dokumen") == before


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (
            "satker.csv",
            "\n00,",
            "\n0,",
            r"satker\.csv baris 2 .*kode_satker berisi «0», seharusnya dua atau",
        ),
        ("satker.csv", "\n11,", "\n00,", "baris 3 .*sudah ada pada baris 2"),
        ("program.csv", "076.01.01", "76.01.01", "seharusnya seperti 076.01.WA"),
        ("kegiatan.csv", "3355,", "03-Mei,", "kode_kegiatan"),
        ("indikator_baku.csv", ",maksimal,", ",naik,", "polaritas"),
        ("divisi.csv", "Teknis Penyelenggaraan", "Teknis", "yang tidak ada di divisi.csv"),
        ("padanan.csv", ",pasti,Tim Selaras,", ",pasti,,", "kolom oleh kosong"),
    ],
)
def test_a_list_with_what_cannot_be_right_is_named_with_its_line(
    folder: Path, name: str, old: str, new: str, words: str
) -> None:
    path = folder / "referensi" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DaftarSalah, match=words):
        references(folder / "referensi")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("satu,kolom,a,b,c,d,2026-01-01", "baris «satu» bukan bilangan"),
        ("7,kolom,a," + "b" * 140_000 + ",c,d,2026-01-01", "nilai_baru .*140.000 huruf"),
        ("7,kolom,a,b,c,d,01/02/2026", "dapat berarti"),
        ("7,kolom,a,b,c,d,2026-01-01,", "berisi 8 isian"),
    ],
)
def test_a_damaged_correction_is_named_with_its_line(tmp_path: Path, row: str, words: str) -> None:
    path = tmp_path / "rkt.csv"
    path.write_text(",".join(ledger.KOLOM_KOREKSI) + "\n" + row + "\n", encoding="utf-8")
    found, (wrong,) = ledger.read(path)
    assert (found, wrong.baris) == ([], 2)
    assert re.search(words, str(wrong))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"berkas": "x"}', '{"berkas": "../../x", "baris": {}, "koreksi": [], '
                                  '"padanan": []}'])  # fmt: skip
def test_a_damaged_journal_is_set_aside_and_the_file_can_be_taken_in_again(folder: Path, text: str) -> None:
    titipan = inbox.put(folder, "RKT 2021.txt", next_year(), "Siti")
    (folder / "masuk" / journal.JURNAL).write_text(text, encoding="utf-8")
    before = files(folder)
    assert taking.recover(folder) == []
    (sentence,) = inbox.set_aside(folder)
    assert "memasukkan berkas yang terputus tidak dapat dibaca" in sentence
    assert (files(folder), inbox.waiting(folder)) == (before, [titipan])
    assert not (folder / "masuk" / journal.JURNAL).exists()
