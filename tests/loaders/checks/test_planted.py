"""For every rule: a planted contradiction is found, with its figures in the sentence, and its clean twin is not."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from loaders.checks.base import DAFTAR, Data
from loaders.checks.runner import run
from tests.loaders.checks.dunia import Row, capaian, data, pagu, series, target

LK = {"jenis_dokumen": "LK", "dokumen_id": 2, "tabel": "Bab III", "baris": 20, "indikator_id": 2}
TREE = {"tabel": "Tabel 5", "kegiatan": "Kegiatan A", "program": "Program A"}
PARENT = pagu(**TREE, pagu=1000)
PART = pagu(**TREE, tingkat="sasaran", uraian="Output", mata_anggaran_id=2, baris=51)
PROGRAM = pagu(tingkat="program", kegiatan=None, uraian="Program A", mata_anggaran_id=3, baris=49)
TOTAL = pagu(tingkat="total", program=None, kegiatan=None, uraian="TOTAL", mata_anggaran_id=4, baris=60)
DECLINE = {"indikator": "Penurunan jumlah sengketa hukum", "polaritas": "minimal"}
ITSELF = {"indikator": "Persentase satker KPU Kota A yang mempunyai Rumah Pintar Pemilu"}
SURE = {"kode_baku": "LAYANAN", "indikator_baku": "Persentase layanan", "keyakinan": "pasti", "polaritas": "maksimal"}
LOWER: Row = SURE | {
    "tingkat": "kegiatan",
    "indikator": "Persentase layanan di KPU Kota A",
    "tabel": "Tabel 4",
    "baris": 30,
}
MET = capaian(**(LK | SURE), realisasi=96.0)
OF_PK = pagu(jenis_dokumen="PK", tingkat="program", kegiatan=None, uraian="Program A", pagu=900)
OF_LK = pagu(jenis_dokumen="LK", dokumen_id=2, tabel="Efisiensi RO", tingkat="ro", uraian="RO 1", baris=70, pagu=400)
BOTH_RO = [OF_LK | {"mata_anggaran_id": 8}, OF_LK | {"mata_anggaran_id": 9, "baris": 71, "pagu": 500}]
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
    "T08": (
        data([*series([90, 90], **SURE), *series([90, 80], **LOWER, indikator_id=2)]),
        data([*series([90, 90], **SURE), *series([90, 90], **LOWER, indikator_id=2)]),
        "Persentase layanan 2021: 90% di tingkat program Tabel 1 (baris 10) «Persentase layanan tepat waktu», 80% di "
        "tingkat kegiatan Tabel 4 (baris 30) «Persentase layanan di KPU Kota A»",
    ),
    "A04": (
        data([target(**SURE, jenis_dokumen="PK", tahun=2021, nilai=80.0)], [MET]),
        data([target(**SURE, jenis_dokumen="PK", tahun=2021, nilai=90.0)], [MET]),
        "target 2020 90, realisasi 96 di Bab III (baris 20); target 2021 menjadi 80 di PK Tabel 1 (baris 10)",
    ),
    "A01": (data(series([90, 80, 95])), data(series([80, 90, 90])), "turun 2020 90% ke 2021 80%"),
    "A02": (
        data(series([100], indikator="Persentase gangguan keamanan")),
        data(series([100], indikator="Persentase gangguan keamanan yang ditanggulangi")),
        "ditargetkan 100% untuk 2020",
    ),
    "A03": (
        data(series([2, 3, 4], "perkara", **DECLINE)),
        data(series([5, 3, 2], "perkara", **DECLINE)),
        "berbunyi penurunan, tetapi targetnya naik dari 2 perkara pada 2020 ke 4 perkara pada 2022",
    ),
    "S05": (
        data(series([95, 98], indikator="Persentase Nilai Evaluasi atas Akuntabilitas Kinerja KPU")),
        data([target(indikator="Nilai Evaluasi atas Akuntabilitas Kinerja KPU", nilai=None, nilai_ordinal="BB")]),
        "ditargetkan 95% untuk 2020, 98% untuk 2021",
    ),
    "S06": (
        data(series([85, 85, 95, 100], **ITSELF)),
        data(series([0, 100, 100, 100], **ITSELF)),
        "ditargetkan 85% untuk 2020 dan 2021, 95% untuk 2022",
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
    "U08": (
        data(money=[OF_PK | {"pagu": 1000}, *BOTH_RO]),
        data(money=[OF_PK, *BOTH_RO]),
        "Program A 2020: Rp 1.000 di PK Tabel 5 (baris 50), 2 RO-nya di LK Efisiensi RO (baris 70–71) berjumlah Rp 900",
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


@pytest.mark.parametrize(
    ("words", "values", "unit", "polaritas", "keparahan"),
    [
        ("Penurunan jumlah sengketa hukum", [0, 0], "perkara", "minimal", [None]),
        ("Menurunnya jumlah sengketa hukum", [1, 0], "perkara", None, ["catatan"]),
        ("Berkurangnya temuan pemeriksaan", [2, 3], "temuan", None, [None]),
        ("Persentase penurunan nilai temuan", [0, 30], "%", "maksimal", [None]),
        ("Persentase penurunan nilai temuan", [30, 40], "%", "maksimal", []),
        ("Penurunan nilai temuan", [30, 40], "%", None, []),
        ("Penurunan jumlah temuan yang dicapai", [3, 4], "temuan", "maksimal", []),
        ("Jumlah sengketa hukum", [0, 1], "perkara", "minimal", []),
    ],
)
def test_a_decline_must_decline(words, values, unit, polaritas, keparahan):
    """A share of decline may rise; a number that falls to 0 reads as what remains."""
    facts = data(series(values, unit, indikator=words, polaritas=polaritas))
    assert [temuan.keparahan for temuan in DAFTAR["A03"].periksa(facts).temuan] == keparahan


@pytest.mark.parametrize("words", ["Menurunnya jumlah kasus", "Berkurangnya jumlah kasus"])
def test_a_decline_that_declines_goes_its_way(words):
    assert DAFTAR["A01"].periksa(data(series([5, 3], "kasus", indikator=words))).temuan == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Nilai SAKIP", True),
        ("Opini BPK atas Laporan Keuangan", True),
        ("Predikat Reformasi Birokrasi", True),
        ("Presentase nilai evaluasi atas pelaksanaan Reformasi Birokrasi", True),
        ("Mendapat nilai minimal B untuk penilaian mandiri RB", True),
        ("Persentase KPU Kota A yang mendapatkan nilai akuntabilitas kinerja minimal B", False),
        ("Persentase penurunan nilai temuan", False),
        ("Persentase nilai BMN yang diserahterimakan", False),
        ("Nilai Keterbukaan Informasi Publik", False),
    ],
)
def test_a_grade_is_known_by_its_words(words, wrong):
    assert bool(DAFTAR["S05"].periksa(data(series([90], indikator=words))).temuan) is wrong


@pytest.mark.parametrize(
    ("words", "level", "wrong"),
    [
        ("Persentase satker yang tepat waktu", "kabkota", True),
        ("Persentase satker yang tepat waktu", "provinsi", False),
        ("Persentase satker KPU Kota A yang tepat waktu", "provinsi", False),
        ("Persentase satuan kerja di lingkungan Komisi Pemilihan Umum  Kota A yang tepat waktu", "kabkota", True),
        ("Prosentase KPU Kota A yang tepat waktu", "provinsi", True),
        ("Persentase KPU Kota B yang tepat waktu", "kabkota", False),
        ("Persentase KPU Kota A, PPK dan PPS yang tepat waktu", "kabkota", False),
        ("Persentase keberhasilan KPU Kota A yang tepat waktu", "kabkota", False),
        ("Persentase yang tepat waktu", "kabkota", False),
    ],
)
def test_only_the_one_office_itself_is_one(words, level, wrong):
    facts = data(series([90], indikator=words, tingkat_satker=level))
    assert bool(DAFTAR["S06"].periksa(facts).temuan) is wrong


def weighed(*money, versi=1):
    facts = data(money=money)
    facts = replace(facts, dokumen=facts.dokumen.with_columns(versi=versi, jenis_dokumen=pl.lit("PK")))
    return [temuan.keparahan for temuan in DAFTAR["U08"].periksa(facts).temuan]


def test_a_pagu_that_is_already_revised_weighs_more_and_rounding_nothing():
    far = OF_PK | {"pagu": 1000}
    assert weighed(far, *BOTH_RO) == [None]
    assert weighed(far, *BOTH_RO, versi=2) == ["kritis"]
    assert weighed(far | {"versi_pagu": "revisi 1"}, *BOTH_RO) == ["kritis"]
    assert weighed(OF_PK | {"pagu": 904}, *BOTH_RO) == []


def test_a_program_is_held_against_one_whole_table_of_its_year():
    """Not the sekretariat's part, not another year, not RO in two tables, nor one that cannot be read."""
    far = OF_PK | {"pagu": 1000}
    first, second = BOTH_RO
    assert weighed(far | {"unit": "sekretariat"}, *BOTH_RO) == []
    assert weighed(far | {"tahun": 2021}, *BOTH_RO) == []
    assert weighed(far, first, second | {"tabel": "Efisiensi RO 2"}) == []
    assert weighed(far, first, second | {"pagu": None, "keadaan": "rusak"}) == []
    assert weighed(far, far | {"tabel": "Lampiran", "mata_anggaran_id": 7, "baris": 80}, *BOTH_RO) == [None]


