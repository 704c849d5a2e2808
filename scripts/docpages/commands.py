"""The page of the command line, from the application itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

import typer

from dateline.cli import app
from docpages.text import MADE, plain, table


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name ("corpus check"), in the order of the help."""
    yield from _walk(typer.main.get_command(app), "")


def _walk(group: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if hasattr(command, "commands"):
            yield from _walk(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def parameters(command: Any) -> list[Any]:
    """Arguments and options of a command, without --help."""
    return [one for one in command.params if one.name != "help" and not getattr(one, "hidden", False)]


def is_argument(parameter: Any) -> bool:
    """Whether it is given by its place."""
    return not any(name.startswith("-") for name in parameter.opts)


def help_of(parameter: Any) -> str:
    """The help of an argument or option."""
    return str(getattr(parameter, "help", None) or "")


def _annotations(command: Any) -> dict[str, Any]:
    """The annotated types of a command's function, by parameter: they hold choices and what is shown as default."""
    return get_type_hints(inspect.unwrap(command.callback), include_extras=True)


def _choices(annotation: Any) -> tuple[str, ...]:
    """The values of an enumeration, wherever it stands in the annotation."""
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return tuple(str(one.value) for one in annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())


def _default(parameter: Any, annotation: Any) -> str:
    shown = [getattr(one, "show_default", None) for one in getattr(annotation, "__metadata__", ())]
    said = next((one for one in shown if isinstance(one, str)), None)
    value = parameter.default.value if isinstance(parameter.default, Enum) else parameter.default
    if said is None and (parameter.required or isinstance(value, bool) or not isinstance(value, str | int | float) or value == ""):
        return ""
    return f"`{said or value}`"


def _help(parameter: Any, annotation: Any) -> str:
    parts = [help_of(parameter)]
    choices = _choices(annotation)
    if choices:
        parts.append("One of " + ", ".join(f"`{one}`" for one in choices) + ".")
    if parameter.envvar:
        parts.append(f"Environment: `{parameter.envvar}`.")
    if parameter.required:
        parts.append("Required.")
    return " ".join(parts)


def _section(name: str, command: Any) -> str:
    hints = _annotations(command)
    arguments = [one for one in parameters(command) if is_argument(one)]
    options = [one for one in parameters(command) if not is_argument(one)]
    usage = " ".join([f"dateline {name}", *(f"{one.name.upper()}{'…' if one.nargs == -1 else ''}" for one in arguments)])
    parts = [f"## dateline {name}\n", f"    {usage}{' [OPTIONS]' if options else ''}\n", plain(inspect.cleandoc(command.help or "")) + "\n"]
    if arguments:
        parts.append(table(("argument", "what"), ((f"`{one.name.upper()}`", _help(one, hints.get(one.name))) for one in arguments)))
    if options:
        rows = ((", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts)), _help(one, hints.get(one.name)), _default(one, hints.get(one.name))) for one in options)
        parts.append(table(("option", "what", "default"), rows))
    return "\n".join(parts)


#: What holds for every command.
_EXIT_CODES = """## Exit codes

0 says that the command did what it was asked, also where nothing was found, unless the table says otherwise. What was done before an error stays done: records that
were coded are stored. 141 (128 and the number of SIGPIPE) is that the reader of the output went away (`| head`), as of other programs; for errors see [their codes](errors.md).
"""


def exit_codes(command: Any) -> str:
    """What a command's help says of its exit codes."""
    return plain(inspect.cleandoc(command.help or "").partition("Exit codes:")[2].partition("\n\n")[0]).replace("\n", " ").strip()


def page() -> str:
    """The page ``reference/commands.md``."""
    listed = table(("command", "does"), ((f"[`{n}`](#dateline-{n.replace(' ', '-')})", plain((c.help or "").split("\n")[0])) for n, c in commands()))
    intro = (
        "# Commands\n\n`dateline COMMAND --help` prints the same. A bad file never stops the others: it is one line on standard error, one row in\n"
        "the table `problems`, and the exit code is 1. Wrong usage is exit code 2.\n"
    )
    ends = table(("command", "exit codes"), ((f"`{n}`", exit_codes(c)) for n, c in commands()))
    return "\n".join([MADE, intro, listed, _EXIT_CODES, ends, *(_section(name, command) for name, command in commands())])
