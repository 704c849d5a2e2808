"""Words of a statement for comparing wordings: stems, names and ordinals. Knowledge is in ``data/``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from anyascii import anyascii

from dateline.ontology.inflect import irregular_verbs

_WORD: Final = re.compile(r"[^\W\d_]+")
#: Letters of a stem that count: "bombardment" and "bombarded" meet, "confiscating" and "confiscation" too.
STEM_LENGTH: Final = 6
#: Endings that are cut, longest first; what is left keeps at least four letters.
_ENDINGS: Final = (
    "izations", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ures", "ure", "als", "al",
    "ers", "er", "ies", "ied", "es", "ed", "s", "e", "y",
)  # fmt: skip
#: Weight of a word that the table of frequencies does not have: rarer than one passage in ten thousand.
RARE: Final = 9.0
_ORDINALS: Final[Mapping[str, int]] = {
    "first": 1, "opening": 1, "initial": 1, "second": 2, "another": 2, "again": 2, "new": 2, "further": 2, "more": 2, "additional": 2, "latest": 2,
    "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip


@cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    text = (files("dateline.merge") / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _frequencies() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for word, value in _table("words.tsv"):
        for form in {word, _single(word)}:
            found[form] = min(float(value), found.get(form, RARE))
    return found


@cache
def common_names() -> frozenset[str]:
    """Words in names of countries, peoples and capitals: all statements about a dyad share them."""
    return frozenset(row[0] for row in _table("country_words.tsv"))


#: Capitalised words that name a day: dates are compared as dates.
_CALENDAR: Final = frozenset(word.lower() for word in (*calendar.day_name, *calendar.month_name) if word)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A short stem of a word in lower case without accents."""
    word = irregular_verbs().get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return _single(word)[:STEM_LENGTH]


def _single(word: str) -> str:
    """A word with a double consonant at its end written once, so that "expelled" and "expels" meet."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious" else word


def plain_words(text: str) -> list[str]:
    """The words of a text without accents, case kept."""
    return _WORD.findall(text if text.isascii() else anyascii(text))


def weight(found: str) -> float:
    """How much a stem says: the logarithm of one over its share of passages (0 for words in every one)."""
    return _frequencies().get(found, RARE)


@lru_cache(maxsize=100_000)
def _word(word: str) -> tuple[str, float, str | None]:
    """A word's stem, what the stem says (0 for words of one or two letters and those of country names), and the name that it may be."""
    lower = word.lower()
    if lower in common_names():
        return lower, 0.0, None
    found = stem(lower)
    name = lower if word[0].isupper() and len(word) > 2 and lower not in _CALENDAR else None
    return found, weight(found) if len(lower) > 2 else 0.0, name


def stems(text: str) -> dict[str, float]:
    """Stems of a text with their weights; words of one or two letters, and those of country names, are left out."""
    return stems_of(plain_words(text))


def stems_of(words: Iterable[str]) -> dict[str, float]:
    """As :func:`stems`, of the words of a text."""
    return {found: value for found, value, _ in map(_word, words) if value > 0}


def names_of(words: Sequence[str]) -> frozenset[str]:
    """Capitalised words of a text that are in no country's name and name no day; the first word counts where it is rare."""
    found = {name for _, _, name in map(_word, words[1:]) if name}
    if words and (first := _word(words[0])[2]) and weight(stem(first)) >= RARE:
        found.add(first)
    return frozenset(found)


def trigger_at(text: str, trigger: str) -> int:
    """Where a trigger of unknown offset stands first in a text as a word of its own ("aid" is not in "said"); -1 where it does not."""
    at = text.find(trigger)
    while at >= 0 and (_in_word(text, at - 1) or _in_word(text, at + len(trigger))):
        at = text.find(trigger, at + 1)
    return at


