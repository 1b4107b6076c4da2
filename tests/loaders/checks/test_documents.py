"""On the five documents: every rule examined rows, the known contradictions are found, and noise stays out."""

from __future__ import annotations

import pytest

from loaders.build import build
from loaders.checks.base import DAFTAR
from tests.conftest import FULL_TEXTS, Ask, asker
from tests.loaders import data

NOTHING_TO_EXAMINE = {
    "C03": "scores are named in prose only; the excerpts the project carries have none",
    "A04": "there is realisasi of one year only, and no PK of the year after it",
}
"""rule → why it can examine no row of the five documents, which have realisasi of one year only."""


def test_every_rule_ran_and_says_on_how_many_rows(ask: Ask) -> None:
    rows = {row["kode_aturan"]: row for row in ask("select * from aturan").to_dicts()}
    assert set(rows) == set(DAFTAR)
    idle = {kode for kode, row in rows.items() if row["diperiksa"] == 0}
    assert idle == set(NOTHING_TO_EXAMINE), (
        "aturan tidak memeriksa satu baris pun: perbaiki, atau sebut sebabnya di sini"
    )
    counted = dict(ask("select kode_aturan, count(*) from v_temuan group by all").rows())
    assert {kode: row["temuan"] for kode, row in rows.items() if row["temuan"]} == counted


@pytest.mark.parametrize(
    ("kode", "words"),
    [
        ("T01", "100% di Tabel 4 (baris 499), 80%; 80%; 80%; 80%; 80% di Lampiran 1 (baris 630)"),
        ("T02", "Target Kegiatan 1 (baris 601), 80%; 80%; 90%; 100%; 100% di Target Kegiatan 1 (baris 609)"),
        ("T03", "PK 95% di Perjanjian Kinerja (baris 3475); LK 80 di Bab II Perjanjian Kinerja (baris 1684–1686)"),
        ("T04", "Persentase Partisipasi Pemilih Disabilitas dalam Pemilu/Pemilihan dijanjikan untuk 2024"),
        ("A01", "turun 2021 100% ke 2022 50%"),
        ("A02", "Persentase gangguan keamanan dalam lingkungan KPU Kota Balikpapan"),
        ("A03", "Penurunan jumlah sengketa hukum dalam perkara perselisihan sengketa hukum di Tabel IV.1 (baris 874)"),
        ("S01", "Jumlah badan adhok"),
        ("S03", "70 tanpa satuan untuk 2020"),
        ("S05", "Mendapat nilai minimal B untuk penilaian mandiri RB di Tabel IV.1 (baris 836): ditargetkan 75%"),
        ("S06", "ditargetkan 70% untuk 2020, 80% untuk 2021, 90% untuk 2022"),
        ("U02", "2020: tercetak Rp 2.214.183.000, bagiannya Rp 1.387.083.000"),
        ("U02", "2020: tercetak Rp 4.056.561.000, bagiannya Rp 4.057.077.000"),
        ("U04", "tercetak Rp 41.661.103.000, bagiannya Rp 13.056.986.000"),
        ("U05", "Rp 41.661.103.000 di LK Efisiensi RO (baris 3421), Rp 20.518.557.000 di PK"),
        ("U06", "kalimat (baris 918) menyebut Rp 76.730.991.000, Tabel IV.2 (baris 929) mencetak Rp 50.862.585.000"),
        (
            "U08",
            "Rp 2.885.908.000 di PK Anggaran Perjanjian Kinerja (baris 3516), 3 RO-nya di LK Efisiensi RO (baris 3394–",
        ),
        (
            "U08",
            "Rp 17.632.649.000 di PK Anggaran Perjanjian Kinerja (baris 3518), 32 RO-nya di LK Efisiensi RO (baris 31",
        ),
        ("N02", "23,368,000, 10,004,000 (baris 502, 503)"),
        ("N04", "realisasi Rp 2.680.536.126 melebihi pagu Rp 2.638.483.000 (101,59%)"),
        ("N05", "realisasi nol, tercetak 78,33%"),
        ("N06", "tercetak 99,42%, Rp 41.552.911.818 dari Rp 41.661.103.000 adalah 99,74%"),
        ("N08", "menyebut realisasi 98,68%, Kinerja dan Anggaran Sasaran 4 memberi 98,93%"),
        ("C01", "100 terhadap 95 adalah 105,26, tercetak 105; cocok hanya bila realisasi/target, dibulatkan"),
        (
            "C02",
            "realisasi 85 di Bab III Capaian Kinerja (baris 1811–1812), 90 di Kinerja dan Anggaran",
        ),
        ("B01", "tercetak 2 kali di RKT Program dan Kegiatan (baris 515 dan 516)"),
        ("B02", "Tabel 2.1 dipakai untuk dua tabel"),
        ("B06", "Mahkamah Konstitusi» dan «Persentase sengketa hukum yang dimenangkan"),
    ],
)
def test_a_known_contradiction_is_found(ask: Ask, kode: str, words: str) -> None:
    sentences = [row["uraian"] for row in ask("select * from v_temuan").to_dicts() if row["kode_aturan"] == kode]
    assert any(words in sentence for sentence in sentences), sentences


def test_twenty_of_thirty_five_printed_percentages_are_wrong(ask: Ask) -> None:
    rows = ask(
        "select distinct baris from v_temuan where kode_aturan in ('N05', 'N06') and baris between 3145 and 3420"
    )
    assert rows.height == 20


def test_both_places_of_a_finding_are_printed_lines(ask: Ask) -> None:
    lost = ask("""
        select t.kode_temuan from v_temuan t
        where t.baris is not null
        and not exists (select 1 from v_baris b where b.berkas = t.berkas and b.baris = t.baris)
        and not exists (
            select 1 from kalimat k join dokumen using (dokumen_id) where berkas = t.berkas and k.baris = t.baris)
        or t.baris_lain is not null
        and not exists (select 1 from v_baris b where b.berkas = t.berkas_lain and b.baris = t.baris_lain)
    """)
    assert lost.is_empty()


def test_codes_of_findings_do_not_depend_on_their_number(ask: Ask) -> None:
    codes = ask("select kode_temuan from v_temuan")["kode_temuan"].to_list()
    assert len(codes) == len(set(codes))
    assert all(code.partition("-")[0] in DAFTAR for code in codes)


def test_prose_of_the_full_texts_is_held_against_its_tables(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not FULL_TEXTS.is_dir():
        pytest.skip("the full texts are not beside the project")
    folder = data.copy(tmp_path_factory.mktemp("prosa") / "data")
    data.replace(folder, lambda name, _: (FULL_TEXTS / name).read_text(encoding="utf-8"))
    ask_full = asker(build(folder, terbit=folder / "terbit").berkas)
    found = dict(ask_full("select uraian, kode_aturan from v_temuan where kode_aturan in ('C03', 'N08')").rows())
    assert any("nilai 71,2 disebut B, menurut skala BB" in sentence for sentence in found), found
    assert any("94,91%" in sentence for sentence in found), found
