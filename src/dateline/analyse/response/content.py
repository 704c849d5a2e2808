"""What an agreement or a decision is to do: "agreed to **ban** its airlines" is a sanction, "approved the **dispatch** of troops" a mobilisation."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.words import Word, stem, words_of
from dateline.ontology.lexicon import Sense, load_lexicon
from dateline.ontology.wordlists import pattern_of
from dateline.types import EventMention

#: Types whose content can be a step of another kind.
_SETTLED: Final = frozenset({"AGREE", "SUPPORT"})
#: What is agreed or decided stands on the rung of these types where it is of one; other contents leave the agreement what it is.
_STEPS: Final = frozenset({"SANCTION", "MOBILIZE", "CONCEDE", "RETREAT"})
#: Acts by which somebody settles what is to be done.
_SETTLES: Final = re.compile(rf"(?:{pattern_of('analyse.response.content.settles')})", re.IGNORECASE)
#: What leads to the verb of the content: "agreed on Monday **to ban**".
_TO: Final = re.compile(r"^(?:\s+(?:on|last|this)\s+\w+|\s+in\s+\w+|\s+unanimously|\s+in\s+principle)*\s+to\s+(?:\w+ly\s+)?(?=\w)", re.IGNORECASE)
#: What leads to its noun: "agreed **on new** sanctions", "approved **the** dispatch".
_NOUN: Final = re.compile(
    r"^(?:\s+(?:on|in favou?r of|for))?(?:\s+(?:the|an?|its|their|his|her|new|further|fresh|more|tougher|additional|limited|partial))*\s+(?=\w)",
    re.IGNORECASE,
)
#: Words behind a verb in which its object is looked for.
_OBJECTS: Final = 6
#: Verbs that end a step, and steps against somebody that can be ended.
_ENDS: Final = re.compile(rf"(?:{pattern_of('analyse.response.content.ends')})", re.IGNORECASE)
#: Verbs of what states shut, cut and bar against one another.
_CURBS: Final = re.compile(rf"(?:{pattern_of('analyse.response.content.curbs')})", re.IGNORECASE)
_AT_ISSUE: Final = re.compile(rf"(?:{pattern_of('analyse.response.content.at_issue')})", re.IGNORECASE)
_LOWERS: Final = pattern_of("analyse.response.content.lowers")
_BURDENS: Final = pattern_of("analyse.response.content.burdens")
_PAUSES: Final = pattern_of("analyse.response.content.pauses")
#: Up to four words of a phrase, none of which begins another one.
_WITHIN: Final = r"(?:(?!(?:over|after|for|in|on|of|to|with|by|from|against|because|amid|and|as)\b)[^\s,;:.]+\s+){0,4}?"
#: What makes a burden lighter, told by a verb ("**cut their tariffs**", "**roll back duties**") or a noun ("**a 90-day tariff truce**", "**a cut in duties**").
_LIGHTER: Final = re.compile(rf"(?:{_LOWERS})\s+(?:(?:back|down|out)\s+)?(?:by\s+(?:half|a\s+\w+)\s+)?{_WITHIN}(?:{_BURDENS})(?![\w-])", re.IGNORECASE)
_TRUCE: Final = re.compile(
    rf"^(?:\s+(?:to|on|upon))?\s+{_WITHIN}(?:(?:{_BURDENS}|trade|customs)\s+(?:war\s+)?(?:{_PAUSES})(?![\w-])"
    rf"|(?:{_PAUSES})\s+(?:in|of|on|to)\s+{_WITHIN}(?:{_BURDENS})(?![\w-]))",
    re.IGNORECASE,
)


def step_of(mention: EventMention) -> str | None:
    """The type of the step that is agreed or decided; ``None`` where an act is no agreement or its content no step."""
    if mention.type not in _SETTLED or not _SETTLES.match(mention.trigger.text):
        return None
    behind = mention.sentence.text[mention.trigger.span.end - mention.sentence.span.start :]
    to = _TO.match(behind)
    if _TRUCE.match(behind) or (to is not None and _LIGHTER.match(behind, to.end())):
        return "CONCEDE"
    found = _of_verb(words_of(behind[to.end() :])) if to is not None else _of_noun(behind)
    return found if found in _STEPS else None


def _of_verb(words: tuple[Word, ...]) -> str | None:
    """The type of the verb that the words begin with, by its objects; to suspend or drop a step against somebody is to give way."""
    if not words:
        return None
    behind = words[1 : 1 + _OBJECTS]
    if _ENDS.fullmatch(words[0].form) and any(_AT_ISSUE.fullmatch(word.form) for word in behind):
        return "CONCEDE"
    if _CURBS.fullmatch(words[0].form):
        return "SANCTION"
    return _fitting(load_lexicon().lookup("VERB", words[0].form.lower()), {word.stem for word in behind})


def _of_noun(behind: str) -> str | None:
    """The type of the noun that stands behind the act's words."""
    lead = _NOUN.match(behind)
    words = words_of(behind[lead.end() :])[:_OBJECTS] if lead is not None else ()
    return _fitting(load_lexicon().lookup("NOUN", words[0].form.lower()), {word.stem for word in words[1:]}) if words else None


def _fitting(senses: tuple[Sense, ...], objects: set[str]) -> str | None:
    """The type of the first sense that fits the words around; senses are most specific first."""
    return next((sense.type for sense in senses if not sense.particles and _fits(sense, objects)), None)


def _fits(sense: Sense, objects: set[str]) -> bool:
    wanted, unwanted = ({stem(word) for word in words} for words in (sense.objects, sense.not_objects))
    return (not wanted or bool(wanted & objects)) and not unwanted & objects
