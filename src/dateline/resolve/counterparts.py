"""The other party of what two share: things "with Morocco", and the unknown name that is joined to a known party of a deal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.belonging import Known
from dateline.types import Participant, Phrase, PhraseForm, Span

#: Between a thing and whom it is shared with.
_WITH: Final = re.compile(r"[\"”’']?\s+with\s+(?:the\s+)?")
_SHARED_SCORE: Final = 0.6
_DEALS: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


def with_whom_it_is(parties: Sequence[Participant], phrases: Mapping[Span, Phrase], text: str) -> tuple[Participant, ...]:
    """Things without a country that are shared with the party right behind them ("lauded **a new era** with Morocco"), with its country."""
    found = []
    for one in parties:
        phrase = phrases.get(one.span)
        if one.country is None and phrase is not None and phrase.form is PhraseForm.NOMINAL and (behind := _WITH.match(text, one.span.end)):
            partner = next((p for p in parties if p.span.start == behind.end() and p.country), None)
            one = replace(one, country=partner.country, score=_SHARED_SCORE, method="complement") if partner else one
        found.append(one)
    return tuple(found)


def is_other_party(known: Known, phrase: Phrase, one: Participant, text: str) -> bool:
    """Whether a name that nobody knows is joined to the only known party of a deal ("Kagame and **Tshisekedi** met"): of what country it may be, not of that one's."""
    if known.act not in _DEALS or known.role != "actors" or len(known.same) != 1 or known.other:
        return False
    if phrase.form is not PhraseForm.NAME or one.method != "unknown" or len(phrase.mention.text.split()) > 1:
        return False
    span = phrase.mention.span
    return text[max(0, span.start - 5) : span.start] == " and " or text[span.end : span.end + 5] == " and "
