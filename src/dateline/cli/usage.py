"""How wrong usage is told: by the option that is meant, in words for people, and with the way to do it."""

from __future__ import annotations

from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

#: What the library that checks values puts before its own words.
_CHECKER: Final = "Value error, "


class Command(TyperCommand):
    """A command whose usage line names its arguments in capitals, as the documentation does."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage line in pieces: ``[OPTIONS]``, ``INPUTS...``; what may be left out stands in square brackets."""
        return [piece.replace("{", "").replace("}", "").upper() for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses arguments; a value that does not fit is told without the words of the library that found it."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix(_CHECKER)
            raise


class Group(TyperGroup):
    """Commands; an option of theirs that stands before the command is told to stand behind it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses what stands before the command, and its name."""
        option = args[0].partition("=")[0] if args else ""
        if option.startswith("--") and option not in _options(self):
            named = next((one for one in args if one in self.commands), None)
            having = [name for name, command in self.commands.items() if option in _options(command)]
            if named in having or (named is None and having):
                ctx.fail(f"{option} is an option of a command and stands behind it: {ctx.command_path} {named or having[0]} {option} ...")
        return super().parse_args(ctx, args)


def _options(command: Any) -> set[str]:
    return {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
