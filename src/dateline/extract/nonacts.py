"""Words that a coder takes for acts and that tell of nothing political: steps out of a car, warnings of storms or of what others did,
and what a speaker leaves open."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.emptiness import plain_negation
from dateline.extract.inversion import denying_phrase
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import chain_of
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_STEPPING: Final = forms_of_verbs(text_of("extract.nonacts.stepping"))
_OUT: Final = frozenset({"out", "off", "from", "down", "into", "onto", "of"})
_VEHICLES: Final = forms_of_nouns(text_of("extract.nonacts.vehicles"))
_BUILDINGS: Final = forms_of_nouns(text_of("extract.nonacts.buildings"))
#: Who "came out of the offices" came from there; who "walked out of the offices" may be on strike.
_LEFT_BY_COMING: Final = _BUILDINGS | forms_of_nouns("office building ministry headquarters embassy house courtroom")
_COMING: Final = forms_of_verbs("come emerge")
#: Types that a coder sees in steps and journeys.
_OF_STEPS: Final = frozenset({"RETREAT", "SANCTION", "PROTEST", "REJECT", "CONCEDE"})
_WARNING: Final = forms_of_verbs("warn")
_BOASTING: Final = forms_of_verbs("boast brag")
_HAZARDS: Final = forms_of_nouns(text_of("extract.nonacts.hazards"))
_FORECASTERS: Final = forms_of_nouns(text_of("extract.nonacts.forecasters"))
_HARMFUL: Final = forms_of_nouns(text_of("extract.nonacts.harmful"))
_HARMING: Final = forms_of_verbs(text_of("extract.nonacts.harming"))
_ECONOMIC: Final = forms_of_nouns(text_of("extract.nonacts.economic"))
_STRIKERS: Final = forms_of_nouns(text_of("extract.nonacts.strikers"))
_LANDING: Final = forms_of_verbs(text_of("extract.nonacts.landing"))
_PLANES: Final = forms_of_nouns(text_of("extract.nonacts.planes"))
_BROUGHT: Final = forms_of_nouns(text_of("extract.nonacts.brought"))
_MARTIAL: Final = frozenset({"fighter", "combat", "attack", "gunship", "warplane", "bomber"})
#: Types that a coder sees in a landing.
_OF_LANDINGS: Final = frozenset({"AID", "ASSAULT", "MOBILIZE", "RETREAT", "CONSULT"})
_TELLING: Final = forms_of_verbs(text_of("extract.nonacts.telling"))
_WITHHOLDING: Final = forms_of_verbs("decline refuse")
_WORD: Final = frozenset({"indication", "word", "comment", "details", "clue", "hint"})
_UNKNOWN: Final = frozenset({"unclear", "uncertain", "unknown"})
_KNOWN: Final = frozenset({"clear", "certain", "known"})




def is_nothing_political(act: Act) -> bool:
    """Whether an act's word tells of a step or a warning of nature, or nobody says whether it is done."""
    verb = act.sentence.tokens[act.head]
    if _is_left_open(act.sentence, act.head):
        return True
    if verb.pos != "VERB":
        return False
    if act.type in _OF_LANDINGS and _only_lands(act.sentence, verb):
        return True
    if act.type == "THREATEN":
        if verb.lower in _BOASTING:
            return not any(act.sentence.tokens[i].tag == "MD" for i in act.sentence.subtree(verb.i))
        return verb.lower in _WARNING and (
            _warns_of_nature(act.sentence, verb) or _warns_of_deed(act.sentence, verb) or _warns_of_harm(act.sentence, verb)
        )
    return act.type in _OF_STEPS and _steps_out(act.sentence, verb)


def _is_left_open(sentence: ParsedSentence, head: int) -> bool:
    """Whether a speaker would not tell about an act: "did not say **whether** it had freed them", "it was unclear whether they **would** leave"."""
    verb = chain_of(sentence, head)[-1]
    mark = next((t for t in sentence.kids(verb.i, "mark") if t.lower in {"whether", "if"} and t.i < verb.i), None)
    if mark is None or not (verb.dep in {"ccomp", "pcomp", "acl"} or (verb.dep == "advcl" and sentence.tokens[mark.i - 1].lower in _UNKNOWN | _KNOWN)):
        return False
    above = sentence.tokens[verb.head]
    above = sentence.tokens[above.head] if verb.dep == "pcomp" else above
    if above.i > verb.i:
        return False
    if above.lower in _WORD:
        return any(t.lower == "no" for t in sentence.kids(above.i, "det")) or plain_negation(sentence, above.head) is not None
    if above.lower in _TELLING:
        return _is_withheld(sentence, above)
    ahead = any(t.tag == "MD" for t in sentence.kids(verb.i, "aux"))
    judged = [above, *sentence.kids(above.i, "acomp")]
    denied = plain_negation(sentence, above.i)
    return ahead and any(t.lower in _UNKNOWN or (t.lower in _KNOWN and denied is not None) for t in judged)


