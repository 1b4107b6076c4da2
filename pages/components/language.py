"""Streamlit's own words in Indonesian, put in as the server hands out its files.

Streamlit has one language, English, and no setting for another. Its words stand as literals in the JavaScript that
the installed version ships, so they are replaced on the way to the browser; nothing on the disk changes. A test asks
that every word of the table still stands where it is looked for, so that a new version of Streamlit is noticed.
"""

import gzip
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.middleware import Middleware
from streamlit import file_util

# What a layer of the server is given, this one and the door: a connection, its messages in and out, what lies within.
Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Inner = Callable[[Scope, Receive, Send], Awaitable[None]]
SCRIPTS = "/static/js/"
PAGE = {'<html lang="en">': '<html lang="id">', "<title>Streamlit</title>": "<title>Selaras</title>"}
"""The one HTML file: its language and, until the first run has named the page, its title."""
WORDS: dict[str, dict[str, str]] = {
    "index": {
        "Skip to main content": "Lompat ke isi",
        "Page not found": "Halaman tidak ditemukan",
        "The page that you have requested does not seem to exist": "Alamat itu tidak menunjuk halaman mana pun",
        "App pages": "Halaman",
        "Main menu": "Menu utama",
        "Running...": "Sedang menghitung",
        "Expand sidebar": "Buka menu halaman",
        "Collapse sidebar": "Tutup menu halaman",
        "Sidebar": "Menu halaman",
        "Notifications": "Pemberitahuan",
        "Navigate to home page": "Ke halaman awal",
        "Close": "Tutup",
        "Theme": "Tema",
        "System": "Ikut sistem",
        "Light": "Terang",
        "Dark": "Gelap",
        "Rerun": "Hitung ulang",
        "Always rerun": "Selalu hitung ulang",
        "Print": "Cetak",
        "About": "Tentang",
        "Deploy": "Terbitkan",
        "Record a screencast": "Rekam layar",
        "Clear cache": "Kosongkan singgahan",
        "Get help": "Bantuan",
        "Report a bug": "Laporkan kesalahan",
        "Connection error": "Sambungan terputus",
        "Connecting to Streamlit server": "Menyambung ke peladen",
        "Unable to connect to Streamlit server": "Peladen tidak menjawab",
        "Please wait...": "Tunggu sebentar …",
        "View less": "Tampilkan lebih sedikit",
        "Scroll tabs left": "Geser tab ke kiri",
        "Scroll tabs right": "Geser tab ke kanan",
    },
    "Multiselect": {
        "Clear all": "Kosongkan",
        "Open": "Buka daftar",
        "Selected values": "Yang terpilih",
        "Select all": "Pilih semua",
        "No results": "Tidak ada yang cocok",
    },
    "Selectbox": {"Clear value": "Kosongkan", "Open": "Buka daftar", "No results": "Tidak ada yang cocok"},
    "TextInput": {"Clear entry": "Kosongkan"},
    "NumberInput": {"Clear value": "Kosongkan", "Increment": "Tambah", "Decrement": "Kurangi"},
    "FileUploader": {"Add files": "Tambah berkas", "Drag and drop files here": "Letakkan berkas di sini"},
    "Pagination": {"Next page": "Halaman berikut", "Previous page": "Halaman sebelum", "Pagination": "Halaman tabel"},
    "Toolbar": {"Fullscreen": "Layar penuh", "Close fullscreen": "Tutup layar penuh"},
    "StreamlitMarkdown": {"Link to heading": "Tautan ke judul ini"},
    "DateInput": {
        "Choose date": "Pilih tanggal",
        "Choose date range": "Pilih rentang tanggal",
        "Clear date": "Kosongkan tanggal",
        "Clear dates": "Kosongkan tanggal",
        "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
            "Tombol panah memindah tanggal, Enter memilih, Esc menutup."
        ),
    },
    "ReorderedSegments": {"Next month": "Bulan berikut", "Previous month": "Bulan sebelum"},
    "DataFrame": {
        "Search": "Cari",
        "Type to search": "Ketik yang dicari",
        "Next Result": "Hasil berikut",
        "Previous Result": "Hasil sebelum",
        "Close Search": "Tutup pencarian",
        "Show/hide columns": "Tampilkan atau sembunyikan kolom",
        "Select all": "Pilih semua",
        "Clear selection": "Kosongkan pilihan",
        "Download as CSV": "Unduh CSV",
        "Dataframe column menu": "Menu kolom",
        "Copy column name": "Salin judul kolom",
        "Sort ascending": "Urutkan naik",
        "Sort descending": "Urutkan turun",
        "Statistics": "Statistik",
        "Format": "Bentuk angka",
        "Autosize": "Sesuaikan lebar",
        "Pin column": "Sematkan kolom",
        "Unpin column": "Lepas sematan",
        "Hide column": "Sembunyikan kolom",
        "No data": "Tidak ada data",
        "No content": "Tidak ada isi",
        "Based on sample": "Dari sebagian baris",
        "Values": "Nilai",
        "Empty": "Kosong",
        "Distinct": "Berbeda",
        "Minimum": "Terkecil",
        "Maximum": "Terbesar",
        "Average": "Rata-rata",
        "Median": "Median",
        "Sum": "Jumlah",
        "Range": "Rentang",
        "Standard deviation": "Simpangan baku",
        "Automatic": "Otomatis",
        "Localized": "Menurut bahasa",
        "Plain": "Polos",
        "Compact": "Ringkas",
        "Percent": "Persen",
        "Scientific": "Ilmiah",
        "Accounting": "Akuntansi",
        "Distance": "Jarak",
        "Calendar": "Kalender",
        "Duration": "Lama",
        "Dollar": "Dolar",
    },
}
"""Bundle (the name of its file without its version) → Streamlit's word → ours."""
PIECES: dict[str, dict[str, str]] = {
    "index": {
        "`You have requested page /${e}, but no corresponding file was found in the app's pages/ directory`": (
            "`Tidak ada halaman di alamat /${e}`"
        ),
        "`${t}. Running the app's main page.`": "`${t}. Yang tampil adalah halaman awal.`",
        "=`Connecting`,": "=`Menyambung`,",
        "`View ${x-m} more`": "`Tampilkan ${x-m} lagi`",
        "{dismiss:`Dismiss`}": "{dismiss:`Tutup`}",
    },
    "Multiselect": {
        "`Remove ${e}`": "`Lepas ${e}`",
        "`Select ${p.length} matches`": "`Pilih ${p.length} yang cocok`",
        "`Add: ${n}`": "`Tambah: ${n}`",
    },
    "Selectbox": {"`Add: ${M}`": "`Tambah: ${M}`"},
    "InputInstructions": {
        "`submit form`": "`mengirim`",
        "`apply`": "`memakai`",
        "+Enter to ${e}`": "+Enter untuk ${e}`",
        "`Press Enter to ${e}`": "`Enter untuk ${e}`",
        "`Press ${": "`${",
    },
    "FileUploader": {":`Upload`": ":`Pilih berkas`", " per file`": " tiap berkas`"},
    "Pagination": {"`Page ${e.page}`": "`Halaman ${e.page}`"},
}
"""Bundle → a piece of its code that holds words → the piece in its place; for words with values between them."""
SHOWN = (r"(?:label|children|title|placeholder|\"aria-label\"):", r"\}\),")
"""What stands before a literal that is shown."""
ANYHOW = (*SHOWN, "return", "[A-Za-z]=", r"\?", ":", r"\(", r"\},")
"""What stands before a literal of several words, which can be nothing but text."""


