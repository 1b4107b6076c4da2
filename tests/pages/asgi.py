"""What the server's own layers answer, asked without a server."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def finished(asked: Coroutine[Any, Any, None]) -> None:
    """Run this to its end in a thread of its own: a browser test may have left an event loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asked).result()
