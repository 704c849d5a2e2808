"""Names in a row: who is named as one of many ("firms, among them **Maersk**"), and of passives in a row each has its own subject ("the ban was lifted,
**the pilot** was freed")."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token

_AMONG: Final = frozenset({"among", "amongst"})


def named_among(act: Act) -> Parties | None:
    """With who is named as one of many without a country: "firms, among them **the Danish shipper Maersk**, were told to leave"."""
    sentence = act.sentence
    actors, recipients = (tuple(i for at in side for i in (at, *_among(sentence, at, side))) for side in (act.actors, act.recipients))
    if (set(actors), set(recipients)) == (set(act.actors), set(act.recipients)):
        return None
    return Parties(actors, recipients)


def _among(sentence: ParsedSentence, index: int, side: Collection[int]) -> tuple[int, ...]:
    """Who of a country is named as one of those for whom a plural without one stands, where the side has none of his words."""
    if sentence.tokens[index].tag != "NNS" or nations_of(sentence, index):
        return ()
    named = [t for t in sentence.kids(index, "appos") if any(p.lower in _AMONG and _of_them(sentence, p) for p in sentence.kids(t.i, "prep"))]
    named += [o for p in sentence.kids(index, "prep") if p.lower == "including" for o in sentence.kids(p.i, "pobj")]
    return expand(sentence, [t.i for t in named if nations_of(sentence, t.i) and not set(side).intersection(sentence.subtree(t.i))])


def _of_them(sentence: ParsedSentence, link: Token) -> bool:
    return any(t.lower in {"them", "these"} for t in sentence.kids(link.i, "pobj"))


def next_passive(act: Act) -> Parties | None:
    """The subject of the passive behind a passive with its own is nothing of it."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.tag != "VBN" or not sentence.kids(act.head, "nsubjpass"):
        return None
    beside = [*sentence.kids(act.head, "conj"), *([sentence.tokens[verb.head]] if verb.dep == "ccomp" else [])]
    later = [s.i for other in beside for s in sentence.kids(other.i, "nsubjpass") if s.i > act.head]
    out = phrase_of(sentence, expand(sentence, later))
    return Parties(act.actors, act.recipients, no_recipients=out) if out else None


def beside_conjunct(act: Act) -> Parties | None:
    """Who is named in one of two nouns joined by "and" does nothing of what the other tells: "between the revolt against **Bashir** and the collapse of the talks"."""
    sentence, word = act.sentence, act.sentence.tokens[act.head]
    if word.pos != "NOUN":
        return None
    joined = next((t for t in (word, *sentence.ancestors(act.head)) if t.pos != "ADP" and (t.pos != "NOUN" or t.dep == "conj")), None)
    if joined is None or joined.pos != "NOUN" or sentence.tokens[joined.head].pos != "NOUN" or not _is_article_before(sentence, joined):
        return None
    first = sentence.tokens[joined.head]
    links = [p for p in sentence.kids(first.i, "prep") if p.i < joined.i]
    out = phrase_of(sentence, expand(sentence, [t.i for p in links for t in sentence.kids(p.i, "pobj")]))
    return Parties(act.actors, act.recipients, out) if out else None


def _is_article_before(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun has an article of its own, so that nothing of the noun before it belongs to it."""
    return any(t.dep == "det" for t in sentence.kids(noun.i))
