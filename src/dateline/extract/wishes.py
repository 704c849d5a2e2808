"""Stems of lists that tell what should be done, and by whom: "**Oslo** should:", "It is time for **Oslo** to:", "Options for **Oslo**:", "Key asks:"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

ASKING: Final = forms_of_verbs(text_of("extract.clauselist.asking"))
_NEEDED: Final = words_of("extract.wishes.needed")
_CHOICES: Final = words_of("extract.wishes.choices")
_DEMANDS: Final = words_of("extract.wishes.demands")
_AHEAD: Final = words_of("extract.wishes.ahead")
STEPS: Final = forms_of_nouns("step measure action move")
_MAKING: Final = forms_of_verbs("issue make present set put list table offer have face")
_DUTY: Final = forms_of_verbs("need have") | {"ought"}
#: These modals tell of what is to come, not of what should be done.
_COMING: Final = frozenset({"will", "shall", "'ll", "’ll"})
_ANYBODY: Final = frozenset({"what", "which", "that", "who", "it", "there", "this", "these"})


@dataclass(frozen=True, slots=True)
class Wish:
    """A stem that tells what should be done.

    Attributes:
        of: heads the name of those who should do it, where they are named.
        cue: the word that tells so.
    """

    of: Token | None
    cue: Token


def wish_of(sentence: ParsedSentence, root: Token) -> Wish | None:
    """What a stem tells of what should be done; ``None`` where it tells something else.

    Args:
        sentence: the stem.
        root: its root.
    """
    return _by_modal(sentence, root) or _by_need(sentence, root) or _by_noun(sentence, root) or _by_address(sentence, root)


def _by_modal(sentence: ParsedSentence, root: Token) -> Wish | None:
    """"Oslo **should**:", "the steps that Oslo **must** take:", "Oslo **has to**:", "Oslo **is urged to**:"."""
    modal = next((one for one in reversed(sentence.tokens) if one.tag == "MD"), None)
    if modal is not None:
        verb = sentence.tokens[modal.head] if modal.dep == "aux" else modal
        asked = verb.lower in ASKING
        return None if modal.lower in _COMING else Wish(_named(sentence.kids(verb.i, *(("nsubjpass", "nsubj") if asked else ("nsubj",)))), modal)
    behind = sentence.tokens[root.i + 1 :]
    bound = root.lower in _DUTY and bool(behind) and behind[0].lower == "to"
    urged = root.lower in ASKING and any(one.lower == "to" for one in behind)
    subjects = sentence.kids(root.i, "nsubj") if bound else sentence.kids(root.i, "nsubjpass") if urged else ()
    return Wish(_named(subjects), root) if subjects else None


def _by_need(sentence: ParsedSentence, root: Token) -> Wish | None:
    """"The following steps are **needed**:", "It is **time** for Oslo to:", "It is **essential** that Oslo:"."""
    word = next((one for one in (root, *sentence.kids(root.i, "acomp", "attr")) if one.lower in _NEEDED), None)
    if word is None or (word is root and not sentence.kids(root.i, "nsubjpass", "nsubj")):
        return None
    whose = [one for one in sentence.tokens[word.i + 1 :] if one.dep in {"nsubj", "nsubjpass", "ccomp", "pobj"} and one.pos in {"NOUN", "PROPN"}]
    return Wish(_named(tuple(whose)), word)


def _by_noun(sentence: ParsedSentence, root: Token) -> Wish | None:
    """"**Options** for Oslo:", "Next **steps**:", "Key **asks**:", "Oslo has three **options**:", "The panel made these **recommendations**:"."""
    ahead = root.lower in STEPS and any(one.lower in _AHEAD for one in sentence.kids(root.i, "amod"))
    short = len(sentence.tokens) <= _SHORT and any(one.lower in _DEMANDS for one in sentence.tokens[-2:])
    if ahead or short or (root.pos == "NOUN" and root.lower in _CHOICES | _DEMANDS):
        return Wish(_named(tuple(_beside(sentence, root))), root)
    for noun in sentence.kids(root.i, "dobj") if root.lower in _MAKING else ():
        if noun.lower in _CHOICES | _DEMANDS:
            whose = sentence.kids(root.i, "nsubj") if noun.lower in _CHOICES else tuple(_beside(sentence, noun))
            return Wish(_named(whose), noun)
    return None


#: A stem that is but its noun has so many words at most, its colon counted ("Our key asks:").
_SHORT: Final = 5


def _by_address(sentence: ParsedSentence, root: Token) -> Wish | None:
    """"**To** the Government of Chad:", "**For** Oslo:"."""
    if root.i or root.lower not in {"to", "for"}:
        return None
    whom = [one for one in sentence.kids(root.i, "pobj") if one.tag.startswith("NNP") or any(word.tag.startswith("NNP") for word in sentence.tokens[root.i + 1 :])]
    return Wish(whom[0], root) if whom else None


def _beside(sentence: ParsedSentence, noun: Token) -> Iterator[Token]:
    for prep in sentence.kids(noun.i, "prep", "dative"):
        if prep.lower in {"for", "to"}:
            yield from sentence.kids(prep.i, "pobj")


def _named(words: tuple[Token, ...]) -> Token | None:
    return next((one for one in words if one.lower not in _ANYBODY), None)
