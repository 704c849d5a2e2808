"""Which events stand at the head of a brief: the most reported and the strongest, with what is contested, uncertain and not done.

An event is told by one or more acts (statements) that share its id; one of them, its best told, speaks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Final

from dateline.besttold import in_passing
from dateline.report.acts import Act
from dateline.report.asides import asides
from dateline.report.names import SPEAKERS, is_known, party
from dateline.report.quoting import quoted
from dateline.types import SentenceKind, Status

#: So many events are read at one glance.
EVENTS: Final = 4
#: PLOVER's types by the rung they stand on (``analyse/response/data/ladder.toml``), from words to force; coercion is told apart from arms.
STEPS: Final = (
    ("statements", frozenset({"ACCUSE", "SUPPORT", "REJECT"})),
    ("protest", frozenset({"PROTEST"})),
    ("consultation", frozenset({"CONSULT"})),
    ("agreement", frozenset({"AGREE"})),
    ("demands", frozenset({"REQUEST"})),
    ("threats", frozenset({"THREATEN"})),
    ("sanctions or severed ties", frozenset({"SANCTION"})),
    ("aid or cooperation", frozenset({"AID", "COOPERATE"})),
    ("mobilisation", frozenset({"MOBILIZE"})),
    ("coercion", frozenset({"COERCE"})),
    ("force", frozenset({"ASSAULT"})),
)
#: Steps back stand on no rung; a truce or a release weighs as much as sanctions.
BACK: Final = 6
#: What the text is about weighs as much as half the ladder: each party of an event up to so many rungs, by its share of the acts.
ABOUT: Final = 5.0
#: Rungs that a hedge, a word that nobody stands for, or a state of things takes off.
DOUBT: Final = 3.0
#: An event that twice as many independent sources tell weighs as much as so many rungs more.
WIDELY: Final = 4.0
#: The latest of the events weighs as much as so many rungs more than the first.
RECENT: Final = 2.0
#: Told only in passing ("over **the attack**"), by nobody known or on no day an event is so many rungs less worth a line.
VAGUE: Final = 4.0
#: An act whose form is told (an expulsion, a freeze) comes before one that is not, of like weight.
SHARPER: Final = 0.5
#: Types of what befalls somebody, whoever did it.
BEFALLS: Final = frozenset({"ASSAULT", "COERCE", "RETREAT"})
#: A day that is known no better than to a month or so does not place an event.
CLOSE: Final = 31
#: Ways of the resolver that take a party from what stands around, not from the words for it
GUESSED: Final = frozenset({"setting", "likely reference"})
#: Two like acts of one party within so many days are one thing at a glance.
WEEK: Final = 7
#: What two sources tell is told widely enough to stand at the head though it is only the latest.
TWO: Final = 2
#: So many contested, uncertain and undone acts stand in a line.
FEW: Final = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: the act that speaks for it, and all that tell it."""

    told: Act
    acts: tuple[Act, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Numbers of its acts, the one that speaks for it first."""
        return (self.told.number, *(act.number for act in self.acts if act.number != self.told.number))

    @property
    def times(self) -> int:
        """How many sentences tell it: two words of one sentence tell it once."""
        return len({(act.document, act.mention.sentence.span) for act in self.acts})

    @property
    def documents(self) -> int:
        """How many documents tell it."""
        return len({act.document for act in self.acts})


def happenings(found: Iterable[Act]) -> tuple[Happening, ...]:
    """The events of some acts, in the order of the first act of each."""
    events: dict[str, list[Act]] = {}
    for act in found:
        events.setdefault(act.mention.event_id, []).append(act)
    return tuple(Happening(max(acts, key=_told_well), tuple(acts)) for acts in events.values())


def _told_well(act: Act) -> tuple[float, ...]:
    """What makes a statement tell an event well, first that its source has not taken its figure back; of those that only their documents date the
    first document's says best by when it was done."""
    ref = act.mention.date
    told = ref is not None and ref.is_told
    first = -ref.earliest.toordinal() if ref is not None and _by_document(act) else 0
    return (
        not act.taken_back, not act.alleged, not in_passing(act.mention), _dated(act), told, first, bool(act.doers), act.certain, bool(act.targets),
        bool(act.mention.quantities), not _headline(act), -act.number,
    )  # fmt: skip


def _dated(act: Act) -> bool:
    """Whether its day is about known, by the text or by its source."""
    ref = act.mention.date
    return ref is not None and ref.basis != "document" and (ref.latest - ref.earliest).days <= CLOSE


def _headline(act: Act) -> bool:
    return act.mention.sentence.kind is SentenceKind.HEADLINE


def _headed(one: Happening) -> bool:
    """Whether a headline tells it and the text below it too: a title alone ('China's trade measures') names a subject, no event of its day."""
    headlines = sum(_headline(act) for act in one.acts)
    return 0 < headlines < len(one.acts)


def towards(act: Act, doer: str) -> set[str]:
    """The parties that an act of ``doer`` is surely on: others than itself, and not only guessed."""
    return {party(one) for one in act.mention.recipients if one.method not in GUESSED and is_known(one)} - {doer}


def happened(act: Act) -> bool:
    """Whether it is told as done or going on, and not as background, plan, or left undone."""
    return act.real and not act.mention.negated and act.mention.status is not Status.HISTORICAL


def chosen(found: Sequence[Act], first: Collection[str] = (), told: Mapping[str, int] | None = None) -> tuple[Happening, ...]:
    """The events at the head, in the order of time as far as it is known.

    Of several documents those come first that are grave, widely told and late, together; of one document those of headlines, those with a known
    actor, whose day is known, in more sentences, and the strongest among the parties that the text is about. Of one sentence, and of like acts of
    one actor within a week, only one. The latest act that is told as done, for certain and dated to the day stands among them (of several
    documents where two sources tell it), and what a text without headlines begins with.

    Args:
        found: all acts.
        first: ids of mentions whose event stands there in any case: the trigger that was asked for.
        told: how many independent sources tell each event, by its id; of documents that are of one affair. Without it each document has its turn.
    """
    ranked = _ranked(happenings(act for act in found if happened(act)), found, first, told)
    last, opening = latest(found), _opening(found)
    if last is not None and told is not None and told.get(last.mention.event_id, 1) < TWO:
        last = None
    kept = [Happening(last, one.acts) for one in ranked if last in one.acts]
    kept += [one for one in ranked if opening in one.acts and last not in one.acts]
    # of several documents each has its turn before one has another
    for fresh in (True, False) if told is None else (False,):
        for one in ranked:
            if len(kept) == EVENTS:
                break
            known = fresh and any(one.told.document == other.told.document for other in kept)
            if not known and not any(one.acts == other.acts or _alike(one.told, other.told) for other in kept):
                kept.append(one)
    return tuple(sorted(kept, key=_when))


def _opening(found: Sequence[Act]) -> Act | None:
    """What a single text without headlines begins with: its first certain act of sanctions, force or the like whose day it tells, by a known actor or on
    a known victim, and not in passing."""
    if len({act.document for act in found}) != 1 or any(_headline(act) for act in found):
        return None
    strong = frozenset[str]().union(*(types for _, types in STEPS[BACK:]))
    passing = asides(found)
    return next(
        (
            act for act in found
            if happened(act) and act.mention.type in strong and act.certain and not act.alleged and _told_of_whom(act) and _dated(act)
            and act.number not in passing
            and act.mention.date is not None and act.mention.date.is_told
        ),
        None,
    )  # fmt: skip


def _shares(found: Sequence[Act]) -> Mapping[str, float]:
    """For each party the acts on either side of which it stands, as a share of those of the one with most."""
    counts = Counter(name for act in found for name in {*act.doers, *act.targets})
    most = max(counts.values(), default=1)
    return {name: number / most for name, number in counts.items()}


def _ranked(events: Iterable[Happening], found: Sequence[Act], first: Collection[str] = (), told: Mapping[str, int] | None = None) -> tuple[Happening, ...]:
    """Events of the acts found, those first that stand at the head before others."""
    shares, passing, events = _shares(found), asides(found), list(events)
    if told is None:
        return tuple(sorted(events, key=lambda one: _rank(one, shares, first, passing), reverse=True))
    days = sorted(one.told.sort_date for one in events if _dated(one.told))
    return tuple(sorted(events, key=lambda one: (*_asked(one, first), _worth(one, shares, told, days), *_rank(one, shares, first, passing)), reverse=True))


def _asked(one: Happening, first: Collection[str]) -> tuple[bool]:
    return (any(act.mention.mention_id in first for act in one.acts),)


def _worth(one: Happening, shares: Mapping[str, float], told: Mapping[str, int], days: Sequence[str]) -> float:
    """How grave, how widely told and how late an event of an affair is, in rungs; less where it is told in passing, of nobody, on no day or with a figure that was taken back."""
    act = one.told
    late = sum(day <= act.sort_date for day in days) / len(days) if _dated(act) else 0.0
    vague = in_passing(act.mention) + (not _told_of_whom(act)) + (not _dated(act)) + act.alleged + bool(act.taken_back)
    return _weight(act, shares) + WIDELY * log2(max(told.get(act.mention.event_id, 1), 1)) + RECENT * late - VAGUE * vague


def _told_of_whom(act: Act) -> bool:
    """Whether it is known who did it, or of a killing, an arrest or a release whom it befell."""
    return bool(act.doers or (act.targets and act.mention.type in BEFALLS))


def _rank(one: Happening, shares: Mapping[str, float], first: Collection[str], passing: Collection[int]) -> tuple[float, ...]:
    return (
        *_asked(one, first),
        one.documents,
        _headed(one),
        not one.told.taken_back,
        not one.told.alleged,
        _told_of_whom(one.told),
        _dated(one.told),
        one.told.number not in passing,
        one.times,
        _weight(one.told, shares) + SHARPER * bool(one.told.mention.modes),
        -one.told.number,
    )


def _weight(act: Act, shares: Mapping[str, float]) -> float:
    """How strong an act is, in rungs, and how much the text is about its parties (a recipient that is only guessed does not count); less for what is hedged,
    told by nobody named, or goes on and on."""
    rung = next((place for place, (_, types) in enumerate(STEPS) if act.mention.type in types), BACK)
    others = set().union(*(towards(act, doer) for doer in act.doers)) - set(act.doers) if act.doers else towards(act, "")
    about = sum(max((shares.get(name, 0.0) for name in names), default=0.0) for names in (act.doers, others))
    doubt = (not act.certain) + (act.speaker in SPEAKERS.values()) + (act.mention.status is Status.ONGOING)
    return rung + ABOUT * about - DOUBT * doubt


def _alike(one: Act, other: Act) -> bool:
    """Whether two acts would say the same at a glance: in words that overlap, or by one actor (where one of them has none: on one recipient) and of one type within a
    week."""
    if _in_words_of(one, other):
        return True
    of = (one.doers, other.doers) if one.doers and other.doers else (one.targets, other.targets)
    kind = one.mention.type == other.mention.type
    days = [act.mention.date.earliest for act in (one, other) if act.mention.date and act.mention.date.basis != "document"]
    if kind and one.mention.type in BEFALLS and not (one.doers and other.doers) and len(days) == TWO and days[0] == days[1] and one.document != other.document:
        return True  # "a drone hit the ship", "he blamed Oslo for the attack"
    return kind and of[0] == of[1] and (len(days) < 2 or abs((days[0] - days[1]).days) <= WEEK)


def _in_words_of(one: Act, other: Act) -> bool:
    """Whether two acts are told in words that overlap."""
    return one.document == other.document and quoted(one.mention).overlaps(quoted(other.mention))


def _when(one: Happening) -> tuple[date, int, date, int]:
    """By time; an act that has only its document's day stands behind those of that day, one without any day last."""
    ref = one.told.mention.date
    if ref is None:
        return (date.max, 1, date.max, one.told.number)
    return (ref.earliest, int(_by_document(one.told)), ref.latest, one.told.number)


def _by_document(act: Act) -> bool:
    """Whether nothing but the day of its document dates an act: it was done by then."""
    ref = act.mention.date
    return ref is not None and ref.basis == "document" and ref.earliest == ref.latest


def latest(found: Sequence[Act]) -> Act | None:
    """The last act that is told as done, for certain and dated to the day by the text itself; the first of them in the text."""
    done = [
        act for act in found
        if act.certain and not act.alleged and not act.mention.negated and act.mention.status is Status.OCCURRED and act.actors
        and act.mention.date and act.mention.date.precision == "day" and act.mention.date.is_told
    ]  # fmt: skip
    return max(done, key=lambda act: (act.sort_date, -act.number), default=None)


def contested(found: Sequence[Act]) -> tuple[tuple[Act, Act], ...]:
    """Acts that are told in two ways: an accusation beside what the accused reject, and what is told as done and as not done."""
    made: list[tuple[Act, Act]] = []
    for one in happenings(act for act in found if act.real):
        done, undone = (next((act for act in one.acts if act.mention.negated is negated), None) for negated in (False, True))
        if done is not None and undone is not None:
            made.append((done, undone))
    charges: dict[tuple[int, int], list[Act]] = {}
    for act in found:
        if act.mention.type == "ACCUSE" and happened(act) and act.doers:
            charges.setdefault((act.document, act.mention.sentence.index), []).append(act)
    for answer in (act for act in found if act.mention.type == "REJECT" and happened(act) and act.doers):
        here = answer.mention.sentence.index
        beside = sorted((act for at in (here - 1, here) for act in charges.get((answer.document, at), ())), key=lambda act: act.number)
        charge = next((act for act in beside if _answers(answer, act)), None)
        if charge is not None and charge not in (one for one, _ in made):
            made.append((charge, answer))
    return tuple(made)


def _answers(answer: Act, charge: Act) -> bool:
    """Whether a denial (a refusal of nothing that was asked for) of the sentence of a charge or the next is by the accused, and against the
    accuser as far as it says."""
    if answer.mention.modes:
        return False
    parties = set(answer.doers) & set(charge.targets) and not set(answer.doers) & set(charge.doers)
    return bool(answer.number > charge.number and parties and (not answer.targets or set(answer.targets) & set(charge.doers)))


def uncertain(found: Sequence[Act]) -> Iterator[Happening]:
    """Events of which no statement is certain, the best dated and most told first."""
    events = [one for one in happenings(act for act in found if happened(act)) if not any(act.certain for act in one.acts)]
    return _told_once(_ranked(events, found))


def undone(found: Sequence[Act]) -> Iterator[Happening]:
    """Events that are only told as denied or left undone, those with a known actor first."""
    doubtful = {act.mention.event_id for act in found if act.real and not act.mention.negated}
    denied = happenings(act for act in found if act.real and act.mention.negated and act.mention.event_id not in doubtful)
    return _told_once(_ranked(denied, found))


def _told_once(events: Iterable[Happening]) -> Iterator[Happening]:
    """Without events in the words of one before ("did **not send** the delegation that it had **promised**")."""
    kept: list[Happening] = []
    for one in events:
        if not any(_in_words_of(one.told, other.told) for other in kept):
            kept.append(one)
            yield one
