"""Bare nouns of bodies of several states: "the Secretary-General", "Member States", "the Mission", "Allied aircraft".

Papers of such bodies write them with a capital and without a name. They are the body's that issues the paper or that the text named last, and never those
of the state that the paper is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.firstperson import issuing_body
from dateline.types import Candidate, Document, Phrase, PhraseForm, Resolution

_OF_STATES: Final = frozenset({"UNO", "EUR", "IGO"})
_NAMED: Final = frozenset({"organisation", "igo"})
_CHIEF: Final = re.compile(r"(?:[Tt]he )?(?:(?:Deputy|Assistant|Under|Acting)[ -])?Secretary[ -]General(?:['’]s?(?: [A-Z][\w-]+| [a-z][\w-]*)*)?")
#: Those whom such an officer sends.
_ENVOY: Final = re.compile(r"(?:(?:Personal|Special|Deputy|Acting|Executive) )*(?:Representative|Envoy|Adviser)(?P<sent> of the Secretary-General)?")
_OF_CHIEF: Final = re.compile(r" of the Secretary-General\b")
#: The European Union has none that acts in its name.
_WITH_CHIEF: Final = frozenset({"UNO", "IGO"})
_MEMBERS: Final = re.compile(r"(?:[Aa]ll )?(?:Member States|States Members)(?:['’])?")
_TIED: Final = re.compile(r" (?:of|in|from) ")
_MISSION: Final = re.compile(r"(Mission|Force|Operation)(?:['’]s?(?: [a-z][\w-]*)*)?")
#: The full names of such missions, each with who sends it.
_SENT: Final = re.compile(
    r"\b(?P<by>United Nations|UN|U\.N\.|European Union|EU|African Union|AU|OSCE|SADC|ECOWAS|Multinational|Multi-National|Joint|Regional)(?: [A-Z][\w-]*| in| and| for){0,6} "
    r"(?P<noun>Mission|Force|Operation)\b"
)
_SENDERS: Final = {"United Nations": "UNO", "UN": "UNO", "U.N.": "UNO", "European Union": "EUR", "EU": "EUR"}
_ALLIED: Final = re.compile(r"(?:Allied(?: [a-z][\w-]+)+|(?:[A-Za-z]+ )?Allies|Supreme Allied Commander(?: Europe)?|SACEUR)")
_ATLANTIC: Final = re.compile(r"\bNATO\b|\bNorth Atlantic\b|\bAtlantic Alliance\b")


def of_bodies(document: Document, phrases: Sequence[Phrase], lookup: Lookup, actor: Callable[[str], Resolution]) -> Iterator[tuple[Phrase, Candidate]]:
    """The phrases that are such a noun alone, with the body that they are of.

    Args:
        document: the document.
        phrases: its phrases in text order.
        lookup: what a phrase refers to by its own words, and what was given before.
        actor: what a name refers to.
    """
    issuer, named = issuing_body(document, actor), {phrase: code for phrase in phrases if (code := _body(phrase, lookup))}
    atlantic = _ATLANTIC.search(document.text) is not None
    last: list[str] = []
    for phrase in phrases:
        if phrase in named:
            last.append(named[phrase])
        elif phrase.form is not PhraseForm.PRONOUN and not _tells(phrase, lookup):
            code = _code(phrase, document.text, issuer, last, list(named.values()))
            if code is None and atlantic and _ALLIED.fullmatch(phrase.mention.text):
                code = "IGO"
            if code is not None:
                own = lookup(phrase).chosen
                yield phrase, Candidate("", code, own.sectors if own is not None and own.sectors else ("GOV",), 0.0)


def _body(phrase: Phrase, lookup: Lookup) -> str | None:
    """The code of the body of several states that a phrase names."""
    read = lookup(phrase)
    return read.chosen.country if read.chosen is not None and read.method in _NAMED and read.chosen.country in _OF_STATES else None


def _tells(phrase: Phrase, lookup: Lookup) -> bool:
    chosen = lookup(phrase).chosen
    return chosen is not None and chosen.country is not None


def _code(phrase: Phrase, text: str, issuer: str | None, last: Sequence[str], everywhere: Sequence[str]) -> str | None:
    """The code of the body that a noun alone is of; ``None`` where it is no such noun or no body is named."""
    words, end = phrase.mention.text, phrase.mention.span.end
    bodies = [*everywhere[:1], *([issuer] if issuer in _OF_STATES else []), *last]
    envoy = _ENVOY.fullmatch(words)
    if (_CHIEF.fullmatch(words) and not _TIED.match(text, end)) or (envoy is not None and (envoy["sent"] or _OF_CHIEF.match(text, end))):
        return next((code for code in reversed(bodies) if code in _WITH_CHIEF), None)
    if _MEMBERS.fullmatch(words) and not _TIED.match(text, end):
        return issuer if issuer in _OF_STATES else next(reversed(bodies), None)
    mission = _MISSION.fullmatch(words)
    sent = [one for one in _SENT.finditer(text, 0, phrase.mention.span.start) if one["noun"] == mission[1]] if mission is not None and not _TIED.match(text, end) else []
    return _SENDERS.get(sent[-1]["by"], "IGO") if sent else None
