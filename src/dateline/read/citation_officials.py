"""Papers and words of officials that have no title: who issued them, what they are, and the day.

"Ministry of Foreign Affairs of Algeria, communiqué, 25 July 2024", "Statement by the Kremlin, 3 May 2022", "Ahmed Attaf, press
conference, Algiers, 31 July 2024", "Executive Order 14203, 6 February 2025". The words for papers and speech are in ``data/paper_words.tsv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.read.citation_kinds import is_body, is_official_name
from dateline.read.citation_parts import find_date, segments
from dateline.read.citation_styles import Read
from dateline.read.dates import PartialDate
from dateline.read.names import is_name, without_honorific
from dateline.read.outlets import find_outlet
from dateline.types import Source

#: A note with one of these tells something, also where it names a paper and a day.
TELLS: Final = re.compile(
    r"\b(?:is|was|were|are|has|have|had|said|says|denied|did|does|will|would|can|could|might|should|cannot)\b"
)
#: So has one with a clause of these; titles of papers may have them.
_CLAUSE: Final = re.compile(r"\b(?:which|that|who)\b")
_QUOTED: Final = re.compile(r"[\"“”«»]")
#: Place and day in brackets at the end: "(Dodoma, 2018)".
_IMPRINT: Final = re.compile(r"\s*\(([^()]*\d{4})\)\s*\.?$")
#: The longest such notes have some thirty words.
_MOST_WORDS: Final = 40
_FROM: Final = r"(?:of|by|from|issued by|given by|delivered by|by order of|von|vom|der|des|du|de la|de l['’]|de|del|d['’])"
_TOPIC: Final = r"(?:on|about|regarding|concerning|of|following|after|for|against|sur|über|zu|zum|zur|sobre|relatif|relative)"
_PLACED: Final = r"(?:to|at|before|with|in|during|an|am|im|bei|vor|mit|à|au|aux|avec|devant|en|ante|con|al)"
_NUMBERED: Final = r"(?:[Nn]o\.?|[Nn]°|[Nn]º|[Nn]r\.?|#)?\s?\d"
_AFTER_KIND: Final = rf"(?:(?:{_FROM}|{_TOPIC}|{_PLACED})(?:(?<=['’])|\b)|(?:[Nn]o\.?|[Nn]°|[Nn]º|[Nn]r\.?)\s?\d|[A-Z]{{0,3}}/?\d)"
_ISSUER_ENDS: Final = re.compile(
    rf"\s+(?:{_TOPIC.replace('|of', '').replace('|for', '')}|{_PLACED.replace('|in|', '|').replace('|en|', '|').replace('|au|aux', '')})\s"
)
_PARTICLE: Final = re.compile(
    r"(?:of|the|for|and|de|la|le|les|des|du|del|der|die|das|für|und|y|e|et|von|van|zum|zur|[dl]['’].*|presidents?|ministers?|prime|foreign"
    r"|defen[cs]e|heads?|state|government|leaders?|governments?|spokes(?:person|man|woman|people))$"
)
_SPOKESPERSON: Final = re.compile(r"^(?:(?:the )?(?:[Ss]pokes(?:person|man|woman)|[Ss]precher(?:in)?|[Pp]orte-parole))(?:\s+(?:of|for|des|der|du|de la)(?: the)?\s+)(?=\S)")
_OFFICE: Final = re.compile(
    r"^(?:the |le |la |el |der |die )?(?:(?:[A-Z]\w+(?:an|ian|ese|ish|i|ch|en|ine) )?"
    r"(?:(?:Vice|Deputy|Prime|Foreign|Defen[cs]e|Interior|Finance|Home|Trade|Acting|Former|Crown|Permanent|Special|High|Press|State|Attorney)[ -])*"
    r"(?:[Pp]resident|[Pp]résident|[Pp]residente|[Mm]inister(?:in|präsident)?|[Mm]inistre|[Mm]inistr[oa]|[Cc]hancellor|(?:[Bb]undes|[Aa]ußen)\w+|[Ss]ecretary(?:[- ]General)?"
    r"|[Rr]epresentative|[Gg]overnor|[Ss]enator|King|Queen|Prince|Emir|Sultan|Pope|[Ss]peaker|[Cc]ommissioner|[Ee]nvoy|General|[Ss]pokes(?:person|man|woman)|Taoiseach)"
    r"(?: of (?:State|Defen[cs]e|War|the [A-Z]\w+|[A-Z]\w+)(?: for [A-Z][\w ]+?)?)?)\s+(?=[A-Z])"
)
#: Papers that tell of what follows "of", which is their issuer only where it is a body.
_OF_A_MEETING: Final = re.compile(r"(?:the )?(?:minutes|record|transcript|summary|proceedings) of\b", re.IGNORECASE)
_MEETING: Final = re.compile(r"\b(?:meeting|session|hearing|conversation|conference|sitting|debate|talks)s?\b", re.IGNORECASE)
#: Number of a paper in its series.
_ISSUE: Final = re.compile(r"(?:[Nn]o\.?|[Nn]°|[Nn]º|[Nn]r\.?|#)\s?(?P<issue>\d[\d/–-]*)$")
#: Words in the long names of states and of the parts of a body.
_STATE_OR_OFFICE: Final = re.compile(
    r"\b(?:Republic|Federation|Confederation|Kingdom|Commonwealth|Emirates|States|Union|State|Territor(?:y|ies)|Province|Division|Branch"
    r"|Unit|Section|Programme|Program|Directorate|Affairs)\b"
)
#: The shortest titles told without a colon.
_TITLE_WORDS: Final = 3
#: An office without its holder ("UN Secretary-General"), and names of parties and movements with their article.
_NO_PERSON: Final = re.compile(
    r"(?:Secretary(?:[- ]General)?|Ambassador|President|Minister|Chancellor|Governor|Speaker|Spokes\w+|Commissioner|Envoy"
    r"|Front|Movement|Party|Brigades?|Resistance|Junta|Cartel)$|^(?:Die|Le|Les|Los|The) "
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a part of a citation says a thing is: its class, the words about it, and what follows them."""

    kind: str
    words: str
    tail: str
    joint: bool


