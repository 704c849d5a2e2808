"""Evidence that an act answers the trigger, or is about something else: each kind as a number with the words it rests on.

The kinds are the keys of ``weights`` in ``response.toml``; their weighted sum decides, and each is kept as a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.analyse.response.affair import Affair
from dateline.analyse.response.answeredto import answered_by
from dateline.analyse.response.content import step_of
from dateline.analyse.response.precedence import told_before
from dateline.analyse.response.query import days, is_dated
from dateline.analyse.response.refusal import planned, refuses
from dateline.analyse.response.samedeed import same_deed
from dateline.analyse.response.scene import Scene, recipients_of
from dateline.analyse.response.sentences import Reader
from dateline.analyse.response.tables import Cues
from dateline.analyse.response.values import Trigger, codes_of
from dateline.analyse.response.within import is_within, meets_party
from dateline.analyse.response.words import Word
from dateline.types import Span, Status
from dateline.wording import plural

#: How many words of a kind count: the third "brigade" proves no more than two.
CAPS: Final = {"term": 3, "vocabulary": 2, "learned": 2, "around": 2, "foreign": 4, "old": 2}
#: Types that answer by nature: what is done against somebody's act.
ANSWERING: Final = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "REQUEST", "REJECT"})
#: How many other words of a charge between the trigger's parties count: what one reproaches the other with is seldom put in the words of the act.
CHARGE: Final = 1
#: Types of acts by which forces come to a place.
SENT: Final = frozenset({"MOBILIZE", "ASSAULT", "RETREAT", "AID"})
#: Types that hit or blame somebody: directed at bystanders alone, they answer nobody unless the text says so.
AIMED: Final = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST"})
#: Types of triggers that hit somebody.
HITS: Final = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})
#: Evidence that ties an act to the trigger's parties or calls it an answer; words in common alone do not.
LINKS: Final = frozenset({"directed", "named", "both", "opponent", "backer", "answer", "ground", "cited", "mediation"})
#: Evidence that a sentence is about the trigger's parties; and words in common that tie an act in a text without them
#: to the trigger; one is enough in a text of a few sentences.
NAMING: Final = frozenset({"directed", "named", "opponent", "backer"})
#: What the words of an act have in common with the affair, beside a party's name.
TOLD: Final = frozenset({"term", "learned", "answer", "ground", "cited", "title", "both"})
TIES: Final = 2
SHORT: Final = 4
#: The same of a guest's reception, in which the host's own name ties nothing.
_TIED_TO: Final = LINKS - {"named", "cited"}
_HOSTING: Final = re.compile(r"(?:host|receiv|welcom)(?:e|es|ed|ing|s)?\b", re.IGNORECASE)
#: Types of everyday business between any two countries.
EVERYDAY: Final = frozenset({"SUPPORT", "COOPERATE", "AID", "AGREE", "CONCEDE"})
#: What is said to continue was there before.
_CONTINUES: Final = re.compile(r"\b(?:continu(?:e|es|ed|ing) to|kept (?:on )?\w+ing|went on \w+ing)\b", re.IGNORECASE)
#: Characters after a word of ground ("over", "because of") in which its ground is looked for: about six words.
GROUND_REACH: Final = 45
#: Days of a month; and months after which lateness proves no more.
MONTH: Final = 30
MONTHS: Final = 5
#: The same in a text that recounts what followed: it tells late acts because they belong to its story.
RECOUNTED_MONTHS: Final = 2
#: An actor named so is the one of the sentence before.
PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
#: "hand **over** the deserters": the verb's own particle gives no ground.
_PARTICLE: Final = re.compile(r"\b(?:hand|turn|tak|g[ai]v|sign|fl[yi]|flew|took|[bp]ass)(?:e[dns]?|ing|s|ed|en|n)?\s+over$", re.IGNORECASE)
#: "after **President Ruto had met** the emir": it came when somebody did something, which is no ground by the words that name who.
_MET: Final = re.compile(
    r"\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}?(?:had\s+)?(?:spoken|spoke|met|talked|conferred|telephoned)\b", re.IGNORECASE
)
#: Before a country: something happens in it, or people meet there.
_IN: Final = re.compile(r"\b(?:in|across|inside|throughout)\s+(?:the\s+|\w+ern\s+)?$", re.IGNORECASE)
_MEETS: Final = re.compile(
    r"\b(?:(?:meetings?|summits?|sessions?|talks|conferences?|court|tribunal)\b[^,;.]{0,30}|(?:embassy|ambassador|envoy|troops|forces|base)s?\s+in\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
#: A name of several words.
_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: (?:(?:de|da|del|von|van|al|bin|ibn|of) )?[A-ZÀ-ÖØ-Þ][\w.’'-]*)*")
#: A month before a name, with the word that opens its sentence: "**In August** Robles".
_WHEN: Final = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?:January|February|March|April|May|June|July|August|September|October|November|December) (?=[A-ZÀ-ÖØ-Þ])"
)
#: Who calls it so: "what **the president called** steps to protect its territory".
_CALLED: Final = re.compile(
    r"\bwhat (?:[\w'’.-]+ ){1,8}?(?:call(?:s|ed)|term(?:s|ed)|describ(?:es|ed) as|regard(?:s|ed) as|(?:says?|said) (?:is|was|are|were))\b"
)
#: What a meeting was to be about.
_TOPIC: Final = re.compile(r"over|about|for", re.IGNORECASE)
#: Bodies that stand in place of a country (PLOVER's codes).
BODIES: Final = frozenset({"IGO", "EUR", "UNO", "NGO", "ISM"})


@dataclass(frozen=True, slots=True)
class Signal:
    """A kind of evidence, how much of it there is (before its weight), and the words it rests on."""

    kind: str
    amount: float
    words: str = ""


def signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues, reader: Reader) -> tuple[Signal, ...]:
    """All evidence about an act, for and against."""
    found = [
        Signal("base", 1.0),
        *_late(scene, trigger),
        *_begun(scene, trigger),
        Signal("before", float(bool(before := told_before(scene, trigger))), before),
        *_party_signals(scene, trigger, affair),
        *_word_signals(scene, affair, cues),
        *_cue_signals(scene, trigger, affair, cues, deed := same_deed(scene, trigger)),
        *_title_signals(scene, affair, reader),
        *_foreign_signals(scene, trigger, affair, cues, deed),
    ]
    found += _elsewhere(scene, trigger, found)
    return tuple(signal for signal in found if signal.amount)


def _elsewhere(scene: Scene, trigger: Trigger, found: Sequence[Signal]) -> Iterator[Signal]:
    """An act that is not tied to the trigger in words and hits bystanders alone ("froze trade with Spain" after what France did), is about
    what happens elsewhere ("called for calm in Haiti"), or stands in a text of another affair and is not tied to the trigger
    all the same."""
    kinds = {one.kind for one in found if one.amount}
    mention = scene.told.mention
    involved = trigger.parties | trigger.opponents | trigger.backers | BODIES | {scene.actor}
    at = recipients_of(mention, scene.actor)
    about = set() if "term" in kinds or kinds & (LINKS - {"ground"}) else _places(scene)
    if scene.away and not _is_tied(scene, found):
        yield Signal("elsewhere", 1.0)
    elif mention.type in ANSWERING and about and not about & involved:
        yield Signal("elsewhere", 1.0, ", ".join(sorted(about)))
    elif _receives(scene) and at and not at & involved and not kinds & _TIED_TO:
        yield Signal("elsewhere", 1.0, ", ".join(sorted(at)))
    elif _is_only_host(scene) and not codes_of(mention.actors) & involved and not kinds & (LINKS - {"cited"}):
        yield Signal("elsewhere", 1.0, ", ".join(sorted(codes_of(mention.actors))))
    elif not kinds & LINKS and mention.type in AIMED and at and not at & involved:
        yield Signal("elsewhere", 1.0, ", ".join(sorted(at)))


def _is_only_host(scene: Scene) -> bool:
    """Whether somebody else visits or calls on the actor: what a third state came for is its own matter."""
    mention = scene.told.mention
    return mention.type == "CONSULT" and bool(mention.actors) and scene.actor not in codes_of(mention.actors)


def _receives(scene: Scene) -> bool:
    """Whether the actor hosts or receives a guest ("Putin, who was **hosting** the king of Jordan"): beside somebody uninvolved it answers nobody."""
    mention = scene.told.mention
    return mention.type == "CONSULT" and _HOSTING.match(mention.trigger.text) is not None and scene.actor in codes_of(mention.actors)


def _is_tied(scene: Scene, found: Sequence[Signal]) -> bool:
    """Whether an act in a text of another affair has to do with the trigger all the same: it names a party and shares words with the affair,
    or has two of the trigger's own; in a text of a few sentences either will do."""
    kinds = {one.kind for one in found if one.amount}
    if len(scene.told.coded.sentences) <= SHORT:
        return bool(kinds & (LINKS | {"term"}))
    return bool(kinds & NAMING and kinds & TOLD) or sum(one.amount for one in found if one.kind == "term") >= TIES


