"""Who is put into custody, whatever brings him there: "was **transferred** to a prison", "was **handed** to police", "**moved** to house arrest", "**sits** in a cell".

The verbs alone tell of freeing, handing over or carrying somebody; the place tells of arrest. Who goes from prison to house arrest is let off, who is handed to
the police of another state is extradited, and what is handed to the police is given up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.clauses.nations import nations_among
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_BRINGING: Final = forms_of_verbs(text_of("extract.custody.bringing"))
_CELLS: Final = forms_of_nouns(text_of("extract.custody.cells"))
SITTING: Final = forms_of_verbs(text_of("extract.custody.sitting"))
_KEEPERS: Final = forms_of_nouns(text_of("extract.custody.keepers"))
_SERVICES: Final = forms_of_nouns("service force authority agency")
_OF_SERVICES: Final = frozenset("security intelligence police prison secret".split())
_FREED: Final = forms_of_nouns(text_of("extract.custody.freed"))
_THINGS: Final = forms_of_nouns(text_of("extract.custody.things"))
_INTO: Final = frozenset({"to", "into", "in", "under"})
#: Types that are read into the verb alone.
_READ_INTO: Final = frozenset({"RETREAT", "COOPERATE", "AID", "CONCEDE"})


def in_custody(act: Act) -> Act:
    """The act as an arrest where its clause brings somebody into custody."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type == "COERCE" and verb.lower in SITTING and any(_is_cell(sentence, t) for t in _ends(sentence, verb, [])):
        held = tuple(t.i for t in sentence.kids(verb.i, "nsubj"))
        return replace(act, modes=("arrest",), cameo="173", actors=tuple(i for i in act.actors if i not in held), recipients=held or act.recipients)
    if act.type not in _READ_INTO or verb.lower not in _BRINGING or sentence.kids(verb.i, "neg"):
        return act
    brought = list(sentence.kids(verb.i, "dobj", "nsubjpass"))
    if not brought or any(t.lower in _THINGS for t in brought) or _from_cell(sentence, verb):
        return act
    ends = _ends(sentence, verb, brought)
    jailed = any(_is_cell(sentence, t) for t in ends)
    handed = any(_is_keeper(sentence, t) for t in ends) and not any(t.lower in _FREED for t in brought)
    handed = handed and not _abroad(act, [t for t in ends if _is_keeper(sentence, t)])
    return replace(act, type="COERCE", modes=("arrest",), cameo="173") if jailed or handed else act


def _ends(sentence: ParsedSentence, verb: Token, brought: list[Token]) -> list[Token]:
    """Where or to whom somebody is brought."""
    ways = [verb, *brought, *sentence.kids(verb.i, "prt", "advmod")]
    links = [t for way in ways for t in sentence.kids(way.i, "prep", "dative") if t.lower in _INTO and t.i > verb.i]
    return [t for link in links for t in sentence.kids(link.i, "pobj")]


def _from_cell(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether somebody is moved out of a harder custody: "moved **from prison** to house arrest"."""
    links = [t for t in sentence.kids(verb.i, "prep") if t.lower == "from"]
    softer = any("house" in {one.lower for one in sentence.kids(t.i, "compound", "amod")} for t in _ends(sentence, verb, []))
    return softer and any(_is_cell(sentence, t) for link in links for t in sentence.kids(link.i, "pobj"))


def _is_cell(sentence: ParsedSentence, noun: Token) -> bool:
    if noun.lower == "arrest":
        return any(t.lower == "house" for t in sentence.kids(noun.i, "compound", "amod"))
    words = {t.lower for t in sentence.kids(noun.i, "compound", "amod")}
    return noun.lower in _CELLS or (noun.lower in {"colony", "hospital", "facility", "centre", "center", "camp"} and bool(words & (_CELLS | {"penal"})))


def _is_keeper(sentence: ParsedSentence, noun: Token) -> bool:
    words = {t.lower for t in sentence.kids(noun.i, "compound", "amod")}
    return noun.lower in _KEEPERS or (noun.lower in _SERVICES and bool(words & _OF_SERVICES))


def _abroad(act: Act, ends: list[Token]) -> bool:
    """Whether those who take somebody over are of another state than who gives him up."""
    theirs = nations_among(act.sentence, (t.i for t in ends))
    own = nations_among(act.sentence, (t.i for t in act.sentence.kids(act.head, "nsubj", "agent")))
    return bool(theirs and theirs - own)
