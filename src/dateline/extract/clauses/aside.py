"""Who stands aside from a text has no part in what it says: "the resolution, from which **Togo and Benin** abstained, demanded ..."."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_STANDING_ASIDE: Final = forms_of_verbs(text_of("extract.clauses.aside.standing_aside"))
_VOTING: Final = forms_of_verbs("vote")
_PRONOUNS: Final = frozenset({"WDT", "WP"})


def stood_aside(act: Act) -> Parties | None:
    """Those who abstain from, reject or stay away from what a sentence is about are no actors of what it does; nor do they reject what it is done to."""
    sentence, clause = act.sentence, act.sentence.tokens[act.head]
    if clause.lower in _STANDING_ASIDE and clause.dep == "relcl" and any(t.tag in _PRONOUNS for t in sentence.kids(act.head, "dobj")):
        behind = frozenset(range(sentence.subtree(clause.i)[-1] + 1, len(sentence.tokens)))
        return None if behind.isdisjoint(act.recipients) else Parties(act.actors, act.recipients, no_recipients=behind)
    verb = first_verb(sentence, act.head)
    if not sentence.kids(verb.i, "nsubj"):
        return None
    aside = [i for clause in sentence.tokens if _is_aside(sentence, clause, act.head) for i in _subjects(sentence, clause)]
    if not aside:
        return None
    out = phrase_of(sentence, aside)
    rest = tuple(i for i in act.actors if i not in out)
    texts = () if rest else tuple(t.i for t in sentence.kids(verb.i, "nsubj") if t.pos in {"NOUN", "PROPN"})
    return Parties((*rest, *texts), act.recipients, out - set(texts))


def _is_aside(sentence: ParsedSentence, clause: Token, head: int) -> bool:
    """Whether a relative clause, in which the act does not stand, tells who stood aside from what it hangs on."""
    if clause.dep != "relcl" or clause.i >= head or clause.lower not in _VOTING | _STANDING_ASIDE:
        return False
    inside = sentence.subtree(clause.i)
    linked = any(sentence.tokens[i].tag in _PRONOUNS for i in inside if i < clause.i)
    against = clause.lower in _STANDING_ASIDE or any(sentence.tokens[i].lower == "against" for i in inside)
    return linked and against and head not in inside


def _subjects(sentence: ParsedSentence, clause: Token) -> tuple[int, ...]:
    return expand(sentence, [t.i for t in sentence.kids(clause.i, "nsubj") if t.tag not in _PRONOUNS])
