"""The act: what a coder finds in a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.extract.parse import ParsedSentence
from dateline.types import Certainty, Lean, Status
from dateline.types.value import value


@value(frozen=True, slots=True)
class Odds:
    """A trained coder's probabilities of how an act is told, in the order of the label sets of ``classifier/layout.py``.

    ``attribution`` has the author first; ``speaker`` is the probability of each word of the sentence to name who says so.
    """

    status: tuple[float, ...]
    negated: float
    certainty: tuple[float, ...]
    attribution: tuple[float, ...]
    speaker: tuple[float, ...]


@value(frozen=True, slots=True)
class Judgement:
    """What a trained coder says of an act beyond its type; the lexicon coder leaves all of it to the rules.

    Word indices are of the sentence's tokens. ``attribution`` is the kind of who says so, ``""`` for the author; ``date`` is a word
    of the expression that dates the act; the cues are the words on which a judgement rests. ``None``: no such word was found. ``odds``
    are the probabilities behind it, which the rules are weighed against.
    """

    status: Status
    negated: bool
    certainty: Certainty
    attribution: str = ""
    speaker: int | None = None
    date: int | None = None
    negated_cue: int | None = None
    status_cue: int | None = None
    certainty_cue: int | None = None
    odds: Odds | None = None


@value(frozen=True, slots=True)
class Act:
    """An act that a coder finds in a sentence; its words are indices of the sentence's tokens, counted from 0.

    Whether it is negated, planned or doubtful, who says so, and when it was, is found by rules afterwards, so that the first ten
    fields are enough; so are countries and sectors of the parties.

    Args:
        sentence: the sentence, as it was given.
        trigger: the first and the last word of what tells of it.
        head: its head word, mostly a verb.
        type: a PLOVER type, such as ``"ACCUSE"``.
        modes: PLOVER modes.
        cameo: a CAMEO code, ``""`` where none is known.
        actors: head words of those who do it ("ministers" of "the foreign ministers of Peru").
        recipients: head words of those at whom it is directed.
        places: head words of where it was, best first.
        confidence: in [0, 1].
        contexts: PLOVER contexts.
        judgement: what a trained coder says beyond the type; ``None`` leaves it to the rules.
        leans: words that may name the countries of its parties.
        context_odds: a trained coder's log odds of each context of its sentence.
    """

    sentence: ParsedSentence
    trigger: tuple[int, int]
    head: int
    type: str
    modes: tuple[str, ...]
    cameo: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    places: tuple[int, ...]
    confidence: float
    contexts: tuple[str, ...] = ()
    judgement: Judgement | None = None
    leans: tuple[Lean, ...] = ()
    context_odds: tuple[float, ...] = ()


@value(frozen=True, slots=True)
class Candidate:
    """A word that a coder considered as a trigger, with its verdict; ``dateline code --explain`` prints it.

    ``probability`` is that of an act at all, ``share`` that of the type among the types; ``why`` says in words why it was kept or
    dropped; ``parties`` are words with their role and probability, best first.
    """

    head: int
    type: str
    probability: float
    share: float
    kept: bool
    why: str
    parties: tuple[tuple[str, int, float], ...] = ()


def once_more(told: Act, trigger: tuple[int, int], head: int, actors: tuple[int, ...], recipients: tuple[int, ...]) -> Act:
    """The act that a sentence tells again by other words, of which nothing else is known than of the one that it repeats.

    Args:
        told: the act that is repeated.
        trigger: the first and last word that say so.
        head: their head word.
        actors: whose act it is this time.
        recipients: whom it is done to.
    """
    return replace(told, trigger=trigger, head=head, actors=actors, recipients=recipients, places=(), judgement=None, leans=())


def trigger_words(acts: Iterable[Act]) -> frozenset[int]:
    """The indices of all words of the acts' triggers."""
    return frozenset(i for act in acts for i in range(act.trigger[0], act.trigger[1] + 1))
