"""Sources as CSL-JSON, BibTeX and RIS, so that reference managers (Zotero, JabRef, EndNote) read them.

A source that several notes cite is one item; where it is cited stands in the item's note. News agencies stay apart from outlets: copy of an
agency in a paper has the paper as its container and, where no person is named, the agency as its author.

Mapping of kinds: CSL 1.0.2 (appendix "Types"), BibTeX's standard types, RIS as Zotero and rispy have it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.types import Source


class BibliographyFormat(StrEnum):
    """The formats that :func:`bibliography` writes."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, and where it is cited: input ids with note labels."""

    source: Source
    places: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; a body, account or lone name has only a family part."""

    family: str
    given: str | None = None

    @property
    def inverted(self) -> str:
        """``Family, Given``."""
        return f"{self.family}, {self.given}" if self.given else self.family


#: kind -> CSL type, BibTeX type, RIS type.
_TYPES: Final[dict[str, tuple[str, str, str]]] = {
    "news": ("article-newspaper", "article", "NEWS"),
    "agency": ("article-newspaper", "article", "NEWS"),
    "article": ("article-journal", "article", "JOUR"),
    "book": ("book", "book", "BOOK"),
    "chapter": ("chapter", "incollection", "CHAP"),
    "report": ("report", "techreport", "RPRT"),
    "official": ("report", "techreport", "GOVDOC"),
    "speech": ("speech", "misc", "GEN"),
    "dataset": ("dataset", "misc", "DATA"),
    "interview": ("interview", "misc", "PCOMM"),
    "web": ("webpage", "misc", "ELEC"),
}
#: Kinds whose pages are a part of the work's reference; elsewhere they are the page that a note points to.
_PAGED: Final = frozenset({"article", "chapter", "news", "agency"})
#: Braces count for BibTeX even where they are escaped, so they are written as words.
_BIBTEX_SPECIAL: Final = {
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
}  # fmt: skip
_PARTICLES: Final = frozenset("de da di del della der den van von bin bint ibn al el la le du dos ten ter af zu abu ben e y".split())
#: Korean and Taiwanese names stand family first and are told by the hyphen: "Seo Ji-eun". Others are taken as given name first.
_FAMILY_FIRST: Final = re.compile(r"([A-Z]\w+) ([A-Z][a-z]+-[a-z]\w*)$")
_SUFFIX: Final = re.compile(r",? (Jr|Sr|II|III|IV)\.?$")
_DOI: Final = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/(?P<doi>10\.\d{4,}/\S+)$", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z0-9]+")
#: Words that open a title and say little in a key.
_STOP: Final = frozenset("a an the on in of for to and".split())


def gather(cited: Iterable[tuple[str, Source]]) -> tuple[Cited, ...]:
    """Sources that are the same but for note, page and place in the text become one, in the order of first mention.

    Args:
        cited: pairs of an input id and a source.

    Returns:
        The sources, with the access date that stands first and without the pages that a note points to in a book or report.
    """
    places: dict[Source, dict[tuple[str, str | None], None]] = {}
    accessed: dict[Source, str] = {}
    for input_id, source in cited:
        pages = source.pages if source.kind in _PAGED else None
        work = _cleaned(replace(source, note=None, span=None, accessed=None, pages=pages))
        places.setdefault(work, {})[(input_id, source.note)] = None
        if source.accessed:
            accessed.setdefault(work, source.accessed)
    return tuple(Cited(replace(work, accessed=accessed.get(work)), tuple(found)) for work, found in places.items())


def bibliography(cited: Iterable[tuple[str, Source]], form: BibliographyFormat) -> str:
    """The sources in a format, each once.

    Args:
        cited: pairs of an input id and a source, in order.
        form: the format.

    Example::

        bibliography([(document.input_id, source) for source in document.sources], BibliographyFormat.RIS)
    """
    items = gather(cited)
    keys = _keys(items)
    match form:
        case BibliographyFormat.CSL_JSON:
            return json.dumps([csl_item(item, key) for item, key in zip(items, keys, strict=True)], ensure_ascii=False, indent=1) + "\n"
        case BibliographyFormat.BIBTEX:
            return "\n".join(bibtex_entry(item, key) for item, key in zip(items, keys, strict=True))
        case BibliographyFormat.RIS:
            return "\n".join(ris_record(item, key) for item, key in zip(items, keys, strict=True))


def split_name(name: str) -> Name:
    """A name in natural order -> family and given: particles go with the family name, a lone name is the family."""
    bare = name
    suffix = _SUFFIX.search(bare)
    bare = bare[: suffix.start()] if suffix else bare
    eastern = _FAMILY_FIRST.match(bare)
    if eastern:
        return Name(eastern[1], eastern[2])
    words = bare.split(" ")
    if len(words) == 1 or bare.startswith("@"):
        return Name(bare)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    tail = f" {suffix[1]}" if suffix else ""
    return Name(" ".join(words[start:]) + tail, " ".join(words[:start]))


def _authors(source: Source) -> tuple[Name, ...]:
    """People; else the agency of copy in a paper; else the body behind a paper that has no other place for it."""
    if source.authors:
        return tuple(split_name(name) for name in source.authors)
    if source.agency and source.outlet:
        return (Name(source.agency),)
    if source.publisher and source.kind in {"report", "official", "dataset", "web"}:
        return (Name(source.publisher),)
    return ()


def _container(source: Source) -> str | None:
    """Where it appeared: the outlet, or the agency itself where it published its own copy."""
    return source.outlet or (source.agency if source.kind in {"news", "agency"} else None)


def _title(source: Source) -> str | None:
    """The title; an interview without one is told as such."""
    return source.title or ("Interview" if source.kind == "interview" else None)


def _doi(source: Source) -> str | None:
    """The digital object identifier in the address: "10.1000/182"."""
    match = _DOI.match(source.url or "")
    return match["doi"] if match else None


def _note(item: Cited) -> str | None:
    """Where it is cited, and the agency where the item has no other place for it."""
    parts: list[str] = []
    source = item.source
    if source.agency and source.authors:
        parts.append(f"Agency: {source.agency}")
    by_input: dict[str, list[str]] = {}
    for input_id, note in item.places:
        by_input.setdefault(input_id, []).extend([note] if note else [])
    for input_id, notes in by_input.items():
        parts.append(f"Cited in {input_id}" + (f", note {', '.join(dict.fromkeys(notes))}" if notes else ""))
    return _clean("; ".join(parts)) or None


def _cleaned(source: Source) -> Source:
    """The source with each text on one line, ``None`` where nothing is left of it."""

    def one(text: str | None) -> str | None:
        return (_clean(text) or None) if text else None

    return replace(
        source,
        title=one(source.title),
        authors=tuple(name for name in map(_clean, source.authors) if name),
        agency=one(source.agency),
        outlet=one(source.outlet),
        publisher=one(source.publisher),
        volume=one(source.volume),
        issue=one(source.issue),
        pages=one(source.pages),
        url=one(source.url),
    )


def _clean(text: str) -> str:
    """One line without control characters (lone surrogates and line breaks would break the formats)."""
    kept = "".join(" " if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} else one for one in text)
    return " ".join(kept.split())


def _keys(items: Sequence[Cited]) -> list[str]:
    """A key for each: who, year and first word of the title, as in ``kim2024dont``; the same key again takes a letter hash of the rest."""
    taken: set[str] = set()
    keys: list[str] = []
    for item in items:
        key = _key(item.source)
        if key in taken:
            digest = hashlib.sha256(repr(item.source).encode("utf-8", "surrogatepass")).hexdigest()
            key = next(f"{key}-{digest[:length]}" for length in range(4, 65) if f"{key}-{digest[:length]}" not in taken)
        taken.add(key)
        keys.append(key)
    return keys


def _key(source: Source) -> str:
    from anyascii import anyascii

    names = _authors(source)
    who = names[0].family if names else _container(source) or source.publisher or "source"
    words = [word for word in _WORD.findall(anyascii(source.title or "").lower().replace("'", "")) if word not in _STOP]
    parts = ("".join(_WORD.findall(anyascii(who).lower()))[:20], (source.published or "")[:4], words[0] if words else "")
    return "".join(parts) or "source"


def _date_parts(iso: str) -> list[int]:
    return [int(part) for part in iso.split("-")]


def csl_item(item: Cited, key: str) -> dict[str, object]:
    """A source as an item of CSL-JSON (the csl-data schema, version 1.0); unknown fields are left out."""
    source = item.source
    kind = _TYPES[source.kind][0] if source.kind in _TYPES else "document"
    names = [{"family": name.family, "given": name.given} if name.given else {"literal": name.family} for name in _authors(source)]
    fields: dict[str, object] = {
        "id": key,
        "type": kind,
        "title": _title(source),
        "author": names,
        "container-title": _container(source),
        "publisher": source.publisher,
        "volume": source.volume,
        "issue" if kind == "article-journal" else "number": source.issue,
        "page": source.pages,
        "issued": {"date-parts": [_date_parts(source.published)]} if source.published else None,
        "accessed": {"date-parts": [_date_parts(source.accessed)]} if source.accessed else None,
        "DOI": _doi(source),
        "URL": source.url,
        "note": _note(item),
    }
    return {name: value for name, value in fields.items() if value}


def bibtex_entry(item: Cited, key: str) -> str:
    """A source as a BibTeX entry in UTF-8: ``year`` for the old styles, ``date`` with month and day for biblatex and Zotero."""
    source = item.source
    kind = _TYPES.get(source.kind, ("", "misc", ""))[1]
    container = {"article": "journal", "incollection": "booktitle"}.get(kind, "howpublished")
    maker = {"techreport": "institution"}.get(kind, "publisher")
    names = " and ".join(_bibtex_name(name) for name in _authors(source))
    texts = {
        "title": f"{{{_escaped(_title(source))}}}" if _title(source) else None,
        "author": names,
        container: _escaped(_container(source)),
        maker: _escaped(source.publisher),
        "volume": _escaped(source.volume),
        "number": _escaped(source.issue),
        "pages": re.sub(r"\s*[–-]+\s*", "--", _escaped(source.pages) or "") or None,
        "date": source.published,
        "year": (source.published or "")[:4] or None,
        "doi": _verbatim(_doi(source)),
        "url": _verbatim(source.url),
        "urldate": source.accessed,
        "note": _escaped(_note(item)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in texts.items() if value]
    return "\n".join((f"@{kind}{{{key},", *lines, "}", ""))


def _bibtex_name(name: Name) -> str:
    """A name with a given part as "Family, Given"; a body in braces, so that it is not split at its words."""
    return f"{_escaped(name.family)}, {_escaped(name.given)}" if name.given else f"{{{_escaped(name.family)}}}"


def _escaped(text: str | None) -> str | None:
    return "".join(_BIBTEX_SPECIAL.get(one, one) for one in text) if text else None


def _verbatim(url: str | None) -> str | None:
    """An address: only what would unbalance the braces is written as percent codes."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") if url else None


