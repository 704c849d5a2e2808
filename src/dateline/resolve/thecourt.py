"""Which court "the Court", "the Chamber", "the judges" and "the Prosecutor" are, where that is one of several states, and whose "the respondent State" is.

Judgments, orders and press releases of such courts name themselves once, in the letterhead ("INTERNATIONAL COURT OF JUSTICE", "TRIAL CHAMBER VI", "ECHR 214 (2021)"),
and then speak of "the Court". Others name the court and go on so, or name a case between states, which none of either's own courts judges ("In Nicaragua v.
Colombia, **the judges** ..."). It is never a court of a party, nor of the town where it sits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.adopters import adopter
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.resolve.casenames import CaseNames
from dateline.resolve.courts import BODY
from dateline.resolve.firstperson import front_of
from dateline.resolve.sightings import Sighting
from dateline.types import BlockKind, Candidate, Document, Phrase, PhraseForm, Resolution

#: The nouns as papers of courts write them; those of ``OFFICES`` only where the paper is the court's own.
_CAPITAL: Final = re.compile(r"(?:Full )?(?:Court|Tribunal|Bench)|(?:(?:Full|Grand|Trial|Pre-?Trial|Appeals?|Special) )?Chamber(?: [IVX]+)?(?:['’]s [a-z]+)?")
_OFFICES: Final = re.compile(r"(?:(?:Chief|Deputy) )?Prosecut(?:or|ion)(?:['’]s Office)?|Office of the Prosecutor|Registry|(?:Deputy )?Registrar|Judges")
_SMALL: Final = re.compile(
    r"(?:(?:international|world|regional|top|arbitral|arbitration) )?(?:court|tribunal)(?:['’]s (?:judges|ruling|decision|judge?ment|order))?"
    r"|judges|(?:trial|pre-?trial|appeals|grand) chamber|arbitrators"
)
_HEADS: Final = re.compile(r"(?:court|tribunal|chamber)\b", re.I)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|our)\s+$", re.I)
#: Chambers that only courts of such names have.
_CRIMINAL: Final = re.compile(r"(?:Trial|Pre-?Trial|Appeals?|trial|pre-?trial|appeals) [Cc]hamber")
_OF_CRIMES: Final = re.compile(r"Criminal|Special|Rwanda|Yugoslavia")
_TRIBUNALS: Final = re.compile(r"Tribunal|Criminal|Arbitration|Disputes")
#: What courts of cases give.
_RULING: Final = re.compile(r"(?:judge?ment|ruling|decision|order|award|verdict)s?", re.I)
_IN: Final = re.compile(r" (?:in|on|of) (?:the case of )?", re.I)
#: Behind such a noun the rest of a name, or where the court is.
_NAMED: Final = re.compile(r"\s+(?:of|for|on|in|at|that|which)\b")
_HEAD: Final = re.compile(r"\b(?:court|tribunal)s?\b", re.I)
_UNNAMED: Final = Candidate("", BODY, ("JUD",), 0.0)
#: How many sentences behind the name of a court its small noun may stand.
_REACH: Final = 4
#: Signs of a court in its letterhead, each with its code and, where they tell it, its name: numbers of cases and press releases, chambers.
_SIGNS: Final = (
    (re.compile(r"\bECHR \d{1,3} \((?:19|20)\d\d\)|\([Aa]pplications? nos?\. \d+/\d\d"), "IGO", "European Court of Human Rights"),
    (re.compile(r"\bICC-\d\d/\d\d"), "IGO", "International Criminal Court"),
    (re.compile(r"(?i)\bthe prosecutor (?:v\.|c\.)"), "IGO", ""),
    (re.compile(r"\b(?:IT|ICTR|SCSL|STL|MICT)-\d\d-\d"), "UNO", ""),
    (re.compile(r"(?i)(?:(?:trial|pre-?trial|appeals) chamber(?: [IVX]+)?)\W*\Z"), "IGO", ""),
)
#: A court of one state in such a place, by its kind alone.
_NATIONAL: Final = re.compile(
    r"\b(?:supreme|high|district|constitutional|federal|circuit|crown|county|cassation|appeals?) ?(?:court|of)\b|\bcourt of (?:appeals?|cassation)\b", re.I
)
#: A line that is a name alone, with where the court sits or its acronym behind it, and how many words more than that name it has at most.
_WORD: Final = r"(?:[^\W\d_a-z][\w'’-]*|of|the|and|on|for)(?![\w'’-])"
_NAME: Final = re.compile(rf"\W*({_WORD}(?: {_WORD})*) ?(?:[,(–—|-].*)?\W*", re.S)
_MORE: Final = 2
#: People who go to court or stand before it.
_LITIGANTS: Final = frozenset("applicant applicants complainant complainants claimant claimants plaintiff plaintiffs defendant defendants".split())
#: The parties as papers of a court between states call them, and the state that is sued in any.
_APPLICANT: Final = re.compile(r"(?:Applicant|[Aa]pplicant [Ss]tate)")
_RESPONDENT: Final = re.compile(r"(?:Respondent|[Rr]espondent (?:[Ss]tate|[Gg]overnment))")


@dataclass(frozen=True, slots=True)
class _Named:
    """A court that the text has named, and where, by itself or by a case of it; nobody where it is one of a state's own."""

    at: int
    sentence: int
    court: Candidate | None
    by_case: bool = False


