"""Whose "the rebels", "the group" and "the insurgents" are: of the country of the armed group that the text has named, whoever backs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES, NONE, Case
from dateline.resolve.nounsectors import ARMED
from dateline.resolve.words import singular
from dateline.types import Phrase, PhraseForm

#: Nouns for an armed group and for its members.
_NOUNS: Final = frozenset("rebels insurgents guerrillas paramilitaries militiamen fighters militants".split())
#: Nouns for a group of any kind, so that the nearest body of any kind is meant.
_GROUPS: Final = frozenset("group movement militia organisation organization".split())
_READ: Final = frozenset({"organisation", "composition", "group"})
#: How many sentences back the group may be named.
_REACH: Final = 4
#: The code of groups that fight across borders.
GROUP: Final = "IMG"
#: Sectors of a state's forces and offices, and of its people, and nouns for those of them that such a group has too.
_FORCES: Final = frozenset("MIL COP GOV LEG JUD".split())
_PEOPLE: Final = frozenset("CVL REF AGR BUS EDU LAB MED JRN SOC".split())
_ITS_OWN: Final = frozenset("chief commander deputy fighter leader member operative recruit spokesman spokesperson supporter suspect sympathizer".split())


def of_the_group(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Phrase, str]:
    """Definite nouns for an armed group without a country, with that of the last armed group named before, where its sentence names those of one country.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
    """
    named: dict[int, list[str | None]] = {}
    found: dict[Phrase, str] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN:
            continue
        read = lookup(phrase)
        own = read.chosen
        if own and own.country and read.method in _READ and not _is_states(own.sectors):
            armed = own.sectors[:1] and own.sectors[0] in ARMED and own.country not in BODIES
            named.setdefault(phrase.sentence, []).append(own.country if armed else None)
        elif (own is None or not own.country) and _is_bare(phrase, text) and (code := _last(phrase, named)):
            found[phrase] = code
    return found


def is_against_them(case: Case) -> bool:
    """Whether a phrase whose country is open is of the forces or offices that a state has and no group that fights across borders ("ISWAP attacked a
    base. **Soldiers** fired back")."""
    return case.sector in _FORCES and not _may_be_theirs(case)


def unless_theirs(case: Case, code: str) -> str:
    """A country that is likeliest a phrase's, or none where that is such a group's and the phrase is of the people ("**residents** fled"), or the nameless
    thing that the group strikes ("ISWAP ambushed **a convoy**")."""
    if code != GROUP or _may_be_theirs(case):
        return code
    struck = case.sector in {None, "UNK"} and case.known.role == "recipients" and GROUP in case.known.other
    return NONE if case.sector in _PEOPLE or struck else code


def _may_be_theirs(case: Case) -> bool:
    own = GROUP in case.owner | case.linked or singular(case.phrase.head) in _ITS_OWN
    return own or case.phrase.form is not PhraseForm.NOMINAL


def _is_states(sectors: Sequence[str]) -> bool:
    return bool(sectors) and sectors[0] in {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"}


def _is_bare(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is "the" and the noun alone."""
    span = phrase.mention.span
    if (phrase.head not in _NOUNS and phrase.head not in _GROUPS) or phrase.mention.text.lower() != phrase.head:
        return False
    if phrase.extended is not None and phrase.extended.end > span.end:
        return False
    return text[max(0, span.start - 4) : span.start].lower() == "the "


def _last(phrase: Phrase, named: Mapping[int, Sequence[str | None]]) -> str | None:
    """The country of the last armed group: for "the group" no other body may be named since."""
    for at in range(phrase.sentence, phrase.sentence - _REACH - 1, -1):
        found = [code for code in named.get(at, ()) if code or phrase.head not in _NOUNS]
        if found:
            return found[-1] if len({code for code in found if code}) == 1 else None
    return None
