"""The stage's knowledge, from ``data/response.toml`` and ``data/ladder.toml``, checked when it is first read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dateline.analyse.response.words import stem, topic
from dateline.errors import DatelineError
from dateline.ontology.plover import plover

#: What ``toward`` of a ladder rule may name.
TOWARD: Final = ("party", "victim", "third", "organisation", "none")


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns and word lists of ``response.toml``; words are stems."""

    answers: re.Pattern[str]
    answered: re.Pattern[str]
    grounds: re.Pattern[str]
    own_ground: re.Pattern[str]
    apart: re.Pattern[str]
    records: re.Pattern[str]
    response_title: re.Pattern[str]
    mediation: re.Pattern[str]
    prompt: re.Pattern[str]
    promptly_begun: re.Pattern[str]
    offices: frozenset[str]
    neutral: frozenset[str]
    stop: frozenset[str]
    measures: frozenset[str]
    defiance: frozenset[str]
    frames: frozenset[str]
    access: frozenset[str]
    ties: frozenset[str]
    own_refusal: re.Pattern[str]
    annuls: re.Pattern[str]
    own_rules: re.Pattern[str]
    domestic_sectors: frozenset[str]
    outward_sectors: frozenset[str]
    domestic_words: frozenset[str]
    sending: frozenset[str]
    forces: frozenset[str]
    vocabulary: dict[str, frozenset[str]]
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class LadderRule:
    """One rule of ``ladder.toml``; empty conditions hold always."""

    rung: str
    types: frozenset[str]
    modes: frozenset[str]
    restraint: bool | None
    joint: bool | None
    undone: bool | None
    toward: frozenset[str]
    words: re.Pattern[str] | None
    verb: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class LadderTable:
    """The rungs in order, what stands beside them, and the rules that place an act."""

    rungs: tuple[str, ...]
    beside: tuple[str, ...]
    joint_words: re.Pattern[str]
    rules: tuple[LadderRule, ...]


def _load(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((files("dateline.analyse.response") / "data" / name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DatelineError("E311", f"analyse/response/data/{name}", str(error)) from error


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.lower().split())


@cache
def cues() -> Cues:
    """The patterns, words and weights of ``response.toml``.

    Raises:
        DatelineError: E311 where the file is damaged or names an unknown type.
    """
    data = _load("response.toml")
    known = {event_type.name for event_type in plover().types}
    try:
        vocabulary = {name: frozenset(map(topic, words.lower().split())) for name, words in data["vocabulary"].items()}
        if set(vocabulary) != known:
            raise DatelineError("E311", "analyse/response/data/response.toml", f"vocabulary of {set(vocabulary) ^ known}")
        return Cues(
            answers=_either(data["answers"]),
            answered=_either(data["answered"]),
            grounds=_either(data["grounds"]),
            own_ground=_either(data["own_ground"]),
            apart=_either([*data["apart"]["matter"], *data["apart"]["older"], *data["apart"]["planned"]]),
            records=_either([data["apart"]["records"]]),
            response_title=_either([data["response_title"]]),
            mediation=_either([data["mediation"]]),
            prompt=_either([data["prompt"]["anywhere"]]),
            promptly_begun=_either([data["prompt"]["opening"]]),
            offices=_stems(data["neutral"]["offices"]),
            neutral=_stems(data["neutral"]["words"]),
            stop=frozenset(data["neutral"]["stop"].split()),
            measures=_stems(data["restraint"]["measures"]),
            defiance=_stems(data["restraint"]["defiance"]),
            frames=_stems(data["restraint"]["frames"]),
            access=_stems(data["restraint"]["access"]),
            ties=_stems(data["restraint"]["ties"]),
            own_refusal=_either([data["restraint"]["own"]]),
            annuls=_either([data["restraint"]["annuls"]]),
            own_rules=_either([data["own_rules"]]),
            domestic_sectors=frozenset(data["domestic"]["sectors"]),
            outward_sectors=frozenset(data["domestic"]["outward"]),
            domestic_words=_stems(data["domestic"]["words"]),
            sending=frozenset(data["sending"]["types"]),
            forces=_stems(data["sending"]["forces"]),
            vocabulary=vocabulary,
            weights={name: float(value) for name, value in data["weights"].items()},
        )
    except (KeyError, re.error) as error:
        raise DatelineError("E311", "analyse/response/data/response.toml", str(error)) from error


def _rule(row: dict[str, Any], rungs: frozenset[str], types: frozenset[str]) -> LadderRule:
    words, verb = (re.compile(row[name], re.IGNORECASE) if name in row else None for name in ("words", "verb"))
    kinds, toward = frozenset(row.get("types", ())), frozenset(row.get("toward", ()))
    if row["rung"] not in rungs or not kinds <= types or not toward <= set(TOWARD):
        raise DatelineError("E311", "analyse/response/data/ladder.toml", f"rule {row}")
    return LadderRule(
        row["rung"],
        kinds,
        frozenset(row.get("modes", ())),
        row.get("restraint"),
        row.get("joint"),
        row.get("undone"),
        toward,
        words,
        verb,
    )


@cache
def ladder_table() -> LadderTable:
    """The rungs and rules of ``ladder.toml``.

    Raises:
        DatelineError: E311 where a rule names an unknown rung, type or direction.
    """
    data = _load("ladder.toml")
    try:
        names = frozenset((*data["rungs"], *data["beside"]))
        types = frozenset(event_type.name for event_type in plover().types)
        rules = tuple(_rule(row, names, types) for row in data["rule"])
        joint = re.compile(data["joint_words"], re.IGNORECASE)
        return LadderTable(tuple(data["rungs"]), tuple(data["beside"]), joint, rules)
    except (KeyError, re.error) as error:
        raise DatelineError("E311", "analyse/response/data/ladder.toml", str(error)) from error
