"""The sides of a document's acts in turn: what :mod:`dateline.resolve.sides` chooses for each, put into its parties."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.resolve import belonging, sides
from dateline.resolve.aimed import is_aimed, opposite, told_of
from dateline.resolve.belonging import NONE
from dateline.resolve.outsiders import is_outsider
from dateline.resolve.participants import countries_of
from dateline.types import Candidate, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, SentenceKind, Span
from dateline.types.value import value

#: Score of the dateline's country for a bare noun of a text that names no country.
HOME_SCORE: Final = 0.6
#: How many sentences back a party may be named that the act's own sentence leaves out.
REACH: Final = 8
#: Nouns for what two have agreed, so that both have part in it.
_DEALS: Final = forms_of_nouns("agreement deal accord pact arrangement understanding")
_DEFINITE: Final = re.compile(r"\b(?:the|these|this|those|such|that)\s+(?:[\w-]+\s+){0,2}$", re.I)
_OPENING: Final = forms_of_verbs("open reopen")
#: Types of acts that two do together, and the role of the second who does it.
TWO_SIDED: Final = frozenset({"ASSAULT", "CONSULT", "COOPERATE", "SUPPORT"})
PARTNER: Final = "partner"
#: Types of acts of which a text often knows no doer.
DOERLESS: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST"})
#: How a party is read that is a state by its own name or that of its capital.
NAMED_STATES: Final = frozenset({"country", "capital"})
#: Types of acts that no state does to itself.
MEASURES: Final = frozenset({"AGREE", "AID", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION", "THREATEN"})
#: Types of acts that are never without somebody whom they are meant for.
_AIMED: Final = frozenset({"THREATEN"})
#: How somebody is read who is known to speak for a state.
_KNOWN: Final = frozenset({"person", "surname", "metonym"})
#: Chooses an option of a side, given the features of each.
Choose = Callable[[sides.Side, Mapping[str, list[str]]], str]


@value(frozen=True, slots=True)
class Sided:
    """An open side of an act: the one party without a country that was found for it with the case of its phrase, or neither; and the other
    side's parties as far as they are known, with where the phrases stand for which its pronouns stand, and its speaker. ``barred`` are countries that the party
    cannot be of."""

    raw: RawMention
    known: belonging.Known
    party: Participant | None
    case: belonging.Case | None
    other: tuple[Participant, ...] = ()
    stood_for: tuple[Span, ...] = ()
    barred: frozenset[str] = frozenset()


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
        #: The acts of the last act's sentence.
        self._here: list[ResolvedMention] = []
        self._types: dict[str, ResolvedMention] = {}
        self._heads: dict[str, str] = {}
        self._sectors: dict[str, str] = {}
        self._happens = sorted((s for s in scene.sightings if s.where == "in" or s.kind == "town"), key=lambda s: s.sentence)
        self._only_here = len({s.country for s in self._happens}) == 1

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act for the next."""
        self._last = self._types[resolved.raw.type] = resolved
        if self._here and self._here[-1].raw.sentence.index != resolved.raw.sentence.index:
            self._here.clear()
        self._here.append(resolved)
        for party in (*resolved.actors, *resolved.recipients):
            if party.country:
                self._heads[_head(party.text)] = party.country
                if party.sector:
                    self._sectors[party.sector] = party.country

    def acts_of(self, sentence: int) -> tuple[ResolvedMention, ...]:
        """The acts of a sentence so far, the last one first."""
        return tuple(reversed(self._here)) if self._here and self._here[-1].raw.sentence.index == sentence else ()

    def acts_before(self, raw: RawMention) -> tuple[ResolvedMention, ...]:
        """The acts before in an act's sentence, the last one first; else those of the sentence before."""
        at = self._here[-1].raw.sentence.index if self._here else -1
        return tuple(reversed(self._here)) if raw.sentence.index - at in {0, 1} else ()

    def settle(self, one: Sided, choose: Choose) -> tuple[Participant, ...]:
        """The party of an open side with the country that is chosen for it, or nobody."""
        side = self.side(one)
        table = {code: names for code, names in sides.features(self._scene, side).items() if code not in one.barred}
        code = choose(side, table)
        if one.party is None:
            found = None if code == NONE else self._naming(one, code)
            if found and one.raw.type in _AIMED and _is_itself(found, one):
                code = choose(side, {other: names for other, names in table.items() if other != code})
                found = None if code == NONE else self._naming(one, code)
            return (found,) if found and not _is_itself(found, one) else ()
        if code != NONE:
            return (replace(one.party, country=code, score=sides.FILLED_SCORE, method="setting"),)
        if self._home and side.form == "phrase" and table.keys() <= {NONE, *belonging.TELLING} and not is_outsider(side.case.phrase):
            return (replace(one.party, country=self._home, score=HOME_SCORE, method="dateline"),)
        return (one.party,)

    def with_partner(
        self, raw: RawMention, place: str | None, actors: tuple[Participant, ...], choose: Choose
    ) -> tuple[Participant, ...]:
        """The actors of an act of two sides without recipients, with the second party where one state alone was found ("joint patrols with **Greece**")."""
        known = belonging.Known(raw.type, PARTNER, place, countries_of(actors))
        one = Sided(raw, known, None, None, actors)
        side = self.side(one)
        table = {code: names for code, names in sides.features(self._scene, side).items() if code not in known.same}
        code = choose(side, table)
        found = None if code == NONE else self._naming(one, code)
        return (*actors, found) if found else actors

    def taken_up(self, raw: RawMention) -> tuple[Participant, ...]:
        """Who did the last act of the type, where a definite noun without a doer takes it up ("The ministers signed. **The deal** ...").

        Violence, arrests, protests and charges are left out: the text that says "the attack" often knows no doer (of 83 such, 39 have the doer before, 33 none).
        """
        last = self._types.get(raw.type)
        if last is None or raw.type in DOERLESS or raw.actors or not is_definite(raw, self._scene.text):
            return ()
        shared = raw.type == "AGREE" and _head(raw.trigger.text) in _DEALS and last.raw.sentence.index != raw.sentence.index
        parties = (*last.actors, *last.recipients) if shared else last.actors
        return sides.told_elsewhere(parties)

    def side(self, one: Sided) -> sides.Side:
        """What is known of a side."""
        raw, role = one.raw, one.known.role
        case = one.case or _absent(raw, one.known)
        pronoun = case.phrase.form is PhraseForm.PRONOUN
        own = countries_of(one.other) if one.case is None and role == "recipients" else frozenset()
        aimed = bool(own) and is_aimed(raw, one.other)
        return sides.Side(
            case,
            (PARTNER if role == PARTNER else "absent") if one.case is None else "pronoun" if pronoun else "phrase",
            raw.voice,
            _head(raw.trigger.text),
            {code: sides.chances(raw.leans, spans, role) for code, spans in self._spans(raw).items()},
            sides.chances(raw.leans, [raw.sentence.span], role),
            self._before(raw),
            raw.sentence.kind is SentenceKind.HEADLINE,
            self._past(one, case),
            aimed,
            opposite(own, self.acts_before(raw)) if aimed else frozenset(),
            self._told_of(own, raw.sentence.index) if aimed else frozenset(),
        )

    def _told_of(self, own: frozenset[str], sentence: int) -> frozenset[str]:
        """Whom the sentence before an act is about, which counts where the act's own names no other state."""
        here = {seen.country for seen in self._scene.by_sentence.get(sentence, ()) if seen.where != "in"}
        return frozenset() if here - own - {""} else told_of(own, self._scene.by_sentence.get(sentence - 1, ()))

    def _past(self, one: Sided, case: belonging.Case) -> sides.Past:
        at = one.raw.sentence.index
        before = bisect_right(self._happens, at, key=lambda s: s.sentence)
        here = self._happens[max(0, before - 1)].country if self._happens else None
        return sides.Past(
            here,
            self._only_here,
            self._heads.get(_head(case.phrase.mention.text)) if one.case else None,
            self._sectors.get(case.sector) if case.sector else None,
            countries_of(one.other),
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
        return sides.Before(countries_of(last.actors), countries_of(last.recipients), near, last.raw.type == raw.type)

    def naming(self, raw: RawMention, code: str, other: Sequence[Participant], role: str = "actors") -> Participant | None:
        """A party of an act by the words that name its country, ``other`` being the parties that are known."""
        return self._naming(Sided(raw, belonging.Known(raw.type, role), None, None, tuple(other)), code, media=False)

    def _naming(self, one: Sided, code: str, *, media: bool = True) -> Participant | None:
        """The words that name a country for a party which no phrase was found for: in the act's sentence, else the nearest before, else after;
        not those of its ``media`` for who fights."""
        at, role = one.raw.sentence.index, one.known.role
        taken = [p.span for p in one.other]
        for index in (*range(at, max(-1, at - REACH - 1), -1), *range(at + 1, at + belonging.AHEAD + 1)):
            here = ((p, c) for p, c in self._named.get(index, ()) if c.country == code and (media or "JRN" not in c.sectors))
            phrases = [(p, c) for p, c in here if not any(span.overlaps(p.mention.span) for span in taken)]
            if phrases:
                phrase, chosen = max(phrases, key=lambda pair: (_likely(one.raw.leans, pair[0].mention.span, role), pair[0].subject))
                return _participant(phrase.mention, chosen)
            sightings = [s for s in self._scene.by_sentence.get(index, ()) if s.country == code]
            seen = next((s for s in sightings if not any(span.overlaps(Span(s.start, s.end)) for span in taken)), None)
            if seen is not None:
                words = Mention(self._scene.text[seen.start : seen.end], Span(seen.start, seen.end))
                return _participant(words, Candidate("", code, ("GOV",), sides.FILLED_SCORE))
        return None


def is_partnerless(raw: RawMention, actors: Sequence[Participant], recipients: Sequence[Participant]) -> bool:
    """Whether an act that takes two was found to be one state's alone, done to nobody."""
    known = not recipients and bool(actors) and all(p.country for p in actors)
    opens = raw.type == "SUPPORT" and raw.trigger.text.split()[-1].lower() in _OPENING  # an embassy opens by itself
    return known and len(countries_of(actors)) == 1 and raw.type in TWO_SIDED and bool(raw.leans) and not opens


def acts_for_state(act: str, party: Participant) -> bool:
    """Whether a party takes a measure for its state, so that its own state is not the other side ("Erdogan warned that **Turkey** would ...")."""
    return act in MEASURES and party.method in _KNOWN and party.sector in {"GOV", "LEG", "MIL"}


def is_definite(raw: RawMention, text: str) -> bool:
    """Whether an act is told by a noun that the text takes for known ("**the** peace talks")."""
    start = raw.trigger.span.start
    return raw.voice == "noun" and _DEFINITE.search(text[max(0, start - 40) : start]) is not None


def _is_itself(found: Participant, one: Sided) -> bool:
    """Whether the party named for a side is whoever acts ("**the ministry** said it had suspended all imports", "**Evo Morales** ... which he calls"), or for a
    measure's other side the state that takes it."""
    if one.known.role != "recipients" or found.country not in countries_of(one.other):
        return False
    if any(span.overlaps(found.span) for span in one.stood_for) or (found.entity and found.entity in {p.entity for p in one.other if p.method not in NAMED_STATES}):
        return True
    states = {p.country for p in one.other if p.method in NAMED_STATES or acts_for_state(one.raw.type, p)}
    return found.country in states and one.raw.type in MEASURES


def _head(text: str) -> str:
    return text.rpartition(" ")[2].lower()


def _likely(leans: Sequence[Lean], span: Span, role: str) -> tuple[float, float]:
    found = sides.chances(leans, [span], role)
    return found.part, found.lean


def _participant(mention: Mention, chosen: Candidate) -> Participant:
    sector = chosen.sectors[0] if chosen.sectors else None
    return Participant(mention.text, mention.span, chosen.entity or None, chosen.country, sector, chosen.sectors, sides.FILLED_SCORE, sides.ELSEWHERE)


def _absent(raw: RawMention, known: belonging.Known) -> belonging.Case:
    """The trigger in the place of a phrase."""
    head = _head(raw.trigger.text)
    return belonging.Case(Phrase(raw.trigger, head, PhraseForm.NOMINAL, sentence=raw.sentence.index), head, None, known)