def _in_word(text: str, at: int) -> bool:
    """Whether there is a character of a word at an offset."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def ordinal(text: str, trigger: str, at: int) -> int:
    """1 for a first act, 2 for a second or another one ... by the words just before the trigger; 0 where none is said.

    Args:
        text: the sentence.
        trigger: the act's words.
        at: their offset in the sentence (code points), -1 where they are not in it.
    """
    if at < 0:
        return 0
    before, after = plain_words(text[:at])[-ORDINAL_REACH:], plain_words(text[at + len(trigger) :])[:1]
    near = [word.lower() for word in (*before, *plain_words(trigger), *after)]
    return next((_ORDINALS[word] for word in reversed(near) if word in _ORDINALS), 0)


#: A round that is numbered: "its **15th package** of sanctions", "the **third** trade **round**".
_ROUND: Final = re.compile(
    r"\b(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)|(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth))[\s-]+(?:[a-z-]+\s+){0,2}?(?:packages?|rounds?|tranches?|batch(?:es)?|waves?|instal?lments?|sets?)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def round_number(text: str) -> int:
    """The number of the round (of sanctions, talks, aid) that a sentence tells of; 0 where it tells none, or several.

    >>> round_number("The EU adopted its 15th package of sanctions."), round_number("Chad held a second round of talks on the 15th.")
    (15, 2)
    """
    found = {int(one["digits"]) if one["digits"] else _NUMBERED.index(one["word"].lower()) + 1 for one in _ROUND.finditer(text)}
    return found.pop() if len(found) == 1 else 0


#: Words before a trigger in which an ordinal belongs to it.
ORDINAL_REACH: Final = 5


#: What makes a clause speak of acts of a kind through years, and not of one of them.
_GENERAL: Final = re.compile(
    r"\b(?:regularly|routinely|habitually|frequently|often|always|usually|every (?:year|month|week|day|summer|winter|election)"
    r"|for (?:many |several |some )?(?:years|decades|generations|centuries)|(?:years|decades|generations|centuries) of"
    r"|(?:over|through|throughout|down) the (?:years|decades|generations|centuries)|since (?:the )?(?:1[89]|20)\d\ds?"
    r"|ha(?:s|ve) (?:been )?repeatedly)\b",
    re.IGNORECASE,
)
#: The first or the greatest since a year is one act: "the deadliest raid **since 2019**".
_RANKED: Final = re.compile(
    r"\b(?:first|the only|worst|best|(?:bigg|larg|great|high|low|heavi|long|strong|fierc|deadli|bloodi|lat)est)\b[^,;:–—]*?\bsince\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"[,;:]\s|\s[–—-]\s|—")
#: The time between two acts of one sentence: "two months after", "a day earlier".
_STAGE: Final = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|decades?) (?:after|before|earlier|later|following|previously)\b", re.IGNORECASE)


def general(text: str, trigger: str, at: int) -> bool:
    """Whether the clause of the trigger at an offset tells of acts of its kind through years; arguments as of :func:`ordinal`.

    >>> general("Decades of fighting have emptied the north.", "fighting", 11)
    True
    """
    if at < 0 or not _GENERAL.search(text):
        return False
    start = max((found.end() for found in _CLAUSE_END.finditer(text, 0, at)), default=0)
    end = _CLAUSE_END.search(text, at + len(trigger))
    clause = text[start : end.start() if end else len(text)]
    return _GENERAL.search(_RANKED.sub("", clause)) is not None


def stage(text: str, at: int) -> int:
    """How many times between acts the sentence gives before an offset: triggers of different stages are different acts.

    >>> stage("The raid came two days after a bombing.", 31)
    1
    """
    return sum(1 for _ in _STAGE.finditer(text, 0, max(0, at)))


#: Words before a verb's past form that make it no news of its own: what **had** been done, who **was** struck, "the town **where** it fired".
_NOT_NEWS: Final = frozenset("had having was were be been being to who which that those where when after before since".split())
#: What makes a past form behind it one of a noun: "**of** the sums announced", "nobody **has** replaced the envoys Peru expelled".
_OF_A_NOUN: Final = frozenset("of has have is are does do".split())
#: What makes it news in spite of such a word: "officials of the ministry **have** expelled".
_PERFECT: Final = frozenset(("has", "have"))
#: Being ready for something is told anew by these: "Peru said it was **ready** for talks".
_READY: Final = frozenset("ready willing prepared open".split())
#: Adverbs that may stand between such a word and the verb.
_BETWEEN: Final = re.compile(r"\w+ly|already|also|once|not|never|first|just|then|since|now|again")
#: Verbs by which a step named by a noun is taken: "**imposed** a 20% tariff", "**announces** new sanctions"; a few words stand between.
_TAKES: Final = re.compile(
    r"\b(?:(?:impos|announc|introduc|approv|plac|unveil|adopt|slap|levi|order|pledg|promis|launch|issu|add|enact|extend|sign)(?:e?d|e?s|ped|ps)|puts?|sends?|sent|hits?)\s+"
    r"(?:[^\s,;:]+\s+){0,6}[^\s\w]?[\d.]*$",
    re.IGNORECASE,
)
#: What stands behind a noun in -s, and behind no verb: "US **sanctions** on Chad".
_BEHIND_NOUN: Final = re.compile(r"\s*(?:$|[,;:.]|(?:on|against|from|in|of|for|with|at|by|to|over|and|or|that|which|were|are|had|have|will|would|may|could)\b)", re.IGNORECASE)
#: A name right before a verb in -s ("Peru **expels** an envoy"); behind other words it may be a noun ("held **talks**").
_NAME_BEFORE: Final = re.compile(r"\b[A-Z][\w.]*\s+$")


def afresh(text: str, trigger: str, at: int) -> bool:
    """Whether the trigger at an offset tells its act as news: a past form ("**expelled** three diplomats"), the present of headlines ("**expels**") or the
    noun of a step that somebody takes ("imposed **tariffs**"); not "had expelled" or "the expulsion".

    Arguments as of :func:`ordinal`.

    >>> afresh("Peru expelled an envoy.", "expelled", 5), afresh("Peru had already expelled an envoy.", "expelled", 17)
    (True, False)
    """
    head = trigger.split()[0].lower() if trigger.split() else ""
    if at < 0:
        return False
    if head in _READY:
        return True
    if not is_past(head):
        takes = _TAKES.search(text, 0, at)
        if takes is None:
            return head.endswith("s") and not head.endswith("ss") and _NAME_BEFORE.search(text, 0, at) is not None and not _BEHIND_NOUN.match(text, at + len(trigger))
        at = takes.start()
    return _is_news(text, at)


def _is_news(text: str, at: int) -> bool:
    """Whether nothing before a verb puts it into the background."""
    words = [word.lower() for word in plain_words(text[:at])]
    before = next((word for word in reversed(words) if not _BETWEEN.fullmatch(word)), "")
    return before not in _NOT_NEWS and (before in _PERFECT or _OF_A_NOUN.isdisjoint(words))


def is_past(word: str) -> bool:
    """Whether a word in small letters may be a verb's past form."""
    return word.endswith("ed") or word in _past_forms()


