"""How an act is told: features of an act for small logistic models of attribution, negation, status and certainty.

The weights of ``data/telling.tsv`` were fitted on the corpus by ``scripts/train_telling.py``; :mod:`dateline.extract.combine` joins what they
say with the trained coder's probabilities. A word of a list counts with its class, and with its own weight only where the corpus has enough
of it; structure counts without any list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.arguments import is_passive, light_verb, verb_arguments
from dateline.extract.attribution import is_body, speaker_kind
from dateline.extract.combine import UNSHOWN
from dateline.extract.discourse import Setting
from dateline.extract.frames import Frame
from dateline.extract.modality import WEAK, Signals
from dateline.extract.negation import unshown
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.signals import Signal
from dateline.ontology.wordlists import words_of
from dateline.types import SentenceKind

#: Labels that bound a clause, with what they are called in features.
_BOUNDS = {"relcl": "relative", "acl": "relative", "advcl": "adverbial", "ccomp": "clause", "pcomp": "gerund", "xcomp": "infinitive"}
_MODALS = words_of("extract.telling.modals")


def frame_features(
    sentence: ParsedSentence, head: int, kind: str, frame: Frame, others: int, quoted: frozenset[int] = frozenset()
) -> Iterator[str]:
    """Names of the features of an act in a frame.

    Args:
        sentence: the sentence.
        head: the act's head word.
        kind: the act's type.
        frame: a frame whose ``said`` or ``tail`` holds the head word.
        others: how many frames of fewer words hold it too.
        quoted: words of the sentence in quotation marks.
    """
    form = f"{frame.form}:{frame.kind}"
    within = relation(sentence, head, frame)
    noun = "noun" if sentence.tokens[head].pos in {"NOUN", "PROPN"} else "verb"
    yield f"form {frame.form}"
    yield f"cue {form}"
    if frame.lemma:
        yield f"word {frame.lemma}"
    yield f"within {frame.form} {within}"
    yield f"within {noun} {within}"
    yield f"type {kind}"
    yield f"type {kind} {'tail' if head in frame.tail else frame.form}"
    yield f"inner {min(others, 2)}"
    if head in frame.tail:
        yield f"tail {frame.opener}"
    if sentence.sentence.kind is SentenceKind.HEADLINE:
        yield f"headline {frame.form}"
    if head in quoted:
        yield f"quoted {frame.form} {'inner' if frame.cue in quoted else 'outer'}"
    yield from _speaker_features(sentence, head, kind, frame)
    if frame.cue >= 0:
        yield from _cue_features(sentence, head, kind, frame)


def relation(sentence: ParsedSentence, head: int, frame: Frame) -> str:
    """How the act lies below what is said: itself, beside it, or in a clause or phrase of its own."""
    inside = frame.tail if head in frame.tail else frame.said
    token = sentence.tokens[head]
    verb = light_verb(sentence, head)
    if verb is not None and verb.i in inside:
        token = verb
    steps: list[str] = []
    while token.head != token.i and token.head in inside:
        if token.dep in _BOUNDS:
            mark = next((m.lower for m in sentence.kids(token.i, "mark") if m.lower != "that"), "")
            steps.append(f"{_BOUNDS[token.dep]} {mark}".strip())
        elif token.dep not in {"conj"} and token.pos in {"NOUN", "PROPN"}:
            steps.append("phrase")
        elif token.dep == "conj":
            steps.append("beside")
        token = sentence.tokens[token.head]
    kept = [s for s in steps if s != "beside"]
    if kept:
        return kept[0] if len(set(kept)) == 1 else f"{kept[0]}, deep"
    return "beside" if steps else "top"


def is_voiced(sentence: ParsedSentence, head: int, frame: Frame) -> bool:
    """Whether an act is itself what "according to X" or "in the view of X" covers: 165 of 181 such acts in the corpus are attributed, and of those
    beside or under it without a clause or phrase of their own ("called Ankara, **urging** calm") 66 of 85.

    "In his words" is left out: there one act of seven is.
    """
    named = frame.form == "adjunct" and frame.speaker is not None and frame.lemma not in _LOOSE
    return named and relation(sentence, head, frame) in _COVERED


#: How an act may lie below what is said and be said itself.
_COVERED = frozenset({"top", "beside", "adverbial", "infinitive", "clause"})
#: Adjuncts that quote a phrase or measure a rate rather than tell whose word an act is.
_LOOSE = frozenset({"words", "per"})


def _speaker_features(sentence: ParsedSentence, head: int, kind: str, frame: Frame) -> Iterator[str]:
    if frame.speaker is None:
        yield f"nobody {frame.form}"
        return
    speaker = sentence.tokens[frame.speaker]
    if frame.form.startswith("colon"):
        yield f"body {is_body(speaker.text)} {frame.form}"
        yield f"kind {speaker_kind(phrase_at(sentence, frame.speaker))} {frame.form}"
    shape = "pronoun" if speaker.pos == "PRON" else "name" if speaker.tag.startswith("NNP") else "noun"
    yield f"speaker {shape} {frame.form}"
    subjects = _subjects(sentence, head)
    if any(s.i == speaker.i for s in subjects):
        yield f"own {kind}"
        yield f"own {frame.form}"
    elif any(s.pos == "PRON" and s.lower in {"it", "they", "he", "she"} for s in subjects) and speaker.i < head:
        yield f"own? {kind}"
        yield f"own? {frame.form}"
    elif any(s.lower in {"i", "we"} for s in subjects):
        yield "first person"


def _subjects(sentence: ParsedSentence, head: int) -> list[Token]:
    token = sentence.tokens[head]
    verb = light_verb(sentence, head) if token.pos in {"NOUN", "PROPN"} else token
    if verb is None:
        return []
    return [sentence.tokens[i] for i in verb_arguments(sentence, verb.i).subjects]


def _cue_features(sentence: ParsedSentence, head: int, kind: str, frame: Frame) -> Iterator[str]:
    cue, token = sentence.tokens[frame.cue], sentence.tokens[head]
    verb = light_verb(sentence, head) or token
    modals = [c.lower for c in sentence.kids(verb.i, "aux") if c.lower in _MODALS]
    for modal in modals:
        yield f"modal {modal}"
        yield f"modal {kind}"
    if verb.pos == "VERB" and is_passive(sentence, verb):
        yield "passive act"
    if cue.tag.startswith("VB"):
        yield f"cue tense {cue.tag}"
        if any(c.dep == "neg" for c in sentence.kids(cue.i)):
            yield "cue negated"
        if any(c.lower in _MODALS for c in sentence.kids(cue.i, "aux")):
            yield "cue modal"
    first = sentence.tokens[0].i == cue.i or (frame.speaker is not None and frame.speaker < cue.i < head)
    yield f"order {'before' if first else 'after'}"


def modality_features(
    sentence: ParsedSentence, head: int, kind: str, found: Signals, told: Sequence[Frame], setting: Setting
) -> Iterator[str]:
    """Names of the features of an act for its negation, status and certainty.

    Args:
        sentence: the sentence.
        head: the act's head word.
        kind: the act's type.
        found: its signals.
        told: the frames of speech that hold it.
        setting: what the sentence takes from those before it.
    """
    token = sentence.tokens[head]
    verb = light_verb(sentence, head) or token
    yield from _signal_features(sentence, found, setting)
    if unshown(sentence, verb) is not None:
        yield UNSHOWN
    yield from _over(sentence, verb)
    yield from _verb_features(sentence, verb, kind, setting, noun=verb is token and token.tag.startswith("NN"))
    for frame in told[:1]:
        if frame.lemma in _SETTLING:
            yield "told confirmed"
            continue
        yield f"told {frame.form}:{frame.kind}"
        yield f"told {'nobody' if frame.speaker is None and frame.carried is None else 'somebody'} {frame.form}"


def _signal_features(sentence: ParsedSentence, found: Signals, setting: Setting) -> Iterator[str]:
    """What each family of signals says, and the first strong one of each judgement."""
    for name, signals in (("negated", found.negated), ("status", found.status), ("certainty", found.certainty)):
        for signal in {s.family: s for s in reversed(signals)}.values():
            yield f"{name} {signal.label} {_dated(signal, setting)}"
            if signal.cue is not None:
                yield f"word {sentence.tokens[signal.cue].lower} {signal.family}"
        strong = next((s for s in signals if s.family not in WEAK and not (s.family in _YEARS and setting.years == "recent")), None)
        yield f"{name} {strong.label} first" if strong else f"{name} none"


def _verb_features(sentence: ParsedSentence, verb: Token, kind: str, setting: Setting, *, noun: bool) -> Iterator[str]:
    """The form of the verb, what it stands under, and the years told of."""
    shape = f"{verb.tag}{' noun' if noun else ''}"
    auxiliaries = "+".join(sorted({c.lower for c in sentence.kids(verb.i, "aux", "auxpass")} & _TENSED))
    place = "headline" if sentence.sentence.kind is SentenceKind.HEADLINE else "body"
    yield f"tag {shape} {place}"
    yield f"tense {verb.tag} {auxiliaries} {place}"
    yield f"type {kind}"
    yield f"type {kind} {shape}"
    yield f"below {verb.dep}"
    above = sentence.tokens[verb.head]
    if above.i != verb.i:
        yield f"below {verb.dep} of {above.tag}"
    for name, era in (("here", setting.years), ("before", setting.past)):
        if era:
            yield f"years {name} {era}"
            yield f"years {name} {era} {verb.tag} {auxiliaries}"


#: Signals that name years, which tell history only where they are old beside the publication.
_YEARS = frozenset({"year", "decade"})


def _dated(signal: Signal, setting: Setting) -> str:
    """The family of a signal, of one that names years with how old those of its sentence are."""
    return f"{signal.family} {setting.years}".strip() if signal.family in _YEARS else signal.family


#: Verbs of speech that settle a matter: whoever confirms leaves no doubt, whether named or not.
_SETTLING = frozenset({"confirm", "verify", "corroborate", "certify", "acknowledge", "admit", "establish"})


def _over(sentence: ParsedSentence, token: Token) -> Iterator[str]:
    """Tense of the verb over a noun: a ban that "drives", "drove" or "will drive"."""
    if token.pos not in {"NOUN", "PROPN"}:
        return
    verb = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        yield "over nothing"
        return
    auxiliaries = "+".join(sorted({c.lower for c in sentence.kids(verb.i, "aux", "auxpass")} & _TENSED))
    yield f"over {verb.tag} {auxiliaries}"
    yield f"over {verb.tag} {token.dep}"


_TENSED = words_of("extract.telling.tensed")
