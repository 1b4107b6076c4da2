"""A correction is guarded by its old text, never passed over, shows on the number,
and what lacks one stays in karantina.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loaders.build import build
from loaders.cli import commands
from loaders.errors import KoreksiSalah
from loaders.koreksi import Koreksi, ledger
from loaders.read import parse
from loaders.readers import Baris, Lembar
from loaders.records import MataAnggaran, Tabel
from loaders.register import references
from tests.conftest import ROOT, Ask, asker
from tests.loaders import data
from tests.loaders.families.pages_of_cells import HALAMAN, lembar
from tests.loaders.families.test_cells_koreksi import corrections

LISTS = references(ROOT / "data" / "referensi")
UNKNOWN = "renstra-entah"
HEAD = "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal\n"


def with_corrections(tmp_path: Path, name: str, text: str) -> Path:
    folder = data.copy(tmp_path / "data", name if name != UNKNOWN else "rkt")
    (folder / "koreksi" / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def views(folder: Path) -> Ask:
    return asker(build(folder, terbit=folder / "terbit").berkas)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("440,indikator,teks yang tidak ada,Nilai,alasan,Tim,2026-01-01\n", "tidak lagi ada"),
        ("440,pagu,Nilai,5,alasan,Tim,2026-01-01\n", "tidak ada isian"),
        ("7,indikator,RENCANA,Nilai,alasan,Tim,2026-01-01\n", "tidak termasuk tabel"),
        ("99999,indikator,x,Nilai,alasan,Tim,2026-01-01\n", "hanya punya"),
        ("440,target,B,BB,alasan,Tim,2026-01-01\n", "sebutkan tahunnya"),
        ("440,target:2021,B,sembilan,alasan,Tim,2026-01-01\n", "tidak dapat dibaca"),
        ("440,target:2021,B,BB,,Tim,2026-01-01\n", "alasan kosong"),
        ("440,target:2021,B,BB,alasan,Tim,kemarin\n", "tidak sah"),
        ("440,target:2021,B,BB,a,Tim,2026-01-01\n440,target:2021,B,CC,a,Tim,2026-01-01\n", "dua koreksi"),
    ],
)
def test_a_correction_that_cannot_be_used_stops_the_build(tmp_path: Path, rows: str, reason: str) -> None:
    folder = with_corrections(tmp_path, "renstra-kpu-kota-pangkalpinang-2020-2024", HEAD + rows)
    with pytest.raises(KoreksiSalah, match=reason):
        build(folder, terbit=folder / "terbit")


@pytest.mark.parametrize(
    ("kolom", "wrong", "right"),
    [("kode_program", "999.99.ZZ", "ZZ"), ("kode_kegiatan", "335", "3355"), ("kode_kro", "eba", "EBA")],
)
def test_a_code_that_is_none_is_refused_with_an_example(kolom: str, wrong: str, right: str) -> None:
    lembar = Lembar("x.txt", (Baris(1, "lama"),))
    table = Tabel("T", "", "", "LK", nasib={1: "dimuat"}, anggaran=[MataAnggaran(1, 1, "program", "x")])
    good = Koreksi("x.csv", 1, kolom, "lama", right, "alasan", "Tim", date(2026, 1, 1))
    (error,) = ledger.attempt([table], lembar, [replace(good, nilai_baru=wrong)])
    assert "bukan kode anggaran KPU; yang dikenal seperti" in str(error)
    assert getattr(table.anggaran[0], kolom) is None
    assert ledger.attempt([table], lembar, [good]) == []
    assert getattr(table.anggaran[0], kolom).endswith(right)


def test_a_correction_without_a_document_stops_the_build(tmp_path: Path) -> None:
    folder = with_corrections(tmp_path, UNKNOWN, HEAD)
    with pytest.raises(KoreksiSalah, match="tidak ada dokumen terdaftar"):
        build(folder, terbit=folder / "terbit")


def test_a_correction_of_one_year_shows_on_that_number_only(tmp_path: Path) -> None:
    row = "440,target:2021,B,BB,alasan,Tim,2026-01-01\n"
    ask = views(with_corrections(tmp_path, "renstra-kpu-kota-pangkalpinang-2020-2024", HEAD + row))
    rows = ask("select tahun, nilai_teks, nilai_ordinal, keadaan from v_target where tabel = 'Tabel 2' and baris = 440")
    assert rows.filter(rows["keadaan"] == "dikoreksi").rows() == [(2021, "B", "BB", "dikoreksi")]
    assert rows.filter(rows["keadaan"] == "ada").height == 4


def test_a_person_s_words_mark_the_whole_row(ask: Ask) -> None:
    rows = ask("select keadaan, count(*) from v_target where tabel = 'Perjanjian Kinerja' group by all").rows()
    assert rows == [("dikoreksi", 15)]
    destroyed = ask("select nilai_teks, nilai, satuan from v_target where baris in (3483, 3493) order by baris").rows()
    assert destroyed == [("909", 90.0, "%"), ("104", 1.0, "%")]


@pytest.mark.parametrize(
    ("halaman", "kolom", "lost"),
    [
        ("rkt", "target", 1),
        ("pk", "indikator", 1),
        ("pk", "sasaran", 2),
        ("efisiensi", "kegiatan", 1),
        ("lk", "realisasi", 1),
    ],
)
def test_without_its_correction_a_row_is_quarantined_not_guessed(halaman: str, kolom: str, lost: int) -> None:
    text, konteks = HALAMAN[halaman]
    page = lembar(text)
    scanned = replace(page, baris=tuple(replace(line, ocr=True) for line in page.baris))

    def corrected(keep: Callable[[Koreksi], bool]) -> list[Tabel]:
        tables = parse(scanned, konteks, LISTS)
        found = [koreksi for koreksi in corrections(scanned, tables) if keep(koreksi)]
        assert ledger.attempt(tables, scanned, found) == []
        return tables

    made = [k for k in corrections(scanned, parse(scanned, konteks, LISTS)) if k.nama_kolom == kolom]
    left = min(made, key=lambda koreksi: koreksi.baris)
    whole, less = corrected(lambda _: True), corrected(lambda koreksi: koreksi != left)
    assert not any(table.keraguan for table in whole)
    assert _loaded(whole) - _loaded(less) == lost
    waiting = [k for table in less for k in table.keraguan]
    below = [k.alasan for k in waiting if k.kolom == "induk"]
    assert len(below) == (lost - 1 if kolom == "sasaran" else 0)
    assert all(f"Sasaran baris ini ada pada baris {left.baris}" in alasan for alasan in below)
    assert [(k.baris, k.kolom) for k in waiting if k.kolom != "induk"] == [(left.baris, left.kolom)]
    assert all(table.nasib[k.baris] == "dikarantina" for table in less for k in table.keraguan)


def _loaded(tables: list[Tabel]) -> int:
    """The number of printed rows of which something is loaded."""
    return sum(len({record.baris for record in (*table.indikator, *table.anggaran)}) for table in tables)


def test_an_absent_file_is_no_corrections(tmp_path: Path) -> None:
    assert ledger.read(tmp_path / "tidak-ada.csv") == ([], [])


def test_every_correction_says_why_who_and_when() -> None:
    for path in (ROOT / "data" / "koreksi").glob("*.csv"):
        found, wrong = ledger.read(path)
        assert found and not wrong
        assert all(len(k.alasan) > 20 and k.oleh and k.tanggal for k in found)


def test_check_lists_every_correction_that_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = """440,indikator,bukan teks baris ini,Nilai,alasan,Tim,2026-01-01
440,pagu,Nilai,5,alasan,Tim,2026-01-01
442,target:2022,"77,50%",78%,alasan,Tim,2026-01-01
442,target:2022,"77,50%",79%,alasan,Tim,2026-01-01
443,target:2022,77%,,alasan,Tim,2026-01-01
"""
    folder = with_corrections(tmp_path, "renstra-kpu-kota-pangkalpinang-2020-2024", HEAD + rows)
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    assert commands.run(["check", str(next((folder / "dokumen").rglob("*pangkalpinang*.txt")))]) == 1
    printed = capsys.readouterr().out
    for words in (
        "basi: teks lama",
        "tidak terpakai: tidak ada isian",
        "bentrok: ada dua koreksi",
        "nilai_baru kosong",
    ):
        assert words in printed
    assert "1 nilai dikoreksi: baris 442" in printed
    assert "tidak ada yang ditambahkan" in printed
    assert "1 koreksi dipakai, 4 tidak dapat dipakai." in printed
