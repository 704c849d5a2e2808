"""Who issues a statement: the state whose ministry or embassy speaks in it, or the states of a joint one.

A ministry that publishes a statement names neither itself nor its country in full: "Statement of the Department of Foreign Affairs", then "the
Department", "it", "we". Whose it is stands behind the office ("Ministry of Foreign Affairs of Georgia"), or shows by whose protest is conveyed and
who "rejects", "condemns", "calls on" in the present tense, or by the dateline. A joint statement is of the states and bodies of its title, else of those
that its first sentence names as speaking: "the Ministers", "both sides" and "we" are all of them, never the state that the statement is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
#: Behind what it is about a title may say whose the statement is after all.
_SPEAKERS: Final = re.compile(r"\s(?:by|from|of the (?:[\w-]+ ){0,2}(?:leaders|heads|ministers|presidents|governments|members|ambassadors|envoys|chairs?))\s", re.I)
_PLACED: Final = re.compile(r"\s(?:in|at)\s", re.I)
#: Between two who speak together no verb stands.
_TOGETHER: Final = re.compile(
    r"(?:[\s,;&/–-]|\band\b|\bthe\b|\bof\b|\bwith\b|\bby\b|\bfor\b|\([^)]*\)|['’]s?|[^\W\d_a-z][\w'’.-]*+|(?:ministers?|leaders?|presidents?|representatives?)\b)*"
)
#: What those do who make a statement, behind their names in its first sentence.
_MAKE: Final = re.compile(
    r"\b(?:met|meet|condemn|call|urge|demand|reaffirm|reiterate|reject|welcome|deplore|denounce|express|recall|note|stand|support|issue|released?|issued|made|gathered|convened|held"
    r"|discussed|share|agreed?|are|is|have|today|strongly|remain|commend|convey|underline|stress|affirm|declare|announced?|adopted|on|in)\b"
)
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
_MAX_STATES: Final = 15
_SPEAKING: Final = frozenset({"country", "adjective", "person", "body"})

#: Names the countries of a text.
Look = Callable[[str], Sequence[Sighting]]


@dataclass(frozen=True, slots=True)
class Issuers:
    """Who issues a document: one state, or the several of a joint statement; nobody where it does not say so.

    ``voice`` is the name of the one body, state or person in whose name a statement says "we", as its title tells; ``unknown`` says that a statement about
    others names nobody. ``reported`` is the state of the dateline of a report that opens with an office ("MANILA - The Department of Foreign Affairs ...").
    """

    states: tuple[str, ...] = ()
    reported: str | None = None
    voice: str | None = None
    unknown: bool = False

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
    together, voice = _speakers(titles, body, seen, look)
    if together or (voice is None and any(_JOINT.search(words) for words in titles)):
        return Issuers(together, unknown=not together)
    speaking = [_ABOUT.split(words, maxsplit=1)[0] for words in titles]
    if titles and (opening or any(map(_OFFICE.search, speaking))):
        named = next((code for words in speaking if (code := _of_office(words, look))), None)
        lead = {one.index for one in body[:_LEAD]}
        state = named or _stance([s for s in seen if s.sentence in lead], document.text)
        return Issuers((state,) if state else (), voice=voice)
    if titles:
        return Issuers(voice=voice, unknown=voice is None and any(_about(words, look) for words in titles))
    return Issuers(reported=home if opening and not _of_office(body[0].text[:80], look) else None)


def _speakers(titles: Sequence[str], body: Sequence[Sentence], seen: Iterable[Sighting], look: Look) -> tuple[tuple[str, ...], str | None]:
    """The codes of those who make a statement together, and the name of the one who makes it alone: those of its title, else of a joint one those whom its
    first sentence names before it says what they do."""
    for words in titles:
        said = _said_by(words)
        codes, name = _run(said, [s for s in look(said) if s.kind in _SPEAKING])
        if codes or name:
            return codes, name
    if not body or not any(map(_JOINT.search, titles)):
        return (), None
    text, start = body[0].text, body[0].span.start
    makes = _MAKE.search(text)
    end = start + (makes.start() if makes is not None else len(text))
    named = [s for s in seen if s.sentence == body[0].index and s.kind in _SPEAKING and s.end <= end]
    codes = tuple(dict.fromkeys(s.country for s in named))
    if not 1 < len(codes) <= _MAX_STATES:
        return (), text[named[0].start - start : named[0].end - start] if len(codes) == 1 else None
    return codes, None


def _said_by(words: str) -> str:
    """The part of a title that says whose the statement is, without what it is about and where it was made."""
    head, *about = _ABOUT.split(words, maxsplit=1)
    by = _SPEAKERS.search(f" {about[0]}") if about else None
    return _PLACED.split(about[0][by.end() - 1 :] if by is not None else head, maxsplit=1)[0]


def _run(said: str, named: Sequence[Sighting]) -> tuple[tuple[str, ...], str | None]:
    """The codes of several who speak together, or the name of the only one."""
    codes = tuple(dict.fromkeys(s.country for s in named))
    if len(codes) == 1:
        return (), said[named[0].start : named[0].end]
    joined = all(_TOGETHER.fullmatch(said, one.end, two.start) for one, two in pairwise(named))
    return (codes if joined and 1 < len(codes) <= _MAX_STATES else ()), None


def _about(words: str, look: Look) -> bool:
    """Whether a title says that the statement is about a state."""
    _, *about = _ABOUT.split(words, maxsplit=1)
    return bool(about) and any(s.country not in BODIES for s in look(about[0]))


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
