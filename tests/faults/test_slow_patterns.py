"""No pattern of the program takes long on a line that does not fit: lines in capitals, numbered lists and rows of names are met in every corpus."""

from __future__ import annotations

import importlib
import math
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import dateline

#: What repeats without an end that fits; each is tried in growing lengths, so that a pattern that doubles its time with each sign is found early.
_LINES = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 7, "AB CD EF GH " * 14, "ABC-DEF-" * 20, "The Court of the State " * 7, "Smith v. Jones " * 11, "Mr. A. B. Smith, " * 10,
    "A. B. C. " * 18, "a b c d e " * 16, "and, or, and, " * 12, "said he " * 20, "1 2 3 4 " * 20, "12/3/2024 " * 16, "January 1, " * 15, "$1,000,000" * 16,
    "'s 's " * 27, "(" * 160, "-" * 160, "a" * 160,
)
_ENDS = ("!1", "\x00", ";x")
#: Signs of a line at first and at most, and by how few and how many it grows at once.
_FIRST, _LAST, _STEPS = 20, 160, (2, 35)
#: Seconds of the processor that one look may take, and below which they are not told apart.
_LONG, _SHORT = 0.5, 0.00002


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if ".training" in module.name or module.name.endswith("__main__"):
            continue
        try:
            found = vars(importlib.import_module(module.name))
        except ImportError:
            continue  # an extra that is not installed
        for name, value in list(found.items()):
            for one in _inside(value):
                yield f"{module.name}.{name}", one


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, tuple | list | frozenset | set | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _inside(one, depth + 1)


def _seconds(look: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    look(text)
    return time.process_time() - start


def _slow(pattern: re.Pattern[str]) -> str | None:
    """The beginning of a line on which a pattern takes long."""
    for number, line in enumerate(_LINES):
        length, before, step = _FIRST, _SHORT, _FIRST
        while length <= _LAST:
            text = line[:length] + _ENDS[number % len(_ENDS)]
            took = max(_SHORT, _seconds(pattern.search, text), _seconds(pattern.fullmatch, text))
            if took > _LONG:
                return text[:30]
            # no further than where the growth so far would make the next look a long one
            growth = math.log(took / before) / step
            step = int(min(_STEPS[1], max(_STEPS[0], math.log(_LONG / took) / growth if growth > 0 else _STEPS[1])))
            length, before = length + step, took
    return None


def test_no_pattern_takes_long_on_a_line_that_does_not_fit() -> None:
    seen = {(one.pattern, one.flags): (name, one) for name, one in _patterns()}
    assert len(seen) > 1000
    assert not [(name, line) for name, one in seen.values() if (line := _slow(one)) is not None]


def test_a_pattern_that_doubles_its_time_is_found() -> None:
    assert _slow(re.compile(r"(?:(?:[A-Z]\w*) ?)+!?;")) is not None