class Bahasa:
    """ASGI middleware around Streamlit: its page and the bundles of WORDS and PIECES in Indonesian."""

    def __init__(self, app: Inner) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
        elif SCRIPTS in scope["path"] and bundle(name := Path(unquote(scope["path"])).name) in WORDS | PIECES:
            await _serve(scope, send, name) if _file(name) else await self._app(scope, receive, send)
        elif b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            await self._app(_unconditional(scope), receive, _Page(send).send)
        else:
            await self._app(scope, receive, send)


LAPIS = Middleware(Bahasa)
"""The translation as st.App takes it."""


class _Page:
    """Sends an answer on; that of the HTML page in our language."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: dict | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Hold the page back until it is whole."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = dict(message)
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                body = _replaced(self._body.decode(), PAGE).encode()
                kept = [pair for pair in self._start["headers"] if pair[0].lower() not in (b"content-length", b"etag")]
                await self._send(self._start | {"headers": [*kept, (b"content-length", str(len(body)).encode())]})
                await self._send({"type": "http.response.body", "body": body})


def bundle(name: str) -> str:
    """The name of a bundle without its version: index of index.DormvYxC.js."""
    return name.rsplit(".", 2)[0]


def translated(name: str, text: str) -> str:
    """A bundle's code with our words in place of Streamlit's."""
    for word, ours in WORDS.get(bundle(name), {}).items():
        text = literal(word).sub(lambda found, ours=ours: f"{found[1]}`{ours}`", text)
    return _replaced(text, PIECES.get(bundle(name), {}))


def literal(word: str) -> re.Pattern[str]:
    """The word as a literal that is shown. One word alone could be a name in the code: it must be a label."""
    contexts = ANYHOW if " " in word else SHOWN
    return re.compile(f"({'|'.join(contexts)})`{re.escape(word)}`")


def _replaced(text: str, pieces: dict[str, str]) -> str:
    for piece, ours in pieces.items():
        text = text.replace(piece, ours)
    return text


def _file(name: str) -> Path | None:
    path = Path(file_util.get_static_dir()) / "static" / "js" / Path(name).name
    return path if path.is_file() else None


@cache
def _bytes(name: str) -> tuple[bytes, bytes, bytes]:
    """A bundle in our language: as it is, compressed, and its mark."""
    path = _file(name)
    assert path is not None
    body = translated(name, path.read_text(encoding="utf-8")).encode()
    return body, gzip.compress(body, 6), f'"{hashlib.sha256(body).hexdigest()[:16]}"'.encode()


async def _serve(scope: Scope, send: Send, name: str) -> None:
    """Answer with a bundle; the browser asks again each time whether it is still the same."""
    asked = dict(scope["headers"])
    body, packed, mark = _bytes(name)
    headers = [(b"content-type", b"text/javascript; charset=utf-8"), (b"etag", mark), (b"cache-control", b"no-cache")]
    headers += [(b"vary", b"accept-encoding"), (b"x-content-type-options", b"nosniff")]
    same = asked.get(b"if-none-match") == mark
    if b"gzip" in asked.get(b"accept-encoding", b""):
        body = packed
        headers.append((b"content-encoding", b"gzip"))
    body = b"" if same or scope["method"] == "HEAD" else body
    if not same:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": 304 if same else 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _unconditional(scope: Scope) -> Scope:
    """The same request, for the page as it is: whole and not compressed."""
    left = (b"accept-encoding", b"if-none-match", b"if-modified-since")
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() not in left]}


def _is_page(message: Message) -> bool:
    return dict(message["headers"]).get(b"content-type", b"").startswith(b"text/html")
