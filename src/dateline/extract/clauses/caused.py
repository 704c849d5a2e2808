"""Whose an act is that another brought about: "the fall **of Mali** drove Chad to arm itself"; whoever is persuaded acts alone."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_CAUSING: Final = forms_of_verbs(text_of("extract.clauses.caused.causing"))


def brings_about(act: Act) -> Parties | None:
    """Who is brought to do something by what is done to another has it not done to himself: "the blockade of Chad led **Niger** to close its border"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if noun.pos != "NOUN" or noun.dep != "nsubj" or not is_causing(sentence, verb):
        return None
    moved = phrase_of(sentence, expand(sentence, [t.i for t in sentence.kids(verb.i, "dobj")]))
    what = frozenset(i for t in _brought(sentence, verb) for i in sentence.subtree(t.i))
    out = moved | what
    return Parties(act.actors, act.recipients, out, out) if not out.issuperset(act.recipients) else None


def brought_about(act: Act) -> Parties | None:
    """Who is persuaded acts, not whoever is named with what persuaded him: "the fall **of Mali** drove Chad to arm itself"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    above = sentence.tokens[verb.head]
    if verb.tag != "VB" or not is_causing(sentence, above) or verb.i not in {t.i for t in _brought(sentence, above)}:
        return None
    subjects = [t for t in sentence.kids(above.i, "nsubj") if t.pos == "NOUN"]
    out = frozenset(i for t in subjects for i in sentence.subtree(t.i))
    doers = expand(sentence, [t.i for t in sentence.kids(above.i, "dobj")])
    if not out or not doers:
        return None
    rest = tuple(i for i in act.actors if i not in out)
    return Parties(rest or doers, act.recipients, out)


def is_causing(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb says that something brought somebody to do something."""
    return verb.lower in _CAUSING and bool(sentence.kids(verb.i, "dobj", "nsubj")) and bool(_brought(sentence, verb))


def _brought(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What somebody is brought to do, which some parses take for a clause of his ("led Chad **to close**")."""
    return [t for t in sentence.kids(verb.i, "xcomp", "advcl", "ccomp") if t.tag == "VB" and t.i > verb.i and any(a.lower == "to" for a in sentence.kids(t.i, "aux"))]
