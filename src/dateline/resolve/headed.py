"""Bare "leaders", "ministers" and "member states" in a section on one body: under the heading "2 ECOWAS" the leaders who meet are its."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.headings import Headings
from dateline.resolve.statements import Look
from dateline.types import Candidate, Document, Phrase, PhraseForm, Resolution, Sentence

#: Those who make up a body, and those who do only where they meet.
_MEMBERS: Final = frozenset({"members", "member states", "member countries", "member governments"})
_MEETING: Final = re.compile(
    r"(?:leaders|heads of (?:state|government)(?: (?:and|or) (?:of )?government)?|(?:foreign |defen[cs]e |interior |finance )?ministers|(?:army |defen[cs]e )?chiefs)",
    re.I,
)
_MEET: Final = re.compile(r"\b(?:summit|meeting|session|conference|gathering)\b|\bmet\b", re.I)
_NUMBER: Final = re.compile(r"^[\s\dA-Z]{0,3}(?:\.\d+)*[.)]?\s+")
_ARTICLE: Final = re.compile(r"^the\s+", re.I)
_NAMED: Final = frozenset({"organisation", "igo"})


def of_the_heading(
    document: Document, sentences: Sequence[Sentence], phrases: Sequence[Phrase], actor: Callable[[str], Resolution], look: Look
) -> dict[Phrase, Candidate]:
    """The phrases that mean the body that a heading above them names and nothing else, with that body.

    Args:
        document: the document.
        sentences: its sentences.
        phrases: its phrases in text order.
        actor: what a name refers to.
        look: the countries that a text names.
    """
    sections = Headings(document, lambda words: _body(_ARTICLE.sub("", _NUMBER.sub("", words)), actor))
    found: dict[Phrase, Candidate] = {}
    for phrase in phrases if sections else ():
        if not phrase.plural or phrase.form is not PhraseForm.NOMINAL or phrase.extended not in (None, phrase.mention.span):
            continue
        body = sections.above(phrase.mention.span.start)
        if body is not None and _is_of_body(phrase, sentences[phrase.sentence].text, body, look):
            found[phrase] = body
    return found


def _body(name: str, actor: Callable[[str], Resolution]) -> Candidate | None:
    read = actor(name)
    return read.chosen if read.method in _NAMED and read.chosen is not None and read.chosen.country in BODIES else None


def _is_of_body(phrase: Phrase, sentence: str, body: Candidate, look: Look) -> bool:
    """Whether a phrase means members of the body: no other one is named beside it, and leaders and ministers meet."""
    words = _ARTICLE.sub("", " ".join(phrase.mention.text.split()).lower())
    if words not in _MEMBERS and not (_MEETING.fullmatch(words) and _MEET.search(sentence)):
        return False
    return all(one.country not in BODIES or one.country == body.country for one in look(sentence))
