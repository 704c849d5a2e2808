"""Nouns that numbers count: which word after a number is the counted noun, and whether it names people."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of

_PEOPLE: Final = words_of("extract.quantities.nouns.people")
#: Words in -er, -or, -ist ... that are no people.
_NOT_PEOPLE: Final = re.compile(
    r"^(?:containers|helicopters|howitzers|choppers|posters|copters|cruisers|tankers|bombers|launchers|destroyers|cruisers|carriers|trawlers"
    r"|freighters|computers|papers|newspapers"
    r"|numbers|letters|orders|powers|rivers|towers|shelters|cent(?:er|re)s|quarters|headquarters|mortars"
    r"|barriers|borders|matters|boosters"
    r"|bunkers|trailers|bulldozers|posters|chapters|lasers|servers|layers|flowers|offers|corners|craters|silos"
    r"|cylinders|routers|liners|steamers"
    r"|counters|others\b.*|sweepers|interceptors|tractors|reactors|sensors|corridors|doors|floors|sectors|motors"
    r"|factors|errors|colors|vectors"
    r"|generators|ventilators|respirators|incubators|excavators|radiators|simulators|accelerators|calculators|indicators|escalators|elevators|detonators|transformers|committees|fees|trees|degrees|lists|fists|guarantees|clusters|chambers"
    r"|rollers|dinners"
    r"|disasters|registers|mirrors|harbors|harvesters|meters|diameters|transporters|refrigerators|printers"
    r"|scanners|gliders"
    r"|(?:ice|mine|wave|record|fire|circuit|wind|jaw)?breakers|cutters|dredgers|minelayers|minesweepers|scooters|skyscrapers|boilers|burners|chargers"
    r"|tumblers|freezers|coolers|heaters|mixers|shutters|wafers|monitors of|banners|covers|wonders|answers|encounters|drawers|feeders|filters|folders|winters|summers|semesters"
    r"|trimesters|hangars|orbiters|transmitters|canisters|thrusters|stickers|blockers|counters|ladders|timbers)$"
)
_PEOPLE_SUFFIX: Final = re.compile(
    r"(?:[a-z]{2}(?:er|or|ist|ian|ee|eer|crat|path|naut)s|(?:men|women|people|folk|children|girls|boys|mates"
    r"|herds|wives)|[a-z](?:man|woman|girl|boy))$"
)
_DEMONYM: Final = re.compile(
    r"^(?:[A-Z]\w+(?:ans|ians|eans|[qnltrsd]is|ese|nders|ese|itas|inos)|Turks|Kurds|Arabs|Greeks|Poles|Danes"
    r"|Swedes|Finns|Serbs|Croats|Czechs"
    r"|Slovaks|Jews|Muslims|Sunnis|Shiites|Shias|Hindus|Sikhs|Yazidis|Britons|Thais|Tajiks|Uzbeks|Kazakhs|Tatars"
    r"|Hutus|Tutsis|Dutch|British"
    r"|French|Irish|Rohingya|Uighurs|Uyghurs|Saudis|Emiratis|Kuwaitis|Yemenis|Nepalis|Bengalis|Azeris|Cossacks"
    r"|Houthis|Tamils|Rohingyas|Roma|Hazaras|Pashtuns|Bosniaks|Croatians|Albanians|Kosovars|Basques|Catalans"
    r"|Copts|Druze|Maronites|Moros)$"
)
_BARE_PLURALS: Final = words_of("extract.quantities.nouns.bare_plurals")
STOP: Final = words_of("extract.quantities.nouns.stop")
_ADVERBIAL_PLURALS: Final = words_of("extract.quantities.nouns.adverbial_plurals")
_MODIFIER_PLURALS: Final = words_of("extract.quantities.nouns.modifier_plurals")
_WORD: Final = re.compile(r"\s+(?P<word>[A-Z][A-Za-z]*-?\d+[A-Za-z]*(?![\w-])|(?:[A-Z]\.){2,}|[A-Za-z][A-Za-z'’.-]*[A-Za-z]|[A-Za-z])")

#: How many words a counted noun may stand after its number ("four hundred newly built Chinese assault rifles").
_NOUN_REACH: Final = 5


def words_after(text: str, position: int, count: int) -> list[tuple[str, int]]:
    """Up to ``count`` words from a position on, with their ends; a punctuation mark ends them."""
    words: list[tuple[str, int]] = []
    while len(words) < count and (match := _WORD.match(text, _past_mark(text, position, words))) is not None:
        word = match["word"]
        position = match.end()
        if word[-2:] in ("'s", "’s"):
            word, position = word[:-2], position - 2
            words.append((word, position))
            break
        words.append((word, position))
    return words


#: The number of a model between its name and the noun: "18 Leopard **2** tanks".
_MARK: Final = re.compile(r"\s+\d{1,3}(?=\s+[a-z]{3})")


def _past_mark(text: str, position: int, words: list[tuple[str, int]]) -> int:
    """The position behind a model's number, where a name stands before it and a word behind."""
    if words and words[-1][0][0].isupper() and (mark := _MARK.match(text, position)) is not None:
        return mark.end()
    return position


