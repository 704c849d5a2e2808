"""What happened, in a few lines at the head of a brief: events in order of time, strongest steps, what is contested, and what rests on one source.

Each line holds words of the text or counts of acts, in fixed forms, and says no more than the acts that it links to. What the lines say is checked
by a reader of its own (``tests/report/test_entailment.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Final

from dateline.besttold import in_passing
from dateline.report.acts import Act, Citation, phrases, squeeze, sure_citations
from dateline.report.affairs import Affair, affairs, tellers
from dateline.report.extras import ActorResponse, ResponseReport, ResponseRung
from dateline.report.happenings import FEW, STEPS, Happening, chosen, contested, happened, towards, uncertain, undone
from dateline.report.lines import Line, Piece
from dateline.report.names import PRONOUNS, SPEAKERS, country_name, day, is_named, known_when
from dateline.report.quoting import quotation, quoted
from dateline.types import Coded, Participant, Status
from dateline.wording import plural

#: More parties than this are a list, not a line.
PARTIES: Final = 4
#: Of more names than this in one act, as of a roll call, half are told and how many others there are.
MANY: Final = 8
#: A main actor has one in so many acts of the party with most.
MAIN: Final = 4
#: Rungs beside the ladder are no step of it.
BESIDE: Final = frozenset({"restraint", "easing"})


def story(
    coded: Sequence[Coded], found: Sequence[Act], origins: Callable[[Act], Iterable[str]], response: ResponseReport | None = None, told: Mapping[str, int] | None = None
) -> tuple[Line, ...]:
    """The lines, of several affairs each its own; none where no act is told as done.

    Args:
        coded: the documents of the brief.
        found: its acts.
        origins: who stands behind an act's sources: agencies, or outlets where no agency is named.
        response: the answer to a question, where one was asked.
        told: how many independent sources tell each event, by its id; where it is not known, how many documents.
    """
    apart = affairs(found) if len(coded) > 1 else ()
    if told is None:
        told = {event: len(documents) for event, documents in tellers(found).items()} if apart else {}
    if len(apart) < 2 or response is not None:
        return _story(coded, found, origins, response, told if apart else None)
    lines: list[Line] = []
    for number, one in enumerate(apart, 1):
        lines += [_heading(number, one, coded), *_story(coded, one.acts, origins, None, told)]
    kept = {act.number for one in apart for act in one.acts}
    return (*lines, *_besides([act for act in found if act.number not in kept]))


def _story(
    coded: Sequence[Coded], found: Sequence[Act], origins: Callable[[Act], Iterable[str]], response: ResponseReport | None, told: Mapping[str, int] | None
) -> tuple[Line, ...]:
    """The lines on some acts; ``told`` where they are of one affair."""
    events = chosen(found, response.trigger_ids if response else (), told)
    made = [
        *(_event(one) for one in events),
        _answers(response, found) if response is not None and response.found else _steps(found),
        _contested(found, events),
        _undone(found, events),
        _evidence(coded, events, origins),
    ]
    return tuple(line for line in made if line)


def _heading(number: int, affair: Affair, coded: Sequence[Coded]) -> Line:
    """``Affair 1, Peru – Chile: 40 acts in 6 documents, published 3 May 2021 to 9 June 2021.``"""
    days = affair.published(coded)
    published = "" if days is None else f", published {day(days[0])}" + (f" to {day(days[1])}" if days[0] != days[1] else "")
    called = f", {' – '.join(affair.parties)}" if affair.parties else ""
    rows = tuple(act.number for act in affair.acts)
    return (Piece(f"Affair {number}{called}: ", bold=True), Piece(plural(len(rows), "act"), rows), Piece(f" in {plural(len(affair.documents), 'document')}{published}."))


def _besides(rest: Sequence[Act]) -> tuple[Line, ...]:
    if not rest:
        return ()
    where = plural(len({act.document for act in rest}), "document")
    counted = Piece(plural(len(rest), "act"), tuple(act.number for act in rest))
    return ((Piece("Besides: ", bold=True), counted, Piece(f" of none of these affairs, in {where}.")),)


def _event(one: Happening) -> Line:
    return (Piece(f"{_capital(known_when(one.told.mention.date))}: ", bold=True), *_told(one), *_figures(one), Piece("."), *_cited(one))


def _figures(one: Happening) -> Line:
    """``; figures differ: 7 killed (Reuters), 9 killed (the Red Cross); taken back: 3 killed (Reuters, now 7)``; nothing where the statements agree."""
    told = one.told.figures
    if told is None:
        return ()
    numbers = {act.mention.mention_id: act.number for act in one.acts}
    labels = ("; figures differ: " if len(told.standing) > 1 else "; figure that stands: ", "; taken back: ")
    pieces: list[Piece] = []
    for label, given in zip(labels, (told.standing, told.withdrawn), strict=True):
        shown = [(figure, rows) for figure in given if (rows := tuple(numbers[key] for key in figure.mention_ids if key in numbers))]
        if "differ" in label and len(shown) == 1:
            continue  # of the acts shown one alone gives a figure
        for place, (figure, rows) in enumerate(shown):
            by = ", ".join((*figure.givers[:FEW], *(["others"] if len(figure.givers) > FEW else []), *([f"now {figure.corrected}"] if figure.corrected else [])))
            pieces += [Piece(", " if place else label), Piece(figure.value, rows), Piece(f" ({by})")]
    return tuple(pieces)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told(one: Happening, *, answer: bool = False) -> Line:
    """Who, the words of the text, and in brackets the act, of what kind it is and how it is told; of an ``answer`` not to whom."""
    act = one.told
    who = _named_of(act.mention.actors) if answer else _parties(act)
    who = f"{who}, as alleged" if who and act.alleged else who
    return (Piece(f"{who}: " if who else ""), Piece(quotation(act.mention), one.rows), Piece(f" (act {act.number}: {'; '.join(_how(one))})"))


def _parties(act: Act) -> str:
    """The actor, and the recipient where the words of the text do not name it."""
    who = _named_of(act.mention.actors)
    whom = "" if any(_named(act, one) for one in act.mention.recipients) else _named_of(act.mention.recipients)
    return who + (f"{' ' if who else ''}→ {whom}" if whom else "")


def _named_of(parties: Iterable[Participant]) -> str:
    return phrases([one for one in parties if is_named(one)], MANY)


def _named(act: Act, party: Participant) -> bool:
    return quoted(act.mention).contains(party.span) and squeeze(party.text).casefold() not in PRONOUNS


def _how(one: Happening) -> Iterator[str]:
    act = one.told
    yield ", ".join((act.mention.type.lower(), *act.mention.modes))
    if act.mention.negated:
        yield "not done"
    if not act.certain:
        cue = act.mention.cues.certainty
        shown = cue is None or quoted(act.mention).contains(cue.span)
        yield act.mention.certainty.value + ("" if shown or cue is None else f": “{squeeze(cue.text)}”")
    if act.mention.status is not Status.OCCURRED:
        yield act.mention.status.value
    if act.speaker:
        yield _said(act)
    if one.times > 1:
        yield f"told in {one.times:,} sentences" + (f" of {one.documents:,} documents" if one.documents > 1 else "")


def _said(act: Act) -> str:
    """On whose word it is told."""
    if act.speaker in SPEAKERS.values():
        return f"{'alleged by' if act.alleged else 'on the word of'} somebody not named"
    return f"{act.by} {act.speaker}" + (f", {act.own_word}" if act.own_word else "")


def _cited(one: Happening) -> Line:
    """References to the sources of an event, each once a document; not those that only sound alike."""
    seen: dict[tuple[int, str], tuple[Citation, int]] = {}
    for act in one.acts:
        for citation in sure_citations(act):
            seen.setdefault((act.document, citation.note or citation.line), (citation, act.document))
    return tuple(Piece("", cited=(citation,), document=document) for citation, document in seen.values())


def _steps(found: Sequence[Act]) -> Line:
    """The strongest certain step of each of the parties that act most, towards others or nobody named, and of one that acts mostly at home there too."""
    own: dict[str, list[Act]] = {}
    for act in found:
        if happened(act):
            for name in act.doers:
                own.setdefault(name, []).append(act)
    most = max(map(len, own.values()), default=0)
    main = {name: _steps_of(name, acts) for name, acts in own.items() if MAIN * len(acts) >= most}
    ranked = sorted(main.items(), key=lambda item: (-len(item[1]), item[0]))
    parts = [part for name, acts in ranked if (part := _strongest(name, acts))][:PARTIES]
    return _series("Strongest step of the main actors: ", parts) if len(parts) > 1 else ()


def _steps_of(name: str, acts: Sequence[Act]) -> list[Act]:
    """Of a party's acts those that are certain and towards others or nobody named; also those towards itself where they are more."""
    certain = [act for act in acts if act.certain]
    abroad = [act for act in certain if not act.targets or towards(act, name)]
    home = [act for act in certain if set(act.targets) == {name}]
    return sorted([*abroad, *home], key=lambda act: act.number) if len(home) > len(abroad) else abroad


