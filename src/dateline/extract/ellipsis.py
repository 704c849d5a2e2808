"""Acts told without their verb: "was arrested, **as was** his lawyer", "rejected the plan, **and so did** Oslo", "vetoed it, **as it had** in 2017",
"telephoned him on 3 May **and again** two days later".

The act is that of the clause before; what is left of the clause names whoever else did it, to whom else it was done, or when it was done once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.act import Act, once_more, trigger_words
from dateline.extract.arguments import expand, is_passive
from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.gapping import with_gapped, without_words
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import TENSED
from dateline.ontology.wordlists import words_of

_BEING: Final = frozenset({"was", "were", "is", "are"})
_DOING: Final = frozenset({"did", "does", "do"})
_HAVING: Final = frozenset({"had", "has", "have"})
_DOING_OR_HAVING: Final = _DOING | _HAVING
_HELPING: Final = _BEING | _DOING_OR_HAVING
#: What stands before "as" or "so" where a clause repeats another.
_PAUSES: Final = frozenset({",", ";", "-", "–", "—", "and", "just", "exactly"})
#: Children of a verb that has something of its own to tell.
_OWN: Final = ("dobj", "acomp", "attr", "oprd", "ccomp", "xcomp", "expl")
_CUSTOMS: Final = words_of("extract.ellipsis.customs")
#: Types of acts that befall somebody, so that a second sufferer is another act.
_SUFFERED: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "RETREAT"})
_SELVES: Final = frozenset({"it", "he", "she", "they"})
_AT: Final = frozenset({"in", "on"})
#: Words after which a clause without its verb is at its end.
_ENDS: Final = frozenset({",", ";", ".", "and", ":", ")"})
#: Words from "in" or "on" within which a date stands.
_DATE_REACH: Final = 4
_ECHOES: Final = frozenset({"as", "so"})
#: Words between two commas behind "as" or "so" at most.
_ASIDE: Final = 7

#: An act and what repeats it.
Made = tuple[Act, Act]


def with_left_out(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence and those that it tells without their verb, whose own words are no party of the act that they repeat."""
    if not acts:
        return []
    sentence, known = acts[0].sentence, list(acts)
    taken = trigger_words(acts)
    for token in sentence.tokens[2:]:
        if token.i not in taken:
            for told, new in _at(known, sentence, token):
                own = {i for one in (new.trigger[0], *({*new.actors, *new.recipients} - {*told.actors})) for i in sentence.subtree(one) if i >= new.trigger[0]}
                known = [without_words(act, own) if act is told else act for act in known] + [new]
    return with_gapped(known)


def _at(acts: Sequence[Act], sentence: ParsedSentence, token: Token) -> Iterator[Made]:
    before = sentence.tokens[token.i - 1]
    if token.lower in _HELPING and (link := _echo_before(sentence, before)) is not None:
        yield from _echoed(acts, sentence, token, link)
    elif token.lower in _DOING_OR_HAVING and before.lower in _SELVES:
        yield from _done_before(acts, sentence, token)
    elif token.lower == "again" and before.lower == "and":
        yield from _once_more(acts, sentence, token)


def _echo_before(sentence: ParsedSentence, before: Token) -> Token | None:
    """The "as" or "so" before a verb, what is set between two commas left out: "and **so**, within hours, did Malta"."""
    if before.lower in _ECHOES:
        return before
    if before.text != ",":
        return None
    opening = next((t for t in reversed(sentence.tokens[max(1, before.i - _ASIDE) : before.i]) if t.text == ","), None)
    link = sentence.tokens[opening.i - 1] if opening is not None else None
    return link if link is not None and link.lower in _ECHOES else None


