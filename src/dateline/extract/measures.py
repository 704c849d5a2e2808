"""Times of what only tells the size of something: "halted all trade, **worth $7 billion in 2023**", "cut off gas to Spain, **the largest buyer in 2021**"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from dateline.extract.act import Act
from dateline.extract.acttime import date_tokens, verb_over
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import pattern_of, text_of

#: The rest of a phrase; a comma in it is that of a number.
_REST: Final = r"(?:[^,;:()–—]|,(?=\d)){0,80}"
_OPENS: Final = r"(?:[,(–—]|\s-)\s*"
_WORTH: Final = r"(?:worth|valued\s+at|estimated\s+at|totall?ing|amounting\s+to|which\s+totall?ed|which\s+amounted\s+to)"
_ASIDE: Final = re.compile(
    rf"(?:{_OPENS}(?:an?\s+(?:[\w-]+\s+){{1,3}})?(?:(?:which|that)\s+(?:was|were|is|are)\s+)?(?:then\s+)?{_WORTH}\s"
    rf"|{_OPENS}(?:or|equal\s+to|equivalent\s+to|representing|accounting\s+for|making\s+up)\s+(?:[\w-]+\s+){{0,3}}?(?:[$€£]?\d|third|quarter|fifth|half)"
    rf"|(?:\b(?:up|down)\s+(?:[^,;:]{{1,30}}\s)?from|\bcompared\s+(?:with|to)|{_OPENS}(?:against|versus))\s+(?:[\w-]+\s+){{0,4}}?[$€£]?\d"
    rf"){_REST}$",
    re.IGNORECASE,
)
#: "Banned **imports** of seafood **worth $600 million in 2022**": a flow is measured by the year.
_FLOW: Final = re.compile(rf"\b(?:{pattern_of('extract.measures.flows')})\b(?:[^,;:()]){{0,60}}?\s{_WORTH}\s{_REST}$", re.IGNORECASE)
#: "Cut off gas to Spain, **the largest buyer in 2021**".
_RANK: Final = re.compile(
    rf"{_OPENS}(?:(?:then|once|formerly|by\s+far|one\s+of)\s+)*(?:the|its|their|an?|[\w’']+['’]s)\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?:[a-z]+-)?(?:{pattern_of('extract.measures.best')})\s+(?:[\w-]+\s+){{0,3}}?(?:{pattern_of('extract.measures.traders')})\b{_REST}$",
    re.IGNORECASE,
)
_GROWN: Final = forms_of_verbs(text_of("extract.measures.grown"))
#: A clause that tells why, or what notwithstanding.
_REASON: Final = frozenset({"after", "because", "although", "though", "since"})
#: What is given or sold may be worth so much in the year of the deed.
_GIVING: Final = frozenset({"AID", "AGREE", "COOPERATE", "SUPPORT"})
#: A flow is told for a year so few years before the report.
_LATELY: Final = 3
#: Trade is ranked and counted by quarters at least.
_QUARTER: Final = timedelta(days=80)


def without_measures(act: Act, dates: Sequence[FoundDate], today: date | None) -> Sequence[FoundDate]:
    """The dates of a sentence without those that only tell when something was so large, much or dear.

    Args:
        act: the act whose day is asked for.
        dates: the date expressions of its sentence.
        today: the day from which its line looks back.
    """
    return [one for one in dates if not _is_of_measure(act, one, today)]


def _is_of_measure(act: Act, found: FoundDate, today: date | None) -> bool:
    before = act.sentence.sentence.text[: found.start]
    aside, flow = _ASIDE.search(before), None
    if aside is None and found.latest - found.earliest >= _QUARTER:
        aside = _RANK.search(before)
        lately = today is not None and found.latest < today and today.year - found.latest.year <= _LATELY
        flow = _FLOW.search(before) if lately and act.type not in _GIVING else None
    if aside is not None and not _is_told_in(act, aside.start(), found.end):
        return True
    if flow is not None and not (_is_told_in(act, flow.start(), found.end) and act.sentence.tokens[act.head].pos == "VERB"):
        return True
    return _has_grown(act.sentence, act.head, found)


def _is_told_in(act: Act, start: int, end: int) -> bool:
    """Whether an act is told in the words of a measure."""
    return start < act.sentence.tokens[act.head].start - act.sentence.sentence.span.start < end


def _has_grown(sentence: ParsedSentence, head: int, found: FoundDate) -> bool:
    """Whether a date is that of a change of a size, for which an act is done: "closed its border **after imports rose to 4 million tons in 2023**"."""
    verb, inside = verb_over(sentence, found), date_tokens(sentence, found)
    if verb is None or not inside or verb.lower not in _GROWN or verb.dep != "advcl" or head in sentence.subtree(verb.i):
        return False
    marked = any(one.lower in _REASON for one in sentence.kids(verb.i, "mark", "prep", "advmod"))
    return marked and any(one.tag == "CD" for one in sentence.tokens[verb.i : inside[0].i])
