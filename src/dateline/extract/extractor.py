"""The extraction of a document: parse, acts of the coder, modality, attribution, dates, quantities and claims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Protocol

from dateline.extract.act import Act
from dateline.extract.acttime import (
    ahead_date,
    announced_date,
    clause_date,
    date_head,
    date_inside_noun,
    date_tokens,
    done_date,
    governor_of,
    occasion_date,
    speech_of,
    verb_before_that,
    without_since,
    year_of_noun,
)
from dateline.extract.answers import acts_of
from dateline.extract.arguments import voice_of
from dateline.extract.around import Moment, cited_days, is_narrated, reported_on, reports_from, with_times_around
from dateline.extract.charges import charge_of, dates_of_deed
from dateline.extract.claims import find_claims, is_poll
from dateline.extract.clauselist import carried
from dateline.extract.contexts import settle
from dateline.extract.counting import counted_date, counted_from_report, counted_on, date_of_aside
from dateline.extract.datereach import is_reported_before, is_told_with_had, reaches, tells_back
from dateline.extract.dates import Context, FoundDate, Told, find_dates
from dateline.extract.dates.nodes import opening_of_year
from dateline.extract.discourse import Setting, recent_since, settings
from dateline.extract.entries import Entry
from dateline.extract.entrydates import is_in_opening, is_of_other, is_undertaken, seen_from
from dateline.extract.flashback import Anchor
from dateline.extract.followers import Told as Done
from dateline.extract.followers import following, with_recipients
from dateline.extract.headings import headings, is_name_of_list, is_title_alone
from dateline.extract.hours import day_of_hour, hour_behind
from dateline.extract.judgement import judge
from dateline.extract.layout import Layout
from dateline.extract.lexical import phrases_of
from dateline.extract.longago import dates_of_memory, memory_of
from dateline.extract.lookback import Telling, telling_of, with_days_since
from dateline.extract.measures import without_measures
from dateline.extract.narrative import Narrative, is_aside, strays, tells_on
from dateline.extract.nountimes import start_of_event, time_by_event
from dateline.extract.occasions import day_of_cause, day_of_saying
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.extract.phrases import all_phrases, behind
from dateline.extract.quantities import find_quantities
from dateline.extract.quantities.aftertolls import is_count_of, with_toll
from dateline.extract.quantities.attach import attach
from dateline.extract.reportday import day_of_report
from dateline.extract.roles import settled
from dateline.extract.rollcall import with_roll_calls
from dateline.extract.rowtime import day_of_opening, day_of_row
from dateline.extract.sameattack import with_attack_before
from dateline.extract.scenarios import as_imagined
from dateline.extract.scheduled import next_time, occasion_to_come, scheduled_date
from dateline.extract.sharedtime import Line, is_entered, time_ref
from dateline.extract.spoken import Talk
from dateline.extract.termdays import of_plans, without_terms
from dateline.extract.timelink import Thread, referred
from dateline.types import (
    DONE,
    UNDONE,
    Document,
    Extraction,
    Mention,
    Phrase,
    Quantity,
    RawClaim,
    RawMention,
    Span,
    Status,
    TimeRef,
)

#: A mark of a list, which names nobody.
_MARK: Final = re.compile(r"[\W_]*(?:[b-hj-z]|\(?[a-z]\)|[ivx]{2,4})?[\W_]*")
#: The codebook's `historical` applies to acts over ten years before publication.
HISTORICAL_DAYS = 3652


class Coder(Protocol):
    """What a coder must offer: a versioned name and the acts of parsed sentences (entry point group ``dateline.coders``).

    It is asked for many sentences at once, also of several documents, and answers for each in order, with an empty tuple where it finds nothing:
    another number of answers, or something else than acts of that sentence, is ``E310`` for the document. Its answer for a sentence must
    not depend on the others. It is never asked by two threads at once.
    """

    name: str

    def acts(self, sentences: Sequence[ParsedSentence]) -> list[tuple[Act, ...]]:
        """The acts of each sentence."""
        ...


def extract(documents: Sequence[Document], coder: Coder, *, parser: str | None = None) -> list[Extraction]:
    """Extract acts and claims from documents.

    Args:
        documents: read documents; batches give the same result as one at a time.
        coder: finds the acts of parsed sentences.
        parser: package of the spaCy pipeline, the installed one where ``None``.

    Returns:
        One extraction a document, in order.

    Raises:
        DatelineError: E310 where the coder fails.
    """
    layouts = [Layout.of(document) for document in documents]
    parsed = parse_documents(documents, model=parser, layouts=layouts)
    flat = [sentence for group in parsed for sentence in group]
    acts = iter([settled(found) for found in acts_of(coder, flat)])
    return [
        _extraction(document, group, with_roll_calls(group, [next(acts) for _ in group]), own)
        for document, group, own in zip(documents, parsed, layouts, strict=True)
    ]


def _extraction(
    document: Document, sentences: Sequence[ParsedSentence], acts: Sequence[tuple[Act, ...]], layout: Layout
) -> Extraction:
    mentions: list[RawMention] = []
    claims: list[RawClaim] = []
    narrated: list[bool] = []
    before: list[bool] = []
    tellings: list[Telling] = []
    moments: list[Moment] = []
    anchor, counted, line = Anchor(), Anchor(), Line()
    done: list[Done] = []
    lines = tuple(layout.datelines.values())
    published = day_of_report(lines, document.published)
    text = _Text.of(document if published == document.published else replace(document, published=published), sentences, acts, layout)
    narrative = Narrative(published, history=False if lines else None)
    told = settings(sentences, published.year if published else None)
    for sentence, found, setting in zip(sentences, acts, told, strict=True):
        entry = layout.entries.get(sentence.paragraph)
        if entry is not None and line.paragraph != sentence.paragraph:
            narrative, anchor, counted = narrative.entered(sentence, entry.found), Anchor(entry.found), Anchor(entry.found)
        previous = anchor.of(sentence)
        dates = text.dates(sentence, narrative, (previous, counted.of(sentence)))
        moments.append(Moment.of(sentence, dates, narrative.at(sentence), reported_on(text.cited, sentence.sentence)))
        here = find_claims(sentence)
        claims += here
        kept = [] if is_count_of(sentence, sentences, mentions) else text.deeds(sentence, found, here)
        again = following(sentence, kept, done := [one for one in done if one[0].sentence.paragraph == sentence.paragraph])
        kept += [again] if again else []
        line = line.at(sentence, dates, layout.entries)
        made = text.told(sentence, kept, text.mentions(sentence, kept, dates, narrative.at(sentence), setting), line, dates)
        if again:
            made[-1] = with_recipients(again, made[-1], done)
        done = list(zip(kept, made, strict=True))
        if not kept:
            mentions = with_toll(sentence, sentences, mentions, dated=bool(dates))
        mentions += [as_imagined(one, layout.imagined, published) for one in made]
        narrated += [entry is None and is_narrated(sentence, act.head) for act in kept]
        before += [is_told_with_had(sentence, act.head) for act in kept]
        tellings += [telling_of(act) if entry is None else Telling.ELSE for act in kept]
        if dates:
            last = _told_last(sentence, made, dates, previous, opens=sentence.paragraph != narrative.paragraph)
            anchor, counted = anchor.after(sentence, last), _counted(sentence, last or previous, counted)
            narrative = narrative.after(sentence, dates)
    timed = with_days_since(with_times_around(mentions, narrated, before, moments, published), tellings, moments, published)
    return Extraction(
        sentences=tuple(s.sentence for s in sentences),
        phrases=tuple(p for s in sentences for p in all_phrases(s)),
        mentions=tuple(with_attack_before(timed, sentences, moments)),
        claims=tuple(claims),
        datelines=tuple(one.place for one in lines),
        days=tuple(one.day for one in moments),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A document with what it says as a whole of its sentences.

    Attributes:
        document: the document.
        sentences: its sentences.
        layout: its entries, turns and clauses.
        contexts: the contexts of the acts of its paragraphs.
        cited: the days of the reports that it cites.
        talk: its turns of speech.
        labels: its sentences that are headings.
        ends: where its paragraphs end.
        recent: the day before which what it tells is history.
    """

    document: Document
    sentences: Sequence[ParsedSentence]
    layout: Layout
    contexts: Mapping[int, tuple[str, ...]]
    cited: Sequence[tuple[int, date]]
    talk: Talk
    labels: frozenset[int]
    ends: Mapping[int, int]
    recent: date

    @classmethod
    def of(cls, document: Document, sentences: Sequence[ParsedSentence], acts: Sequence[tuple[Act, ...]], layout: Layout) -> _Text:
        """The text of a document."""
        ends = {sentence.paragraph: sentence.sentence.span.end for sentence in sentences}
        talk = Talk.of(document, layout.turns)
        day = document.published
        entered = [entry.day.year for entry in layout.entries.values() if entry.day is not None]
        recent = date(recent_since(sentences, None, entered), 1, 1) if day is None else day - timedelta(days=HISTORICAL_DAYS)
        return cls(document, sentences, layout, settle(sentences, acts), cited_days(document), talk, headings(sentences), ends, recent)

    def dates(self, sentence: ParsedSentence, narrative: Narrative, last: tuple[FoundDate | None, FoundDate | None]) -> list[FoundDate]:
        """The date expressions of a sentence."""
        reported = reported_on(self.cited, sentence.sentence)
        witnesses = reports_from(self.cited, sentence.sentence.span.start, self.ends[sentence.paragraph])
        behind = _next_opening(self.sentences, sentence) if narrative.history else None
        entry = self.layout.entries.get(sentence.paragraph)
        found = _dates(sentence, narrative, last, reported, witnesses, entry, behind)
        index = sentence.sentence.index
        if entry is not None:
            return found
        hour = hour_behind(sentence, found[-1]) if found else day_of_hour(sentence, self.sentences[index - 1] if index else None, narrative)
        return found if hour is None else [*found, hour]

    def deeds(self, sentence: ParsedSentence, acts: Sequence[Act], claims: Sequence[RawClaim]) -> list[Act]:
        """The acts that a sentence tells, in the contexts of its paragraph; none of a heading."""
        deeds = [] if sentence.sentence.index in self.labels else _deeds(sentence, acts, claims, self.layout.entries.get(sentence.paragraph))
        kept = [act for act in deeds if not self.talk.is_empty(sentence, act.type)]
        contexts = self.contexts.get(sentence.paragraph)
        return [act if contexts in {None, act.contexts} else replace(act, contexts=contexts) for act in kept]

    def mentions(self, sentence: ParsedSentence, acts: Sequence[Act], dates: Sequence[FoundDate], at: Told | None, setting: Setting) -> list[RawMention]:
        """The acts of a sentence as it tells them itself."""
        news, entry = at is None or not at.history, self.layout.entries.get(sentence.paragraph)
        here = _Here(dates, self.document.published, self.recent, news, entry, len(acts) > 1)
        quantities = find_quantities(sentence.sentence.text) if acts else []
        return [_mention(act, here, own, setting) for act, own in zip(acts, attach(sentence, acts, quantities), strict=True)]

    def told(self, sentence: ParsedSentence, acts: Sequence[Act], made: Sequence[RawMention], line: Line, dates: Sequence[FoundDate]) -> list[RawMention]:
        """The same with what their line, their list and their turn of speech say of them."""
        heads = [act.head for act in acts]
        dated = line.dated(acts, made, dates)
        listed = self.layout.is_wanted(sentence.sentence.span.start)
        return self.talk.told(sentence, heads, carried(sentence, self.sentences, self.layout.clauses, heads, dated, listed=listed))


