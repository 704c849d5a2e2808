"""Who only says what was done to his own did not do it: "**Lima** said the mission's windows had been smashed"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.nations import OWN, nations_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.fieldcodes import country_told
from dateline.ontology.inflect import forms_of_nouns
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import text_of

#: Types of acts that nobody does to his own.
_DONE_TO: Final = frozenset({"ASSAULT", "COERCE"})
_MISSIONS: Final = forms_of_nouns(text_of("extract.clauses.said.missions"))
_FOES: Final = forms_of_nouns(text_of("extract.clauses.said.foes"))


def said_of_own(act: Act) -> Parties | None:
    """A state or mission that says what was done to a thing or people of its own, without a word of by whom, is no actor."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    things = sentence.kids(act.head, "nsubjpass")
    if act.type not in _DONE_TO or not things or sentence.kids(act.head, "agent"):
        return None
    saying = sentence.tokens[verb.head]
    if verb.dep != "ccomp" or saying.lower not in load_speech().verbs:
        return None
    speakers = expand(sentence, [t.i for t in sentence.kids(saying.i, "nsubj")])
    told = [i for i in speakers if _is_hurt(sentence, sentence.tokens[i], things[0])]
    nations = frozenset().union(*(nations_of(sentence, i) for i in told))
    same = {t.i for t in sentence.tokens if t.text[:1].isupper() and country_told(t.text) in nations}
    return Parties(act.actors, act.recipients, phrase_of(sentence, told) | same) if told else None


def _is_hurt(sentence: ParsedSentence, speaker: Token, thing: Token) -> bool:
    """Whether a speaker is a state or its mission, and the thing its own or the one that the text is about, not a foe's."""
    nations = nations_of(sentence, speaker.i)
    if not nations and speaker.lower not in _MISSIONS:
        return False
    others = nations_of(sentence, thing.i)
    if others:
        return bool(others & nations)
    known = [t for t in sentence.kids(thing.i, "det", "poss") if t.lower == "the" or t.dep == "poss"]
    return any(t.lower in OWN for t in known) or (bool(known) and thing.lower not in _FOES)
