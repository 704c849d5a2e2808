"""Texts written for the layouts of ``layouts.py``: ``texts/*.md`` -> a case.

A text has a title, ``By``, a date, ``Header:``, ``##`` sections, paragraphs with ``[^n]`` markers (in mid-sentence, too), one
``Table:`` with rows of cells, and the notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from content import Case, Extras, Section, Sentence

TEXTS = Path(__file__).parent / "texts"


def case_of(name: str, text: str, *, restart: bool = False, label: Callable[[int], str] = str) -> Case:
    """The case of a text; ``restart`` numbers the notes anew in each section, ``label`` prints a number."""
    raw = (TEXTS / f"{text}.md").read_text(encoding="utf-8")
    front, *parts = re.split(r"^## ", raw, flags=re.MULTILINE)
    title, by, day, header = front.strip().split("\n")
    bodies = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", raw, flags=re.MULTILINE))
    last, _, rest = parts[-1].partition("\nTable: ")
    parts[-1] = last
    caption, *rows = rest.split("\n\n")[0].strip().split("\n")
    notes: list[tuple[str, str]] = []
    restarts: list[int] = []
    sections: list[Section] = []
    for part in parts:
        heading, _, body = part.partition("\n")
        if restart:
            restarts.append(len(notes))
        paragraphs: list[tuple[Sentence, ...]] = []
        kinds: list[str] = []
        for paragraph in re.split(r"\n\n|\n(?=\* )", body.strip()):
            kinds.append(paragraph[0] if paragraph[:2] in ("> ", "* ") else "")
            paragraph = paragraph.removeprefix("> ").removeprefix("* ")
            sentences: list[Sentence] = []
            for words, number in re.findall(r"(.*?)(?:\[\^(\d+)\]|$)", paragraph.strip()):
                if number:
                    notes.append((label(len(notes) + 1 - (restarts[-1] if restart else 0)), bodies[number]))
                    sentences.append(Sentence(words.strip(), notes[-1][0]))
                elif words.strip():
                    sentences.append(Sentence(words.strip()))
            paragraphs.append(tuple(sentences))
        sections.append(Section(heading, tuple(paragraphs), tuple(kinds)))
    table = tuple(tuple(row.split(" | ")) for row in rows)
    author = by.removeprefix("By ")
    return Case(name, title[2:], author, day, header.removeprefix("Header: "), tuple(sections), tuple(notes), tuple(restarts), table,
                f"Table 1: {caption}", caption, _extras(raw))  # fmt: skip


def _extras(raw: str) -> Extras | None:
    found = re.findall(r"^(Pull|Key|Figure|Source|About): (.*)$", raw, flags=re.MULTILINE)
    one = dict(found)
    return Extras(one["Pull"], tuple(text for name, text in found if name == "Key"), one["Figure"], one["Source"], one["About"]) if found else None


def roman(number: int) -> str:
    """Lower-case Roman numerals, as Word and LibreOffice number endnotes."""
    text = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            text, number = text + sign, number - value
    return text


def letter(number: int) -> str:
    """Lower-case letters."""
    return chr(ord("a") + number - 1)
