"""Who does it together with the subject: "quit the pact **together with Togo**", "will build a dam **with their neighbour, Chad**", "**Mali**, with which
Niger signed a pact"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive, objects_of, with_names
from dateline.extract.attribution import can_speak
from dateline.extract.clauses.nations import is_named
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.rowlinks import BESIDE
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import words_of

#: Types of acts of which the one "with" whom they are done does them too.
JOINT: Final = frozenset({"AGREE", "COOPERATE", "CONSULT", "SUPPORT"})
_FACING: Final = words_of("extract.clauses.accompanied.facing")
_DEALING: Final = forms_of_verbs("agree sign negotiate")
_MEETING: Final = forms_of_verbs("meet speak talk confer")
#: Types of acts that somebody does with whom a relative clause is about, and the links by which he does others beside him.
_SHARED: Final = JOINT | {"REJECT", "RETREAT"}
_ALONGSIDE: Final = frozenset({"alongside", "beside"})
_SIDE: Final = frozenset({"side", "shoulder"})
_THINGS: Final = frozenset({"dobj", "xcomp"})


def accompanied(act: Act) -> Parties | None:
    """The actors with those who act beside them."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.pos != "VERB" or not act.actors or is_passive(sentence, verb):
        return None
    if not set(_subjects(sentence, verb)).intersection(act.actors):
        return None
    together = _together(sentence, verb)
    moved = (*(together if sentence.kids(verb.i, "dobj") else ()), *_agreed_with(sentence, act))
    together = (*together, *moved)
    others = (*_with(sentence, act), *_met(sentence, act), *_signed_with(sentence, act), *_with_whom(sentence, act))
    beside = [i for i in (*together, *others) if i not in act.actors and (i in moved or i not in act.recipients)]
    return Parties((*act.actors, *dict.fromkeys(beside)), act.recipients, no_recipients=phrase_of(sentence, moved)) if beside else None


def _subjects(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """The subjects of a verb, of an infinitive those of the verb above it ("will begin **building**")."""
    verb = first_verb(sentence, verb.i)
    while verb.dep == "xcomp" and not sentence.kids(verb.i, "nsubj"):
        verb = first_verb(sentence, verb.head)
    return expand(sentence, [t.i for t in sentence.kids(verb.i, "nsubj")])


def _together(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """Who is named behind "together with" or "along with" under a verb."""
    adverbs = [t for t in sentence.kids(verb.i, "advmod", "prep") if t.lower in BESIDE]
    links = [p for t in adverbs for p in sentence.kids(t.i, "prep") if p.lower == "with"]
    links += [p for p in sentence.kids(verb.i, "prep") if p.lower == "with" and sentence.tokens[p.i - 1].lower in BESIDE]
    named = expand(sentence, [o.i for p in links for o in sentence.kids(p.i, "pobj")])
    return named if any(is_named(sentence, i) for i in named) else ()


def _agreed_with(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """With whom somebody agrees or signs, who does so too: "agreed **with his host** to reopen the line"."""
    if act.type not in JOINT or sentence.tokens[act.head].lower not in _DEALING:
        return ()
    found = objects_of(sentence, [act.head], "with")
    return tuple(i for i in found if i in act.recipients and (is_named(sentence, i) or sentence.tokens[i].lower in _FACING))


def _signed_with(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """With whom a paper is signed, its name standing between or not: "signed a treaty, the Amman Pact, **with King Faisal**".

    Things are not meant ("signed it with reservations").
    """
    verb = sentence.tokens[act.head]
    if act.type not in JOINT or act.recipients or verb.lower not in load_cues().signing:
        return ()
    papers = with_names(sentence, [t.i for t in sentence.kids(verb.i, "dobj")])
    found = objects_of(sentence, [verb.i, *papers], "with")
    return tuple(i for i in found if is_named(sentence, i) or can_speak(sentence.tokens[i].text) or sentence.tokens[i].lower in _FACING)


def _with_whom(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """The noun of a relative clause that tells what others do with it: "**Togo**, with which it agreed a truce", "**France**, with whom it fought side by side"."""
    clause = first_verb(sentence, act.head)
    if clause.dep != "relcl":
        return ()
    links = [p for p in sentence.kids(act.head, "prep") if any(o.tag in {"WDT", "WP"} for o in sentence.kids(p.i, "pobj"))]
    beside = any(t.lower in _SIDE for t in sentence.kids(act.head, "advmod", "npadvmod", "dobj"))
    shared = any(p.lower in _ALONGSIDE or (p.lower == "with" and (act.type in _SHARED or beside)) for p in links)
    if not shared:
        return ()
    before = sentence.tokens[max(0, links[0].i - 2)]
    named = before.pos == "PROPN" and sentence.tokens[links[0].i - 1].text == ","
    return expand(sentence, [before.i if named else clause.head])


def _met(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """With whom somebody meets or speaks: "spoke **with Foreign Minister Diaz** about the dam"."""
    if act.type != "CONSULT" or act.recipients or sentence.tokens[act.head].lower not in _MEETING:
        return ()
    found = objects_of(sentence, [act.head], "with")
    return tuple(i for i in found if is_named(sentence, i) or sentence.tokens[i].tag == "NNP" or can_speak(sentence.tokens[i].text))


def _with(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """The neighbour or host with whom a joint act is done."""
    if act.type not in JOINT or act.recipients:
        return ()
    heads, below = [act.head], list(sentence.kids(act.head, *_THINGS))
    while below:
        heads += [t.i for t in below]
        below = [one for t in below for one in sentence.kids(t.i, *_THINGS, "prep", "pobj") if t.pos == "VERB" or t.dep == "prep" or one.dep == "prep"]
    links = [t for i in heads for t in (sentence.tokens[i], *sentence.kids(i, "prep")) if t.lower == "with"]
    return tuple(dict.fromkeys(o.i for p in links for o in sentence.kids(p.i, "pobj") if o.lower in _FACING))