def courts_meant(
    document: Document, phrases: Sequence[Phrase], seen: Sequence[Sighting], cases: CaseNames, lookup: Lookup, actor: Callable[[str], Resolution]
) -> Iterator[tuple[Phrase, Candidate]]:
    """The phrases that are such a noun alone, with the court that they are.

    Args:
        document: the document.
        phrases: its phrases in text order.
        seen: where it names countries and bodies.
        cases: the names of cases in it.
        lookup: what a phrase refers to by its own words, and what was given before.
        actor: what a name refers to.
    """
    own, national = _own(document, actor)
    if national and own is None:
        return
    named = _named_courts(phrases, seen, cases, lookup, actor, document.text)
    if own is None and not any(one.court for one in named):
        return
    starts = [one.at for one in named]
    stems = set(_stems(document)) if own is not None else set()
    sides = next(((one.left, one.right) for one in cases.names if one.right), None) if own is not None else None
    for phrase in phrases:
        before = named[: bisect_left(starts, phrase.end if _RULING.fullmatch(phrase.mention.text) else phrase.mention.span.start)]
        if phrase.form is PhraseForm.PRONOUN or not (_is_open(phrase, lookup) or (own is not None and _CAPITAL.fullmatch(phrase.mention.text))):
            continue
        if own is not None and phrase.mention.span.start in stems and _HEADS.match(phrase.mention.text):
            yield phrase, own
        elif before and _is_in_case(phrase, document.text, cases) and (court := before[-1].court) is not None:
            yield phrase, replace(court, entity="")
        elif (court := _court(phrase, document.text, own, before)) is not None:
            yield phrase, court
        elif sides is not None and (state := _side(phrase.mention.text, sides)):
            yield phrase, Candidate("", state, ("GOV",), 0.0)


def _stems(document: Document) -> Iterator[int]:
    """Where the body stands that decides what the clauses below it tell ("FOR THESE REASONS, THE **COURT**")."""
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and (name := adopter(document.slice(block.span))) is not None:
            yield block.span.start + name.start


def _is_open(phrase: Phrase, lookup: Lookup) -> bool:
    """Whether a phrase has no country by its own words, or only that of a chamber without a court."""
    read = lookup(phrase)
    return read.chosen is None or read.chosen.country is None or (read.method == "composition" and read.chosen.country == BODY and "hamber" in phrase.mention.text)


def _is_in_case(phrase: Phrase, text: str, cases: CaseNames) -> bool:
    """Whether a phrase is the ruling in a case between states ("**the judgment** in Congo v. Uganda")."""
    if _RULING.fullmatch(phrase.mention.text) is None or (link := _IN.match(text, phrase.mention.span.end)) is None:
        return False
    return any(one.between_states and one.span.start <= link.end() + 4 and link.end() < one.span.end for one in cases.names)


def is_litigant(head: str) -> bool:
    """Whether a noun is of somebody before a court, who is of a state and never of the court or a body ("**the applicant**")."""
    return head in _LITIGANTS


def _side(words: str, sides: tuple[str | None, str | None]) -> str | None:
    """The state that a party of a case is: the one that sues only where states are against one another."""
    if _RESPONDENT.fullmatch(words):
        return sides[1]
    return sides[0] if _APPLICANT.fullmatch(words) else None


def _court(phrase: Phrase, text: str, own: Candidate | None, before: Sequence[_Named]) -> Candidate | None:
    """The court that a noun alone means; ``None`` where it is no such noun or no court is named."""
    start, end = phrase.mention.span.start, phrase.mention.span.end
    words, loud = phrase.mention.text, text[start:end].isupper()
    words = words.title() if loud else words
    if _NAMED.match(text, end) and phrase.extended is not None and phrase.extended.end > end:
        return None
    if not loud and not _DEFINITE.search(text, max(0, start - 8), start):
        return None
    last = before[-1] if before else None
    if own is None and last is not None and last.court is not None and not _has(last.court, words):
        return _UNNAMED if last.by_case and (_CAPITAL.fullmatch(words) or _SMALL.fullmatch(words)) else None
    if _CAPITAL.fullmatch(words):
        return own or (last.court if last is not None else None)
    if _OFFICES.fullmatch(words):
        return replace(own, entity="") if own is not None else None
    if not _SMALL.fullmatch(words) or last is None or last.court is None or phrase.sentence - last.sentence > _REACH:
        return None
    return last.court if "court" in words or "tribunal" in words else replace(last.court, entity="")


