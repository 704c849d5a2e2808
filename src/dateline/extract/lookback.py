"""The time of acts of which no words say when, in a text or paragraph that looks back over weeks: "severed ties on 6 April, and 29 states **condemned** the raid".

News comes back to its own day; an analysis of 25 May that tells of April does not, though it opens with the news. There an act told in the plain past
lies between the last day told before it in its paragraph and the next, or the publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.act import Act
from dateline.extract.around import DONE, Moment
from dateline.extract.arguments import first_of_row
from dateline.extract.dates import FoundDate
from dateline.extract.dates.values import is_beyond_season
from dateline.extract.parse import ParsedSentence, Token
from dateline.types import RawMention, TimeRef

#: What a text tells of so long (days) before its publication is no news.
_OLD: Final = timedelta(days=14)
#: Of a day so shortly (days) before is the news itself.
_FRESH: Final = timedelta(days=7)
#: So many days long past make a text or a paragraph look back; a text only where they are more than twice the days of the news.
_TEXT: Final = 3
_PARAGRAPH: Final = 2
#: Times further apart (days) bound nothing worth saying.
_WIDEST: Final = 366
#: Words that open a clause of what was done before what its sentence tells.
_BEFORE: Final = frozenset({"after", "since", "once", "because", "until", "till", "if"})


def is_told_on(act: Act) -> bool:
    """Whether the words of an act tell it in the plain past and in the order of the text: not "had fled", not "after rebels **fled**", not "whom they **jailed**"."""
    sentence = act.sentence
    verb = next((one for one in sentence.tokens[act.trigger[0] : act.trigger[1] + 1] if _is_past(sentence, one)), None)
    return verb is not None and not any(_is_before(sentence, one) for one in (verb, *sentence.ancestors(verb.i)))


def _is_past(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word is a verb in the plain past; one joined to another stands in its tense, whatever the tagger says of it."""
    if token.pos != "VERB" or token.tag not in {"VBD", "VBN", "VB"}:
        return False
    helpers = {one.lower for one in sentence.kids(token.i, "aux", "auxpass")}
    if not helpers and token.tag != "VBD" and token.dep == "conj":
        token = first_of_row(sentence, token)
        helpers = {one.lower for one in sentence.kids(token.i, "aux", "auxpass")}
    if token.tag == "VBN":
        return bool(helpers) and helpers <= {"was", "were"}
    return not helpers if token.tag == "VBD" else helpers == {"did"}


def _is_before(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb opens a clause of what was done before: with a word that says so, or of whom the text tells ("freed the poet **whom** it **jailed**")."""
    if token.dep == "advcl":
        return any(one.lower in _BEFORE for one in sentence.kids(token.i, "mark", "prep", "advmod"))
    if token.dep == "relcl":
        return any(one.lower in {"who", "whom", "whose", "where"} for one in sentence.tokens[token.head + 1 : token.i])
    return token.dep in {"acl", "pcomp"}


def with_days_since(mentions: Sequence[RawMention], told_on: Sequence[bool], moments: Sequence[Moment], published: date | None) -> list[RawMention]:
    """Acts of which no words say when, in a text or paragraph that looks back, with the days from what is told before them to what is told next.

    Args:
        mentions: the acts, in text order.
        told_on: of each whether it is told in the plain past (:func:`is_told_on`).
        moments: the moments of the document's sentences.
        published: the day of publication.
    """
    if published is None or not any(told_on):
        return list(mentions)
    named = {one for moment in moments for one in _spans(moment)}
    whole = looks_back(named, published, _TEXT)
    return [
        replace(raw, around=_since(raw, moments, published, whole=whole) or raw.around) if told and _is_free(raw) else raw
        for raw, told in zip(mentions, told_on, strict=True)
    ]


def _is_free(raw: RawMention) -> bool:
    return raw.time is None and raw.around is None and raw.status in DONE and not raw.older


def _spans(moment: Moment) -> Iterator[tuple[date, date]]:
    return ((one.earliest, one.latest) for one in moment.named if not _is_wide(one))


def _is_wide(found: FoundDate) -> bool:
    return found.open_ended or is_beyond_season(found.earliest, found.latest)


def looks_back(named: Iterable[tuple[date, date]], published: date, least: int) -> bool:
    """Whether enough of the days that a text or a paragraph names lie weeks before its publication, and few in the days before it."""
    days = {span for span in named if span[1] <= published}
    old = sum(published - last > _OLD for _, last in days)
    fresh = sum(published - last <= _FRESH for _, last in days)
    return old >= least and old > 2 * fresh


def _since(raw: RawMention, moments: Sequence[Moment], published: date, *, whole: bool) -> TimeRef | None:
    """The days from the last told before an act in its paragraph to the next, ``None`` where the paragraph has none that is long past."""
    index, own = raw.sentence.index, moments[raw.sentence.index]
    near = [one for one in range(max(0, index - _REACH), min(len(moments), index + _REACH)) if moments[one].paragraph == own.paragraph]
    if not whole and not looks_back({span for one in near for span in _spans(moments[one])}, published, _PARAGRAPH):
        return None
    at = raw.trigger.span.start - raw.sentence.span.start
    before = [one for one in own.named if one.start < at] or next((moments[one].named for one in reversed(near) if one < index and moments[one].named), ())
    if not before or any(_is_wide(one) or published - one.latest <= _OLD for one in before):
        return None
    first = min(one.earliest for one in before)
    behind = [one for one in own.named if one.start > at] + [one for later in near if later > index for one in moments[later].named]
    last = next((one.latest for one in behind if one.earliest >= first and not _is_wide(one)), published)
    return TimeRef(first, last, "day" if first == last else "interval", "document") if first <= last <= published and (last - first).days <= _WIDEST else None


#: Sentences of a paragraph that are looked at before and behind an act.
_REACH: Final = 40
