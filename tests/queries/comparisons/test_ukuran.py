"""The four measures as pure functions: what is chosen, that the order of rows changes nothing, that nothing is lost."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import capaian, kelengkapan, konsistensi, pagu, susunan, target

KUNCI = ["kode_satker", "tahun", "kunci"]
SATKER = ["kode_satker", "tahun"]
CAPAIAN = {
    "indikator_id": 1, "kode_satker": "1674", "tahun": 2024, "jenis_dokumen": "LK", "berkas": "lk.txt", "baris": 10,
    "kode_baku": "DIDIK", "kunci_bunyi": "didik", "realisasi": 85.0, "realisasi_ordinal": None, "capaian_hitung": 94.4,
    "terpenuhi": None, "alasan": None, "beranggaran": False, "sezaman": True,
}  # fmt: skip
JENIS_TEKS = dict.fromkeys(("kode_baku", "realisasi_ordinal", "alasan", "unit", "nilai_ordinal", "satuan"), pl.String)
JENIS_TEKS |= dict.fromkeys(("divisi", "asal_divisi", "sasaran", "program", "kegiatan", "kunci_kegiatan"), pl.String)
KOLOM = {**JENIS_TEKS, "realisasi": pl.Float64, "capaian_hitung": pl.Float64, "terpenuhi": pl.Boolean}


def frame(base: dict[str, Any], *changes: dict[str, Any], **types: Any) -> pl.DataFrame:
    """One row a change of the base row, numbered."""
    number = next(name for name in ("indikator_id", "mata_anggaran_id") if name in base)
    rows = [base | {number: place} | change for place, change in enumerate(changes, start=1)]
    kinds = {name: kind for name, kind in {**KOLOM, **types}.items() if name in base}
    return pl.DataFrame(rows, schema_overrides=kinds)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"beranggaran": True}, {"baris": 99}),  # a table of capaian alone goes before one that prints budget
        ({"jenis_dokumen": "PK"}, {"baris": 99}),
        ({"sezaman": False}, {"baris": 99, "beranggaran": True}),
        ({"realisasi": None}, {"baris": 99, "beranggaran": True}),
        ({"baris": 99}, {"baris": 11}),
    ],
)
def test_one_row_stands_for_an_indikator_by_the_stated_order(first, second):
    found = capaian.measure(frame(CAPAIAN, first, second))
    assert found["indikator_id"].to_list() == [2]
    assert found["jumlah_cetak"].to_list() == [2]


def test_nine_of_twelve_are_twelve_rows():
    """Two signers, several tables and two wordings of one indikator baku make one row; another realisasi is counted."""
    rows = frame(
        CAPAIAN, {}, {"baris": 40, "beranggaran": True, "realisasi": 90.0}, {"kode_baku": None}, {"tahun": 2023}
    )
    found = capaian.measure(rows)
    assert found.select(*KUNCI, "jumlah_cetak", "jumlah_berbeda").rows() == [
        ("1674", 2023, "DIDIK", 1, 0),
        ("1674", 2024, "DIDIK", 2, 1),
        ("1674", 2024, "didik", 1, 0),
    ]


def test_the_status_says_reached_missed_or_why_not():
    rows = frame(
        CAPAIAN,
        {"kode_baku": "A", "capaian_hitung": 100.0},
        {"kode_baku": "B"},
        {"kode_baku": "C", "capaian_hitung": None, "alasan": "target_nol"},
        {"kode_baku": "D", "capaian_hitung": None, "alasan": "ordinal", "terpenuhi": False},
    )
    assert capaian.measure(rows).select("kunci", "status", "capaian", "alasan").rows() == [
        ("A", "tercapai", 100.0, None),
        ("B", "tidak tercapai", 94.4, None),
        ("C", "tak terhitung", None, "target_nol"),
        ("D", "tidak tercapai", None, "ordinal"),
    ]


CAPAIAN_BARIS = st.lists(
    st.fixed_dictionaries({
        "kode_satker": st.sampled_from(["1674", "1971"]), "tahun": st.sampled_from([2023, 2024]),
        "kode_baku": st.sampled_from(["A", "B", None]), "kunci_bunyi": st.sampled_from(["a", "b"]),
        "jenis_dokumen": st.sampled_from(["LK", "PK"]), "beranggaran": st.booleans(), "sezaman": st.booleans(),
        "realisasi": st.sampled_from([None, 1.0, 2.0]), "capaian_hitung": st.sampled_from([None, 50.0, 100.0]),
    }),
    min_size=1,
)  # fmt: skip


@given(CAPAIAN_BARIS, st.randoms())
def test_capaian_has_every_indikator_once_whatever_the_order_of_rows(changes, random):
    rows = frame(CAPAIAN, *changes)
    found = capaian.measure(rows)
    keys = rows.with_columns(pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci")).select(KUNCI).unique().sort(KUNCI)
    assert found.select(KUNCI).rows() == keys.rows()
    assert found["jumlah_cetak"].sum() == len(rows)
    places = random.sample(range(len(rows)), len(rows))
    assert capaian.measure(rows[places]).rows() == found.rows()


UANG = {
    "mata_anggaran_id": 1, "kode_satker": "1674", "tahun": 2024, "jenis_dokumen": "LK", "unit": None,
    "berkas": "lk.txt", "tabel": "Efisiensi RO", "baris": 1, "tingkat": "ro", "program": "WA", "kegiatan": "3355",
    "sasaran": None, "divisi": None, "uraian": "Layanan", "pagu": 100, "realisasi": 90, "rusak": False, "sezaman": True,
}  # fmt: skip
ANGKA = {"pagu": pl.Int64, "realisasi": pl.Int64}
TOTAL = {"tingkat": "total", "program": None, "kegiatan": None}


def money(*changes: dict[str, Any]) -> pl.DataFrame:
    return frame(UANG, *changes, **ANGKA)


def chosen(rows: pl.DataFrame, bagian: str = "satker") -> list[int]:
    found = pagu.measure(rows).filter(pl.col("bagian").list.contains(bagian))
    return found["mata_anggaran_id"].to_list()


@pytest.mark.parametrize(
    ("rows", "meant"),
    [
        ([{}, {"baris": 2}, TOTAL | {"baris": 3}], [1, 2]),  # LK per RO before its printed total
        ([{"realisasi": None}, TOTAL | {"tabel": "Total", "realisasi": 5}], [2]),  # what prints realisasi goes first
        ([{"rusak": True, "pagu": None}, TOTAL | {"tabel": "Total"}], [2]),  # what can all be read goes first
        ([{"jenis_dokumen": "PK", "tingkat": "program"}, {"jenis_dokumen": "LK", "realisasi": None}], [2]),
        ([{"jenis_dokumen": "PK", "tingkat": "program"}, {"jenis_dokumen": "Renstra", "tingkat": "program"}], [1]),
        ([{"sezaman": False}, {"jenis_dokumen": "PK", "tingkat": "program", "realisasi": None}], [2]),
        ([TOTAL | {"pagu": 40}, TOTAL | {"baris": 2, "pagu": 100}], [2]),  # subtotals beside the total of everything
        ([{"jenis_dokumen": "PK", "tingkat": "program", "unit": "sekretariat"},
          {"jenis_dokumen": "PK", "tingkat": "program", "unit": "komisioner", "baris": 9, "tabel": "PK"}], [2]),
    ],
)  # fmt: skip
def test_the_pagu_acuan_is_one_table_by_the_stated_order(rows, meant):
    assert chosen(money(*rows)) == meant


def test_a_part_comes_from_the_first_table_that_prints_it():
    rows = money(
        TOTAL, {"tabel": "Per sasaran", "tingkat": "sasaran", "sasaran": "S1", "program": None, "kegiatan": None}
    )
    assert chosen(rows) == [1]
    assert chosen(rows, "sasaran") == [2]
    assert chosen(rows, "program") == [1]  # printed nowhere: the money of the satker, without a program


def test_tables_that_go_on_numbering_are_one_list_unless_a_line_stands_in_two():
    a = {"tabel": "Anggaran Sasaran 1", "tingkat": "indikator", "sasaran": "S", "uraian": "A"}
    b = a | {"tabel": "Anggaran Sasaran 2", "uraian": "B"}
    assert chosen(money(a, b)) == [1, 2]
    assert chosen(money(a, b | {"uraian": "A"})) == [1]


def test_another_table_that_says_otherwise_is_a_dispute_beyond_the_tolerance():
    printed = TOTAL | {"baris": 3, "pagu": 300, "realisasi": None}
    (row,) = pagu.disputes(money({}, printed)).rows(named=True)
    assert (row["mata_anggaran_lain_id"], row["pagu_lain"]) == (2, 300)
    within = money({"pagu": 100_000}, TOTAL | {"pagu": 100_400, "realisasi": None})
    beyond = money({"pagu": 100_000}, TOTAL | {"pagu": 100_600, "realisasi": None})
    assert [len(pagu.disputes(rows)) for rows in (within, beyond)] == [0, 1]


@pytest.mark.parametrize(
    "other",
    [
        {"jenis_dokumen": "Renstra", "tingkat": "program"},  # a plan of five years
        {"jenis_dokumen": "PK", "tingkat": "program", "unit": "sekretariat"},  # a part of the satker
        {"tingkat": "indikator", "tabel": "Sebagian"},  # a level that does not claim everything
        {"rusak": True, "tingkat": "program"},
    ],
)
def test_what_does_not_claim_the_money_of_the_year_disputes_nothing(other):
    assert pagu.disputes(money({}, {"baris": 9, "pagu": 999} | other)).is_empty()


UANG_BARIS = st.lists(
    st.fixed_dictionaries({
        "tahun": st.sampled_from([2023, 2024]), "jenis_dokumen": st.sampled_from(["LK", "PK", "RKT", "Renstra"]),
        "tabel": st.sampled_from(["A", "B 1", "B 2"]), "tingkat": st.sampled_from(pagu.TINGKAT),
        "uraian": st.sampled_from(["X", "Y"]), "rusak": st.booleans(), "sezaman": st.booleans(),
        "pagu": st.sampled_from([None, 0, 100, 200]), "realisasi": st.sampled_from([None, 50]),
        "sasaran": st.sampled_from([None, "S"]), "program": st.sampled_from([None, "WA"]),
        "baris": st.integers(1, 20), "unit": st.sampled_from([None, "komisioner", "sekretariat"]),
    }),
    min_size=1,
)  # fmt: skip


@given(UANG_BARIS, st.randoms())
def test_every_satker_and_year_takes_each_part_from_one_list(changes, random):
    rows = money(*changes)
    found = pagu.measure(rows)
    for bagian in pagu.BAGIAN:
        lists = found.filter(pl.col("bagian").list.contains(bagian)).select(*SATKER, *pagu.ASAL).unique()
        assert lists.select(SATKER).sort(SATKER).rows() == rows.select(SATKER).unique().sort(SATKER).rows()
    places = random.sample(range(len(rows)), len(rows))
    again = pagu.measure(rows[places])
    assert again.select("mata_anggaran_id", "bagian").rows() == found.select("mata_anggaran_id", "bagian").rows()


def test_divisi_reaches_money_by_its_indikator_its_kegiatan_or_not_at_all():
    lines = pl.DataFrame(
        {
            "kode_satker": ["1674"] * 5, "kunci_kegiatan": ["k1", "k1", "k2", "k3", None],
            "divisi": ["Teknis", None, None, None, None], "asal_divisi": ["tertulis", None, None, None, None],
        }
    )  # fmt: skip
    kegiatan = pl.DataFrame(
        {
            "kode_satker": ["1674", "1674", "1971", None, "1971"], "kunci_kegiatan": ["k1", "k1", "k1", "k2", "k3"],
            "divisi": ["Hukum", "Data", "Lain", "Umum", "SDM"],
        }
    )  # fmt: skip
    found = pagu.with_divisi(lines, kegiatan)
    assert found.select("divisi", "asal_divisi").rows() == [
        ("Teknis", "tertulis"),
        ("Data; Hukum", "turunan"),
        ("Umum", "turunan"),
        ("SDM", "turunan"),
        (None, "tanpa divisi"),
    ]


JANJI = {
    "indikator_id": 1, "kode_satker": "1674", "tahun": 2024, "jenis_dokumen": "PK", "unit": None, "tingkat": "program",
    "berkas": "pk.txt", "baris": 1, "kode_baku": "DIDIK", "kunci_bunyi": "didik", "polaritas": "maksimal",
    "keadaan": "ada", "nilai": 90.0, "nilai_atas": None, "nilai_ordinal": None, "satuan": "%",
}  # fmt: skip
LK = {"jenis_dokumen": "LK", "berkas": "lk.txt"}


def links(*changes: dict[str, Any]) -> pl.DataFrame:
    return konsistensi.measure(frame(JANJI, *changes, nilai=pl.Float64, nilai_atas=pl.Float64))


@pytest.mark.parametrize(
    ("later", "meant"),
    [
        ({}, ("sama", None, None)),
        ({"kunci_bunyi": "bunyi lain"}, ("sama", None, None)),  # matched by kode_baku
        ({"nilai": 80.0}, ("turun", None, True)),
        ({"nilai": 95.0}, ("naik", None, False)),
        ({"kode_baku": "LAIN"}, ("hilang", None, None)),
        ({"satuan": "kali"}, ("tak terbanding", "satuan_berbeda", None)),
        ({"satuan": None}, ("sama", None, None)),
        ({"nilai": None, "keadaan": "rusak"}, ("tak terbanding", "nilai_tidak_terbaca", None)),
        ({"nilai": None, "keadaan": "tidak_ditargetkan"}, ("tak terbanding", "tidak_ditargetkan", None)),
        ({"nilai": None, "nilai_ordinal": "B"}, ("tak terbanding", "jenis_nilai_berbeda", None)),
    ],
)
def test_what_became_of_a_promise(later, meant):
    found = links({}, LK | later)
    assert found.filter(kunci="DIDIK").select("status", "alasan", "melemah").rows() == [meant]


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ({"polaritas": "minimal", "nilai": 80.0}, ("turun", False)),
        ({"polaritas": "minimal", "nilai": 95.0}, ("naik", True)),
        ({"polaritas": None, "nilai": 80.0}, ("turun", None)),
    ],
)
def test_whether_a_change_makes_the_promise_easier_goes_by_its_direction(change, meant):
    found = links({"polaritas": change["polaritas"]}, LK | change)
    assert found.select("status", "melemah").rows() == [meant]


def test_a_worse_grade_is_lower_and_a_grade_of_another_scale_is_not_comparable():
    grade = {"nilai": None, "satuan": None}
    found = links(grade | {"nilai_ordinal": "BB"}, LK | grade | {"nilai_ordinal": "B"})
    assert found.select("status", "melemah").rows() == [("turun", True)]
    found = links(grade | {"nilai_ordinal": "BB"}, LK | grade | {"nilai_ordinal": "WTP"})
    assert found.select("status", "alasan").rows() == [("tak terbanding", "satuan_berbeda")]


def test_links_lie_between_the_documents_there_are():
    kinds = [{"jenis_dokumen": name, "berkas": name} for name in ("Renstra", "PK", "LK")]
    assert links(*kinds)["mata_rantai"].to_list() == ["PK→LK", "Renstra→PK"]
    assert links(kinds[0]).is_empty()


JANJI_BARIS = st.lists(
    st.fixed_dictionaries({
        "tahun": st.sampled_from([2023, 2024]), "jenis_dokumen": st.sampled_from(konsistensi.RANTAI),
        "kode_baku": st.sampled_from(["A", "B", None]), "nilai": st.sampled_from([None, 1.0, 2.0]),
        "satuan": st.sampled_from([None, "%", "kali"]), "unit": st.sampled_from([None, "komisioner"]),
        "tingkat": st.sampled_from(["program", "kegiatan"]), "polaritas": st.sampled_from([None, "maksimal"]),
        "keadaan": st.sampled_from(["ada", "tidak_ditargetkan"]), "baris": st.integers(1, 9),
    }),
    min_size=1,
)  # fmt: skip


@given(JANJI_BARIS, st.randoms())
def test_no_promise_of_a_document_that_another_follows_is_lost_or_doubled(changes, random):
    rows = frame(JANJI, *changes, nilai=pl.Float64, nilai_atas=pl.Float64)
    found = konsistensi.measure(rows)
    assert found.select(konsistensi.JANJI).is_unique().all()
    keyed = rows.with_columns(pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci"))
    order = pl.col("jenis_dokumen").replace_strict(konsistensi.RANTAI, range(4), return_dtype=pl.Int64)
    last = order.max().over(SATKER)
    promised = keyed.filter(pl.col("nilai").is_not_null(), order < last).select(*KUNCI, "jenis_dokumen").unique()
    assert len(found) == len(promised)
    places = random.sample(range(len(rows)), len(rows))
    assert konsistensi.measure(rows[places]).rows() == found.rows()


SATKER_SEMUA = pl.DataFrame(
    {
        "kode_satker": ["00", "16", "1601", "1674", "1971"],
        "provinsi": ["Nasional", "Sumsel", "Sumsel", "Sumsel", "Babel"],
        "tingkat_satker": ["kpu_ri", "provinsi", "kabkota", "kabkota", "kabkota"],
    }
)
DOKUMEN = {
    "dokumen_id": 1, "kode_satker": "1674", "tahun": 2024, "jenis_dokumen": "LK", "unit": None, "menunggu": 0,
    "terbaca": True,
}  # fmt: skip


def held(*changes: dict[str, Any]) -> pl.DataFrame:
    rows = [DOKUMEN | {"dokumen_id": place} | change for place, change in enumerate(changes, start=1)]
    return pl.DataFrame(rows, schema_overrides={"unit": pl.String})


def states(rows: pl.DataFrame, kode: str = "1674", tahun: int = 2024) -> list[str]:
    return rows.filter(kode_satker=kode, tahun=tahun).sort("urutan")["keadaan"].to_list()


def test_every_satker_of_a_provinsi_with_one_document_owes_and_no_other():
    rows = kelengkapan.measure(SATKER_SEMUA, held({}), range(2023, 2025))
    assert rows["kode_satker"].unique().sort().to_list() == ["16", "1601", "1674"]
    assert len(rows) == 3 * 2 * 5
    assert states(rows) == ["belum", "belum", "belum", "belum", "ada"]
    assert states(rows, "1601") == ["belum"] * 5


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ({"menunggu": 3}, "sebagian menunggu"),
        ({"terbaca": False}, "sebagian menunggu"),
        ({}, "ada"),
    ],
)
def test_a_document_that_waits_for_a_person_says_so(change, meant):
    assert states(kelengkapan.measure(SATKER_SEMUA, held(change), range(2024, 2025)))[4] == meant


def test_the_two_pk_are_told_apart_and_one_without_a_signer_waits_for_a_person():
    pk = {"jenis_dokumen": "PK"}
    rows = kelengkapan.measure(SATKER_SEMUA, held(pk | {"unit": "komisioner"}), range(2024, 2025))
    assert states(rows)[2:4] == ["ada", "belum"]
    rows = kelengkapan.measure(SATKER_SEMUA, held(pk), range(2024, 2025))
    assert states(rows)[2:4] == ["sebagian menunggu", "sebagian menunggu"]


def test_from_2025_the_renstra_of_kpu_ri_is_everyones():
    national = [{"kode_satker": "00", "jenis_dokumen": "Renstra", "tahun": year} for year in (2024, 2025)]
    rows = kelengkapan.measure(SATKER_SEMUA, held({}, *national), range(2024, 2026))
    assert states(rows, "1601", 2024)[0] == "belum"
    assert states(rows, "1601", 2025)[0] == "ada"


def test_a_year_that_has_not_ended_expects_no_report_and_what_is_not_due_is_not_missed():
    rows = kelengkapan.measure(SATKER_SEMUA, held({"tahun": 2023}), range(2024, 2025))
    at = {hari: states(kelengkapan.on(rows, hari)) for hari in (date(2024, 6, 30), date(2025, 2, 28), date(2025, 3, 1))}
    assert at[date(2024, 6, 30)][4] == at[date(2025, 2, 28)][4] == "belum jatuh tempo"
    assert at[date(2025, 3, 1)][4] == "belum"
    assert at[date(2024, 6, 30)][1] == "belum"


@given(st.integers(2012, 2029), st.dates(date(2012, 1, 1), date(2031, 12, 31)))
def test_no_report_is_due_before_its_year_has_ended(tahun, hari):
    rows = kelengkapan.on(kelengkapan.measure(SATKER_SEMUA, held({}), range(tahun, tahun + 1)), hari)
    (lk,) = rows.filter(kode_satker="1601", dokumen="LK")["keadaan"]
    assert (lk == "belum") == (hari > kelengkapan.due("LK", tahun))
    assert lk == "belum jatuh tempo" or hari.year > tahun


@pytest.mark.parametrize(
    "wrong",
    [
        {"dokumen": [{"dokumen": "LK", "jatuh_tempo": [2, 30, 1]}]},
        {"dokumen": [{"dokumen": "LK", "jatuh_tempo": [2, 28, 1]}] * 2},
        {"renstra": {"periode": [[2015, 2019], [2021, 2024]]}},
    ],
)
def test_a_rule_file_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(kelengkapan.AturanSalah):
        kelengkapan.check({"dokumen": [], "renstra": {"periode": []}} | wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        [{"jenis": "LK", "tingkat": list(pagu.TINGKAT)}] * 2,
        [{"jenis": "LK", "tingkat": ["ro", "total"]}],
    ],
)
def test_an_order_of_tables_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(pagu.AturanSalah):
        pagu.check_order(wrong)


def test_rows_with_realisasi_are_never_more_than_the_rows_there_are():
    """A table that prints two years has 13 rows, whatever the number of figures."""
    place = {"jenis_dokumen": "LK", "berkas": "lk.txt", "tabel": "A", "realisasi_ordinal": None}
    rows = [
        place | {"indikator_id": row, "tahun": year, "realisasi": 1.0} for row in range(13) for year in (2023, 2024)
    ]
    rows = [*rows[:18], *({**row, "realisasi": None} for row in rows[18:])]
    (found,) = susunan.tabel(pl.DataFrame(rows, schema_overrides={"realisasi_ordinal": pl.String})).rows(named=True)
    assert (found["jumlah_realisasi"], found["jumlah_indikator"]) == (9, 13)


def test_targets_in_units_of_one_meaning_share_an_axis():
    rows = pl.DataFrame(
        {
            "indikator_id": [1, 2], "tahun": [2024, 2024], "nilai": [1.0, 2.0], "nilai_ordinal": [None, None],
            "satuan": ["Lap", "laporan"], "satuan_bermakna": ["laporan", "laporan"],
        },
        schema_overrides={"nilai_ordinal": pl.String},
    )  # fmt: skip
    assert target.with_unit_group(rows)["satuan_banding"].unique().to_list() == ["laporan"]
    assert target.with_unit_group(rows.drop("satuan_bermakna"))["satuan_banding"].n_unique() == 2
