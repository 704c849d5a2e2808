"""States that are said to have done as another of the sentence did: "two days after **Mali did the same**", "Lima **followed suit**", "Oslo **followed with two**",
"Lima **did too**".

The act is that of the clause before. Who did so to the state that acts there is answered in kind: its recipient is that state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act, once_more, trigger_words
from dateline.extract.arguments import agents_of, expand, governed
from dateline.extract.clauses.nations import nations_among
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import TENSED
from dateline.ontology.inflect import verb_forms

_DOING: Final = verb_forms("do")
#: Verbs by which one act is said to repeat another.
REPEATING: Final = _DOING | verb_forms("follow")


def repeated(acts: Sequence[Act]) -> list[Act]:
    """The acts that the acts of a sentence are said to have been repeated by."""
    if not acts:
        return []
    sentence = acts[0].sentence
    taken = trigger_words(acts)
    found = ((verb, same_word(sentence, verb)) for verb in sentence.tokens if verb.i not in taken and verb.lower in REPEATING)
    made = (_repeated(acts, verb, same) for verb, same in found if same is not None and same.i not in taken and is_told(sentence, verb))
    after = (_followed_by(acts, verb) for verb in sentence.tokens if verb.lower == "followed" and verb.i not in taken)
    return [act for act in (*made, *after) if act is not None]


def _followed_by(acts: Sequence[Act], verb: Token) -> Act | None:
    """The act of a verb that others did after: "flew to Oslo, **followed** a day later by the king of Jordan"."""
    sentence = acts[0].sentence
    agents = tuple(expand(sentence, [t.i for t in agents_of(sentence, verb.i)]))
    own = nations_among(sentence, (*agents, *(t.i for t in governed(sentence, agents, "from"))))
    told = next((act for act in acts if act.head == verb.head and act.head < verb.i), None)
    if verb.tag != "VBN" or sentence.kids(verb.i, "aux", "auxpass", "neg") or not own or told is None or not told.actors:
        return None
    return once_more(told, (verb.i, verb.i), verb.i, agents, told.recipients)


def same_word(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The word by which a verb says that it repeats another: the same, likewise, suit, or a number of what was told before."""
    if verb.lower in _DOING:
        same = [t for t in sentence.kids(verb.i, "dobj") if t.lower == "same" and sentence.kids(t.i, "det") and not sentence.kids(t.i, "prep")]
        return next(iter(same + [t for t in sentence.kids(verb.i, "advmod") if t.lower == "likewise"]), _too(sentence, verb))
    counted = [t for t in governed(sentence, [verb.i], "with") if t.tag == "CD"]
    return next(iter([t for t in sentence.kids(verb.i, "dobj") if t.lower == "suit"] + counted), None)


def _too(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The last word of "**did too**" and "**did as well**", which say no more."""
    after = sentence.tokens[verb.i + 1 : verb.i + 3]
    words = [t.lower for t in after]
    if sentence.kids(verb.i, "dobj", "ccomp", "xcomp") or not after:
        return None
    return after[0] if words[0] == "too" else after[1] if words == ["as", "well"] else None


def is_told(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells what was done, and not what would be, was not or should be done."""
    helping = sentence.kids(verb.i, "aux", "neg")
    if verb.tag == "VBN":
        return bool(helping) and all(t.lower in {"had", "has", "have"} for t in helping)
    return verb.tag in TENSED and not helping and not _is_bidden(sentence, verb)


def _is_bidden(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause tells what somebody is asked to do: "demanded that **Chad do** the same"; one state **does** or **did** so."""
    if verb.text != "do" or verb.dep != "ccomp":
        return False
    return any(t.lower == "that" for t in sentence.kids(verb.i, "mark")) and any(t.tag in {"NN", "NNP"} for t in sentence.kids(verb.i, "nsubj"))


def _repeated(acts: Sequence[Act], verb: Token, same: Token) -> Act | None:
    sentence = acts[0].sentence
    subjects = [t.i for t in sentence.kids(verb.i, "nsubj")]
    own = nations_among(sentence, subjects)
    before = [act for act in acts if act.head < verb.i and act.actors and not sentence.kids(act.head, "neg")]
    if not own or not before or len(subjects) != 1:
        return None
    told = next((act for act in before if act.head == verb.head), before[-1])
    if own & nations_among(sentence, told.actors):
        return None
    actors = tuple(expand(sentence, subjects))
    recipients = told.actors if own & nations_among(sentence, told.recipients) else told.recipients
    return once_more(told, (verb.i, same.i), verb.i, actors, recipients)
