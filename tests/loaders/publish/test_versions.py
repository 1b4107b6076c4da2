"""Versions of a document: which one is in use, what a new one changed, and a register that contradicts itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pytest

from loaders.build import build
from loaders.errors import DaftarSalah
from loaders.records import Indikator, Tabel
from loaders.register import diff, manifest
from loaders.values.numbers import parse_nilai
from tests.loaders import data

RKT = "rkt-kpu-kota-serang-2020.txt"


def revise(folder: Path, *changes: tuple[str, str], nama: str = "rkt-kpu-kota-serang-2020-2.txt", of: str = RKT) -> str:
    """Register a changed copy of a document as a new version of it; returns its fingerprint."""
    rows = data.manifest(folder)
    old = next(row for row in rows if row["file"].endswith(of))
    text = (folder / "dokumen" / old["file"]).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = (folder / "dokumen" / old["file"]).with_name(nama)
    path.write_text(text, encoding="utf-8")
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    new = old | {"file": f"{path.parent.name}/{nama}", "sha256": content, "menggantikan": old["sha256"]}
    data.write_manifest(folder, [*rows, new])
    return content


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.sql(query).fetchall()


@pytest.fixture
def revised(tmp_path: Path) -> tuple[Path, str]:
    folder = data.copy(tmp_path / "data", "serang")
    sap = "Persentase Laporan Keuangan sesuai dengan SAP (Standart Anggaran Pemerintah)"
    return folder, revise(folder, (f"{sap}\t90%", f"{sap}\t95%"))


def test_the_newest_version_is_in_use_and_both_are_kept(revised: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = revised
    path = build(folder, terbit=tmp_path / "terbit").berkas
    assert rows(path, "select distinct berkas from v_target where satker = 'KPU Kota Serang'") == [
        ("rkt-kpu-kota-serang-2020-2.txt",)
    ]
    assert rows(path, "select berkas, versi, jumlah_versi, dipakai, menggantikan from v_versi_dokumen "
                      "where satker = 'KPU Kota Serang' order by versi") == [
        (RKT, 1, 2, False, None), ("rkt-kpu-kota-serang-2020-2.txt", 2, 2, True, RKT),
    ]  # fmt: skip


def test_the_change_between_versions_is_published_with_both_places(revised: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = revised
    path = build(folder, terbit=tmp_path / "terbit").berkas
    (found,) = rows(path, "select jenis_perubahan, isi, uraian, tahun, teks_lama, teks_baru, tempat_lama, tempat_baru "
                          "from v_perubahan")  # fmt: skip
    indikator = "Persentase Laporan Keuangan sesuai dengan SAP (Standart Anggaran Pemerintah)"
    assert found[:6] == ("berubah", "target", indikator, 2020, "90%", "95%")
    assert found[6] == found[7]
    assert str(found[6]).startswith("baris ")


LK_HAMBATAN = """B. Hambatan Kinerja
No\tKegiatan/Aspek\tHambatan\tUpaya
1\tLogistik\tGudang terendam banjir\tGudang dipindah
2\tRekapitulasi\tTiga staf dipindah\tStaf ditambah
"""


def test_a_hambatan_is_corrected_and_versioned_like_every_other_record(tmp_path: Path) -> None:
    folder = data.copy(tmp_path / "data", "serang")
    first = "3673-kota-serang/lk-kpu-kota-serang-2024.txt"
    (folder / "dokumen" / first).write_text(LK_HAMBATAN, encoding="utf-8")
    content = hashlib.sha256((folder / "dokumen" / first).read_bytes()).hexdigest()
    known = data.manifest(folder)
    lk = known[0] | {"file": first, "jenis_dokumen": "LK", "tahun_awal": "2024", "tahun_akhir": "2024"}
    data.write_manifest(folder, [*known, lk | {"sha256": content}])
    revise(folder, ("Staf ditambah", "Staf diganti"), nama="lk-kpu-kota-serang-2024-2.txt", of=first)
    correction = "4,upaya,Staf diganti,Staf ditukar,salah ketik,Tim,2026-01-01\n"
    heading = "baris,kolom,teks_lama,nilai_baru,alasan,oleh,tanggal\n"
    (folder / "koreksi" / "lk-kpu-kota-serang-2024-2.csv").write_text(heading + correction, encoding="utf-8")
    path = build(folder, terbit=tmp_path / "terbit").berkas
    assert rows(path, "select nomor, upaya, kolom_dikoreksi from v_hambatan order by nomor") == [
        (1, "Gudang dipindah", None), (2, "Staf ditukar", "upaya"),
    ]  # fmt: skip
    assert rows(path, "select jenis_perubahan, isi, uraian, tahun, teks_lama, teks_baru from v_perubahan") == [
        ("berubah", "hambatan", "Tiga staf dipindah", 2024, "Rekapitulasi; Tiga staf dipindah; Staf ditambah",
         "Rekapitulasi; Tiga staf dipindah; Staf ditukar"),
    ]  # fmt: skip


def test_a_person_can_choose_the_older_version(revised: tuple[Path, str], tmp_path: Path) -> None:
    folder, newer = revised
    older = next(row["sha256"] for row in data.manifest(folder) if row["file"].endswith(RKT))
    manifest.choose(folder / "dokumen", older)
    path = build(folder, terbit=tmp_path / "terbit").berkas
    in_use = "select distinct berkas from v_target where satker = 'KPU Kota Serang'"
    assert rows(path, in_use) == [(RKT,)]
    manifest.choose(folder / "dokumen", newer)
    assert [row["dipakai"] for row in data.manifest(folder)] == [""] * 2
    assert rows(build(folder, terbit=tmp_path / "terbit").berkas, in_use) == [("rkt-kpu-kota-serang-2020-2.txt",)]


def test_a_register_that_contradicts_itself_is_refused(revised: tuple[Path, str]) -> None:
    folder, _ = revised
    good = data.manifest(folder)
    for change, sentence in (
        ({"menggantikan": "f" * 64}, "tidak terdaftar"),
        ({"jenis_dokumen": "LK"}, "satker atau jenisnya berbeda"),
        ({"dipakai": "x"}, "harus kosong atau ya"),
    ):
        data.write_manifest(folder, [*good[:-1], good[-1] | change])
        with pytest.raises(DaftarSalah, match=sentence):
            manifest.load(folder / "dokumen")
    circle = [row | {"menggantikan": good[-1]["sha256"]} if row["file"].endswith(RKT) else row for row in good]
    data.write_manifest(folder, circle)
    with pytest.raises(DaftarSalah, match="saling menggantikan"):
        manifest.load(folder / "dokumen")


def test_two_documents_cannot_replace_the_same_one(revised: tuple[Path, str]) -> None:
    folder, _ = revised
    revise(folder, ("12 Laporan", "11 Laporan"), nama="rkt-kpu-kota-serang-2020-3.txt")
    with pytest.raises(DaftarSalah, match="sama-sama menggantikan"):
        manifest.load(folder / "dokumen")


def test_two_versions_cannot_be_in_use_at_once(revised: tuple[Path, str]) -> None:
    folder, _ = revised
    for row in (rows := data.manifest(folder)):
        row["dipakai"] = manifest.DIPAKAI if row["file"].startswith("3673") else ""
    data.write_manifest(folder, rows)
    with pytest.raises(DaftarSalah, match=f"dua versi dipakai sekaligus: {RKT} dan rkt-kpu-kota-serang-2020-2.txt"):
        manifest.load(folder / "dokumen")


def table(*values: tuple[str, int, str], nama: str = "Target") -> Tabel:
    found = Tabel(nama, "", "renstra_target", "Renstra")
    for line, (indikator, tahun, text) in enumerate(values, start=1):
        found.indikator.append(Indikator(line, line, "program", indikator, target={tahun: parse_nilai(text)}))
    return found


def kinds(lama: Tabel, baru: Tabel) -> list[tuple[str, str, int | None]]:
    return [(c.jenis, c.angka.uraian, c.angka.tahun) for c in diff.compare([lama], [baru])]


def test_print_alone_is_no_change_but_a_value_a_dash_and_a_unit_are() -> None:
    assert kinds(table(("Persentase A", 2020, "85 %")), table(("PERSENTASE  A", 2020, "85%"))) == []
    for new in ("86%", "-", "", "85 kali", "B"):
        assert kinds(table(("Persentase A", 2020, "85%")), table(("Persentase A", 2020, new))) == [
            ("berubah", "Persentase A", 2020)
        ]


def test_what_came_and_what_went_is_said_even_under_another_table_name() -> None:
    old = table(("A", 2020, "1"), ("B", 2020, "2"))
    new = table(("A", 2020, "1"), ("C", 2020, "2"), ("A", 2021, "1"), nama="Lampiran")
    assert kinds(old, new) == [("bertambah", "C", 2020), ("bertambah", "A", 2021), ("hilang", "B", 2020)]


def test_a_wording_that_stands_twice_is_paired_in_printed_order() -> None:
    old = table(("A", 2020, "1"), ("A", 2020, "2"))
    assert kinds(old, table(("A", 2020, "1"), ("A", 2020, "3"))) == [("berubah", "A", 2020)]
    assert kinds(old, table(("A", 2020, "1"))) == [("hilang", "A", 2020)]
