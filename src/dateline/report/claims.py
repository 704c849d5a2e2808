"""Why, positions, what next: the claims of the documents in three sections, each tied to its words and to the acts it bears on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.report.acts import Act, Citation, citation, doc_name, squeeze
from dateline.report.copies import copies
from dateline.report.enumerated import enumerated
from dateline.report.names import COUNTS, PRONOUNS, home, is_known, shown, speaker
from dateline.types import Certainty, Claim, Coded, Participant, Status

#: key, heading, what it holds, and the kinds of claim with their names
SECTIONS: Final = (
    ("why", "Why", "Motives, causes and exchanges that the documents give.", (("motive", "motive"), ("cause", "cause"), ("exchange", "in exchange"))),
    ("positions", "Positions", "Where actors and publics stand.", (("stance", "stance"), ("opinion", "public opinion"))),
    (
        "next",
        "What next, and what it hangs on",
        "What the documents expect, and on what they say it depends.",
        (("outlook", "outlook"), ("dependency", "hangs on")),
    ),
)
#: What an office, or somebody nobody knows, believes is no opinion of a public.
_VIEW: Final = "view"
_OFFICES: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: Words of those who speak for themselves.
_OURS: Final = re.compile(r"\b(?:I(?!\.)|[Ww]e|[Oo]ur|[Mm]y)\b")
#: A section shows so many claims at once, which is a screen; the rest opens on demand.
FIRST: Final = 8


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words. ``number`` counts all claims from 1; ``rows`` are the numbers of the acts it bears on.

    ``before`` and ``after`` are the rest of its sentence, with what follows where it only counts it. ``told`` is in how many documents
    the sentence stands, copies apart; ``copied`` says that this one is a copy. ``where`` is the document of one that says "we" or "I", which nobody can
    tell of several documents otherwise.
    """

    number: int
    document: int
    kind: str
    name: str
    holder: str
    before: str
    text: str
    after: str
    certainty: str
    speaker: str
    rows: tuple[int, ...]
    citations: tuple[Citation, ...]
    claim: Claim
    told: int = 1
    copied: bool = False
    where: str = ""

    @property
    def gap(self) -> str:
        """What stands between the claim and the rest of its sentence: no space before a stop or comma."""
        return " " if self.after[:1].isalnum() or self.after[:1] in "(“\"'–—" else ""


@dataclass(frozen=True, slots=True)
class ClaimSection:
    """A section of the brief: the claims shown at once and the others, and the acts told as future (only in ``next``)."""

    key: str
    heading: str
    hint: str
    first: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]
    future: tuple[int, ...] = ()

    @property
    def views(self) -> tuple[ClaimView, ...]:
        """All its claims."""
        return self.first + self.more


def claim_views(coded: Sequence[Coded], found: Sequence[Act]) -> tuple[ClaimView, ...]:
    """All claims in the order of the documents and of the text; one that is told twice with the same words and kind stands once."""
    numbers = {act.mention.mention_id: act.number for act in found}
    names = {kind: name for _, _, _, kinds in SECTIONS for kind, name in kinds}
    made: list[ClaimView] = []
    apart = copies(coded)
    for index, item in enumerate(coded):
        seen: set[tuple[str, int, int]] = set()
        for claim in sorted(item.claims, key=lambda one: (one.span, one.kind)):
            key = (claim.kind, claim.span.start, claim.span.end)
            if claim.kind in names and key not in seen:
                seen.add(key)
                view = _view(len(made) + 1, index, item, claim, names[claim.kind], numbers, several=len(coded) - len(apart) > 1)
                made.append(replace(view, copied=index in apart))
    return tuple(made)


def _view(number: int, index: int, item: Coded, claim: Claim, name: str, numbers: Mapping[str, int], *, several: bool) -> ClaimView:
    sentence = next((one.span for one in item.sentences if one.span.contains(claim.span)), claim.span)
    text = item.document.text
    holder = claim.holder
    ours = several and _OURS.search(text[sentence.start : claim.span.end]) is not None
    return ClaimView(
        number,
        index,
        claim.kind,
        _VIEW if claim.kind == "opinion" and not _is_publics(holder) else name,
        "" if holder is None else _holder(holder),
        squeeze(text[sentence.start : claim.span.start]),
        squeeze(claim.text),
        " ".join(filter(None, (squeeze(text[claim.span.end : sentence.end]), enumerated(item, claim.span, sentence)))),
        "" if claim.certainty is Certainty.CERTAIN else claim.certainty.value,
        speaker(claim.attribution),
        tuple(sorted(numbers[one] for one in claim.mentions if one in numbers)),
        tuple(citation(link.source, link) for link in claim.sources),
        claim,
        where=doc_name(item.document) if ours else "",
    )


def _once(views: Sequence[ClaimView]) -> list[ClaimView]:
    """The claims with those that several documents make in one and the same sentence (editions, reprints) standing once."""
    kept: dict[tuple[str, ...], ClaimView] = {}
    for view in views:
        key = (view.kind, view.before, view.text, view.after)
        first = kept.setdefault(key, view)
        if first.document != view.document:
            kept[key] = replace(first, told=first.told + (not view.copied), rows=tuple(sorted({*first.rows, *view.rows})))
    return list(kept.values()) if len({view.document for view in views}) > 1 else list(views)


def _is_publics(holder: Participant | None) -> bool:
    """Whether a public holds an opinion, or the mood itself is told of."""
    if holder is None:
        return True
    unknown = squeeze(holder.text).casefold() in PRONOUNS and not is_known(holder)
    return holder.sector not in _OFFICES and not unknown


def _holder(holder: Participant) -> str:
    """Who holds a claim: the words of the text with the country; of a pronoun only whom it stands for, "" where nobody knows."""
    words, name = squeeze(holder.text), home(holder)
    if words.casefold() in PRONOUNS | COUNTS:
        return shown(holder) if is_known(holder) else ""
    return words if name.casefold() in words.casefold() else f"{words} ({name})"


def claim_sections(views: Sequence[ClaimView], found: Sequence[Act]) -> tuple[ClaimSection, ...]:
    """The sections that hold anything."""
    future = tuple(act.number for act in found if act.mention.status is Status.FUTURE)
    views, sections = _once(views), []
    for key, heading, hint, kinds in SECTIONS:
        order = [kind for kind, _ in kinds]
        own = sorted((view for view in views if view.kind in order), key=lambda view: order.index(view.kind) if key == "next" else 0)
        ahead = future if key == "next" else ()
        if own or ahead:
            sections.append(ClaimSection(key, heading, hint, tuple(own[:FIRST]), tuple(own[FIRST:]), ahead))
    return tuple(sections)