@cache
def _by_weight() -> tuple[tuple[str, frozenset[str]], ...]:
    """The ladder's steps, the strongest first, with help behind sanctions: who cuts ties and has a list handed over by a third has cut ties."""
    steps = list(reversed(STEPS))
    help_given = next(step for step in steps if "AID" in step[1])
    steps.remove(help_given)
    steps.insert(next(place for place, step in enumerate(steps) if "SANCTION" in step[1]) + 1, help_given)
    return tuple(steps)


def _strongest(name: str, acts: Sequence[Act]) -> Line:
    """``Poland: force (2 acts, from 16 November 2021)``, and a stronger one that others only allege; nothing where no act is a step."""
    pieces: list[Piece] = []
    for words, types in _by_weight():
        for alleged in (False, True):
            rung = [act for act in acts if act.mention.type in types and act.alleged is alleged]
            if rung and not (alleged and pieces):
                where = " at home" if all(set(act.targets) == {name} for act in rung) else ""
                pieces.append(Piece(f"{words}{where} ({plural(len(rung), 'act')}{_from(rung)})", tuple(act.number for act in rung)))
                if not alleged:
                    return (Piece(f"{name}: "), *([pieces[-1], Piece(", as alleged "), pieces[0]] if len(pieces) > 1 else pieces))
    return (Piece(f"{name}, as alleged: "), *pieces) if pieces else ()


