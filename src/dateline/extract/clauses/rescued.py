"""Who is helped where somebody comes to his aid: "others **came to Nepal's aid**" is done to Nepal, by the others."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.nations import is_named
from dateline.extract.clauses.parties import Parties, first_verb, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs

_COMING: Final = forms_of_verbs("come go rush hurry fly leap hasten spring")
_HELP: Final = frozenset({"aid", "assistance", "help", "rescue", "relief"})


def help_of(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The help of somebody named to which a verb says that another comes."""
    if verb.lower not in _COMING or verb.pos != "VERB":
        return None
    nouns = (t for link in sentence.kids(verb.i, "prep") if link.lower == "to" for t in sentence.kids(link.i, "pobj"))
    return next((t for t in nouns if t.lower in _HELP and any(is_named(sentence, i) for i in _helped(sentence, t))), None)


def coming_to(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb by which somebody comes to the help that a noun names."""
    verb = sentence.tokens[sentence.tokens[noun.head].head] if noun.lower in _HELP and noun.dep == "pobj" else None
    return verb if verb is not None and help_of(sentence, verb) == noun else None


def _helped(sentence: ParsedSentence, noun: Token) -> tuple[int, ...]:
    return expand(sentence, [*(t.i for t in sentence.kids(noun.i, "poss")), *objects_of(sentence, [noun.i], "of")])


def rescued(act: Act) -> Parties | None:
    """Whose the aid is has it; who comes to it gives it."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    verb = word if word.pos == "VERB" else coming_to(sentence, word)
    noun = help_of(sentence, verb) if verb is not None else None
    if act.type != "AID" or verb is None or noun is None:
        return None
    helpers = expand(sentence, [t.i for t in sentence.kids(first_verb(sentence, verb.i).i, "nsubj") if t.tag not in {"WDT", "WP"}])
    helped = _helped(sentence, noun)
    out = phrase_of(sentence, helped)
    return Parties(helpers or tuple(i for i in act.actors if i not in out), helped, out, phrase_of(sentence, helpers))