def _places(scene: Scene) -> set[str]:
    """The countries that the sentence says something happens in, save where people only meet."""
    text = scene.matter.sentence.text
    return {code for start, code in scene.matter.countries.items() if _IN.search(text[:start]) and not _MEETS.search(text[:start])}


def _party_signals(scene: Scene, trigger: Trigger, affair: Affair) -> Iterator[Signal]:
    parties = trigger.parties - {scene.actor} or trigger.parties
    at = recipients_of(scene.told.mention, scene.actor) & parties
    named = {code: start for start, code in sorted(scene.matter.countries.items(), reverse=True) if code in parties}
    if is_within(trigger):
        at, named = at if meets_party(scene, trigger) else frozenset(), {}
    if at:
        yield Signal("directed", 1.0, ", ".join(sorted(at)))
    elif named:
        yield Signal("named", 1.0, ", ".join(sorted(named)))
    elif (where := _soil(scene)) in parties:
        yield Signal("named", 1.0, where)
    elif called := [] if scene.matter.sentence.text.isupper() else [word for word in scene.matter.content if word.capital and word.topic in affair.names]:
        yield Signal("named", 1.0, ", ".join(dict.fromkeys(_whole_name(scene, word) for word in called)))
    beyond = recipients_of(scene.told.mention, scene.actor) & (trigger.opponents - {scene.actor})
    if beyond:
        yield Signal("opponent", 1.0, ", ".join(sorted(beyond)))
    behind = recipients_of(scene.told.mention, scene.actor) & (trigger.backers - {scene.actor})
    if behind and scene.told.mention.type in ANSWERING:
        yield Signal("backer", 1.0, ", ".join(sorted(behind)))
    if len(at | set(named)) > 1:
        yield Signal("both", 1.0, ", ".join(sorted(at | set(named))))
    if scene.told.mention.type in ANSWERING:
        yield Signal("answering", 1.0, scene.told.mention.type)
    if (
        scene.subject
        and scene.told.mention.type in ANSWERING
        and not _others_named(scene, trigger)
        and codes_of(scene.told.mention.recipients) != {scene.actor}
    ):
        yield Signal("subject", 1.0, scene.told.document.title or "")
    relieved = _relief(scene, trigger)
    if relieved:
        yield Signal("relief", 1.0, ", ".join(sorted(relieved)))
    elif scene.told.mention.type in EVERYDAY and not scene.told.mention.negated:
        yield Signal("everyday", 1.0, scene.told.mention.type)


