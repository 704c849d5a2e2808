"""Which earlier phrases may be what a pronoun or definite noun stands for: the parties that fit by number, gender and kind.

Each gets the sum of the weights of its features (:mod:`features`: how far back it stands, subject or not, how many others fit, whether the
noun is repeated ...), and "none" those of its own. The weights are fitted by ``scripts/train_antecedents.py`` as a conditional logit
(McFadden 1974) and stand in ``data/antecedents.tsv`` (:mod:`choice`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.anaphora.choice import Choice, Option
from dateline.resolve.anaphora.companions import outside_companions
from dateline.resolve.anaphora.features import Features
from dateline.resolve.anaphora.natures import singular_of, singulars_of, words_of
from dateline.resolve.anaphora.parties import HE
from dateline.resolve.anaphora.relatives import outside_relative
from dateline.resolve.anaphora.words import (
    ANOTHER,
    BODIES,
    CALENDAR,
    COUNTRY_NOUNS,
    FORMER,
    LESSER,
    MEMORY,
    NEUTER,
    OBJECTS,
    PERSON,
    PLURAL,
    PURPOSE,
    TIMES,
    is_human,
)
from dateline.resolve.asked import is_asked
from dateline.resolve.quotationmarks import is_in_quotation
from dateline.types import Phrase, PhraseForm

#: How many sentences back a candidate may stand; repeated nouns reach as far as the rules' memory.
REACH: Final = 3


class Candidates(Features):
    """What has been read of a document: its phrases by sentence, the links found so far, and the candidates of a reference."""

    def kind_of_reference(self, phrase: Phrase) -> str | None:
        """``he``, ``it``, ``they``, ``role``, ``body``, ``country`` or ``noun``; ``None`` for what the model does not judge."""
        word = phrase.mention.text.lower()
        if phrase.form is PhraseForm.PRONOUN:
            return next((name for name, group in (("he", PERSON), ("it", NEUTER), ("they", PLURAL)) if word in group), None)
        if self._number(phrase, word) is not None or not self._definite(phrase):
            return None
        if phrase.head in COUNTRY_NOUNS:
            return "country"
        if phrase.head in BODIES:
            return "body"
        return "role" if not phrase.plural and is_human(phrase.head) else "noun"

    def choice(self, phrase: Phrase) -> Choice | None:
        """The candidates of a reference with their features; ``None`` for what the model does not judge."""
        kind = self.kind_of_reference(phrase)
        if kind is None:
            return None
        fitting = self._fitting(phrase, kind)
        rivals = [at for at, _, _ in fitting]
        options = tuple(
            Option(at, parties, tuple(self._features(phrase, kind, at, parties, count, rivals))) for at, parties, count in fitting
        )
        return Choice(phrase, kind, options, tuple(self._of_none(phrase, kind, rivals)))

    def _fitting(self, phrase: Phrase, kind: str) -> list[tuple[Phrase, tuple[Phrase, ...], int]]:
        """One phrase a party, the nearest first: with its roots and how often the party was mentioned."""
        reach = REACH if kind in {"he", "it", "they"} else MEMORY
        noun, bound = singular_of(phrase.head), self._bound(phrase) if kind in {"he", "it", "they"} else None
        found: dict[tuple[str, ...], tuple[Phrase, tuple[Phrase, ...], int]] = {}
        for number in range(phrase.sentence, max(-1, phrase.sentence - reach - 1), -1):
            far, before = phrase.sentence - number > REACH, self._candidates_of(number, phrase)
            if number == phrase.sentence and phrase.form is PhraseForm.PRONOUN:
                before = outside_relative(phrase, self._text, outside_companions(phrase, self._text, before))
            if far and noun not in self._nouns_among(number, before):
                continue
            for at in before:
                if far and noun not in self._nouns(at):
                    continue  # so far back only a repeated noun fits
                if kind == "he" and self._is_quoted_apart(phrase, at):
                    continue
                if phrase.extended is not None and at.mention.span.overlaps(phrase.extended):
                    continue
                if bound is not None and (at is bound or self._root(at) == self._root(bound) or self._stands_for(at, bound)):
                    continue
                parties = self._as_parties(phrase, kind, at)
                if parties is None or self._repeats(at):
                    continue
                key = tuple(sorted(self._key(p) for p in parties)) or (f"?{at.mention.span.start}",)
                if key in found:
                    found[key] = (*found[key][:2], found[key][2] + 1)
                else:
                    found[key] = (at, parties, 1)
        return list(found.values())

    def _is_quoted_apart(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether another phrase stands in quoted words and a pronoun outside: "he" who says so is nobody named in what he says."""
        return is_in_quotation(self._text, other.mention.span.start) and not is_in_quotation(self._text, phrase.mention.span.start)

    def _candidates_of(self, number: int, phrase: Phrase) -> list[Phrase]:
        """The phrases of a sentence that stand before one, subjects first, the nearest first."""
        read = self._sentences.get(number, [])
        known = self._ordered.get(number)
        if known is not None and known[0] == len(read) and number < phrase.sentence:
            return known[1]
        inner = [p for p in self._inside.get(number, ()) if p.mention.span.end <= phrase.mention.span.start]
        here = sorted([*read, *inner], key=lambda p: (not p.subject, -p.mention.span.start))
        if number < phrase.sentence:
            self._ordered[number] = (len(read), here)
        return here

    def _nouns_among(self, number: int, phrases: Sequence[Phrase]) -> frozenset[str]:
        """The nouns of the phrases of a sentence that is read to its end."""
        known = self._said.get(number)
        if known is None or known[0] != len(phrases):
            known = self._said[number] = (len(phrases), frozenset().union(*map(self._nouns, phrases)))
        return known[1]

    def _repeats(self, at: Phrase) -> bool:
        """Whether a phrase only names again what the one right before it is; all before it has been read, so that it is judged once."""
        found = self._repeated.get(at)
        if found is None:
            found = self._repeated[at] = self._names_again(at)
        return found

    def _names_again(self, at: Phrase) -> bool:
        """Whether a phrase only names again what the one right before it is ("the diplomat **Assadollah Assadi**", "(**PKK**)")."""
        start, end = at.mention.span.start, at.mention.span.end
        if self._text[start - 1 : start] == "(" and self._text[end : end + 1] == ")":
            return True
        before = [p for p in self._sentences.get(at.sentence, ()) if p.mention.span.end < start]
        return bool(before) and before[-1].form is not PhraseForm.PRONOUN and re.fullmatch(r"\s+|-", self._text[before[-1].mention.span.end : start]) is not None

    def _key(self, phrase: Phrase) -> str:
        """What tells parties apart: the entity or name, for a noun the whole phrase ("a clerk at the bank")."""
        if phrase.form is not PhraseForm.NOMINAL or phrase.extended is None:
            return self._party(phrase)
        return self._text[phrase.extended.start : phrase.extended.end].lower()

    def _as_parties(self, phrase: Phrase, kind: str, at: Phrase) -> tuple[Phrase, ...] | None:
        """Whom a phrase names, if they fit the reference; nobody where it is an unresolved reference itself."""
        if kind == "they":
            row = self._row(at)
            if len(row) > 1 and at is row[0]:
                return tuple(self._root(p) for p in row)
        if not self._fits(phrase, kind, at):
            return None
        linked = self._links.get(at.mention.span, ())
        if linked:
            return linked
        named = self._names_on(at)
        if named is not None:
            return (self._root(named),)
        if kind not in {"he", "it", "they"} and ANOTHER.search(self._text[at.mention.span.end : phrase.mention.span.start]):
            return ()
        return () if at.form is PhraseForm.PRONOUN or at.mention.span in self._unclear else (at,)

    def _bound(self, phrase: Phrase) -> Phrase | None:
        """The subject of the clause whose object a pronoun is, or in which something is asked of it: the pronoun stands for somebody else."""
        if not is_asked(phrase, self._text) and (phrase.subject or phrase.mention.text.lower() not in OBJECTS | {"it"}):
            return None
        return next((p for p in reversed(self._sentences.get(phrase.sentence, ())) if p.subject), None)

    def _stands_for(self, at: Phrase, bound: Phrase) -> bool:
        """Whether a pronoun stands for a subject ("Serb soldiers tied **their** hands and shot them": neither are the soldiers "them")."""
        return at.form is PhraseForm.PRONOUN and self._root(bound) in self._links.get(at.mention.span, ())

    def _fits(self, phrase: Phrase, kind: str, at: Phrase) -> bool:
        word = at.mention.text.lower()
        if at.head in CALENDAR or at.head in TIMES:
            return False
        if kind == "he":
            wanted = "m" if phrase.mention.text.lower() in HE else "f"
            person = (word in PERSON if at.form is PhraseForm.PRONOUN else self._is_person(at)) and not self._in_apposition(at)
            return person and self._gender(at) in {wanted, None}
        if kind == "they":
            if at.form is PhraseForm.PRONOUN:
                return word in PLURAL or word in {"both", "those"}
            return at.plural or len(self._links.get(at.mention.span, ())) > 1 or self._lookup(at).method == "people"
        if kind == "it":
            if at.form is PhraseForm.PRONOUN:
                return word in NEUTER
            return not at.plural and not self._is_person(at)
        return self._noun_fits(phrase, kind, at)

    def _noun_fits(self, phrase: Phrase, kind: str, at: Phrase) -> bool:
        if at.form is PhraseForm.PRONOUN or (at.plural != phrase.plural and at.form is PhraseForm.NOMINAL):
            return False
        if self._is_apart(phrase, at):
            return False
        near = phrase.sentence - at.sentence <= REACH
        if self._same_noun(phrase, at):
            return not self._other_country(phrase, at) and (at.form is PhraseForm.NAME or self._adds_nothing(phrase, at))
        if kind == "role":
            return near and at.form is PhraseForm.NAME and self._is_person(at) and not self._contradicts(phrase, at)
        if kind == "body":
            named = at.form is PhraseForm.NAME or self._is_described_body(at)
            fits = near and named and self._kind_of(at) in BODIES[phrase.head] and not self._is_person(at) and not self._is_country(at)
            return fits and not (phrase.head in PURPOSE and len(words_of(phrase.mention.text)) > 1)
        return kind == "country" and near and self._lookup(at).method == "country"

    @staticmethod
    def _adds_nothing(phrase: Phrase, at: Phrase) -> bool:
        """Whether all that a repeated noun is called was said before ("the food agency" is no longer "the aid agency")."""
        said = singulars_of(at.mention.text)
        return all(singular_of(word) in said or word in FORMER for word in words_of(phrase.mention.text))

    def _other_country(self, phrase: Phrase, at: Phrase) -> bool:
        country, own = self._country(phrase), self._country(self._root(at))
        return country is not None and own is not None and country != own

    def _contradicts(self, phrase: Phrase, at: Phrase) -> bool:
        """Whether a named person cannot be "the former Norwegian minister": of another country or gender, or above the office."""
        if self._other_country(phrase, at):
            return True
        one, two = self._gender(phrase), self._gender(at)
        if one is not None and two is not None and one != two:
            return True
        known = self._lookup(self._root(at)).method in {"person", "surname"}
        if not known and len(words_of(self._root(at).mention.text)) < 2:
            return True  # of a bare "Clinton" nothing says what office he or she held
        return known and phrase.head in LESSER and self._sector(self._root(at)) == "GOV"
