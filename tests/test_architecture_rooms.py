"""The house of the loaders: rooms on floors, one door each, no circle, parts for one page, and names by one rule."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from loaders import build

ROOT = Path(__file__).parents[1]
FLOORS = (
    "errors",
    "disk system typed",
    "files faults",
    "reference",
    "values",
    "records readers checks",
    "columns",
    "register koreksi stopped",
    "lembar_kerja",
    "recognition families proof unread matching transkrip simulasi",
    "read",
    "rehearsal publish",
    "sandbox_child masuk",
    "sandbox",
    "build",
    "intake",
    "unggah cli",
    "__main__",
)
"""The rooms of loaders from the ground up: a package or a module beside them. A room imports only from below its
floor."""
_FIELD = """
anggaran angka aturan baku banding baris bunyi cakupan capaian divisi dokumen dugaan efisiensi hambatan hasil identitas
indikator istilah janji jelajah jumlah kalimat karantina kelompok kelengkapan kerja
keselarasan kinerja konsistensi koreksi lembar meleset
lk lke lkjip masa masuk matriks nasib ordinal padanan pagu panduan pendanaan pk program rantai rapor renstra ringkasan
rkt ro rapat rumus saring sasaran satker satuan serapan simulasi sumber susunan tabel tahun target temuan transkrip tren
uang unggah versi
"""
FIELD = frozenset(_FIELD.split())
"""The field's own words, Indonesian everywhere: in tables, pages and modules."""
_TECHNIQUE = """
above add app arithmetic arrange attention axis bar bars base block bounds breakdown browse build button cache
canvas cells chance charts checks child choice cli codes columns commands comparisons components contents csv current
data database decode decree detail diff disk dispatch document docx door downloads errors evidence families family
faults fields
figures file files filter filters foremost format formulas frames grid guide header heading headings here highlight hold
html inbox init intake jobs journal json language ledger leftovers letters limited listing lists loaders location lock
main manifest match matching money names number numbers ocr office ordinals outcome package page pages paging paper
parser parts pdf
picture preview previews progress proof reference publish publishing queries read readers reading recognition records
refusal
register registry rehearsal report rights rows ruled rules runner sandbox scan schema script seams shape shell signs
spelled states steps stopped style system table taking tesseract text tiles title
tree truth typed unread unruled url values versions
warehouse wordings
words workbook writer xls xlsx year years
"""
TECHNIQUE = frozenset(_TECHNIQUE.split())
"""Technique, English everywhere. A new word is added here, in the language that the rule asks for."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules(top: str) -> dict[str, Path]:
    return {name_of(path): path for path in sorted((ROOT / top).rglob("*.py"))}


@cache
def faces() -> dict[str, Path]:
    """The packages of loaders that have a door."""
    return {name: path for name, path in modules("loaders").items() if path.name == "__init__.py" and name != "loaders"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, at_once: bool = False) -> Iterator[tuple[str, str]]:
    """(module, name) of each name imported from this project. `at_once`: only what importing the module imports."""
    nodes = tree(path).body if at_once else list(ast.walk(tree(path)))
    for node in nodes:
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.split(".")[0] in ("loaders", "pages", "queries")
        ):
            yield from ((node.module, alias.name) for alias in node.names)


def target(module: str, name: str, known: dict[str, Path]) -> str:
    """The module that is really imported: "from a import b" is a.b where that is a module."""
    return f"{module}.{name}" if f"{module}.{name}" in known else module


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def test_every_room_has_its_floor_and_imports_only_from_below() -> None:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names.split()}
    known = modules("loaders")
    assert {room(name) for name in known} - {"loaders"} == set(floor)
    wrong = {
        f"{name} → {other}"
        for name, path in known.items()
        for module, imported in imports(path)
        if module.startswith("loaders") and (other := target(module, imported, known)) != "loaders"
        if room(other) != room(name) and floor[room(other)] >= floor[room(name)]
    }
    assert wrong == set()


def test_others_import_the_face_only() -> None:
    known = modules("loaders")
    wrong = []
    for name, path in {**known, **modules("pages"), **modules("queries")}.items():
        for module, imported in imports(path):
            inside = [
                face for face in faces() if module.startswith(f"{face}.") and not f"{name}.".startswith(f"{face}.")
            ]
            if inside and module not in faces():
                wrong.append(f"{name}: from {module} import {imported}")
            elif module in faces() and not name.startswith(f"{module}.") and imported not in exported(module):
                wrong.append(f"{name}: {module} does not offer {imported}")
    assert wrong == []


@cache
def exported(face: str) -> frozenset[str]:
    for node in tree(faces()[face]).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


@pytest.mark.parametrize("face", sorted(faces()))
def test_a_face_explains_itself_and_holds_no_code(face: str) -> None:
    body = tree(faces()[face]).body
    said = ast.get_docstring(tree(faces()[face]), clean=False) or ""
    assert "\n\n    " in said, "what the package is for, and one example"
    assert all(isinstance(node, ast.Expr | ast.ImportFrom | ast.Assign) for node in body)
    given = {name for module, name in imports(faces()[face])}
    assert given == exported(face)
    inner = {name for name in modules("loaders") if name.rpartition(".")[0] == face}
    assert [name for module, name in imports(faces()[face]) if f"{face}.{name}" in inner and module != face] == []


def test_there_is_no_circle() -> None:
    known = {**modules("loaders"), **modules("pages"), **modules("queries")}
    arrows = {
        name: {target(module, imported, known) for module, imported in imports(path)} & known.keys() - {name}
        for name, path in known.items()
    }
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join([*way[way.index(name) :], name])
        if name not in done:
            for other in sorted(arrows[name]):
                walk(other, (*way, name))
            done.add(name)

    for name in arrows:
        walk(name, ())


def test_what_publishing_computes_with_decides_the_version() -> None:
    known, used = modules("queries"), set[str]()
    new = list(modules("loaders").values())
    while new:
        found = {target(*one, known) for path in new for one in imports(path)} & known.keys() - used
        used |= found
        new = [known[name] for name in found]
    assert used - {"queries.comparisons"} == {f"queries.comparisons.{name}" for name in build.MESIN}


def test_parts_are_used_by_one_page() -> None:
    wrong = [
        f"{name}: {module}"
        for name, path in modules("pages").items()
        for module, imported in imports(path)
        if module.startswith("pages.parts.") and module.split(".")[2] not in name.split(".")[1:3]
    ]
    assert wrong == []
    assert {path.name for path in (ROOT / "pages" / "parts").iterdir() if path.name[0] not in "._"} <= {
        path.stem for path in (ROOT / "pages").glob("*.py")
    }


def test_a_component_is_shared() -> None:
    used: dict[str, set[str]] = {name: set() for name in modules("pages") if name.startswith("pages.components.")}
    for name, path in {**modules("pages"), "app": ROOT / "app.py"}.items():
        for module, imported in imports(path):
            if (other := target(module, imported, modules("pages"))) in used:
                used[other].add(".".join(name.split(".")[:3]) if "parts" in name else name)
    assert {name: who for name, who in used.items() if len(who) < 2} == {}


@pytest.mark.parametrize("top", ["loaders", "pages", "queries"])
def test_names_are_the_fields_in_indonesian_and_technique_in_english(top: str) -> None:
    words = {word: name for name in modules(top) for part in name.split(".") for word in part.strip("_").split("_")}
    new = {word: name for word, name in words.items() if word not in FIELD | TECHNIQUE}
    assert not new, f"kata baru {new}: masukkan ke _FIELD (bidang, Indonesia) atau _TECHNIQUE (teknik, Inggris) di sini"
    assert set() == FIELD & TECHNIQUE


def test_the_reading_process_starts_with_nothing_but_itself() -> None:
    code = "import sys, loaders.sandbox_child; print(*(name for name in sys.modules if name.startswith('loaders')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"loaders", "loaders.sandbox_child"}


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("loaders.readers", "pdfminer pypdfium2 PIL numpy xlrd lxml polars duckdb"),
        ("loaders.rehearsal", "pdfminer pypdfium2 PIL numpy xlrd polars duckdb xlsxwriter"),
    ],
)
def test_a_door_opens_without_the_heavy_libraries(module: str, heavy: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & set(heavy.split()) == set()
