"""Who only says what was done to his own did not do it: "**Lima** said the mission's windows had been smashed"; who says that his foe was beaten
back did: "**Lima** said Chilean soldiers were driven back"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, verb_arguments
from dateline.extract.clauses.nations import OWN, nations_of
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.fieldcodes import country_told
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import text_of, words_of

#: Types of acts that nobody does to his own.
_DONE_TO: Final = frozenset({"ASSAULT", "COERCE"})
#: Types of acts that a coder finds in a defeat.
_DEFEATS: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
_MISSIONS: Final = forms_of_nouns(text_of("extract.clauses.said.missions"))
_FOES: Final = forms_of_nouns(text_of("extract.clauses.said.foes"))
#: To beat who attacks.
REPELLING: Final = forms_of_verbs(text_of("extract.clauses.said.repelling"))
_DRIVING: Final = forms_of_verbs(text_of("extract.clauses.said.driving"))
_OFF: Final = frozenset({"back", "off", "out"})
_FORCES: Final = words_of("extract.clauses.said.forces")


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


def beaten_back(act: Act) -> Parties | None:
    """The state or army that tells of its foe's defeat in the passive beat him: "**Lima** said Chilean soldiers landed but were driven back"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _DEFEATS or not _is_beaten(sentence, verb) or sentence.kids(act.head, "agent"):
        return None
    clause = first_verb(sentence, act.head)
    saying = sentence.tokens[clause.head]
    if clause.dep != "ccomp" or saying.lower not in load_speech().verbs:
        return None
    speakers = expand(sentence, [t.i for t in sentence.kids(saying.i, "nsubj")])
    foes = verb_arguments(sentence, act.head).objects
    if not speakers or not foes or not all(_is_foe(sentence, sentence.tokens[foe], speaker) for foe in foes for speaker in speakers):
        return None
    return Parties(speakers, foes, phrase_of(sentence, foes), phrase_of(sentence, speakers))


def _is_beaten(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb is a passive of defeat in the field: "were repulsed", "were thrown **back**"."""
    if not sentence.kids(verb.i, "auxpass"):
        return False
    return verb.lower in REPELLING or (verb.lower in _DRIVING and any(t.lower in _OFF for t in sentence.tokens[verb.i + 1 : verb.i + 2]))


def _is_foe(sentence: ParsedSentence, foe: Token, speaker: int) -> bool:
    """Whether a speaker is a state or its forces, and those of whom it tells armed men of another state or of none."""
    own, others = nations_of(sentence, speaker), nations_of(sentence, foe.i)
    if (not own and sentence.tokens[speaker].lower not in _FORCES) or own & others:
        return False
    return bool(others) or foe.lower in _FOES


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
