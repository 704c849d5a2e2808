"""Names of towns that the knowledge base files as somebody or something else: "El Obeid" is a prime minister's, "Brussels" the Union's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import words
from dateline.resolve.sightings import Sighting

_ARTICLES: Final = frozenset("al el ad as ar".split())
#: The seat of a body by which texts call it, with the code of the body and of the state whose capital it is.
_SEATS: Final = {"brussels": ("EUR", "BEL")}


def read_as_towns(text: str, seen: Sequence[Sighting], place: Callable[[str], str | None]) -> tuple[list[Sighting], dict[int, str]]:
    """The sightings with the names that are a town's or a capital's in this text read so, and the country of each by where it starts and ends.

    A person's family name with or without an article is a town's where the text names the town's country otherwise and the person's not. "Brussels"
    is Belgium's government in a text that names Belgium otherwise, and at least as often as the Union.

    Args:
        text: the document.
        seen: its sightings.
        place: the country of a place by its name.
    """
    counts = Counter(s.country for s in seen if s.kind != "person" and text[s.start : s.end].lower() not in _SEATS)
    counts.update(s.country for s in seen if s.kind == "person" and not is_one_name(text[s.start : s.end]))
    found: list[Sighting] = []
    towns: dict[int, str] = {}
    for one in seen:
        country, kind = _read(text[one.start : one.end], one, counts, place)
        if country:
            towns |= {one.start: country, one.end: country}
        found.append(replace(one, country=country, kind=kind) if country else one)
    return found, towns


def _read(name: str, one: Sighting, counts: Counter[str], place: Callable[[str], str | None]) -> tuple[str | None, str]:
    """The country of a name that means a town or capital here, and the kind of sighting that it is; nothing where it stays what it was read as."""
    bare = " ".join(word.norm for word in words(name))
    if bare in _SEATS:
        body, state = _SEATS[bare]
        return (state, "capital") if one.country == body and counts[state] and counts[state] >= counts[body] else (None, "")
    if one.kind != "person" or counts[one.country] or not is_one_name(name):
        return None, ""
    country = place(" ".join(word.text for word in words(name) if word.capital))
    return (country, "town") if country and counts[country] else (None, "")


def is_one_name(name: str) -> bool:
    """Whether a name is one word with or without an article; a sighting may hold the small word before it ("of El Obeid")."""
    parts = [word for word in words(name) if word.capital]
    return len(parts) == 1 or (len(parts) == 2 and parts[0].norm in _ARTICLES)
