"""Nouns that name acts elsewhere and none in their sentence: "the talks **venue**", "the kidnapping **thriller**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns
from dateline.ontology.wordlists import text_of

_NAMED_AFTER: Final = forms_of_nouns(text_of("extract.unpolitical.named_after"))


def is_no_act_here(act: Act) -> bool:
    """Whether the noun of an act tells of none in its sentence."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    return noun.pos == "NOUN" and _names_thing(sentence, noun)


def _names_thing(sentence: ParsedSentence, noun: Token) -> bool:
    """"the **talks** venue", "the **kidnapping** thriller": the noun only says of what kind a place or a work is."""
    return noun.dep in {"compound", "nmod", "amod"} and sentence.tokens[noun.head].lower in _NAMED_AFTER
