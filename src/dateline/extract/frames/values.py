"""A frame of speech, and a speaker carried to it from another sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.types import Mention, Phrase


@dataclass(frozen=True, slots=True)
class Carried:
    """A speaker named in another sentence, and the word there that says so."""

    phrase: Phrase
    cue: Mention


@dataclass(frozen=True, slots=True)
class Frame:
    """A place where somebody is said to say something.

    ``form``: clause, parenthesis, passive, object, adjunct, citing, noun, noun of, accusation, colon before, colon after, quotation. ``cue``
    and ``speaker`` are word indices (no speaker: nobody is named), ``said`` the words said, ``kind`` the class of the cue's word, ``lemma`` its
    entry (both ``""`` where no list has it). ``via`` is through whom it came; ``tail`` are words said only if the clause after a parenthesis
    belongs to it ("..., he said, **as ...**"), and ``opener`` is the word that opens that clause. Of form ``quotation`` the speaker is
    ``carried`` from another sentence, ``cue`` is -1.
    """

    form: str
    cue: int
    speaker: int | None
    said: frozenset[int]
    kind: str = ""
    lemma: str = ""
    via: int | None = None
    tail: frozenset[int] = frozenset()
    opener: str = ""
    carried: Carried | None = None

    @property
    def is_impersonal(self) -> bool:
        """Whether it is a parenthesis that names nobody: ", **it is said**,"."""
        return self.form == "parenthesis" and self.speaker is None
