"""Which acts of which actors answer the trigger: candidates by date and actor, judged twice, with the words learned in between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from dateline.analyse.response.affair import Affair, affair_of, announces, matter_words, with_learned
from dateline.analyse.response.backers import backers_of
from dateline.analyse.response.charged import is_charged
from dateline.analyse.response.content import step_of
from dateline.analyse.response.evidence import BODIES, signals
from dateline.analyse.response.narrated import looks_back
from dateline.analyse.response.query import STRETCH, days, guards, is_dated
from dateline.analyse.response.reach import reach_of
from dateline.analyse.response.refusal import planned, refuses
from dateline.analyse.response.retold import retells
from dateline.analyse.response.scene import Scene, recipients_of, scene_of
from dateline.analyse.response.sentences import Countries, Reader
from dateline.analyse.response.tables import Cues, cues
from dateline.analyse.response.values import Judged, Label, Reason, Told, Trigger, before_trigger, codes_of
from dateline.analyse.response.words import stem
from dateline.ontology.fieldcodes import country_named
from dateline.types import Coded, EventMention, Participant, SentenceKind, Status

#: An act is kept from this sum on.
KEPT: Final = 0.0
#: Days before its publication in which news that gives its event no day tells of it.
NEWS: Final = timedelta(days=7)
#: Acts from this sum on teach the affair new words ("nickel" after "suspended nickel exports over the ban").
SURE: Final = 2.5
#: Acts of which the coder is less sure stand on no rung and are listed apart: its confidence is calibrated, so below this more are
#: wrong than right.
CONFIDENCE: Final = 0.5
#: A text names a party in passing where no more than one in so many of its acts does.
PASSING: Final = 6
#: What a state does to its own people because of another's act (rations, helps, arrests), and what its organs reproach it with or ask of it.
_OWN_PEOPLE: Final = frozenset({"AID", "COERCE", "ASSAULT", "ACCUSE", "REQUEST"})
#: What a parliament does to another state by law, and not by opinion.
_ENACTED: Final = frozenset({"SANCTION", "COERCE"})
#: Sectors of armed groups that are no organ of the state.
_GROUPS: Final = frozenset({"REB", "UAF", "CRM", "PRM"})
#: Words for getting people out, and whom a state gets out for itself.
_EVACUATING: Final = re.compile(r"(?:the\s+)?(?:evacuat\w+|airlift\w*|repatriat\w+|(?:fly|flies|flew|flown|flying|brought|bringing|bring)\b)", re.IGNORECASE)
_ITS_PEOPLE: Final = re.compile(
    r"\w+\s+(?:(?:out|home|of)\s+)?(?:(?:\d[\d,]*|some|all|hundreds|dozens|of)\s+)*(?:the families of\s+)?(?:its|their|his|her)\s+(?:own\s+)?"
    r"(?:nationals|citizens|people|diplomats|staff|families|soldiers|troops)\b",
    re.IGNORECASE,
)
#: What one state says to another or takes from it, and never from itself.
_SAID_TO: Final = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SANCTION"})
#: Whose staff serves the state abroad ("embassy staff").
_POSTS: Final = re.compile(r"\b(?:embass(?:y|ies)|consul\w+|legation|diplomatic|mission)\b", re.IGNORECASE)
#: Steps that a state announces as its own, and how it does.
_ANNOUNCED: Final = frozenset({"SANCTION", "MOBILIZE", "CONCEDE", "AID", "COERCE"})
_ANNOUNCING: Final = re.compile(r"announc(?:e|es|ed|ing)|decree(?:s|d)|declar(?:es|ed)|order(?:s|ed)", re.IGNORECASE)
#: Reported acts, and announced ones; what is only imagined answers nothing unless it is refused.
_COUNTED: Final = frozenset({Status.OCCURRED, Status.ONGOING, Status.FUTURE})

#: A condition that is still open before the act's words.
_CONDITION: Final = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ii]n case|[Pp]rovided that)\b[^,;]*$|^Should\b[^,;]*$")
#: What a name is said to be: ", a Danish provocateur".
_CALLED: Final = re.compile(r",\s+(?:an?|the)\s+([^,;.]{1,60})")
#: A guess before the act's words, "could also", "may not"; "could not" tells of what did not happen, and "would" of what is refused.
_MAY: Final = re.compile(
    r"\b(?:may|might|could(?!\s+not\b)|can(?!\s+not\b))\s+(?:(?:also|even|still|yet|well|not|simply|instead|then|now|soon|again|always|\w+ly)\s+)*"
    r"(?:be|have|choose|decide|opt|prefer|begin|start)?(?:\s+to)?\s*$|\b(?:perhaps|possibly)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which acts count: those within ``horizon`` days after the trigger's last day (``None``: as far as :mod:`.reach` says), coded with
    this ``confidence`` or more."""

    horizon: int | None = None
    confidence: float = CONFIDENCE

    def sure(self, one: Judged) -> bool:
        """Whether an act was coded with enough confidence to stand on the ladder, alone or together with other readings of its event."""
        return max(one.told.mention.confidence, one.together or 0.0) >= self.confidence