def _deeds(sentence: ParsedSentence, acts: Sequence[Act], claims: Sequence[RawClaim], entry: Entry | None) -> list[Act]:
    """The acts but those that the opinion of a counted public is about, those of a title that names nobody and those of the day that opens an entry."""
    opinions = [claim.span for claim in claims if is_poll(sentence, claim)]
    told = [act for act in acts if not any(span.contains(_trigger_span(act)) for span in opinions) and not is_title_alone(act) and not is_name_of_list(act)]
    return told if entry is None else [act for act in told if not is_in_opening(entry, sentence, act.head)]


def _dates(
    sentence: ParsedSentence,
    narrative: Narrative,
    last: tuple[FoundDate | None, FoundDate | None],
    reported: date | None,
    witnesses: tuple[date, ...],
    entry: Entry | None,
    behind: tuple[int, int] | None,
) -> list[FoundDate]:
    """The date expressions of a sentence, read against what the text told of before it and the reports that are cited for it."""
    previous, counted = last
    context = Context(
        narrative.published,
        previous=previous.earliest if previous else None,
        previous_end=previous.latest if previous else None,
        told=narrative.at(sentence),
        reported=reported,
        witnesses=witnesses,
        entry=entry.day if entry is not None else None,
        open_ended=previous is not None and previous.open_ended,
        counted=(counted.earliest, counted.latest) if counted is not None else None,
        behind=behind,
        began=narrative.began,
    )
    found = find_dates(sentence.sentence.text, context, Thread(narrative, sentence, previous))
    return seen_from(entry, sentence, found, narrative.published) if entry is not None else found


