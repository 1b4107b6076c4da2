"""For every rule: a planted contradiction is found, with its figures in the sentence, and its clean twin is not."""

from __future__ import annotations

import pytest

from loaders.checks.base import DAFTAR, Data
from loaders.checks.runner import run
from tests.loaders.checks.dunia import capaian, data, pagu, series, target

LK = {"jenis_dokumen": "LK", "dokumen_id": 2, "tabel": "Bab III", "baris": 20, "indikator_id": 2}
TREE = {"tabel": "Tabel 5", "kegiatan": "Kegiatan A", "program": "Program A"}
PARENT = pagu(**TREE, pagu=1000)
PART = pagu(**TREE, tingkat="sasaran", uraian="Output", mata_anggaran_id=2, baris=51)
PROGRAM = pagu(tingkat="program", kegiatan=None, uraian="Program A", mata_anggaran_id=3, baris=49)
TOTAL = pagu(tingkat="total", program=None, kegiatan=None, uraian="TOTAL", mata_anggaran_id=4, baris=60)
RO = pagu(tingkat="ro", tahun=2024, pagu=1_000_000, realisasi=985_000.0, persen_tercetak=98.5, efisiensi_tercetak=1.5)

# rule → (planted, clean, words of the sentence)
CASES: dict[str, tuple[Data, Data, str]] = {
    "T01": (
        data([*series([90, 90]), *series([90, 80], tabel="Lampiran 1", baris=30, indikator_id=2)]),
        data([*series([90, 90]), *series([90, 90], tabel="Lampiran 1", baris=30, indikator_id=2)]),
        "2021: 90% di Tabel 1 (baris 10), 80% di Lampiran 1 (baris 30)",
    ),
    "T02": (
        data([*series([90]), *series([85], baris=30, indikator_id=2)]),
        data([*series([90]), *series([90], baris=30, indikator_id=2)]),
        "90% di Tabel 1 (baris 10), 85% di Tabel 1 (baris 30)",
    ),
    "T03": (
        data([target(jenis_dokumen="PK"), target(**LK, nilai=80.0)]),
        data([target(jenis_dokumen="PK"), target(**LK)]),
        "PK 90% di Tabel 1 (baris 10); LK 80% di Bab III (baris 20)",
    ),
    "T04": (
        data([target(jenis_dokumen="PK")], [capaian(**LK, indikator="Jumlah dokumen")]),
        data([target(jenis_dokumen="PK")], [capaian(**LK)]),
        "tidak dilaporkan di LK",
    ),
    "T05": (
        data([target(jenis_dokumen="PK")], [capaian(**LK, indikator="Jumlah dokumen")]),
        data([target(jenis_dokumen="PK")], [capaian(**LK)]),
        "Jumlah dokumen dilaporkan untuk 2020",
    ),
    "T06": (
        data([target(), target(tabel="Tabel 9", indikator_id=2, baris=33, sasaran="Meningkatnya kapasitas pegawai")]),
        data([target(), target(tabel="Tabel 9", indikator_id=2, baris=33, sasaran="TERWUJUDNYA  layanan")]),
        "«Terwujudnya layanan» di Tabel 1 (baris 10), «Meningkatnya kapasitas pegawai»",
    ),
    "T07": (
        data([target(), target(tabel="Tabel 9", indikator_id=2, baris=33, sasaran="Terwujudnya layanann")]),
        data([target(), target(tabel="Tabel 9", indikator_id=2, baris=33)]),
        "dengan bunyi sasaran",
    ),
    "A01": (data(series([90, 80, 95])), data(series([80, 90, 90])), "turun 2020 90% ke 2021 80%"),
    "A02": (
        data(series([100], indikator="Persentase gangguan keamanan")),
        data(series([100], indikator="Persentase gangguan keamanan yang ditanggulangi")),
        "ditargetkan 100% untuk 2020",
    ),
    "S01": (
        data(series([100, 100], indikator="Jumlah badan adhok")),
        data(series([7, 7], "Kecamatan", indikator="Jumlah badan adhok")),
        "tercetak 100% untuk 2020 dan 2021",
    ),
    "S02": (
        data([*series([2], "Lap"), target(tahun=2021, nilai=3.0, satuan="Dok")]),
        data([*series([2], "Lap"), target(tahun=2021, nilai=3.0, satuan="lap")]),
        "2 Lap pada 2020, 3 Dok pada 2021",
    ),
    "S03": (
        data([target(nilai=70.0, satuan=None), target(tahun=2021, nilai=70.0)]),
        data([target(nilai=70.0), target(tahun=2021, nilai=70.0)]),
        "70 tanpa satuan untuk 2020, padahal 70% pada 2021",
    ),
    "S04": (
        data([target(), target(kode_satker="6471", satker="KPU Kota B", dokumen_id=2, indikator_id=2, satuan="Kali")]),
        data([target(), target(kode_satker="6471", satker="KPU Kota B", dokumen_id=2, indikator_id=2)]),
        "KPU Kota A memakai % (baris 10), KPU Kota B memakai Kali",
    ),
    "U01": (
        data(money=[pagu(pagu=400), pagu(tahun=2021, pagu=500), pagu(tahun=None, pagu=1000)]),
        data(money=[pagu(pagu=500), pagu(tahun=2021, pagu=500), pagu(tahun=None, pagu=1000)]),
        "tercetak Rp 1.000, tahunnya berjumlah Rp 900",
    ),
    "U02": (
        data(money=[PARENT, PART | {"pagu": 900}]),
        data(money=[PARENT, PART | {"pagu": 1000}]),
        "2020: tercetak Rp 1.000, bagiannya Rp 900",
    ),
    "U03": (
        data(money=[PROGRAM, PARENT | {"pagu": 700}]),
        data(money=[PROGRAM, PARENT]),
        "Program A di Tabel 5 (baris 49): 2020: tercetak Rp 1.000, bagiannya Rp 700",
    ),
    "U04": (
        data(money=[TOTAL | {"pagu": 1500}, PROGRAM]),
        data(money=[TOTAL | {"pagu": 1000}, PROGRAM]),
        "TOTAL di Tabel 5 (baris 60): 2020: tercetak Rp 1.500, bagiannya Rp 1.000",
    ),
    "U05": (
        data(money=[TOTAL, TOTAL | {"tabel": "PK", "mata_anggaran_id": 9, "baris": 99, "pagu": 2000, "dokumen_id": 2}]),
        data(money=[TOTAL, TOTAL | {"tabel": "PK", "mata_anggaran_id": 9, "baris": 99, "dokumen_id": 2}]),
        "Rp 1.000 di Renstra Tabel 5 (baris 60), Rp 2.000",
    ),
    "U06": (
        data(money=[PROGRAM | {"tahun": None, "pagu": 900}], sentences=[{"baris": 9}]),
        data(money=[PROGRAM | {"tahun": None, "pagu": 1000}], sentences=[{"baris": 9}]),
        "kalimat (baris 9) menyebut Rp 1.000, Tabel 5 (baris 49) mencetak Rp 900",
    ),
    "U07": (
        data(
            series([0, 50], kegiatan="Kegiatan A"),
            money=[PART | {"uraian": "Terwujudnya layanan", "pagu": 5, "tahun": 2020}],
        ),
        data(
            series([50], kegiatan="Kegiatan A"),
            money=[PART | {"uraian": "Terwujudnya layanan", "pagu": 5, "tahun": 2020}],
        ),
        "uang tanpa target pada 2020",
    ),
    "N01": (
        data(money=[pagu(pagu=None, keadaan="rusak", pagu_teks="4.056.561.00")]),
        data(money=[pagu()]),
        "2020: 4.056.561.00",
    ),
    "N02": (
        data(money=[pagu(pagu_teks="23,368,000"), pagu(pagu_teks="2.357.012.000", mata_anggaran_id=2, baris=51)]),
        data(money=[pagu(pagu_teks="23.368.000"), pagu(pagu_teks="2.357.012.000", mata_anggaran_id=2, baris=51)]),
        "23,368,000 (baris 50) di antara 2.357.012.000",
    ),
    "N03": (
        data(money=[pagu(pagu=27_889_000), pagu(pagu=27_889_000, uraian="B", mata_anggaran_id=2, baris=51)]),
        data(money=[pagu(pagu=27_885_000), pagu(pagu=27_885_000, uraian="B", mata_anggaran_id=2, baris=51)]),
        "Rp 27.889.000 untuk Kegiatan A",
    ),
    "N04": (
        data(money=[RO | {"realisasi": 1_010_000.0, "persen_tercetak": 101.0, "efisiensi_tercetak": -1.0}]),
        data(money=[RO]),
        "realisasi Rp 1.010.000 melebihi pagu Rp 1.000.000 (101%)",
    ),
    "N05": (
        data(money=[RO | {"realisasi": 0.0}]),
        data(money=[RO | {"realisasi": 0.0, "persen_tercetak": 0.0, "efisiensi_tercetak": 100.0}]),
        "realisasi nol, tercetak 98,5%",
    ),
    "N06": (
        data(money=[RO | {"persen_tercetak": 99.0, "efisiensi_tercetak": 1.0}]),
        data(money=[RO]),
        "tercetak 99%, Rp 985.000 dari Rp 1.000.000 adalah 98,5%",
    ),
    "N07": (data(money=[RO | {"efisiensi_tercetak": 2.5}]), data(money=[RO]), "100 − 98,5 = 1,5"),
    "N08": (
        data(money=[RO], sentences=[{"jenis": "klaim_serapan", "nilai": 98.68}]),
        data(money=[RO], sentences=[{"jenis": "klaim_serapan", "nilai": 98.5}]),
        "Kalimat (baris 90) menyebut realisasi 98,68%, Tabel 5 memberi 98,5%",
    ),
    "C01": (
        data(reached=[capaian(realisasi=81.0, capaian_tercetak=95.0)]),
        data(reached=[capaian(realisasi=81.0, capaian_tercetak=90.0)]),
        "81 terhadap 90 adalah 90, tercetak 95; tidak ada rumus",
    ),
    "C04": (
        data(reached=[capaian(target=50.0, realisasi=80.0)]),
        data(
            reached=[
                capaian(target=50.0, realisasi=75.0),
                capaian(indikator="Jumlah sengketa", target=2.0, realisasi=4.0),
            ]
        ),
        "target 50, realisasi 80 (160%) di Tabel 1 (baris 10)",
    ),
    "C02": (
        data(
            reached=[
                capaian(),
                capaian(tabel="Sasaran 4", baris=22, indikator_id=2, realisasi=85.0, capaian_tercetak=94.4),
            ]
        ),
        data(reached=[capaian(), capaian(tabel="Sasaran 4", baris=22, indikator_id=2)]),
        "realisasi 90 di Tabel 1 (baris 10), 85 di Sasaran 4 (baris 22)",
    ),
    "C03": (
        data(sentences=[{"jenis": "skor", "uraian": "B", "nilai": 71.2}]),
        data(sentences=[{"jenis": "skor", "uraian": "BB", "nilai": 80.0}]),
        "nilai 71,2 disebut B, menurut skala BB",
    ),
    "B01": (
        data([target(), target(baris=11, indikator_id=2)]),
        data([target(), target(baris=11, indikator_id=2, indikator="Jumlah X", satuan="Kali")]),
        "tercetak 2 kali di Tabel 1 (baris 10 dan 11)",
    ),
    "B02": (
        data(
            tables=[{"judul": "Tabel 2.1 IKU"}, {"judul": "Tabel 2.1 IKU Sekretariat", "tabel": "Tabel B", "baris": 44}]
        ),
        data(
            tables=[{"judul": "Tabel 2.1 IKU"}, {"judul": "Tabel 2.2 IKU Sekretariat", "tabel": "Tabel B", "baris": 44}]
        ),
        "Tabel 2.1 dipakai untuk dua tabel",
    ),
    "B03": (data(tables=[{"isi": 0}]), data(tables=[{}]), "Tabel 1 (baris 5–40) hanya punya kepala tabel"),
    "B04": (
        data([target(nilai=None, keadaan="kosong", satuan=None)]),
        data([target()]),
        "2020 kosong",
    ),
    "B05": (data([target(indikator="Persentase laporan tepat waktu dan")]), data([target()]), "terputus"),
    "B06": (
        data(
            [target(indikator="Penurunan jumlah sengketa ke Mahkamah Konstitusi akhir Persentase sengketa dimenangkan")]
        ),
        data([target(indikator="Persentase Nilai Evaluasi Kinerja")]),
        "tercetak sebagai satu indikator",
    ),
    "B07": (
        data([target()], about={1: {"catatan_baca": "sel_bergeser"}}),
        data([target()]),
        "1 dari 1 baris bergeser",
    ),
    "B08": (data([target(keadaan="dikoreksi")]), data([target()]), "1 baris memakai koreksi orang"),
    "K01": (
        data([target()]),
        data([target(jenis_dokumen=jenis, indikator_id=i) for i, jenis in enumerate(("Renstra", "RKT", "PK", "LK"))]),
        "KPU Kota A: RKT untuk 2020 tidak ada di kumpulan dokumen ini",
    ),
    "K02": (
        data([target(nilai=None, satuan=None, keadaan="tidak_ditargetkan")]),
        data([target()]),
        "dari 1 indikator, tanpa target 1 pada 2020",
    ),
}


