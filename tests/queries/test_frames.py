"""Every question returns the frame it declares, with and without rows, and says its grain."""

import re

import pytest

from queries import warehouse
from queries.frames import FRAMES

QUESTIONS = sorted(path.stem for path in warehouse.SQL_FOLDER.glob("*.sql"))
# What a parameter holds when nothing is narrowed; parameters of one document name one that exists.
EVERYTHING = {
    **{name: [] for name in ("satker", "tahun", "jenis", "tingkat", "unit", "sasaran", "keadaan", "cari")},
    **{name: [] for name in ("program", "kegiatan", "polaritas", "baku")},
    **{"urut": "satker", "turun": False, "batas": 100, "lewati": 0},
    **{"berkas": "lk-prabumulih.txt", "tabel": "Efisiensi RO", "kunci": "opini bpk atas laporan keuangan"},
    **{"awal": 31, "akhir": 32, "tetangga": 3, "baris": 31, "nasib": []},
    **{"berkas_semua": ["lk-prabumulih.txt", "renstra-blitar.txt"]},
    **{
        "keparahan": [],
        "aturan": [],
        "bergilir": False,
        "menurut_bunyi": True,
        "kode_temuan": "U05-contoh",
        "barisan": [5],
    },
    **{"kode_satker": "1971", "tahun_rantai": 2021},
}
NOTHING = EVERYTHING | {
    "satker": ["0000"],
    "berkas": "tidak-ada.txt",
    "kunci": "tidak ada",
    "tabel": "tidak ada",
    "berkas_semua": [],
}


def test_every_question_is_declared():
    assert sorted(FRAMES) == QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("given", [EVERYTHING, NOTHING], ids=["everything", "nothing"])
def test_the_answer_has_the_declared_columns_and_types(question, given, terbit):
    text = (warehouse.SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")
    names = set(re.findall(r"\$([a-z_]+)", text))
    answer = warehouse.ask(question, **{name: given[name] for name in names})
    assert dict(answer.schema) == FRAMES[question]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_comment_states_the_grain_and_the_order_is_explicit(question):
    text = (warehouse.SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")
    assert text.startswith("-- grain: one row ")
    assert "order by" in text or "at most one" in text
