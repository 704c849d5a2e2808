"""Names of which a parse keeps only the noun: "**Reporters** Without Borders", "the social media **platform X**", "HMS Trent"."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import pattern_of, table_of
from dateline.types import Candidate, Phrase, PhraseForm, Resolution

_REST: Final = re.compile(r" (?:[Ww]ithout|for|of|on|against|to) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_OWNING: Final = re.compile(r"\b[Tt]he ([A-Z]\w+(?:s['’]|n['’]s) )$")
_SOCIETY: Final = re.compile(
    r"[A-Z]\w+s (?:[Ww]ithout Borders|for (?:Human Rights|Justice|Peace|Freedom|Democracy)|(?:for|of) the Environment)"
    r"|(?:Committee|Coalition|Campaign|Alliance|Network) (?:to|[Aa]gainst)(?: [A-Z]\w+)+"
    r"|Campaign for(?: [A-Z]\w+)+"
)
_PLATFORM: Final = re.compile(
    rf"(?:(?:{pattern_of('resolve.wholenames.platform_kinds')}) )+(?:{pattern_of('resolve.wholenames.platforms')})\b", re.IGNORECASE
)
_SHIPS: Final = table_of("resolve.wholenames.ships")
_SHIP: Final = re.compile(rf"(?:.* )?({'|'.join(_SHIPS)}) [A-Z]")
_BODIES: Final = frozenset(
    """Authority Commission Committee Organisation Organization Council Assembly Union Agency Court Conference Forum Fund Bank Community League
    Secretariat Panel Tribunal Network Association Centre Center""".split()
)
#: Before a body's noun, words that say that several states have it.
_OF_STATES: Final = re.compile(
    rf"(?:[A-Z][\w-]+ )*(?:Inter-?governmental|Inter-?state|Inter-?parliamentary|Multilateral|Pan-[A-Z]\w+) (?:[A-Z][\w-]+ )*(?:{'|'.join(sorted(_BODIES))})\b"
)
_SCORE: Final = 0.6


def whole_name(phrase: Phrase, text: str) -> str | None:
    """The longer name that a capitalised noun may open, where the text goes on with one."""
    mention = phrase.mention
    if phrase.form is PhraseForm.PRONOUN or not _is_noun_of_name(phrase):
        return None
    rest = _REST.match(text, mention.span.end)
    return mention.text + rest.group() if rest else None


def _is_noun_of_name(phrase: Phrase) -> bool:
    """Whether a phrase is one capitalised noun, or a body's noun behind such words ("Intergovernmental **Authority**")."""
    words = phrase.mention.text.split()
    return all(word[:1].isupper() for word in words) and (phrase.head == phrase.mention.text.lower() or words[-1] in _BODIES)


def owned_name(phrase: Phrase, text: str) -> str | None:
    """The longer name that a name ends, of which the parse takes the first word for an owner ("the Workers' **Party of Korea**")."""
    if phrase.form is not PhraseForm.NAME:
        return None
    first = _OWNING.search(text[max(0, phrase.mention.span.start - 30) : phrase.mention.span.start])
    return first.group(1) + phrase.mention.text if first else None


def is_society(name: str) -> bool:
    """Whether a name is of a kind that only societies bear, known or not ("Nurses Without Borders", "Coalition to Save Darfur")."""
    return _SOCIETY.fullmatch(name) is not None


def told_by_kind(phrase: Phrase, found: Resolution) -> Resolution | None:
    """What a name is of whose bearer nothing else is known: a warship ("HMS Trent"), a body of several states ("the Interstate Committee"), or a
    platform ("the messaging app Signal"), whose users are of many states."""
    if phrase.form is not PhraseForm.NAME or (found.chosen and found.chosen.country):
        return None
    if _OF_STATES.match(phrase.mention.text) is not None:
        return _told("IGO", "GOV", found)
    ship = _SHIP.match(phrase.mention.text)
    if ship is None and _PLATFORM.match(phrase.mention.text) is None:
        return None
    return _told(_SHIPS[ship.group(1)], "MIL", found) if ship else _told("MNC", "BUS", found)


def _told(country: str, sector: str, found: Resolution) -> Resolution:
    """What a name of a kind is read as."""
    chosen = Candidate("", country, (sector,), _SCORE)
    return Resolution(chosen, (chosen, *found.candidates), "organisation")