@dataclass(frozen=True, slots=True)
class Bench:
    """What every judgement needs: trigger, affair, words, reader, the acts of each sentence, the ids of
    documents of other affairs, and for each act (by id) the words that it alone taught the affair, and the ids of documents that
    open with the trigger and of those that recount what followed it; and for those whose title is about an answer whose it is, of anybody where empty."""

    trigger: Trigger
    affair: Affair
    cues: Cues
    reader: Reader
    beside: dict[tuple[str, int], tuple[EventMention, ...]]
    away: frozenset[str] = frozenset()
    own_words: dict[str, frozenset[str]] = field(default_factory=dict)
    opened: frozenset[str] = frozenset()
    recounts: frozenset[str] = frozenset()
    subjects: Mapping[str, frozenset[str]] = field(default_factory=dict)


def _key(told: Told) -> tuple[str, int]:
    return told.document.doc_id, told.mention.sentence.span.start


def actors_of(mention: EventMention) -> frozenset[str]:
    """Codes of whose act it is: its actors, and of a meeting or visit those it is held with, or the host by its place.

    A round of visits ("shuttled between Oslo and Riga") is the visitor's alone, and what several states demand of one is not that one's.
    """
    found = set(codes_of(mention.actors)) - _demanded_of(mention)
    if not mention.actors and (voice := announcer(mention)) is not None:
        found.add(voice)
    if mention.type == "CONSULT":
        hosts = set() if mention.negated and found else codes_of(mention.recipients) - found
        found |= hosts if len(hosts) < 2 or not _is_visit(mention) else set()
        if not mention.recipients and not mention.negated and len(found) < 2 and mention.place is not None and mention.place.country:
            found.add(mention.place.country)
    return frozenset(found)


def announcer(mention: EventMention) -> str | None:
    """The code of who announces a step of which nothing else says whose it is: "**the general staff announced** that all contacts with Ankara were
    being suspended"; ``None`` for what is done to the announcer, or is only reported."""
    said, cue = mention.attribution, mention.cues.attribution
    if said is None or cue is None or mention.type not in _ANNOUNCED or not _ANNOUNCING.fullmatch(cue.text):
        return None
    return said.country if said.country not in codes_of(mention.recipients) else None


def _demanded_of(mention: EventMention) -> set[str]:
    """Codes of states of which others demand something, counted among those who do ("the four states demanded that Qatar")."""
    doers, at = codes_of(mention.actors), codes_of(mention.recipients)
    if mention.type not in _SAID_TO or not doers - at:
        return set()
    return {code for code in doers & at if all(party.sector in (None, "GOV") for party in mention.actors if party.country == code)}


