"""The rules for names and nouns: acronyms, last names after full names, "the former president", "the ministry"."""

from __future__ import annotations

from dateline.resolve.anaphora.natures import singular_of, singulars_of, words_of
from dateline.resolve.anaphora.nearby import Nearby
from dateline.resolve.anaphora.words import (
    ANOTHER,
    BODIES,
    LESSER,
    MEMORY,
    MEN,
    MIXED,
    NEVER_REPEATED,
    ROLES,
    SINGULAR_ONLY,
    STATE,
    WOMEN,
)
from dateline.types import Phrase, PhraseForm


class Descriptions(Nearby):
    """What a name or a definite noun repeats or describes; ``_short`` are the phrases behind which an acronym stood in brackets."""

    _short: dict[str, Phrase]

    def _name(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """An acronym that stood in brackets, or the last name of somebody named in full."""
        text = phrase.mention.text
        if text in self._short and self._short[text].mention.span.end < phrase.mention.span.start - 3:
            return (self._short[text],)
        words = [word for word in text.split() if (title := word.lower().rstrip(".")) not in MEN and title not in WOMEN]
        if len(words) != 1 or not words[0][:1].isupper() or words[0].isupper():
            return ()
        found: dict[str, Phrase] = {}
        sharing: set[str] = set()
        for sentence in self._back(phrase, MEMORY):
            for earlier in sentence:
                if earlier.form is not PhraseForm.NAME or words[0] not in earlier.mention.text:
                    continue
                names = earlier.mention.text.split()
                if len(names) < 2 or words[0] not in {names[0], names[-1]}:
                    continue
                if names[-1] != words[0] and not self._is_person(earlier) and self._country(earlier) is not None:
                    continue  # a headline read as one name: "Tinubu Warns Niger"
                sharing.add(" ".join(names[-2:]))
                if self._is_person(earlier) and (names[-1] == words[0] or self._family_first(earlier)):
                    found.setdefault(" ".join(names[-2:]), earlier)
        if len(sharing) > 1:
            self._unclear.add(phrase.mention.span)
        return tuple(found.values()) if len(found) == len(sharing) == 1 else ()

    def _description(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The former president, the ministry, the group."""
        if phrase.head in ROLES and not phrase.plural:
            return self._described(phrase, persons=True)
        if phrase.head in BODIES and not phrase.plural:
            repeated = self._described(phrase, persons=False)
            return repeated or self._of_kind(phrase, BODIES[phrase.head])
        if phrase.head not in NEVER_REPEATED:
            return self._described(phrase, persons=False)
        return ()

    def _reach(self, phrase: Phrase) -> list[Phrase]:
        return [p for sentence in self._back(phrase) for p in reversed(sentence) if p.form is not PhraseForm.PRONOUN]

    def _described(self, phrase: Phrase, *, persons: bool) -> tuple[Phrase, ...]:
        """The phrase that holds the noun, else, of ``persons``, the only one of the nearest sentence, if nothing contradicts."""
        country, noun = self._country(phrase), singular_of(phrase.head)

        def fits(other: Phrase) -> bool:
            if self._is_apart(phrase, other):
                return False
            return self._is_person(other) is persons and (country is None or self._country(self._root(other)) in {country, None})

        before = self._reach(phrase)
        same = [p for p in before if noun in self._nouns(p) and fits(p)]
        if any(p.plural != phrase.plural and p.head not in SINGULAR_ONLY for p in same):
            return ()
        own = singulars_of(phrase.mention.text)
        longer = [p for p in same if own < singulars_of(p.mention.text) and self._agrees(phrase, p)]
        parties = self._distinct(longer)
        if parties:
            between = self._text[parties[0].mention.span.end : phrase.mention.span.start]
            return (self._root(parties[0]),) if len(parties) == 1 and not ANOTHER.search(between) else ()
        fitting = [p for p in before if fits(p)] if persons and not same else []
        if not fitting:
            return ()
        parties = self._distinct(p for p in fitting if not self._in_apposition(p))
        if len(parties) != 1 or self._is_joined(parties[0]) or not self._may_hold(phrase, parties[0]):
            return ()
        return (self._root(parties[0]),) if self._agrees(phrase, parties[0]) else ()

    def _may_hold(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a named person can be "the former president": of the country that is stated, and not above the office."""
        root = self._root(other)
        method = self._lookup(root).method
        known = method in {"person", "surname"}
        if root.form is not PhraseForm.NAME or " of " in phrase.mention.text:
            return False
        if not known and len(words_of(root.mention.text)) < 2:
            return False
        country = self._country(phrase)
        if country is not None and country != self._country(root):
            return False
        return not (known and phrase.head in LESSER and self._sector(root) == "GOV")

    def _agrees(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether two phrases can be of one sector; office and former office are one."""
        one, two = self._sector(phrase), self._sector(self._root(other))
        office = {"GOV", "ELI", "LEG", "OPP", "PTY"}
        return one is None or two is None or one == two or (one in office and two in office) or phrase.head in MIXED

    def _of_kind(self, phrase: Phrase, kinds: frozenset[str]) -> tuple[Phrase, ...]:
        for sentence in self._back(phrase):
            fitting = [p for p in sentence if p.form is not PhraseForm.PRONOUN and self._kind_of(p) in kinds and not self._is_person(p)]
            fitting = [p for p in fitting if not (p.head in STATE and p.form is PhraseForm.NOMINAL) and not self._is_country(p)]
            parties = self._distinct(p for p in fitting if not (p.plural and p.form is PhraseForm.NOMINAL))
            named = [p for p in parties if self._root(p).form is PhraseForm.NAME or self._is_described_body(self._root(p))]
            if fitting:
                return (self._root(named[0]),) if len(parties) == len(named) == 1 and not self._is_joined(named[0]) else ()
        return ()
