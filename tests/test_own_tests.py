"""Every page and every question has a test of its own, beside those that go through all of them.

A page: tests/pages/test_<page>.py opens it. A question: a test calls the function that asks it and looks at the answer.
Whoever adds one is told here what is missing.
"""

from __future__ import annotations

import ast
import re
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


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def opened(path: Path) -> set[str]:
    """The pages a test file opens; a call without a name opens the start page."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and "open_page" in ast.unparse(node)]
    return {str(arg.value) for call in calls for arg in call.args if isinstance(arg, ast.Constant)} | (
        {Path(START).stem} if any(not call.args for call in calls) else set()
    )


def said(node: ast.AST) -> str | None:
    """The text or name of a part of code ("module.function" too); a text put together has "*" for what is filled in."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else node.id if isinstance(node, ast.Name) else None


@cache
def functions() -> dict[tuple[str, str], frozenset[str]]:
    """(module, function) of all that queries/ holds → the texts and names that stand in it."""
    return {
        (path.stem, node.name): frozenset(words for part in ast.walk(node) if (words := said(part)))
        for path in warehouse.SQL_FOLDER.parent.glob("*.py")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
    }


def filled(question: str, held: frozenset[str]) -> str:
    """What a function fills in to ask a question by a name put together; nothing where it does not."""
    heads = [text[:-1] for text in held if re.fullmatch(r"[a-z][a-z_]*_\*", text)]
    return next((question.removeprefix(head) for head in heads if question.startswith(head)), "")


def asked_by(question: str) -> tuple[set[str], str]:
    """The public functions that ask a question, themselves or through a helper beside them, as "module.function"; and
    the word they are given for it, where its name is put together.
    """
    asking = {one for one, held in functions().items() if question in held}
    words = {} if asking else {one: word for one, held in functions().items() if (word := filled(question, held))}
    asking |= words.keys()
    while more := {
        (module, name)
        for (module, name), held in functions().items()
        if (module, name) not in asking and any(module == other and helper in held for other, helper in asking)
    }:
        asking |= more
    return {f"{module}.{name}" for module, name in asking if not name.startswith("_")}, "".join(set(words.values()))


@cache
def pieces() -> list[frozenset[str]]:
    """Of each test (and each other piece of a test file), every "module.function" and word that it names; the tests
    that go through all questions left out.
    """
    files = [path for path in TESTS.rglob("test_*.py") if path.name not in OF_ALL]
    return [
        frozenset(words for node in ast.walk(piece) if (words := said(node)))
        for path in files
        for piece in tree(path).body
    ]


@pytest.mark.parametrize("page", [Path(file).stem for file in shell.PAGES])
def test_a_page_has_a_test_of_its_own(page: str) -> None:
    path = TESTS / PAGES.format(page)
    assert path.is_file(), f"halaman {page} belum punya uji: tulis tests/{PAGES.format(page)}"
    assert page in opened(path), f"tests/{PAGES.format(page)} harus membuka halamannya: layar.open_page({page!r})"


@pytest.mark.parametrize("question", sorted(path.stem for path in warehouse.SQL_FOLDER.glob("*.sql")))
def test_a_question_has_a_test_of_its_own(question: str) -> None:
    asked, word = asked_by(question)
    by = " atau ".join(sorted(asked)) or f"sebuah fungsi di queries/ yang menanyakan «{question}»"
    assert any(asked & names and (not word or word in names) for names in pieces()), (
        f"pertanyaan {question} belum punya uji: panggil {by} dalam tests/queries/{f' dengan «{word}»' * bool(word)}, "
        "periksa jawabannya"
    )
