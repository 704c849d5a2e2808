"""The answer of ``dateline response`` as tables: the ladder side by side, then each actor's acts with sentence, source and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.cli.acts import cited, judgement, label, speaker, when
from dateline.cli.datecells import days_as_told
from dateline.cli.grid import Column, print_table, printable
from dateline.ontology.partyterms import shown_party
from dateline.reasons import why
from dateline.report.names import shown
from dateline.types import SentenceKind
from dateline.wording import of_which, plural

if TYPE_CHECKING:
    from dateline.analyse.response import ResponseReport
    from dateline.analyse.response.values import ActorReport, Judged, Rung, Trigger
    from dateline.types import EventMention

_ACTS: Final = (
    Column("rung", width=13),
    Column("when", width=11),
    Column("act", width=20),
    Column("towards", share=3),
    Column("certainty", width=10),
    Column("statement", share=9),
    Column("source", share=4),
    Column("why", share=6),
)
_LADDER: Final = (
    Column("rung", width=13),
    Column("acts", width=7),
    Column("first", width=11),
    Column("last", width=11),
    Column("days after", width=10),
    Column("score", width=16),
    Column("certain", width=8),
    Column("sources", share=3),
)
#: Reports of the trigger that are shown.
_REPORTS: Final = 3
#: Below a ladder, what its scores are.
_SCALE: Final = "score: of the strongest act, from -10 (attack) to +10 (closest cooperation) on PLOVER's scale; mean: of all that was done there"


def print_report(report: ResponseReport, *, unrelated: bool = False) -> None:
    """Prints a report whose trigger was found; ``unrelated`` adds what was set aside."""
    if report.trigger is None:
        return
    for line in (*_trigger_lines(report.trigger), *_scope_lines(report)):
        print(line)
    if len(report.actors) > 1:
        _heading("Side by side")
        _side_by_side(report.actors)
    for one in report.actors:
        _print_actor(one, unrelated=unrelated)


def _heading(text: str) -> None:
    print(f"\n{printable(text)}")


def _trigger_lines(trigger: Trigger) -> Iterator[str]:
    from dateline.analyse.response.disputed import disputed
    from dateline.analyse.response.ladder import FAR_APART, far_apart, trigger_days

    parties = f"{_asked_for(trigger.query.actor, sorted(trigger.doers))} {'/'.join(sorted(trigger.types))} {_to_whom(trigger)}"
    told = plural(len(trigger.reports), "report")
    acts = len({one.mention.event_id for one in trigger.reports})
    yield printable(f"Trigger: {parties}, {trigger_days(trigger, str)}, {f'{acts} acts in {told}' if acts > 1 else told}")
    yield from (printable(f"  {one.mention.sentence.text} [{cited(one.mention)}]") for one in trigger.reports[:_REPORTS])
    if doubt := disputed(trigger):
        yield f"  {doubt}"
    if far_apart(trigger):
        yield f"  {FAR_APART}: --since and --until ask for some of them"


def _asked_for(words: str | None, codes: Sequence[str]) -> str:
    """The codes of parties, behind the name where one was asked for that is no code: "Boko Haram (NGA)", "TUR OPP"."""
    found = ", ".join(codes) or "?"
    if words is None or words in codes:
        return found
    name = shown_party(words)
    return name if [name[:3]] == list(codes) else f"{name} ({found})"


def _to_whom(trigger: Trigger) -> str:
    """The codes of those acted upon, only the one asked for where it is among them; where they are others, where it was done stands beside them."""
    coded = sorted({party.country for one in trigger.mentions for party in one.mention.recipients if party.country})
    coded = sorted(trigger.others.intersection(coded)) if trigger.query.other is not None and trigger.others & set(coded) else coded
    elsewhere = sorted(trigger.others - set(coded)) if coded else []
    where = f" in {', '.join(elsewhere)}" if elsewhere else ""
    return f"{_asked_for(trigger.query.other if coded else None, coded or sorted(trigger.others))}{where}"


def _scope_lines(report: ResponseReport) -> Iterator[str]:
    from dateline.analyse.response.reach import left_out, looked_at

    if said := looked_at(report, str):
        yield printable(f"Looked at: {said}")
    for one in report.actors:
        if report.trigger is not None and (said := left_out(one, report.trigger, str)):
            yield printable(f"  {one.name}: {said}")


def _side_by_side(actors: Sequence[ActorReport]) -> None:
    from dateline.analyse.response.tables import ladder_table

    table = ladder_table()
    columns = (Column("rung", width=13), *(Column(one.name, share=1) for one in actors))
    rungs = [{rung.name: rung for rung in one.ladder} for one in actors]
    rows = [(name, *(_cell(found.get(name)) for found in rungs)) for name in (*table.rungs, *table.beside)]
    print_table(columns, [row for row in rows if any(cell != "-" for cell in row[1:])])


def _cell(rung: Rung | None) -> str:
    if rung is None:
        return "-"
    since = ", by document" if rung.first is None else f", from {rung.first}"
    delay = "" if rung.latency is None else f" (+{rung.latency} d)"
    return f"{_events(rung)}{since}{delay}{'' if rung.strongest is None else f', {rung.strongest:+.1f}'}"


def _print_actor(report: ActorReport, *, unrelated: bool) -> None:
    from dateline.analyse.response.baseline import baseline_lines

    shown_once: set[tuple[str, int]] = set()
    _heading(f"{report.name}: the ladder" if report.ladder else f"{report.name}: no response found")
    if report.ladder:
        print_table(_LADDER, [_ladder_row(rung) for rung in report.ladder])
        if any(rung.strongest is not None for rung in report.ladder):
            print(f"  {_SCALE}")
        _heading(f"{report.name}: what was done, and why it counts{_reports(report.ladder)}")
        print_table(_ACTS, [_done_row(told, rung.name, shown_once) for rung in report.ladder for told in _by_act(rung.acts)])
    _section(f"{report.name}: at home", report.domestic, "domestic", shown_once)
    _section(f"{report.name}: less sure (more of these are coded wrong than right)", report.unsure, None, shown_once)
    if report.claims:
        _heading(f"{report.name}: where it stands")
        rows = [(claim.kind, claim.holder.text if claim.holder else "-", claim.text, _notes(claim.sources)) for claim, _ in report.claims]
        print_table((Column("kind", width=10), Column("who", share=2), Column("claim", share=7), Column("source", share=2)), rows)
    if report.not_done:
        _heading(f"{report.name}: not reported here, though others did it")
        print_table(
            (Column("rung", width=13), Column("done by", share=1)), [(one.rung, ", ".join(one.others)) for one in report.not_done]
        )
    if report.baseline is not None:
        _heading(f"{report.name}: against its own past (in the documents at hand, whose number may have changed as well)")
        for line in baseline_lines(report.baseline):
            print(f"  {line}")
    if unrelated:
        _section(f"{report.name}: set aside as unrelated", report.unrelated, "unrelated", shown_once)


def _reports(ladder: Sequence[Rung]) -> str:
    """How many acts the lines are and in how many reports, where acts are told more than once."""
    reports, acts = sum(len(rung.acts) for rung in ladder), sum(rung.events for rung in ladder)
    return f" ({plural(acts, 'act')} in {plural(reports, 'report')})" if reports > acts else ""


def _by_act(acts: Sequence[Judged]) -> list[list[Judged]]:
    """The reports of each act, the first of those in a text's body before the others; acts in the order of their first reports."""
    found: dict[str, list[Judged]] = {}
    for one in acts:
        found.setdefault(one.told.mention.event_id, []).append(one)
    return [sorted(told, key=lambda one: one.told.mention.sentence.kind is SentenceKind.HEADLINE) for told in found.values()]


