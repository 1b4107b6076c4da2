"""Makes a clean page as bad as scanners and copiers do. Same page and same seed, same result."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter


def tilted(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)


def noisy(page: Image.Image, sigma: float = 12.0, specks: float = 0.0015) -> Image.Image:
    """Grain of the sensor and dust, black and white."""
    random = np.random.default_rng(1)
    grey = np.asarray(page).astype(np.float32) + random.normal(0, sigma, (page.height, page.width))
    dust = random.random(grey.shape)
    grey[dust < specks] = 0
    grey[dust > 1 - specks] = 255
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def coarse(page: Image.Image) -> Image.Image:
    """Scanned at 200 dots an inch instead of 300."""
    small = page.resize((page.width * 2 // 3, page.height * 2 // 3), Image.Resampling.BOX)
    small.info["dpi"] = (200, 200)
    return small


def jpeg(page: Image.Image, quality: int = 25) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    copy = Image.open(buffer).convert("L")
    copy.info["dpi"] = page.info.get("dpi", (300, 300))
    return copy


def faded(page: Image.Image) -> Image.Image:
    """A copy of a copy: soft, pale, and with a shadow along one side."""
    grey = np.asarray(page.filter(ImageFilter.GaussianBlur(1.4))).astype(np.float32)
    shadow = 1 - 0.35 * np.linspace(1, 0, page.width) ** 3
    return Image.fromarray(((255 - (255 - grey) * 0.7) * shadow).clip(0, 255).astype(np.uint8))


def broken(page: Image.Image, every: int = 170, gap: int = 14) -> Image.Image:
    """Gaps in everything that is printed, ruling lines first of all: thin white stripes across the page."""
    grey = np.asarray(page).copy()
    for start in range(every // 2, page.height, every):
        lines = (grey[start : start + gap] < 128).mean(0) > 0.95
        grey[start : start + gap, lines] = 255
    for start in range(every // 2, page.width, every):
        lines = (grey[:, start : start + gap] < 128).mean(1) > 0.95
        grey[lines, start : start + gap] = 255
    return Image.fromarray(grey)


WAYS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "bersih": lambda page: page,
    "miring": lambda page: noisy(tilted(page, 1.0)),
    "200dpi": lambda page: jpeg(coarse(tilted(page, -0.6)), 40),
    "jpeg": lambda page: jpeg(noisy(page, 6.0, 0.0005)),
    "pudar": faded,
    "garis_putus": broken,
}
