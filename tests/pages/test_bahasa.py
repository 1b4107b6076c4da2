"""Streamlit's words in our language: every word of the table still stands in the installed version, once served."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from streamlit import file_util

from pages.components import language
from tests.pages.asgi import finished

STATIC = Path(file_util.get_static_dir())
NAMES = {language.bundle(path.name): path.name for path in (STATIC / "static" / "js").glob("*.js")}


def code(name: str) -> str:
    return (STATIC / "static" / "js" / NAMES[name]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(language.WORDS | language.PIECES))
def test_every_word_stands_in_its_bundle_and_none_is_left(name):
    before, after = code(name), language.translated(NAMES[name], code(name))
    for word in language.WORDS.get(name, {}):
        assert language.literal(word).search(before), word
        assert language.WORDS[name][word] == word or not language.literal(word).search(after), word
    for piece, ours in language.PIECES.get(name, {}).items():
        assert before.count(piece) == 1, piece
        assert ours in after, ours


@pytest.mark.parametrize("name", sorted(language.WORDS | language.PIECES))
def test_no_literal_is_opened_or_closed(name):
    before, after = code(name), language.translated(NAMES[name], code(name))
    assert [before.count(sign) for sign in "`{}()"] == [after.count(sign) for sign in "`{}()"]


def test_the_page_says_its_language():
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    assert all(html.count(piece) == 1 for piece in language.PAGE)


def answer(path: str, body: bytes, kind: bytes, **asked: str) -> tuple[int, dict[bytes, bytes], bytes]:
    """What comes out of the translation around an app that answers with this body, and what it was asked."""
    sent: list[dict[str, Any]] = []

    async def app(scope, receive, send) -> None:
        assert b"accept-encoding" not in dict(scope["headers"])
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})
        await send({"type": "http.response.body", "body": body[:9], "more_body": True})
        await send({"type": "http.response.body", "body": body[9:]})

    async def send(message) -> None:
        sent.append(message)

    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in asked.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
    finished(language.Bahasa(app)(scope, None, send))  # ty: ignore[invalid-argument-type]
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(part.get("body", b"") for part in sent[1:])


def test_the_page_is_handed_out_in_our_language_and_whole():
    html = (STATIC / "index.html").read_bytes()
    status, headers, body = answer(
        "/target", html, b"text/html; charset=utf-8", accept="text/html", accept_encoding="gzip"
    )
    assert status == 200
    assert b'<html lang="id">' in body
    assert b"<title>Selaras</title>" in body
    assert headers[b"content-length"] == str(len(body)).encode()


def test_a_bundle_is_handed_out_in_our_language_and_once():
    path = f"/static/js/{NAMES['Selectbox']}"
    status, headers, body = answer(path, b"", b"", accept_encoding="gzip, br")
    assert status == 200
    assert "Tidak ada yang cocok" in gzip.decompress(body).decode()
    assert answer(path, b"", b"", if_none_match=headers[b"etag"].decode())[0] == 304


def test_everything_else_is_handed_on():
    assert answer("/app/static/js/lain.abc.js", b"No results at all", b"text/javascript")[2] == b"No results at all"
    assert (
        answer("/static/js/Selectbox.tidak-ada.js", b"No results at all", b"text/javascript")[2] == b"No results at all"
    )
