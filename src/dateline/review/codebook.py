"""The codebook beside the choices: types, modes, statuses and certainties with their definitions and keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.ontology.plover import plover
from dateline.types import Certainty, Status

#: One key a type: the first letter where it is free, else a letter that stands out in the name.
TYPE_KEYS: Final = {
    "AGREE": "g",
    "CONSULT": "c",
    "SUPPORT": "s",
    "CONCEDE": "n",
    "COOPERATE": "o",
    "AID": "i",
    "RETREAT": "r",
    "REQUEST": "q",
    "ACCUSE": "u",
    "REJECT": "j",
    "THREATEN": "t",
    "PROTEST": "p",
    "SANCTION": "k",
    "MOBILIZE": "m",
    "COERCE": "e",
    "ASSAULT": "a",
}
#: Keys of a type's modes in order; ASSAULT has the most, fifteen.
MODE_KEYS: Final = "123456789bcdefg"
STATUS_HELP: Final = {
    Status.OCCURRED: "It took place.",
    Status.ONGOING: "It is in progress, or a standing state.",
    Status.FUTURE: "Planned or announced; it will take place.",
    Status.HYPOTHETICAL: "If, would, could; a proposal.",
    Status.HISTORICAL: "Over ten years before publication, or told as background.",
}
CERTAINTY_HELP: Final = {
    Certainty.CERTAIN: "Told as a fact, by the author or by a named speaker.",
    Certainty.PROBABLE: "Probably, likely, expected, believed to have.",
    Certainty.POSSIBLE: "May, might, possibly, apparently, reportedly, allegedly.",
}
SPEAKER_HELP: Final = {
    "speaker": "A named person, or one named by office.",
    "institution": "A ministry, army, agency or body.",
    "media": "A newspaper, broadcaster or news agency.",
    "unnamed": "Officials, witnesses or sources without a name; a passive.",
    "document": "A report, statement or treaty.",
    "poll": "A poll or survey.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, the key for it, and what it means."""

    name: str
    key: str
    definition: str
    group: str = ""


@cache
def type_choices() -> tuple[Choice, ...]:
    """The 16 types in the order of the codebook, grouped by quad class."""
    return tuple(Choice(kind.name, TYPE_KEYS[kind.name], kind.definition, kind.quad.name) for kind in plover().types)


def type_groups() -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The types by quad class, in the order of the codebook."""
    groups: dict[str, list[Choice]] = {}
    for one in type_choices():
        groups.setdefault(one.group, []).append(one)
    return tuple((name, tuple(found)) for name, found in groups.items())


@cache
def mode_choices(type_name: str) -> tuple[Choice, ...]:
    """The modes of a type.

    Raises:
        DatelineError: E411 where there is no such type.
    """
    modes = plover().type(type_name).modes
    return tuple(Choice(mode.name, key, mode.definition) for mode, key in zip(modes, MODE_KEYS, strict=False))


def status_choices() -> tuple[Choice, ...]:
    """The statuses; *historical* has the key ``b`` (background), since *hypothetical* has ``h``."""
    keys = {Status.HISTORICAL: "b", Status.ONGOING: "g"}
    return tuple(Choice(one.value, keys.get(one, one.value[0]), STATUS_HELP[one]) for one in Status)


def certainty_choices() -> tuple[Choice, ...]:
    """The certainties; *probable* has the key ``l`` (likely), since *possible* has ``p``."""
    keys = {Certainty.PROBABLE: "l"}
    return tuple(Choice(one.value, keys.get(one, one.value[0]), CERTAINTY_HELP[one]) for one in Certainty)


def speaker_choices() -> tuple[Choice, ...]:
    """The kinds of speaker, and ``author``: nobody but the text says so."""
    kinds = tuple(Choice(name, name[0], words) for name, words in SPEAKER_HELP.items())
    return (*kinds, Choice("author", "a", "Nobody is named: the text itself says so."))
