"""A fault of ours costs the one table it stopped: its lines wait with the number, everything else is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders import read as loaders_read
from loaders.build import match as build_match
from loaders.families import kalimat, registry
from loaders.families.cells import lk_anggaran, lk_capaian, lk_hambatan, pk, rkt
from loaders.families.years import matriks_kinerja, renstra_pendanaan
from loaders.families.years import renstra_target as years
from loaders.koreksi import Koreksi, ledger
from loaders.lembar_kerja import family, rows
from loaders.matching import match
from loaders.proof import hold
from loaders.publish.frames import Hasil
from loaders.read import Bacaan, parse
from loaders.readers.dispatch import read
from loaders.readers.lembar import Baris, Lembar
from loaders.records import GALAT, Konteks, Tabel
from loaders.register.lists import references
from tests.conftest import ROOT
from tests.loaders.families.pages_of_cells import HALAMAN, LK_PAGE, lembar

pytestmark = pytest.mark.galat
LISTS = references(ROOT / "data" / "referensi")
DOKUMEN = ROOT / "data" / "dokumen"
LK = Konteks("LK", 2024, 2024)
ISI = "isi rahasia"
DUA = """
Tabel 1 Target Kinerja

No | Sasaran | Indikator Kinerja | Target
1 | Terwujudnya satu | Persentase satu | 10%
2 | Terwujudnya dua | Persentase dua | 20%

Tabel 2 Target Kinerja Sekretariat

