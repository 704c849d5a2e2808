"""CAMEO codes and their PLOVER equivalents, both ways, from ``data/cameo.tsv``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.fieldcodes import parts_of
from dateline.ontology.plover import Plover, event_type, plover

#: CAMEO's cue categories that PLOVER dropped: 01 public statement, 02 appeal (manual, table "PLOVER equivalents to
#: CAMEO").
DROPPED: Final = ("01", "02")
COLUMNS: Final = ("code", "type", "mode", "context", "also", "roles", "description")
_CODE = re.compile(r"(?:0[1-9]|1[0-9]|20)[0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code and what it is in PLOVER.

    ``also`` are further modes for which this code is the nearest on the way back; ``reversed`` says that CAMEO's
    source is PLOVER's recipient and its target PLOVER's actor.
    """

    code: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    description: str
    also: tuple[str, ...] = ()
    reversed: bool = False


def _damaged(detail: str) -> DatelineError:
    return DatelineError("E311", "ontology/data/cameo.tsv", detail)


def _row(line: str, ontology: Plover) -> CameoCode:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise _damaged(f"a row of {len(cells)} cells: {line!r}")
    code, name, mode, context, also, roles, description = cells
    row = CameoCode(code, name, parts_of(mode), parts_of(context), description, parts_of(also), roles == "reversed")
    try:
        found = ontology.type(name)
    except DatelineError as error:
        raise _damaged(f"{code}: {name} is no type") from error
    contexts = {term.name for term in ontology.contexts}
    if any(found.mode(one) is None for one in row.modes + row.also) or not contexts.issuperset(row.contexts):
        raise _damaged(f"{code}: {name} has no such mode, or PLOVER no such context: {mode} {also} {context}")
    if not _CODE.fullmatch(code) or not description or roles not in ("", "reversed"):
        raise _damaged(f"a malformed row: {line!r}")
    return row


def parse_cameo(text: str, ontology: Plover) -> tuple[CameoCode, ...]:
    """Reads and checks the table; lines that start with ``#`` are comments, the first other line names the columns.

    Raises:
        DatelineError: E311 where a row is malformed, a code stands twice, or a type, mode or context is not PLOVER's.
    """
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise _damaged("the columns are not " + ", ".join(COLUMNS))
    rows = tuple(_row(line, ontology) for line in lines[1:])
    if len({row.code for row in rows}) != len(rows):
        raise _damaged("a code stands twice")
    return rows


@cache
def cameo() -> tuple[CameoCode, ...]:
    """The table that ships with the package, in the order of its codes (read once).

    Raises:
        DatelineError: E311 where the installed file is damaged.
    """
    return parse_cameo((files("dateline.ontology") / "data" / "cameo.tsv").read_text("utf-8"), plover())


@cache
def _by_code() -> dict[str, CameoCode]:
    return {row.code: row for row in cameo()}


def plover_for(code: str) -> CameoCode | None:
    """What a CAMEO code of two to four digits is in PLOVER; ``None`` for codes that PLOVER dropped (01 and 02).

    A code that the table lacks is read as the nearest code above it (``1951`` as ``195``), a two-digit cue category
    as its general code (``19`` as ``190``).

    >>> plover_for("042").modes
    ('visit',)

    Raises:
        DatelineError: E412 where it is not a CAMEO code; the leading zero must be there.
    """
    if not _CODE.fullmatch(code):
        raise DatelineError("E412", code)
    if code[:2] in DROPPED:
        return None
    table = _by_code()
    for length in range(len(code), 1, -1):
        found = table.get(code[:length]) or table.get(code[:length] + "0")
        if found is not None:
            return found
    raise DatelineError("E412", code)


#: CAMEO's codes of the cue categories that the table leaves out, as PLOVER dropped them.
_DROPPED_CODE: Final = re.compile(r"01[0-9]?|02(?:[0-8]|[1-5][1-6])?")


def is_listed(code: str) -> bool:
    """Whether CAMEO itself has the code: not one that is only read as the nearest above it."""
    return code in _by_code() or code + "0" in _by_code() or _DROPPED_CODE.fullmatch(code) is not None


def _shared(rows: Iterable[CameoCode], modes: Collection[str], root: str) -> str:
    """The narrowest code that says no more than all the rows do: what their codes share, else ``root``."""
    codes = [row.code for row in rows]
    same = takewhile(lambda digits: len(set(digits)) == 1, zip(*codes, strict=False))
    stem = "".join(digits[0] for digits in same)
    table = _by_code()
    while len(stem) >= 2:
        for code in (stem, stem + "0"):
            row = table.get(code)
            if row is None or row.type != table[root].type:
                continue
            if set(row.modes) <= set(modes) or any(mode in modes for mode in row.also):
                return code
        stem = stem[:-1]
    return root


def cameo_for(type: str, modes: Collection[str] = (), contexts: Collection[str] = ()) -> str:
    """The CAMEO code of a PLOVER type with its modes and contexts.

    CAMEO divides some PLOVER descriptions further. Where several codes fit, the code that they share is given, so
    that the result never says more than PLOVER did: ``REQUEST assist`` is 100, not 101 or 103. A mode without
    counterpart is left out.

    >>> cameo_for("AGREE", (), ["economic"])
    '030'

    Raises:
        DatelineError: E411 where there is no such type.
    """
    root = event_type(type).cameo
    rows = [row for row in cameo() if row.type == type and not row.reversed]
    with_mode = [row for row in rows if any(mode in modes for mode in row.modes + row.also)]
    fitting = with_mode or [row for row in rows if not row.modes]
    inside = [row for row in fitting if row.contexts and set(row.contexts) <= set(contexts)]
    if inside:
        most = max(len(row.contexts) for row in inside)
        return _shared([row for row in inside if len(row.contexts) == most], modes, root)
    if not with_mode:
        return root
    return _shared([row for row in with_mode if not row.contexts] or with_mode, modes, root)
