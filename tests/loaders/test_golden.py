"""The published views hold exactly what people read in the documents: every row, every column they wrote down."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Ask
from tests.loaders import golden

BERKAS = {
    "pangkalpinang": "renstra-kpu-kota-pangkalpinang-2020-2024.txt",
    "balikpapan": "renstra-kpu-kota-balikpapan-2020-2024.txt",
    "serang": "rkt-kpu-kota-serang-2020.txt",
    "blitar": "renstra-kpu-kota-blitar-2020-2024.txt",
    "prabumulih": "lk-kpu-kota-prabumulih-2024.txt",
}


def document(name: str) -> str:
    """The document a file of expectations is about: "blitar.pagu" → "blitar"."""
    return name.partition(".")[0]


def published(ask: Ask, view: str, name: str, tables: set[str]) -> dict[tuple[Any, ...], dict[str, Any]]:
    frame = ask(f"select * from {view} where berkas = '{BERKAS[document(name)]}'")
    return {(r["tabel"], r["baris"], r.get("tingkat"), r["tahun"]): r for r in frame.to_dicts() if r["tabel"] in tables}


def differences(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {key: (value, found[key]) for key, value in expected.items() if key != "keadaan" and found[key] != value}


def compare(
    expected: list[dict[str, Any]], found: dict[tuple[Any, ...], dict[str, Any]], *, level: bool = True
) -> list[str]:
    wrong = []
    for row in expected:
        key = (row["tabel"], row["baris"], row["tingkat"] if level else "sasaran_strategis", row["tahun"])
        actual = found.pop(key, None)
        if actual is None:
            wrong.append(f"missing {key}")
            continue
        if bad := differences(row, actual):
            wrong.append(f"{key}: {bad}")
        allowed = row["keadaan"]
        if isinstance(allowed, set) and actual["keadaan"] not in allowed:
            wrong.append(f"{key}: keadaan {actual['keadaan']} not in {allowed}")
    return wrong + [f"surplus {key}" for key in found]


@pytest.mark.parametrize("name", golden.names("target"))
def test_targets_are_what_was_read(ask: Ask, name: str) -> None:
    expected = golden.targets(name)
    tables = {row["tabel"] for row in expected}
    wrong = compare(expected, published(ask, "v_target", name, tables), level="tingkat" in expected[0])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", golden.names("pagu"))
def test_money_is_what_was_read(ask: Ask, name: str) -> None:
    expected = golden.pagu(name)
    wrong = compare(expected, published(ask, "v_pagu", name, {row["tabel"] for row in expected}))
    assert not wrong, "\n".join(wrong)
    unreadable = {row["baris"] for row in expected if row["keadaan"] == "rusak"}
    assert unreadable == set(
        ask(f"select distinct baris from v_pagu where keadaan = 'rusak' and berkas = '{BERKAS[document(name)]}'")[
            "baris"
        ]
    )


def test_capaian_is_what_was_read(ask: Ask) -> None:
    expected = golden.rows("prabumulih.capaian")
    found = {(r["tabel"], r["baris"]): r for r in ask("select * from v_capaian").to_dicts()}
    assert len(found) == len(expected) == 18
    for row in expected:
        actual = found[(row["tabel"], int(row["baris"]))]
        assert (actual["sasaran"], actual["indikator"]) == (row["sasaran"], row["indikator"])
        for kolom in ("target", "realisasi"):
            wanted = golden.value(row[kolom])
            assert (actual[kolom], actual[f"{kolom}_ordinal"]) == (wanted["nilai"], wanted["nilai_ordinal"]), actual
        capaian = golden.value(row["capaian_tercetak"])
        assert actual["capaian_tercetak"] == capaian["nilai"], actual


@pytest.mark.parametrize(
    ("satker", "targets", "dashes", "grades", "blank"),
    [
        ("Pangkalpinang", 380, 60, 20, 0),
        ("Balikpapan", 425, 1, 10, 0),
        ("Serang", 49, 0, 2, 0),
        ("Blitar", 375, 3, 10, 1),
    ],
)
def test_counts_of_the_documents(ask: Ask, satker: str, targets: int, dashes: int, grades: int, blank: int) -> None:
    rows = ask(f"select keadaan, nilai_ordinal from v_target where satker like '%{satker}'").to_dicts()
    counted = [sum(row["keadaan"] == keadaan for row in rows) for keadaan in ("tidak_ditargetkan", "kosong")]
    assert [len(rows), *counted] == [targets, dashes, blank]
    assert sum(row["nilai_ordinal"] is not None for row in rows) == grades
