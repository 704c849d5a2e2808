"""Status of an act: plans, conditions, counterfactuals, what goes on, habit and history, each told by a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.extract.calendarnames import MONTHS
from dateline.extract.cuewords import CueWords
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import Signal, chain_of, clause_of, phrase_index
from dateline.extract.tags import ANY_SUBJECT
from dateline.ontology.wordlists import words_of
from dateline.types import SentenceKind, Status

_FUTURE, _HYPOTHETICAL, _ONGOING, _HISTORICAL, _OCCURRED = (
    str(s) for s in (Status.FUTURE, Status.HYPOTHETICAL, Status.ONGOING, Status.HISTORICAL, Status.OCCURRED)
)
_DECADE = re.compile(r"^(1[5-9]\d0|the)s?$|^1[5-9]\d0s$")
_YEAR = re.compile(r"^1[5-9]\d\d$|^200\d$")
#: Decades in words.
_SPELLED = frozenset("twenties thirties forties fifties sixties seventies eighties nineties".split())
_NUMBERS = words_of("extract.status.numbers")


def statuses(sentence: ParsedSentence, index: int, cues: CueWords) -> Iterator[Signal]:
    """Signals of the status of the act at ``index``, those of its own words first."""
    chain = chain_of(sentence, index)
    for token in chain:
        yield from _auxiliaries(sentence, token, cues)
        if token.pos in {"NOUN", "PROPN"}:
            yield from _modifiers(sentence, token, cues)
            yield from _underway(sentence, token, cues)
    for token in chain[1:]:
        planned = token.lower in cues.future_verbs and chain[0].tag in {"VB", "NN", "NNS"}
        near = token.lower in cues.near_future and token.pos in {"ADJ", "VERB"} and chain[0].tag == "VB"
        if planned or near:
            yield Signal(_FUTURE, "plan", token.i)
        elif token.lower in cues.ongoing_verbs and token.pos == "VERB":
            yield Signal(_ONGOING, "goes on", token.i)
    yield from _keeps_on(sentence, chain[-1], cues)
    yield from _conditions(sentence, chain[-1], cues)
    yield from _habits(sentence, chain, cues)
    yield from _history(sentence, chain[-1], cues)


def _auxiliaries(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    auxiliaries = sentence.kids(token.i, "aux", "auxpass")
    words = {t.lower for t in auxiliaries}
    for child in auxiliaries:
        if child.lower in cues.future_modals:
            yield Signal(_FUTURE, "modal", child.i)
        elif child.lower in cues.hypothetical_modals or (child.tag == "MD" and child.lower not in _ABLE):
            yield from _modal(sentence, child, words, cues)
    if token.tag == "VBG" and words & {"is", "are", "'s", "'re", "am", "been"} and not words & {"was", "were"}:
        had = words & {"had", "'d"}
        ongoing = Signal(_ONGOING, "progressive had" if had else "progressive", token.i)
        yield Signal(_FUTURE, "going to", token.i) if token.lower == "going" else ongoing
    elif token.tag == "VBG" and words & {"was", "were"}:
        yield Signal(_ONGOING, "past progressive", token.i)
    if any(t.lower in cues.ongoing_adverbs for t in sentence.kids(token.i, "advmod")) and token.tag in {"VBZ", "VBP", "VBG", "VBN"}:
        yield Signal(_ONGOING, "adverb", next(t.i for t in sentence.kids(token.i, "advmod") if t.lower in cues.ongoing_adverbs))
    to = next((t for t in auxiliaries if t.lower == "to"), None)
    if to is not None:
        yield from _infinitive(sentence, token, to)
    about = sentence.tokens[token.head]
    if to is not None and to.i and sentence.tokens[to.i - 1].lower in cues.near_future and about.i != token.i:
        before = sentence.tokens[max(0, to.i - 2)]
        if before.lower in {"is", "are", "was", "were", "been", "be", "'s", "'re"} or sentence.sentence.kind is SentenceKind.HEADLINE:
            yield Signal(_FUTURE, "plan", to.i - 1)


def _keeps_on(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    """"trucks **went on** crossing", "**keep** shelling", "the practice **of** pushing families back"."""
    above = sentence.tokens[token.head]
    over = sentence.tokens[above.head]
    if token.tag == "VBG" and above.lower in {"on", "up"} and over.lower in cues.ongoing_verbs:
        yield Signal(_ONGOING, "goes on", over.i)
    elif token.tag == "VBG" and token.dep in {"advcl", "xcomp"} and above.lower in cues.ongoing_verbs:
        if any(t.lower == "on" for t in sentence.kids(above.i, "prt")):
            yield Signal(_ONGOING, "goes on", above.i)


#: Modals of ability and duty, which leave open whether anything is done; all others that are not of the future are hypothetical.
_ABLE = frozenset({"can", "ca", "must", "need", "dare", "ought"})


def _modal(sentence: ParsedSentence, modal: Token, words: set[str], cues: CueWords) -> Iterator[Signal]:
    """"would expel"; "would have bombed" is a counterfactual; "may have bombed" may have occurred, "could have fined" did not."""
    if "have" not in words:
        yield Signal(_HYPOTHETICAL, "modal", modal.i)
    elif modal.lower in {"would", "'d", "could", "should"}:
        yield Signal(_HYPOTHETICAL, "counterfactual", modal.i)
    else:
        yield Signal(_OCCURRED, "perfect modal", None)


def _infinitive(sentence: ParsedSentence, token: Token, to: Token) -> Iterator[Signal]:
    """"Manila **to expel** two diplomats": the future of headlines; "is to visit" in running text."""
    above = sentence.tokens[token.head]
    if sentence.sentence.kind is SentenceKind.HEADLINE:
        under_root = above.dep == "ROOT" and above.pos in {"NOUN", "PROPN"}
        if under_root or token.dep in {"ROOT", "relcl", "acl"} or sentence.kids(token.i, "nsubj"):
            yield Signal(_FUTURE, "headline infinitive", to.i)
    elif to.i and sentence.tokens[to.i - 1].lower in {"is", "are", "'s"}:
        yield Signal(_FUTURE, "is to", to.i)


def _modifiers(sentence: ParsedSentence, noun: Token, cues: CueWords) -> Iterator[Signal]:
    for child in sentence.kids(noun.i, "amod", "det", "compound"):
        if child.lower in cues.ongoing_adjectives:
            yield Signal(_ONGOING, "adjective", child.i)
        elif child.lower in cues.future_adjectives:
            yield Signal(_FUTURE, "adjective", child.i)
        elif child.lower in cues.hypothetical_adjectives:
            yield Signal(_HYPOTHETICAL, "adjective", child.i)


def _underway(sentence: ParsedSentence, noun: Token, cues: CueWords) -> Iterator[Signal]:
    """"A manhunt is **under way**", "shelling **continued**"."""
    above = sentence.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubjpass"} or above.i == noun.i:
        return
    if above.lower in cues.ongoing_verbs and above.tag in {"VBZ", "VBP", "VBG"}:
        yield Signal(_ONGOING, "goes on", above.i)
    yield from _ongoing_phrase(sentence, above, cues)
    yield from _auxiliaries(sentence, above, cues)


def _ongoing_phrase(sentence: ParsedSentence, verb: Token, cues: CueWords) -> Iterator[Signal]:
    words = clause_of(sentence, verb)
    for phrase in cues.ongoing_phrases:
        for start in phrase_index(sentence, phrase):
            if start in words and verb.tag in {"VBZ", "VBP", "VBG", "VBN"}:
                yield Signal(_ONGOING, f"phrase {phrase.partition(' ')[0]}", start)


def _conditions(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    """An if-clause around the act, its inverted form ("**Had** Rome jailed ..."), or a "whether"."""
    for above in [token, *sentence.ancestors(token.i)]:
        if above.dep in {"advcl", "ccomp", "pcomp", "acl"}:
            for mark in sentence.kids(above.i, "mark"):
                if mark.lower in cues.conditional and not (mark.lower == "if" and sentence.tokens[mark.i - 1].lower in {"as", "even"}):
                    yield Signal(_HYPOTHETICAL, "condition", mark.i)
        opening = sentence.tokens[min(clause_of(sentence, above))]
        if opening.lower in _INVERTED and _is_inverted(sentence, opening, above):
            yield Signal(_HYPOTHETICAL, "inversion", opening.i)
        if above.dep in {"ROOT", "relcl"}:
            break


#: Verbs before their subject that open a condition.
_INVERTED = frozenset({"had", "were", "should"})


def _is_inverted(sentence: ParsedSentence, opening: Token, verb: Token) -> bool:
    """Whether a clause is a condition without "if": "**Had** Rome jailed them, ...", "**Were** Seoul to arm Kyiv, ..."; not a question.

    The parser takes some such clauses for the sentence's main one, and the main one for its content.
    """
    if opening.i == verb.i:
        infinitive = any(k.lower == "to" for t in sentence.kids(verb.i, "xcomp", "advcl") for k in sentence.kids(t.i, "aux"))
        return verb.lower == "were" and infinitive and any(t.i > verb.i for t in sentence.kids(verb.i, "nsubj", "attr"))
    behind = any(opening.i < t.i < verb.i for t in sentence.kids(verb.i, *ANY_SUBJECT))
    if opening.dep not in {"aux", "auxpass"} or opening.head != verb.i or not behind:
        return False
    return verb.dep != "ROOT" or not any(t.text == "?" for t in sentence.tokens[-2:])


def _habits(sentence: ParsedSentence, chain: Sequence[Token], cues: CueWords) -> Iterator[Signal]:
    """"**Every** spring the navy seizes ...": habitual and generic statements in the present."""
    verb = next((t for t in reversed(chain) if t.pos == "VERB"), None)
    if verb is None or verb.tag not in {"VBZ", "VBP"} or sentence.sentence.kind is SentenceKind.HEADLINE:
        return
    words = clause_of(sentence, verb)
    for i in sorted(words):
        token = sentence.tokens[i]
        if token.lower in cues.habitual and token.dep in {"advmod", "det", "npadvmod", "amod"} and (token.dep == "advmod" or _times(sentence, token)):
            yield Signal(_ONGOING, "habit", i)
    yield Signal(_ONGOING, "present", None)


def _times(sentence: ParsedSentence, token: Token) -> bool:
    return sentence.tokens[token.head].dep in {"npadvmod", "pobj"} or sentence.tokens[token.head].lower in {"year", "month", "week", "day", "time"}


def _spelled(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word is a decade ("in the **seventies**")."""
    return token.lower in _SPELLED and sentence.tokens[token.head].lower in {"in", "during", "since", "until", "of", "from"}


