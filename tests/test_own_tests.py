"""Every page and every question has a test of its own, beside those that go through all of them.

A page: tests/pages/test_<page>.py opens it. A question: a test calls the function that asks it and looks at the answer,
or its answer is looked at on a page, which THROUGH says. Whoever adds one is told here what is missing.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from pages.components import shell
from queries import warehouse

TESTS = Path(__file__).parent
OF_ALL = {"test_saringan.py", "test_frames.py", "test_periode.py", Path(__file__).name}
"""The tests that go through all questions: they know the filter, the columns and the years, not the answer."""
START = next(iter(shell.PAGES))
PAGES = "pages/test_{}.py"
THROUGH: dict[str, str] = {
    **dict.fromkeys(("indikator_baku_daftar", "kamus_data"), PAGES.format("panduan")),
    **dict.fromkeys(("dokumen_perubahan", "dokumen_transkrip", "dokumen_versi"), PAGES.format("dokumen")),
    **{f"jelajah_{isi}": PAGES.format("jelajah") for isi in ("capaian", "hambatan", "pagu", "target")},
    "konsistensi_matriks": PAGES.format("konsistensi"),
    **{
        f"lembar_kerja_{part}": PAGES.format("unggah") for part in ("capaian", "hambatan", "menunggu", "pagu", "target")
    },
    **{f"satker_{part}": PAGES.format("satker") for part in ("anggaran", "janji", "pilihan")},
    "serapan_temuan": PAGES.format("serapan"),
    "sumber_padanan": PAGES.format("sumber"),
    "sumber_teks": PAGES.format("components_ekspor"),
    "target_nilai": PAGES.format("target"),
}
"""question → the tests of the page that shows its answer: no test names the function that asks it. A new question has a
test in tests/queries/ and does not stand here; one that gets such a test leaves.
"""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def opened(path: Path) -> set[str]:
    """The pages a test file opens; a call without a name opens the start page."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and "open_page" in ast.unparse(node)]
    return {str(arg.value) for call in calls for arg in call.args if isinstance(arg, ast.Constant)} | (
        {Path(START).stem} if any(not call.args for call in calls) else set()
    )


@cache
def functions() -> dict[tuple[str, str], frozenset[str]]:
    """(module, function) of all that queries/ holds → the texts and names that stand in it."""
    return {
        (path.stem, node.name): frozenset(
            str(part.value if isinstance(part, ast.Constant) else part.id)
            for part in ast.walk(node)
            if isinstance(part, ast.Constant | ast.Name)
        )
        for path in warehouse.SQL_FOLDER.parent.glob("*.py")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
    }


def asked_by(question: str) -> set[str]:
    """The public functions that ask a question, themselves or through a helper beside them, as "module.function"."""
    asking = {one for one, held in functions().items() if question in held}
    while more := {
        (module, name)
        for (module, name), held in functions().items()
        if (module, name) not in asking and any(module == other and helper in held for other, helper in asking)
    }:
        asking |= more
    return {f"{module}.{name}" for module, name in asking if not name.startswith("_")}


@cache
def called() -> frozenset[str]:
    """Every "module.function" that a test names, but for the tests that go through all questions."""
    files = [path for path in TESTS.rglob("test_*.py") if path.name not in OF_ALL]
    nodes = [node for path in files for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)]
    return frozenset(ast.unparse(node) for node in nodes)


@pytest.mark.parametrize("page", [Path(file).stem for file in shell.PAGES])
def test_a_page_has_a_test_of_its_own(page: str) -> None:
    path = TESTS / PAGES.format(page)
    assert path.is_file(), f"halaman {page} belum punya uji: tulis tests/{PAGES.format(page)}"
    assert page in opened(path), f"tests/{PAGES.format(page)} harus membuka halamannya: layar.open_page({page!r})"


@pytest.mark.parametrize("question", sorted(path.stem for path in warehouse.SQL_FOLDER.glob("*.sql")))
def test_a_question_has_a_test_of_its_own(question: str) -> None:
    asked = asked_by(question)
    if question in THROUGH:
        assert not asked & called(), f"{question} sudah punya ujinya sendiri: hapus dari THROUGH"
        assert (TESTS / THROUGH[question]).is_file()
        return
    by = " atau ".join(sorted(asked)) or f"sebuah fungsi di queries/ yang menanyakan «{question}»"
    assert asked & called(), (
        f"pertanyaan {question} belum punya uji: panggil {by} dalam tests/queries/, periksa jawabannya"
    )


def test_no_question_is_left_over() -> None:
    assert set(THROUGH) <= {path.stem for path in warehouse.SQL_FOLDER.glob("*.sql")}
