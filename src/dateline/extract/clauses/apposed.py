"""Who is told of beside a name as its friend or foe is the name again and no party besides: "Turkey, **Azerbaijan's closest ally**, voiced support"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence
from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of

_TIES: Final = words_of("extract.clauses.apposed.ties")
#: What a friend does without saying for whom, he does for the one whose friend he is called.
_FRIENDLY: Final = frozenset({"SUPPORT", "AID"})
_FRIENDS: Final = frozenset("ally backer patron sponsor supporter protector guarantor friend".split())


def apposed(act: Act) -> Parties | None:
    """The parties without those that only say what another is to somebody."""
    sentence = act.sentence
    parties = {*act.actors, *act.recipients}
    ties = [t for t in sentence.tokens if t.head in parties and _is_tie(sentence, t.i)]
    if not ties:
        return None
    no_actors, no_recipients = (phrase_of(sentence, [t.i for t in ties if t.head in side]) for side in (act.actors, act.recipients))
    friends = [t for t in ties if t.head in act.actors and singular(t.lower) in _FRIENDS]
    helped = tuple(owner.i for t in friends for owner in sentence.kids(t.i, "poss")) if act.type in _FRIENDLY and not act.recipients else ()
    own = tuple(i for i in act.recipients if i not in {t.i for t in ties})
    return Parties(act.actors, (*own, *helped), no_actors, no_recipients)


def _is_tie(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word stands in apposition to a name and tells what it is to a named other."""
    token = sentence.tokens[index]
    if token.dep != "appos" or singular(token.lower) not in _TIES or sentence.kids(index, "cc"):
        return False
    return sentence.tokens[token.head].tag.startswith("NNP") and any(t.tag.startswith("NNP") for t in sentence.kids(index, "poss", "amod", "compound"))
