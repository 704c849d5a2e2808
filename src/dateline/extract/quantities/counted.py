"""What follows a number: percent, currency, measure, or a counted noun."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.quantities.found import Counted
from dateline.extract.quantities.nouns import STOP, head_noun, is_people, is_plural, words_after
from dateline.extract.quantities.numbers import NUMERAL
from dateline.extract.quantities.units import (
    CODES,
    CURRENCY_WORDS,
    MEASURES,
    NATIONAL,
    POWERS,
    SCALED_ONLY,
    SHORT_CURRENCIES,
    SYMBOLS,
    TIME_UNITS,
)
from dateline.ontology.wordlists import words_of

_ADJECTIVE: Final = re.compile(r"(?:ary|an|al|ic|ive|ish|ese|ed|ous|ful|able|ian|er|new|fresh|further|frozen|raw|crude|heavy)$|^[A-Z]")
_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|those|us|(?:their|its|our|the)\s+number)\b", re.IGNORECASE)
_BEFORE_MEASURE: Final = words_of("extract.quantities.counted.before_measure")
_PARTITIVE: Final = re.compile(
    r"\s+of\s+(?:(?:the|his|her|its|their|our|these|those|all|such|my)\b)?(?:\s+own\b)?(?:\s+[\w-]+['’]s(?=\s+(?:\d|t[wh]|f|s[ie]|eight|nine|elev)))?"
    r"(?:\s*\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b)?",
    re.IGNORECASE,
)
#: A unit written without a space: "30km", "5kg", "3m high".
GLUED: Final = re.compile(
    r"(?:km|kg|cm|mw|gw|ha|lbs?|ft|m(?=\s+(?:high|long|wide|deep|tall|away|thick|from|below|above|down)))\b", re.IGNORECASE
)
#: Predicates after "left 15": not part of the phrase.
_LEFT: Final = re.compile(r"\b(?:leav(?:es|ing)|left)\s(?:[\w\s]+\sand\s)?(?:at\s+least\s|some\s|about\s)?$", re.IGNORECASE)
#: "19 heads of state" are people; so is what is left dead or wounded ("left four patrons dead").
_OFFICES: Final = re.compile(r"\s+of\s+(?:state|government|mission|delegation|staff)\b")
_HEADS: Final = frozenset({"heads", "chiefs"})
_STATES: Final = frozenset(
    "dead wounded injured missing hurt homeless accused arrested detained kidnapped abducted captured drowned killed convicted condemned".split()
)


#: "Pounds **of wheat**" are a weight, unless what follows is itself money ("of the company's assets").
_OF_POUNDS: Final = re.compile(r"\s+of\s+(?P<what>[^\W\d_][\w'’-]*(?:\s+(?!(?:to|in|for|on|from|that|which|and|by|at|with|after|before)\b)[\w'’-]+){0,4})")
_MONEYED: Final = words_of("extract.quantities.counted.moneyed")


def currency(text: str, symbol: str, end: int) -> Counted | None:
    """The currency before or after a number, and what the money is for ("in military aid").

    Args:
        text: the text.
        symbol: the sign or code before the number, or the empty string.
        end: where the number ends.
    """
    unit, stop = None, end
    if symbol:
        unit = SYMBOLS.get(symbol) or SYMBOLS.get(symbol.upper()) or symbol.upper()
    else:
        words = words_after(text, end, 2)
        for index, (word, word_end) in enumerate(words):
            name = SHORT_CURRENCIES.get(word.lower(), word.lower())
            name = name if name in CURRENCY_WORDS else name.rstrip("s")
            if index and words[0][0].lower() == "per":
                break
            if name in CURRENCY_WORDS or word in CODES:
                before = words[index - 1][0].lower() if index else ""
                unit = NATIONAL.get((before, name)) or CURRENCY_WORDS.get(name) or word
                stop = word_end
                break
        if unit == "GBP" and (held := _OF_POUNDS.match(text, stop)) is not None and _MONEYED.isdisjoint(re.findall(r"[a-z]+", held["what"].lower())):
            return Counted(stop, "lb", measured=_purpose(text, stop))
        scaled = re.search(r"(?:thousand|million|billion|trillion|bn|00)$", text[max(0, end - _LEAD) : end])
        if unit is None or (unit in SCALED_ONLY and not scaled):
            return None
    return Counted(stop, "CNY" if unit == "RMB" else unit, measured=_purpose(text, stop))


#: A large sum: "a 40-million-pound loan" is money.
_SCALED: Final = re.compile(r"(?:thousand|[mb]illion|trillion|[mb]ln|bn)$", re.IGNORECASE)


#: "The **84-man mission**": two figures and more, in a body of soldiers or observers ("a 12-member panel" counts nothing, "10-man Arsenal" is a team).
_MANNED: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:mission|force|contingent|battalion|garrison|detachment|regiment|brigade|company|platoon|column)\b", re.IGNORECASE
)


def hyphen_unit(text: str, end: int) -> Counted | None:
    """ "A three-day visit", "a 12-year sentence", "a 200-million-dollar loan"; other compounds ("28-member") count nothing themselves."""
    strong = re.match(r"[-\s]strong\b", text[end:])
    if strong:
        return Counted(end + strong.end(), "persons")
    match = re.match(r"-(\w+)", text[end:])
    if match is None:
        return None
    name = match[1].lower()
    if name == "man" and _MANNED.match(text, match.end() + end) and text[max(0, end - 2) : end].isdigit():
        return Counted(end + match.end(), "persons")
    money = CURRENCY_WORDS.get(SHORT_CURRENCIES.get(name, name))
    if name == "pound" and not _SCALED.search(text[max(0, end - _LEAD) : end]):
        return Counted(end + match.end(), "lb")  # "a 2,000-pound bomb"
    if money is not None and money not in SCALED_ONLY:
        return Counted(end + match.end(), money, measured=_purpose(text, end + match.end()))
    unit = MEASURES.get(name)
    known = unit in TIME_UNITS or unit in ("km", "miles", "meters", "tons", "percent")
    return Counted(end + match.end(), unit) if known and name != "points" else None


def counted_after(text: str, end: int) -> Counted:
    """What the words after a number say that it counts."""
    percent = re.match(r"\s?%|\s+per\s?cent\b|\s+pct\b|\s+percentage\s+points?\b", text[end:])
    if percent:
        return Counted(end + percent.end(), "percent", measured=_purpose(text, end + percent.end()))
    them = _THEM.match(text, end)
    if them:
        return _them(text, them.end())
    return _measure(text, end) or _noun(text, end)


_TIMES: Final = "|".join(sorted(TIME_UNITS))


def _them(text: str, end: int) -> Counted:
    """ "Five of them women": the noun after belongs to the phrase."""
    words = words_after(text, end, 1)
    if words and is_plural(words[0][0]) and is_people(words[0][0]):
        return Counted(words[0][1], "persons", words[0][0].lower())
    return Counted(end, "persons")


#: "Sentences of **nine, seven and** four years", "for **eight and** ten years": the unit is written once, behind the last; "killed 12 and three
#: days later" is no such list.
_LISTED: Final = re.compile(
    rf"(?:,\s+{NUMERAL})*\s+(?:and|or)\s+{NUMERAL}(?=\s+(?:{_TIMES})\b(?!\s+(?:later|earlier|ago|before|after|on|hence)\b))", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\d{4}")
#: "Cut from seven years **to** three and a half": the unit is that of the figure before.
_FROM: Final = re.compile(rf"\bfrom\s+{NUMERAL}\s+(?P<unit>{_TIMES})\s+to\s+(?:just\s+|only\s+|about\s+)?$", re.IGNORECASE)
_LAST: Final = re.compile(r"\s*(?:[.,;)]|$|(?:on|after|by|in|for|when|and)\b)", re.IGNORECASE)


#: "Ecuador's **soldiers, 22,400 of them**, fan out", "the **submarines, eight in all**, will cost": the noun before is counted, unless it is that of
#: another number.
_NAMED_BEFORE: Final = re.compile(
    r"(?P<number>\b(?:\d[\d,.]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?))\s+(?:\w+\s+){0,3})?"
    r"\b(?P<noun>[A-Za-z][a-z]+),\s+$"
)
_ALL_OF: Final = re.compile(r"(?:\s+of\s+them|\s+in\s+all|\s+all\s+told|\s+altogether)\s*(?=[,.;]|$)", re.IGNORECASE)


def named_before(text: str, start: int, end: int) -> Counted | None:
    """The noun before a number that tells how many of it there are in all.

    Args:
        text: the text.
        start: where the number begins, with what qualifies it.
        end: where it ends.
    """
    whole = _ALL_OF.match(text, end)
    noun = _NAMED_BEFORE.search(text[max(0, start - _LEAD) : start]) if whole is not None else None
    if whole is None or noun is None or noun["number"] is not None or not is_plural(noun["noun"].lower()):
        return None
    return Counted(whole.end(), "persons" if is_people(noun["noun"]) else "items", noun["noun"].lower())


def shared_unit(text: str, start: int, end: int) -> Counted | None:
    """The unit of time that a bare number shares with the one behind or before it.

    Args:
        text: the text.
        start: where the number begins.
        end: where it ends.
    """
    listed = _LISTED.match(text, end) if not _YEAR.fullmatch(text[start:end]) else None
    if listed is not None:
        return Counted(end, MEASURES[words_after(text, listed.end(), 1)[0][0].lower()])
    before = _FROM.search(text[max(0, start - _LEAD) : start]) if _LAST.match(text, end) else None
    return Counted(end, MEASURES[before["unit"].lower()]) if before is not None else None


#: Measures that in the singular name a make of thing: "two barrel bombs", "four ton trucks".
_CONTAINERS: Final = frozenset({"barrel", "ton", "tonne", "litre", "liter", "kilo"})


def _measure(text: str, end: int) -> Counted | None:
    glued = GLUED.match(text, end)
    if glued is not None:
        return Counted(glued.end(), MEASURES[glued[0].lower()], measured=_purpose(text, glued.end()))
    words = words_after(text, end, 2)
    if len(words) > 1 and words[0][0].lower() in _CONTAINERS and is_plural(words[1][0]):
        return None
    for index, (word, stop) in enumerate(words):
        if index == 1 and words[0][0].lower() not in _BEFORE_MEASURE:
            break
        unit = MEASURES.get(word.lower())
        if unit is not None:
            unit = POWERS.get((words[0][0].lower(), unit), unit) if index else unit
            return Counted(stop, unit, measured=_purpose(text, stop))
    return None


#: Room for the words and the number before what is left ("leaving another 1,200").
_LEAD: Final = 120


#: "20,000 **"bandits"** had attacked": the writer gives the noun as another's word.
_QUOTED: Final = re.compile(r"\s+[\"“‘'](?=\w)")
_CLOSED: Final = re.compile(r"[\"”’']")


def _quoted(text: str, begin: int) -> tuple[str, int] | None:
    opened = _QUOTED.match(text, begin)
    noun = head_noun(text[: opened.end() - 1] + " " + text[opened.end() :], opened.end() - 1, plural=True) if opened else None
    if noun is None:
        return None
    return noun[0], noun[1] + (_CLOSED.match(text, noun[1]) is not None)


def _noun(text: str, end: int) -> Counted:
    link = _PARTITIVE.match(text, end)
    begin = end + len(link[0].rstrip()) if link else end
    if not link and _LEFT.search(text[max(0, end - _LEAD) : end].rstrip("0123456789,.")):
        state = words_after(text, end, 1)
        if state and state[0][0].lower() in _STATES:
            return Counted(end, "persons", state[0][0].lower())
    if link:
        state = words_after(text, begin, 2)
        if state and state[0][0].lower() in _STATES and (len(state) == 1 or state[1][0].lower() in STOP):
            return Counted(state[0][1], "persons", state[0][0].lower())
    noun = head_noun(text, begin, plural=True) or _quoted(text, begin)
    if noun is not None and (office := _OFFICES.match(text, noun[1])):
        return Counted(office.end() if noun[0].lower() in _HEADS else noun[1], "persons", noun[0].lower())
    if noun is None and not link and text[max(0, end - 3) : end].lower() == "one":
        noun = head_noun(text, begin, plural=False)
    if noun is None:
        return Counted(end)
    head, stop = noun
    return Counted(stop, "persons" if is_people(head) else "items", head.lower())


def _purpose(text: str, end: int) -> str | None:
    """The noun after "of" or "in" behind a measure: "tons of rice", "$10 million in military aid"."""
    link = re.match(r"\s+(?:worth\s+)?(?:of|in)\b", text[end:])
    if link is None:
        return None
    words = [word for word, _ in words_after(text, end + link.end(), 3)]
    while words and words[0].lower() in ("the", "its", "their", "new"):
        words = words[1:]
    run: list[str] = []
    for word in words:
        if word.lower() in STOP:
            break
        run.append(word)
    if not run:
        return None
    for word in run:
        if is_plural(word):
            return word.lower()
    adjective = len(run) > 1 and _ADJECTIVE.search(run[0])
    return None if not adjective and run[0][0].isupper() else (run[1] if adjective else run[0]).lower()
