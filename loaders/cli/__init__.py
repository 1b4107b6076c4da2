"""The command line of the loaders: `python -m loaders build | check | add | pakai`.

    raise SystemExit(run(["check", "renstra.pdf"]))

`commands` declares them and prints their reports; `add` takes a file in.
"""

from __future__ import annotations

from loaders.cli.commands import run

__all__ = ["run"]
