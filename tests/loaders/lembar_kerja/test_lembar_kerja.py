"""The workbook: what is written comes back the same, what is typed wrongly waits, and nothing else loads."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from copy import copy
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from loaders import readers
from loaders.build import build
from loaders.families.headings.years import blocks
from loaders.families.registry import FAMILIES
from loaders.koreksi import Koreksi, ledger
from loaders.lembar_kerja import family as lembar_kerja_family
from loaders.lembar_kerja import fields, shape
from loaders.lembar_kerja.shape import Identitas
from loaders.lembar_kerja.writer.workbook import PANJANG_TEKS, plain
from loaders.lembar_kerja.writer.workbook import write as workbook_write
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.office.xlsx import read
from loaders.records import Konteks, Tabel
from loaders.values import letters
from queries import lembar_kerja as queries_lembar_kerja
from tests.conftest import ROOT, Ask, examples
from tests.loaders import data
from tests.loaders.test_golden import BERKAS

SOFFICE = shutil.which("soffice")
WORDS = ("tujuan", "program", "kegiatan", "sasaran", "indikator", "unit_pelaksana")
CODES = ("kode_program", "kode_kegiatan", "kode_kro", "kode_ro", "program", "kegiatan", "kro", "uraian")
Facts = Counter[tuple[Any, ...]]


# what a document says, as published and as read back ----------------------------------------------------------------
def plainly(keadaan: str) -> str:
    return "ada" if keadaan in ("diperbaiki", "dikoreksi") else keadaan


def published_targets(frame: pl.DataFrame) -> Facts:
    return Counter(
        (r["jenis_dokumen"], r["unit"], r["tingkat"], *(r[word] for word in WORDS), r["tahun"], r["nilai"],
         r["nilai_ordinal"], r["satuan"], plainly(r["keadaan"]))
        for r in frame.to_dicts()
    )  # fmt: skip


def read_targets(tables: list[Tabel]) -> Facts:
    return Counter(
        (t.jenis, t.unit, r.tingkat, *words(r), year, v.nilai, v.ordinal, v.satuan, v.keadaan)
        for t in tables for r in t.indikator for year, v in r.target.items()
    )  # fmt: skip


def words(record: Any) -> tuple[str | None, ...]:
    sasaran = record.sasaran.teks if record.sasaran else None
    return (record.tujuan, record.program, record.kegiatan, sasaran, record.indikator, record.unit_pelaksana)


def published_capaian(frame: pl.DataFrame) -> Facts:
    return Counter(
        (r["tingkat"], *(r[word] for word in WORDS), r["tahun"], r["realisasi"], r["realisasi_ordinal"], r["satuan"],
         r["capaian_tercetak"])
        for r in frame.to_dicts()
    )  # fmt: skip


def read_capaian(tables: list[Tabel]) -> Facts:
    return Counter(
        (r.tingkat, *words(r), year, c.realisasi.nilai, c.realisasi.ordinal, c.realisasi.satuan, c.persen)
        for t in tables for r in t.indikator for year, c in r.capaian.items()
    )  # fmt: skip


def published_pagu(frame: pl.DataFrame) -> Facts:
    return Counter(
        (r["jenis_dokumen"], r["unit"], r["tingkat"], *(r[code] for code in CODES), r["tahun"], r["pagu"],
         r["realisasi"], r["persen_tercetak"], r["tvro"], r["rvro"], r["efisiensi_tercetak"])
        for r in frame.to_dicts()
    )  # fmt: skip


def read_pagu(tables: list[Tabel]) -> Facts:
    found: Facts = Counter()
    for t in tables:
        for r in t.anggaran:
            for year, money in r.pagu.items():
                s = r.realisasi.get(year) if year else None
                spent = (s.realisasi.rupiah, s.persen, s.tvro, s.rvro, s.efisiensi) if s else (None,) * 5
                codes = (getattr(r, code) for code in CODES)
                found[t.jenis, t.unit, r.tingkat, *codes, year, money.rupiah, *spent] += 1
    return found


class Dokumen:
    """One published document: its four frames and whose it is."""

    def __init__(self, ask: Ask, berkas: str) -> None:
        self.target, self.capaian, self.pagu, self.hambatan = (
            ask(f"select * from {view} where berkas = '{berkas}'")
            for view in ("v_target", "v_capaian", "v_pagu", "v_hambatan")
        )
        (row,) = ask(f"select * from v_dokumen where berkas = '{berkas}'").to_dicts()
        self.identitas = Identitas(
            row["kode_satker"], row["jenis_dokumen"], row["tahun_awal"], row["tahun_akhir"], None, row["satker"]
        )
        self.konteks = Konteks(row["jenis_dokumen"], row["tahun_awal"], row["tahun_akhir"])

    def write(self, path: Path) -> Path:
        workbook_write(path, self.identitas, self.target, self.capaian, self.pagu, self.hambatan)
        return path

    def assert_same(self, lembar: Lembar) -> None:
        """The facts of the workbook are those of the document; damaged money waits, and nothing else does."""
        tables = loaded(lembar, self.konteks)
        damaged = self.pagu.filter(pl.col("pagu").is_null() & ~pl.col("pagu_teks").is_in(["", "-"]))
        assert [k.alasan for t in tables for k in t.keraguan if "(rusak)" not in k.alasan] == []
        assert sum(len(t.keraguan) for t in tables) == damaged.height
        assert read_targets(tables) == published_targets(self.target)
        assert read_capaian(tables) == published_capaian(self.capaian)
        assert read_pagu(tables) == published_pagu(self.pagu) - published_pagu(damaged)


def loaded(lembar: Lembar, konteks: Konteks, *koreksi: Koreksi) -> list[Tabel]:
    tables = lembar_kerja_family.read(lembar, konteks)
    assert ledger.attempt(tables, lembar, list(koreksi)) == []
    return tables


# published documents ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", BERKAS)
def test_a_document_comes_back_from_its_workbook(ask: Ask, tmp_path: Path, name: str) -> None:
    dokumen = Dokumen(ask, BERKAS[name])
    lembar = read(dokumen.write(tmp_path / "isian.xlsx"))
    dokumen.assert_same(lembar)
    assert lembar_kerja_family.read_identity(lembar) == dokumen.identitas


@pytest.mark.skipif(SOFFICE is None and os.environ.get("CI") != "true", reason="LibreOffice tidak terpasang")
def test_it_comes_back_after_libreoffice_saved_it(ask: Ask, tmp_path: Path) -> None:
    assert SOFFICE, "soffice harus ada di CI"
    documents = {name: Dokumen(ask, berkas) for name, berkas in BERKAS.items()}
    written = [str(document.write(tmp_path / f"{name}.xlsx")) for name, document in documents.items()]
    saved = tmp_path / "disimpan"
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run([SOFFICE, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(saved), *written],
                   check=True, capture_output=True, timeout=110)  # fmt: skip
    for name, document in documents.items():
        document.assert_same(read(saved / f"{name}.xlsx"))


@pytest.mark.parametrize("name", BERKAS)
def test_no_other_family_takes_a_line_of_it(ask: Ask, tmp_path: Path, name: str) -> None:
    dokumen = Dokumen(ask, BERKAS[name])
    lembar = read(dokumen.write(tmp_path / "isian.xlsx"))
    assert list(blocks(lembar)) == []
    others = [family for family in FAMILIES if family is not lembar_kerja_family.read]
    assert [family.__module__ for family in others if family(lembar, dokumen.konteks)] == []


@pytest.mark.parametrize("name", BERKAS)
def test_it_takes_no_line_of_a_published_document(ask: Ask, name: str) -> None:
    (path,) = (ROOT / "data" / "dokumen").rglob(BERKAS[name])
    lembar = readers.read(path)
    assert not lembar_kerja_family.recognised(lembar)
    assert lembar_kerja_family.read(lembar, Dokumen(ask, BERKAS[name]).konteks) == []
    assert lembar_kerja_family.read_identity(lembar) is None


def test_a_target_beside_its_realisasi_is_written_once(ask: Ask, tmp_path: Path) -> None:
    dokumen = Dokumen(ask, BERKAS["prabumulih"])
    book = openpyxl.load_workbook(dokumen.write(tmp_path / "isian.xlsx"))
    assert book["Realisasi"].max_row == 4 + dokumen.capaian.height
    assert book["Target"].max_row == 4 + dokumen.target.height - dokumen.capaian.height
    assert book["Daftar"].sheet_state == "hidden"
    assert book["Target"].freeze_panes == "A5"


# generated rows -----------------------------------------------------------------------------------------------------
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=60).filter(
    plain
)
HARD = st.sampled_from(['=HYPERLINK("http://x")', "-", "+62", "@SUM(A1)", 'kata "kutip"', "a <b> & c", "x_x0041_y",
                        "1.234,5", "Jumlah kegiatan", "Contoh", "panjang " * 60])  # fmt: skip
NUMBER = st.integers(0, 4).flatmap(lambda d: st.integers(0, 10**9).map(lambda n: n / 10**d))
UNIT = st.sampled_from(["%", "Kali", "laporan", "Kecamatan", None])
ORDINAL = st.sampled_from(["AA", "B", "WTP", "WTP-DPP"])
YEARS = (2024, 2025)


@st.composite
def nilai(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(["angka", "huruf", "-", "kosong"]))
    cell = {"nilai": None, "nilai_ordinal": None, "satuan": None, "nilai_teks": "tercetak", "keadaan": "ada"}
    if kind == "angka":
        return cell | {
            "nilai": draw(NUMBER),
            "satuan": draw(UNIT),
            "keadaan": draw(st.sampled_from(["ada", "dikoreksi"])),
        }
    if kind == "huruf":
        return cell | {"nilai_ordinal": draw(ORDINAL)}
    return cell | {
        "nilai_teks": kind.replace("kosong", ""),
        "keadaan": "kosong" if kind == "kosong" else "tidak_ditargetkan",
    }


@st.composite
def target_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    rows = []
    for baris in range(1, draw(st.integers(1, 5)) + 1):
        text = st.one_of(TEXT, HARD)
        same = {word: draw(st.none() | text) for word in WORDS} | {
            "berkas": "b", "tabel": "t", "baris": baris, "indikator": draw(text), "jenis_dokumen": "Renstra",
            "tingkat": draw(st.sampled_from(["sasaran_strategis", "program", "kegiatan"])), "unit": None,
        }  # fmt: skip
        cells = draw(st.tuples(nilai(), nilai()).filter(lambda two: any(c["keadaan"] != "kosong" for c in two)))
        rows += [same | {"tahun": year} | cell for year, cell in zip(YEARS, cells, strict=True)]
    return rows


def folded(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their words as one line, which is all a cell of a table can print."""
    return [row | {w: plain(row[w]) or None for w in (*WORDS, *CODES) if row.get(w)} for row in rows]


