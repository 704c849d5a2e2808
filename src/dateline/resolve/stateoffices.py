"""Offices that states have and no body of several states: "**junta** revokes accords", "**spokesman Col. Diallo**", "the Government had suspended".

Behind a sentence on ECOWAS or the Union such an office is still a state's.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.types import Phrase, PhraseForm

#: Lands of whose ministers a text says that they are theirs.
TERRITORIES: Final = frozenset("ESH GIB FLK GUM PRI".split())
_STATE: Final = words_of("resolve.outsiders.state")
#: With their qualifiers they are a state's too, where no body has said that it has them.
_RULERS: Final = re.compile(
    r"(?:(?:military|civilian|transitional|interim|provincial|local|federal|national|army|security|judicial) )?(?:junta|government|presidency"
    r"|vice[- ]president|regime|state (?:media|television|tv)|authorities|army|cabinet|prosecutors?|gendarmerie)"
    r"|(?:[\w-]+ ){0,4}ministry|(?:assistant|deputy assistant|under|deputy|foreign|home|defen[cs]e) secretary(?: of state)?(?: \w+){0,3}",
    re.I,
)
#: Those whom a state has, by their nouns, where they are on the other side of a body.
_SERVED: Final = words_of("resolve.stateoffices.served")
_RANK: Final = re.compile(r"\b(?:Col|Colonel|Lt|Lieutenant|Gen|General|Capt|Captain|Maj|Major|Brig|Brigadier|Adm|Admiral)\b\.?(?=[\s-]+[A-Z])")
#: Bodies that have soldiers of their own, and how near in characters they are named.
_NEAR: Final = 250
_ALLIED: Final = re.compile(r"\bN(?:ATO|ato)\b|\b(?:peacekeep|stabili[sz]ation (?:force|mission)|regional force|standby force|joint force)")


def is_of_state(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is an office or a soldier that only a state has, where no soldiers of a body are named nearby."""
    if phrase.form is PhraseForm.PRONOUN or (phrase.plural and phrase.form is PhraseForm.NAME):
        return False
    words = phrase.mention.text
    if words.lower() in _STATE or _RULERS.fullmatch(words):
        return True
    if phrase.form is not PhraseForm.NAME or _RANK.search(words) is None:
        return False
    span = phrase.mention.span
    return _ALLIED.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is None


def bodies_not_met(phrase: Phrase, codes: frozenset[str]) -> frozenset[str]:
    """The codes of bodies of which those are not to whom a body of these codes does something, where only a state has such ("ECOWAS told **the soldiers** to yield")."""
    return BODIES if codes and codes <= BODIES and phrase.form is PhraseForm.NOMINAL and phrase.head in _SERVED else frozenset()


def bodies_barred(phrase: Phrase, text: str) -> frozenset[str]:
    """The codes of bodies that such a party cannot be of."""
    return BODIES if is_of_state(phrase, text) else frozenset()