def ris_record(item: Cited, key: str) -> str:
    """A source as a RIS record; lines end as the format wants them when written with ``newline=""`` or not: readers take both."""
    return "\n".join(f"{tag}  - {value}".rstrip() if value else f"{tag}  - " for tag, value in _ris_lines(item, key)) + "\n"


def _ris_lines(item: Cited, key: str) -> Iterator[tuple[str, str]]:
    source = item.source
    yield "TY", _TYPES.get(source.kind, ("", "", "GEN"))[2]
    yield "ID", key
    first, _, last = (source.pages or "").replace("–", "-").partition("-")
    values: tuple[tuple[str, str | None], ...] = (
        *(("AU", name.inverted) for name in _authors(source)),
        ("TI", _title(source)),
        ("T2", _container(source)),
        ("PB", source.publisher),
        ("VL", source.volume),
        ("IS", source.issue),
        ("SP", first),
        ("EP", last),
        ("PY", (source.published or "")[:4]),
        ("DA", _ris_date(source.published)),
        ("Y2", _ris_date(source.accessed)),
        ("DO", _doi(source)),
        ("UR", source.url),
        ("N1", _note(item)),
    )
    for tag, value in values:
        if value:
            yield tag, value
    yield "ER", ""


def _ris_date(iso: str | None) -> str | None:
    """``YYYY/MM/DD/``, unknown parts empty."""
    if not iso:
        return None
    parts = [*iso.split("-"), "", ""][:3]
    return "/".join((*parts, ""))
