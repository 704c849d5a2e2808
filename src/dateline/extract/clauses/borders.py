"""Who fights on a border: the states that it parts, where nobody else is told ("clashes along the frontier between **Togo and Ghana**")."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.nations import nation_of, nations_of
from dateline.extract.clauses.parties import Parties
from dateline.extract.parse import ParsedSentence
from dateline.ontology.wordlists import words_of

_FIGHTING: Final = words_of("extract.roles.mutual") | words_of("extract.clauses.borders.fighting")
_BORDERS: Final = words_of("extract.clauses.borders.borders")
_ON: Final = frozenset("on along across at over near".split())


def on_border(act: Act) -> Parties | None:
    """Both states of the border, where the act's actors are among them or nobody."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type != "ASSAULT" or noun.lower not in _FIGHTING or (noun.tag.startswith("VB") and noun.dep not in {"pobj", "nsubj", "dobj"}):
        return None
    states = _parted(sentence, act.head)
    if len(states) < 2 or not set(states).issuperset(act.actors):
        return None
    return Parties(states, tuple(i for i in act.recipients if i not in states))


def _parted(sentence: ParsedSentence, head: int) -> tuple[int, ...]:
    """The states that a border parts on which something is: "the border **between A and B**", "of A and B"."""
    above = sentence.tokens[sentence.tokens[head].head]
    heads = [head, *([above.i] if above.pos == "VERB" else [])]
    found = list(heads)
    for _ in range(2):
        links = [p for i in found for p in sentence.kids(i, "prep") if p.lower in _ON or (p.lower == "of" and sentence.tokens[p.head].lower in _BORDERS)]
        found += [o.i for p in links for o in sentence.kids(p.i, "pobj") if o.i not in found]
    borders = [i for i in found if sentence.tokens[i].lower in _BORDERS]
    lines = [*borders, *(o.i for i in borders for p in sentence.kids(i, "prep") if p.lower == "of" for o in sentence.kids(p.i, "pobj"))]
    links = [p for i in lines for p in sentence.kids(i, "prep") if p.lower in {"between", "of"}]
    named = expand(sentence, [o.i for p in links for o in sentence.kids(p.i, "pobj")])
    states = tuple(i for i in named if nation_of(sentence, sentence.tokens[i]) or nations_of(sentence, i))
    return states if len(states) == len(named) else ()
