"""Words and patterns by which references are recognised (see :mod:`dateline.resolve.anaphora.references`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.ontology.wordlists import words_of

#: How many sentences back a pronoun's and a description's antecedent may stand.
WINDOW: Final = 2
#: How many sentences back a last name's, acronym's or repeated noun's full form may stand.
MEMORY: Final = 60
PERSON: Final = frozenset("he him his she her himself herself".split())
NEUTER: Final = frozenset("it its itself".split())
PLURAL: Final = frozenset("they them their themselves".split())
COUNTRY_HEADS: Final = words_of("resolve.anaphora.words.country_heads")
PERSON_PAIRS: Final = frozenset("men women leaders presidents ministers officials politicians generals".split())
SETS: Final = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4}
LED_BY: Final = re.compile(r"\b(?:the\s+(two|three|four)|(both)(?:\s+the)?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
THE: Final = re.compile(r"\b[Tt]he\s+$")
SHORT: Final = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Za-z&.\-]{1,11})\s*\)")
JOINED: Final = re.compile(r"^\s*(?:,|,?\s*and|,?\s*or|&)\s*(?:(?:of|from|by|with|to|for)\s+)?(?:the\s+|an?\s+)?$", re.IGNORECASE)
DUMMY: Final = re.compile(r"\s+(?:is|was|would be|will be|has been|may be|seems|seemed|appears|appeared|remains|took|takes)\s+"
                           r"(?:not\s+|also\s+|\w+ly\s+)?(?:\w+\s+(?:to|that|whether|who|how|when|if)\b|the\b|an?\b|that\b|to\b)")  # fmt: skip
#: "It was late", "It emerged that", "They say": at the head of a sentence nobody need be meant.
NOBODY: Final = re.compile(r"(?:It\s+(?:is|was|will be|would be|has been|had been)\s+(?:not\s+|also\s+|still\s+)?(?!\w+(?:ing|ed)\b)\w+"
                            r"|It\s+(?:emerged|transpired|rained|snowed|happened|turned out|follows|helped|takes|costs?|matters|remains)\b"
                            r"|It\s+(?:came|followed|marked|marks|lasted|began|ended|caused|brought|sparked|meant|means|failed|worked|angered|alarmed"
                            r"|would|will|must|should|may|might|could|can)\s+(?:\w+\s+)?(?:be\b|after\b|as\b|from\b|with\b|when\b|on\b|in\b|to\b|\d)"
                            r"|They\s+say\b)")  # fmt: skip
OWNED: Final = re.compile(r"['’]s?\s")
#: Pronouns that own one thing or person, and what joins their noun to one before.
OWNERS: Final = frozenset("its his her".split())
TWIN: Final = re.compile(r"\b(?:and|or)\s+$")
#: "His lawyer", "no African": somebody else is spoken of as well, or nobody.
OWNED_BY: Final = re.compile(r"\b(?:his|her|no|any|every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: "A spokesman for the UN and one for the Red Cross": there is a second of the kind.
ANOTHER: Final = re.compile(r"\b(?:and|while|but|as)\s+(?:one|another|others|those|a\s+second)\b|\ban?\s+[A-Z]\w+\s+one\b")
TWO_NAMES: Final = re.compile(r"[A-Z]\w+ (?:and|or) (?:the )?[A-Z]")
#: A capital at the head of a word ("al-Jabouri" has one).
CAPITAL: Final = re.compile(r"(?:^|[\s\-])[A-Z]")
PLACED: Final = re.compile(r"\b(?:in|at|near|from|into|around|outside|across|on)\s+(?:the\s+)?$", re.IGNORECASE)
#: Pronouns that as objects never mean the subject of their own clause.
OBJECTS: Final = frozenset({"him", "them"})
ROLES: Final = words_of("resolve.anaphora.words.roles")
#: Endings of nouns for people ("negotiator", "bricklayer", "militant", "detainee"), and what ends so and is none.
_AGENT: Final = re.compile(r".{2,}(?:er|or|ist|ian|ant|[^m]ent|man|woman|ee)$")
_NO_AGENT: Final = words_of("resolve.anaphora.words.no_agent")
_PEOPLE: Final = words_of("resolve.anaphora.words.people")

FIRMS: Final = words_of("resolve.anaphora.words.firms")


@lru_cache(maxsize=4096)
def is_human(head: str) -> bool:
    """Whether a singular noun stands for a person, by lists and endings."""
    if head in ROLES or head in MEN or head in WOMEN or head in _PEOPLE:
        return True
    return head not in _NO_AGENT and _AGENT.match(head) is not None and not head.endswith("ment")


THINGS: Final = words_of("resolve.anaphora.words.things")
MEN: Final = words_of("resolve.anaphora.words.men")
WOMEN: Final = words_of("resolve.anaphora.words.women")
LESSER: Final = words_of("resolve.anaphora.words.lesser")
#: Nouns for one body, and what of its kind may be meant: sectors, or codes of supranational bodies.
BODIES: Final = {
    "group": frozenset("REB UAF PRM CRM SOC LAB PTY REL UNK OPP MIL".split()),
    "movement": frozenset("REB UAF SOC PTY REL OPP".split()),
    "militia": frozenset("REB UAF PRM".split()),
    "party": frozenset({"PTY"}),
    "organisation": frozenset("SOC REB UAF LAB".split()),
    "organization": frozenset("SOC REB UAF LAB".split()),
    "bloc": frozenset({"IGO", "EUR"}),
    "alliance": frozenset({"IGO", "EUR"}),
    "agency": frozenset("GOV JRN SPY UNO".split()),
}
NEVER_REPEATED: Final = words_of("resolve.anaphora.words.never_repeated")
#: A state's own forces are no "group".
STATE: Final = frozenset("army police military navy government troops soldiers".split())
SINGULAR_ONLY: Final = frozenset("police".split())
CALENDAR: Final = words_of("resolve.anaphora.words.calendar")
#: Bodies that are filed under many sectors, so that a difference of sector says nothing.
MIXED: Final = frozenset("council union association federation front coalition committee commission".split())
#: Nouns that stand for a country.
COUNTRY_NOUNS: Final = frozenset("country nation state kingdom emirate republic monarchy archipelago".split())
#: Verbs after which a subject pronoun is most often their own subject ("Rwanda said it was pleased").
SAYING: Final = re.compile(
    r"\b(?:said|says?|insist(?:s|ed)|claim(?:s|ed)|warn(?:s|ed)|announced?|denie[sd]|deny|promised?|vow(?:s|ed)|hop(?:es|ed)|fear(?:s|ed)|told"
    r"|added|argue[sd]?|boast(?:s|ed)|complain(?:s|ed)|repeated|thought|believe[sd]?|know(?:s|n)?|knew|wrote|declared|pledged?)\b")  # fmt: skip
TIMES: Final = words_of("resolve.anaphora.words.times")
GENERIC: Final = words_of("resolve.anaphora.words.generic")
FORMER: Final = words_of("resolve.anaphora.words.former")
#: Bodies that are told apart by a word for what they do ("the food agency").
PURPOSE: Final = frozenset({"agency"})
