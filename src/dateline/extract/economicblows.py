"""Blows that are struck with tariffs and not with arms: "**hits back** at Peru **with** duties", "**hit** a drone network **with** sanctions", "**hits** Thai
refiners over Iranian oil" are one measure each, and no attack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.clauses.nations import nations_among
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

#: Words of blows; those that a headline's parser takes for nouns ("US **strikes** at ...") are the same.
BLOWS: Final = forms_of_verbs(text_of("extract.economicblows.blows"))
#: "Took **aim** at", "takes a **swipe** at".
TAKING: Final = forms_of_verbs("take")
_AIMING: Final = forms_of_nouns("aim swipe")
_BURDENS: Final = forms_of_nouns(text_of("extract.economicblows.burdens"))
_FINES: Final = forms_of_nouns("fine penalty")
_SUITS: Final = forms_of_nouns("charge lawsuit suit indictment")
_PROBES: Final = forms_of_nouns("probe investigation inquiry")
_PACKAGES: Final = forms_of_nouns("package round raft set wave series slew batch list billion volley barrage")
_BUSINESSES: Final = forms_of_nouns(text_of("extract.economicblows.businesses"))
_FORCE: Final = words_of("extract.economicblows.force")
_WAYS: Final = ("with", "in", "by", "through", "via")
#: Types that a coder sees in the word of a blow.
_MISTAKEN: Final = frozenset({"ASSAULT", "REJECT", "ACCUSE"})
_MEASURES: Final = frozenset({"SANCTION", "COERCE", "ACCUSE"})
_PUNISHED: Final = ("SANCTION", ("discontinue",), "163")


def with_measures(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence with the measure that a blow is struck with told once: by its own word where that is an act, else by the word of the blow."""
    struck = {act.head: measure for act in acts if (measure := measure_of(act.sentence, act.sentence.tokens[act.head])) is not None}
    told = {act.head for act in acts if act.type in _MEASURES}
    blows = {measure.i: act for act in acts if (measure := struck.get(act.head)) is not None and measure.i in told - {act.head}}
    dropped = {act.head for act in blows.values()}
    return [_by(act, blows[act.head]) if act.head in blows else _as_measure(act, struck.get(act.head)) for act in acts if act.head not in dropped]


def _by(act: Act, blow: Act) -> Act:
    """A measure with the parties of the blow where it has none of its own."""
    return replace(act, actors=act.actors or blow.actors, recipients=act.recipients or blow.recipients)


def _as_measure(act: Act, measure: Token | None) -> Act:
    """A blow as the measure it is struck with, or as the punishment of the firms that it strikes."""
    bare = act.type == "SANCTION" and not act.modes
    if measure is not None and (act.type in _MISTAKEN or bare):
        kind, modes, cameo = _kind(measure)
    elif (act.type == "ASSAULT" or bare) and strikes_business(act.sentence, act.sentence.tokens[act.head]):
        kind, modes, cameo = _PUNISHED
    else:
        return act
    return replace(act, type=kind, modes=modes, cameo=cameo)


def measure_of(sentence: ParsedSentence, word: Token) -> Token | None:
    """The measure that a blow is struck with, ``None`` of other words and of blows with arms."""
    if word.lower not in BLOWS and not (word.lower in TAKING and any(t.lower in _AIMING for t in sentence.kids(word.i, "dobj"))):
        return None
    themes = [*sentence.kids(word.i, "dobj", "nsubjpass", "advmod", "prt"), *(t for t in governed(sentence, [word.i], "at", "on", "against"))]
    back = [t for one in themes for t in governed(sentence, [one.i], "at", "against")]
    below = governed(sentence, [word.i, *(t.i for t in (*themes, *back))], *_WAYS)
    return next((t for noun in below for t in (noun, *_parts(sentence, noun)) if _is_measure(sentence, t)), None)


def _parts(sentence: ParsedSentence, noun: Token) -> list[Token]:
    """What a package is made of: "a package of **sanctions**", "17th **sanctions** package", "C$30 billion in **tariffs**"."""
    return [*sentence.kids(noun.i, "compound", "nmod"), *governed(sentence, [noun.i], "of", "in")] if noun.lower in _PACKAGES or noun.tag in {"CD", "$"} else []


def _is_measure(sentence: ParsedSentence, noun: Token) -> bool:
    """"**tariffs**", "fraud **charges**"; not charges of explosives."""
    blast = any(t.lower in {"explosive", "depth", "shaped", "bayonet", "cavalry", "baton"} for t in sentence.kids(noun.i, "amod", "compound"))
    return noun.lower in _BURDENS | _FINES | _SUITS | _PROBES and not blast


def blow_of(sentence: ParsedSentence, verb: Token) -> tuple[str, int] | None:
    """The type of the measure with which a state strikes another, and the word for it: "takes a swipe at Thai yards **with** port **fees**"."""
    measure = measure_of(sentence, verb) if verb.pos == "VERB" else None
    if measure is None:
        return ("SANCTION", verb.i) if strikes_business(sentence, verb) else None
    own = nations_among(sentence, (t.i for t in sentence.kids(verb.i, "nsubj")))
    struck = [*sentence.kids(verb.i, "dobj", "nsubjpass"), *(t for t in governed(sentence, [verb.i], "at", "on", "against"))]
    return (_kind(measure)[0], measure.i) if own and nations_among(sentence, (t.i for t in struck)) - own else None


def _kind(measure: Token) -> tuple[str, tuple[str, ...], str]:
    if measure.lower in _FINES:
        return "SANCTION", ("convict",), "116"
    if measure.lower in _SUITS:
        return "ACCUSE", ("allege",), "115"
    return ("ACCUSE", ("investigate",), "090") if measure.lower in _PROBES else _PUNISHED


def strikes_business(sentence: ParsedSentence, word: Token) -> bool:
    """Whether a state strikes another's firms or goods where nothing tells of force: "hits Chinese **refiners** over Iranian oil", not "hits a refinery"."""
    if word.lower not in BLOWS or word.pos != "VERB" or any(t.lower in _FORCE and t.i != word.i for t in sentence.tokens):
        return False
    themes = sentence.kids(word.i, "dobj", "nsubjpass")
    theirs = nations_among(sentence, (t.i for t in themes))
    own = nations_among(sentence, (t.i for t in sentence.kids(word.i, "nsubj")))
    return bool(themes) and all(t.lower in _BUSINESSES for t in themes) and bool(own) and bool(theirs - own)
