"""Pictures of pages: their size, their depth, their angle; what is no picture is refused with a sentence."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.scan import picture as scan_picture
from tests.rendering_scan import cara, cetak, halaman

PAGE = cetak.page(*halaman.PAGU)


def saved(tmp_path: Path, picture: Image.Image, name: str, **options: Any) -> Path:
    path = tmp_path / name
    picture.save(path, **options)
    return path


@pytest.mark.parametrize("degrees", [-2.4, -1.0, -0.3, 0.0, 0.4, 1.0, 2.7])
def test_the_angle_of_a_page_is_found(degrees: float) -> None:
    assert scan_picture.skew(np.asarray(cara.tilted(PAGE, degrees))) == pytest.approx(-degrees, abs=0.05)


def test_a_blank_page_has_no_angle() -> None:
    assert scan_picture.skew(np.full((900, 600), 255, dtype=np.uint8)) == 0


def test_a_level_page_is_not_blurred_by_turning() -> None:
    assert scan_picture.level(PAGE) is PAGE


def test_only_a_page_with_grain_is_smoothed() -> None:
    assert scan_picture.smooth(PAGE) is PAGE
    grain = cara.noisy(PAGE)
    calm = scan_picture.smooth(grain)
    assert calm is not grain
    far = [np.abs(np.asarray(one).astype(int) - np.asarray(PAGE)).mean() for one in (calm, grain)]
    assert far[0] < 0.6 * far[1]


@pytest.mark.parametrize(
    ("size", "dpi", "height"),
    [
        ((1654, 2339), (200, 200), 3508),
        ((2480, 3508), (300, 300), 3508),
        ((1654, 2339), None, 3507),
        ((1654, 2339), (72, 72), 3507),
        ((4961, 7016), (600, 600), 3508),
    ],
)
def test_pages_come_at_300_dots_an_inch(
    tmp_path: Path, size: tuple[int, int], dpi: tuple[int, int] | None, height: int
) -> None:
    path = saved(tmp_path, Image.new("L", size, 255), "pindai.png", **({"dpi": dpi} if dpi else {}))
    (page,) = scan_picture.pictures(path)
    assert page.height == pytest.approx(height, abs=3)
    assert page.width / page.height == pytest.approx(size[0] / size[1], rel=0.01)
    assert page.mode == "L"


def grey(path: Path) -> list[int]:
    """The darkest and the lightest grey of the first page."""
    page = next(scan_picture.pictures(path))
    low, high = page.getextrema()
    return [int(low), int(high)]  # ty: ignore[invalid-argument-type]


def test_a_small_cut_out_is_enlarged_three_times_at_most(tmp_path: Path) -> None:
    (page,) = scan_picture.pictures(saved(tmp_path, Image.new("L", (700, 400), 255), "pindai.png"))
    assert page.size == (2100, 1200)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (300, 300, 600, 600))
    assert grey(saved(tmp_path, picture, "pindai.png")) == [0, 255]


def test_sixteen_bits_are_scaled_not_cut(tmp_path: Path) -> None:
    deep = np.full((1500, 1500), 60_000, dtype=np.uint16)
    deep[300:600] = 6_000
    path = saved(tmp_path, Image.fromarray(deep), "dalam.tif", dpi=(300, 300))
    assert grey(path) == [25, 255]


def test_the_camera_s_turn_is_followed(tmp_path: Path) -> None:
    picture = Image.new("L", (1200, 800), 255)
    exif = picture.getexif()
    exif[0x0112] = 6
    (page,) = scan_picture.pictures(saved(tmp_path, picture, "foto.jpg", exif=exif))
    assert page.height > page.width


def png_that_claims(width: int, height: int) -> bytes:
    """The head of a PNG of any size in a few bytes."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 100)
    chunks = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (head, data, b"IEND")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def png() -> bytes:
    buffer = io.BytesIO()
    PAGE.save(buffer, "PNG")
    return buffer.getvalue()


BAD: dict[str, tuple[bytes, str]] = {
    "64 juta titik": (png_that_claims(8000, 8000), "lebih dari 50 juta titik"),
    "144 juta titik": (png_that_claims(12_000, 12_000), "lebih dari 50 juta titik"),
    "bom": (png_that_claims(60_000, 60_000), "lebih dari 50 juta titik"),
    "terpotong": (png()[:2000], "rusak atau terpotong"),
    "teks": (b"bukan gambar", "bukan gambar PNG, JPG atau TIFF"),
    "kosong": (b"", "bukan gambar PNG, JPG atau TIFF"),
    "gif": (b"GIF89a" + bytes(100), "bukan gambar PNG, JPG atau TIFF"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    path = tmp_path / "pindai.png"
    path.write_bytes(content)
    with pytest.raises(BerkasTidakTerbaca, match=reason) as error:
        list(scan_picture.pictures(path))
    assert error.value.berkas == "pindai.png"


def test_too_many_frames_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_picture, "MAKS_HALAMAN", 2)
    frames = [Image.new("L", (900, 900), 255)] * 3
    path = saved(tmp_path, frames[0], "tiga.tif", save_all=True, append_images=frames[1:])
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 2 halaman"):
        list(scan_picture.pictures(path))


def test_pages_of_a_pdf_are_drawn_at_300_dots_an_inch(tmp_path: Path) -> None:
    path = saved(tmp_path, PAGE, "pindai.pdf", resolution=300)
    ((nomor, page),) = scan_picture.pdf_pictures(path, [1])
    assert (nomor, page.mode) == (1, "L")
    assert page.size == pytest.approx(PAGE.size, abs=2)


def test_a_page_of_a_pdf_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("L", (500, 500), 255), "lebar.pdf", resolution=10)
    with pytest.raises(BerkasTidakTerbaca, match="lebih dari 50 juta titik"):
        list(scan_picture.pdf_pictures(path, [1]))


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7\nkosong")
    with pytest.raises(BerkasTidakTerbaca, match="rusak atau terkunci"):
        list(scan_picture.pdf_pictures(path, [1]))
