"""Names that a document gives to somebody or something else than the knowledge base files: family names alone, a parliament's bare name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import key_of
from dateline.resolve.anaphora.given_names import genders
from dateline.resolve.anaphora.natures import Lookup, words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.scan import Item
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Phrase, PhraseForm, Resolution, Span

#: Methods by which a phrase was read as a person by more than the family name, and by that alone.
_IN_FULL: Final = "person"
_ALONE: Final = "surname"
#: Kinds of sighting by which a sentence names a state otherwise than by its bodies and persons.
_STATES: Final = frozenset({"country", "adjective", "capital", "metonym"})
#: Names that many a state gives to its parliament, its capital's police or its guard, and those of them that are no part of other names.
SHARED: Final = frozenset({"congress", "metropolitan police", "national guard"})
_FORCES: Final = re.compile(r"(?:.* of )?(?:the )?(?:metropolitan police|national guard)(?: [a-z]+)?", re.I)
#: Other states than the United States whose parliament is called Congress, in news from there.
_CONGRESSES: Final = frozenset("ARG BOL BRA CHL COL DOM ECU GTM HND MEX PER PHL PRY VEN".split())
_CONGRESS: Final = re.compile(r"(?:the |[\w ]* (?:of|in) )?Congress(?:['’]s?)?(?: (?:leaders?|members?))?", re.I)
#: Behind "U.S." where somebody speaks abroad for it, and what tells that its own Congress is meant.
_MISSION: Final = re.compile(r"(?:['’]s?)? (?:embassy|ambassador|consulate|chargé|diplomats?|(?:[a-z]+ )?envoy)\b", re.I)
_AMERICAN: Final = re.compile(r"\b(?:U\.?S\.?|United States|American) Congress|\bCongress in Washington|\bCapitol\b|\bHouse of Representatives|\b(?:Democrats|Republicans)\b")
#: The party that Australia writes so and Britain with a "u" ("**Labor** accused the Government"), and the states whose text may mean another by it.
_LABOR: Final = re.compile(r"(?:the )?Labor(?:['’]s)?")
_LABOR_IS: Final = ("GBR", "AUS")
#: Words of a name with an office before it ("Senator Martin Houston") at most.
_PERSONAL: Final = 5
#: From so many names of one state on a text is about it.
_OFTEN: Final = 2
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?$")
#: Who governs or sits for a party, behind its name.
_OF_PARTY: Final = re.compile(
    r"(?:.+['’]s )?(.+?) (?:(?:party )?leaders?|governments?|cabinet|ministers?|MPs?|lawmakers?|senators?|deputies|politicians?|candidates?|opposition"
    r"|administration|members?|supporters|activists|executive|caucus)"
)
#: Names that parties of many states bear.
_PARTIES: Final = re.compile(
    r"(?:the )?(?:socialist|labou?r|communist|liberal|conservative|democratic|democrat|republican|greens?|social democratic|people['’]s|national|nationalist"
    r"|workers['’]?|cent(?:re|er)|progressive|reform|freedom|popular|unity|independence|justice|christian democrat\w*)(?: party|s)?", re.I
)


def strangers(phrases: Iterable[Phrase], lookup: Lookup, family_name: Callable[[str], str | None]) -> frozenset[str]:
    """Lower-case family names that stand behind another first name ("Betssy **Chavez**"), of a document without the known person.

    Args:
        phrases: the document's noun phrases.
        lookup: what a phrase refers to by its own words.
        family_name: of a phrase that ends in the full name of nobody known, the family name (see :func:`family_name_of`).
    """
    named = [phrase for phrase in phrases if phrase.form is PhraseForm.NAME]
    found = {name for phrase in named if " " in phrase.mention.text and (name := family_name(phrase.mention.text))}
    return frozenset(found - {last_word(p.mention.text) for p in named if _is_meant(p, lookup(p))}) if found else frozenset()


def family_name_of(items: Sequence[Item], filed: Callable[[str], bool]) -> str | None:
    """The filed family name at the end of a phrase where unknown capitalised words stand right before it."""
    if len(items) < 2:
        return None
    first, last = items[-2:]
    unknown = all(it.kind in {"word", "part"} and it.capital for it in (first, last))
    return last.key if unknown and not first.possessive and not last.broken and filed(last.key) else None


def without_bearers(seen: Sequence[Sighting], text: str, phrases: Iterable[Phrase]) -> list[Sighting]:
    """The sightings without towns that are the family name of somebody whom the text names in full ("Martin **Houston** ... Houston's shop").

    Args:
        seen: where the document names countries.
        text: the document.
        phrases: its noun phrases.
    """
    if not any(one.kind == "town" for one in seen):
        return list(seen)
    names = [phrase.mention.text.split() for phrase in phrases if phrase.form is PhraseForm.NAME and " " in phrase.mention.text]
    bearers = {last_word(parts[-1]) for parts in names if len(parts) <= _PERSONAL and parts[-2].lower() in genders()}
    return [one for one in seen if one.kind != "town" or one.where == "in" or one.name not in bearers]


def is_namesake(phrase: Phrase, found: Resolution, others: frozenset[str]) -> bool:
    """Whether a phrase was read as a known person by a family name that is another's in the document."""
    return found.method == _ALONE and last_word(phrase.mention.text) in others


