"""What courts and parliaments do to the acts of others, and votes that carry a reproach: neither gives way nor backs anybody.

"The court **struck down** the levy" finds it against the law (codebook, SANCTION `convict`: "find an entity or behavior guilty, unconstitutional"), "Congress
**overrode** the veto" rejects it, and "passed a motion of **no confidence** in the cabinet" reproaches the cabinet. A ban, a sentence or another burden
that is undone eases what lay on somebody, which the codebook has under CONCEDE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.classifier.lifts import LAWMAKERS
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_PASSING: Final = forms_of_verbs(text_of("extract.rulings.passing"))
_BACKING: Final = forms_of_verbs(text_of("extract.rulings.backing"))
_MOTIONS: Final = forms_of_nouns(text_of("extract.rulings.motions"))
_TRUST: Final = frozenset({"confidence", "trust"})
_REPROACH: Final = {
    **dict.fromkeys(forms_of_verbs("censure rebuke reprimand") | {"censure", "reprimand"}, (("disapprove",), "111")),
    **dict.fromkeys(forms_of_verbs("impeach") | {"impeachment", "impeachments"}, (("allege",), "112")),
}
_HOSTILE: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT"})
_ON_WHOM: Final = frozenset({"in", "against", "of"})

_UNDOING: Final = forms_of_verbs(text_of("extract.rulings.undoing"))
_OVERRIDING: Final = forms_of_verbs("override overrule")
_COURTS: Final = forms_of_nouns(text_of("extract.rulings.courts"))
_LAWS: Final = forms_of_nouns(text_of("extract.rulings.laws"))
_JUDGED: Final = forms_of_nouns(text_of("extract.rulings.judged"))
_DECREED: Final = forms_of_nouns("decree veto order edict")
_BURDENS: Final = words_of("extract.rulings.burdens")
#: What a court finds of a case that it hears, and of one that it does not.
_DECLARING: Final = forms_of_verbs("declare find hold rule deem consider pronounce")
_ADMITTED: Final = frozenset({"admissible", "receivable", "well-founded"})
_REFUSED: Final = frozenset({"inadmissible", "unfounded", "ill-founded", "irreceivable"})
_BREACHES: Final = forms_of_verbs(text_of("extract.clauses.breached.breaching")) | forms_of_nouns(text_of("extract.clauses.breached.breaches"))
_NOT: Final = frozenset({"not", "never", "neither", "no"})
_OWN: Final = frozenset({"its", "his", "her", "their", "our", "my"})


def by_ruling(act: Act, acts: Sequence[Act]) -> Act | None:
    """The act with the type that a vote of reproach or a ruling leaves it; ``None`` where another act of the sentence tells the reproach, or where what a coder
    takes for a refusal lets a case in."""
    if act.type == "REJECT" and _lets_in(act):
        return None
    if act.type == "SANCTION" and not act.modes and _finds_breach(act):
        return replace(act, modes=("convict",), cameo="116")
    return _of_reproach(act, acts) if act.type in {"SUPPORT", "AGREE", "ACCUSE", "REJECT"} else _of_ruling(act, acts)


def _of_reproach(act: Act, acts: Sequence[Act]) -> Act | None:
    """A vote against somebody that is carried or backed: "**passed** a vote of no confidence in him", "**voted** to impeach her"."""
    sentence, verb = act.sentence, _voting(act)
    if verb.lower not in _PASSING | _BACKING or sentence.kids(verb.i, "neg"):
        return act
    for theme in _voted_on(sentence, verb):
        said = next((t for t in _told_by(sentence, theme) if t.lower in _REPROACH or _is_distrust(sentence, t)), None)
        if said is None:
            continue
        inside = {*sentence.subtree(theme.i)}
        if act.type in {"SUPPORT", "AGREE"} and any(one is not act and one.head in inside and one.type in _HOSTILE for one in acts):
            return None
        modes, cameo = _REPROACH.get(said.lower, (("disapprove",), "111"))
        hit = () if act.type == "ACCUSE" else _on_whom(sentence, (verb, theme, said))
        hit = tuple(i for i in act.recipients if any(i in sentence.subtree(one) for one in hit)) or hit
        changed = replace(act, type="ACCUSE", modes=modes, cameo=cameo, recipients=hit or act.recipients)
        removes = said.lower in _TRUST and verb.lower in _PASSING and not _is_party(sentence, act)
        return replace(changed, type="SANCTION", modes=(), cameo="160") if removes else changed
    return act


def _lets_in(act: Act) -> bool:
    """Whether a case may go on: "declared the application **admissible**", not "inadmissible", "admissible only in part" or "not admissible"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.lower not in _DECLARING or sentence.kids(verb.i, "neg"):
        return False
    below = [sentence.tokens[i] for i in sentence.subtree(verb.i)]
    at = next((t.i for t in below if t.lower in _ADMITTED), None)
    return at is not None and not any(t.lower in _REFUSED or (t.lower in _NOT and verb.i < t.i < at) for t in below)


