"""Parties that are asked for: codes, countries, organisations and peoples by name, in any case; what nobody knows is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.ontology.partyterms import party_terms, sector_codes, shown_party

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
#: Nouns that name a whole sector of a country, and no office in it ("president") or one body ("court"): who asks for them asks for the sector.
_SECTOR_NOUNS: Final = frozenset(
    "government|authorities|opposition|police|army|military|armed forces|parliament|lawmakers|courts|judges|judiciary|parties|political parties"
    "|unions|trade unions|labour unions|labor unions|businesses|companies|media|press|journalists|church|churches|clergy|bishops|students|teachers"
    "|farmers|doctors|civil society|rebels".split("|")
)
#: Other bearers of a name that a message lists.
_MAX_OTHERS: Final = 3


@dataclass(frozen=True, slots=True)
class AskedActor:
    """An actor of a question: the words that name it, its code, its usual name where the words are another's ("Seoul": South Korea).

    ``wanted`` are the terms of :mod:`dateline.ontology.partyterms` by which it is told from others of its code: a body that shares its code with others
    ("African Union": IGO), an armed group, a political party, a union, a person, a sector ("TUR OPP"); ``None`` of a whole country.
    """

    words: str
    code: str
    read_as: str | None = None
    wanted: str | None = None

    @property
    def body(self) -> str | None:
        """The usual name of who is told from others of the code; ``None`` of a whole country."""
        return None if self.wanted is None else shown_party(self.wanted)

    @property
    def reading(self) -> str | None:
        """That the words were read as another name: "Kyiv is read as Ukraine (UKR)"."""
        return None if self.read_as is None else f"{self.words} is read as {self.read_as}"


@lru_cache(maxsize=1)
def resolver() -> Resolver:
    """The resolver that questions are read with."""
    from dateline.resolve import Resolver as _Resolver

    return _Resolver.load()


def asked_actors(actors: str | Iterable[str], home: str | None = None) -> tuple[AskedActor, ...]:
    """Actors given as codes or names, parted by commas; each country or party once.

    Args:
        actors: codes ("KOR"), a sector of a country ("TUR OPP"), names of countries, bodies, parties or persons.
        home: the country of a sector that is named without one ("the opposition").

    Raises:
        DatelineError: E205 where one is nobody's name, with names that are close, or the name of several; or where none is given.

    >>> asked_actors("KOR,Japan,Kyiv")[2]
    AskedActor(words='Kyiv', code='UKR', read_as='Ukraine (UKR)', wanted=None)
    """
    found = [_read(part, home) for part in _parts(actors)]
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
    """What a party of a trigger is looked for by: a code; of whoever is told from others of its code its terms, parted by commas; words that name
    neither (a town) as they stand.

    >>> trigger_party("Angola"), trigger_party("UNITA"), trigger_party("KEN OPP"), trigger_party("Luanda airport")
    ('AGO', 'UNITA', 'KEN OPP', 'Luanda airport')
    """
    return _party_terms(words) or named_party(words) or ",".join(dict.fromkeys(_sought(words, None)))


def trigger_reading(words: str) -> str | None:
    """That the acts of an organisation are looked for as its country's: "Taliban is read as Afghanistan (AFG)", or how else a party is read; ``None``
    where nothing need be said.

    >>> trigger_reading("FSB"), trigger_reading("UNITA")
    ('FSB is read as Russia (RUS)', None)
    """
    if _party_terms(words) is not None:
        return _choice(words)
    code, answer = trigger_party(words), _answer(words)
    name = resolver().country_name(code) if answer.method == "organisation" and _known_code(words) is None else None
    return f"{words} is read as {name} ({code})" if name else None


def home_of(parties: Iterable[str | None]) -> str | None:
    """The one country of the parties of a trigger as :func:`trigger_party` reads them; ``None`` where it is none or several.

    >>> home_of(["TUR:CHP", "TUR GOV"]), home_of(["KEN", "UGA"]), home_of(["Boko Haram", None])
    ('TUR', None, 'NGA')
    """
    found = {one.code or _code_named(one.words or "") for terms in filter(None, parties) for one in party_terms(terms)} - {None}
    return found.pop() if len(found) == 1 else None


def _code_named(words: str) -> str | None:
    chosen = _answer(words).chosen
    return chosen.country if chosen is not None and _answer(words).method in _PLAIN | _MEANT | _OFFICES else None


def is_named(words: str) -> bool:
    """Whether words are a code, a sector of a country, or in full a name that is filed."""
    return _known_code(words) is not None or _sector_of(words) is not None or resolver().is_filed(words)


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
    if (terms := _party_terms(words)) is not None:
        if say is not None and (reading := _choice(words)):
            say(reading)
        return (terms,)
    if chosen is None or chosen.country is None:
        return (words,)
    if answer.method in _COUNTRY or chosen.entity in _OWN_CODE:
        if say is not None and answer.method == "capital" and (reading := _read(words).reading):
            say(reading)
        return (chosen.country,)
    return (words, chosen.entity) if answer.method == "organisation" and chosen.entity and "," not in chosen.entity else (words,)


def _party_terms(words: str) -> str | None:
    """The terms for a party that is told from others of its code; ``None`` of countries, organs of states, and what nobody knows."""
    sector = _sector_of(words)
    if sector is not None:
        return sector
    if (written := _written(words)) is not None:
        return written
    answer = _answer(words)
    chosen = answer.chosen
    if _known_code(words) is not None or chosen is None or chosen.country is None or not chosen.entity or "," in chosen.entity:
        return None
    if answer.method in _OFFICES:
        return ",".join(dict.fromkeys((words, chosen.entity)))
    if not _is_apart(words, chosen):
        return None
    if chosen.country in _SHARED or _is_armed(chosen):
        return ",".join(dict.fromkeys((words, chosen.entity)))
    return _names_of(chosen.entity, chosen.country)


def _names_of(entity: str, country: str) -> str:
    """All names of a party within its country, its usual one last."""
    return ",".join(f"{country}:{name}" for name in resolver().spellings(entity, country) if "," not in name)


def _written(words: str) -> str | None:
    """The terms of a name within a country as a search writes it ("ISR:Labour Party"), with the party's other names where it is filed there."""
    term = party_terms(words)[0]
    if term.code is None or term.words is None or _known_code(term.code) is None:
        return None
    filed = (one.entity for one in _answer(term.words).candidates if one.country == term.code and one.entity and "," not in one.entity)
    entity = next(filed, None)
    return words if entity is None else _names_of(entity, term.code)


