"""Obstacle tables of an LK: rows over pages, efforts put to their obstacles, and nothing read where cells are lost."""

from __future__ import annotations

import time
from pathlib import Path

import duckdb
import pytest

from loaders.families.cells import lk_hambatan
from loaders.publish import schema
from loaders.publish.frames import Hasil, collect
from loaders.read import Bacaan
from loaders.readers import text
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Hambatan, Konteks, Tabel
from loaders.register import references
from loaders.register.manifest import Dokumen
from tests.conftest import FULL_TEXTS, ROOT

LK = Konteks("LK", 2024, 2024)
LISTS = references(ROOT / "data" / "referensi")
KEPALA = "No\tKegiatan/Aspek\tHambatan\tKeterangan"
KEPALA_UPAYA = "No\tHambatan\tUpaya Nyata"
BANJIR, MUTASI = "Gudang logistik terendam banjir", "Tiga staf dipindah sebelum rekapitulasi selesai"


def read(*lines: str, konteks: Konteks = LK) -> list[Tabel]:
    lembar = Lembar("lk.txt", tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))
    return lk_hambatan.read(lembar, konteks)


def fields(table: Tabel) -> list[tuple[object, ...]]:
    return [(r.baris, r.nomor, r.aspek, r.hambatan, r.keterangan, r.upaya) for r in table.hambatan]


def test_a_numbered_row_is_an_obstacle_and_every_line_has_a_fate():
    (table,) = read(
        "B. Hambatan Kinerja",
        "Hambatan selama tahun berjalan adalah sebagai berikut.",
        KEPALA,
        "(1)\t(2)\t(3)\t(4)",
        f"1.\tLogistik\t{BANJIR}\tMusim hujan",
        f"2.\tRekapitulasi\t{MUTASI}\t",
        "Demikian hambatan itu.",
    )
    assert fields(table) == [
        (5, 1, "Logistik", BANJIR, "Musim hujan", None),
        (6, 2, "Rekapitulasi", MUTASI, None, None),
    ]
    assert (table.nama, table.judul, table.tahun) == ("Hambatan", "B. Hambatan Kinerja", (2024,))
    assert table.nasib == {1: "judul", 3: "judul", 4: "judul", 5: "dimuat", 6: "dimuat"}


def test_a_row_goes_on_where_its_number_is_blank_and_over_a_page_break():
    (table,) = read(
        KEPALA,
        "1\tLogistik\tGudang logistik\tMusim",
        "\t\tterendam\thujan",
        "",
        "37",
        "\t\tbanjir\t",
        f"2\tRekapitulasi\t{MUTASI}\t",
    )
    assert fields(table)[0] == (2, 1, "Logistik", BANJIR, "Musim hujan", None)
    assert [r.nomor for r in table.hambatan] == [1, 2]
    assert table.nasib == {1: "judul", 2: "dimuat", 3: "sambungan", 6: "sambungan", 7: "dimuat"}


@pytest.mark.parametrize(("after", "numbers"), [("2", [1, 2]), ("\t", [1])], ids=["next number", "rest of a row"])
def test_a_heading_printed_again_on_the_next_page_is_the_same_table(after: str, numbers: list[int]):
    row = f"{after}\tRekapitulasi\t{MUTASI}\t" if after != "\t" else "\t\tdua kali\t"
    (table,) = read(KEPALA, f"1\tLogistik\t{BANJIR}\t", "", KEPALA, row)
    assert [r.nomor for r in table.hambatan] == numbers
    assert (table.hambatan[0].hambatan or "").startswith(BANJIR)
    assert table.nasib[4] == "judul"


def test_numbers_that_begin_again_under_the_same_heading_are_another_table():
    first, second = read(KEPALA, f"1\tA\t{BANJIR}\t", "Kalimat.", KEPALA, f"1\tB\t{MUTASI}\t")
    assert (first.nama, second.nama) == ("Hambatan", "Hambatan 2")


def test_another_table_behind_a_blank_line_is_not_swallowed():
    (table,) = read(KEPALA, f"1\tA\t{BANJIR}\t", "", "No\tNama\tJabatan\tGolongan", "1\tSiti\tStaf\tII")
    assert fields(table) == [(2, 1, "A", BANJIR, None, None)]
    assert max(table.nasib) == 2


def test_rows_of_another_width_are_not_its_rows():
    (table,) = read(KEPALA, f"1\tA\t{BANJIR}\t", "2\tJumlah", f"3\tB\t{MUTASI}\t")
    assert (len(table.hambatan), max(table.nasib)) == (1, 2)


def test_an_effort_is_put_to_the_obstacle_of_its_number_and_words():
    obstacles, efforts = read(
        KEPALA,
        f"1\tLogistik\t{BANJIR}\tMusim hujan",
        f"2\tRekapitulasi\t{MUTASI}\t",
        "C. Upaya Mengatasi Hambatan",
        KEPALA_UPAYA,
        f"1\t{BANJIR.replace('terendam', 'terendan')}\tMemindahkan gudang",
        "2\tJaringan internet sering putus\tMenyewa jalur cadangan",
    )
    assert fields(obstacles) == [
        (2, 1, "Logistik", BANJIR, "Musim hujan", "Memindahkan gudang"),
        (3, 2, "Rekapitulasi", MUTASI, None, None),
    ]
    assert fields(efforts) == [(7, 2, None, "Jaringan internet sering putus", None, "Menyewa jalur cadangan")]
    assert (efforts.nama, efforts.judul) == ("Hambatan dan Upaya", "C. Upaya Mengatasi Hambatan")
    assert (efforts.nasib[6], efforts.nasib[7]) == ("sambungan", "dimuat")


