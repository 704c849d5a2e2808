"""Who brokers a deal signs and breaks none of it: "signed a truce brokered by **Oman**"; and who resigns is not who accepts it."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_BROKERING: Final = forms_of_verbs("broker mediate facilitate sponsor oversee witness guarantee")
_DEALS: Final = forms_of_nouns(text_of("extract.clauses.brokered.deals"))
#: Types of acts of those between whom somebody brokers.
_OF_THE_PARTIES: Final = frozenset({"AGREE", "SUPPORT", "RETREAT", "CONCEDE", "REJECT", "COERCE", "ASSAULT", "ACCUSE"})
_FOLLOWING: Final = forms_of_verbs("follow come crown cap end conclude")
_RESIGNING: Final = forms_of_nouns("resignation abdication retirement")


def outcome(act: Act) -> Parties | None:
    """A deal that followed talks is not of those alone with whom they were: "The agreement followed talks with **Niger and Chad**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if act.type not in {"AGREE", "SUPPORT"} or noun.dep != "nsubj" or noun.lower not in _DEALS or verb.lower not in _FOLLOWING:
        return None
    before = [t.i for t in sentence.kids(verb.i, "dobj")] + list(objects_of(sentence, [verb.i], "after"))
    out = frozenset(i for one in before for i in sentence.subtree(one))
    return Parties(act.actors, act.recipients, out, out) if out else None


def brokered(act: Act) -> Parties | None:
    """The mediators of a deal are no actors of its signing, its terms and its breach."""
    sentence = act.sentence
    if act.type not in _OF_THE_PARTIES:
        return None
    out = phrase_of(sentence, _mediators(sentence, act.head))
    return Parties(act.actors, act.recipients, out, out) if out else None


def _mediators(sentence: ParsedSentence, head: int) -> tuple[int, ...]:
    """Who stands behind "brokered by", but for the act's own participle."""
    brokering = [t for t in sentence.tokens if t.lower in _BROKERING and t.i != head and t.tag == "VBN" and _is_of_deal(sentence, t)]
    links = [p for t in brokering for p in sentence.kids(t.i, "agent", "prep") if p.lower == "by"]
    return expand(sentence, [t.i for p in links for t in sentence.kids(p.i, "pobj")])


def _is_of_deal(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether it is a deal that is brokered, past the names behind it ("groups sponsored by Oman" are no deal)."""
    nouns = [*sentence.kids(verb.i, "nsubjpass"), *(t for t in sentence.ancestors(verb.i) if verb.dep in {"acl", "relcl", "advcl", "conj"})]
    return any(t.lower in _DEALS for t in nouns)


def resigned(act: Act) -> Parties | None:
    """Whose resignation it is resigns: "the king accepted **the premier**'s resignation"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.lower not in _RESIGNING or noun.pos != "NOUN":
        return None
    owners = expand(sentence, [t.i for t in sentence.kids(noun.i, "poss") if t.tag != "PRP$"]) or objects_of(sentence, [noun.i], "of")
    out = frozenset(act.actors) - set(owners)
    if any(owner < i < noun.i for owner in owners for i in out):
        return None
    return Parties(owners, act.recipients, phrase_of(sentence, out) - set(owners)) if owners else None
