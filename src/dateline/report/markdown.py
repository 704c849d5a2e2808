"""The brief as Markdown, with footnotes as Pandoc, GitHub and Obsidian read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.report.outline import Bullets, Grid, Heading, Outline, Paragraph, Part, Run

#: Whatever could begin a mark of Markdown or a tag, and the bars of tables.
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~$^])")
#: At the start of a line these begin a list, a quotation or a heading underline.
_OPENING: Final = re.compile(r"^(\d+)([.)])|^([-+=])")
#: Characters that no text has.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def escape(text: str) -> str:
    """The text so that Markdown shows it as it stands, on one line."""
    flat = " ".join(_CONTROL.sub("", text).split())
    return _SPECIAL.sub(r"\\\1", flat)


def _line(runs: Sequence[Run]) -> str:
    parts = []
    for run in runs:
        lead, tail = " " * run.text.startswith(" "), " " * (run.text.endswith(" ") and run.text.strip() != "")
        words = escape(run.text)
        if words:
            mark = "**" if run.bold else "*" if run.quiet else ""
            parts.append(f"{lead}{mark}{words}{mark}{tail}")
        if run.note is not None:
            parts.append(f"[^{run.note}]")
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", "".join(parts).strip())


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(level, text):
            yield f"{'#' * (level + 1)} {escape(text)}"
        case Paragraph(runs):
            yield _line(runs)
        case Bullets(items):
            yield "\n".join(f"- {_line(item)}" for item in items)
        case Grid(heads, rows, _):
            lines = ["| " + " | ".join(escape(head) for head in heads) + " |", "|" + " --- |" * len(heads)]
            lines += ["| " + " | ".join(_line(cell) for cell in row) + " |" for row in rows]
            yield "\n".join(lines)


def to_markdown(brief: Outline) -> str:
    """The brief as one Markdown text.

    >>> to_markdown(Outline("A *b*", "", (), ()))
    '# A \\\\*b\\\\*\\n'
    """
    blocks = [f"# {escape(brief.title)}", *([_line((Run(brief.byline),))] if brief.byline else [])]
    for part in brief.parts:
        blocks += [text for text in _part(part) if text]
    if brief.notes:
        blocks.append("\n".join(f"[^{number}]: {escape(line)}" for number, line in enumerate(brief.notes, 1)))
    return "\n\n".join(blocks) + "\n"
