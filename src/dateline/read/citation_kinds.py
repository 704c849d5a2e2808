"""What kind of source a citation names, and the part that each name in it plays: author, outlet or publishing body.

The kinds are ``news``, ``agency`` (a news agency's copy, wherever it stands), ``article`` (in a journal), ``book``, ``chapter``,
``report``, ``official`` (papers of states, courts and organisations of states), ``speech``, ``dataset``, ``interview`` and ``web``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import text_of
from dateline.read.citation_parts import INSTITUTION
from dateline.read.citation_words import pattern_of, words_by_class
from dateline.read.names import is_name
from dateline.read.outlets import find_outlet, find_outlet_in_brackets, looks_like_news, outlet_of_url
from dateline.types import Source, site_of

#: The kind of a source by the kind of its agency or outlet.
KIND_OF_OUTLET: Final = {"agency": "agency", "outlet": "news", "site": "web", "platform": "web"}
#: Words around a title that say what it is; the first that is found counts.
_HINTS: Final = tuple(
    (kind, re.compile(form, re.IGNORECASE))
    for kind, form in (
        ("dataset", r"\bdata ?sets?\b|\[data\b"),
        ("interview", r"\binterview(?:s|ed)?\b"),
        ("report", r"\b(?:Ph\.? ?D\.?|DPhil|MPhil|M\.?A\.?|doctoral|master['’]?s)[. ]+(?:diss\w*|thesis)\b|\bunpublished thesis\b"),
        ("speech", r"\b(?:speech|lecture|keynote|remarks|address)\b(?= (?:at|to|before|by|in|delivered|given)\b|\]|\)|,|\.|$)"),
        ("official", r"\b(?:press|news|media) (?:release|statement|note)\b|\bwhite paper\b|\bUN Docs?\b|\bcommand paper\b"),
        ("web", r"\[(?:tweet|video|status update|post|thread)\b|\b(?:facebook|twitter|telegram|instagram) post\b|\bblog post\b"),
        ("report", r"\b(?:working|discussion|occasional|policy|briefing) paper\b|\b(?:policy|issue) brief\b|\bbackgrounder\b|\bthesis\b"),
    )
)
#: A part after the title that is such a word, perhaps with where and by whom: "televised speech", "press release", "speech at ...".
_HINT_PART: Final = re.compile(
    r"(?:(?:televised|keynote|inaugural|opening|closing|public|annual)\s+)?(?:speech|lecture|keynote|remarks|address)\b"
    r"|(?:press|news|media) (?:release|statement|note)s?\b|white paper$|fact ?sheet$|data ?set$|blog(?: post)?$|video$|thesis$"
    r"|(?:Ph\.? ?D\.?|DPhil|MPhil|doctoral|master)\b.*(?:diss\w*|thesis)|(?:personal |telephone |author['’]s )?interview\b|joint statement$",
    re.IGNORECASE,
)
#: Words in the names of bodies of states and of organisations of states.
OFFICIAL: Final = pattern_of("official")
#: A branch of a state in small letters behind its state: "Taiwan's foreign ministry", "the Indian army".
BRANCH: Final = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.-]*(?:['’]s?)? ){1,3}(?:(?!(?:on|at|in|of|to|by|for|and|with|from|over|near|against|says?)\b)[a-z][\w-]* ){0,2}"
    rf"(?:{'|'.join(words_by_class()['branch'])})"
)
#: Words in the names of research bodies and of their series.
_REPORT: Final = pattern_of("report")
#: Words in the names of book publishers.
PRESS: Final = pattern_of("press")
#: Their names may hold a publisher's word: "Press Information Bureau".
_OFFICE: Final = re.compile(r"\b(?:Ministry|Department|Bureau|Secretariat|Office of)\b")
#: They print for a body and are not it.
_PRINTER: Final = re.compile(r"\b(?:Government (?:Publishing Office|Printing Office|Printers?|Press)|GPO|Stationery Office)\b")
#: Capitals and seats of organisations whose names have several words: no outlet is called so.
_TOWNS: Final = frozenset(text_of("read.citations.towns").strip().splitlines())
#: What follows an official paper's title and is no word of a publication: "Santa Cruz de la Sierra", "Sharm el-Sheikh".
_SEAT: Final = re.compile(
    r"(?!.*\b(?:Gazette|Register|Official|Journal|Review|Report|Series|Papers?|Bulletin|Records?|Archives?|News\w*|Brief\w*|Update|Outlook|Overview|Blog|Website|Portal|Magazine|Today|Online|Monitor"
    r"|Insights?|Notes?|Yearbook|Digest|Documents?|Collection|Treaty|Library|Data\w*|Press|Media|Resolution|Annex|Room|Service|Centre|Center|Hansard|Twitter|Facebook)\b)"
    r"(?:The )?[^\W\d_a-z][\w'’.-]*(?:[ /-](?:(?:of|de|del|la|las|los|el|es|al|am|an|der|upon)[ -])*(?:el-|al-)?[^\W\d_a-z][\w'’.-]*){1,3}"
)
_JOURNAL: Final = re.compile(r"\b(?:Journal|Review|Quarterly|Studies|Survey|Affairs|Annals|Politics|Security|Analysis)\b")
_INTERVIEW_TITLE: Final = re.compile(r"(?:Exclusive |Full )?[Ii]nterview(?: with\b|:)")
_DATA_TITLE: Final = re.compile(r"\b(?:Database|[Dd]ata ?[Ss]et)$")
_SPEECH_TITLE: Final = re.compile(
    r"^(?:remarks|speech|address|keynote|opening remarks|inaugural address|lecture)\b", re.IGNORECASE
)
_OFFICIAL_TITLE: Final = re.compile(
    r"\b(?:press release|joint statement|joint communiqu|treaty|white paper|resolution|S/RES|A/RES|UN Doc|UNSC|memorandum of|regulation \()",
    re.IGNORECASE,
)
_ACRONYM: Final = re.compile(r"(?:UN |EU |US )?[A-Z][A-Za-z]?[A-Z]{1,6}(?:[-–/][A-Z]{2,6})?$")
_STATE: Final = re.compile(r"^(?:United States|United Kingdom|European Union|Republic of|People['’]s Republic|Government)\b")
_OFFICIAL_SITE: Final = re.compile(
    r"(?:[\w-]+\.)*(?:gov|mil|gouv|gob|gub|gc|go|govt|europa|un|nato|parliament|asean)\.?(?:[a-z]{2,3}|int|org)?"
)


#: "France 24 with AFP and Reuters", "The Hindu (with inputs from ANI)".
_WITH_AGENCY: Final = re.compile(r"(?P<outlet>[^()]+?),?\s+\(?(?:with|avec|and|via)\s+(?:inputs?\s+from\s+|reporting\s+by\s+)?(?P<agency>.+?)(?:(?:,|\s+(?:and|et|&))\s+.+?)?\)?")


def is_hint(part: str) -> bool:
    """Whether a part after the title says only what kind of thing it is."""
    return _HINT_PART.match(part) is not None


def is_body(name: str) -> bool:
    """Whether a name is that of an institution, state or organisation and neither a person's nor a news outlet's."""
    press = PRESS.search(name) is not None and not _OFFICE.search(name)
    if find_outlet_in_brackets(name) is not None or press or name.endswith(" News"):
        return False
    if _STATE.match(name) or (_ACRONYM.match(name) and len(name) > 1) or BRANCH.fullmatch(name):
        return True
    if INSTITUTION.fullmatch(name) or OFFICIAL.fullmatch(name):
        return True
    return (INSTITUTION.search(name) is not None or OFFICIAL.search(name) is not None) and not is_name(name)


def is_official_name(name: str) -> bool:
    """Whether a body is a state's or an organisation of states."""
    return OFFICIAL.search(name) is not None or _STATE.match(name) is not None or BRANCH.fullmatch(name) is not None