def _others_named(scene: Scene, trigger: Trigger) -> frozenset[str]:
    """Codes of those whom an act is directed at, or else its clause names, beside the trigger's parties and whoever acts."""
    at = recipients_of(scene.told.mention, scene.actor)
    named = {code for start, code in scene.matter.countries.items() if scene.clause[0] <= start < scene.clause[1]}
    return frozenset(at or named) - trigger.parties - {scene.actor}


def _relief(scene: Scene, trigger: Trigger) -> frozenset[str]:
    """Whom a bystander helps, where the trigger hit them and the text opens with it: such help is no everyday business."""
    mention = scene.told.mention
    helps = mention.type == "AID" or (mention.type in ("SUPPORT", "AGREE") and step_of(mention) == "MOBILIZE")
    if not helps or mention.negated or scene.actor in trigger.parties or not trigger.types & HITS or not scene.opens:
        return frozenset()
    return recipients_of(mention, scene.actor) & (trigger.others - trigger.doers)


def _whole_name(scene: Scene, word: Word) -> str:
    """The name of the act's party that a word is part of, else the words with capitals around it."""
    at = scene.matter.sentence.span.start + word.start
    mention, text = scene.told.mention, scene.matter.sentence.text
    if text.isupper():
        return word.form
    party = next((party.text for party in (*mention.actors, *mention.recipients) if party.span.start <= at < party.span.end), None)
    return party or next(
        (_WHEN.sub("", match[0].rstrip(".'’-")) for match in _NAME.finditer(text) if match.start() <= word.start < match.end()), word.form
    )


