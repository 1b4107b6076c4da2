"""The matrix of Konsistensi: sums that equal the rows below, equals compared, provinsi first where there are many."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.components.format import number
from pages.parts.konsistensi import figures, janji, kalimat, matriks
from pages.parts.konsistensi.figures import GOLONGAN, JENIS_AKHIR
from queries import konsistensi
from queries.konsistensi import Request
from queries.saring import Saring
from tests.conftest import examples
from tests.pages import layar
from tests.pages.layar import words

open_page = partial(layar.open_page, "konsistensi")
CELL = re.compile(r'<td[^>]*><a class="sel" tabindex="-1" href="([^"]+)" title="([^"]+)">')


@pytest.fixture(scope="module")
def terbit(provinsi: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_TERBIT", str(provinsi))
        yield


SARINGAN = st.builds(
    Saring,
    tingkat=st.sampled_from([(), ("sasaran_strategis",), ("program", "kegiatan")]),
    unit=st.sampled_from([(), ("komisioner",), ("sekretariat",)]),
    polaritas=st.sampled_from([(), ("maksimal",), ("minimal", "ordinal")]),
    sasaran=st.sampled_from(["", "laporan", "pemilih"]),
)


@given(SARINGAN, st.sampled_from([2022, 2023, 2024]))
@examples(0.15)
def test_every_sum_of_the_matrix_is_the_number_of_rows_below(terbit: None, saring: Saring, tahun: int):
    dilihat = figures.load(saring, tahun)
    rows = janji.became(konsistensi.banding(dilihat.saring))
    found = konsistensi.temuan(Request(dilihat.saring))
    total = figures.added(dilihat.kantor).row(0, named=True)
    assert (total["n_janji"], total["jumlah"]) == (len(rows), len(found))
    assert total["kritis"] == (found["keparahan"] == "kritis").sum()
    assert figures.added(dilihat.kantor, "provinsi")["n_janji"].sum() == len(rows)
    for one in dilihat.rantai.iter_rows(named=True):
        here = rows.filter(kode_satker=one["kode_satker"], jenis_akhir=one["jenis_akhir"])
        counts = dict(here.group_by("jadi").len().iter_rows())
        changed = one["n_turun"] + one["n_naik"] - one["n_melemah"]
        told = [one["n_melemah"], one["n_hilang"], one["n_tak_terbanding"], changed, one["n_sama"]]
        assert told == [counts.get(name, 0) for name in kalimat.JADI]


@pytest.mark.usefixtures("buka_provinsi")
def test_a_cell_of_promises_opens_as_many_as_it_says_and_each_figure_its_source():
    drawn = "\n".join(element.proto.body for element in open_page().get("html"))
    cells = [(parse_qs(urlsplit(unescape(href)).query), title) for href, title in CELL.findall(drawn)]
    links = [(query, title) for query, title in cells if "sampai" in query and "kantor" in query]
    assert {query["sampai"][0] for query, _ in links} <= set(JENIS_AKHIR)
    query, title = links[0]
    below = "\n".join(element.proto.body for element in open_page(**query).get("html"))
    many = re.search(r"([\d.]+) janji: ", title)
    assert many
    assert f"{JENIS_AKHIR[query['sampai'][0]]} {many[1]}</a>" in below
    assert "sumber=" in below


@pytest.mark.usefixtures("buka_provinsi")
def test_what_became_of_the_promises_narrows_them_and_the_verdict_counts_them():
    app = open_page(bagian="Janji", jadi="melemah")
    said = words(app)
    shown = konsistensi.banding(Saring(tahun=(2024,)))
    assert f"dari {number(len(shown))} janji" in said
    below = "\n".join(element.proto.body for element in app.get("html"))
    eased = int(shown["melemah"].sum())
    assert f">melemah {number(eased)}</a>" in below
    assert below.count("trending_down</span> melemah</span>") == min(eased, janji.PAGE_SIZE)


def rows(*offices: tuple[str, str, int, int]) -> pl.DataFrame:
    """Offices as Dilihat.kantor has them: name, provinsi, promises, those kept."""
    frame = pl.DataFrame(offices, ["satker", "provinsi", "n_janji", "n_sama"], orient="row")
    counts = [pl.lit(0).alias(name) for name in figures.COUNTS if name not in ("n_janji", "n_sama")]
    level = pl.when(pl.col("satker").str.contains("Provinsi")).then(pl.lit("provinsi")).otherwise(pl.lit("kabkota"))
    named = [pl.col("satker").alias("kode_satker"), level.alias("tingkat_satker")]
    return frame.with_columns(*named, *counts).with_columns(*figures.shares())


def seen(kantor: pl.DataFrame) -> figures.Dilihat:
    """A year in which nothing else is known than these offices."""
    rantai = kantor.select("kode_satker", "provinsi", pl.lit("PK").alias("jenis_akhir"), *figures.N).clear()
    who = kantor.select("kode_satker", "satker", "provinsi", "tingkat_satker").clear()
    temuan = who.with_columns(
        pl.lit("T01").alias("kode_aturan"), pl.lit("kritis").alias("keparahan"), pl.lit(1).alias("jumlah"),
        pl.lit("Target").alias("golongan"),
    )  # fmt: skip
    return figures.Dilihat(Saring(), 2024, kantor, rantai, temuan)


def test_worst_comes_first_equals_are_compared_and_what_is_missing_is_never_last():
    kantor = rows(
        ("KPU Kota A", "Bali", 10, 9), ("KPU Kota B", "Bali", 10, 5), ("KPU Kota C", "Bali", 0, 0),
        ("KPU Provinsi Bali", "Bali", 10, 1),
    )  # fmt: skip
    drawn = matriks.html(seen(kantor), "tetap", None)
    places = [drawn.index(name) for name in ("Kota B<", "Kota A<", "1 kab/kota tanpa dua dokumen", "Kota C<")]
    assert places == sorted(places)
    assert drawn.index("Kantor di atas kab/kota") < drawn.index(">Provinsi Bali<")
    said = kalimat.judul(seen(kantor), "tetap")
    assert said == "2 dari 2 kab/kota mengubah janjinya; paling sedikit tetap Kota B (50%) dan Kota A (90%)"


def test_provinsi_come_first_where_there_are_many_satker_and_one_is_opened_at_a_time():
    kantor = rows(*((f"KPU Kota {place:03}", f"Provinsi {place % 20:02}", 4, place % 4) for place in range(553)))
    closed = matriks.html(seen(kantor), "tetap", None)
    assert closed.count('<tr class="induk"') == 20
    assert "Kota 001" not in closed
    opened = matriks.html(seen(kantor), "tetap", "Provinsi 01")
    assert opened.count("<tr") <= 45
    assert opened.count(">Kota ") == 28
    assert "Provinsi 02" not in opened


@pytest.mark.usefixtures("buka_proyek")
def test_no_rule_that_runs_is_without_a_kind():
    assert {kode[0] for kode in konsistensi.aturan()["kode_aturan"]} <= set(GOLONGAN)
