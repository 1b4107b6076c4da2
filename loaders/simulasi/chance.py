"""Chance that comes out the same each time: every question has a dice of its own, named by what it decides."""

from __future__ import annotations

from random import Random


def dice(*named: object) -> Random:
    """The dice of this name: the same throws for the same words, whatever else was thrown."""
    return Random("|".join(map(str, named)))


def likely(chance: float, *named: object) -> bool:
    """Whether what happens with this chance (0 to 1) happens here."""
    return dice(*named).random() < chance
