"""Clauses that leave out the verb of the clause before them: "Spain expelled twelve envoys, **Malta and Austria two each**; **Cyprus one**", "Kenya sent
troops in 2006, **Togo in 2011**", "Chad condemned the raid, and **Niger the burning of Doba**", "Oslo voted for the motion, **Riga against it**".

Such a rest is a row of names with what differs behind it, between two pauses and without a verb. Its act is that of the clause before, of those who are
named. The names are read off the words, because a parser takes them for more of a row, an apposition or the subject of nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act, once_more, trigger_words
from dateline.extract.arguments import first_of_row, is_passive
from dateline.extract.attribution import can_speak
from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.clauses.accompanied import JOINT
from dateline.extract.clauses.nations import nation_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import FINITE, TENSED
from dateline.ontology.fieldcodes import country_told
from dateline.ontology.wordlists import words_of
from dateline.types import Span

_STOPS: Final = frozenset({";", ".", ":", ")"})
_JOINS: Final = frozenset({"and", "but", "while", "whereas", "with"})
_PAUSES: Final = _STOPS | _JOINS | {","}
_ARTICLES: Final = frozenset({"the", "a", "an"})
_AT: Final = frozenset({"in", "on"})
_SOME: Final = words_of("extract.gapping.some")
_COUNTS: Final = words_of("extract.gapping.counts")
_UNITS: Final = words_of("extract.gapping.units")
_LATER: Final = frozenset({"later", "earlier", "before", "after", "afterwards", "ago"})
_DAYS: Final = MONTHS | WEEKDAYS | {"yesterday", "today"}
_NEXT: Final = frozenset({"next", "following", "same"})
#: Prepositions of the two sides of a vote, and the types of acts for and against.
_SIDES: Final = {"for": "against", "against": "for"}
_TURNED: Final = {"SUPPORT": "REJECT", "REJECT": "SUPPORT"}
#: Words of a rest of a clause at most, and words behind its names within which a date or a count stands.
_LONGEST: Final = 14
_REACH: Final = 5
#: Digits of a year.
_YEAR: Final = 4
_NOUNS: Final = ("NN", "NNS", "NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of a clause: where its names begin, the last words of the names, the words behind them up to ``end``, and the rests before it."""

    first: int
    names: tuple[int, ...]
    start: int
    end: int
    past: range


