"""Whose clause an act stands in: who does it, and to whom, where the form of the clause leaves no choice.

"Belgium saw **Rwanda** expel its diplomats", "the mission, whose soldiers **the rebels** have barred", "Berlin froze aid; **London** halted payments".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import Arguments, expand, is_passive, noun_arguments, verb_arguments
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.sufferers import sufferers
from dateline.ontology.inflect import noun_forms, verb_forms
from dateline.types import Lean, SentenceKind


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


#: Who only sees or hears what others do ("**saw** Rwanda expel its diplomats").
_PERCEIVING: Final = _forms("see watch hear witness observe")
_HAVING: Final = _forms("have")
_ITS_OWN: Final = frozenset({"its", "their", "his", "her", "our", "my"})
#: Owners that are states or bodies: what they "had seized" was taken from them; "**his** rivals arrested" is his own doing.
_BODYS_OWN: Final = frozenset({"its", "their", "our"})
#: What is done to one's own by oneself ("had its envoy **withdrawn**").
_TAKEN_BACK: Final = frozenset("withdrawn recalled removed evacuated repatriated replaced".split())
#: Whom such acts are done to is named by what they are done to.
_HARMING: Final = frozenset({"SANCTION", "COERCE", "ASSAULT"})
#: Types of acts of which the subject of a passive is the object, never the doer; forces "are deployed" and guests "were received" by themselves.
_DONE_TO: Final = frozenset({"AID", "ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
#: Participles of who takes part by himself ("were **engaged** in", "is **locked** in").
_TAKING_PART: Final = frozenset("engaged involved locked embroiled united mobilised mobilized deployed stationed".split())
#: Types of acts of two: a collective subject ("the two capitals signed") may have its members named in another clause.
_JOINT: Final = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
_SUBJECTS: Final = ("nsubj", "nsubjpass")
#: Conjunctions that set another act beside the main one.
_BESIDE: Final = frozenset({"as", "while"})
#: What asks somebody for something.
_CALLS: Final = frozenset(form for noun in "call appeal demand request plea entreaty ultimatum pressure".split() for form in noun_forms(noun))
_OFFERS: Final = frozenset(form for noun in "offer proposal invitation".split() for form in noun_forms(noun))
_ANSWERING: Final = _forms("accept reject decline refuse spurn ignore rebuff dismiss resist heed")
_TAKING: Final = _forms("take turn")
_MONTHS: Final = frozenset("january february march april may june july august september october november december".split())


@dataclass(frozen=True, slots=True)
class Parties:
    """Word indices of who does an act and to whom; ``no_actors`` and ``no_recipients`` are words that can be neither."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    no_actors: frozenset[int] = frozenset()
    no_recipients: frozenset[int] = frozenset()


def told_by_clause(act: Act) -> Act:
    """The act with the parties that its clause leaves it."""
    for rule in _RULES:
        found = rule(act)
        if found is not None:
            act = _with(act, found)
    return act


def _with(act: Act, found: Parties) -> Act:
    actors = tuple(i for i in found.actors if i not in found.no_actors)
    recipients = tuple(i for i in found.recipients if i not in found.no_recipients and i not in actors)
    leans = _without(act, found.no_actors - set(actors), found.no_recipients - set(recipients))
    return replace(act, actors=tuple(dict.fromkeys(actors)), recipients=tuple(dict.fromkeys(recipients)), leans=leans)


def _without(act: Act, no_actors: Collection[int], no_recipients: Collection[int]) -> tuple[Lean, ...]:
    """What the coder says of words, less what it says of those that are no party."""
    tokens = act.sentence.tokens
    doers, done_to = ({tokens[i].start for i in barred} for barred in (no_actors, no_recipients))
    leans = [replace(one, actor=0.0, acting=0.0) if one.span.start in doers else one for one in act.leans]
    return tuple(replace(one, recipient=0.0, affected=0.0) if one.span.start in done_to else one for one in leans)


