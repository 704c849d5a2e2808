"""The report of ``dateline audit`` on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from dateline.audit.findings import OWN_SOURCE, Standing, day_line, is_own_source, others, unlisted
from dateline.cli.grid import printable
from dateline.wording import plural

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.audit import Audit, Finding
    from dateline.audit.findings import Share

#: Names of origins that are listed; the HTML page and the JSON have them all.
_NAMES: Final = 5
#: Sentences of each kind that are listed though nothing was found in them.
_SENTENCES: Final = 5


def print_audits(audits: Sequence[Audit]) -> None:
    """Print the report: coloured where somebody looks at it, plain lines where it is piped."""
    if not sys.stdout.isatty():
        for audit in audits:
            for line in report_lines(audit):
                print(line)
        return
    from rich.console import Console

    console = Console(highlight=False)
    for audit in audits:
        _print_rich(console, audit)


def report_lines(audit: Audit) -> Iterator[str]:
    """The report of one document as plain lines."""
    from dateline.audit.page import groups

    yield printable(audit.document.title or audit.document.input_id)
    yield from (f"  {line}" for line in summary_lines(audit))
    for group in groups(audit):
        yield ""
        yield f"{group.heading} ({len(group.rows)})"
        for row in group.rows:
            yield f"  {_where(row.finding)}{printable(row.before + row.words + row.after)}"
            yield f"      {printable(row.finding.message)}"
            if row.title:
                yield f"      {printable(_cited(row.title, row.finding))}"
    for heading, lines in _unlisted(audit):
        yield ""
        yield heading
        yield from (f"  {line}" for line in lines)
    yield ""


def _print_rich(console: Console, audit: Audit) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from dateline.audit.page import groups

    console.print(Text(printable(audit.document.title or audit.document.input_id), style="bold"))
    for line in summary_lines(audit):
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    for group in groups(audit):
        console.print()
        console.print(Text(f"{group.heading} ({len(group.rows)})", style="bold"))
        for row in group.rows:
            sentence = Text(_where(row.finding), style="dim")
            sentence.append(printable(row.before), style="not dim")
            sentence.append(printable(row.words), style="not dim bold yellow")
            sentence.append(printable(row.after), style="not dim")
            console.print(Padding(sentence, (0, 0, 0, 2)))
            console.print(Padding(Text(printable(row.finding.message)), (0, 0, 0, 6)))
            if row.title:
                console.print(Padding(Text(printable(_cited(row.title, row.finding)), style="italic dim"), (0, 0, 0, 6)))
    for heading, lines in _unlisted(audit):
        console.print()
        console.print(Text(heading, style="bold"))
        for line in lines:
            console.print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))
    console.print()


def _unlisted(audit: Audit) -> Iterator[tuple[str, list[str]]]:
    """The first of the sentences that the summary counts and that are no findings, by what is said of them."""
    if is_own_source(audit):
        return
    for words, sentences in unlisted(audit):
        lines = [printable(" ".join(one.text.split())) for one in sentences[:_SENTENCES]]
        more = len(sentences) - len(lines)
        if more:
            lines.append(f"and {more} more, which --html and --format json list")
        yield f"Sentences that {words} ({len(sentences)})", lines


def summary_lines(audit: Audit) -> Iterator[str]:
    """How much is sourced, and who stands behind it."""
    count = audit.sources
    number = len(audit.findings)
    yield f"{plural(number, 'finding')}; {audit.sourced} of {audit.statements} sentences that tell of acts as facts have a source"
    yield day_line(audit.document)
    if is_own_source(audit):
        yield OWN_SOURCE
        return
    if audit.statements:
        without = audit.standing[Standing.UNSOURCED]
        yield "; ".join((f"{without} {'has none and is' if without == 1 else 'have none and are'} listed", *others(audit)))
    cited = f"{plural(count.citations, 'citation')} of {plural(count.works, 'work')}"
    yield f"{cited}, {plural(len(count.origins), 'independent origin')}, {plural(len(count.authors), 'author')} named"
    if count.agencies:
        yield f"{_leading(count.leading_agencies, count.agency_share)}; {count.state_share:.0%} come from state media"
    elif count.works:
        yield f"no news agency is credited; {count.state_share:.0%} rest on state media"
    if count.origins:
        yield "most cited: " + ", ".join(_share(one) for one in count.origins[:_NAMES])


def _leading(agencies: Sequence[Share], share: float) -> str:
    """The news agency most cited, or those that are cited equally often, with their share of the works."""
    names = ", ".join(printable(one.name) for one in agencies[:_NAMES])
    if len(agencies) == 1:
        return f"the news agency most cited, {names}, is behind {share:.0%} of them"
    return f"{len(agencies)} news agencies ({names}) are behind {share:.0%} of them each"


def _share(one: Share) -> str:
    return f"{printable(one.name)} {one.sources} ({one.share:.0%}{', state media' if one.state_owned else ''})"


def _where(finding: Finding) -> str:
    parts: Iterable[str] = (f"p. {finding.page}" if finding.page else "", f"n. {finding.note}" if finding.note else "")
    named = ", ".join(part for part in parts if part)
    return f"[{named}] " if named else ""


def _cited(title: str, finding: Finding) -> str:
    day = finding.source.published if finding.source else None
    return f"“{title}”" + (f" ({day})" if day else "")
