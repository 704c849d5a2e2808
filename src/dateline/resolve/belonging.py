"""Which country a phrase without one of its own belongs to: a small scored model over the countries that the document names.

"Police", "the minister", "villagers", "it": the candidates are the countries in sight, and "none of them". Each gets the sum of the
weights of its features (where and how it is named, whether it is the act's place or the other party's country, whether the same noun
stood with it before ...), and the likeliest is taken where its probability reaches a threshold. The weights are fitted by
``scripts/train_belonging.py`` as a conditional logit (McFadden 1974) and stand in ``data/belonging.tsv``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import Final

from dateline.odds import log_odds
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Sentence, SentenceKind, Span
from dateline.types.value import value
from dateline.weights import read_weights

#: The candidate that stands for "none of the countries in sight".
NONE: Final = ""
#: Countries named within so many sentences before and after a phrase are candidates, and the document's most frequent ones.
BACK, AHEAD, FREQUENT = 8, 3, 3
#: Codes that a common noun can tell by itself ("rights groups", "peacekeepers"), so that they are candidates without being named.
TELLING: Final = ("IGO", "MNC", "NGO", "UNO")
#: Gaps in characters between a phrase and a country in its sentence: within a phrase, within a clause.
CLOSE, CLAUSE = 12, 50
#: Codes of bodies, which are no state.
BODIES: Final = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())
#: Weight of the coder's leaning towards a country, the log-odds at which it is neutral, and the least probability: tuned on held-out passages.
LEAN_WEIGHT, LEAN_MIDDLE, LEAN_LEAST = 0.8, -1.0, 0.02
_OWNER: Final = frozenset("its their his her our my".split())
_PRONOUNS: Final = {
    **dict.fromkeys("he him his she her himself herself".split(), "he"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their themselves".split(), "they"),
    **dict.fromkeys("i me my we us our".split(), "we"),
}


@value(frozen=True, slots=True)
class Known:
    """What is known of an act: its type, the role in question (actors, recipients or speaker) and the countries of its place, of the
    parties of this side and the other by their own words, of the speaker, and how likely the coder thinks it that a country named in the
    sentence is this side's."""

    act: str
    role: str
    place: str | None = None
    same: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    speaker: str | None = None
    leans: Mapping[str, float] = field(default_factory=dict)


@value(frozen=True, slots=True)
class Case:
    """A phrase in its act.

    ``head`` is the head noun, the antecedent's where it is clear; ``linked`` are the countries of its antecedents and ``owner`` those
    of the possessive pronoun before it; ``seats`` are countries where diplomats and exiles are, which are not their own.
    """

    phrase: Phrase
    head: str
    sector: str | None
    known: Known
    linked: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()


@dataclass(slots=True)
class Scene:
    """The countries of a document: sightings in text order, and the nouns and sectors that stood with a country."""

    text: str
    sentences: Sequence[Sentence]
    sightings: Sequence[Sighting]
    by_sentence: dict[int, list[Sighting]] = field(default_factory=dict)
    countries: dict[int, set[str]] = field(default_factory=dict)
    totals: Counter[str] = field(default_factory=Counter)
    heads: dict[str, Counter[str]] = field(default_factory=dict)
    sectors: dict[str, Counter[str]] = field(default_factory=dict)
    subjects: dict[int, list[Span]] = field(default_factory=dict)
    often: dict[str, list[str]] = field(default_factory=dict)
    frequent: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for one in self.sightings:
            self.by_sentence.setdefault(one.sentence, []).append(one)
            self.countries.setdefault(one.sentence, set()).add(one.country)
            self.totals[one.country] += 1
        self.frequent = tuple(code for code, _ in self.totals.most_common(FREQUENT))

    def add(self, phrase: Phrase, country: str | None, sector: str | None) -> None:
        """Notes a phrase: the country it has by its own words, and whether it is a subject."""
        self.often.clear()
        if phrase.subject:
            self.subjects.setdefault(phrase.sentence, []).append(phrase.mention.span)
        if country is None:
            return
        if phrase.form is PhraseForm.NOMINAL:
            self.heads.setdefault(phrase.head, Counter())[country] += 1
        if sector:
            self.sectors.setdefault(sector, Counter())[country] += 1

    def candidates(self, case: Case) -> list[str]:
        """The countries in sight of a phrase, and none."""
        at = case.phrase.sentence
        near = set().union(*(self.countries.get(i, ()) for i in range(at - BACK, at + AHEAD + 1)))
        given = {*case.known.same, *case.known.other, *case.linked, *case.owner}
        place = {case.known.place} if case.known.place else set()
        return [NONE, *sorted({*near, *self.frequent, *given, *place, *TELLING})]


