"""How an act is told: attribution, negation, status and certainty, each with the word it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from dateline.extract import combine
from dateline.extract.act import Act, Judgement, Odds
from dateline.extract.arguments import light_verb, verb_arguments
from dateline.extract.attribution import is_office, speaker_kind
from dateline.extract.avowals import avowal
from dateline.extract.broughtabout import was_brought_about
from dateline.extract.certainty import LIKELY, is_only_shown, is_unconfirmed
from dateline.extract.charges import charge_of
from dateline.extract.classifier.layout import ATTRIBUTIONS
from dateline.extract.conditions import condition_word
from dateline.extract.considered import advising_word, considering_word
from dateline.extract.counterfactual import counterfactual
from dateline.extract.cuewords import load_cues
from dateline.extract.discourse import Setting
from dateline.extract.emptiness import empty_word
from dateline.extract.frames import Frame, frames
from dateline.extract.hedgedapart import doubt_apart, is_weighed
from dateline.extract.hedgedaside import is_hedged_aside
from dateline.extract.longago import memory_of, years_after
from dateline.extract.modality import Modality, Signals, mention_of, signals
from dateline.extract.negation import denial, is_contradicted, is_done_later, is_not_left_undone, is_undone
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.extract.questions import asking_word, whether_word
from dateline.extract.restraint import is_restrained
from dateline.extract.signals import Signal
from dateline.extract.spokenacts import done_by_saying, spoken
from dateline.extract.status import long_past
from dateline.extract.supposed import supposing_word
from dateline.extract.telling import frame_features, is_voiced, modality_features
from dateline.extract.voiced import is_content, naming
from dateline.types import Certainty, Cues, Mention, Phrase, RawAttribution, Span, Status

#: Features of an act that nothing shows, or that nobody confirms.
_OPEN = frozenset({combine.UNSHOWN, "certainty possible unconfirmed"})
#: Without a frame a speaker is a word that the coder gives at least this probability.
SPEAKER_FLOOR = 0.3
#: How much the coder's log odds that a word names the speaker count beside a frame's own, chosen on the held-out passages.
SPEAKER_SHARE = 0.3
#: A coder's kind of speaker holds against the words' from this probability on.
KIND_FLOOR = 0.6


_APPOINTED = frozenset({"due", "scheduled", "slated", "set"})


@dataclass(frozen=True, slots=True)
class Judged:
    """How an act is told."""

    modality: Modality
    attribution: RawAttribution | None
    cues: Cues


@dataclass(frozen=True, slots=True)
class Scored:
    """A frame that holds an act, with its log odds by the rules."""

    frame: Frame
    odds: float


def judge(act: Act, setting: Setting | None = None, use: combine.Tables | None = None) -> Judged:
    """Judge an act by the rules and, where the coder gives probabilities, by both together.

    Args:
        act: the act.
        setting: what its sentence takes from those before it.
        use: tables of weights, the package's own where ``None``.
    """
    setting = setting or Setting()
    told = holding(act.sentence, act.head, setting)
    found = signals(act.sentence, act.head)
    features = list(modality_features(act.sentence, act.head, act.type, found, told, setting))
    modality = _modality(act, found, features, use, supposed=setting.supposed)
    apart = _apart(act, modality, told)
    if apart is not None:
        modality = replace(modality, certainty=Certainty(apart.label), certainty_cue=mention_of(act.sentence, apart))
    if modality.status is Status.FUTURE and act.type == "THREATEN" and told:
        modality = replace(modality, status=Status.OCCURRED, status_cue=None)  # a threat took place when it was voiced: 126 of 146 in the corpus
    if modality.status is Status.FUTURE and was_brought_about(act.sentence, act.head):
        modality = replace(modality, status=Status.OCCURRED, status_cue=None)
    said, cue = None, None
    if spoken(act) is None:
        said, cue = _denied_by(act) or _avowed(act) or _charged(act) or _attribution(act, scored(act, told, setting, use), features, use, setting.quoted)
    if said is not None and said.phrase is None and not told and (is_weighed(act.sentence, _verb_of(act)) or is_hedged_aside(act.sentence, act.head)):
        said, cue = None, None
    return Judged(modality, said, Cues(modality.negated_cue, modality.status_cue, modality.certainty_cue, cue))


def _apart(act: Act, modality: Modality, told: Sequence[Frame]) -> Signal | None:
    """The doubt that stands apart from an act which is told as certain and as a fact."""
    if modality.certainty is not Certainty.CERTAIN or modality.negated or modality.status is Status.HYPOTHETICAL:
        return None
    return doubt_apart(act.sentence, _verb_of(act), told)


def _verb_of(act: Act) -> Token:
    return light_verb(act.sentence, act.head) or act.sentence.tokens[act.head]


def holding(sentence: ParsedSentence, head: int, setting: Setting) -> list[Frame]:
    """The frames of speech that hold a word, those of the fewest words first; one carried from another sentence last."""
    found = [f for f in frames(sentence) if head in f.said or head in f.tail]
    if setting.frame is not None and head in setting.frame.said:
        found.append(setting.frame)
    return found


def attribution_at(sentence: ParsedSentence, head: int) -> RawAttribution | None:
    """Who says what stands at a word that is no act (the predicate of a claim), by the rules alone; ``None``: the author."""
    setting = Setting()
    told = _weighed(sentence, head, "", holding(sentence, head, setting), setting, None)
    best = max(told, key=lambda s: s.odds, default=None)
    if best is None or not combine.attributed(combine.Said(best.odds), None):
        return None
    return _by_frame(sentence, best.frame, None)[0]


def scored(act: Act, told: Sequence[Frame], setting: Setting, use: combine.Tables | None = None) -> Iterator[Scored]:
    """Frames with their log odds to be who says so."""
    return _weighed(act.sentence, act.head, act.type, told, setting, use)


def _weighed(
    sentence: ParsedSentence, head: int, kind: str, told: Sequence[Frame], setting: Setting, use: combine.Tables | None
) -> Iterator[Scored]:
    weights = (use or combine.tables()).weights.get((combine.ATTRIBUTED, "yes"), {})
    for place, frame in enumerate(told):
        features = frame_features(sentence, head, kind, frame, place, setting.quoted)
        yield Scored(frame, combine.score(weights, features))


def _modality(act: Act, found: Signals, features: list[str], use: combine.Tables | None, *, supposed: bool) -> Modality:
    sentence, own = act.sentence, act.judgement
    odds = own.odds if own else None
    settled = _unreal(sentence, act.head, supposed=supposed) or long_past(sentence, act.head) or _long_ago(act)
    if own is not None and odds is None:
        negated, status, certainty = own.negated, own.status, own.certainty
    else:
        unsettled = is_unconfirmed(sentence, act.head)
        made = _of_trigger(act, found.negated) or (unsettled and not found.negated)
        denied = combine.chosen("negated", features, odds, use) == "negated" and not made
        negated = denied or is_undone(sentence, act.head, act.type) or is_contradicted(sentence, act.head) or is_restrained(act)
        negated = negated and not is_done_later(sentence, act.head)
        negated = negated and not is_not_left_undone(sentence, act.head)
        status = Status(settled.label if settled else combine.chosen("status", features, odds, use))
        certainty = Certainty(combine.chosen("certainty", features, odds, use))
        if status is Status.HYPOTHETICAL and not found.certainty:
            certainty = Certainty.CERTAIN  # a condition is told by the status; only a hedge of its own makes it less than certain
        if certainty is not Certainty.CERTAIN and found.certainty and found.certainty[0].family == "adverb":
            certainty = Certainty(found.certainty[0].label)  # "possibly" and "probably" say themselves how likely
        if certainty is not Certainty.CERTAIN and not found.certainty and is_hedged_aside(sentence, act.head):
            certainty = Certainty.CERTAIN
        if certainty is Certainty.CERTAIN and (unsettled or is_only_shown(sentence, act.head)):
            certainty = Certainty.POSSIBLE
        if found.certainty and found.certainty[0].family == LIKELY:
            certainty = Certainty.PROBABLE
        if status is Status.FUTURE and not found.certainty and found.status and _is_appointed(sentence, found.status[0]):
            certainty = Certainty.CERTAIN
    telling = (settled, *found.status) if settled else found.status
    return Modality(
        negated,
        _cue(sentence, found.negated, "negated", own.negated_cue if own else None) if negated else None,
        status,
        None if status is Status.OCCURRED else _cue(sentence, telling, str(status), own.status_cue if own else None),
        certainty,
        None if certainty is Certainty.CERTAIN else _cue(sentence, found.certainty, str(certainty), own.certainty_cue if own else None),
    )


def _is_appointed(sentence: ParsedSentence, signal: Signal) -> bool:
    """Whether a plan is fixed ("was **due** to be flown home"), which its status tells; what is "expected" is only likely."""
    return signal.family == "plan" and signal.cue is not None and sentence.tokens[signal.cue].lower in _APPOINTED


def _unreal(sentence: ParsedSentence, head: int, *, supposed: bool) -> Signal | None:
    """What makes an act a question ("**Did** Moscow refuse?"), one that the sentence only imagines ("**would** have fallen"), a thought ("**considered**
    closing") or advice ("**should** close")."""
    found = (
        ("question", asking_word), ("question", whether_word), ("counterfactual", counterfactual), ("considered", considering_word), ("advised", advising_word),
        ("condition", condition_word),
    )  # fmt: skip
    for how, word in ((how, find(sentence, head)) for how, find in found):
        if word is not None:
            return Signal(str(Status.HYPOTHETICAL), how, word.i)
    word = supposing_word(sentence, head, supposed=supposed)
    return None if word is None else Signal(str(Status.HYPOTHETICAL), "condition", word.i)


def _long_ago(act: Act) -> Signal | None:
    """What sets an act many years before what its sentence tells of it ("**abducted** by agents ... fly home after 24 years")."""
    years = years_after(act.sentence, act.head) or memory_of(act)
    return Signal(str(Status.HISTORICAL), "ago", years.i) if years is not None else None


def _of_trigger(act: Act, found: Sequence[Signal]) -> bool:
    """Whether the negation is one of the trigger's own words, and so makes the type: "will **not rescind** the curfew" is a refusal.

    In the corpus 271 acts of 278 whose trigger holds a negation did take place.
    """
    cue = found[0].cue if found else None
    return cue is not None and act.trigger[0] <= cue < act.head


def _cue(sentence: ParsedSentence, found: Sequence[Signal], label: str, pointed: int | None) -> Mention | None:
    """The word a judgement rests on: the nearest signal of that label, else the word the coder points at, else any signal."""
    same = next((s for s in found if s.label == label and s.cue is not None), None)
    if same is not None:
        return mention_of(sentence, same)
    if pointed is not None:
        return mention_of(sentence, Signal(label, "coder", pointed))
    return mention_of(sentence, next((s for s in found if s.cue is not None), None))


def _denied_by(act: Act) -> tuple[RawAttribution | None, Mention | None] | None:
    """Who denies the act, and the verb that says so; ``None`` where nobody does."""
    verb = denial(act.sentence, act.head)
    subjects = verb_arguments(act.sentence, verb.i).subjects if verb is not None else []
    if verb is None or not subjects:
        return None
    own = act.judgement
    return _by_frame(act.sentence, Frame("clause", verb.i, subjects[0], frozenset()), own.odds if own else None)


def _avowed(act: Act) -> tuple[RawAttribution | None, Mention | None] | None:
    """Who says of themselves that they did it, or calls a deed so, and the verb that says so; ``None`` where nobody does."""
    found = avowal(act.sentence, act.head) or naming(act.sentence, act.head)
    if found is None:
        return None
    own = act.judgement
    return _by_frame(act.sentence, Frame("clause", found[1].i, found[0].i, frozenset()), own.odds if own else None)


def _charged(act: Act) -> tuple[RawAttribution | None, Mention | None] | None:
    """Who charges somebody with a deed or finds him guilty of it, and so says that it was done: "**convicted** of torture", "on **trial** for killing"."""
    charge = charge_of(act)
    if charge is None or charge.known or (act.judgement is not None and act.judgement.odds is None):
        return None
    return _by_frame(act.sentence, Frame("accusation", charge.cue, charge.accuser, frozenset(), "accuse"), act.judgement.odds if act.judgement else None)


def _attribution(
    act: Act, told: Iterable[Scored], features: Sequence[str], use: combine.Tables | None, quoted: Set[int]
) -> tuple[RawAttribution | None, Mention | None]:
    """Who says so, and the word that says that somebody does.

    Of an act that nothing shows or confirms nobody says that it was done, unless a frame says who found that nothing does.
    """
    own, hedged = act.judgement, combine.is_hedged(features)
    odds = own.odds if own else None
    best = max(told, key=lambda s: s.odds + _pointed(s.frame, odds), default=None)
    voiced = best is not None and (
        best.frame.is_impersonal
        or _is_said_by_nobody(act.sentence, best.frame)
        or is_voiced(act.sentence, act.head, best.frame)
        or is_content(act.sentence, act.head, act.type, best.frame, quoted)
    )
    if own is not None and odds is None:
        if not own.attribution:
            return None, None
    elif not voiced and not combine.attributed(_said(best, odds, hedged), odds, use):
        return None, None
    if best is None and _OPEN & set(features):
        return None, None
    if best is None:
        return _by_coder(act.sentence, own), None
    if act.head not in quoted and done_by_saying(act.sentence, act.head, act.type, best.frame):
        return None, None
    return _by_frame(act.sentence, best.frame, odds)


def _is_said_by_nobody(sentence: ParsedSentence, frame: Frame) -> bool:
    """Whether "it" is believed or reported: "**it is understood that** the minister was arrested"."""
    impersonal = frame.form == "passive" and frame.speaker is None and frame.kind in {"believe", "claim", "rumour", "report", "say"}
    return impersonal and sentence.tokens[frame.cue].lower in load_cues().passives and any(t.lower == "it" for t in sentence.kids(frame.cue, "nsubjpass"))


def _said(best: Scored | None, odds: Odds | None, hedged: bool) -> combine.Said:
    """What the rules find, for the combination with the coder."""
    if best is None:
        return combine.Said(hedged=hedged)
    if odds is None or best.frame.speaker is None:
        return combine.Said(best.odds, hedged=hedged)
    return combine.Said(best.odds, combine.logit(odds.speaker[best.frame.speaker]), hedged)


def _pointed(frame: Frame, odds: Odds | None) -> float:
    """What the coder says of a frame's speaker, on the scale of log odds."""
    if odds is None:
        return 0.0
    chance = odds.speaker[frame.speaker] if frame.speaker is not None else max(odds.speaker)
    return SPEAKER_SHARE * combine.logit(chance)


def _by_coder(sentence: ParsedSentence, own: Judgement | None) -> RawAttribution | None:
    """The speaker that the coder points at where no frame is found; ``None`` where that is nobody ("no official said so")."""
    if own is None:
        return RawAttribution("unnamed")
    word = own.speaker
    if own.odds is not None:
        word = max(range(len(own.odds.speaker)), key=own.odds.speaker.__getitem__)
        word = word if own.odds.speaker[word] >= SPEAKER_FLOOR else None
    if word is not None and (empty_word(sentence, sentence.tokens[word]) or _is_done_to(sentence, sentence.tokens[word])):
        return None
    phrase = phrase_at(sentence, word) if word is not None else None
    return RawAttribution(_kind(phrase, own.odds) if own.odds else own.attribution, phrase)


def _is_done_to(sentence: ParsedSentence, word: Token) -> bool:
    """Whether a person is named beside those to whom something is done: "detained lawyers, including Juan Soto, the **head** of the bar"."""
    beside = word.dep == "appos"
    while (word.dep in {"appos", "conj"} and sentence.tokens[word.head].pos in {"NOUN", "PROPN"}) or (word.dep == "pobj" and sentence.tokens[word.head].lower == "including"):
        word = sentence.tokens[word.head]
        word = sentence.tokens[word.head] if word.lower == "including" else word
    return beside and word.dep in {"dobj", "conj"} and sentence.tokens[word.head].pos == "VERB"


def _by_frame(sentence: ParsedSentence, frame: Frame, odds: Odds | None) -> tuple[RawAttribution, Mention | None]:
    if frame.carried is not None:
        return RawAttribution(_kind(frame.carried.phrase, odds), frame.carried.phrase), frame.carried.cue
    token = sentence.tokens[frame.cue]
    cue = Mention(token.text, Span(token.start, token.end))
    phrase = _clipped(sentence, frame) if frame.speaker is not None else None
    via = phrase_at(sentence, frame.via) if frame.via is not None else None
    if phrase is None or (phrase.mention.text.lower() == "it" and frame.form == "passive"):
        return RawAttribution("unnamed", None, via), cue
    if frame.form.startswith("noun") and frame.speaker == frame.cue and phrase.plural:
        return RawAttribution("unnamed", None, via), cue
    return RawAttribution(_kind(phrase, odds), phrase, via), cue


def _clipped(sentence: ParsedSentence, frame: Frame) -> Phrase | None:
    """The phrase of a frame's speaker; after a dash or colon of a headline only what stands on its side ("... in Kaduna - **police**")."""
    phrase = phrase_at(sentence, frame.speaker) if frame.speaker is not None else None
    mark = sentence.tokens[frame.cue]
    if phrase is None or frame.form != "colon after" or phrase.mention.span.start >= mark.end:
        return phrase
    start = sentence.tokens[mark.i + 1].start
    if start >= phrase.mention.span.end:
        return None
    span = Span(start, phrase.mention.span.end)
    return replace(phrase, mention=Mention(sentence.text_of(span), span), extended=span)


def _kind(phrase: Phrase | None, odds: Odds | None) -> str:
    """The kind of a speaker by its words; the coder's where it is sure and the words are not plainly an office, a medium, a document or a poll."""
    by_words = speaker_kind(phrase)
    settled = by_words in {"media", "document", "poll"} or (phrase is not None and (is_office(phrase) or phrase.head in {"he", "she"}))
    if phrase is None or odds is None or settled:
        return by_words
    said = odds.attribution[1:]
    best = max(range(len(said)), key=said.__getitem__)
    return ATTRIBUTIONS[best + 1] if said[best] >= KIND_FLOOR * sum(said) else by_words