def _from(acts: Sequence[Act]) -> str:
    """The day of an act, or the first day of several, as far as their dates are more than the document's; a day beside an act that is only named
    ("17 May: Oslo condemns **the raid**") is another's."""
    dates = [act.mention.date for act in acts if act.mention.date and act.mention.date.basis != "document" and not in_passing(act.mention)]
    if not dates:
        return ""
    first = min(dates, key=lambda ref: (ref.earliest, ref.latest))
    if len(acts) == 1:
        return f", {known_when(first)}"
    begins = replace(first, latest=first.earliest, precision="day") if first.precision == "interval" else first
    return f", from {known_when(begins)}"


def _series(label: str, parts: Sequence[Line]) -> Line:
    pieces = [Piece(label, bold=True)]
    for place, part in enumerate(parts):
        pieces += [*([Piece("; ")] if place else []), *part]
    return (*pieces, Piece("."))


def _answers(report: ResponseReport, found: Sequence[Act]) -> Line:
    numbers = {act.mention.mention_id: act.number for act in found}
    return _series(f"Strongest answer to {report.trigger}: ", [_answer(one, numbers) for one in report.actors])


def _answer(one: ActorResponse, numbers: dict[str, int]) -> Line:
    name = one.body or country_name(one.actor)
    rungs = [rung for rung in one.rungs if rung.name not in BESIDE]
    if not rungs:
        beside = f"only {one.rungs[-1].name} found" if one.rungs else "none found"
        return (Piece(f"{name}: {beside}"),)
    plain = [rung for rung in rungs if rung.alleged < rung.events]
    told = [plain[-1], *([rungs[-1]] if rungs[-1].alleged == rungs[-1].events else [])] if plain else [rungs[-1]]
    first, *more = (_top(rung, numbers) for rung in told)
    return (Piece(f"{name}: " if plain else f"{name}, as alleged: "), first, *(piece for one in more for piece in (Piece(", as alleged "), one)))