def _is_armed(chosen: Candidate) -> bool:
    return bool(chosen.sectors) and chosen.sectors[0] in _ARMED


def _sector_of(words: str, home: str | None = None) -> str | None:
    """The sector of a country that words name: "ken opp", "government of Turkey", "the Kenyan unions"; of a sector alone ("the opposition") that of ``home``."""
    parts = words.split()
    if len(parts) == 2 and parts[1].upper() in sector_codes() and len({*map(str.isupper, parts)}) == 1 and (code := _known_code(parts[0])):
        return f"{code} {parts[1].upper()}"
    plain = re.sub(r"^the\s+", "", " ".join(parts), flags=re.IGNORECASE)
    if home is not None and (found := _whole_sector(plain)):
        return f"{home} {found}"
    of = re.fullmatch(r"(.+?)\s+(?:of|in)\s+(?:the\s+)?(.+)", plain, re.IGNORECASE)
    pairs = [(of[2], of[1])] if of else [(" ".join(plain.split()[:-count]), " ".join(plain.split()[-count:])) for count in (1, 2)]
    for country, noun in pairs:
        found = _whole_sector(noun) if country else None
        code = _own_country(re.sub(r"['’]s?$", "", country)) if found else None
        if code is not None:
            return f"{code} {found}"
    return None


