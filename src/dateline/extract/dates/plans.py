"""Days of plans: "called for a strike on Monday" lies ahead; "a third round, planned for 17 September, was postponed" does not tell which side of
the report the day lies on."""

from __future__ import annotations

import re
from typing import Final

_PLANNED: Final = r"planned|scheduled|slated|due|set"
_OFF: Final = (
    r"(?:postponed|cancel+ed|adjourned|scrapped|shelved|delayed|abandoned|suspended|dropped|called\s+off|put\s+off|broken\s+off|boycotted)"
)
#: "had been planned for", "cancelled a visit that was due on".
_BEFORE: Final = re.compile(rf"(?:\bhad\s+been\s+(?:{_PLANNED})|\b{_OFF}\b[^.;:]{{0,60}}\b(?:{_PLANNED}))(?:\s+(?:for|on|in))?\s*$", re.IGNORECASE)
#: "Had been **due to begin** in October", "**were to have met** the envoy in May": what was planned before.
_INTENDED: Final = re.compile(
    rf"\b(?:had\s+(?:\w+ly\s+)?been\s+(?:\w+ly\s+)?(?:{_PLANNED}|expected|supposed|meant)\s+to\s+[a-z]+|(?:was|were)\s+(?:\w+ly\s+)?to\s+have\s+(?:been\s+)?[a-z]+)"
    r"(?:\s+(?!(?:and|but|because|when|while|after|before|until|although|though|that|who|which)\b)[^\s.;:,]+){0,10}?(?:\s+(?:for|on|in))?\s*$",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(rf"\b(?:{_PLANNED}|to\s+be\s+held)(?:\s+(?:for|on|in))?\s*$", re.IGNORECASE)
_AFTER: Final = re.compile(rf"\s*,?\s+(?:was|were|has\s+been|have\s+been|had\s+been|is|are)\s+(?:\w+ly\s+)?{_OFF}\b", re.IGNORECASE)
_EVENT: Final = r"(?:strike|shutdown|rally|rallie|protest|march|marche|boycott|walkout|demonstration|sit-in|blockade|stoppage|vigil|hartal|bandh)s?"
#: What people are called to do together.
_GATHER: Final = (
    r"(?:take\s+to\s+the\s+streets|march|rally|strike|protest|demonstrate|gather|assemble|turn\s+out|come\s+out|stay\s+(?:at\s+)?home|stay\s+away|vote|boycott"
    r"|walk\s+out|stop\s+work|down\s+tools|close\s+(?:their\s+)?shops)"
)
_SUMMONS: Final = r"(?:call|urg|ask|invit|exhort|appeal|summon)\w*"
#: What people are bidden to come to.
_MEETING: Final = r"(?:summit|conference|meeting|forum|ceremony|talks|congress|parade|festival|dialogue|session|inauguration|gala|retreat)"
#: "Called for a nationwide shutdown **on Tuesday**", "urged followers to join a march on Friday".
_SUMMONED: Final = re.compile(
    rf"\b(?i:{_SUMMONS})\s+[^.;:,]{{1,70}}?\bto\s+{_GATHER}(?:\s+[^.;:,]{{1,60}}?)?\s+(?:on\s+)?$"
    rf"|\b(?:(?i:call(?:s|ed|ing)?|appeal(?:s|ed|ing)?)\s+for|(?i:call|urg|ask|invit|exhort)\w*\s+(?:[\w’'-]+\s+){{1,5}}?to\s+(?:join|attend|stage|hold|observe|take\s+part\s+in))"
    rf"\s+(?:[a-z-]+\s+){{0,5}}?{_EVENT}(?:\s+(?:in|at|across)\s+(?:the\s+)?[A-Z]\w+)?\s+(?:on\s+)?$",
)
#: "Invited the president to a summit in Accra **in October**".
_INVITED: Final = re.compile(
    rf"\b(?i:invit\w*)\s+[^.;:,]{{1,60}}?\bto\s+[^.;:,]{{0,50}}?\b{_MEETING}(?:\s+(?:in|at|on|with|of|for)\s+[^.;:,]{{1,40}}?)?\s+(?:(?:on|in)\s+)?$"
)
#: "Demanded that Iran release them **by Wednesday**", "told the envoy to leave **before Friday**".
_DEADLINE: Final = re.compile(
    r"\b(?:(?:demand|order|told|tell|urg|call|ask|instruct|command|request|warn|press)\w*\s+(?:[^.;:]{1,90}?\s)?to\s+(?!the\b|a\b)[a-z]+"
    r"|(?:demand|order|insist|require|request|urg|ask)\w*\s+(?:[^.;:]{1,40}?\s)?that)"
    r"(?:\s+[^.;:,]{1,90}?)?\s+(?:by|before|no\s+later\s+than)\s+$"
    r"|\bg[ai]v(?:e|es|en|ing)\s+[^.;:,]{1,60}?\s+until\s+$",
    re.IGNORECASE,
)
#: "Posters for **Saturday's** blockade", "ahead of Sunday's vote".
_AWAITED: Final = re.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|(?:prepar(?:e|es|ed|ing|ations?)|brac(?:e|es|ed|ing)|ready|gear(?:s|ed|ing)?\s+up|plans?|planning|posters?|leaflets?|flyers?"
    r"|tickets?|invitations?)\s+for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Code points before a date in which the words of a plan are looked for: the longest of them have some 200.
_LEAD: Final = 400
_TERM: Final = re.compile(r"(?:by|before|no\s+later\s+than|until)\s+", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"(?:for|on|in)\s+", re.IGNORECASE)


def is_planned(text: str, start: int) -> bool:
    """Whether the date expression at ``start`` is that of a plan ("due on", "planned for")."""
    named = _named(text, start)
    return _ends(_PLAN, text, named) or _ends(_SUMMONED, text, named) or is_invited(text, start) or is_deadline(text, start)


def is_awaited(text: str, start: int) -> bool:
    """Whether the date expression at ``start`` is that of what people are called to or prepare for."""
    return _ends(_SUMMONED, text, _named(text, start)) or _ends(_AWAITED, text, start) or is_invited(text, start)


def is_invited(text: str, start: int) -> bool:
    """Whether the date expression at ``start`` is that of what somebody is invited to."""
    return _ends(_INVITED, text, _named(text, start))


def is_deadline(text: str, start: int) -> bool:
    """Whether the date expression at ``start`` is the day by which somebody demands that something be done."""
    match = _TERM.match(text, start)
    return match is not None and _ends(_DEADLINE, text, match.end())


def is_called_off(text: str, start: int, end: int) -> bool:
    """Whether the date expression is that of a plan of which the clause says that it came to nothing, or that it was one before.

    Args:
        text: the sentence.
        start: where the expression begins, with or without its preposition.
        end: where it ends.
    """
    named = _named(text, start)
    return _ends(_BEFORE, text, named) or _ends(_INTENDED, text, named) or (_ends(_PLAN, text, named) and _AFTER.match(text, end) is not None)


def _ends(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Whether the words before an offset end in those of a plan."""
    return pattern.search(text, max(0, end - _LEAD), end) is not None


def _named(text: str, start: int) -> int:
    """The offset behind the preposition of an expression."""
    match = _PREPOSITION.match(text, start)
    return match.end() if match else start
