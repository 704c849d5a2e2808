"""The table that ``dateline code`` prints: one block an act, readable on a terminal and in a pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from dateline.alleged import GUESSED
from dateline.cli.grid import printable
from dateline.report.names import voice
from dateline.types import Coded, EventMention, Participant, Source, TimeRef

#: The table of acts has six columns; on a narrower terminal words and dates would break within.
_TABLE_WIDTH: Final = 110
#: A country taken from what stands around is shown with a mark below this score: it is as likely wrong as right.
_EVEN: Final = 0.5


def print_acts(coded: list[Coded], out: Path | None = None) -> None:
    """Print the acts of documents, as a table on a terminal and as plain lines elsewhere."""
    if out is not None:
        from dateline.store.output import write_text

        write_text("".join(line + "\n" for item in coded for line in plain_lines(item)), out)
    elif sys.stdout.isatty():
        _rich(coded)
    else:
        for item in coded:
            for line in plain_lines(item):
                print(line)


def parties(found: tuple[Participant, ...]) -> str:
    """Parties as "South Korea (KOR GOV), Canada (CAN GOV)", with "?" behind a country that is a mere guess, or a dash."""
    return ", ".join(f"{p.text} ({' '.join(x for x in (_country(p), p.sector) if x) or 'unknown'})" for p in found) or "-"


def _country(party: Participant) -> str | None:
    guess = party.country is not None and party.method in GUESSED and party.score < _EVEN
    return f"{party.country}?" if guess else party.country


def when(time: TimeRef | None) -> str:
    """A date as its ISO prefix or interval, with a mark for what it rests on where that is not the sentence."""
    if time is None:
        return "-"
    first, last = time.earliest.isoformat(), time.latest.isoformat()
    text = {"day": first, "month": first[:7], "year": first[:4]}.get(time.precision, f"{first}..{last}")
    return text if time.is_told else f"{text} (by {time.basis})"


def judgement(mention: EventMention) -> str:
    """Status, negation and certainty where they are not the default."""
    parts = ["not" if mention.negated else "", "" if mention.status == "occurred" else str(mention.status)]
    parts.append("" if mention.certainty == "certain" else str(mention.certainty))
    return ", ".join(part for part in parts if part)


def speaker(mention: EventMention) -> str:
    """According to whom: "author", or the speaker with the chain."""
    said = mention.attribution
    if said is None:
        return "author"
    text = voice(said) if said.text else f"({said.kind})"
    return f"{text} via {voice(said.via)}" if said.via and said.via.text else text


def cited(mention: EventMention) -> str:
    """The sources of the statement in short: "[3] Yonhap/The Korea Times 2024-11-20"."""
    found = []
    for link in mention.sources:
        source = link.source
        found.append(f"[{source.note}] {_behind(source)} {source.published or ''}".rstrip())
    return "; ".join(found) or "-"


def _behind(source: Source) -> str:
    """Who is behind a source as far as its note says: agency and outlet, else the authors (of an interview, a speech), else its title, its site or its kind."""
    medium = "/".join(name for name in (source.agency, source.outlet or source.publisher) if name)
    if medium or not source.authors:
        return medium or source.title or source.site or source.kind
    people = ", ".join(source.authors)
    return people if source.title else f"{people} ({source.kind})"


def label(mention: EventMention) -> str:
    """Type with modes."""
    return mention.type + (f"/{','.join(mention.modes)}" if mention.modes else "")


def plain_lines(item: Coded) -> list[str]:
    """The acts of a document as lines of text."""
    document = item.document
    lines = [f"# {document.title or document.input_id} ({document.published or 'no date'})", ""]
    for number, mention in enumerate(item.mentions, start=1):
        extra = judgement(mention)
        lines += [
            f"{number}. {parties(mention.actors)}  {label(mention)}  {parties(mention.recipients)}" + (f"  [{extra}]" if extra else ""),
            f"   when: {when(mention.date)}  where: {mention.place.name or mention.place.text if mention.place else '-'}"
            f"  according to: {speaker(mention)}  source: {cited(mention)}",
            f"   {' '.join(mention.sentence.text.split())}",
            "",
        ]
    return lines


def _rich(coded: list[Coded]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if console.width < _TABLE_WIDTH:
        for item in coded:
            for line in plain_lines(item):
                console.print(Text(printable(line), style="bold" if line.startswith("#") else ""))
        return
    for item in coded:
        table = Table(title=escape(item.document.title or item.document.input_id), show_lines=True, expand=True)
        for name, ratio in (("who", 3), ("what", 2), ("to whom", 3), ("when", 2), ("according to", 2), ("sentence and source", 8)):
            table.add_column(name, ratio=ratio, overflow="fold")
        for mention in item.mentions:
            extra = judgement(mention)
            sentence = " ".join(mention.sentence.text.split())
            cells = (
                parties(mention.actors), label(mention).replace("/", "\n").replace(",", ", ") + (f"\n({extra})" if extra else ""),
                parties(mention.recipients), when(mention.date).replace("..", "..\n"), speaker(mention), f"{sentence}\n{cited(mention)}",
            )  # fmt: skip
            table.add_row(*(escape(cell) for cell in cells))
        console.print(table)
