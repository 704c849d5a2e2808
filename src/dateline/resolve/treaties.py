"""Treaties named for the town where they were signed: the "Rome Statute" is not Italy's, nor the "Treaty of Lisbon" Portugal's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import Word
from dateline.ontology.wordlists import words_of
from dateline.resolve.scan import Item
from dateline.types import Phrase, PhraseForm

_TREATIES: Final = words_of("resolve.treaties.treaties")
_BETWEEN: Final = words_of("resolve.treaties.between")


def without_towns(items: Sequence[Item], ws: Sequence[Word]) -> list[Item]:
    """The items with the towns that only give their name to a treaty as plain words."""
    return [replace(it, kind="word", entities=(), capital=False) if _is_town(it) and is_named_for(ws, it.start, it.end) else it for it in items]


def is_treaty(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a treaty, which no state is ("Rome Statute")."""
    return phrase.form is PhraseForm.NAME and phrase.head in _TREATIES


def _is_town(item: Item) -> bool:
    return item.is_a("capital", "metonym") or (item.kind == "word" and item.capital)


def is_named_for(ws: Sequence[Word], start: int, end: int) -> bool:
    """Whether the town at ``words[start:end]`` only gives its name to a treaty: it stands before the noun, or in its of-phrase."""
    if ws[end - 1].possessive or ws[end - 1].glued or (start and (ws[start - 1].glued or ws[start].broken)):
        return False
    at = end
    while at < len(ws) and ws[at].norm in _BETWEEN:
        at += 1
    if at < len(ws) and ws[at].norm in _TREATIES and not any(word.broken for word in ws[end : at + 1]):
        return True
    return start > 1 and ws[start - 1].norm == "of" and ws[start - 2].norm in _TREATIES and ws[start - 2].capital
