"""Measures of which an apposition says whom they struck before: "expelled the envoy of Oman, **a step last taken against Iran** in 2012" expels nobody of Iran.

The apposition tells another act of the same kind: by whoever its own clause names, else by who acts now, against whom it names, on its own day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act, once_more
from dateline.extract.arguments import agents_of, expand
from dateline.extract.clauses.nations import is_named
from dateline.extract.clauses.parties import Parties, phrase_of, with_parties
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_MEASURES: Final = forms_of_nouns(text_of("extract.precedents.measures"))
_TAKING: Final = forms_of_verbs(text_of("extract.precedents.taking"))
_BEFORE: Final = words_of("extract.precedents.before")
_AGAINST: Final = frozenset({"against", "on", "upon", "to", "towards", "at"})
_OUTSIDE: Final = frozenset({"appos", "dobj", "npadvmod", "attr", "conj", "dep"})
#: Types of acts that are taken against somebody.
_STRIKING: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "REJECT", "THREATEN"})


def with_precedents(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence, with those that it tells as done before in an apposition, whose parties are none of the acts beside."""
    if not acts or not any(t.lower in _MEASURES for t in acts[0].sentence.tokens):
        return list(acts)
    sentence = acts[0].sentence
    made = list(acts)
    for noun in sentence.tokens:
        verb = _taken_before(sentence, noun)
        told = _told(made, noun) if verb is not None else None
        if verb is None or told is None:
            continue
        inside = frozenset(sentence.subtree(noun.i))
        others = [act for act in made if act.head not in {noun.i, verb.i}]
        made = [act if act.head in inside else with_parties(act, Parties(act.actors, act.recipients, inside, inside)) for act in others]
        made.append(_precedent(told, noun, verb))
    return made


def _taken_before(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb by which a measure set off by a comma is said to have been taken before against somebody."""
    first = sentence.leftmost[noun.i]
    if noun.lower not in _MEASURES or noun.dep not in _OUTSIDE or not first or sentence.tokens[first - 1].text not in {",", "–", "—", "-"}:
        return None
    verb = next((t for t in sentence.kids(noun.i, "acl", "relcl") if t.i > noun.i and t.lower in _TAKING and t.tag in {"VBN", "VBD"}), None)
    if verb is None or any(t.tag == "MD" for t in sentence.kids(verb.i, "aux")) or not any(is_named(sentence, i) for i in _struck(sentence, verb)):
        return None
    before = any(t.lower in _BEFORE for t in sentence.kids(verb.i, "advmod")) or any(t.lower == "had" for t in sentence.kids(verb.i, "aux"))
    return verb if before else None


def _struck(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    links = [t for t in sentence.kids(verb.i, "prep", "dative") if t.lower in _AGAINST]
    return expand(sentence, [t.i for link in links for t in sentence.kids(link.i, "pobj") if t.tag.startswith("NN")])


def _told(acts: Sequence[Act], noun: Token) -> Act | None:
    """The act that an apposition tells more of: that of the nearest verb above it, else the last one before it."""
    before = [act for act in acts if act.head < noun.i and act.type in _STRIKING]
    above = {t.i for t in before[0].sentence.ancestors(noun.i)} if before else set()
    return next((act for act in reversed(before) if act.head in above), before[-1] if before else None)


def _precedent(told: Act, noun: Token, verb: Token) -> Act:
    sentence = told.sentence
    agents = [t.i for t in agents_of(sentence, verb.i)]
    subjects = [t.i for t in sentence.kids(verb.i, "nsubj") if t.tag not in {"WDT", "WP"}]
    last = max([verb.i, *(t.i for t in sentence.kids(verb.i, "prep") if t.lower in _AGAINST and t.i == verb.i + 1)])
    struck = _struck(sentence, verb)
    actors = tuple(i for i in expand(sentence, [*agents, *subjects]) or told.actors if i not in phrase_of(sentence, struck))
    return once_more(told, (verb.i, last), verb.i, actors, struck)
