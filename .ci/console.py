"""What the commands say, and how they run other programs."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The first three could bring in another project's modules or hide ours; a make below this one must not take over
# the options of this one.
MISLEADING_VARIABLES = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "MAKEFLAGS", "MFLAGS", "MAKELEVEL")


class Stop(Exception):
    """Ends a command. Its text is an Indonesian sentence that says what to do."""


def say(sentence: str) -> None:
    """Print a sentence at once, also where output is buffered."""
    print(sentence, flush=True)


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what would mislead a child."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING_VARIABLES}


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> bool:
    """Run a program in the project folder with its output shown; true when it ended well.

    Without standard input, so that nothing can wait for an answer nobody gives.
    """
    environment = clean_environment() | dict(extra or {})
    sys.stdout.flush()
    try:
        return subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError as error:
        say(f"{command[0]}: {error.strerror}")
        return False
