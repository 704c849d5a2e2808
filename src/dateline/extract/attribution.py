"""According to whom: the speaker of an act inside reported speech.

Only the acts inside what is said are attributed: "X condemned Y" is an act of X in the author's voice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.extract.arguments import is_passive, verb_arguments
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.phrases import phrase_at
from dateline.ontology.lexicon import REPORT, load_lexicon
from dateline.types import Mention, Phrase, RawAttribution, SentenceKind, Span

_MEDIA = frozenset(
    """media newspaper daily newspapers press agency news tv television radio broadcaster website outlet outlets reporter reporters
    journalist journalists times post herald tribune guardian journal gazette yonhap reuters xinhua tass afp ap bbc cnn jazeera""".split()
)
_UNNAMED = frozenset(
    """official officials source sources witness witnesses resident residents diplomat diplomats aide aides analyst analysts expert
    experts observer observers activist activists person people local locals survivor survivors insider insiders villager villagers
    they it observers""".split()
)
_DOCUMENT = frozenset(
    """report reports statement document documents paper communique communiqué filing filings letter memo dossier study findings data
    figures records transcript indictment complaint lawsuit resolution text memorandum leaflet book article editorial""".split()
)
_POLL = frozenset("poll polls survey surveys referendum barometer".split())
_SPEAKER_TITLES = frozenset(
    """president minister secretary spokesman spokeswoman spokesperson chief head leader director chairman chairwoman governor mayor
    general commander colonel ambassador envoy adviser advisor senator lawmaker premier chancellor king queen prince judge prosecutor
    lawyer commissioner chair deputy mr mrs ms dr he she""".split()
)
#: Dependency labels of a clause that is what a reporting verb reports.
_REPORTED = frozenset({"ccomp", "xcomp", "parataxis", "dep", "csubjpass", "csubj"})
#: Words of names that are bodies, not persons.
_BODIES = frozenset(
    """ministry department office council union nations nation army navy police force forces court parliament government agency house
    bank group watch international association committee commission party organisation organization cross crescent league institute
    centre center university fund foundation corps guard service services bureau command board front movement coalition congress
    senate assembly cabinet junta militia brigade brigades treasury authority network society federation alliance company republic
    states kingdom nato taliban hamas security intelligence human rights mission observatory monitor""".split()
)
_ACCORDING = frozenset({"according", "per"})


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution and its cue."""

    attribution: RawAttribution
    cue: Mention


@lru_cache(maxsize=1)
def _report_forms() -> frozenset[str]:
    lexicon = load_lexicon()
    return frozenset(form for (pos, form), senses in lexicon.by_form.items() if pos == "VERB" for s in senses if s.type == REPORT)


def attribution(sentence: ParsedSentence, index: int) -> Speech | None:
    """The attribution of the act whose trigger stands at ``index``, or ``None`` where it is the author's."""
    return _reporting_verb(sentence, index) or _according_to(sentence, index) or _headline_speaker(sentence, index)


def _reporting_verb(sentence: ParsedSentence, index: int) -> Speech | None:
    """A reporting verb above the act whose clause holds it, or beside it in parataxis ("..., officials said")."""
    path = [sentence.tokens[index], *sentence.ancestors(index)]
    for below, above in pairwise(path):
        if above.lower in _report_forms() and above.pos == "VERB" and below.dep in _REPORTED:
            return _speech_of(sentence, above)
        if below.dep == "nsubjpass" and above.lower in _report_forms() and above.i != below.i:
            continue
    for token in path:
        for child in sentence.kids(token.i, "parataxis", "ccomp", "dep"):
            if child.lower in _report_forms() and child.pos == "VERB" and not sentence.kids(child.i, "ccomp", "dobj"):
                return _speech_of(sentence, child)
    return None


