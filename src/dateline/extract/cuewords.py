"""Cue words of ``ontology/data/cues.toml`` with the inflected forms of their verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.ontology.inflect import verb_forms
from dateline.ontology.wordlists import word_list


@dataclass(frozen=True, slots=True)
class CueWords:
    """Closed word lists, lower case, verbs by inflected form."""

    negation: frozenset[str]
    negative_verbs: frozenset[str]
    negative_phrases: tuple[str, ...]
    negative_nouns: frozenset[str]
    affirmed_after: frozenset[str]
    evidence: frozenset[str]
    showing: frozenset[str]
    denying: frozenset[str]
    confirming: frozenset[str]
    claims: frozenset[str]
    rebutting: frozenset[str]
    adverbs: dict[str, str]
    adjectives: dict[str, str]
    passives: dict[str, str]
    nouns: dict[str, str]
    hedge_verbs: dict[str, str]
    hedging: dict[str, str]
    perfect_modals: dict[str, str]
    possible_modals: frozenset[str]
    future_modals: frozenset[str]
    hypothetical_modals: frozenset[str]
    conditional: frozenset[str]
    ongoing_verbs: frozenset[str]
    ongoing_adjectives: frozenset[str]
    ongoing_adverbs: frozenset[str]
    ongoing_phrases: tuple[str, ...]
    habitual: frozenset[str]
    history_eras: tuple[str, ...]
    near_future: frozenset[str]
    future_adjectives: frozenset[str]
    hypothetical_adjectives: frozenset[str]
    future_verbs: frozenset[str]
    light_verbs: frozenset[str]
    hosting: frozenset[str]
    receiving: frozenset[str]
    meeting: frozenset[str]
    signing: frozenset[str]
    object_control: frozenset[str]


def _forms(verbs: list[str]) -> frozenset[str]:
    """Inflected first words of verbs ("carry out" -> carry, carries, carried ...)."""
    return frozenset(form for verb in verbs for form in verb_forms(verb.split()[0]))


@lru_cache(maxsize=1)
def load_cues() -> CueWords:
    """The cue words of the package."""
    data = word_list("cues")
    levels: dict[str, dict[str, list[str]]] = data["certainty"]
    status, verbs, negation = data["status"], data["verbs"], data["negation"]

    def table(key: str, *, inflected: bool = False) -> dict[str, str]:
        return {
            form: level
            for level, lists in levels.items()
            for word in lists.get(key, [])
            for form in (verb_forms(word) if inflected else {word})
        }

    return CueWords(
        negation=frozenset(negation["words"]),
        negative_verbs=_forms(negation["verbs"]),
        negative_phrases=tuple(negation["phrases"]),
        negative_nouns=frozenset(negation["nouns"]),
        affirmed_after=frozenset(negation["affirmed_after"]),
        evidence=frozenset(negation["evidence"]),
        showing=_forms(negation["showing"]),
        denying=_forms(negation["denying"]),
        confirming=_forms(negation["confirming"]),
        claims=frozenset(negation["claims"]),
        rebutting=_forms(negation["rebutting"]),
        adverbs=table("adverbs"),
        adjectives=table("adjectives"),
        passives=table("passives", inflected=True),
        nouns=table("nouns"),
        hedge_verbs=table("verbs", inflected=True),
        hedging=table("active", inflected=True),
        perfect_modals=table("modals"),
        possible_modals=frozenset(levels["possible"]["modals"]),
        future_modals=frozenset(status["future_modals"]),
        hypothetical_modals=frozenset(status["hypothetical_modals"]),
        conditional=frozenset(status["conditional"]),
        ongoing_verbs=_forms(status["ongoing_verbs"]),
        ongoing_adjectives=frozenset(status["ongoing_adjectives"]),
        ongoing_adverbs=frozenset(status["ongoing_adverbs"]),
        ongoing_phrases=tuple(status["ongoing_phrases"]),
        habitual=frozenset(status["habitual"]),
        history_eras=tuple(status["history_eras"]),
        near_future=frozenset(status["near_future"]),
        future_adjectives=frozenset(status["future_adjectives"]),
        hypothetical_adjectives=frozenset(status["hypothetical_adjectives"]),
        future_verbs=_forms(status["future_verbs"]),
        light_verbs=_forms(verbs["light"]),
        hosting=_forms(verbs["hosting"]),
        receiving=_forms(verbs["receiving"]),
        meeting=_forms(verbs["meeting"]),
        signing=_forms(verbs["signing"]),
        object_control=_forms(verbs["object_control"]),
    )
