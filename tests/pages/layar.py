"""A page of the app as a test opens it, and the words it shows."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT

APP = ROOT / "app.py"
SECONDS = 60


def open_page(page: str = "", **params: str | list[str]) -> AppTest:
    """Open the page of this name ("": the start page) at an address with these parameters; nothing may be raised.

    The page is asked for at once, as by a deep link on a fresh server; the start page is not run before it.
    """
    app = AppTest.from_file(str(APP), default_timeout=SECONDS)
    for name, value in params.items():
        app.query_params[name] = value
    if page:
        app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    """All sentences a page shows, heading by heading and box by box; not its tables, charts and controls."""
    elements = [
        *app.header,
        *app.subheader,
        *app.markdown,
        *app.caption,
        *app.info,
        *app.warning,
        *app.success,
        *app.error,
    ]
    return "\n".join(str(element.value) for element in elements)


def html(app: AppTest) -> str:
    """The HTML of our own that a page shows: tables, tiles and lists of links, without the styles."""
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def seen(html: str) -> str:
    """The words of HTML as a reader meets them, heard ones too; without the names of icons."""
    without_icons = re.sub(r'<span class="ikon".*?</span>', " ", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", without_icons)).split())


def rows(app: AppTest) -> list[list[str]]:
    """The rows of our own tables, each as the words of its cells."""
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", html(app))
    return [[seen(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in found]


def links(app: AppTest) -> list[str]:
    """The addresses that our own HTML leads to, in order."""
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', html(app))]
