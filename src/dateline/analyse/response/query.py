"""The trigger: a query in words, and the coded acts that it matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from dateline.analyse.response.answeredto import is_lent
from dateline.analyse.response.narrated import Beside
from dateline.analyse.response.scene import BETWEEN, is_mutual
from dateline.analyse.response.tables import cues
from dateline.analyse.response.values import Announced, Near, Told, Trigger, TriggerQuery, codes_of
from dateline.analyse.response.words import words_of
from dateline.errors import DatelineError
from dateline.ontology.partyterms import party_terms
from dateline.ontology.plover import plover
from dateline.types import Coded, EventMention, Participant, Status

_ID: Final = re.compile(r"[0-9a-f]{16}")
#: Acts with these statuses can be a trigger: what may come, and what was long ago, is answered by nobody now.
_REAL: Final = frozenset({Status.OCCURRED, Status.ONGOING, Status.FUTURE})
#: Type of denials and refusals, which answer something themselves: beside any other act they are no trigger of a query for any type.
_ANSWER: Final = "REJECT"
#: Types of acts by which forces come to a place, often told without saying to whose.
_SENT: Final = frozenset({"MOBILIZE", "ASSAULT"})
#: A term that matches anybody.
ANY: Final = "*"
#: A longer time says no day from which delays can be counted: a season.
STRETCH: Final = timedelta(days=92)
#: Of reports that name a week ("last week", "since Sunday") those with a day in it are the closer ones.
WEEK: Final = timedelta(days=7)
#: Reports told this long before the first stated day are of an earlier act; sooner, one of the days is amiss.
EARLIER: Final = timedelta(days=14)
#: Words of standing guard, and a mission as what they guard.
_GUARDS: Final = re.compile(r"(?:guard|protect|cordon|secur|surround|stood guard|ring)", re.IGNORECASE)
_MISSION: Final = re.compile(
    r"[^,;.]{0,40}?\b(?:embass(?:y|ies)|consulates?|high commissions?|missions?|ambassador's residence)\b", re.IGNORECASE
)
_FORM: Final = "a trigger is written ACTOR TYPE OTHER, as in PRK MOBILIZE RUS, * for any of the three; or ACTOR alone; or is the id of an event"
#: A trigger of more words than these has something where the type belongs.
_PARTIES: Final = 2
#: A party alone: one code, or the words of a name, none of them a code that could be half of a misspelt trigger.
_ALONE: Final = re.compile(r"[^\W\d_][^\s*]*|(?![A-Z]{3}\b)[^\W\d_][^\s*]*(?:\s+(?![A-Z]{3}\b)[^\s*]+){1,3}")


def _nobody(_: str) -> bool:
    return False


def parse_trigger(
    text: str, *, since: date | None = None, until: date | None = None, is_named: Callable[[str], bool] = _nobody
) -> TriggerQuery:
    """Reads a trigger: ``"PRK MOBILIZE RUS"`` (actor, type, recipient or place; ``*`` for any of the three), ``"PRK"`` (whatever it did), or
    the id of an event.

    Args:
        text: codes or names, parted by white space; the type, or ``*`` for any type, stands between actor and other party.
        since: first day of the trigger.
        until: last day of the trigger.
        is_named: whether words are a known name, which may hold that of a type ("Rapid **Support** Forces").

    Raises:
        DatelineError: E205 where no type, or no party, is in it; of a type alone, where no day is given either.

    >>> parse_trigger("North Korea mobilize RUS")
    TriggerQuery(event=None, actor='North Korea', type='MOBILIZE', other='RUS', since=None, until=None)
    """
    if since is not None and until is not None and since > until:
        raise DatelineError("E205", f"{since} to {until}", "the first day is after the last")
    if _ID.fullmatch(text.strip()):
        return TriggerQuery(event=text.strip(), since=since, until=until)
    terms = text.split()
    alone = len(terms) > 1 and is_named(text.strip())
    at = None if alone else _type_at(terms, is_named)
    if at is None:
        if not alone and not _ALONE.fullmatch(text.strip()):
            raise _malformed(text, terms)
        return TriggerQuery(None, text.strip(), None, None, since, until)
    kind = None if terms[at] == ANY else terms[at].upper()
    actor, other = " ".join(terms[:at]), " ".join(terms[at + 1 :])
    actor, other = ("" if term == ANY else term for term in (actor, other))
    if not actor and not other and (kind is None or (since is None and until is None)):
        raise DatelineError("E205", repr(text), "name the actor, the other party or the place of the trigger, or its type with --since and --until")
    return TriggerQuery(None, actor or None, kind, other or None, since, until)


def _malformed(text: str, terms: Sequence[str]) -> DatelineError:
    """What is wrong with a trigger that has no type: which word stands in its place, what that would be, and which types there are."""
    known = plover()
    meant = next(((term, told) for term in terms[1:-1] if (told := known.meant(term)) is not None), None)
    said = f"{meant[0].upper()} is no type, {meant[1]}; " if meant is not None else ""
    return DatelineError("E205", repr(text), f"{said}{_FORM}", known.listed() if len(terms) > _PARTIES else None)


def _type_at(terms: Sequence[str], is_named: Callable[[str], bool]) -> int | None:
    """Where the type stands: of several names of one the first that leaves a known name on each side, else the first in capitals, else the
    first; with none the ``*`` between actor and other party."""
    known = {event_type.name for event_type in plover().types}
    named = [index for index, term in enumerate(terms) if term.upper() in known]
    if not named:
        return next((index for index, term in enumerate(terms) if term == ANY and 0 < index < len(terms) - 1), None)
    if len(named) == 1:
        return named[0]
    sides = {index: (" ".join(terms[:index]), " ".join(terms[index + 1 :])) for index in named}
    whole = {index: sum(side in ("", ANY) or is_named(side) for side in found) for index, found in sides.items()}
    return max(named, key=lambda index: (whole[index], terms[index] in known, -index))


def party_matches(wanted: str, parties: Iterable[Participant]) -> bool:
    """Whether one of the parties is the wanted one, by the terms of :mod:`dateline.ontology.partyterms`."""
    terms = party_terms(wanted)
    return any(term.holds(party.country, party.sectors, (party.text, party.entity)) for party in parties for term in terms)


def _other_matches(wanted: str, mention: EventMention) -> bool:
    place = mention.place
    at = place is not None and any(term.holds(place.country, (), (place.name, place.text)) for term in party_terms(wanted))
    return at or party_matches(wanted, mention.recipients)


def guards(mention: EventMention) -> bool:
    """Whether police or soldiers are only posted before a mission ("police **guarded** the embassy"): what a host owes every guest moves no forces against anybody."""
    behind = mention.sentence.text[mention.trigger.span.end - mention.sentence.span.start :]
    return mention.type == "MOBILIZE" and _GUARDS.match(mention.trigger.text) is not None and _MISSION.match(behind) is not None


def _other_is_near(wanted: str, query: TriggerQuery, told: Told) -> bool:
    """Whether an act that names nobody it is done to fits by its other participant ("fighting between the two"), or because its sentence
    tells of the wanted party beside it ("Chad cut ties, accusing Sudan of **sending** troops across the border")."""
    mention = told.mention
    if mention.recipients:
        return False
    if mention.type in BETWEEN and len(mention.actors) > 1:
        rest = [party for party in mention.actors if query.actor is None or not party_matches(query.actor, (party,))]
        return party_matches(wanted, rest)
    if mention.type not in _SENT or mention.place is not None:
        return False
    beside = (one for one in told.coded.mentions if one.sentence.span == mention.sentence.span and one.mention_id != mention.mention_id)
    return any(party_matches(wanted, one.actors) for one in beside)


def types_of(query: TriggerQuery) -> tuple[str, ...]:
    """The types in which the trigger may be coded; none where it is of any type or the query is an event's id."""
    if query.type is None:
        return ()
    return tuple(sorted(cues().sending)) if query.type in cues().sending else (query.type,)