def _phrase(sentence: ParsedSentence, indices: Iterable[int]) -> frozenset[int]:
    """Words with those that stand before them in their phrases."""
    found = set(indices)
    for index in tuple(found):
        found |= {t.i for t in sentence.kids(index, "compound", "amod", "poss", "nmod")}
    return frozenset(found)


def _arguments(sentence: ParsedSentence, head: int) -> Arguments:
    nominal = sentence.tokens[head].pos in {"NOUN", "PROPN"}
    return noun_arguments(sentence, head) if nominal else verb_arguments(sentence, head)


def _governing(sentence: ParsedSentence, head: int) -> Token:
    """The first of coordinated verbs."""
    token = sentence.tokens[head]
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"VERB", "AUX"} and not sentence.kids(token.i, *_SUBJECTS):
        token = sentence.tokens[token.head]
    return token


def _perceived(act: Act) -> Parties | None:
    """What somebody sees others do: "Belgium **saw** Rwanda expel its diplomats", "Spain **saw** its envoy expelled", "Peru **had** its ships seized"."""
    sentence, clause = act.sentence, _governing(act.sentence, act.head)
    if clause.pos != "VERB":
        return None
    above = sentence.tokens[clause.head]
    if clause.dep == "acl":
        above = sentence.tokens[above.head] if above.dep == "dobj" else above
    perceiving = above.lower in _PERCEIVING
    if above.i == clause.i or not (perceiving or above.lower in _HAVING) or clause.dep not in {"ccomp", "acl", "xcomp"}:
        return None
    if clause.tag not in {"VB", "VBG", "VBN", "VBD"} or sentence.kids(clause.i, "aux", "auxpass", "mark"):
        return None
    perceivers = expand(sentence, verb_arguments(sentence, above.i).subjects)
    things = [t for t in sentence.kids(clause.i, *_SUBJECTS)] or [sentence.tokens[clause.head]]
    if clause.tag in {"VBN", "VBD"}:
        return _undergone(act, perceivers, things, perceiving=perceiving)
    return _watched(act, perceivers, things) if perceiving and clause.dep == "ccomp" else None


def _watched(act: Act, perceivers: tuple[int, ...], things: list[Token]) -> Parties:
    """The parties of what others are seen to do; whoever looks on is its recipient where nobody else is, or where it is done to what he owns."""
    sentence = act.sentence
    doers = expand(sentence, [t.i for t in things])
    out = _phrase(sentence, doers)
    rest = tuple(i for i in act.recipients if i not in perceivers and i not in out)
    owned = any(t.lower in _ITS_OWN for o in sentence.kids(act.head, "dobj") for t in sentence.kids(o.i, "poss"))
    seeing = tuple(i for i in perceivers if _is_party(sentence.tokens[i])) if owned or not rest else ()
    return Parties(doers, (*seeing, *rest), _phrase(sentence, perceivers), out)


def _undergone(act: Act, perceivers: tuple[int, ...], things: list[Token], *, perceiving: bool) -> Parties | None:
    """The parties of what is seen to be done to one's own; "had three editors jailed" is one's own doing."""
    sentence = act.sentence
    by = _arguments(sentence, act.head).by
    owned = any(t.lower in (_ITS_OWN if perceiving else _BODYS_OWN) for thing in _counted(sentence, things) for t in sentence.kids(thing.i, "poss"))
    if act.type not in _HARMING or not (perceiving or owned or not by):
        return None
    undergoing = _phrase(sentence, [t.i for t in things])
    if not perceiving and (not owned or sentence.tokens[act.head].lower in _TAKEN_BACK):
        return Parties((*perceivers, *act.actors), act.recipients, undergoing, _phrase(sentence, perceivers))
    seeing = tuple(i for i in perceivers if owned and _is_party(sentence.tokens[i]))
    return Parties((*by, *act.actors), (*seeing, *act.recipients), _phrase(sentence, perceivers) | undergoing, frozenset())


def _counted(sentence: ParsedSentence, things: list[Token]) -> list[Token]:
    """Things with what they count: "**two** of its **diplomats**"."""
    return [*things, *(o for t in things for p in sentence.kids(t.i, "prep") if p.lower == "of" for o in sentence.kids(p.i, "pobj"))]


