"""Texts that pump one part of a pattern up: how a pattern that takes more than its share of time is found.

For every repetition of a pattern: what stands before it, then the repeated part again and again, then a sign that
fits nothing, so that every way of matching is tried.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import loaders

sre: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
MISFIT = "\x01"
MANY = 10
"""Repetitions from which on a repetition counts as one without end."""
_OF_CATEGORY = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip
_PLAIN: dict[Any, Callable[[Any], str]] = {
    sre.LITERAL: chr, sre.RANGE: lambda ends: chr(ends[0]), sre.CATEGORY: _OF_CATEGORY.__getitem__,
    sre.ANY: lambda _: "a", sre.NOT_LITERAL: lambda _: "a",
}  # fmt: skip
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the loaders has compiled, by where it stands; one of each."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(loaders.__path__, "loaders."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for i, pattern in enumerate(_inside(value)):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{module.name}.{name}.{i}", pattern))
    return dict(found.values())


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _inside(part, depth + 1)


def texts(pattern: re.Pattern[str]) -> Iterator[Callable[[int], str]]:
    """Makers of growing texts, each pumping one part of the pattern behind one of its beginnings."""
    found = list(_pumps(parser.parse(pattern.pattern, pattern.flags)))
    beginnings = {before for before, _ in found} | {""}
    for before in sorted(beginnings):
        for part in sorted({part for _, part in found}):
            yield lambda n, before=before, part=part: before + part * (n // len(part)) + MISFIT
            yield lambda n, both=before + part: both * (n // len(both)) + MISFIT


def _pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each repetition without end, and what is repeated there."""
    for op, argument in tree:
        if op in _REPEATS and argument[1] >= MANY:
            yield from ((before, part) for part in _parts(argument[2]))
        for inner in _trees(op, argument):
            yield from _pumps(inner, before)
        before += _one(op, argument, at_least=1)


def _parts(tree: Any) -> Iterator[str]:
    """Short texts that a repeated part fits: one for each of its alternatives."""
    yield _short(tree) or "a"
    for op, argument in tree:
        if op is sre.BRANCH:
            yield from (text for branch in argument[1] if (text := _short(branch)))
        elif op is sre.IN:
            yield from (text for item in argument if (text := _one(*item)))
        elif op is sre.ANY:
            yield from ("a", " ", "1", ".")
        elif op is sre.SUBPATTERN:
            yield from _parts(argument[-1])


def _trees(op: Any, argument: Any) -> list[Any]:
    if op in _REPEATS:
        return [argument[2]]
    if op is sre.SUBPATTERN:
        return [argument[-1]]
    if op is sre.BRANCH:
        return list(argument[1])
    if op is sre.ATOMIC_GROUP:
        return [argument]
    return [argument[1]] if op in (sre.ASSERT, sre.ASSERT_NOT) else []


def _short(tree: Any) -> str:
    return "".join(_one(op, argument) for op, argument in tree)


def _one(op: Any, argument: Any, at_least: int = 0) -> str:
    """A short text that one item of a pattern fits."""
    if op in _PLAIN:
        return _PLAIN[op](argument)
    if op is sre.IN:
        return _one(*argument[0]) if argument[0][0] is not sre.NEGATE else "a"
    if op in _REPEATS:
        return _short(argument[2]) * max(argument[0], min(at_least, argument[1]))
    inner = _trees(op, argument) if op not in (sre.ASSERT, sre.ASSERT_NOT) else []
    return _short(inner[0]) if inner else ""


def processor_seconds(work: Callable[[], object]) -> float:
    """How long some work keeps the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(work: Callable[[int], object], size: int, *, least: float, runs: int = 3) -> float:
    """How many times as long twice the size takes; 1 where the larger takes less than `least` seconds."""
    larger = processor_seconds(lambda: work(2 * size))
    if larger < least:
        return 1.0
    larger = min(larger, *(processor_seconds(lambda: work(2 * size)) for _ in range(runs - 1)))
    return larger / max(min(processor_seconds(lambda: work(size)) for _ in range(runs)), 1e-9)


def grows_within(most: float, work: Callable[[int], object], size: int, *, least: float, runs: int = 3) -> bool:
    """Whether twice the size is at most so many times the work. Measured again where it is not: on a busy machine a
    measurement may be far off, but what grows too fast does so every time.
    """
    return any(growth(work, size, least=least, runs=runs) < most for _ in range(4))