def _type_matches(query: TriggerQuery, mention: EventMention) -> bool:
    """Whether the type is the wanted one, or the other reading of a sending of forces."""
    if query.type is None or mention.type == query.type:
        return True
    if mention.type not in types_of(query):
        return False
    return any(word.stem in cues().forces for word in words_of(mention.sentence.text))


def matches(query: TriggerQuery, told: Told, *, near: bool = False) -> bool:
    """Whether a mention is (a report of) the trigger; ``near``: also where only what stands beside it says to whom it was done."""
    mention = told.mention
    if query.event is not None:
        return query.event in (mention.event_id, mention.mention_id)
    if not _type_matches(query, mention) or mention.negated or mention.status not in _REAL:
        return False
    if query.actor is not None and not party_matches(query.actor, mention.actors):
        return False
    if query.other is not None and not _other_matches(query.other, mention) and not (near and _other_is_near(query.other, query, told)):
        return False
    if guards(mention):
        return False
    first, last = days(told)
    if query.since is not None and (last is None or last < query.since):
        return False
    return query.until is None or (first is not None and first <= query.until)


def days(told: Told) -> tuple[date | None, date | None]:
    """First and last day of a mention; where it has no date, those that the text gives beside it, else the day of publication."""
    when = told.mention.date
    if told.near is not None:
        return told.near.first, told.near.last
    if when is None or is_lent(told.mention):
        return told.document.published, told.document.published
    return when.earliest, when.latest


