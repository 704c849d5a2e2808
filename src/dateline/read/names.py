"""Names of people as bylines and citations write them."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.fieldcodes import country_told
from dateline.read.citation_words import pattern_of
from dateline.read.outlets import find_outlet

_HONORIFIC: Final = (
    r"(?:Dr|Prof|Professor|Amb|Ambassador|Shri|Smt|Sir|Dame|Lord|Mr|Ms|Mrs|Miss|Lt|Lieutenant|Gen|General|Maj|Major|Col|Colonel|Brig"
    r"|Brigadier|Cdr|Cmde|Commander|Capt|Captain|Adm|Admiral|Air|Marshal|Wing|Gp|Group|Vice|Rear|Sqn|Ldr|Retd|Associate|Assistant)"
)
_LEAD: Final = re.compile(rf"^(?:{_HONORIFIC}\b\.?\s*(?:\((?:Retd?|Dr|Prof)\.?\)\s*)*)+(?=\S)")
#: Ranks that stand before one name only.
_PEER: Final = re.compile(r"^(?:Lord|Lady|Baroness|Sir|Dame) \S+$")
_PARTICLE: Final = r"(?:de|da|di|del|della|der|den|van|von|bin|bint|ibn|al|el|ul|e|y|la|le|du|dos|ten|ter|af|zu|abu|ben)"
_TOKEN: Final = rf"(?:[^\W\d_a-z][\w.'’-]*|(?:al|el|ul|d|l)[-'’][^\W\d_a-z][\w'’-]*|{_PARTICLE})"
_NAME: Final = re.compile(rf"{_TOKEN}(?: {_TOKEN}){{1,4}}(?:,? (?:Jr|Sr|II|III|IV)\.?)?$")
_PLACE_LEAD: Final = re.compile(
    r"^(?:New|United|South|North|East|West|Central|San|Saint|St|Hong|Sri|Saudi|Los|Las|El|Buenos|Tel|Addis|Kuala|Abu|Cape|Port|Rio"
    r"|Washington|Costa|Sierra|Burkina|Ho|Phnom|Dar|The|A|An|In|On|For|By|Of|How|Why|What|When)\b"
)
_COMMON: Final = re.compile(
    r"\b(?:Institute|Centre|Center|University|Ministry|Department|Council|Foundation|Society|Association|Committee|Commission|Government"
    r"|Office|Bureau|Agency|Organi[sz]ation|Group|Programme?|Initiative|Policy|Brief|Paper|Report|Commentary|Analysis|Opinion|Review"
    r"|Journal|News|Times|Post|Staff|Reporter|Correspondent|Editor|Team|Desk|Security|Studies|Affairs|International|National|Press"
    r"|Project|Library|Forum|Republic|States|Union|Nations|Party|Bank|Army|Navy|Force|Police|Court|Parliament|House|Embassy|Treaty"
    r"|Fellow|Professor|Analyst|Director|Researcher|Scholar|Adviser|Advisor|Lecturer|President|Minister|World|War|Peace|Act|Agreement|Corporation|Institution|Congress|Senate|Assembly|Cabinet|Sabha|RAND|Brookings|Carnegie|Endowment|Fund|Service|Network|Treasury|Federation|Authority|Watch|Mission|Tribunal|Campaign|Coalition|Observatory|Convention|Resolution|Summit|Conference|Response|Crisis|Relations|Conflict|Strategy|Future|Secretariat|Community|Presidency|Command|League|Alliance|Quarterly|Monthly|Advisory|Advisors|Consulting|Consultancy|Consultants|Analytics|Intelligence|Research|Interview|Note|Notes|Briefing|Takeaways|Findings|Highlights)\b"
)
#: The number of a chapter, which no initials make, and words that stand in no name: "II. The Coup".
_CHAPTER: Final = re.compile(r"^(?:[IVX]{2,}|[A-Z])\. The\b|^(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII)\.|\s(?:The|After|Before|Between|Against|Under)(?:\s|$)")
#: Words of other languages for states' bodies: "Ministerio de Asuntos Exteriores".
_BODY_ABROAD: Final = pattern_of("abroad")


def is_name(text: str) -> bool:
    """Whether a text can be the name of one person: two to five capitalised words, no institution, place or outlet."""
    text = without_honorific(text)
    return (
        _NAME.match(text) is not None
        and not _CHAPTER.search(text)
        and not _COMMON.search(text.title() if text.isupper() else text)
        and not _BODY_ABROAD.search(text)
        and not _PLACE_LEAD.match(text.title() if text.isupper() else text)
        and find_outlet(text) is None
        and not re.search(r"[a-z]\.$", text.removesuffix("Jr.").removesuffix("Sr."))
    )


def without_honorific(text: str) -> str:
    """A name without "Dr.", "Lt Gen" and the like; "Lord Hexwell" keeps what is part of the name."""
    text = re.sub(r"\s*\((?:Retd?|retired)\.?\)(?=\s|$)", "", text.strip().strip(","))
    bare = _LEAD.sub("", text)
    return text if " " not in bare and _PEER.match(text) else bare


def split_names(text: str) -> tuple[str, ...]:
    """The parts of a list of people: "A, B and C" or "A; B & C"."""
    parts = re.split(r"\s*;\s*(?:(?:and|AND)\s+)?|\s*,\s*(?:and|AND|&)\s+|\s+(?:and|AND|&|with|WITH)\s+|\s*,\s*(?!(?:Jr|Sr|II|III)\b)", text.strip())
    return tuple(part.strip() for part in parts if part.strip())


def people(text: str) -> tuple[str, ...]:
    """The people of a byline such as "Jane Doe and Dr. Ali al-Amin, Senior Fellow"; empty where the first part is no name, or that of a country or
    a capital ("Kuala Lumpur, Malaysia").

    All-capital names are put in title case.
    """
    found: list[str] = []
    for part in split_names(text):
        bare = without_honorific(re.sub(r"\s*\([^)]*\)", "", part))
        if not is_name(bare) or country_told(bare) is not None:
            break
        found.append(bare.title() if bare.isupper() else bare)
    return tuple(found)