@cache
def _past_forms() -> frozenset[str]:
    """Past forms that do not end in -ed: "cut", "met", "withdrew"."""
    return frozenset(form for form, lemma in irregular_verbs().items() if not form.endswith(("ing", "s")) and (form != lemma or form in _UNCHANGED)) - _PRESENT


#: Verbs whose past form is their plain one.
_UNCHANGED: Final = frozenset("broadcast burst cast cut hit let put quit set shed shut split".split())
#: Present forms of irregular verbs, beside those in -s.
_PRESENT: Final = frozenset("am are".split())
#: States that a phrase counts or places and does not name: "four Arab **states**", "several of its **neighbours**".
_STATES: Final = re.compile(r"\b(?:states|countries|nations|governments|capitals|neighbou?rs|republics|emirates|monarchies|kingdoms)\b", re.IGNORECASE)


def states_unnamed(phrase: str) -> bool:
    """Whether a phrase without a country of its own stands for several states."""
    return _STATES.search(phrase) is not None


#: Deeds that are never one another in one document: taking a place or person, putting to death, fire from afar, fighting at close quarters, and
#: what is done to the helpless. Words that fit any of them ("attack", "strike") are in none. The last ones may be parts of those before ("the shelling **killed** four").
_DEEDS: Final = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"(?:re)?captur|seiz|retak|retook|conquer|overr[au]n|t(?:ake|ook|aking|aken) (?:control|over)|occup(?:y|ied|ies)|annex",
        r"execut(?!iv|or)|behead|hang(?:ed|ing)|lynch",
        r"shell(?!-shock)|bombard|air ?strike|air raid|rocket|missile|drone|artillery|mortar|pounded",
        r"counter-?attack|ambush|clash|skirmish|firefight|gun ?battle",
        r"kidnap|abduct",
        r"rap(?:e|ed|es|ing)\b|sexual",
        r"loot|plunder|pillag",
        r"burn|torch|set (?:\w+ ){0,4}(?:fire|ablaze|alight)|arson",
        r"kill|murder|assassinat|shot dead|shoot(?:ing)? dead|slain|slay|massacr",
        r"(?:on )?strike\b|walk(?:ed|ing)? ?(?:out|off)|stoppage|down(?:ed|ing)? tools",
        r"protest|demonstrat|march|rall(?:y|ied)|sit-in|vigil",
    )
)
#: The deeds that exclude one another wherever they are told; and those that do so in other documents only where they are done to, or by, others.
STRICT_DEEDS: Final = 7
LAST_DEED: Final = len(_DEEDS)
_EXECUTED, _ABDUCTED, _BURNT, _KILLED, _STRIKE, _MARCH = 2, 5, 8, 9, 10, 11
OPPOSED: Final = (
    *((one, other) for one in range(1, STRICT_DEEDS + 1) for other in range(1, one)),
    (_BURNT, _EXECUTED), (_BURNT, _ABDUCTED), (_BURNT, _KILLED), (_KILLED, _ABDUCTED), (_STRIKE, _MARCH),
)  # fmt: skip
_LAUNCHES: Final = re.compile(r"(?:launch|fir(?:e|ed|es|ing)\b|sen[dt])", re.IGNORECASE)
#: Words behind a trigger ("launched", "fired") whose own words name no deed, in which its means are looked for.
_MEANS_REACH: Final = 4


def deed(text: str, trigger: str, at: int) -> int:
    """Which deed a trigger names, from 1; 0 where it names none of them; arguments as of :func:`ordinal`.

    >>> deed("They launched 50 drones.", "launched", 5), deed("They retook the town.", "retook", 5), deed("They attacked.", "attacked", 5)
    (3, 1, 0)
    """
    behind = " ".join(text[at + len(trigger) :].split()[:_MEANS_REACH]) if at >= 0 and _LAUNCHES.match(trigger) else ""
    for words in (trigger, _CLAUSE_END.split(behind)[0]):
        for number, pattern in enumerate(_DEEDS, 1):
            if pattern.search(words):
                return number
    return 0
