"""A table with quarters, from its lines to the published views: by the family that loaders/README.md describes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from loaders.build import build
from loaders.families import registry
from loaders.families.headings.cells import heading
from loaders.intake import Identitas, changes, doubts, tables
from loaders.intake.previews import preview
from loaders.koreksi import Koreksi
from loaders.masuk import inbox
from loaders.publish import Hasil
from loaders.read import document
from loaders.records import Konteks
from loaders.register import manifest
from tests.loaders import data
from tests.loaders.families import triwulan
from tests.loaders.families.pages_of_cells import lembar
from tests.queries.test_periode import answer

PAGE = """
RENCANA AKSI TAHUN 2025
KOMISI PEMILIHAN UMUM KOTA SERANG

No | Sasaran | Indikator Kinerja | Satuan | Target | | |  | Penanggung Jawab
 | | | | TW I | TW II | TW III | TW IV |
1 | Meningkatnya akuntabilitas KPU | Jumlah laporan yang disusun | Laporan | 1 | 2 | 3 | 4 | Subbagian Perencanaan
 | | Persentase tindak lanjut temuan | % | 25 | 50,5 | 75 | 1OO | Subbagian Umum
2 | Terwujudnya pemilu yang demokratis | Jumlah sosialisasi | Kegiatan | - | 2 | - | 5 | Subbagian Teknis
"""
KONTEKS = Konteks("RKT", 2025, 2025)
WRONG = "target:2025 TW4"


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "FAMILIES", (*registry.FAMILIES, triwulan.read))


def correction(kolom: str = WRONG, value: str = "100%") -> Koreksi:
    return Koreksi("x.csv", 7, kolom, "1OO", value, "huruf O tercetak untuk angka nol", "Siti", date(2026, 1, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data with this page registered beside the RKT of the same satker."""
    target = data.copy(tmp_path / "data", "serang")
    (row,) = data.manifest(target)
    path = (target / "dokumen" / row["file"]).with_name("rencana-aksi.txt")
    path.write_text("\n".join(line.teks for line in lembar(PAGE).baris), encoding="utf-8")
    new = {"file": f"{path.parent.name}/{path.name}", "sha256": manifest.sha256(path), "tahun_awal": "2025"}
    data.write_manifest(target, [row, row | new | {"tahun_akhir": "2025"}])
    return target


def test_each_quarter_has_its_target_and_nothing_is_left_over() -> None:
    bacaan = document(lembar(PAGE), KONTEKS, ([correction()], []))
    (tabel,) = bacaan.tabel
    assert [{str(masa): value.teks for masa, value in r.target.items()} for r in tabel.indikator] == [
        {"2025 TW1": "1", "2025 TW2": "2", "2025 TW3": "3", "2025 TW4": "4"},
        {"2025 TW1": "25", "2025 TW2": "50,5", "2025 TW3": "75", "2025 TW4": "1OO"},
        {"2025 TW1": "-", "2025 TW2": "2", "2025 TW3": "-", "2025 TW4": "5"},
    ]
    assert tabel.indikator[0].unit_pelaksana == "Subbagian Perencanaan"
    assert (bacaan.lewat, bacaan.kolom_lewat, bacaan.waspada, bacaan.salah) == ([], [], [], [])


def test_a_quarter_that_cannot_be_read_waits_until_a_person_sets_it() -> None:
    bacaan = document(lembar(PAGE), KONTEKS)
    assert [(w.kolom, w.usulan) for w in bacaan.waspada] == [(WRONG, "")]
    assert len(bacaan.tabel[0].indikator) == 2
    bacaan = document(lembar(PAGE), KONTEKS, ([correction("target")], []))
    assert "sebutkan tahunnya, misalnya «target:2025 TW1»" in str(bacaan.salah[0])


def test_the_database_has_every_quarter_and_no_page_counts_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "koreksi" / "rencana-aksi.csv"
    row = f"7,{WRONG},1OO,100%,huruf O tercetak untuk angka nol,Siti,2026-01-01"
    path.write_text(f"baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal\n{row}\n", encoding="utf-8")
    berkas = build(folder, terbit=tmp_path / "terbit").berkas
    with duckdb.connect(str(berkas), read_only=True) as connection:
        figures = connection.sql("""
            select tahun, periode, nilai, satuan, keadaan, mewakili_tahun from v_target
            where berkas = 'rencana-aksi.txt' order by baris, periode""").fetchall()
        corrected = connection.sql("select kolom from v_koreksi where berkas = 'rencana-aksi.txt'").fetchall()
    assert figures[4:8] == [
        (2025, "TW1", 25, "%", "ada", False), (2025, "TW2", 50.5, "%", "ada", False),
        (2025, "TW3", 75, "%", "ada", False), (2025, "TW4", 100, "%", "dikoreksi", False),
    ]  # fmt: skip
    assert (len(figures), corrected) == (12, [(WRONG,)])
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path / "terbit"))
    assert set(answer("jelajah_target")["tahun"]) == {2020}


