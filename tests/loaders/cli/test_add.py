"""`python -m loaders add | pakai | check`: files taken in from the command line, asked where unsure, whole or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from loaders import lembar_kerja
from loaders.cli.commands import run
from loaders.lembar_kerja.writer import write
from loaders.masuk import inbox
from queries import lembar_kerja as queries_lembar_kerja
from tests.conftest import ROOT
from tests.loaders import data, mati
from tests.loaders.intake.test_taking import files, next_year, years

ENGLISH = re.compile(r"\b(usage|options|arguments?|show|help message|required|invalid|choose|expected|error)\b")
SERANG = "rkt-kpu-kota-serang-2020.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = data.copy(tmp_path / "data", "serang")
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    return target


@pytest.fixture
def rkt(tmp_path: Path) -> Path:
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    return path


def test_a_file_is_in_and_what_was_read_is_said(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", str(rkt), "--oleh", "Siti"]) == 0
    said = capsys.readouterr().out
    assert "RKT 2021.txt: RKT 2021, satker 3673 (KPU Kota Serang menurut" in said
    assert "RKT Program dan Kegiatan (mulai baris" in said
    assert "Sebagai dokumen baru: 66 bertambah, 0 berubah, 0 hilang." in said
    assert "Masuk sebagai rkt-kpu-kota-serang-2021.txt." in said
    assert years(folder / "terbit") == [2020, 2021]
    assert "Diserahkan oleh Siti" in data.manifest(folder)[-1]["sumber"]


def test_hambatan_typed_in_a_workbook_are_taken_in_published_and_revised(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, whose = tmp_path / "LK 2024.xlsx", lembar_kerja.Identitas("3673", "LK", 2024, 2024)
    typed = [{"aspek": "Logistik", "hambatan": "Gudang banjir", "keterangan": "Triwulan IV", "upaya": None},
             {"aspek": None, "hambatan": None, "keterangan": None, "upaya": "Staf ditambah"}]  # fmt: skip
    write(path, whose, hambatan_rows=typed)
    assert run(["add", "--kering", str(path)]) == 0
    assert "Hambatan (mulai lembar Hambatan, baris 1): 2 hambatan, 0 baris dikarantina" in capsys.readouterr().out
    assert run(["add", str(path)]) == 0
    assert "Sebagai dokumen baru: 2 bertambah, 0 berubah, 0 hilang." in capsys.readouterr().out
    monkeypatch.setenv("SELARAS_TERBIT", str(folder / "terbit"))
    *figures, rows = queries_lembar_kerja.rows("lk-kpu-kota-serang-2024.xlsx")
    assert [frame.height for frame in figures] == [0, 0, 0]
    assert rows.select("aspek", "hambatan", "keterangan", "upaya").to_dicts() == typed
    assert rows["tahun"].to_list() == [2024, 2024]
    write(path, whose, hambatan_rows=[row | {"upaya": "Staf ditambah"} for row in rows.to_dicts()])
    assert run(["add", str(path)]) == 0
    assert run(["build", "--ulang"]) == 0
    said = capsys.readouterr().out
    assert "Sebagai versi baru dari lk-kpu-kota-serang-2024.xlsx: 0 bertambah, 1 berubah, 0 hilang." in said
    assert "serang-2024-2.xlsx: 1 tabel, 6 baris, 0 target, 0 pagu, 2 hambatan, 0 baris dikarantina" in said


def test_the_same_content_twice_adds_nothing(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", str(rkt)])
    before = files(folder)
    assert run(["add", str(rkt)]) == 0
    assert "isinya sudah terdaftar sebagai rkt-kpu-kota-serang-2021.txt" in capsys.readouterr().out
    assert files(folder) == before


def test_what_is_unsure_is_asked_and_nothing_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.parent / "tabel.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text("\n".join(text.splitlines()[30:]).replace("SERANG", "X").replace("Serang", "X"), encoding="utf-8")
    before = files(folder)
    assert run(["add", str(path)]) == 1
    said = capsys.readouterr().err
    assert "belum dimasukkan; jawab dahulu" in said
    assert "--satker KODE" in said
    assert (files(folder), inbox.waiting(folder)) == (before, [])
    assert run(["add", str(path), "--satker", "3573", "--jenis", "RKT", "--tahun", "2022"]) == 0
    assert "rkt-kpu-kota-malang-2022.txt" in capsys.readouterr().out


def test_a_revision_becomes_a_version_and_an_older_one_can_be_used_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "revisi.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text(text.replace("12 Laporan", "11 Laporan", 1), encoding="utf-8")
    assert run(["add", str(path)]) == 0
    assert f"Sebagai versi baru dari {SERANG}: 0 bertambah, 1 berubah, 0 hilang." in capsys.readouterr().out
    assert run(["pakai", SERANG]) == 0
    assert "1 dokumen dipakai dari 2 terdaftar" in capsys.readouterr().out
    assert [row["dipakai"] for row in data.manifest(folder) if row["file"].endswith(SERANG)] == ["ya"]
    assert run(["pakai", "x.txt"]) == 1
    assert "Tidak ada berkas terdaftar bernama «x.txt»" in capsys.readouterr().err


def test_a_relation_can_be_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "revisi.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text(text.replace("12 Laporan", "11 Laporan", 1), encoding="utf-8")
    assert run(["add", str(path), "--menggantikan", "lain.txt"]) == 1
    assert f"yang ada: {SERANG}" in capsys.readouterr().err
    assert run(["add", str(path), "--tersendiri"]) == 0
    assert data.manifest(folder)[-1]["menggantikan"] == ""


def test_one_bad_file_does_not_keep_the_next_one_out(
    folder: Path, rkt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "rusak.pdf"
    bad.write_bytes(b"%PDF-1.4 x")
    empty = tmp_path / "surat.txt"
    empty.write_text("KOMISI PEMILIHAN UMUM KOTA SERANG\nRENCANA KINERJA TAHUNAN\nTAHUN 2023\n", encoding="utf-8")
    assert run(["add", str(bad), str(tmp_path / "tak-ada.pdf"), str(empty), str(rkt)]) == 1
    out, err = capsys.readouterr()
    assert "rusak.pdf tidak dapat dibaca" in err
    assert "tak-ada.pdf tidak dapat dibaca" in err
    assert "tidak ada tabel yang dikenali" in err
    assert "Masuk sebagai rkt-kpu-kota-serang-2021.txt" in out
    assert inbox.waiting(folder) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        *((("--tahun", text), "harus seperti 2024") for text in ("20", "2020-", "dua ribu", "2020-2024-2025")),
        (("--tahun", "1800"), "harus antara 2000 dan 2100"),
        (("--tahun", "2024-2020"), "yang pertama tidak sesudah yang terakhir"),
        (("--satker", "9999"), "Di satker.csv tidak ada satker berkode «9999»"),
        (("--satker", "0"), "Mungkin 00 (KPU RI)"),
        (("--satker", ""), "Di satker.csv tidak ada satker"),
        (("--jenis", "Laporan"), "tidak dikenal; pilih Renstra, RKT, PK, LK"),
        (("--jenis", "DIPA"), "belum ada pembacanya; pilih Renstra, RKT, PK, LK"),
        (("--oleh", "S" * 140_000), "paling banyak 100"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_before_a_file_is_read(
    folder: Path, rkt: Path, said: tuple[str, str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", str(rkt), *said]) == 1
    assert words in capsys.readouterr().err
    assert inbox.waiting(folder) == []


# check is add that writes nothing ------------------------------------------------------------------------------------
def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """All that lies below a folder, with the time each was written."""
    found = sorted(folder.rglob("*"))
    return {str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns) for path in found}


def revision(tmp_path: Path, old: str = "12 Laporan", new: str = "11 Laporan") -> Path:
    path = tmp_path / "revisi.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def unsure(tmp_path: Path) -> Path:
    path = tmp_path / "tabel.csv"
    path.write_text("No,Sasaran,Indikator,Target\n1,Meningkatnya mutu,Persentase A,90%\n", encoding="utf-8")
    return path


def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "pk.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("PK")
        sheet.write(0, 0, "PERJANJIAN KINERJA TAHUN 2024")
        sheet.write(1, 0, "KPU KOTA SERANG")
        sheet.write_row(3, 0, ("No", "Sasaran", "Indikator Kinerja", "Target"))
        sheet.write_row(4, 0, (1, "Meningkatnya mutu", "Persentase A", "90%"))
        sheet.write_row(5, 0, (2, "Meningkatnya mutu", "Persentase B", "9O%"))
    return path


FILES: list[tuple[Callable[[Path], Path], tuple[str, ...]]] = [
    (revision, ()),
    (revision, ("--menggantikan", "lain.txt")),
    (unsure, ()),
    (unsure, ("--satker", "3573", "--jenis", "RKT", "--tahun", "2022", "--oleh", "Siti")),
    (unsure, ("--tahun", "20")),
    (workbook, ("--tersendiri",)),
    (lambda _: ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG, ()),
    (lambda tmp_path: tmp_path, ()),
    (lambda tmp_path: _written(tmp_path / "kosong.txt", b""), ()),
    (lambda tmp_path: _written(tmp_path / "baris.txt", b"\n\n"), ()),
]


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("make", "said"), FILES)
def test_check_is_add_that_writes_nothing(
    folder: Path,
    tmp_path: Path,
    make: Callable[[Path], Path],
    said: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mati.quick(monkeypatch)
    place = tmp_path / "di"
    place.mkdir()
    path = str(make(place))
    before = everything(folder)
    told = [(run([*how, path, *said]), *capsys.readouterr()) for how in (("check",), ("add", "--kering"))]
    assert everything(folder) == before
    assert told[0] == told[1]
    added = (run(["add", path, *said]), *capsys.readouterr())
    dry = [line for line in told[0][1].splitlines() if not line.endswith("Tidak ada yang ditulis.")]
    real = [line for line in added[1].splitlines() if not line.startswith("  Masuk sebagai ")]
    assert (told[0][0], dry, told[0][2]) == (added[0], real, added[2])
    if "Masuk sebagai " in added[1]:
        name = added[1].partition("Masuk sebagai ")[2].partition(". ")[0]
        assert f"  Akan masuk sebagai {name}. Tidak ada yang ditulis." in told[0][1]


def test_the_report_names_states_and_the_nearest_indikator_baku(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(workbook(tmp_path))]) == 0
    said = capsys.readouterr().out
    assert "pk.xlsx: PK 2024, satker 3673 (KPU Kota Serang menurut" in said
    assert "«Persentase A» belum punya indikator baku; terdekat: tidak ada" in said
    assert said.count("«Meningkatnya mutu» belum punya sasaran baku; terdekat: tidak ada") == 1
    assert "dikarantina, kolom target" in said
    assert run(["check", str(ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG)]) == 0
    said = capsys.readouterr().out
    assert f"isinya sudah terdaftar sebagai {SERANG}" in said
    assert "RKT 2020, satker 3673 (menurut manifest.csv)" in said
    assert "0 koreksi dipakai, 0 tidak dapat dipakai." in said


def test_a_document_of_which_a_correction_cannot_be_used_is_no_success(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "koreksi" / f"{Path(SERANG).stem}.csv"
    path.write_text(
        "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal\n1,target,tidak ada,5,alasan,Tim,2026-01-01\n"
        "1,target,,5,alasan,Tim,2026-01-01\n",
        encoding="utf-8",
    )
    for command in ("check", "add"):
        assert run([command, str(ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG)]) == 1
        said = capsys.readouterr().out
        assert "basi: teks lama «tidak ada»" in said
        assert "teks_lama kosong" in said
        assert "0 koreksi dipakai, 2 tidak dapat dipakai" in said


# what cannot be said --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], "PERINTAH belum disebut"),
        (["add"], "berkas belum disebut"),
        (["baca"], "«baca» tidak dikenal sebagai PERINTAH"),
        (["build", "--semua"], "«--semua» tidak dikenal"),
        (["check", "a.txt", "--tahun"], "--tahun belum diberi isi"),
        (["add", "a.txt", "--tersendiri", "--menggantikan", "b.txt"], "tidak dapat disebut bersama"),
        (["build", "--ulang=ya"], "--ulang tidak diberi isi. Hapus «ya»"),
        (["add", "a.txt", "--t", "2024"], "Tulis lengkap"),
    ],
)
def test_what_cannot_be_said_to_it_is_a_sentence_that_says_what_to_do(
    said: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(said)
    printed = capsys.readouterr().err
    assert ended.value.code == 2
    assert words in printed
    assert "Bantuan: python -m loaders" in printed
    assert not ENGLISH.search(printed)


@pytest.mark.parametrize("said", [["--help"], ["build", "--help"], ["add", "-h"], ["check", "--help"], ["pakai", "-h"]])
def test_the_help_is_indonesian(said: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(said)
    printed = capsys.readouterr().out
    assert printed.startswith("cara pakai: python -m loaders")
    assert "tampilkan bantuan ini" in printed
    assert not ENGLISH.search(printed)
