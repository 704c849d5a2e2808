"""A statement against the headline that it cites: the kinds of disagreement.

Each check is silent where either side leaves it open. One fault is one finding: another verb beside another number, actor, day or a
dropped hedge is most often the same fault told in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.audit.denied import are_forms, base
from dateline.audit.disagreement import Disagreement
from dateline.audit.elsewhere import elsewhere
from dateline.audit.fields import other_field
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline, full_day
from dateline.audit.numbers import differing, singled
from dateline.audit.parties import CLOSE, actor, place, related
from dateline.audit.poles import contrary
from dateline.audit.quoted import requoted
from dateline.audit.statement import FROM_BEFORE, Statement
from dateline.audit.words import act_words, content, stem, words
from dateline.extract.dates import FoundDate
from dateline.ontology.wordlists import words_of

#: Verbs of taking a stand in words.
_VOICED: Final = re.compile(
    r"(?:defend|describ|hail|prais|liken|compar|dismiss|denounc|condemn|insist|vow|pledg|lament|deplor|applaud|commend|rebuk|castigat|brand|dubb?)(?:e?[sd]?|ing)",
    re.IGNORECASE,
)
#: "In the same speech he defended": what is told there was said.
_IN_SPEECH: Final = re.compile(
    r"\b(?:in|during|at) (?:the|a|an|his|her|its|their|this|that) (?:\w+ ){0,3}?"
    r"(?:speech|address|interview|statement|remarks|letter|post|tweet|message|press conference|sermon|news conference|briefing)\b",
    re.IGNORECASE,
)
#: Faults that a contrary act makes as well.
_HELD_BACK: Final = frozenset({FindingKind.HEDGE, FindingKind.ATTRIBUTION})
#: A day this long after the source's date is told of another year where the text names none.
_SAME_YEAR_DAYS: Final = 90
#: A source may carry the date of the day before in another time zone.
_ZONE_DAYS: Final = 1
#: News of a day appears within so many days.
_NEWS_DAYS: Final = 3
_CALENDAR: Final = re.compile(r"\d|january|february|march|april|may|june|july|august|september|october|november|december", re.IGNORECASE)
_SPEECH_ACTS: Final = words_of("audit.compare.speech_acts")


@dataclass(frozen=True, slots=True)
class Coding:
    """What the coder makes of the pair: whether statement and headline report acts of unlike types, the headline's word for its act, and
    the triggers of all acts that it is sure of in the headline. ``alike``: another verb of the statement is the headline's, or tells
    an act of its type, so that the note stands behind that one."""

    unlike: bool = False
    word: str | None = None
    triggers: tuple[str, ...] = ()
    alike: bool = False


def disagreements(mine: Statement, theirs: Headline, coded: Coding, beside: frozenset[str] | None = None) -> Iterator[Disagreement]:
    """In what a statement and its headline disagree, in the order of :class:`FindingKind`; ``beside`` are the countries that its paragraph names."""
    found = [one for check in (actor, _number, _date, _hedge, _attribution, place, requoted) for one in check(mine, theirs)]
    kinds = {one[0] for one in found}
    opposed = ([*_denied(mine, theirs)] if kinds <= _HELD_BACK - {FindingKind.HEDGE} else []) or ([*contrary(mine, theirs)] if kinds <= _HELD_BACK else [])
    if opposed:
        found = opposed
    elif FindingKind.HEDGE in kinds:
        found = [one for one in found if one[0] is not FindingKind.ATTRIBUTION]
    if not found:
        found = [*other_field(mine, theirs)] or [*_act(mine, theirs, coded)] or ([] if coded.alike else [*elsewhere(mine, theirs, beside, unlike=coded.unlike)])
    yield from found


def _number(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    pair = differing(mine.quantities, theirs.quantities, mine.text, theirs.text, close=len(mine.matter & theirs.matter) >= CLOSE)
    if pair is not None:
        one, at = pair[0], (pair[1].start, pair[1].end)
    else:
        verb = theirs.acts[0][0] if theirs.acts else None
        single = singled(mine.quantities, mine.text, theirs.report, verb) if verb and any(are_forms(verb, one.text) for one in mine.done) else None
        if single is None:
            return
        one, at = single
    mention = mine.mention(one.start, one.end)
    other = theirs.text[slice(*at)] if pair is not None else theirs.report[slice(*at)]
    yield FindingKind.NUMBER, mention, other, f"the text says “{mention.text}”, the headline “{other}”"


def _date(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    days = [one for one in mine.days if one.precision == "day" and re.search(r"\d", mine.text[one.start : one.end])]
    if days and theirs.days and not any(_same_day(one, other) for one in days for other in theirs.days):
        mention, other = mine.mention(days[0].start, days[0].end), theirs.days[0]
        name = theirs.text[other.start : other.end]
        yield FindingKind.DATE, mention, name, f"the text says “{mention.text}”, the headline “{name}”"
        return
    published = full_day(theirs.published)
    if published is None or _same_stretch(mine, theirs) or words().tocome.search(mine.sentence.sentence.text):
        return
    if any(_same_day(one, other) for one in days for other in theirs.days):
        return
    for one in mine.days:
        if words().limits.match(mine.text, one.start):
            continue
        if one.precision in {"day", "month"} and _after(one, published, mine.text[one.start : one.end]):
            yield _not_then(mine, one, published)
            return
    if not mine.attributed and _tells_the_same(mine, theirs) and not words().retold.search(theirs.text):
        yield from (_not_then(mine, one, published) for one in mine.days[:1] if _years_early(one, published, mine.text[one.start : one.end]))


def _same_stretch(mine: Statement, theirs: Headline) -> bool:
    """Whether text and headline name one month or day: then what the headline announces is what the text tells."""
    return any(_is_same_stretch(one, other) for one in mine.days for other in theirs.dates)


def _is_same_stretch(one: FoundDate, other: FoundDate) -> bool:
    """Whether two dates are one; a month or day without a year may be of either's year."""
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return True
    if "explicit" in {one.basis, other.basis} or {one.precision, other.precision} - {"day", "month"}:
        return False
    return one.precision == other.precision and (one.earliest.month, one.earliest.day) == (other.earliest.month, other.earliest.day)


