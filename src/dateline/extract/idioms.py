"""Set phrases: whom they are aimed at ("begged **the victims'** forgiveness"), and those that mean no act of their words ("broke his fast")."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive
from dateline.extract.classifier.idiomlifts import aimed
from dateline.extract.clauses.nations import is_named
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_BREAKING: Final = forms_of_verbs("break")
_MEALS: Final = frozenset({"bread", "fast"})
_PERSONS: Final = forms_of_nouns(text_of("extract.idioms.persons"))


#: Types of acts that are done together, so that who stands behind "with" is no one's target.
_TOGETHER: Final = frozenset({"CONSULT", "COOPERATE", "AGREE", "ASSAULT", "PROTEST", "MOBILIZE", "RETREAT"})


def aimed_by_idiom(act: Act) -> Act:
    """The act of a set phrase with whom the phrase is aimed at, where it has nobody yet ("begged **the victims'** forgiveness"),
    or nobody else ("a base was put at **Japan's** disposal")."""
    if act.type in _TOGETHER:
        return act
    if is_passive(act.sentence, act.sentence.tokens[act.head]) and act.actors and {*act.actors} <= {*aimed(act.sentence, act.head)}:
        return replace(act, actors=(), recipients=act.actors)
    if act.recipients:
        return act
    own = {j for i in act.actors for j in act.sentence.subtree(i)}
    found = [i for i in expand(act.sentence, aimed(act.sentence, act.head)) if i not in own and is_party(act.sentence, i)]
    return replace(act, recipients=tuple(sorted(found))) if found else act


def is_party(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word names a state or person, by a name, a country, an office or a pronoun."""
    token = sentence.tokens[index]
    return token.tag == "PRP" or is_named(sentence, index) or token.lower in _PERSONS


def breaks_fast(sentence: ParsedSentence, verb: Token) -> bool:
    """"broke **bread**", "broke his **fast**", which is no hunger strike but its end."""
    return verb.lower in _BREAKING and any(t.lower in _MEALS for t in sentence.kids(verb.i, "dobj"))
