"""Sentences that go on telling what somebody said without saying so, as newspapers do: "The envoy spoke for an hour. Soldiers **had burned** two villages."

A sentence in the pluperfect behind one of speech is mostly the author's own background ("said that the truce held. Deputies **had left** on Monday":
in the corpus 45 acts of 45), so that more must show it: that the sentence before announces a speech and leaves open what it says, or that the one
behind goes on with the same speaker ("..., **he added**").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.attribution import speaker_kind
from dateline.extract.frames import Carried, Frame, frames
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_verbs, singular
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import Mention, SentenceKind, Span

#: Sentences at most that go on so behind one that names the speaker.
_LONGEST: Final = 4
_TOLD: Final = frozenset({"clause", "parenthesis"})
_SAYING: Final = frozenset({"say", "tell", "report", "claim", "answer", "concede"})
_SPEECHES: Final = words_of("extract.indirect.speeches")
_AUDIENCES: Final = words_of("extract.indirect.audiences")
_TELLING: Final = forms_of_verbs(text_of("extract.indirect.telling"))
_SPEAKING: Final = forms_of_verbs(text_of("extract.indirect.speaking"))
_LASTING: Final = forms_of_verbs(text_of("extract.indirect.lasting"))
_RECOUNTING: Final = forms_of_verbs(text_of("extract.indirect.recounting"))
_OF_WHAT: Final = forms_of_verbs("tell speak")
_LENGTHS: Final = frozenset({"minute", "hour"})
_ONE: Final = frozenset({"he", "she", "it"})


def told_on(sentences: Sequence[ParsedSentence]) -> dict[int, Frame]:
    """By its place each sentence that goes on with what the speaker of one before says, with the frame of that speaker.

    Args:
        sentences: all sentences of a document, in order.
    """
    found: dict[int, Frame] = {}
    number = 1
    while number < len(sentences):
        end = number
        while end < len(sentences) and end - number < _LONGEST and _is_retold(sentences[end]):
            end += 1
        if end > number and (voice := _voice(sentences, number - 1, end)) is not None:
            found |= {place: _frame(sentences[place], voice) for place in range(number, end)}
        number = max(end, number + 1)
    return found


def _is_retold(sentence: ParsedSentence) -> bool:
    """Whether a sentence tells in the pluperfect, of no pronoun for one person, and names no speaker of its own."""
    if " had " not in sentence.sentence.text or sentence.sentence.kind is SentenceKind.HEADLINE:
        return False
    root = _root(sentence)
    subjects = sentence.kids(root.i, *SUBJECTS)
    past = root.tag in {"VBN", "VBD"} and any(t.lower == "had" for t in sentence.kids(root.i, "aux"))
    if not past or any(t.lower in {"he", "she", "i", "we"} for t in subjects) or any(mark in sentence.sentence.text for mark in '"“'):
        return False
    return not any(f.form not in {"noun", "noun of", "object", "accusation"} for f in frames(sentence) if root.i in f.said or root.i == f.cue)


def _root(sentence: ParsedSentence) -> Token:
    return next((t for t in sentence.tokens if t.head == t.i and t.pos == "VERB"), sentence.tokens[0])


def _frame(sentence: ParsedSentence, voice: Carried) -> Frame:
    """What is said: all but relative clauses, and clauses joined in the simple past, in which the author takes the word again."""
    aside = [t for t in sentence.tokens if t.dep == "relcl" or (t.dep == "conj" and t.tag == "VBD" and sentence.kids(t.i, *SUBJECTS) and not sentence.kids(t.i, "aux"))]
    left = {i for t in aside for i in sentence.subtree(t.i)}
    return Frame("indirect", -1, None, frozenset(range(len(sentence.tokens))) - left, carried=voice)


def _voice(sentences: Sequence[ParsedSentence], before: int, after: int) -> Carried | None:
    """Who speaks in the sentences between two; ``None`` where it is the author."""
    opening = sentences[before]
    if opening.sentence.kind is SentenceKind.HEADLINE:
        return None
    said = _last_said(opening)
    announced = _announced(opening) if said is None or _is_promised(opening, said[1]) else None
    if announced is not None:
        return _named(sentences, before, announced[0])
    if after == len(sentences):
        return None
    speaker = _named(sentences, before, said[0]) if said is not None else _person(opening) if _goes_on(sentences[after]) else None
    return speaker if speaker is not None and _resumes(sentences[after], speaker) else None


def _is_promised(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb of speech only promises what is said: "told the court **what he had seen**"."""
    return any(t.tag in {"WP", "WRB"} for clause in sentence.kids(verb.i, "ccomp") for t in sentence.kids(clause.i, "dobj", "advmod"))


