"""Who may hand in documents: whoever sits at this machine, or a named steward who is logged in."""

import os
from dataclasses import dataclass

import streamlit as st

SETTING = "SELARAS_UNGGAH"
STEWARDS = "SELARAS_PENGELOLA"
LOKAL, TERTUTUP = "lokal", "tertutup"
"""Any other value, such as "pengelola", leaves the door to stewards only."""
_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


@dataclass(frozen=True)
class Hak:
    """Whether the reader may hand in documents, under which name (None: ask), and why not."""

    boleh: bool
    nama: str | None = None
    alasan: str = ""


def unggah() -> Hak:
    """The right of this reader, from the setting SELARAS_UNGGAH and the list SELARAS_PENGELOLA."""
    mode = os.environ.get(SETTING) or LOKAL
    if mode == TERTUTUP:
        return Hak(False, alasan="Pengunggahan ditutup di pemasangan ini.")
    if email := _steward():
        return Hak(True, email)
    if mode == LOKAL and at_this_machine():
        return Hak(True)
    return Hak(
        False,
        alasan="Yang boleh mengunggah hanya pengelola yang namanya terdaftar dan orang yang membuka Selaras di "
        "komputer tempatnya berjalan. Kirimkan berkasnya kepada pengelola.",
    )


def at_this_machine() -> bool:
    """Whether the browser runs where the server runs, as far as can be told: no other address, no proxy in between."""
    headers = st.context.headers
    host = (headers.get("Host") or "").rsplit(":", 1)[0]
    forwarded = any(headers.get(name) for name in _FORWARDED)
    return st.context.ip_address is None and not forwarded and host in _HOSTS


def _steward() -> str | None:
    """The e-mail of the reader who is logged in, if it is on the list of stewards."""
    if not getattr(st.user, "is_logged_in", False):
        return None
    known = {name.strip().lower() for name in (os.environ.get(STEWARDS) or "").split(",") if name.strip()}
    email = str(st.user.get("email") or "").lower()
    return email if email in known and st.user.get("email_verified", True) else None
