"""What the rules of claims ask of a parse: verb groups, subjects, and whether a subject acts on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.extract.claims.cues import BE, VerbCue, load_claim_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.quantities.nouns import is_people
from dateline.extract.tags import ANY_SUBJECT, PRESENT
from dateline.ontology.wordlists import words_of
from dateline.types import Certainty

MINDS = words_of("extract.claims.grammar.minds")
#: What is laid on somebody: being subject to it is a state of things, and nothing hangs on it.
_BORNE = words_of("extract.claims.grammar.borne")
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_BEFORE_GROUP = words_of("extract.claims.grammar.before_group")
#: "Two-thirds of all Kenyans": the share stands at most so many words before its noun.
_SHARE_REACH = 5
_ACTING_PRONOUNS = frozenset("he she they we i who you".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim before its end is known: kind, first token, the token that governs it, certainty and the index of the holder's head."""

    kind: str
    first: int
    head: int
    certainty: Certainty = Certainty.CERTAIN
    holder: int | None = None
    marker: bool = False
    last: int | None = None


def group_start(sentence: ParsedSentence, index: int) -> int:
    """Index of the first word of the verb group: auxiliaries, negation and adverbs directly before the verb."""
    tokens = sentence.tokens
    while index > 0:
        before = tokens[index - 1]
        auxiliary = before.tag == "MD" or before.lower in BE or before.lower in {"have", "has", "had", "do", "does", "did", "'ve"}
        if (
            (before.dep in _GROUP and auxiliary)
            or auxiliary
            or before.lower in _BEFORE_GROUP
            or (before.tag == "RB" and before.dep == "advmod")
        ):
            index -= 1
        else:
            break
    return index


def group_words(sentence: ParsedSentence, index: int) -> list[str]:
    """The words of the verb group before a verb, lower case."""
    return [t.lower for t in sentence.tokens[group_start(sentence, index) : index]]


