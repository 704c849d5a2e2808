"""Names of laws, which tell no act and nobody's: "the Russia (**Sanctions**) (EU Exit) Regulations 2019", "the Iran **Sanctions** Act", "Export **Control** Act"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.act import Act
from dateline.ontology.wordlists import pattern_of

_WRITTEN: Final = pattern_of("extract.lawnames.written")
#: The name from its first bracket to the noun for the law: British regulations set what they are about in brackets.
_BRACKETED: Final = re.compile(rf"(?:\([A-Z][^()]*\)\s+)+(?:{_WRITTEN}|Order)\b")
#: What may stand between a word of the name and the noun for the law: "**Sanctions** and Anti-Money Laundering Act".
_GOES_ON: Final = re.compile(rf"(?:[\s-]+(?:and|of|[A-Z][\w’'-]*+))*?[\s-]+(?:{_WRITTEN})\b")


def names_law(act: Act) -> bool:
    """Whether an act's noun is only part of the name of a law; the verb before it is none ("Senate **passes** Iran Sanctions Act")."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    if word.pos not in {"NOUN", "PROPN"} or not word.text[:1].isupper():
        return False
    text, base = sentence.sentence.text, sentence.sentence.span.start
    if _GOES_ON.match(text, word.end - base) is not None:
        return True
    return any(found.start() <= word.start - base < found.end() for found in _BRACKETED.finditer(text))
