"""Ringkasan: the verdict, the tiles and the rapor are the same numbers, worst first, each the way to its rows."""

from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest

from pages.components.format import number, percent
from pages.parts.ringkasan import attention, kalimat
from pages.parts.ringkasan import rapor as parts
from queries import capaian, kelengkapan, rapor, saring
from queries.comparisons.rapor import UKURAN, behind, measure, ordered, rules
from queries.saring import Saring
from tests.pages.conftest import HARI
from tests.pages.layar import html, links, open_page, rows, seen, words

pytestmark = pytest.mark.usefixtures("hari_tetap", "buka_provinsi")
FILTERS: list[dict[str, list[str]]] = [
    {},
    {"tahun": ["2022"]},
    {"tahun": ["2022", "2023"]},
    {"satker": ["KPU Kabupaten Pacitan", "KPU Kabupaten Blitar"]},
    {"tingkat": ["program"]},
    {"sasaran": ["pemilu"]},
]


def chosen(given: dict[str, list[str]]) -> Saring:
    codes = {label: code for _, code, label, _ in saring.options().iter_rows()}
    return Saring(
        satker=tuple(codes[name] for name in given.get("satker", [])),
        tahun=tuple(int(year) for year in given.get("tahun", [])),
        tingkat=tuple(codes[name] for name in given.get("tingkat", [])),
        sasaran=given.get("sasaran", [""])[0],
    )


def year(given: dict[str, list[str]]) -> int:
    found = max(chosen(given).tahun, default=None) or rapor.tahun_baku(chosen(given), HARI)
    assert found
    return found


def shown(app) -> dict[str, list[str]]:
    """The rows of the rapor: short name → the words of its other cells."""
    return {row[0]: row[1:] for row in rows(app) if len(row) == len(parts.JUDUL)}


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_verdict_tiles_and_rows_are_the_same_numbers(given):
    app = open_page(**given)
    tahun = year(given)
    every = rapor.baris(chosen(given), tahun, HARI)
    total = measure(every, None).row(0, named=True)
    reports = int(every["punya_capaian"].sum())
    assert f"Tahun {tahun}, dilaporkan {number(reports)} dari {number(len(every))} satker" in words(app)
    said = seen(html(app))
    for name in UKURAN:
        assert f"{name.capitalize()} {percent(total[f'{name}_persen'], 1) or 'tidak ada'}" in said
    table = shown(app)
    del table["Satker"]
    assert len(table) == len(every)
    for row in measure(every).iter_rows(named=True):
        cells = table[kalimat.pendek(row["nama"])]
        assert cells[0] == (f"{row['n_tercapai']}/{row['n_indikator']}" if row["n_indikator"] else "–")
        assert cells[2] == (percent(row["serapan_persen"], 1) or "–")
        assert cells[5] == (number(row["n_temuan_kritis"]) if row["berdokumen"] else "–")
    reached = [cells[0].split("/") for cells in table.values() if "/" in cells[0]]
    assert sum(int(part) for part, _ in reached) == total["n_tercapai"]
    assert sum(int(whole) for _, whole in reached) == total["n_indikator"]


def test_the_verdict_names_who_is_behind_and_out_of_how_many():
    compared, _ = parts.levels(rapor.baris(Saring(tahun=(2024,)), 2024, HARI))
    measured = measure(compared)
    (rule,) = [rule for rule in rules() if rule["kode"] == "capaian"]
    low, known = behind(measured, rule), ordered(measured, "capaian")[0]
    (verdict,) = [line for line in words(open_page(tahun=["2024"])).splitlines() if line.startswith("## ")]
    assert f"{len(known) - len(low)} dari {len(known)} kab/kota mencapai ≥ 80% indikatornya" in verdict
    for name in low["nama"].head(kalimat.NAMED):
        assert kalimat.pendek(name) in verdict


def test_the_worst_stands_first_and_who_did_not_report_apart():
    names = [row[0] for row in rows(open_page(tahun=["2023"])) if row]
    compared, above = parts.levels(rapor.baris(Saring(), 2023, HARI))
    known, missing = ordered(measure(compared), "capaian")
    assert len(missing)
    order = [kalimat.pendek(name) for name in known["nama"]]
    apart = f"{len(missing)} kab/kota tidak melaporkan capaian"
    order += [apart, *(kalimat.pendek(name) for name in missing["nama"])]
    assert names[1 : 1 + len(order)] == order
    assert len(names) == 1 + len(order) + (1 + len(above) if len(above) else 0)


@pytest.mark.parametrize("menurut", list(kalimat.JUDUL_URUT))
def test_the_order_lives_in_the_address(menurut):
    app = open_page(tahun=["2024"], urut_rapor=kalimat.JUDUL_URUT[menurut])
    compared, _ = parts.levels(rapor.baris(Saring(), 2024, HARI))
    known, _ = ordered(measure(compared), menurut)
    names = [row[0] for row in rows(app) if len(row) == len(parts.JUDUL)][1:]
    assert names[: len(known)] == [kalimat.pendek(name) for name in known["nama"]]


