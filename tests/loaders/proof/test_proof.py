"""What was recognised in a picture is believed only where the document's own arithmetic leaves no other reading."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from loaders.families.registry import read_tables
from loaders.koreksi import Koreksi, ledger
from loaders.proof.arithmetic import Angka, Hitungan, misreadings, weigh
from loaders.proof.hold import KODE, hold_unproven
from loaders.proof.wordings import Dikenal
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Capaian, Indikator, Konteks, MataAnggaran, RealisasiAnggaran, Tabel
from loaders.values import Kapan
from loaders.values.names import wording_key
from loaders.values.numbers import Ambigu, looks_like_value, parse_nilai, parse_persen, parse_rupiah

KONTEKS = Konteks("Renstra", 2020, 2024)
PENDANAAN = [
    "Kerangka Pendanaan Program (dalam ribuan rupiah)",
    "No\tProgram\tSasaran Program\t2020\t2021\t2022\tJumlah",
    "1\tProgram Dukungan Manajemen\t\t4.056.561\t2.622.396\t3.118.405\t9.797.362",
    "2\tProgram Penyelenggaraan Pemilu\t\t63.708.082\t53.407.190\t12.064.233\t129.179.505",
    "3\tProgram Penguatan Kelembagaan\t\t118.407\t-\t96.154\t214.561",
    "\tJumlah\t\t67.883.050\t56.029.586\t15.278.792\t139.191.428",
]
WORDS = frozenset(
    wording_key(text)
    for text in ("Program Dukungan Manajemen", "Program Penyelenggaraan Pemilu", "Program Penguatan Kelembagaan")
)
DIKENAL = Dikenal(WORDS, tahun=(2020, 2024))


def sheet(lines: list[str], *, ocr: bool = True) -> Lembar:
    return Lembar("pindai.png", tuple(Baris(n, line, 1, ocr=ocr) for n, line in enumerate(lines, start=1)))


def read(lines: list[str], dikenal: Dikenal = DIKENAL, *, ocr: bool = True) -> tuple[list[Tabel], Lembar]:
    lembar = sheet(lines, ocr=ocr)
    tables = read_tables(lembar, KONTEKS)
    hold_unproven(tables, lembar, dikenal)
    return tables, lembar


def accepted(
    tables: list[Tabel], lembar: Lembar, koreksi: list[Koreksi] | None = None
) -> dict[tuple[int, Kapan | None], int | None]:
    """(line, year) → rupiah of every budget figure that is let through."""
    assert ledger.attempt(tables, lembar, koreksi or []) == []
    return {(r.baris, year): money.rupiah for t in tables for r in t.anggaran for year, money in r.pagu.items()}


def doubts(tables: list[Tabel]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for table in tables:
        for keraguan in table.keraguan:
            found.setdefault(keraguan.baris, set()).add(keraguan.kolom)
    return found


def changed(lines: list[str], row: int, column: int, text: str) -> list[str]:
    cells = lines[row].split("\t")
    cells[column] = text
    return [*lines[:row], "\t".join(cells), *lines[row + 1 :]]


# sums -----------------------------------------------------------------------------------------------------------
def test_a_table_that_adds_up_both_ways_is_believed() -> None:
    tables, lembar = read(PENDANAAN)
    assert doubts(tables) == {}
    found = accepted(tables, lembar)
    assert found[(4, 2021)] == 53_407_190_000
    assert found[(5, 2021)] is None
    assert len(found) == 16


SMALL = [
    PENDANAAN[0],
    "No\tProgram\tSasaran Program\t2020\t2021\tJumlah",
    "1\tProgram Dukungan Manajemen\t\t4.056\t2.622\t6.678",
    "2\tProgram Penyelenggaraan Pemilu\t\t63.708\t-\t63.708",
    "3\tProgram Penguatan Kelembagaan\t\t118\t954\t1.072",
    "\tJumlah\t\t67.882\t3.576\t71.458",
]


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.lengkap), 7])
@pytest.mark.parametrize("row", [2, 3, 4, 5])
@pytest.mark.parametrize("column", [3, 4, 5])
def test_no_single_misread_character_of_a_sum_gets_through(row: int, column: int, step: int) -> None:
    """A figure is let through only if it is what the page prints, whatever character of one cell is misread."""
    truth = accepted(*read(SMALL))
    assert len(truth) == 12
    printed = SMALL[row].split("\t")[column]
    for other in sorted(set(misreadings(printed)))[::step]:
        found = accepted(*read(changed(SMALL, row, column, other)))
        assert found.items() <= truth.items(), f"«{printed}» read as «{other}»"


def test_a_year_misread_in_the_heading_proves_nothing() -> None:
    tables, lembar = read([*PENDANAAN[:1], PENDANAAN[1].replace("2021", "2027"), *PENDANAAN[2:]])
    assert accepted(tables, lembar) == {}


@pytest.mark.parametrize(
    ("title", "believed"),
    [
        ("Kerangka Pendanaan Program (dalam ribuan rupiah)", True),
        ("Kerangka Pendanaan Program (dalam rupiah)", True),
        ("Kerangka Pendanaan Program (Rp)", True),
        ("Kerangka Pendanaan Program (dalam nbuan rupiah)", False),
        ("Kerangka Pendanaan Program (dalam rlbuan rupiah)", False),
        ("Kerangka Pendanaan Program", False),
    ],
)
def test_a_scale_that_may_be_misread_proves_nothing(title: str, believed: bool) -> None:
    tables, _ = read([title, *PENDANAAN[1:]])
    assert (doubts(tables) == {}) is believed


def test_one_addend_is_a_copy_and_proves_nothing() -> None:
    """38.812.000 over one year and 38.812.000 as its jumlah: both are misread alike."""
    lines = [*PENDANAAN[:2], "1\tProgram Dukungan Manajemen\t\t38.812.000\t\t\t38.812.000"]
    assert doubts(read(lines, Dikenal(WORDS, tahun=(2020, 2020)))[0]) == {3: {"pagu", "pagu:jumlah"}}


def test_the_same_digit_misread_in_the_whole_sum_is_thought_of() -> None:
    """7.650 + 10.000 = 17.650 holds as well when each 7 is a misread 1."""
    lines = [*PENDANAAN[:2], "1\tProgram Dukungan Manajemen\t\t7.650.000\t10.000.000\t\t17.650.000"]
    assert {"pagu:2020", "pagu:jumlah"} <= doubts(read(lines)[0])[3]


def test_a_printed_sum_that_is_wrong_leaves_its_figures_in_doubt() -> None:
    tables, _ = read(changed(PENDANAAN, 5, 6, "139.191.427"))
    assert doubts(tables).keys() == {6}
    assert "pagu:jumlah" in doubts(tables)[6]


def test_a_column_cut_off_at_the_edge_adds_up_and_is_still_refused() -> None:
    """Without its last three digits the column jumlah adds up; the rows say that it is wrong."""
    cut = [line.rpartition(".")[0] if "." in line.split("\t")[-1] else line for line in PENDANAAN]
    assert cut != PENDANAAN
    assert all("pagu:jumlah" in columns for columns in doubts(read(cut)[0]).values())
    assert accepted(*read(cut)) == {}


def test_text_that_was_not_recognised_in_a_picture_is_left_alone() -> None:
    tables, _ = read(changed(PENDANAAN, 2, 3, "1.000"), Dikenal(), ocr=False)
    assert doubts(tables) == {}


# percentages ----------------------------------------------------------------------------------------------------
def budget(pagu: str, realisasi: str, persen: str, efisiensi: str | None) -> set[str]:
    """The doubted columns of one OCR row of an LK's budget table."""
    tabel = Tabel("Efisiensi", "Efisiensi anggaran (Rp)", "lk", "LK", tahun=(2024,), nasib={1: "dimuat"})
    spent = RealisasiAnggaran(
        parse_rupiah(realisasi), parse_persen(persen), efisiensi=None if efisiensi is None else parse_persen(efisiensi)
    )
    row = MataAnggaran(1, 1, "total", "Jumlah", pagu={2024: parse_rupiah(pagu)}, realisasi={2024: spent})
    tabel.anggaran.append(row)
    hold_unproven([tabel], sheet(["x\ty"]), Dikenal(tahun=(2024, 2024)))
    return doubts([tabel]).get(1, set())