def _echoed(acts: Sequence[Act], sentence: ParsedSentence, verb: Token, link: Token) -> Iterator[Made]:
    """"**as did** Bolivia", "**as was** his lawyer", "and **so has** Uganda"."""
    subjects = [t for t in sentence.kids(verb.i, "nsubj", "nsubjpass") if t.i > verb.i]
    if link.i < verb.i - 1 and not subjects and (own := sentence.kids(verb.i, "dobj")) and own[0].tag == "NNP":
        subjects = [own[0]]
    elif any(t.i > verb.i for t in sentence.kids(verb.i, *_OWN)):
        return
    if verb.dep in {"aux", "auxpass"} or len(subjects) != 1 or subjects[0].lower in _CUSTOMS:
        return
    if link.i == 0 or sentence.tokens[link.i - 1].lower not in _PAUSES:
        return
    told = _act_of(acts, sentence, verb)
    if told is None:
        return
    first = link.i if link.i == verb.i - 1 else verb.i
    passive, doers = is_passive(sentence, sentence.tokens[told.head]), tuple(expand(sentence, [subjects[0].i]))
    if passive and verb.lower not in _DOING and told.type in _SUFFERED:
        yield told, once_more(told, (first, verb.i), verb.i, told.actors, doers)
    elif not passive and verb.lower not in _BEING:
        yield told, once_more(told, (first, verb.i), verb.i, doers, tuple(i for i in told.recipients if i not in doers))


def _act_of(acts: Sequence[Act], sentence: ParsedSentence, verb: Token) -> Act | None:
    """The act of the clause that a verb hangs on."""
    above = verb.head
    under = {above, *(t.i for t in sentence.kids(verb.i, "ccomp"))}
    found = [act for act in acts if act.head < verb.i and act.head in under]
    return next((act for act in found if not sentence.kids(act.head, "neg") and not sentence.kids(above, "neg")), None)


def _done_before(acts: Sequence[Act], sentence: ParsedSentence, verb: Token) -> Iterator[Made]:
    """"vetoed the draft, as it **had** in 2017"."""
    if sentence.tokens[verb.i - 2].lower != "as" or verb.dep in {"aux", "auxpass"} or sentence.kids(verb.i, *_OWN):
        return
    after = sentence.tokens[verb.i + 1 : verb.i + 2]
    told = _act_of(acts, sentence, verb) if any(t.lower in _AT and _is_dated(sentence, t.i) for t in after) else None
    if told is not None and told.actors and not is_passive(sentence, sentence.tokens[told.head]):
        yield told, once_more(told, (verb.i, verb.i), verb.i, told.actors, told.recipients)


def _once_more(acts: Sequence[Act], sentence: ParsedSentence, again: Token) -> Iterator[Made]:
    """"telephoned him on 15 May and **again** two days later"."""
    told = next((act for act in reversed(acts) if act.head < again.i and sentence.tokens[act.head].tag in TENSED | {"VBN"}), None)
    if told is None or again.i < 2 or not _ends_date(sentence, again.i - 2) or not _is_rest(sentence, again.i + 1):
        return
    if any(t.tag in TENSED for t in sentence.tokens[told.head + 1 : again.i]):
        return
    yield told, once_more(told, (again.i, again.i), again.i, told.actors, told.recipients)


def _is_rest(sentence: ParsedSentence, start: int) -> bool:
    """Whether what follows, up to the next pause, is a time and no clause of its own."""
    rest = sentence.tokens[start : start + _DATE_REACH]
    end = next((n for n, t in enumerate(rest) if t.lower in _ENDS), len(rest))
    told = rest[:end]
    dated = any(t.lower in MONTHS | WEEKDAYS | {"later", "after", "afterwards"} or t.tag == "CD" for t in told)
    return dated and not any(t.tag in TENSED for t in told)


def _is_dated(sentence: ParsedSentence, link: int) -> bool:
    """Whether a day, a month or a year follows "in" or "on"."""
    after = sentence.tokens[link + 1 : link + _DATE_REACH]
    return bool(after) and (after[0].lower in MONTHS | WEEKDAYS or after[0].text.isdigit() or (after[0].lower == "the" and after[-1].lower in MONTHS))


def _ends_date(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.tokens[index]
    return word.lower in MONTHS | WEEKDAYS or word.text.isdigit()
