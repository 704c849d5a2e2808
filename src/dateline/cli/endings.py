"""Formats of output files: the one that the file's ending names, and never one under the ending of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

import typer

Form = TypeVar("Form", bound=str)

#: Endings that name a format: a program, or a reader, trusts them. Any other ending says nothing of what is in the file.
_NAMING: Final = frozenset(
    ".arrow .bib .csv .docx .feather .gz .htm .html .ipc .json .jsonl .markdown .md .ndjson .parquet .pdf .pq .ris .tab .tsv .xls .xlsx .zip .zst".split()
)


def format_for(out: Path | None, form: Form | None, endings: Mapping[Form, Sequence[str]], default: Form, hint: str = "") -> Form:
    """The format of an output: the one asked for, else the one that the file's ending names, else the default.

    Args:
        out: where it is written; ``None`` for standard output.
        form: what ``--format`` says.
        endings: of each format the endings under which it may be written.
        default: what is written where neither says anything.
        hint: what does write the ending that is refused.

    Raises:
        typer.BadParameter: the ending names another format than the one asked for, or one that is not written here.
    """
    suffix = "" if out is None else out.suffix.lower()
    named = [one for one, known in endings.items() if suffix in known]
    if suffix in _NAMING and form is not None and form not in named:
        raise typer.BadParameter(f"{out}: --format {form} is not what the ending {suffix} names; {_fitting(endings.get(form, ()))}")
    if suffix in _NAMING and not named:
        known = ", ".join(dict.fromkeys(one for listed in endings.values() for one in listed))
        raise typer.BadParameter(f"{out}: nothing that ends in {suffix} is written here, but: {known}{hint}")
    return form if form is not None else named[0] if named else default


def check_ending(out: Path | None, endings: Sequence[str], option: str) -> None:
    """Refuses a file whose ending names another format than the one that an option writes.

    Raises:
        typer.BadParameter: with the endings that fit.
    """
    if out is not None and out.suffix.lower() in _NAMING and out.suffix.lower() not in endings:
        raise typer.BadParameter(f"{out}: what {option} writes ends in {' or '.join(endings)}")


def _fitting(endings: Sequence[str]) -> str:
    return f"end it in {' or '.join(endings)}, or leave --format out" if endings else "give another ending"
