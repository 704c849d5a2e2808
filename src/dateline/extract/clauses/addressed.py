"""Who is only told of a deal has no part in it: "notified **the Senate** of the sale to Kuwait"; who asks to join asks the body that he would join."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_TELLING: Final = forms_of_verbs("notify inform tell advise apprise alert brief")
_TRANSFERS: Final = forms_of_nouns(text_of("extract.clauses.addressed.transfers"))
#: Types of acts that hand something over.
_GIVING: Final = frozenset({"AID", "COOPERATE", "AGREE", "SUPPORT"})
_SEEKING: Final = forms_of_verbs("apply ask seek bid request want")
_JOINING: Final = frozenset({"join", "enter"})


def notified(act: Act) -> Parties | None:
    """Who is told of a sale is no party to it; to whom it is made is."""
    sentence = act.sentence
    if act.type not in _GIVING:
        return None
    noun = next(iter(_transfers(sentence, act.head)), None)
    if noun is None:
        return None
    things = (noun.i, *objects_of(sentence, [noun.i], "of"))
    buyers = () if objects_of(sentence, things, "from") else objects_of(sentence, things, "to")
    telling = _telling(sentence, noun)
    told = expand(sentence, [t.i for t in sentence.kids(telling.i, "dobj")]) if telling else ()
    if not (buyers or told):
        return None
    stirred = expand(sentence, [t.i for t in sentence.kids(noun.head, "dobj")]) if noun.dep == "nsubj" else ()
    out = phrase_of(sentence, (*told, *stirred))
    sellers = expand(sentence, [t.i for t in sentence.kids(telling.i, "nsubj")]) if telling else ()
    rest = tuple(i for i in act.actors if i not in buyers and i not in out)
    kept = tuple(i for i in act.recipients if i not in out and i not in buyers) if not buyers else ()
    return Parties(rest or sellers, buyers or kept, out | phrase_of(sentence, buyers), out)


def _transfers(sentence: ParsedSentence, head: int) -> list[Token]:
    """The noun for a transfer that an act is, or of which it tells somebody."""
    token = sentence.tokens[head]
    if token.lower in _TRANSFERS and token.pos == "NOUN":
        return [token]
    inside = (head, *(t.i for t in sentence.kids(head, "dobj")))
    return [sentence.tokens[i] for i in objects_of(sentence, inside, "of") if sentence.tokens[i].lower in _TRANSFERS] if token.lower in _TELLING else []


def _telling(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb by which somebody is told of a transfer."""
    above = [sentence.tokens[noun.head], *sentence.ancestors(noun.head)][:3]
    return next((t for t in above if t.lower in _TELLING), None) if noun.dep == "pobj" and above[0].lower == "of" else None


def joining(act: Act) -> Parties | None:
    """Who applies to join a body asks that body, nobody else of the sentence."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "REQUEST" or verb.lower not in _SEEKING or sentence.kids(verb.i, "dobj", "dative", "nsubjpass"):
        return None
    joined = next((t for t in sentence.kids(verb.i, "xcomp") if t.lower in _JOINING and not sentence.kids(t.i, *SUBJECTS)), None)
    bodies = expand(sentence, [t.i for t in sentence.kids(joined.i, "dobj")]) if joined else ()
    out = frozenset(act.recipients) - set(bodies)
    return Parties(act.actors, bodies, no_recipients=phrase_of(sentence, out) - set(bodies)) if bodies else None
