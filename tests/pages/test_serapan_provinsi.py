"""Serapan of a province: satker against each other, the money by part, and headline equal to the rows below it."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.charts import serapan_banding, serapan_capaian
from pages.components import tahun_rapor
from pages.components.format import percent
from pages.parts.serapan import kalimat, susunan
from pages.parts.serapan.figures import MOST, Dilihat, look, of_provinsi
from queries import serapan
from queries.saring import Saring
from tests.conftest import examples
from tests.pages import layar
from tests.pages.layar import words

open_page = partial(layar.open_page, "serapan")
EVERYTHING = Saring()
TULUNGAGUNG = "KPU Kabupaten Tulungagung"


@pytest.fixture(scope="module")
def provinsi_dibaca(provinsi: Path, provinsi_kecil: Path):
    """The simulated province, for a whole module: properties run many filters on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_DATA", str(provinsi_kecil))
        patch.setenv("SELARAS_TERBIT", str(provinsi))
        yield


def seen_of(saring: Saring = EVERYTHING) -> Dilihat:
    tahun = tahun_rapor.chosen(saring)
    assert tahun is not None
    return look(saring, tahun)


@pytest.mark.usefixtures("buka_provinsi")
def test_the_first_screen_says_who_is_behind_and_what_was_planted(provinsi_kecil: Path):
    app = open_page()
    said = words(app)
    assert "Jawa Timur 2024: 4 kab/kota menyerap" in said
    assert "1 di bawah 90%: Kab. Tulungagung." in said
    assert "1 hanya pagu, tanpa realisasi (Kab. Trenggalek)" in said
    planted = pl.read_csv(provinsi_kecil / "kebenaran" / "satker_tahun.csv").filter(tahun=2024)
    rows = app.dataframe[0].value
    paired = dict(zip(rows["satker"], zip(rows["pagu"], rows["realisasi"], strict=True), strict=True))
    for satker, pagu, realisasi in planted.select("satker", "pagu", "realisasi").iter_rows():
        if realisasi:
            assert paired[satker] == (pagu, realisasi)


@pytest.mark.usefixtures("buka_provinsi")
def test_a_satker_is_opened_by_name_in_the_address_and_its_tables_stand_below():
    app = open_page(uang=TULUNGAGUNG)
    said = words(app)
    assert "[Anggaran Kab. Tulungagung terbuka di bawah](#rincian)" in said
    assert f"Anggaran {TULUNGAGUNG}" in said
    assert f"**{TULUNGAGUNG}** menyerap" in said
    assert all(TULUNGAGUNG in option for option in app.selectbox(key="tabel").options)
    assert not open_page().selectbox(key="uang").value


@pytest.mark.usefixtures("buka_provinsi")
@pytest.mark.parametrize("menurut", list(kalimat.MENURUT))
def test_the_money_by_part_is_a_choice_and_its_rows_are_downloaded(menurut: str):
    app = open_page(rinci=kalimat.MENURUT[menurut])
    assert app.segmented_control(key="rinci").value == menurut
    seen = seen_of()
    parts = susunan.with_before(seen, menurut)
    assert list(app.dataframe[1].value["nama"]) == parts["nama"].to_list()
    if menurut == "divisi":
        assert "tanpa divisi" in parts["nama"].to_list()
        assert "Tanpa divisi: Rp" in words(app)


FILTERS = st.builds(
    Saring,
    satker=st.sets(st.sampled_from(["3501", "3502", "3503", "3504", "3505"]), max_size=3).map(
        lambda found: tuple(sorted(found))
    ),
    tahun=st.sampled_from([(), (2022,), (2023,), (2024,), (2022, 2023)]),
    unit=st.sampled_from([(), (), ("tanpa divisi",), ("Perencanaan, Data dan Informasi",)]),
    program=st.sampled_from([(), (), ("076.01.WA",)]),
)


@pytest.mark.usefixtures("provinsi_dibaca")
@given(FILTERS, st.sampled_from(list(kalimat.MENURUT)))
@examples(0.1)
def test_the_headline_is_the_sum_of_the_rows_below_it(saring: Saring, menurut: str):
    if tahun_rapor.chosen(saring) is None:
        return
    seen = seen_of(saring)
    given, spent = (int(seen.known[name].sum()) for name in ("pagu_terbanding", "realisasi_terbanding"))
    whole = seen.whole
    assert (whole["pagu_terbanding"], whole["realisasi_terbanding"]) == (given, spent)
    assert whole["serapan_persen"] == (pytest.approx(100.0 * spent / given) if given else None)
    if given:
        assert percent(100.0 * spent / given, 1) in kalimat.putusan(seen)
    lines = serapan.rincian(seen.saring).filter(pl.col("kode_satker").is_in(seen.known["kode_satker"].to_list()))
    both = lines.filter(pl.col("pagu").is_not_null(), pl.col("realisasi").is_not_null())
    assert (both["pagu"].sum(), both["realisasi"].sum()) == (given, spent)
    assert set(seen.known["kode_satker"]).isdisjoint(seen.unknown["kode_satker"])
    parts = susunan.with_before(seen, menurut)
    every = replace(seen.saring, tahun=()) if menurut == "tahun" else seen.saring
    behind = serapan.banding(every, "satker" if menurut == "tahun" else menurut)
    assert parts["pagu"].sum() == behind.filter(pl.col("tingkat_satker").is_in(seen.tingkat))["pagu"].sum()


