"""The two CSV files: nothing runs as a formula, nothing is lost, both readers read the same rows."""

import csv
import io
import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.components import downloads
from queries import jelajah
from queries.saring import Saring
from tests.pages import gudang_contoh

SIGNS = "=+-@\t\r\n ＝＋－＠0123456789,.%;\"'ab"
TEXTS = st.one_of(st.none(), st.text(SIGNS, max_size=12), st.text(max_size=8))
FLOATS = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))
RUNS = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠\t\r\n]")
VALUE = re.compile(r"[-+]?[\d.,]*\s?%?")


def frame(rows: list[tuple]) -> pl.DataFrame:
    return pl.DataFrame(rows, {"teks": pl.String, "nilai": pl.Float64, "pagu": pl.Int64}, orient="row")


def read(content: bytes, separator: str, comma: str) -> list[tuple]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator)
    next(rows)
    return [
        (text, float(nilai.replace(comma, ".")) if nilai else None, int(pagu) if pagu else None)
        for text, nilai, pagu in rows
    ]


def guarded(texts: list[str]) -> list[str]:
    """The texts with what only the comma file has: an apostrophe before a sign after a `;` or a new line."""
    inside = r"([;\r\n][\s\x00-\x1f]*)([=+\-@＝＋－＠])"
    return pl.Series(texts, dtype=pl.String).str.replace_all(inside, "$1'$2").to_list()


@given(st.lists(st.tuples(TEXTS, FLOATS, st.one_of(st.none(), st.integers(-(2**62), 2**62))), max_size=6))
def test_both_files_hold_the_same_rows_and_no_text_runs(rows):
    given_rows = frame(rows)
    excel = read(downloads.excel_indonesia(given_rows), ";", ",")
    baku = read(downloads.csv_baku(given_rows), ",", ".")
    texts, figures = [text for text, *_ in excel], [rest for _, *rest in excel]
    assert ([text for text, *_ in baku], [rest for _, *rest in baku]) == (guarded(texts), figures)
    assert len(excel) == len(rows)
    for (text, nilai, pagu), (read_text, read_nilai, read_pagu) in zip(rows, excel, strict=True):
        assert (read_nilai, read_pagu) == (nilai, pagu)
        assert read_text in (text or "", f"'{text}")
        assert not RUNS.match(read_text) or VALUE.fullmatch(read_text)


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "-a", '=HYPERLINK("x")']
)
def test_a_formula_gets_an_apostrophe(text):
    assert downloads.neutralise(frame([(text, None, None)]))["teks"][0] == f"'{text}"


@pytest.mark.parametrize("text", ["-", "-5", "-1.234,50", "+5 %", "90%", "", "KPU = Komisi", "Rp. 25.868.406.000,-"])
def test_a_printed_dash_or_signed_figure_stays_readable(text):
    assert downloads.neutralise(frame([(text, None, None)]))["teks"][0] == text


def test_a_negative_number_stays_a_number():
    content = downloads.excel_indonesia(frame([("a", -1234.5, -5)]))
    assert content.decode("utf-8-sig").splitlines()[1] == '"a";-1234,5;-5'


def test_excel_indonesia_is_what_excel_opens_by_double_click():
    content = downloads.excel_indonesia(frame([("Satuan; kerja", 0.1, 20_518_557_000_000)]))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.decode("utf-8-sig").splitlines() == ['"teks";"nilai";"pagu"', '"Satuan; kerja";0,1;20518557000000']


def test_csv_baku_is_what_programs_read():
    content = downloads.csv_baku(frame([("a", 1e-7, None)]))
    assert not content.startswith(b"\xef\xbb\xbf")
    assert pl.read_csv(content)["nilai"].to_list() == [1e-7]


@given(st.lists(st.text("=+-@;\r\n \"'a1", max_size=10), min_size=1, max_size=4))
def test_the_comma_file_runs_nothing_even_where_it_is_split_at_semicolons(texts):
    content = downloads.csv_baku(pl.DataFrame({"teks": texts})).decode()
    for line in re.split(r"[;\r\n]", content):
        assert not RUNS.match(line) or VALUE.fullmatch(line)


def test_the_source_columns_are_added_to_exactly_the_same_rows(tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(gudang_contoh.build(tmp_path)))
    rows = jelajah.everything(jelajah.Request("pagu", Saring()))
    sourced = downloads._sourced(lambda: rows)
    assert sourced.select(rows.columns).equals(rows)
    assert sourced["versi_data"].unique().to_list() == [gudang_contoh.VERSI]
    assert sourced["teks_tercetak"].to_list() == [
        f"{tabel} baris {baris}" for tabel, baris in rows.select("tabel", "baris").iter_rows()
    ]
    assert {"nomor", "tanggal", "berkas", "tabel", "baris", "keadaan", "aturan_baca"} <= set(sourced.columns)