def _next_opening(sentences: Sequence[ParsedSentence], sentence: ParsedSentence) -> tuple[int, int] | None:
    """Month and day of the next day or month without its year that opens a later sentence of a paragraph, of one that tells on."""
    for later in sentences[sentence.sentence.index + 1 :]:
        if later.paragraph != sentence.paragraph:
            return None
        opening = opening_of_year(later.sentence.text)
        if opening is not None:
            return opening
    return None


def _counted(sentence: ParsedSentence, previous: FoundDate | None, before: Anchor) -> Anchor:
    """The date from which days are counted: the last one, or the one before within it where it is open-ended ("have protested **since April**")."""
    if previous is None or not previous.open_ended:
        return before.after(sentence, previous)
    return before if before.main is not None and before.main.earliest >= previous.earliest else Anchor()


def _told_last(
    sentence: ParsedSentence, made: Sequence[RawMention], dates: Sequence[FoundDate], previous: FoundDate | None, *, opens: bool
) -> FoundDate | None:
    """The date of a sentence to which the next one refers, passing over those that date only what is planned, supposed or denied, and those named
    aside that are far from the date before; where a paragraph ``opens``, a day that a clause aside tells on to is the first that it names."""
    spans = {one.time.span for one in made if one.time is not None and (one.negated or one.status in UNDONE)}
    spans -= {one.time.span for one in made if one.time is not None and not one.negated and one.status not in UNDONE}
    base = sentence.sentence.span.start
    done = [one for one in dates if Span(base + one.start, base + one.end) not in spans and not is_undertaken(sentence, one, dates)]
    last = referred(sentence, [one for one in done if not (is_aside(sentence, one) and strays(previous, one) and not (opens and tells_on(sentence, one)))])
    if last is None or start_of_event(sentence, last) is None:
        return last
    span = Span(base + last.start, base + last.end)
    counted = next((one.time for one in made if one.time is not None and one.time.span == span and one.time.earliest != last.earliest), None)
    return last if counted is None else replace(last, earliest=counted.earliest, latest=counted.latest)


