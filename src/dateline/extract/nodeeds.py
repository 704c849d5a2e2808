"""Words for deeds that nobody does there: a threat that somebody **sees**, evidence that a panel **obtains**, charges that are only **dismissed**,
a town that **is supplied from the west**, fighters of whom only their backer is told.
"""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.idioms import breaks_fast
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.wordtypes import ARMED
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_THREATS: Final = forms_of_nouns("threat danger menace")
_SEEING: Final = forms_of_verbs(text_of("extract.nodeeds.seeing"))
_GATHERING: Final = forms_of_verbs(text_of("extract.nodeeds.gathering"))
_EVIDENCE: Final = forms_of_nouns(text_of("extract.nodeeds.evidence"))
_CHARGES: Final = forms_of_nouns("charge accusation allegation")
_DISMISSING: Final = forms_of_verbs(text_of("extract.nodeeds.dismissing"))
_BACKING: Final = forms_of_verbs("back")
_SUPPLYING: Final = forms_of_verbs("supply provision feed")
_SIDES: Final = words_of("extract.nodeeds.sides")
_SHARED: Final = frozenset({"from", "with", "by"})


def tells_no_deed(act: Act) -> bool:
    """Whether the word of an act tells what somebody sees, gathers or rejects, the end of a fast, or how a place is reached."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    if act.type == "PROTEST" and breaks_fast(sentence, word if word.pos == "VERB" else sentence.tokens[word.head]):
        return True
    if word.pos == "NOUN":
        return (act.type == "THREATEN" and _is_seen(sentence, word)) or (act.type == "ACCUSE" and not act.actors and _is_dismissed(sentence, word))
    if word.pos != "VERB":
        return False
    if act.type in {"AID", "SUPPORT"} and _only_describes(sentence, word):
        return True
    return (act.type == "COOPERATE" and _gathers(sentence, word)) or (act.type == "AID" and _is_reached(sentence, word))


def _is_seen(sentence: ParsedSentence, noun: Token) -> bool:
    """"**saw** no threat in the exercise", "**posed** a threat", not "made a threat"."""
    return noun.lower in _THREATS and noun.dep in {"dobj", "nsubjpass"} and sentence.tokens[noun.head].lower in _SEEING


def _is_dismissed(sentence: ParsedSentence, noun: Token) -> bool:
    """"dismissed the **charges** as slander": whose they are and what they say was told before."""
    told = sentence.kids(noun.i, "acl", "relcl", "prep", "agent", "amod", "nmod", "compound", "poss", "ccomp")
    return noun.lower in _CHARGES and noun.dep == "dobj" and sentence.tokens[noun.head].lower in _DISMISSING and not told


def _gathers(sentence: ParsedSentence, verb: Token) -> bool:
    """"obtained documentary **evidence** of the raid"; who obtains it "from the ministry" works with it."""
    found = [t for t in sentence.kids(verb.i, "dobj") if t.lower in _EVIDENCE] if verb.lower in _GATHERING else []
    return bool(found) and not any(t.lower in _SHARED for i in (verb.i, *(t.i for t in found)) for t in sentence.kids(i, "prep"))


def _is_reached(sentence: ParsedSentence, verb: Token) -> bool:
    """"the road by which the town was supplied **from the west**": nobody is said to give anything."""
    passive = sentence.kids(verb.i, "auxpass") and not sentence.kids(verb.i, "agent", "dobj")
    links = [t for t in sentence.kids(verb.i, "prep") if t.lower == "from"] if passive and verb.lower in _SUPPLYING else []
    return any(t.lower in _SIDES for link in links for t in sentence.kids(link.i, "pobj")) and not any(
        t.lower in {"with", "by"} and not any(o.tag == "WDT" for o in sentence.kids(t.i, "pobj")) for t in sentence.kids(verb.i, "prep")
    )


def _only_describes(sentence: ParsedSentence, verb: Token) -> bool:
    """"fighters **backed** by Tehran": a modifier of an armed force is no act (guidelines, settled case 22); a clause that says so is."""
    bare = verb.dep == "acl" and verb.tag in {"VBN", "VBD"} and not sentence.kids(verb.i, "nsubj", "nsubjpass", "aux", "auxpass", "npadvmod")
    return bare and verb.lower in _BACKING and bool(sentence.kids(verb.i, "agent")) and sentence.tokens[verb.head].lower in ARMED
