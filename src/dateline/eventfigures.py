"""In what figures the statements of an event differ, and which of them their own source has taken back: for a brief, as ``events --merged`` tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.corrections import taken_back
from dateline.merge import Event, Report, Told, independent, make_event, without
from dateline.merge.event import kind_of, speaker
from dateline.origins import report_origins
from dateline.report.extras import EventFigures, GivenFigure
from dateline.types import Coded, Document, EventMention
from dateline.wording import figure_words


def event_figures(coded: Sequence[Coded]) -> tuple[EventFigures, ...]:
    """The events whose statements give several figures of one kind, or one that their source took back.

    A document that takes a figure back does so for all that the same source told before of any event that both tell: for the headline too, which stands
    as an event of its own where it names no day.

    Args:
        coded: documents whose statements are merged into events.
    """
    documents = {one.document.doc_id: one.document for one in coded}
    groups: dict[str, list[EventMention]] = {}
    for one in coded:
        for mention in one.mentions:
            groups.setdefault(mention.event_id, []).append(mention)
    reports = {key: [_report(one, documents[one.doc_id]) for one in mentions] for key, mentions in groups.items()}
    events = {key: make_event(mentions, independent(reports[key])) for key, mentions in groups.items()}
    back = _back(events, reports, documents)
    made = (_figures(key, event, back, documents) for key, event in sorted(events.items()))
    return tuple(one for one in made if one.withdrawn or len(one.standing) > 1)


def _report(mention: EventMention, document: Document) -> Report:
    return Report(mention.mention_id, report_origins(mention, document), mention.sentence.text)


def _back(events: Mapping[str, Event], reports: Mapping[str, Sequence[Report]], documents: Mapping[str, Document]) -> dict[str, dict[float, float]]:
    """By document the figures that its source took back, each with the one that stands."""
    texts = {key: (one.published, one.text) for key, one in documents.items()}
    found: dict[str, dict[float, float]] = {}
    for key, event in events.items():
        back = taken_back(event, reports[key], {one.doc_id: texts[one.doc_id] for one in event.mentions})
        for one in event.mentions:
            if one.mention_id in back:
                found.setdefault(one.doc_id, {}).update(back[one.mention_id])
    return found


def _figures(key: str, event: Event, back: Mapping[str, Mapping[float, float]], documents: Mapping[str, Document]) -> EventFigures:
    corrected = {one.mention_id: back[one.doc_id] for one in event.mentions if one.doc_id in back}
    told = without(event, {mention: frozenset(figures) for mention, figures in corrected.items()})
    corrects = {kind_of(one) for one in told.withdrawn}
    standing = (one for one in told.numbers if one in told.differing or kind_of(one) in corrects)
    mentions = {one.mention_id: one for one in event.mentions}
    return EventFigures(
        key,
        tuple(GivenFigure(figure_words(one.value), one.mentions, _givers(one.mentions, mentions, documents)) for one in standing),
        tuple(
            GivenFigure(figure_words(one.value), one.mentions, _sources(one.mentions, mentions, documents), _in_its_place(one, corrected)) for one in told.withdrawn
        ),
    )  # fmt: skip


def _givers(ids: Iterable[str], mentions: Mapping[str, EventMention], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Who gives a figure: whoever the text names for it, else where the text comes from."""
    return tuple(dict.fromkeys(name for one in ids for name in _voices(mentions[one], documents)))


def _voices(mention: EventMention, documents: Mapping[str, Document]) -> Iterator[str]:
    if mention.attribution is not None:
        yield " ".join(speaker(mention.attribution).split())
    else:
        yield from report_origins(mention, documents[mention.doc_id])


def _sources(ids: Iterable[str], mentions: Mapping[str, EventMention], documents: Mapping[str, Document]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in ids for name in report_origins(mentions[one], documents[mentions[one].doc_id])))


def _in_its_place(figure: Told, corrected: Mapping[str, Mapping[float, float]]) -> str:
    """The figure that its source gave in place of one that it took back."""
    old = float(figure.value.partition(" ")[0])
    return next((str(int(new)) if new == int(new) else str(new) for one in figure.mentions for value, new in corrected.get(one, {}).items() if value == old), "")