def unwilling_hosts(told: Told) -> frozenset[str]:
    """Codes of the hosts of a visit who, as its paragraph tells, did not receive the visitor ("the king refused to meet him")."""
    mention, block = told.mention, told.document.block_of(told.mention.trigger.span)
    if mention.type != "CONSULT" or block is None:
        return frozenset()
    visitors, hosts = codes_of(mention.actors), actors_of(mention) - codes_of(mention.actors)
    found: set[str] = set()
    for one in told.coded.mentions if hosts else ():
        at = codes_of(one.recipients)
        refused = (one.type == "REJECT" and "meet" in one.modes) or (one.type == "CONSULT" and one.negated)
        if refused and block.span.contains(one.trigger.span) and (not at or at & visitors):
            found |= codes_of(one.actors) & hosts
    return frozenset(found)


def _is_visit(mention: EventMention) -> bool:
    return "visit" in mention.modes


def is_candidate(told: Told, trigger: Trigger, own: frozenset[str]) -> bool:
    """Whether the act can answer the trigger by its status, is not told to end before it, and is not the trigger itself (``own`` are the
    trigger's ids). Beside a trigger without a day, what a text dates to a season or a year is history."""
    mention = told.mention
    if mention.mention_id in own or mention.event_id in own or is_charged(told, trigger) or retells(told, trigger):
        return False
    if mention.status not in _COUNTED and not _imagined_and_refused(mention):
        return False
    first, last = days(told)
    if trigger.first is None:
        return first is None or last is None or last - first <= STRETCH
    return last is None or last >= trigger.first - (NEWS if _is_of_the_news(told, trigger) else timedelta())


def _is_of_the_news(told: Told, trigger: Trigger) -> bool:
    """Whether an act stands in the news of a trigger that nothing dates but the day of that news ("broke off relations **on Friday** after police
    stormed its embassy", told on Saturday), and is not told to lie before it ("**had** expelled")."""
    of_it = any(one.document.doc_id == told.document.doc_id for one in trigger.mentions)
    return of_it and not trigger.dated and not looks_back(told.mention)


def _imagined_and_refused(mention: EventMention) -> bool:
    """Whether an act that is only imagined is one that was refused; a refusal under a condition ("if it declines"), or one that may come
    ("could stay away", "might not answer"), is imagined itself."""
    if mention.status is not Status.HYPOTHETICAL or not (mention.negated or mention.type == "REJECT"):
        return False
    before = before_trigger(mention)
    return _CONDITION.search(before) is None and _MAY.search(before) is None


def judge(
    trigger: Trigger, coded: Sequence[Coded], told: Sequence[Told], countries: Countries, scope: Scope | None = None
) -> tuple[Judged, ...]:
    """All acts after the trigger, of every actor, with their labels and reasons, in the order of ``told``; those later than is looked at
    teach nothing and are marked so.

    Args:
        trigger: what they may answer.
        coded: the documents.
        told: their mentions.
        countries: finds the countries that a text names.
        scope: which acts are looked at.
    """
    scope = scope or Scope()
    trigger = replace(trigger, backers=backers_of(trigger, coded, countries))
    words = cues()
    reader = Reader(countries, words, matter_words(trigger, words))
    beside: dict[tuple[str, int], list[EventMention]] = defaultdict(list)
    for one in told:
        beside[_key(one)].append(one.mention)
    reach = reach_of(trigger, told, scope.horizon)
    sentences = {key: tuple(group) for key, group in beside.items()}
    own, opened = trigger.ids, frozenset(one.document.doc_id for one in trigger.mentions if _opens(one))
    subjects = {
        one.document.doc_id: reader.countries_in(title) - trigger.parties
        for one in coded
        if announces(title := one.document.title or "", trigger, reader, words)
    }
    recounts = frozenset(reach.chronicles) | set(subjects)
    affair, away = affair_of(trigger, coded, reader, words), _away(trigger, told, reader)
    bench = Bench(trigger, affair, words, reader, sentences, away, opened=opened, recounts=recounts, subjects=subjects)
    wanted = [
        (one, actor) for one in told if is_candidate(one, trigger, own) for actor in sorted(actors_of(one.mention) - unwilling_hosts(one))
    ]
    near = [(one, actor) for one, actor in wanted if reach.holds(one)]
    first = [_judge_one(one, actor, bench, continues=_follows(one, bench, frozenset())) for one, actor in near]
    taught = _learned([one for one in first if scope.sure(one)], bench)
    affair = with_learned(bench.affair, taught)
    bench = replace(bench, affair=affair, own_words=_own_words(taught, affair.learned))
    kept = frozenset(_key(one.told) for one in first if one.score >= KEPT)
    earlier = _events_before(first)
    second = (_with_event(_judge_one(one, actor, bench, continues=_follows(one, bench, kept)), earlier, trigger) for one, actor in wanted)
    return tuple(one if reach.holds(one.told) else replace(one, beyond=True) for one in second)


