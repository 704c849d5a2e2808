"""Negation, status and certainty of an act, each with the cue it rests on.

Rules look at the words that govern the trigger on the parse: auxiliaries, adverbs, the verbs above it and the noun's modifiers. The rules
themselves stand in :mod:`negation`, :mod:`status` and :mod:`certainty`; :mod:`judgement` weighs what they find.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.certainty import hedges
from dateline.extract.cuewords import load_cues
from dateline.extract.negation import negations
from dateline.extract.parse import ParsedSentence
from dateline.extract.signals import Signal
from dateline.extract.status import statuses
from dateline.types import Certainty, Mention, Span, Status


@dataclass(frozen=True, slots=True)
class Modality:
    """Negation, status and certainty with their cues."""

    negated: bool = False
    negated_cue: Mention | None = None
    status: Status = Status.OCCURRED
    status_cue: Mention | None = None
    certainty: Certainty = Certainty.CERTAIN
    certainty_cue: Mention | None = None


@dataclass(frozen=True, slots=True)
class Signals:
    """All signals of an act, by judgement, the nearest first."""

    negated: tuple[Signal, ...] = ()
    status: tuple[Signal, ...] = ()
    certainty: tuple[Signal, ...] = ()


#: Signals that tell something only together with others: a simple present is ongoing as often as not, a bare "could" is ability,
#: and what "was shelling" was over before the telling.
WEAK = frozenset({"present", "modal could", "past progressive"})


def signals(sentence: ParsedSentence, index: int) -> Signals:
    """What the words around the act at ``index`` tell of it."""
    cues = load_cues()
    return Signals(
        tuple(negations(sentence, index, cues)), tuple(statuses(sentence, index, cues)), tuple(hedges(sentence, index, cues))
    )


def mention_of(sentence: ParsedSentence, signal: Signal | None) -> Mention | None:
    """The words of a signal's cue."""
    if signal is None or signal.cue is None:
        return None
    token = sentence.tokens[signal.cue]
    return Mention(token.text, Span(token.start, token.end))
