"""The door of the server, before Streamlit: who may hand in files, and how much may come in.

Streamlit takes a file from any session, whether or not a page offers a place to drop one, and keeps it in memory. So
the door stands in the server itself: whatever carries a body in is counted as it comes, and is refused before it is
read where handing in is closed. The page reads the verdict of its own connection from a header that only the door sets.
"""

import time
from collections import deque

from starlette.middleware import Middleware
from streamlit import config, runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.stats import CacheStat

from pages.components import rights
from pages.components.language import Inner, Message, Receive, Scope, Send

TANPA_ISI = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})
"""The methods with which nothing comes in: Streamlit reads no body of theirs."""
SELURUH = 512 * 2**20
"""Bytes of files that all sessions together may have waiting in memory: handed in, not yet in the inbox."""
SEMENIT = 240
"""Files that may be handed in within a minute."""
BINGKAI = 2**20
"""Bytes that a form adds to the file it carries, at most."""


class _Ditolak(Exception):
    """What comes in is refused while it comes: status and Indonesian sentence."""


class Pintu:
    """ASGI middleware around Streamlit. Refuses with 403 (closed), 413 (one file), 429 (rate) or 503 (all files)."""

    def __init__(self, app: Inner) -> None:
        self._app = app
        self._masuk: deque[float] = deque()
        self._mengalir = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket":
            await self._app(_marked(scope), receive, send)
        elif scope["type"] == "http" and scope["method"] not in TANPA_ISI:
            await self._take(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        counted = 0

        async def count() -> Message:
            nonlocal counted
            message = await receive()
            size = len(message.get("body", b""))
            counted += size
            self._mengalir += size
            _check_size(counted)
            self._check_total(0)
            return message

        try:
            if tanda := rights.penghalang(scope):
                raise _Ditolak(403, rights.kalimat(tanda))
            declared = _declared(scope)
            _check_size(declared)
            self._check_total(declared)
            self._check_rate()
            await self._app(scope, count, send)
        except _Ditolak as refused:
            await _answer(send, *refused.args)
        finally:
            self._mengalir -= counted

    def _check_rate(self) -> None:
        now = time.monotonic()
        while self._masuk and now - self._masuk[0] > 60:
            self._masuk.popleft()
        if len(self._masuk) >= SEMENIT:
            raise _Ditolak(429, f"Lebih dari {SEMENIT} berkas dalam semenit. Tunggu sebentar, lalu ulangi.")
        self._masuk.append(now)

    def _check_total(self, coming: int) -> None:
        if held() + self._mengalir + coming > SELURUH:
            raise _Ditolak(503, "Terlalu banyak berkas sedang diunggah. Tunggu sampai selesai, lalu ulangi.")


LAPIS = Middleware(Pintu)
"""The door as st.App takes it."""


def _check_size(size: int) -> None:
    largest = config.get_option("server.maxUploadSize")
    if size > largest * 2**20 + BINGKAI:
        raise _Ditolak(413, f"Lebih besar dari {largest} MB. Pisahkan dokumennya.")


def held() -> int:
    """Bytes of the files that Streamlit keeps in memory for all sessions."""
    stats = runtime.get_instance().uploaded_file_mgr.get_stats() if runtime.exists() else {}
    return sum(stat.byte_length for family in stats.values() for stat in family if isinstance(stat, CacheStat))


def let_go(file_id: str) -> None:
    """Drop a handed-in file of this reader from memory; Streamlit would keep it as long as the session lasts."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file_id)


def _marked(scope: Scope) -> Scope:
    """The same connection, with the door's own verdict among its headers and nobody else's."""
    name = rights.TANDA.lower().encode()
    headers = [(key, value) for key, value in scope["headers"] if key.lower() != name]
    verdict = rights.penghalang(scope) or rights.BOLEH
    return {**scope, "headers": [*headers, (name, verdict.encode())]}


def _declared(scope: Scope) -> int:
    """The size that the request says it has; 0 where it says none."""
    said = dict(scope["headers"]).get(b"content-length", b"")
    return int(said) if said.isdigit() and len(said) < 20 else 0


async def _answer(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
