"""Letters that the encoding of the output lacks: they are written as escapes, as in JSON, and never end a command."""

from __future__ import annotations

import codecs
import io
from typing import Final

_HANDLER: Final = "dateline.escape"


def keep_all_letters(*streams: object) -> None:
    """Lets streams write what their encoding lacks as ``\\u011f``, which JSON reads as the letter; those that have a way of their own keep it."""
    codecs.register_error(_HANDLER, _escaped)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors=_HANDLER)


def _escaped(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{lacking[at] << 8 | lacking[at + 1]:04x}" for at in range(0, len(lacking), 2)), error.end
