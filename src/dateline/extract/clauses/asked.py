"""Who calls for something and who answers: "resisted **calls** to halt trade with Israel", "neither took up the **offer**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import verb_arguments
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

#: What asks somebody for something.
CALLS: Final = forms_of_nouns("call appeal demand request plea entreaty ultimatum pressure")
OFFERS: Final = forms_of_nouns("offer proposal invitation")
_ANSWERING: Final = forms_of_verbs(text_of("extract.clauses.asked.answering"))
_TAKING: Final = forms_of_verbs("take turn")


def asked_for(act: Act) -> Parties | None:
    """Who stands in what a call is for neither calls nor is refused: "resisted **calls** to halt trade with **Israel**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.pos == "VERB":
        noun = next((t for t in sentence.kids(act.head, "dobj") if t.lower in CALLS), noun)
    if noun.lower not in CALLS or noun.pos != "NOUN":
        return None
    asked = next((t for t in sentence.tokens[noun.i :] if t.tag == "VB" and t.head in {noun.i, noun.head} and t.i > noun.i and _has_to(sentence, t)), None)
    if asked is None:
        return None
    content = frozenset(sentence.subtree(asked.i))
    if act.head == noun.i:
        return Parties(act.actors, act.recipients, content)
    return Parties(act.actors, act.recipients, no_recipients=content) if act.type == "REJECT" else None


def _has_to(sentence: ParsedSentence, verb: Token) -> bool:
    return any(t.lower == "to" for t in sentence.kids(verb.i, "aux"))


def answered(act: Act) -> Parties | None:
    """Who accepts or refuses an offer has not made it: "neither Oslo nor Riga took up the **offer**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if noun.lower not in CALLS | OFFERS or noun.dep != "dobj" or sentence.kids(noun.i, "poss"):
        return None
    taken_up = verb.lower in _TAKING and any(t.lower in {"up", "down"} for t in sentence.kids(verb.i, "prt"))
    if verb.lower not in _ANSWERING and not taken_up:
        return None
    who = verb_arguments(sentence, verb.i).subjects
    turned = tuple(i for i in act.actors if i in who)
    return Parties(act.actors, (*turned, *act.recipients), phrase_of(sentence, who)) if turned else None
