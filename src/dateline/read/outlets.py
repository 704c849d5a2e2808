"""The news agencies and outlets that are known by name or by the address of their site."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.types import site_of

_AGENCY: Final = re.compile(r"\s+(?:News )?(?:Agency|Service|Wire)$|\s+News$", re.IGNORECASE)
_NEWS_WORDS: Final = re.compile(
    r"\b(?:Times|Post|Herald|News|Daily|Tribune|Gazette|Journal|Chronicle|Telegraph|Guardian|Observer|Standard|Mail|Star|Express"
    r"|Weekly|Today|Press|Television|TV|Radio|Broadcasting|Newspaper|Mirror|Independent|Courier|Monitor|Bulletin|Online)\b"
)

#: What newsletters and papers that come out again and again are called.
_NEWSLETTER: Final = re.compile(
    r"\S.*\s(?:Briefs?|Briefings?|Newsletter|Digest|Dispatch(?:es)?|Bulletin|Updates?|Insights?|Notes|Memos?|Round-?up|Reports?|Review|Tracker|Playbook|Alerts?|Monitor"
    r"|Perspectives?|Spotlight)$"
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency or an outlet.

    ``kind`` is ``agency``, ``outlet`` (newspaper, magazine, broadcaster, news site), ``site`` (a blog or magazine of the web that carries
    mostly comment) or ``platform`` (where anybody posts); ``country`` an ISO 3166-1 alpha-3 code (``XKX`` for Kosovo). ``state_owned``: owned or run
    by a state or its ruling party; public broadcasters with statutory independence are not.
    """

    name: str
    kind: str
    country: str
    state_owned: bool
    aliases: tuple[str, ...]
    domains: tuple[str, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """All known agencies and outlets, in the order of ``data/outlets.tsv``."""
    text = files("dateline.read").joinpath("data/outlets.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Outlet(
            row["name"],
            row["kind"],
            row["country"],
            row["state_owned"] == "yes",
            tuple(filter(None, row["aliases"].split("|"))),
            tuple(filter(None, row["domains"].split("|"))),
        )
        for row in rows
    )


def _key(name: str) -> str:
    name = name.strip().replace("’", "'")
    name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    # Short names and initials ("AP", "Time", "MAP") are words otherwise: their case counts.
    return name if len(name) <= 4 else name.lower()


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(_key(name), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def find_outlet(name: str) -> Outlet | None:
    """The agency or outlet of a name, with or without "The"; ``None`` where it is not known.

    An agency may be called "X News Agency" where the table has only "X".
    """
    found = _by_name().get(_key(name))
    if found is not None:
        return found
    short = _by_name().get(_key(_AGENCY.sub("", name)))
    return short if short is not None and short.kind == "agency" else None


#: Words of which newspapers of many places have their names.
_SHARED_WORDS: Final = words_of("read.outlets.shared")
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)$")


def identified(name: str) -> Outlet | None:
    """The agency or outlet that a name tells for certain, as :func:`find_outlet_in_brackets` but for short names that papers of many places have.

    "Daily Post" may be any of them where the table has the "Vanuatu Daily Post", and "The Star" where it has "The Star (Malaysia)": such a name
    needs its place ("Daily Post (Vanuatu)") or the full name.

    Example:
        >>> identified("The Daily Post"), identified("Vanuatu Daily Post").country, identified("The Guardian").country
        (None, 'VUT', 'GBR')
    """
    found = find_outlet(name)
    if found is not None:
        return None if _lacks_place(name, found) else found
    place = _IN_BRACKETS.search(name)
    found = find_outlet(name[: place.start()]) if place else None
    if place is None or found is None or not _lacks_place(name[: place.start()], found):
        return found
    return found if set(_words(place[1])) <= set(_words(found.name)) else None


def _lacks_place(name: str, outlet: Outlet) -> bool:
    """Whether a name is made of words that many papers share, and leaves out the place that the outlet's full name has."""
    own, full = set(_words(name)), set(_words(_IN_BRACKETS.sub("", outlet.name)))
    if not own <= _SHARED_WORDS:
        return False
    place = _IN_BRACKETS.search(outlet.name)
    return place is not None or (own < full and not full <= _SHARED_WORDS)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w'’-]+", name.lower()) if word != "the"]


def find_outlet_in_brackets(name: str) -> Outlet | None:
    """As :func:`find_outlet`; a place or country in brackets after the name ("The Hindu (Chennai)") does not hinder."""
    return find_outlet(name) or find_outlet(re.sub(r"\s*\([^()]*\)$", "", name))


def outlet_of_url(url: str) -> Outlet | None:
    """The agency or outlet whose site an address belongs to, that of the page itself where an archive has a copy of it."""
    host = site_of(url) or ""
    while "." in host:
        found = _by_domain().get(host)
        if found is not None:
            return found
        host = host.partition(".")[2]
    return None


def is_newsletter(name: str) -> bool:
    """Whether a name is that of a newsletter or series by its last word: such a name stands as a whole, whatever outlet its first words would name.

    Example:
        >>> is_newsletter("The Monitor Briefing"), is_newsletter("Briefing"), is_newsletter("Ann Lee")
        (True, False, False)
    """
    return len(name.split()) <= 6 and _NEWSLETTER.match(name.title() if name.isupper() else name) is not None


def looks_like_news(name: str) -> bool:
    """Whether an unknown name is that of a newspaper, broadcaster or agency by the words in it."""
    return len(name.split()) <= 6 and _NEWS_WORDS.search(name) is not None
