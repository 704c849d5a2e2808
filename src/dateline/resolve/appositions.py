"""The office and its holder in "its defence minister, Hulusi Akar,": one person, of the country of the name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.namesakes import is_person
from dateline.resolve.owners import OPPOSED
from dateline.types import Phrase, PhraseForm, Span

_COMMA: Final = re.compile(r",\s+")
_APPOSED: Final = re.compile(r",\s+(?:the|an?)\s+$")
_BARE: Final = re.compile(r",\s+$")
#: Behind a noun that only says what somebody is.
_GOES_ON: Final = re.compile(r",|\s+(?:who|whom|whose|of|\w+ed by|overthrown by|driven from)\b")
#: Between a plural and the first of those whom it means, and between these.
_LIST: Final = re.compile(r",?\s+(?:the\s+)?")
_NEXT: Final = re.compile(r"\s*,?\s+(?:and\s+)?(?:the\s+)?|,\s+")
_END: Final = re.compile(r"\s*[,.;:)]")


def names_again(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> frozenset[Span]:
    """Where a name stands between commas of which nothing is known, after a noun for the person without a country ("a national judge, **Ana Ruiz**,")."""
    found = set()
    for one, two in pairwise(sorted(phrases, key=lambda p: p.mention.span.start)):
        noun = one.form is PhraseForm.NOMINAL and not one.plural and is_human(one.head) and two.form is PhraseForm.NAME
        comma = _COMMA.match(text, one.mention.span.end) if noun else None
        if comma is None or comma.end() != two.mention.span.start or text[two.mention.span.end : two.mention.span.end + 1] != ",":
            continue
        if not any(read.chosen and read.chosen.country for read in (lookup(one), lookup(two))):
            found.add(two.mention.span)
    return frozenset(found)


def lists_again(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> frozenset[Span]:
    """Where a plural stands right before the names of all whom it means, whose countries are known ("**the two ministers**, Ana Ruiz and Jan Novak,",
    "**presidents** Ruiz and Novak")."""
    found = set()
    ordered = sorted(phrases, key=lambda p: p.mention.span.start)
    for at, one in enumerate(ordered):
        if one.form is not PhraseForm.NOMINAL or not one.plural or not (is_human(one.head) or is_human(one.head.removesuffix("s"))):
            continue
        names: list[Phrase] = []
        for two in ordered[at + 1 :]:
            link = (_NEXT if names else _LIST).match(text, (names[-1] if names else one).mention.span.end)
            if two.form is not PhraseForm.NAME or link is None or link.end() != two.mention.span.start:
                break
            names.append(two)
        known = [read.chosen for read in map(lookup, names) if read.chosen and read.chosen.country]
        if len(names) > 1 and len(known) == len(names):
            found.add(one.mention.span)
    return frozenset(found)


def _named_before(phrase: Phrase, text: str, ends: Mapping[int, Phrase]) -> Phrase | None:
    """The known person before the comma of whom a noun says what he is."""
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    opens = _APPOSED.search(text, max(0, start - 8), start) if text[start : start + 4] != "the " else _BARE.search(text, max(0, start - 3), start)
    holder = ends.get(opens.start()) if opens and not phrase.subject else None
    return holder if holder is not None and _GOES_ON.match(text, phrase.mention.span.end) else None


def holders(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Span, Phrase]:
    """The known person whose name stands between commas after an office, or before it ("Aristide, **the elected president** toppled by the army"), and the
    state that so stands after a neighbour or ally, by the span of the office."""
    known = [p for p in phrases if p.form is PhraseForm.NAME and is_person(lookup(p))]
    states = {p.mention.span.start: p for p in phrases if p.form is PhraseForm.NAME and lookup(p).method == "country"}
    names, ends = {p.mention.span.start: p for p in known}, {p.mention.span.end: p for p in known}
    found: dict[Span, Phrase] = {}
    for phrase in phrases if names or states else ():
        facing = phrase.head in OPPOSED
        if phrase.form is not PhraseForm.NOMINAL or phrase.plural or not (is_human(phrase.head) or facing):
            continue
        comma = _COMMA.match(text, phrase.mention.span.end)
        holder = (names.get(comma.end()) or (states.get(comma.end()) if facing else None)) if comma else None
        if holder is None or not _END.match(text, holder.mention.span.end):
            holder = _named_before(phrase, text, ends)
        if holder is None:
            continue
        own, name = lookup(phrase).chosen, lookup(holder).chosen
        if name and name.country and not (own and own.country):
            found[phrase.mention.span] = holder
    return found