def _not_then(mine: Statement, one: FoundDate, published: date) -> Disagreement:
    mention = mine.mention(one.start, one.end)
    return FindingKind.DATE, mention, None, f"the text says “{mention.text}”, but the source appeared on {published.isoformat()}"


def _tells_the_same(mine: Statement, theirs: Headline) -> bool:
    """Whether a headline reports the act of the statement's main verb, of the same party."""
    if mine.act is None or not set(mine.actors) & set(theirs.actors):
        return False
    own = mine.own
    return any(are_forms(word, mine.act.text) or not act_words().excludes(own, names) for word, names in theirs.acts if own or are_forms(word, mine.act.text))


def _years_early(one: FoundDate, published: date, said: str) -> bool:
    """Whether a day is right but for the year: the source appeared at the same time of a later year, as news of a day does."""
    year = re.search(r"\b(?:19|20)\d\d\b", said)
    if year is None or one.basis != "explicit" or one.precision != "day" or one.latest.year >= published.year:
        return False
    return _days_of_year(one.latest, published) <= _NEWS_DAYS


def _days_of_year(one: date, published: date) -> int:
    """How many days after that day of its own year the source appeared; large where it appeared before."""
    day = one.replace(year=published.year, day=min(one.day, 28) if one.month == 2 else one.day)
    passed = (published - day).days
    return passed if passed >= -_ZONE_DAYS else published.max.toordinal()


def _same_day(one: FoundDate, other: FoundDate) -> bool:
    ends = {(one.earliest.month, one.earliest.day), (one.latest.month, one.latest.day)}
    return (other.earliest.month, other.earliest.day) in ends or (other.latest.month, other.latest.day) in ends


def _after(one: FoundDate, published: date, said: str) -> bool:
    """Whether a day lies after the publication; a day without a year is read in the source's year."""
    limit = published + timedelta(days=_ZONE_DAYS)
    if re.search(r"\b(?:19|20)\d\d\b", said):
        return one.earliest > limit
    if one.basis == "relative" and not FROM_BEFORE.search(said) and not _CALENDAR.search(said):
        return False
    try:
        day = one.earliest.replace(year=published.year)
    except ValueError:
        return False
    return limit < day <= published + timedelta(days=_SAME_YEAR_DAYS)


