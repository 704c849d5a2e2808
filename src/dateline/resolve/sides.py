"""Which country a side of an act has whose words name none, all evidence together: the countries in sight, the acts before, the coder.

A side is the actors or the recipients of one act. It is open where one phrase without a country was found for it, or none at all; and so is the
partner of a lone state that does what takes two. Its options
are each country in sight and none. Each option gets the sum of the weights of its features, among them all of
:mod:`dateline.resolve.belonging`, seen from the side's phrase or else from the trigger; the likeliest option is taken. So a common noun or
pronoun gets a country, and a party that stands in another clause or an earlier sentence is found. The weights are fitted by
``scripts/train_sides.py`` as a conditional logit on what the trained coder finds in the corpus, and stand in ``data/sides.tsv``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import repeat
from typing import Final

from dateline.resolve import belonging
from dateline.resolve.belonging import NONE
from dateline.types import Lean, Participant, Span
from dateline.types.value import value
from dateline.weights import read_weights

#: Score of a party whose country or words are taken from elsewhere in the passage.
FILLED_SCORE: Final = 0.6
#: How such a party was found where another sentence or act names it.
ELSEWHERE: Final = "named elsewhere"
#: A party that no phrase was found for is named from this probability on.
ABSENT_LEAST: Final = 0.42
#: Forms of a side for which no phrase was found.
PHRASELESS: Final = frozenset({"absent", "partner"})
#: Steps of a probability, each of them a feature that it reaches.
STEPS: Final = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)


def told_elsewhere(parties: Iterable[Participant]) -> tuple[Participant, ...]:
    """The parties of another act, those with a country, as parties of one of which the words do not name them."""
    return tuple(replace(one, score=FILLED_SCORE, method=ELSEWHERE) for one in parties if one.country)


@value(frozen=True, slots=True)
class Chances:
    """What the coder says of a country (or of a side as a whole): how likely it is named as this side's or the other's, and how likely
    its word is itself a party of this side or the other."""

    lean: float = 0.0
    other_lean: float = 0.0
    part: float = 0.0
    other_part: float = 0.0


@value(frozen=True, slots=True)
class Before:
    """The countries of the act before, whether it stands in the same sentence, and whether it is of the same type."""

    actors: frozenset[str]
    recipients: frozenset[str]
    near: bool
    alike: bool


@value(frozen=True, slots=True)
class Past:
    """What was settled before: the country where things happen at this point of the text and whether it is the only such one, the last
    country of a party of the same head noun and of the same sector, and the countries of the other side where that was settled first."""

    here: str | None = None
    only_here: bool = False
    head: str | None = None
    sector: str | None = None
    other: frozenset[str] = frozenset()


@value(frozen=True, slots=True)
class Side:
    """An open side of an act.

    ``case`` is its phrase, or the trigger in its place; ``form`` is ``absent``, ``partner`` (whoever does it with the actor that was found),
    ``pronoun`` or ``phrase``; ``chances`` are those of the
    countries that the act's sentence names, ``whole`` those of its likeliest words; ``aimed`` is whether the act is done to somebody by nature,
    ``across`` are those on the other side of the acts before, and ``told_of`` whom the sentence before is about: see :mod:`dateline.resolve.aimed`.
    """

    case: belonging.Case
    form: str
    voice: str
    trigger: str
    chances: Mapping[str, Chances] = field(default_factory=dict)
    whole: Chances = Chances()
    before: Before | None = None
    headline: bool = False
    past: Past = Past()
    aimed: bool = False
    across: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()


def chances(leans: Sequence[Lean], spans: Iterable[Span], role: str) -> Chances:
    """The highest probabilities of the words that overlap some spans."""
    stretches = [(span.start, span.end) for span in spans]
    actor = recipient = acting = affected = 0.0
    for one in leans:
        start, end = one.span.start, one.span.end
        for low, high in stretches:
            if start < high and low < end:
                actor, recipient = max(actor, one.actor), max(recipient, one.recipient)
                acting, affected = max(acting, one.acting), max(affected, one.affected)
                break
    return Chances(recipient, actor, affected, acting) if role == "recipients" else Chances(actor, recipient, acting, affected)


def features(scene: belonging.Scene, side: Side) -> dict[str, list[str]]:
    """The features of each option of a side."""
    absent = side.form in PHRASELESS
    kind = side.form if absent else belonging.kind_of(side.case, scene.text)
    table = belonging.features(scene, side.case, f"{side.form} {side.case.known.role}" if absent else kind)
    top = max((c.lean for c in side.chances.values()), default=0.0)
    if absent:
        table = {code: names for code, names in table.items() if "untold" not in names}
    for code, names in table.items():
        if code == NONE:
            names += _of_none(side, kind)
        else:
            names += _of_country(side, code, top) + _of_past(side, code, kind)
    return table


def _of_country(side: Side, code: str, top: float) -> list[str]:
    form, known = side.form, side.case.known
    out: list[str] = []
    seen = side.chances.get(code)
    if seen is not None:
        out += _steps(f"{form} lean", seen.lean) + _steps(f"{form} other lean", seen.other_lean)
        out += _steps(f"{form} part", seen.part) + _steps(f"{form} other part", seen.other_part)
        if seen.lean == top and top >= STEPS[0]:
            out.append(f"{form} top")
    tail = f"{form} {known.role}"
    if side.aimed and code not in side.past.other:
        out.append(f"aimed {tail}")
    if code in side.across:
        out.append(f"across {tail}")
    if code in side.told_of:
        out.append(f"told of {tail}")
    if side.before is not None:
        for name, group in (("actors", side.before.actors), ("recipients", side.before.recipients)):
            if code in group:
                out += [f"before {name} {tail}", f"before {name} {tail} {'near' if side.before.near else 'far'}"]
                if side.before.alike:
                    out.append(f"before alike {name} {tail}")
    return out


def _of_past(side: Side, code: str, kind: str) -> list[str]:
    past, known, form, sector = side.past, side.case.known, side.form, side.case.sector
    out: list[str] = []
    if code == past.here:
        for name in ("here", "only here") if past.only_here else ("here",):
            out += [f"{name} {form} {known.role}", f"{name} {kind}", f"{name} {form} {sector}", f"{name} {form} {known.act} {known.role}"]
    if past.head is not None and form not in PHRASELESS:
        out.append(f"{'settled' if code == past.head else 'not settled'} head {form}")
    if past.sector is not None and code == past.sector:
        out += [f"settled sector {form}", f"settled sector {form} {sector}"]
    if past.other:
        same = "other" if code in past.other else "not other"
        out += [f"{same} now {form}", f"{same} now {form} {known.act}", f"{same} now {form} {sector}"]
    return out


def _of_none(side: Side, kind: str) -> list[str]:
    known, whole = side.case.known, side.whole
    about = f"{side.form} {known.role}"
    other = "other" if known.other else "no other"
    out = [
        f"none {about}", f"none {about} {known.act}", f"none {about} {side.voice}", f"none {about} {side.voice} {known.act}",
        f"none {about} {other}", f"none {about} {other} {known.act}", f"none {known.role} {side.trigger}",
    ]  # fmt: skip
    out += _steps(f"none {about} lean", whole.lean) + _steps(f"none {about} part", whole.part)
    if side.headline:
        out.append(f"none {about} headline")
    if known.place:
        out.append(f"none {about} place")
    if side.past.other:
        out += [f"none {about} other now", f"none {about} other now {known.act}"]
    if side.form not in PHRASELESS:
        out += [f"none {kind} {known.role}", f"none word {side.case.head}"]
    return out


def _steps(name: str, share: float) -> list[str]:
    return [f"{name} {step}" for step in STEPS if share >= step]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights of the package.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    return read_weights("dateline.resolve", "sides.tsv")


def likeliest(table: Mapping[str, Iterable[str]], by: Mapping[str, float], least: float = 0.0) -> str:
    """The likeliest option of a side; none where a country is less likely than ``least`` (0 to 1)."""
    scores = {code: sum(map(by.get, names, repeat(0.0))) for code, names in table.items()}
    best = max(scores, key=lambda code: (scores[code], code))
    if not least or best == NONE:
        return best
    chance = 1.0 / sum(math.exp(score - scores[best]) for score in scores.values())
    return best if chance >= least else NONE
