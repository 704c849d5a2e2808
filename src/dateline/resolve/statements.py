"""Who issues a statement: the state whose ministry or embassy speaks in it, or the states of a joint one.

A ministry that publishes a statement names neither itself nor its country in full: "Statement of the Department of Foreign Affairs", then "the
Department", "it", "we". Whose it is stands behind the office ("Ministry of Foreign Affairs of Georgia"), or shows by whose protest is conveyed and
who "rejects", "condemns", "calls on" in the present tense, or by the dateline. A joint statement is of the states of its title, else of those of its
first sentence: "the Ministers", "both sides" and "we" are all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.firstperson import front_of
from dateline.resolve.sightings import Sighting
from dateline.types import BlockKind, Document, Phrase, PhraseForm, Sentence, SentenceKind

_STATEMENT: Final = re.compile(
    r"\b(?:statements?|communiqu[eé]|declaration|(?:press|news|media) (?:release|note|notice)|read-?out|note verbale|remarks|press briefing|announcement)\b", re.I
)
_JOINT: Final = re.compile(r"\bjoint (?:\w+ ){0,2}(?:statement|communiqu[eé]|declaration|(?:press|news|media) \w+|read-?out)\b", re.I)
#: An office that speaks for a state, as its own papers write it.
_OFFICE: Final = re.compile(
    r"\b(?:(?:Federal )?Ministry|Department|Office of the (?:President|Prime Minister|Spokesperson)|Presidency|Embassy|High Commission|Consulate General"
    r"|Permanent Mission)\b(?: (?:of|for) (?:the )?[A-Z]\w+(?:(?:,? and|,| of)? [A-Z]\w+)*?)?(?= of (?:the )?[A-Z]| in | at |[^\w ]| [a-z]|$)|\bForeign (?:Ministry|Office)\b"
)
#: What a title is about stands behind these.
_ABOUT: Final = re.compile(r"\s(?:on|regarding|concerning|about|following|over|after|to|in response)\s", re.I)
_OF: Final = re.compile(r"^\s+of\s+(?:the\s+)?(?:\w+\s+)?$")
#: A state's own stance, conveyed for it ("the Philippines' strongest protest") and taken by it ("India rejects").
_OWN_STANCE: Final = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:protests?|condemnation|concerns?|regrets?|displeasure|indignation|objections?|rejection|dismay|outrage|condolences"
    r"|appreciation|gratitude)\b", re.I
)
_TAKES: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?:rejects?|condemns?|calls|urges|demands|reaffirms?|reiterates?|reserves|regrets|welcomes|deplores|denounces|expects|stands|considers"
    r"|remains|will|expresses|appeals|insists|protests|strongly)\b"
)
#: Body sentences that may say whose the statement is.
_LEAD: Final = 6
_MEMBERS: Final = words_of("resolve.statements.members")
_FIRST: Final = frozenset({"we", "us"})
_ALL: Final = re.compile(r"(?:\b(?:the|both|two)\s+|^)$", re.I)
_MAX_STATES: Final = 6

#: Names the countries of a text.
Look = Callable[[str], Sequence[Sighting]]


@dataclass(frozen=True, slots=True)
class Issuers:
    """Who issues a document: one state, or the several of a joint statement; nobody where it does not say so.

    ``reported`` is the state of the dateline of a report that opens with an office ("MANILA - The Department of Foreign Affairs ...").
    """

    states: tuple[str, ...] = ()
    reported: str | None = None

    @property
    def state(self) -> str | None:
        """The one state that speaks."""
        return self.states[0] if len(self.states) == 1 else None

    @property
    def joint(self) -> tuple[str, ...]:
        """The states that speak together."""
        return self.states if len(self.states) > 1 else ()


def issuers(document: Document, sentences: Sequence[Sentence], seen: Iterable[Sighting], look: Look, home: str | None = None) -> Issuers:
    """The state or states that issue a document.

    Args:
        document: the document.
        sentences: its sentences.
        seen: where it names countries.
        look: the countries that a text names.
        home: the one country of its datelines.
    """
    front = [words for kind, words in front_of(document) if words and not (kind is BlockKind.PARAGRAPH and words.endswith((".", "!", "?")))]
    body = [s for s in sentences if s.kind is not SentenceKind.HEADLINE and not any(s.text.strip() == words for words in front)]
    titles = [words for words in front if _STATEMENT.search(words)]
    opening = _OFFICE.search(body[0].text[:80]) if body else None
    if any(_JOINT.search(words) for words in titles):
        return Issuers(_joint(titles, body, seen, look))
    speaking = [_ABOUT.split(words, maxsplit=1)[0] for words in titles]
    if titles and (opening or any(map(_OFFICE.search, speaking))):
        named = next((code for words in speaking if (code := _of_office(words, look))), None)
        lead = {one.index for one in body[:_LEAD]}
        state = named or _stance([s for s in seen if s.sentence in lead], document.text)
        return Issuers((state,) if state else ())
    return Issuers(reported=home if opening and not _of_office(body[0].text[:80], look) else None)


def _joint(titles: Sequence[str], body: Sequence[Sentence], seen: Iterable[Sighting], look: Look) -> tuple[str, ...]:
    """The states of a joint statement: those of its title, else those of its first sentence."""
    first = body[0].index if body else -1
    for found in ([s for words in titles for s in look(words)], [s for s in seen if s.sentence == first]):
        codes = tuple(dict.fromkeys(s.country for s in found if s.kind in {"country", "adjective", "person"} and s.country not in BODIES))
        if 1 < len(codes) <= _MAX_STATES:
            return codes
    return ()


def _of_office(words: str, look: Look) -> str | None:
    """The state that an office is said to be of: "Embassy **of Eritrea** in London", "the **Georgian** Foreign Ministry"."""
    office = _OFFICE.search(words)
    if office is None:
        return None
    for one in look(words):
        behind = one.start > office.start() and _OF.search(words[_end_of_office(words, office, one) : one.start]) is not None
        before = one.end <= office.start() and words[one.end : office.start()].strip() in {"", "'s", "’s", "Federal"}
        if (behind or before) and one.kind in {"country", "adjective"}:
            return one.country
    return None


def _end_of_office(words: str, office: re.Match[str], one: Sighting) -> int:
    """Where the words before a country begin that tie it to an office: at its "of"."""
    at = words.rfind(" of ", office.start(), one.start)
    return at if at >= 0 else office.end()


def _stance(seen: Sequence[Sighting], text: str) -> str | None:
    """The one state whose protest is conveyed, else the one that takes a stance in the present tense."""
    states = [s for s in seen if s.kind == "country" and s.country not in BODIES]
    conveyed = {s.country for s in states if _OWN_STANCE.match(text, _before_ending(text, s.end))}
    codes = conveyed or {s.country for s in states if _TAKES.match(text, s.end)}
    return codes.pop() if len(codes) == 1 else None


def _before_ending(text: str, end: int) -> int:
    """Where a name ends without its possessive ending, which a sighting holds."""
    while text[end - 1 : end] in {"'", "’"} or text[end - 2 : end] in {"'s", "’s"}:
        end -= 1 if text[end - 1] in "'’" else 2
    return end


def is_all_of_them(phrase: Phrase, text: str) -> bool:
    """Whether a phrase of a joint statement means all who issue it: "the Ministers", "both sides", "we"."""
    span = phrase.mention.span
    if phrase.form is PhraseForm.PRONOUN:
        return phrase.mention.text.lower() in _FIRST
    if not phrase.plural or phrase.head not in _MEMBERS or (phrase.extended and phrase.extended.end > span.end):
        return False
    words = phrase.mention.text.lower().split()
    return (len(words) <= 2 and _ALL.search(text[max(0, span.start - 5) : span.start]) is not None) or words[0] in {"both", "two"}
