"""Names of one institution: "AFP" and "Agence France-Presse", "China's foreign ministry" and "Chinese Foreign Ministry", "Commission" and "European
Commission"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from dateline.audit.words import content
from dateline.ontology.wordlists import words_of
from dateline.read.outlets import identified

if TYPE_CHECKING:
    from dateline.resolve import Resolver

#: Kinds of names that say a state and not a body of it.
_STATES: Final = frozenset({"country", "adjective"})
#: Words of full names that short ones leave out ("Ministry of Foreign **Affairs**").
_FORMAL: Final = content(" ".join(words_of("audit.institutions.formal")))


def by_institution(names: Sequence[str], resolver: Resolver | None) -> Counter[str]:
    """How often each institution is named, under the name that it has most often, the longest of several."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for name in names:
        groups[_key(name, resolver)].append(name)
    for name in [name for name in groups if isinstance(name, str)]:
        longer = [key for key, found in groups.items() if key != name and any(one.endswith(f" {name}") for one in found)]
        if len(longer) == 1 and name in groups[name] and identified(name) is None:
            groups[longer[0]] += groups.pop(name)
    return Counter({max(found, key=lambda one: (found.count(one), len(one), one)): len(found) for found in groups.values()})


def _key(name: str, resolver: Resolver | None) -> Hashable:
    """What is one for all names of an institution."""
    known = identified(name)
    if known is not None:
        return known.name
    if resolver is None:
        return name
    seen = resolver.sightings(name, 0, 0)
    if len(seen) == 1 and seen[0].kind in _STATES:
        (state,) = seen
        return state.country, content(f"{name[: state.start]} {name[state.end :]}") - _FORMAL
    chosen = resolver.actor(name).chosen if len(seen) == 1 and seen[0].kind == "body" else None
    return (chosen.country, chosen.entity) if chosen is not None and chosen.entity else name
