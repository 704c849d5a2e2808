"""Words that a coder takes for acts and that tell of nothing political: steps out of a car, journeys back, warnings of storms or of what others did."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import first_of_row
from dateline.extract.parse import ParsedSentence, Token
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
_GOING: Final = forms_of_verbs("go come head travel move flow stream")
_RETURNING: Final = forms_of_verbs("return")
_RELEASING: Final = forms_of_verbs("release drop loose discharge")
_LOOSED: Final = forms_of_nouns(text_of("extract.nonacts.loosed"))
_TURNING: Final = forms_of_verbs("turn")
_NOBODY: Final = frozenset("others other one another itself themselves".split())
_DEMANDS: Final = forms_of_nouns(text_of("extract.nonacts.demands"))
_LISTING: Final = frozenset("among including include included includes namely first second third last was were".split())
_LINK_REACH: Final = 3
#: Verbs whose past has the form of the infinitive.
_UNCHANGED: Final = frozenset("shut cut quit let set put cast split bid".split())
_TELLING: Final = forms_of_verbs("say tell disclose reveal specify know") | {"clear", "unclear"}
_DECLINING: Final = forms_of_verbs("decline refuse")
_CALLING: Final = forms_of_verbs("denounce condemn decry deplore call brand label")
_WARNING: Final = forms_of_verbs("warn")
_HAZARDS: Final = forms_of_nouns(text_of("extract.nonacts.hazards"))
_FORECASTERS: Final = forms_of_nouns(text_of("extract.nonacts.forecasters"))


def is_nothing_political(act: Act) -> bool:
    """Whether an act's word tells of a step, a journey or a warning of nature."""
    verb = act.sentence.tokens[act.head]
    if verb.pos == "NOUN":
        return not (act.actors or act.recipients) and is_invective(act.sentence, verb)
    if verb.pos != "VERB":
        return False
    if is_demanded(act.sentence, verb) or is_left_open(act.sentence, verb):
        return True
    if act.type == "REQUEST":
        return _turns_to_others(act.sentence, verb)
    if act.type == "RETREAT" and _lets_things_go(act.sentence, verb):
        return True
    if act.type == "THREATEN":
        return verb.lower in _WARNING and (_warns_of_nature(act.sentence, verb) or _warns_of_deed(act.sentence, verb))
    return act.type in _OF_STEPS and (_steps_out(act.sentence, verb) or (act.type == "SANCTION" and _goes_back(act.sentence, verb)))


def _steps_out(sentence: ParsedSentence, verb: Token) -> bool:
    """"stepped off a **helicopter**", "came out of the **offices**"."""
    if verb.lower not in _STEPPING or not any(t.lower in _OUT for t in sentence.kids(verb.i, "prt", "prep", "advmod")):
        return False
    places = _VEHICLES | (_LEFT_BY_COMING if verb.lower in _COMING else _BUILDINGS)
    below = [*sentence.kids(verb.i, "dobj"), *_objects(sentence, verb)]
    return any(t.lower in places for t in below)


def is_demanded(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells what a demand is for: "presented 13 demands, among them **that Doha shut** Al Jazeera"."""
    first = first_of_row(sentence, verb, lambda one, above: one.i > above.i and above.pos == "VERB")
    that = next((t for t in sentence.kids(first.i, "mark") if t.lower == "that"), None)
    if that is None or sentence.kids(first.i, "aux", "neg") or not (first.tag in {"VB", "VBP"} or first.lower in _UNCHANGED):
        return False
    before = {t.lower for t in sentence.tokens[max(0, that.i - _LINK_REACH) : that.i]}
    return not before.isdisjoint(_LISTING) and any(t.lower in _DEMANDS for t in sentence.tokens[: that.i])


def is_left_open(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells what nobody would say: "did not say **whether he would pull back** his troops"."""
    said = sentence.tokens[verb.head]
    if verb.dep != "ccomp" or said.lower not in _TELLING or not any(t.lower in {"whether", "if"} for t in sentence.kids(verb.i, "mark")):
        return False
    return said.lower == "unclear" or any(t.dep == "neg" for i in (said.i, said.head) for t in sentence.kids(i)) or sentence.tokens[said.head].lower in _DECLINING


def is_invective(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun is only what somebody calls another's doing: "denounced a **"media coup"**"."""
    inside = [sentence.tokens[i].tag for i in sentence.subtree(noun.i)]
    calls = noun.dep in {"dobj", "oprd"} and sentence.tokens[noun.head].lower in _CALLING
    return calls and "``" in inside and "''" in inside and any(t.lower in {"a", "an"} for t in sentence.kids(noun.i, "det"))


def _lets_things_go(sentence: ParsedSentence, verb: Token) -> bool:
    """"released **chaff** into its engine", "released a **buoy**": nobody and nothing withheld is set free."""
    return verb.lower in _RELEASING and any(t.lower in _LOOSED for t in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _turns_to_others(sentence: ParsedSentence, verb: Token) -> bool:
    """"Australia also turned to **others**": asks nobody for anything that is named."""
    to = [t for t in sentence.kids(verb.i, "prep") if t.lower == "to"] if verb.lower in _TURNING else []
    for_something = any(t.lower == "for" for t in sentence.kids(verb.i, "prep")) or bool(sentence.kids(verb.i, "xcomp", "advcl"))
    return not for_something and any(t.lower in _NOBODY for link in to for t in sentence.kids(link.i, "pobj"))


def _objects(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What stands behind a verb's prepositions, two deep ("out **of** the terminal")."""
    found: list[Token] = []
    stack = sentence.kids(verb.i, "prep", "prt", "advmod")
    while stack:
        link = stack.pop()
        found += sentence.kids(link.i, "pobj")
        stack += sentence.kids(link.i, "prep")
    return found


def _goes_back(sentence: ParsedSentence, verb: Token) -> bool:
    """"have been going **back** to the town"; who "was sent back" was sent."""
    if sentence.kids(verb.i, "auxpass", "nsubjpass", "dobj"):
        return False
    return verb.lower in _RETURNING or (verb.lower in _GOING and any(t.lower == "back" for t in sentence.kids(verb.i, "advmod", "prt")))


def _warns_of_nature(sentence: ParsedSentence, verb: Token) -> bool:
    """"warned that the **cyclone** could turn", "warned of **flooding**", "**forecasters** warned"."""
    subjects = sentence.kids(verb.i, "nsubj")
    content = [t for clause in sentence.kids(verb.i, "ccomp") for t in sentence.kids(clause.i, "nsubj", "nsubjpass")]
    content += [t for link in sentence.kids(verb.i, "prep") if link.lower in {"of", "about", "against"} for t in sentence.kids(link.i, "pobj")]
    return any(t.lower in _FORECASTERS for t in subjects) or any(t.lower in _HAZARDS for t in content)


def _warns_of_deed(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether what somebody warns of is what another did: "officials **deported** 20 children, the centre warned"."""
    if any(sentence.tokens[i].tag == "MD" or sentence.tokens[i].text == ";" for i in sentence.subtree(verb.i)):
        return False
    told = (clause for clause in sentence.kids(verb.i, "ccomp") if clause.tag == "VBD")
    return any(t.pos in {"NOUN", "PROPN"} for clause in told for t in sentence.kids(clause.i, "nsubj"))
