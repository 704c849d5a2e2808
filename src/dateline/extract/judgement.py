"""Status, negation, certainty and attribution of an act, from the coder where it judges them, else from the rules; each with its cue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.extract.act import Act, Judgement
from dateline.extract.attribution import Speech, attribution, speaker_kind
from dateline.extract.modality import Modality, modality
from dateline.extract.parse import ParsedSentence
from dateline.extract.phrases import phrase_at
from dateline.types import Certainty, Cues, Mention, RawAttribution, Span, Status


@dataclass(frozen=True, slots=True)
class Judged:
    """How an act is told."""

    modality: Modality
    attribution: RawAttribution | None
    cues: Cues


def judge(act: Act) -> Judged:
    """Judge an act: the coder's own judgement where it has one, the rules' cues beside it."""
    sentence = act.sentence
    rules = modality(sentence, act.head)
    speech = attribution(sentence, act.head)
    if act.judgement is None:
        said = speech.attribution if speech else None
        return Judged(rules, said, _cues(rules, speech.cue if speech else None))
    found = _modality(sentence, act.judgement, rules)
    said = _attribution(sentence, act.judgement, speech)
    return Judged(found, said, _cues(found, speech.cue if speech and said else None))


def _cues(found: Modality, speech: Mention | None) -> Cues:
    return Cues(found.negated_cue, found.status_cue, found.certainty_cue, speech)


def _word(sentence: ParsedSentence, index: int | None) -> Mention | None:
    if index is None:
        return None
    token = sentence.tokens[index]
    return Mention(token.text, Span(token.start, token.end))


def _modality(sentence: ParsedSentence, judged: Judgement, rules: Modality) -> Modality:
    """The coder's labels; a cue is the word the coder points at, else the rules' where they came to the same label.

    Where the coder points at a cue but stays with the common label, and the rules know the cue, the rules' label holds.
    """
    judged = _cued(judged, rules)
    return replace(
        rules,
        negated=judged.negated,
        negated_cue=(_word(sentence, judged.negated_cue) or rules.negated_cue) if judged.negated else None,
        status=judged.status,
        status_cue=None if judged.status is Status.OCCURRED else _word(sentence, judged.status_cue) or _same(rules, judged),
        certainty=judged.certainty,
        certainty_cue=_certainty_cue(sentence, judged, rules),
    )


def _cued(judged: Judgement, rules: Modality) -> Judgement:
    certainty, negated = judged.certainty, judged.negated
    if certainty is Certainty.CERTAIN and judged.certainty_cue is not None:
        certainty = rules.certainty
    if judged.negated_cue is not None and rules.negated:
        negated = True
    return replace(judged, certainty=certainty, negated=negated)


def _same(rules: Modality, judged: Judgement) -> Mention | None:
    return rules.status_cue if rules.status is judged.status else None


def _certainty_cue(sentence: ParsedSentence, judged: Judgement, rules: Modality) -> Mention | None:
    if judged.certainty.value == "certain":
        return None
    return _word(sentence, judged.certainty_cue) or (rules.certainty_cue if rules.certainty is judged.certainty else None)


def _attribution(sentence: ParsedSentence, judged: Judgement, speech: Speech | None) -> RawAttribution | None:
    """Who says so: the coder decides whether it is attributed and by which word; the rules add the chain ("citing ...")."""
    if not judged.attribution:
        return None
    rule = speech.attribution if speech else None
    if judged.speaker is not None:
        phrase = phrase_at(sentence, judged.speaker)
        if phrase is not None:
            via = rule.via if rule is not None and rule.phrase is not None and rule.phrase.mention == phrase.mention else None
            kind = judged.attribution if judged.attribution != "speaker" else _personal(speaker_kind(phrase))
            return RawAttribution(kind, phrase, via)
    if rule is not None:
        return rule
    return RawAttribution("unnamed", None, None)


def _personal(kind: str) -> str:
    """A coder's "speaker" stands, unless the words are plainly no person's (a newspaper, a poll)."""
    return kind if kind in {"media", "poll", "document"} else "speaker"
