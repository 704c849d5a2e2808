"""Acts of which the words leave no choice of type: a truce that is broken, soldiers whom their own side carries, envoys who go back to their posts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import first_of_row
from dateline.extract.clauses.nations import nations_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_BREAKING: Final = forms_of_verbs("break violate breach")
_TRUCES: Final = forms_of_nouns("truce ceasefire cease-fire armistice")
#: Types that are read into the verb alone.
_READ_INTO: Final = frozenset({"COERCE", "REJECT", "SANCTION", "PROTEST"})
_CARRYING: Final = forms_of_verbs("ferry fly airlift ship transport carry land bring")
_SOLDIERS: Final = forms_of_nouns("soldier troop paratrooper marine infantryman commando")
_ENVOYS: Final = forms_of_nouns(text_of("extract.wordtypes.envoys"))
_SENDING: Final = forms_of_verbs(text_of("extract.wordtypes.sending"))
_RETURNING: Final = forms_of_verbs(text_of("extract.wordtypes.returning"))


def typed_by_words(act: Act) -> Act:
    """The act with the type that its words leave it."""
    if _breaks_truce(act):
        return replace(act, type="ASSAULT", modes=(), cameo="196")
    if _sends_back(act):
        return replace(act, type="SUPPORT", modes=(), cameo="050")
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
    clause = first_of_row(sentence, verb, lambda one, _: not sentence.kids(one.i, "nsubj", "nsubjpass"))
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


def _sends_back(act: Act) -> bool:
    """Whether a state's own envoy takes up the post again ("sent **its** ambassador **back** to Caracas", not "sent the Russian ambassador back")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "SANCTION":
        return False
    envoys = [t for t in sentence.kids(verb.i, "dobj") if t.lower in _ENVOYS]
    if not any(t.tag == "PRP$" for envoy in envoys for t in sentence.kids(envoy.i, "poss")):
        return False
    ways = sentence.kids(verb.i, "advmod", "prt")
    goes = any(t.lower == "to" for above in (verb, *ways, *envoys) for t in sentence.kids(above.i, "prep"))
    back = any(t.lower == "back" for t in ways)
    return (verb.lower in _SENDING and back and goes) or (verb.lower in _RETURNING and goes)