def _done_row(told: Sequence[Judged], rung: str, shown_once: set[tuple[str, int]]) -> tuple[object, ...]:
    """An act's cells by its first report, with all who report it and how many more reports there are."""
    *cells, statement, source, reason = _act_row(told[0], rung, shown_once)
    sources = "; ".join(dict.fromkeys((str(source), *map(_source, told[1:]))))
    more = f" (and {plural(len(told) - 1, 'more report')})" if len(told) > 1 else ""
    return *cells, f"{statement}{more}", sources, reason


def _section(title: str, acts: Sequence[Judged], rung: str | None, shown_once: set[tuple[str, int]]) -> None:
    if acts:
        _heading(title)
        print_table(_ACTS, [_act_row(one, rung or one.rung or one.label.value, shown_once) for one in acts])


def _ladder_row(rung: Rung) -> tuple[object, ...]:
    scores = _scores(rung)
    certain = f"{rung.certainty[0]} of {sum(rung.certainty)}"
    days = ("-" if day is None else day for day in (rung.first, rung.last, rung.latency))
    return rung.name, _events(rung), *days, scores, certain, ", ".join(rung.origins)


def _events(rung: Rung) -> str:
    """How many acts, and how many of them only the other side tells."""
    return f"{rung.events}{of_which(rung.alleged, rung.events, 'alleged')}"


def _scores(rung: Rung) -> str:
    if rung.strongest is None or rung.mean is None:
        return "-"
    return f"{rung.strongest:+.1f}" if rung.strongest == rung.mean else f"{rung.strongest:+.1f} (mean {rung.mean:+.1f})"


def _act_row(one: Judged, rung: str, shown_once: set[tuple[str, int]] | None = None) -> tuple[object, ...]:
    """An act's cells; of a sentence that stands above already (``shown_once``, which grows) only the words of the act."""
    mention = one.told.mention
    key = one.told.document.doc_id, mention.sentence.span.start
    again = shown_once is not None and key in shown_once
    if shown_once is not None:
        shown_once.add(key)
    how = judgement(mention)
    act = f"{label(mention)} ({how})" if how else label(mention)
    sure = "alleged" if one.alleged else mention.certainty.value
    return rung, _day(one), act, _towards(mention, one.actor), sure, _statement(mention, again=again), _source(one), why(one)


def _statement(mention: EventMention, *, again: bool) -> str:
    from dateline.report.quoting import quotation

    return f"{quotation(mention)} (in the sentence above)" if again else mention.sentence.text


def _day(one: Judged) -> str:
    """The act's date with what it rests on; where it has none, the first day that the text dates beside it, else the day of the document."""
    published = one.told.document.published
    if one.told.near is not None:
        return one.told.beside(days_as_told)
    return when(one.told.mention.date) if one.told.mention.date or published is None else f"{published} (by document)"


def _towards(mention: EventMention, actor: str) -> str:
    from dateline.analyse.response.scene import others_of

    return ", ".join(dict.fromkeys(shown(party) for party in others_of(mention, actor))) or "-"


def _source(one: Judged) -> str:
    from dateline.responses import origins_of

    note = cited(one.told.mention)
    said = speaker(one.told.mention)
    where = note if note != "-" else "no note" if one.told.document.notes else ", ".join(origins_of([one.told]))
    return where if said == "author" else f"{where}, {'alleged by' if one.alleged else 'according to'} {said}"


def _notes(sources: Sequence[object]) -> str:
    from dateline.types import SourceLink

    links = [link for link in sources if isinstance(link, SourceLink)]
    return "; ".join(f"[{link.source.note}] {link.source.agency or link.source.outlet or link.source.title or '?'}" for link in links) or "-"
