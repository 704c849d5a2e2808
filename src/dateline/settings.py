"""What the environment can set, and where other packages can join in.

The documentation is generated from these tables, and a test fails where the code reads a variable or a group that is not in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable: its name, what holds where it is not set, and what it does."""

    name: str
    default: str
    help: str


@dataclass(frozen=True, slots=True)
class ExtensionPoint:
    """A group of entry points through which another package adds something.

    Args:
        group: the entry point group.
        contract: what the value of an entry point must be, as ``module:name``.
        help: what is added, and how it is chosen.
        built_in: where the package's own are listed, as ``module:name``.
        values: what it takes and gives, as ``module:name``, where these are no public values.
    """

    group: str
    contract: str
    help: str
    built_in: str
    values: tuple[str, ...] = ()


ENVIRONMENT: Final = (
    Variable("DATELINE_DB", "dateline.duckdb in the current folder", "The database of every command that has --db; the option wins."),
    Variable("DATELINE_PARSER", "the installed spaCy pipeline", "Package of the spaCy pipeline that splits, tags and parses; --parser wins."),
    Variable("DATELINE_REVIEW_TOKEN", "none", "What a browser must bring to the workbench; required where it listens beyond this machine."),
    Variable("DATELINE_CHROMIUM", "the first Chromium or Chrome on the path", "Program that draws charts as PNG and prints briefs as PDF."),
)

EXTENSION_POINTS: Final = (
    ExtensionPoint(
        "dateline.readers",
        "dateline.read.registry:Reader",
        "A format of documents. It is told by its first bytes, its content or its suffix; readers of other packages are asked first.",
        "dateline.read.registry:_BUILT_IN",
    ),
    ExtensionPoint(
        "dateline.coders",
        "dateline.extract.extractor:Coder",
        "A coder: it finds acts in parsed sentences. The entry point is a class that is called without arguments; --coder NAME takes it.",
        "dateline.coders:BUILT_IN",
        ("dateline.extract.act:Act", "dateline.extract.parse:ParsedSentence", "dateline.extract.parse:Token"),
    ),
    ExtensionPoint(
        "dateline.exporters",
        "dateline.store.exporters:Exporter",
        "A format to export; `dateline export --format NAME` takes it.",
        "dateline.store.exporters:BUILT_IN",
    ),
)
