"""Who answers: in "After Madrid had told Algiers ..., **the energy minister** warned" it is the other side that speaks up.

Who demands, threatens, sanctions or complains right after a deed that the same sentence opens with is not whoever did it, unless he goes on with it
("would expel **more**").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.types import Phrase, PhraseForm, RawMention, ResolvedMention

_ANSWERS: Final = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
_AFTER: Final = re.compile(r"(?:[^,]{1,30}, )?(?:(?:[\w-]+ ){0,2}(?:minutes|hours|days|weeks|months|day|week|month|shortly|soon|immediately) )?(?:after|when|once)\b", re.I)
_GOES_ON: Final = re.compile(r"\b(?:more|further|also|another|again|as well|too|additional|remaining|continue\w*|in turn be|itself)\b", re.I)


def not_answering(raw: RawMention, phrase: Phrase, here: Sequence[ResolvedMention]) -> frozenset[str]:
    """The state that a deed at the opening of the sentence answers for, which is not who answers it.

    Args:
        raw: the answer.
        phrase: its actor, without a country of its own.
        here: the acts of its sentence so far, the last one first.
    """
    if raw.type not in _ANSWERS or phrase.form is PhraseForm.PRONOUN or not phrase.subject or not here:
        return frozenset()
    base, text = raw.sentence.span.start, raw.sentence.text
    first, start = here[-1], phrase.mention.span.start - base
    deed = first.raw.trigger.span.end - base
    if _AFTER.match(text) is None or not deed < start < raw.trigger.span.start - base or "," not in text[deed:start]:
        return frozenset()
    doers, struck = countries_of(first.actors), countries_of(first.recipients)
    if len(doers) != 1 or not struck or doers & struck or _GOES_ON.search(text, start):
        return frozenset()
    return doers