def test_choosing_an_order_writes_it_into_the_address():
    app = open_page(tahun=["2024"])
    app.selectbox(key=parts.URUT).select("Serapan").run()
    assert not app.exception
    assert html(app).count("aria-sort") == 1
    assert '<th scope="col" aria-sort="other">Serapan' in html(app)


@pytest.mark.parametrize("given", FILTERS, ids=str)
def test_every_cell_opens_its_measure_with_the_rows_it_counts(given):
    app = open_page(**given)
    tahun = str(year(given))
    codes = {label: code for _, code, label, _ in saring.options().filter(dimensi="satker").iter_rows()}
    every = {row["kunci"]: row for row in measure(rapor.baris(chosen(given), int(tahun), HARI)).iter_rows(named=True)}
    seen_pages = set()
    for href in links(app):
        page, query = urlsplit(href).path, parse_qs(urlsplit(href).query)
        assert query["tahun"] == [tahun]
        seen_pages.add(page)
        if page == "satker":
            assert codes[query["kantor"][0]] in every
        if len(query.get("satker", [])) == 1 and page == "capaian":
            row = every[codes[query["satker"][0]]]
            opened = chosen({"tingkat": given.get("tingkat", [])} | query)
            assert len(capaian.banding(opened)) == row["n_indikator"]
            assert len(capaian.banding(opened, ("tercapai",))) == row["n_tercapai"]
    assert seen_pages >= {"capaian", "serapan", "konsistensi", "dokumen", "satker"}


def test_attention_names_each_rule_with_those_behind_and_leads_to_exactly_them():
    app = open_page(tahun=["2024"])
    compared, _ = parts.levels(rapor.baris(Saring(), 2024, HARI))
    measured = measure(compared)
    (listed,) = [part for part in html(app).split("\n") if 'class="perhatian"' in part]
    lines = [line for line in listed.split("<li>") if "</li>" in line]
    found = [(rule, behind(measured, rule)) for rule in rules()]
    found = [(rule, who) for rule, who in found if len(who)]
    assert len(lines) == len(found)
    for line, (rule, who) in zip(lines, found, strict=True):
        assert seen(line).startswith(f"{len(who)} kab/kota {rule['sebutan']}: {kalimat.pendek(who['nama'][0])} (")
        hrefs = [href.split('"')[0].replace("&amp;", "&") for href in line.split('href="')[1:]]
        known = set(who["nama"]) <= set(saring.options()["label"])
        assert parse_qs(urlsplit(hrefs[-1]).query).get("satker") == (who["nama"].to_list() if known else None)


def test_very_many_who_are_behind_stand_in_no_address():
    row = {"nama": "KPU Kota X", "n_tercapai": 1, "n_indikator": 2, "capaian_persen": 50.0}
    rule = {"kode": "capaian", "kolom": "capaian_persen", "sebutan": "tertinggal"}
    for count in (attention.MOST, attention.MOST + 1):
        behind_it = pl.DataFrame([row | {"nama": f"KPU Kota {place}"} for place in range(count)])
        line = attention._line(rule, behind_it, "kab/kota", {}, behind_it["nama"].to_list())
        assert line.count("satker=") == (count if count <= attention.MOST else 0)


def test_no_link_asks_for_a_satker_that_the_filter_does_not_know():
    app = open_page(tahun=["2024"])
    known = set(saring.options().filter(dimensi="satker")["label"])
    every = rapor.baris(Saring(), 2024, HARI)
    assert set(every["satker"]) - known
    for href in links(app):
        query = parse_qs(urlsplit(href).query)
        assert {*query.get("satker", []), *query.get("kantor", [])} <= known


def test_the_documents_of_a_row_are_those_of_its_satker():
    table = shown(open_page(tahun=["2024"]))
    for (satker,), mine in kelengkapan.wajib(Saring(tahun=(2024,)), HARI).sort("urutan").group_by("satker"):
        states = mine.select(pl.format("{} {};", "dokumen", "keadaan")).to_series().to_list()
        assert table[kalimat.pendek(str(satker))][-1] == " ".join(states)


def test_the_trend_bridges_no_year_and_stands_in_a_table_too():
    app = open_page()
    deret = rapor.deret(Saring(), HARI).filter(pl.col("tahun") <= year({}))
    (table,) = [element.value for element in app.dataframe if "capaian_persen" in element.value.columns]
    assert table["tahun"].to_list() == deret["tahun"].to_list()
    assert table["jumlah_melapor"].to_list() == deret["jumlah_melapor"].to_list()


@pytest.mark.lengkap
@pytest.mark.parametrize("satker", [None, "KPU Kabupaten Blitar"])
def test_numbers_hold_for_every_year(satker):
    for tahun in ("2022", "2023", "2024"):
        test_verdict_tiles_and_rows_are_the_same_numbers({"tahun": [tahun]} | ({"satker": [satker]} if satker else {}))
