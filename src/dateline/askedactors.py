"""Parties that are asked for: codes, countries, organisations and peoples by name, in any case; what nobody knows is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.resolve import Resolver
    from dateline.store.duckdb import Database
    from dateline.types import Candidate, Resolution

_CODE: Final = re.compile(r"[A-Z]{3}|[a-z]{3}")
#: PLOVER's codes for bodies that belong to no country.
BODIES: Final = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "KOS"})
#: Codes that many bodies share.
_SHARED: Final = frozenset({"IGO", "NGO", "MNC", "IMG"})
#: Readings of a phrase that are an actor's own name.
_PLAIN: Final = frozenset({"country", "adjective"})
#: Readings that stand for an actor: its seat, its people, or a body that is counted with its country.
_MEANT: Final = frozenset({"capital", "metonym", "people", "organisation"})
#: Readings of words that stand for the country in a search too. An institution ("White House", "Pentagon") is sought by its own name there.
_COUNTRY: Final = frozenset({"country", "adjective", "people", "capital"})
#: First sectors of organisations that are no organ of the state whose code they have, and of those among them that bear arms.
_ARMED: Final = frozenset({"REB", "PRM", "UAF", "CRM"})
_STATE: Final = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
#: The bodies that have a code of their own, by their names.
_OWN_CODE: Final = frozenset({"European Union", "United Nations"})
#: Letters of the longest short name that is tried in capitals ("uk", "unhcr").
_SHORT: Final = 5
_OFFICES: Final = frozenset({"person", "surname"})


@dataclass(frozen=True, slots=True)
class AskedActor:
    """An actor of a question: the words that name it, its code, its usual name where the words are another's ("Seoul": South Korea), and
    ``body``, the name of an organisation that shares its code with others ("African Union": IGO), or of an armed group, which has that of its country."""

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
    found = [_read(part) for part in _parts(actors)]
    if not found:
        raise DatelineError("E205", repr(actors), "an actor is a country code (KOR) or a name")
    kept = {(one.code, one.body): one for one in reversed(found)}
    return tuple(kept[key] for key in dict.fromkeys((one.code, one.body) for one in found))


def sought(asked: str | Iterable[str] | None, say: Callable[[str], None] | None = None) -> str | None:
    """What a search is to look for where parties are asked for: codes of countries, and words of other names, parted by commas.

    A country, its people or its capital is sought by its code, and so are the European Union and the United Nations; another body by its
    name beside the words. Words that name neither ("police", a person) are sought as they stand.

    Args:
        asked: codes or names, of which one value may have several, parted by commas.
        say: is told of a name that was read as another ("Kyiv is read as Ukraine (UKR)").

    >>> sought("ken, US,Kenyan,AU,police")
    'KEN,USA,AU,African Union,police'
    """
    if asked is None:
        return None
    found = [one for words in _parts(asked) for one in _sought(words, say)]
    return ",".join(dict.fromkeys(found)) if found else ""


def sought_places(asked: str | Iterable[str] | None) -> str | None:
    """The same for places: a country is sought by its code, any other place by its name.

    >>> sought_places("Kenya,Kisumu,eth")
    'KEN,Kisumu,ETH'
    """
    if asked is None:
        return None
    named = ((words, _known_code(words), _answer(words)) for words in _parts(asked))
    found = [code or (answer.chosen.country if answer.chosen and answer.method == "country" else None) or words for words, code, answer in named]
    return ",".join(dict.fromkeys(found))


def refuse_unknown(database: Database, *asked: str | Iterable[str] | None) -> None:
    """Refuses words for a party that are no country, organisation or people and are in no act of the database, as other commands refuse them.

    Raises:
        DatelineError: E205 with names that are close.
    """
    from dateline.store import EventFilter

    for words in (part for one in filter(None, asked) for part in _parts(one)):
        try:
            asked_actors(words)
        except DatelineError:
            if not database.events(EventFilter(either=words, limit=1, citations=True)):
                raise


def named_party(words: str) -> str | None:
    """The code of the country or organisation whose code or own name the words are ("egy", "Egyptian", "African Union"); ``None`` for others.

    >>> named_party("North Korea"), named_party("mex"), named_party("Kursk")
    ('PRK', 'MEX', None)
    """
    code, answer = _known_code(words), _answer(words)
    if code is not None:
        return code
    return answer.chosen.country if answer.chosen is not None and answer.method in _PLAIN | {"organisation"} else None


def trigger_party(words: str) -> str:
    """What a party of a trigger is looked for by: a code; of an organisation that is no organ of a state its names, parted by commas; words that name
    neither (a town, a person) as they stand.

    >>> trigger_party("Angola"), trigger_party("UNITA"), trigger_party("Luanda airport")
    ('AGO', 'UNITA', 'Luanda airport')
    """
    chosen = _answer(words).chosen
    if _known_code(words) is None and chosen is not None and _is_apart(words, chosen):
        return ",".join(dict.fromkeys(_sought(words, None)))
    return named_party(words) or words


def trigger_reading(words: str) -> str | None:
    """That the acts of an organisation are looked for as its country's: "Taliban is read as Afghanistan (AFG)"; ``None`` where they are told apart.

    >>> trigger_reading("FSB"), trigger_reading("UNITA")
    ('FSB is read as Russia (RUS)', None)
    """
    code, answer = trigger_party(words), _answer(words)
    name = resolver().country_name(code) if answer.method == "organisation" and _known_code(words) is None else None
    return f"{words} is read as {name} ({code})" if name else None


def is_named(words: str) -> bool:
    """Whether words are a code, or in full a name that is filed."""
    return _known_code(words) is not None or resolver().is_filed(words)


def _is_apart(words: str, chosen: Candidate) -> bool:
    """Whether words name an organisation whose acts are not those of the country or the sort of body whose code it has: no ministry, army or
    police, and no movement that governs today."""
    answer = _answer(words)
    if answer.method != "organisation" or chosen.entity in _OWN_CODE:
        return False
    return chosen.country in _SHARED or not any(one.sectors[:1] and one.sectors[0] in _STATE for one in (chosen, *answer.candidates))


def _parts(asked: str | Iterable[str]) -> list[str]:
    listed = [asked] if isinstance(asked, str) else asked
    return [part.strip() for one in listed for part in one.split(",") if part.strip()]


def _known_code(words: str) -> str | None:
    """The code that the words are, in capitals or in small letters; ``None`` where no country or body has it."""
    upper = words.upper()
    return upper if _CODE.fullmatch(words) and (upper in BODIES or resolver().country_name(upper)) else None


def _answer(words: str) -> Resolution:
    """What the words name; of words in small letters also what they name in capitals ("south korea", "uk")."""
    found = resolver().actor(words)
    if words != words.lower() or found.method in _PLAIN | _MEANT:
        return found
    spellings = [words.title(), *([words.upper()] if len(words) <= _SHORT else [])]
    others = (resolver().actor(spelling) for spelling in spellings)
    return next((one for one in others if one.method in _PLAIN | _MEANT), found)


def _sought(words: str, say: Callable[[str], None] | None) -> tuple[str, ...]:
    code, answer = _known_code(words), _answer(words)
    chosen = answer.chosen
    if code is not None:
        return (code,)
    if chosen is None or chosen.country is None:
        return (words,)
    if answer.method in _COUNTRY or chosen.entity in _OWN_CODE:
        if say is not None and answer.method == "capital" and (reading := _read(words).reading):
            say(reading)
        return (chosen.country,)
    return (words, chosen.entity) if answer.method == "organisation" and chosen.entity and "," not in chosen.entity else (words,)


def _read(words: str) -> AskedActor:
    code, answer = _known_code(words), _answer(words)
    if code is not None:
        return AskedActor(words, code)
    chosen = answer.chosen
    if chosen is not None and chosen.country is not None and answer.method in _PLAIN | _MEANT:
        meant = resolver().country_name(chosen.country) or chosen.entity
        armed = bool(chosen.sectors) and chosen.sectors[0] in _ARMED and _is_apart(words, chosen)
        body = chosen.entity if chosen.country in _SHARED or armed else None
        another = answer.method in _MEANT and meant.lower() != words.lower() and not armed
        return AskedActor(words, chosen.country, meant if another else None, body)
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