def _trigger_span(act: Act, denial: Mention | None = None) -> Span:
    """The span of the trigger, from behind the word that denies the act ("would not **break off relations**")."""
    low, high = (act.sentence.tokens[i] for i in act.trigger)
    inner = act.sentence.tokens[act.trigger[0] : act.head + 1]
    if denial is not None and inner and low.start <= denial.span.start < inner[-1].start:
        low = next(t for t in inner if t.start >= denial.span.end)
    return Span(low.start, high.end)


@dataclass(frozen=True, slots=True)
class _Here:
    """What the place of a sentence in its text says of the time of its acts.

    Attributes:
        dates: its date expressions.
        published: the day of the report.
        recent: the day before which what is told is history.
        news: whether the text tells of the day of the report there, and not of a time past.
        entry: the time that opens its line.
        shared: whether it tells of several acts.
    """

    dates: Sequence[FoundDate]
    published: date | None
    recent: date
    news: bool
    entry: Entry | None
    shared: bool

    @property
    def today(self) -> date | None:
        """The day from which its line looks ahead."""
        return self.published if self.entry is None else self.entry.day or self.published


def _mention(act: Act, here: _Here, quantities: tuple[Quantity, ...], setting: Setting) -> RawMention:
    sentence, dates = act.sentence, here.dates
    judged = judge(act, setting)
    span = _trigger_span(act, judged.modality.negated_cue)
    status = judged.modality.status
    arranged = of_plans(sentence.sentence.text, dates)
    ahead = None if here.entry is not None or status not in DONE else scheduled_date(sentence, act.head, arranged, here.published)
    status = Status.FUTURE if ahead is not None else Status.OCCURRED if here.entry is not None and is_entered(act) else status
    dated = ahead or _own_date(act, status, here)
    if dated is not None and status is Status.OCCURRED and here.entry is None and (ahead := occasion_to_come(sentence, act.head, act.type, dated, here.published)):
        dated, status = ahead, Status.FUTURE
    time = None if dated is None else time_ref(sentence, dated)
    status = _historical(status, time, here.recent)
    return RawMention(
        sentence=sentence.sentence,
        trigger=Mention(sentence.text_of(span), span),
        type=_reduced_type(act.type, status),
        modes=act.modes,
        actors=_parties(act, act.actors, dates),
        recipients=_parties(act, act.recipients, dates),
        places=_undated(sentence, act.places, dates),
        time=time,
        status=status,
        negated=judged.modality.negated,
        certainty=judged.modality.certainty,
        attribution=judged.attribution,
        cues=judged.cues,
        quantities=quantities,
        contexts=act.contexts,
        confidence=act.confidence,
        leans=act.leans,
        voice=voice_of(sentence, act.head),
        older=tells_back(sentence, act.head),
        reported=is_reported_before(sentence, act.head),
        charged=charge_of(act) is not None,
    )


