"""Who calls or stages what a noun tells: "the walkout was called by **the union**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.parties import Parties
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_STAGING: Final = forms_of_verbs(text_of("extract.clauses.staged.staging"))


def staged(act: Act) -> Parties | None:
    """The agent of a passive of calling or staging whose subject the act's noun is."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if act.actors or noun.dep != "nsubjpass" or verb.lower not in _STAGING:
        return None
    agents = _agents(sentence, verb)
    return Parties(agents, tuple(i for i in act.recipients if i not in agents)) if agents else None


def _agents(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """Who a passive says it was done by."""
    links = [t for t in sentence.kids(verb.i, "agent", "prep") if t.lower == "by"]
    return expand(sentence, [o.i for t in links for o in sentence.kids(t.i, "pobj")])


def is_staging(act: Act, heads: frozenset[int]) -> bool:
    """Whether an act only tells who called or staged the act of which its subject tells."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    return verb.lower in _STAGING and any(t.i in heads for t in sentence.kids(verb.i, "nsubjpass"))