def _soil(scene: Scene) -> str:
    """The country on whose soil an act of force or a sending takes place; "" for other acts and for the actor's own soil."""
    mention = scene.told.mention
    country = mention.place.country if mention.place is not None and mention.type in SENT else None
    return country if country is not None and country != scene.actor else ""


def _begun(scene: Scene, trigger: Trigger) -> Iterator[Signal]:
    """An act that goes on since a day well before the trigger ("has been operating since November"), or business that
    goes on as before ("continued to expand its trade"), does not answer it."""
    mention = scene.told.mention
    when = mention.date
    begin, base = scene.clause[0], mention.sentence.span.start
    goes_on = _CONTINUES.search(mention.sentence.text, begin, mention.trigger.span.end - base)
    if goes_on is not None and mention.type in EVERYDAY and not mention.negated:
        yield Signal("begun", 1.0, goes_on[0])
        return
    if when is None or when.text is None or mention.status is not Status.ONGOING or (when.latest - when.earliest).days <= MONTH:
        return
    if trigger.first is not None and (trigger.first - when.earliest).days > MONTH:
        yield Signal("begun", 1.0, when.text)


def _late(scene: Scene, trigger: Trigger) -> Iterator[Signal]:
    if scene.recounted and not is_dated(scene.told) and scene.told.near is None:
        return  # the day of a text that looks back is not that of the act
    first, _ = days(scene.told)
    months = 0 if first is None or trigger.last is None else ((first - trigger.last).days - 1) // MONTH
    if months > 0:
        yield Signal(
            "late",
            float(min(months, RECOUNTED_MONTHS if scene.recounted else MONTHS)),
            f"{plural(months, 'month')}{'' if is_dated(scene.told) else ' (by document)'}",
        )


def _counted(kind: str, words: Sequence[Word], text: str = "") -> Signal:
    """How many distinct words there are, to the cap of the kind; the words of one name ("Gaza Strip" in ``text``) are one."""
    distinct: dict[str, str] = {}
    for run in _runs(words, text):
        key = next((word.topic for word in run if word.topic in distinct), run[0].topic)
        form = text[run[0].start : run[-1].end] if len(run) > 1 else run[0].form
        distinct[key] = max(distinct.get(key, ""), form, key=len) if len(run) > 1 else form
        distinct |= {word.topic: "" for word in run if word.topic != key}
    forms = [form for form in distinct.values() if form][: CAPS[kind]]
    return Signal(kind, float(len(forms)), ", ".join(forms))


