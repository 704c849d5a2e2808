"""The state in brackets behind a name: "**Ms. Shea (United States of America)** said ... Ms. Shea", as records of meetings and lists of delegates have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm

_TITLE: Final = r"(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Lord|Prince|Princess|Sheikh|Archbishop|Monsignor)\b\.?"
_TITLED: Final = re.compile(rf"{_TITLE} [A-Z]")
_BEFORE: Final = re.compile(rf"\b{_TITLE} (?:[\w'’-]+ ){{0,3}}?([A-Z][\w'’-]+) \((?:the )?$")
_REACH: Final = 60


def states_of_names(seen: Iterable[Sighting], text: str) -> dict[str, str | None]:
    """The states that brackets right behind titled names hold alone, by the last word of the name; ``None`` for a name that has two.

    Args:
        seen: where the document names countries.
        text: the canonical text.
    """
    found: dict[str, str | None] = {}
    for one in seen:
        if one.kind != "country" or text[one.end : one.end + 1] != ")":
            continue
        before = _BEFORE.search(text[max(0, one.start - _REACH) : one.start])
        if before is not None:
            found[before.group(1)] = one.country if found.get(before.group(1), one.country) == one.country else None
    return found


def state_of(phrase: Phrase, names: Mapping[str, str | None]) -> str | None:
    """The state of a titled name that the document gives in brackets anywhere."""
    if not names or phrase.form is not PhraseForm.NAME or _TITLED.match(phrase.mention.text) is None:
        return None
    return names.get(phrase.mention.text.rpartition(" ")[2])