def _has(court: Candidate, words: str) -> bool:
    """Whether a court may be called by a noun: one that judges crimes by its chambers, a tribunal or arbitrators by that."""
    if _CRIMINAL.match(words):
        return _OF_CRIMES.search(court.entity) is not None
    return not court.entity or "ribunal" not in words or _TRIBUNALS.search(court.entity) is not None


def _named_courts(
    phrases: Sequence[Phrase], seen: Sequence[Sighting], cases: CaseNames, lookup: Lookup, actor: Callable[[str], Resolution], text: str
) -> list[_Named]:
    """The courts that a text names, in its order: by name, as a state's own, or by a case between states."""
    known: dict[str, Candidate | None] = {}
    found: list[_Named] = []
    for one in seen:
        if one.kind == "body" and one.country in BODIES:
            words = re.sub(r"['’]s?$", "", text[one.start : one.end])
            court = known[words] if words in known else known.setdefault(words, _judges(actor(words)))
            if court is not None:
                found.append(_Named(one.start, one.sentence, court))
    any_court = found[0].court if found else None
    for phrase in phrases:
        if phrase.form is not PhraseForm.PRONOUN and _is_national(phrase, lookup):
            found.append(_Named(phrase.mention.span.start, phrase.sentence, None))
    at = {one.start: one.sentence for one in seen}
    for case in cases.names:
        if case.between_states or case.prosecuted:
            sentence = next((at[start] for start in sorted(at) if start >= case.span.start), 0)
            earlier = [one.court for one in found if one.court is not None and one.at < case.span.start]
            court = (earlier[-1] if earlier else any_court) or _UNNAMED
            fits = not case.prosecuted or _OF_CRIMES.search(court.entity)
            found.append(_Named(case.span.start, sentence, court if fits else _UNNAMED, by_case=True))
    return sorted(found, key=lambda one: one.at)


def _is_national(phrase: Phrase, lookup: Lookup) -> bool:
    """Whether a phrase is a court of a state's own: one that has a country, or is called by its kind."""
    words = phrase.mention.text if phrase.extended is None else f"{phrase.mention.text} "
    if _HEAD.search(words) is None:
        return False
    chosen = lookup(phrase).chosen
    if chosen is not None and chosen.country is not None:
        return chosen.country not in BODIES and chosen.sectors[:1] == ("JUD",)
    return _NATIONAL.search(words) is not None


def _judges(read: Resolution) -> Candidate | None:
    """The court of several states that a name is."""
    chosen = read.chosen
    if chosen is None or chosen.country not in BODIES or chosen.sectors[:1] != ("JUD",):
        return None
    return Candidate(chosen.entity, chosen.country, ("JUD",), 0.0)


def _own(document: Document, actor: Callable[[str], Resolution]) -> tuple[Candidate | None, bool]:
    """The court that issues a document, where that is told, and whether it is one of a state's own."""
    for name in (document.publisher, *document.authors):
        if name and (court := _judges(actor(name))):
            return court, False
    front = [words for kind, words in front_of(document) if words and not (kind is BlockKind.PARAGRAPH and words.endswith((".", "!", "?")))]
    for words in front:
        if court := _letterhead(words, actor):
            return court, False
    signed = next((Candidate(name, code, ("JUD",), 0.0) for words in front for pattern, code, name in _SIGNS if pattern.search(words)), None)
    for words in front:
        if words.isupper() and _NATIONAL.search(words) and not any(pattern.search(words) for pattern, _, _ in _SIGNS):
            chosen = actor(words).chosen
            return (Candidate("", chosen.country, ("JUD",), 0.0) if chosen is not None and chosen.country else None), True
    return signed, False


def _letterhead(words: str, actor: Callable[[str], Resolution]) -> Candidate | None:
    """The court whose name a line of a letterhead or a title is, and no more than that."""
    name = _NAME.fullmatch(words)
    court = _judges(actor(name[1])) if name is not None and _HEAD.search(name[1]) else None
    return court if name is not None and court is not None and court.entity and len(name[1].split()) <= len(court.entity.split()) + _MORE else None
