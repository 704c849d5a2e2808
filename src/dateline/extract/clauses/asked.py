"""Who calls for something and who answers: "resisted **calls** to halt trade with Israel", "neither took up the **offer**", "at
the **behest** of a colonel", "sought the **help** of Oslo"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, noun_arguments, objects_of, verb_arguments
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs

#: What asks somebody for something.
CALLS: Final = forms_of_nouns("call appeal demand request plea entreaty ultimatum pressure")
OFFERS: Final = forms_of_nouns("offer proposal invitation")
#: At whose asking something is done.
BEHEST: Final = frozenset({"behest", "bidding", "instigation"})
_HELP: Final = forms_of_nouns("help aid assistance support backing cooperation advice protection mediation")
_SEEKING: Final = forms_of_verbs("seek ask request solicit want enlist")
#: Verbs of answering what another said or offered.
REPLYING: Final = forms_of_verbs("respond reply answer react")
CONSULTING: Final = forms_of_verbs("consult")


def asked_for(act: Act) -> Parties | None:
    """Who stands in what a call is for neither calls nor is refused: "resisted **calls** to halt trade with **Israel**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.pos == "VERB":
        noun = next((t for t in sentence.kids(act.head, "dobj") if t.lower in CALLS), noun)
    if noun.lower not in CALLS or noun.pos != "NOUN":
        return None
    asked = next((t for t in sentence.tokens[noun.i :] if t.tag == "VB" and t.head in {noun.i, noun.head} and t.i > noun.i and has_to(sentence, t)), None)
    if asked is None:
        return None
    content = frozenset(sentence.subtree(asked.i))
    if act.head == noun.i:
        return Parties(act.actors, act.recipients, content)
    return Parties(act.actors, act.recipients, no_recipients=content) if act.type == "REJECT" else None


def has_to(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(t.lower == "to" for t in sentence.kids(verb.i, "aux"))


def at_behest(act: Act) -> Parties | None:
    """At whose behest something is done asks whoever does it: "rebels struck at the behest of **a colonel**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.lower not in BEHEST:
        return None
    asking = objects_of(sentence, [noun.i], "of") or expand(sentence, [t.i for t in sentence.kids(noun.i, "poss")])
    verb = next((t for t in sentence.ancestors(noun.i) if t.pos == "VERB"), None)
    if not asking or verb is None:
        return None
    doing = verb_arguments(sentence, verb.i).subjects
    if any(t.lower == "of" and sentence.kids(t.i, "pcomp") for t in sentence.kids(verb.i, "prep")):
        doing = expand(sentence, [t.i for t in sentence.kids(verb.i, "dobj")]) or doing  # "accused the rebels of striking at the behest of"
    return Parties(asking, doing, phrase_of(sentence, doing), phrase_of(sentence, asking))


def helped_by(act: Act) -> Parties | None:
    """Whose help is sought is asked for it: "sought the help of **Oslo**"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "REQUEST" or verb.lower not in _SEEKING or verb.pos != "VERB":
        return None
    asked = objects_of(sentence, [t.i for t in sentence.kids(verb.i, "dobj") if t.lower in _HELP], "of")
    return Parties(act.actors, (*asked, *act.recipients), phrase_of(sentence, asked)) if asked else None


def answering_offer(act: Act) -> Parties | None:
    """Who made the offer that a proposal answers is offered something: "The proposal responds to a **Thai** offer"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if noun.lower not in OFFERS or noun.dep != "nsubj" or verb.lower not in REPLYING or act.type != "AGREE":
        return None
    offers = [i for i in (*objects_of(sentence, [verb.i], "to"), *(t.i for t in sentence.kids(verb.i, "dobj"))) if sentence.tokens[i].lower in OFFERS]
    offering = tuple(i for one in offers for i in noun_arguments(sentence, one).subjects)
    within = frozenset(i for one in offers for i in sentence.subtree(one))
    return Parties(act.actors, (*offering, *act.recipients), within) if offers else None
