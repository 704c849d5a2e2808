"""Envoys who go back to their posts: "sent **its** ambassador **back** to Caracas" mends ties, and "sent the Russian ambassador back" does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_ENVOYS: Final = forms_of_nouns(text_of("extract.mending.envoys"))
_SENDING: Final = forms_of_verbs(text_of("extract.mending.sending"))
_RETURNING: Final = forms_of_verbs(text_of("extract.mending.returning"))


def mended(act: Act) -> Act:
    """The act, as one of support where a state's own envoy takes up the post again."""
    verb = act.sentence.tokens[act.head]
    if act.type != "SANCTION" or not _sends_back(act.sentence, verb):
        return act
    return replace(act, type="SUPPORT", modes=(), cameo="050")


def _sends_back(sentence: ParsedSentence, verb: Token) -> bool:
    envoys = [t for t in sentence.kids(verb.i, "dobj") if t.lower in _ENVOYS]
    if not any(t.tag == "PRP$" for envoy in envoys for t in sentence.kids(envoy.i, "poss")):
        return False
    ways = sentence.kids(verb.i, "advmod", "prt")
    goes = any(t.lower == "to" for above in (verb, *ways, *envoys) for t in sentence.kids(above.i, "prep"))
    back = any(t.lower == "back" for t in ways)
    return (verb.lower in _SENDING and back and goes) or (verb.lower in _RETURNING and goes)