def through(tmp: Path, identitas: Identitas, **rows: Any) -> list[Tabel]:
    buffer = BytesIO()
    workbook_write(buffer, identitas, **rows)
    (tmp / "isian.xlsx").write_bytes(buffer.getvalue())
    return loaded(read(tmp / "isian.xlsx"), Konteks("Renstra", 2024, 2025))


RENSTRA = Identitas("3572", "Renstra", 2024, 2025, None, "KPU Kota Blitar")


@given(rows=target_rows())
@examples(0.6)
def test_any_targets_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]) -> None:
    tables = through(tmp_path_factory.mktemp("bolakbalik"), RENSTRA, target_rows=rows)
    assert [k for t in tables for k in t.keraguan] == []
    assert read_targets(tables) == published_targets(pl.DataFrame(folded(rows), infer_schema_length=None))


@pytest.mark.parametrize("number", [1.234, 12.345, 999.999, 0.125, 1000.0, 1234.5, 23617.0, 1234567.891, 77.1, 0.0])
@pytest.mark.parametrize("satuan", ["%", "laporan", None])
def test_awkward_numbers_come_back_alone_and_beside_another_unit(
    tmp_path: Path, number: float, satuan: str | None
) -> None:
    row = {"tingkat": "program", "indikator": "Nilai", "keadaan": "ada", "berkas": "b", "tabel": "t", "baris": 1}
    first = row | {"tahun": 2024, "nilai": number, "satuan": satuan}
    for other in (None, "Kali"):
        second = row | {"tahun": 2025, "nilai": 2.0, "satuan": other}
        (table,) = through(tmp_path, RENSTRA, target_rows=[first, second])
        (record,) = table.indikator
        assert [(v.nilai, v.satuan) for _, v in sorted(record.target.items())] == [(number, satuan), (2.0, other)]


