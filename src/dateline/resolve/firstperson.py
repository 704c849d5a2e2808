"""Whose "I", "we" and "my Special Representative" are in a report: those of the body or state that issues it.

Reports of international bodies speak in the first person of an office ("I urge the parties"). Who speaks stands in the publisher or
author, or in the front matter: a masthead, "Report of the Secretary-General", a document symbol ("S/2024/697", "COM(2024) 690").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import by_sentence
from dateline.resolve.belonging import BODIES
from dateline.resolve.quotationmarks import is_quotation_open
from dateline.types import BlockKind, Document, Phrase, PhraseForm, Resolution, Sentence, SentenceKind, Span

#: Front matter: those of the first so many blocks that are shorter than this, in characters.
_BLOCKS: Final = 8
_SHORT: Final = 160
#: Signs of a body in the front matter, each with its code.
_SIGNS: Final = (
    (re.compile(r"\b(?:[Rr]eports?|[Nn]ote|[Ll]etters?(?: dated [\w ]+)?|[Ss]tatement|[Rr]emarks) (?:of|by|from) the (?:UN |United Nations )?Secretary-General\b"), "UNO"),
    (re.compile(r"(?<![\w/])(?:S|A|E)/(?:(?:HRC|RES|PV|CN\.\d|C\.\d)/)?(?:19|20|\d{2}/)\d{1,4}(?:/\w+)*\b"), "UNO"),
    (re.compile(r"(?<![\w/])(?:[SAE]|A/C\.\d|A/AC\.\d+|A/ES-\d+)/(?:\d{1,3}/)?(?:PV|SR)\.\d{1,5}\b"), "UNO"),
    (re.compile(r"\b(?:COM|SWD|JOIN)\s?\((?:19|20)\d\d\)\s?\d+\b"), "EUR"),
    (re.compile(r"\b(?:[Cc]ommunication|[Rr]eport) (?:from|of) the (?:European )?Commission to the (?:European Parliament|Council)\b"), "EUR"),
    (re.compile(r"^\W*(?:Council |Commission )?(?:(?:Implementing|Delegated) )?(?:Regulation|Decision|Directive) \((?:EU|EC|EEC|CFSP)\b", re.I), "EUR"),
    (re.compile(r"\bReport of the Chairperson of the (?:African Union )?Commission\b"), "IGO"),
)  # fmt: skip
#: A Secretary-General is also NATO's or the OAS's; these say so.
_OTHER_CHIEF: Final = re.compile(r" of (?:the )?(?:NATO|OAS|OSCE|Organi[sz]ation|Arab|League|Commonwealth|Council|North)")
_ISSUING: Final = frozenset({"organisation", "composition"})
#: Those who write of acts and do not themselves act.
_REPORTERS: Final = frozenset({"JRN"})
_STATES: Final = frozenset({"GOV", "LEG", "MIL"})
#: First persons as the subject of a sentence, and in any case.
SUBJECTS: Final = frozenset({"i", "we"})
FIRST: Final = SUBJECTS | frozenset("me us myself ourselves".split())
_OWN: Final = re.compile(r"(?:my|our)\s", re.I)
STAFF: Final = words_of("resolve.firstperson.staff")
_APPOSED: Final = re.compile(r",\s+(?:Mr|Ms|Mrs|Dr)?\.?\s*")


def of_the_issuer(
    document: Document, sentences: Sequence[Sentence], phrases: Sequence[Phrase], actor: Callable[[str], Resolution], state: str | None = None
) -> dict[Phrase, str]:
    """The first persons of the author, those whom they call theirs and the names of these, with the code of who issues the document.

    A whole sentence of the front matter tells nothing: it may be about somebody else's report.

    Args:
        document: the document.
        sentences: its sentences.
        phrases: its phrases in text order.
        actor: what a name refers to.
        state: the state whose ministry or embassy speaks in the document.
    """
    first = [p for p in phrases if _is_first(p, document.text)]
    code = (state or issuing_body(document, actor)) if first else None
    if code is None:
        return {}
    own = [p for p in first if not is_quoted(document, sentences[p.sentence], p.mention.span)]
    staff = by_sentence(p for p in own if p.form is not PhraseForm.PRONOUN)
    names = [
        p for p in phrases if p.form is PhraseForm.NAME and any(_is_apposed(document.text, one, p) for one in staff.get(p.sentence, ()))
    ]
    return dict.fromkeys((*own, *names), code)


def of_the_author(document: Document, sentences: Sequence[Sentence], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The first persons that are pronouns and stand in nobody else's words."""
    first = [p for p in phrases if p.form is PhraseForm.PRONOUN and p.mention.text.lower() in FIRST]
    return [p for p in first if not is_quoted(document, sentences[p.sentence], p.mention.span)]


def issuing_body(document: Document, actor: Callable[[str], Resolution]) -> str | None:
    """The code of the body or state that issues a document; ``None`` where it does not say so."""
    for name in (document.publisher, *document.authors, document.title):
        if name and (code := _named(actor(name), states=name != document.title)):
            return code
    front = front_of(document)
    for kind, words in front:
        for pattern, code in _SIGNS:
            seen = pattern.search(words)
            if seen and not (kind is BlockKind.PARAGRAPH and words.endswith((".", "!", "?"))):
                return "IGO" if _OTHER_CHIEF.match(words, seen.end()) else code
    heads = [words for kind, words in front if kind is not BlockKind.PARAGRAPH]
    return next((code for name in heads[:2] if (code := _named(actor(name), states=False))), None)


def _named(found: Resolution, *, states: bool) -> str | None:
    """The code of a name that is as a whole a body's, or a state's office where those count."""
    chosen = found.chosen if found.method in _ISSUING else None
    if chosen is None or chosen.country is None or _REPORTERS.intersection(chosen.sectors):
        return None
    if chosen.country in BODIES:
        return chosen.country if found.method == "organisation" else None
    return chosen.country if states and _STATES.intersection(chosen.sectors[:1]) else None


def front_of(document: Document) -> list[tuple[BlockKind, str]]:
    """The short blocks at the head of a document, and its title."""
    blocks = [(b.kind, document.slice(b.span).strip()) for b in document.blocks[:_BLOCKS] if b.span.end - b.span.start < _SHORT]
    return [(BlockKind.TITLE, document.title or ""), *blocks]


def _is_first(phrase: Phrase, text: str) -> bool:
    if phrase.form is PhraseForm.PRONOUN:
        return phrase.mention.text.lower() in FIRST
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    return phrase.head in STAFF and _OWN.match(text, start) is not None


def is_quoted(document: Document, sentence: Sentence, span: Span) -> bool:
    """Whether somebody else's words are quoted: a first person in a headline or after an open quotation mark."""
    if sentence.kind is SentenceKind.HEADLINE:
        return True
    block = document.block_of(span) or sentence
    return is_quotation_open(document.text, block.span.start, span.start)


def _is_apposed(text: str, office: Phrase, name: Phrase) -> bool:
    """Whether a name follows an office after a comma ("my Special Envoy, Hans Grundberg")."""
    between = office.mention.span.end, name.mention.span.start
    return between[0] < between[1] and _APPOSED.fullmatch(text, *between) is not None
