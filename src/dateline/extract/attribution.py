"""Of which kind a speaker is: a person, an institution, the media, unnamed people, a document or a poll.

Who speaks is found in :mod:`dateline.extract.frames`; the words of kinds stand in ``ontology/data/speech.toml``.
"""

from __future__ import annotations

from dateline.ontology.inflect import singular
from dateline.ontology.speech import load_speech
from dateline.types import Phrase, PhraseForm

_SPEAKER_TITLES = frozenset(
    """president minister secretary spokesman spokeswoman spokesperson chief head leader director chairman chairwoman governor mayor
    general commander colonel ambassador envoy adviser advisor senator lawmaker premier chancellor king queen prince judge prosecutor
    lawyer commissioner chair deputy mr mrs ms dr he she""".split()
)

#: Words of names that are bodies, not persons.
_BODIES = frozenset(
    """ministry department office council union nations nation army navy police force forces court parliament government agency house
    bank group watch international association committee commission party organisation organization cross crescent league institute
    centre watchdog regulator club union chamber embassy consulate administration secretariat tribunal panel delegation presidency company
    firm airline operator charity campaign alliance coalition opposition team crew staff kremlin pentagon vatican
    centre center university fund foundation corps guard service services bureau command board front movement coalition congress
    senate assembly cabinet junta militia brigade brigades treasury authority network society federation alliance company republic
    states kingdom nato taliban hamas security intelligence human rights mission observatory monitor""".split()
)


def speaker_kind(phrase: Phrase | None) -> str:
    """speaker, institution, media, unnamed, document or poll, by the head of the phrase."""
    if phrase is None:
        return "unnamed"
    kinds = load_speech().kinds
    words = phrase.mention.text.lower().split()
    head = phrase.head
    for word in (head, words[-1] if words else ""):
        named = phrase.form is PhraseForm.NAME and kinds.get(word) == "unnamed"
        if word in kinds and (word == head or kinds[word] == "media") and not named:
            return kinds[word]
    if head in {"they", "it"}:
        return "unnamed" if head == "they" else "institution"
    if len(words) == 1 and is_body(phrase.mention.text):
        return "institution"
    if phrase.form is PhraseForm.NOMINAL and head not in _SPEAKER_TITLES:
        bodies = head in _BODIES or singular(head) in _BODIES or singular(head) in _SPEAKER_TITLES
        return "institution" if bodies else "unnamed" if phrase.plural else "speaker"
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


def is_body_noun(word: str) -> bool:
    """Whether a noun is that of a body in which persons sit ("council")."""
    return word == "body" or singular(word) in _BODIES


def is_body(word: str) -> bool:
    """Whether a word is that of a body ("ministry") or its initials ("UN"), so that it can speak in a headline."""
    return word.lower() in _BODIES or (word.isupper() and 2 <= len(word.strip(".")) <= 6)


def can_speak(word: str) -> bool:
    """Whether a word before a headline's colon can be that of a speaker ("UN:", "Minister:", "Poll:"), not of a topic ("Libya:", "US:")."""
    known, lower = load_speech(), word.lower()
    return lower not in known.topics and (is_body(word) or lower in known.kinds or lower in _SPEAKER_TITLES)


def is_office(phrase: Phrase) -> bool:
    """Whether a phrase is headed by an office or title of one person ("National Security **Adviser**")."""
    return phrase.head in _SPEAKER_TITLES and phrase.form is not PhraseForm.PRONOUN
