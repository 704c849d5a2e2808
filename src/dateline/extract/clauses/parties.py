"""The parties of an act by its words, and the words that can be neither."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import Arguments, first_of_row, noun_arguments, verb_arguments
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.types import Lean

#: Types of acts that harm whoever they are done to; whose own they hit is their recipient.
HARMING: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Word indices of who does an act and to whom; ``no_actors`` and ``no_recipients`` are words that can be neither."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    no_actors: frozenset[int] = frozenset()
    no_recipients: frozenset[int] = frozenset()


def with_parties(act: Act, found: Parties) -> Act:
    """The act with other parties; the coder's word for those that can be none no longer counts."""
    actors = tuple(i for i in found.actors if i not in found.no_actors)
    recipients = tuple(i for i in found.recipients if i not in found.no_recipients and i not in actors)
    leans = _without(act, found.no_actors - set(actors), found.no_recipients - set(recipients))
    return replace(act, actors=tuple(dict.fromkeys(actors)), recipients=tuple(dict.fromkeys(recipients)), leans=leans)


def _without(act: Act, no_actors: Collection[int], no_recipients: Collection[int]) -> tuple[Lean, ...]:
    """What the coder says of words, less what it says of those that are no party."""
    tokens = act.sentence.tokens
    doers, done_to = ({tokens[i].start for i in barred} for barred in (no_actors, no_recipients))
    leans = [replace(one, actor=0.0, acting=0.0) if one.span.start in doers else one for one in act.leans]
    return tuple(replace(one, recipient=0.0, affected=0.0) if one.span.start in done_to else one for one in leans)


def phrase_of(sentence: ParsedSentence, indices: Iterable[int]) -> frozenset[int]:
    """Words with those that stand before them in their phrases."""
    found = set(indices)
    for index in tuple(found):
        found |= {t.i for t in sentence.kids(index, "compound", "amod", "poss", "nmod")}
    return frozenset(found)


def arguments_of(sentence: ParsedSentence, head: int) -> Arguments:
    """The parties of a verb or an event noun by the parse."""
    nominal = sentence.tokens[head].pos in {"NOUN", "PROPN"}
    return noun_arguments(sentence, head) if nominal else verb_arguments(sentence, head)


def first_verb(sentence: ParsedSentence, head: int) -> Token:
    """The first of coordinated verbs that has the subject of one."""
    return first_of_row(
        sentence, sentence.tokens[head], lambda verb, above: above.pos in {"VERB", "AUX"} and not sentence.kids(verb.i, *SUBJECTS)
    )
