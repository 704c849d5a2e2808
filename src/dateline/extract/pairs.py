"""The type of the act between two marked phrases of a sentence (the task of the PLV data of Hu et al., ACL 2024)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dateline.extract.act import Act
from dateline.extract.answers import acts_of
from dateline.extract.parse import ParsedSentence
from dateline.types import Span

if TYPE_CHECKING:
    from dateline.extract.extractor import Coder


@runtime_checkable
class RelationCoder(Protocol):
    """A coder that types the relation of two phrases itself."""

    def relation(self, sentence: ParsedSentence, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
        """Probabilities of the PLOVER types for the act of the words ``source`` on the words ``target``."""
        ...


def words_in(sentence: ParsedSentence, span: Span) -> tuple[int, ...]:
    """Token indices of a span (canonical offsets)."""
    return tuple(t.i for t in sentence.tokens if t.start < span.end and span.start < t.end)


def relation_from_acts(acts: Sequence[Act], source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
    """The type of the act that fits two phrases best, for coders that find whole acts only.

    An act scores two for a party inside each phrase on its side, one for a party on the other side, and its confidence on top.
    Empty where the sentence has no act.
    """
    found: dict[str, float] = {}
    for act in acts:
        score = sum(
            2.0 if set(own) & set(phrase) else 1.0 if set(other) & set(phrase) else 0.0
            for phrase, own, other in ((source, act.actors, act.recipients), (target, act.recipients, act.actors))
        )
        found[act.type] = max(found.get(act.type, 0.0), 0.2 + score + act.confidence)
    total = sum(found.values())
    return {kind: score / total for kind, score in found.items()}


def pair_types(coder: Coder, sentences: Sequence[ParsedSentence], source: Span | None, target: Span | None) -> dict[str, float]:
    """Shares of the types for two marked phrases of a short text.

    Args:
        coder: its own relation judgement where it has one, else its acts.
        sentences: the parsed text; the sentence that holds most of both phrases is judged.
        source, target: canonical spans; ``None`` where the act has no such party.

    Returns:
        Type to share; empty where nothing was found.
    """
    if not sentences:
        return {}
    given = [span for span in (source, target) if span is not None]
    best = max(sentences, key=lambda s: sum(bool(words_in(s, span)) for span in given))
    first, second = (words_in(best, span) if span is not None else () for span in (source, target))
    if isinstance(coder, RelationCoder):
        return coder.relation(best, first, second)
    return relation_from_acts(acts_of(coder, [best])[0], first, second)
