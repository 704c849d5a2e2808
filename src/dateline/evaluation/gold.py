"""Gold files: documents with ``text``, ``published`` and ``mentions`` in the record contract's names, a subset of fields allowed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import DatelineError
from dateline.types import Block, BlockKind, Document, EventMention, Span

#: What stands for an empty side of a triple, and for a party whose country is not known.
EMPTY = "---"


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
    """Read a gold file, one JSON document a line.

    Raises:
        DatelineError: E001 where the file is missing, E501 where a line is malformed (with its number).
    """
    if not path.exists():
        raise DatelineError("E001", str(path))
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise DatelineError("E501", str(path), f"not UTF-8 at byte {error.start}") from error
    documents = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            documents.append(_document(row, number))
        except (ValueError, KeyError, TypeError) as error:
            raise DatelineError("E501", f"{path}:{number}", f"{type(error).__name__}: {error}") from error
    return documents


def _document(row: Mapping[str, object], number: int) -> GoldDocument:
    text = row["text"]
    mentions = row.get("mentions", [])
    published = row.get("published") or row.get("date")
    if not isinstance(text, str) or not isinstance(mentions, list):
        raise TypeError("text is a string and mentions a list")
    return GoldDocument(
        id=str(row.get("id", number)),
        text=text,
        published=str(published) if published else None,
        mentions=tuple(gold_mention(m) for m in mentions),
    )


def gold_mention(row: Mapping[str, object]) -> GoldMention:
    """A gold mention from a record; fields that are absent are not scored."""
    trigger = _mapping(row["trigger"])
    start, end = _offsets(trigger)
    attribution = row.get("attribution")
    status = row.get("status")
    return GoldMention(
        start=start,
        end=end,
        type=str(row["type"]),
        modes=frozenset(map(str, _list(row["modes"]))) if "modes" in row else None,
        actors=_countries(row, "actors"),
        recipients=_countries(row, "recipients"),
        date=_day(row.get("date")),
        place=_offsets(_mapping(row["place"])) if row.get("place") else None,
        status=str(status) if status else None,
        negated=bool(row["negated"]) if "negated" in row else None,
        certainty=str(row["certainty"]) if row.get("certainty") else None,
        attributed=attribution is not None if "attribution" in row else None,
        speaker_country=_speaker_country(attribution),
        speaker=_offsets(attribution) if isinstance(attribution, Mapping) and attribution.get("span") else None,
        optional=bool(row.get("optional", False)),
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"an object was expected, not {value!r}")
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list was expected, not {value!r}")
    return value


def _offsets(value: Mapping[str, object]) -> tuple[int, int]:
    start, end = _list(value["span"])
    return int(str(start)), int(str(end))


def _countries(row: Mapping[str, object], role: str) -> frozenset[str] | None:
    if role not in row:
        return None
    return frozenset(str(_mapping(p).get("country") or EMPTY) for p in _list(row[role]))


def _day(value: object) -> str | None:
    if isinstance(value, Mapping):
        found = value.get("value") or value.get("earliest")
        return str(found) if found else None
    return str(value) if value else None


def _speaker_country(value: object) -> str | None:
    if isinstance(value, Mapping):
        country = value.get("country")
        return str(country) if country else None
    return None


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
