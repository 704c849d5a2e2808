"""What a text must tell before a number counts persons of some fate, whatever else is weighed: "charged with twelve **others**" tells of no dead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.extract.quantities.acts import told_by
from dateline.extract.quantities.cues import signalled
from dateline.extract.quantities.numbers import NUMERAL
from dateline.ontology.wordlists import words_of


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells of a fate: cues of these classes, acts of these types, or one of these words."""

    classes: frozenset[str]
    acts: tuple[str, ...]
    words: frozenset[str] = frozenset()


#: What a word behind a number says became of persons: "30 **held**", "the number of militants **killed** at 41".
OUTCOME_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dead", "killed", "fatal", "fatally", "slain", "kia"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt", "wia"), "wounded"),
    **dict.fromkeys(("held", "detained", "arrested", "jailed", "abducted", "kidnapped"), "detained"),
    **dict.fromkeys(("freed", "released"), "released"), **dict.fromkeys(("missing", "mia"), "missing"),
    "rescued": "evacuated", "displaced": "refugees",
}  # fmt: skip
#: Nouns and abbreviations that tell of one by themselves, as a heading before the number ("**Fatalities**: 32").
_HEADED: Final[Mapping[str, str]] = {
    **OUTCOME_WORDS, **dict.fromkeys(("fatalities", "fatality", "deaths", "death toll"), "killed"), **dict.fromkeys(("injuries", "injury"), "wounded"),
    **dict.fromkeys(("arrests", "abductions", "kidnappings", "hostages"), "detained"), "casualties": "casualties",
}  # fmt: skip
_MISFORTUNES: Final = words_of("extract.quantities.fates.misfortunes")
_FATES: Final[Mapping[str, _Signs]] = {
    "killed": _Signs(frozenset({"killed", "wounded", "missing", "casualties"}), ("ASSAULT",), _MISFORTUNES),
    "released": _Signs(frozenset({"released"}), ("RETREAT", "CONCEDE")),
    "evacuated": _Signs(frozenset({"evacuated"}), ("AID", "RETREAT"), frozenset("alive saved safety safely survived survivors".split())),
}
_EMPTY: Final = words_of("extract.quantities.fates.empty")
#: "**16 hurt**, **30 held** and 5 abducted", "600 of them **dead**", "3 **KIA**": the outcome alone behind the number, at the end of what is told of it.
_BEHIND: Final = re.compile(
    r"(?:\s+(?:people|more|others|of\s+(?:them|whom)|were|are))?\s+(?:(?:feared|reported|badly|seriously|critically|lightly)\s+)?"
    rf"(?P<told>(?-i:KIA|WIA|MIA)|{'|'.join(word for word in OUTCOME_WORDS if word not in {'kia', 'wia', 'mia'})})"
    rf"\s*(?:$|[,;.:)/]|(?:in|as|after|at|over|near|when|on)\b|(?:and|&)\s+(?:at\s+least\s+|another\s+)?{NUMERAL}\b)",
    re.IGNORECASE,
)
#: "**Killed**: 12", "**Fatalities** – 32", "(**injured**: 5": a heading of its own before the number.
_BEFORE: Final = re.compile(
    rf"(?:^|[.;:,(|/\n\u2022]\s*|\band\s+)(?:(?:total|civilians?|number)\s+)?(?P<told>{'|'.join(_HEADED)})(?:\s+\([^)]{{1,20}}\))?\s*(?:[:=]|\s[-–—])\s*$",
    re.IGNORECASE,
)
#: "Two soldiers **KIA**": the abbreviation behind whoever is counted.
_SHORT: Final = re.compile(r"\s+\(?(?P<told>KIA|WIA|MIA)\b(?!\s+[a-z]+s\b)")
#: Code points before a number in which its heading is looked for.
_LEAD: Final = 60


def outcome_beside(text: str, start: int, end: int) -> str | None:
    """What became of a bare number of persons, by the word right behind it ("7 abducted") or by its heading ("Injured: 48").

    Args:
        text: the text.
        start: where the number begins, with what qualifies it.
        end: where it ends.
    """
    behind = _BEHIND.match(text, end)
    if behind is not None:
        return OUTCOME_WORDS[behind["told"].lower()]
    heading = _BEFORE.search(text[max(0, start - _LEAD) : start])
    return _HEADED[heading["told"].lower()] if heading is not None else None


def outcome_inside(phrase: str) -> str | None:
    """What a participle inside the phrase of a number says became of those counted: "112 **kidnapped** persons"."""
    return next((OUTCOME_WORDS[word] for word in phrase.lower().split()[1:-1] if word in OUTCOME_WORDS), None)


def outcome_short(text: str, end: int) -> str | None:
    """What an abbreviation behind the phrase of a number says became of those counted: "two soldiers **KIA**"."""
    found = _SHORT.match(text, end)
    return OUTCOME_WORDS[found["told"].lower()] if found is not None else None


_WORD: Final = re.compile(r"[\w'-]+")


def untold(text: str) -> frozenset[str]:
    """The fates of which no word of a text is a sign: their classes are closed to its numbers."""
    words = {word.lower() for word in _WORD.findall(text)} - _EMPTY
    classes = signalled(words)
    acts = {act.partition("/")[0] for word in words for act in told_by(word)}
    return frozenset(
        fate for fate, signs in _FATES.items() if signs.classes.isdisjoint(classes) and acts.isdisjoint(signs.acts) and words.isdisjoint(signs.words)
    )
