"""Figures of parts of years, versions of a pagu and ranges go the way of all others: corrected, compared, published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders import columns
from loaders.errors import KoreksiSalah
from loaders.koreksi import Koreksi, current, ledger
from loaders.proof import Dikenal, figures, formulas, hold
from loaders.publish.frames import _tabel
from loaders.publish.rows import Acuan, Isi
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Capaian, Indikator, Keraguan, MataAnggaran, Nasib, RealisasiAnggaran, Tabel
from loaders.register import diff, references
from loaders.values import Kapan, Masa, Nilai, Uang
from tests.conftest import ROOT

TW = [Masa(2025, f"TW{n}") for n in range(1, 5)]
LEMBAR = Lembar("x.txt", (Baris(1, "Jumlah laporan\t1\t2\t3\t4"), Baris(2, "Layanan\t10\t20\t30")))


def table() -> Tabel:
    """An indikator with a target each quarter and a realisasi in the first, and money in versions."""
    targets = {masa: Nilai(str(n), float(n), satuan="laporan") for n, masa in enumerate(TW, 1)}
    indikator = Indikator(1, 1, "kegiatan", "Jumlah laporan", target={**targets})
    indikator.capaian[TW[0]] = Capaian(Nilai("1", 1.0, satuan="laporan"))
    money = MataAnggaran(2, 2, "ro", "Layanan", kode_ro="001")
    for n, versi in enumerate(("awal", "revisi 1", "revisi 2"), 1):
        money.pagu[Masa(2025, versi=versi)] = Uang(f"{n}0", n * 10)
    money.realisasi[TW[0]] = RealisasiAnggaran(Uang("5", 5))
    nasib: dict[int, Nasib] = dict.fromkeys((1, 2), "dimuat")
    return Tabel("T", "T", "t", "RKT", tahun=tuple(TW), indikator=[indikator], anggaran=[money], nasib=nasib)


def correct(tabel: Tabel, kolom: str, value: str = "9", baris: int = 1) -> str:
    """Correct a column; returns what is wrong with the correction."""
    koreksi = Koreksi("x.csv", baris, kolom, "2", value, "tercetak lain", "Siti", date(2026, 1, 1))
    return " ".join(map(str, ledger.attempt([tabel], LEMBAR, [koreksi])))


def test_a_correction_names_the_quarter_and_sets_it_alone() -> None:
    tabel = table()
    assert correct(tabel, "target:2025 TW2") == ""
    (record,) = tabel.indikator
    assert {str(masa): (value.nilai, value.keadaan) for masa, value in record.target.items()} == {
        "2025 TW1": (1, "ada"), "2025 TW2": (9, "dikoreksi"), "2025 TW3": (3, "ada"), "2025 TW4": (4, "ada"),
    }  # fmt: skip
    assert record.kolom_dikoreksi == ["target:2025 TW2"]


@pytest.mark.parametrize(
    ("kolom", "said"),
    [
        ("target", "sebutkan tahunnya, misalnya «target:2025 TW1»"),
        ("target:2025", "tidak memuat 2025; sebutkan «target:2025 TW1», «target:2025 TW2»"),
        ("target:2025 S1", "tidak memuat 2025 S1"),
        ("target:TW1", "misalnya «target:2025 TW1»"),
        ("target:2025 tw1", "misalnya «target:2025 TW1»"),
        ("target:jumlah", "selalu milik satu tahun"),
        ("target:2024 revisi 1", "misalnya «target:2025 TW1»"),
    ],
)
def test_a_correction_that_does_not_say_which_quarter_is_refused(kolom: str, said: str) -> None:
    tabel = table()
    assert said in correct(tabel, kolom)
    assert tabel.indikator[0].target.keys() == set(TW)


def test_a_quarter_in_doubt_waits_and_its_correction_lets_it_in() -> None:
    tabel = table()
    doubt = Keraguan(1, "target:2025 TW3", "ragu", "Tidak terbaca.")
    tabel.keraguan.append(doubt)
    assert current.proposal(tabel, doubt) == "3"
    assert correct(tabel, "target:2025 TW2") == ""
    assert tabel.indikator == []
    tabel = table()
    tabel.keraguan.append(doubt)
    assert correct(tabel, "target:2025 TW3") == ""
    assert (len(tabel.indikator), tabel.keraguan) == (1, [])


def test_one_version_of_a_pagu_is_corrected_by_its_name() -> None:
    tabel = table()
    tabel.tahun = tuple(tabel.anggaran[0].tahun)
    assert correct(tabel, "pagu:2025 revisi 1", "77", 2) == ""
    assert [money.rupiah for money in tabel.anggaran[0].pagu.values()] == [10, 77, 30]


def test_the_list_of_columns_walks_the_quarters_in_order() -> None:
    record = table().indikator[0]
    record.target = dict(reversed(record.target.items())) | {2025: Nilai("10", 10.0)}
    seen = [(column.name, str(masa), value.teks) for column, masa, value in columns.values(record, by_year=True)]
    assert seen == [
        ("target", "2025", "10"), *(("target", f"2025 TW{n}", str(n)) for n in range(1, 5)),
        ("realisasi", "2025 TW1", "1"),
    ]  # fmt: skip


def test_two_versions_differ_in_the_quarter_that_changed() -> None:
    old, new = table(), table()
    new.indikator[0].target[TW[2]] = Nilai("30", 30.0, satuan="laporan")
    del new.anggaran[0].pagu[Masa(2025, versi="revisi 2")]
    new.indikator[0].target[2025] = Nilai("90–100 %", bawah=90.0, atas=100.0, satuan="%")
    assert [(c.jenis, c.angka.isi, str(c.angka.masa), c.angka.terbaca) for c in diff.compare([old], [new])] == [
        ("bertambah", "target", "2025", "90–100%"), ("berubah", "target", "2025 TW3", "30 laporan"),
        ("hilang", "pagu", "2025 revisi 2", "Rp 30"),
    ]  # fmt: skip


def test_a_range_is_another_when_a_bound_is() -> None:
    old, new = table(), table()
    for tabel, atas in ((old, 95.0), (new, 100.0)):
        tabel.indikator[0].target[TW[0]] = Nilai("90–", bawah=90.0, atas=atas, satuan="%")
    assert [c.jenis for c in diff.compare([old], [new])] == ["berubah"]
    assert diff.compare([old], [old]) == []


def test_every_figure_is_a_row_that_says_when_it_stands_and_the_last_version_is_in_force() -> None:
    isi, tabel = Isi(Acuan.of(references(ROOT / "data" / "referensi"))), table()
    tabel.indikator[0].target[2025] = Nilai("90–100 %", bawah=90.0, atas=100.0, satuan="%")
    tabel.anggaran[0].pagu |= {TW[0]: Uang("7", 7), None: Uang("60", 60)}
    _tabel(isi, 1, 2025, LEMBAR, tabel, {})
    assert [(r["tahun"], r["periode"], r["nilai"], r["nilai_bawah"], r["nilai_atas"]) for r in isi.rows["target"]] == [
        (2025, None, None, 90, 100), *((2025, f"TW{n}", n, None, None) for n in range(1, 5)),
    ]  # fmt: skip
    assert [(r["tahun"], r["periode"], r["versi_pagu"], r["berlaku"], r["pagu"]) for r in isi.rows["pagu"]] == [
        (2025, None, "awal", False, 10), (2025, None, "revisi 1", False, 20), (2025, None, "revisi 2", True, 30),
        (2025, "TW1", None, True, 7), (None, None, None, True, 60),
    ]  # fmt: skip
    for name in ("realisasi", "realisasi_anggaran"):
        assert [(r["tahun"], r["periode"]) for r in isi.rows[name]] == [(2025, "TW1")], name


def test_quarters_and_old_versions_of_a_pagu_are_no_part_of_the_sum_over_all_years() -> None:
    texts = {"2024": "411", "2025 TW1": "137", "2025 awal": "300", "2025 revisi 1": "525", "jumlah": "936"}
    money = MataAnggaran(1, 1, "ro", "Layanan")
    money.pagu = {Masa.parse(when): Uang(text, int(text)) for when, text in texts.items()}
    tabel = Tabel("T", "T", "t", "Renstra", tahun=(2024, 2025), anggaran=[money], nasib={1: "dimuat"})
    (over_years,) = formulas.sums(tabel, figures.figures(tabel))
    assert [angka.kunci[1] for angka in over_years.angka] == ["pagu:2024", "pagu:2025 revisi 1", "pagu:jumlah"]


@pytest.mark.parametrize(
    ("times", "registered", "sure"),
    [(TW, 2025, True), (TW[:1], 2025, False), (TW[1::2], 2025, False), (TW, 2024, False), ([2025], 2025, True),
     ([2024, 2025], 2030, True), ([2024, 2026], 2024, False)],
)  # fmt: skip
def test_in_a_picture_the_quarters_of_a_heading_must_follow_each_other(
    times: list[Kapan], registered: int, sure: bool
) -> None:
    tabel = Tabel("T", "T", "t", "RKT", tahun=tuple(times))
    assert hold._times_are_sure(tabel, Dikenal(tahun=(registered, registered))) is sure


def test_a_file_of_corrections_holds_one_row_for_each_quarter(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    head = "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal"
    rows = [f"1,target:2025 {kolom},2,9,salah baca,Siti,2026-01-01" for kolom in ("TW1", "TW2", "TW2")]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    found, wrong = ledger.read(path)
    assert [str(koreksi.masa) for koreksi in found] == ["2025 TW1", "2025 TW2"]
    assert [type(error) for error in wrong] == [KoreksiSalah]
