"""A transcript gives the tables a person copied, each row guarded by its printed lines; what is not certain stops."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.build import build, version
from loaders.cli import commands
from loaders.errors import TranskripSalah
from loaders.koreksi import ledger
from loaders.lembar_kerja import LEMBAR
from loaders.readers import Baris, Lembar
from loaders.records import Konteks, Tabel
from loaders.transkrip import transcribed
from loaders.transkrip.rows import KOLOM_TABEL, columns
from tests.conftest import Ask
from tests.loaders import data

LINES = (
    "LAPORAN KINERJA TAHUN 2025",
    "Indikator Target Realisasi",
    "Nilai evaluasi BB",
    "akuntabilitas B0 81,2",
    "",
    "Jumlah laporan 4 3 75",
    "Program Pagu Realisasi",
    "1. Dukungan Manajemen 1.500.000,00 1.400.000,0",
    "0 pada 2025",
    "Tanda tangan",
)
KONTEKS = Konteks("LK", 2024, 2025)
WHO = {"Oleh": "Siti", "Tanggal": "2026-12-01"}
KINERJA = WHO | {"Tabel": "Kinerja", "Tingkat": "Sasaran strategis", "Tahun": "2025"}
NILAI = KINERJA | {
    "Baris": "3", "Baris akhir": "4", "Teks tercetak": "Nilai evaluasi BB / akuntabilitas B0 81,2",
    "Indikator": "Nilai evaluasi akuntabilitas", "Target": "BB", "Realisasi": "B", "Realisasi tercetak": "B0",
    "Capaian tercetak (%)": "81,2", "Dikoreksi": "realisasi", "Alasan": "OCR membaca B sebagai B0.",
}  # fmt: skip
LAPORAN = KINERJA | {
    "Baris": "6", "Teks tercetak": "Jumlah laporan 4 3 75", "Indikator": "Jumlah laporan",
    "Sasaran": "Tersusunnya laporan",    "Target": "4", "Realisasi": "3", "Capaian tercetak (%)": "75",
}  # fmt: skip
PAGU = WHO | {
    "Tabel": "Anggaran", "Baris": "8", "Baris akhir": "9", "Tingkat": "Program", "Tahun": "2025",
    "Teks tercetak": "1. Dukungan Manajemen 1.500.000,00 1.400.000,0 / 0 pada 2025", "Uraian": "Dukungan Manajemen",
    "Pagu (Rp)": "1.500.000", "Pagu (Rp) tercetak": "1.500.000,00", "Realisasi (Rp)": "1.400.000",
    "Realisasi (Rp) tercetak": "1.400.000,0 + 0", "Aturan baca": "angka_terpenggal",
    "Alasan": "Nol terakhir terpenggal.",
}  # fmt: skip
TABEL = [
    WHO | {"Tabel": "Kinerja", "Judul": "LAPORAN KINERJA TAHUN 2025", "Baris judul": "1-2"},
    WHO
    | {"Tabel": "Anggaran", "Judul": "Program Pagu", "Jenis dokumen": "PK", "Unit": "Komisioner", "Baris judul": "7"},
]
Berkas = dict[str, list[dict[str, str]]]
BERKAS: Berkas = {"tabel": TABEL, "realisasi": [NILAI, LAPORAN], "anggaran": [PAGU]}


def page(*lines: str) -> Lembar:
    return Lembar("lk.txt", tuple(Baris(nomor, line) for nomor, line in enumerate(lines or LINES, start=1)))


def write(folder: Path, berkas: Berkas) -> Path:
    heads = {sheet.nama.lower(): columns(sheet, (2024, 2025)) for sheet in LEMBAR} | {"tabel": KOLOM_TABEL}
    folder.mkdir()
    for name, rows in berkas.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer: csv.DictWriter[str] = csv.DictWriter(file, heads[name], restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def nothing(_: Lembar) -> list[Tabel]:
    return []


def tables(tmp_path: Path, berkas: Berkas, lembar: Lembar | None = None) -> list[Tabel]:
    found = transcribed(write(tmp_path / "lk", berkas), lembar or page(), KONTEKS, nothing)
    assert ledger.attempt(found, lembar or page(), []) == []
    return found


def test_the_tables_of_a_document_that_no_reader_reads(tmp_path: Path) -> None:
    kinerja, anggaran = tables(tmp_path, BERKAS)
    assert kinerja.nasib == {1: "judul", 2: "judul", 3: "dimuat", 4: "sambungan", 6: "dimuat"}
    assert anggaran.nasib == {7: "judul", 8: "dimuat", 9: "sambungan"}
    assert (kinerja.jenis, kinerja.unit, anggaran.jenis, anggaran.unit) == ("LK", None, "PK", "komisioner")
    nilai, laporan = kinerja.indikator
    assert (nilai.baris, nilai.baris_akhir, laporan.baris_akhir) == (3, 4, 6)
    assert laporan.sasaran and laporan.sasaran.teks == "Tersusunnya laporan"
    shown = [
        (v.teks, v.nilai, v.ordinal, v.keadaan)
        for r in kinerja.indikator
        for v in (r.target[2025], r.capaian[2025].realisasi)
    ]
    assert shown == [
        ("BB", None, "BB", "ada"), ("B0", None, "B", "dikoreksi"), ("4", 4.0, None, "ada"), ("3", 3.0, None, "ada"),
    ]  # fmt: skip
    assert (nilai.kolom_dikoreksi, nilai.capaian[2025].persen, laporan.kolom_dikoreksi) == (["realisasi"], 81.2, [])
    (budget,) = anggaran.anggaran
    pagu, spent = budget.pagu[2025], budget.realisasi[2025].realisasi
    assert (pagu.teks, pagu.rupiah, pagu.keadaan, pagu.aturan) == ("1.500.000,00", 1_500_000, "ada", None)
    assert (spent.teks, spent.rupiah, spent.aturan) == ("1.400.000,00", 1_400_000, "angka_terpenggal")
    said = [(s.isi, s.baris, s.baris_akhir, s.kolom, s.oleh) for s in kinerja.transkrip]
    assert said == [
        ("tabel", 1, 2, None, "Siti"), ("realisasi", 3, 4, "realisasi", "Siti"), ("realisasi", 6, 6, None, "Siti"),
    ]  # fmt: skip


@pytest.mark.parametrize("kolom", ["indikator", "sasaran", "indikator, sasaran"])
def test_words_that_a_person_set_mark_the_whole_row_as_a_correction_does(tmp_path: Path, kolom: str) -> None:
    row = LAPORAN | {"Dikoreksi": kolom, "Alasan": "OCR mencampur kolom."}
    kinerja, _ = tables(tmp_path, BERKAS | {"realisasi": [row]})
    (laporan,) = kinerja.indikator
    assert ", ".join(laporan.kolom_dikoreksi) == kolom
    assert {laporan.target[2025].keadaan, laporan.capaian[2025].realisasi.keadaan} == {"dikoreksi"}


def test_the_years_of_one_printed_row_are_one_record(tmp_path: Path) -> None:
    other = LAPORAN | {"Tahun": "2024", "Target": "3", "Realisasi": "4"}
    jumlah = PAGU | {"Tahun": "jumlah", "Realisasi (Rp)": "", "Realisasi (Rp) tercetak": "", "Aturan baca": ""}
    kinerja, anggaran = tables(tmp_path, BERKAS | {"realisasi": [LAPORAN, other], "anggaran": [PAGU, jumlah]})
    assert [sorted(record.target) for record in kinerja.indikator] == [[2024, 2025]]
    assert [list(record.pagu) for record in anggaran.anggaran] == [[2025, None]]
    assert kinerja.tahun == (2024, 2025)


HAMBATAN = WHO | {"Tabel": "Kinerja", "Baris": "6", "Teks tercetak": "Jumlah laporan 4 3 75", "Upaya": "Ditambah",
                  "Hambatan": "Jumlah laporan kurang"}  # fmt: skip


def test_hambatan_are_transcribed_like_every_other_record(tmp_path: Path) -> None:
    row = HAMBATAN | {"Dikoreksi": "upaya", "Alasan": "Kolomnya tergeser."}
    kinerja, _ = tables(tmp_path, BERKAS | {"hambatan": [row]})
    (obstacle,) = kinerja.hambatan
    assert (obstacle.baris, obstacle.hambatan, obstacle.upaya) == (6, "Jumlah laporan kurang", "Ditambah")
    assert (obstacle.kolom_dikoreksi, kinerja.transkrip[-1].isi) == (["upaya"], "hambatan")


def test_a_row_of_targets_has_a_column_for_each_year(tmp_path: Path) -> None:
    row = {
        key: text
        for key, text in LAPORAN.items()
        if key in ("Tabel", "Baris", "Teks tercetak", "Tingkat", "Indikator", *WHO)
    }
    row |= {
        "Target 2024": "4",
        "Target 2025": "30",
        "Target 2025 tercetak": "3",
        "Dikoreksi": "target:2025",
        "Alasan": "Nol hilang.",
    }
    kinerja, _ = tables(tmp_path, BERKAS | {"realisasi": [NILAI], "target": [row]})
    (laporan,) = (record for record in kinerja.indikator if record.baris == 6)
    shown = {year: (value.teks, value.nilai, value.keadaan) for year, value in laporan.target.items()}
    assert shown == {2024: ("4", 4.0, "ada"), 2025: ("3", 30.0, "dikoreksi")}


def test_readers_see_only_what_is_not_transcribed(tmp_path: Path) -> None:
    seen: list[Lembar] = []

    def read(rest: Lembar) -> list[Tabel]:
        seen.append(rest)
        return [Tabel("Lain", "Lain", "rkt", "LK", nasib={10: "dimuat"})]

    found = transcribed(write(tmp_path / "lk", BERKAS), page(), KONTEKS, read)
    assert [line.nomor for line in seen[0].baris if not line.kosong] == [10]
    assert [table.nama for table in found] == ["Kinerja", "Anggaran", "Lain"]
    assert transcribed(tmp_path / "tanpa", page(), KONTEKS, read) == found[2:]
    assert seen[1] == page()


@pytest.mark.parametrize("nomor", [1, 4, 8])
def test_a_line_that_no_longer_prints_what_was_copied_stops(tmp_path: Path, nomor: int) -> None:
    lines = list(LINES)
    lines[nomor - 1] += " 9"
    lines[nomor - 1] = lines[nomor - 1].replace("2025", "2026")
    with pytest.raises(TranskripSalah, match="basi" if nomor != 1 else "tidak tercetak"):
        tables(tmp_path, BERKAS, page(*lines))


def test_a_line_more_above_stops_too(tmp_path: Path) -> None:
    with pytest.raises(TranskripSalah):
        tables(tmp_path, BERKAS, page("Sampul", *LINES))


def with_row(name: str, index: int, **cells: str) -> Berkas:
    rows = [dict(row) for row in BERKAS[name]]
    rows[index] |= {key.replace("_", " "): text for key, text in cells.items()}
    return BERKAS | {name: rows}


WRONG: list[tuple[Berkas, str]] = [
    (with_row("realisasi", 0, Tabel="Kinerjaa"), "realisasi.csv baris 2 .*tabel «Kinerjaa» tidak ada di tabel.csv"),
    (with_row("realisasi", 1, Baris="60"), "baris 60 tidak ada; dokumen hanya punya 10 baris"),
    (with_row("realisasi", 1, Baris="enam"), "bukan nomor baris; tulis seperti"),
    (with_row("realisasi", 1, Baris="6", Baris_akhir="5"), "bukan nomor baris; tulis seperti"),
    (with_row("realisasi", 1, Baris="5", Baris_akhir="6"), "baris 5 dokumen kosong"),
    (with_row("realisasi", 1, Baris="2", Teks_tercetak=LINES[1]), "baris 2 adalah judul"),
    (with_row("anggaran", 0, Baris="6", Baris_akhir="", Teks_tercetak=LINES[5]), "baris 6 sudah milik tabel «Kinerja»"),
    (with_row("realisasi", 1, Baris="4", Teks_tercetak=LINES[3]), "baris 4 sudah termasuk .* mulai pada baris 3"),
    (BERKAS | {"realisasi": [NILAI, LAPORAN, LAPORAN]}, "baris 6 sudah ditranskripsi"),
    (BERKAS | {"hambatan": [HAMBATAN, HAMBATAN]}, "baris 6 sudah ditranskripsi"),
    (
        BERKAS | {"realisasi": [LAPORAN, LAPORAN | {"Tahun": "2024", "Indikator": "Lain"}]},
        "baris 6 sudah ditranskripsi",
    ),
    (with_row("realisasi", 1, Target="empat"), "«empat»"),
    (with_row("realisasi", 1, Target="5"), "Target «5» tidak tercetak pada baris itu"),
    (with_row("realisasi", 1, Tahun="2030"), "Tahun 2030 di luar tahun dokumen"),
    (with_row("realisasi", 1, Tingkat="sasaran"), "Tingkat «sasaran» tidak dikenal"),
    (with_row("realisasi", 1, Dikoreksi="program", Alasan="x"), "menyebut «program», padahal isian itu kosong"),
    (with_row("realisasi", 1, Dikoreksi="pagu", Alasan="x"), "menyebut «pagu»"),
    (with_row("realisasi", 1, Dikoreksi="target:2024", Alasan="x"), "menyebut «target:2024»"),
    (with_row("realisasi", 0, Alasan=""), "kolom Alasan kosong"),
    (with_row("realisasi", 0, Oleh=""), "kolom Oleh kosong"),
    (with_row("realisasi", 0, Tanggal="kemarin"), "tanggal «kemarin»"),
    (with_row("realisasi", 0, Oleh="S" * 101), "panjangnya 101"),
    (with_row("anggaran", 0, **{"Pagu (Rp)": "satu"}), "«satu»"),
    (with_row("anggaran", 0, **{"Realisasi (Rp) tercetak": "1.400.000,00"}), "tidak tercetak"),
    (with_row("tabel", 0, Judul="LAPORAN KINERJA TAHUN 2024"), "Judul «LAPORAN KINERJA TAHUN 2024» tidak tercetak"),
    (with_row("tabel", 0, Baris_judul=""), "nomor baris dokumen kosong"),
    (with_row("tabel", 1, Tabel="Kinerja"), "tabel «Kinerja» sudah ada"),
    (with_row("tabel", 1, Unit="Ketua"), "Unit «Ketua» tidak dikenal"),
    (with_row("tabel", 1, Baris_judul="2, 7"), "baris 2 sudah milik tabel «Kinerja»"),
]


@pytest.mark.parametrize(("berkas", "sentence"), WRONG)
def test_what_cannot_be_used_says_where_and_why(tmp_path: Path, berkas: Berkas, sentence: str) -> None:
    with pytest.raises(TranskripSalah, match=sentence):
        tables(tmp_path, berkas)


def test_a_name_that_a_read_table_has_stops(tmp_path: Path) -> None:
    def read(_: Lembar) -> list[Tabel]:
        return [Tabel("Kinerja", "", "rkt", "LK", nasib={10: "dimuat"})]

    with pytest.raises(TranskripSalah, match="«Kinerja» juga nama tabel"):
        transcribed(write(tmp_path / "lk", BERKAS), page(), KONTEKS, read)


def test_a_correction_of_a_transcribed_row_goes_on_working(tmp_path: Path) -> None:
    (path := tmp_path / "lk.csv").write_text(
        "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal\n6,target,4,5,Dibetulkan.,Siti,2026-12-01\n", "utf-8"
    )
    found = transcribed(write(tmp_path / "lk", BERKAS), page(), replace(KONTEKS, tahun_awal=2025), nothing)
    assert ledger.attempt(found, page(), ledger.read(path)[0]) == []
    assert found[0].indikator[1].target[2025].nilai == 5


# in a data folder -----------------------------------------------------------------------------------------------------
def test_a_file_or_folder_that_belongs_to_nothing_stops_the_build(tmp_path: Path) -> None:
    folder = data.copy(tmp_path / "data", "rkt")
    (folder / "transkrip" / "lk-entah").mkdir(parents=True)
    with pytest.raises(TranskripSalah, match="tidak ada dokumen terdaftar"):
        build(folder, terbit=folder / "terbit")
    (folder / "transkrip" / "lk-entah").rename(folder / "transkrip" / "rkt-kpu-kota-serang-2020")
    (folder / "transkrip" / "rkt-kpu-kota-serang-2020" / "targets.csv").touch()
    with pytest.raises(TranskripSalah, match=r"targets\.csv .*nama berkasnya bukan"):
        build(folder, terbit=folder / "terbit")


def test_check_tells_of_the_transcribed_tables_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = data.copy(tmp_path / "data", "lk-")
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    assert commands.run(["check", str(next((folder / "dokumen").rglob("lk-*.txt")))]) == 0
    assert "Efisiensi RO (mulai baris 3139): 36 pagu, 0 baris dikarantina" in capsys.readouterr().out


def test_a_transcript_is_part_of_what_the_version_depends_on(tmp_path: Path) -> None:
    folder = data.copy(tmp_path / "data", "lk-")
    before = version(folder)
    (path,) = folder.glob("transkrip/*/anggaran.csv")
    path.write_bytes(path.read_bytes() + b"\n")
    assert version(folder) != before


def test_what_was_transcribed_is_published_with_who_when_and_why(ask: Ask) -> None:
    rows = ask("select * from v_transkrip")
    assert {row["isi"] for row in rows.to_dicts()} == {"tabel", "target", "realisasi", "anggaran"}
    without = ask("""
        select berkas, baris from v_angka join v_dokumen using (berkas) join tabel using (tabel)
        where keluarga = 'transkrip' and keadaan = 'dikoreksi'
        except select berkas, baris from v_transkrip where kolom is not null and alasan is not null
    """)
    assert without.rows() == []
