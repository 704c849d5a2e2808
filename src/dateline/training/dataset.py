"""Corpus passages -> training examples: parsed sentences with labels on their words."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.evaluation.gold import plain_document
from dateline.extract.classifier.features import paths_from, sense_names, span_root
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, CONTEXTS, MODES, ROLES, STATUSES, TYPES
from dateline.extract.cuewords import load_cues
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.ontology.lexicon import NONE, REPORT
from dateline.resolve.resolver import Resolver
from dateline.training.corpus import CorpusFile
from dateline.training.notation import Passage

#: One passage in this many is held out of training to set thresholds and calibration.
HELD_OUT = 12
#: Passages parsed together; only memory depends on it.
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Target:
    """A gold act on its head word: label indices of :mod:`dateline.extract.classifier.layout`.

    ``roles`` are pairs of word index and role index; ``paths`` the dependency paths from the head word to every word.
    """

    head: int
    type: int
    cameo: str
    modes: tuple[int, ...]
    status: int
    negated: int
    certainty: int
    attribution: int
    roles: tuple[tuple[int, int], ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of an actor and of a recipient with the types of the acts between them (1-based type index to weight)."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    types: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is annotated in it; ``senses`` are the lexicon's types of its words."""

    sentence: ParsedSentence
    senses: tuple[str, ...]
    targets: tuple[Target, ...]
    pairs: tuple[Pair, ...] = ()
    contexts: tuple[int, ...] = ()
    #: Whether the acts are annotated; a sentence with a marked pair alone teaches nothing else.
    annotated: bool = True
    #: Whether it has no annotation at all: teachers alone say what is in it (:mod:`dateline.training.plain`).
    plain: bool = False


@dataclass(slots=True)
class Examples:
    """Training and held-out examples."""

    train: list[Example] = field(default_factory=list)
    held_out: list[Example] = field(default_factory=list)


