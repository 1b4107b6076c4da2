"""Pages of a scan as grey pictures of 300 dots an inch, upright and level."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from loaders.errors import BerkasTidakTerbaca

DPI = 300
MAKS_PIKSEL = 50_000_000
"""Pixels of one page: A4 at 600 dots an inch has 35 million."""
MAKS_HALAMAN = 300
_FORMATS = ("PNG", "JPEG", "TIFF")
_A4_INCHES = 11.69
_MAKS_MIRING = 3.0
"""Degrees: a page that hangs more is turned by hand, not by guessing."""

_GRAIN = 1.0
"""Grey levels by which the paper of a noisy scan differs from its neighbourhood, of 255."""
_LEVEL = 0.05
"""Degrees that are not worth the blur of turning: 2 pixels over the width of A4."""

Abu = NDArray[np.uint8]


def pictures(path: Path) -> Iterator[Image.Image]:
    """The frames of a PNG, JPG or TIFF as grey pictures. Raises BerkasTidakTerbaca for what is none or too large."""
    with _open(path) as source:
        _check_frames(path, source)
        nomor = 0
        while (picture := _frame(path, source, nomor)) is not None:
            nomor += 1
            yield picture


def pdf_pictures(path: Path, pages: list[int]) -> Iterator[tuple[int, Image.Image]]:
    """The named 1-based pages of a PDF, drawn at 300 dots an inch. Raises BerkasTidakTerbaca."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            for nomor in pages:
                page = document[nomor - 1]
                width, height = page.get_size()
                _check_size(path, int(width * DPI / 72), int(height * DPI / 72))
                yield nomor, page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
                page.close()
    except pypdfium2.PdfiumError as error:
        raise BerkasTidakTerbaca(path.name, "PDF-nya rusak atau terkunci. Simpan ulang tanpa sandi.") from error


def level(picture: Image.Image) -> Image.Image:
    """The picture turned by the small angle that makes its lines of text and ruling level."""
    angle = skew(np.asarray(picture))
    if abs(angle) < _LEVEL:
        return picture
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def smooth(picture: Image.Image) -> Image.Image:
    """The picture without grain and dust where it has any; a clean page stays as it is."""
    calm = picture.filter(ImageFilter.MedianFilter(3))
    paper = np.asarray(calm) > 170
    grain = np.abs(np.asarray(picture).astype(np.int16) - np.asarray(calm))[paper]
    return calm if grain.size and grain.mean() > _GRAIN else picture


def skew(grey: Abu) -> float:
    """Degrees, counter-clockwise, by which a page must be turned to stand level; 0 when it is blank."""
    small = grey[: grey.shape[0] // 3 * 3, : grey.shape[1] // 3 * 3].reshape(grey.shape[0] // 3, 3, -1, 3).min((1, 3))
    ys, xs = np.nonzero(small < 128)
    if len(xs) < 500:
        return 0.0
    if len(xs) > 400_000:
        ys, xs = ys[:: len(xs) // 200_000], xs[:: len(xs) // 200_000]
    best = 0.0
    for step, reach in ((0.25, _MAKS_MIRING), (0.05, 0.25), (0.01, 0.05)):
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(ys, xs, angle)))
    return best if abs(best) < _MAKS_MIRING else 0.0


def _sharpness(ys: NDArray[np.intp], xs: NDArray[np.intp], angle: float) -> float:
    """How unevenly the ink falls on the rows of the page once it is turned: highest when its lines are level."""
    rows = np.rint(ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    ink = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(ink)).sum())


def _open(path: Path) -> Image.Image:
    with _strict(path):
        try:
            return Image.open(path, formats=_FORMATS)
        except UnidentifiedImageError as error:
            raise BerkasTidakTerbaca(path.name, "bukan gambar PNG, JPG atau TIFF. Simpan ulang.") from error


def _check_frames(path: Path, source: Image.Image) -> None:
    """Count the frames by their headers, before the first of them is drawn and read."""
    with _strict(path):
        frames = int(getattr(source, "n_frames", 1))
    if frames > MAKS_HALAMAN:
        raise BerkasTidakTerbaca(path.name, f"lebih dari {MAKS_HALAMAN} halaman. Pecah berkasnya.")


def _frame(path: Path, source: Image.Image, nomor: int) -> Image.Image | None:
    """The frame with this number, from 0; None behind the last."""
    with _strict(path):
        try:
            source.seek(nomor)
        except EOFError:
            return None
        _check_size(path, source.width, source.height)
        return _at_dpi(_grey(ImageOps.exif_transpose(source)), _stated_dpi(source))


@contextmanager
def _strict(path: Path) -> Generator[None]:
    """Turns what goes wrong in a picture into a sentence; what Pillow only remarks on a damaged tag is no matter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_large(path) from error
        except (OSError, SyntaxError, ValueError, TypeError, LookupError) as error:  # how Pillow meets damage
            raise BerkasTidakTerbaca(path.name, "gambarnya rusak atau terpotong. Pindai atau unduh ulang.") from error


def _check_size(path: Path, width: int, height: int) -> None:
    if width * height > MAKS_PIKSEL:
        raise _too_large(path)


def _too_large(path: Path) -> BerkasTidakTerbaca:
    most = MAKS_PIKSEL // 1_000_000
    return BerkasTidakTerbaca(path.name, f"satu halamannya lebih dari {most} juta titik. Pindai ulang pada 300 dpi.")


def _grey(frame: Image.Image) -> Image.Image:
    """Grey on white: what is transparent is paper."""
    if frame.has_transparency_data:
        layer = frame.convert("RGBA")
        frame = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    if frame.mode[0] in "IF":  # more than 256 greys, which conversion would cut off, not scale
        deep = np.asarray(frame).astype(np.float32)
        return Image.fromarray((deep * (255 / max(1.0, float(deep.max())))).astype(np.uint8))
    return frame.convert("L")


def _stated_dpi(frame: Image.Image) -> float | None:
    """Dots an inch as the file says, None where it says nothing or what no scanner makes."""
    stated = float(frame.info.get("dpi", (0, 0))[0])
    inches = max(frame.size) / stated if stated >= 100 else 0.0
    return stated if 4 <= inches <= 25 else None


def _at_dpi(grey: Image.Image, stated: float | None) -> Image.Image:
    """The picture at 300 dots an inch; one that does not say its size is taken for an A4 page."""
    scale = DPI / (stated or max(grey.size) / _A4_INCHES)
    scale = min(max(scale, 0.25), 3.0, (MAKS_PIKSEL / (grey.width * grey.height)) ** 0.5)
    if abs(scale - 1) < 0.03:
        return grey
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.LANCZOS)
