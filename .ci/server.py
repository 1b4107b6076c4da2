"""Starts the app on this machine only, says where it is, and stops it cleanly."""

import errno
import http.client
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from console import ROOT, Stop, clean_environment, say

HOST = "127.0.0.1"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 5


def port_number(text: str) -> int:
    """Return a port a server can use; raises Stop for anything else."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise Stop(f"PORT={text} bukan nomor port. Pakai angka 1024 sampai 65535, misalnya: make run PORT=8502")


def check_port(port: int) -> None:
    """Raise Stop where the port is taken or not allowed."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server itself does: a port just left by a stopped server is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Stop(port_sentence(port, error)) from error


def port_sentence(port: int, error: OSError) -> str:
    """Say why a port cannot be used and what to do instead."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8501
        return (
            f"Port {port} sedang dipakai, mungkin oleh Selaras yang sudah berjalan: lihat http://{HOST}:{port}. "
            f"Hentikan program itu, atau pakai port lain: make run PORT={other}"
        )
    return (
        f"Port {port} tidak boleh dipakai di komputer ini ({error.strerror}). "
        "Pakai port lain di atas 1023: make run PORT=8502"
    )


def serve(python: Path, port: int) -> None:
    """Run the app until it is interrupted. Raises Stop where it does not start or ends by itself."""
    check_port(port)
    with running(streamlit_command(python, port)) as app:
        if not wait_until_ready(app, port):
            raise Stop(
                "Aplikasi tidak berhasil dijalankan; sebabnya disebut di atas. Bila ada modul Python yang tidak "
                "ditemukan, hapus folder .venv lalu ulangi: make run"
            )
        say(f"Selaras siap di http://{HOST}:{port} (Ctrl+C untuk berhenti)")
        if app.wait() != 0:
            raise Stop(f"Aplikasi berhenti sendiri (kode {app.returncode}). Jalankan lagi: make run")


def streamlit_command(python: Path, port: int) -> list[str]:
    """Return the command that starts Streamlit; what is ours alone stands in .streamlit/config.toml."""
    options = [f"--server.address={HOST}", f"--server.port={port}", "--server.headless=true"]
    return [str(python), "-m", "streamlit", "run", "app.py", *options, "--logger.hideWelcomeMessage=true"]


@contextmanager
def running(command: list[str]) -> Generator[subprocess.Popen[bytes], None, None]:
    """Start a program and make sure that it does not outlive this one."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    app = subprocess.Popen(command, cwd=ROOT, env=clean_environment(), stdin=subprocess.DEVNULL)
    try:
        yield app
    finally:
        stop(app)


def interrupt(number: int, frame: FrameType | None) -> None:
    """Treat a request to end as Ctrl+C."""
    raise KeyboardInterrupt


def stop(app: subprocess.Popen[bytes]) -> None:
    """End a program: kindly, then firmly."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if app.poll() is None:
        app.terminate()
        try:
            app.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            app.kill()
            app.wait()


def wait_until_ready(app: subprocess.Popen[bytes], port: int) -> bool:
    """Return true once the app answers, false when it ended or took too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and app.poll() is None:
        if answers(port):
            return True
        time.sleep(0.1)
    return False


def answers(port: int) -> bool:
    """Ask the app for its health. Straight to this machine: a proxy of the user's would not find it."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