def test_a_percentage_proves_itself_but_not_nine_digits() -> None:
    assert budget("612.345.000", "598.101.427", "97,67", "2,33") == {"pagu", "realisasi_anggaran"}


@pytest.mark.parametrize(("persen", "efisiensi"), [("91,67", "2,33"), ("97,67", "2,38"), ("97,61", "2,39")])
def test_a_percentage_that_is_not_the_share_is_doubted(persen: str, efisiensi: str) -> None:
    assert {"persen_tercetak", "efisiensi_tercetak"} <= budget("612.345.000", "598.101.427", persen, efisiensi)


def test_a_blank_cell_is_no_figure_to_doubt() -> None:
    assert budget("", "598.101.427", "97,67", "2,33") == {"realisasi_anggaran"}


def test_a_percentage_without_its_figures_is_doubted() -> None:
    assert "persen_tercetak" in budget("612.345.000", "598.101.4", "97,67", None)


# capaian --------------------------------------------------------------------------------------------------------
def capaian(target: str, realisasi: str, persen: str, tahun: tuple[int, int] | None = (2024, 2024)) -> set[str]:
    """The doubted columns of one OCR row of target, realisasi and capaian, its words known."""
    tabel = Tabel("Capaian", "Capaian", "lk", "LK", tahun=(2024,), nasib={1: "dimuat"})
    row = Indikator(1, 1, "kegiatan", "Nilai Keterbukaan Informasi", target={2024: parse_nilai(target)})
    row.capaian[2024] = Capaian(parse_nilai(realisasi), persen, parse_persen(persen))
    tabel.indikator.append(row)
    known = frozenset({wording_key(row.indikator)})
    hold_unproven([tabel], sheet(["x\ty"]), Dikenal(known, tahun=tahun))
    return doubts([tabel]).get(1, set())


