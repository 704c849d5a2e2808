"""Parties told from themselves: nobody acts against himself or his own state, "his own guard" is his, "him along with two mayors" is him and them, "its pilot" of the craft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.inflect import forms_of_verbs, singular
from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.companions import BESIDE
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES
from dateline.resolve.owners import OPPOSED
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, RawMention, Span

#: Score of the country of whose own somebody is.
_OWN_SCORE: Final = 0.6
_OWN: Final = re.compile(r"\b(?:his|her|its|their)\s+own\b", re.I)
_HOME: Final = re.compile(r"\s+(?:back\s+)?home\b")
_AND_THEIR: Final = re.compile(r",?\s+and\s+(?=(their|its|his|her)\b)")
_AND_OTHER: Final = re.compile(r",?\s+and\s+(?:(?:the|his|her|its|\w+)\s+)?other\s")
#: Verbs for what a superior does to his officers, and their sectors.
_DISMISSING: Final = forms_of_verbs("sack dismiss fire suspend demote promote appoint reinstate")
_SERVING: Final = frozenset({"COP", "GOV", "JUD", "MIL", "SPY"})
#: Verbs for what rulers tell those who serve them, these, and the sectors of those who rule.
_ORDERING: Final = forms_of_verbs("order instruct direct command task")
_ORDERED: Final = words_of("resolve.itself.ordered")
#: Those words alone and with these are another's, and what is ordered to an enemy's.
_OF_ANYBODY: Final = frozenset({"states", "governments", "forces"})
_OF_OTHERS: Final = re.compile(r"\b(?:foreign|other|all|enemy|rebel|opposing|neighbou?ring|member)\b")
_YIELD: Final = re.compile(r"[^,.;]{0,40}\bto (?:surrender|leave|lay|give|disarm|get out|withdraw|quit|pull)\b")
_RULING: Final = frozenset({"GOV", "MIL"})
_ENVOYS: Final = words_of("resolve.crossing.envoys")
#: Before whom somebody acts with.
_BESIDE: Final = re.compile(rf"{BESIDE}(?:the\s)?$", re.I)
_BESIDE_REACH: Final = 20
#: What goes on with a list.
_LISTED: Final = re.compile(r",? and\b|, (?:an?|the) ")
_JOINING: Final = re.compile(r"\s+and\s+|[^.;:]{0,60}\b(?:along with|together with|as well as|alongside)\s+(?:the\s+)?")


def of_own(act: str, one: Participant, phrase: Phrase | None, other: Sequence[Participant], text: str) -> Participant:
    """A party of the other side's own people with its country ("Condé was seized by **his own special forces**", "Ghana flew **90 students** home")."""
    if one.country is not None or phrase is None or phrase.form is not PhraseForm.NOMINAL:
        return one
    span = phrase.extended or phrase.mention.span
    codes = countries_of(other)
    start, end = min(span.start, phrase.mention.span.start), max(span.end, phrase.mention.span.end)
    brought_home = act == "AID" and _HOME.match(text, end) is not None
    if len(codes) != 1 or not (brought_home or _OWN.search(text, start, end)):
        return one
    return replace(one, country=next(iter(codes)), score=_OWN_SCORE, method="owner")


def of_superior(raw: RawMention, one: Participant, phrase: Phrase | None, other: Sequence[Participant]) -> Participant:
    """An officer with the country of whoever dismisses or appoints him ("He sacked **the navy commander**"): nobody dismisses another state's; and those
    whom a state orders to do something, who are its own where they are its forces or offices ("Romania ordered **the air force** to fire").

    Args:
        raw: the act.
        one: the party.
        phrase: its words.
        other: who acts.
    """
    if one.country is not None or phrase is None or phrase.head in _ENVOYS:
        return one
    if _is_under_orders(raw, phrase, other):
        return replace(one, country=next(iter(countries_of(other))), score=_OWN_SCORE, method="owner")
    if one.sector not in _SERVING or raw.trigger.text.partition(" ")[0].lower() not in _DISMISSING:
        return one
    if phrase.form is PhraseForm.NOMINAL and not is_human(singular(phrase.head)):
        return one  # "dismissed the move", "suspended the country"
    codes = countries_of(other) - BODIES
    return replace(one, country=next(iter(codes)), score=_OWN_SCORE, method="owner") if len(codes) == 1 else one