@st.composite
def pagu_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    money, share = st.integers(0, 10**15 - 1), st.none() | NUMBER
    rows = []
    for baris in range(1, draw(st.integers(1, 4)) + 1):
        same = {
            "berkas": "b", "tabel": "t", "baris": baris, "jenis_dokumen": "Renstra", "unit": None, "keadaan": "ada",
            "tingkat": draw(st.sampled_from(["total", "kegiatan", "kro", "ro"])), "uraian": draw(st.one_of(TEXT, HARD)),
            "program": draw(st.none() | TEXT), "kegiatan": None, "kro": draw(st.none() | HARD),
            "kode_program": draw(st.sampled_from([None, "076.01.WA", "076.01.06"])),
            "kode_kegiatan": draw(st.sampled_from([None, "0355"])), "kode_kro": draw(st.sampled_from([None, "EBA"])),
            "kode_ro": draw(st.sampled_from([None, "001"])), "pagu_teks": "tercetak", "realisasi_teks": "tercetak",
        }  # fmt: skip
        for tahun in draw(st.lists(st.sampled_from([2024, 2025, None]), min_size=1, max_size=3, unique=True)):
            spent = draw(st.booleans()) and tahun is not None
            cells = {name: draw(share) if spent else None
                     for name in ("persen_tercetak", "tvro", "rvro", "efisiensi_tercetak")}  # fmt: skip
            rows.append(
                same | cells | {"tahun": tahun, "pagu": draw(money), "realisasi": draw(money) if spent else None}
            )
            if not spent:
                rows[-1]["realisasi_teks"] = None
    return rows


@given(rows=pagu_rows())
@examples(0.6)
def test_any_budget_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]) -> None:
    tables = through(tmp_path_factory.mktemp("bolakbalik"), RENSTRA, anggaran_rows=rows)
    assert [k for t in tables for k in t.keraguan] == []
    assert read_pagu(tables) == published_pagu(pl.DataFrame(folded(rows), infer_schema_length=None))


OBSTACLE = ("aspek", "hambatan", "keterangan", "upaya")
LK = Konteks("LK", 2024, 2024)


@st.composite
def hambatan_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    text = st.none() | st.one_of(TEXT, HARD)
    rows = []
    for baris in range(1, draw(st.integers(1, 5)) + 1):
        words = draw(st.fixed_dictionaries(dict.fromkeys(OBSTACLE, text)).filter(lambda w: w["hambatan"] or w["upaya"]))
        rows.append(words | {"berkas": "b", "tabel": "t", "baris": baris, "tahun": 2024, "kolom_dikoreksi": None})
    return rows


@given(rows=hambatan_rows())
@examples(0.4)
def test_any_hambatan_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]) -> None:
    path = tmp_path_factory.mktemp("bolakbalik") / "isian.xlsx"
    workbook_write(path, Identitas("3572", "LK", 2024, 2024), hambatan_rows=rows)
    (table,) = loaded(read(path), LK)
    assert (table.keraguan, table.tahun, table.jenis) == ([], (2024,), "LK")
    assert [tuple(getattr(r, word) for word in OBSTACLE) for r in table.hambatan] == [
        tuple(plain(row[word]) if row[word] else None for word in OBSTACLE) for row in rows
    ]


def test_what_a_person_set_of_a_hambatan_is_said_beside_it() -> None:
    buffer = BytesIO()
    row = {"hambatan": "Gudang banjir", "tabel": "Hambatan", "baris": 7, "tahun": 2024}
    workbook_write(buffer, RENSTRA, hambatan_rows=[row, row | {"baris": 8, "kolom_dikoreksi": "upaya"}])
    sheet = openpyxl.load_workbook(buffer)["Hambatan"]
    assert [cell.value for (cell,) in sheet.iter_rows(5, 6, 5, 5)] == [
        "Hambatan, baris 7", "Hambatan, baris 8; 2024 dikoreksi",
    ]  # fmt: skip


@given(text=st.one_of(TEXT, HARD))
@example(text="=1+1")
@example(text="-2+3")
@examples(0.4)
def test_no_text_becomes_a_formula(text: str) -> None:
    buffer = BytesIO()
    row = {"tingkat": "program", "indikator": text, "tahun": 2024, "nilai": 1.0, "satuan": "%", "keadaan": "ada"}
    workbook_write(buffer, RENSTRA, target_rows=[row])
    sheet = openpyxl.load_workbook(buffer)["Target"]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}
    assert sheet.cell(5, 8).number_format == "@"


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    row = {"tingkat": "program", "indikator": "x" * (PANJANG_TEKS + 1), "tahun": 2024, "nilai": 1.0, "keadaan": "ada"}
    with pytest.raises(ValueError, match="tidak muat dalam satu sel"):
        workbook_write(BytesIO(), RENSTRA, target_rows=[row])
    with pytest.raises(ValueError, match="Tahun dokumen belum diketahui"):
        workbook_write(BytesIO(), Identitas("3572", "PK", None, None))


def test_a_damaged_value_waits_for_whoever_types_it(tmp_path: Path) -> None:
    row = {"tingkat": "program", "indikator": "Nilai", "nilai": None, "nilai_ordinal": None, "jenis_dokumen": "Renstra"}
    rows = [row | {"tahun": 2024, "nilai_teks": "909", "keadaan": "rusak", "baris": 1},
            row | {"tahun": 2025, "nilai_teks": "", "keadaan": "rusak", "baris": 2}]  # fmt: skip
    (table,) = through(tmp_path, RENSTRA, target_rows=rows)
    assert table.indikator == []
    assert [k.kolom for k in table.keraguan] == ["target:2024", "target:2025"]