def _own_date(act: Act, status: Status, here: _Here) -> FoundDate | None:
    """The date of an act, on the side of the report on which its status sets it."""
    charge = charge_of(act)
    if charge is not None:
        here = replace(here, dates=dates_of_deed(act, charge, here.dates, here.published), news=False, shared=True)
    elif memory_of(act) is not None:
        here = replace(here, dates=dates_of_memory(act.sentence, act.head, here.dates, here.recent), news=False, shared=True)
    published, dates = here.published, without_measures(act, without_terms(act, status, here.dates, here.today), here.today)
    near = [one for one in dates if reaches(act.sentence, act.head, act.type, status, one)]
    if here.entry is not None and is_entered(act):
        entry = here.entry
        near = [one for one in near if not is_of_other(entry, act.sentence, act.head, one)]
    judged = judged_date(act, near)
    shared = here.shared or len(near) < len(here.dates)
    found = counted_date(act.sentence, act.head, judged) if judged is not None else act_date(act.sentence, act.head, act.type, near, shared=shared)
    found = counted_on(act.sentence, act.head, dates) or found
    if (aside := date_of_aside(act.sentence, act.head, dates) or date_inside_noun(act.sentence, act.head, dates)) is not None:
        return aside
    named = year_of_noun(act.sentence, act.head)
    if named is not None and (found is None or not named.earliest <= found.earliest <= named.latest):
        return named
    found = found or _by_event(act.sentence, act.head, dates)
    if found is None and status is Status.OCCURRED:
        found = day_of_saying(act.sentence, act.head, act.type, dates) or day_of_row(act.sentence, act.head, dates) or day_of_cause(act.sentence, act.head, dates)
        found = found or day_of_opening(act.sentence, act.head, dates)
    if found is None and not dates and published is not None and here.news and status is Status.OCCURRED:
        return counted_from_report(act.sentence, act.head, published)
    found = without_since(act.sentence, act.head, found) if found is not None else None
    found = time_by_event(act.sentence, act.head, found, published) if found is not None else None
    if found is not None and status is Status.FUTURE:
        return ahead_date(act.sentence, found, here.today)
    if found is not None and status is Status.HYPOTHETICAL:
        return next_time(act.sentence, found, here.today) or found
    return done_date(act.sentence, found, published) if found is not None and status is Status.OCCURRED else found


def _parties(act: Act, indices: Sequence[int], dates: Sequence[FoundDate]) -> tuple[Phrase, ...]:
    return tuple(behind(act.sentence, phrase, act.head) for phrase in _undated(act.sentence, indices, dates))


def _undated(sentence: ParsedSentence, indices: Sequence[int], dates: Sequence[FoundDate]) -> tuple[Phrase, ...]:
    """Phrases that are not part of a date expression."""
    base = sentence.sentence.span.start
    spans = [Span(base + found.start, base + found.end) for found in dates]
    return tuple(p for p in phrases_of(sentence, indices) if not _MARK.fullmatch(p.mention.text) and not any(p.mention.span.overlaps(span) for span in spans))


