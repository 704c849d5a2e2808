"""Decisions of boards and ministries by which a state gets money or arms: "the IMF **completed** the third review ..., allowing a disbursement of $334 million",
"**approving** a possible Foreign Military Sale to the Government of Chile". Who reviews a loan so investigates nobody and meets nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.clauses.nations import nations_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import words_of

_COMPLETING: Final = forms_of_verbs("complete conclude finish")
_APPROVING: Final = forms_of_verbs("approve clear authorise authorize")
#: Verbs of such decisions.
CLEARING: Final = _COMPLETING | _APPROVING
_REVIEWS: Final = forms_of_nouns("review")
_LENDERS: Final = words_of("extract.clearances.lenders")
_MONEY: Final = words_of("extract.clearances.money")
_SALES: Final = forms_of_nouns("sale")
_ARMS: Final = words_of("extract.clearances.arms")


def clearance(sentence: ParsedSentence, verb: Token) -> str | None:
    """The type of a decision by which a state gets money or arms, ``None`` of any other."""
    if verb.pos != "VERB":
        return None
    if verb.lower in _COMPLETING and any(t.lower in _REVIEWS for t in sentence.kids(verb.i, "dobj", "nsubjpass")):
        words = {t.lower for t in sentence.tokens}
        return None if words.isdisjoint(_LENDERS) else "AGREE" if words.isdisjoint(_MONEY) else "AID"
    sales = _sales(sentence, verb)
    armed = any(sentence.tokens[i].lower in _ARMS for t in sales for i in sentence.subtree(t.i))
    buyers = governed(sentence, [verb.i, *(t.i for t in sales)], "to")
    return "SUPPORT" if armed and any(nations_of(sentence, t.i) for t in buyers) else None


def _sales(sentence: ParsedSentence, verb: Token) -> list[Token]:
    return [t for t in sentence.kids(verb.i, "dobj", "nsubjpass") if t.lower in _SALES] if verb.lower in _APPROVING else []


def to_buyer(act: Act) -> Act:
    """A sale that is cleared as done to the buyer, and not to the sale."""
    sales = {t.i for t in _sales(act.sentence, act.sentence.tokens[act.head])}
    rest = tuple(i for i in act.recipients if i not in sales)
    return replace(act, recipients=rest) if rest and len(rest) < len(act.recipients) else act


def is_cleared(act: Act, acts: Sequence[Act]) -> bool:
    """Whether an act's word is the review that a lender completes, which the verb tells."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    return noun.lower in _REVIEWS and any(one.head == noun.head and clearance(sentence, sentence.tokens[noun.head]) for one in acts)