def _long_ago(sentence: ParsedSentence, i: int) -> bool:
    """Whether a word stands right behind a span of more than ten years: "**forty** years ago", "**15** years on", "**two decades** ago", "half a **century** earlier"."""
    closing = sentence.tokens[i].lower
    if i < 2:
        return False
    unit, count = sentence.tokens[i - 1].lower, sentence.tokens[i - 2].lower
    if closing != "on" and unit in {"decades", "century", "centuries"}:
        return True
    before = sentence.tokens[i - 2 : i - 1] if closing == "on" else sentence.tokens[max(0, i - 4) : i - 1]
    words = any(t.lower in _NUMBERS for t in before)
    return unit == "years" and (words or (count.isdecimal() and float(count) > _OLD))


#: Words that close a span of time told of an act.
_CLOSING = frozenset({"ago", "on", "earlier"})


def long_past(sentence: ParsedSentence, index: int) -> Signal | None:
    """What settles that an act is history: a span of more than ten years that hangs on its own verb ("jailed **twenty years ago**"), or at whose
    beginning it stands ("thirty years **after** police hounded them abroad")."""
    verb = next((t for t in reversed(chain_of(sentence, index)) if t.tag in {"VBD", "VBN", "VBG"}), None)
    if verb is None or (verb.tag == "VBG" and not sentence.kids(verb.i, "aux")):
        return None
    said = [t.i for t in sentence.kids(verb.i, "advmod", "npadvmod") if t.lower in {"ago", "earlier"}]
    opened = [t.i for t in sentence.kids(verb.i, "mark") if t.lower == "after"]
    word = next((i for i in (*said, *opened) if _long_ago(sentence, i)), None)
    return None if word is None else Signal(_HISTORICAL, "ago", word)