@dataclass(frozen=True, slots=True)
class _Issuer:
    """Who issued or said something: a body or a person."""

    body: str | None = None
    person: str | None = None


def official(text: str) -> Read | None:
    """Read a paper or the words of an official that have no title of their own; ``None`` for anything else."""
    if _QUOTED.search(text) or TELLS.search(text) or _CLAUSE.search(text) or len(text.split()) > _MOST_WORDS:
        return None
    text = without_honorific(_IMPRINT.sub(r", \1", text))
    found = find_date(text)
    if found is None or not re.match(r"\s*[)\]]?\s*(?:$|[,.(])", text[found.end :]):
        return None
    parts = [part for part in segments(f"{text[: found.start].rstrip(' (')} {text[found.end :].lstrip(' )')}") if part]
    if not parts or find_outlet(parts[0]) is not None:
        return None
    return _issued(parts, found.date) or _paper_first(parts, found.date) or _in_one(parts, found.date)


def _issued(parts: Sequence[str], date: PartialDate) -> Read | None:
    """"Issuer, kind, place, date"."""
    at = next((i for i, part in enumerate(parts) if i and (_named(part) or _capital_paper(part))), None)
    if at is None:
        return None
    ends = _title_starts(parts[:at])
    issuer = _issuer(", ".join(parts[:ends]))
    named = _named(parts[at]) or _capital_paper(parts[at])
    if issuer is None or named is None or (issuer.person and date.month is None):
        return None
    if ends == at:
        return _read(issuer, named, _title(named), parts[at + 1 :], date)
    found = _read(issuer, named, ", ".join(parts[ends:at]), parts[at + 1 :], date)
    number = _ISSUE.match(named.tail)
    return Read(replace(found.source, issue=number["issue"]), found.around) if found and number else found


