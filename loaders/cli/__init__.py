"""The command line of the loaders: `python -m loaders build | check | add | pakai`.

    raise SystemExit(run(["check", "renstra.pdf"]))

`commands` declares them, `add` takes a file in or says what that would do, `report` words what was read.
"""

from __future__ import annotations

from loaders.cli.commands import run

__all__ = ["run"]