def _events_before(judged: Sequence[Judged]) -> dict[tuple[str, str], Reason]:
    """The events (by id and actor) of which some report says that they came before the trigger, with what it says."""
    return {(one.told.mention.event_id, one.actor): reason for one in judged for reason in one.reasons if reason.kind == "before"}


def _with_event(one: Judged, earlier: Mapping[tuple[str, str], Reason], trigger: Trigger) -> Judged:
    """The act, set aside where another report of the same event puts it before the trigger and its own names no later day."""
    reason = earlier.get((one.told.mention.event_id, one.actor))
    if (
        reason is None
        or reason in one.reasons
        or one.told.mention.status is Status.FUTURE
        or (one.day is not None and trigger.first is not None and one.day > trigger.first)
    ):
        return one
    return replace(one, score=round(one.score + reason.weight, 3), reasons=(*one.reasons, reason), label=Label.UNRELATED, among=None)


def _away(trigger: Trigger, told: Sequence[Told], reader: Reader) -> frozenset[str]:
    """The documents of other affairs: in whose acts and title no party of the trigger, and nobody who fights or backs one, is named, and longer
    ones that do not tell of it, name its parties in passing and none of them beside another."""
    involved = trigger.parties | trigger.opponents | trigger.backers
    acts: dict[str, list[frozenset[str]]] = defaultdict(list)
    titles: dict[str, frozenset[str]] = {}
    for one in told:
        doc_id = one.document.doc_id
        acts[doc_id].append(_named_in(one.mention) & involved)
        titles.setdefault(doc_id, reader.countries_in(one.document.title or "") & involved)
    tells = {one.document.doc_id for one in trigger.mentions}
    return frozenset(doc_id for doc_id, found in acts.items() if doc_id not in tells and not titles[doc_id] and _is_passing(found))


def _named_in(mention: EventMention) -> frozenset[str]:
    """Codes of the parties of an act and of its place."""
    place = mention.place.country if mention.place is not None else None
    return codes_of((*mention.actors, *mention.recipients)) | ({place} if place else set())


def _is_passing(acts: Sequence[frozenset[str]]) -> bool:
    """Whether the involved parties that each of a document's acts names are none, or a single one in a few of many."""
    naming = [found for found in acts if found]
    return not naming or (len(naming) * PASSING <= len(acts) and all(len(found) == 1 for found in naming))


def _opens(told: Told) -> bool:
    """Whether no act of its document is told before a mention, headlines aside."""
    body = (one for one in told.coded.mentions if one.sentence.kind is not SentenceKind.HEADLINE)
    first = min(body, key=lambda one: one.sentence.span.start, default=None)
    return first is not None and first.sentence.span.start >= told.mention.sentence.span.start