def _own_country(words: str) -> str | None:
    """The code of the country or body that words name in full: "Kenya support" is none."""
    if "*" in words or not (_known_code(words) or resolver().is_filed(words)):
        return None
    answer = _answer(words)
    known = answer.chosen is not None and (answer.method in _PLAIN or answer.chosen.entity in _OWN_CODE)
    return _known_code(words) or (answer.chosen.country if known and answer.chosen is not None else None)


def _whole_sector(noun: str) -> str | None:
    """The sector that a noun names as a whole, and no office or single body of it."""
    chosen = resolver().actor(noun.lower()).chosen if noun.lower() in _SECTOR_NOUNS else None
    return chosen.sectors[-1] if chosen is not None and chosen.sectors else None


def _choice(words: str) -> str | None:
    """How words were read that others could have meant otherwise: "government of Turkey is read as TUR GOV", "Labour Party is read as Labour Party (GBR)"."""
    sector = _sector_of(words)
    if sector is not None:
        return None if words.upper() == sector else f"{words} is read as {sector}"
    answer = _answer(words)
    chosen = answer.chosen
    if _written(words) is not None or chosen is None or answer.method != "organisation":
        return None
    others = _others(answer)
    if not others:
        return None
    return f"{words} is read as {chosen.entity} ({chosen.country}); write {' or '.join(others)} for another"


def _others(answer: Resolution) -> tuple[str, ...]:
    """How to write the parties of other countries or names that words may mean."""
    chosen = answer.chosen
    found = ((one.country, one.entity) for one in answer.candidates if one.country and one.entity and (chosen is None or one.country != chosen.country))
    return tuple(dict.fromkeys(f"{country}:{entity}" for country, entity in found))[:_MAX_OTHERS]


def _read(words: str, home: str | None = None) -> AskedActor:
    code, answer = _known_code(words), _answer(words)
    if code is not None:
        return AskedActor(words, code)
    chosen = answer.chosen
    sector = _sector_of(words, home)
    if sector is not None:
        return AskedActor(words, sector[:3], None if words.upper() == sector else sector, sector)
    if (terms := _party_terms(words)) is not None:
        reading = _choice(words)
        first = party_terms(terms)[0]
        owner = first.code if first.code is not None and first.words is not None else chosen.country if chosen is not None else None
        if owner is not None:
            return AskedActor(words, owner, reading and reading.partition(" is read as ")[2], terms)
    if chosen is not None and chosen.country is not None and answer.method in _PLAIN | _MEANT:
        meant = resolver().country_name(chosen.country) or chosen.entity
        another = answer.method in _MEANT and meant.lower() != words.lower()
        return AskedActor(words, chosen.country, f"{meant} ({chosen.country})" if another else None)
    raise DatelineError("E205", repr(words), _refusal(words, answer), _remedy(words, answer))


def _refusal(words: str, answer: Resolution) -> str:
    if _whole_sector(re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)) is not None:
        return "a sector of a country, and it is not told of which"
    if answer.method == "place":
        return "a place, and no country, organisation or people"
    if answer.method == "ambiguous":
        return "several bear the name"
    return "no country, organisation, people or person of that name is known"


def _remedy(words: str, answer: Resolution) -> str:
    sector = _whole_sector(re.sub(r"^the\s+", "", words, flags=re.IGNORECASE))
    if sector is not None:
        return f"write its country: '{words} of Kenya' or 'KEN {sector}'"
    chosen = answer.chosen
    if answer.method == "ambiguous":
        named = dict.fromkeys(f"{one.entity} ({one.country})" for one in answer.candidates if one.entity and one.country)
        return f"give the whole name: {' or '.join(list(named)[:_MAX_OTHERS])}"
    if chosen is not None and chosen.country is not None:
        close: tuple[tuple[str, str], ...] = ((resolver().country_name(chosen.country) or chosen.entity, chosen.country),)
    else:
        close = resolver().close_names(words)
    if not close:
        return "give a country's name or code, a party as POL:PiS, or a sector as KEN OPP"
    return f"perhaps {' or '.join(f'{name} ({code})' for name, code in close)}"
