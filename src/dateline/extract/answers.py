"""What a coder answers, checked: one of another package may be wrong in ways that would give false records or end a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence
from dateline.ontology.plover import event_type

if TYPE_CHECKING:
    from dateline.extract.extractor import Coder

_FIX: Final = "report it to those who made the coder; docs/reference/extensions.md says what it must answer"


def acts_of(coder: Coder, sentences: Sequence[ParsedSentence]) -> list[tuple[Act, ...]]:
    """The acts that a coder finds in sentences.

    Raises:
        DatelineError: E310 where it fails, or answers something else than the acts of each sentence.
    """
    try:
        answer = list(coder.acts(sentences))
        found = [tuple(acts) for acts in answer]
    except (DatelineError, MemoryError):
        raise
    except Exception as error:
        raise _fault(coder, f"{type(error).__name__}: {error}") from error
    if len(found) != len(sentences):
        raise _fault(coder, f"it answered for {len(found)} sentences and was asked for {len(sentences)}: each has its acts, or an empty tuple")
    for acts, sentence in zip(found, sentences, strict=True):
        for act in acts:
            wrong = _wrong(act, sentence)
            if wrong is not None:
                raise _fault(coder, wrong)
    return found


def _wrong(act: object, sentence: ParsedSentence) -> str | None:
    """What is wrong with an act of a sentence; ``None`` where nothing is."""
    if not isinstance(act, Act):
        return f"it answered {type(act).__name__} for an Act"
    if act.sentence is not sentence and act.sentence != sentence:
        return "an act is of another sentence than the one it was answered for"
    try:
        event_type(act.type)
        words = (*act.trigger, act.head, *act.actors, *act.recipients, *act.places)
        if not all(0 <= index < len(sentence.tokens) for index in words):
            return f"words {words} of an act are not all among the {len(sentence.tokens)} of its sentence"
        if not (len(act.trigger) == 2 and act.trigger[0] <= act.trigger[1]):
            return f"the trigger {act.trigger} is not a first and a last word"
        if not 0 <= act.confidence <= 1:
            return f"a confidence of {act.confidence} is not in [0, 1]"
    except (DatelineError, TypeError, AttributeError) as error:
        return f"an act is malformed: {error}"
    return None


def _fault(coder: Coder, detail: str) -> DatelineError:
    return DatelineError("E310", "-", f"the coder {coder.name}: {detail}", _FIX)
