"""Pages of the codebook: definitions from the ontology, examples of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.ontology.plover import EventType, plover
from docpages.text import MADE, table

EXAMPLES = Path(__file__).parents[2] / "docs" / "codebook" / "examples.toml"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the act that it reports; actors and recipients are country codes."""

    type: str
    text: str
    modes: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def _book() -> dict[str, Any]:
    return tomllib.loads(EXAMPLES.read_text("utf-8"))


def examples() -> Iterator[Example]:
    """The examples of all types, in the order of the file."""
    for name, part in _book().items():
        if name != "contexts":
            for row in part["examples"]:
                yield Example(name, row["text"], tuple(row.get("modes", ())), tuple(row["actor"].split()), tuple(row["recipient"].split()))


def contexts() -> dict[str, str]:
    """The example of each context."""
    return dict(_book()["contexts"])


def _side(codes: tuple[str, ...]) -> str:
    return " ".join(codes) or "-"


def _section(event_type: EventType, borders: str, found: list[Example]) -> str:
    needs = " It needs a recipient." if event_type.requires_recipient else ""
    head = f"## {event_type.name}\n\n{event_type.definition}{needs} Class {event_type.quad.number}, {event_type.quad.name}; score {event_type.score:g}.\n\n{borders}\n"
    rows = [("-", "", f"{event_type.score:g}", one.text, f"{_side(one.actors)} > {_side(one.recipients)}") for one in found if not one.modes]
    for mode in event_type.modes:
        for one in found:
            if one.modes[:1] == (mode.name,):
                rows.append((f"`{mode.name}`", mode.definition, f"{mode.score:g}", one.text, f"{_side(one.actors)} > {_side(one.recipients)}"))
    return "\n".join([head, table(("mode", "what", "score", "example", "actor > recipient"), rows)])


def types_page() -> str:
    """The page ``codebook/types.md``."""
    book, found = _book(), list(examples())
    intro = (
        "# The 16 event types\n\nDateline codes PLOVER 2.0 in the version that POLECAT uses. Definitions are in our words and all examples are invented. `dateline sql`\n"
        "and all formats have these names. Scores run from -10 (conflict) to 10 (cooperation). A joint act has all parties as actors and no recipient.\n"
        "The rules that hold for all types are in [How to code](index.md).\n"
    )
    quads = table(
        ("class", "types"),
        ((f"{quad.number} {quad.name}", ", ".join(f"[{t.name}](#{t.name.lower()})" for t in plover().types if t.quad.number == quad.number)) for quad in plover().quads),
    )
    sections = (_section(t, book[t.name]["borders"], [one for one in found if one.type == t.name]) for t in plover().types)
    return "\n".join([MADE, intro, quads, *sections])


def contexts_page() -> str:
    """The page ``codebook/contexts.md``: contexts, sectors and the codes that stand in place of a country."""
    shown = contexts()
    intro = (
        "# Contexts, sectors and bodies\n\nA context says what an act is about. An act may have several or none. Contexts are coded for the act, not for the document.\n"
        "Examples are invented.\n"
    )
    rows = ((f"`{term.name}`", term.definition, shown[term.name]) for term in plover().contexts)
    sectors = ((f"`{term.name}`", term.definition) for term in plover().sectors)
    bodies = ((f"`{term.name}`", term.definition) for term in plover().bodies)
    return "\n".join(
        [
            MADE, intro, table(("context", "what", "example"), rows),
            "## Sectors\n\nWhat kind of actor it is. A bare country, its capital or a metonym (\"the Kremlin\") is GOV.\n", table(("code", "who"), sectors),
            "## Bodies\n\nCodes that stand where a country would: ISO 3166-1 alpha-3 has the rest.\n", table(("code", "who"), bodies),
        ]
    )
