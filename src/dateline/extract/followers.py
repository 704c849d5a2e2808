"""States said to have done as another did in the sentence before: "Riad cut ties with Tehran. **Bahrain and Sudan followed suit**", "Kuwait **did the same**",
"**So did** Oman".

The act is the main one of that sentence, done to the same; who suffered it then answers in kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.act import Act, once_more, trigger_words
from dateline.extract.arguments import expand, first_of_row
from dateline.extract.clauses.nations import nations_among
from dateline.extract.likewise import REPEATING, is_told, same_word
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import UNDONE, RawMention

#: An act told before, and the mention made of it.
Told = tuple[Act, RawMention]


def following(sentence: ParsedSentence, acts: Sequence[Act], before: Sequence[Told]) -> Act | None:
    """The act that a sentence repeats of the one before, without its recipients, which stand there.

    Args:
        sentence: the parsed sentence.
        acts: its own acts.
        before: the acts of the sentence before, in the same paragraph.
    """
    told = _main(before)
    if told is None:
        return None
    taken = trigger_words(acts)
    for verb in sentence.tokens:
        if verb.lower not in REPEATING or verb.i in taken or first_of_row(sentence, verb).dep != "ROOT":
            continue
        same = same_word(sentence, verb) or _so(sentence, verb)
        subjects = [t.i for t in sentence.kids(verb.i, "nsubj")]
        doers = expand(sentence, subjects)
        own = nations_among(sentence, doers)
        if same is None or not is_told(sentence, verb) or len(subjects) != 1 or not own or own & nations_among(told[0].sentence, told[0].actors):
            continue
        low, high = sorted((verb.i, same.i))
        return once_more(replace(told[0], sentence=sentence), (low, high), verb.i, tuple(doers), ())
    return None


def with_recipients(act: Act, made: RawMention, before: Sequence[Told]) -> RawMention:
    """The mention of such an act, done to those whom the act before was done to, or to its doer where those now answer it.

    Args:
        act: what :func:`following` found.
        made: the mention made of it.
        before: the acts of the sentence before.
    """
    told = _main(before)
    if told is None:
        return made
    answers = nations_among(act.sentence, act.actors) & nations_among(told[0].sentence, told[0].recipients)
    return replace(made, recipients=told[1].actors if answers else told[1].recipients)


def _main(before: Sequence[Told]) -> Told | None:
    """The act of a sentence's main verb, where it was done by somebody who is told."""
    for act, mention in before:
        head = act.sentence.tokens[act.head]
        verb = act.sentence.tokens[head.head] if head.dep == "dobj" else head
        if verb.dep == "ROOT" and act.actors and not mention.negated and mention.status not in UNDONE and mention.recipients:
            return act, mention
    return None


def _so(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The "so" of "**So did** Oman", which opens its sentence and says no more."""
    first = sentence.tokens[0]
    return first if first.lower == "so" and verb.i == 1 and not sentence.kids(verb.i, "dobj", "ccomp", "xcomp") else None
