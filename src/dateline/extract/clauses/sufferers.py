"""Who has an act done to himself though he is the subject: "**lost** eighteen soldiers", "came **under** fire", "**suffered** a wave of bombings";
who is driven from a state is driven out by it."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive, objects_of, verb_arguments
from dateline.extract.clauses.nations import nation_of
from dateline.extract.clauses.parties import HARMING, Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.removals import REMOVALS
from dateline.ontology.inflect import forms_of_verbs

_SUFFERING: Final = forms_of_verbs("lose suffer sustain endure incur weather")
_COMING: Final = forms_of_verbs("come be remain stay live fall")
#: Prepositions by which a loss names what caused it ("lost two men **in** an ambush").
_CAUSES: Final = frozenset({"in", "to", "from", "during", "under"})


def sufferers(sentence: ParsedSentence, head: int, kind: str) -> tuple[int, ...]:
    """The words for whom an act strikes, nobody where the sentence does not tell it as suffered.

    Args:
        sentence: the parsed sentence.
        head: the act's head word.
        kind: the act's type.
    """
    token = sentence.tokens[head]
    if token.pos in {"NOUN", "PROPN"}:
        verb = _over(sentence, token)
    else:
        verb = token if (token.lower in _SUFFERING and sentence.kids(head, "dobj")) or _is_under(sentence, token) else None
    if verb is None or kind not in HARMING or is_passive(sentence, verb):
        return ()
    return expand(sentence, verb_arguments(sentence, verb.i).subjects)


def _is_under(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether somebody is or comes under what a preposition names."""
    return verb.lower in _COMING and any(t.lower == "under" for t in sentence.kids(verb.i, "prep"))


def _over(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb of suffering that an act's noun stands under: "suffered a wave of **bombings**", "lost seven men in an **ambush**"."""
    while noun.dep == "pobj" and sentence.tokens[noun.head].lower == "of":
        noun = sentence.tokens[sentence.tokens[noun.head].head]
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj":
        return above if above.lower in _SUFFERING else None
    if noun.dep != "pobj" or above.lower not in _CAUSES or any(t.dep == "poss" for t in sentence.kids(noun.i)):
        return None
    verb = sentence.tokens[above.head]
    if above.lower == "under":
        return verb if _is_under(sentence, verb) else None
    return verb if verb.lower in _SUFFERING and sentence.kids(verb.i, "dobj") else None


def suffered(act: Act) -> Parties | None:
    """Who loses men or comes under fire has it done to himself."""
    found = sufferers(act.sentence, act.head, act.type)
    if not found:
        return None
    verbs = {act.head, *(act.sentence.tokens[i].head for i in found)}
    lost = {t.i for verb in verbs for t in act.sentence.kids(verb, "dobj")}
    rest = tuple(i for i in act.recipients if i not in found and i not in lost)
    return Parties(act.actors, (*found, *rest), phrase_of(act.sentence, found))


def driven_out(act: Act) -> Parties | None:
    """Whom somebody drives from a state or its capital, that state drives out: "the expulsion of its envoy **from Madrid**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.pos != "NOUN" or noun.lower not in REMOVALS:
        return None
    places = tuple(i for i in objects_of(sentence, [act.head], "from") if nation_of(sentence, sentence.tokens[i]))
    driven = objects_of(sentence, [act.head], "of")
    if not places or not driven:
        return None
    owned = sentence.kids(act.head, "poss") or any(t.lower == "by" for t in sentence.kids(act.head, "prep"))
    doers = act.actors if owned else places
    return Parties(tuple(i for i in doers if i not in driven), driven, no_recipients=phrase_of(sentence, (*places, *doers, *act.recipients)) - set(driven))