def settle(source: Source, around: str) -> Source:
    """The source with its kind, with bodies as publishers and only people and accounts as authors.

    Args:
        source: as a style read it; ``kind`` is ``web`` where the style does not tell.
        around: the citation without its title, where words such as "press release" or "[Data set]" may stand.
    """
    hint = next((kind for kind, form in _HINTS if form.search(around)), None)
    source = _with_its_agency(source)
    known = find_outlet_in_brackets(source.outlet) if source.outlet else None
    bodies = () if known is not None and known.kind == "platform" else tuple(name for name in source.authors if is_body(name))
    source = _with_roles(source, bodies)
    kind = _kind(source, hint, official=any(is_official_name(body) for body in bodies))
    if kind in {"speech", "interview"}:
        source = _without_venue(source, kind)
    return replace(source, kind=kind)


def _with_its_agency(source: Source) -> Source:
    """Copy of an agency that an outlet worked up ("Le Monde with AFP"): the outlet has its name, the agency stands behind it."""
    match = _WITH_AGENCY.fullmatch(source.outlet or "") if source.agency is None else None
    if match is None or find_outlet(source.outlet or "") is not None:
        return source
    agency = find_outlet_in_brackets(match["agency"])
    if agency is None or agency.kind != "agency":
        return source
    return replace(source, outlet=match["outlet"], agency=match["agency"])