# typed sheets, headings written out ---------------------------------------------------------------------------------
TARGET = ("Jenis dokumen|Unit|Tingkat|Tujuan|Program|Kegiatan|Sasaran|Indikator|Unit pelaksana|Satuan|Target 2024|"
          "Target 2025|Keterangan")  # fmt: skip
REALISASI = ("Jenis dokumen|Unit|Tingkat|Tujuan|Program|Kegiatan|Sasaran|Indikator|Unit pelaksana|Tahun|Target|Satuan|"
             "Realisasi|Capaian tercetak (%)|Keterangan")  # fmt: skip
ANGGARAN = ("Jenis dokumen|Unit|Tingkat|Kode program|Program|Kode kegiatan|Kegiatan|Kode KRO|KRO|Kode RO|Uraian|Tahun|"
            "Pagu (Rp)|Realisasi (Rp)|Realisasi (%)|TVRO|RVRO|Efisiensi (%)|Keterangan")  # fmt: skip
HAMBATAN = "Kegiatan atau aspek|Hambatan|Keterangan tercetak|Upaya|Keterangan"
PK = Konteks("PK", 2024, 2026)
PK_2024 = Konteks("PK", 2024, 2024)


def sheet(*lines: str, name: str = "Target") -> Lembar:
    """Lines with cells parted by "|", as a reader gives them."""
    return Lembar("isian.xlsx", tuple(
        Baris(n, line.replace("|", "\t"), tempat=f"lembar {name}, baris {n}" if line else None)
        for n, line in enumerate(lines, start=1)
    ))  # fmt: skip


def target(**cells: str) -> str:
    return typed(
        TARGET, {"Tingkat": "Program", "Indikator": "Nilai", "Target 2024": "1", "Target 2025": "2"} | named(cells)
    )


def realisasi(**cells: str) -> str:
    usual = {
        "Tingkat": "Program",
        "Indikator": "Nilai",
        "Tahun": "2024",
        "Target": "80",
        "Realisasi": "75",
        "Satuan": "%",
    }
    return typed(REALISASI, usual | named(cells))


def anggaran(**cells: str) -> str:
    usual = {"Tingkat": "RO", "Uraian": "Layanan", "Tahun": "2024", "Pagu (Rp)": "1.000", "Realisasi (Rp)": "900"}
    return typed(ANGGARAN, usual | named(cells))


def named(cells: dict[str, str]) -> dict[str, str]:
    """Keyword → heading: "Target_2024" → "Target 2024", "Pagu" → "Pagu (Rp)"."""
    short = {"Pagu": "Pagu (Rp)", "Belanja": "Realisasi (Rp)", "Persen": "Realisasi (%)",
             "Capaian": "Capaian tercetak (%)", "Efisiensi": "Efisiensi (%)"}  # fmt: skip
    return {short.get(key, key.replace("_", " ")): value for key, value in cells.items()}


def typed(heading: str, cells: dict[str, str]) -> str:
    assert cells.keys() <= set(heading.split("|"))
    return "|".join(cells.get(name, "") for name in heading.split("|"))


