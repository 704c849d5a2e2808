"""Which state "the former colonial power" is: the one that ruled the country of which the text has just told.

The rulers stand in ``data/colonial.tsv``, one a line with the states of today that were its colonies, protectorates, mandates or trust territories
before their independence after 1940. A country that two of them ruled in turn or in parts stands in both lines.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.ontology.tables import rows_of
from dateline.resolve.belonging import Scene
from dateline.types import Phrase, PhraseForm

_POWER: Final = re.compile(r"(?:the )?(?:(?:former|old|onetime|one-time|erstwhile|ex-?)[ -]?colonial (?:power|rulers?|masters?)|ex-?colonial power)", re.I)
_TABLE: Final = "resolve/data/colonial.tsv"
#: How many sentences back the country may be named that it ruled.
_BACK: Final = 4


def power_meant(phrase: Phrase, scene: Scene) -> str | None:
    """The state that a phrase calls the former colonial power; ``None`` where it is no such phrase or the text names no country that it can have ruled.

    Args:
        phrase: the phrase.
        scene: where the document names countries.
    """
    if phrase.form is PhraseForm.PRONOUN or _POWER.fullmatch(phrase.mention.text) is None:
        return None
    start = phrase.mention.span.start
    near = [s for at in range(phrase.sentence, phrase.sentence - _BACK - 1, -1) for s in reversed(scene.by_sentence.get(at, ())) if s.end <= start]
    powers = next((found for s in near if (found := _rulers().get(s.country))), ())
    return next((code for code in powers if code in scene.totals), powers[0] if powers else None)


@lru_cache(maxsize=1)
def _rulers() -> dict[str, tuple[str, ...]]:
    """The powers that ruled each country, in the order of the table.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    found: dict[str, tuple[str, ...]] = {}
    for power, colonies in rows_of(_TABLE, 2):
        for code in colonies.split():
            found[code] = (*found.get(code, ()), power)
    return found
