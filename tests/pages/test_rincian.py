"""The rows behind a figure are the figure: for every count on Dokumen and Serapan, and every link there."""

from collections import Counter
from urllib.parse import parse_qs

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.components.format import KEADAAN
from pages.parts.dokumen.attention import ISI
from queries import dokumen, jelajah, kelengkapan, saring, serapan
from queries.comparisons.serapan import flagged, flags, sum_by
from queries.jelajah import Request
from queries.saring import Saring
from tests.conftest import examples
from tests.pages.layar import open_page

pytestmark = pytest.mark.usefixtures("buka_proyek")
ROWS_OF = {isi: choice.lower() for isi, (_, choice) in ISI.items()}
KEADAAN_OF = {word: keadaan for keadaan, (word, _, _) in KEADAAN.items()}
FILTERS = [
    {},
    {"satker": ["KPU Kota Prabumulih"]},
    {"satker": ["KPU Kota Blitar", "KPU Kota Serang"], "tahun": ["2020", "2021"]},
    {"jenis": ["PK", "LK"]},
    {"tingkat": ["program"], "sasaran": ["pemilu"]},
]


def states_of(isi: str, chosen: Saring) -> Counter[str]:
    """How many rows of each keadaan Jelajah shows under a filter."""
    return Counter(jelajah.everything(Request(ROWS_OF[isi], chosen))["keadaan"])


def some(dimension: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(saring.options().filter(dimensi=dimension)["nilai"].to_list()), max_size=2)


