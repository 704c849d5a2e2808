"""Where a text names an entity: the words that a party taken from the knowledge base stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.decisions.values import Record
from dateline.ontology.namekeys import Word, key_of, words
from dateline.resolve.knowledge import Knowledge
from dateline.types import Document, Span

#: Texts whose words are kept: while somebody types, the list asks for the same one with every letter.
KEPT_TEXTS: Final = 4


@dataclass(slots=True)
class Namings:
    """Finds names of entities in texts; the names of each entity are gathered at the first question.

    Args:
        base: the knowledge base that has them.
    """

    base: Knowledge
    _aliases: dict[str, set[str]] = field(default_factory=dict)

    def _known(self) -> Mapping[str, set[str]]:
        """Keys of the names of each entity, a person's family names included: "Mr Ruto" names William Ruto."""
        if not self._aliases:
            found = defaultdict(set)
            for key, names in self.base.names.items():
                for one in names:
                    found[one.entity.name].add(key)
            for key, persons in self.base.surnames.items():
                for person in persons:
                    found[person.name].add(key)
            self._aliases = dict(found)
        return self._aliases

    def span(self, names: Iterable[str], record: Record, document: Document) -> Span | None:
        """The words that name an entity: in the record's sentence, else the last before it, else the first after it.

        Args:
            names: of the entity, as the knowledge base or a reviewer writes them.
            record: whose party it is to be.
            document: in which it stands.

        Returns:
            ``None`` where the text names it nowhere.
        """
        keys = {key for name in names for key in (key_of(name), *self._known().get(name, ())) if key}
        spans = _widest(_spans_of(document.text, keys))
        start, end = record["sentence"]["span"]
        inside = [one for one in spans if start <= one.start and one.end <= end]
        before = [one for one in spans if one.end <= start]
        return next(iter([*inside, *before[-1:], *spans]), None)


@lru_cache(maxsize=KEPT_TEXTS)
def _places_of(text: str) -> tuple[tuple[Word, ...], Mapping[str, tuple[int, ...]]]:
    """The words of a text, and where each stands among them."""
    found = words(text)
    at: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(found):
        at[word.norm].append(number)
    return found, {norm: tuple(numbers) for norm, numbers in at.items()}


def _spans_of(text: str, keys: Iterable[str]) -> Iterator[Span]:
    """The words of a text that make up one of the keys; one of them has a capital, as names have ("al-Shabaab")."""
    all_words, at = _places_of(text)
    for key in keys:
        first, *rest = key.split()
        for number in at.get(first, ()):
            run = all_words[number : number + 1 + len(rest)]
            if [one.norm for one in run[1:]] == rest and any(one.capital for one in run) and not any(one.broken for one in run[1:]):
                yield Span(run[0].start, run[-1].start + len(run[-1].text))


def _widest(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that lie within another: a family name within the whole one."""
    kept: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept
