"""Speakers that are a body by the kind they are of, whatever state the acts they tell of belong to: "an **aid group**", "the **refugee agency**"."""

from __future__ import annotations

from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.types import Phrase, PhraseForm

_GIVERS: Final = frozenset("aid relief humanitarian charitable conservation".split())
_GROUPS: Final = frozenset("group groups organisation organisations organization organizations agencies".split())
_CHARITIES: Final = frozenset("charity charities".split())
_CAUSES: Final = words_of("resolve.bodykinds.causes")
#: Agencies of which there is one, the United Nations'.
_UNITED_NATIONS: Final = frozenset({"refugee agency", "food agency", "children's agency", "children’s agency"})
_ALLIANCE: Final = "alliance"
_COURTS: Final = frozenset({"tribunal", "arbitrators", "arbitration panel", "arbitral tribunal", "tribunal in the hague"})
_NUMBERS: Final = words_of("resolve.bodykinds.numbers")


def body_of(phrase: Phrase, text: str) -> str | None:
    """The code of the body that a speaker is by its kind: NGO, UNO or IGO; ``None`` where its words tell none, or tell whose it is.

    Args:
        phrase: the speaker.
        text: the document's text, where NATO tells what "the alliance" is and The Hague what "the tribunal" is.
    """
    if phrase.form is not PhraseForm.NOMINAL:
        return None
    words = [word for word in phrase.mention.text.lower().split() if word not in _NUMBERS]
    if _is_charity(words):
        return "NGO"
    name = " ".join(words)
    if name in _UNITED_NATIONS:
        return "UNO"
    allied = words[:1] in ([_ALLIANCE], [f"{_ALLIANCE}'s"], [f"{_ALLIANCE}’s"]) and (words[0] != _ALLIANCE or len(words) == 1)
    if (allied and "NATO" in text.upper()) or (name in _COURTS and "Hague" in text):
        return "IGO"
    return None


def _is_charity(words: list[str]) -> bool:
    """Whether words are those of private helpers ("medical charity", "two aid organisations"), with nothing that says whose."""
    if not words:
        return False
    if words[-1] in _CHARITIES:
        return _CAUSES.issuperset(words[:-1])
    return len(words) > 1 and words[-1] in _GROUPS and _GIVERS.issuperset(words[:-1])
