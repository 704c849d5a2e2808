"""What corpora call their fields: the names of the contract, those that a user gave, and the usual ones of lists and chronologies in spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.errors import DatelineError
from dateline.read.datecells import cell, day_of_cell
from dateline.read.dayorder import figures
from dateline.read.options import ReadOptions

#: A field of a corpus line -> the names it may have.
FIELDS: Final = {
    "id": ("id",),
    "text": ("text", "event_text"),
    "date": ("date", "pub_date", "published", "publication_date", "pubDate"),
    "title": ("title",),
    "publisher": ("publisher",),
    "url": ("url",),
    "lang": ("lang",),
    "country": ("country",),
}
#: Further names, in small letters, where a file lacks an id or a text under the names of the contract; the better first.
_USUAL: Final = {
    "id": ("doc id", "docid", "document id", "article id", "uid", "guid"),
    "text": (
        "full text", "fulltext", "body", "content", "article", "story", "what happened", "event", "events", "event description", "development",
        "developments", "description", "summary", "sentence", "statement", "headline", "headlines", "title",
    ),
    "date": (
        "day", "event date", "date of event", "announced", "date announced", "published at", "publishedat", "date published", "datepublished",
        "published on", "publication day",
    ),
    "title": ("headline",),
    "publisher": ("outlet", "newspaper", "news outlet", "source", "news source"),
    "url": ("link", "source url", "web address", "href"),
    "lang": ("language",),
    "country": (),
}  # fmt: skip
#: What to do where a file has no columns of the right names.
RENAME: Final = "name them id, text and date, or say what they are called: --columns id=NAME,text=NAME,date=NAME"
#: So many columns of a file are named that lacks the right ones.
LISTED: Final = 20
#: What tells of something has so many words.
_WORDS: Final = 3


def names_of(options: ReadOptions) -> dict[str, tuple[str, ...]]:
    """The names of each field by the contract: those given, else those of :data:`FIELDS`."""
    return FIELDS | {field: (name,) for field, name in options.columns}


def is_usual(name: str) -> bool:
    """Whether a name is one that a field may have in a list or a chronology."""
    return any(_plain(name) in names for names in _USUAL.values())


def has_contract(names: Collection[str], options: ReadOptions) -> bool:
    """Whether names hold those of an id and a text by the contract."""
    wanted = names_of(options)
    return all(any(name in names for name in wanted[field]) for field in ("id", "text"))


@lru_cache(maxsize=256)
def names_in(names: tuple[str, ...], options: ReadOptions, usual: bool) -> Mapping[str, tuple[str, ...]]:
    """Which of a file's names each field has, the better first.

    Args:
        names: the columns of the file, or what a line of it has.
        options: the names that the user gave; no other counts for these fields.
        usual: whether the usual names of lists count beside those of the contract, as they do where the file lacks an id or a text.

    Example:
        >>> found = names_in(("Day", "What happened", "Source"), ReadOptions(), True)
        >>> found["date"], found["text"], found["publisher"], found["id"]
        (('Day',), ('What happened',), ('Source',), ())
    """
    found = {field: tuple(one for one in wanted if one in names) for field, wanted in names_of(options).items()}
    if not usual:
        return found
    given = dict(options.columns)
    taken = set(given.values())
    for field, wanted in _USUAL.items():
        if field not in given and not found[field]:
            found[field] = tuple(name for one in wanted for name in names if _plain(name) == one and name not in taken)[:1]
            taken.update(found[field] if field == "text" else ())
    return found


def missing_columns(names: Iterable[str], options: ReadOptions, where: str, sample: Mapping[str, object]) -> DatelineError | None:
    """What is wrong with a file of these columns: that it has no text, lacks a column that was named, or has days under no name that is known.

    Args:
        names: its columns.
        options: what the user calls them.
        where: the file.
        sample: its first row, which shows what the columns hold.
    """
    listed = tuple(name for name in names if name)
    usual = not has_contract(listed, options)
    found = names_in(listed, options, usual)
    given = dict(options.columns)
    missing = [field for field in FIELDS if not found[field] and (field == "text" or field in given)]
    if not missing and usual and options.date is None and not found["date"] and _days(_others(sample, found)):
        missing = ["date"]
    if not missing:
        return None
    called = [f"{field} ({given[field]})" if field in given else field for field in missing]
    return DatelineError("E007", where, f"no column {' or '.join(called)}{_has('its columns are', listed)}", _fix(sample, found))


def lacking(record: Mapping[str, object], found: Mapping[str, tuple[str, ...]], where: str, *, dated: bool) -> DatelineError | None:
    """What is wrong with a line: that it has no text, or, where it should be ``dated``, that it has a day under no name that is known."""
    others, texts = _others(record, found), [record[name] for name in found["text"] if record.get(name) is not None]
    if not texts or not isinstance(texts[0], str):
        fix = _fix(record, found) if others else "give it an id and a text, or leave it out"
        return DatelineError("E007", where, f"text is missing or not a string{_has('the line has', others)}", fix)
    if dated and not found["date"] and _days(others):
        return DatelineError("E007", where, f"no date{_has('the line has', record)}", _fix(record, found))
    return None


def _others(record: Mapping[str, object], found: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    """What a line has beside the fields of a corpus."""
    return {name: value for name, value in record.items() if name and not any(name in names for names in found.values())}


def _has(said: str, names: Collection[str]) -> str:
    return f"; {said} {', '.join([*names][:LISTED])}{' …' if len(names) > LISTED else ''}" if names else ""


def _days(record: Mapping[str, object]) -> list[str]:
    """The names whose cells are whole days."""
    cells = {name: cell(value) if not isinstance(value, date) else value.isoformat() for name, value in record.items()}
    return [name for name, text in cells.items() if text and (day_of_cell(text) is not None or figures(text) is not None)]


def _fix(record: Mapping[str, object], found: Mapping[str, tuple[str, ...]]) -> str:
    """How to say which column is the text and which the date, by what a row shows."""
    own = {name: value for name, value in _others(record, found).items() if not {",", "="} & set(name)}
    days = _days(own)
    told = {name: text for name, value in own.items() if name not in days and (text := cell(value)) and len(text.split()) >= _WORDS}
    text = found["text"][0] if found["text"] else max(told, key=lambda name: len(told[name]), default=None)
    day = found["date"][0] if found["date"] else next(iter(days), None)
    if text is None:
        return RENAME
    return f'say what they are called: --columns "text={text}{f",date={day}" if day is not None else ""}" (and id=NAME where there are ids; lines are numbered without)'


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip().casefold())