def _title_starts(parts: Sequence[str]) -> int:
    """Where a title begins between a body and the words for its paper: "SIPRI, Trends in Spending, fact sheet, April 2024"."""
    if not is_body(parts[0]):
        return len(parts)
    return next((i for i, part in enumerate(parts) if i and _is_title(part)), len(parts))


def _is_title(part: str) -> bool:
    """Whether a part after a body is a title and neither its seat, its state nor a larger body."""
    if ":" in part:
        return True
    return len(part.split()) >= _TITLE_WORDS and not is_body(part) and _STATE_OR_OFFICE.search(part) is None


def _paper_first(parts: Sequence[str], date: PartialDate) -> Read | None:
    """"Kind of Issuer, place, date", "Kind, Issuer, date", "Decree No. 12, date"."""
    named = _named(parts[0])
    if named is None or named.kind == "interview":
        return None
    whole = re.sub(r"\s+(?:of|from|dated|du|vom|del?)$", "", parts[0].strip())
    if _OF_A_MEETING.match(named.words) and (_MEETING.search(named.tail) or not is_body(re.sub(r"^of (?:the )?", "", named.tail))):
        return _read(_Issuer(), named, whole, parts[1:], date)
    lead = re.match(rf"{_FROM}(?:(?<=['’])|\s+)(?:the\s+)?", named.tail)
    if lead and named.tail[lead.end() :].strip():
        said = named.tail[lead.end() :]
        ends = _ISSUER_ENDS.search(said)
        issuer = _issuer(said[: ends.start()] if ends else said)
        if named.joint and named.kind == "paper" and _proper(said):
            return _read(_Issuer(), named, whole, parts[1:], date)
        if issuer is None:
            return None
        topic = ends is not None and named.kind == "paper"
        return _read(issuer, named, whole if topic else None, parts[1:], date)
    following = _issuer(parts[1]) if len(parts) > 1 and is_body(parts[1]) else None
    if following is not None:
        return _read(following, named, _title(named), parts[2:], date)
    return _read(_Issuer(), named, whole, parts[1:], date) if re.search(r"\d", named.tail[:12]) and named.kind == "paper" else None


