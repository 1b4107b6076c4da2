"""Imports run one way: app → pages → queries; loaders apart; charts know no Streamlit, comparisons no database."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "app.py": {"duckdb", "loaders"},
    "pages": {"duckdb", "loaders"},
    "pages/charts": {"duckdb", "loaders", "streamlit"},
    "queries": {"streamlit", "plotly", "loaders", "pages", "app"},
    "queries/comparisons": {"duckdb", "streamlit", "plotly", "loaders", "pages", "app"},
    "loaders": {"streamlit", "plotly", "queries", "pages", "app"},
    "loaders/values": {"duckdb", "polars", "loaders.families", "loaders.readers", "loaders.records", "loaders.build"},
    "loaders/families": {"duckdb", "polars", "loaders.build", "loaders.publish.database", "loaders.koreksi.ledger"},
    "loaders/readers": {"duckdb", "polars", "loaders.families", "loaders.records", "loaders.build"},
}


ENGINES = {"loaders/publish/database.py": {"queries"}, "loaders/publish/banding.py": {"queries"}}
"""An exception: the publisher fills capaian_hitung and the four measures with the engines that pages use too."""
ONE_DOOR = {
    str(path.relative_to(ROOT)): {"loaders"}
    for path in [ROOT / "pages" / "unggah.py", *(ROOT / "pages" / "parts" / "unggah").glob("*.py")]
}
"""The other: the upload page hands files in through one module, loaders.unggah."""
ONE_BOUNDARY = {"pages/components/faults.py": {"loaders"}}
"""And the last: a fault of ours has the same kind of number on a page as in the loaders."""
EXCEPTIONS = ENGINES | ONE_DOOR | ONE_BOUNDARY


def modules(place: str) -> list[Path]:
    path = ROOT / place
    return [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Every module a file imports, with all its parents: "a.b.c" gives a, a.b and a.b.c."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(name.split(".")[: i + 1]) for name in names for i in range(name.count(".") + 1)}


@pytest.mark.parametrize("place", FORBIDDEN)
def test_imports_run_one_way(place: str) -> None:
    found = modules(place)
    assert found, f"{place} has no modules"
    wrong = {str(path.relative_to(ROOT)): imported(path) & FORBIDDEN[place] for path in found}
    assert {name: what for name, what in wrong.items() if what - EXCEPTIONS.get(name, set())} == {}


def test_the_exception_is_the_pure_engines_and_nothing_else() -> None:
    used = {name for path in ENGINES for name in imported(ROOT / path) if name.startswith("queries.")}
    measures = {f"queries.comparisons.{name}" for name in ("capaian", "kelengkapan", "konsistensi", "pagu")}
    assert used == {"queries.comparisons", "queries.comparisons.capaian.with_capaian", *measures}


def test_the_upload_page_knows_one_module_of_the_loaders() -> None:
    used = {name for path in ONE_DOOR for name in imported(ROOT / path) if name.startswith("loaders.")}
    assert used == {"loaders.unggah"}


def test_the_boundary_for_faults_brings_nothing_of_the_loaders_along() -> None:
    (path,) = ONE_BOUNDARY
    assert {name for name in imported(ROOT / path) if name.startswith("loaders.")} == {
        "loaders.faults",
        "loaders.faults.as_ours",
    }
    own = {name for name in imported(ROOT / "loaders" / "faults.py") if name.startswith("loaders.")}
    assert own == {"loaders.errors", "loaders.errors.LoaderError", "loaders.system"}
    own = {name for name in imported(ROOT / "loaders" / "system.py") if name.startswith("loaders.")}
    assert own == {"loaders.errors", "loaders.errors.LoaderError"}


def test_the_test_itself_sees_imports(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("def f():\n    from streamlit.runtime import scriptrunner\n    import duckdb\n")
    assert {"streamlit", "streamlit.runtime", "duckdb"} <= imported(file)


def test_only_loaders_write_the_database() -> None:
    for path in [*modules("queries"), *modules("pages"), *modules("app.py")]:
        text = path.read_text(encoding="utf-8")
        assert "read_only=False" not in text
        assert "duckdb.connect(" not in text or "read_only=True" in text


def test_app_is_short() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60
