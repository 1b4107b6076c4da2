"""Questions are about years: a figure of a part of a year, or a pagu that was revised away, changes no answer."""

import re
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from queries import warehouse
from queries.saring import Saring
from tests.pages import gudang_contoh, lke_contoh
from tests.queries.test_frames import EVERYTHING, QUESTIONS, text
from tests.queries.test_saringan import ASKED

FIGURES = {"target": "nilai", "realisasi": "realisasi", "pagu": "pagu", "realisasi_anggaran": "realisasi"}
TWIN = """insert into {table} by name
    select * replace ('TW1' as periode, 7 as {figure}, {year} as tahun) from {table}
    where periode is null and {figure} is not null and tahun is not null"""
REVISED = """insert into pagu by name
    select * replace ('awal' as versi_pagu, false as berlaku, 7 as pagu) from pagu where periode is null and pagu > 0"""
ACCOUNT = {"dokumen_tabel": ["jumlah_target", "jumlah_realisasi", "jumlah_pagu"]}
"""question → the columns that count whatever a table prints, of any period: the account of a document."""
WORKBOOK = [f"lembar_kerja_{part}" for part in ("target", "capaian", "pagu")]
"""The questions of the template workbook, which hands back all that a document prints: parts of years, old versions."""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lke_contoh.build(tmp_path_factory.mktemp("setahun"))


@pytest.fixture(scope="module")
def parts(years: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a figure of the first quarter beside each of a year, and of a year that has none, and old pagu."""
    folder = tmp_path_factory.mktemp("triwulan")
    shutil.copytree(years, folder, dirs_exist_ok=True)
    (berkas,) = folder.glob("*.duckdb")
    with duckdb.connect(berkas) as connection:
        before = connection.sql("select count(*) from v_angka").fetchall()
        for table, figure in FIGURES.items():
            for year in ("tahun", "tahun + 20"):
                connection.execute(TWIN.format(table=table, figure=figure, year=year))
        connection.execute(REVISED)
        assert connection.sql("select count(*) from v_angka").fetchall()[0][0] > 2 * before[0][0]
    return gudang_contoh.publish_again(folder)


def answer(question: str) -> pl.DataFrame:
    if question in ASKED:
        return ASKED[question].ask(Saring())
    names = set(re.findall(r"\$([a-z_]+)", text(question)))
    return warehouse.ask(question, **{name: EVERYTHING[name] for name in names})


@pytest.mark.parametrize("question", [question for question in QUESTIONS if question not in WORKBOOK])
def test_no_question_of_a_year_counts_a_part_of_it(question, years, parts, monkeypatch):
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(years))
    before = answer(question).drop(ACCOUNT.get(question, []))
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(parts))
    assert answer(question).drop(ACCOUNT.get(question, [])).equals(before)


@pytest.mark.parametrize("question", WORKBOOK)
def test_the_workbook_of_a_document_has_its_parts_of_years_beside_the_years(question, years, parts, monkeypatch):
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(years))
    before = answer(question)
    monkeypatch.setenv(warehouse.FOLDER_VARIABLE, str(parts))
    after = answer(question)
    ids = ["indikator_id" if "indikator_id" in before.columns else "mata_anggaran_id", "tahun"]
    assert after.filter("mewakili_tahun").select(ids).equals(before.select(ids))


def test_the_rules_of_temuan_see_years_only(years, parts):
    from loaders import checks

    seen = []
    for folder in (years, parts):
        (berkas,) = folder.glob("*.duckdb")
        with duckdb.connect(str(berkas), read_only=True, config=warehouse.READER_CONFIG) as connection:
            seen.append(checks.read(connection))
    for part in ("target", "capaian", "pagu"):
        assert getattr(seen[1], part).equals(getattr(seen[0], part)), part
