"""Countries and types that a series is asked for, as codes or names: a series counts by code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.partyterms import party_terms

_CODE: Final = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class AskedCodes:
    """The codes asked for; ``unknown`` are those of them that no country or body has, which an imported data set may have all the same."""

    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def asked_codes(values: Iterable[str], say: Callable[[str], None] | None = None) -> AskedCodes:
    """The codes of countries and bodies given as codes or names ("IND", "india", "European Union"); of whoever is told from others of a code ("PiS",
    "TUR OPP", "NATO") the terms of :mod:`dateline.ontology.partyterms`.

    Args:
        values: codes or names, of which one value may have several, parted by commas.
        say: is told of a name that was read as another ("Kyiv is read as Ukraine (UKR)").

    Raises:
        DatelineError: E205 where a name is nobody's, or that of several.

    >>> asked_codes(["India", "ken"]).codes
    ('IND', 'KEN')
    """
    wanted = [one for value in values for part in value.split(",") if (one := part.strip())]
    found = [_code(one, say) for one in wanted]
    codes = tuple(dict.fromkeys(code for codes, _ in found for code in codes))
    return AskedCodes(codes, tuple(dict.fromkeys(code for codes, known in found if not known for code in codes)))


def asked_types(values: Iterable[str] | None) -> tuple[str, ...]:
    """Event types in capitals, of which one value may have several, parted by commas.

    >>> asked_types(["accuse,Reject", "AID"])
    ('ACCUSE', 'REJECT', 'AID')
    """
    return tuple(dict.fromkeys(one.upper() for value in values or () for part in value.split(",") if (one := part.strip())))


def asked_speaker(country: str | None, say: Callable[[str], None] | None = None) -> str | None:
    """The code of the one country whose speakers are asked for, given by code or name.

    Raises:
        DatelineError: E205 for several, or a name that is no country or body.

    >>> asked_speaker("kenya")
    'KEN'
    """
    if country is None:
        return None
    codes = asked_codes([country], say).codes
    if len(codes) != 1 or not party_terms(codes[0])[0].is_country:
        raise DatelineError("E205", repr(country), "one country's speakers are asked for", "give one country, by code or name")
    return codes[0]


def refuse_unknown(asked: AskedCodes) -> None:
    """Says that no such country is known, for codes of which no act was found.

    Raises:
        DatelineError: E205 where a code is unknown.
    """
    from dateline.askedactors import asked_actors

    for code in asked.unknown:
        asked_actors(code)
        raise DatelineError("E205", repr(code), "no country or organisation has this code", "give a country's name or code")


def _code(words: str, say: Callable[[str], None] | None) -> tuple[tuple[str, ...], bool]:
    """The code or terms of a party, and whether it is known."""
    from dateline.askedactors import BODIES, asked_actors, resolver

    upper = words.upper()
    short = _CODE.fullmatch(words) is not None
    if short and (upper in BODIES or resolver().country_name(upper)):
        return (upper,), True
    try:
        (actor,) = asked_actors(words)
    except DatelineError:
        if short:
            return (upper,), False
        raise
    if say is not None and actor.reading is not None:
        say(actor.reading)
    return tuple(actor.wanted.split(",")) if actor.wanted is not None else (actor.code,), True
