"""Where a report comes from: the one rule by which ``events --merged`` and ``response`` count independent sources.

What its note cites (the agency first, as an outlet that prints it is no source of its own), else the medium that it quotes, the agency that
the document credits, the outlet, the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.datelines import dateline_of
from dateline.initials import written_out
from dateline.read.outlets import Outlet, find_outlet, identified, outlet_of_url
from dateline.townnames import is_town
from dateline.types import Attribution, Document, EventMention, Source, site_of

#: Where a byline or a label can stand: at the head of a line, behind a sentence, a bar or a dash, in a bracket.
_OPENS: Final = r"(?:\A|\n\W*|[.!?…|•·–—)\]\"”’] |[(\[])"
#: "By Reuters", "Source: AFP", "(Reuters)", "/Yonhap/": how a text credits an agency at its beginning or end. Who added to a report, edited it or took
#: its pictures ("Additional reporting by AFP", "Editing by Reuters", "Photo: AP", "Doe/AFP/Getty Images") is not where it comes from, and neither is
#: an agency that a sentence has beside "by" ("seen by Reuters").
_CREDIT: Final = re.compile(
    rf"(?:{_OPENS}(?:(?:(?:Report(?:ed|ing)|Written|Compiled|Filed|Published|Story|Text) )?[Bb][Yy]|(?:News )?[Ss]ource:|[Aa]gency:)|\d By)\s+"
    r"(?P<by>[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3})"
    r"|(?:[(\[]|(?<!\w)/)(?P<in>[A-Z][\w .&'’-]{1,30})[)/\]]"
)
#: A bracket inside a sentence explains a word of it ("the People's Alliance (AP) said"); a byline may go on behind it ("By Ann Lee (AFP) in Oslo").
_GOES_ON: Final = re.compile(r"['’]s\b|[,;]? (?!(?:in|from|at)\b)[a-z]")
#: Initials of which nothing is known but what the text tells of them ("the **AA** said" of the Arakan Army).
_INITIALS: Final = re.compile(r"(?:[Tt]he )?[A-Z]{2,5}")
#: An end that is the whole text is read as its beginning; else it is cut out of a line, at whose head nothing stands.
_CUT: Final = "x"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of where it was published: its authors, the beginning and end of its text, its publisher and address."""

    authors: tuple[str, ...]
    head: str
    tail: str
    publisher: str | None
    url: str | None


def origins(cited: Iterable[tuple[str, str | None]], speakers: Iterable[tuple[str, str | None]], imprint: Imprint) -> tuple[str, ...]:
    """The origins of a report; nothing where it is the document itself.

    Args:
        cited: the sources that its notes name, each with its link (``marker``: the note stands at the statement).
        speakers: who says so, nearest first, each with the kind of speaker.
        imprint: of its document.
    """
    links = list(cited)
    names = [_canonical(name) for _, name in [one for one in links if one[0] == "marker"] or links if name]
    if names:
        return tuple(dict.fromkeys(names))
    named = _quoted(speakers) or credited(imprint)
    if named is None and imprint.publisher:
        named = _canonical(imprint.publisher)
    if named is None and imprint.url and (outlet := outlet_of_url(imprint.url)) is not None:
        named = outlet.name
    return (named,) if named is not None else ()


def source_name(agency: str | None, outlet: str | None, publisher: str | None, title: str | None, url: str | None) -> str | None:
    """Who is behind a source that a note cites."""
    return agency or outlet or publisher or title or site_of(url) or url


def speaker_name(kind: str | None, entity: str | None, text: str | None) -> str | None:
    """Who speaks, as sources are compared; ``None`` for initials of an unknown body, which are no agency's of the same letters.

    Args:
        kind: of the speaker.
        entity: who it is, where it is known.
        text: how the text calls it.

    Example:
        >>> speaker_name("media", None, "AA"), speaker_name("institution", None, "the AA"), speaker_name("institution", None, "Radio Okapi")
        ('AA', None, 'Radio Okapi')
    """
    unknown = not entity and kind != "media" and text is not None and _INITIALS.fullmatch(text) is not None
    return None if unknown else entity or text


def report_origins(mention: EventMention, document: Document) -> tuple[str, ...]:
    """The origins of a coded statement; where its document names no medium, the document itself."""
    from dateline.store.merging import HEAD, TAIL

    imprint = Imprint(document.authors, document.text[:HEAD], document.text[-TAIL:], document.publisher, document.url)
    cited = ((link.link, _name(link.source)) for link in mention.sources)
    return origins(cited, _chain(mention.attribution), imprint) or (document_itself(document.title, document.input_id),)


def document_itself(title: str | None, input_id: str) -> str:
    """How a document that names no medium stands among sources: by its title or file, told apart from names of sources.

    Example:
        >>> document_itself("Envoys leave", "a.txt"), document_itself(None, "a.txt")
        ('the document “Envoys leave”', 'the document a.txt')
    """
    return f"the document “{' '.join(title.split())}”" if title else f"the document {input_id}"


def _name(source: Source) -> str | None:
    return source_name(source.agency, source.outlet, source.publisher, source.title, source.url)


def _chain(said: Attribution | None) -> Iterable[tuple[str, str | None]]:
    while said is not None:
        yield said.kind, speaker_name(said.kind, said.entity, said.text)
        said = said.via


def _canonical(name: str) -> str:
    outlet = identified(name)
    return outlet.name if outlet is not None else " ".join(name.split())


def _quoted(speakers: Iterable[tuple[str, str | None]]) -> str | None:
    """The medium on which the statement relies: the last of the chain of speakers that is one."""
    media = [name for kind, name in speakers if name and (kind == "media" or find_outlet(name) is not None)]
    return _canonical(media[-1]) if media else None


def credited(imprint: Imprint) -> str | None:
    """The agency that the document credits: in a byline, a dateline, or at the beginning or end of its text."""
    named = (find_outlet(name) for name in imprint.authors)
    outlets = [*named, *_credits(imprint.head), *_credits(_CUT + imprint.tail)]
    return next((outlet.name for outlet in outlets if outlet is not None and outlet.kind == "agency"), None)


def _credits(text: str) -> Iterator[Outlet]:
    """The outlets that a text credits."""
    for match in _CREDIT.finditer(text):
        outlet = find_outlet(match["in"] or match["by"])
        if outlet is not None and not (match["in"] and _explains(text, match, outlet)):
            yield outlet


def _explains(text: str, bracket: re.Match[str], outlet: Outlet) -> bool:
    """Whether a bracket credits nobody: it abbreviates the name before it ("with reporting from Agence France-Presse (AFP)", "the Arakan Army (AA)")
    or stands inside a sentence. The agency behind the town of a dateline is credited whatever its letters ("ADDIS ABABA (AA) — ")."""
    line = text.rfind("\n", 0, bracket.start()) + 1
    filed = dateline_of(text, line)
    if filed is not None and bracket.end() <= filed.end and (filed.place.text.isupper() or is_town(filed.place.text.partition(",")[0])):
        return False
    before = text[line : bracket.start()].rstrip()
    own = before.lower().endswith(tuple(name.lower() for name in (outlet.name, *outlet.aliases)))
    inside = before.strip("*_ ") != "" and _GOES_ON.match(text, bracket.end()) is not None
    return own or inside or written_out(before, bracket["in"]) is not None