def _person(sentence: ParsedSentence) -> Carried | None:
    """The person or people of whom a sentence tells, who may speak in the next ones."""
    root = _root(sentence)
    subject = next(iter(sentence.kids(root.i, "nsubj")), None) if root.tag == "VBD" else None
    named = _carried(sentence, subject, subject) if subject is not None and subject.pos in {"NOUN", "PROPN"} else None
    return named if named is not None and speaker_kind(named.phrase) in {"speaker", "unnamed"} else None


def _goes_on(sentence: ParsedSentence) -> bool:
    """Whether a sentence says by its verb or tense that its speaker has spoken before: "..., he **added**", "Rebels **had** fled, he said"."""
    found = [f for f in frames(sentence) if f.form in _TOLD and f.speaker is not None and sentence.tokens[f.speaker].pos == "PRON"]
    past = " had " in sentence.sentence.text and any(t.lower == "had" and t.dep == "aux" and sentence.tokens[t.head].dep != "relcl" for t in sentence.tokens)
    return any(f.lemma in {"add", "continue", "go on"} or (past and f.form == "parenthesis") for f in found)


def _carried(sentence: ParsedSentence, speaker: Token, cue: Token) -> Carried | None:
    phrase = phrase_at(sentence, speaker.i)
    return None if phrase is None else Carried(phrase, Mention(cue.text, Span(cue.start, cue.end)))


def _named(sentences: Sequence[ParsedSentence], place: int, speaker: Token) -> Carried | None:
    """The speaker as named: a "he" who says on is whoever spoke in the sentence before."""
    sentence = sentences[place]
    cue = next((f.cue for f in frames(sentence) if f.speaker == speaker.i), speaker.head)
    if speaker.lower in _ONE and place:
        earlier = _last_said(sentences[place - 1])
        if earlier is not None and earlier[0].lower not in _ONE:
            return _carried(sentences[place - 1], *earlier)
    return _carried(sentence, speaker, sentence.tokens[cue])


def _last_said(sentence: ParsedSentence) -> tuple[Token, Token] | None:
    """Who last says something in the past in the main clause of a sentence, and the verb."""
    found = [f for f in frames(sentence) if f.speaker is not None and ((f.form in _TOLD and f.kind in _SAYING and _is_main(sentence, f)) or f.form == "adjunct")]
    last = max(found, key=lambda f: f.cue, default=None)
    return None if last is None or last.speaker is None else (sentence.tokens[last.speaker], sentence.tokens[last.cue])


def _is_main(sentence: ParsedSentence, frame: Frame) -> bool:
    verb = sentence.tokens[frame.cue]
    row = verb
    while row.dep == "conj" and row.head != row.i:
        row = sentence.tokens[row.head]
    return verb.tag in {"VBD", "VBN"} and (frame.form == "parenthesis" or row.head == row.i)


def _announced(sentence: ParsedSentence) -> tuple[Token, Token] | None:
    """Who holds a speech of which the sentence does not say what it says, and the word for it."""
    root = _root(sentence)
    if root.tag != "VBD":
        return None
    subject = next(iter(sentence.kids(root.i, "nsubj")), None)
    if subject is None:
        return None
    if singular(subject.lower) in _SPEECHES:
        owner = _owner(sentence, subject) if root.lower in _LASTING else None
        return None if owner is None else (owner, subject)
    word = next(_words_of_speech(sentence, root), None)
    return None if word is None or subject.tag in {"WP", "WDT", "EX"} else (subject, word)


def speech_of(sentence: ParsedSentence) -> Carried | None:
    """Who holds a speech of which a sentence does not say what it says ("The envoy **spoke** to students on Friday."), with the word for it."""
    found = _announced(sentence) if sentence.sentence.kind is not SentenceKind.HEADLINE else None
    return None if found is None else _carried(sentence, *found)