def doubts(lembar: Lembar, konteks: Konteks = PK) -> list[tuple[str, str]]:
    return [(k.kolom, k.kode) for t in lembar_kerja_family.read(lembar, konteks) for k in t.keraguan]


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        (TARGET, target(Indikator=""), [("indikator", "kata_hilang")]),
        (TARGET, target(Tingkat="Eselon"), [("baris", "tidak_dikenali")]),
        (TARGET, target(Tingkat=""), [("baris", "tidak_dikenali")]),
        (TARGET, target(Jenis_dokumen="LAKIP"), [("baris", "tidak_dikenali")]),
        (TARGET, target(Unit="Ketua"), [("baris", "tidak_dikenali")]),
        (
            TARGET,
            target(Target_2024="", Target_2025=""),
            [("target:2024", "tanpa_nilai"), ("target:2025", "tanpa_nilai")],
        ),
        (TARGET, target(Target_2025="90 %", Satuan="Kali"), [("target:2025", "nilai_ambigu")]),
        (TARGET, target(Target_2024="B", Satuan="%"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target(Target_2025="-", Satuan="pohon"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target(Target_2025="-", Satuan="predikat"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target(Target_2024="1.234"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target(Target_2024="sekitar 90"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target() + "|catatan lain", [("baris", "tidak_dikenali")]),
        (TARGET, "Nilai yang tertulis di satu sel", [("baris", "tidak_dikenali")]),
        (f"{TARGET}|Target 2024", target(Target_2025="-") + "|3", [("baris", "kolom_ganda")]),
        (REALISASI, realisasi(Tahun="tahun lalu"), [("baris", "tahun_tidak_sah")]),
        (
            REALISASI,
            realisasi(Target="", Realisasi=""),
            [("target:2024", "tanpa_nilai"), ("realisasi:2024", "tanpa_nilai")],
        ),
        (REALISASI, realisasi(Realisasi="7S"), [("realisasi:2024", "nilai_ambigu")]),
        (REALISASI, realisasi(Capaian="baik"), [("capaian_tercetak:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Uraian=""), [("uraian", "kata_hilang")]),
        (ANGGARAN, anggaran(Tingkat="Output"), [("baris", "tidak_dikenali")]),
        (ANGGARAN, anggaran(Tahun=""), [("baris", "tahun_tidak_sah")]),
        (ANGGARAN, anggaran(Tahun="jumlah"), [("baris", "tahun_tidak_sah")]),
        (ANGGARAN, anggaran(Pagu="4.056.561.00"), [("pagu:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Belanja="-5"), [("realisasi_anggaran:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(TVRO="1,234"), [("tvro:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Persen="x"), [("persen_tercetak:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Kode_RO="1"), [("kode_ro", "kode_tidak_pasti")]),
        (ANGGARAN, anggaran(Kode_program="76.1.WA"), [("kode_program", "kode_tidak_pasti")]),
    ],
)
def test_what_is_typed_wrongly_waits_and_is_not_loaded(heading: str, line: str, expected: list[Any]) -> None:
    lembar = sheet(heading, line)
    assert doubts(lembar) == expected
    (table,) = loaded(lembar, PK)
    assert (table.indikator, table.anggaran, table.nasib[2]) == ([], [], "dikarantina")


def test_what_is_typed_well_is_read_as_meant() -> None:
    lembar = sheet(
        TARGET, "",
        target(Satuan="%", Target_2024="90", Target_2025="90,5%"),
        target(Target_2024="7 Kecamatan", Target_2025="-"),
        target(Target_2024="BB", Target_2025="", Satuan="predikat"),
        target(Indikator="Jumlah orang", Target_2024="1.234"),
    )  # fmt: skip
    (table,) = loaded(lembar, PK)
    values = [[(v.nilai, v.ordinal, v.satuan, v.keadaan) for _, v in sorted(r.target.items())] for r in table.indikator]
    assert values == [
        [(90, None, "%", "ada"), (90.5, None, "%", "ada")],
        [(7, None, "Kecamatan", "ada"), (None, None, None, "tidak_ditargetkan")],
        [(None, "BB", None, "ada"), (None, None, None, "kosong")],
        [(1234, None, None, "ada"), (2, None, None, "ada")],
    ]
    assert table.nasib == {1: "judul", 3: "dimuat", 4: "dimuat", 5: "dimuat", 6: "dimuat"}


@pytest.mark.parametrize(
    ("line", "konteks", "expected"),
    [
        ("Logistik|||", LK, [("hambatan", "kata_hilang")]),
        ("|||Gudang dipindah|", PK, [("baris", "tidak_dikenali")]),
        ("|Gudang banjir||||catatan lain", LK, [("baris", "tidak_dikenali")]),
        ("Gudang banjir", LK, [("baris", "tidak_dikenali")]),
    ],
)
def test_a_hambatan_that_says_nothing_or_is_no_lks_waits(line: str, konteks: Konteks, expected: list[Any]) -> None:
    lembar = sheet(HAMBATAN, line)
    assert doubts(lembar, konteks) == expected
    (table,) = loaded(lembar, konteks)
    assert (table.hambatan, table.nasib[2]) == ([], "dikarantina")


def test_a_hambatan_that_says_nothing_is_settled_by_a_correction() -> None:
    koreksi = Koreksi("isian.csv", 2, "hambatan", "Logistik", "Gudang banjir", "tertinggal", "Ani", date(2026, 1, 2))
    (table,) = loaded(sheet(HAMBATAN, "Logistik||||"), LK, koreksi)
    assert [(r.aspek, r.hambatan, r.kolom_dikoreksi) for r in table.hambatan] == [
        ("Logistik", "Gudang banjir", ["hambatan"])
    ]


def test_a_correction_settles_a_doubt() -> None:
    line = target(Target_2024="sekitar 90")
    koreksi = Koreksi("isian.csv", 2, "target:2024", "sekitar 90", "90 %", "dihitung ulang", "Ani", date(2026, 1, 2))
    (table,) = loaded(sheet(TARGET, line), PK, koreksi)
    assert [(v.nilai, v.keadaan) for v in table.indikator[0].target.values()] == [(2.0, "ada"), (90.0, "dikoreksi")]
    assert table.nasib[2] == "dimuat"


def test_years_of_one_budget_line_belong_together() -> None:
    rows = [anggaran(Tahun="2024"), anggaran(Tahun="2025", Pagu="2.000"),
            anggaran(Tahun="jumlah", Pagu="3.000", Belanja=""), anggaran(Tahun="2024", Pagu="7"),
            anggaran(Tahun="2025", Pagu="rusak"), anggaran(Tahun="2026", Pagu="9"),
            anggaran(Tingkat="Total", Tahun="", Pagu="", Belanja="")]  # fmt: skip
    (table,) = loaded(sheet(ANGGARAN, *rows), PK)
    assert [(r.baris, r.baris_akhir, {y: m.rupiah for y, m in r.pagu.items()}) for r in table.anggaran] == [
        (2, 4, {2024: 1000, 2025: 2000, None: 3000}), (5, 5, {2024: 7}), (7, 7, {2026: 9}), (8, 8, {}),
    ]  # fmt: skip
    assert [table.nasib[n] for n in range(2, 9)] == [
        "dimuat",
        "sambungan",
        "sambungan",
        "dimuat",
        "dikarantina",
        "dimuat",
        "dimuat",
    ]


def test_kind_and_unit_come_from_the_row_or_from_keterangan() -> None:
    lembar = sheet("Lembar kerja Selaras", "Unit penanda tangan|Sekretariat", "", "Target kinerja", TARGET,
                   target(), target(Unit="komisioner"), target(Jenis_dokumen="LK"),
                   target(Jenis_dokumen="rkt"))  # fmt: skip
    tables = loaded(lembar, PK)
    assert [(t.nama, t.jenis, t.unit, sorted(t.nasib)) for t in tables] == [
        ("Target", "PK", "sekretariat", [4, 5, 6]),
        ("Target PK Komisioner", "PK", "komisioner", [7]),
        ("Target LK", "LK", None, [8]),
        ("Target RKT Sekretariat", "RKT", "sekretariat", [9]),
    ]


KETERANGAN = ("Lembar kerja Selaras", "Versi lembar kerja|1", "Kode satker|3572|kode wilayah",
              "Nama satker|KPU Kota Blitar", "Jenis dokumen|PK", "Tahun awal|2024", "Tahun akhir|2024",
              "Unit penanda tangan|Komisioner")  # fmt: skip


def with_line(number: int, line: str) -> tuple[str, ...]:
    return (*KETERANGAN[: number - 1], line, *KETERANGAN[number:])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (KETERANGAN, Identitas("3572", "PK", 2024, 2024, "komisioner", "KPU Kota Blitar")),
        (
            with_line(3, "Kode satker|357|kode wilayah"),
            Identitas(None, "PK", 2024, 2024, "komisioner", "KPU Kota Blitar"),
        ),
        (with_line(5, "Jenis dokumen"), Identitas("3572", None, 2024, 2024, "komisioner", "KPU Kota Blitar")),
        (with_line(6, "Tahun awal|24"), Identitas("3572", "PK", None, 2024, "komisioner", "KPU Kota Blitar")),
        (with_line(8, "Unit penanda tangan|Ketua"), Identitas("3572", "PK", 2024, 2024, None, "KPU Kota Blitar")),
        (KETERANGAN[1:], None),
    ],
)
def test_identity_is_what_keterangan_says(lines: tuple[str, ...], expected: Identitas | None) -> None:
    assert lembar_kerja_family.read_identity(sheet(*lines, name="Keterangan")) == expected


@pytest.mark.parametrize(
    ("lines", "kode", "sheets"),
    [
        (KETERANGAN, [], ["Target"]),
        (with_line(2, "Versi lembar kerja|2"), [], ["Target"]),
        (with_line(2, "Versi lembar kerja|3"), [("baris", "keterangan_ragu")], ["Keterangan"]),
        (with_line(5, "Jenis dokumen|LK"), [("baris", "keterangan_ragu")], ["Keterangan", "Target"]),
        (with_line(8, "Unit penanda tangan|Ketua"), [("baris", "keterangan_ragu")], ["Keterangan", "Target"]),
    ],
)
def test_keterangan_that_cannot_be_followed_is_a_doubt(
    lines: tuple[str, ...], kode: list[Any], sheets: list[str]
) -> None:
    lembar = sheet(*lines, "Target kinerja", TARGET, target())
    assert doubts(lembar) == kode
    assert [t.nama for t in lembar_kerja_family.read(lembar, PK)] == sheets


def test_a_heading_changed_beyond_recognition_is_told() -> None:
    lembar = sheet(*KETERANGAN, "Target kinerja", TARGET.replace("Tingkat", "Level"), target())
    assert doubts(lembar) == [("baris", "keterangan_ragu")]
    without_years = TARGET.replace("Target 20", "Tahun 20")
    assert ("baris", "tahun_tidak_sah") in doubts(sheet(*KETERANGAN, "Target kinerja", without_years, target()))


def reasons(*lines: str, konteks: Konteks = PK) -> list[str]:
    return [k.alasan for t in lembar_kerja_family.read(sheet(*lines), konteks) for k in t.keraguan]


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        (TARGET, target(Target_2024="0,9", Satuan="%"), [("target:2024", "nilai_ambigu")]),
        (TARGET, target(Target_2024="1", Target_2025="90", Satuan="%"), [("target:2024", "nilai_ambigu")]),
        (REALISASI, realisasi(Realisasi="0,75"), [("realisasi:2024", "nilai_ambigu")]),
        (REALISASI, realisasi(Capaian="0,94"), [("capaian_tercetak:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Persen="0,93"), [("persen_tercetak:2024", "nilai_ambigu")]),
        (ANGGARAN, anggaran(Efisiensi="0,07"), [("efisiensi_tercetak:2024", "nilai_ambigu")]),
    ],
)
def test_a_bare_fraction_under_percent_can_mean_two_things(heading: str, line: str, expected: list[Any]) -> None:
    assert doubts(sheet(heading, line)) == expected


def test_the_two_meanings_of_a_fraction_are_named() -> None:
    (said,) = reasons(TARGET, target(Target_2024="0,9", Satuan="%"))
    assert "«0,9» dapat berarti 0,9 % atau 90 %; tulis dengan tanda persennya" in said


def test_a_fraction_with_its_percent_sign_or_of_another_unit_is_certain() -> None:
    lembar = sheet(
        TARGET, target(Target_2024="0,9 %", Target_2025="0", Satuan="%"), target(Target_2024="0,9", Target_2025="1"),
        "",
        REALISASI, realisasi(Target="1 %", Realisasi="0,75%", Capaian="75"), "",
        ANGGARAN, anggaran(Persen="0,5 %", TVRO="1", RVRO="0,5"),
    )  # fmt: skip
    tables = loaded(lembar, PK)
    assert [k.alasan for t in tables for k in t.keraguan] == []
    assert [[v.nilai for _, v in sorted(r.target.items())] for t in tables for r in t.indikator] == [
        [0.9, 0], [0.9, 1], [1],
    ]  # fmt: skip
    spent = tables[2].anggaran[0].realisasi[2024]
    assert (tables[1].indikator[0].capaian[2024].realisasi.nilai, spent.persen, spent.rvro) == (0.75, 0.5, 0.5)


def test_a_number_typed_into_a_cell_with_percent_format_is_what_it_shows(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["Target"]["K5"], book["Target"]["L5"] = 0.9, 0.9
        book["Target"]["K5"].number_format = "0%"

    (table, _) = edited(tmp_path, change)
    assert [(k.kolom, k.kode) for k in table.keraguan] == [("target:2025", "nilai_ambigu")]
    (lembar, _) = edited(tmp_path, lambda book: book["Target"].__setitem__("K5", "90%"))
    assert lembar.indikator[0].target[2024].nilai == 90


@pytest.mark.parametrize(
    ("heading", "line", "expected"),
    [
        (TARGET.replace("2025", "2023"), target(), [("target:2023", "tahun_tidak_sah")]),
        (REALISASI, realisasi(Tahun="2023"), [("baris", "tahun_tidak_sah")]),
        (ANGGARAN, anggaran(Tahun="2025"), [("baris", "tahun_tidak_sah")]),
    ],
)
def test_a_year_that_is_not_the_documents_waits(heading: str, line: str, expected: list[Any]) -> None:
    assert doubts(sheet(heading, line), PK_2024) == expected
    named_there = sheet("Lembar kerja Selaras", "Tahun lain|2023, 2025|hanya bila", "", heading, line)
    assert doubts(named_there, PK_2024) == []


def test_an_empty_column_of_another_year_says_nothing() -> None:
    (table,) = loaded(sheet(TARGET, target(Target_2025="")), PK_2024)
    assert (table.tahun, list(table.indikator[0].target), table.keraguan) == ((2024,), [2024], [])


def test_the_sentence_about_a_year_names_the_years_of_the_document() -> None:
    (one,) = reasons(REALISASI, realisasi(Tahun="2023"), konteks=PK_2024)
    (several,) = reasons(REALISASI, realisasi(Tahun="2023"))
    assert "Tahun 2023 di luar tahun dokumen ini (2024)." in one
    assert "(2024–2026)" in several


def test_a_document_that_prints_the_year_before_comes_back_whole(tmp_path: Path) -> None:
    row = {"berkas": "b", "tabel": "t", "tingkat": "program", "indikator": "Nilai", "jenis_dokumen": "LK"}
    spent = [row | {"baris": 1, "tahun": year, "target": 80.0, "target_teks": "80 %", "realisasi": 70.0, "satuan": "%",
                    "realisasi_teks": "70 %", "capaian_tercetak": 0.875} for year in (2023, 2024)]  # fmt: skip
    budget = {"berkas": "b", "tabel": "t", "baris": 3, "tingkat": "total", "uraian": "Jumlah", "pagu": 5}
    identitas = Identitas("3572", "LK", 2024, 2024)
    workbook_write(tmp_path / "a.xlsx", identitas, (), spent, [budget | {"tahun": 2022}, budget | {"tahun": None}])
    lembar = read(tmp_path / "a.xlsx")
    tables = loaded(lembar, Konteks("LK", 2024, 2024))
    assert [k.alasan for t in tables for k in t.keraguan] == []
    assert [{year: c.persen for year, c in r.capaian.items()} for r in tables[0].indikator] == [
        {2023: 0.875}, {2024: 0.875},
    ]  # fmt: skip
    assert any(line.teks.startswith("Tahun lain\t2022, 2023\t") for line in lembar.baris)


@pytest.mark.parametrize(
    ("heading", "line", "said"),
    [
        (TARGET, target(Tingkat=""), "Tingkat kosong; pilih Sasaran strategis, Program atau Kegiatan."),
        (TARGET, target(Tingkat="Eselon"), "Tingkat «Eselon» tidak dikenal; pilih Sasaran strategis, Program atau "),
        (ANGGARAN, anggaran(Tingkat=""), "Tingkat kosong; pilih Total, Program, Kegiatan, KRO, RO, Sasaran atau Indi"),
        (REALISASI, realisasi(Tahun=""), "Tahun kosong; tulis seperti 2024."),
        (ANGGARAN, anggaran(Tahun=""), "Tahun kosong; tulis seperti 2024, atau «jumlah»."),
        (ANGGARAN, anggaran(Kode_RO="1"), "Kode RO «1» tidak dikenal bentuknya; tulis seperti «001»."),
        (f"{TARGET}|Unit pelaksana", target(Unit_pelaksana="a") + "|b", "Kolom Unit pelaksana ada dua dan keduanya te"),
        (f"{TARGET}|Target 2024", target() + "|3", "Kolom Target 2024 ada dua dan keduanya terisi"),
    ],
)
def test_sentences_use_the_words_of_the_sheet(heading: str, line: str, said: str) -> None:
    (reason,) = reasons(heading, line)
    assert reason.startswith(said)


# what people do to a workbook ---------------------------------------------------------------------------------------
def edited(tmp_path: Path, change: Callable[[Any], None]) -> list[Tabel]:
    """A workbook of one target and one budget row, changed as people change workbooks, then read."""
    row = {"tingkat": "program", "indikator": "Nilai", "tahun": 2024, "nilai": 90.0, "satuan": "%", "keadaan": "ada"}
    budget = {"tingkat": "total", "uraian": "Jumlah", "tahun": 2024, "pagu": 1000}
    workbook_write(tmp_path / "a.xlsx", RENSTRA, target_rows=[row], anggaran_rows=[budget])
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    change(book)
    book.save(tmp_path / "b.xlsx")
    return loaded(read(tmp_path / "b.xlsx"), Konteks("Renstra", 2024, 2025))


def _version_1(book: Any) -> None:
    """As it was written before there was a sheet for hambatan."""
    del book["Hambatan"]
    book["Keterangan"]["B4"] = "1"


def _move_examples(book: Any) -> None:
    book.move_sheet("Contoh", -3)
    book["Daftar"].sheet_state = "visible"
    book.move_sheet("Daftar", -2)


def _insert(book: Any) -> None:
    book["Target"].insert_rows(5, 3)
    book["Target"].insert_cols(3)
    book["Target"]["H1"] = None


def _note(book: Any) -> None:
    book["Target"]["M6"] = "dicek Budi"
    book["Target"]["M6"].border = copy(book["Target"]["H5"].border)


def _reorder(book: Any) -> None:
    sheet = book["Target"]
    for line in sheet.iter_rows(min_row=3, max_row=5):
        line[2].value, line[7].value = line[7].value, line[2].value


@pytest.mark.parametrize("change", [lambda book: None, _version_1, _move_examples, _insert, _note, _reorder])
def test_harmless_changes_change_nothing(tmp_path: Path, change: Callable[[Any], None]) -> None:
    tables = edited(tmp_path, change)
    assert [k.alasan for t in tables for k in t.keraguan] == []
    assert [(t.nama, len(t.indikator), len(t.anggaran)) for t in tables] == [("Target", 1, 0), ("Anggaran", 0, 1)]
    assert [(r.tingkat, r.indikator, r.target[2024].nilai, r.target[2024].satuan) for r in tables[0].indikator] == [
        ("program", "Nilai", 90.0, "%")
    ]


def test_an_empty_workbook_has_no_tables_and_its_examples_never_load(tmp_path: Path) -> None:
    workbook_write(tmp_path / "kosong.xlsx", RENSTRA)
    lembar = read(tmp_path / "kosong.xlsx")
    assert any("Contoh pengisian" in line.teks for line in lembar.baris)
    assert lembar_kerja_family.recognised(lembar)
    assert lembar_kerja_family.read(lembar, Konteks("Renstra", 2024, 2025)) == []
    assert lembar_kerja_family.belum_diisi(lembar)
    assert lembar.catatan == ()


@pytest.mark.parametrize("kept", [False, True])
def test_only_our_own_hidden_lists_are_passed_over_in_silence(tmp_path: Path, kept: bool) -> None:
    workbook_write(tmp_path / "a.xlsx", RENSTRA)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    _version_1(book)
    book["Contoh"].sheet_state = "hidden"
    if not kept:
        del book["Target"]
    book.save(tmp_path / "b.xlsx")
    lists = [] if kept else ["Lembar Daftar disembunyikan dan tidak dibaca."]
    assert list(read(tmp_path / "b.xlsx").catatan) == ["Lembar Contoh disembunyikan dan tidak dibaca.", *lists]


def test_a_long_table_that_is_no_workbook_is_looked_at_once_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    for module in (fields, shape):
        monkeypatch.setattr(module, "letters", lambda text: seen.append(text) or letters(text))
    assert not lembar_kerja_family.recognised(sheet(*["rincian|lainnya"] * 100))
    assert len(seen) < 100 * 5


def test_a_workbook_is_unfilled_only_while_nothing_is_typed() -> None:
    empty = (*KETERANGAN, "Target kinerja", TARGET)
    assert lembar_kerja_family.belum_diisi(sheet(*empty))
    for line in (target(), typed(TARGET, {"Target 2024": "1"}), "Nilai yang tertulis di satu sel"):
        assert not lembar_kerja_family.belum_diisi(sheet(*empty, line))
    assert not lembar_kerja_family.belum_diisi(sheet(*KETERANGAN, "Target kinerja", TARGET.replace("Tingkat", "Level")))
    assert not lembar_kerja_family.belum_diisi(sheet(*empty, "", "Realisasi kinerja", "judul|lain"))
    assert not lembar_kerja_family.belum_diisi(sheet("Rencana strategis", "a|b"))


# what waits in karantina --------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def tanpa_koreksi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of the project's data without the corrections of one document."""
    folder = data.copy(tmp_path_factory.mktemp("karantina") / "data")
    (folder / "koreksi" / "renstra-kpu-kota-pangkalpinang-2020-2024.csv").unlink()
    build(folder, terbit=folder / "terbit")
    return folder / "terbit"


def test_what_waits_is_listed_to_be_typed_and_never_read(
    tanpa_koreksi: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_TERBIT", str(tanpa_koreksi))
    berkas, konteks = BERKAS["pangkalpinang"], Konteks("Renstra", 2020, 2024)
    rows, waiting = queries_lembar_kerja.rows(berkas), queries_lembar_kerja.menunggu(berkas)
    assert set(waiting["baris"]) == {582}
    workbook_write(tmp_path / "a.xlsx", Identitas("1971", "Renstra", 2020, 2024), *rows)
    workbook_write(tmp_path / "b.xlsx", Identitas("1971", "Renstra", 2020, 2024), *rows, menunggu_rows=waiting)
    without, listed = read(tmp_path / "a.xlsx"), read(tmp_path / "b.xlsx")
    (line,) = [line for line in listed.baris if line.tempat == "lembar Belum terbaca, baris 4"]
    place, table, text, reason = line.teks.split("\t")
    assert (place, table) == ("baris 582", waiting["tabel"][0])
    assert text == " | ".join(cell.strip() for cell in waiting["teks"][0].split("\t") if cell.strip())
    assert all(alasan in reason for alasan in waiting["alasan"])
    assert [line.teks for line in listed.baris if "1 baris dokumen asal belum terbaca" in line.teks]
    assert facts(loaded(listed, konteks)) == facts(loaded(without, konteks))
    assert not [line for line in without.baris if "elum terbaca" in line.teks]


def test_the_page_says_how_many_lines_are_not_in_the_workbook(
    tanpa_koreksi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> None:
        from pages.parts.unggah import lembar

        lembar.offer()

    monkeypatch.setenv("SELARAS_TERBIT", str(tanpa_koreksi))
    app = AppTest.from_function(offered, default_timeout=30).run()
    said = {}
    for name in app.selectbox(key="lembar_isi_awal").options:
        app.selectbox(key="lembar_isi_awal").select(name).run()
        assert not app.exception
        said[name] = [warning.value for warning in app.warning]
    (told,) = [warnings for warnings in said.values() if warnings]
    assert len(told) == 1
    assert told[0].startswith("1 baris dokumen ini belum terbaca dan tidak ada di lembar Target, Realisasi, Anggaran")


def facts(tables: list[Tabel]) -> tuple[Any, ...]:
    return read_targets(tables), read_pagu(tables), [k.alasan for t in tables for k in t.keraguan]


def test_a_line_with_several_reasons_is_listed_once_with_all() -> None:
    row = {"berkas": "b", "tabel": "Tabel 2", "baris": 7, "halaman": 3, "tempat": None, "teks": "a\t\t=1+1"}
    rows = [row | {"kolom": "realisasi_anggaran:2024", "alasan": "Rusak."}, row | {"kolom": "baris", "alasan": "Ragu."},
            row | {"kolom": "pagu:2024", "alasan": "Rusak."},
            row | {"baris": 9, "tempat": "lembar A, baris 9", "kolom": "baris", "alasan": "Ragu."}]  # fmt: skip
    buffer = BytesIO()
    workbook_write(buffer, RENSTRA, menunggu_rows=rows)
    sheet = openpyxl.load_workbook(buffer)["Belum terbaca"]
    assert list(sheet.iter_rows(min_row=4, values_only=True)) == [
        ("halaman 3, baris 7", "Tabel 2", "a | =1+1", "Kolom realisasi anggaran 2024, pagu 2024: Rusak. Ragu."),
        ("lembar A, baris 9", "Tabel 2", "a | =1+1", "Ragu."),
    ]


def test_what_waits_ends_a_sheet_where_a_format_has_no_places() -> None:
    lines = (*KETERANGAN, "Target kinerja", TARGET, target(), "Baris dokumen yang belum terbaca",
             "Letak|Tabel|Teks tercetak|Sebab", "baris 7|Tabel 2|Nilai 80|Ragu.")  # fmt: skip
    lembar = sheet(*lines)
    placeless = Lembar("a.csv", tuple(Baris(line.nomor, line.teks) for line in lembar.baris))
    (table,) = loaded(placeless, PK)
    assert (len(table.indikator), table.keraguan) == (1, [])