def kind_of(case: Case, text: str) -> str:
    """How a phrase refers: he, it, they, we, that, name, owned, definite or bare."""
    phrase = case.phrase
    if phrase.form is PhraseForm.PRONOUN:
        return _PRONOUNS.get(phrase.mention.text.lower(), "that")
    if phrase.form is PhraseForm.NAME:
        return "name"
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    first = text[start : phrase.mention.span.end].partition(" ")[0].lower()
    if first in _OWNER:
        return "owned"
    return "definite" if first == "the" else "bare"


def features(scene: Scene, case: Case, kind: str | None = None) -> dict[str, list[str]]:
    """The features of each candidate country, of which those of :data:`NONE` describe the phrase alone; ``kind`` is that of the phrase."""
    kind = kind or kind_of(case, scene.text)
    codes = scene.candidates(case)
    nearest, subject, back = _nearest(scene, case, False), _nearest(scene, case, True), _back(scene, case)
    given = {*case.linked, *case.owner, *case.known.other, *case.known.same}
    found: dict[str, list[str]] = {}
    for code in codes:
        if code == NONE:
            found[code] = _of_none(case, kind, len(codes) - 1 - len(TELLING))
            continue
        if code in TELLING and code not in given and not scene.totals[code]:
            found[code] = ["untold", f"untold {kind}", *_told(code, case.phrase.mention.text, case.head, case.sector)]
            continue
        near = [name for name, nearby in (("nearest", nearest), ("nearest subject", subject)) if nearby == code]
        plain = [*_where(scene, case, code, near, back.get(code)), *_who(scene, case, code), *_how_often(scene, code)]
        found[code] = [*plain, *[f"{kind}:{name}" for name in plain], *_of_act(case, code)]
    return found


def _of_none(case: Case, kind: str, rivals: int) -> list[str]:
    sector = case.sector or "-"
    return ["none", f"none {kind}", f"none {sector}", f"none {kind} {sector}", f"none rivals {min(rivals, 4)}", f"none {case.known.role} {case.known.act}"]


def _nearest(scene: Scene, case: Case, subject: bool) -> str | None:
    """The last country named before the phrase, anywhere or in a subject."""
    start = case.phrase.mention.span.start
    for index in range(case.phrase.sentence, max(-1, case.phrase.sentence - BACK - 1), -1):
        before = [s for s in scene.by_sentence.get(index, ()) if s.end <= start and (not subject or _is_subject(scene, s))]
        if before:
            return before[-1].country
    return None


def _back(scene: Scene, case: Case) -> dict[str, int]:
    """How many sentences before the phrase each country was named last, up to :data:`BACK`."""
    found: dict[str, int] = {}
    for distance in range(1, BACK + 1):
        for code in scene.countries.get(case.phrase.sentence - distance, ()):
            found.setdefault(code, distance)
    return found


def _where(scene: Scene, case: Case, code: str, near: Sequence[str], back: int | None) -> list[str]:
    """Where the country stands relative to the phrase: ``near`` are the features of the last country named, ``back`` is of :func:`_back`."""
    phrase = case.phrase
    own = scene.by_sentence.get(phrase.sentence, ())
    mine = [s for s in own if s.country == code] if code in scene.countries.get(phrase.sentence, ()) else []
    out = [*near]
    if mine and phrase.extended and any(s.start < phrase.extended.end and phrase.extended.start < s.end for s in mine):
        out.append("inside")
    for one in mine:
        side = "before" if one.end <= phrase.mention.span.start else "after"
        out += [side, f"{side} {one.kind}", f"{side} {_gap(scene, phrase, one)}"]
        if one.where:
            out.append(f"{side} {one.where}")
        if _is_subject(scene, one):
            out.append(f"{side} subject")
    if mine and len(scene.countries[phrase.sentence]) == 1:
        out.append("alone in sentence")
    if back is not None:
        group = scene.by_sentence[phrase.sentence - back]
        out.append(f"back {min(back, 3)}")
        if not own:
            out.append(f"back {min(back, 3)} none here")
        if len(scene.countries[phrase.sentence - back]) == 1:
            out.append(f"back {min(back, 3)} alone")
        if back == 1:
            before = [s for s in group if s.country == code]
            out += [f"back {s.kind}" for s in before] + [f"back {s.where}" for s in before if s.where]
            out += ["back subject"] if any(_is_subject(scene, s) for s in before) else []
    elif not mine:
        out.append("only later" if scene.totals[code] else "unseen")
    return sorted(set(out))


