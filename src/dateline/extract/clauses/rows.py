"""Names in a row: a clause in the plural behind the last is about all ("**Mali**, the host, and **Togo**, which have both left ..."), and of passives
in a row each has its own subject ("the ban was lifted, **the pilot** was freed")."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, is_passive
from dateline.extract.clauses.nations import nation_of, nations_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token

_PLURAL: Final = frozenset({"have", "are", "were"})
_AMONG: Final = frozenset({"among", "amongst"})
#: Before the "not" that leaves somebody out of a row.
_EXCEPTING: Final = frozenset({",", "but", "though", "although"})
_AUXILIARIES: Final = ("aux", "auxpass")


def whole_row(act: Act) -> Parties | None:
    """The actors with the others of the row that a relative clause in the plural is about."""
    sentence = act.sentence
    for clause in sentence.tokens:
        last = sentence.tokens[clause.head]
        if clause.dep == "relcl" and last.i in act.actors and _is_about_all(sentence, clause, last) and act.head in sentence.subtree(clause.i):
            row = _row(sentence, last)
            return Parties((*row, *act.actors), act.recipients, no_recipients=phrase_of(sentence, row))
    return None


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


def _is_about_all(sentence: ParsedSentence, clause: Token, last: Token) -> bool:
    """Whether a clause's verb is in the plural, and the name before it, the last of a row, in the singular."""
    if last.dep != "conj" or not any(t.tag in {"WDT", "WP"} for t in sentence.kids(clause.i, "nsubj")) or is_passive(sentence, clause):
        return False
    helped = [t.lower for t in sentence.kids(clause.i, *_AUXILIARIES)]
    plural = clause.tag == "VBP" if not helped else helped[0] in _PLURAL
    return plural and (last.tag in {"NN", "NNP"} or nation_of(sentence, last) is not None)


def _row(sentence: ParsedSentence, last: Token) -> tuple[int, ...]:
    """The names of a row by its last; what only tells what one of them is ("Mali, **the host**, and ...") is none."""
    first = last
    while first.dep == "conj" or (first.dep == "appos" and sentence.kids(first.i, "cc")):
        first = sentence.tokens[first.head]
    return tuple(i for i in expand(sentence, [first.i]) if sentence.tokens[i].dep != "appos")


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


def left_out_of_row(act: Act) -> Parties | None:
    """Without whom a row names as none of it: "Mali and Niger, **but not Algeria**, sent troops", "condemned Chile, **not Peru**"."""
    sentence = act.sentence
    if " not " not in sentence.lower:
        return None
    out: set[int] = set()
    for word in sentence.tokens[2:-1]:
        if word.lower == "not" and sentence.tokens[word.i - 1].lower in _EXCEPTING:
            out |= set(_names_behind(sentence, word))
    if out.isdisjoint({*act.actors, *act.recipients}):
        return None
    actors, recipients = (tuple(i for i in side if i not in out) for side in (act.actors, act.recipients))
    return Parties(actors, recipients, frozenset(out), frozenset(out)) if actors or recipients else None


def _names_behind(sentence: ParsedSentence, word: Token) -> list[int]:
    """The words of the names right behind a word, those that "or" and "and" join to them too."""
    found: list[int] = []
    for token in sentence.tokens[word.i + 1 :]:
        if token.tag in {"NNP", "NNPS"}:
            found.append(token.i)
        elif token.lower not in {"the", "or", "and", "nor"}:
            break
    return found