def sentences(facts: Data, kode: str) -> list[str]:
    return [temuan.uraian for temuan in DAFTAR[kode].periksa(facts).temuan]


def test_every_rule_has_a_case_and_no_case_is_left_over() -> None:
    new = set(DAFTAR) - set(CASES)
    assert not new, (
        f"aturan {new} belum punya pertentangan yang ditanam dan kembarannya yang bersih: tambahkan di CASES"
    )
    assert set(CASES) == set(DAFTAR), f"tidak ada lagi: {set(CASES) - set(DAFTAR)}"


@pytest.mark.parametrize("kode", CASES)
def test_a_planted_contradiction_is_found_and_counted(kode: str) -> None:
    planted, _, words = CASES[kode]
    found = sentences(planted, kode)
    assert any(words in sentence for sentence in found), found
    assert all(sentence.endswith(".") for sentence in found)
    assert DAFTAR[kode].periksa(planted).diperiksa > 0


@pytest.mark.parametrize("kode", CASES)
def test_the_clean_twin_is_not_accused(kode: str) -> None:
    assert sentences(CASES[kode][1], kode) == []


def test_all_rules_run_on_empty_facts() -> None:
    assert {rule.kode for rule, _ in run(data())} == set(DAFTAR)


@pytest.mark.parametrize("kode", DAFTAR)
def test_a_rule_explains_itself(kode: str) -> None:
    rule = DAFTAR[kode]
    for text in (rule.kalimat, rule.penting, rule.toleransi):
        assert text.endswith(".")
        assert len(text) > 20
    assert rule.nama
    assert rule.sumber
    assert rule.tanda in "ABCD"
    assert rule.keparahan in ("kritis", "peringatan", "catatan")


def test_no_report_is_asked_for_of_a_year_that_has_not_ended():
    """2021 is owed too, but the newest document is a plan of 2020: RKT and PK of 2020 are missing, no LK at all."""
    found = {temuan.uraian for temuan in DAFTAR["K01"].periksa(data([target()])).temuan}
    assert found == {f"KPU Kota A: {jenis} untuk 2020 tidak ada di kumpulan dokumen ini." for jenis in ("RKT", "PK")}


@pytest.mark.parametrize(("first", "second"), [("lap", "Laporan"), ("draft", "rancangan"), ("kasus", "Perkara")])
def test_units_of_one_meaning_are_one_unit(first, second):
    """The same series with an abbreviation in one year, and at another satker."""
    own = series([1, 1], first)
    own[1] |= {"satuan": second}
    assert DAFTAR["S02"].periksa(data(own)).temuan == []
    other = [row | {"kode_satker": "3572", "satker": "KPU Kota B", "satuan": second} for row in series([1], first)]
    assert DAFTAR["S03"].periksa(data(series([1], first) + other)).temuan == []
