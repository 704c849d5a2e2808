"""The sides of a document's acts in turn: what :mod:`dateline.resolve.sides` chooses for each, put into its parties."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.resolve import belonging, sides
from dateline.resolve.belonging import NONE
from dateline.types import Candidate, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, SentenceKind, Span

#: Score of the dateline's country for a bare noun of a text that names no country.
HOME_SCORE: Final = 0.6
#: How many sentences back a party may be named that the act's own sentence leaves out.
REACH: Final = 8
#: A phrase that names its country stands as it is from these probabilities on that it is the party and that its country is this side's: of
#: such sides the model changed 3 of 533 on held-out passages, to no gain.
SURE_PART: Final = 0.85
SURE_LEAN: Final = 0.7
#: Chooses an option of a side, given the features of each.
Choose = Callable[[sides.Side, Mapping[str, list[str]]], str]


@dataclass(frozen=True, slots=True)
class Sided:
    """A side of an act: what its phrases are by their own words and after each was settled for itself, the case of its phrase, and the
    other side's parties where that was settled first."""

    raw: RawMention
    known: belonging.Known
    by_words: tuple[Participant, ...]
    settled: tuple[Participant, ...]
    case: belonging.Case | None
    other: tuple[Participant, ...] = ()


def is_sure(one: Sided) -> bool:
    """Whether a side is one phrase that names its country, of which the coder is sure."""
    if len(one.by_words) != 1 or one.by_words[0].country is None:
        return False
    found = sides.chances(one.raw.leans, [one.by_words[0].span], one.known.role)
    return found.part >= SURE_PART and found.lean >= SURE_LEAN


