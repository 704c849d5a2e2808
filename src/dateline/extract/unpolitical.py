"""Nouns that name acts elsewhere and none in their sentence: "the release of the **film**", "a recall of 4,000 **cars**", "the talks **venue**", "**merger** talks"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns
from dateline.ontology.wordlists import text_of

#: For nouns of acts the things of which they are no act ("release": films, accounts).
_OF_THINGS: Final = {
    form: forms_of_nouns(things)
    for noun, things in (
        ("release", text_of("extract.unpolitical.released")),
        ("recall", text_of("extract.unpolitical.recalled")),
        ("shooting", text_of("extract.unpolitical.filmed")),
        ("signing", text_of("extract.unpolitical.signed")),
        ("embargo", text_of("extract.unpolitical.embargoed")),
        ("raid", text_of("extract.unpolitical.raided")),
        ("march", text_of("extract.unpolitical.marching")),
        ("coup", "season year"),
    )
    for form in forms_of_nouns(noun)
}
_NAMED_AFTER: Final = forms_of_nouns(text_of("extract.unpolitical.named_after"))
_LINKS: Final = frozenset({"of", "on"})
_FIRMS_DEALS: Final = forms_of_nouns(text_of("extract.unpolitical.firms_deals"))
_OF_FIRMS: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "SANCTION"})


def is_no_act_here(act: Act) -> bool:
    """Whether the noun of an act tells of none in its sentence."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type in _OF_FIRMS and _is_between_firms(sentence, noun):
        return True
    if noun.pos != "NOUN":
        return False
    return _is_of_thing(sentence, noun) or _names_thing(sentence, noun)


def _is_of_thing(sentence: ParsedSentence, noun: Token) -> bool:
    """"the release of its **accounts**", "an embargo on the **report**"."""
    things = _OF_THINGS.get(noun.lower)
    if things is None:
        return False
    links = [t for t in sentence.kids(noun.i, "prep") if t.lower in _LINKS]
    return any(t.lower in things for link in links for t in sentence.kids(link.i, "pobj"))


def _names_thing(sentence: ParsedSentence, noun: Token) -> bool:
    """"the **talks** venue", "the **kidnapping** thriller": the noun only says of what kind a place or a work is."""
    return noun.dep in {"compound", "nmod", "amod"} and sentence.tokens[noun.head].lower in _NAMED_AFTER


def _is_between_firms(sentence: ParsedSentence, word: Token) -> bool:
    """"**merger** talks", "a tender **offer**", "suspended takeover **talks**": business of firms (guidelines, section 1), the states' own have a nation."""
    nouns = [word] if word.pos in {"NOUN", "PROPN"} else sentence.kids(word.i, "dobj", "nsubjpass")
    return any(t.lower in _FIRMS_DEALS for noun in nouns for t in sentence.kids(noun.i, "compound", "amod", "nmod"))