def compared(*rows):
    return len(DAFTAR["T08"].periksa(data(rows)).temuan)


def test_levels_are_compared_in_one_document_and_only_where_words_are_surely_one_measure():
    """Words that are the very same belong to T01; two rows of one level, of two documents, or a proposal to none."""
    above, below = target(**SURE), target(**LOWER, indikator_id=2, nilai=80.0)
    assert compared(above, below) == 1
    assert compared(above, below | {"kunci_bunyi": above["kunci_bunyi"]}) == 0
    assert compared(above, below | {"tingkat": "program"}) == 0
    assert compared(above, below | {"dokumen_id": 2}) == 0
    assert compared(above, below | {"keyakinan": "mungkin"}) == 0
    beside = below | {"indikator_id": 3, "kunci_bunyi": "lain", "nilai": 90.0}
    assert compared(above, below, beside) == 1
    twin = above | {"indikator_id": 3, "tingkat": "kegiatan", "nilai": 80.0}
    assert compared(above, twin, below | {"tingkat": "program", "nilai": 90.0}) == 1


def eased(met, *targets):
    promised = [target(**(SURE | {"jenis_dokumen": "PK", "tahun": 2021} | one)) for one in targets]
    return len(DAFTAR["A04"].periksa(data(promised, [met])).temuan)


