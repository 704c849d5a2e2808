"""Speakers whose own words place them though they name no state: "officials **there**", "a monitor **based in Britain**", "researchers at a **Toronto** laboratory"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm

_THERE: Final = re.compile(r"\s+there\b(?!\s+(?:is|are|was|were|has|have|had|will|would)\b)")
_BASED: Final = re.compile(r",?\s+(?:who\s+(?:is|are)\s+)?based\s+in\s+")
_AT: Final = re.compile(r"\s+(?:at|from|of|with)\s+(?:an?|the|one|two)\s+(?=(?P<named>(?:[\w'’-]+\s+){1,3})"
                        r"(?:laboratory|university|institute|think[ -]tank|college|foundation|research\s+cent(?:re|er))\b)")  # fmt: skip
_PLACES: Final = frozenset({"town", "capital", "country"})


def told_of(phrase: Phrase, text: str, seen: Mapping[int, Sequence[Sighting]]) -> str | None:
    """The country where a speaker is told to be; ``None`` where its words place it nowhere.

    All ten such speakers in the corpus have that country, four of which were given another or none.

    Args:
        phrase: the speaker.
        text: the document's text.
        seen: where its sentences name countries.
    """
    if phrase.form is not PhraseForm.NOMINAL:
        return None
    end = phrase.mention.span.end
    here = seen.get(phrase.sentence, ())
    if _THERE.match(text, end):
        return _last_place(phrase, seen)
    if based := _BASED.match(text, end):
        return next((one.country for one in here if one.start == based.end()), None)
    if placed := _AT.match(text, end):
        return next((one.country for one in here if placed.end() <= one.start < placed.end("named")), None)
    return None


def _last_place(phrase: Phrase, seen: Mapping[int, Sequence[Sighting]]) -> str | None:
    """The country of the last place in which something was before a phrase, in its sentence or the one before."""
    for index in (phrase.sentence, phrase.sentence - 1):
        found = [one for one in seen.get(index, ()) if one.end <= phrase.mention.span.start and one.kind in _PLACES and one.where]
        if found:
            return found[-1].country
    return None
