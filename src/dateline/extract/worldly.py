"""Types that the thing acted upon settles: an embassy that opens or closes, leaflets that are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import agents_of, governed
from dateline.extract.clauses.nations import nations_among
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

CLOSING: Final = forms_of_verbs("close shut shutter")
MISSIONS: Final = forms_of_nouns(text_of("extract.worldly.missions"))
OPENING: Final = forms_of_verbs("open reopen")
_DROPPING: Final = forms_of_verbs(text_of("extract.worldly.dropping"))
_LEAFLETS: Final = forms_of_nouns(text_of("extract.worldly.leaflets"))


def by_what_is_hit(act: Act, acts: Sequence[Act]) -> Act | None:
    """The act with the type that its object leaves it; ``None`` where leaflets only carry the words of another act.

    Args:
        act: an act.
        acts: the acts of its sentence.
    """
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    themes = _themes(sentence, verb)
    if act.type == "SUPPORT" and not act.recipients and (seat := opened_seat(sentence, verb)) is not None:
        hosts = tuple(t.i for t in governed(sentence, [verb.i, seat.i], "in") if t.tag == "NNP")
        return replace(act, recipients=hosts[:1])
    if act.type == "COERCE" and verb.lower in CLOSING and _closes_own(act, themes):
        return replace(act, type="SANCTION", modes=("withdraw",), cameo="166")
    if act.type == "ASSAULT" and verb.lower in _DROPPING and any(t.lower in _LEAFLETS for t in themes):
        inside = {i for t in themes for i in sentence.subtree(t.i)} | {t.i for t in sentence.kids(verb.i, "advcl", "conj")}
        said = any(one is not act and one.head in inside for one in acts)
        return None if said else replace(act, type="COERCE", modes=("misinformation",), cameo="")
    return act


def _themes(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What a verb is done to; the parser may hang the subject of a state ("the embassy is **closed**") on the verb of being."""
    found = list(sentence.kids(verb.i, "dobj", "nsubjpass"))
    if found or verb.tag not in {"JJ", "VBN", "VBD"}:
        return found
    above = [sentence.tokens[verb.head]] if verb.dep in {"acomp", "oprd"} else []
    return [t for one in (verb, *above, *sentence.kids(verb.i, "auxpass")) for t in sentence.kids(one.i, "nsubj")]


def opened_seat(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The seat of a state that opens by itself: "its **embassy** opened in May"."""
    if verb.lower not in OPENING or verb.pos != "VERB" or sentence.kids(verb.i, "dobj", "auxpass"):
        return None
    return next((t for t in sentence.kids(verb.i, "nsubj") if t.lower in MISSIONS), None)


def _closes_own(act: Act, themes: Sequence[Token]) -> bool:
    """Whether an embassy closes, or its own state closes it; police who close another's seal it off."""
    sentence = act.sentence
    missions = [t for t in themes if t.lower in MISSIONS]
    if not missions:
        return False
    theirs = nations_among(sentence, (t.i for t in missions))
    doers = list(sentence.kids(act.head, "nsubj")) if sentence.kids(act.head, "dobj") else []
    doers += agents_of(sentence, act.head)
    own = nations_among(sentence, (t.i for t in doers))
    named = any(p.tag == "PRP$" for t in missions for p in sentence.kids(t.i, "poss"))
    return not doers or named or (bool(own) and not theirs - own)
