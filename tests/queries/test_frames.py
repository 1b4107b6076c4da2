"""Every question returns the frame that queries/frames.json declares, with and without rows, and says its grain.

The file is written from the answers: `python -m pytest tests/queries/test_frames.py --tulis-ulang`, then read the diff.
"""

import json
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from queries import warehouse
from queries.saring import Saring

QUESTIONS = sorted(path.stem for path in warehouse.SQL_FOLDER.glob("*.sql"))
FRAMES = Path(warehouse.__file__).with_name("frames.json")
# What a parameter holds when nothing is narrowed; parameters of one document name one that exists.
EVERYTHING: dict[str, object] = {
    "saring": Saring().struct(),
    **{"keadaan": [], "cari": [], "sasaran": "", "nasib": [], "keparahan": [], "aturan": []},
    **{"urut": "satker", "turun": False, "batas": 100, "lewati": 0, "bergilir": False, "menurut_bunyi": True},
    **{"berkas": "lk-prabumulih.txt", "tabel": "Efisiensi RO", "tingkat": "ro"},
    **{"kunci": "opini bpk atas laporan keuangan", "awal": 31, "akhir": 32, "tetangga": 3, "baris": 31},
    **{"berkas_semua": ["lk-prabumulih.txt", "renstra-blitar.txt"], "kode_temuan": "U05-contoh", "barisan": [5]},
    **{"kode_satker": "1971", "tahun_rantai": 2021, "tahun_rapor": 2024, "hari_ini": date(2026, 12, 1)},
    "kini": 2026,
    **{"status": [], "tingkat_satker": [], "kunci_semua": [], "menurut": "program", "saring_lalu": Saring().struct()},
}
NOTHING = EVERYTHING | {
    "saring": Saring(satker=("0000",)).struct(),
    "saring_lalu": Saring(satker=("0000",)).struct(),
    **{"kode_satker": "0000", "tahun_rapor": 1990},
    "berkas": "tidak-ada.txt",
    "kunci": "tidak ada",
    "tabel": "tidak ada",
    "berkas_semua": [],
}


def text(question: str) -> str:
    return (warehouse.SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")


def columns(question: str, given: dict[str, object]) -> dict[str, str]:
    names = set(re.findall(r"\$([a-z_]+)", text(question)))
    answer: pl.DataFrame = warehouse.ask(question, **{name: given[name] for name in names})
    return {name: str(dtype) for name, dtype in answer.schema.items()}


def test_the_answers_have_the_declared_columns_and_types(terbit, pytestconfig):
    found = {question: columns(question, EVERYTHING) for question in QUESTIONS}
    if pytestconfig.getoption("--tulis-ulang"):
        FRAMES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    declared = json.loads(FRAMES.read_text(encoding="utf-8"))
    assert list(declared) == QUESTIONS
    for question in QUESTIONS:
        assert list(found[question].items()) == list(declared[question].items()), question


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_without_rows_has_the_same_columns_and_types(question, terbit):
    assert columns(question, NOTHING) == json.loads(FRAMES.read_text(encoding="utf-8"))[question]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_comment_states_the_grain_and_the_order_is_explicit(question):
    assert text(question).startswith("-- grain: one row ")
    assert "order by" in text(question) or "at most one" in text(question)
