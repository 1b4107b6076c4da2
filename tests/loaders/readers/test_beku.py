"""No text can hold the program: from its first bytes to its tables, twice the lines are about twice the work.

The kinds of text that once took minutes, made small. What counts is the ratio of the times, not the time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.files import ROOT
from loaders.readers.dispatch import read
from loaders.readers.text import MAKS_BARIS
from loaders.recognition.document import daftar_satker
from loaders.rehearsal import examine
from loaders.sandbox.limited import read_limited
from tests.pompa import grows_within, processor_seconds

LISTS = ROOT / "data" / "referensi"
TIGHT = 3.2
TITLE = "KPU KOTA BLITAR\nRENCANA KINERJA TAHUNAN\nTAHUN 2024\n\n"
HEADING = "No;Sasaran Strategis;Indikator Kinerja;Target\n"
KINDS: dict[str, tuple[str, int, Callable[[int], str]]] = {
    "blank lines": ("a.txt", 4000, lambda n: TITLE + "\n" * n),
    "short lines": ("a.txt", 2000, lambda n: TITLE + "a\n" * n),
    "short rows": ("a.csv", 400, lambda n: "a;b\n" * n),
    "comments in a table": ("a.csv", 1000, lambda n: "<!-- a -->\n" * n + "a;b\n"),
    "comments on one line": ("a.csv", 1000, lambda n: "<!---->" * n + "a;b\n"),
    "a quotation mark that stays open": ("a.csv", 4000, lambda n: 'a;b\n"' + "a;b\n" * n),
    "a decree made on one line": ("a.txt", 500, lambda n: TITLE + "ditetapkan di " * n),
    "a decree made on many": ("a.txt", 500, lambda n: TITLE + "ditetapkan di\n" * n),
    "a number of slashes": ("a.txt", 4000, lambda n: TITLE + "KEPUTUSAN NOMOR " + "1/" * n),
    "a title of numbers": ("a.csv", 4000, lambda n: "Tabel " + "1." * n + "\n\n" + HEADING + "1;a;Persentase b;9%\n"),
    "an office again and again": ("a.txt", 100, lambda n: "KPU Kota Blitar\n" * n),
    "offices without a region": ("a.txt", 2000, lambda n: TITLE + "KPU " * n + "\nKPU" * n),
    "a name that goes on": ("a.txt", 1000, lambda n: "KPU Kota Solok " + "Xaatan " * n + "\nKPU Kota Solok\nXatan" * n),
    "headings of years": ("a.txt", 1000, lambda n: TITLE + "TAHUN 2020 2021\n" * n),
    "dates": ("a.txt", 1000, lambda n: "Blitar, 3 Juli 2020\nditetapkan di x, 3 Juli 2020 " * n),
    "rows of one table": ("a.csv", 100, lambda n: HEADING + "1;a;Persentase b;9%\n" * n),
    "tables of one row": ("a.csv", 60, lambda n: (HEADING + "1;a;Persentase b;9%\n\n") * n),
    "agreements": ("a.csv", 60, lambda n: ("Perjanjian Kinerja Tahun 2024\n" + HEADING + "1;a;b;9%\n\n") * n),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_twice_the_lines_are_twice_the_work(tmp_path: Path, kind: str) -> None:
    name, size, make = KINDS[kind]
    daftar_satker(LISTS)

    def work(n: int) -> None:
        path = tmp_path / name
        path.write_text(make(n), encoding="utf-8")
        try:
            examine(read(path), LISTS)
        except BerkasTidakTerbaca:
            assert "quotation" in kind

    assert grows_within(TIGHT, work, size, least=0.15, runs=2)


def test_a_line_longer_than_any_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\n" + "b" * (MAKS_BARIS + 1) + "\n")
    with pytest.raises(BerkasTidakTerbaca, match=r"baris 2 lebih dari 32\.767 huruf"):
        read_limited(path)
    path.write_text("a\n" + "b" * MAKS_BARIS + "\n")
    assert len(read_limited(path).baris) == 2


def test_a_pdf_of_forms_in_forms_ends_with_its_time_and_costs_this_process_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    forms = "".join(
        f"{n} 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N {n + 1} 0 R>>>>"
        "/Length 11>>stream\n/N Do /N Do\nendstream endobj\n"
        for n in range(5, 45)
    )
    path.write_text(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</N 5 0 R>>>>"
        "/Contents 4 0 R>> endobj\n"
        f"4 0 obj <</Length 5>>stream\n/N Do\nendstream endobj\n{forms}trailer <</Root 1 0 R>>\n%%EOF\n"
    )

    def work() -> None:
        with pytest.raises(BerkasTidakTerbaca, match="lebih dari 2 detik"):
            read_limited(path, seconds=2)

    assert processor_seconds(work) < 0.5
