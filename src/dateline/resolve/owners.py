"""Whose somebody is: "Moscow, **whose troops** crossed the river", "ECOWAS ... **the bloc's parliament**"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Span

OPPOSED: Final = words_of("resolve.owners.opposed")
#: Those of them who are states.
NEIGHBOURS: Final = frozenset("neighbour neighbours neighbor neighbors".split())
#: Ways in which a phrase's own words tell where somebody is rather than whose it is ("whose negotiators in Havana").
UNSURE: Final = frozenset({"extended", "complement"})
_STAFF: Final = words_of("resolve.owners.staff")
_PARTS: Final = words_of("resolve.bodymeant.organs")
#: Those who are a body's, of whom a text says no more.
_MEMBERS: Final = frozenset({"members", "member states", "member countries", "staff"})
#: Nouns by which a text speaks of a body of several states again, before one of its organs ("the **alliance's** secretary general").
_ORGAN: Final = re.compile(
    r"(?:(?:world|regional|trade|military|defence|defense|economic|security) )?(?:bloc|alliance|grouping|body|organi[sz]ation|union|league|forum|community|pact)['’]s? ", re.I
)
#: Codes of bodies of which states are members.
_OF_STATES: Final = BODIES - {"MNC", "IMG", "NGO"}
#: Sentences back in which the body may be named.
_BACK: Final = 4
_ORGANS: Final = words_of("resolve.owners.organs")
_NEXT_CLAUSE: Final = re.compile(r"(?:[,;]\s+(?:and|but|while|as|though|although|whereas)|;)\s+(?:(?:later|then|on \w+)\s+)?$")
#: "..., its ministry said": a tag behind what is told; of whom something is done by another the pronoun tells nothing.
_BREAK: Final = re.compile(r"\w,\s$")
_TAG: Final = re.compile(r"\s+(?:has |have )?(?:said|says|announced|confirmed|reported|declared|stated)\b")
_UNDERGOING: Final = re.compile(r"\b(?:was|were|been|being|is|are)\b")
#: Before the subject of a clause inside another ("the list **that** Turkey sent").
_SUBORDINATE: Final = re.compile(r"\b(?:that|which|whom|whose|who|when|after|before|because|if|since|where|until)\s+(?:the\s+)?$")
_AT_HOME: Final = frozenset("rival opponent challenger predecessor successor deputy running-mate".split())
#: Behind whoever is said to have done something ("accused Chad's army **of looting**").
_BLAMED: Final = re.compile(r"\s+(?:of|for|from|with)\s+(?:having\s+)?[a-z]+ing\b")
#: What the one does who was blamed or asked, not the one who did it.
_ANSWERS: Final = re.compile(rf"\s+(?:has |had |have |later |then |promptly )*(?:{pattern_of('resolve.owners.answering')})\b")
#: What a court goes on to do, behind "it".
_RULES: Final = re.compile(rf"\s+(?:\w+ly |also |has |had |however |then |thus )*(?:{pattern_of('resolve.owners.rules')})\b")
_WHOSE: Final = re.compile(r"(?:,|\s[-–—])?\s+whose\b")


def is_staff(phrase: Phrase) -> bool:
    """Whether a phrase is of those who work for a body ("its researcher"), so that they are its own."""
    words = phrase.mention.text
    return (phrase.form is PhraseForm.NOMINAL and phrase.head in _STAFF) or (phrase.form is not PhraseForm.PRONOUN and words.rpartition(" ")[2] in _STAFF)


def is_organ(phrase: Phrase) -> bool:
    """Whether a phrase is of those who work for a body or of a part of it ("its **parliamentary assembly**")."""
    return is_staff(phrase) or (phrase.form is PhraseForm.NOMINAL and phrase.head in _PARTS)


def is_owned(phrase: Phrase, text: str) -> bool:
    """Whether "its" stands before a phrase."""
    return phrase.extended is not None and text[phrase.extended.start : phrase.extended.start + 4].lower() == "its "


def is_members(phrase: Phrase) -> bool:
    """Whether a phrase is "members" or "member states" alone, of the body that its sentence names ("told **the Council** ... urged members")."""
    alone = phrase.extended is None or phrase.extended == phrase.mention.span
    return alone and phrase.mention.text.lower() in _MEMBERS


def body_of_organ(phrase: Phrase, by_sentence: Mapping[int, Sequence[Sighting]]) -> str | None:
    """The body of several states of which a phrase is an organ ("the bloc's foreign ministers"): the last that the text named."""
    alone = is_members(phrase)
    if phrase.form is PhraseForm.PRONOUN or not (alone or _ORGAN.match(phrase.mention.text)):
        return None
    start, sentence = phrase.mention.span.start, phrase.sentence
    near = [s for at in range(sentence - (0 if alone else _BACK), sentence + 1) for s in by_sentence.get(at, ())]
    before = [s for s in near if s.kind == "body" and s.country in _OF_STATES and s.end <= start]
    return max(before, key=lambda s: s.start).country if before else None


def state_of_organ(phrase: Phrase, subjects: Sequence[Phrase], text: str) -> Phrase | None:
    """The subject of the clause before one that "its ministry" opens, or before ", its ministry said": the state whose it is, if a state it is.

    Args:
        phrase: a phrase.
        subjects: the subjects of its sentence.
        text: the document's text.
    """
    if not phrase.subject or phrase.head not in _ORGANS or phrase.extended is None:
        return None
    start = phrase.extended.start
    tagged = _BREAK.search(text[max(0, start - 4) : start]) is not None and _TAG.match(text, phrase.mention.span.end) is not None
    if text[start : start + 4] != "its " or not (tagged or _NEXT_CLAUSE.search(text[max(0, start - 24) : start])):
        return None
    before = [p for p in subjects if p.mention.span.end <= start]
    main = [p for p in before if _SUBORDINATE.search(text[max(0, p.mention.span.start - 14) : p.mention.span.start]) is None]
    last = max(main, key=lambda p: p.mention.span.start, default=None)
    return None if tagged and last is not None and _UNDERGOING.search(text, last.mention.span.end, start) else last


def subject_before(phrase: Phrase, subjects: Mapping[int, Sequence[Phrase]], text: str) -> Phrase | None:
    """The subject of the clause before one that "its members" opens, or of the sentence before one that they open.

    Args:
        phrase: a phrase.
        subjects: the subjects of each sentence.
        text: the document's text.
    """
    if not phrase.subject or phrase.extended is None or not is_owned(phrase, text):
        return None
    return _subject_before(phrase, phrase.extended.start, subjects, text)


def first_before(phrase: Phrase, subjects: Mapping[int, Sequence[Phrase]]) -> Phrase | None:
    """The first subject of the sentence before one of which a phrase is the first."""
    if any(p.mention.span.start < phrase.mention.span.start for p in subjects.get(phrase.sentence, ())):
        return None
    return min(subjects.get(phrase.sentence - 1, ()), key=lambda p: p.mention.span.start, default=None)


def going_on(phrase: Phrase, subjects: Mapping[int, Sequence[Phrase]], text: str) -> Phrase | None:
    """The subject of the clause or sentence before one with whose subject "it" goes on; ``None`` where "it" answers a reproach or demand.

    The arguments are those of :func:`subject_before`.
    """
    if phrase.form is not PhraseForm.PRONOUN or not phrase.subject or phrase.mention.text.lower() != "it" or _ANSWERS.match(text, phrase.mention.span.end):
        return None
    return _subject_before(phrase, phrase.mention.span.start, subjects, text)


def is_ruling(phrase: Phrase, text: str) -> bool:
    """Whether "it" does what courts do ("**It** held, unanimously, that ...")."""
    return phrase.mention.text.lower() == "it" and _RULES.match(text, phrase.mention.span.end) is not None


def _subject_before(phrase: Phrase, start: int, subjects: Mapping[int, Sequence[Phrase]], text: str) -> Phrase | None:
    """The subject that stands parallel to one that starts somewhere."""
    here = [p for p in subjects.get(phrase.sentence, ()) if p.mention.span.end <= start]
    if here:
        main = [p for p in here if _SUBORDINATE.search(text[max(0, p.mention.span.start - 14) : p.mention.span.start]) is None]
        main = [p for p in main if _BLAMED.match(text, p.mention.span.end) is None]
        return main[-1] if main and _NEXT_CLAUSE.search(text[max(0, start - 24) : start]) else None
    before = subjects.get(phrase.sentence - 1, ()) if text[start].isupper() else ()
    return min(before, key=lambda p: p.mention.span.start, default=None)


def owners_of_whose(phrases: Sequence[Phrase], text: str) -> dict[Span, Phrase]:
    """Whose a phrase is that "whose" opens, by its span: the phrase right before, or the longer one that this one ends ("a man in Peru, whose ...")."""
    found: dict[Span, Phrase] = {}
    if " whose " not in text:
        return found
    for phrase in phrases:
        start = phrase.extended.start if phrase.extended else phrase.mention.span.start
        if text[start : start + 6] != "whose ":
            continue
        nouns = [p for p in phrases if p.sentence == phrase.sentence and p.form is not PhraseForm.PRONOUN and p.mention.span.end < start]
        last = next((p for p in nouns if (opens := _WHOSE.match(text, p.mention.span.end)) and opens.end() == start + 5), None)
        if last is not None:
            found[phrase.mention.span] = min((p for p in nouns if _holds(p, last.mention.span)), key=lambda p: p.mention.span.start)
    return found


def _holds(phrase: Phrase, span: Span) -> bool:
    return phrase.mention.span.contains(span) or (phrase.extended is not None and phrase.extended.contains(span))


def is_rival_at_home(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is of a politician's rival or forerunner ("**his old rival**", "her predecessor"), who is of the same country."""
    if phrase.form is PhraseForm.PRONOUN or phrase.plural or phrase.head not in _AT_HOME or phrase.extended is None:
        return False
    return text[phrase.extended.start : phrase.extended.start + 4].lower() in {"his ", "her "}