def _learned(judged: Sequence[Judged], bench: Bench) -> dict[str, set[str]]:
    """The words learned from acts that surely belong to the affair, with the ids of those that taught them."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in judged:
        if one.score >= SURE:
            scene = _scene(one.told, one.actor, bench)
            plans = planned(scene)
            for word in scene.matter.foreign_words(scene.clause):
                if not plans[0] <= word.start < plans[1]:
                    found[word.topic].add(one.told.mention.mention_id)
    return found


def _own_words(taught: dict[str, set[str]], learned: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each act the learned words that no other one taught: an act is no evidence for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, acts in taught.items():
        if len(acts) == 1 and word in learned:
            found[next(iter(acts))].add(word)
    return {act: frozenset(words) for act, words in found.items()}


def _follows(told: Told, bench: Bench, kept: frozenset[tuple[str, int]]) -> bool:
    """Whether the sentence before, in the same paragraph, belongs to the affair: its words are the trigger's, or an act of it was kept."""
    here = bench.reader.matter(told.coded, told.mention.sentence)
    before = [sentence for sentence in told.coded.sentences if sentence.span.end <= told.mention.sentence.span.start]
    if not before:
        return False
    last = bench.reader.matter(told.coded, before[-1])
    if last.paragraph != here.paragraph or last.apart:
        return False
    own = {word.topic for word in last.content} & (bench.affair.terms | bench.affair.vocabulary)
    return bool(own) or (told.document.doc_id, last.sentence.span.start) in kept


def _scene(told: Told, actor: str, bench: Bench, *, continues: bool = False) -> Scene:
    others = [one for one in bench.beside.get(_key(told), ()) if one.mention_id != told.mention.mention_id]
    scene = scene_of(told, actor, others, bench.reader, continues=continues, announced=_announced(told, actor, bench))
    doc_id = told.document.doc_id
    return replace(
        scene,
        recounted=doc_id in bench.recounts,
        away=doc_id in bench.away,
        taught=bench.own_words.get(told.mention.mention_id, frozenset()),
        opens=doc_id in bench.opened,
        subject=actor in bench.subjects.get(doc_id, frozenset()) or bench.subjects.get(doc_id) == frozenset(),
    )


def _announced(told: Told, actor: str, bench: Bench) -> str:
    """The words by which the sentence before, in the same paragraph, says that the actor answered; "" where an act of its own is coded in it."""
    before = [sentence for sentence in told.coded.sentences if sentence.span.end <= told.mention.sentence.span.start]
    if not before or (told.document.doc_id, before[-1].span.start) in bench.beside:
        return ""
    last, here = bench.reader.matter(told.coded, before[-1]), bench.reader.matter(told.coded, told.mention.sentence)
    found = bench.cues.answers.search(last.sentence.text)
    same = last.paragraph == here.paragraph and set(last.countries.values()) == {actor}
    return found[0] if found is not None and same else ""


def _judge_one(told: Told, actor: str, bench: Bench, *, continues: bool) -> Judged:
    scene = _scene(told, actor, bench, continues=continues)
    found = signals(scene, bench.trigger, bench.affair, bench.cues, bench.reader)
    reasons = tuple(Reason(one.kind, round(one.amount * bench.cues.weights[one.kind], 3), one.words) for one in found)
    score = round(sum(reason.weight for reason in reasons), 3)
    label = _label(scene, score, bench)
    among = _step(scene, bench) if label is Label.DOMESTIC else None
    return Judged(told, actor, label, score, reasons, _day(told, bench.trigger), among=among)


def _day(told: Told, trigger: Trigger) -> date | None:
    """The first day of the act, not before the trigger: an act dated to a month began in it after the trigger; none of a longer stretch."""
    first, last = days(told)
    if first is None or last is None or not is_dated(told) or last - first > STRETCH:
        return None
    return first if trigger.first is None or last < trigger.first else max(first, trigger.first)


def _label(scene: Scene, score: float, bench: Bench) -> Label:
    if score < KEPT:
        return Label.UNRELATED
    return Label.DOMESTIC if is_domestic(scene, bench) else _step(scene, bench)


def _step(scene: Scene, bench: Bench) -> Label:
    return Label.RESTRAINT if refuses(scene, bench.trigger, bench.cues) else Label.RESPONSE


