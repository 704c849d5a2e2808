"""What ``who``, ``where`` and ``when`` share: one phrase or a file of them, and answers as text or JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import typer

from dateline.cli import problems
from dateline.cli.grid import printable
from dateline.errors import DatelineError
from dateline.ontology.fieldcodes import COUNTRY_FIX, country_given

#: An answer with the keys of the command, in order.
Answer: TypeAlias = dict[str, object]


class AnswerFormat(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase with the day and the countries in play that it is read against."""

    phrase: str
    day: date | None = None
    near: tuple[str, ...] = ()


def to_day(value: str | None, option: str | None = None) -> date | None:
    """The value of an option that gives a day, in figures (2024-11-20) or with its month in letters, which the message names where it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        from dateline.read.dates import parse_date

        found = parse_date(value) if any(sign.isalpha() for sign in value) else None
        if found is not None and (day := found.to_date()) is not None:
            return day
        raise typer.BadParameter(f"{value!r} is not a day such as 2024-11-20 or '20 November 2024'", param_hint=option and f"'{option}'") from error


def to_columns(value: str | None) -> tuple[tuple[str, str], ...]:
    """The value of ``--columns``: fields of a corpus with what it calls them, "id=doc_id,text=body"."""
    from dateline.read.fieldnames import FIELDS
    from dateline.read.options import columns_of

    pairs = columns_of(value or "")
    if any(field not in FIELDS or not name for field, name in pairs):
        raise typer.BadParameter(f"--columns is written id=doc_id,text=body,date=pubdate; the fields are {', '.join(FIELDS)}")
    return pairs


def to_codes(values: Iterable[str], option: str | None = None) -> tuple[str, ...]:
    """Country codes from an option, which the message names, or a column, each perhaps several parted by commas."""
    codes = tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())
    for code in codes:
        if len(code) != 3 or not (code.isascii() and code.isalpha()):
            raise typer.BadParameter(f"{code!r} is not a country code of three letters, such as LBN", param_hint=option and f"'{option}'")
    return codes


def to_code(value: str | None, option: str) -> str | None:
    """The one country code of an option."""
    codes = to_codes([value] if value else (), option)
    if len(codes) > 1:
        raise typer.BadParameter("give one country code of three letters, such as LBN", param_hint=f"'{option}'")
    return codes[0] if codes else None


def to_country(value: str | None, option: str) -> str | None:
    """The country of an option, by its code or name."""
    if value is None:
        return None
    code = country_given(value)
    if code is None:
        raise typer.BadParameter(f"{value!r} is no country; {COUNTRY_FIX}", param_hint=f"'{option}'")
    return code


def one_of(phrase: str | None, file: Path | None) -> None:
    """Wrong usage unless exactly one of a phrase and a file is given."""
    if (phrase is None) == (file is None):
        raise typer.BadParameter("give a phrase, or --file FILE with one phrase a line, and not both")


def lines(file: Path) -> Iterator[str]:
    """The lines of a file in UTF-8 without their ends, of standard input for ``-``.

    Raises:
        DatelineError: E001 where it does not exist, E002 where it cannot be read.
    """
    if str(file) == "-":
        yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
        return
    if not file.exists():
        raise DatelineError("E001", str(file))
    try:
        with file.open(encoding="utf-8-sig") as stream:
            yield from (line.rstrip("\r\n") for line in stream)
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError("E002", str(file), str(error)) from error


def asked(line: str, default: Asked) -> Asked:
    """A line of a phrases file: the phrase, and after tabs perhaps its own day and country codes.

    Raises:
        ValueError: with what is wrong with the line.
    """
    phrase, *columns = line.split("\t")
    if len(columns) > 2:
        raise ValueError(f"{len(columns) + 1} columns")
    day, near = [*(column.strip() for column in columns), "", ""][:2]
    try:
        return Asked(phrase.strip(), to_day(day) if day else default.day, to_codes([near]) if near else default.near)
    except typer.BadParameter as error:
        raise ValueError(error.message) from error


def answer_all(
    phrase: str | None, file: Path | None, default: Asked, answer: Callable[[Asked], Answer], show: Callable[[Answer], None], form: AnswerFormat
) -> None:
    """Answer the phrase or every line of the file, in order; a malformed line is answered with nulls and makes the exit code 1."""
    bad = 0
    if form is AnswerFormat.JSONL:
        show = write_line
    for number, line in enumerate([phrase] if phrase is not None else lines(file or Path("-")), 1):
        question = Asked(line, default.day, default.near)
        if file is not None:
            try:
                question = asked(line, default)
            except ValueError as error:
                problems.tell(DatelineError("E321", f"{file}, line {number}", str(error)))
                bad, question = bad + 1, Asked("")
        found = answer(question)
        if file is not None and not question.phrase:
            found["input"] = line.split("\t")[0].strip()
        show(found)
    if bad:
        raise typer.Exit(1)


def write_line(found: Answer) -> None:
    """Write an answer as a line of JSON."""
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def heading(found: Answer, text: str | None, notes: Iterable[str]) -> None:
    """Print the phrase with its answer, and notes on it below."""
    print(f"{printable(found['input'])}: {printable(text) if text else 'unknown'}")
    for note in notes:
        print(f"  {printable(note)}")


def considered(rows: Iterable[Iterable[object]]) -> None:
    """Print the candidates, numbered and in columns."""
    cells = [[printable(cell) or "-" for cell in row] for row in rows]
    if not cells:
        return
    print("  considered:")
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    for number, row in enumerate(cells, 1):
        print(f"  {number:>3}. " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