def head_noun(text: str, begin: int, *, plural: bool) -> tuple[str, int] | None:
    """The counted noun: the first plural within reach, or after "one" the first noun of people."""
    named: tuple[str, int] | None = None
    words = words_after(text, begin, _NOUN_REACH + 1)
    for index, (word, stop) in enumerate(words):
        lower = word.lower()
        if lower == "more" or (lower in ("and", "or") and index and named is None):
            continue
        if lower in STOP:
            break
        if not plural:
            if is_people(word):
                return word, stop
        elif is_plural(word):
            return _past_modifier(words, index)
        elif word[0].isupper() and lower.endswith("s") and len(lower) > 3:
            named = word, stop
    return named


def _past_modifier(words: list[tuple[str, int]], index: int) -> tuple[str, int]:
    """The head itself where the first plural only modifies it: "arms dealers", "police officers"."""
    word, following = words[index][0].lower(), words[index + 1] if index + 1 < len(words) else None
    if word in _MODIFIER_PLURALS or word in _BARE_PLURALS or _ADJECTIVAL.search(word):
        return _later_plural(words, index) or words[index]
    if following and word in ("police", "staff", "crew", "other") and following[0].lower() in _PEOPLE | {"officers"}:
        return following
    return words[index]


#: Names of peoples that are adjectives too: "two Dutch journalists", "four Chinese coast guard vessels".
_ADJECTIVAL: Final = re.compile(r"(?:ese|dutch|british|french|irish|rohingya|roma|druze)$")
#: So many words after such a modifier its noun may stand.
_MODIFIED: Final = 3


def _later_plural(words: list[tuple[str, int]], index: int) -> tuple[str, int] | None:
    """The plural noun after a modifier, before any word that ends a noun phrase."""
    for word, stop in words[index + 1 : index + 1 + _MODIFIED]:
        if word.lower() in STOP:
            return None
        if is_plural(word):
            return word, stop
    return None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun; capitalised words only where they name people."""
    lower = word.lower()
    if lower in STOP or lower in _ADVERBIAL_PLURALS:
        return False
    if lower in _BARE_PLURALS or lower in (
        "people",
        "police",
        "personnel",
        "men",
        "women",
        "children",
        "troops",
        "dead",
        "wounded",
        "crew",
        "staff",
    ):
        return True
    if (
        lower.endswith(("men", "women", "children", "people"))
        and len(lower) > 4
        and lower not in ("specimen", "regimen", "women", "yemen")
    ):
        return True
    if _DEMONYM.match(word):
        return True
    if word[0].isupper():
        return lower in _PEOPLE and lower.endswith("s")
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "ous"))


def is_people(word: str) -> bool:
    """Whether a noun, singular or plural, names people ("soldiers", "Somalis", "policeman")."""
    lower = word.lower().rsplit("-", 1)[-1]
    if lower in _PEOPLE or _DEMONYM.match(word):
        return True
    if _NOT_PEOPLE.match(lower) or _NOT_PEOPLE.match(lower + "s"):
        return False
    return (
        _PEOPLE_SUFFIX.search(
            lower
            if lower.endswith(("s", "man", "men", "woman", "women", "people", "children", "folk", "girl", "boy"))
            else lower + "s"
        )
        is not None
    )
