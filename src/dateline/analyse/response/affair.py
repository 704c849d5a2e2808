"""What the affair of a trigger is about: its words, the words of acts that surely belong to it, and what was at issue before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.analyse.response.sentences import Reader
from dateline.analyse.response.tables import Cues
from dateline.analyse.response.values import Told, Trigger
from dateline.analyse.response.words import words_of
from dateline.types import Coded, SentenceKind

#: From so many reports on, a word of a single one is no word of the trigger.
MANY: Final = 8


@dataclass(frozen=True, slots=True)
class Affair:
    """Stems of words: of the trigger's own sentences, of its type, learned from kept acts, and of older or other matters; ``names`` are
    those of persons and bodies of the trigger's parties, ``titled`` words of the trigger that only a headline brings."""

    terms: frozenset[str]
    vocabulary: frozenset[str]
    learned: frozenset[str]
    old: frozenset[str]
    names: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """All words that speak for the affair."""
        return self.terms | self.vocabulary | self.learned


def affair_of(trigger: Trigger, coded: Sequence[Coded], reader: Reader, cues: Cues) -> Affair:
    """The affair of a trigger.

    Its words are those of the sentences that report the trigger, and of the headline where the lead does or where the headline announces a
    response to a party of the trigger. Old are the words of documents published before it and of sentences set apart in so many words, as far as they are not its own.
    """
    told = _common(trigger, reader)
    terms = set(told)
    for one in trigger.mentions:
        if one.document.title and (_in_lead(one) or announces(one.document.title, trigger, reader, cues)):
            terms |= {word.topic for word in reader.content(one.document.title)}
    vocabulary = frozenset().union(*(cues.vocabulary[kind] for kind in trigger.types)) - terms
    old = _old(trigger, coded, reader) - terms - vocabulary
    return Affair(frozenset(terms), vocabulary, frozenset(), frozenset(old), frozenset(_names(trigger, coded, reader)), frozenset(terms - told))


def _common(trigger: Trigger, reader: Reader) -> set[str]:
    """The words of the sentences that report the trigger. Of many only those that two of them use: each of fifty reports brings words of its own
    ("quoted", "summit"), and together they would tie any act to the affair."""
    told = {one.mention.sentence.text: one for one in trigger.mentions}
    counts = Counter(
        word for one in told.values() for word in {word.topic for word in reader.matter(one.coded, one.mention.sentence).content}
    )
    least = 2 if len(told) >= MANY else 1
    return {word for word, count in counts.items() if count >= least}


def _names(trigger: Trigger, coded: Iterable[Coded], reader: Reader) -> set[str]:
    """The names by which acts call persons and bodies of the trigger's parties ("President Félix **Tshisekedi**"); the capital of a sentence's
    first word names nobody ("**Small** protests"), nor do those of a line all in capitals."""
    found: set[str] = set()
    for item in coded:
        for one in item.mentions:
            for party in () if one.sentence.text.isupper() else (*one.actors, *one.recipients):
                if party.country in trigger.parties:
                    opens = party.span.start == one.sentence.span.start and " " in party.text
                    found |= {word.topic for word in reader.content(party.text) if word.capital and not (opens and word.start == 0)}
    return found


def matter_words(trigger: Trigger, cues: Cues) -> frozenset[str]:
    """Neutral words that carry a matter in this affair: those of its type's vocabulary that the trigger's own sentences use."""
    said = {word.stem for one in trigger.mentions for word in words_of(one.mention.sentence.text)}
    return frozenset(said & cues.neutral & frozenset().union(*(cues.vocabulary[kind] for kind in trigger.types)))


def _in_lead(one: Told) -> bool:
    """Whether the mention stands in the headline or the first sentence below it: then the headline is about it too."""
    body = [sentence for sentence in one.coded.sentences if sentence.kind is not SentenceKind.HEADLINE]
    first = body[0].span.end if body else 0
    return one.mention.sentence.span.start < first


def announces(title: str, trigger: Trigger, reader: Reader, cues: Cues) -> bool:
    """Whether a title says that its document is about a response to a party of the trigger."""
    return cues.response_title.search(title) is not None and bool(reader.countries_in(title) & trigger.parties)


def _old(trigger: Trigger, coded: Iterable[Coded], reader: Reader) -> set[str]:
    found: set[str] = set()
    for item in coded:
        published = item.document.published
        before = published is not None and trigger.first is not None and published < trigger.first
        for sentence in item.sentences:
            matter = reader.matter(item, sentence)
            if before or matter.apart:
                found |= {word.topic for word in matter.content}
    return found


def with_learned(affair: Affair, words: Iterable[str]) -> Affair:
    """The affair with words learned from acts that surely belong to it; words of older matters stay out."""
    return replace(affair, learned=frozenset(words) - affair.terms - affair.vocabulary - affair.old)
