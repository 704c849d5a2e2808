"""Whom a warning threatens: not the speaker's own people who would act, but who would feel it: "Oslo warned that its crews might shun **Maltese ports**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive
from dateline.extract.clauses.nations import OWN, nations_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS

_FELT: Final = frozenset({"dobj", "pobj", "conj", "dative"})


def threatened(act: Act) -> Parties | None:
    """Without the speaker's own people in what a warning says would happen; whoever else is named there is threatened."""
    sentence = act.sentence
    clause = next((t for t in sentence.kids(act.head, "ccomp") if t.i > act.head and any(m.tag == "MD" for m in sentence.kids(t.i, "aux"))), None)
    if act.type != "THREATEN" or clause is None:
        return None
    speakers = expand(sentence, [t.i for t in sentence.kids(act.head, "nsubj")])
    nations = frozenset().union(*(nations_of(sentence, i) for i in speakers))
    addressed = bool(sentence.kids(act.head, "dobj", "dative"))
    own = [i for i in expand(sentence, [t.i for t in sentence.kids(clause.i, *SUBJECTS)]) if _is_own(sentence, i, nations, addressed=addressed)]
    if not own:
        return None
    out = phrase_of(sentence, own)
    rest = tuple(i for i in act.recipients if i not in out)
    felt = () if rest or is_passive(sentence, clause) else _felt(sentence, clause, nations)
    return Parties(act.actors, (*rest, *felt), no_recipients=out)


def _is_own(sentence: ParsedSentence, index: int, nations: frozenset[str], *, addressed: bool) -> bool:
    """Whether a noun names people of a speaker's own country; a pronoun may mean whoever is addressed ("told Riga that **its** ships ...")."""
    return bool(nations & nations_of(sentence, index)) or (not addressed and any(t.lower in OWN for t in sentence.kids(index, "poss")))


def _felt(sentence: ParsedSentence, clause: Token, nations: frozenset[str]) -> tuple[int, ...]:
    """The things and people of other countries of which a clause tells behind its verb."""
    behind = [sentence.tokens[i] for i in sentence.subtree(clause.i) if i > clause.i]
    nouns = [t.i for t in behind if t.dep in _FELT and t.tag.startswith("NN")]
    return tuple(i for i in nouns if (codes := nations_of(sentence, i)) and nations.isdisjoint(codes))
