"""Who stands before the clauses of a resolution, and what opens the clauses: "The Security Council," above "Recalling ...," and "1. Demands that ...;".

Resolutions, communiqués, conclusions and orders of courts are one sentence, whose subject is told once. Reading keeps its clauses apart, and
extraction takes up its subject in each.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Span

#: Words before the verb of a clause.
_DEGREE: Final = (
    r"(?:(?:also|further|again|strongly|deeply|gravely|seriously|fully|once (?:more|again)|with|having|bearing|moreover|solemnly|firmly|particularly|extremely|keenly|hereby"
    r"|unanimously|accordingly) )*"
)
#: The letter, number or dash of a clause.
_MARK: Final = r"(?:\((?:\d{1,3}|[a-z]{1,4})\)|(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[–—•*-])\s+"
#: What opens the clauses of a preamble (United Nations Editorial Manual; the recitals of the European Union have "Having regard" and "Whereas").
_PREAMBLE: Final = re.compile(
    rf"(?:{_MARK})?{_DEGREE}(?:recalling|reaffirming|affirming|recogni[sz]ing|acknowledging|noting|taking (?:note|into)|expressing|welcoming|acting|determin(?:ing|ed)"
    r"|underlining|underscoring|stressing|emphasi[sz]ing|reiterating|condemning|deploring|regretting|commending|convinced|concerned|alarmed|disturbed|appalled|mindful|aware|conscious|guided|desirous|desiring"
    r"|resolved|considering"
    r"|having (?:considered|examined|regard|received|heard|adopted|met)|regard to|in mind|encouraged|encouraging|appreciating|calling|urging|supporting|paying tribute"
    r"|observing|believing|confirming|endorsing|seeking|in view of|pursuant to|whereas|concern)\b",
    re.IGNORECASE,
)
#: What opens its operative paragraphs, of those who speak as "we" too ("We, the Heads of State, ... 1. Condemn ...").
_VERBS: Final = (
    r"condemn|demand|decide|call(?:s? (?:up)?on|s? for)|urge|request|reaffirm|affirm|welcome|express(?:es)?|encourage|stress(?:es)?|recall"
    r"|note|take|reiterate|declare|invite|recommend|emphasi[sz]e|support"
    r"|authori[sz]e|adopt|resolve|approve|underline|underscore|deplore|commend|appeal|determine|endorse|extend|renew|direct|instruct|regret|recogni[sz]e|acknowledge|consider|confirm|reject|proclaim|establish(?:es)?"
    r"|order|impose|lift|suspend|find|dismiss(?:es)?|indicate|require|appoint|terminate|refer|place|insist|denounce|applaud|congratulate|thank|agree|undertake|pledge|commit|remind|warn|task|mandate|grant"
    r"|hold|adjudge|convict|acquit|sentences|uphold|quash(?:es)?|annul|strikes? out|sets? aside|rules(?= that)|awards"
    r"|expel|designate|pay(?:s)? tribute|look(?:s)? forward|remain"
)
_OPERATIVE: Final = re.compile(
    rf"(?:{_MARK})?{_DEGREE}(?:(?:{_VERBS})s?|has (?:adopted|decided|agreed)|unanimously(?=,)|by (?:[\w-]+ ){{1,4}}votes? (?:to|against))\b", re.IGNORECASE
)
#: A clause that nobody need know the verb of: it has a mark and a capital.
_MARKED: Final = re.compile(rf"{_MARK}[^\W\d_a-z]")
#: The verb of a clause that opens with it.
VERB: Final = re.compile(rf"{_DEGREE}(?:{_VERBS})s?\b", re.IGNORECASE)

_WORD: Final = r"[^\W\d_a-z][\w'’-]*"
_NAME: Final = rf"{_WORD}(?:,? (?:{_WORD}|\({_WORD}\)|of|the|and|for|on|against|to))*?"
_BODY: Final = r"(?:Court|Tribunal|Council|Assembly|Commission|Committee|Chamber|Conference|Board|Parliament|Summit)"
_MET: Final = r"(?:at|meeting|having|acting|in|during|held|convened|on|gathered|assembled|following|represented)\b[^!?;\n]{1,400}?"
#: A name on a line of its own, with where it met or without, or those who say "we".
_ALONE: Final = re.compile(rf"(?:The|THE|Les) (?P<name>{_NAME})(?:,? {_MET})?\s*[,:]\s*\Z")
_WE: Final = re.compile(rf"(?:We|WE), (?:the |THE )?(?P<name>{_NAME})(?:,? {_MET})?\s*[,:]\s*\Z")
#: How a court decides: "THE COURT (Grand Chamber), UNANIMOUSLY,", "the Tribunal, by a majority, hereby".
_HOW: Final = r"(?i:(?: \([\w ]{1,40}\))?(?:,? (?:hereby|unanimously|by a majority|by [\w-]+(?: votes?)? (?:to|against) [\w-]+(?: votes?)?))*)"
#: A name behind what it acts under: "Acting under Article 7 of its Protocol, the Peace and Security Council:", "For these reasons, the Court".
_LED: Final = re.compile(
    rf"(?:[^\W\d_a-z][^!?;:\n]{{1,300}}?),\s+(?:the|THE) (?P<name>(?:{_NAME} )?(?i:{_BODY})(?: (?:{_WORD}|of|the|and|for|on))*?)"
    rf"{_HOW}\s*[,:]?\s*\Z"
)
_REASONS: Final = re.compile(r"(?i:for (?:these|those|the (?:foregoing|above|following)) reasons|on (?:these|those) grounds)\b")
#: A title that says whose paper it is.
_OF_PAPER: Final = re.compile(
    rf"(?i:(?:\w+ )*(?:communiqu[eé]|resolution|decision|declaration|conclusions|statement|order)) (?:of|by|adopted by|issued by) the (?P<name>{_NAME})(?:,? {_MET})?\Z"
)
_PAUSED: Final = re.compile(r"(?:[,;:]|\b(?:and|or))[,;]?\s*$")
#: Behind these goes on the next clause, whatever its verb.
_LAST_BUT_ONE: Final = re.compile(r"(?:;|[;,]\s*(?:and|or))\s*$")
#: Such a line is no longer (code points).
_LONGEST: Final = 600


def adopter(text: str) -> Span | None:
    """The name of the body that clauses below a line go on with, where the line is its name, with where it met or what it acts under.

    Example:
        >>> [text[a.start : a.end] for text in ("The Security Council,", "For these reasons, THE COURT,", "The Council met,") if (a := adopter(text))]
        ['Security Council', 'COURT']
    """
    return _named(text, _ALONE, _WE, _LED)


def of_paper(title: str) -> Span | None:
    """The name of the body whose paper a title is: "Communiqué of the Peace and Security Council"."""
    return _named(title, _OF_PAPER)


def _named(text: str, *forms: re.Pattern[str]) -> Span | None:
    match = next((one for form in forms if (one := form.match(text)) is not None), None) if len(text) <= _LONGEST else None
    return Span(*match.span("name")) if match is not None else None


def decides(text: str) -> bool:
    """Whether a line, however it is printed, is the stem of a court's decision: "FOR THESE REASONS, THE COURT"."""
    return _REASONS.match(text) is not None and adopter(text) is not None


def opens_clause(text: str) -> bool:
    """Whether a paragraph opens as a clause of a resolution does: "Recalling its statement", "3. Also calls upon Chad"."""
    return (_PREAMBLE.match(text) or _OPERATIVE.match(text)) is not None


def parts_clauses(before: str, after: str) -> bool:
    """Whether two paragraphs are clauses of one resolution, so that the first is not cut off though it ends in a comma.

    Example:
        >>> parts_clauses("Recalling its statement of 4 May,", "Deeply concerned at the fighting,")
        True
        >>> parts_clauses("Speaking in Oslo after the talks,", "Lavrov said that they had failed.")
        False
    """
    if _MARKED.match(after) and _LAST_BUT_ONE.search(before):
        return True
    opens = adopter(before) is not None or (opens_clause(before) and not before[:1].islower())
    return opens and (_PAUSED.search(before) is not None or adopter(before) is not None) and not after[:1].islower() and opens_clause(after)
