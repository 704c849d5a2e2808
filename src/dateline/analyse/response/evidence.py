"""Evidence that an act answers the trigger, or is about something else: each kind as a number with the words it rests on.

The kinds are the keys of ``weights`` in ``response.toml``; their weighted sum decides, and each is kept as a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.analyse.response.affair import Affair
from dateline.analyse.response.query import days, is_dated
from dateline.analyse.response.sentences import Matter, Reader, clause_of, complement
from dateline.analyse.response.tables import Cues
from dateline.analyse.response.values import Told, Trigger
from dateline.analyse.response.words import Word, words_of
from dateline.types import EventMention, Status

#: How many words of a kind count: the third "brigade" proves no more than two.
CAPS: Final = {"term": 3, "vocabulary": 2, "learned": 2, "around": 2, "foreign": 4, "old": 2}
#: Types that answer by nature: what is done against somebody's act.
ANSWERING: Final = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "REQUEST", "REJECT"})
#: Types of acts by which forces come to a place.
SENT: Final = frozenset({"MOBILIZE", "ASSAULT", "RETREAT", "AID"})
#: Types of everyday business between any two countries.
EVERYDAY: Final = frozenset({"SUPPORT", "COOPERATE", "AID", "AGREE", "CONCEDE"})
#: Characters after a word of ground ("over", "because of") in which its ground is looked for: about six words.
GROUND_REACH: Final = 45
#: Days of a month; and months after which lateness proves no more.
MONTH: Final = 30
MONTHS: Final = 5
#: An actor named so is the one of the sentence before.
PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
#: Bodies that stand in place of a country (PLOVER's codes).
BODIES: Final = frozenset({"IGO", "EUR", "UNO", "NGO", "ISM"})


@dataclass(frozen=True, slots=True)
class Signal:
    """A kind of evidence, how much of it there is (before its weight), and the words it rests on."""

    kind: str
    amount: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """An act in its sentence: its clause, what it is about, and whether the sentence before belongs to the affair."""

    told: Told
    actor: str
    matter: Matter
    clause: tuple[int, int]
    about: tuple[int, int]
    continues: bool = False

    @property
    def clause_text(self) -> str:
        """The words of the clause."""
        return self.matter.sentence.text[self.clause[0] : self.clause[1]]


def scene_of(told: Told, actor: str, others: Sequence[EventMention], reader: Reader, *, continues: bool = False) -> Scene:
    """The scene of an act; ``others`` are the acts of the same sentence."""
    matter = reader.matter(told.coded, told.mention.sentence)
    clause = clause_of(told.mention, others)
    return Scene(told, actor, matter, clause, complement(told.mention, clause), continues)


def recipients_of(mention: EventMention, actor: str) -> frozenset[str]:
    """Codes of whom an act is directed at; of meetings and deals the other participants."""
    found = {party.country for party in mention.recipients if party.country}
    if not mention.recipients:
        found = {party.country for party in mention.actors if party.country and party.country != actor}
    return frozenset(found)


def signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues, reader: Reader) -> tuple[Signal, ...]:
    """All evidence about an act, for and against."""
    found = [
        Signal("base", 1.0),
        *_late(scene, trigger),
        *_begun(scene, trigger),
        *_party_signals(scene, trigger, affair),
        *_word_signals(scene, affair),
        *_cue_signals(scene, trigger, affair, cues),
        *_title_signals(scene, affair, reader),
        *_foreign_signals(scene, trigger, affair, cues),
    ]
    return tuple(signal for signal in found if signal.amount)


def _party_signals(scene: Scene, trigger: Trigger, affair: Affair) -> Iterator[Signal]:
    parties = trigger.parties - {scene.actor} or trigger.parties
    at = recipients_of(scene.told.mention, scene.actor) & parties
    named = {code: start for start, code in sorted(scene.matter.countries.items(), reverse=True) if code in parties}
    if at:
        yield Signal("directed", 1.0, ", ".join(sorted(at)))
    elif named:
        yield Signal("named", 1.0, ", ".join(sorted(named)))
    elif (where := _soil(scene)) in parties:
        yield Signal("named", 1.0, where)
    elif called := [word.form for word in scene.matter.content if word.topic in affair.names]:
        yield Signal("named", 1.0, ", ".join(called))
    beyond = recipients_of(scene.told.mention, scene.actor) & trigger.opponents
    if beyond:
        yield Signal("opponent", 1.0, ", ".join(sorted(beyond)))
    if len(at | set(named)) > 1:
        yield Signal("both", 1.0, ", ".join(sorted(at | set(named))))
    if scene.told.mention.type in ANSWERING:
        yield Signal("answering", 1.0, scene.told.mention.type)
    if scene.told.mention.type in EVERYDAY and not scene.told.mention.negated:
        yield Signal("everyday", 1.0, scene.told.mention.type)


def _soil(scene: Scene) -> str:
    """The country on whose soil an act of force or a sending takes place; "" for other acts and for the actor's own soil."""
    mention = scene.told.mention
    country = mention.place.country if mention.place is not None and mention.type in SENT else None
    return country if country is not None and country != scene.actor else ""


