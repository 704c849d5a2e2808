"""The times from which a text counts: "the same night" behind "**Two days before**, Quito **had** expelled him" is that of the story and not of the aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extract.acttime import governor_of, verb_over
from dateline.extract.arguments import first_of_row
from dateline.extract.datereach import has_had
from dateline.extract.dates import FoundDate
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS

_BACK: Final = re.compile(r"\b(?:earlier|before|previously|prior|previous|preceding)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last time of the story, and that of what a sentence has told aside since as done before it.

    Attributes:
        main: that of the story.
        aside: that of the flashback, ``None`` where there was none.
    """

    main: FoundDate | None = None
    aside: FoundDate | None = None

    def of(self, sentence: ParsedSentence) -> FoundDate | None:
        """The time from which a sentence counts: one that is told with "had" goes on with the flashback."""
        return self.aside if self.aside is not None and _tells_with_had(sentence) else self.main

    def after(self, sentence: ParsedSentence, last: FoundDate | None) -> Anchor:
        """The times after a sentence whose last time is ``last``."""
        if last is None:
            return self
        if self.main is None or last.latest >= self.main.earliest:
            return Anchor(last)
        counted = _BACK.search(sentence.sentence.text, last.start, last.end) is not None
        whole = _tells_with_had(sentence) and (counted or self.aside is not None or is_beyond_season(last.earliest, last.latest))
        return Anchor(self.main, last) if whole or (counted and _is_told_with_had(sentence, last)) else Anchor(last)


def _tells_with_had(sentence: ParsedSentence) -> bool:
    """Whether the main verb of a sentence tells what had been done, and none joined to it goes on from there ("had fled, and he **condemned** it")."""
    root = next((one for one in sentence.tokens if one.head == one.i and one.pos in {"VERB", "AUX"}), None)
    return root is not None and _has_had(sentence, root) and not any(one.tag == "VBD" for one in sentence.kids(root.i, "conj"))


def is_told_back(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date hangs on a verb that is told with "had", or on one that goes on from it ("**had** voted in May and **left** in June")."""
    verb = governor_of(sentence, found)
    return verb is not None and _has_had(sentence, first_of_row(sentence, verb, lambda one, _: _goes_on(sentence, one)))


def _goes_on(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a joined verb shares what helps the one before and its subject."""
    return verb.tag == "VBN" and not sentence.kids(verb.i, "aux", "auxpass", *SUBJECTS)


def _is_told_with_had(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date is that of what a clause of the sentence tells as done before ("the general, who **had** been dismissed a day earlier")."""
    verb = verb_over(sentence, found)
    return verb is not None and _has_had(sentence, verb)


def _has_had(sentence: ParsedSentence, verb: Token) -> bool:
    return verb.tag == "VBN" and has_had(sentence, verb)