def is_domestic(scene: Scene, bench: Bench) -> bool:
    """Whether society, parties or parliament act, or the state towards its own people; an organisation has no home (its parliament is its organ).

    What the opposition, a party or a former leader does towards another state is done abroad, and so is what a parliament resolves to do to one.
    """
    mention, actor = scene.told.mention, scene.actor
    if _is_fighting(scene, bench):
        return False
    own = [party for party in mention.actors if party.country == actor] or list(mention.actors)
    if actor in BODIES:
        return False
    at = codes_of(mention.recipients)
    enacts = step_of(mention) is not None or mention.type in _ENACTED
    if own and enacts and at - {actor} and all(party.sector == "LEG" for party in own):
        return False
    if _is_among_themselves(mention, actor) or guards(mention):
        return True
    if own and all(_of_society(party, bench.cues) or _is_called_private(party, scene, bench.cues) for party in own):
        outward = all(party.sector in bench.cues.outward_sectors for party in own)
        return not (outward and at - {actor})
    own_people = mention.type in _OWN_PEOPLE and at == {actor}
    return (own_people or takes_home(mention, actor)) and actor not in bench.trigger.doers


def takes_home(mention: EventMention, actor: str) -> bool:
    """Whether a state gets its own people out of another one ("flew out **its nationals**", "the **evacuation**, a precaution"): no aid to anybody."""
    if mention.type != "AID" or _EVACUATING.match(mention.trigger.text) is None:
        return False
    behind = mention.sentence.text[mention.trigger.span.start - mention.sentence.span.start :]
    return not codes_of(mention.recipients) - {actor} or _ITS_PEOPLE.match(behind) is not None


def _is_among_themselves(mention: EventMention, actor: str) -> bool:
    """Whether those of one country fight or yield to one another ("militias **clashed with** the rebels", "troops **surrendered to** the militia"):
    what happens in a war at home is no step towards another state, whoever is said to be behind one side."""
    parties = (*mention.actors, *mention.recipients)
    groups = any(party.sector in _GROUPS for party in parties)
    between = len(parties) > 1 or (bool(parties) and parties[0].sector == "PRM")
    return mention.type in ("ASSAULT", "RETREAT", "CONCEDE") and groups and between and all(party.country == actor for party in parties)


def _is_fighting(scene: Scene, bench: Bench) -> bool:
    """Whether an armed group acts against whoever did the trigger, or is said to answer ("Hezbollah has not retaliated")."""
    mention = scene.told.mention
    own = [party for party in mention.actors if party.country == scene.actor]
    if not any(party.sector == "REB" for party in own):
        return False
    at = recipients_of(mention, scene.actor)
    return bool(at & (bench.trigger.doers - {scene.actor})) or (not at and bench.cues.answers.search(scene.clause_text) is not None)


def _is_called_private(party: Participant, scene: Scene, words: Cues) -> bool:
    """Whether the words beside a name call somebody of no office a private person: "Rasmus Paludan, a **provocateur**", "**activist** Ana Lima"."""
    if party.sector not in (None, "CVL"):
        return False
    text, base = scene.matter.sentence.text, scene.matter.sentence.span.start
    beside = _CALLED.match(text, party.span.end - base)
    called = f"{party.text} {beside[1] if beside is not None else ''}".replace("-", " ").split()
    return any(stem(word) in words.domestic_words for word in called)


def _of_society(party: Participant, words: Cues) -> bool:
    """Whether a party is no organ of the state: by its sector, or by its head word where the sector says no more than the country."""
    if (party.sector == "LAB" and _POSTS.search(party.text)) or (party.entity is not None and country_named(party.entity) == party.country):
        return False  # a delegate, and the Soviet Union, which is none of workers
    if party.sector in words.domestic_sectors:
        return True
    stems = [stem(word) for word in party.text.replace("-", " ").split()]
    return party.sector in (None, "GOV") and bool(stems) and stems[-1] in words.domestic_words
