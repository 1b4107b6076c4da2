"""A printed unit names its divisi whatever its word order; several are all kept; a subbagian by its list and years."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.errors import DaftarSalah
from loaders.matching import divisi
from loaders.matching.divisi import DIVISI, named
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("unit", "first_words"),
    [
        ("Divisi Keuangan, Umum, Rumah Tangga dan Logistik. Dan Sub Bagian Keuangan, Umum dan Logistik", ["Keuangan"]),
        ("Divisi Perencanaan, Data, dan Informasi", ["Perencanaan"]),
        ("Sub Bagian Program dan Data", ["Perencanaan"]),
        ("Sub Bagian Teknis dan Hupmas", ["Teknis", "Sosialisasi"]),
        ("Teknis dan Hupmas", ["Teknis", "Sosialisasi"]),
        ("Divisi Teknis Penyelenggaraan, dan Sub Bagian Teknis", ["Teknis"]),
        ("Kasubbag Hukum, Subbag. Program dan Data", ["Perencanaan", "Hukum"]),
        ("Subbagian Hukum dan Teknis Penyelenggaraan Pemilu", ["Teknis", "Hukum"]),
        ("Sub-Bagian Perencanaan, Data dan Informasi serta Divisi Hukum", ["Perencanaan", "Hukum"]),
        ("Subbagian Hubungan Masyarakat dan Sumber Daya Manusia", ["Sosialisasi"]),
        (
            "Divisi Teknis Penyelenggaraan, Divisi Hukum dan Pengawasan, dan Divisi Perencanaan, Data dan Informasi,",
            ["Teknis", "Perencanaan", "Hukum"],
        ),
        ("Subbagian Hukum, Keuangan dan Olahraga", []),
        ("Sekretariat", []),
        ("", []),
        (None, []),
    ],
)
def test_units_name_their_divisi(unit: str | None, first_words: list[str]) -> None:
    assert [divisi.split()[0].strip(",") for divisi in named(unit)] == first_words


def test_a_divisi_that_only_a_subbagian_stands_for_says_so() -> None:
    both = "Divisi Hukum dan Pengawasan, Subbagian Hukum dan Subbagian Teknis"
    assert named(both) == {"Teknis Penyelenggaraan": "lewat_subbagian", "Hukum dan Pengawasan": "tertulis"}


def test_the_five_divisi_are_those_of_the_reference_list() -> None:
    with (ROOT / "data" / "referensi" / "divisi.csv").open(encoding="utf-8", newline="") as file:
        assert {row["divisi"] for row in csv.DictReader(file) if "kabkota" in row["tingkat"]} == set(DIVISI)


PUSAT = "Perencanaan, Keuangan, Umum, Rumah Tangga dan Logistik"


@pytest.mark.parametrize(
    ("unit", "tingkat", "names"),
    [
        ("Divisi Perencanaan dan Logistik", "provinsi", ["Perencanaan dan Logistik"]),
        ("Divisi Data dan Informasi, Divisi Hukum", "provinsi", ["Hukum dan Pengawasan", "Data dan Informasi"]),
        ("Divisi Perencanaan, Data dan Informasi", "provinsi", ["Perencanaan, Data dan Informasi"]),
        ("Divisi Rumah Tangga, Umum dan Keuangan", "provinsi", ["Keuangan, Umum dan Rumah Tangga"]),
        (f"Divisi {PUSAT}", "kpu_ri", [PUSAT]),
        ("Divisi Hukum", "kpu_ri", ["Hukum dan Pengawasan"]),
        ("Divisi Data dan Informasi", "kabkota", []),
        ("Divisi Keuangan", "kabkota", ["Keuangan, Umum, Logistik dan Rumah Tangga"]),
    ],
)
def test_a_unit_is_a_divisi_of_its_level(unit: str, tingkat: str, names: list[str]) -> None:
    assert list(named(unit, (), tingkat)) == names


@pytest.mark.parametrize(("kode", "level"), [("00", "kpu_ri"), ("35", "provinsi"), ("3572", "kabkota")])
def test_the_level_of_a_satker(kode: str, level: str) -> None:
    assert divisi.tingkat(kode) == level


def test_every_subbagian_serves_a_divisi_there_is_and_all_five_are_served() -> None:
    assert {row.divisi for row in divisi.daftar()} == set(DIVISI)


def written(folder: Path, *rows: str) -> Path:
    path = folder / "subbagian.csv"
    path.write_text("\n".join([",".join(divisi.KOLOM), *rows]), encoding="utf-8")
    return path


def test_a_name_belongs_to_years_and_a_blank_end_is_open(tmp_path, monkeypatch) -> None:
    rows = divisi.read(
        written(tmp_path, "Hukum,,2020,Hukum dan Pengawasan,contoh", "Hukum,2021,,Teknis Penyelenggaraan,contoh")
    )
    monkeypatch.setattr(divisi, "daftar", lambda: rows)
    assert named("Subbagian Hukum", {2019}) == {"Hukum dan Pengawasan": "lewat_subbagian"}
    assert named("Subbagian Hukum", {2024}) == {"Teknis Penyelenggaraan": "lewat_subbagian"}
    assert set(named("Subbagian Hukum", {2020, 2021})) == set(named("Subbagian Hukum"))
    assert len(named("Subbagian Hukum")) == 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Hukum,,,,contoh", "kolom divisi kosong"),
        ("Hukum,dua,,Hukum dan Pengawasan,contoh", "tulis seperti 2021"),
        ("Hukum,2022,2021,Hukum dan Pengawasan,contoh", "tahun_awal 2022 sesudah tahun_akhir 2021"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path, row: str, sentence: str) -> None:
    with pytest.raises(DaftarSalah, match=rf"subbagian\.csv baris 2 salah: .*{sentence}"):
        divisi.read(written(tmp_path, row))