def test_the_preview_of_a_new_version_names_the_quarter_that_changed(folder: Path) -> None:
    new = PAGE.replace("| 3 | 4 |", "| 3 | 6 |")
    lama = next(d for d in manifest.load(folder / "dokumen").dokumen if d.tahun_awal == 2025)
    before = Hasil(lama, document(lembar(PAGE), KONTEKS))
    titipan = inbox.put(folder, "baru.txt", new.encode(), "Siti")
    shown = preview(folder, titipan, lembar(new), Identitas("3673", "RKT", 2025, 2025), (), before)
    assert changes(shown, lama=None).select("jenis_perubahan", "isi", "masa", "teks_lama", "teks_baru").rows() == [
        ("berubah", "target", "2025 TW4", "4", "6")
    ]
    assert doubts(shown)["kolom"].to_list() == [WRONG]
    assert tables(shown)["target"].to_list() == [8]


KEPALA = {
    "No | Indikator Kinerja | Target Triwulan I | Target Triwulan II | PJ": ("berkala", ["TW1", "TW2"]),
    "No | Indikator | Target Triwulan | | | \n | | I | II | III | IV": ("berkala", ["TW1", "TW2", "TW3", "TW4"]),
    "No | Indikator | Semester I | | Semester II |\n | | Target | Realisasi | Target | Realisasi": (
        "berkala", ["S1", "S1", "S2", "S2"]),
    "Kode | Uraian | Pagu | Realisasi Anggaran | \n | | | Januari | Feb": ("berkala", ["B01", "B02"]),
    "No | Sasaran | Indikator | Satuan | Target | Target TW I | Target TW II | Target TW III": (
        "janji", ["TW1", "TW2", "TW3"]),
    "No | Sasaran | Indikator | Target | Realisasi s.d. TW II": (None, []),
    "No | Indikator | Target | Realisasi | Capaian": ("capaian", []),
}  # fmt: skip
"""Heading → its kind, the parts of a year of its columns."""


@pytest.mark.parametrize("text", KEPALA)
def test_a_heading_says_of_which_part_of_the_year_its_columns_are(text: str) -> None:
    kepala, (jenis, parts) = heading(lembar(text), 1), KEPALA[text]
    assert (kepala and kepala.jenis, [k.periode for k in kepala.kolom if k.periode] if kepala else []) == (jenis, parts)
    if kepala and jenis == "janji":
        assert [k.peran for k in kepala.kolom if k.periode] == ["lain"] * 3
        assert [k.peran for k in kepala.berkala.kolom if k.periode] == ["target"] * 3


ROLES = {
    "No | Indikator | Target TW I | Realisasi TW I | Capaian (%) | Target TW II | Realisasi TW II | Capaian (%)": (
        "target TW1, realisasi TW1, capaian TW1, target TW2, realisasi TW2, capaian TW2"),
    "No | Indikator | Target | Realisasi TW I | Realisasi TW II | Capaian": (
        "target None, realisasi TW1, realisasi TW2, capaian None"),
    "Kode | Uraian | Pagu | Realisasi TW I | % | Realisasi TW II | %": (
        "pagu None, realisasi_anggaran TW1, persen TW1, realisasi_anggaran TW2, persen TW2"),
    "Kode | Uraian | Pagu S I | Realisasi S I | Pagu Semester I | Realisasi Semester I": (
        "lain None, lain None, pagu S1, realisasi_anggaran S1"),
}  # fmt: skip
"""Heading → the roles of its columns behind the second, each with the part of the year it is of."""


@pytest.mark.parametrize("text", ROLES)
def test_what_a_column_says_only_beside_others_is_of_their_part(text: str) -> None:
    kepala = heading(lembar(text), 1)
    assert kepala is not None
    assert ", ".join(f"{kolom.peran} {kolom.periode}" for kolom in kepala.berkala.kolom[2:]) == ROLES[text]


def test_a_row_numbered_by_a_letter_is_no_part_of_a_heading() -> None:
    kepala = heading(lembar("No | Indikator | Target Triwulan I | Target Triwulan II\nI | Sasaran | |"), 1)
    assert kepala is not None
    assert kepala.baris == (1,)