@settings(examples(0.2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_under_any_filter_every_count_is_its_rows(data):
    picked = {name: tuple(data.draw(some(name))) for name in ("satker", "jenis", "tingkat", "unit")}
    years = tuple(int(year) for year in data.draw(some("tahun")))
    chosen = Saring(**picked, tahun=years, sasaran=data.draw(st.sampled_from(["", "pemilu", "laporan"])))
    values = kelengkapan.values(chosen)
    for isi in ISI:
        states = states_of(isi, chosen)
        assert values.filter(isi=isi)["jumlah"].sum() == states.total()
        for keadaan in KEADAAN:
            assert values.filter(isi=isi, keadaan=keadaan)["jumlah"].sum() == states[keadaan]


@pytest.mark.parametrize("given_filter", FILTERS, ids=str)
def test_every_link_of_dokumen_leads_to_as_many_rows_as_it_says(given_filter):
    app = open_page("dokumen", **given_filter)
    links = [link.proto for link in app.get("page_link") if link.proto.page == "jelajah"]
    counted = [link for link in links if _count(link.label) is not None]
    assert len(counted) >= 3
    for link in counted:
        assert _count(link.label) == _rows_at(link), (link.label, link.query_string)


def test_the_links_of_a_keadaan_add_up_to_its_badge():
    values = kelengkapan.values(Saring())
    states = sum((states_of(isi, Saring()) for isi in ISI), Counter())
    for keadaan in KEADAAN:
        assert states[keadaan] == values.filter(keadaan=keadaan)["jumlah"].sum()
        narrowed = [jelajah.everything(Request(choice, Saring(), (keadaan,))) for choice in ROWS_OF.values()]
        assert sum(len(rows) for rows in narrowed) == states[keadaan]


def test_the_account_per_satker_is_what_its_filter_shows():
    whole = Saring()
    account = kelengkapan.account(kelengkapan.values(whole), kelengkapan.documents(whole))
    codes = {label: code for _, code, label, _ in saring.options().filter(dimensi="satker").iter_rows()}
    for row in account.iter_rows(named=True):
        chosen = Saring(satker=(codes[row["satker"]],))
        states = sum((states_of(isi, chosen) for isi in ISI), Counter())
        assert row["jumlah_nilai"] == states.total()
        for keadaan in ("diperbaiki", "dikoreksi", "rusak", "kosong", "tidak_ditargetkan"):
            assert row[f"jumlah_{keadaan}"] == states[keadaan]
        berkas = kelengkapan.documents(chosen)["berkas"].to_list()
        lines = pl.concat([dokumen.baris(name) for name in berkas])
        for nasib in ("dimuat", "sambungan", "judul", "dikarantina"):
            assert row[nasib] == len(lines.filter(nasib=nasib))
        assert row["koreksi"] == len(dokumen.koreksi(berkas))


def test_every_chip_of_the_coverage_is_its_rows():
    coverage = kelengkapan.coverage(kelengkapan.values(Saring()))
    for row in coverage.iter_rows(named=True):
        chosen = Saring(satker=(row["kode_satker"],), tahun=(row["tahun"],), jenis=(row["jenis_dokumen"],))
        states = {isi: states_of(isi, chosen) for isi in ISI}
        for isi in ISI:
            assert row[f"jumlah_{isi}"] == states[isi].total()
        assert row["jumlah_rusak"] == sum(states[isi]["rusak"] for isi in ISI)


def test_every_table_of_serapan_is_the_sum_of_the_rows_it_shows():
    tables = serapan.tabel(Saring())
    assert len(tables)
    for table in tables.iter_rows(named=True):
        rows = serapan.baris(Saring(), table["berkas"], table["tabel"], table["tingkat"])
        whole = sum_by(rows, []).row(0, named=True)
        for column in ("pagu", "realisasi", "serapan_persen"):
            assert whole[column] == pytest.approx(table[column], nan_ok=True) if table[column] else not whole[column]
        assert rows["mata_anggaran_id"].n_unique() == table["jumlah_baris"]
        assert len(flagged(rows, "angka rusak")) == table["jumlah_rusak"]
        by_group = sum_by(rows, ["kelompok"])
        assert by_group["jumlah_baris"].sum() == len(rows)
        assert (by_group["pagu"].sum() or None) == (whole["pagu"] or None)


def printed_rows(app):
    """The rows of the table that is open."""
    return next(frame.value for frame in app.dataframe if "persen_tercetak" in frame.value)


def test_every_flag_of_serapan_can_be_narrowed_to_its_rows():
    app = open_page("serapan", satker="1674")
    counts = {"semua": len(printed_rows(app))}
    warned = "\n".join(element.value for element in app.warning)
    offered = [flag for flag in app.selectbox(key="tanda").options if flag in flags()]
    assert offered
    for flag in offered:
        app.selectbox(key="tanda").select(flag).run()
        assert not app.exception
        counts[flag] = len(printed_rows(app))
        assert 0 < counts[flag] < counts["semua"]
    # Each is counted once in that place: by the rule of temuan where it has one, else by the rows.
    for rule, flag, sentence in (
        ("N06", "persentase tercetak berbeda dari hitungan", "persentase yang tercetak tidak sama"),
        ("N04", "realisasi melebihi pagu", "RO merealisasikan lebih"),
    ):
        assert (rule in warned) + (f"{counts.get(flag)} {sentence}" in warned) == (flag in counts), flag


def _count(label: str) -> int | None:
    """The number a label says: "KPU Kota X: 5 target" and "1.267 target" alike."""
    first = label.rsplit(": ", maxsplit=1)[-1].split(" ", maxsplit=1)[0].replace(".", "")
    return int(first) if first.isdecimal() else None


def _rows_at(link) -> int:
    query = parse_qs(link.query_string)
    codes = {label: code for _, code, label, _ in saring.options().iter_rows()}
    chosen = Saring(
        satker=tuple(codes[name] for name in query.get("satker", [])),
        tahun=tuple(int(year) for year in query.get("tahun", [])),
        jenis=tuple(query.get("jenis", [])),
        tingkat=tuple(codes[name] for name in query.get("tingkat", [])),
        sasaran=query.get("sasaran", [""])[0],
    )
    keadaan = tuple(KEADAAN_OF[word] for word in query.get("keadaan", []))
    return len(jelajah.everything(Request(query["isi"][0].lower(), chosen, keadaan)))