def _runs(words: Sequence[Word], text: str) -> list[list[Word]]:
    """Words in order, those that stand side by side with capitals ("Hakan Fidan") together; each alone in a line all in capitals."""
    runs: list[list[Word]] = []
    for word in words:
        joins = bool(runs) and word.capital and runs[-1][-1].capital and text[runs[-1][-1].end : word.start] == " " and not text.isupper()
        if joins:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _promptly(scene: Scene, cues: Cues) -> Iterator[Signal]:
    """Words by which an act follows at once on the sentence before ("**Within a day** Riga had recalled its envoy")."""
    text, at = scene.matter.sentence.text, scene.told.mention.trigger.span.start - scene.matter.sentence.span.start
    found = cues.prompt.search(text, scene.clause[0], at) or cues.promptly_begun.match(text)
    if found is not None:
        yield Signal("prompt", 1.0, found[0].strip(" ,"))


def _word_signals(scene: Scene, affair: Affair, cues: Cues) -> Iterator[Signal]:
    content = [word for word in scene.matter.content if not scene.is_doer(word) and word.topic not in scene.taught]
    inside = [word for word in scene.matter.within(scene.clause) if word in content]
    yield _counted("term", [word for word in inside if word.topic in affair.terms], scene.matter.sentence.text)
    yield _counted("vocabulary", [word for word in inside if word.topic in affair.vocabulary])
    yield _counted("learned", [word for word in inside if word.topic in affair.learned], scene.matter.sentence.text)
    yield _counted("old", [word for word in inside if word.topic in affair.old and word.topic not in affair.learned])
    outside = [word for word in content if word not in inside and word.topic in affair.all]
    yield _counted("around", outside, scene.matter.sentence.text)
    if scene.continues:
        yield Signal("continues", 1.0)
        yield from _promptly(scene, cues)
        pronoun = next((party.text for party in scene.told.mention.actors if party.text.lower() in PRONOUNS), "")
        if pronoun:
            yield Signal("same", 1.0, pronoun)


def _cue_signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues, deed: tuple[int, int] | None) -> Iterator[Signal]:
    text = scene.clause_text
    answer = cues.answers.search(text)
    if answer is not None and _is_of_the_ground(scene, answer.start()):
        answer = None
    if answer is not None:
        yield Signal("answer", 1.0, answer[0])
    elif scene.announced:
        yield Signal("answer", 1.0, scene.announced)
    ground = _ground(scene, affair, cues.grounds) if deed is None else scene.matter.sentence.text[deed[0] : deed[1]].strip(' ,;.”')
    if ground:
        yield Signal("ground", 1.0, ground)
    if scene.matter.apart:
        yield Signal("apart", 1.0, scene.matter.apart)
    if refuses(scene, trigger, cues):
        yield Signal("refusal", 1.0, scene.told.mention.trigger.text)
    mediation = cues.mediation.search(text)
    if mediation is not None:
        yield Signal("mediation", 1.0, mediation[0])


def _is_of_the_ground(scene: Scene, at: int) -> bool:
    """Whether a word of answering in the clause says that another act answers this one ("in retaliation for Friday's **attack**")."""
    found = answered_by(scene.told.mention)
    return found is not None and found[0] <= scene.clause[0] + at < found[1]


def _ground(scene: Scene, affair: Affair, pattern: re.Pattern[str]) -> str:
    """A ground of the affair in the clause: "over the detention"."""
    text, base = scene.matter.sentence.text, scene.matter.sentence.span.start
    own = range(scene.told.mention.trigger.span.start - base, scene.told.mention.trigger.span.end - base)
    for match in pattern.finditer(text, *scene.clause):
        if _PARTICLE.search(text[: match.end()]) is not None or _MET.match(text, match.end()) is not None:
            continue
        reach = (match.end(), match.end() + GROUND_REACH)
        words = [
            word for word in scene.matter.within(reach) if word.topic in affair.all and not scene.is_doer(word) and word.start not in own
        ]
        if words:
            return text[match.start() : words[0].end]
    return ""


