"""Addresses of this page as it stands, with one choice changed."""

from pages.components import url

PLACE = "rincian"
"""The heading that a choice leads to."""
INDIKATOR, SATKER = "Satu indikator", "Satu satker"
"""The parts below that heading which a choice opens, as the address names them."""


def here(**changes: str | None) -> str:
    """The address with these parameters changed; None takes one away. An open source is left behind.

    What names an indikator or a satker leads to its part of the page.
    """
    place = f"#{PLACE}" if "rinci" in changes else ""
    return url.changed("capaian", changes, ("sumber",)) + place