def _owner(sentence: ParsedSentence, noun: Token) -> Token | None:
    """Whose speech it is: "**the president's** address", "the testimony of **a monk**", "the note that **Lima** sent"."""
    owners = [t for clause in sentence.kids(noun.i, "relcl") for t in sentence.kids(clause.i, "nsubj")]
    owners += [*sentence.kids(noun.i, "poss"), *(t for p in sentence.kids(noun.i, "prep") if p.lower in {"of", "by"} for t in sentence.kids(p.i, "pobj"))]
    return next((t for t in owners if t.pos in {"NOUN", "PROPN"}), None)


def _words_of_speech(sentence: ParsedSentence, root: Token) -> Iterator[Token]:
    """The words of a main clause by which its subject holds a speech: "**spoke** for an hour", "gave an **account**", "with his **indictment**"."""
    row = [root, *(t for t in sentence.kids(root.i, "conj", "advcl") if t.tag in {"VBD", "VBG"} and not sentence.kids(t.i, "nsubj", "mark"))]
    for verb in row:
        phrases = [(p.lower, t) for p in sentence.kids(verb.i, "prep") for t in sentence.kids(p.i, "pobj")]
        told_of = verb.lower in _OF_WHAT and any(p == "of" for p, _ in phrases)
        recounted = verb.lower in _RECOUNTING and sentence.kids(verb.i, "dobj")
        if told_of or recounted or _promises(sentence, verb) or (verb.lower in _SPEAKING and _has_listeners(sentence, verb)):
            yield verb
        if verb.lower in _TELLING:
            yield from (t for t in sentence.kids(verb.i, "dobj") if singular(t.lower) in _SPEECHES and not _has_topic(sentence, t))
        yield from (t for p, t in phrases if singular(t.lower) in _SPEECHES and _is_voiced_in(sentence, verb, p, t))


def _promises(sentence: ParsedSentence, verb: Token) -> bool:
    return load_speech().verbs.get(verb.lower, ("", ""))[0] in _SAYING and _is_promised(sentence, verb)


def _has_topic(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a speech is told to be about something: "a speech **on fisheries**"."""
    return noun.lower in {"speech", "address", "lecture", "talk"} and any(t.lower in {"on", "about"} for t in sentence.kids(noun.i, "prep"))


def _is_voiced_in(sentence: ParsedSentence, verb: Token, prep: str, noun: Token) -> bool:
    """Whether a phrase is the speech that a clause is about: "with **his** indictment", "**protested** in a speech of an hour"."""
    if prep == "with":
        return bool(sentence.kids(noun.i, "poss"))
    known = load_speech()
    return prep == "in" and (verb.lower in known.verbs or verb.lower in known.accusing) and not sentence.kids(verb.i, "ccomp")


def _has_listeners(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether somebody speaks to an audience or at length, not "with" another."""
    below = [*sentence.kids(verb.i, "dobj", "dative"), *(t for p in sentence.kids(verb.i, "prep", "dative") if p.lower != "with" for t in sentence.kids(p.i, "pobj"))]
    heard = any(singular(t.lower) in _AUDIENCES | _LENGTHS for t in below)
    return heard or verb.lower in {"testified", "testifying"}


def _resumes(sentence: ParsedSentence, speaker: Carried) -> bool:
    """Whether a sentence goes on with the speaker of one before: "..., **he added**", "**The minister** went on"."""
    tokens = sentence.tokens
    found = [tokens[f.speaker] for f in frames(sentence) if f.form in _TOLD and f.speaker is not None and f.kind in _SAYING]
    accusing = load_speech().accusing
    found += [s for v in tokens if v.lower in accusing and v.head == v.i and v.tag == "VBD" for s in sentence.kids(v.i, "nsubj")]
    plural = speaker.phrase.plural
    names = {w.lower() for w in speaker.phrase.mention.text.split() if w[:1].isupper()} | {speaker.phrase.head}
    return any(t.lower in (_ONE if not plural else {"they"}) or (t.pos != "PRON" and t.lower in names) for t in found)
