"""Agreement of two annotations of the same passages.

F1 treats the first annotation as gold (it is symmetric but for the names of precision and recall). Krippendorff's alpha (nominal; Krippendorff
2011, "Computing Krippendorff's Alpha-Reliability") is computed per field on mentions that both annotated with the same type.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.errors import DatelineError
from dateline.evaluation.gold import GoldMention, gold_mention
from dateline.evaluation.match import match_document
from dateline.training.notation import Passage
from dateline.wording import plural

_FIELDS: dict[str, Callable[[GoldMention], str]] = {
    "modes": lambda m: ",".join(sorted(m.modes or ())),
    "actor countries": lambda m: ",".join(sorted(m.actors or ())),
    "recipient countries": lambda m: ",".join(sorted(m.recipients or ())),
    "status": lambda m: m.status or "",
    "negated": lambda m: str(m.negated),
    "certainty": lambda m: m.certainty or "",
    "attributed": lambda m: str(m.attributed),
    "date": lambda m: m.date or "",
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Sentences compared, F1 scores in [0, 1], alpha by field, the matched pairs they rest on, and passages of each that the other lacks.

    A figure is ``None`` where there is nothing that it could rest on.
    """

    sentences: int
    trigger: float | None
    trigger_type: float | None
    triple: float | None
    alpha: dict[str, float | None]
    pairs: int
    alone: tuple[int, int] = (0, 0)


def agreement(first: Sequence[Passage], second: Sequence[Passage]) -> Agreement:
    """Compare two annotations; passages are paired by their text, those in only one of the two are left out and counted.

    Raises:
        DatelineError: E504 where no passage stands in both.
        ModuleNotFoundError: the package ``krippendorff`` (extra ``train``) is not installed.
    """
    other = {passage.text: passage for passage in second}
    both = [(passage, other[passage.text]) for passage in first if passage.text in other]
    if not both:
        raise DatelineError("E504", f"{plural(len(first), 'passage')} and {len(second)}")
    matched = [match_document(_mentions(a), _mentions(b)) for a, b in both]
    pairs = [pair for one in matched for pair in one.pairs]
    same = [(a, b) for a, b in pairs if a.type == b.type]
    total = sum(2 * len(one.pairs) + len(one.missed) + len(one.spurious) for one in matched)
    ours = sum(len(m.pairs()) for a, b in both for m in (*_mentions(a), *_mentions(b)))
    shared = sum(len(a.pairs() & b.pairs()) for a, b in same)
    return Agreement(
        sentences=sum(len(a.sentences) for a, _ in both),
        trigger=2 * len(pairs) / total if total else None,
        trigger_type=2 * len(same) / total if total else None,
        triple=2 * shared / ours if ours else None,
        alpha={name: _alpha([(value(a), value(b)) for a, b in same]) for name, value in _FIELDS.items()},
        pairs=len(same),
        alone=(len(first) - len(both), len(other.keys() - {passage.text for passage in first})),
    )


def _mentions(passage: Passage) -> list[GoldMention]:
    return [gold_mention(mention) for sentence in passage.sentences for mention in sentence.mentions]


def _alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Nominal alpha; 1.0 where both coders used one and the same value throughout, ``None`` where they have no act in common."""
    import krippendorff

    if not pairs:
        return None
    values = {value: number for number, value in enumerate(sorted({v for pair in pairs for v in pair}))}
    if len(values) < 2:
        return 1.0
    data = [[values[a] for a, _ in pairs], [values[b] for _, b in pairs]]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))