ALL = {"target", "realisasi", "capaian_tercetak"}


@pytest.mark.parametrize(
    ("target", "realisasi", "persen", "doubted"),
    [
        ("82", "89,42", "109,05", set()),
        ("45", "38", "84,44", set()),
        ("100", "100", "100", set()),
        ("12", "13", "108,33", {"realisasi"}),
        ("100", "97,35", "97,35", {"realisasi", "capaian_tercetak"}),
        ("95", "95", "100", {"target", "realisasi"}),
        ("82 %", "89,42", "109,05", ALL),
        ("82", "89,42", "109,06", ALL),
        ("80", "83", "100", ALL),
        ("85", "89,42", "105", {"realisasi", "target"}),
    ],
)
def test_capaian_proves_what_it_pins_down(target: str, realisasi: str, persen: str, doubted: set[str]) -> None:
    """13 of 12 may be 11 of 12, where less is better; 97,35 of 100 is 97,35 and 95 of 95 is 100 however misread."""
    assert capaian(target, realisasi, persen) == doubted


def test_a_year_nobody_registered_proves_nothing() -> None:
    assert capaian("45", "38", "84,44", None) == ALL
    assert capaian("45", "38", "84,44", (2020, 2020)) == ALL | {"tahun"}


# words ----------------------------------------------------------------------------------------------------------
TARGETS = [
    "Target Kinerja Program",
    "No\tProgram\tSasaran\tIndikator\t2020\t2021",
    "1\tProgram Dukungan Manajemen\tTerwujudnya layanan\tPersentase layanan tepat waktu\t75 %\t80 %",
    "\t\t\tPersentase laporan tepat waktu\t90 %\t-",
]


def test_targets_have_no_arithmetic_and_all_wait() -> None:
    tables, lembar = read(TARGETS, Dikenal())
    assert doubts(tables) == {
        3: {"target:2020", "target:2021", "indikator", "program", "sasaran"},
        4: {"target:2020", "target:2021", "indikator", "program"},
    }
    assert all(keraguan.kode == KODE for table in tables for keraguan in table.keraguan)
    (reading,) = [k.alasan for k in tables[0].keraguan if (k.baris, k.kolom) == (3, "target:2021")]
    assert "«80 %»" in reading
    assert ledger.attempt(tables, lembar, []) == []
    assert tables[0].indikator == []


def test_every_doubt_can_be_settled_by_a_correction() -> None:
    tables, lembar = read(TARGETS, Dikenal())
    koreksi = []
    for keraguan in tables[0].keraguan:
        new = "70 %" if keraguan.kolom.startswith("target") else "Kata yang benar"
        koreksi.append(
            Koreksi(
                "k.csv",
                keraguan.baris,
                keraguan.kolom,
                lembar.di(keraguan.baris).teks[-4:],
                new,
                "cocok",
                "Tim",
                date(2026, 1, 1),
            )
        )
    assert ledger.attempt(tables, lembar, koreksi) == []
    assert [(r.indikator, [v.nilai for v in r.target.values()]) for r in tables[0].indikator] == [
        ("Kata yang benar", [70.0, 70.0])
    ] * 2


def test_every_budget_doubt_of_a_year_can_be_settled() -> None:
    lines = [*PENDANAAN[:2], "1\tProgram Dukungan Manajemen\t\t7.650.000\t10.000.000\t\t"]
    tables, lembar = read(lines, Dikenal())
    koreksi = [
        Koreksi(
            "k.csv",
            3,
            kolom,
            "7.650.000",
            "5.000" if kolom.startswith("pagu") else "Program",
            "cocok",
            "Tim",
            date(2026, 1, 1),
        )
        for kolom in doubts(tables)[3]
    ]
    assert accepted(tables, lembar, koreksi) == {(3, 2020): 5_000_000, (3, 2021): 5_000_000}


