"""Gold files: documents with ``text``, ``published`` and ``mentions`` in the record contract's names, a subset of fields allowed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.evaluation.goldvalues import EMPTY, FieldError, act_date, check_span, country, flag, listed, mapping, offsets, published
from dateline.ontology.plover import plover
from dateline.types import Block, BlockKind, Certainty, Document, EventMention, Span, Status

_OF_DOCUMENT: Final = frozenset({"id", "text", "published", "date", "mentions"})
_OF_MENTION: Final = frozenset(
    {"trigger", "type", "modes", "actors", "recipients", "date", "place", "status", "negated", "certainty", "attribution", "optional"}
)
#: Likeness from which an unknown name is a slip for a known one: "mentionz" and "actor" are, "source" and "note" are not.
_SLIP: Final = 0.8


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention as scored, gold or predicted; ``None`` in a field that the gold file does not give.

    ``start`` and ``end`` are the trigger's offsets; ``date`` is a prefix of an ISO date (gold) or a day (predicted).
    """

    start: int
    end: int
    type: str
    modes: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    recipients: frozenset[str] | None = None
    date: str | None = None
    place: tuple[int, int] | None = None
    status: str | None = None
    negated: bool | None = None
    certainty: str | None = None
    attributed: bool | None = None
    speaker_country: str | None = None
    speaker: tuple[int, int] | None = None
    optional: bool = False
    confidence: float | None = None

    def pairs(self) -> frozenset[tuple[str, str, str]]:
        """(actor country, type, recipient country) for all pairs of parties."""
        actors, recipients = self.actors or {EMPTY}, self.recipients or {EMPTY}
        return frozenset((a, self.type, r) for a in actors for r in recipients)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A gold document: its text, publication date (ISO) and mentions."""

    id: str
    text: str
    published: str | None
    mentions: tuple[GoldMention, ...]


def load_gold(path: Path) -> list[GoldDocument]:
    """Read a gold file, one JSON document a line; its fields are described in ``docs/formats.md``.

    Raises:
        DatelineError: E001 where the file is missing, E003 where it is empty, E501 where a line is malformed (with its number and the field).
    """
    if not path.exists():
        raise DatelineError("E001", str(path))
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # texts may hold other line ends, which JSON does not mark
    except UnicodeDecodeError as error:
        raise DatelineError("E501", str(path), f"not UTF-8 at byte {error.start}") from error
    documents = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            documents.append(_document(json.loads(line), number))
        except json.JSONDecodeError as error:
            raise DatelineError("E501", f"{path}:{number}", f"no JSON: {error.msg} at character {error.pos + 1}") from error
        except FieldError as error:
            raise DatelineError("E501", f"{path}:{number}", str(error)) from error
    if not documents:
        raise DatelineError("E003", str(path))
    return documents


def _document(value: object, number: int) -> GoldDocument:
    row = mapping(value, "the line")
    _check_names(row, _OF_DOCUMENT, "")
    text = row.get("text")
    if not isinstance(text, str):
        raise FieldError("text: missing" if text is None else f"text: a string was expected, not {text!r}")
    if "mentions" not in row:
        raise FieldError("mentions: missing; a document without acts has an empty list")
    mentions = []
    for index, one in enumerate(listed(row["mentions"], "mentions")):
        where = f"mentions[{index}]"
        record = mapping(one, where)
        mentions.append(gold_mention(record, where))
        _check_mention(record, mentions[-1], text, where)
    return GoldDocument(str(row.get("id", number)), text, published(row), tuple(mentions))


def _check_names(row: Mapping[str, object], known: frozenset[str], where: str) -> None:
    """A name that is nearly one that is read is a slip; others are the user's own and are not read."""
    for name in row.keys() - known:
        near = get_close_matches(name, known - row.keys(), 1, _SLIP)
        if near:
            raise FieldError(f"{where}{name}: no such field; did you mean {near[0]!r}?")