def _is_party(token: Token) -> bool:
    """Whether a word that sees may stand for a party, and not for a time ("the summer saw ...")."""
    return (token.tag.startswith("NNP") and token.lower not in _MONTHS) or token.tag == "PRP"


def _whose(act: Act) -> Parties | None:
    """Whose own others do something to: "the mission, **whose soldiers** the rebels have barred"."""
    sentence, clause = act.sentence, _governing(act.sentence, act.head)
    if clause.dep != "relcl" or is_passive(sentence, clause):
        return None
    whose = next((t for t in sentence.tokens[sentence.leftmost[clause.i] : clause.i] if t.lower == "whose"), None)
    if whose is None:
        return None
    owned = sentence.tokens[whose.head]
    doer = _doer_beside(sentence, owned, clause)
    if doer is None:
        return None
    doers = expand(sentence, [doer.i])
    objects = () if any(t.i != owned.i and t.i > clause.i for t in sentence.kids(clause.i, "dobj")) else (owned.i,)
    antecedents = frozenset(expand(sentence, [clause.head]))
    rest = tuple(i for i in act.recipients if i != owned.i)
    return Parties((*doers, *(i for i in act.actors if i not in doers)), (*objects, *rest), _phrase(sentence, antecedents | {owned.i}), _phrase(sentence, doers))


def _doer_beside(sentence: ParsedSentence, owned: Token, clause: Token) -> Token | None:
    """The subject between what "whose" owns and the verb; the parser may take either for the subject, or one for a part of the other."""
    subject = next(iter(sentence.kids(clause.i, "nsubj")), None)
    if subject is None:
        return None
    if subject.i > owned.i:
        return subject if subject.head == clause.i and owned.i in {owned.i, *sentence.subtree(subject.i)} else None
    beside = next((t for t in reversed(sentence.tokens[owned.i + 1 : clause.i]) if t.dep not in {"aux", "advmod", "neg"}), None)
    if subject.i != owned.i or beside is None or beside.head != owned.i or beside.pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    start = sentence.leftmost[beside.i]
    return beside if start == owned.i + 1 else None


def _object_relative(act: Act) -> Parties | None:
    """Whom somebody else does something to: "a court that **they** reject" does not reject."""
    sentence, clause = act.sentence, _governing(act.sentence, act.head)
    subject = next(iter(sentence.kids(clause.i, "nsubj")), None) if clause.dep == "relcl" and clause.pos == "VERB" else None
    if subject is None or subject.tag in {"WDT", "WP"} or is_passive(sentence, clause):
        return None
    if any(sentence.tokens[i].tag in {"WP", "WDT"} for i in sentence.subtree(subject.i)):
        return None
    outside = frozenset(expand(sentence, [clause.head]))
    if not outside & set(act.actors) or not expand(sentence, [subject.i]):
        return None
    doers = expand(sentence, [subject.i])
    return Parties(tuple(dict.fromkeys((*doers, *act.actors))), act.recipients, _phrase(sentence, outside), frozenset())


def _passive(act: Act) -> Parties | None:
    """The subject of a passive has it done to himself: "units, which **had been trained** abroad"."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _DONE_TO or verb.pos != "VERB" or verb.tag not in {"VBN", "VBD"} or verb.lower in _TAKING_PART:
        return None
    if not sentence.kids(verb.i, "auxpass", "nsubjpass"):
        return None
    objects = verb_arguments(sentence, act.head).objects
    turned = tuple(i for i in act.actors if i in objects)
    return Parties(act.actors, (*turned, *act.recipients), _phrase(sentence, objects), frozenset()) if turned else None


def _other_subjects(act: Act) -> Parties | None:
    """The subject of another clause is no actor where the act's own is one: "**Germany** froze aid; Britain halted payments"."""
    sentence = act.sentence
    own = [i for i in _arguments(sentence, act.head).subjects if i in act.actors]
    if not own or any(_is_reference(sentence.tokens[i]) for i in own):
        return None
    if act.type in _JOINT and any(sentence.tokens[i].tag == "NNS" for i in own):
        return None
    others = frozenset(i for i in act.actors if i not in own and _is_subject_elsewhere(sentence, i, act.head))
    return Parties(act.actors, act.recipients, _phrase(sentence, others), frozenset()) if others else None


