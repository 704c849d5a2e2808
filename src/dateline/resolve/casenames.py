"""Names of cases ("Congo v. Uganda", "Prosecutor v. Kenyatta", "Al-Skeini and Others v. the United Kingdom"): neither places nor parties of other acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, RawMention, Span

_WORD: Final = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE: Final = r"(?:of|the|and|et|de|du|la|von|van|al|bin|&)"
#: What opens a sentence and no name of a party.
_OPENS: Final = r"(?!(?:In|And|But|See|Cf|After|Since|Under|Unlike|Compare|Like|As|When|On|By|From|Judgment|Judgement|Case)\b)"
#: A judge behind a name is none of it ("In Kenya v. Somalia **Judge** Abraham dissented").
_NO_JUDGE: Final = r"(?!(?:Judge|Justice|President|Court|Tribunal|Chamber|Prosecutor)s?\b)"
_NAME: Final = re.compile(
    rf"\b(?P<left>(?:[Tt]he )?{_OPENS}{_WORD}(?:,? (?:{_WORD}|{_PARTICLE})){{0,9}}?),? (?P<mark>v\.|vs\.|v|vs|versus) "
    rf"(?P<right>(?:the |The |THE )?{_NO_JUDGE}{_WORD}(?:(?: of(?: the)?| de| &| OF(?: THE)?)? {_NO_JUDGE}{_WORD}){{0,6}}(?: (?:and|AND) (?:Others|OTHERS|[Oo]thers|[Aa]nother))?)"
)
#: What stands behind a case that is only cited.
_CITED: Final = re.compile(r"(?: \((?:[IVX]+|[a-z ]{1,30})\))?(?: \[GC\])?, (?:nos?\. \d|Case No|I\.?C\.?J\.? Rep|judgment of \d|\d{1,3} (?:U\.S\.|F\.)|§)", re.I)
_MARK: Final = re.compile(r"\s(?:v|vs)\.?\s|\sversus\s")
#: The mark of cases; the others are of matches and rivals too ("Brazil vs Argentina"), where no word of the sentence is of a court.
_OF_CASES: Final = "v."
_OF_COURTS: Final = re.compile(
    r"\b(?:courts?|tribunal|chamber|judges?|judge?ments?|rul(?:ed|ing)|cases?|appeals?|applications?|plaintiffs?|prosecutor|verdict|I\.?C\.?J|ECtHR|ECHR)\b", re.I
)
#: How far around a name such a word is looked for (code points).
_AROUND: Final = 120
#: What stands before the name of a state in its full one ("the Democratic Republic of the Congo").
_STYLE: Final = re.compile(r"(?:\b(?:[Tt]he |THE )?(?:[A-Z][\w'’]+ )*(?i:republic|kingdom|state|federation|union) (?i:of) (?i:the )?|\b(?i:the) )\Z")


@dataclass(frozen=True, slots=True)
class CaseName:
    """The name of a case with its sides, each with its country where it is a state; ``prosecuted`` where a prosecutor is one, as international courts have it."""

    span: Span
    left: str | None
    right: str | None
    prosecuted: bool = False

    @property
    def between_states(self) -> bool:
        """Whether states are against one another, which no state's own courts judge."""
        return self.left is not None and self.right is not None


class CaseNames:
    """The names of cases in a text.

    Args:
        text: the document's.
        look: the countries that a text names.
    """

    def __init__(self, text: str, look: Callable[[str], Sequence[Sighting]]) -> None:
        self.names = tuple(_found(text, look))
        self._cited = [one.span for one in self.names if _CITED.match(text, one.span.end)]
        self._starts = [one.span.start for one in self.names]

    def holds(self, start: int, end: int) -> bool:
        """Whether what stands here is a part of such a name."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self.names[at].span.end

    def set_apart(self, seen: Iterable[Sighting]) -> list[Sighting]:
        """The sightings, of which none inside such a name is where something happens, without those in a case that is but cited ("see Kovac v. Latvia, no. 9/04")."""
        kept = [one for one in seen if not any(span.contains(Span(one.start, one.end)) for span in self._cited)]
        return [replace(one, where="") if one.where and self.holds(one.start, one.end) else one for one in kept]

    def without(self, raw: RawMention) -> RawMention:
        """An act without the parties and places that are only in such a name."""
        sides = [self._outside(side) for side in (raw.actors, raw.recipients, raw.places)]
        return raw if sides == [raw.actors, raw.recipients, raw.places] else replace(raw, actors=sides[0], recipients=sides[1], places=sides[2])

    def _outside(self, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(one for one in phrases if not self.holds(one.mention.span.start, one.mention.span.end)) if self.names else phrases


def _found(text: str, look: Callable[[str], Sequence[Sighting]]) -> Iterator[CaseName]:
    """The names of cases in a text; behind one the next may follow at once."""
    at = 0
    while _MARK.search(text, at) is not None and (found := _NAME.search(text, at)) is not None:
        at = found.end("mark")
        if _is_case(found, text):
            one = _read(found, look)
            at = max(at, one.span.end)
            yield one


def _is_case(found: re.Match[str], text: str) -> bool:
    """Whether a name is a case's, by its mark, or by a word beside it that is of courts."""
    if found["mark"].lower() == _OF_CASES:
        return True
    return _OF_COURTS.search(text, max(0, found.start() - _AROUND), found.end() + _AROUND) is not None


def _read(found: re.Match[str], look: Callable[[str], Sequence[Sighting]]) -> CaseName:
    """A name with the states of its sides; words around a state's name are not of it ("Source Iran v. Chad Chad sued ...", a row of a table)."""
    text, start, end, low = found.string, found.start(), found.end("left"), found.start("right")
    seen = [(start + one.start, start + one.end, one.country) for one in look(text[start : found.end() + _AROUND]) if one.kind == "country"]
    left = next((one for one in seen if one[1] == end), None)
    right = next((one for one in seen if one[0] == low or (one[0] > low and _STYLE.fullmatch(text, low, one[0]))), None)
    styled = _STYLE.search(text, start, left[0]) if left is not None else None
    first = start if left is None else styled.start() if styled is not None else left[0]
    whole = Span(first, found.end() if right is None else right[1])
    return CaseName(whole, left[2] if left else None, right[2] if right else None, found["left"].lower().endswith("prosecutor"))
