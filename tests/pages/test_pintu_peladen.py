"""The door on a really started server: what is closed takes nothing into memory, whatever the client forges."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

MB = 2**20
BATAS = 30 * MB
"""Bytes by which the server may grow while it refuses what is larger."""
BINGKAI = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'


class Peladen:
    """The app, started with the very command of `make run` in a folder without a database."""

    def __init__(self, folder: Path, mode: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [*server.streamlit_command(Path(sys.executable), self.port), "--server.fileWatcherType=none"]
        settings = {"SELARAS_TERBIT": str(folder), "SELARAS_UNGGAH": mode}
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, cwd=server.ROOT, env=os.environ | settings, stdin=quiet, stdout=quiet, stderr=quiet
        )
        assert server.wait_until_ready(self.process, self.port)

    def put(self, session: str, body, cookie: str, **headers: str) -> int:
        """Hand in as a browser would, or as a forger; the status of the answer."""
        given = {"Cookie": f"_streamlit_xsrf={cookie}", "X-Xsrftoken": cookie}
        given["Content-Type"] = "multipart/form-data; boundary=x"
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            path = f"/_stcore/upload_file/{session}/berkas"
            connection.request("PUT", path, body, given, encode_chunked=not isinstance(body, bytes))
            return connection.getresponse().status
        finally:
            connection.close()

    def memory(self) -> int:
        """The most bytes the server ever had in memory."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

    @contextmanager
    def session(self) -> Generator[tuple[str, str]]:
        """A reader's open session, and the cookie that goes with it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", "/_stcore/health")
        cookie = connection.getresponse().headers["Set-Cookie"].split(";")[0].split("=", 1)[1]
        connection.close()
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        with connect(address, subprotocols=[Subprotocol("streamlit")], proxy=None, max_size=None) as stream:
            begin = BackMsg()
            begin.rerun_script.query_string = ""
            stream.send(begin.SerializeToString())
            name, message = "", ForwardMsg()
            while message.WhichOneof("type") != "script_finished":
                message.ParseFromString(stream.recv(60))
                name = name or message.new_session.initialize.session_id
            yield name, cookie


def chunks(size: int) -> Iterator[bytes]:
    yield BINGKAI
    for _ in range(size // MB):
        yield bytes(MB)
    yield b"\r\n--x--\r\n"


@contextmanager
def running(folder: Path, mode: str) -> Generator[Peladen]:
    peladen = Peladen(folder, mode)
    try:
        yield peladen
    finally:
        peladen.process.terminate()
        peladen.process.wait(30)


@pytest.fixture(scope="module")
def lokal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    with running(tmp_path_factory.mktemp("kosong"), "lokal") as peladen:
        yield peladen


def test_closed_takes_nothing_into_memory(tmp_path):
    with running(tmp_path, "tertutup") as peladen, peladen.session() as (session, cookie):
        before = peladen.memory()
        whole = b"".join(chunks(100 * MB))
        assert peladen.put(session, whole, cookie) == 403
        assert peladen.put(session, chunks(100 * MB), cookie) == 403
        assert peladen.memory() - before < BATAS


def test_a_file_handed_in_here_is_taken_and_every_forgery_is_not(lokal):
    with lokal.session() as (session, cookie):
        assert lokal.put(session, b"".join(chunks(MB)), cookie) == 204
        assert lokal.put(session, chunks(MB), cookie, Origin=f"http://127.0.0.1:{lokal.port}") == 204
        before = lokal.memory()
        for forged in (
            {"Host": "selaras.kpu.go.id"},
            {"X_Forwarded_For": "127.0.0.1"},
            {"Host": "localhost", "X_Forwarded_For": "127.0.0.1"},
            {"X_Real_IP": "127.0.0.1"},
            {"Origin": "https://selaras.kpu.go.id"},
        ):
            assert lokal.put(session, chunks(20 * MB), cookie, **forged) == 403
        assert lokal.memory() - before < BATAS


def test_a_body_without_end_is_cut_off(lokal):
    with lokal.session() as (session, cookie):
        assert lokal.put(session, chunks(210 * MB), cookie) == 413
