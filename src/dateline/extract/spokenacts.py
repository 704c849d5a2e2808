"""Acts that somebody does by words that name none: "Chad was **responsible** for the raid," the envoy said.

The speaker condemns, so that the act is his and nobody tells it of him.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.attribution import is_body_noun
from dateline.extract.clauses.nations import nations_of
from dateline.extract.frames import Frame
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_SAYING: Final = forms_of_verbs("say tell insist add argue declare")
_FINDING: Final = forms_of_verbs("conclude find claim maintain hint suggest")
CULPABLE: Final = words_of("extract.spokenacts.culpable") | {"blame"}
_WRONGS: Final = forms_of_nouns(text_of("extract.spokenacts.wrongs"))
_BEING: Final = forms_of_verbs("be remain amount constitute")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An act done by words.

    Attributes:
        saying: the verb of saying.
        speaker: who says it.
        owing: who is called guilty.
    """

    saying: int
    speaker: int
    owing: int


def culpability(sentence: ParsedSentence, token: Token) -> Spoken | None:
    """Whom somebody calls guilty of a wrong: "said that Chad was **responsible** for the raid", "that the army was to **blame**"; who says so of himself, or of
    his own state, owns up to it."""
    if token.lower not in CULPABLE:
        return None
    being = sentence.tokens[token.head]
    blamed = token.lower == "blame" and token.dep == "xcomp" and any(t.lower == "to" for t in sentence.kids(token.i, "aux"))
    wronged = token.dep == "acomp" and any(t.lower in _WRONGS for t in governed(sentence, [token.i], "for", "of", "in"))
    if not (blamed or wronged) or being.lower not in _BEING | _WAS or any(t.tag in {"MD", "TO"} for t in sentence.kids(being.i, "aux")):
        return None
    if sentence.kids(being.i, "neg") or sentence.kids(token.i, "neg"):
        return None
    owing = next(iter(sentence.kids(being.i, "nsubj")), None)
    said = _said(sentence, being, _SAYING | _FINDING)
    if said is None or owing is None or owing.tag in {"PRP", "EX", "WP", "WDT"} or owing.lower in {"nobody", "none", "no-one"}:
        return None
    if any(t.lower == "no" for t in sentence.kids(owing.i, "det")) or nations_of(sentence, owing.i) & nations_of(sentence, said[1]):
        return None
    return Spoken(*said, owing.i)


_WAS: Final = frozenset({"was", "were", "is", "are", "been", "be"})


def _said(sentence: ParsedSentence, clause: Token, saying_by: frozenset[str] = _SAYING) -> tuple[int, int] | None:
    """The verb by which a clause is said and who says it."""
    saying = sentence.tokens[clause.head]
    if clause.dep != "ccomp" or saying.lower not in saying_by:
        return None
    speaker = next(iter(sentence.kids(saying.i, "nsubj")), None)
    return (saying.i, speaker.i) if speaker is not None and speaker.i != clause.i else None


def spoken(act: Act) -> Spoken | None:
    """What makes an act one that is done by words alone."""
    return culpability(act.sentence, act.sentence.tokens[act.head]) if act.type == "ACCUSE" else None


_UTTERING: Final = frozenset({"say", "tell", "answer", ""})
#: Types of acts that are done by saying so, and those that are announced by it.
_BY_WORD: Final = frozenset({"AGREE", "CONCEDE", "REJECT", "THREATEN", "SUPPORT", "ACCUSE"})
_BY_PLAN: Final = frozenset({"SANCTION", "MOBILIZE", "PROTEST"})
_WILL: Final = frozenset({"will", "would", "wo", "'ll", "'d", "’ll", "’d"})
_STANDING: Final = forms_of_verbs("be stand back support accept oppose regret recognise recognize respect share favour favor reject refuse intend plan deplore condemn want")
_HAVE: Final = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_HIS: Final = frozenset({"his", "her", "its", "their", "our"})
_STEPS: Final = frozenset({"xcomp", "acomp", "conj", "dobj", "pobj", "prep", "oprd"})


def done_by_saying(sentence: ParsedSentence, head: int, kind: str, frame: Frame) -> bool:
    """Whether an act is what its speaker does, or plans, by saying so: "Oslo said **it would not sign**", "the rebels said **they were ready to talk**".

    The codebook has the author tell it: of such acts in the corpus some three in four are not attributed, of what speakers say that they "had" done one in ten.
    """
    cue = sentence.tokens[frame.cue]
    if frame.form != "clause" or frame.speaker is None or frame.kind not in _UTTERING or (kind not in _BY_WORD and kind not in _BY_PLAN) or cue.tag == "VBG":
        return False
    clause = sentence.tokens[head]
    words = [clause]
    while clause.dep in _STEPS and clause.head != frame.cue and not sentence.kids(clause.i, *SUBJECTS):
        clause = sentence.tokens[clause.head]
        words.append(clause)
    subject = next(iter(sentence.kids(clause.i, "nsubj")), None)
    if clause.dep not in {"ccomp", "conj"} or frame.cue not in {t.i for t in sentence.ancestors(clause.i)} or subject is None:
        return False
    helping = {t.lower for word in words for t in sentence.kids(word.i, "aux")}
    planned = not helping.isdisjoint(_WILL) or clause.tag == "VBG" or (kind in _BY_WORD and (clause.tag != "VBD" or clause.lower in _STANDING))
    planned = planned and helping.isdisjoint(_HAVE) and all(word.lower != "unable" for word in words)
    return planned and _is_self(sentence, subject, sentence.tokens[frame.speaker])


def _is_self(sentence: ParsedSentence, subject: Token, speaker: Token) -> bool:
    """Whether a subject is the pronoun of who speaks, or a body that is "his"."""
    if any(t.lower in _HIS for t in sentence.kids(subject.i, "poss")):
        return subject.lower == "country" or is_body_noun(subject.lower)
    many = speaker.tag in {"NNS", "NNPS"} or bool(sentence.kids(speaker.i, "conj"))
    if speaker.pos == "PRON" or speaker.lower == subject.lower:
        return speaker.lower == subject.lower
    return subject.lower in ({"they", "we"} if many else {"it", "he", "she", "they", "i", "we"})


def by_speaker(act: Act) -> Act:
    """The act with the speaker as its actor and who is called guilty as its recipient."""
    found = spoken(act)
    return act if found is None else replace(act, actors=(found.speaker,), recipients=(found.owing,))