def test_only_a_promise_that_was_kept_and_then_made_easier_is_asked_about():
    """Not one that was missed, moved a little, a number of things, surely no measure, nor of a later year."""
    assert eased(MET, {"nilai": 80.0}) == 1
    assert eased(MET | {"realisasi": 85.0}, {"nilai": 80.0}) == 0
    assert eased(MET, {"nilai": 85.5}) == 0
    assert eased(MET, {"nilai": 80.0, "satuan": "kali"}) == 0
    assert eased(MET, {"nilai": 80.0, "keyakinan": "mungkin"}) == 0
    assert eased(MET, {"nilai": 80.0, "tahun": 2022}) == 0
    assert eased(MET, {"nilai": 80.0, "jenis_dokumen": "RKT"}) == 0


def test_a_lower_is_better_promise_is_eased_upwards_and_a_disputed_old_one_is_left_to_t03():
    few = {"polaritas": "minimal"}
    assert eased(MET | few | {"target": 10.0, "realisasi": 8.0}, few | {"nilai": 12.0}) == 1
    assert eased(MET | few | {"target": 10.0, "realisasi": 8.0}, few | {"nilai": 8.0}) == 0
    assert eased(MET, {"nilai": 80.0}, {"tahun": 2020, "nilai": 75.0}) == 0
    assert eased(MET, {"nilai": 80.0}, {"tahun": 2020, "nilai": 90.0}) == 1
