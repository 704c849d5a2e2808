"""The whole answer: trigger, judged acts, ladder, domestic acts, claims, what was not done, baseline, for each actor asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from typing import Final

from dateline.alleged import is_alleged
from dateline.analyse.response.baseline import baseline_of
from dateline.analyse.response.evidence import LINKS
from dateline.analyse.response.judge import Scope, judge
from dateline.analyse.response.ladder import is_joint, ladder_of, rung_of
from dateline.analyse.response.query import all_told, find_trigger, party_matches
from dateline.analyse.response.reach import HORIZON, reach_of
from dateline.analyse.response.retold import without_summaries
from dateline.analyse.response.scene import scene_of
from dateline.analyse.response.sentences import Countries, Reader
from dateline.analyse.response.tables import cues, ladder_table
from dateline.analyse.response.together import with_together
from dateline.analyse.response.values import (
    ActorReport,
    Announced,
    Judged,
    Label,
    NotDone,
    Origins,
    ResponseReport,
    Told,
    Trigger,
    TriggerQuery,
    codes_of,
)
from dateline.ontology.partyterms import party_terms, shown_party
from dateline.types import Claim, Coded, Document, Participant

_KEPT: Final = (Label.RESPONSE, Label.RESTRAINT)
#: Codes that many bodies share; any other code is that of a country.
_SHARED: Final = frozenset({"IGO", "NGO", "MNC", "IMG", "ISM"})
#: Kinds of claims that tell where actors and publics stand.
STANDS: Final = frozenset({"stance", "opinion"})

#: Holders that only the text around them tells apart: who speaks of a country need not be of it ("**I** trust that Khemed will understand").
_SPEAKERS: Final = frozenset({"i", "we", "he", "she", "it", "they", "you", "one"})


def _documents(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(sorted({one.document.title or one.document.input_id for one in told}))


@dataclass(frozen=True, slots=True)
class Options:
    """How to answer.

    Args:
        scope: which acts are looked at.
        history: mentions for the baseline, where they are more than those of the documents read (a database's).
        observed: the days of publication that the history covers; those of its documents where ``None``.
        bodies: for each actor asked the terms (:mod:`dateline.ontology.partyterms`) of who is meant of those who share its code ("African Union", "TUR OPP");
            all of them where ``None``.
        origins: the independent sources of mentions; their documents where nothing is given.
        announced: finds the days of a plan's announcement.
    """

    scope: Scope = field(default_factory=Scope)
    history: tuple[Told, ...] | None = None
    observed: tuple[date, ...] | None = None
    bodies: tuple[str | None, ...] = ()
    origins: Origins = field(default=_documents)
    announced: Announced | None = None


def respond(
    coded: Sequence[Coded], query: TriggerQuery, actors: Sequence[str], countries: Countries, options: Options | None = None
) -> ResponseReport:
    """How actors responded to a trigger.

    Args:
        coded: coded documents.
        query: the trigger.
        actors: codes of the actors asked.
        countries: finds the codes of the countries that a text names.
        options: how to answer.

    Returns:
        The report; its ``trigger`` is ``None`` and ``actors`` is empty where no act matches the query.
    """
    options = options or Options()
    told = all_told(coded, options.announced)
    trigger = find_trigger(query, told)
    if trigger is None:
        return ResponseReport(query, None, ())
    reach = reach_of(trigger, told, options.scope.horizon)
    found = place(judge(trigger, coded, told, countries, options.scope), trigger, countries)
    found = without_summaries(with_together(found, options.scope, options.origins), trigger, options.scope.sure)
    reporter = _Reporter(coded, trigger, found, Reader(countries, cues()), told if options.history is None else options.history, options)
    reports = tuple(reporter.report(actor, body) for actor, body in zip_longest(actors, options.bodies[: len(actors)]))
    return ResponseReport(query, trigger, reports, reach.last, reach.furthest)


class _Reporter:
    """Tells how single actors responded, by the acts of all that were judged."""

    def __init__(
        self, coded: Sequence[Coded], trigger: Trigger, found: Sequence[Judged], reader: Reader, history: Sequence[Told], options: Options
    ) -> None:
        self._coded, self._trigger, self._found, self._reader = coded, trigger, found, reader
        self._history, self._options, self._sure = history, options, options.scope.sure
        sure = [one for one in found if not one.beyond and self._sure(one)]
        self._done = _who_did_what(sure, trigger)
        self._linked = _who_did_what([one for one in sure if _is_linked(one) and not one.alleged], trigger)

    def report(self, actor: str, body: str | None) -> ActorReport:
        """What one actor did and claimed, and what it did not do; of one body where several share its code."""
        told_of = [one for one in self._found if one.actor == actor and (body is None or is_bodys(one.told.mention.actors, actor, body))]
        told_of = told_of if body is None else [self._abroad(one) for one in told_of]
        own = [one for one in told_of if not one.beyond]
        past = [one for one in self._history if body is None or is_bodys(one.mention.actors, actor, body)]
        return ActorReport(
            actor,
            ladder_of([one for one in own if one.label in _KEPT and self._sure(one)], self._trigger, self._options.origins),
            tuple(one for one in own if one.label is Label.DOMESTIC and self._sure(one)),
            claims_of(actor, self._coded, self._trigger, self._reader, body),
            not_done(actor, self._done, self._linked),
            baseline_of(actor, self._trigger, past, self._options.scope.horizon or HORIZON, self._options.observed),
            tuple(one for one in own if one.label is not Label.UNRELATED and not self._sure(one)),
            tuple(one for one in own if one.label is Label.UNRELATED),
            tuple(one for one in told_of if one.beyond and one.label in _KEPT and self._sure(one)),
            None if body is None else shown_party(body),
        )

    def _abroad(self, one: Judged) -> Judged:
        """An act of a party that is asked itself: what is at home for its country is a step of its own."""
        return one if one.among is None else placed(replace(one, label=one.among, among=None), self._trigger, self._reader)


def is_bodys(parties: Sequence[Participant], code: str, body: str) -> bool:
    """Whether what these parties do can be a body's own (``body``: terms of :mod:`dateline.ontology.partyterms`): not where all who act under its code are
    other bodies by name, and of one that has its country's code (an armed group, a political party, a sector) only where it is named."""
    own = [party for party in parties if party.country == code]
    if code in _SHARED and party_terms(body)[-1].sector is None:
        return not own or any(party.entity in (None, shown_party(body)) for party in own)
    return party_matches(body, own)


def place(judged: Sequence[Judged], trigger: Trigger, countries: Countries) -> tuple[Judged, ...]:
    """The acts with their rungs; unrelated and domestic acts stand on none."""
    reader = Reader(countries, cues())
    return tuple(placed(one, trigger, reader) for one in judged)


def placed(one: Judged, trigger: Trigger, reader: Reader) -> Judged:
    """An act with its rung."""
    if one.label is Label.UNRELATED:
        return one
    mention = one.told.mention
    beside = [other for other in one.told.coded.mentions if other.sentence.span == mention.sentence.span and other.mention_id != mention.mention_id]
    one = replace(one, alleged=is_alleged(mention, beside))
    if one.label not in _KEPT:
        return one
    clause = scene_of(one.told, one.actor, beside, reader).clause_text
    rung = rung_of(one, trigger, clause, joint=is_joint(one, clause))
    return replace(one, rung=rung, alone=rung_of(one, trigger, clause, joint=False))


def _who_did_what(judged: Sequence[Judged], trigger: Trigger) -> dict[str, set[str]]:
    """For each rung of the ladder the countries that stand on it; not those that did the trigger, together with others or alone."""
    done: dict[str, set[str]] = {}
    doers = trigger.doers.union(*(codes_of(one.mention.actors) for one in trigger.mentions))
    for one in judged:
        for rung in {one.rung, one.alone}:
            if rung in ladder_table().rungs and one.actor not in doers:
                done.setdefault(rung, set()).add(one.actor)
    return done


def _is_linked(one: Judged) -> bool:
    """Whether more than words in common ties an act to the trigger."""
    return any(reason.kind in LINKS for reason in one.reasons)


def not_done(actor: str, done: dict[str, set[str]], linked: dict[str, set[str]]) -> tuple[NotDone, ...]:
    """The rungs on which others stand by acts that are tied to the trigger (``linked``), and the actor by none (``done``)."""
    rungs = (name for name in ladder_table().rungs if linked.get(name) and actor not in done[name])
    return tuple(NotDone(name, tuple(sorted(linked[name]))) for name in rungs)


def claims_of(
    actor: str, coded: Sequence[Coded], trigger: Trigger, reader: Reader, body: str | None = None
) -> tuple[tuple[Claim, Document], ...]:
    """Where the actor and its public stand: stances and opinions held by it or told of it, in documents from the trigger on."""
    found = []
    for item in coded:
        published = item.document.published
        if published is not None and trigger.first is not None and published < trigger.first:
            continue
        for claim in item.claims:
            holder = () if claim.holder is None else (claim.holder,)
            if claim.kind in STANDS and _is_of(actor, claim, reader) and (body is None or is_bodys(holder, actor, body)):
                found.append((claim, item.document))
    return tuple(found)


def _is_of(actor: str, claim: Claim, reader: Reader) -> bool:
    holder = claim.holder
    if holder is not None and holder.country is not None:
        return holder.country == actor
    if holder is not None and holder.text.lower() in _SPEAKERS:
        said = claim.attribution
        return said is not None and said.country == actor
    return actor in reader.countries_in(claim.text)
