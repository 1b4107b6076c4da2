"""What the target and serapan figures share: their colours, a rupiah axis in words, a range of shades."""

import math
from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from pages.charts import style
from pages.components.format import rupiah_short

PAGU, REALISASI = style.PALETTE[7], style.PALETTE[0]
HUES = style.PALETTE[:4]
# One hue from pale to deep, so that the order survives any kind of colour vision and both themes.
SHADES: list[tuple[float, str]] = [(0.0, "#dceaf4"), (0.5, "#6fa9cf"), (1.0, "#1d5580")]
MELEBIHI = style.PALETTE[5]
ROOM_FOR_LABELS = 1.5
TICKS = 3
LEGEND_PIXELS = 100


def rupiah(update_axis: Callable[..., object], values: Sequence[float | None], room: float = ROOM_FOR_LABELS) -> None:
    """Give an axis a few round ticks from 0, in words, and room for labels beyond the longest bar."""
    highest = max((value for value in values if value is not None), default=0) or 1
    step = round_step(highest / TICKS)
    ticks = [step * place for place in range(int(highest // step) + 1)]
    update_axis(tickvals=ticks, ticktext=["0", *(rupiah_short(tick) for tick in ticks[1:])], range=[0, highest * room])


def legend_below(drawn: go.Figure) -> None:
    """Put the legend under the plot, where its lines may wrap on a phone without covering the title."""
    drawn.update_layout(legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin_b=LEGEND_PIXELS)


def round_step(rough: float) -> float:
    """The smallest 1, 2 or 5 times a power of ten that is not below `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))


def shade_range(values: Sequence[float]) -> tuple[float, float]:
    """The values at the palest and the deepest shade. Equal values get the middle shade."""
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    margin = (high - low) * 0.25 or 1.0
    return low - margin, high + (0.0 if high > low else margin)


def shade(share: float) -> str:
    """The colour of SHADES at `share` (0 … 1), as #rrggbb."""
    below = max((stop for stop in SHADES if stop[0] <= share), key=lambda stop: stop[0], default=SHADES[0])
    above = min((stop for stop in SHADES if stop[0] > share), key=lambda stop: stop[0], default=SHADES[-1])
    way = (share - below[0]) / (above[0] - below[0]) if above[0] > below[0] else 0.0
    mixed = [round(start + (end - start) * way) for start, end in zip(_rgb(below[1]), _rgb(above[1]), strict=True)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def readable_on(colour: str) -> str:
    """Black or white, whichever contrasts more with a colour; one of them always reaches 4.5 to 1."""
    return "#000000" if _luminance(colour) > 0.179 else "#ffffff"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [part / 255 for part in _rgb(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