@pytest.mark.usefixtures("buka_provinsi")
def test_tanpa_divisi_is_a_choice_that_leaves_the_money_without_divisi():
    without = serapan.jumlah(Saring(tahun=(2024,)), "divisi").filter(pl.col("kunci").is_null())["pagu"].item()
    asked = serapan.jumlah(Saring(tahun=(2024,), unit=("tanpa divisi",)), "divisi")
    assert asked["kunci"].to_list() == [None]
    assert asked["pagu"].item() == without > 0
    assert seen_of(Saring(tahun=(2024,), unit=("tanpa divisi",))).kantor["pagu"].sum() == without


@pytest.mark.usefixtures("buka_proyek")
def test_a_disputed_figure_has_sign_and_word_and_both_ways_to_its_source():
    app = open_page()
    said = words(app)
    assert "Kota Prabumulih 2024: menyerap 98,2% dari pagu Rp 13,1 miliar; baru satu dari" in said
    assert (
        "pagu Rp 13.056.986.000 ([LK 2024 · Efisiensi RO](?sumber=lk-kpu-kota-prabumulih-2024.txt:3145:2024:pagu))"
        in said
    )
    assert "pagu Rp 41.661.103.000 ([LK 2024 · Efisiensi RO, jumlah tercetak](?sumber=" in said
    assert [box.label for box in app.expander if "diperselisihkan" in box.label] == ["≠ 1 angka diperselisihkan"]
    assert app.dataframe[0].value["catatan"].str.startswith("diperselisihkan").any()


@pytest.mark.usefixtures("buka_proyek")
def test_of_a_satker_every_table_that_prints_its_money_is_listed_and_one_is_used():
    app = open_page(satker="1674")
    (sources,) = [frame.value for frame in app.dataframe if "dipakai" in frame.value]
    assert list(sources["dipakai"]).count("✓ dipakai") == 1
    assert len(sources) == len(serapan.sumber("1674", 2024))


@pytest.mark.usefixtures("buka_provinsi")
def test_equals_are_compared_and_another_level_stands_apart():
    rows = seen_of().kantor
    assert set(rows["tingkat_satker"]) == {"kabkota"}
    seen = seen_of()
    apart = rows.head(1).with_columns(
        pl.lit("KPU Provinsi Jawa Timur").alias("satker"), pl.lit(91.3).alias("serapan_persen")
    )
    said = kalimat.tidak_dibandingkan(replace(seen, terpisah=apart))
    assert "Tingkat lain, tidak ikut: KPU Provinsi Jawa Timur 91,3%." in said


def many(count: int, provinsi: int) -> pl.DataFrame:
    """Rows like those of Dilihat.known, with what the figures need."""
    return pl.DataFrame(
        {
            "kunci": [f"k{at}" for at in range(count)],
            "label": [f"Kab. {at:03d}" for at in range(count)],
            "provinsi": [f"P{at % provinsi}" for at in range(count)],
            "serapan": [70.0 + at % 30 for at in range(count)],
            "serapan_lalu": [None if at % 5 == 0 else 90.0 for at in range(count)],
            "pagu": [10**9 * (at + 1) for at in range(count)],
            "diperselisihkan": [at == 0 for at in range(count)],
            "hover": [f"<b>{at}</b>" for at in range(count)],
            "capaian": [60.0 + at * 7 % 40 for at in range(count)],
        }
    )


@pytest.mark.usefixtures("buka_provinsi")
def test_many_satker_stand_behind_their_provinsi():
    seen = seen_of()
    row = seen.known.head(1)
    known = pl.concat(
        [
            row.with_columns(pl.lit(f"{at:04d}").alias("kode_satker"), pl.lit(f"P{at % 3}").alias("provinsi"))
            for at in range(MOST + 5)
        ]
    )
    wide = replace(seen, kantor=known)
    assert wide.by_provinsi and not seen.by_provinsi
    sums = of_provinsi(known)
    assert sums["jumlah_satker"].sum() == len(known)
    assert sums["pagu"].sum() == known["pagu_terbanding"].sum()


def test_a_bar_a_satker_with_signs_for_what_is_low_or_disputed():
    figure = serapan_banding.figure(many(38, 1), ambang=90, lalu="2023", whole=("Jawa Timur", 84.0))
    names = [trace.name for trace in figure.data if trace.showlegend]
    assert names == ["90% ke atas", "▼ di bawah 90%", "2023", "≠ diperselisihkan", "Jawa Timur 84,0%"]
    assert sum(len(trace.y) for trace in figure.data if trace.type == "bar") == 38
    (texts,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    assert texts.text[0] == "▼ ≠ 70,0% · 1,0"
    assert serapan_banding.clicked({"customdata": figure.data[0].customdata[0]}).startswith("k")
    assert figure.layout.height < 720


def test_names_of_points_never_lie_upon_each_other():
    rows = many(38, 1)
    figure = serapan_capaian.figure(rows, ambang=(80, 90))
    named = [name for trace in figure.data for name in trace.text if name]
    assert 5 <= len(named) <= 38
    assert sum(len(trace.x) for trace in figure.data) == 38
    crowd = rows.with_columns(pl.lit(95.0).alias("serapan"), pl.lit(90.0).alias("capaian"))
    (pile,) = serapan_capaian.figure(crowd, ambang=(80, 90)).data
    places = [place for name, place in zip(pile.text, pile.textposition, strict=True) if name]
    assert len(places) == len(set(places))


@pytest.mark.usefixtures("buka_provinsi")
def test_the_reset_button_closes_the_money_of_one_satker():
    app = open_page(uang=TULUNGAGUNG)
    app.button(key="kosongkan_saringan").click().run()
    assert app.selectbox(key="uang").value is None
