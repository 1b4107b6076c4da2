"""python -m loaders build | check FILE…: build and publish the database, or say what would be read from a file."""

from __future__ import annotations

import sys

PERINTAH_PASANG = "Jalankan `make data` (atau `make run`), yang memasang semua yang diperlukan di .venv."


def main() -> int:
    """Run the command line; a missing module becomes a sentence, not a traceback."""
    if sys.version_info < (3, 11):
        print(
            f"Python {sys.version.split()[0]} terlalu lama; Selaras perlu Python 3.11 atau lebih baru.", file=sys.stderr
        )
        return 2
    try:
        from loaders.cli import run
    except ModuleNotFoundError as error:
        print(f"Modul Python «{error.name}» belum terpasang. {PERINTAH_PASANG}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Dihentikan sebelum mulai.", file=sys.stderr)
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
