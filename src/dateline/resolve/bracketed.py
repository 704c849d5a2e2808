"""The state in brackets behind a name: "**Ms. Shea (United States of America)** said", as records of meetings and lists of delegates have it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm

_TITLED: Final = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Lord|Prince|Princess|Sheikh|Archbishop|Monsignor)\b\.? [A-Z]")
_ARTICLE: Final = re.compile(r" \((?:the )?$")


def state_behind(phrase: Phrase, here: Iterable[Sighting], text: str) -> str | None:
    """The state that brackets right behind a titled name hold alone.

    Args:
        phrase: a phrase.
        here: where its sentence names countries.
        text: the canonical text.
    """
    if phrase.form is not PhraseForm.NAME or _TITLED.match(phrase.mention.text) is None:
        return None
    end = phrase.mention.span.end
    if text[end : end + 2] != " (":
        return None
    return next((s.country for s in here if s.kind == "country" and _ARTICLE.fullmatch(text, end, s.start) and text[s.end : s.end + 1] == ")"), None)