No | Sasaran | Indikator Kinerja | Satuan | Target
1 | Terwujudnya tiga | Persentase tiga | % | 30
"""


def fail_on(real: Callable[..., Any], *calls: int) -> Callable[..., Any]:
    """The function, but for these calls (counted from 1; all without any), in which it raises."""
    count = 0

    def function(*args: object, **more: object) -> object:
        nonlocal count
        count += 1
        if not calls or count in calls:
            raise IndexError(ISI)
        return real(*args, **more)

    return function


def test_one_broken_table_waits_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rkt, "_table", fail_on(rkt._table, 1))
    page = lembar(DUA)
    broken, sound = parse(page, Konteks("RKT", 2024, 2024), LISTS)
    assert [record.indikator for record in sound.indikator] == ["Persentase tiga"]
    assert set(broken.nasib.values()) == {"dikarantina"} and {3, 4, 5} <= broken.nasib.keys()
    (doubt,) = broken.keraguan
    assert doubt.kode == GALAT
    number = doubt.alasan.split("nomor ")[1].split()[0]
    assert f"galat Selaras {number}: membaca tabel (rkt); berkas x.txt; tempat baris 1" in caplog.text
    assert ISI not in caplog.text


HAMBATAN = """
A. Hambatan
No | Hambatan | Keterangan
1 | Gudang logistik terendam banjir | Musim hujan
B. Upaya Mengatasi Kendala
No | Kendala | Tindak Lanjut
1 | Jaringan internet sering putus | Menyewa jalur cadangan
"""


SATU_CAPAIAN = LK_PAGE.partition("Tabel 3.2")[0] + LK_PAGE[LK_PAGE.index("B. Realisasi") :]
"""With one table of capaian: the names of several are counted, so that the others would be named anew."""


@cache
def sound_reading(halaman: str, konteks: Konteks) -> tuple[Lembar, list[Tabel]]:
    page = lembar(halaman) if "\n" in halaman else read(next(DOKUMEN.rglob(halaman)))
    return page, parse(page, konteks, LISTS)


RENSTRA = Konteks("Renstra", 2020, 2024)
READERS: list[tuple[Any, str, str, Konteks]] = [
    (years, "_Pembaca", "renstra-kpu-kota-pangkalpinang-2020-2024.txt", RENSTRA),
    (renstra_pendanaan, "_Pembaca", "renstra-kpu-kota-blitar-2020-2024.txt", RENSTRA),
    (matriks_kinerja, "_Pembaca", "renstra-kpu-kota-pangkalpinang-2020-2024.txt", RENSTRA),
    (rkt, "_table", "rkt-kpu-kota-serang-2020.txt", Konteks("RKT", 2020, 2020)),
    (pk, "_table", *HALAMAN["pk"]),
    (lk_capaian, "_table", SATU_CAPAIAN, LK),
    (lk_anggaran, "_table", *HALAMAN["lk"]),
    (lk_hambatan, "_table", HAMBATAN, LK),
]


@pytest.mark.parametrize(
    ("module", "name", "halaman", "konteks"), READERS, ids=[module.KELUARGA for module, *_ in READERS]
)
def test_whatever_family_fails_the_other_tables_of_the_document_stay_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    halaman: str,
    konteks: Konteks,
) -> None:
    page, before = sound_reading(halaman, konteks)
    monkeypatch.setattr(module, name, fail_on(getattr(module, name), 1))
    after = parse(page, konteks, LISTS)
    waiting = [table for table in after if table.terhenti]
    assert [table.keluarga for table in waiting] == [module.KELUARGA]
    sound = [table for table in after if not table.terhenti]
    lost = [table for table in before if table.nama not in {other.nama for other in sound}]
    assert len(lost) == len(waiting)
    assert [table for table in before if table not in lost] == sound
    for table in lost:  # what it would have loaded is among the lines that wait
        assert {r.baris for r in (*table.indikator, *table.anggaran, *table.hambatan)} <= waiting[0].nasib.keys()


def test_a_family_that_fails_before_it_knows_its_tables_makes_what_is_left_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = tuple(fail_on(rkt.read) if family is rkt.read else family for family in registry.FAMILIES)
    monkeypatch.setattr(registry, "FAMILIES", whole)
    (table,) = registry.read_tables(lembar(DUA), Konteks("RKT", 2024, 2024))
    assert table.terhenti
    assert list(table.nasib) == [3, 4, 5, 9, 10]
    (prose,) = registry.read_tables(Lembar("x.txt", (Baris(1, "Kata"), Baris(2, ""))), Konteks("RKT", 2024, 2024))
    assert prose.nasib == {1: "dikarantina"}


def test_a_sheet_of_the_workbook_waits_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.loaders.lembar_kerja import test_lembar_kerja as contoh

    page = contoh.sheet(*contoh_rows())
    assert family.recognised(page)
    sound = registry.read_tables(page, Konteks("RKT", 2024, 2024))
    monkeypatch.setitem(family.ROWS, "Target", fail_on(rows.target_row))
    found = registry.read_tables(page, Konteks("RKT", 2024, 2024))
    assert len(sound) == len([table for table in found if table.terhenti]) == 1
    assert found[0].nasib.keys() >= sound[0].nasib.keys()


def contoh_rows() -> list[str]:
    from loaders.lembar_kerja.shape import LEMBAR

    sheet = next(sheet for sheet in LEMBAR if sheet.nama == "Target")
    columns = sheet.susunan((2024,))
    cells = {"uraian": "Persentase satu", "target:2024": "10%"}
    return [
        "|".join(kolom.judul for kolom in columns),
        "|".join(cells.get(kolom.peran, "") for kolom in columns),
    ]


def ocr() -> Lembar:
    page = lembar(DUA)
    return Lembar(page.nama, tuple(Baris(line.nomor, line.teks, ocr=True) for line in page.baris))


def test_a_table_whose_proof_fails_waits_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders_read, "hold_unproven", fail_on(hold.hold_unproven, 1))
    first, second = parse(ocr(), Konteks("RKT", 2024, 2024), LISTS)
    assert first.terhenti and not first.indikator
    assert not second.terhenti and {k.kode for k in second.keraguan} == {"ocr_belum_dipastikan"}


def test_a_correction_of_a_stopped_table_waits_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = lembar(DUA)
    made = [Koreksi("x.csv", 4, "target", "%", "15%", "alasan", "Siti", date(2026, 11, 20))]
    monkeypatch.setattr(rkt, "_table", fail_on(rkt._table, 1))
    tables = parse(page, Konteks("RKT", 2024, 2024), LISTS)
    assert ledger.attempt(tables, page, made) == []
    assert tables[0].nasib[4] == "dikarantina"


def test_sentences_that_cannot_be_read_are_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kalimat, "read", fail_on(kalimat.read))
    bacaan = loaders_read.document(lembar("Kata"), Konteks("RKT", 2024, 2024))
    assert bacaan.kalimat == []
    assert "Galat Selaras nomor" in bacaan.catatan[0]
    assert bacaan.galat == bacaan.catatan


def test_a_table_whose_matching_fails_stays_without_and_the_document_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from loaders import build

    page = lembar(DUA)
    tables = parse(page, Konteks("RKT", 2024, 2024), LISTS)
    hasil = Hasil(_dokumen(), Bacaan(page, tables))
    monkeypatch.setattr(build, "annotate", fail_on(match.annotate, 1))
    build_match([hasil], LISTS)
    (note,) = hasil.bacaan.catatan
    assert "tidak dipadankan. Galat Selaras nomor" in note
    assert hasil.bacaan.galat == [note]


def _dokumen() -> Any:
    class Bernama:
        path = Path("x.txt")
        kode_satker = "3572"

    return Bernama()


def test_nothing_stops_a_sound_table() -> None:
    assert [table.terhenti for table in parse(lembar(DUA), Konteks("RKT", 2024, 2024), LISTS)] == [None, None]
    assert Tabel("a", "a", "a", "RKT").terhenti is None