def _reduced_type(kind: str, status: Status) -> str:
    """Future cooperation reduces to AGREE and future RETREAT to CONCEDE (codebook, section AGREE and CONCEDE)."""
    if status is Status.FUTURE:
        if kind in {"CONSULT", "SUPPORT", "COOPERATE", "AID"}:
            return "AGREE"
        if kind == "RETREAT":
            return "CONCEDE"
    return kind


def _historical(status: Status, time: TimeRef | None, since: date) -> Status:
    """History is what is dated over ten years before the publication, and what is dated wholly later is not."""
    if time is None or status not in {Status.OCCURRED, Status.HISTORICAL}:
        return status
    return Status.HISTORICAL if time.latest < since else Status.OCCURRED if time.earliest >= since else status


def judged_date(act: Act, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date expression that holds the word which the coder found to date the act; not one beyond the act's relative clause, or of the verb before
    that it is joined to, where the act has its own."""
    if act.judgement is None or act.judgement.date is None:
        return None
    word = act.sentence.tokens[act.judgement.date]
    base = act.sentence.sentence.span.start
    found = next((d for d in dates if base + d.start < word.end and word.start < base + d.end), None)
    if found is None or (_distance(act.sentence, act.head, found) is not None and not _is_of_verb_before(act, found)):
        return found
    return next((d for d in dates if _distance(act.sentence, act.head, d) == 0), found)


def _is_of_verb_before(act: Act, found: FoundDate) -> bool:
    """Whether a date hangs on a verb that the act is joined to, behind it: "seized Goma **in 1996**, wrested Uvira from Uganda in 2000"."""
    above, base = governor_of(act.sentence, found), act.sentence.sentence.span.start
    verb = act.sentence.tokens[act.head]
    return above is not None and verb.dep == "conj" and verb.head == above.i and above.start < base + found.start < verb.start


def act_date(sentence: ParsedSentence, head: int, kind: str, dates: Sequence[FoundDate], *, shared: bool) -> FoundDate | None:
    """The date expression that dates an act: one below it on the parse, else its occasion's or announcement's, else the sentence's only one.

    With several acts in the sentence an expression is given to an act only where it hangs on the act, on its light verb, or on a verb
    above it without a clause boundary between.
    """
    best: tuple[int, FoundDate] | None = None
    for found in dates:
        distance = _distance(sentence, head, found)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, found)
    if best is not None:
        return counted_date(sentence, head, best[1])
    if (told := clause_date(sentence, head, dates)) is not None:
        return told
    if len(dates) == 1 and (counted := counted_date(sentence, head, dates[0])) is not dates[0]:
        return counted
    chosen = occasion_date(sentence, speech_of(sentence, head), dates) or announced_date(sentence, head, kind, dates)
    return dates[0] if chosen is None and not shared and len(dates) == 1 else chosen


def _by_event(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of another event from which words count that hang on the act: "**since the attack of** 9 July, Kenya has deported"."""
    for found in dates:
        start = start_of_event(sentence, found)
        if start is not None and _distance(sentence, head, replace(found, start=start)) is not None:
            return found
    return None


#: Of times that last: "over three **weeks** in April", "in the **whole** of 2020".
_LENGTHS: Final = frozenset({"hours", "days", "nights", "weeks", "months", "years", "whole", "course", "remainder"})


def _distance(sentence: ParsedSentence, head: int, found: FoundDate) -> int | None:
    """Steps from the act up to the word on which the date expression hangs, ``None`` past a clause boundary."""
    inside = date_tokens(sentence, found)
    if not inside:
        return None
    governor = date_head(inside).head
    above = sentence.tokens[governor]
    if above.pos == "ADP" or (above.dep in {"nsubj", "nsubjpass"} and date_head(inside).dep == "advmod" and inside[-1].i < governor):
        governor = above.head  # the parser hangs "a week later" on the subject behind it
    elif above.lower in _LENGTHS and above.dep == "pobj":
        governor = sentence.tokens[above.head].head  # "over three weeks in April"
    if (verb := verb_before_that(sentence, inside)) is not None:
        governor = verb.i
    steps, current = 0, sentence.tokens[head]
    while True:
        if current.i == governor or governor in (c.i for c in sentence.kids(current.i, "prep", "npadvmod", "dobj", "pobj")):
            return steps
        if current.head == current.i or current.dep in {"relcl", "ccomp", "acl", "parataxis"}:
            return None
        current = sentence.tokens[current.head]
        steps += 1