def _finds_breach(act: Act) -> bool:
    """Whether a court holds that something was broken: "**holds** that there has been a violation of the charter"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    return verb.lower in _DECLARING and any(sentence.tokens[i].lower in _BREACHES for i in sentence.subtree(verb.i))


def _voting(act: Act) -> Token:
    """The verb of an act that may stand under its object or its favour: "voted in **favour**", "adopted a **motion**"."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    while word.pos != "VERB" and word.dep in {"dobj", "nsubjpass", "pobj", "prep", "compound"}:
        word = sentence.tokens[word.head]
    return word


def _voted_on(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What is voted on: an object, or what somebody votes for, in favour of (the parser hangs its "of" on the verb), or to do."""
    links = [t for t in sentence.kids(verb.i, "prep") if t.lower in {"for", "in", "of"}]
    ends = [t for link in links for t in sentence.kids(link.i, "pobj", "pcomp")]
    return [*sentence.kids(verb.i, "dobj", "nsubjpass", "xcomp"), *ends]


def _told_by(sentence: ParsedSentence, theme: Token) -> list[Token]:
    """The words that say what a motion is about: itself, what it is a motion of, for or to."""
    if theme.lower not in _MOTIONS:
        return [theme]
    links = list(sentence.kids(theme.i, "prep", "acl", "relcl"))
    below = [t for link in links for t in (link, *sentence.kids(link.i, "pobj", "pcomp", "dobj", "xcomp", "prep"))]
    further = [t for one in below if one.dep == "prep" for t in sentence.kids(one.i, "pobj")]
    return [*sentence.kids(theme.i, "compound", "amod", "nmod"), *below, *further]


def _is_distrust(sentence: ParsedSentence, word: Token) -> bool:
    """"**no** confidence", "**no**-trust", "**non**-confidence"."""
    before = [t.lower for t in sentence.tokens[max(word.i - 2, 0) : word.i]]
    return word.lower in _TRUST and bool(before) and (before[-1] in {"no", "non"} or (before[-1] == "-" and before[0] in {"no", "non"}))


def _on_whom(sentence: ParsedSentence, words: Sequence[Token]) -> tuple[int, ...]:
    """Whom a motion is about: who stands behind its "in", "against" or "of", or is its verb's object."""
    verb, theme, said = words
    links = [t for t in (*sentence.kids(said.i, "prep"), *sentence.kids(theme.i, "prep")) if t.lower in _ON_WHOM]
    against = [*sentence.kids(verb.i, "prep"), *(sentence.tokens[i] for i in sentence.subtree(theme.i))]
    links = sorted([*links, *(t for t in against if t.lower == "against" and t.dep == "prep")], key=lambda t: t.lower == "of")
    ends = [t for link in links for t in sentence.kids(link.i, "pobj")] + (list(sentence.kids(said.i, "dobj")) if said.pos == "VERB" else [])
    known = _TRUST | _MOTIONS | _REPROACH.keys()
    return tuple(t.i for t in ends if t.lower not in known)[:1]


def _is_party(sentence: ParsedSentence, act: Act) -> bool:
    """Whether a party or the opposition votes so, which alone removes nobody."""
    return any(sentence.tokens[i].lower in {"party", "opposition", "bloc", "faction"} for i in act.actors)


def _of_ruling(act: Act, acts: Sequence[Act]) -> Act:
    """What a court or a parliament undoes that others made: "**quashed** the levy", "**overrode** the veto"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "CONCEDE" or verb.lower not in _UNDOING | _OVERRIDING:
        return act
    court = _is_done_by(act, _COURTS)
    if not court and not _is_done_by(act, LAWMAKERS):
        return act
    themes = sentence.kids(verb.i, "dobj", "nsubjpass")
    if not themes or any(_is_own(sentence, t) or _is_burden(sentence, t, acts) for t in themes):
        return act
    laws, judged = (any(t.lower in kind for t in themes) for kind in (_LAWS, _JUDGED))
    if court and laws and verb.lower in _UNDOING:
        return replace(act, type="SANCTION", modes=("convict",), cameo="116")
    turned_down = verb.lower in _OVERRIDING or judged or (not court and any(_is_decreed(sentence, t) for t in themes))
    return replace(act, type="REJECT", modes=(), cameo="120") if turned_down else act


def _is_done_by(act: Act, kind: frozenset[str]) -> bool:
    """Whether a body of a kind does an act, by name or by noun."""
    sentence = act.sentence
    return any(sentence.tokens[i].lower in kind or any(t.lower in kind for t in sentence.kids(i, "compound", "nmod")) for i in act.actors)


def _is_own(sentence: ParsedSentence, theme: Token) -> bool:
    return any(t.lower in _OWN for t in sentence.kids(theme.i, "poss"))


def _is_burden(sentence: ParsedSentence, theme: Token, acts: Sequence[Act]) -> bool:
    """Whether what is undone lay on somebody: a ban, a sentence, a law that forbids, a decision to expel."""
    inside = {*sentence.subtree(theme.i)}
    told = any(one.head in inside and one.head != theme.i and one.type in {"SANCTION", "COERCE", "ASSAULT"} for one in acts)
    return told or any(sentence.tokens[i].lower in _BURDENS for i in inside)


def _is_decreed(sentence: ParsedSentence, theme: Token) -> bool:
    """Whether somebody beside a parliament made what it undoes."""
    return theme.lower in _DECREED or (theme.lower in _LAWS and bool(sentence.kids(theme.i, "poss")))
