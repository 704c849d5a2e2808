"""Mutation of real samples: a sample and a list of edits give an input, so that a finding can be repeated and shrunk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

KINDS: Final = ("flip", "delete", "double", "move", "token", "cut", "repeat", "number")
#: Longest piece that an edit removes, doubles or moves, in bytes.
LONGEST: Final = 400
#: A repeated piece is repeated this often: enough for quadratic time to show, small enough for thousands of runs.
TIMES: Final = 300
#: Numbers at which fields of formats break: signs, widths of integers, beyond a float.
NUMBERS: Final = (b"0", b"-1", b"255", b"65536", b"2147483648", b"-9223372036854775809", b"1e400", b"nan", "٣".encode(), "²".encode())


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: where (a share of the length), how long a piece, and which token or bit."""

    kind: str
    at: float
    length: int
    pick: int


def drawn(random: Random, most: int = 6) -> list[Edit]:
    """Edits at random."""
    return [
        Edit(random.choice(KINDS), random.random(), random.randint(1, random.choice((2, 20, LONGEST))), random.getrandbits(16))
        for _ in range(random.randint(1, most))
    ]


def edited(data: bytes, edits: Sequence[Edit], tokens: Sequence[bytes]) -> bytes:
    """The sample with the edits made one after the other."""
    for edit in edits:
        data = _one(data, edit, tokens)
    return data


def _one(data: bytes, edit: Edit, tokens: Sequence[bytes]) -> bytes:
    at = int(edit.at * len(data))
    head, piece, tail = data[:at], data[at : at + edit.length], data[at + edit.length :]
    match edit.kind:
        case "flip":
            return head + bytes([piece[0] ^ (1 << edit.pick % 8)]) + data[at + 1 :] if piece else data
        case "delete":
            return head + tail
        case "double":
            return head + piece + piece + tail
        case "move":
            rest, to = head + tail, edit.pick * (len(head) + len(tail)) // 65536
            return rest[:to] + piece + rest[to:]
        case "token":
            return head + tokens[edit.pick % len(tokens)] + data[at:]
        case "cut":
            return data[: max(at, 1)]
        case "repeat":
            return head + piece[:30] * TIMES + tail
    return _number(data, at, edit.pick)


def _number(data: bytes, at: int, pick: int) -> bytes:
    """The next run of digits replaced by a number that formats trip over."""
    start = next((i for i in range(at, min(at + 2000, len(data))) if data[i : i + 1].isdigit()), None)
    if start is None:
        return data
    end = start
    while data[end : end + 1].isdigit():
        end += 1
    return data[:start] + NUMBERS[pick % len(NUMBERS)] + data[end:]


def edited_archive(data: bytes, edits: Sequence[Edit], tokens: Sequence[bytes]) -> bytes:
    """An archive with the edits made inside its members, and the archive whole; edits of an odd pick hit the archive itself."""
    inner = [edit for edit in edits if edit.pick % 8]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    names = sorted(parts)
    for edit in inner:
        name = names[edit.pick // 8 % len(names)]
        parts[name] = _one(parts[name], edit, tokens)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return edited(buffer.getvalue(), [edit for edit in edits if not edit.pick % 8], tokens)
