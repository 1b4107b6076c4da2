"""Who may hand in documents: only a connection of this user, on this machine, with nothing in between."""

import os
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

from pages.components import rights

HERE = ("127.0.0.1", 1)


def connection(*headers, client=HERE, **others):
    given = [(b"host", b"127.0.0.1:8501"), *headers]
    names = {name for name, _ in headers}
    kept = [pair for pair in given[:1] if pair[0] not in names] + list(headers)
    return {"client": client, "server": None, "http_version": "1.1", "headers": kept, **others}


@pytest.mark.parametrize("host", [b"127.0.0.1:8501", b"localhost", b"localhost:8501", b"[::1]:8501"])
@pytest.mark.parametrize("client", [HERE, ("::1", 1), ("::ffff:127.0.0.1", 1)])
def test_a_browser_on_this_machine_may(host, client):
    origin = (b"origin", b"http://" + host)
    assert rights.penghalang(connection((b"host", host), origin, client=client)) is None


@pytest.mark.parametrize(
    "refused",
    [
        connection(client=("10.0.0.7", 1)),
        connection(client=None),
        connection(client=("unix:", 0)),
        connection((b"host", b"selaras.kpu.go.id")),
        connection((b"host", b"127.0.0.1.contoh.id")),
        connection((b"host", b"localhost"), (b"host", b"selaras.kpu.go.id")),
        connection((b"X-Forwarded-For", b"127.0.0.1")),
        connection((b"x-forwarded-proto", b"https")),
        connection((b"x-forwarded-host", b"localhost")),
        connection((b"forwarded", b"for=127.0.0.1")),
        connection((b"via", b"1.1 cache")),
        connection((b"x-real-ip", b"127.0.0.1")),
        connection((b"x-real-ip", b"")),
        connection((b"cf-connecting-ip", b"127.0.0.1")),
        connection((b"origin", b"https://selaras.kpu.go.id")),
        connection((b"origin", b"null")),
        connection((b"referer", b"https://selaras.kpu.go.id/unggah")),
        connection(http_version="1.0"),
        {"client": HERE, "headers": []},
    ],
)
def test_any_sign_of_a_proxy_or_of_another_machine_closes(refused):
    assert rights.penghalang(refused) == "jauh"


@pytest.mark.parametrize(
    ("mode", "tanda"),
    [("lokal", None), ("", None), ("pengelola", "pengelola"), ("tertutup", "tertutup"), ("semua orang", "tertutup")],
)
def test_the_setting_closes_the_door(mode, tanda, monkeypatch):
    monkeypatch.setenv("SELARAS_UNGGAH", mode)
    monkeypatch.setenv("SELARAS_PENGELOLA", "siti@kpu.go.id")
    assert rights.penghalang(connection()) == tanda


@pytest.mark.parametrize(
    ("headers", "may", "word"),
    [
        ({"X-Selaras-Unggah": "boleh"}, True, ""),
        ({"X-Selaras-Unggah": "tertutup"}, False, "ditutup"),
        ({"X-Selaras-Unggah": "pengelola"}, False, "belum mempunyai login"),
        ({"X-Selaras-Unggah": "orang lain"}, False, "pengguna lain"),
        ({"Host": "127.0.0.1:8501"}, False, "komputer tempatnya berjalan"),
    ],
)
def test_the_page_takes_the_verdict_of_the_door_and_has_none_of_its_own(headers, may, word, monkeypatch):
    monkeypatch.setattr(rights.st, "context", SimpleNamespace(headers=headers, ip_address=None))
    found = rights.unggah()
    assert found.boleh == may
    assert word in found.alasan


KNOCK = """
import encodings.idna, os, socket, sys
if sys.argv[2] != "None":
    os.setuid(int(sys.argv[2]))
socket.create_connection(("127.0.0.1", int(sys.argv[1]))).recv(1)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="hanya Linux yang menyebut pemilik sambungan")
@pytest.mark.parametrize(("user", "tanda"), [(None, None), (65534, "orang lain")])
def test_a_connection_of_another_user_of_this_machine_is_not_the_one_who_runs_selaras(user, tanda):
    """A proxy that forges every header still runs under a user of its own."""
    if user and os.geteuid() != 0:
        pytest.skip("hanya root yang dapat menjalankan program sebagai pengguna lain")
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(20)
        port = door.getsockname()[1]
        with subprocess.Popen([sys.executable, "-I", "-c", KNOCK, str(port), str(user)]) as other:
            end, client = door.accept()
            with end:
                found = rights.penghalang(connection(client=client, server=("127.0.0.1", port)))
            other.wait(10)
    assert found == tanda
