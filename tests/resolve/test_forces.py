"""A state's own forces beside armed groups."""

from __future__ import annotations

import pytest

from dateline.resolve import Resolver, resolve_references
from dateline.types import Mention, Phrase, PhraseForm, Resolution, Span

RESOLVER = Resolver.load()


def _phrases(text: str, *words: str) -> list[Phrase]:
    found = []
    for one in words:
        start = text.index(one)
        span = Span(start, start + len(one))
        form = PhraseForm.NAME if one[0].isupper() and one.split()[-1][0].isupper() else PhraseForm.NOMINAL
        plural = one.endswith("s")
        found.append(Phrase(Mention(one, span), one.split()[-1].lower(), form, plural, start == 0, text[:start].count(". "), span))
    return found


def _lookup(phrase: Phrase) -> Resolution:
    return RESOLVER.actor(phrase.mention.text)


@pytest.mark.parametrize(
    ("text", "group", "noun"),
    [
        ("Arakan Army fighters took Ann. The Arakan Army held it and the army fled.", "Arakan Army", "army"),
        ("Allied Democratic Forces raided Beni. Later the armed forces came.", "Allied Democratic Forces", "armed forces"),
    ],
)
def test_the_army_is_no_armed_group(text: str, group: str, noun: str) -> None:
    at = text.index(f"the {noun}") + 4
    named = _phrases(text, group)[0]
    lone = Phrase(Mention(noun, Span(at, at + len(noun))), noun.split()[-1], PhraseForm.NOMINAL, False, True, 1, Span(at, at + len(noun)))
    assert lone.mention.span not in resolve_references([named, lone], text, _lookup)