def _hedge(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    if theirs.hedge is None or mine.cautious or mine.deciding or mine.attributed or mine.act is None or not related(mine, theirs):
        return
    if words().spoken.fullmatch(theirs.hedge) and _speaks(mine):
        return
    pending = theirs.pending
    if pending is not None and _same_stretch(mine, theirs):
        return
    if pending is not None and (not _done(mine, pending) or any(are_forms(one.text, pending) for one in mine.denied)):
        return
    yield FindingKind.HEDGE, mine.act, theirs.hedge, f"the headline says “{theirs.hedge}”, the text tells it as done"


def _attribution(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    if theirs.claim is None or mine.attributed or mine.act is None or mine.cautious or not related(mine, theirs):
        return
    if _speaks(mine):
        return
    yield FindingKind.ATTRIBUTION, mine.act, theirs.claim, f"the headline gives it as the word of “{theirs.claim}”, the text as a fact"


def _speaks(mine: Statement) -> bool:
    """Whether the statement's own act is one of speech, or told as said in a speech."""
    return (bool(mine.own) and mine.own <= _SPEECH_ACTS) or _IN_SPEECH.search(mine.text) is not None or _VOICED.fullmatch(mine.act.text if mine.act else "") is not None


def _done(mine: Statement, pending: str) -> bool:
    """Whether the text's main verb tells the act that the headline's infinitive names ("sent": "to send")."""
    assert mine.act is not None
    if stem(mine.act.text) == stem(pending):
        return True
    table = act_words()
    one, other = (table.classes.get(word.lower(), frozenset()) for word in (mine.act.text, pending))
    return bool(one and other) and not table.excludes(one, other)


def _denied(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """An act that the one side tells as done and the other says was refused, denied or not done."""
    yield from _cleared(mine, theirs)
    if mine.attributed or mine.cautious:
        return
    for phrase, verb in theirs.denied:
        done = next((one for one in mine.done if are_forms(one.text, verb)), None)
        if done is not None and not any(are_forms(one.text, verb) for one in mine.denied) and _one_matter(mine, theirs, verb):
            yield FindingKind.ACT, done, phrase, f"the text says “{done.text}”, the headline “{phrase}”"
            return
    word = theirs.acts[0][0] if theirs.acts else None
    if word is None or theirs.negated or theirs.denied or theirs.hedge is not None or any(are_forms(one.text, word) for one in mine.done):
        return
    for one in mine.denied:
        if base(one.text) == base(word) and _one_matter(mine, theirs, word):
            yield FindingKind.ACT, one, word, f"the text tells “{one.text}” as not done, the headline says “{word}”"
            return


def _cleared(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """What the text's speaker accuses another of, and in the headline says was not done; the accused may well say so."""
    if theirs.claim is None:
        return
    for phrase, verb in theirs.denied:
        for charged, speaker, states in mine.charged:
            same = states & theirs.tellers if states else content(speaker) & content(theirs.claim)
            denied = words().refusing.match(phrase) or any(are_forms(one.text, verb) for one in mine.denied)
            if same and not denied and are_forms(charged.text, verb):
                yield FindingKind.ACT, charged, phrase, f"the text says “{charged.text}”, the headline “{phrase}”"
                return


def _one_matter(mine: Statement, theirs: Headline, verb: str) -> bool:
    """Whether both tell of one party and of one thing beside the verb."""
    if mine.actors and theirs.actors and not set(mine.actors) & set(theirs.actors):
        return False
    beyond = (mine.countries & theirs.countries) - set(mine.actors)
    return bool(beyond) or any(base(one) != base(verb) for one in mine.matter & theirs.matter)


def _act(mine: Statement, theirs: Headline, coded: Coding) -> Iterator[Disagreement]:
    """Another act, where the two verbs are steps of one ladder or opposites, or where the coder finds unlike types on both sides; not where the
    statement tells the headline's act beside that of its main verb.

    A word of the headline that names a thing in the text ("repair" in "repair ship") is no act there, nor one that names what its act is about.
    """
    told = [(word, names) for word, names in theirs.acts if stem(word) not in mine.things and not _is_matter(word, theirs.text)]
    if mine.act is None or not _one_actor(mine, theirs) or mine.negated or theirs.negated:
        return
    others = frozenset(name for _, names in told for name in names)
    opposed = bool(told) and not mine.own & others and act_words().opposes(mine.own, told[0][1])
    if coded.alike or not (opposed or act_words().excludes(mine.own or mine.acts, others)) or _tells_beside(mine, others):
        return
    verbs = told[:1] if opposed else [one for one in told if any(one[0] in trigger for trigger in coded.triggers)] or told
    word = verbs[0][0] if verbs else coded.word
    if (mine.own and verbs and act_words().parts(mine.own, verbs[0][1])) or coded.unlike:
        yield FindingKind.ACT, mine.act, word, f"the text says “{mine.act.text}”, the headline “{word}”"


def _tells_beside(mine: Statement, others: frozenset[str]) -> bool:
    """Whether a verb beside the main one goes with the headline's acts: "demanded that he go **and blocked** the gate"."""
    classes = [act_words().classes.get(one.text.lower(), frozenset()) for one in mine.done if one != mine.act]
    return any(names and not act_words().excludes(names, others) for names in classes)


def _is_matter(word: str, headline: str) -> bool:
    """Whether a word names what another act of the headline is about: "Backlash Looms over Mora's Virus **Probe**"."""
    owner = r"(?:the|its|their|[\w-]+(?:['’]s|s['’]))"
    return re.search(rf"\w\s+(?:over|amid|about|despite|after|at|against)\s+{owner}\s+(?:[\w-]+\s+){{0,2}}{re.escape(word)}\b", headline, re.IGNORECASE) is not None


def _one_actor(mine: Statement, theirs: Headline) -> bool:
    """Whether the same party acts in both, and on the same matter; where a side names none, more words must agree."""
    common = content(mine.text) & content(theirs.text)
    if not (mine.actors and theirs.actors):
        return len(common) > CLOSE
    alike = bool(set(mine.actors) & set(theirs.actors))
    beyond = (mine.countries & theirs.countries) - set(mine.actors)
    return alike and (bool(mine.matter & theirs.matter) or bool(beyond) or len(common) >= CLOSE)
