"""Who may hand in documents: until there is a login, whoever runs Selaras, at this very machine, and nobody else."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

SETTING = "SELARAS_UNGGAH"
LOKAL = "lokal"
TANDA = "X-Selaras-Unggah"
"""The header in which the server's door (door.py) tells the page its verdict on the connection."""
BOLEH = "boleh"
_ESTABLISHED = "01"
_KALIMAT = {
    "tertutup": "Pengunggahan ditutup di pemasangan ini.",
    "pengelola": "Pengunggahan ditutup: Selaras belum dapat mengenali pengelola karena belum mempunyai login. Dengan "
    "SELARAS_UNGGAH=lokal berkas dapat diunggah di komputer tempat Selaras berjalan.",
    "jauh": "Yang boleh mengunggah hanya orang yang membuka Selaras di komputer tempatnya berjalan, langsung dan tanpa "
    "perantara (proxy). Kirimkan berkasnya kepada pengelola.",
    "orang lain": "Yang boleh mengunggah hanya pengguna komputer yang menjalankan Selaras; sambungan ini milik "
    "pengguna lain atau perantara (proxy). Kirimkan berkasnya kepada pengelola.",
}
_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
_ORIGIN = re.compile(rf"https?://{_HOST.pattern}(/.*)?")
_PERANTARA = frozenset(
    ("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "x-proxyuser-ip")
)
_PERANTARA_AWAL = ("x-forwarded", "x-original", "x-envoy", "cf-", "proxy-")


@dataclass(frozen=True)
class Hak:
    """Whether the reader may hand in documents, and why not."""

    boleh: bool
    alasan: str = ""


def unggah() -> Hak:
    """The right of this reader, as the server's door found it; without a door there is none."""
    tanda = st.context.headers.get(TANDA) or "jauh"
    return Hak(True) if tanda == BOLEH else Hak(False, kalimat(tanda))


def kalimat(tanda: str) -> str:
    """What the reader is told when handing in is closed for this reason."""
    return _KALIMAT.get(tanda, _KALIMAT["jauh"])


def penghalang(scope: Mapping[str, Any]) -> str | None:
    """Why a connection (`scope`, as ASGI has it) may not hand in, a key of the sentences; None where it may.

    Open only for the setting `lokal` and a connection from this machine with no sign of anything in between.
    """
    mode = os.environ.get(SETTING) or LOKAL
    if mode != LOKAL:
        return "pengelola" if mode == "pengelola" else "tertutup"
    if not (_from_here(scope.get("client")) and scope.get("http_version", "1.1") != "1.0" and _direct(scope)):
        return "jauh"
    return None if _same_user(scope["client"], scope.get("server")) else "orang lain"


def _from_here(client: tuple[str, int] | None) -> bool:
    """Whether the other end of the socket is this machine."""
    try:
        address = ipaddress.ip_address(client[0] if client else "")
        return (getattr(address, "ipv4_mapped", None) or address).is_loopback
    except ValueError:
        return False


def _direct(scope: Mapping[str, Any]) -> bool:
    """Whether the headers are those of a browser that asked this machine itself: no proxy, no other name for it."""
    headers = [(key.decode("latin-1").lower(), value.decode("latin-1")) for key, value in scope["headers"]]
    if any(name in _PERANTARA or name.startswith(_PERANTARA_AWAL) for name, _ in headers):
        return False
    hosts = [value for name, value in headers if name == "host"]
    origins = [value for name, value in headers if name in ("origin", "referer")]
    return len(hosts) == 1 and bool(_HOST.fullmatch(hosts[0])) and all(map(_ORIGIN.fullmatch, origins))


def _same_user(client: tuple[str, int], server: tuple[str, int] | None) -> bool:
    """Whether the other end belongs to the user who runs Selaras, where the system tells (Linux).

    A proxy need not say that it is one, but it runs under a user of its own.
    """
    if server is None or not hasattr(os, "geteuid"):
        return True
    ends = (f"{client[1]:04X}", f"{server[1]:04X}")
    owners = {
        fields[7]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for fields in map(str.split, _lines(Path(table)))
        if fields[3] == _ESTABLISHED and (fields[1][-4:], fields[2][-4:]) == ends
    }
    return owners <= {str(os.geteuid())}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return []
