"""A note whose marker is lost -> the sentence that it most likely supports.

The order of the notes says between which two markers the lost one stood. Among the sentences there the one is chosen whose words, countries
and dates fit the source best: a cosine over binary features, weighted by how few sentences of the document have each (Spärck Jones 1972), so
that what the whole document is about says little. Several lost notes in one gap keep their order, each at a sentence of its own. This is a guess and is marked so
(``link: similarity`` with its score); it never becomes a marker, and no act takes its date from it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.resolver import Resolver
from dateline.types import Document, Note, Sentence, SentenceKind, Source, SourceLink

#: Below this no link is made. On the first five of the ten documents of ``tests/cases/lost_notes.jsonl`` the lowest score of a note with its
#: sentence is 0.36; the highest of a note with any other sentence, which is what it would get if its own were missing, is 0.24. This is the
#: middle; the other five documents check it (``bench/lost_notes.py``: 9 right, none wrong, 2 left out).
THRESHOLD: Final = 0.30
#: A sentence that has a marker of its own is sourced already; it can be meant all the same (two notes, one marker lost).
_SOURCED: Final = 0.6
#: The sentence names the month of the source or the one before it: papers report within weeks.
_DATED: Final = 0.08
#: The source is older than what the sentence tells with its month.
_TOO_EARLY: Final = 0.15
#: More pairs of note and sentence than this in one gap (all markers of a long book lost) are left alone: order then says nothing.
_MAX_PAIRS: Final = 250_000
#: An ending is taken off where so many letters stay.
_STEM: Final = 4
_ENDINGS: Final = (
    "ations", "ation", "ative", "ating", "ated", "ates", "ate", "ances", "ance", "ences", "ence", "ments", "ment", "ions", "ion", "ings", "ing",
    "ies", "ied", "ers", "ed", "es", "er", "ly", "al", "s",
)  # fmt: skip
#: A word of the source that the document has nowhere says little against a link: headlines use other words.
_UNHEARD: Final = 0.3
#: A country counts for more than a word: headlines and texts name the parties in different words.
_COUNTRY_WEIGHT: Final = 1.5
_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH: Final = re.compile(rf"\b({'|'.join(name.capitalize() for name in _MONTHS)})\b(?:\s+\d{{1,2}},)?(?:\s+((?:19|20)\d\d))?")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STOP: Final = words_of("resolve.lost_notes.stop")


@dataclass(frozen=True, slots=True)
class _Gap:
    """Lost notes that stood between the same two markers, and the sentences there."""

    notes: tuple[Note, ...]
    sentences: tuple[int, ...]


def link_lost_notes(document: Document, sentences: Sequence[Sentence], resolver: Resolver) -> dict[int, tuple[SourceLink, ...]]:
    """Link the notes without markers to sentences.

    Args:
        document: the document with its notes and sources.
        sentences: its sentences in order.
        resolver: knows the countries that a text names.

    Returns:
        For the index of each sentence that a lost note fits, the note's sources with the score in (0, 1]. A note that fits none, or that
        cites nothing, is left out.
    """
    gaps = tuple(_gaps(document, sentences))
    if not gaps:
        return {}
    scorer = _Scorer(document, sentences, resolver)
    links: dict[int, list[SourceLink]] = {}
    for gap in gaps:
        for note, index, score in _align(gap, scorer):
            found = (SourceLink(source, "similarity", round(score, 3)) for source in scorer.sources[note.label])
            links.setdefault(index, []).extend(found)
    return {index: tuple(found) for index, found in links.items()}


def _gaps(document: Document, sentences: Sequence[Sentence]) -> Iterator[_Gap]:
    """The runs of lost notes that cite something, with the sentences between the markers around them (those of the markers included)."""
    body = [index for index, sentence in enumerate(sentences) if sentence.kind is SentenceKind.BODY]
    cited = {source.note for source in document.sources}
    notes = document.notes
    start = 0
    while start < len(notes):
        if notes[start].markers:
            start += 1
            continue
        end = start
        while end < len(notes) and not notes[end].markers:
            end += 1
        low = notes[start - 1].markers[-1] if start else 0
        high = notes[end].markers[0] if end < len(notes) else len(document.text)
        lost = tuple(note for note in notes[start:end] if note.label in cited)
        between = tuple(index for index in body if sentences[index].span.end >= low and sentences[index].span.start < high)
        if lost and between and len(lost) * len(between) <= _MAX_PAIRS:
            yield _Gap(lost, between)
        start = end


class _Scorer:
    """Features of sentences and sources, and how well two fit."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], resolver: Resolver) -> None:
        self._document, self._sentences, self._resolver = document, sentences, resolver
        self.sources: dict[str, tuple[Source, ...]] = {}
        for source in document.sources:
            if source.note is not None:
                self.sources[source.note] = (*self.sources.get(source.note, ()), source)
        self._features = [self._features_of(sentence.text) for sentence in sentences]
        self._count = Counter(feature for features in self._features for feature in features)
        self._sourced = {
            index
            for index, sentence in enumerate(sentences)
            if any(sentence.span.start < marker.offset <= sentence.span.end + 1 for marker in document.markers)
        }

    def score(self, note: Note, index: int) -> float:
        """How well a note fits a sentence, in [0, 1]: the best of its sources."""
        return max((self._fit(source, index) for source in self.sources[note.label]), default=0.0)

    def _fit(self, source: Source, index: int) -> float:
        told = self._features_of(_told(source))
        if not told:
            return 0.0
        said = self._features[index]
        shared = self._mass(told & said)
        if not shared:
            return 0.0
        value = shared / math.sqrt(self._mass(told) * self._mass(said))
        value += _date_fit(source, self._sentences[index].text, self._document)
        if index in self._sourced:
            value *= _SOURCED
        return min(1.0, max(0.0, value))

    def _mass(self, features: frozenset[str]) -> float:
        return sum(self._weight(feature) for feature in features)

    def _weight(self, feature: str) -> float:
        count = self._count[feature]
        rarity = max(0.1, math.log((len(self._sentences) + 1) / (max(1, count) + 0.5)))
        return rarity * (1.0 if count else _UNHEARD) * (_COUNTRY_WEIGHT if feature.isupper() else 1.0)

    def _features_of(self, text: str) -> frozenset[str]:
        """Stems of the content words in lower case, codes of the countries in upper case."""
        stems = {_stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP}
        countries = {sighting.country for sighting in self._resolver.sightings(text, 0, 0, on=self._document.published)}
        return frozenset(stems | countries)


