"""Words and patterns by which references are recognised (see :mod:`dateline.resolve.anaphora.references`)."""

from __future__ import annotations

import re
from typing import Final

#: How many sentences back a pronoun's and a description's antecedent may stand.
WINDOW: Final = 2
#: How many sentences back a last name's, acronym's or repeated noun's full form may stand.
MEMORY: Final = 60
PERSON: Final = frozenset("he him his she her himself herself".split())
NEUTER: Final = frozenset("it its itself".split())
PLURAL: Final = frozenset("they them their themselves".split())
COUNTRY_HEADS: Final = frozenset("countries nations states sides governments neighbours neighbors allies capitals rivals foes powers armies navies parties".split())
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
#: Nouns for one person, whose antecedent is a name or a longer description.
ROLES: Final = frozenset(
    """president premier minister chancellor leader general commander colonel officer official envoy ambassador diplomat senator
    lawmaker governor mayor king queen prince emir sultan
    spokesman spokeswoman spokesperson politician activist journalist cleric
    secretary chief chairman head speaker deputy counterpart successor predecessor aide adviser lawyer
    judge prosecutor dictator warlord candidate strongman ruler man woman""".split()
)
#: Endings of nouns for people ("negotiator", "bricklayer", "militant", "detainee"), and what ends so and is none.
_AGENT: Final = re.compile(r".{2,}(?:er|or|ist|ian|ant|[^m]ent|man|woman|ee)$")
_NO_AGENT: Final = frozenset(
    """border order river tower power number letter paper newspaper water center chamber quarter matter summer winter
    shelter chapter register tender offer murder barrier frontier transfer disaster fever slaughter theater counter
    corner tanker carrier cruiser destroyer helicopter freighter cover computer container bunker trailer launcher sector
    floor door corridor terror factor reactor harbor harbour motor tractor error favor favour vapor labor labour list
    restaurant plant grant covenant committee coffee fee degree event continent percent cent extent content talent
    accident incident precedent tent human december november october september neither either another other whether
    rather former latter weather disorder danger anger hunger cancer dollar poster leather rubber timber copper silver
    layer filter trigger ledger thriller career pier tier""".split()
)
#: Nouns for one person that no ending tells, beside the roles.
_PEOPLE: Final = frozenset(
    """captain nun monk priest cleric imam pope cardinal rabbi pilot nurse thief convict suspect victim witness rebel hostage captive
    friend relative guard guerrilla youth child boy girl teenager marshal major lieutenant colonel admiral corporal bride clerk cook
    mechanic mathematician critic dissident defector hero expert scholar economist analyst figure person patriarch archbishop bishop
    author king chieftain hacker sheriff coach athlete fugitive accomplice conscript recruit cadet scientist heir sultan judge""".split()
)

#: Nouns for firms that end as those for people do.
FIRMS: Final = frozenset(
    """broadcaster lender insurer retailer manufacturer carmaker automaker steelmaker chipmaker producer supplier operator carrier maker publisher
    developer exporter importer miner refiner brewer distributor contractor wholesaler provider shipbuilder planemaker merchant charter""".split()
)


def is_human(head: str) -> bool:
    """Whether a singular noun stands for a person, by lists and endings."""
    if head in ROLES or head in MEN or head in WOMEN or head in _PEOPLE:
        return True
    return head not in _NO_AGENT and _AGENT.match(head) is not None and not head.endswith("ment")


#: Plural nouns for things that have no will, though a list of sectors may know them.
THINGS: Final = frozenset(
    """tanks measures hotels camps roads villages areas towns cities bases ships shops offices markets buildings houses homes
    districts provinces regions ports bridges airports schools hospitals mosques churches arms weapons missiles rockets drones jets
    planes helicopters vessels boats trucks cars vehicles convoys posts stations fields plants mines goods funds assets
    accounts sanctions tariffs talks elections protests clashes attacks strikes raids laws rules papers documents prisons islands
    borders lines crossings checkpoints barracks airfields depots stores factories websites phones""".split()
)
MEN: Final = frozenset("king prince emir sultan spokesman chairman man brother father son husband mr sir lord sheikh".split())
WOMEN: Final = frozenset("queen princess spokeswoman chairwoman woman sister mother daughter wife widow mrs ms miss".split())
#: Offices below a government's: a known head of state or minister is not meant by them.
LESSER: Final = frozenset("governor mayor senator lawmaker judge prosecutor general colonel commander officer ambassador diplomat lawyer".split())
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
#: Nouns that a text uses of different things in a row, so that a repeated one need not be the same.
NEVER_REPEATED: Final = frozenset(
    """day week month year time way part end number people man men woman women child children region country state city town area
    side case act attack talk vote deal law bill plan man place world war night morning""".split()
)
#: A state's own forces are no "group".
STATE: Final = frozenset("army police military navy government troops soldiers".split())
SINGULAR_ONLY: Final = frozenset("police".split())
CALENDAR: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan. feb. mar. apr. aug. sept. oct. nov. dec. jan feb aug sept oct nov dec""".split()
)
#: Bodies that are filed under many sectors, so that a difference of sector says nothing.
MIXED: Final = frozenset("council union association federation front coalition committee commission".split())
#: Nouns that stand for a country.
COUNTRY_NOUNS: Final = frozenset("country nation state kingdom emirate republic monarchy archipelago".split())
#: Verbs after which a subject pronoun is most often their own subject ("Rwanda said it was pleased").
SAYING: Final = re.compile(
    r"\b(?:said|says?|insist(?:s|ed)|claim(?:s|ed)|warn(?:s|ed)|announced?|denie[sd]|deny|promised?|vow(?:s|ed)|hop(?:es|ed)|fear(?:s|ed)|told"
    r"|added|argue[sd]?|boast(?:s|ed)|complain(?:s|ed)|repeated|thought|believe[sd]?|know(?:s|n)?|knew|wrote|declared|pledged?)\b")  # fmt: skip
#: Nouns for times, which no pronoun for a party means.
TIMES: Final = frozenset("day week month year hour minute morning night evening afternoon summer winter spring autumn dawn dusk decade century time".split())
#: Nouns for persons that need no office.
GENERIC: Final = frozenset("leader politician official ruler strongman man woman candidate populist conservative liberal veteran".split())
#: Words that say only that an office or state is over, and so may be new beside a repeated noun.
FORMER: Final = frozenset("former ex late then deposed ousted outgoing incoming same latter said two both".split())
#: Bodies that are told apart by a word for what they do ("the food agency").
PURPOSE: Final = frozenset({"agency"})
