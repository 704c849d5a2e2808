"""What went wrong with the inputs, for a person: one line for each kind of problem of an input, and how many inputs were not read."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import CATALOGUE, DatelineError
from dateline.read.repeated import CODE as REPEATED
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.types import Problem

#: So many of a document's problems of one kind are named; the database keeps each.
_NAMED: Final = 3
#: A user has to find each of these files; of a corpus, the table ``problems`` has them all.
_NAMED_INPUTS: Final = 20
#: Problems that a corpus has in every line: told once for all inputs.
_OF_ALL: Final = frozenset({"W102", "W105", "W134", "W137", "W138", "W139", "W161", "E007", "E016", "E018"})
#: Of these, what is told of each input is a number of things, which are added up for all.
_COUNTED: Final = frozenset({"W137"})
_COUNT: Final = re.compile(r".* \((?P<count>[\d,]+) (?P<what>.*)\)")
#: What the catalogue says of a wrong value, which any command may be given.
_HELP: Final = CATALOGUE["E205"][2]


def line(problem: Problem) -> str:
    """A problem on one line."""
    return _line(problem, problem.detail)


def tell(problem: Problem | DatelineError, command: str | None = None) -> None:
    """Says a problem, or what ends a command, on standard error; a wrong value points to the help of its ``command``."""
    found = problem.to_problem() if isinstance(problem, DatelineError) else problem
    if command is not None and found.fix == _HELP:
        found = replace(found, fix=f"see 'dateline {command} --help'")
    print(f"dateline: {line(found)}", file=sys.stderr)


def tell_all(found: Iterable[Problem]) -> None:
    """Says the problems of inputs on standard error, as :func:`lines` puts them together."""
    for one in lines(found):
        print(f"dateline: {one}", file=sys.stderr)


def tell_few_acts(rates: Path) -> None:
    """Says of which types a user's error rates rest on too few acts.

    Args:
        rates: what ``dateline evaluate --rates`` wrote.
    """
    from dateline.analyse.ownrates import few_acts, read_rates

    if words := few_acts(read_rates(str(rates))):
        print(f"dateline: {rates}: {words}", file=sys.stderr)


def _line(problem: Problem, detail: str) -> str:
    return f"{problem.severity}: {problem.input_id}: {detail}; {problem.fix} [{problem.code}]"


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line for each input and code, in the order in which they came; one for all lines of a corpus that have the same, told with its cure.

    Example: twenty notes without a marker are ``a note has no marker in the text (note 2, note 3, note 4 and 17 more)``.
    """
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for item in problems:
        where = ("", item.fix) if item.code in _OF_ALL else (item.input_id, "")
        groups.setdefault((*where, item.code), []).append(item)
    for found in groups.values():
        first = replace(found[0], input_id=_named([item.input_id for item in found]))
        said = _added(found) if first.code in _COUNTED else _detail([item.detail for item in found])
        yield _line(first, f"{said} ({rows(len(found))})" if first.code == REPEATED else said)


def _added(found: Sequence[Problem]) -> str:
    """What is told of inputs with the numbers of things of a kind added up: "… was repaired (HTML tags: 14; HTML entities: 3)"."""
    counts: Counter[str] = Counter()
    for match in (_COUNT.fullmatch(one.detail) for one in found):
        if match is not None:
            counts[match["what"]] += int(match["count"].replace(",", ""))
    return f"{CATALOGUE[found[0].code][1]} ({'; '.join(f'{what}: {count:,}' for what, count in counts.items())})"


def rows(count: int) -> str:
    """How many documents of a corpus have the id of an earlier one: "3 rows repeat an id"."""
    return f"{plural(count, 'row')} {'repeats' if count == 1 else 'repeat'} an id"


def tell_kind(found: Sequence[Problem], inputs: int) -> None:
    """Says one kind of problem that several inputs have, on one line on standard error.

    Args:
        found: such a problem of each of the first inputs.
        inputs: how many inputs have one.
    """
    first = replace(found[0], input_id=_named([one.input_id for one in found], inputs))
    print(f"dateline: {_line(first, _detail([one.detail for one in found]))}", file=sys.stderr)


def _named(inputs: list[str], count: int | None = None) -> str:
    inputs = list(dict.fromkeys(inputs))
    more = (count or len(inputs)) - min(len(inputs), _NAMED_INPUTS)
    return ", ".join(inputs[:_NAMED_INPUTS]) + (f" and {more} more" if more > 0 else "")


def _detail(details: list[str]) -> str:
    details = list(dict.fromkeys(details))
    if len(details) == 1:
        return details[0]
    split = [re.fullmatch(r"(.*?) \((.*)\)", detail) for detail in details]
    if any(match is None for match in split) or len({match[1] for match in split if match}) != 1:
        shown = "; ".join(details[:_NAMED])
    else:
        shown = f"{split[0][1] if split[0] else ''} ({', '.join(match[2] for match in split[:_NAMED] if match)}"
    more = len(details) - _NAMED
    tail = f" and {more} more" if more > 0 else ""
    return f"{shown}{tail}{')' * (shown.count('(') - shown.count(')'))}"


def unread(failed: Iterable[Problem]) -> str:
    """``; 11 inputs could not be read``, or nothing."""
    return told_unread(len({item.input_id for item in failed if item.severity == "error"}))


def told_unread(count: int) -> str:
    """``; 11 inputs could not be read``, or nothing."""
    return f"; {plural(count, 'input')} could not be read" if count else ""


def tell_reading(words: str) -> None:
    """Say on standard error how a name was read ("Kyiv is read as Ukraine (UKR)")."""
    print(f"dateline: {words}", file=sys.stderr)
