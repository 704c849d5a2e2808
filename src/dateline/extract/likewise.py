"""States that are said to have done as another of the sentence did: "two days after **Mali did the same**", "Lima **followed suit**", "Oslo **followed with two**",
"Lima **did too**", "broke off relations, **followed** a day later by Gabon".

The act is that of the clause before. Who did so to the state that acts there is answered in kind: its recipient is that state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.act import Act, once_more, trigger_words
from dateline.extract.arguments import expand, governed, objects_of
from dateline.extract.clauses.nations import nation_of, nations_among, nations_of
from dateline.extract.gapping import without_words
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS, TENSED
from dateline.ontology.inflect import verb_forms

_DOING: Final = verb_forms("do")
#: Verbs by which one act is said to repeat another.
REPEATING: Final = _DOING | verb_forms("follow")
#: What a participle is to the clause that it goes on with, and words from it within which "by" stands.
_PARTICIPLES: Final = frozenset({"acl", "advcl", "conj", "dep"})
_REACH: Final = 7


def with_repeated(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence and those that they are said to have been repeated by; who only followed does nothing of the act that he repeats."""
    made = _repeats(acts)
    after = {i for act in made if act.sentence.tokens[act.head].lower == "followed" for one in act.actors for i in (one, *act.sentence.subtree(one))}
    known = [act if act.head in after else without_words(act, after) for act in acts] if after else list(acts)
    return [*known, *made]


def _repeats(acts: Sequence[Act]) -> list[Act]:
    if not acts:
        return []
    sentence = acts[0].sentence
    taken = trigger_words(acts)
    found = ((verb, same_word(sentence, verb)) for verb in sentence.tokens if verb.i not in taken and verb.lower in REPEATING)
    made = [_repeated(acts, verb, same) for verb, same in found if same is not None and same.i not in taken and is_told(sentence, verb)]
    made += [_followed(acts, verb) for verb in sentence.tokens[2:] if verb.lower == "followed" and verb.i not in taken]
    return [act for act in made if act is not None]


def _followed(acts: Sequence[Act], verb: Token) -> Act | None:
    """The act of those by whom somebody is said to be followed in it: "flew to Maputo, **followed** a day later by his colleagues from Zambia"."""
    sentence = acts[0].sentence
    after, before = sentence.tokens[verb.i + 1 : verb.i + _REACH], sentence.tokens[verb.i - 2]
    link = next((t for t in after if t.lower == "by"), None)
    if link is None or sentence.tokens[verb.i - 1].text != "," or verb.dep not in _PARTICIPLES or sentence.kids(verb.i, "aux", "auxpass", *SUBJECTS):
        return None
    doers = expand(sentence, [t.i for t in sentence.kids(link.i, "pobj")])
    told = next((act for act in sorted(acts, key=lambda act: -act.head) if act.head < verb.i and act.actors and not sentence.kids(act.head, "neg")), None)
    if told is None or not _are_of_nations(sentence, doers) or (link.i == verb.i + 1 and nation_of(sentence, before)):
        return None
    names = set(doers)
    return once_more(told, (verb.i, verb.i), verb.i, doers, tuple(i for i in told.recipients if i not in names and i < verb.i))


def _are_of_nations(sentence: ParsedSentence, doers: Sequence[int]) -> bool:
    """Whether all are states or of states ("his colleagues **from** Zambia")."""
    return bool(doers) and all(nations_of(sentence, i) or nations_among(sentence, objects_of(sentence, [i], "from")) for i in doers)


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
