"""The filter bar: options with what they leave, chips that let go, satker inside the chosen provinsi."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.components import saring_bar, saring_choice
from queries import kelengkapan, saring
from queries.saring import Saring
from tests.pages.layar import open_page, words

pytestmark = pytest.mark.usefixtures("buka_contoh")


def offered(app: AppTest, name: str) -> list[str]:
    groups: Any = app.get("button_group")
    (control,) = [group for group in groups if str(group.key).startswith(saring_choice.key(name))]
    return list(control.options)


def chips(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("lepas_")]


def places(app: AppTest) -> list[str]:
    return [block.proto.popover.label for block in app.get("popover")]


def test_an_option_says_what_it_leaves_beside_the_rest_of_the_filter():
    app = open_page(tahun="2020")
    assert "**Tahun · 1**" in places(app)
    left = {row["satker"]: 0 for row in kelengkapan.documents(Saring()).iter_rows(named=True)}
    for row in kelengkapan.values(Saring(tahun=(2020,))).iter_rows(named=True):
        left[row["satker"]] += row["jumlah"]
    assert sorted(offered(app, "satker")) == sorted(f"{satker} · {jumlah}" for satker, jumlah in left.items())
    assert "LK · " not in " ".join(offered(app, "jenis"))


def test_what_is_chosen_stands_in_chips_and_each_can_be_let_go():
    every = ["KPU Kota Blitar", "KPU Kota Serang", "2020", "“opini”"]
    for key, gone in (("lepas_satker_0", every[0]), ("lepas_tahun_2", "2020"), ("lepas_sasaran", "“opini”")):
        app = open_page(satker=["3572", "3673"], tahun="2020", sasaran="opini")
        assert chips(app) == every
        app.button(key=key).click().run()
        assert chips(app) == [chip for chip in every if chip != gone]


def test_many_values_of_one_dimension_are_one_chip():
    app = open_page(tahun=["2020", "2021", "2022", "2023"])
    assert chips(app) == ["4 tahun"]
    app.button(key="lepas_tahun").click().run()
    assert chips(app) == []


def test_satker_are_offered_inside_the_chosen_provinsi_and_those_outside_are_let_go():
    app = open_page(satker="3673")
    app.button_group(key="pilih_provinsi").set_value(["Jawa Timur"]).run()
    assert [option.split(" · ")[0] for option in offered(app, "satker")] == ["KPU Kota Blitar"]
    assert chips(app) == ["Jawa Timur"]
    assert "1 satker" in words(app)
    # What was let go elsewhere begins anew, lest the browser hand it back; what was chosen in its control stays.
    keys = {str(group.key) for group in app.get("button_group")}
    assert {"pilih_satker_1", "pilih_provinsi"} <= keys
    assert not {"pilih_satker", "pilih_provinsi_1"} & keys


def test_what_is_picked_is_the_filter_and_goes_into_its_carrier():
    app = open_page()
    app.button_group(key="pilih_satker").set_value(["3572"]).run()
    assert app.multiselect(key="satker").value == ["KPU Kota Blitar"]
    app = open_page(tahun="2020")
    app.text_input(key="pilih_sasaran").set_value("opini").run()
    assert chips(app) == ["2020", "“opini”"]


def test_many_options_are_searched_by_typing(monkeypatch):
    monkeypatch.setattr(saring_choice, "PILLS", 2)
    app = open_page()
    assert "Tahun 2024 (bawaan)" in places(app)
    app.multiselect(key="pilih_satker").set_value(["3572"]).run()
    assert chips(app) == ["KPU Kota Blitar"]


def test_every_dimension_with_values_has_a_control_of_its_own():
    keys = {str(element.key) for kind in ("button_group", "multiselect") for element in open_page().get(kind)}
    offered = set(saring.options()["dimensi"])
    assert {saring_choice.key(name) for name in saring_bar.DIMENSIONS if name in offered} <= keys