def test_the_same_words_under_another_number_stay_two_rows():
    obstacles, efforts = read(KEPALA, f"1\tA\t{BANJIR}\t", "", KEPALA_UPAYA, f"2\t{BANJIR}\tMemindahkan gudang")
    assert [table.hambatan[0].upaya for table in (obstacles, efforts)] == [None, "Memindahkan gudang"]


def test_an_obstacle_printed_twice_takes_no_effort_since_it_is_not_known_which():
    tables = read(
        *(KEPALA, f"1\tA\t{BANJIR}\t", "Kalimat."), *(KEPALA, f"1\tB\t{BANJIR}\t", "Kalimat."),
        *(KEPALA_UPAYA, f"1\t{BANJIR}\tMemindahkan gudang"),
    )  # fmt: skip
    assert [[r.upaya for r in table.hambatan] for table in tables] == [[None], [None], ["Memindahkan gudang"]]


@pytest.mark.parametrize(
    "heading",
    ["No.\tKendala\tSolusi", "Nomor\tPermasalahan\tTindak Lanjut", "No\tHamba tan\tRencana Aksi"],
)
def test_other_words_for_obstacle_and_effort(heading: str):
    (table,) = read(heading, f"1\t{BANJIR}\tMemindahkan gudang")
    assert fields(table) == [(2, 1, None, BANJIR, None, "Memindahkan gudang")]


def test_a_column_of_another_name_is_kept_behind_its_heading():
    (table,) = read("No\tHambatan\tUpaya\tPenanggung Jawab", f"1\t{BANJIR}\tMemindahkan gudang\tSekretaris")
    assert table.hambatan[0].keterangan == "Penanggung Jawab: Sekretaris"


def test_what_is_not_certain_waits_in_karantina():
    (table,) = read(KEPALA, "A\tBidang teknis\t\t", "\tlanjutan\t\t", f"1\tLogistik\t{BANJIR}\t", "2\tKosong\t\tada")
    assert [r.nomor for r in table.hambatan] == [1]
    assert [(k.baris, k.kode) for k in table.keraguan] == [(2, "nomor_tidak_dikenal"), (5, "nilai_hilang")]
    assert table.nasib == {1: "judul", 2: "dikarantina", 3: "dikarantina", 4: "dimuat", 5: "dikarantina"}


@pytest.mark.parametrize(
    "lines",
    [
        ("No | Kegiatan/Aspek Hambatan Keterangan", f"1 Logistik | {BANJIR} | Musim"),
        ("No", "Hambatan", "Upaya Nyata", "1", BANJIR, "Memindahkan gudang"),
        ("No\tIndikator\tTarget\tRealisasi\tHambatan\tUpaya", f"1\tA\t1\t1\t{BANJIR}\tB"),
        ("No\tHambatan\tUpaya", "Tabel itu kosong."),
    ],
    ids=["bars of a picture", "cells on lines", "a capaian table", "no rows"],
)
def test_nothing_is_read_where_it_would_be_half(lines: tuple[str, ...]):
    assert read(*lines) == []


def test_only_a_report_has_obstacles():
    assert read(KEPALA, f"1\tA\t{BANJIR}\t", konteks=Konteks("Renstra", 2020, 2024)) == []


def test_the_mixed_letters_of_the_real_report_give_no_row():
    path = FULL_TEXTS / "lk-kpu-kota-prabumulih-2024.txt"
    if not path.exists():
        pytest.skip("the full texts are not beside the project")
    lembar = text.read(path)
    assert any("Upaya Mengatasi Hambatan" in line.teks for line in lembar.baris)
    assert lk_hambatan.read(lembar, LK) == []


def test_the_database_takes_the_rows_and_counts_on_over_the_tables_of_a_document():
    lines = (KEPALA, f"1\tA\t{BANJIR}\t", "Kalimat.", KEPALA_UPAYA, f"1\t{MUTASI}\tMenambah staf")
    lembar = Lembar("lk.txt", tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))
    dokumen = Dokumen(Path("lk.txt"), "1674", "LK", 2024, 2024, None, None, "contoh", "0" * 64)
    frames = collect([Hasil(dokumen, Bacaan(lembar, lk_hambatan.read(lembar, LK)))], LISTS)
    with duckdb.connect() as connection:
        schema.create(connection)
        connection.execute("insert into satker values ('1674', 'KPU X', 'X', 'x')")
        for name in ("dokumen", "tabel", "baris", "hambatan"):
            connection.register("rows", frames[name])
            connection.execute(f"insert into {name} by name select * from rows")
        found = connection.sql(
            "select dokumen_id, tahun, nomor, hambatan, upaya from hambatan order by nomor"
        ).fetchall()
    assert found == [(1, 2024, 1, BANJIR, None), (1, 2024, 2, MUTASI, "Menambah staf")]


def seconds_to_collect(rows: int) -> float:
    """Processor seconds to number this many obstacles of one document."""
    table = Tabel("Hambatan", "", "lk_hambatan", "LK", tahun=(2024,), nasib={1: "dimuat"})
    table.hambatan = [Hambatan(1, 1, 1, None, BANJIR)] * rows
    dokumen = Dokumen(Path("lk.txt"), "1674", "LK", 2024, 2024, None, None, "contoh", "0" * 64)
    start = time.process_time()
    frames = collect([Hasil(dokumen, Bacaan(Lembar("lk.txt", (Baris(1, BANJIR),)), [table]))], LISTS)
    spent = time.process_time() - start
    assert frames["hambatan"]["nomor"].to_list() == list(range(1, rows + 1))
    return spent


def test_eight_times_the_obstacles_take_nothing_like_sixty_four_times_as_long():
    assert min(seconds_to_collect(4000) for _ in range(3)) < 24 * min(seconds_to_collect(500) for _ in range(3))
