"""Acts of which the words leave no choice of type: a truce that is broken, soldiers whom their own side carries."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.clauses.nations import nations_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs

_BREAKING: Final = forms_of_verbs("break violate breach")
_TRUCES: Final = forms_of_nouns("truce ceasefire cease-fire armistice")
#: Types that are read into the verb alone.
_READ_INTO: Final = frozenset({"COERCE", "REJECT", "SANCTION", "PROTEST"})
_CARRYING: Final = forms_of_verbs("ferry fly airlift ship transport carry land bring")
_SOLDIERS: Final = forms_of_nouns("soldier troop paratrooper marine infantryman commando")


def typed_by_words(act: Act) -> Act:
    """The act with the type that its words leave it."""
    if _breaks_truce(act):
        return replace(act, type="ASSAULT", modes=(), cameo="196")
    soldiers = _carried(act)
    if soldiers:
        return replace(act, type="MOBILIZE", modes=("troops",), cameo="154", recipients=tuple(i for i in act.recipients if i not in soldiers))
    return act


def _breaks_truce(act: Act) -> bool:
    """Whether a truce is said to be broken ("a ceasefire ..., which **was violated** within hours")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    return act.type in _READ_INTO and verb.lower in _BREAKING and any(t.lower in _TRUCES for t in _broken(sentence, verb))


def _broken(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What a verb breaks: its object, the subject of its passive, or the noun that its clause hangs on, past the names behind it."""
    found = [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.tag not in {"WDT", "WP"}]
    clause = verb
    while clause.dep == "conj" and not sentence.kids(clause.i, "nsubj", "nsubjpass"):
        clause = sentence.tokens[clause.head]
    if clause.dep != "relcl" or found:
        return found
    return [t for t in sentence.ancestors(clause.i) if t.pos == "NOUN"]


def _carried(act: Act) -> frozenset[int]:
    """The soldiers of no other country whom aid brings somewhere ("the carrier's helicopters ferried **soldiers** to the port")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "AID" or verb.lower not in _CARRYING:
        return frozenset()
    soldiers = [t.i for t in sentence.kids(act.head, "dobj") if t.lower in _SOLDIERS]
    own = frozenset().union(*(nations_of(sentence, i) for i in act.actors))
    return frozenset() if any(nations_of(sentence, i) - own for i in soldiers) else frozenset(soldiers)
