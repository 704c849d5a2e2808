"""What a paragraph is about: PLOVER's contexts, by its words and by the trained coder's scores of its sentences together.

The words stand in ``ontology/data/contexts.toml``. ``data/contexts.tsv`` holds what each hit counts for each context (fitted on the training
passages) and how both are joined (fitted on the held-out ones), by ``scripts/train_contexts.py``. The codebook codes contexts by paragraph
or document, so all acts of a paragraph share them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from dateline.extract.act import Act
from dateline.extract.classifier.layout import CONTEXTS
from dateline.extract.parse import ParsedSentence
from dateline.ontology.tables import rows_of
from dateline.ontology.wordlists import word_list

#: The row of a context's bias, of the coder's log odds, and of the words' log odds in the table.
BIAS, CODER, WORDS = "", "=coder", "=words"
_WORD = re.compile(r"[\w.&'-]*\w")
#: An entry that stands for any ending has at least this many letters before it.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by form: whole words, beginnings of words, and phrases by their first word."""

    words: frozenset[str]
    stems: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """All entries of the table."""
    entries = {entry for listed in word_list("contexts").values() for entry in listed}
    single = {entry for entry in entries if " " not in entry}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries - single):
        parts = tuple(entry.split())
        phrases.setdefault(parts[0].rstrip("*"), []).append(parts)
    stems = frozenset(entry[:-1] for entry in single if entry.endswith("*"))
    return Lexicon(frozenset(e for e in single if not e.endswith("*")), stems, {k: tuple(v) for k, v in phrases.items()})


def hits(text: str) -> frozenset[str]:
    """The entries of the lexicon that a text holds."""
    return frozenset(_hits(_WORD.findall(text.lower())))


@lru_cache(maxsize=20_000)
def _entries(word: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The entries of one word that a word fits, and the phrases that it may open."""
    lexicon = load_lexicon()
    stems = (f"{word[:end]}*" for end in range(_SHORTEST, len(word) + 1) if word[:end] in lexicon.stems)
    opened = (parts for end in range(1, len(word) + 1) for parts in lexicon.phrases.get(word[:end], ()))
    return (*([word] if word in lexicon.words else []), *stems), tuple(opened)


def _hits(words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        entries, opened = _entries(word)
        yield from entries
        for parts in opened:
            if len(parts) <= len(words) - place and all(_same(w, p) for w, p in zip(words[place:], parts, strict=False)):
                yield " ".join(parts)


def _same(word: str, entry: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


@lru_cache(maxsize=1)
def load_weights() -> dict[str, dict[str, float]]:
    """The package's table: context -> entry -> weight."""
    table: dict[str, dict[str, float]] = {}
    for context, entry, weight in rows_of("extract/data/contexts.tsv", 3):
        table.setdefault(context, {})[entry] = float(weight)
    return table


def word_odds(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """Log odds of a context by the words alone."""
    return weights.get(BIAS, 0.0) + sum(map(weights.get, found, repeat(0.0)))


def chosen(text: str, coder: Sequence[float], table: Mapping[str, Mapping[str, float]]) -> tuple[str, ...]:
    """The contexts of a paragraph.

    Args:
        text: its words.
        coder: the greatest of its sentences' log odds, by context in the order of the codebook.
        table: weights.
    """
    found = sorted(hits(text))  # weights are added up in one order in every process
    joint = table["*"]
    return tuple(
        name
        for name, said in zip(CONTEXTS, coder, strict=True)
        if joint[CODER] * said + joint[WORDS] * word_odds(found, table.get(name, {})) + joint[BIAS] > 0.0
    )


def settle(sentences: Sequence[ParsedSentence], acts: Sequence[tuple[Act, ...]]) -> dict[int, tuple[str, ...]]:
    """The contexts of each paragraph that holds acts with the trained coder's scores."""
    said: dict[int, list[tuple[float, ...]]] = {}
    words: dict[int, list[str]] = {}
    for sentence, found in zip(sentences, acts, strict=True):
        words.setdefault(sentence.paragraph, []).append(sentence.sentence.text)
        if found and found[0].context_odds:
            said.setdefault(sentence.paragraph, []).append(found[0].context_odds)
    table = load_weights()
    return {place: chosen(" ".join(words[place]), [max(c) for c in zip(*rows, strict=True)], table) for place, rows in said.items()}