def last_word(text: str) -> str:
    """The last word of a name as names are filed: in lower case and without accents."""
    return key_of(words_of(text)[-1])


def _is_meant(phrase: Phrase, found: Resolution) -> bool:
    """Whether a phrase names the known person in full or under the office ("President Trump" beside "Melania Trump")."""
    if found.method == _IN_FULL:
        return True
    words = set(words_of(phrase.mention.text)[:-1])
    return found.method == _ALONE and found.chosen is not None and bool(words & set(words_of(found.chosen.detail.replace(",", " "))))


def states_named(text: str, seen: Iterable[Sighting]) -> frozenset[str]:
    """The states that a text names otherwise than by a parliament's name that many states use."""
    return frozenset(s.country for s in seen if not is_shared(text[s.start : s.end])) - BODIES


def spelt_labor(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """The sightings with "Labor" as Australia's party in a text that names no other state than its own."""
    party, other = _LABOR_IS
    if not any(s.country == party and s.kind == "body" and _LABOR.fullmatch(text[s.start : s.end]) for s in seen):
        return list(seen)
    labor = [s for s in seen if s.country == party and _LABOR.fullmatch(text[s.start : s.end])]
    if {s.country for s in seen if s not in labor} - BODIES - {other}:
        return list(seen)
    return [replace(s, country=other) if s in labor else s for s in seen]


def without_shared(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """The sightings without parliaments and parties of a shared name whose filed state a text on another state does not name otherwise."""
    named = states_named(text, seen)
    told = Counter(s.country for s in seen if s.country in named)
    if max(told.values(), default=0) < _OFTEN:
        return list(seen)
    return [s for s in seen if s.kind != "body" or s.country in named or not is_shared(text[s.start : s.end])]


def is_shared_elsewhere(phrase: Phrase, found: Resolution, named: Collection[str]) -> bool:
    """Whether a parliament's or party's name that many states use ("Congress", "Socialist party") stands in a text that names other states and not the one it is filed for.

    Args:
        phrase: the phrase.
        found: what it was read as.
        named: the states that the text names otherwise.
    """
    country = found.chosen.country if found.chosen else None
    return country is not None and bool(named) and country not in named and (is_shared(phrase.mention.text) or _is_of_shared(found, phrase.mention.text))


def told_by_text(phrase: Phrase, found: Resolution, named: Collection[str]) -> Candidate | None:
    """Of several bodies with one acronym or one short name that of a state which the text names otherwise ("RSF" in a text on Sudan, "the **National
    Liberation Front**" in one on Vietnam), where there is one such state."""
    text, bodies = phrase.mention.text, [c for c in found.candidates if c.country]
    name = " ".join(words_of(text)).removeprefix("the ")
    if not text.isupper() and not (" " in name and bodies and all(name in " ".join(words_of(c.entity)) for c in bodies)):
        return None
    codes = {c.country for c in found.candidates if c.country in named}
    return next(c for c in found.candidates if c.country in codes) if len(codes) == 1 else None


def told_by_sentence(phrase: Phrase, found: Resolution, here: Iterable[Sighting], home: str | None, text: Collection[str]) -> Candidate | None:
    """Of the bodies of several states with one name that of the state which the sentence names, and not of another ("the **Joint Chiefs of Staff**" in Seoul).

    Args:
        phrase: the phrase.
        found: what it was read as.
        here: where its sentence names states.
        home: the state of the document's dateline, which decides where the sentence names none of the bodies' states, or several.
        text: the states that the text names; one that is written at the desk of the best known body's state, or about it, means that body, one without a
            dateline that of the only state of such a body that it names ("Canada expelled an envoy. The **House of Commons** condemned Delhi").
    """
    if found.method != "organisation" or found.chosen is None or not found.chosen.country:
        return None
    span = phrase.extended or phrase.mention.span
    own = {c.country: c for c in reversed(found.candidates) if c.country and c.country not in BODIES}
    seen = [s for s in here if s.country in own and s.kind in _STATES]
    if home == found.chosen.country or (home not in own and found.chosen.country in text):
        return None
    if len(own) < 2 or any(span.start <= s.start and s.end <= span.end for s in seen):
        return None
    named = {s.country for s in seen}
    if len(named) != 1 and home is None:
        named = own.keys() & set(text)
    country = next(iter(named)) if len(named) == 1 else home
    return own.get(country) if country is not None and country != found.chosen.country else None


def congress_of(span: Span, sentence: int, text: str, seen: Iterable[Sighting], home: str | None) -> str | None:
    """The state whose parliament a bare "Congress" is in news from a state that has one too ("LIMA - ... The U.S. embassy urged **Congress**").

    Where a sentence tells of the United States otherwise than by a mission of theirs there, their own Congress may be meant.

    Args:
        span: the words.
        sentence: its index.
        text: the document.
        seen: where it names countries.
        home: the state of its dateline; without one the state that it names oftenest.
    """
    if not _CONGRESS.fullmatch(text, span.start, span.end) or _AMERICAN.search(text):
        return None
    states = [s for s in seen if s.country not in BODIES and not is_shared(text[s.start : s.end]) and not _CONGRESS.fullmatch(text, s.start, s.end)]
    guests = [s for s in states if s.country == "USA" and (home is None or s.sentence == sentence)]
    if any(not _MISSION.match(text, s.end) for s in guests):
        return None
    told = Counter(s.country for s in states if s.country != "USA").most_common(1)
    main = home or (told[0][0] if told and told[0][1] >= _OFTEN else None)
    return main if main in _CONGRESSES else None


def is_shared(text: str) -> bool:
    """Whether a name is one that many a state gives to its parliament or a party."""
    name = _POSSESSIVE.sub("", text)
    return name.lower().removeprefix("the ") in SHARED or _PARTIES.fullmatch(name) is not None


def _is_of_shared(found: Resolution, text: str) -> bool:
    """Whether somebody is of such a party or force ("members of the **National Guard**", "Attje Kuiken **of Labour**", "the **Labour** government")."""
    name, _, party = text.rpartition(" of ")
    if found.method == "thing" and name:
        return is_shared(party)
    led = _OF_PARTY.fullmatch(text)
    return found.method == "composition" and (_FORCES.fullmatch(text) is not None or (led is not None and is_shared(led.group(1))))


def is_person(found: Resolution) -> bool:
    """Whether a phrase was read as a known person, by the full name or the family name."""
    return found.method in {_IN_FULL, _ALONE}