class Sides:
    """Settles the sides of a document's acts in text order.

    Args:
        scene: the countries of the document.
        named: the phrases that name their country, by sentence, with what they refer to.
        home: the one country of the datelines, for bare nouns of a text that names no other.
    """

    def __init__(self, scene: belonging.Scene, named: Mapping[int, Sequence[tuple[Phrase, Candidate]]], home: str | None = None) -> None:
        self._scene, self._named, self._home = scene, named, home
        self._last: ResolvedMention | None = None
        self._heads: dict[str, str] = {}
        self._sectors: dict[str, str] = {}
        self._happens = [s for s in scene.sightings if s.where == "in" or s.kind == "town"]

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act for the next."""
        self._last = resolved
        for party in (*resolved.actors, *resolved.recipients):
            if party.country:
                self._heads[_head(party.text)] = party.country
                if party.sector:
                    self._sectors[party.sector] = party.country

    def settle(self, one: Sided, choose: Choose) -> tuple[Participant, ...]:
        """The parties of a side with the country that is chosen for it; as they stand where the coder does not say how it leans."""
        if not one.raw.leans or is_sure(one):
            return one.settled
        side = self.side(one)
        table = sides.features(self._scene, side)
        option = choose(side, table)
        if option == NONE and self._home and side.form == "phrase" and table.keys() <= {NONE, *belonging.TELLING}:
            return tuple(replace(p, country=self._home, score=HOME_SCORE, method="dateline") for p in one.by_words)
        return self._with(one, option)

    def side(self, one: Sided) -> sides.Side:
        """What is known of a side."""
        raw, role = one.raw, one.known.role
        case = one.case or _absent(raw, one.known)
        form = sides.form_of(case, bool(one.known.same)) if one.case else "absent"
        own: dict[str, float] = {}
        for party in one.by_words:
            if party.country:
                part = sides.chances(raw.leans, [party.span], role).part
                own[party.country] = max(part, own.get(party.country, 0.0))
        return sides.Side(
            case,
            form,
            raw.voice,
            raw.trigger.text.rpartition(" ")[2].lower(),
            own,
            frozenset(p.country or NONE for p in one.settled),
            {code: sides.chances(raw.leans, spans, role) for code, spans in self._spans(raw).items()},
            sides.chances(raw.leans, [raw.sentence.span], role),
            self._before(raw),
            raw.sentence.kind is SentenceKind.HEADLINE,
            self._past(one, case),
        )

    def _past(self, one: Sided, case: belonging.Case) -> sides.Past:
        at = one.raw.sentence.index
        before = [s for s in self._happens if s.sentence <= at]
        here = before[-1].country if before else self._happens[0].country if self._happens else None
        return sides.Past(
            here,
            len({s.country for s in self._happens}) == 1,
            self._heads.get(_head(case.phrase.mention.text)) if one.case else None,
            self._sectors.get(case.sector) if case.sector else None,
            frozenset(p.country for p in one.other if p.country),
        )

    def _spans(self, raw: RawMention) -> dict[str, list[Span]]:
        """Where the act's sentence names each country: by a name of it, or by a phrase that has it."""
        found: dict[str, list[Span]] = {}
        for seen in self._scene.by_sentence.get(raw.sentence.index, ()):
            found.setdefault(seen.country, []).append(Span(seen.start, seen.end))
        for phrase, chosen in self._named.get(raw.sentence.index, ()):
            found.setdefault(chosen.country or NONE, []).append(phrase.mention.span)
        return found

    def _before(self, raw: RawMention) -> sides.Before | None:
        last = self._last
        if last is None:
            return None
        near = last.raw.sentence.index == raw.sentence.index
        actors, recipients = (frozenset(p.country for p in group if p.country) for group in (last.actors, last.recipients))
        return sides.Before(actors, recipients, near, last.raw.type == raw.type)

    def _with(self, one: Sided, option: str) -> tuple[Participant, ...]:
        """The side's parties under an option."""
        if option == sides.AS_FOUND:
            return one.settled
        if option == NONE:
            return tuple(p for p in one.by_words if p.country is None)
        kept = tuple(p for p in one.by_words if p.country == option)
        if kept:
            return kept
        open_ = tuple(p for p in one.by_words if p.country is None)
        if open_:
            score = next((p.score for p in one.settled if p.country == option), sides.FILLED_SCORE)
            return tuple(replace(p, country=option, score=score, method="setting") for p in open_)
        found = self._naming(one, option)
        return (found,) if found else one.settled

    def _naming(self, one: Sided, code: str) -> Participant | None:
        """The words that name a country for a party which no phrase was found for: in the act's sentence, else the nearest before, else after."""
        at, role = one.raw.sentence.index, one.known.role
        for index in (*range(at, max(-1, at - REACH - 1), -1), *range(at + 1, at + belonging.AHEAD + 1)):
            phrases = [(p, c) for p, c in self._named.get(index, ()) if c.country == code]
            if phrases:
                phrase, chosen = max(phrases, key=lambda pair: (_likely(one.raw.leans, pair[0].mention.span, role), pair[0].subject))
                return _participant(phrase.mention, chosen)
            seen = next((s for s in self._scene.by_sentence.get(index, ()) if s.country == code), None)
            if seen is not None:
                words = Mention(self._scene.text[seen.start : seen.end], Span(seen.start, seen.end))
                return _participant(words, Candidate("", code, ("GOV",), sides.FILLED_SCORE))
        return None


def _head(text: str) -> str:
    return text.rpartition(" ")[2].lower()


def _likely(leans: Sequence[Lean], span: Span, role: str) -> tuple[float, float]:
    found = sides.chances(leans, [span], role)
    return found.part, found.lean


def _participant(mention: Mention, chosen: Candidate) -> Participant:
    sector = chosen.sectors[0] if chosen.sectors else None
    return Participant(mention.text, mention.span, chosen.entity or None, chosen.country, sector, chosen.sectors, sides.FILLED_SCORE, "named elsewhere")


def _absent(raw: RawMention, known: belonging.Known) -> belonging.Case:
    """The trigger in the place of a phrase."""
    head = raw.trigger.text.rpartition(" ")[2].lower()
    return belonging.Case(Phrase(raw.trigger, head, PhraseForm.NOMINAL, sentence=raw.sentence.index), head, None, known)
