"""References inside a document: pronouns, "the two countries", last names after full names; abstains where it is not safe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.types import Phrase, PhraseForm, Resolution, Span

Lookup = Callable[[Phrase], Resolution]
_SINGULAR_PERSON = frozenset("he him his she her".split())
_NEUTER = frozenset("it its".split())
_PLURAL = frozenset("they them their".split())
_PAIR_HEADS = frozenset("countries nations states sides governments neighbours neighbors allies parties capitals leaders presidents".split())
#: How many sentences back an antecedent may stand.
WINDOW = 2


def resolve_references(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Span, tuple[Phrase, ...]]:
    """Find antecedents.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.

    Returns:
        Antecedents by the span of the referring phrase; phrases without a safe antecedent are absent.
    """
    found: dict[Span, tuple[Phrase, ...]] = {}
    for index, phrase in enumerate(phrases):
        antecedents = _antecedents(phrase, phrases[:index], text, lookup)
        if antecedents:
            found[phrase.mention.span] = antecedents
    return found


def _antecedents(phrase: Phrase, before: Sequence[Phrase], text: str, lookup: Lookup) -> tuple[Phrase, ...]:
    words = phrase.mention.text.lower()
    if phrase.form is PhraseForm.PRONOUN and words in _SINGULAR_PERSON:
        return _single([p for p in _recent(phrase, before) if _is_person(p)])
    if phrase.form is PhraseForm.PRONOUN and words in _NEUTER:
        return _single([p for p in _recent(phrase, before) if p.form is PhraseForm.NAME and not _is_person(p) and _country(p, lookup)])
    if phrase.head in _PAIR_HEADS and _names_two(phrase, text):
        return _pair(phrase, before, lookup)
    return ()


def _recent(phrase: Phrase, before: Sequence[Phrase]) -> list[Phrase]:
    return [p for p in before if 0 <= phrase.sentence - p.sentence <= WINDOW and p.form is not PhraseForm.PRONOUN]


def _is_person(phrase: Phrase) -> bool:
    return phrase.form is PhraseForm.NAME and len(phrase.mention.text.split()) >= 2


def _country(phrase: Phrase, lookup: Lookup) -> str | None:
    chosen = lookup(phrase).chosen
    return chosen.country if chosen else None


def _single(candidates: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The one candidate, or the only subject among the latest sentence's candidates; nothing where two are equally good."""
    if not candidates:
        return ()
    latest = [p for p in candidates if p.sentence == candidates[-1].sentence]
    if len({p.mention.text for p in latest}) == 1:
        return (latest[-1],)
    subjects = [p for p in latest if p.subject]
    return (subjects[0],) if len(subjects) == 1 else ()


def _names_two(phrase: Phrase, text: str) -> bool:
    start = max(0, phrase.mention.span.start - 12)
    lead = text[start : phrase.mention.span.end].lower()
    return any(word in lead for word in ("the two ", "both ", "the countries", "two "))


def _pair(phrase: Phrase, before: Sequence[Phrase], lookup: Lookup) -> tuple[Phrase, ...]:
    """The last two different countries named in the window, where exactly two are."""
    for window in (0, 1, WINDOW):
        found: dict[str, Phrase] = {}
        for candidate in before:
            if phrase.sentence - candidate.sentence <= window and candidate.form is PhraseForm.NAME:
                country = _country(candidate, lookup)
                if country:
                    found.setdefault(country, candidate)
        if len(found) == 2:
            return tuple(found.values())
        if len(found) > 2:
            return ()
    return ()