def _speech_of(sentence: ParsedSentence, verb: Token) -> Speech | None:
    cue = Mention(verb.text, Span(verb.start, verb.end))
    arguments = verb_arguments(sentence, verb.i)
    speakers = arguments.by if is_passive(sentence, verb) else arguments.subjects
    if is_passive(sentence, verb) and not speakers:
        return Speech(RawAttribution("unnamed"), cue)
    if not speakers:
        return None
    head = sentence.tokens[speakers[0]]
    if head.lower == "it" and is_passive(sentence, verb):
        return Speech(RawAttribution("unnamed"), cue)
    phrase = phrase_at(sentence, head.i)
    via = _via(sentence, verb)
    if via is not None:
        return Speech(RawAttribution(speaker_kind(via), via, phrase), cue)
    return Speech(RawAttribution(speaker_kind(phrase), phrase), cue)


def _via(sentence: ParsedSentence, verb: Token) -> Phrase | None:
    """"Yonhap reported, citing the NIS": the NIS speaks, via Yonhap."""
    clauses = [verb, *sentence.kids(verb.i, "ccomp")]
    for child in [c for clause in clauses for c in sentence.kids(clause.i, "advcl", "prep")]:
        if child.lower in {"citing", "quoting"}:
            for target in sentence.kids(child.i, "dobj", "pobj"):
                return phrase_at(sentence, target.i)
    return None


def _according_to(sentence: ParsedSentence, index: int) -> Speech | None:
    for token in sentence.tokens:
        if token.lower not in _ACCORDING or token.pos not in {"VERB", "ADP", "AUX"}:
            continue
        for prep in [token, *sentence.kids(token.i, "prep")]:
            for target in sentence.kids(prep.i, "pobj"):
                if not _covers(sentence, token, index):
                    continue
                phrase = phrase_at(sentence, target.i)
                cue = Mention(token.text, Span(token.start, token.end))
                return Speech(RawAttribution(speaker_kind(phrase), phrase), cue)
    return None


def _covers(sentence: ParsedSentence, token: Token, index: int) -> bool:
    """Whether "according to" governs the act: the act is not inside its own phrase, and is in the clause it hangs on."""
    if index in sentence.subtree(token.i):
        return False
    governor = token.head
    return index == governor or index in sentence.subtree(governor)


def _headline_speaker(sentence: ParsedSentence, index: int) -> Speech | None:
    """"...: NIS" at the end of a headline, or "NIS: ..." at its start."""
    if sentence.sentence.kind is SentenceKind.BODY:
        return None
    colons = [t.i for t in sentence.tokens if t.text == ":"]
    if not colons:
        return None
    at = colons[-1]
    tail, head = sentence.tokens[at + 1 :], sentence.tokens[:at]
    for part in (tail, head):
        inside = bool(part) and part[0].i <= index <= part[-1].i
        if part and not inside and len(part) <= 6 and all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP"} for t in part):
            phrase = phrase_at(sentence, part[-1].i)
            cue = Mention(":", Span(sentence.tokens[at].start, sentence.tokens[at].end))
            return Speech(RawAttribution(speaker_kind(phrase), phrase), cue)
    return None


def speaker_kind(phrase: Phrase | None) -> str:
    """speaker, institution, media, unnamed, document or poll, by the head of the phrase."""
    if phrase is None:
        return "unnamed"
    words = phrase.mention.text.lower().split()
    head = phrase.head
    if head in _POLL:
        return "poll"
    if head in _MEDIA or (words and words[-1] in _MEDIA):
        return "media"
    if head in _DOCUMENT:
        return "document"
    if head in _UNNAMED:
        return "unnamed"
    if phrase.form.value == "pronoun" or head in _SPEAKER_TITLES:
        return "speaker"
    if phrase.form.value == "name" and _looks_personal(phrase.mention.text):
        return "speaker"
    return "institution"


def _looks_personal(name: str) -> bool:
    """Whether a name is a person's: with a title, or of two or three capitalised words of which none names a body."""
    words = name.split()
    if any(word.lower().strip(".") in _SPEAKER_TITLES for word in words):
        return True
    capitalised = all(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 3 and capitalised and not any(word.lower() in _BODIES for word in words)
