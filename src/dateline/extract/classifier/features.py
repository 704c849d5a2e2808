"""What the trained coder sees of a parsed sentence besides its words: tags, dependencies, lexicon senses and paths between words.

The same functions serve training and coding, so the two cannot drift apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence, Token

#: Index 0 of every vocabulary: not in the vocabulary, or nothing there.
UNKNOWN = 0
#: Longer paths say little and are rare; they all become one feature (98% of the corpus's gold arguments lie within four steps).
MAX_PATH = 5
#: Distances between words are cut here on both sides: farther words differ little.
MAX_DISTANCE = 12


@dataclass(frozen=True)
class Vocabulary:
    """Feature values to indices; index 0 stands for anything unknown."""

    tags: Mapping[str, int]
    deps: Mapping[str, int]
    senses: Mapping[str, int]
    paths: Mapping[str, int]

    @cached_property
    def tree(self) -> _Branch:
        """The paths as a tree of their steps."""
        return _tree(self.paths)

    @classmethod
    def of(cls, tags: Sequence[str], deps: Sequence[str], senses: Sequence[str], paths: Sequence[str]) -> Vocabulary:
        """From lists of values in the order of their indices, which start at 1."""
        return cls(*({value: i for i, value in enumerate(values, 1)} for values in (tags, deps, senses, paths)))


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Feature indices of the words of a sentence, one entry a token."""

    tags: tuple[int, ...]
    deps: tuple[int, ...]
    senses: tuple[int, ...]


def sense_names(sentence: ParsedSentence, lexicon: LexiconCoder) -> list[str]:
    """The type that the predicate lexicon gives to each token, ``""`` where it knows none."""
    names = []
    for token in sentence.tokens:
        sense = lexicon.sense(sentence, token)
        names.append("" if sense is None else sense.type)
    return names


def word_features(sentence: ParsedSentence, senses: Sequence[str], vocabulary: Vocabulary) -> WordFeatures:
    """Tag, dependency and lexicon sense (:func:`sense_names`) of each token as indices."""
    return WordFeatures(
        tags=tuple([vocabulary.tags.get(t.tag, UNKNOWN) for t in sentence.tokens]),
        deps=tuple([vocabulary.deps.get(t.dep, UNKNOWN) for t in sentence.tokens]),
        senses=tuple([vocabulary.senses.get(name, UNKNOWN) for name in senses]),
    )


def paths_from(sentence: ParsedSentence, index: int) -> list[str]:
    """The dependency path from a token to every token of its sentence.

    A step up to the head is ``^dep``, a step down to a dependent is ``dep``; a preposition brings its word ("prep:with"). The
    token itself has the path ``.``; what lies more than :data:`MAX_PATH` steps away has ``""``.
    """
    tokens, children = sentence.tokens, sentence.children
    paths = [""] * len(tokens)
    paths[index] = "."
    queue: deque[tuple[int, str, int]] = deque([(index, "", 0)])
    while queue:
        current, path, length = queue.popleft()
        if length >= MAX_PATH:
            continue
        token = tokens[current]
        for child in children[current]:
            if not paths[child]:
                paths[child] = step = f"{path}>{_label(tokens[child])}"
                queue.append((child, step, length + 1))
        if token.head != current and not paths[token.head]:
            paths[token.head] = step = f"{path}>^{_label(token)}"
            queue.append((token.head, step, length + 1))
    return paths


_WITH_WORD = frozenset({"prep", "dative", "agent", "mark", "prt"})


def _label(token: Token) -> str:
    return f"{token.dep}:{token.lower}" if token.dep in _WITH_WORD else token.dep


@dataclass(slots=True)
class _Branch:
    """A place in the tree of known paths: the index of the path that ends here, and what its next step may be."""

    index: int = UNKNOWN
    steps: dict[str, _Branch] = field(default_factory=dict)


def _tree(paths: Mapping[str, int]) -> _Branch:
    """Paths with their indices as a tree of their steps."""
    root = _Branch()
    for path, index in paths.items():
        at = root
        for step in path.split(">")[1:]:
            at = at.steps.setdefault(step, _Branch())
        at.index = index
    return root


@lru_cache(maxsize=8)
def _steps(sentence: ParsedSentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps down to each token and up from it; the acts of a sentence are read one after the other."""
    down = tuple([_label(token) for token in sentence.tokens])
    return down, tuple([f"^{label}" for label in down])


def path_indices(sentence: ParsedSentence, index: int, vocabulary: Vocabulary) -> list[int]:
    """Indices of the paths from a token to all tokens of its sentence (:func:`paths_from`), walked along those that are known."""
    tokens, children = sentence.tokens, sentence.children
    down, up = _steps(sentence)
    found = [UNKNOWN] * len(tokens)
    found[index] = vocabulary.tree.index
    reached = {index}
    level = [(index, vocabulary.tree)]
    for _ in range(MAX_PATH):
        further = []
        for current, branch in level:
            steps, above = branch.steps, tokens[current].head
            for child in children[current]:
                if child not in reached and (ahead := steps.get(down[child])) is not None:
                    reached.add(child)
                    found[child] = ahead.index
                    further.append((child, ahead))
            if above not in reached and (ahead := steps.get(up[current])) is not None:
                reached.add(above)
                found[above] = ahead.index
                further.append((above, ahead))
        level = further
    return found


def distance_index(start: int, end: int) -> int:
    """Signed distance in words, cut at :data:`MAX_DISTANCE`, as an index from 0."""
    return max(-MAX_DISTANCE, min(MAX_DISTANCE, end - start)) + MAX_DISTANCE


def span_root(sentence: ParsedSentence, start: int, end: int) -> int | None:
    """The head word of the words of ``[start, end)`` (canonical offsets): the one whose governor lies outside.

    Of several, the last noun, else the last. ``None`` where no token of the sentence lies in the span.
    """
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    if not inside:
        return None
    indices = {t.i for t in inside}
    roots = [t for t in inside if (t.head not in indices or t.head == t.i) and t.pos != "PUNCT"] or inside
    nouns = [t for t in roots if t.pos in {"NOUN", "PROPN", "PRON"}]
    return (nouns or roots)[-1].i