def _gap(scene: Scene, phrase: Phrase, one: Sighting) -> str:
    """How far a country stands from the phrase in its sentence, and whether a clause may end between them."""
    span = phrase.mention.span
    (_, low), (high, _) = sorted(((span.start, span.end), (one.start, one.end)))
    between = scene.text[low:high]
    size = "close" if len(between) <= CLOSE else "clause" if len(between) <= CLAUSE else "far"
    return f"{size} ;" if ";" in between else f"{size} ," if "," in between else size


def _is_subject(scene: Scene, one: Sighting) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in scene.subjects.get(one.sentence, ()))


def _who(scene: Scene, case: Case, code: str) -> list[str]:
    """What the parties of the act, antecedents and earlier phrases say."""
    out = []
    if code == case.known.place:
        out.append("place")
    for name, group in (("same", case.known.same), ("linked", case.linked), ("owner", case.owner)):
        if code in group:
            out.append(name)
        elif group:
            out.append(f"not {name}")
    if code == case.known.speaker:
        out.append("speaker")
    heads, sectors = scene.heads.get(case.head), scene.sectors.get(case.sector or "")
    if heads:
        out.append("head" if code in heads else "not head")
        if code in heads and len(heads) == 1:
            out.append("only head")
    if sectors and code in sectors:
        out.append("sector" if len(sectors) > 1 else "only sector")
    if code in BODIES:
        out += ["body", *_told(code, case.phrase.mention.text, case.head, case.sector)]
    return out


@lru_cache(maxsize=4096)
def _told(code: str, text: str, head: str, sector: str | None) -> tuple[str, ...]:
    """What a phrase's own words say of a body ("rights groups" are an NGO's)."""
    words = {word.lower() for word in text.split()} | {head}
    return (code, f"{code} {sector}", *(f"{code} {word}" for word in sorted(words)))


def _how_often(scene: Scene, code: str) -> list[str]:
    """How much of the document is about the country: worked out once a country, until another phrase is noted."""
    found = scene.often.get(code)
    if found is None:
        found = scene.often[code] = _share(scene, code)
    return found


def _share(scene: Scene, code: str) -> list[str]:
    total, mine = sum(scene.totals.values()), scene.totals[code]
    if not mine:
        return []
    out = [f"share {min(4, 5 * mine // max(1, total))}"]
    top = scene.totals.most_common(2)
    if len(scene.totals) == 1:
        out.append("only country")
    elif top[0][0] == code and top[0][1] > top[1][1]:
        out.append("most frequent")
    first = scene.sightings[0]
    if first.country == code:
        out.append("first")
    head = scene.by_sentence.get(0, ()) if scene.sentences and scene.sentences[0].kind is SentenceKind.HEADLINE else ()
    if any(s.country == code for s in head):
        out.append("headline")
        if any(s.country == code and _is_subject(scene, s) for s in head):
            out.append("headline subject")
    opening = {s.country for s in scene.by_sentence.get(first.sentence, ())}
    if opening == {code}:
        out.append("opening")
    elif code in opening:
        out.append("in opening")
    return out


def _of_act(case: Case, code: str) -> list[str]:
    """Whether an act of the type joins or parts countries: arrests are made at home, visits are not."""
    side = "other" if code in case.known.other else "not other" if case.known.other else "no other"
    out = [side, f"{side} {case.known.role}", f"{side} {case.known.act} {case.known.role}", f"{side} {case.sector}"]
    if code == case.known.place:
        out += [f"place {case.known.act} {case.known.role}", f"place {case.sector}"]
    return out


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights of the package.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    return read_weights("dateline.resolve", "belonging.tsv")


def leaning(table: Mapping[str, Iterable[str]], leans: Mapping[str, float]) -> dict[str, float]:
    """What the coder's leaning adds to the score of each candidate; nothing where the coder does not lean (the lexicon coder).

    Args:
        table: candidates, as of :func:`features`.
        leans: probability that the country is this side's, of the countries that the sentence names.
    """
    return {code: LEAN_WEIGHT * (log_odds(leans[code], LEAN_LEAST) - LEAN_MIDDLE) for code in table if code in leans}


def probabilities(
    table: Mapping[str, Iterable[str]], by: Mapping[str, float], added: Mapping[str, float] | None = None
) -> dict[str, float]:
    """The probability of each candidate, given its features, their weights and what else is ``added`` to its score."""
    added = added or {}
    scores = {code: sum(map(by.get, names, repeat(0.0))) + added.get(code, 0.0) for code, names in table.items()}
    top = max(scores.values())
    raised = {code: math.exp(score - top) for code, score in scores.items()}
    total = sum(raised.values())
    return {code: value / total for code, value in raised.items()}
