"""Acronyms that a text introduces for a body of its own: "the National Resistance Army (**NRA**)" of Uganda is no rifle association.

The knowledge base files the best known bearer of an acronym; a text that writes out another name before the brackets means that one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.initials import SMALL, written_out
from dateline.ontology.namekeys import key_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.resolve.words import singular
from dateline.types import Resolution

_BRACKETED: Final = re.compile(r"(?<=\w) \(([A-Z]{2,6}|(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{2,6})\)")
#: Longest filed name before a bracket that its letters do not spell ("Central General Staff (EMC)"), in words.
_FILED: Final = 6
#: How an acronym is read as a body.
_BODY: Final = frozenset({"organisation", "ambiguous"})
#: Two names with this share of their words in common are one body's.
_SAME: Final = 0.5


def introduced_by(text: str, actor: Callable[[str], Resolution], is_filed: Callable[[str], bool]) -> dict[str, str]:
    """The acronyms that a text introduces for another body than the state's one filed under them, or that nobody has, with the names that it writes out; with an empty one
    where nobody is filed by the name, and only the rest of the text can tell whose body it is.

    Args:
        text: the document.
        actor: what a name refers to.
        is_filed: whether the knowledge base has a name.
    """
    found: dict[str, str] = {}
    for bracket in _BRACKETED.finditer(text) if " (" in text else ():
        acronym = bracket.group(1)
        if acronym in found:
            continue
        filed = actor(acronym)
        if filed.method == "unknown":
            if known := _filed_before(text[: bracket.start()], actor, is_filed):
                found[acronym] = known
            continue
        name = written_out(text[: bracket.start()], acronym)
        if name is None:
            continue
        bodies = [one for one in filed.candidates if one.country]
        if filed.method not in _BODY or not bodies or any(one.country in BODIES or _is_same(one.entity, name) for one in bodies):
            continue
        found[acronym] = name if is_filed(name) else ""
    return found


def _filed_before(before: str, actor: Callable[[str], Resolution], is_filed: Callable[[str], bool]) -> str | None:
    """The filed body whose name stands right before a bracket."""
    parts = before.rpartition("\n")[2].split(" ")[-_FILED:]
    names = (" ".join(parts[at:]) for at in range(len(parts) - 1) if parts[at][:1].isupper())
    return next((name for name in names if is_filed(name) and actor(name).method == "organisation"), None)


def _is_same(filed: str, name: str) -> bool:
    """Whether a body's filed name may be the one written out, in another wording; one filed by its acronym alone may be anybody."""
    if " " not in filed or not name:
        return True
    one, two = ([singular(word) for word in key_of(text).split() if word not in SMALL] for text in (filed, name))
    shared = len(set(one) & set(two))
    return shared == len(one) if len(one) == len(two) else shared >= _SAME * min(len(one), len(two))


def _held(text: str, acronyms: Mapping[str, str]) -> str | None:
    return next((one for one in acronyms if one in text and re.search(rf"\b{one}\b", text)), None)


def in_full(text: str, acronyms: Mapping[str, str]) -> str:
    """A phrase with the name that the text gives for the acronym in it, where it is filed ("**NRA** troops")."""
    held = _held(text, acronyms)
    return re.sub(rf"\b{held}\b", acronyms[held], text) if held and acronyms[held] else text


def without_namesake(text: str, found: Resolution, acronyms: Mapping[str, str]) -> Resolution:
    """What a phrase was read as, without entity and country where these are of the namesake of an unknown body."""
    held = _held(text, acronyms)
    if held is None or acronyms[held] or found.chosen is None:
        return found
    sectors = () if found.method in _BODY else found.chosen.sectors
    return Resolution(replace(found.chosen, entity="", country=None, sectors=sectors), (), "composition")


def read_in_full(seen: Sequence[Sighting], text: str, acronyms: Mapping[str, str], actor: Callable[[str], Resolution]) -> list[Sighting]:
    """The sightings, those of such an acronym with the country of the name written out, or left out where it tells none."""
    found = []
    for one in seen:
        held = _held(text[one.start : one.end], acronyms) if one.kind == "body" else None
        if held is None:
            found.append(one)
        elif acronyms[held] and (chosen := actor(acronyms[held]).chosen) is not None and chosen.country:
            found.append(replace(one, country=chosen.country))
    return found