def _foreign_signals(scene: Scene, trigger: Trigger, affair: Affair, cues: Cues, deed: tuple[int, int] | None) -> Iterator[Signal]:
    answer = cues.measures if refuses(scene, trigger, cues) else frozenset()
    persons = _named_holders(scene, cues)
    base = scene.matter.sentence.span.start
    named = [*(party.span for party in (*scene.told.mention.actors, *scene.told.mention.recipients)), *_speaker(scene)]
    at = recipients_of(scene.told.mention, scene.actor)
    plans, told = planned(scene), deed or (0, 0)
    callers = [match.span() for match in _CALLED.finditer(scene.matter.sentence.text, *scene.about)]
    words = [
        word
        for word in scene.matter.foreign_words(scene.about)
        if word.topic not in affair.all
        and not plans[0] <= word.start < plans[1]
        and not told[0] <= word.start < told[1]
        and not any(start <= word.start < end for start, end in callers)
        and word.topic not in affair.names
        and word.start not in persons
        and word.stem not in answer
        and not any(span.start <= base + word.start < span.end for span in named)
    ]
    charged = scene.told.mention.type == "ACCUSE" and scene.actor in trigger.parties
    towards = at & (trigger.parties - {scene.actor}) or (scene.subject and not _others_named(scene, trigger))
    manner = cues.vocabulary[scene.told.mention.type] if towards else frozenset()
    counted = [word for word in words if word.topic not in manner]
    yield _counted("foreign", counted[:CHARGE] if charged and at & trigger.parties else counted)
    if not words and at & (trigger.parties - {scene.actor}):
        yield Signal("bare", 1.0)
    text = scene.matter.sentence.text
    for match in cues.own_ground.finditer(text, *scene.about):
        if told[0] <= match.start() < told[1] or (plans[0] <= match.start() < plans[1] and _TOPIC.match(match[0])) or _is_in_quotes(scene, match.start()):
            continue
        reach = (match.start(), min(match.end() + GROUND_REACH, scene.about[1]))
        after = [word for word in scene.matter.within(reach) if not scene.matter.is_quoted(word)]
        if after and not any(word.topic in affair.all for word in after):
            yield Signal("own_ground", 1.0, text[match.start() : after[0].end])
            return


def _is_in_quotes(scene: Scene, at: int) -> bool:
    return any(start <= at < end for start, end in scene.matter.quoted)


def _named_holders(scene: Scene, cues: Cues) -> frozenset[int]:
    """Starts of the words that name who holds an office ("its ambassador, **Saïd Moussi**"): no matter of the act's own."""
    text, found = scene.matter.sentence.text, set[int]()
    for before, word in pairwise(scene.matter.words):
        between = text[before.end : word.start]
        if word.capital and (
            (between in (" ", ", ") and before.stem in cues.offices) or (between in (" ", ". ") and before.start in found)
        ):
            found.add(word.start)
    return frozenset(found)


def _speaker(scene: Scene) -> tuple[Span, ...]:
    """The words for who says that it was done: the name is no matter of the act's own."""
    said = scene.told.mention.attribution
    return () if said is None or said.span is None else (said.span,)


def _title_signals(scene: Scene, affair: Affair, reader: Reader) -> Iterator[Signal]:
    doers = {word.topic for word in scene.matter.content if scene.is_doer(word)}
    cited = [link.source.title for link in scene.told.mention.sources if link.link == "marker" and link.source.title]
    for kind, titles in (("cited", cited), ("title", [scene.told.document.title or ""])):
        for title in titles:
            words = [word for word in reader.content(title) if word.topic in affair.all and word.topic not in doers | scene.taught]
            said = [word.form for word in words if not scene.opens or kind == "cited" or word.topic not in affair.titled]
            if words:
                yield Signal(kind, 1.0, f"{', '.join(said)} in “{title}”" if said else "")
                break
