"""A cited headline read for comparison: who says it, what it holds back, its act, actor, numbers and days.

Headlines are read by their words and not by a parse: capitals on every word mislead a parser trained on running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.audit.denied import denied_in
from dateline.audit.named import Person, bodies, person, sighted, towns
from dateline.audit.words import act_words, content, words
from dateline.extract.dates import Context, FoundDate, find_dates
from dateline.extract.quantities import FoundQuantity, find_quantities
from dateline.ontology.lexicon import load_lexicon
from dateline.ontology.wordlists import pattern_of, words_of
from dateline.types import Span

if TYPE_CHECKING:
    from dateline.resolve import Resolver
    from dateline.resolve.sightings import Sighting

#: A speaker at a headline's end or start has at most so many words.
_SPEAKER_WORDS: Final = 7
#: Where no verb of the headline is known, a party this near to its start is its subject (in characters).
_SUBJECT_CHARS: Final = 25
_TAIL: Final = re.compile(r"(?:,|\s[-–—])\s+(?P<last>[^,:–—]+)$")
#: "..., Kyiv Says, as Talks Go On".
_INNER: Final = re.compile(r",\s+(?P<said>(?:[\w'’.-]+\s+){1,5}(?:says?|said|claims?|confirms?|reports?)),\s")
_BRACKETED: Final = re.compile(r"\s\((?P<last>[^()]{2,40})\)$")
_DASHED: Final = re.compile(r"\s[–—-]\s(?P<last>[^–—:,]{2,50})$")
_COLON: Final = re.compile(r":\s+(?P<last>[^:]+)$")
#: "arrested by police": who does it stands behind.
_AGENT: Final = re.compile(r"\b\w+(?:ed|en|n|t|d)\s+(?:\w+\s+)?by\s+", re.IGNORECASE)
#: Participles behind which "by" names the doer of the headline's own act ("stand by", "backed by" do not).
_PARTICIPLE: Final = re.compile(
    r"(?<!\bto )\b(?!(?:back|own|support|train|concern|alarm|anger|inspir|stand|need|send)\w*\b)"
    r"(?:\w+(?:ed|en)|shot|hit|struck|held|sunk|shut|won|met)\s+(?:(?:down|up|out|off)\s+)?by\s+$",
    re.IGNORECASE,
)
#: A participle with no object behind it.
_UNDERGONE: Final = re.compile(r"(?:ed|en|shot|hit|struck|held|shut|sunk|caught)$", re.IGNORECASE)
_BE: Final = re.compile(r"\b(?:is|are|was|were|been|being|be|get|gets|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_NO_OBJECT: Final = re.compile(r"(?:\s+(?:down|up|out|off|dead))?\s*(?:$|[,;:.]|(?:in|on|at|over|near|after|for|from|off|amid|as|to|with|while|outside)\b)", re.IGNORECASE)
#: Who does it stands so near behind "by" (in characters).
_AGENT_CHARS: Final = 8
#: Words with a capital in headlines that would be read as names.
_NO_NAMES: Final = frozenset({"Is", "It", "Us"})
_TO_DO: Final = re.compile(r"(?<![\w-])to\s+(?P<verb>[a-z][a-z-]+)", re.IGNORECASE)
_PLURALS: Final = words_of("audit.headline.plurals")
_NOT_BEFORE: Final = re.compile(r"(?:\b(?:not|never|no)|n['’]t)\s+$", re.IGNORECASE)
#: What follows a verb of weighing that is the headline's own.
_OPENS: Final = re.compile(r"\s+(?:to|that|at)\b|\s+[A-Za-z]+ing\b", re.IGNORECASE)
_TO: Final = re.compile(r"\s+to\s+([A-Za-z-]+)", re.IGNORECASE)
#: A number or quantity before a noun.
_NUMBERED: Final = re.compile(
    rf"\b(?:\d[\d,.]*|{pattern_of('audit.headline.numbers')}|dozens?(?: of)?|scores of|hundreds of)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_AUXILIARIES: Final = words_of("audit.headline.auxiliaries")
_AUXILIARY: Final = re.compile(r"(?<!\w)(?:is|are|was|were|has|have|had|will|would|did|does|not|wo|won['’]t)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a headline says.

    ``claim`` and ``hedge`` are the words of its attribution and of its hedge; ``pending`` the verb of what is only to be done ("to send",
    "will send"); ``acts`` its verbs and nouns of acts with their classes; ``actors`` country codes with the words that name them,
    ``countries`` country codes; ``matter`` the stems of its other words; ``body`` the branch of state that acts; ``passive`` whether
    "by" names who acts, ``negated`` whether it denies something, ``denied`` the verbs that it says were not or will not be done, each behind its phrase.
    ``report`` is the headline without its attribution, ``speaker`` the person of that, ``person`` the one who acts, ``towns`` those in which it is set,
    ``dates`` all that it names, ``undergone`` whether its subject had the act done to it, by nobody named ("Drone Shot Down over Valley"); ``seen`` all names of countries,
    ``tellers`` the countries that only the attribution names, ``bodies`` the bodies of states that are never told as one another.
    """

    text: str
    claim: str | None
    hedge: str | None
    pending: str | None
    acts: tuple[tuple[str, frozenset[str]], ...]
    actors: dict[str, str]
    countries: frozenset[str]
    body: tuple[str, str] | None
    matter: frozenset[str]
    passive: bool
    negated: bool
    denied: tuple[tuple[str, str], ...]
    quantities: tuple[FoundQuantity, ...]
    days: tuple[FoundDate, ...]
    published: str | None
    report: str
    speaker: Person | None
    person: Person | None
    towns: dict[str, tuple[int, int, str]]
    dates: tuple[FoundDate, ...]
    undergone: bool
    seen: tuple[Sighting, ...]
    tellers: frozenset[str]
    bodies: dict[str, tuple[int, int]]


