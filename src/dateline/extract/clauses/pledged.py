"""Whom a state stands by that says that its treaty holds: "reaffirmed that its **pact with Guyana** covers the oil fields" backs Guyana and nobody else."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, governed
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clauses.parties import Parties, first_verb
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

REAFFIRMING: Final = forms_of_verbs(text_of("extract.lifts.reaffirming"))
_PLEDGES: Final = forms_of_nouns(text_of("extract.clauses.pledged.pledges"))
_COVERING: Final = forms_of_verbs("cover apply extend hold protect include bind")


def pledges(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """The treaties of which a verb says again that they hold."""
    if verb.lower not in REAFFIRMING or verb.pos != "VERB":
        return ()
    clauses = [t for t in sentence.kids(verb.i, "ccomp") if t.lower in _COVERING]
    return tuple(t for clause in clauses for t in sentence.kids(clause.i, "nsubj") if t.lower in _PLEDGES)


def pledged(act: Act) -> Parties | None:
    """With whom the treaty is, else whom it covers, where either is named."""
    sentence = act.sentence
    papers = pledges(sentence, sentence.tokens[act.head]) if act.type == "SUPPORT" else ()
    if not papers:
        return None
    partners = [t.i for t in governed(sentence, [t.i for t in papers], "with", "to")]
    covered = [t.i for paper in papers for t in (*sentence.kids(paper.head, "dobj"), *governed(sentence, [paper.head], "to")) if nations_of(sentence, t.i)]
    backed = expand(sentence, partners or covered)
    if not backed:
        return None
    doers = expand(sentence, [t.i for t in sentence.kids(first_verb(sentence, act.head).i, "nsubj") if t.tag not in {"WDT", "WP"}])
    return Parties(doers or act.actors, backed, no_recipients=frozenset(act.recipients) - set(backed))