#: Years from which on an act is history: the codebook's `historical`.
_OLD = 10


def _told_aside(sentence: ParsedSentence, verb: Token) -> set[int]:
    """The words of what is told by the way of a thing, behind a verb of today: "has left the islands, **seized by the Soviet Union in 1945**".

    The parser hangs such a participle on the verb, which was not done when the thing was.
    """
    now = verb.tag in {"VBZ", "VBP", "VBG"} or any(one.lower in _TODAY for one in sentence.kids(verb.i, "aux"))
    if not now:
        return set()
    aside = (
        one
        for one in sentence.kids(verb.i, "advcl")
        if one.tag == "VBN" and one.i > verb.i and sentence.tokens[one.i - 1].text == "," and not sentence.kids(one.i, "mark", "aux", "auxpass", "nsubj", "nsubjpass")
    )
    return {i for one in aside for i in sentence.subtree(one.i)}


#: Auxiliaries of what is done or was done of late.
_TODAY = frozenset({"has", "have", "'ve", "’ve", "is", "are", "will", "'s", "’s"})


def _history(sentence: ParsedSentence, token: Token, cues: CueWords) -> Iterator[Signal]:
    """"In **1956** ...", "on 23 July **1914**", "during the **Cold War**", "**forty** years ago", "in the **1970s**" in the act's clause."""
    words = clause_of(sentence, token) - _told_aside(sentence, token)
    for i in sorted(words):
        one = sentence.tokens[i]
        if one.dep in {"pobj", "npadvmod", "nummod", "tmod", "prep"} or one.tag == "CD":
            since = any(t.lower == "since" for t in sentence.tokens[max(0, i - 2) : i])
            if since and (_YEAR.match(one.lower) or _DECADE.match(one.lower)):
                yield Signal(_ONGOING, "since", i)
            elif _YEAR.match(one.lower) and sentence.tokens[one.head].lower in MONTHS | {"in", "of", "from", "until"}:
                yield Signal(_HISTORICAL, "year", i)
            elif (_DECADE.match(one.lower) and one.lower != "the") or _spelled(sentence, one):
                yield Signal(_HISTORICAL, "decade", i)
        if one.lower in _CLOSING and _long_ago(sentence, i):
            yield Signal(_HISTORICAL, "ago", i)
    for era in cues.history_eras:
        for start in phrase_index(sentence, era):
            if start in words and any(t.lower in {"during", "in", "since", "under", "after"} for t in sentence.tokens[max(0, start - 4) : start]):
                yield Signal(_HISTORICAL, "era", start)
