"""The door of the server: what comes in is counted and refused before Streamlit sees it; no verdict can be forged."""

import pytest

from pages.components import door as components_door
from pages.components import rights
from tests.pages.asgi import finished

MB = 2**20


def scope(kind="http", method="PUT", **headers):
    given = {"host": "localhost:8501"} | {name.replace("_", "-"): value for name, value in headers.items()}
    pairs = [(name.encode(), value.encode()) for name, value in given.items()]
    here = {"client": ("127.0.0.1", 1), "server": None, "http_version": "1.1"}
    return {"type": kind, "method": method, "headers": pairs, **here}


class Streamlit:
    """Stands for Streamlit: reads the whole body, keeps how much it got and the scope it saw."""

    def __init__(self):
        self.bytes = 0
        self.seen = {}

    async def __call__(self, given, receive, send):
        self.seen = given
        more = given["type"] == "http"
        while more:
            message = await receive()
            self.bytes += len(message["body"])
            more = message["more_body"]
        await send({"type": "http.response.start", "status": 204, "headers": []})


def hand_in(door, given, chunks=1, size=MB):
    """The status of the answer to a body of so many chunks, and the sentence with it."""
    sent = []
    left = iter(range(chunks, 0, -1))

    async def receive():
        return {"type": "http.request", "body": bytes(size), "more_body": next(left) > 1}

    async def send(message):
        sent.append(message)

    finished(door(given, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent).decode()


@pytest.fixture
def streamlit():
    return Streamlit()


@pytest.fixture
def door(streamlit):
    return components_door.Pintu(streamlit)


def test_a_file_of_this_machine_goes_through(door, streamlit):
    assert hand_in(door, scope(), chunks=3) == (204, "")
    assert streamlit.bytes == 3 * MB
    assert door._mengalir == 0


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "BREW"])
def test_where_handing_in_is_closed_nothing_is_read(method, door, streamlit, monkeypatch):
    monkeypatch.setenv("SELARAS_UNGGAH", "tertutup")
    status, sentence = hand_in(door, scope(method=method))
    assert (status, sentence) == (403, "Pengunggahan ditutup di pemasangan ini.")
    assert streamlit.bytes == 0
    assert streamlit.seen == {}


def test_what_brings_nothing_in_is_never_hindered(door, streamlit, monkeypatch):
    monkeypatch.setenv("SELARAS_UNGGAH", "tertutup")
    assert hand_in(door, scope(method="GET", x_forwarded_for="10.0.0.7"), size=0) == (204, "")


@pytest.mark.parametrize("said", ["", "5", "209715201000", "banyak", "9" * 30])
def test_a_body_that_is_too_large_is_cut_off_whatever_it_says_of_itself(said, door, streamlit):
    status, sentence = hand_in(door, scope(content_length=said), chunks=1000)
    assert status == 413
    assert "200 MB" in sentence
    assert streamlit.bytes <= 201 * MB
    assert door._mengalir == 0


def test_all_waiting_files_together_are_bounded(door, streamlit, monkeypatch):
    monkeypatch.setattr(components_door, "held", lambda: components_door.SELURUH - 2 * MB)
    assert hand_in(door, scope(), chunks=2)[0] == 204
    status, sentence = hand_in(door, scope(), chunks=3)
    assert status == 503
    assert "Tunggu sampai selesai" in sentence
    before = streamlit.bytes
    assert hand_in(door, scope(content_length=str(3 * MB)), chunks=3)[0] == 503
    assert streamlit.bytes == before


def test_files_within_a_minute_are_bounded(door, monkeypatch):
    now = 0.0
    monkeypatch.setattr(components_door.time, "monotonic", lambda: now)
    monkeypatch.setattr(components_door, "SEMENIT", 3)
    assert [hand_in(door, scope(), size=1)[0] for _ in range(4)] == [204, 204, 204, 429]
    now = 61.0
    assert hand_in(door, scope(), size=1)[0] == 204


@pytest.mark.parametrize(("host", "verdict"), [("localhost", rights.BOLEH), ("selaras.kpu.go.id", "jauh")])
def test_the_page_gets_the_verdict_of_the_door_and_never_what_a_browser_claims(host, verdict, door, streamlit):
    hand_in(door, scope(kind="websocket", x_selaras_unggah="boleh") | {"headers": [
        (b"host", host.encode()), (b"X-Selaras-Unggah", b"boleh"), (b"x-selaras-unggah", b"boleh")]})  # fmt: skip
    told = [value for name, value in streamlit.seen["headers"] if name.lower() == b"x-selaras-unggah"]
    assert told == [verdict.encode()]
