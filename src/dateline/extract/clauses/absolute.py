"""Who acts in a clause of its own behind "with": "ten states backed the motion, **with only Togo voting** against it" tells a vote of Togo alone."""

from __future__ import annotations

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS


def absolute(act: Act) -> Parties | None:
    """The subject of the clause alone, where the coder has taken others for its doers too."""
    sentence = act.sentence
    own = absolute_subjects(sentence, sentence.tokens[act.head])
    others = tuple(i for i in act.actors if i not in own)
    if not others or not set(own).intersection(act.actors):
        return None
    return Parties(tuple(i for i in act.actors if i in own), act.recipients, phrase_of(sentence, others))


def absolute_subjects(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """The subjects of a participle behind "with" and a comma, none for other words."""
    link = sentence.tokens[verb.head]
    if verb.tag != "VBG" or verb.dep != "pcomp" or link.lower != "with" or link.i == 0 or sentence.tokens[link.i - 1].text != ",":
        return ()
    return expand(sentence, [t.i for t in sentence.kids(verb.i, *SUBJECTS)])