def _is_withheld(sentence: ParsedSentence, telling: Token) -> bool:
    """Whether somebody does not tell: "would **not** say", "**declined** to say", "**without** saying"."""
    over = sentence.tokens[telling.head]
    withheld = (telling.dep == "xcomp" and over.lower in _WITHHOLDING) or (telling.dep == "pcomp" and over.lower == "without")
    return withheld or plain_negation(sentence, telling.i) is not None or denying_phrase(sentence, telling) is not None


def _steps_out(sentence: ParsedSentence, verb: Token) -> bool:
    """"stepped off a **helicopter**", "came out of the **offices**"."""
    if verb.lower not in _STEPPING or not any(t.lower in _OUT for t in sentence.kids(verb.i, "prt", "prep", "advmod")):
        return False
    places = _VEHICLES | (_LEFT_BY_COMING if verb.lower in _COMING else _BUILDINGS)
    below = [*sentence.kids(verb.i, "dobj"), *_objects(sentence, verb)]
    return any(t.lower in places for t in below)


def _objects(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What stands behind a verb's prepositions, two deep ("out **of** the terminal")."""
    found: list[Token] = []
    stack = list(sentence.kids(verb.i, "prep", "prt", "advmod"))
    while stack:
        link = stack.pop()
        found += sentence.kids(link.i, "pobj")
        stack += sentence.kids(link.i, "prep")
    return found


def _warns_of_nature(sentence: ParsedSentence, verb: Token) -> bool:
    """"warned that the **cyclone** could turn", "warned of **flooding**", "**forecasters** warned"."""
    subjects = sentence.kids(verb.i, "nsubj")
    content = [t for clause in sentence.kids(verb.i, "ccomp") for t in sentence.kids(clause.i, "nsubj", "nsubjpass")]
    content += [t for link in sentence.kids(verb.i, "prep") if link.lower in {"of", "about", "against"} for t in sentence.kids(link.i, "pobj")]
    return any(t.lower in _FORECASTERS for t in subjects) or any(t.lower in _HAZARDS for t in content)


def _warns_of_harm(sentence: ParsedSentence, verb: Token) -> bool:
    """"the bank warned that a long **strike** would hurt **growth**", "warned that fighting could **spread**": a forecast (guidelines, 1: no event)."""
    clauses = sentence.kids(verb.i, "ccomp")
    if len(clauses) != 1:
        return False
    clause = clauses[0]
    if clause.lower not in _HARMING or not sentence.kids(clause.i, "aux") or sentence.kids(clause.i, "agent", "nsubjpass"):
        return False
    doers, causes = sentence.kids(verb.i, "nsubj"), sentence.kids(clause.i, "nsubj")
    if any(t.lower in _STRIKERS for t in doers) or any(t.lower in {"if", "unless"} for one in sentence.kids(clause.i, "advcl") for t in sentence.kids(one.i, "mark")):
        return False
    if not causes or not all(t.lower in _HARMFUL and not _is_own(sentence, t) for t in causes):
        return False
    harmed = sentence.kids(clause.i, "dobj")
    return all(t.lower in _ECONOMIC for t in harmed)


def _is_own(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether what harms is the speaker's own doing: "warned that **its** embargo would hurt exports"."""
    return any(t.tag == "PRP$" for t in sentence.kids(noun.i, "poss"))


def _only_lands(sentence: ParsedSentence, verb: Token) -> bool:
    """"two transport **planes landed** at the air base" tells nothing of what they bring; planes with troops or aid do."""
    doers = sentence.kids(verb.i, "nsubj") if verb.lower in _LANDING else []
    if not doers or not all(t.lower in _PLANES for t in doers) or sentence.kids(verb.i, "dobj"):
        return False
    around = {t.lower for t in sentence.tokens}
    return around.isdisjoint(_BROUGHT) and not any(t.lower in _MARTIAL for one in doers for t in sentence.kids(one.i, "compound", "amod"))


def _warns_of_deed(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether what somebody warns of is what another did: "officials **deported** 20 children, the centre warned"."""
    if any(sentence.tokens[i].tag == "MD" or sentence.tokens[i].text == ";" for i in sentence.subtree(verb.i)):
        return False
    told = (clause for clause in sentence.kids(verb.i, "ccomp") if clause.tag == "VBD" and not _is_to_come(sentence, clause))
    return any(t.pos in {"NOUN", "PROPN"} for clause in told for t in sentence.kids(clause.i, "nsubj"))


def _is_to_come(sentence: ParsedSentence, clause: Token) -> bool:
    """Whether a clause tells what somebody is ready or about to do: "Brussels **was ready to** retaliate"."""
    below = [*sentence.kids(clause.i, "acomp", "xcomp", "attr"), clause]
    return any(t.lower == "to" for one in below for inf in (one, *sentence.kids(one.i, "xcomp")) if inf.tag == "VB" for t in sentence.kids(inf.i, "aux"))
