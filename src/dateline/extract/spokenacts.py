"""Acts that somebody does by words that name none: "Japan **ought** to apologise," the envoy said; "the raid was an act of **piracy**," said the minister;
"Chad was **responsible** for the raid".

The speaker asks or condemns, so that the act is his and nobody tells it of him. A duty counts where a named state owes amends, a noun of reproach where it is
said of a deed and weighed ("a **gross** violation", "a breach **of** the truce").
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

#: Words by which somebody is told what to do.
OBLIGING: Final = frozenset({"ought", "should", "must", "has", "have"})
REPROACHES: Final = words_of("extract.spokenacts.reproaches")
_SAYING: Final = forms_of_verbs("say tell insist add argue declare")
_FINDING: Final = forms_of_verbs("conclude find claim maintain hint suggest")
_AMENDS: Final = words_of("extract.spokenacts.amends")
_GRAVE: Final = words_of("extract.spokenacts.grave")
CULPABLE: Final = words_of("extract.spokenacts.culpable") | {"blame"}
_WRONGS: Final = forms_of_nouns(text_of("extract.spokenacts.wrongs"))
_THIS: Final = frozenset({"this", "that", "it", "these", "those"})
_OURS: Final = frozenset({"our", "my", "us"})
_BEING: Final = forms_of_verbs("be remain amount constitute")
_LOOKING: Final = forms_of_verbs("look smell sound")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An act done by words.

    Attributes:
        saying: the verb of saying.
        speaker: who says it.
        owing: who is asked; nobody in a reproach.
        inside: words of the form that are no act of their own.
    """

    saying: int
    speaker: int
    owing: int | None
    inside: tuple[int, ...]


def duty(sentence: ParsedSentence, token: Token) -> Spoken | None:
    """What somebody asks of a named state at a word of duty: "Japan **ought** to apologise", "it was Croatia that **should** pay"."""
    if token.lower not in OBLIGING or token.tag not in {"MD", "VBZ", "VBP"}:
        return None
    verb = next((t for t in [sentence.tokens[token.head], *sentence.kids(token.i, "xcomp")] if t.lower in _AMENDS and t.tag == "VB"), None)
    if verb is None or (token.tag != "MD" and verb.head != token.i) or sentence.kids(verb.i, "neg", "auxpass") or sentence.kids(token.i, "neg"):
        return None
    clause = token if verb.head == token.i else verb
    if sentence.kids(clause.i, "advcl", "mark"):
        return None
    owing, over = next(iter(sentence.kids(clause.i, "nsubj")), None), clause
    if clause.dep == "relcl" and owing is not None and owing.lower in {"who", "that"}:
        owing, over = sentence.tokens[clause.head], sentence.tokens[sentence.tokens[clause.head].head]
        if owing.dep != "attr" or over.lower not in _BEING:
            return None
    said = _said(sentence, over)
    if said is None or owing is None or not owing.tag.startswith("NNP") or nations_of(sentence, owing.i) & nations_of(sentence, said[1]):
        return None
    return Spoken(*said, owing.i, (verb.i,))


def reproach(sentence: ParsedSentence, token: Token) -> Spoken | None:
    """What somebody calls a deed: "these arrests are a flagrant **violation** of our rights", "looks like a deliberate **provocation**"."""
    if token.lower not in REPROACHES or token.pos != "NOUN":
        return None
    above = sentence.tokens[token.head]
    act = sentence.tokens[above.head] if token.dep == "pobj" and above.lower == "of" else None
    noun = act if act is not None and act.lower == "act" else token
    link = sentence.tokens[noun.head]
    being = sentence.tokens[link.head] if noun.dep == "pobj" and link.lower == "like" else link
    linked = (noun.dep == "attr" and being.lower in _BEING) or (being is not link and being.lower in _LOOKING)
    if not linked or sentence.kids(being.i, "neg") or sentence.kids(noun.i, "neg") or any(t.tag == "MD" for t in sentence.kids(being.i, "aux")):
        return None
    weighed = noun is not token or any(t.lower in _GRAVE for t in sentence.kids(token.i, "amod")) or any(t.lower == "of" for t in sentence.kids(token.i, "prep"))
    of_deed = any(t.lower in _THIS or sentence.kids(t.i, "det", "poss") for t in sentence.kids(being.i, "nsubj"))
    said = _said(sentence, being) if weighed and of_deed else None
    return Spoken(*said, None, (said[0],)) if said is not None else None


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
    return Spoken(*said, owing.i, ())


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
    token = act.sentence.tokens[act.head]
    if act.type == "REQUEST":
        return duty(act.sentence, token)
    return reproach(act.sentence, token) or culpability(act.sentence, token) if act.type == "ACCUSE" else None


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
    """The act with the speaker as its actor and who is asked as its recipient."""
    found = spoken(act)
    if found is None:
        return act
    given = (found.owing,) if found.owing is not None else tuple(i for i in act.recipients if not _is_wronged(act, found, i))
    return replace(act, actors=(found.speaker,), recipients=given)


def _is_wronged(act: Act, found: Spoken, word: int) -> bool:
    """Whether a word names who speaks or what is violated ("a breach of **our rights**"), and so nobody who is blamed."""
    sentence = act.sentence
    return word == found.speaker or word in sentence.subtree(act.head) or any(sentence.tokens[i].lower in _OURS for i in sentence.subtree(word))
