"""Values → Indonesian text (id-ID). A missing value becomes empty text, never 0."""

import math
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
WIB = timezone(timedelta(hours=7), "WIB")
SHORT_STEPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))

# keadaan → (word, material icon, colour name of the Streamlit palette)
KEADAAN: dict[str, tuple[str, str, str]] = {
    "ada": ("terbaca", ":material/check:", "green"),
    "tidak_ditargetkan": ("tidak ditargetkan", ":material/remove:", "gray"),
    "kosong": ("sel kosong", ":material/check_box_outline_blank:", "gray"),
    "diperbaiki": ("diperbaiki aturan", ":material/build:", "blue"),
    "dikoreksi": ("dikoreksi orang", ":material/edit:", "violet"),
    "rusak": ("rusak", ":material/broken_image:", "red"),
}

# hasil of a capaian → (word, material icon, colour name)
HASIL: dict[str, tuple[str, str, str]] = {
    "tercapai": ("tercapai", ":material/check_circle:", "green"),
    "tidak tercapai": ("tidak tercapai", ":material/cancel:", "red"),
    "tak terhitung": ("tak terhitung", ":material/help:", "gray"),
}

# keparahan of a temuan → (word, material icon, colour name), worst first
KEPARAHAN: dict[str, tuple[str, str, str]] = {
    "kritis": ("kritis", ":material/error:", "red"),
    "peringatan": ("peringatan", ":material/warning:", "orange"),
    "catatan": ("catatan", ":material/sticky_note_2:", "gray"),
}


def is_missing(value: object) -> bool:
    """Whether there is no value: None or not-a-number."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """1234.56 → "1.234,56". Without `decimals` every digit of the value is kept and no false zero is added."""
    if value is None or is_missing(value):
        return ""
    if isinstance(value, float) and math.isinf(value):
        return "tak hingga"
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=400))
    text = f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.translate(str.maketrans(",.", ".,"))


def rupiah(value: float | None) -> str:
    """1234567 → "Rp 1.234.567" (whole rupiah)."""
    return "" if is_missing(value) else f"Rp {number(value, 0)}"


def rupiah_short(value: float | None) -> str:
    """1_234_000_000 → "Rp 1,2 miliar"; for axes and headlines, rounded to one decimal."""
    if value is None or is_missing(value):
        return ""
    for step, word in SHORT_STEPS:
        # 999.96 juta would round to "1.000 juta": that is already 1 miliar.
        if abs(value) >= step * 0.99995:
            return f"Rp {number(round(value / step, 1))} {word}"
    return rupiah(value)


def percent(value: float | None, decimals: int = 2) -> str:
    """96.5 → "96,50%"."""
    return "" if is_missing(value) else f"{number(value, decimals)}%"


def tanggal(value: date | None) -> str:
    """2026-11-20 → "20 November 2026"; of a moment in time, the day in Western Indonesia."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(WIB)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def waktu(value: datetime) -> str:
    """A moment in time → "20 November 2026 pukul 22.04 WIB"."""
    local = value.astimezone(WIB)
    return f"{tanggal(local)} pukul {local:%H.%M} WIB"


def keadaan_word(keadaan: str) -> str:
    """The word a reader sees for a keadaan; an unknown one is shown as it is."""
    return KEADAAN[keadaan][0] if keadaan in KEADAAN else keadaan


def keadaan_badge(keadaan: str) -> str:
    """A keadaan as Markdown: coloured badge with icon and word."""
    word, icon, colour = KEADAAN.get(keadaan, (keadaan, ":material/help:", "gray"))
    return f":{colour}-badge[{icon} {word}]"


def hasil_badge(hasil: str, text: str = "") -> str:
    """A hasil as Markdown: coloured badge with icon and word, after `text` where given."""
    word, icon, colour = HASIL[hasil]
    return f":{colour}-badge[{icon} {text} {word}]" if text else f":{colour}-badge[{icon} {word}]"


def keparahan_badge(keparahan: str) -> str:
    """A keparahan as Markdown: coloured badge with icon and word."""
    word, icon, colour = KEPARAHAN[keparahan]
    return f":{colour}-badge[{icon} {word}]"


def join_words(parts: list[str], word: str = "dan") -> str:
    """["a", "b", "c"] → "a, b, dan c"."""
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return ", ".join(parts[:-1]) + f", {word} {parts[-1]}"
