"""Whom the phrases read so far name: their rows, the first name of each party along the links, what stands beside a name, and its gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.anaphora.given_names import genders
from dateline.resolve.anaphora.natures import Facts, Lookup, Natures, words_of
from dateline.resolve.anaphora.words import (
    CALENDAR,
    JOINED,
    MEN,
    PERSON,
    TWO_NAMES,
    WOMEN,
    is_human,
)
from dateline.resolve.forces import is_states_force
from dateline.resolve.nounsectors import ARMED
from dateline.types import Phrase, PhraseForm, Span

#: Pronouns for a man.
HE: Final = frozenset("he him his himself".split())


class Parties(Natures):
    """What has been read of a document: its phrases by sentence and the links found so far."""

    def __init__(self, text: str, lookup: Lookup, facts: Facts | None = None) -> None:
        super().__init__(text, lookup, facts)
        #: Of sentences that are read to their end, or so far: phrases in the order of candidates, their nouns, and rows, by how many phrases were read.
        self._ordered: dict[int, tuple[int, list[Phrase]]] = {}
        self._said: dict[int, tuple[int, frozenset[str]]] = {}
        self._rows: dict[tuple[Phrase, int], list[Phrase]] = {}
        self._repeated: dict[Phrase, bool] = {}
        self._links: dict[Span, tuple[Phrase, ...]] = {}
        self._unclear: set[Span] = set()
        self._sentences: dict[int, list[Phrase]] = {}
        self._inside: dict[int, list[Phrase]] = {}
        self._genders: dict[str, str] = {}

    def _is_apart(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a state's force is told apart from an armed group whose name holds the noun ("the **army**" beside an "Army" of rebels)."""
        return is_states_force(phrase) and self._sector(self._root(other)) in ARMED

    def _root(self, phrase: Phrase) -> Phrase:
        """The first phrase that names the party, along links to one antecedent."""
        linked = self._links.get(phrase.mention.span, ())
        return linked[0] if len(linked) == 1 else phrase

    def _party(self, phrase: Phrase) -> str:
        chosen = self._lookup(phrase).chosen
        if chosen and chosen.entity and phrase.form is PhraseForm.NAME:
            return chosen.entity
        return words_of(phrase.mention.text)[-1] if phrase.form is PhraseForm.NAME else phrase.mention.text.lower()

    def _is_joined(self, phrase: Phrase) -> bool:
        """Whether a phrase is one of several joined ones, or holds two names that the parser left together."""
        if len(self._row(phrase)) > 1:
            return True
        return TWO_NAMES.search(phrase.mention.text) is not None and self._lookup(phrase).method != "country"

    def _row(self, phrase: Phrase) -> list[Phrase]:
        """The phrases joined to one by commas and "and", itself included."""
        sentence = self._sentences.get(phrase.sentence, [])
        key = (phrase, len(sentence))
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._read_row(phrase, sentence)
        return found

    def _read_row(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        at = next((place for place, one in enumerate(sentence) if one is phrase), None)
        if at is None:
            return [phrase]
        first = last = at
        while first and self._joins(sentence[first - 1], sentence[first]):
            first -= 1
        while last + 1 < len(sentence) and self._joins(sentence[last], sentence[last + 1]):
            last += 1
        if first == last:
            return [phrase]
        row = list(sentence[first : last + 1])
        between = self._text[row[0].mention.span.start : row[-1].mention.span.end]
        return row if re.search(r"\b(?:and|or)\b|&", between) else [phrase]

    def _joins(self, one: Phrase, two: Phrase) -> bool:
        return bool(JOINED.match(self._text[one.mention.span.end : two.mention.span.start]))

    def _in_apposition(self, phrase: Phrase) -> bool:
        """Whether a noun only says what the name right before it is ("elected Jalal Talabani president", "Castro, the host,")."""
        if phrase.form is not PhraseForm.NOMINAL:
            return False
        if self._names_next(phrase):
            return True
        before = [p for p in self._sentences.get(phrase.sentence, []) if p.mention.span.end < phrase.mention.span.start]
        if not before or before[-1].form is not PhraseForm.NAME:
            return False
        between = self._text[before[-1].mention.span.end : phrase.mention.span.start]
        return bool(re.fullmatch(r",?\s+(?:the\s+|an?\s+|as\s+|its\s+|his\s+|her\s+|their\s+)?", between))

    def _names_on(self, phrase: Phrase) -> Phrase | None:
        """The name right behind a noun for one person that the parser left apart ("**the novelist** Boualem Sansal")."""
        if not self._leads(phrase):
            return None
        end = phrase.mention.span.end
        return next((p for p in self._sentences.get(phrase.sentence, ()) if p.mention.span.start == end + 1 and p.form is PhraseForm.NAME), None)

    def _leads(self, phrase: Phrase) -> bool:
        """Whether a noun for one person stands right before a name, so that it only says what its bearer is."""
        if phrase.form is not PhraseForm.NOMINAL or phrase.plural or not is_human(phrase.head):
            return False
        name = re.match(r" ([A-Z][\w.-]+)", self._text[phrase.mention.span.end :][:40])
        return name is not None and name.group(1).lower() not in CALENDAR

    def _names_next(self, phrase: Phrase) -> bool:
        """Whether a title is followed by its holder between commas ("Haiti's police chief, Leon Charles, resigned")."""
        after = [p for p in self._sentences.get(phrase.sentence, []) if p.mention.span.start > phrase.mention.span.end]
        if not after or after[0].form is not PhraseForm.NAME:
            return False
        name = after[0].mention.span
        return self._text[phrase.mention.span.end : name.start] == ", " and self._text[name.end : name.end + 1] in {",", "."}

    def _gender(self, phrase: Phrase) -> str | None:
        """``m``, ``f`` or ``None`` where neither a title nor a given name nor an earlier pronoun tells."""
        root = self._root(phrase)
        words = [*words_of(root.mention.text), root.head]
        if phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in PERSON:
            return "m" if phrase.mention.text.lower() in HE else "f"
        if WOMEN.intersection(words) or words[-1].endswith("woman"):
            return "f"
        if MEN.intersection(words) or words[-1].endswith("man"):
            return "m"
        known = self._genders.get(self._party(root))
        if known is not None or root.form is not PhraseForm.NAME:
            return known
        chosen = self._lookup(root).chosen
        full = words_of(chosen.entity) if chosen and chosen.entity else words
        return next((genders()[word] for word in full[:-1] if word in genders()), None)

    def _learn(self, phrase: Phrase, found: Sequence[Phrase]) -> None:
        """A linked "she" tells the gender of whoever she is."""
        if len(found) == 1 and phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in PERSON:
            self._genders[self._party(found[0])] = "m" if phrase.mention.text.lower() in HE else "f"
