"""Whose response is asked for: codes, countries, organisations and peoples by name; a town or a word nobody knows is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.resolve import Resolver
    from dateline.store.duckdb import Database
    from dateline.types import Resolution

_CODE: Final = re.compile(r"[A-Z]{3}")
#: PLOVER's codes for bodies that belong to no country.
BODIES: Final = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "KOS"})
#: Codes that many bodies share.
_SHARED: Final = frozenset({"IGO", "NGO", "MNC", "IMG"})
#: Readings of a phrase that are an actor's own name.
_PLAIN: Final = frozenset({"country", "adjective"})
#: Readings that stand for an actor: its seat, its people, or a body that is counted with its country.
_MEANT: Final = frozenset({"capital", "metonym", "people", "organisation"})
_OFFICES: Final = frozenset({"person", "surname"})


@dataclass(frozen=True, slots=True)
class AskedActor:
    """An actor of a question: the words that name it, its code, its usual name where the words are another's ("Seoul": South Korea), and
    ``body``, the name of an organisation that shares its code with others ("African Union": IGO)."""

    words: str
    code: str
    read_as: str | None = None
    body: str | None = None

    @property
    def reading(self) -> str | None:
        """That the words were read as another name: "Kyiv is read as Ukraine (UKR)"."""
        return None if self.read_as is None else f"{self.words} is read as {self.read_as} ({self.code})"


@lru_cache(maxsize=1)
def resolver() -> Resolver:
    """The resolver that questions are read with."""
    from dateline.resolve import Resolver as _Resolver

    return _Resolver.load()


def asked_actors(actors: str | Iterable[str]) -> tuple[AskedActor, ...]:
    """Actors given as codes or names, parted by commas; each country or body once.

    Raises:
        DatelineError: E205 where one is no country, organisation or people, with names that are close; or where none is given.

    >>> asked_actors("KOR,Japan,Kyiv")[2]
    AskedActor(words='Kyiv', code='UKR', read_as='Ukraine')
    """
    parts = actors.split(",") if isinstance(actors, str) else [part for one in actors for part in one.split(",")]
    found = [_read(part.strip()) for part in parts if part.strip()]
    if not found:
        raise DatelineError("E205", repr(actors), "an actor is a country code (KOR) or a name")
    kept = {(one.code, one.body): one for one in reversed(found)}
    return tuple(kept[key] for key in dict.fromkeys((one.code, one.body) for one in found))


def refuse_unknown(database: Database, *asked: str | None) -> None:
    """Refuses words for a party that are no country, organisation or people and are in no act of the database, as other commands refuse them.

    Raises:
        DatelineError: E205 with names that are close.
    """
    from dateline.store import EventFilter

    for words in filter(None, asked):
        if not database.events(EventFilter(either=words, limit=1, citations=True)):
            asked_actors(words)


def named_party(words: str) -> str | None:
    """The code of the country or organisation whose own name the words are ("Egypt", "Egyptian", "African Union"); ``None`` for others.

    >>> named_party("North Korea"), named_party("Kursk")
    ('PRK', None)
    """
    answer = resolver().actor(words)
    return answer.chosen.country if answer.chosen is not None and answer.method in _PLAIN | {"organisation"} else None


def _read(words: str) -> AskedActor:
    known = resolver().country_name
    if _CODE.fullmatch(words) and (words in BODIES or known(words)):
        return AskedActor(words, words)
    answer = resolver().actor(words)
    chosen = answer.chosen
    if chosen is not None and chosen.country is not None and answer.method in _PLAIN | _MEANT:
        meant = known(chosen.country) or chosen.entity
        body = chosen.entity if chosen.country in _SHARED else None
        return AskedActor(words, chosen.country, meant if answer.method in _MEANT and meant != words else None, body)
    upper = words.upper()
    if _CODE.fullmatch(upper) and words == words.lower() and (upper in BODIES or known(upper)):
        return AskedActor(words, upper)
    raise DatelineError("E205", repr(words), _refusal(answer), _remedy(words, answer))


def _refusal(answer: Resolution) -> str:
    if answer.method == "place":
        return "a place, and no country, organisation or people"
    if answer.method in _OFFICES:
        return "a person, and no country, organisation or people"
    return "no country, organisation or people of that name is known"


def _remedy(words: str, answer: Resolution) -> str:
    chosen = answer.chosen
    if chosen is not None and chosen.country is not None:
        close: tuple[tuple[str, str], ...] = ((resolver().country_name(chosen.country) or chosen.entity, chosen.country),)
    else:
        close = resolver().close_names(words)
    if not close:
        return "give a country's name or code"
    return f"perhaps {' or '.join(f'{name} ({code})' for name, code in close)}"