def _is_reference(token: Token) -> bool:
    """Whether a subject points back to another, which so may act too."""
    return token.pos in {"PRON", "DET", "NUM"} or token.lower in {"each", "both", "all"}


def _is_subject_elsewhere(sentence: ParsedSentence, index: int, head: int) -> bool:
    token = sentence.tokens[index]
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
        token = sentence.tokens[token.head]
    return token.dep in _SUBJECTS and token.head != head


def _beside_main(act: Act) -> Parties | None:
    """In a headline's clause of "as" or "while" only who acts in the main one may be meant without being named again."""
    sentence = act.sentence
    if sentence.sentence.kind is not SentenceKind.HEADLINE:
        return None
    link = next((t.i for t in sentence.tokens if t.lower in _BESIDE and 0 < t.i < act.head), None)
    before = [i for i in act.recipients if link is not None and i < link]
    if link is None or len(before) < 2 or not any(i > link for i in act.actors):
        return None
    others = [i for i in before if any(t.pos in {"ADP", "VERB"} for t in sentence.tokens[min(before) : i])]
    return Parties(act.actors, act.recipients, frozenset(), _phrase(sentence, others)) if others else None


def _suffered(act: Act) -> Parties | None:
    """Who loses men or comes under fire has it done to himself."""
    found = sufferers(act.sentence, act.head, act.type)
    if not found:
        return None
    verbs = {act.head, *(act.sentence.tokens[i].head for i in found)}
    lost = {t.i for verb in verbs for t in act.sentence.kids(verb, "dobj")}
    rest = tuple(i for i in act.recipients if i not in found and i not in lost)
    return Parties(act.actors, (*found, *rest), _phrase(act.sentence, found), frozenset())


def _asked_for(act: Act) -> Parties | None:
    """Who stands in what a call is for neither calls nor is refused: "resisted **calls** to halt trade with **Israel**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if noun.pos == "VERB":
        noun = next((t for t in sentence.kids(act.head, "dobj") if t.lower in _CALLS), noun)
    if noun.lower not in _CALLS or noun.pos != "NOUN":
        return None
    asked = next((t for t in sentence.tokens[noun.i :] if t.tag == "VB" and t.head in {noun.i, noun.head} and t.i > noun.i and _has_to(sentence, t)), None)
    if asked is None:
        return None
    content = frozenset(sentence.subtree(asked.i))
    if act.head == noun.i:
        return Parties(act.actors, act.recipients, content, frozenset())
    return Parties(act.actors, act.recipients, frozenset(), content) if act.type == "REJECT" else None


def _has_to(sentence: ParsedSentence, verb: Token) -> bool:
    return any(t.lower == "to" for t in sentence.kids(verb.i, "aux"))


def _answered(act: Act) -> Parties | None:
    """Who accepts or refuses an offer has not made it: "neither Oslo nor Riga took up the **offer**"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    verb = sentence.tokens[noun.head]
    if noun.lower not in _CALLS | _OFFERS or noun.dep != "dobj" or sentence.kids(noun.i, "poss"):
        return None
    taken_up = verb.lower in _TAKING and any(t.lower in {"up", "down"} for t in sentence.kids(verb.i, "prt"))
    if verb.lower not in _ANSWERING and not taken_up:
        return None
    who = verb_arguments(sentence, verb.i).subjects
    turned = tuple(i for i in act.actors if i in who)
    return Parties(act.actors, (*turned, *act.recipients), _phrase(sentence, who), frozenset()) if turned else None


_RULES: Final[tuple[Callable[[Act], Parties | None], ...]] = (
    _perceived, _whose, _object_relative, _passive, _suffered, _other_subjects, _beside_main, _asked_for, _answered,
)  # fmt: skip