def read_headline(text: str, published: str | None, resolver: Resolver) -> Headline:
    """Read a headline.

    Args:
        text: the title of a source.
        published: ISO prefix of the source's date, which dates "Monday" and "December 11".
        resolver: knows actors and countries.
    """
    day = full_day(published)
    dates = find_dates(text, Context(day))
    claim, report = split_claim(text, resolver)
    offset = max(text.find(report), 0)
    plain = without_dates(report, [Span(one.start - offset, one.end - offset) for one in dates if one.start >= offset])
    seen = _sighted(report, resolver, day)
    whole = _sighted(text, resolver, day)
    hits = list(act_hits(plain.lower()))
    verb = min((start for start, end, _ in hits if not _inside(start, seen)), default=None)
    edge = verb if verb is not None and verb > 0 else _SUBJECT_CHARS
    actors = {one.country: report[one.start : one.end] for one in seen if one.start < edge and not one.where and one.kind != "town"}
    agent = _AGENT.search(report)
    doers = _doers(report, seen, hits, agent.start(), agent.end()) if agent else {}
    actors = doers or actors
    hedge, pending = _hedge(plain, verb)
    return Headline(
        text=text,
        claim=claim,
        hedge=hedge,
        pending=pending,
        acts=tuple((report[start:end], names) for start, end, names in hits),
        actors=actors,
        countries=frozenset(one.country for one in whole),
        body=branch(report[agent.end() :]) if agent else branch(report[:edge]),
        matter=matter(report, [Span(one.start, one.end) for one in seen]),
        passive=agent is not None,
        negated=words().denial.search(report) is not None,
        denied=tuple(denied_in(plain)),
        quantities=tuple(find_quantities(text)),
        days=tuple(one for one in dates if one.precision == "day"),
        published=published,
        report=report,
        speaker=person(_speaker_words(claim), resolver, day) if claim else None,
        person=person(report[:verb], resolver, day) if verb else None,
        towns=towns(text, whole),
        bodies=bodies(text, whole, resolver),
        dates=tuple(dates),
        seen=tuple(whole),
        tellers=frozenset(one.country for one in whole) - frozenset(one.country for one in seen) if claim else frozenset(),
        undergone=not doers and bool(hits) and _is_undergone(report, *hits[0][:2]),
    )


def _sighted(text: str, resolver: Resolver, day: date | None) -> list[Sighting]:
    """The countries that a headline names; the verb in "NATO Is" is no name."""
    return [one for one in sighted(text, resolver, day) if text[one.start : one.end] not in _NO_NAMES]


def _doers(report: str, seen: Iterable[Sighting], hits: Iterable[tuple[int, int, frozenset[str]]], start: int, by: int) -> dict[str, str]:
    """Who stands behind "by", where that belongs to the headline's own act."""
    if _PARTICIPLE.search(report[:by]) is None or not all(start <= one < by for one, _, _ in hits):
        return {}
    return {one.country: report[one.start : one.end] for one in seen if by <= one.start <= by + _AGENT_CHARS and not one.where}


def _is_undergone(report: str, start: int, end: int) -> bool:
    """Whether a verb is a participle: behind "were", or with no object and no doer behind it."""
    if _UNDERGONE.search(report[:end]) is None:
        return False
    return _BE.search(report[:start]) is not None or _NO_OBJECT.match(report, end) is not None