def is_dated(told: Told) -> bool:
    """Whether more than the day of the document says when the act was done, or announced: words of the text, or the source cited."""
    if told.announced:
        return True
    return told.mention.date is not None and told.mention.date.basis != "document" and not is_lent(told.mention)


def all_told(coded: Iterable[Coded], announced: Announced | None = None) -> tuple[Told, ...]:
    """The mentions of documents, each with its document.

    Args:
        coded: the documents.
        announced: finds the days of a plan's announcement.
    """
    found: list[Told] = []
    for item in coded:
        beside = Beside(item)
        for mention in item.mentions:
            said = announced(item, mention) if announced is not None else None
            if said is not None:
                found.append(Told(mention, item, Near(*said, "day" if said[0] == said[1] else "interval"), announced=True))
                continue
            near = beside.days(mention)
            ordered = beside.in_order(mention) if near is None else None
            found.append(Told(mention, item, near or ordered, ordered=ordered is not None))
    return tuple(found)


def _first_day(found: Sequence[Told]) -> tuple[date, date] | None:
    """First and last day of the trigger: by the reports that say when, else by those that their source dates, else by all.

    Of reports that say when, those that only name a stretch ("since 2022") give way to those that name days. Reports that do not say when
    but were told before the others' first day are of an earlier act, which had answers of its own.
    """
    stated = _spans(one for one in found if one.mention.date is not None and one.mention.date.is_told and is_dated(one))
    stated = [span for span in stated if span[1] - span[0] <= STRETCH] or stated
    stated = [span for span in stated if span[1] - span[0] > WEEK or not any(_is_closer(other, span) for other in stated)]
    known = stated or _spans(filter(is_dated, found)) or _spans(found)
    if not known:
        return None
    begun = min(first for first, _ in known)
    earlier = [first for first, last in _spans(found) if last < begun - EARLIER]
    return min([begun, *earlier]), max(last for _, last in known)


def _is_closer(other: tuple[date, date], span: tuple[date, date]) -> bool:
    """Whether other days lie within a stretch and are fewer: "last week" gives way to the day in it."""
    return span[0] <= other[0] and other[1] <= span[1] and other != span


def _spans(found: Iterable[Told]) -> list[tuple[date, date]]:
    return [(first, last) for first, last in map(days, found) if first is not None and last is not None]


def reports_of(query: TriggerQuery, told: Sequence[Told]) -> list[Told]:
    """The mentions that report the trigger. Where any type will do, what was done comes before its denial ("Kigali **denies** it"), and
    those that name the other party before such as stand beside it. What both sides do to each other, which sums up the trigger and an answer,
    reports it only where nothing tells it alone."""
    found = [one for one in told if matches(query, one)]
    if query.event is not None:
        return found
    found = [one for one in found if not is_mutual(one.mention)] or found
    if found and query.type is not None:
        return found
    deeds = [one for one in found if one.mention.type != _ANSWER]
    near = deeds or [one for one in told if matches(query, one, near=True) and (query.type is not None or one.mention.type != _ANSWER)]
    return near or found


def find_trigger(query: TriggerQuery, told: Sequence[Told]) -> Trigger | None:
    """The trigger among the mentions, or ``None`` where none matches."""
    found = reports_of(query, told)
    if not found:
        return None
    begun, ended = _first_day(found) or (None, None)
    found.sort(key=lambda one: (days(one)[0] or date.max, one.document.doc_id, one.mention.trigger.span))
    doers: set[str] = set()
    others: set[str] = set()
    for one in found:
        doers |= codes_of(one.mention.actors)
        others |= codes_of(one.mention.recipients) or (
            {one.mention.place.country} if one.mention.place and one.mention.place.country else set()
        )
    doers, others = _codes_asked(query.actor) or doers, _codes_asked(query.other) or others
    against = opponents_of(doers, told) - doers - others
    dated = any(is_dated(one) for one in found)
    return Trigger(query, tuple(found), begun, ended, frozenset(doers), frozenset(others), frozenset(against), dated)


def _codes_asked(wanted: str | None) -> set[str]:
    """The codes of a party that is asked for by its country; none where it is sought by words."""
    terms = () if wanted is None else party_terms(wanted)
    codes = {term.code for term in terms if term.code is not None}
    return codes if all(term.code is not None for term in terms) else set()


def opponents_of(doers: set[str], told: Iterable[Told]) -> set[str]:
    """Codes of the countries that attack, or are attacked by, one of these in the documents: the side that aid would go to."""
    found: set[str] = set()
    for one in told:
        mention = one.mention
        if mention.type == "ASSAULT" and not mention.negated and mention.status in _REAL:
            actors, at = codes_of(mention.actors), codes_of(mention.recipients)
            if actors & doers:
                found |= at or actors
            elif at & doers:
                found |= actors
    return found