def _check_mention(row: Mapping[str, object], mention: GoldMention, text: str, where: str) -> None:
    """Values that could never be scored as right: they are slips."""
    _check_names(row, _OF_MENTION, f"{where}.")
    types = {one.name: one for one in plover().types}
    kind = types.get(mention.type)
    if kind is None:
        raise FieldError(f"{where}.type: {mention.type!r} is none of {', '.join(types)}")
    for mode in mention.modes or ():
        if kind.mode(mode) is None:
            raise FieldError(f"{where}.modes: {mode!r} is no mode of {kind.name} ({', '.join(one.name for one in kind.modes) or 'it has none'})")
    for name, value, allowed in (("status", mention.status, Status), ("certainty", mention.certainty, Certainty)):
        if value is not None and value not in {str(one) for one in allowed}:
            raise FieldError(f"{where}.{name}: {value!r} is none of {', '.join(allowed)}")
    for name, span in (("trigger", (mention.start, mention.end)), ("place", mention.place), ("attribution", mention.speaker)):
        if span is not None:
            check_span(row, name, span, text, where)


def gold_mention(row: Mapping[str, object], where: str = "mention") -> GoldMention:
    """A gold mention from a record; fields that are absent are not scored.

    Args:
        row: the record.
        where: its name in messages.

    Raises:
        ValueError: a field is missing or of another kind, with its name.
    """
    start, end = offsets(row, "trigger", where)
    said = row.get("attribution")
    attribution = None if said is None else mapping(said, f"{where}.attribution")
    status = row.get("status")
    if not isinstance(row.get("type"), str):
        raise FieldError(f"{where}.type: missing" if row.get("type") is None else f"{where}.type: a string was expected, not {row['type']!r}")
    return GoldMention(
        start=start,
        end=end,
        type=str(row["type"]),
        modes=frozenset(map(str, listed(row["modes"], f"{where}.modes"))) if "modes" in row else None,
        actors=_countries(row, "actors", where),
        recipients=_countries(row, "recipients", where),
        date=act_date(row.get("date"), f"{where}.date"),
        place=offsets(row, "place", where) if row.get("place") else None,
        status=str(status) if status else None,
        negated=flag(row["negated"], f"{where}.negated") if row.get("negated") is not None else None,
        certainty=str(row["certainty"]) if row.get("certainty") else None,
        attributed=attribution is not None if "attribution" in row else None,
        speaker_country=country(attribution.get("country"), f"{where}.attribution.country") if attribution else None,
        speaker=offsets(row, "attribution", where) if attribution and attribution.get("span") else None,
        optional=row.get("optional") is not None and flag(row["optional"], f"{where}.optional"),
    )


def _countries(row: Mapping[str, object], role: str, where: str) -> frozenset[str] | None:
    if role not in row:
        return None
    parties = [(f"{where}.{role}[{index}]", one) for index, one in enumerate(listed(row[role], f"{where}.{role}"))]
    return frozenset(country(mapping(one, name).get("country"), f"{name}.country") or EMPTY for name, one in parties)


def predicted(mention: EventMention) -> GoldMention:
    """A coded mention as it is scored."""
    said = mention.attribution
    return GoldMention(
        start=mention.trigger.span.start,
        end=mention.trigger.span.end,
        type=mention.type,
        modes=frozenset(mention.modes),
        actors=frozenset(p.country or EMPTY for p in mention.actors),
        recipients=frozenset(p.country or EMPTY for p in mention.recipients),
        date=mention.date.earliest.isoformat() if mention.date and mention.date.basis != "document" else None,
        place=(mention.place.span.start, mention.place.span.end) if mention.place else None,
        status=str(mention.status),
        negated=mention.negated,
        certainty=str(mention.certainty),
        attributed=said is not None,
        speaker_country=said.country if said else None,
        speaker=(said.span.start, said.span.end) if said and said.span else None,
        confidence=mention.confidence,
    )


#: A first line longer than this is a paragraph, whatever it ends with.
_TITLE_CHARS = 200


def plain_document(name: str, text: str, published: str | None) -> Document:
    """A text as a document of headline and paragraph blocks, offsets unchanged.

    Args:
        name: its input id.
        text: paragraphs separated by blank lines; a first line that does not end as a sentence is a headline.
        published: ISO date; only a full one (ten characters) counts.
    """
    blocks = []
    for match in re.finditer(r"[^\n](?:.*?[^\n])??(?=\n\n|\n*\Z)", text, re.DOTALL):
        title = match.start() == 0 and match.end() < len(text.rstrip()) and not match.group().rstrip().endswith((".", "”", '"', "!"))
        kind = BlockKind.TITLE if title and len(match.group()) < _TITLE_CHARS else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(match.start(), match.end())))
    raw = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = date.fromisoformat(published) if published and len(published) == 10 else None
    return Document(raw[:16], name, text, raw, tuple(blocks), published=day)
