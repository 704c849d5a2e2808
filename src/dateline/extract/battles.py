"""Types of what forces do in a war, which the same verbs tell otherwise of civilians: **troops** flee, evacuate a base, vanish into the hills, are driven out.

A family that flees is driven from home (SANCTION) and a city that is evacuated is helped (AID); forces that do so yield ground (RETREAT, codebook section
"withdraw"). Whom fighting drives out has not yielded of his own will (ASSAULT), and reinforcements that arrive help nobody but their own (MOBILIZE).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import is_passive
from dateline.extract.clauses.nations import nations_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

FORCES: Final = forms_of_nouns(text_of("extract.battles.forces"))
_CIVILIANS: Final = forms_of_nouns(text_of("extract.battles.civilians"))
_STRONGHOLDS: Final = forms_of_nouns(text_of("extract.battles.strongholds"))
_FLEEING: Final = forms_of_verbs("flee")
_VANISHING: Final = forms_of_verbs("disappear vanish melt slip")
_LEAVING: Final = forms_of_verbs("evacuate")
_DRIVING: Final = forms_of_verbs(text_of("extract.battles.driving"))
_AWAY: Final = frozenset({"back", "out", "off", "from"})
_COMING: Final = forms_of_verbs("arrive come reach")
_REINFORCEMENTS: Final = frozenset({"reinforcement", "reinforcements"})
_INTO: Final = frozenset({"into", "in", "to", "across", "back", "towards", "toward", "over"})
_MISREAD: Final = frozenset({"AID", "SANCTION", "COERCE", "ASSAULT", "CONCEDE"})
_SEEN: Final = _MISREAD | {"RETREAT", "MOBILIZE"}
_OFFENSIVES: Final = forms_of_nouns("offensive counter-offensive counteroffensive assault attack counter-attack counterattack push")
_TAKING: Final = forms_of_verbs(text_of("extract.battles.taking"))


def typed_by_battle(act: Act) -> Act:
    """The act with the type that it has where forces do it or suffer it."""
    if act.type not in _SEEN:
        return act
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if act.type == "ASSAULT" and head.lower in _OFFENSIVES:
        return _of_takers(act, head)
    if head.pos != "VERB":
        return _withdrawn(act) if act.type == "AID" and head.lower == "evacuation" and _is_of_forces(sentence, head) else act
    if _drives_out(act, head):
        return replace(act, type="ASSAULT", modes=(), cameo="190")
    if act.type not in _MISREAD or is_passive(sentence, head):
        return act
    doers = _doers(sentence, head)
    if act.type == "AID" and head.lower in _COMING and any(t.lower in _REINFORCEMENTS for t in doers):
        return replace(act, type="MOBILIZE", modes=("troops",), cameo="154", recipients=())
    if any(t.lower in FORCES for t in doers) and _yields(act, head):
        return _withdrawn(act)
    return act


def _of_takers(act: Act, noun: Token) -> Act:
    """Whose an offensive is in which somebody takes ground: "hills that **they** captured in a new offensive"."""
    sentence, tokens = act.sentence, act.sentence.tokens
    link = tokens[noun.head]
    verb = tokens[link.head]
    if noun.dep != "pobj" or link.lower not in {"in", "during", "with"} or verb.lower not in _TAKING or is_passive(sentence, verb):
        return act
    owned = any(nations_of(sentence, t.i) or t.dep == "poss" for t in sentence.kids(noun.i, "amod", "compound", "poss"))
    takers = tuple(t.i for t in sentence.kids(verb.i, "nsubj") if t.tag not in {"WDT", "WP"})
    told = any(tokens[i].lower in FORCES and tokens[i].dep == "dobj" for i in act.actors)
    if owned or told or not takers or any(t.lower == "by" for t in sentence.kids(noun.i, "prep")):
        return act
    return replace(act, actors=takers, recipients=())


def _withdrawn(act: Act) -> Act:
    return replace(act, type="RETREAT", modes=("withdraw",), cameo="0872", recipients=())


def _yields(act: Act, verb: Token) -> bool:
    """Whether forces leave the ground: they flee, vanish into the woods, or evacuate a place and not its people."""
    sentence = act.sentence
    if verb.lower in _FLEEING:
        return act.type in {"SANCTION", "AID", "COERCE"}
    if verb.lower in _VANISHING:
        return not sentence.kids(verb.i, "dobj") and any(t.lower in _INTO for t in sentence.kids(verb.i, "prep", "advmod", "prt"))
    left = sentence.kids(verb.i, "dobj")
    return act.type == "AID" and verb.lower in _LEAVING and bool(left) and not _are_civilians(sentence, left)


def _drives_out(act: Act, verb: Token) -> bool:
    """Whether fighting moves forces off the ground: "police were **driven back**", "**drove** the garrison **out** of Bor"."""
    sentence = act.sentence
    if act.type not in {"RETREAT", "SANCTION"} or verb.lower not in _DRIVING:
        return False
    away = any(t.lower in _AWAY for t in sentence.kids(verb.i, "advmod", "prt", "prep"))
    return away and any(t.lower in FORCES or t.lower == "police" for t in _moved(sentence, verb))


def _moved(sentence: ParsedSentence, verb: Token) -> Iterable[Token]:
    """Whom a verb moves: its object, the subject of its passive; that of a clause before where the subject is a pronoun."""
    found = [*sentence.kids(verb.i, "dobj", "nsubjpass")]
    if any(t.lower == "they" for t in found):
        found += [t for above in sentence.ancestors(verb.i) for t in sentence.kids(above.i, "nsubj", "advcl") if t.i < verb.i]
        found += [t for clause in sentence.kids(verb.i, "advcl") for t in sentence.kids(clause.i, "nsubj")]
        found += [t for one in found if one.pos == "NOUN" for link in sentence.kids(one.i, "prep") for t in sentence.kids(link.i, "pobj")]
    return found


def _doers(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """The subjects of a verb, its own or those of the verb above that it shares or that a relative clause hangs on."""
    found = list(sentence.kids(verb.i, "nsubj"))
    if verb.dep in {"relcl", "acl"} and (not found or found[0].tag in {"WDT", "WP"}):
        return [sentence.tokens[verb.head]]
    above, steps = verb, 0
    while not found and above.dep in {"xcomp", "conj", "advcl", "pcomp", "prep", "ccomp"} and steps < 3:
        above, steps = sentence.tokens[above.head], steps + 1
        found = list(sentence.kids(above.i, "nsubj", "nsubjpass"))
    return found + [t for one in found if one.lower in {"hundreds", "thousands", "dozens", "scores", "remnants", "number", "most", "some"}
                    for link in sentence.kids(one.i, "prep") for t in sentence.kids(link.i, "pobj")]  # fmt: skip


def _are_civilians(sentence: ParsedSentence, nouns: Iterable[Token]) -> bool:
    return any(t.lower in _CIVILIANS for noun in nouns for t in (noun, *sentence.kids(noun.i, "conj", "compound", "amod")))


def _is_of_forces(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether it is forces that evacuate, and no people that are evacuated: "the **Dutch** evacuation of the **garrison**"."""
    words = [t.lower for t in sentence.tokens]
    if any(one in _CIVILIANS for one in words):
        return False
    told = any(t.lower in FORCES or nations_of(sentence, t.i) for t in sentence.kids(noun.i, "amod", "compound", "poss"))
    return told and any(one in FORCES or one in _STRONGHOLDS for one in words)
