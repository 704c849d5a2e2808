"""Whose "the Government", "the House", "Minister for Europe" are: the state that issues a document, or the one that a section is about.

Official papers write the offices of their own state with a capital and without its name. The state is that of the publisher or author, of
"His Majesty's Government" in the text, of the section's heading ("The Dutch position"), or of the title ("... and Canada's response").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.statements import Issuers, Look
from dateline.types import Block, BlockKind, Document, Phrase, PhraseForm, Resolution, Sentence, SentenceKind, Span

_OFFICES: Final = frozenset(
    """government parliament cabinet house lords commons opposition members minister ministers ministry secretary chancellor department
    treasury""".split()
)
#: Further ones that speak in statements of their own.
_SPEAKING: Final = frozenset("embassy consulate presidency mission".split())
#: Those that a report may name without a country where it opens with one.
_REPORTED: Final = frozenset("ministry department embassy".split())
#: Of these the United States have none, so that an American paper means another state's.
_NOT_AMERICAN: Final = frozenset("parliament lords commons minister ministers ministry chancellor".split())
_GROUP: Final = "Parliamentary Group"
#: Written small they are the state's own only in the plural and without an article ("have urged ministers to").
_SMALL: Final = frozenset({"ministers"})
_ISSUERS: Final = frozenset({"GOV", "LEG", "MIL"})
#: How the name of a body, not of a person in office, is read.
_ISSUING: Final = frozenset({"organisation", "composition"})
_CROWN: Final = re.compile(r"\b(?:His|Her) Majesty['’]s Government\b|\bHouse of (?:Commons|Lords) Library\b")
#: Before a country in a heading: "Relations **with** Iran" is not Iran's.
_OWN: Final = re.compile(r"(?:^|\b(?:of|by|the|and)|[-–—:;,.&(])\s*$", re.I)
_NUMBER: Final = re.compile(r"^[\s\dA-Z]{0,3}[.)]\s*")
_POSITION: Final = re.compile(
    r"(?:['’]s?)?\s+(?:government\s+)?(?:position|response|policy|reaction|role|stance|view|approach|statement|debate)\b", re.I
)
_NOBODY: Final = Issuers()


def offices_of_issuer(
    document: Document, sentences: Sequence[Sentence], phrases: Sequence[Phrase], actor: Callable[[str], Resolution], look: Look,
    lookup: Callable[[Phrase], Resolution], issuers: Issuers = _NOBODY,
) -> dict[Phrase, str]:
    """The offices without a country of their own that are of the issuing state, or of the section's.

    A lone noun that was another state's in this sentence or the one before stays that one's.

    Args:
        document: the document.
        sentences: its sentences.
        phrases: its phrases in text order.
        actor: what a name refers to.
        look: the countries that a text names.
        lookup: what a phrase refers to by its own words.
        issuers: who issues the document as a statement.
    """
    issuer = issuers.state or _issuer(document, actor)
    heads = [(block.span.start, _of_heading(document, block, look)) for block in document.blocks if block.kind is BlockKind.HEADING]
    title = _of_title(document, look)
    if not (issuer or title or issuers.reported or any(country for _, country in heads)):
        return {}
    starts = [start for start, _ in heads]
    found: dict[Phrase, str] = {}
    named: dict[str, tuple[int, str]] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN or sentences[phrase.sentence].kind is SentenceKind.HEADLINE:
            continue
        section = bisect_right(starts, phrase.mention.span.start) - 1
        state = issuer or (heads[section][1] if section >= 0 else None) or title
        state = state or (issuers.reported if phrase.head in _REPORTED else None)
        own = lookup(phrase).chosen
        if own and own.country:
            named[phrase.head] = phrase.sentence, own.country
        elif state and is_office(phrase, document.text, _SPEAKING if issuers.state or issuers.reported else frozenset()):
            last, other = named.get(phrase.head, (-2, state)) if phrase.mention.text.lower() == phrase.head else (-2, state)
            if (other == state or phrase.sentence - last > 1) and not (state == "USA" and phrase.head in _NOT_AMERICAN):
                found[phrase] = state
    return found


def is_office(phrase: Phrase, text: str, further: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase is a state's office with a capital ("the Government", "Opposition Members"), one of ``further`` nouns, or bare "ministers"."""
    words = phrase.mention.text
    if words in _SMALL:
        return phrase.extended is None or phrase.extended == phrase.mention.span
    if words.endswith(_GROUP):
        return True
    at = words.lower().find(phrase.head)
    if phrase.head not in _OFFICES | further or at < 0 or not words[at].isupper():
        return False
    return at > 0 or not _opens(text, phrase.mention.span)


def is_own_office(phrase: Phrase, text: str, state: str) -> bool:
    """Whether a phrase is an office that a state has, written as its own papers do."""
    return is_office(phrase, text) and not (state == "USA" and phrase.head in _NOT_AMERICAN)


def _opens(text: str, span: Span) -> bool:
    """Whether a phrase opens its sentence without an article, where any word has a capital."""
    before = text[max(0, span.start - 3) : span.start].rstrip(" \n\"“'‘")
    return not before or before[-1] in ".!?:"


def _issuer(document: Document, actor: Callable[[str], Resolution]) -> str | None:
    """The state of the publisher or of an author that is a body of one, else the one whose government the text calls its own."""
    for name in (document.publisher, *document.authors):
        if name and (country := _body(name, actor)):
            return country
    return "GBR" if _CROWN.search(document.text) else None


def _body(name: str, actor: Callable[[str], Resolution]) -> str | None:
    if _CROWN.search(name):
        return "GBR"
    found = actor(name)
    chosen = found.chosen if found.method in _ISSUING else None
    if chosen is None or not _ISSUERS.intersection(chosen.sectors[:1]):
        return None
    return chosen.country if chosen.country not in BODIES else None


def _of_heading(document: Document, block: Block, look: Look) -> str | None:
    """The one state that a heading names, where it is not what the heading's noun is about ("Relations with Iran")."""
    text = _NUMBER.sub("", document.slice(block.span))
    seen = look(text)
    return seen[0].country if len({one.country for one in seen}) == 1 and _OWN.search(text[: seen[0].start]) else None


def _of_title(document: Document, look: Look) -> str | None:
    """The state whose position the title announces, unless it is towards another's acts: an office may be either's in "Australia's response to China's tariffs"."""
    title = document.title or ""
    seen = [one for one in look(title) if one.country not in BODIES]
    own = {one.country: one.end for one in seen if _POSITION.match(title, one.end)}
    if len(own) != 1:
        return None
    state, end = next(iter(own.items()))
    return None if any(one.start > end and one.country != state and one.where != "in" for one in seen) else state
