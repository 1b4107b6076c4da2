"""Small pieces of HTML of pages that compare: link, icon with its word, bar, change, line of years, tile.

Colours and sizes are classes of static/gaya.css; what a colour says is always said in a word as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlencode

from pages.components.format import number

Query = Mapping[str, Sequence[str] | str]
Point = tuple[int, float | None]

# keadaan of a document in v_kelengkapan → (icon, tone)
DOKUMEN: dict[str, tuple[str, str]] = {
    "ada": ("check_circle", "baik"),
    "sebagian menunggu": ("pending", "sedang"),
    "belum": ("cancel", "buruk"),
    "belum jatuh tempo": ("schedule", "sepi"),
}
WIDE, HIGH = 100, 24


@dataclass(frozen=True)
class Change:
    """What became of a figure since the year before; value None: nothing to compare with.

    unit: "poin", "temuan"; more_is_better: which way is good; decimals: digits after the comma; than: the year before.
    """

    value: float | None
    unit: str = "poin"
    more_is_better: bool = True
    decimals: int = 1
    than: int | None = None


@dataclass(frozen=True)
class Tile:
    """One measure. figure: the headline ("71,1%", "" where there is none); note: what it counts, with its n.

    points: the headline of every year, None where nobody reports. href: where its rows are ("": nowhere).
    """

    label: str
    figure: str
    note: str
    change: Change | None = None
    points: Sequence[Point] = ()
    href: str = ""


def address(page: str, query: Query) -> str:
    """The address of a page of ours ("" is Ringkasan), relative, for `link`."""
    return f"{page or './'}?{urlencode(query, doseq=True, quote_via=quote)}"


def link(href: str, html: str, title: str = "") -> str:
    """HTML that opens an address; title says where to, for the pointer and for a screen reader."""
    said = f' title="{escape(title)}"' if title else ""
    return f'<a class="sel" href="{escape(href)}"{said}>{html}</a>'


def icon(name: str) -> str:
    """A sign of Streamlit's own icon font, which only eyes see."""
    return f'<span class="ikon" aria-hidden="true">{name}</span>'


def heard(text: str) -> str:
    """Words for who does not see colour or length."""
    return f'<span class="terdengar">{escape(text)}</span>'


def bar(share: float | None, text: str, *, tick: float | None = None) -> str:
    """A bar of `share` percent of its track (more than 100 fills it) with its text; `tick` marks last year's share."""
    if share is None:
        return f'<span class="nihil">{escape(text) or "–"}</span>'
    mark = "" if tick is None else f'<span class="takik" style="left:{_inside(tick)}%"></span>'
    filled = f'<span class="isi" style="width:{_inside(share)}%"></span>'
    return f'<span class="batang"><span class="jalur">{filled}{mark}</span><span>{escape(text)}</span></span>'


def change(what: Change) -> str:
    """A change as sign, number and word: coloured by whether it is good, gray where it is none."""
    if what.value is None:
        return '<span class="nihil" title="tidak ada pembanding">–</span>'
    rounded = round(what.value, what.decimals)
    than = f" dari {what.than}" if what.than else ""
    if not rounded:
        return f'<span class="ubah tetap">{icon("trending_flat")}tetap{than}</span>'
    up = rounded > 0
    tone = "membaik" if up == what.more_is_better else "memburuk"
    said = f"{number(abs(rounded), what.decimals)} {what.unit}".rstrip()
    sign = icon("arrow_upward" if up else "arrow_downward") + heard("naik" if up else "turun")
    return f'<span class="ubah {tone}">{sign}{said}{than}{heard(tone)}</span>'


def dots(dokumen: Mapping[str, str]) -> str:
    """The documents of a satker (name → keadaan) as one sign each, with name and keadaan in words behind it."""
    return f'<span class="titik-titik">{"".join(_dot(name, state) for name, state in dokumen.items())}</span>'


def state(keadaan: str) -> str:
    """The keadaan of one document as sign and word; empty where it is owed by nobody."""
    if not keadaan:
        return heard("tidak wajib")
    sign, tone = DOKUMEN.get(keadaan, ("help", "sepi"))
    return f'<span class="titik {tone}">{icon(sign)} {escape(keadaan)}</span>'


def legend() -> str:
    """What the signs of `dots` mean."""
    said = " ".join(f'<span class="titik {tone}">{icon(sign)}</span> {word}' for word, (sign, tone) in DOKUMEN.items())
    return f'<span class="keterangan">{said}</span>'


def line(points: Sequence[Point], unit: str = "%") -> str:
    """A small line over the years; a year without a figure is a gap, never bridged, a lone one is a dot."""
    known = [value for _, value in points if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    places = [_place(at, len(points), value, low, high) for at, (_, value) in enumerate(points)]
    drawn = quote(_svg(places), safe="")
    said = ", ".join(
        f"{year}: {number(value, 1) + unit if value is not None else 'tidak ada'}" for year, value in points
    )
    return (
        f'<span class="deret" role="img" aria-label="{escape(said)}" title="{escape(said)}" '
        f"style=\"-webkit-mask-image:url('data:image/svg+xml,{drawn}');mask-image:url('data:image/svg+xml,{drawn}')\">"
        "</span>"
    )


def tiles(shown: Sequence[Tile]) -> str:
    """Tiles side by side; on a phone two and two."""
    return f'<div class="ubin-ubin">{"".join(_tile(one) for one in shown)}</div>'


def _tile(one: Tile) -> str:
    label = f'<span class="label">{escape(one.label)}</span>'
    head = link(one.href, label + icon("arrow_forward"), f"Buka {one.label}") if one.href else label
    figure = escape(one.figure) if one.figure else '<span class="nihil">tidak ada</span>'
    changed = change(one.change) if one.change and one.figure else ""
    return (
        f'<div class="ubin"><div class="kepala">{head}</div><div class="angka">{figure}{line(one.points)}</div>'
        f'<div class="catatan">{escape(one.note)}</div><div>{changed}</div></div>'
    )


def _dot(name: str, state: str) -> str:
    sign, tone = DOKUMEN.get(state, ("help", "sepi"))
    title = escape(f"{name}: {state}")
    return f'<span class="titik {tone}" title="{title}">{icon(sign)}{heard(f"{name} {state};")}</span>'


def _inside(share: float) -> str:
    return f"{min(max(share, 0.0), 100.0):.1f}"


def _place(at: int, count: int, value: float | None, low: float, high: float) -> tuple[float, float] | None:
    if value is None:
        return None
    across = 3 + (WIDE - 6) * at / max(count - 1, 1)
    return across, 3 + (HIGH - 6) * (1 - (value - low) / (high - low) if high > low else 0.5)


def _svg(places: Sequence[tuple[float, float] | None]) -> str:
    """Lines between neighbours that both have a figure, a dot on every lone year and on the last."""
    path, circles = "", ""
    for before, place, after in zip([None, *places], places, [*places[1:], None], strict=False):
        if place is None:
            continue
        path += f"{'M' if before is None else 'L'}{place[0]:.1f} {place[1]:.1f}"
        if after is None and (before is None or place is places[-1]):
            circles += f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="2.6"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" preserveAspectRatio="none">'
        f'<path d="{path}" fill="none" stroke="black" stroke-width="1.8"/>{circles}</svg>'
    )
