"""Offices that states have and no body of several states: "**junta** revokes accords", "**spokesman Col. Diallo**", "the Government had suspended".

Behind a sentence on ECOWAS or the Union such an office is still a state's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.types import Candidate, Phrase, PhraseForm, Span

#: Lands of whose ministers a text says that they are theirs.
TERRITORIES: Final = frozenset("ESH GIB FLK GUM PRI".split())
_STATE: Final = words_of("resolve.outsiders.state")
#: With their qualifiers they are a state's too, where no body has said that it has them.
_RULERS: Final = re.compile(
    r"(?:(?:military|civilian|transitional|interim|provincial|local|federal|national|army|security|judicial) )?(?:junta|government|presidency"
    r"|vice[- ]president|regime|state (?:media|television|tv)|authorities|army|cabinet|prosecutors?|gendarmerie)"
    r"|(?:[\w-]+ ){0,4}ministry|(?:assistant|deputy assistant|under|deputy|foreign|home|defen[cs]e) secretary(?: of state)?(?: \w+){0,3}",
    re.I,
)
#: Those whom a state has, by their nouns, where they are on the other side of a body.
_SERVED: Final = words_of("resolve.stateoffices.served")
_RANK: Final = re.compile(r"\b(?:Col|Colonel|Lt|Lieutenant|Gen|General|Capt|Captain|Maj|Major|Brig|Brigadier|Adm|Admiral)\b\.?(?=[\s-]+[A-Z])")
#: Bodies that have soldiers of their own, and how near in characters they are named.
_NEAR: Final = 250
#: Speakers of a ministry of which a text says no more, and what they say against others, behind a name between commas.
_MINISTRYS: Final = re.compile(r"(?:(?:foreign|defen[cs]e|interior|home|trade|commerce)[ -](?:ministry|office)|government) (?:spokes(?:man|woman|person)|official)", re.I)
_SPEAKS: Final = re.compile(rf"(?:, [^,.;]{{3,40}},)? (?:later |also |then )?(?:{pattern_of('resolve.stateoffices.reproaching')})\b")
_STATES: Final = frozenset({"country", "capital"})
#: A phrase that names a state as the owner of something.
_OWNS: Final = re.compile("['\u2019]s\\b")
_ALLIED: Final = re.compile(r"\bN(?:ATO|ato)\b|\b(?:peacekeep|stabili[sz]ation (?:force|mission)|regional force|standby force|joint force)")


def is_of_state(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is an office or a soldier that only a state has, where no soldiers of a body are named nearby."""
    if phrase.form is PhraseForm.PRONOUN or (phrase.plural and phrase.form is PhraseForm.NAME):
        return False
    words = phrase.mention.text
    if words.lower() in _STATE or _RULERS.fullmatch(words):
        return True
    if phrase.form is not PhraseForm.NAME or _RANK.search(words) is None:
        return False
    span = phrase.mention.span
    return _ALLIED.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is None


def spoken_for(subjects: Mapping[int, Sequence[Phrase]], named: Mapping[int, Sequence[tuple[Phrase, Candidate]]], text: str, lookup: Lookup) -> dict[Span, Phrase]:
    """The state that alone acts in the sentence before one that a ministry's speaker opens with a reproach or demand: "Peru closed the border. **A
    foreign ministry spokesman**, Juan Soto, accused Chile", by the span of the speaker; none where the sentence names that state as another ("accused Peru"; "of
    violating Peru's waters" is its own complaint).

    Args:
        subjects: the subjects of each sentence.
        named: the phrases of each sentence that name their country.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
    """
    found: dict[Span, Phrase] = {}
    for at, here in subjects.items():
        first = min(here, key=lambda p: p.mention.span.start)
        if first.form is not PhraseForm.NOMINAL or first.plural or not _SPEAKS.match(text, first.mention.span.end):
            continue
        read = lookup(first).chosen
        if not _MINISTRYS.fullmatch(first.mention.text) or (read and read.country):
            continue
        states = [(p, chosen.country) for p in subjects.get(at - 1, ()) if lookup(p).method in _STATES and (chosen := lookup(p).chosen) and chosen.country]
        here_named = {chosen.country for p, chosen in named.get(at, ()) if not _OWNS.search(p.mention.text + text[p.mention.span.end : p.mention.span.end + 2])}
        codes = {code for _, code in states}
        if len(codes) == 1 and not codes & here_named and "\n\n" not in text[states[-1][0].mention.span.end : first.mention.span.start]:
            found[first.mention.span] = states[-1][0]
    return found


def bodies_not_met(phrase: Phrase, codes: frozenset[str]) -> frozenset[str]:
    """The codes of bodies of which those are not to whom a body of these codes does something, where only a state has such ("ECOWAS told **the soldiers** to yield")."""
    return BODIES if codes and codes <= BODIES and phrase.form is PhraseForm.NOMINAL and phrase.head in _SERVED else frozenset()


def bodies_barred(phrase: Phrase, text: str) -> frozenset[str]:
    """The codes of bodies that such a party cannot be of."""
    return BODIES if is_of_state(phrase, text) else frozenset()
