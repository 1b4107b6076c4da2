"""The theme and the frame: readable contrast in light and dark, no icon from outside, every page there."""

import ast
import tomllib
from itertools import product
from pathlib import Path

import pytest

from pages.charts import style
from pages.components import shell, table
from pages.components.format import KEADAAN

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES = ("light", "dark")
COLOURS = ("gray", "green", "blue", "violet", "red", "orange")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_on_every_background(theme):
    colours = CONFIG["theme"][theme]
    texts = ("textColor", "linkColor", "primaryColor", *(f"{name}TextColor" for name in COLOURS))
    for text, ground in product(texts, ("backgroundColor", "secondaryBackgroundColor")):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", COLOURS)
def test_badges_and_chips_are_readable(theme, name):
    colours = CONFIG["theme"][theme]
    ground = colours[f"{name}BackgroundColor"]
    assert contrast(colours[f"{name}TextColor"], ground) >= 4.5
    assert contrast(colours["textColor"], ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_states_in_table_cells_are_readable(theme):
    used = {colour for _, _, colour in KEADAAN.values()}
    assert used <= set(table.CELL_COLOURS[theme])
    for colour in table.CELL_COLOURS[theme].values():
        assert contrast(colour, CONFIG["theme"][theme]["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", style.PALETTE)
def test_chart_colours_stand_out_in_both_themes(theme, colour):
    assert contrast(colour, CONFIG["theme"][theme]["backgroundColor"]) >= 3


def test_the_app_stays_on_this_machine_and_shows_no_traceback():
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["disableDataExport"] is True


def test_every_page_of_the_navigation_exists_and_every_page_is_in_it():
    files = {path.name for path in shell.FOLDER.glob("*.py")} - {"__init__.py"}
    assert files == set(shell.PAGES)
    assert Path(shell.ICON).is_file()
    assert shell.STYLE.is_file()


@pytest.mark.parametrize("name", sorted(shell.PAGES))
def test_every_page_begins_with_the_header_that_keeps_it_inside_the_app(name):
    body = ast.parse((shell.FOLDER / name).read_text(encoding="utf-8")).body
    body = next((part.body for part in body if isinstance(part, ast.FunctionDef) and part.name == "main"), body)
    calls = [statement.value for statement in body if isinstance(statement, ast.Expr)]
    first = next(call for call in calls if isinstance(call, ast.Call))
    assert ast.unparse(first.func) == "shell.header"


def test_app_py_stays_small():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60
