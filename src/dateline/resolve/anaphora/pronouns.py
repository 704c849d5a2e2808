"""The rules for pronouns: he and she, it, they, and whose the second of two joined nouns is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import words_of
from dateline.resolve.anaphora.nearby import Nearby
from dateline.resolve.anaphora.words import (
    DUMMY,
    NEUTER,
    OWNED,
    PERSON,
    PLURAL,
    THINGS,
    TWIN,
    WINDOW,
)
from dateline.types import Phrase, PhraseForm

#: So many sentences a quotation may have behind which "he" says so.
_LONGEST: Final = 12


class Pronouns(Nearby):
    """Each rule takes the nearest sentence with a party that fits and abstains where several fit equally well.

    ``_spoken`` are the phrases of a sentence and the names inside them, by where they start.
    """

    _spoken: dict[int, list[Phrase]]

    def _person(self, phrase: Phrase, word: str) -> tuple[Phrase, ...]:
        """He, she: the nearest sentence's only person, or its only subject that is one; outside quotations nobody whom these alone name."""
        wanted = self._gender(phrase)
        for sentence in self._outside_quotations(phrase):
            persons = [p for p in self._free(phrase, sentence) if self._is_person(p) or (p.mention.text.lower() in PERSON and p.subject)]
            persons = [p for p in persons if self._gender(p) in {wanted, None}]
            persons = [p for p in persons if not self._in_apposition(p) and self._names_on(p) is None]
            if persons:
                if self._rivals(persons[0]):
                    return ()
                found = self._one(persons, inside=False)
                return tuple(p for p in found if p.form is not PhraseForm.PRONOUN and not self._of_person(p))
        return ()

    def _outside_quotations(self, phrase: Phrase) -> Iterator[list[Phrase]]:
        """The phrases of the sentences before a pronoun; before one in the author's words those in his words, however long the quotations between."""
        left = WINDOW
        for sentence in self._back(phrase, _LONGEST):
            told = [p for p in sentence if not self._is_quoted_apart(phrase, p)]
            if told:
                yield told
            left -= bool(told) and sentence[0].sentence != phrase.sentence
            if left <= 0:
                return

    def _rivals(self, phrase: Phrase) -> bool:
        """Whether another person is named inside a phrase of the sentence ("aides of Castro")."""
        own = set(words_of(phrase.mention.text)) | set(words_of(self._root(phrase).mention.text))
        return any(self._is_person(p) and not own.intersection(words_of(p.mention.text)) for p in self._inside.get(phrase.sentence, ()))

    def _ahead(self, phrase: Phrase, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """"Before he was arrested, Robert Mugabe ...": the subject of the main clause, where nobody was named before."""
        if self._sentences.get(phrase.sentence) or phrase.mention.span.start > 40 or self._unclear:
            return ()
        after = [p for p in phrases if p.sentence == phrase.sentence and p.mention.span.start > phrase.mention.span.end]
        persons = [p for p in after if p.form is PhraseForm.NAME and self._is_person(p)]
        led = persons and "," in self._text[phrase.mention.span.end : persons[0].mention.span.start]
        return (persons[0],) if led and len(persons) == 1 and persons[0].subject else ()

    def _thing(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """It, its: the nearest sentence's only country or body, places of the act apart."""
        if DUMMY.match(self._text, phrase.mention.span.end) or (not phrase.subject and phrase.mention.text.lower() == "it"):
            return ()
        for sentence in self._back(phrase):
            if any(p.subject and p.mention.span in self._unclear and not p.plural and p.mention.text.lower() not in PERSON for p in sentence):
                return ()
            things = [p for p in self._free(phrase, sentence) if self._is_body(p)]
            if any(p.subject and not p.plural and self._is_thing(p) for p in sentence):
                return ()
            others = [p for p in things if not self._is_place(p)]
            inside = phrase.subject and sentence[0].sentence == phrase.sentence
            actors = ([p for p in things if p.subject] or others) if inside or len(others) < 2 else others
            if actors:
                return self._one(actors, inside=inside)
        return ()

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether "it" may as well be this: an unknown name, or a noun for neither person nor body ("the bill")."""
        if phrase.form is PhraseForm.NAME:
            return not self._known(phrase)
        return phrase.form is PhraseForm.NOMINAL and not self._is_body(phrase) and not self._is_person(phrase)

    def _is_body(self, phrase: Phrase) -> bool:
        if phrase.plural or self._is_person(phrase):
            return False
        if phrase.form is PhraseForm.PRONOUN:
            return phrase.mention.span in self._links and phrase.mention.text.lower() in NEUTER
        if phrase.form is PhraseForm.NAME:
            return self._country(phrase) is not None
        return self._known(phrase) and self._sector(phrase) != "UNK" and phrase.subject and phrase.head not in THINGS

    def _twin_owner(self, phrase: Phrase) -> Phrase | None:
        """Whose the first of two joined nouns is, of which the pronoun owns the second ("**Iran**'s missile tests and **its** supply of drones")."""
        start = phrase.mention.span.start
        if TWIN.search(self._text[max(0, start - 8) : start]) is None:
            return None
        here = self._spoken.get(phrase.sentence, ())
        if any(p.subject and p.extended is not None and p.extended.start == start for p in here):
            return None
        owners = [p for p in here if p.form is PhraseForm.NAME and p.mention.span.end <= start and OWNED.match(self._text, p.mention.span.end)]
        if not owners or any(p.subject and owners[-1].mention.span.end <= p.mention.span.start < start for p in here):
            return None
        owner = owners[-1]
        fits = self._is_person(owner) if phrase.mention.text.lower() in PERSON else not self._is_person(owner) and self._country(owner) is not None
        return owner if fits and ";" not in self._text[owner.mention.span.end : start] else None

    def _several(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """They, them: the nearest sentence's only plural, or the row of names that is its subject."""
        for sentence in self._back(phrase):
            if any(p.mention.text.lower() == "those" for p in sentence):
                return ()  # "Hun Sen's soldiers fought those of the prince"
            clause = [p for p in self._free(phrase, sentence) if self._is_many(p)]
            subjects = [p for p in clause if p.subject]
            inside = sentence[0].sentence == phrase.sentence and (phrase.subject or phrase.mention.text.lower() == "their")
            for pool in (subjects, clause) if inside else (clause,):
                if len({self._party(self._root(p)) for p in pool}) > 1 or any(p.mention.span in self._unclear for p in pool):
                    return ()
                if pool:
                    return self._parties(pool[-1])
        return ()

    def _is_many(self, phrase: Phrase) -> bool:
        if phrase.form is PhraseForm.PRONOUN:
            return phrase.mention.span in self._links and phrase.mention.text.lower() in PLURAL | {"both"}
        row = self._row(phrase)
        if len(row) > 1:
            return phrase is row[0]
        if phrase.mention.span in self._unclear and self._number(phrase, phrase.mention.text.lower()):
            return True
        if phrase.head in THINGS:
            return False
        if len(self._links.get(phrase.mention.span, ())) > 1:
            return True
        if self._lookup(phrase).method == "people" and phrase.form is PhraseForm.NAME:
            return True
        return phrase.plural and (self._known(phrase) or phrase.mention.span in self._links or phrase.subject)

    def _parties(self, phrase: Phrase) -> tuple[Phrase, ...]:
        if phrase.mention.span in self._links:
            return self._links[phrase.mention.span]
        row = self._row(phrase)
        if len(row) == 1:
            return (phrase,) if self._sector(phrase) != "UNK" or self._country(phrase) else ()
        if all(not p.plural and self._lookup(p).method != "people" and (self._country(p) or self._is_person(p)) for p in row):
            return tuple(self._root(p) for p in row)
        return ()
