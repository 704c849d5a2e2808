"""The rules for phrases that stand for so many parties: "the two countries", "both sides", "the trio"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.resolve.anaphora.natures import singular_of
from dateline.resolve.anaphora.nearby import Nearby
from dateline.resolve.anaphora.words import (
    PERSON_PAIRS,
    SETS,
    is_human,
)
from dateline.types import Mention, Phrase, PhraseForm, Span

#: Codes of bodies, which are no country of two.
SUPRANATIONAL = frozenset("IGO EUR UNO NGO MNC IMG ISM".split())



class Counted(Nearby):
    """A sentence's parties where they are exactly so many; ``_strict`` leaves out sentences that may speak of others too."""

    _strict: bool

    def _set(self, phrase: Phrase, number: int) -> tuple[Phrase, ...]:
        """The two countries, both sides, the pair, the trio: a sentence's parties where they are exactly so many."""
        persons = phrase.head in PERSON_PAIRS
        skipped = False
        for sentence in self._back(phrase):
            sentence = self._without_subject(phrase, sentence)
            chained = [self._links[p.mention.span] for p in sentence if len(self._links.get(p.mention.span, ())) == number]
            if chained and not persons:
                return chained[-1]
            if any(p.mention.span in self._unclear and (p.plural or p.mention.text.lower() == "both") for p in sentence):
                return ()
            unnamed = any(p.plural and p.form is PhraseForm.NOMINAL and is_human(singular_of(p.head)) for p in sentence)
            if unnamed and self._strict and (persons or phrase.head in SETS):
                return ()  # "the presidents of Sudan and Chad": persons without names
            found = self._members(sentence, persons, anyone=phrase.head in SETS or phrase.form is PhraseForm.PRONOUN)
            if len(found) == number:
                together = len(self._row(found[0])) >= number or found[0] not in sentence
                sure = together or not self._strict or not (skipped or self._more(sentence, found))
                return tuple(found) if sure else ()
            if len(found) >= number:
                return ()
            skipped = skipped or bool(found)
        return ()

    def _without_subject(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        """A sentence without the subject that urges "both sides" in it."""
        subjects = [p for p in sentence if p.subject]
        if not self._strict or phrase.subject or not subjects or sentence[0].sentence != phrase.sentence:
            return list(sentence)
        own = self._row(subjects[-1])
        return [p for p in sentence if p not in own]

    def _more(self, sentence: Sequence[Phrase], found: Sequence[Phrase]) -> bool:
        """Whether a sentence speaks of further countries than those found ("India shot down a Pakistani jet; China urged restraint")."""
        named = {self._country(p) for p in sentence if not self._is_place(p)}
        return bool({code for code in named if code and code not in SUPRANATIONAL} - {self._country(p) for p in found})

    def _members(self, sentence: Sequence[Phrase], persons: bool, *, anyone: bool) -> list[Phrase]:
        """The persons, or the different countries, of a sentence; countries joined before a noun count each."""
        people = self._distinct(p for p in sentence if self._is_person(p) and not self._in_apposition(p))
        if persons or (anyone and people):
            return people
        found: dict[str, Phrase] = {}
        for phrase in sentence:
            if anyone and not self._is_joined(phrase):
                continue
            for part in self._joined_countries(phrase) or ([phrase] if self._is_party(phrase) else []):
                country = self._country(part)
                if country:
                    found.setdefault(country, part)
        return list(found.values())

    def _is_party(self, phrase: Phrase) -> bool:
        """A country, its capital or seat of power (unless it is where the act happens), or somebody who acts for one."""
        method = self._lookup(phrase).method
        if method in {"country", "metonym"}:
            return True
        if method in {"capital", "place", "region"}:
            return method == "capital" and not self._is_place(phrase)
        return method in {"person", "surname"} or (method in {"composition", "organisation"} and self._sector(phrase) in {"GOV", "MIL"} and (
            phrase.subject or self._is_joined(phrase)))

    def _joined_countries(self, phrase: Phrase) -> list[Phrase]:
        """"Thai" and "Cambodian" of "Thai and Cambodian troops"."""
        match = re.match(r"((?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?:,|\s+and|,\s+and)\s+)+)([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)\s+[a-z]", phrase.mention.text)
        if match is None:
            return []
        parts: list[Phrase] = []
        for piece in re.finditer(r"[A-Z][\w.]+(?:\s[A-Z][\w.]+)?", phrase.mention.text[: match.end(2)]):
            start = phrase.mention.span.start + piece.start()
            mention = Mention(piece.group(), Span(start, start + len(piece.group())))
            parts.append(Phrase(mention, piece.group().split()[-1].lower(), PhraseForm.NAME, sentence=phrase.sentence))
        return parts if all(self._country(part) for part in parts) else []