def _with_roles(source: Source, bodies: tuple[str, ...]) -> Source:
    """Bodies before or after the title as the publisher; a series of theirs ("MP-IDSA Commentary") stays the outlet."""
    outlet, publisher = source.outlet, source.publisher
    place, _, behind = (outlet or "").partition(": ")
    if behind and is_body(behind) and not is_body(place) and find_outlet(outlet or "") is None:
        outlet = behind  # "Addis Ababa: African Union"
    if publisher and bodies and _PRINTER.search(publisher):
        publisher = None
    if outlet and not source.volume and source.kind not in {"chapter", "news"} and is_body(outlet) and not re.search(r"\bDatabase\b", outlet):
        series = re.search(r"\b(?:Commentary|Brief|Paper|Fact ?Sheet|Report|Backgrounder|Blog)s?$", outlet)
        publisher, outlet = (publisher, outlet) if series else (publisher or outlet, None)
    if outlet and re.fullmatch(r"(?:www\.)?gov\.\w+", outlet, re.IGNORECASE):
        outlet = None  # the state's site, no outlet of its own
    if bodies and publisher is None:
        publisher = bodies[0]
        venue = outlet is not None and find_outlet_in_brackets(outlet) is None and (" " not in outlet or (is_official_name(publisher) and _SEAT.fullmatch(outlet) is not None))
        outlet = None if venue else outlet  # "..., Brussels, 14 May 2018"
    if outlet and outlet.lower() in _TOWNS and find_outlet(outlet) is None:
        outlet = None
    people = tuple(name for name in source.authors if name not in bodies)
    return replace(source, authors=people, outlet=outlet, publisher=publisher)


def _kind(source: Source, hint: str | None, *, official: bool) -> str:
    outlet = source.outlet or ""
    known = find_outlet_in_brackets(outlet) if outlet else None
    if hint == "dataset" or re.search(r"\bDatabase\b", outlet) or (_DATA_TITLE.search(source.title or "") and not (known or source.volume)):
        return "dataset"
    if hint == "interview" or source.kind == "interview" or _INTERVIEW_TITLE.match(source.title or ""):
        return "interview"
    if source.agency:
        return "agency"
    if source.kind in {"chapter", "official"}:
        return source.kind
    if source.kind == "news":
        return "news"
    if outlet and (source.volume or (source.issue and _JOURNAL.search(outlet) and not _REPORT.search(outlet))):
        return "article"
    if known is not None:
        return "web" if known.kind in {"site", "platform"} else "news"
    if hint == "speech" or (_SPEECH_TITLE.match(source.title or "") and not looks_like_news(outlet)):
        return "speech"
    return _published_kind(source, hint, official=official) if source.publisher else _unpublished_kind(source, hint)


def _published_kind(source: Source, hint: str | None, *, official: bool) -> str:
    """The kind of what a publisher or body has put out."""
    publisher = source.publisher or ""
    if hint == "report" or (hint == "web" and source.outlet):
        return hint
    if source.authors and (PRESS.search(publisher) or source.kind == "book") and not is_body(publisher):
        return "book"
    if official or is_official_name(publisher) or hint == "official":
        return "official"
    if is_body(publisher):
        return "report"
    return "book" if PRESS.search(publisher) or source.kind == "book" else "report" if _REPORT.search(publisher) else "web"


def _unpublished_kind(source: Source, hint: str | None) -> str:
    outlet, dated = source.outlet or "", (source.published or "").count("-") == 2
    if hint in {"official", "report", "web"} and not (hint == "official" and source.authors):
        return hint
    if _OFFICIAL_TITLE.search(source.title or "") and not outlet:
        return "official"
    if outlet and _JOURNAL.search(outlet) and (source.pages or not (dated or source.url)) and not _REPORT.search(outlet):
        return "article"
    if outlet and _REPORT.search(outlet):
        return "report"
    if outlet and looks_like_news(outlet) and dated:
        return "news"
    if source.kind != "web" and not outlet:
        return source.kind
    if not outlet and source.url:
        return _kind_of_site(source.url)
    return "web"


def _kind_of_site(url: str) -> str:
    known = outlet_of_url(url)
    if known is not None:
        return KIND_OF_OUTLET[known.kind]
    return "official" if _OFFICIAL_SITE.fullmatch(site_of(url) or "") else "web"


def _without_venue(source: Source, kind: str) -> Source:
    """A speech or an interview has no outlet but the paper that printed it; where a person speaks, the body is the venue."""
    printed = source.outlet if source.outlet and (find_outlet_in_brackets(source.outlet) or looks_like_news(source.outlet)) else None
    body = source.publisher if kind == "speech" and not source.authors else None
    return replace(source, outlet=printed, publisher=body)