def with_gapped(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence with those of clauses that leave out the verb of an act before them, whose words are no party of that act."""
    known, sentence, past = list(acts), acts[0].sentence, range(0)
    taken = trigger_words(acts)
    for noun in sentence.tokens[2:-1]:
        if noun.i < past.stop or noun.i in taken or not _may_do(sentence, noun):
            continue
        rest = _rest(sentence, noun, past)
        found = _repeated(known, sentence, rest) if rest is not None and rest.start not in taken else None
        if rest is not None and found is not None:
            past, words, (told, made) = range(past.start or rest.first, rest.end), range(rest.first, rest.end), found
            at, same = known.index(told), _is_same(sentence, made, rest)
            known = [act if act.head in words else without_words(act, words) for act in known]
            if same:
                known[at] = replace(known[at], actors=(*known[at].actors, *rest.names))
            else:
                known.append(made)
    return known


def _is_same(sentence: ParsedSentence, made: Act, rest: _Rest) -> bool:
    """Whether a rest tells only how many or how much others gave or took of the same, so that the act before is theirs too."""
    if not _is_count(sentence, rest.start) or any(i >= rest.start for i in (*made.actors, *made.recipients)):
        return False
    return not any(t.lower in _DAYS | _LATER or (t.text.isdigit() and len(t.text) == _YEAR) for t in sentence.tokens[rest.start : rest.end])


def without_words(act: Act, words: Collection[int]) -> Act:
    """An act without the parties that the rest of a clause behind it names."""
    spans = [Span(act.sentence.tokens[i].start, act.sentence.tokens[i].end) for i in words]
    leans = tuple(one for one in act.leans if not any(one.span.overlaps(span) for span in spans))
    kept = [tuple(i for i in side if i not in words) for side in (act.actors, act.recipients)]
    return replace(act, actors=kept[0], recipients=kept[1], leans=leans)


def _may_do(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a word is the last of a country's name, or a noun for people who act ("the **police**")."""
    if noun.tag not in _NOUNS and not (noun.tag == "JJ" and sentence.tokens[noun.i - 1].lower == "the" and noun.text[:1].isupper()):
        return False
    if noun.text[:1].isupper():
        return nation_of(sentence, noun) is not None or country_told(sentence.text_of(Span(sentence.tokens[_first(sentence, noun)].start, noun.end))) is not None
    return can_speak(noun.text) and sentence.tokens[noun.i - 1].lower == "the"


def _first(sentence: ParsedSentence, noun: Token) -> int:
    """The first word of a name, its article included."""
    first = noun.i
    while first and sentence.tokens[first - 1].tag.startswith(("NNP", "JJ")) and sentence.tokens[first - 1].text[:1].isupper() and first > noun.i - 3:
        first -= 1
    return first - 1 if first and sentence.tokens[first - 1].lower in _ARTICLES else first


def _rest(sentence: ParsedSentence, noun: Token, past: range) -> _Rest | None:
    """The rest of a clause whose last name a word is: the names of its row, and no verb behind them up to the next pause."""
    tokens, first, names = sentence.tokens, _first(sentence, noun), [noun.i]
    if first < 2 or tokens[first - 1].lower not in _PAUSES:
        return None
    while (before := _name_before(sentence, first)) is not None:
        start = _first(sentence, tokens[before])
        if start < 2 or tokens[start - 1].lower not in _PAUSES:
            if tokens[start - 1].pos == "VERB" or (tokens[first - 1].lower == "and" and first - before == 2 and not _is_count(sentence, noun.i + 1)):
                return None
            break
        names, first = [before, *names], start
    begin = noun.i + 1
    if tokens[begin].text == "," and tokens[first - 1].text == ";":
        begin += 1
    end = _end(sentence, begin)
    told = tokens[begin:end]
    after = tokens[end + 1].tag if end + 1 < len(tokens) else ""
    if not told or len(told) > _LONGEST or any(t.tag in FINITE or t.tag == "VB" for t in told) or (after in FINITE and tokens[end].text not in _STOPS):
        return None
    return _Rest(first, tuple(names), begin, end, past)


def _name_before(sentence: ParsedSentence, first: int) -> int | None:
    """The last word of the name that stands before a comma or "and" and the name that begins there."""
    last = first - 1
    if sentence.tokens[last].lower not in {",", "and"}:
        return None
    last -= 2 if last > 1 and sentence.tokens[last].lower == "and" and sentence.tokens[last - 1].text == "," else 1
    named = last > 0 and sentence.tokens[last].tag in {"NNP", "NNPS"} and _may_do(sentence, sentence.tokens[last])
    return last if named else None


def _end(sentence: ParsedSentence, start: int) -> int:
    """The next pause; the comma before a year is none."""
    for token in sentence.tokens[start:]:
        year = sentence.tokens[token.i + 1].text if token.i + 1 < len(sentence.tokens) else ""
        if token.lower in _PAUSES - {"with"} and not (token.text == "," and year.isdigit() and len(year) == _YEAR):
            return token.i
    return len(sentence.tokens)


def _repeated(acts: Sequence[Act], sentence: ParsedSentence, rest: _Rest) -> tuple[Act, Act] | None:
    """The act of the clause before, and what the rest tells of it."""
    before = [act for act in _of_clause(acts, sentence, rest.first) if not _names(sentence, act, rest)]
    opens = sentence.tokens[rest.start]
    if _is_time(sentence, rest.start):
        told = next((act for act in before if _is_dated(sentence, act, rest)), None)
        return (told, _made(sentence, told, rest)) if told is not None else None
    if _is_count(sentence, rest.start):
        told = next((act for act in before if _is_counted(sentence, act, rest)), None)
        return (told, _made(sentence, told, rest)) if told is not None else None
    if opens.lower in _SIDES:
        told = next((act for act in before if act.type in _TURNED and any(p.lower == _SIDES[opens.lower] for p in sentence.kids(act.head, "prep"))), None)
        return (told, replace(_made(sentence, told, rest), type=_TURNED[told.type], modes=())) if told is not None else None
    if opens.pos == "ADP" or opens.lower == "to":
        told = next((act for act in before if _is_behind(sentence, act, opens)), None)
        return (told, _made(sentence, told, rest)) if told is not None and sentence.tokens[rest.start + 1].tag in {*_NOUNS, "DT", "PRP$"} else None
    if opens.tag in {"DT", "PRP$"}:
        told = next((act for act in before if _objects(sentence, act)), None)
        return (told, _of_thing(sentence, told, rest)) if told is not None and _thing(sentence, rest) is not None else None
    return None


def _of_clause(acts: Sequence[Act], sentence: ParsedSentence, first: int) -> list[Act]:
    """The acts of the clause before a rest, the last one first: those that a verb tells and no other act's clause holds, with no other verb behind them."""
    told = [act for act in acts if act.actors and act.trigger[1] < first and _is_told(sentence, act)]
    verbs = {_verb_of(sentence, act) for act in told}
    outer = [act for act in told if not any(t.i in verbs for t in _above(sentence, _verb_of(sentence, act)))]
    return [act for act in sorted(outer, key=lambda act: -act.head) if _is_last(sentence, act, first, verbs)]


def _is_told(sentence: ParsedSentence, act: Act) -> bool:
    verb = sentence.tokens[_verb_of(sentence, act)]
    return verb.pos == "VERB" and not sentence.kids(verb.i, "neg") and not is_passive(sentence, verb)


def _verb_of(sentence: ParsedSentence, act: Act) -> int:
    """The verb that tells an act, or of which its noun is the object."""
    head = sentence.tokens[act.head]
    return head.head if head.pos in {"NOUN", "PROPN"} and head.dep == "dobj" else head.i


def _above(sentence: ParsedSentence, verb: int) -> Iterator[Token]:
    """The words above the row of verbs that a verb stands in."""
    return sentence.ancestors(first_of_row(sentence, sentence.tokens[verb]).i)


def _is_last(sentence: ParsedSentence, act: Act, first: int, verbs: Set[int]) -> bool:
    """Whether no verb of another clause stands between an act and a rest, but those of the acts beside it."""
    between = sentence.tokens[_verb_of(sentence, act) + 1 : first]
    return not any(t.tag in TENSED and t.i not in verbs for t in between)


def _names(sentence: ParsedSentence, act: Act, rest: _Rest) -> bool:
    """Whether an act is already one of those who are named."""
    own = {nation_of(sentence, sentence.tokens[i]) for i in rest.names} - {None}
    return any(i < rest.first and nation_of(sentence, sentence.tokens[i]) in own for i in act.actors)


def _is_behind(sentence: ParsedSentence, act: Act, link: Token) -> bool:
    """Whether an act is done to who stands behind the same preposition under its verb: "appealed **to** Oslo, Chad **to** Rome"."""
    found = (sentence.tokens[i] for i in act.recipients if i < link.i)
    links = [sentence.tokens[t.head] for t in found if t.dep == "pobj"]
    return any(t.lower == link.lower and t.head == _verb_of(sentence, act) for t in links)


def _is_time(sentence: ParsedSentence, start: int) -> bool:
    """Whether a rest tells when: "in 2011", "on 5 May", "a year later", "last week"."""
    words = sentence.tokens[start : start + _REACH]
    if words[0].lower in _AT:
        return _is_date_in(words[1:])
    if words[0].lower == "the" and len(words) > 2 and words[1].lower in _NEXT and words[2].lower in _UNITS:
        return True
    lone = words[0].lower in _DAYS | {"last", "later"} or (words[0].tag == "CD" and len(words) > 1 and words[1].lower in MONTHS)
    return lone or any(t.lower in _LATER and words[n - 1].lower in _UNITS for n, t in enumerate(words) if n)


def _is_date_in(words: Sequence[Token]) -> bool:
    """Whether a day, a month or a year stands first, an article before it or not."""
    if words and words[0].lower in {"the", "early", "late", "mid"}:
        return any(t.lower in _DAYS or t.tag == "JJ" for t in words[1:3])
    return bool(words) and (words[0].lower in _DAYS or words[0].text.isdigit())


def _is_dated(sentence: ParsedSentence, act: Act, rest: _Rest) -> bool:
    """Whether a date ends before a rest, with no other country between, which the first name might be the next of."""
    last = next((t.i for t in reversed(sentence.tokens[: rest.first]) if t.lower not in _PAUSES), 0)
    word = sentence.tokens[last]
    if last <= act.head or not (word.lower in _DAYS | _LATER or word.text.isdigit() or (word.lower in _UNITS and word.tag == "NN")):
        return False
    parted = sentence.tokens[rest.first - 1].text == ";"
    between = [t for t in sentence.tokens[act.head + 1 : last] if t.tag in {"NNP", "NNPS"} and t.i not in rest.past]
    return parted or not any(nation_of(sentence, t) for t in between)


def _is_count(sentence: ParsedSentence, start: int) -> bool:
    """Whether a rest begins with a number: "barely 50", "two each", "a dozen medics", "none"."""
    return _number_at(sentence, start) is not None


def _number_at(sentence: ParsedSentence, start: int) -> int | None:
    """The number that a rest begins with."""
    words = [t for t in sentence.tokens[start : start + _REACH] if t.lower not in _SOME]
    return words[0].i if words and words[0].i < start + _REACH - 1 and _is_number(sentence, words[0]) else None


def _is_number(sentence: ParsedSentence, word: Token) -> bool:
    year = word.text.isdigit() and len(word.text) == _YEAR and word.text[:2] in {"19", "20"}
    return word.lower in _COUNTS or (word.tag == "CD" and not year and sentence.tokens[word.i + 1].lower not in MONTHS)


def _is_counted(sentence: ParsedSentence, act: Act, rest: _Rest) -> bool:
    """Whether a number of something stands behind an act and before a rest."""
    return any(_is_number(sentence, t) for t in sentence.tokens[_verb_of(sentence, act) + 1 : rest.first] if t.i not in rest.past)


def _objects(sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """The objects of the verb that tells an act."""
    return tuple(t.i for t in sentence.kids(_verb_of(sentence, act), "dobj"))


def _thing(sentence: ParsedSentence, rest: _Rest) -> int | None:
    """The noun that a rest with an article begins with: "**the burning** of Doba", "its **own** from Lima"."""
    last = None
    for token in sentence.tokens[rest.start + 1 : rest.end]:
        if token.tag not in {*_NOUNS, "JJ", "CD", "VBG", "VBN", "POS", "RB", "HYPH"}:
            break
        last = token.i if token.tag in {*_NOUNS, "VBG"} or token.lower == "own" else last
    return last


def _made(sentence: ParsedSentence, told: Act, rest: _Rest) -> Act:
    """The act of those who are named, to whom the rest names behind the same preposition or else to whom the act before was done."""
    beside = tuple(i for i in told.actors if told.head < i < rest.first) if told.type in JOINT else ()
    name, number = _first(sentence, sentence.tokens[rest.names[-1]]), _number_at(sentence, rest.start)
    name += sentence.tokens[name].lower in _ARTICLES
    end = rest.start if number is None or _is_time(sentence, rest.start) else number
    recipients = _moved(sentence, [i for i in told.recipients if i < rest.first], rest)
    return once_more(told, (name, end), end, (*rest.names, *_moved(sentence, beside, rest)), recipients)


def _of_thing(sentence: ParsedSentence, told: Act, rest: _Rest) -> Act:
    """The same with the object that the rest names, where the one before was done to the object of its verb."""
    made, thing, objects = _made(sentence, told, rest), _thing(sentence, rest), _objects(sentence, told)
    if thing is None or not set(objects).intersection(told.recipients) or not any(nation_of(sentence, t) for t in sentence.tokens[rest.start : rest.end]):
        return made
    return replace(made, recipients=(thing, *(i for i in made.recipients if i > rest.start)))


def _moved(sentence: ParsedSentence, side: Sequence[int], rest: _Rest) -> tuple[int, ...]:
    """The words of a side, those behind a preposition replaced by what stands behind the same one in a rest: "two from Chad, Togo three **from Mali**"."""
    moved: list[int] = []
    for index in side:
        link = sentence.tokens[sentence.tokens[index].head].lower if sentence.tokens[index].dep == "pobj" else ""
        again = next((t.i for t in sentence.tokens[rest.start : rest.end] if link and t.lower == link), None)
        behind = [t.i for t in sentence.tokens[again + 1 : rest.end] if t.tag in _NOUNS][:1] if again is not None else []
        moved += behind or [index]
    return tuple(dict.fromkeys(moved))