def _speaker_words(claim: str) -> str:
    """The words of an attribution that name who says it."""
    return re.sub(rf"(?:{words().claimed.pattern}|{words().links.pattern}|{words().opening.pattern})", " ", claim, flags=re.IGNORECASE)


def matter(text: str, names: Iterable[Span]) -> frozenset[str]:
    """The stems of a text's content words less the names of countries and their bodies."""
    return content(without_dates(text, names))


def without_dates(text: str, spans: Iterable[Span]) -> str:
    """The text with its date expressions blanked: "May" and "March" are months there, not a hedge and an act."""
    for span in spans:
        text = text[: span.start] + " " * (min(span.end, len(text)) - span.start) + text[span.end :]
    return re.sub(r"\b(?:May|March)(?=\s+\d)|(?<=[Ii]n )(?:May|March)\b", lambda match: " " * len(match.group()), text)


def full_day(published: str | None) -> date | None:
    """The day of a full ISO date."""
    return date.fromisoformat(published) if published and len(published) == len("2000-01-01") else None


def _inside(start: int, seen: list[Sighting]) -> bool:
    return any(one.start <= start < one.end for one in seen)


def act_hits(low: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The words of a lower-case text that name classes of acts, with their offsets."""
    table = act_words()
    for match in table.phrases.finditer(low):
        names = table.classes.get(match.group())
        if names and "ignore" not in names:
            yield match.start(), match.end(), names


def branch(text: str) -> tuple[str, str] | None:
    """The branch of a state that a phrase names, with its words; ``None`` for none or several."""
    found = [(name, match.group()) for name, one in words().branches if (match := one.search(text))]
    if len({frozenset({one[0]}) for one in found}) > 1:
        return None
    return found[0] if found else None


def split_claim(text: str, resolver: Resolver) -> tuple[str | None, str]:
    """A headline's attribution ("..., Ministry Says", "...: JCS", "NIS says ...") and what is left: its report."""
    return _tail(text) or _after_colon(text, resolver) or _opening(text, resolver) or (None, text)


def _tail(text: str) -> tuple[str, str] | None:
    linked = next((one for one in words().links.finditer(text) if one.start() > 0), None)
    if linked is not None and 0 < len(text[linked.end() :].split()) <= _SPEAKER_WORDS and linked.group().lower() != "per":
        return text[linked.start() :], text[: linked.start()].rstrip(" ,")
    inner = _INNER.search(text)
    if inner is not None and words().claimed.search(inner["said"]):
        return inner["said"], text[: inner.start()]
    match = _TAIL.search(text)
    if match is None:
        return None
    last = match["last"].strip(" .'’\"”")
    size = len(last.split())
    said = [one for one in words().claimed.finditer(last) if not one.group().lower().endswith("ing")]
    if size <= _SPEAKER_WORDS and said and (said[0].start() == 0 or said[-1].end() == len(last) or _tells(last, said[-1])):
        return last, text[: match.start()]
    return None


def _tells(last: str, verb: re.Match[str]) -> bool:
    """"Traders Tell Inquiry", "Minister Tells Lok Sabha"."""
    return verb.group().lower() in {"tell", "tells", "told"} and len(last[verb.end() :].split()) <= 3


def _after_colon(text: str, resolver: Resolver) -> tuple[str, str] | None:
    for form in (_BRACKETED, _DASHED):
        behind = form.search(text)
        if behind is not None and is_speaker(behind["last"], resolver):
            return behind["last"], text[: behind.start()]
    match = _COLON.search(text)
    if match is None:
        return None
    last, first = match["last"].strip(" .'’\"”"), text[: match.start()].strip(" '‘\"“")
    alone = len(first.split()) <= 2 and words().speakers.fullmatch(first) is not None
    if not alone and len(last.split()) <= _SPEAKER_WORDS and is_speaker(last, resolver):
        return last, text[: match.start()]
    if len(first.split()) <= _SPEAKER_WORDS - 3 and is_speaker(first, resolver) and not _is_label(first, match["last"], resolver):
        return first, match["last"]
    return None


def _is_label(first: str, report: str, resolver: Resolver) -> bool:
    """Whether a country before the colon says where it happened, and does not speak of another: "Guinea: Nine Shot Dead at Rally"."""
    seen = resolver.sightings(first, 0, 0)
    alone = len(seen) == 1 and seen[0].kind == "country" and (seen[0].start, seen[0].end) == (0, len(first))
    return alone and not resolver.sightings(report, 0, 0)


def is_speaker(text: str, resolver: Resolver) -> bool:
    """Whether a few words name somebody who says things: an office, a body, a person, not a topic."""
    named = words()
    first = text.split()[0].lower() if text.split() else ""
    if " and " in f" {text} ".lower() and not named.speakers.search(text):
        return False
    if not text or first in named.not_speakers or first.endswith("ing") or (list(act_hits(text.lower())) and not named.speakers.search(text)):
        return False
    if named.speakers.search(text) and len(text.split()) <= _SPEAKER_WORDS:
        return re.search(rf"(?:{named.speakers.pattern})$|^(?:{named.speakers.pattern})", text, re.IGNORECASE) is not None
    chosen = resolver.actor(text).chosen
    return chosen is not None and bool(chosen.entity) and chosen.score >= 0.8 and len(text.split()) <= 4


def _opening(text: str, resolver: Resolver) -> tuple[str, str] | None:
    """"NIS says 3,000 soldiers sent", "Study Finds ...": a speaker, a verb of saying, and more than three words behind it."""
    match = words().opening.search(text)
    if match is None or not 0 < len(text[: match.start()].split()) <= _SPEAKER_WORDS - 2:
        return None
    speaker, rest = text[: match.start()].strip(), text[match.end() :].strip()
    if len(rest.split()) <= 2 or (next(iter(act_hits(speaker.lower())), None) is not None and not words().speakers.search(speaker)):
        return None
    return text[: match.end()], rest


def _hedge(report: str, first: int | None) -> tuple[str | None, str | None]:
    """The words that hold a headline's report back; for "X to do" and "will do" also the verb of what is to be done.

    Args:
        report: the headline without its attribution and its dates.
        first: where its first verb of an act stands.
    """
    for match in re.finditer(rf"{words().hedge.pattern}|(?<![\w-])may(?![\w-])", report, re.IGNORECASE):
        if not _NOT_BEFORE.search(report[: match.start()]):
            return match.group(), None
    for match in words().hedging.finditer(report):
        before = report[: match.start()].rstrip()
        if _NOT_BEFORE.search(report[: match.start()]) or not before or _is_noun(report, match):
            continue
        first_verb = first is None or match.start() <= first
        if _opens(report, match.end()) or (match.group().lower().endswith("s") and first_verb and _is_subject(before)):
            return match.group(), None
    for found in _TO_DO.finditer(report):
        if _is_verb(found["verb"]) and _is_subject(report[: found.start()].rstrip()):
            return found.group(), found["verb"]
    will = re.search(r"(?<!\w)will\s+(?!not\b)(\w+)", report, re.IGNORECASE)
    return (will.group(), will[1]) if will else (None, None)


def _is_noun(report: str, match: re.Match[str]) -> bool:
    """Whether a form with -s is a plural: behind a number, or before what is done to it ("Two Suspects", "Suspects Held in Raid")."""
    if not match.group().lower().endswith("s") or (_TO.match(report, match.end()) and _opens(report, match.end())):
        return False
    behind = re.match(r"\s+([A-Za-z][A-Za-z-]*)", report[match.end() :])
    return _NUMBERED.search(report[: match.start()]) is not None or (behind is not None and _UNDERGONE.search(behind[1]) is not None and _is_finite_or_done(behind[1].lower()))


def _is_finite_or_done(low: str) -> bool:
    return _is_finite(low) or low in {"held", "shot", "hit", "struck", "caught"}


def _opens(report: str, at: int) -> bool:
    """Whether what follows is what a verb of weighing is about; "to" opens it before a verb alone ("Plans to Leave", not "Suspects to Kenya")."""
    match = _OPENS.match(report, at)
    if match is None:
        return False
    behind = _TO.match(report, at)
    return behind is None or _is_verb(behind[1])


def _is_verb(word: str) -> bool:
    low = word.lower()
    return low in {"be", "have", "do", "get", "go"} or low in act_words().classes or bool(load_lexicon().lookup("VERB", low))


def _is_subject(before: str) -> bool:
    """Whether the words before "to do" are a subject without a verb of its own ("Poland to send ...", not "Minister urges farmers to ...")."""
    found = [word.lower() for word in re.findall(r"[A-Za-z][A-Za-z-]*", before)]
    if not found or _AUXILIARY.search(before) or before.endswith((",", ":")) or found[-1] in words().deals:
        return False
    return not any(_is_finite(word) for word in found[1:])


def _is_finite(low: str) -> bool:
    """A form that is most likely the headline's verb."""
    if low in _PLURALS:
        return False
    return low in _AUXILIARIES or (low.endswith(("s", "ed")) and bool(load_lexicon().lookup("VERB", low)))
