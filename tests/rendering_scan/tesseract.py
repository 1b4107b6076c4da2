"""Whether tests that recognise letters can run here: in CI they must."""

from __future__ import annotations

import os
import shutil

import pytest

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None and os.environ.get("CI") != "true", reason="tesseract belum terpasang"
)