def _told(source: Source) -> str:
    """What a source is about: its title, and the body behind it where that is no newspaper (a text names Amnesty, not Reuters)."""
    body = source.publisher if source.kind in {"report", "official"} else None
    return ". ".join(filter(None, (body, source.title)))


def _stem(word: str) -> str:
    """A crude stem that brings "alliance", "allies" and "ally", "cooperate" and "cooperation" together."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    for _ in range(2):  # "surrendered" loses "ed" and then, as "surrender" does, "er"
        ending = next((one for one in _ENDINGS if plain.endswith(one) and len(plain) - len(one) >= _STEM), "")
        plain = plain.removesuffix(ending)
    return re.sub(r"(?:ie?|y)$", "i", plain.removesuffix("e") if len(plain) > _STEM else plain)


def _date_fit(source: Source, sentence: str, document: Document) -> float:
    """What the months that a sentence names say for or against a source."""
    parts = [int(part) for part in (source.published or "").split("-") if part]
    if len(parts) < 2:
        return 0.0
    at = parts[0] * 12 + parts[1] - 1
    gaps: list[int] = []
    for match in _MONTH.finditer(sentence):
        month = _MONTHS.index(match[1].lower())
        if match[2]:
            gaps.append(at - int(match[2]) * 12 - month)
        elif document.published is not None:  # the last such month before publication
            last = document.published.year * 12 + document.published.month - 1
            gaps.append(at - (last - (last - month) % 12))
    if not gaps:
        return 0.0
    if any(0 <= gap <= 1 for gap in gaps):
        return _DATED
    return -_TOO_EARLY if max(gaps) < 0 else 0.0


def _align(gap: _Gap, scorer: _Scorer) -> list[tuple[Note, int, float]]:
    """The assignment of notes to sentences, in the order of both, with the highest sum of scores above the threshold."""
    scores = [[scorer.score(note, index) for index in gap.sentences] for note in gap.notes]
    width = len(gap.sentences)
    # best[i][j]: the highest sum for the first i notes with all links at the first j sentences, one note a sentence.
    best = [[0.0] * (width + 1) for _ in range(len(gap.notes) + 1)]
    for i, row in enumerate(scores, 1):
        for j, value in enumerate(row, 1):
            linked = best[i - 1][j - 1] + value if value >= THRESHOLD else 0.0
            best[i][j] = max(best[i][j - 1], best[i - 1][j], linked)
    chosen: list[tuple[Note, int, float]] = []
    i, j = len(gap.notes), width
    while i and j:
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            chosen.append((gap.notes[i - 1], gap.sentences[j - 1], scores[i - 1][j - 1]))
            i, j = i - 1, j - 1
    return chosen[::-1]


def all_scores(document: Document, sentences: Sequence[Sentence], resolver: Resolver) -> Mapping[str, Mapping[int, float]]:
    """For each lost note the scores of all sentences of its gap, for the bench that sets the threshold."""
    scorer = _Scorer(document, sentences, resolver)
    return {note.label: {i: scorer.score(note, i) for i in gap.sentences} for gap in _gaps(document, sentences) for note in gap.notes}
