"""What the PDF test documents say: passages of the training corpus as text, the citation cases as notes, all chosen by number.

A case is laid out by a producer (see ``__main__``), and its gold file says what a reader should find: the paragraphs, the notes, and
for each marker the paragraph and the characters it follows.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSAGES = ("w01.txt", "w03.txt", "w05.txt", "w07.txt")
COMMENT = (
    "This figure was disputed by two of the persons who were asked, and it should be read with caution; the ministry gave another one in the"
    " same week, and no independent observer was present. On the earlier history of the dispute see also"
)
ROWS = (("Year", "Incidents", "Killed", "Displaced"), ("2019", "114", "351", "12,400"), ("2020", "97", "288", "9,150"),
        ("2021", "203", "640", "31,900"), ("2022", "161", "512", "28,000"))  # fmt: skip
CAPTION = "Table 1: Incidents, deaths and displacement by year"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the label of the note whose marker follows it."""

    text: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and paragraphs; ``kinds`` says of each whether it is a quotation (``>``) or an item of a list (``*``)."""

    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    kinds: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands beside the text: pull quotes, key points, a figure's caption and source, a box about the author."""

    pull: str
    key: tuple[str, ...]
    figure: str
    source: str
    about: str


@dataclass(frozen=True, slots=True)
class Case:
    """A document to lay out. ``absent`` are the words of the caption that the coded text may not have."""

    name: str
    title: str
    author: str
    day: str
    header: str
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, str], ...]
    restarts: tuple[int, ...] = field(default=())
    table: tuple[tuple[str, ...], ...] = ROWS
    caption: str = CAPTION
    absent: str = CAPTION
    extras: Extras | None = None
    optional: tuple[str, ...] = ()

    def note(self, index: int) -> str:
        """The text of the note at a place in the order."""
        return self.notes[index][1]

    def gold(self) -> dict[str, object]:
        """What a reader should find."""
        markers: list[dict[str, object]] = []
        paragraphs: list[str] = []
        order = iter(range(len(self.notes)))
        for section in self.sections:
            for sentences in section.paragraphs:
                text = ""
                for sentence in sentences:
                    text = f"{text}{'' if sentence.text[0] in ',.;' else ' '}{sentence.text}".strip()
                    if sentence.label is not None:
                        markers.append({"paragraph": len(paragraphs), "offset": len(text), "note": next(order)})
                paragraphs.append(text)
        notes = [{"label": label, "text": text} for label, text in self.notes]
        return {
            "title": self.title, "author": self.author, "published": self.day, "headings": [section.heading for section in self.sections],
            "paragraphs": paragraphs, "notes": notes, "markers": markers, "table": [list(row) for row in self.table], "caption": self.absent,
            "header": self.header, **self._beside(),
        }  # fmt: skip

    def _beside(self) -> dict[str, object]:
        """``foreign``: words that the coded text may not have (more often than the paragraphs do). ``optional``: words it may have or not."""
        if self.extras is None:
            return {}
        extras = self.extras
        return {"foreign": [extras.pull, extras.figure, extras.source], "optional": [*extras.key, extras.about, *self.optional]}


def passages() -> list[tuple[str, list[str]]]:
    """Headlines with the sentences under them, of passages with four sentences or more."""
    found: list[tuple[str, list[str]]] = []
    for name in PASSAGES:
        for block in (ROOT / "corpus" / "train" / name).read_text(encoding="utf-8").split("\n=== "):
            heads = [line[2:] for line in block.splitlines() if line.startswith("H ")]
            lines = [line[2:] for line in block.splitlines() if line.startswith("S ")]
            if (
                heads
                and len(lines) >= 4
                and all(line.isprintable() for line in lines)
                and not re.search(r"[^\x20-\x7e“”‘’–—é]", " ".join(lines))
            ):
                found.append((heads[0], lines))
    return found


def citations() -> list[str]:
    """The citation strings of the reader's tests."""
    lines = (ROOT / "tests" / "read" / "citations.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    return [text for text in texts if not re.search(r"[^\x20-\x7e“”‘’–—é]", text) and len(text) > 40]


def build(
    name: str,
    number: int,
    *,
    sections: int = 4,
    passages_each: int = 3,
    every: int = 2,
    restart: bool = False,
    author: str = "Mara Ellison",
    day: str = "2024-03-14",
    long_notes: int = 6,
) -> Case:
    """The ``number``-th case: a marker after each ``every``-th sentence; each ``long_notes``-th note is long enough to run over a page."""  # fmt: skip
    stock, cited = passages(), citations()
    at = number * sections * passages_each
    taken = [stock[(at + index) % len(stock)] for index in range(sections * passages_each)]
    notes: list[tuple[str, str]] = []
    made: list[Section] = []
    restarts: list[int] = []
    count = running = 0
    for first in range(0, len(taken), passages_each):
        if restart:
            running = 0
            restarts.append(len(notes))
        paragraphs: list[tuple[Sentence, ...]] = []
        for _, lines in taken[first : first + passages_each]:
            sentences: list[Sentence] = []
            for line in lines:
                count += 1
                label = None
                if count % every == 0:
                    running += 1
                    label = str(running)
                    text = cited[(number * 17 + len(notes)) % len(cited)]
                    if len(notes) % long_notes == long_notes - 1:
                        text = f"{COMMENT} {text} {cited[(number * 29 + len(notes) + 7) % len(cited)]}"
                    notes.append((label, text))
                sentences.append(Sentence(line, label))
            paragraphs.append(tuple(sentences))
        made.append(Section(taken[first][0], tuple(paragraphs)))
    title = stock[(at + len(taken)) % len(stock)][0]
    return Case(
        name, title, author, day, f"{author.split()[-1]}: {title[:24].rsplit(' ', 1)[0]}", tuple(made), tuple(notes), tuple(restarts)
    )


def long_day(day: str) -> str:
    """``14 March 2024``."""
    months = "January February March April May June July August September October November December".split()
    year, month, number = day.split("-")
    return f"{int(number)} {months[int(month) - 1]} {year}"