def _is_under_orders(raw: RawMention, phrase: Phrase, other: Sequence[Participant]) -> bool:
    """Whether a phrase is of a state's forces or offices whom that state's own rulers order to do something."""
    if raw.type not in {"MOBILIZE", "REQUEST"} or phrase.form is not PhraseForm.NOMINAL or phrase.head not in _ORDERED:
        return False
    if raw.trigger.text.partition(" ")[0].lower() not in _ORDERING or len(countries_of(other)) != 1 or countries_of(other) & BODIES:
        return False
    words, end = phrase.mention.text.lower(), phrase.end - raw.sentence.span.start
    if words in _OF_ANYBODY or _OF_OTHERS.search(words) or _YIELD.match(raw.sentence.text, end):
        return False
    return all(one.sector in _RULING for one in other)


def of_one_person(own: Sequence[Participant], phrases: Mapping[Span, Phrase], text: str) -> tuple[Participant, ...]:
    """The parties of a side, a name right behind the noun for its bearer with that noun's country ("the army chief, **Colonel Ali Mze**").

    Args:
        own: the parties, settled.
        phrases: their words.
        text: the document.
    """
    found: list[Participant] = []
    for one in own:
        last, name = found[-1] if found else None, phrases.get(one.span)
        noun = phrases.get(last.span) if last else None
        if last and noun and name and last.country and one.method == "setting" and _is_apposed(noun, name, text):
            one = replace(one, country=last.country, score=last.score, method=last.method)
        found.append(one)
    return tuple(found)


def _is_apposed(noun: Phrase, name: Phrase, text: str) -> bool:
    """Whether a name follows a noun for one person behind a comma, and no list goes on."""
    alone = noun.form is PhraseForm.NOMINAL and not noun.plural and name.form is PhraseForm.NAME and is_human(noun.head)
    return alone and text[noun.mention.span.end : name.mention.span.start] == ", " and not _LISTED.match(text, name.mention.span.end)


def with_their_own(own: Sequence[Participant], phrases: Mapping[Span, Phrase], text: str) -> tuple[Participant, ...]:
    """The parties of a side, those with the country of the one before who are joined to it as its own ("two Kenyan trawlers and **their crew**")."""
    kept: list[Participant] = []
    for one in own:
        phrase, last = phrases.get(one.span), kept[-1] if kept else None
        if phrase and phrase.extended and last and last.country and one.country is None and phrase.head not in OPPOSED:
            joined = _AND_THEIR.match(text, last.span.end) if last.span.end <= phrase.extended.start else None
            theirs = joined is not None and joined.start(1) == phrase.extended.start
            if theirs or is_another(phrase, last, text):
                one = replace(one, country=last.country, score=_OWN_SCORE, method="owner")
        kept.append(one)
    return tuple(kept)


def is_another(phrase: Phrase, last: Participant, text: str) -> bool:
    """Whether a plural joins others like him to a person, who are of his country ("General Cedras and **two other commanders**")."""
    if not phrase.plural or not is_human(singular(phrase.head)) or not last.country or last.method in {"country", "capital"}:
        return False
    between = text[last.span.end : phrase.mention.span.start] if last.span.end < phrase.mention.span.start else ""
    words = f"{between}{phrase.mention.text} "
    return _AND_OTHER.match(words) is not None


def are_joined(pronouns: Sequence[Span], nouns: Sequence[Phrase], text: str) -> bool:
    """Whether a noun is joined to a pronoun, so that it names others ("removed **him** along with **two other mayors**", "**her** and **her sons**",
    "together with **Oman** **it** recalled")."""
    starts = [(p.extended or p.mention.span).start for p in nouns]
    first = min(one.start for one in pronouns)
    if any(start < first and _BESIDE.search(text, max(0, start - _BESIDE_REACH), start) for start in starts):
        return True
    return any(_JOINING.fullmatch(text, one.end, start) for one in pronouns for start in starts if start > one.end)