def is_present(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb stands in the present: its own tag, or its first auxiliary's (has, do, is, will)."""
    token = sentence.tokens[index]
    if token.tag in PRESENT:  # a stance is held now, "demanded" is an act
        return True
    words = group_words(sentence, index)
    if token.tag == "VB":
        return any(word in {"do", "does", "will", "wo", "can", "must"} for word in words)
    if token.tag == "VBN":
        infinitive = sentence.tokens[max(0, group_start(sentence, index) - 1)].tag == "TO"
        return any(word in {"has", "have"} for word in words) and not infinitive and not any(word in {"been", "were", "was"} for word in words)
    return token.tag == "VBG" and any(word in {"is", "are"} for word in words)


def is_negated(sentence: ParsedSentence, index: int) -> bool:
    """Whether the verb group holds a negation."""
    return any(word in {"not", "n't", "never"} for word in group_words(sentence, index))


def subject_of(sentence: ParsedSentence, index: int) -> int | None:
    """Index of the subject's head of a predicate: its own, or that of the verb it is coordinated with or complements."""
    seen: set[int] = set()
    while index not in seen:
        seen.add(index)
        found = sentence.kids(index, "csubj", *ANY_SUBJECT)
        if found:  # where the parser runs two sentences together the nearest subject is the verb's own
            return max((t.i for t in found if t.i < index), default=found[0].i)
        token = sentence.tokens[index]
        if (
            token.dep in {"conj", "xcomp", "acomp", "attr", "prep", "ROOT", "dep", "aux", "auxpass", "pobj", "advmod"}
            and token.head != index
        ):
            index = token.head
            continue
        return _subject_left(sentence, index)
    return None


def _subject_left(sentence: ParsedSentence, index: int) -> int | None:
    """The noun right before the verb group where the parse gives no subject (a headline, or a verb taken for a noun)."""
    start = group_start(sentence, index)
    if start == 0:
        return None
    before = sentence.tokens[start - 1]
    return before.i if before.pos in {"NOUN", "PROPN", "PRON"} else None


def is_actor(sentence: ParsedSentence, index: int | None) -> bool:
    """Whether a noun names somebody who acts on purpose: a proper name, a person, a body, a personal pronoun."""
    if index is None:
        return False
    token = sentence.tokens[index]
    if token.tag.startswith("NNP") or token.lower in _ACTING_PRONOUNS:
        return True
    return token.lower in load_claim_cues().nouns["actors"] or is_people(token.text) or is_public(sentence, index)


def is_public(sentence: ParsedSentence, index: int | None) -> bool:
    """Whether a subject is a public or onlookers: voters, 60 percent, most Latvians, analysts, plural demonyms."""
    if index is None:
        return False
    token = sentence.tokens[index]
    publics = load_claim_cues().nouns["publics"]
    if token.lower in publics:
        return True
    before = [t.lower for t in sentence.tokens[max(0, index - _SHARE_REACH) : index]]
    if "of" in before and any(word in publics for word in before[: before.index("of")]):
        return True
    left = [sentence.tokens[i].lower for i in sentence.subtree(index) if i < index]
    if any(word in {"most", "many", "few", "percent", "majority", "third", "half", "ordinary", "some"} for word in left):
        return True
    return (
        token.tag in {"NNPS"}
        and token.lower.endswith("s")
        and token.lower not in {"states", "nations", "emirates", "netherlands", "philippines"}
    )


def follows(sentence: ParsedSentence, index: int, words: tuple[str, ...], *, gap: int = 0) -> bool:
    """Whether the words follow a token, up to ``gap`` other words in between before the first."""
    tokens = sentence.tokens
    for skip in range(gap + 1):
        start = index + 1 + skip
        if [t.lower for t in tokens[start : start + len(words)]] == list(words):
            return True
    return False


def verb_cue(sentence: ParsedSentence, index: int, table: str, *, gap: int = 1) -> VerbCue | None:
    """The cue of a table that a verb and the words after it match, the longest first."""
    for cue in load_claim_cues().verbs[table].get(sentence.tokens[index].lower, ()):
        if not cue.rest or follows(sentence, index, cue.rest, gap=gap):
            return cue
    return None


def adjective_cue(sentence: ParsedSentence, index: int, table: str) -> tuple[str, ...] | None:
    """The adjective phrase of a table that stands at a token."""
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    for words in load_claim_cues().adjectives[table].get(tokens[index].lower, ()):
        if tuple(t.lower for t in tokens[index : index + len(words)]) == words:
            return words
    return None


def is_borne(sentence: ParsedSentence, index: int) -> bool:
    """Whether "subject to" at a token tells what somebody bears ("are subject to **an asset freeze**"), and not what a matter hangs on ("to **approval**")."""
    if [t.lower for t in sentence.tokens[index : index + 2]] != ["subject", "to"]:
        return False
    objects = sentence.kids(index + 1, "pobj")
    return any(t.lower in _BORNE for t in objects)


def first_word(sentence: ParsedSentence, offset: int) -> Token | None:
    """The token that holds an offset of the canonical text."""
    return next((t for t in sentence.tokens if t.start <= offset < t.end), None)


@lru_cache(maxsize=8)
def outside_names(sentence: ParsedSentence) -> tuple[Token, ...]:
    """The words of a sentence that are part of no name or title (:func:`in_name`); its rules are asked one after the other."""
    return tuple([token for token in sentence.tokens if not in_name(sentence, token.i)])


def in_name(sentence: ParsedSentence, index: int) -> bool:
    """Whether a cue word is part of a name or title: written with a capital inside the sentence."""
    token = sentence.tokens[index]
    if not token.text[:1].isupper() or index == 0:
        return False
    before = sentence.tokens[index - 1]
    return before.text not in {"“", '"', "‘", "''", "``", ":", "—", "–"} or (
        index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text[:1].isupper()
    )