def is_held_out(text: str) -> bool:
    """Whether a passage is held out, by the hash of its text, so that growth of the corpus moves no passage."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % HELD_OUT == 0


def examples_of(files: Iterable[CorpusFile]) -> Examples:
    """Parse the passages of notation files and label their words."""
    passages = [p for file in files for p in file.passages]
    lexicon, resolver = LexiconCoder(), Resolver.load()
    found = Examples()
    for start in range(0, len(passages), _CHUNK):
        for passage, example in _parsed(passages[start : start + _CHUNK], lexicon, resolver):
            (found.held_out if is_held_out(passage.text) else found.train).append(example)
    return found


def _parsed(passages: Sequence[Passage], lexicon: LexiconCoder, resolver: Resolver) -> Iterator[tuple[Passage, Example]]:
    documents = [plain_document(str(p.line), p.text, p.date) for p in passages]
    for passage, sentences in zip(passages, parse_documents(documents), strict=True):
        contexts = tuple(CONTEXTS.index(name) for name in passage.contexts if name in CONTEXTS)
        mentions = [m for s in passage.sentences for m in s.mentions]
        for sentence in sentences:
            yield passage, label(sentence, mentions, contexts, lexicon, _named(sentence, passage, resolver))


def _named(sentence: ParsedSentence, passage: Passage, resolver: Resolver) -> dict[int, str]:
    """Words of a sentence that name a country, with its code: the head of each name ("Putin", "Tehran", "French")."""
    on = date.fromisoformat(passage.date) if passage.date else None
    one = sentence.sentence
    seen = resolver.sightings(one.text, one.index, one.span.start, on=on)
    heads = ((span_root(sentence, s.start, s.end), s.country) for s in seen)
    return {head: country for head, country in heads if head is not None}


def label(
    sentence: ParsedSentence,
    mentions: Sequence[Mapping[str, object]],
    contexts: tuple[int, ...],
    lexicon: LexiconCoder,
    named: Mapping[int, str] | None = None,
) -> Example:
    """Put the labels of the mentions whose trigger lies in a sentence on its words; ``named`` are the words that name a country."""
    senses = sense_names(sentence, lexicon)
    targets: dict[int, Target] = {}
    pairs: dict[tuple[tuple[int, ...], tuple[int, ...]], Counter[int]] = defaultdict(Counter)
    for mention in mentions:
        head = trigger_head(sentence, mention["trigger"], senses)
        if head is None:
            continue
        target = _target(sentence, mention, head, named or {})
        targets.setdefault(head, target)
        for pair in _pairs(sentence, mention):
            pairs[pair][target.type] += 1
    return Example(
        sentence=sentence,
        senses=tuple(senses),
        targets=tuple(targets[i] for i in sorted(targets)),
        pairs=tuple(Pair(s, t, _shares(types)) for (s, t), types in pairs.items()),
        contexts=contexts,
    )


def _shares(types: Counter[int]) -> tuple[tuple[int, float], ...]:
    total = sum(types.values())
    return tuple((kind, count / total) for kind, count in sorted(types.items()))


def _span(value: object) -> tuple[int, int] | None:
    if not isinstance(value, Mapping) or not value.get("span"):
        return None
    start, end = value["span"]
    return int(start), int(end)


def _root(sentence: ParsedSentence, value: object) -> int | None:
    span = _span(value)
    if span is None or not (sentence.sentence.span.start <= span[0] < sentence.sentence.span.end):
        return None
    return span_root(sentence, *span)


def trigger_head(sentence: ParsedSentence, value: object, senses: Sequence[str]) -> int | None:
    """The word on which an act is labelled: the root of its trigger, or the event noun under a light verb or preposition inside it.

    Annotators write "launched an offensive", "offensive" or "came under fire"; the label always goes to the noun.
    """
    head, inside = _root(sentence, value), set(_words(sentence, value))
    while head is not None:
        token = sentence.tokens[head]
        below = [t for t in sentence.kids(head, "dobj", "pobj", "prep", "attr") if t.i in inside]
        if token.pos == "ADP":
            lower = [t.i for t in below if t.pos in {"NOUN", "PROPN"}]
        elif token.pos == "VERB" and token.lower in load_cues().light_verbs:
            lower = [t.i for t in below if t.pos == "NOUN" and senses[t.i] not in {"", NONE, REPORT}]
        else:
            lower = []
        if not lower:
            return head
        head = lower[-1]
    return None


def _words(sentence: ParsedSentence, value: object) -> tuple[int, ...]:
    span = _span(value)
    return () if span is None else tuple(t.i for t in sentence.tokens if t.start < span[1] and span[0] < t.end)


def _entries(value: object) -> list[Mapping[str, object]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _target(sentence: ParsedSentence, mention: Mapping[str, object], head: int, named: Mapping[int, str]) -> Target:
    kind = str(mention["type"])
    said = mention["attribution"]
    cues = mention["cues"]
    assert isinstance(cues, Mapping)
    modes = mention["modes"]
    assert isinstance(modes, list)
    roles: list[tuple[int, int]] = []
    spans: list[tuple[str, Sequence[object]]] = [
        ("actor", _entries(mention["actors"])),
        ("recipient", _entries(mention["recipients"])),
        ("place", [mention["place"]]),
        ("date", [mention["date"]]),
        ("speaker", [said]),
        *((cue, [cues.get(cue)]) for cue in ("negated", "status", "certainty")),
    ]
    for name, values in spans:
        for value in values:
            word = _root(sentence, value)
            if word is not None:
                roles.append((word, ROLES.index(name)))
    roles += [(i, ROLES.index("part")) for i in _words(sentence, mention["trigger"]) if i != head]
    for name, key in (("actor_country", "actors"), ("recipient_country", "recipients")):
        codes = {str(v["country"]) for v in _entries(mention[key]) if v.get("country")}
        roles += [(word, ROLES.index(name)) for word, code in named.items() if code in codes]
    return Target(
        head=head,
        type=TYPES.index(kind) + 1,
        cameo=str(mention["cameo"] or ""),
        modes=tuple(MODES.index(f"{kind}/{m}") for m in modes),
        status=STATUSES.index(str(mention["status"])),
        negated=int(bool(mention["negated"])),
        certainty=CERTAINTIES.index(str(mention["certainty"])),
        attribution=ATTRIBUTIONS.index(str(said["kind"])) if isinstance(said, Mapping) else 0,
        roles=tuple(dict.fromkeys(roles)),
        paths=tuple(paths_from(sentence, head)),
    )


def _pairs(sentence: ParsedSentence, mention: Mapping[str, object]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Word sets of each actor with each recipient; of the parties of a two-sided act with each other; of a lone party with none."""
    actors = [w for a in _entries(mention["actors"]) if (w := _words(sentence, a))]
    recipients = [w for r in _entries(mention["recipients"]) if (w := _words(sentence, r))]
    if len(actors) + len(recipients) == 1:
        yield actors[0] if actors else (), recipients[0] if recipients else ()
    for actor in actors:
        for other in recipients or actors:
            if actor != other:
                yield actor, other
