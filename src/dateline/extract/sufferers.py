"""Who has an act done to himself though he is the subject: "**lost** eighteen soldiers", "came **under** fire", "**suffered** a wave of bombings"."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import expand, is_passive, verb_arguments
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import verb_forms


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


_SUFFERING: Final = _forms("lose suffer sustain endure incur weather")
_COMING: Final = _forms("come be remain stay live fall")
_HARM: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})
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
        verb = token if token.lower in _SUFFERING and sentence.kids(head, "dobj") or _is_under(sentence, token) else None
    if verb is None or kind not in _HARM or is_passive(sentence, verb):
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
