"""The cue data of claims, compiled: phrases as patterns, verbs and nouns by inflected form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from dateline.extract.opening import Cue, opening_words
from dateline.ontology.alternation import any_of
from dateline.ontology.inflect import nouns_of, verb_forms
from dateline.ontology.wordlists import word_list, words_of

BE = words_of("extract.claims.cues.be")
_HAVE = frozenset("have has had having 've".split())


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb with the words that must follow it ("stand by": forms of stand, then "by")."""

    forms: frozenset[str]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimCues:
    """Everything of the data file; see there for what each key is."""

    markers: dict[str, Cue]
    verbs: dict[str, dict[str, tuple[VerbCue, ...]]]
    adjectives: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    forms: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]


def _marker(words: str) -> str:
    escaped = re.escape(words).replace(r"\ ", r"\s+")
    escaped = re.sub(r"\\\[(.+?)\\\]", lambda m: "(?:" + m[1].replace(r"\|", "|") + ")", escaped)
    return escaped.replace(r"\*", r"[\w-]+(?:\s+[\w-]+)?")


#: What stands for one of several words: "[a|the]", "*".
_OPEN: Final = re.compile(r"\S*(?:\[.+?\]|\*)\S*")


def _markers(words: Sequence[str]) -> Cue:
    """A pattern of markers; each begins with a word as it stands, and its longest such word is its sign."""
    signs = opening_words(max(_OPEN.sub(" ", one).split(), key=len) for one in words)
    return Cue(partial(_markers_pattern, words), opening_words(words), signs)


def _markers_pattern(words: Sequence[str]) -> str:
    return any_of(_marker(one) for one in sorted(words, key=len, reverse=True))


def forms_of(verb: str) -> frozenset[str]:
    """Inflected forms of a verb, those of "be" and "have" included."""
    return {"be": BE, "have": _HAVE}.get(verb) or verb_forms(verb)


def _cue(words: str) -> VerbCue:
    first, *rest = words.split()
    return VerbCue(forms_of(first), tuple(rest))


def _by_form(words: Iterable[str]) -> dict[str, tuple[VerbCue, ...]]:
    """Verb cues by each of their forms, those with the most words first."""
    table: dict[str, list[VerbCue]] = {}
    for one in sorted(words, key=lambda w: -len(w.split())):
        cue = _cue(one)
        for form in cue.forms:
            table.setdefault(form, []).append(cue)
    return {form: tuple(cues) for form, cues in table.items()}


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for one in sorted(phrases, key=len, reverse=True):
        words = tuple(one.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in table.items()}


def _flat_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms_of(word.split()[0]))


@lru_cache(maxsize=1)
def load_claim_cues() -> ClaimCues:
    """The cues of the package's data file."""
    data = word_list("claims")
    motive, cause, outlook, dependency = data["motive"], data["cause"], data["outlook"], data["dependency"]
    stance, opinion, actors = data["stance"], data["opinion"], data["actors"]
    tables = {
        "cause": cause["verbs"], "effect": cause["effects"], "dependency": dependency["verbs"], "needs": dependency["needs"],
        "stance": stance["verbs"], "opinion": opinion["verbs"], "expecting": outlook["expecting"],
        "threatening": outlook["threatening"], "risking": outlook["risking"], "motive": motive["verbs"], "punishing": motive["over"],
    }  # fmt: skip
    adjectives = {
        "dependency": dependency["adjectives"], "stance": stance["adjectives"], "opinion": opinion["adjectives"],
        "probable": outlook["probable_adjectives"], "certain": outlook["certain_adjectives"], "possible": outlook["possible_adjectives"],
        "intent": motive["intent"], "hedged_intent": motive["hedged_intent"],
    }  # fmt: skip
    return ClaimCues(
        markers={kind: _markers(data[kind]["markers"]) for kind in ("motive", "cause", "exchange", "dependency", "outlook")}
        | {"modal": _markers(dependency["modal_markers"])},
        verbs={name: _by_form(words) for name, words in tables.items()},
        adjectives={name: _by_first(words) for name, words in adjectives.items()},
        forms={
            "content": _flat_forms(motive["content_verbs"]), "aims": _flat_forms(motive["aims"]), "eruptions": _flat_forms(cause["eruptions"]),
            "consequences": _flat_forms(outlook["consequences"]), "continuing": _flat_forms(stance["continuing"]),
            "saying": _flat_forms(stance["saying"]), "unwilled": _flat_forms(actors["unwilled"]),
            "noun_verbs": _flat_forms(opinion["noun_verbs"]),
        },
        nouns={
            "content": nouns_of(tuple(motive["content_nouns"])), "topics": nouns_of(tuple(motive["over_nouns"])),
            "not_grounds": nouns_of(tuple(motive["not_grounds"])), "carriers": nouns_of(tuple(motive["carriers"])), "not_causes": nouns_of(tuple(cause["not_causes"])),
            "stance": nouns_of(tuple(stance["nouns"])),
            "publics": nouns_of(tuple(opinion["publics"])), "opinion": nouns_of(tuple(opinion["nouns"])), "actors": nouns_of(tuple(actors["nouns"])),
        },
        words={
            "probable": frozenset(outlook["probable_adverbs"]), "possible": frozenset(outlook["possible_adverbs"]),
            "certain": frozenset(outlook["certain_adverbs"]), "conditions": frozenset(outlook["conditions"]),
        },
    )  # fmt: skip
