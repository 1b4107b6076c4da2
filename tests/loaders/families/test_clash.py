"""Two families that claim one line, or one name: only those tables wait, or are numbered; the rest is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.families import registry
from loaders.families.cells import rkt
from loaders.readers import Lembar
from loaders.records import GALAT, Konteks, Tabel
from tests.loaders.families.pages_of_cells import lembar, read

TWO_WAYS = """
RENCANA KINERJA TAHUNAN

No | Sasaran | Indikator | 2024 | Target | 2026
1 | Arsip | Persentase arsip | 70% | 80% | 90%

No | Sasaran | Indikator Kinerja | Satuan | Target
1 | Data | Persentase data | % | 95
"""
RKT = Konteks("RKT", 2025, 2025)


def test_a_table_that_two_families_claim_waits_and_the_next_one_is_read() -> None:
    waiting, sound = read(TWO_WAYS, "RKT", 2025, 2025)
    assert [(record.indikator, record.target[2025].nilai) for record in sound.indikator] == [("Persentase data", 95)]
    assert waiting.nasib == dict.fromkeys((1, 3, 4), "dikarantina")
    (doubt,) = waiting.keraguan
    assert (doubt.kode, waiting.indikator) == (GALAT, [])
    assert "dengan dua cara, sebagai «" in doubt.alasan and "lembar kerja Selaras" in doubt.alasan


def test_both_wait_where_each_has_lines_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(page: Lembar, konteks: Konteks) -> list[Tabel]:
        return [Tabel("Lain", "Lain", "lain", "RKT", nasib=dict.fromkeys((4, 6, 7), "dimuat"))]

    monkeypatch.setattr(registry, "FAMILIES", (rkt.read, other))
    page = lembar("Target\n\nNo | Indikator | Target\n1 | Persentase satu | 10%\n\nkata\nakhir")
    first, second = registry.read_tables(page, RKT)
    assert [list(table.nasib) for table in (first, second)] == [[1, 3, 4], [6, 7]]
    assert first.terhenti and "«RKT» dan sebagai «Lain»" in first.terhenti
    assert second.terhenti and "«Lain» dan sebagai «RKT»" in second.terhenti


def test_tables_that_only_share_a_name_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    def three(page: Lembar, konteks: Konteks) -> list[Tabel]:
        first = Tabel("Tabel 1", "Tabel 1", "lain", "RKT", nasib={1: "dimuat"})
        return [
            first,
            replace(first, nama="Tabel 1 2", nasib={2: "dimuat"}),
            replace(first, nasib={3: "dimuat"}),
            replace(first, nasib={4: "dimuat"}),
        ]

    monkeypatch.setattr(registry, "FAMILIES", (three,))
    found = registry.read_tables(lembar("satu\ndua\ntiga\nempat"), RKT)
    assert [table.nama for table in found] == ["Tabel 1", "Tabel 1 2", "Tabel 1 3", "Tabel 1 4"]
    assert not any(table.terhenti for table in found)
