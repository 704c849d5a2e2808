"""What a text must tell before a number counts persons of some fate, whatever else is weighed: "charged with twelve **others**" tells of no dead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.extract.quantities.acts import told_by
from dateline.extract.quantities.cues import signalled
from dateline.ontology.wordlists import words_of


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells of a fate: cues of these classes, acts of these types, or one of these words."""

    classes: frozenset[str]
    acts: tuple[str, ...]
    words: frozenset[str] = frozenset()


#: What a word behind a number says became of persons: "30 **held**", "the number of militants **killed** at 41".
OUTCOME_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dead", "killed", "fatal", "fatally"), "killed"), **dict.fromkeys(("wounded", "injured", "hurt"), "wounded"),
    **dict.fromkeys(("held", "detained", "arrested", "jailed"), "detained"), **dict.fromkeys(("freed", "released"), "released"),
    "missing": "missing", "rescued": "evacuated",
}  # fmt: skip
_MISFORTUNES: Final = words_of("extract.quantities.fates.misfortunes")
_FATES: Final[Mapping[str, _Signs]] = {
    "killed": _Signs(frozenset({"killed", "wounded", "missing", "casualties"}), ("ASSAULT",), _MISFORTUNES),
    "released": _Signs(frozenset({"released"}), ("RETREAT", "CONCEDE")),
    "evacuated": _Signs(frozenset({"evacuated"}), ("AID", "RETREAT"), frozenset("alive saved safety safely survived survivors".split())),
}
_EMPTY: Final = words_of("extract.quantities.fates.empty")
_WORD: Final = re.compile(r"[\w'-]+")


def untold(text: str) -> frozenset[str]:
    """The fates of which no word of a text is a sign: their classes are closed to its numbers."""
    words = {word.lower() for word in _WORD.findall(text)} - _EMPTY
    classes = signalled(words)
    acts = {act.partition("/")[0] for word in words for act in told_by(word)}
    return frozenset(
        fate for fate, signs in _FATES.items() if signs.classes.isdisjoint(classes) and acts.isdisjoint(signs.acts) and words.isdisjoint(signs.words)
    )
