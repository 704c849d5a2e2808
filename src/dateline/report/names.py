"""Plain words for what the records hold as codes: countries, dates, attributions."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from dateline.ontology.lexicon import load_lexicon
from dateline.types import Attribution, Participant, TimeRef
from dateline.wording import plural

#: PLOVER's own codes that name one body, and those that only say what sort of body it is
BODIES: Final = {"UNO": "United Nations", "EUR": "European Union", "KOS": "Kosovo"}
SORTS: Final = {
    "IGO": "international bodies",
    "NGO": "non-governmental bodies",
    "ISM": "international movements",
    "IMG": "armed groups across borders",
    "MNC": "multinational companies",
}
SPEAKERS: Final = {
    "speaker": "a speaker",
    "institution": "an institution",
    "media": "media reports",
    "unnamed": "nobody named",
    "document": "a document",
    "poll": "a poll",
}
#: Who is counted apart from the state, by sector
ARMED: Final = {"REB": "armed groups", "UAF": "armed groups", "PRM": "militias", "CRM": "criminal groups"}
#: How the name of a person was read.
_PERSONS: Final = frozenset({"person", "surname"})
#: One of a sort, for a pronoun that stands for it
ONE_OF: Final = {"IGO": "an international body", "NGO": "a non-governmental body", "ISM": "a movement", "IMG": "an armed group", "MNC": "a company"}
#: A common noun that owns what follows ("country's diplomats"); "women's groups" and "farmers' unions" are called so for their members.
_OWNED: Final = re.compile(r"^(?!(?:wo)?men['’]|people['’]|children['’])[a-zà-öø-ÿ]+['’]s\s+(?=\S)")
#: What happened to a named party, in front of its name.
_DESCRIBED: Final = re.compile(r"^(?:[a-z]+ed|single|own)\s+(?=[A-ZÀ-ÖØ-ÞİŞŚŠŽČ])")
#: Words that stand for a party named elsewhere
PRONOUNS: Final = frozenset(
    "it itself he him himself she her herself they them themselves who whom whose which that this these those both all its his their one"
    " i me myself we us ourselves you".split()
)
#: Words that only count a party named elsewhere
COUNTS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty dozen dozens hundred"
    " hundreds thousand thousands million millions some many most several few others other another none neither either each half".split()
)
#: Words for what somebody did or said, beside the nouns of acts that the lexicon knows
DEEDS: Final = frozenset(
    "move moves step steps decision decisions remark remarks comment comments idea plan plans proposal list trip change allegation allegations action actions".split()
)
#: Nouns of acts that name a body as well
BODY_NOUNS: Final = frozenset("alliance mission force forces coalition opposition resistance".split())
#: A reference resolved below this is told by its country only: the scores of a name are 0.8 and more, those of a guess 0.6
SURE: Final = 0.8
BASES: Final = {
    "explicit": "stated",
    "relative": "worked out from the words",
    "source": "date of the source",
    "document": "date of the document",
}


@cache
def country_name(code: str) -> str:
    """The English short name of an ISO 3166-1 alpha-3 or PLOVER code; the code itself where none is known.

    Names and the alpha-3 to alpha-2 table are CLDR's, through babel where it is installed.
    """
    if code in BODIES or code in SORTS:
        return BODIES.get(code) or SORTS[code]
    try:
        from babel import Locale
        from babel.core import get_global
    except ImportError:
        return code
    alias = get_global("territory_aliases").get(code)
    return str(Locale("en").territories.get(alias[0], code)) if alias else code


def party(participant: Participant) -> str:
    """The name under which a participant is counted: an armed group apart from the state whose country it is in, by its own name where that is known;
    of all others the country, else the entity, else the words."""
    country = participant.country
    if country is None or country in SORTS or participant.sector not in ARMED:
        return home(participant)
    entity = participant.entity
    named = entity and ":" not in entity and entity != country_name(country) and participant.method not in _PERSONS
    return entity if entity and named else f"{ARMED[participant.sector]} ({country_name(country)})"


def home(participant: Participant) -> str:
    """The country of a participant, else its entity, else its words; of a pronoun what sort of body it means."""
    if participant.country and participant.country not in SORTS:
        return country_name(participant.country)
    entity = participant.entity
    if entity and ":" not in entity and any(letter.islower() for letter in entity):
        return entity
    words = " ".join(participant.text.split())
    return ONE_OF.get(participant.country or "", words) if words.casefold() in PRONOUNS | COUNTS else words


def shown(participant: Participant) -> str:
    """The name under which a reader meets a participant: its words in the text, with the country where they do not hold it.

    A pronoun, a deed or a thing in place of its doer or owner ("the French move", "the use of force", "the country's potash") is shown as whom
    it stands for. Of a person that a pronoun most likely means only the country is told: a wrong name harms somebody.
    """
    words, name = trimmed(participant.text), home(participant)
    if words.casefold() in PRONOUNS | COUNTS and not is_known(participant):
        return f"not known (“{words}”)"
    if _stands_for_another(participant, words.casefold(), is_name=words[:1].isupper() or words.split()[-1:] != words.casefold().split()[-1:]):
        if not is_known(participant):
            return words
        entity = participant.entity if participant.score >= SURE and participant.method != "likely reference" else None
        return _with_country(entity, name) if entity and ":" not in entity else name
    if participant.method == "adjective":
        return name
    if participant.method == "country" or (participant.entity == name and participant.method == "organisation"):
        return words if not name.startswith(f"{words} ") else name
    return _with_country(words, name) if participant.country else words


def trimmed(text: str) -> str:
    """The words of a party without what another clause says of it: "the country's diplomats", "jailed mayor X", "the outlawed Workers' Party"."""
    words = " ".join(text.split())
    words = _OWNED.sub("", words)
    return _DESCRIBED.sub("", words)


def _with_country(words: str, country: str) -> str:
    if words.casefold() in country.casefold().split() or country.startswith(f"{words} "):
        return country
    return words if country.casefold() in words.casefold() else f"{words} ({country})"


def _stands_for_another(participant: Participant, words: str, *, is_name: bool = False) -> bool:
    """Whether lower-case words are a pronoun, or name what a state did or has, and not who did it."""
    if words in PRONOUNS or words in COUNTS:
        return True
    head = words.split()[-1] if words else ""
    if participant.entity or participant.sector not in (None, "GOV") or head in BODY_NOUNS:
        return False
    thing = participant.sector is None and not is_name
    return thing or head in DEEDS or bool(load_lexicon().lookup("NOUN", head))


def is_named(participant: Participant) -> bool:
    """Whether its words or what they were resolved to say who it is: an unresolved "it" or "two" does not."""
    return is_known(participant) or " ".join(participant.text.split()).casefold() not in PRONOUNS | COUNTS


def is_known(participant: Participant) -> bool:
    """Whether it was resolved to a country, body or person."""
    return bool(participant.country or participant.entity)


def day(value: date) -> str:
    """``5 November 2024``."""
    return f"{value.day} {value:%B} {value.year}"


def when(ref: TimeRef | None) -> str:
    """A date in words at its own precision: ``November 2024``, ``1 October 2024 to 5 November 2024``."""
    if ref is None:
        return "undated"
    if ref.precision == "year" and ref.earliest.year == ref.latest.year:
        return str(ref.earliest.year)
    if ref.precision == "month" and (ref.earliest.year, ref.earliest.month) == (ref.latest.year, ref.latest.month):
        return f"{ref.earliest:%B} {ref.earliest.year}"
    if ref.earliest == ref.latest:
        return day(ref.earliest)
    return f"{day(ref.earliest)} to {day(ref.latest)}"


def rests(ref: TimeRef | None) -> str:
    """What a date rests on where that is not the text: ``by source``, ``by document``; else the empty string."""
    return "" if ref is None or ref.is_told else f"by {ref.basis}"


def dated(ref: TimeRef | None) -> str:
    """A date in words with what it rests on: ``22 May 2025 (by document)``."""
    return f"{when(ref)} ({rests(ref)})" if rests(ref) else when(ref)


def known_when(ref: TimeRef | None) -> str:
    """A date as far as it is known: in square brackets where the text does not tell it, ``by`` where it is only not later.

    ``22 May 2025``, ``[22 May 2025, by its source]``, ``[by 22 May 2025]``, ``[between 1 May 2025 and 22 May 2025]``, ``[undated]``.
    """
    if ref is None:
        return "[undated]"
    if ref.is_told:
        return when(ref)
    if ref.basis == "source":
        return f"[{when(ref)}, by its source]"
    if ref.earliest == ref.latest:
        return f"[by {day(ref.latest)}]"
    return f"[between {day(ref.earliest)} and {day(ref.latest)}]"


def speaker(attribution: Attribution | None) -> str:
    """Who says so, with everybody through whom it came: ``Zelenskyy, via Yonhap``; the empty string for the author."""
    names: list[str] = []
    while attribution is not None:
        names.append(voice(attribution))
        attribution = attribution.via
    return ", via ".join(names)


def voice(attribution: Attribution) -> str:
    """One speaker: the words of the text; for a pronoun or a bare number whom it stands for, by the country where no more is known."""
    words = " ".join((attribution.text or "").split())
    entity = attribution.entity if attribution.entity and ":" not in attribution.entity else None
    if words and words.casefold() not in PRONOUNS | COUNTS:
        return words
    if words and attribution.country:
        return country_name(attribution.country)
    return entity or SPEAKERS.get(attribution.kind, attribution.kind)


def own_word(attribution: Attribution | None) -> str:
    """What the reader should know of a speaker who is a party to the act; the empty string of all others."""
    return "a party to the act" if attribution is not None and attribution.speaker_is_party else ""


def checking(checked: int, struck: int, acts: int) -> str:
    """How many of the acts a person has checked, and how many more struck out, as a clause."""
    if not checked and not struck:
        return "Nobody has checked the acts"
    return f"A person has checked {checked:,} of the {plural(acts, 'act')}" + (f" and struck out {struck:,} more" if struck else "")


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; ``–`` where there is no whole."""
    return f"{100 * part / whole:.0f}%" if whole else "–"


def signed(value: float) -> str:
    """``+3.5``, ``−4.0``, with a true minus sign."""
    return f"{value:+.1f}".replace("-", "−")
