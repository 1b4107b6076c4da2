"""The address of a figure: written and read back, the same for the same figure, refused when it is something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.components import location
from pages.components.location import Tempat

BERKAS = st.text("abz0-_. é&?#=", min_size=1, max_size=20).map(lambda text: f"a{text}.txt")
TAHUN = st.one_of(st.none(), st.integers(2000, 2100), st.just("jumlah"))


@given(BERKAS, st.integers(1, 9_999_999), TAHUN, st.one_of(st.none(), st.sampled_from(location.ISI)))
def test_an_address_leads_back_to_its_place(berkas, baris, tahun, isi):
    place = Tempat(berkas, baris, tahun, isi)
    read = location.parse(str(place))
    assert read == (place if tahun is not None else Tempat(berkas, baris))


def test_a_link_is_safe_to_send():
    link = Tempat("renstra kota & desa.txt", 12, 2021).link("http://127.0.0.1:8501/jelajah")
    assert link == "http://127.0.0.1:8501/jelajah?sumber=renstra%20kota%20%26%20desa.txt:12:2021"


@pytest.mark.parametrize(
    "text", ["", "a.txt", "a.txt:0", "a.txt:x", "a.txt:1:20", "a.txt:1:2020:apa", ":1", "a:1:2020:target:2"]
)
def test_what_is_no_address_is_none(text):
    assert location.parse(text) is None


@pytest.mark.parametrize(
    ("row", "address"),
    [
        ({"nilai_teks": "-", "tahun": 2021}, "a.txt:7:2021:target"),
        (
            {"target_teks": "-", "realisasi_teks": "-", "realisasi_ordinal": None, "tahun": 2024},
            "a.txt:7:2024:realisasi",
        ),
        ({"pagu_teks": "1", "realisasi_teks": "1", "tahun": 2024}, "a.txt:7:2024:pagu"),
        ({"pagu_teks": "1", "tahun": None}, "a.txt:7:jumlah:pagu"),
        ({"tercetak_teks": "1"}, "a.txt:7:jumlah:pagu"),
        ({"alasan": "x"}, "a.txt:7"),
    ],
)
def test_a_row_of_any_frame_has_an_address(row, address):
    assert str(location.of_row({"berkas": "a.txt", "baris": 7} | row)) == address