def _begun(scene: Scene, trigger: Trigger) -> Iterator[Signal]:
    """An act that goes on since a day well before the trigger ("has been operating since November") does not answer it."""
    mention = scene.told.mention
    when = mention.date
    if when is None or when.text is None or mention.status is not Status.ONGOING or (when.latest - when.earliest).days <= MONTH:
        return
    if (trigger.first - when.earliest).days > MONTH:
        yield Signal("begun", 1.0, when.text)


def _late(scene: Scene, trigger: Trigger) -> Iterator[Signal]:
    first, _ = days(scene.told)
    months = 0 if first is None else ((first - trigger.last).days - 1) // MONTH
    if months > 0:
        yield Signal("late", float(min(months, MONTHS)), f"{months} months{'' if is_dated(scene.told) else ', by document'}")


def _counted(kind: str, words: Sequence[Word]) -> Signal:
    distinct = {word.topic: word.form for word in words}
    forms = list(distinct.values())[: CAPS[kind]]
    return Signal(kind, float(len(forms)), ", ".join(forms))


def _word_signals(scene: Scene, affair: Affair) -> Iterator[Signal]:
    inside = scene.matter.within(scene.clause)
    yield _counted("term", [word for word in inside if word.topic in affair.terms])
    yield _counted("vocabulary", [word for word in inside if word.topic in affair.vocabulary])
    yield _counted("learned", [word for word in inside if word.topic in affair.learned])
    yield _counted("old", [word for word in inside if word.topic in affair.old and word.topic not in affair.learned])
    outside = [word for word in scene.matter.content if word not in inside and word.topic in affair.all]
    yield _counted("around", outside)
    if scene.continues:
        yield Signal("continues", 1.0)
        pronoun = next((party.text for party in scene.told.mention.actors if party.text.lower() in PRONOUNS), "")
        if pronoun:
            yield Signal("same", 1.0, pronoun)


def _cue_signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues) -> Iterator[Signal]:
    text = scene.clause_text
    answer = cues.answers.search(text)
    if answer is not None:
        yield Signal("answer", 1.0, answer[0])
    ground = _ground(scene, affair, cues.grounds)
    if ground:
        yield Signal("ground", 1.0, ground)
    if scene.matter.apart:
        yield Signal("apart", 1.0, scene.matter.apart)
    if refuses(scene, trigger, cues):
        yield Signal("refusal", 1.0, scene.told.mention.trigger.text)
    mediation = cues.mediation.search(text)
    if mediation is not None:
        yield Signal("mediation", 1.0, mediation[0])


def _ground(scene: Scene, affair: Affair, pattern: re.Pattern[str]) -> str:
    """A ground of the affair in the clause: "over the detention"."""
    text = scene.matter.sentence.text
    for match in pattern.finditer(text, *scene.clause):
        reach = (match.end(), match.end() + GROUND_REACH)
        words = [word for word in scene.matter.within(reach) if word.topic in affair.all]
        if words:
            return text[match.start() : words[0].end]
    return ""


def _foreign_signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues) -> Iterator[Signal]:
    answer = cues.measures if refuses(scene, trigger, cues) else frozenset()
    base = scene.matter.sentence.span.start
    parties = [party.span for party in (*scene.told.mention.actors, *scene.told.mention.recipients)]
    words = [
        word
        for word in scene.matter.foreign_words(scene.about)
        if word.topic not in affair.all
        and word.topic not in affair.names
        and word.stem not in answer
        and not any(span.start <= base + word.start < span.end for span in parties)
    ]
    yield _counted("foreign", words)
    if not words and recipients_of(scene.told.mention, scene.actor) & (trigger.parties - {scene.actor}):
        yield Signal("bare", 1.0)
    text = scene.matter.sentence.text
    for match in cues.own_ground.finditer(text, *scene.about):
        reach = (match.start(), min(match.end() + GROUND_REACH, scene.about[1]))
        after = [word for word in scene.matter.within(reach) if not scene.matter.is_quoted(word)]
        if after and not any(word.topic in affair.all for word in after):
            yield Signal("own_ground", 1.0, text[match.start() : after[0].end])
            return


def _title_signals(scene: Scene, affair: Affair, reader: Reader) -> Iterator[Signal]:
    cited = [link.source.title for link in scene.told.mention.sources if link.link == "marker" and link.source.title]
    for kind, titles in (("cited", cited), ("title", [scene.told.document.title or ""])):
        for title in titles:
            words = [word.form for word in reader.content(title) if word.topic in affair.all]
            if words:
                yield Signal(kind, 1.0, f"{', '.join(words)} in “{title}”")
                break


def refuses(scene: Scene, trigger: Trigger, cues: Cues) -> bool:
    """Whether the act is restraint: not done, or a refusal of what would have been an answer.

    To turn down the claims and calls of whoever did the trigger, or to refuse to receive them, is an answer itself ("rejected the
    explanation"); to turn down what others propose is restraint.
    """
    mention = scene.told.mention
    if mention.negated:
        return mention.type not in {"CONSULT", "REQUEST"}
    if mention.type != "REJECT":
        return False
    at = recipients_of(mention, scene.actor)
    if at and not at & (trigger.doers - {scene.actor}):
        return True
    stems = [word.stem for word in words_of(scene.matter.sentence.text[scene.about[0] : scene.about[1]])]
    first = next((word for word in stems if word in cues.measures or word in cues.defiance), None)
    return first is None or first in cues.measures