def _in_one(parts: Sequence[str], date: PartialDate) -> Read | None:
    """"Pentagon press briefing, date"."""
    words = parts[0].split()
    if len(parts) > 1 and is_body(parts[1]):
        return None  # the first part is a title
    for count in range(1, min(len(words), 8)):
        named = _named(" ".join(words[count:]))
        if named is not None and re.match(_NUMBERED, named.tail):
            return None  # "UN Security Council Resolution 824" is a title
        if named is not None:
            name = " ".join(words[:count])
            issuer = _issuer(name) if _proper(name) and is_body(name) and not name.endswith(("'s", "’s")) else None
            return _read(issuer, named, _title(named), parts[1:], date) if issuer is not None else None
    return None


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """For each class the form of a part that names such a thing."""
    text = files("dateline.read").joinpath("data/paper_words.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    words = {name: [row["word"] for row in rows if row["kind"] == name] for name in ("lead", "paper", "words", "interview", "post")}
    lead = rf"(?:the |an? )?(?P<lead>(?:(?:{'|'.join(words.pop('lead'))})\s+)*)"
    return {
        name: re.compile(rf"(?i:{lead}(?:[A-Z]\w+ )?(?:{'|'.join(sorted(found, key=len, reverse=True))})(?:e?s|en)?)(?P<tail>$|\s+{_AFTER_KIND}.*$|\s*$)" if name == "post"
                         else rf"(?i:{lead}(?:{'|'.join(sorted(found, key=len, reverse=True))})(?:e?s|en)?)(?P<tail>$|\s+{_AFTER_KIND}.*$)")
        for name, found in words.items()
    }  # fmt: skip


def _named(part: str) -> _Named | None:
    """What a part names, where it begins with the words for a paper or speech."""
    for kind, form in _kinds().items():
        match = form.match(part)
        if match:
            joint = re.match(r"(?:joint|gemeinsam|conjoint)", match["lead"].strip(), re.IGNORECASE) is not None
            return _Named(kind, part, match["tail"].strip(), joint or bool(re.search(r"\bconjoint|\bconjunt", part)))
    return None


def _capital_paper(part: str) -> _Named | None:
    """A paper with a proper name: "Washington Summit Declaration"."""
    words = part.split()
    last = _named(words[-1]) if len(words) > 1 and words[-1][:1].isupper() and _proper(part) else None
    return _Named("paper", part, "", joint=False) if last is not None and last.kind == "paper" else None


def _issuer(name: str) -> _Issuer | None:
    """The body or person that a name stands for."""
    name = re.sub(r"^(?:the|The)\s+", "", name.strip())
    behind = _SPOKESPERSON.sub("", name)
    if behind != name:
        return _issuer(behind)
    office = _OFFICE.match(name)
    person = without_honorific(name[office.end() :] if office else name)
    if office and (is_name(person) or re.fullmatch(r"[A-Z][\w'’-]+", person)) and not is_body(person):
        return _Issuer(person=person)
    if is_body(name) and len(name.split()) <= 12:
        return _Issuer(body=name)
    if person.startswith("@"):
        return _Issuer(person=person)
    if is_name(person) and not _NO_PERSON.search(name):
        return _Issuer(person=person)
    return _Issuer(body=name) if _proper(name) and len(name.split()) <= 8 and find_outlet(name) is None else None


def _proper(name: str) -> bool:
    """Whether every word of a name is capitalised, a particle or an office."""
    words = re.sub(r"[(),]", " ", name).split()
    return bool(words) and any(word[:1].isupper() for word in words) and all(not word[:1].islower() or _PARTICLE.match(word) for word in words)


def _title(named: _Named) -> str | None:
    """The words for a paper are its title where they say more than its kind: its number, its topic, whom it is to."""
    if named.kind != "paper":
        return None
    if not named.tail:
        return named.words if len(named.words.split()) > 1 and _named(named.words) is None else None
    telling = re.match(rf"(?:{_TOPIC}\s+\S|{_NUMBERED}|[A-Z]{{1,3}}/|(?:to|an|à|al?)\s)", named.tail)
    return named.words.strip() if telling else None


def _read(issuer: _Issuer, named: _Named, title: str | None, after: Sequence[str], date: PartialDate) -> Read | None:
    outlet = None
    if named.kind == "post":
        outlet = _platform(named)
    elif named.kind == "interview":
        outlet = _paper_of(named, after)
        if outlet is None or issuer.person is None:
            return None
    elif any(find_outlet(part) is not None for part in after):
        return None
    body, person = issuer.body, issuer.person
    posted = named.kind == "post"
    source = Source(
        note=None, kind=_kind(named, issuer), title=title, outlet=outlet, publisher=None if posted else body, published=date.iso,
        authors=tuple(name for name in (person, body if posted else None) if name),
    )  # fmt: skip
    return Read(source, "")


def _kind(named: _Named, issuer: _Issuer) -> str:
    """A state's or party's paper is official, and so is a body's briefing; what a person says is a speech."""
    if named.kind == "post":
        return "web"
    if named.kind == "interview":
        return "interview"
    if issuer.person is not None:
        return "speech" if named.kind == "words" else "official"
    private = issuer.body is not None and is_body(issuer.body) and not is_official_name(issuer.body)
    return "report" if private else "official"


def _platform(named: _Named) -> str | None:
    """"post on X", "X post", "tweet"."""
    match = re.search(r"\bon ([A-Z][\w ]*)$", named.words) or re.match(r"([A-Z]\w*) (?:post|thread|message|video)", named.words)
    return match[1].strip() if match else "Twitter" if re.match(r"(?i)tweet", named.words) else None


def _paper_of(named: _Named, after: Sequence[str]) -> str | None:
    """Where an interview came out: "interview with Le Point", "interview, LCI"."""
    match = re.match(r"(?:with|to|in|on|for|mit|avec|con|à|a)\s+(?:the\s+)?(?P<name>[A-Z].*)$", named.tail)
    names = [match["name"]] if match else list(after[:1])
    return next((name for name in names if find_outlet(name) is not None), None)