def _top(rung: ResponseRung, numbers: dict[str, int]) -> Piece:
    after = "" if rung.latency is None else f", {plural(rung.latency, 'day')} after"
    rows = tuple(numbers[act.mention_id] for act in rung.acts if act.mention_id in numbers)
    return Piece(f"{rung.name} ({plural(rung.events, 'act')}{after})", rows or None)


def _contested(found: Sequence[Act], events: Sequence[Happening]) -> Line:
    parts: list[Line] = []
    for charge, answer in contested(found)[:FEW]:
        one, other = Happening(charge, (charge,)), Happening(answer, (answer,))
        parts.append((*_told(one), *_cited(one), Piece(" – "), *_told(other, answer=True), *_cited(other)))
    shown = {number for event in events for number in event.rows}
    more = (one for one in uncertain(found) if not shown & set(one.rows))
    parts += [(*_told(one), *_cited(one)) for one in islice(more, FEW - len(parts))]
    return _series("Contested or uncertain: ", parts) if parts else ()


def _undone(found: Sequence[Act], events: Sequence[Happening]) -> Line:
    parts = [(*_told(one), *_cited(one)) for one in islice(undone(found), FEW)]
    return _series("Refrained from, or denied: ", parts) if parts else ()


def _evidence(coded: Sequence[Coded], events: Sequence[Happening], origins: Callable[[Act], Iterable[str]]) -> Line:
    """What the events above rest on: one source, or nothing but one document."""
    if not events:
        return ()
    behind = {one.told.number: _bases(one, origins) for one in events}
    cited = [one for one in events if len(behind[one.told.number]) == 1 and isinstance(behind[one.told.number][0], str)]
    bare = [one for one in events if len(behind[one.told.number]) == 1 and not isinstance(behind[one.told.number][0], str)]
    document = "this document" if len(coded) == 1 else "one document"
    pieces = [Piece("On one source: ", bold=True)]
    if cited:
        names = ", ".join(dict.fromkeys(str(behind[one.told.number][0]) for one in cited))
        pieces += [Piece(_of(len(cited), len(events)), _rows(cited)), Piece(f" ({names})")]
    if bare:
        pieces += [Piece("; " if cited else ""), Piece(f"{len(bare)}" if cited else _of(len(bare), len(events)), _rows(bare))]
        pieces.append(Piece(f" on {document} alone, which cites no source for {'it' if len(bare) == 1 else 'them'}"))
        pieces += _on_whose_word(bare)
    if not cited and not bare:
        pieces.append(Piece(_of(0, len(events))))
    return (*pieces, Piece("."))


def _on_whose_word(bare: Sequence[Happening]) -> Line:
    """Which of the events without a source the text tells on somebody's word: it names who says so, though it cites nothing."""
    told = [one for one in bare if one.told.speaker]
    names = ", ".join(dict.fromkeys("somebody not named" if one.told.speaker in SPEAKERS.values() else one.told.speaker for one in told))
    return (Piece(", "), Piece(str(len(told)), _rows(told)), Piece(f" told on the word of others ({names})")) if told else ()


def _of(part: int, whole: int) -> str:
    """``2 of the 4 events above``; ``all 4``, ``both``, ``none of the 4``, ``the event above``."""
    if whole == 1:
        return "the event above" if part else "not the event above"
    if part == whole == 2:
        return "both events above"
    return f"all {whole} events above" if part == whole else f"{part or 'none'} of the {whole} events above"


def _rows(events: Iterable[Happening]) -> tuple[int, ...]:
    return tuple(number for one in events for number in one.rows)


def _bases(one: Happening, origins: Callable[[Act], Iterable[str]]) -> tuple[str | int, ...]:
    """What an event rests on: who stands behind its sources, and the index of each document that tells it without one."""
    found: dict[str | int, None] = {}
    for act in one.acts:
        named = tuple(origins(act))
        found.update(dict.fromkeys(named or (act.document,)))
    return tuple(found)
