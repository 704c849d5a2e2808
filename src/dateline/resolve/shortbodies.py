"""A body that a text names in full and then by its noun alone: "the Security Council ... **the Council** adopted", "**Council** members".

The capital tells such a noun from a common one. It is the last body of that noun whose full name stands before, be it of one state or of many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.types import BlockKind, Candidate, Document, Phrase, PhraseForm
from dateline.types.addresses import site_of

_NOUNS: Final = "Council|Commission|Court|Assembly|Union|Bank|Fund|Agency|Committee|Tribunal|Secretariat|Board|League|Community|Organi[sz]ation|Panel"
_SHORT: Final = re.compile(
    rf"({_NOUNS})(?:(?:['’]s)?(?: (?:members?|member states|president|presidency|officials|experts|spokes\w+|resolution|statement))?|['’]s(?: [a-z][a-z-]*)+)"
)
#: A phrase that ends with such a noun ("a vice-president **of the Commission**").
_ENDING: Final = re.compile(rf"[a-z][\w-]*(?: [a-z][\w-]*)* (?:of|for|to) the ({_NOUNS})")
#: Bodies that the European Union has, where a text names no others.
_OF_UNION: Final = ("Commission", "Council", "Union")
#: What else a text calls the Union, or an organ of it, than by such a noun.
_UNION_BY: Final = frozenset({"Brussels", "European Parliament"})
_FULL: Final = re.compile(rf"\b({_NOUNS})\b")
#: Behind a body's noun the rest of its name ("the **Council of** Europe").
_NAMES_IT: Final = re.compile(r" (?:of|for|on|against|to|[A-Z])")
_WITH_COMMISSION: Final = frozenset({"Union", "Community"})
_OF_STATES: Final = frozenset({"EUR", "IGO"})
#: The Union and its organs as the front of their papers names them, and their sites.
_ISSUED: Final = re.compile(
    r"\b(?:Council of the (?:European Union|EU)|European (?:Council|Commission|Union)|EU (?:Council|Commission)|European External Action Service|EEAS|Consilium)\b"
)
_SITES: Final = re.compile(r"(?:^|\.)(?:consilium|eeas|ec|commission)\.europa\.eu$")
#: Signs of a paper that an organ issues, and not of news about it.
_PAPER: Final = re.compile(
    r"\b(?:press (?:release|statement|remarks)|statement by|declaration by|council conclusions|council decision|official journal|consilium)\b", re.IGNORECASE
)
#: The front of a text (characters).
_FRONT: Final = 300
#: The Union's foreign minister, where no words make it another body's ("High Representative **for Disarmament**", "**in Bosnia**").
_HIGH: Final = re.compile(r"(?:[Tt]he )?(?:EU |EU's |Union's )?(?:[Ff]oreign [Pp]olicy )?High Representative(?:['’]s)?(?:(?:/| and )Vice[- ]President)?(?: [A-Z][\w.-]+){0,3}")
_OTHERS_HIGH: Final = re.compile(r" (?:for (?!Foreign)|in |of (?!the (?:Union|European Union|EU)\b))")
_NAMED: Final = frozenset({"organisation", "igo"})
_UNION: Final = Candidate("", "EUR", ("GOV",), 0.0)


def short_bodies(phrases: Sequence[Phrase], lookup: Lookup, document: Document) -> dict[Phrase, Candidate]:
    """The phrases that are a body's noun alone, with the body of several states or persons that the text named last by it; in a paper of the European
    Union that is the Union's.

    Args:
        phrases: in the order of the text.
        lookup: what a phrase refers to by its own words.
        document: their document.
    """
    found: dict[Phrase, Candidate] = {}
    last: dict[str, Candidate] = dict.fromkeys(_OF_UNION, _UNION) if _is_of_union(document) else {}
    bosnian = "Bosnia" in document.text
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN:
            continue
        if (union := last.get("Union")) is not None and union.country == "EUR" and not bosnian and _is_high_representative(phrase, document.text):
            found[phrase] = union
            continue
        if (noun := _FULL.search(phrase.mention.text)) is None:
            if named := _by_acronym(phrase, lookup):
                last = {**named, **last}
            continue
        short = _SHORT.fullmatch(phrase.mention.text) or _ENDING.fullmatch(phrase.mention.text)
        if short is not None:
            body = last.get(short.group(1))
            if body is not None and body.country in BODIES:
                found[phrase] = body
            continue
        if _is_short(phrase.mention.text, noun):
            continue
        read = lookup(phrase)
        last[noun.group(1)] = read.chosen if read.chosen is not None and read.method in _NAMED else Candidate("", None, (), 0.0)
        last = {**_with_commission(noun.group(1), last[noun.group(1)]), **last}
    return found


def _is_of_union(document: Document) -> bool:
    """Whether an organ of the European Union issues a document, by its publisher, its site, or the front of what calls itself a release or statement."""
    if (document.publisher and _ISSUED.search(document.publisher)) or _SITES.search(site_of(document.url) or ""):
        return True
    masthead = " ".join(document.slice(block.span) for block in document.blocks if block.kind is BlockKind.BOILERPLATE)[:_FRONT]
    front = f"{document.title or ''} | {masthead} | {document.text[:_FRONT]}"
    return _ISSUED.search(front) is not None and _PAPER.search(front) is not None


def _is_high_representative(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is the Union's foreign minister by the office alone."""
    words = phrase.mention
    return _HIGH.fullmatch(words.text) is not None and _OTHERS_HIGH.match(text, words.span.end) is None


def _is_short(words: str, noun: re.Match[str]) -> bool:
    """Whether a body's noun stands in a longer phrase without the rest of its name ("the **Union's** ambassador", "a vice-president of the **Commission**"),
    which says nothing of another body of that noun."""
    before = words[: noun.start()].split()
    return not (before and before[-1][:1].isupper()) and _NAMES_IT.match(words, noun.end()) is None


def _by_acronym(phrase: Phrase, lookup: Lookup) -> dict[str, Candidate]:
    """The nouns in the full name of a body that a text calls by its acronym ("the **EU** ... the **Union**", "ECOWAS ... the **Community**")."""
    of_union = phrase.mention.text in _UNION_BY
    if phrase.form is not PhraseForm.NAME or not (of_union or phrase.mention.text.isupper()) or len(phrase.mention.text) == 1:
        return {}
    read = lookup(phrase)
    if read.chosen is None or read.method not in _NAMED or read.chosen.country not in BODIES:
        return {}
    if of_union:
        return _with_commission("", read.chosen) if read.chosen.country == "EUR" else {}
    found: dict[str, Candidate] = {}
    for noun in _FULL.findall(read.chosen.entity):
        found |= {noun: read.chosen} | _with_commission(noun, read.chosen)
    return found


def _with_commission(noun: str, body: Candidate) -> dict[str, Candidate]:
    """The commission that unions and communities of states have; the union and the commission behind another organ of the European one, and its council
    behind its name."""
    if body.country == "EUR":
        return dict.fromkeys(_OF_UNION if noun in {"Union", ""} else ("Union", "Commission"), replace(body, entity=""))
    return {"Commission": replace(body, entity="")} if noun in _WITH_COMMISSION and body.country in _OF_STATES else {}
