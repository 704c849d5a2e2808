"""Pages of tables, records, errors, settings and extension points."""

from __future__ import annotations

import importlib
import json
from importlib.resources import files
from typing import Any

from dateline.errors import CATALOGUE
from dateline.settings import ENVIRONMENT, EXTENSION_POINTS
from dateline.store import arrow
from docpages.api import members
from docpages.text import MADE, docstring, table


def tables_page() -> str:
    """The page ``reference/tables.md``: every table, view and column of the database."""
    parts = [
        MADE,
        "# Tables\n\n`dateline sql \"SELECT …\"` reads them. Offsets count code points of the document's canonical text from 0; a start is included,\n"
        "an end is not; days are inclusive. Columns in bold are never null.\n",
    ]
    for name, schema in (*arrow.TABLES, *arrow.VIEWS):
        rows = ((f"**{c.name}**" if not c.nullable else c.name, f"`{_type(c.type)}`", arrow.description(c)) for c in schema)
        parts.append(f"## {name}\n\n{arrow.description(schema)}\n\n" + table(("column", "type", "what"), rows))
    return "\n".join(parts)


def _type(kind: Any) -> str:
    """An Arrow type in short: nested ones are told by their fields."""
    text = str(kind)
    if text.startswith("list<"):
        return f"list of {_type(kind.value_type)}"
    if text.startswith("struct<"):
        return "{" + ", ".join(field.name for field in kind) + "}"
    if text.startswith("map<"):
        return "names and texts"
    return {"date32[day]": "date", "timestamp[us]": "timestamp", "double": "float", "string": "text"}.get(text, text)


def schema() -> dict[str, Any]:
    """The JSON Schema of the records."""
    return dict(json.loads((files("dateline") / "schema" / "record.schema.json").read_text("utf-8")))


def record_page() -> str:
    """The page ``reference/record.md``: the record contract."""
    found = schema()
    intro = (
        "# Record contract, version 1\n\n`dateline code FILE --format jsonl` prints one JSON object for each coded statement. Every key is always present, `null` or\n"
        "`[]` where unfilled. A span is `[start, end)` in code points of the document's canonical text: `text[start:end]` reproduces every\n"
        "`text`. Names are never changed within a version; additions may come. The JSON Schema is `dateline/schema/record.schema.json` in the package.\n"
    )
    keys = table(("key", "what"), ((f"`{name}`", part["description"]) for name, part in found["properties"].items()))
    rows = []
    for name, part in found["$defs"].items():
        keys_of = ", ".join(f"`{key}`" for key in part.get("properties", {}))
        rows.append((f"`{name}`", part["description"], keys_of))
    return "\n".join([MADE, intro, keys, "## Parts\n", table(("part", "what", "keys"), rows)])


def errors_page() -> str:
    """The page ``reference/errors.md``."""
    intro = (
        "# Error codes\n\nA message says the code, where (file, page, span), what, and what to do. An `error` of an input makes the exit code 1; a\n"
        "`warning` or `info` is a row of `problems` and a line on standard error.\n"
    )
    rows = ((f"`{code}`", severity, what, remedy) for code, (severity, what, remedy) in sorted(CATALOGUE.items()))
    return "\n".join([MADE, intro, table(("code", "severity", "what happened", "what to do"), rows)])


def settings_page() -> str:
    """The page ``reference/settings.md``."""
    rows = ((f"`{one.name}`", one.help, one.default) for one in ENVIRONMENT)
    intro = (
        "# Settings\n\nThere is no configuration file. Everything is an option of a [command](commands.md) or an argument of a\n"
        "[function](python.md), so that a command line says all that a result depends on. These environment variables stand in for options:\n"
    )
    return "\n".join([MADE, intro, table(("variable", "what", "default"), rows)])


def load(path: str) -> Any:
    """The value of ``module:name``."""
    module, _, name = path.partition(":")
    return getattr(importlib.import_module(module), name)


def extensions_page() -> str:
    """The page ``reference/extensions.md``."""
    parts = [
        MADE,
        "# Extension points\n\nA package adds something by an entry point. The built-in ones stand in the same tables. [Extending Dateline](../howto/engineer.md) has\n"
        "worked examples.\n",
    ]
    for point in EXTENSION_POINTS:
        built_in = ", ".join(f"`{getattr(one, 'name', one)}`" for one in load(point.built_in))
        contract = point.contract.replace(":", ".")
        parts.append(f"## {point.group}\n\n{point.help}\n\nBuilt in: {built_in}.\n\nThe value: `{contract}`.\n\n{docstring(load(point.contract))}")
        parts += [f"### {one.replace(':', '.')}\n\n{docstring(load(one))}\n" + "".join(f"{line}\n" for line in members(load(one))) for one in point.values]
    return "\n".join(parts)