@pytest.mark.parametrize(
    ("known", "text", "believed"),
    [
        (["Persentase layanan"], "Persentase layanan", True),
        (["Persentase layanan"], "Persentase Iayanan", False),
        (["Persentase layanan", "Persentase layanan pegawai"], "Persentase layanan", False),
        (["Persentase layanan", "Persentase layanan pegawai"], "Persentase layanan pegawai", True),
        (["Jumlah anggota DPR", "Jumlah anggota DPD"], "Jumlah anggota DPR", False),
        (["Persentase layanan tahun"], "Persentase layanan tahun 2020", False),
        (["Persentase layanan KPU Kota Blitar"], "Persentase layanan KPU Kota Bhtar", False),
    ],
)
def test_words_are_believed_only_when_no_slip_makes_them_of_others(known: list[str], text: str, believed: bool) -> None:
    assert Dikenal(frozenset(map(wording_key, known))).knows(text) is believed


def test_a_code_is_believed_beside_its_own_name() -> None:
    dikenal = Dikenal(kode=frozenset({("3355", wording_key("Pengelolaan Keuangan"))}))
    assert dikenal.knows_code("3355", "Pengelolaan Keuangan")
    assert not dikenal.knows_code("3356", "Pengelolaan Keuangan")
    assert not dikenal.knows_code("3355", None)


@pytest.mark.parametrize(("word", "doubted"), [("SEKRETARIS", False), ("SEKRETANIS", True), ("KETUA", False)])
def test_a_title_that_may_name_the_secretariat_leaves_the_unit_in_doubt(word: str, doubted: bool) -> None:
    lines = [
        f"RENCANA KINERJA TAHUNAN TAHUN 2020 {word} KPU",
        "No\tSasaran Strategis\tIndikator Kinerja\tTarget",
        "(1)\t(2)\t(3)\t(4)",
        "1\tTerwujudnya layanan\tPersentase layanan\t75 %",
    ]
    tables, _ = read(lines, Dikenal())
    assert ("unit" in doubts(tables)[4]) is doubted


# the calculation itself -----------------------------------------------------------------------------------------
def whole(kunci: int, text: str) -> Angka:
    return Angka((kunci, "n"), text, lambda t: Fraction(t) if t.isascii() and t.isdigit() else None)


def test_a_figure_is_proven_only_when_nothing_like_it_fits() -> None:
    even = Hitungan((whole(1, "4"),), lambda values, texts: values[0] % 2 == 0)
    assert weigh([even]) == set()
    four = Hitungan((whole(1, "4"),), lambda values, texts: values[0] == 4)
    assert weigh([four]) == {(1, "n")}


def equal(*angka: Angka, wajib: bool = True) -> Hitungan:
    return Hitungan(angka, lambda values, texts: values[0] == values[1], wajib)


def is_(angka: Angka, number: int) -> Hitungan:
    return Hitungan((angka,), lambda values, texts: values[0] == number)


def test_a_contradiction_is_blamed_on_what_nothing_else_proves() -> None:
    four, five = whole(1, "4"), whole(2, "5")
    assert weigh([is_(four, 4), equal(four, five)]) == {(1, "n")}
    assert weigh([is_(four, 4), is_(five, 5), equal(four, five)]) == set()
    assert weigh([is_(four, 4), is_(five, 5), equal(four, five, wajib=False)]) == {(1, "n"), (2, "n")}


def test_a_share_that_contradicts_takes_along_what_leans_on_it() -> None:
    four, five, six = whole(1, "4"), whole(2, "5"), whole(3, "6")
    leaning = Hitungan((five, six), lambda values, texts: values == [5, 6])
    assert weigh([], [leaning]) == {(2, "n"), (3, "n")}
    assert weigh([is_(four, 4)], [equal(four, five), leaning]) == {(1, "n")}


def test_a_decimal_more_is_the_same_figure_and_a_digit_more_is_not() -> None:
    figure = Angka((1, "n"), "97,5", parse)
    others = {text for text, _ in figure.lain}
    assert "97,51" not in others
    assert {"97,6", "975", "9,5", "97,05", "197,5"} <= others
    assert "23.61" in {text for text, _ in Angka((1, "n"), "23.617", parse).lain}


def parse(text: str) -> Fraction | None:
    """The grammar of a count: 23.617 is 23617."""
    try:
        value = parse_nilai(text, counted=True).nilai
    except Ambigu:
        return None
    return None if value is None else Fraction(str(value))


def test_misreadings_cover_substitution_loss_and_surplus() -> None:
    found = set(misreadings("1,5"))
    assert {"7,5", "1.5", "15", "1,", "1,55", "11,5", "1,5."} <= found
    assert all(looks_like_value(text) for text in ("7,5", "1.5", "15"))
