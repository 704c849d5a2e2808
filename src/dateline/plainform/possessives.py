"""Possessives typed without their apostrophe: "Ghanas president", "Saudi Arabias army" are read with an apostrophe in place of the "s"; all offsets stay.

Only names of states and larger towns are read so, and not where the word with its "s" is a name or word of its own ("Athens", "the two Koreas").
"""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.namekeys import key_of
from dateline.plainform.words import is_known, names
from dateline.townnames import is_country, is_town, towns_of

_NAME: Final = re.compile(r"(?<![\w'’-])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}[a-rt-z])s(?= (?P<next>[A-Za-z0-9]+))")
#: Shorter names are parts of others ("Médecins Sans Frontières").
_LEAST: Final = 4
#: What makes a name a plural before it, and words that no possessive stands before.
_SEVERAL: Final = re.compile(r"\b(?:the|two|three|both|all|many|several|these|those|other|different)\s+$", re.IGNORECASE)
_NO_NOUN: Final = frozenset(
    "and or nor but of in on at by for from to with as is are was were has have had will would can could may might must should do does did that who which when while where if than"
    " not also never still a an the this his her its their".split()
)


def without_bare_possessives(text: str) -> str:
    """The text with an apostrophe for the "s" of such possessives.

    Args:
        text: canonical text.

    >>> without_bare_possessives("Ghanas president left Athens police and the two Koreas talks.")
    "Ghana' president left Athens police and the two Koreas talks."
    """
    return _NAME.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    if match["next"].lower() in _NO_NOUN or _SEVERAL.search(match.string, max(0, match.start() - 12), match.start()):
        return match.group()
    words = match["name"].split(" ")
    name = next((one for start in range(len(words)) if is_country(one := " ".join(words[start:])) or is_town(one)), "")
    if len(name) < _LEAST or _is_own(name) or is_known(f"{words[-1]}s"):
        return match.group()
    return f"{match['name']}'"


def _is_own(name: str) -> bool:
    """Whether a place with an "s" is a name of its own; small towns that a state is spelt like are not looked for."""
    whole = f"{name}s"
    return is_country(whole) or whole.lower() in names() or (not is_country(name) and any(own for _, own in towns_of(key_of(whole))))
