"""Whose the deed is that somebody judges: "Zhao posted a picture ...; Morrison called **it** repugnant" is Morrison's word on Zhao's state, not on his own,
and "**the action**" that one country after the other condemns is of who did it, never of whom it struck; who defends it defends himself.

A comment points back with a bare noun ("the raid", "the expulsion", "the charge", "its decision") to the nearest act told before that the noun can mean;
what others have said of that act in between does not count, whoever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.words import is_human
from dateline.resolve.belonging import BODIES
from dateline.resolve.labelled import Items
from dateline.resolve.participants import countries_of
from dateline.resolve.sets import STATE_HEADS
from dateline.resolve.sided import NAMED_STATES, is_definite
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Span, Status

#: Types of acts that judge.
TYPES: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: Score of the country of whose deed it is.
JUDGED_SCORE: Final = 0.6
#: How many sentences back the deed may be told: a story of four paragraphs.
REACH: Final = 8
_JUDGES: Final = re.compile(r"(?:call|brand|label|describ|denounc|condemn|deplor|decr|slam|blast|reject|dismiss|characteri[sz]|deem)\w*\b", re.I)
#: By these verbs somebody stands by a deed, his own where he did it, or speaks well of it.
_DEFENDS: Final = re.compile(r"(?:defend|justif|st[oa]nds?\b|standing|stood|uph[eo]ld)\w*\b", re.I)
_WELCOMES: Final = re.compile(r"(?:welcom|applaud|prais|hail|laud|commend|back|endors|support)\w*\b", re.I)
_REGRETS: Final = re.compile(r"\b(?:regret|apolog|sorrow|sorry)", re.I)
#: What somebody answers who is its target.
_ANSWERED: Final = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_MEASURES: Final = frozenset({"SANCTION", "COERCE"})
_DEEDS: Final = _FORCE | _MEASURES | {"AGREE", "AID", "CONCEDE", "RETREAT", "THREATEN", "SUPPORT", "REJECT"}
#: The types of acts that a noun can mean, and the class of the nouns that mean any deed.
_KINDS: Final = {
    "force": _FORCE, "measures": _MEASURES, "charges": frozenset({"ACCUSE"}), "criticism": frozenset({"ACCUSE"}), "demands": frozenset({"REQUEST"}),
    "threats": frozenset({"THREATEN"}), "actions": _DEEDS, "moves": _DEEDS,
}  # fmt: skip
#: Kinds of nouns for what is said to somebody, who is then who answers it.
_SAID: Final = frozenset({"charges", "criticism", "demands", "threats"})
#: Kinds of nouns that mean any deed.
_GENERAL: Final = frozenset({"actions", "moves"})
_WORDS: Final = {
    "force": words_of("resolve.judged.force"), "measures": words_of("resolve.judged.measures"), "charges": words_of("resolve.judged.charges"),
    "criticism": words_of("resolve.judged.criticism"), "demands": words_of("resolve.judged.demands"), "threats": words_of("resolve.judged.threats"),
    "actions": words_of("resolve.judged.actions"), "moves": words_of("resolve.judged.moves"),
}  # fmt: skip
_NOUNS: Final = {noun: kind for kind, nouns in _WORDS.items() for noun in nouns}
#: Nouns for deeds that may be told as a march or a seizure.
_ENTERING: Final = words_of("resolve.judged.entering")
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|such)\s+$", re.I)
_OWN: Final = re.compile(r"\b(?:its|their|his|her)\s+$", re.I)
#: Behind a noun it tells whose or which it is.
_WHOSE: Final = re.compile(
    r"\s+(?:by|of|from|to|in|on|at|against|for|that|which|taken|made|announced|between|near)\b"
    r"(?! (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|(?:an? )?(?:[\w-]+ )?(?:statement|speech|letter|note|interview|terms|words)\b|the strongest terms))"
)
_COLOUR: Final = words_of("resolve.backrefs.colour")
#: How many sentences lie at most between measures that are meant together.
_BESIDE: Final = 1
#: From so many states on that took measures a noun for some measure does not say whose it means.
_SEVERAL: Final = 2
#: Letters by which a noun and a verb are one word ("expulsion", "expelled"; "recall", "recalled"), where they are of one type too.
_STEM: Final = 3
#: Governments, what is said to them, and by whom of their own state.
_CABINETS: Final = frozenset({"government", "administration", "cabinet"})
_TO_CABINETS: Final = frozenset({"ACCUSE", "REQUEST"})
_OUT_OF_OFFICE: Final = frozenset({"ELI", "LAB", "LEG", "OPP", "PTY"})
_FORMER: Final = re.compile(r"(?:former|ex-?|onetime)\b", re.I)
_OPPOSITION: Final = re.compile(r"\bin opposition\b")
#: Where the clause ends that tells of a government.
_CLAUSE: Final = re.compile(r"[;:]|, (?:and|but|while|as|whereas|though|although)\b")
_UNASKED: Final = re.compile(r"\b(?:consult|inform|ask|warn|tell|told)\w*\s+(?:him|her|them)\b", re.I)
#: Words of so few letters say nothing of what somebody is blamed for.
_SHORT: Final = 4
#: Letters by which a word for what somebody is blamed for is that of an act told before.
_BLAMED: Final = 3
#: How many sentences back an act tells that a state has part in a story.
_IN_STORY: Final = 3
_THINGS: Final = frozenset("it this that them these those".split())
#: Ways in which a party speaks for its state by its own words.
_SPEAKS: Final = NAMED_STATES | {"person", "surname", "metonym", "composition"}
_STATES: Final = frozenset({"country", "capital", "adjective", "person"})
_NAMED: Final = NAMED_STATES | {"adjective"}
#: Nouns for what states agree on, the verbs by which they do, and how many at most.
_DEALS: Final = frozenset("accord agreement arrangement charter deal memorandum pact protocol treaty".split())
_SIGNED: Final = re.compile(r"(?:sign|initial|seal|ink|conclud|put|struck|strik)\w*\b", re.I)
_MAKERS: Final = 3
#: Ways in which a deal has its country from where it was made.
_BY_PLACE: Final = frozenset({"complement", "extended"})
#: Between a verb and its object.
_OBJECT: Final = re.compile(r"\s+")
#: Those for whom "it" may stand who are no thing.
_ACTING: Final = STATE_HEADS | words_of("resolve.judged.acting")
_TOLD: Final = frozenset({Status.OCCURRED, Status.ONGOING, Status.FUTURE})


class Judged:
    """Remembers the acts of a text, while they are settled in text order, for those who judge them.

    Args:
        text: the document's.
        items: the labelled items of a roundup.
    """

    def __init__(self, text: str, items: Items) -> None:
        self._text, self._items = text, items
        self._acts: list[ResolvedMention] = []
        #: Where "it" stands for a thing on which somebody has spoken before.
        self._things: frozenset[Span] = frozenset()

    def note(self, resolved: ResolvedMention) -> None:
        """Remembers an act."""
        self._acts.append(resolved)

    def parties(
        self, raw: RawMention, one: Participant, phrase: Phrase | None, by: Sequence[Participant], here: Sequence[Sighting]
    ) -> tuple[Participant, ...]:
        """What is judged, where its words do not say whose it is, with the countries of who did it, one party each.

        Args:
            raw: the act that judges.
            one: a party of its recipients.
            phrase: its phrase.
            by: who judges.
            here: where its sentence names countries.
        """
        if phrase is not None and phrase.head in _CABINETS and raw.type in _TO_CABINETS:
            return (self._cabinet(raw, one, phrase, by, here),)
        if phrase is None or raw.type not in TYPES | {"THREATEN"}:
            return (one,)
        if parties := self._of_deal(raw, one, phrase, by, here):
            return parties
        if raw.type not in TYPES:
            return (one,)
        if phrase.form is PhraseForm.PRONOUN:
            return self._same_thing(raw, one, phrase, by) or (self._thing(raw, one, phrase, by, here),)
        kind = None if one.country or phrase.form is not PhraseForm.NOMINAL else _NOUNS.get(phrase.head)
        if kind is None or (raw.type == "SUPPORT" and not (_DEFENDS.match(raw.trigger.text) or _WELCOMES.match(raw.trigger.text))):
            return (one,)
        codes = self._doers(raw, phrase, kind, by, here)
        return tuple(replace(one, country=code, score=JUDGED_SCORE, method="doer") for code in sorted(codes)) or (one,)

    def struck(self, raw: RawMention, by: Sequence[Participant]) -> frozenset[str]:
        """Whom the last deed before struck, whom nobody blames who is no party to it ("**Oslo, too, voiced concern**")."""
        own = countries_of(by)
        if raw.type != "ACCUSE" or not own:
            return frozenset()
        deed = next((act for act in self._back(raw.sentence.index) if _is_deed(act, _FORCE | _MEASURES) and countries_of(act.actors)), None)
        if deed is None:
            return frozenset()
        doers, hit = countries_of(deed.actors), countries_of(deed.recipients)
        return hit - doers if not own & (doers | hit) else frozenset()

    def _cabinet(self, raw: RawMention, one: Participant, phrase: Phrase, by: Sequence[Participant], here: Sequence[Sighting]) -> Participant:
        """The bare government that a politician out of office blames, or whoever says that it did not ask him, with his own state's country, in a sentence
        that names no other state and a story in which his own has part ("Ankara shelled Iraq. **Former premier Allawi** blamed **the government**")."""
        start, own = phrase.mention.span.start, countries_of(by)
        past = _CLAUSE.search(self._text, phrase.mention.span.end, raw.sentence.span.end)
        here = [s for s in here if past is None or s.end <= past.start()]
        bare = phrase.form is PhraseForm.NOMINAL and phrase.mention.text.islower() and self._text[max(0, start - 4) : start].lower() == "the "
        opposed = self._are_opposed(by, raw)
        if (one.country and not opposed) or not bare or len(own) != 1 or own & BODIES or {s.country for s in here if not opposed or s.kind in _NAMED} - own:
            return one
        unasked = _UNASKED.search(self._text, phrase.mention.span.end, raw.sentence.span.end) is not None
        if not unasked and not opposed and not _are_out_of_office(by):
            return one
        near = [act for act in self._back(raw.sentence.index) if raw.sentence.index - act.raw.sentence.index <= _IN_STORY]
        blame = self._text[phrase.mention.span.end : past.start() if past else raw.sentence.span.end].lower()
        if any(countries_of(act.actors) - own and _is_blamed(act, blame) for act in near):
            return one
        if not opposed and not any(own & countries_of((*act.actors, *act.recipients)) for act in near):
            return one
        return replace(one, country=next(iter(own)), score=JUDGED_SCORE, method="doer")

    def _are_opposed(self, parties: Sequence[Participant], raw: RawMention) -> bool:
        """Whether parties are of an opposition, for whom "the government" is that of their own state, whatever government the text has spoken of before."""
        start = raw.trigger.span.start
        return bool(parties) and all("OPP" in one.sectors or _OPPOSITION.search(self._text, one.span.start, start) for one in parties)

    def _points_back(self, act: ResolvedMention) -> bool:
        """Whether an act itself is only a noun for one told before."""
        return is_definite(act.raw, self._text) and not _WHOSE.match(self._text, act.raw.trigger.span.end)

    def _back(self, sentence: int) -> Iterator[ResolvedMention]:
        """The acts before, the last one first, as far as a comment reaches."""
        for act in reversed(self._acts):
            if sentence - act.raw.sentence.index > REACH:
                return
            yield act

    def _doers(self, raw: RawMention, phrase: Phrase, kind: str, judges: Sequence[Participant], here: Sequence[Sighting]) -> frozenset[str]:
        """The countries of who did what a noun of some kind means."""
        start, end, by = phrase.mention.span.start, phrase.mention.span.end, countries_of(judges)
        before = self._text[max(0, start - 8) : start]
        defends = raw.type == "SUPPORT" and _DEFENDS.match(raw.trigger.text) is not None
        if defends and len(by) == 1 and _OWN.search(before):
            return by
        words = phrase.mention.text.split()
        if not _DEFINITE.search(before) or words[-1] != phrase.head or not _COLOUR.issuperset(words[:-1]) or _WHOSE.match(self._text, end):
            return frozenset()
        apart = self._items.elsewhere(start)
        acts = [act for act in self._back(raw.sentence.index) if act.raw.trigger.span.end < start and not self._points_back(act)]
        acts = [act for act in acts if not apart & countries_of(act.actors) or _is_same_word(act, phrase.head)]
        if defends and len(by) == 1 and any(by == countries_of(act.actors) and _is_deed(act, _KINDS[kind]) for act in acts):
            return by
        if raw.type == "ACCUSE" and acts and _are_out_of_office(judges) and (ours := _nearest(acts, kind, phrase.head, frozenset())) and countries_of(ours.actors) == by:
            return by
        last = acts[0] if acts and kind in _GENERAL else None
        if last and raw.sentence.index - last.raw.sentence.index <= 1 and (target := _pointed_at(last)) and not target & by:
            return target
        told = _nearest(acts, kind, phrase.head, by)
        if told is None:
            return frozenset()
        doers, hit = countries_of(told.actors), countries_of(told.recipients)
        if kind in {*_GENERAL, "measures"} and told.raw.type in _MEASURES:
            doers = doers.union(*(countries_of(act.actors) for act in acts if _is_beside(act, told))) - by
        named = {s.country for s in here if s.end <= start} - BODIES - by - doers - hit
        return frozenset() if named or doers & by else doers

    def _of_deal(
        self, raw: RawMention, one: Participant, phrase: Phrase, by: Sequence[Participant], here: Sequence[Sighting]
    ) -> tuple[Participant, ...]:
        """The deal that a third state or body judges, which two or three made before ("Riyadh and Tehran signed an accord. Iraq hailed **the accord**"), with
        the countries of all of them, or of those at home who judge their own state's; nothing where its own words or its sentence tell whose it is, or a
        state's own rulers judge it."""
        start, end, own = phrase.mention.span.start, phrase.mention.span.end, countries_of(by)
        bare = phrase.form is PhraseForm.NOMINAL and phrase.mention.text in _DEALS and _DEFINITE.search(self._text[max(0, start - 8) : start])
        if not bare or not own or (one.country and one.method not in _BY_PLACE) or _WHOSE.match(self._text, end):
            return ()
        made = next((act for act in reversed(self._acts) if act.raw.trigger.span.end < start and _is_deal(act)), None)
        if made and raw.sentence.index - made.raw.sentence.index > REACH and phrase.head not in made.raw.sentence.text:
            return ()
        makers = countries_of(made.actors) if made else frozenset()
        if made and own & makers and len(own) == 1 and all(p.sector not in {"GOV", "LEG", "MIL"} for p in by):
            return (replace(one, country=next(iter(own)), score=JUDGED_SCORE, method="doer"),)
        if made is None or own & makers or {s.country for s in here if start > s.end > made.raw.trigger.span.end} - own - makers:
            return ()
        return tuple(replace(one, country=code, score=JUDGED_SCORE, method="doer") for code in sorted(makers))

    def _same_thing(self, raw: RawMention, one: Participant, phrase: Phrase, by: Sequence[Participant]) -> tuple[Participant, ...]:
        """The thing on which another has just spoken, on which "it" says that somebody speaks too ("Oman welcomed the accord; Iran condemned **it**"), with
        the countries that it had there; nothing where the text has told no such word, or not whose the thing is."""
        if phrase.mention.text.lower() != "it" or _OBJECT.fullmatch(self._text, raw.trigger.span.end, phrase.mention.span.start) is None:
            return ()
        last = next((act for act in self._back(raw.sentence.index) if not self._points_back(act)), None)
        if last is None or last.raw.type not in TYPES or raw.sentence.index - last.raw.sentence.index > 1:
            return ()
        speakers, start = countries_of(last.actors), phrase.mention.span.start
        if not speakers or speakers & countries_of(by) or (one.country is not None and one.country not in speakers):
            return ()
        things = {p.mention.span for p in last.raw.recipients if _is_thing(p)} | self._things
        told = [p for p in last.recipients if p.country and p.span.end <= start and (p.span in things or (p.method == "doer" and p.text.lower() == "it"))]
        self._things |= frozenset({one.span} if told else ())
        return tuple(replace(one, entity=None, country=p.country, sector=p.sector, sectors=p.sectors, score=JUDGED_SCORE, method=p.method) for p in told)

    def _thing(self, raw: RawMention, one: Participant, phrase: Phrase, by: Sequence[Participant], here: Sequence[Sighting]) -> Participant:
        """A thing that a state's own voice judges, where it has that state's country or none, with the country of who did it."""
        if raw.type != "ACCUSE" or one.text.lower() not in _THINGS or not _JUDGES.match(raw.trigger.text):
            return one
        own = countries_of(by)
        if len(own) != 1 or one.country not in {None, *own} or any(p.method not in _SPEAKS or p.sector not in {"GOV", "MIL", "LEG"} for p in by):
            return one
        start = phrase.mention.span.start
        others = {s.country for s in here if s.end <= start and s.kind in _STATES and s.where != "in"} - own - BODIES
        codes = others or (self._last_doers(raw, own) - own - BODIES)
        return replace(one, country=next(iter(codes)), score=JUDGED_SCORE, method="doer") if len(codes) == 1 else one

    def _last_doers(self, raw: RawMention, own: frozenset[str]) -> frozenset[str]:
        """The countries of who did the act before, in the same sentence or the one before; of the deed, where that act is what a third state said of it."""
        last = self._acts[-1] if self._acts else None
        if last is None or raw.sentence.index - last.raw.sentence.index > 1:
            return frozenset()
        if last.raw.type != "ACCUSE" or own & countries_of(last.recipients):
            return countries_of(last.actors)
        deed = next((act for act in self._back(raw.sentence.index) if _is_deed(act, _DEEDS) and countries_of(act.actors)), None)
        return countries_of(last.recipients) or (countries_of(deed.actors) if deed else countries_of(last.actors))


def _is_deal(act: ResolvedMention) -> bool:
    """Whether an act is that two or three states made a deal."""
    made = act.raw.type == "AGREE" or (act.raw.type == "SUPPORT" and _SIGNED.match(act.raw.trigger.text) is not None)
    return made and not act.raw.negated and act.raw.status in _TOLD and 1 < len(countries_of(act.actors)) <= _MAKERS


def _is_thing(phrase: Phrase) -> bool:
    """Whether a phrase is a common noun for something that acts on nobody ("the accord", "the arrest")."""
    return phrase.form is PhraseForm.NOMINAL and not phrase.plural and phrase.head not in _ACTING and not is_human(phrase.head)


def _are_out_of_office(parties: Sequence[Participant]) -> bool:
    """Whether parties are politicians of no government, who judge their own state's deeds as others do."""
    return bool(parties) and all(one.sector in _OUT_OF_OFFICE or _FORMER.match(one.text) for one in parties)


def _pointed_at(act: ResolvedMention) -> frozenset[str]:
    """Whose deed a comment judges, where it points back to one: all that comment one after the other judge the same."""
    return countries_of(act.recipients) if act.raw.type in {"ACCUSE", "SUPPORT"} and all(one.method == "doer" for one in act.recipients) else frozenset()


def _is_deed(act: ResolvedMention, types: frozenset[str]) -> bool:
    """Whether an act is told as done, or as sure to be done, and of some types, and no word on a deed."""
    raw = act.raw
    if raw.type not in types or raw.negated or raw.status not in _TOLD or raw.older:
        return False
    if (raw.type == "AGREE" and raw.voice == "noun") or (raw.type == "CONCEDE" and _REGRETS.search(raw.trigger.text)):
        return False
    if raw.type == "SUPPORT" and (_DEFENDS.match(raw.trigger.text) or _WELCOMES.match(raw.trigger.text)):
        return False
    return raw.type != "REJECT" or not any(one.method == "doer" for one in act.recipients)


def _nearest(acts: Sequence[ResolvedMention], kind: str, noun: str, by: frozenset[str]) -> ResolvedMention | None:
    """The nearest act that a noun can mean: of deeds one that others did, of words those that are meant for who answers them.

    Args:
        acts: those before, the last one first.
        kind: the kind of noun.
        noun: the noun.
        by: who judges.
    """
    fitting = _fitting(acts, kind, noun)
    if kind in _GENERAL:
        answered = next((act for act in acts if act.raw.type in _ANSWERED and not act.raw.negated and _is_against(act, by)), None)
        if answered and (not fitting or answered.raw.trigger.span.start > fitting[0].raw.trigger.span.start):
            return answered
    if kind in _SAID and (against := [act for act in fitting if _is_against(act, by)]):
        at_home = countries_of(fitting[0].actors) & countries_of(fitting[0].recipients) & by
        return None if at_home else against[0]
    at = next((i for i, act in enumerate(fitting) if countries_of(act.actors) - by), None)
    return fitting[at] if at is not None and _is_meant(fitting[at], fitting[:at], by) else None


def _fitting(acts: Sequence[ResolvedMention], kind: str, noun: str) -> list[ResolvedMention]:
    """The acts that a noun of some kind fits best: those told by its word, or all of one of the types that it can mean; for measures of several states none."""
    fitting = [act for act in acts if _is_deed(act, _KINDS[kind]) and (kind != "charges" or "allege" in act.raw.modes)]
    if kind not in _GENERAL and (same := [act for act in fitting if act.actors and _is_same_word(act, noun)]):
        return same
    if kind == "measures":
        taken = [act for act in fitting if countries_of(act.actors)]
        alone = len({countries_of(act.actors) for act in taken}) < _SEVERAL
        return fitting if alone or frozenset.intersection(*(countries_of(act.recipients) for act in taken)) else []
    if kind == "force" and noun not in _ENTERING:
        return [act for act in fitting if act.raw.type == "ASSAULT"] or fitting
    return [act for act in fitting if kind == "actions" and act.raw.type in _FORCE and act.actors] or fitting


def _is_same_word(act: ResolvedMention, noun: str) -> bool:
    """Whether an act is told by a word of a noun's stem."""
    return noun[:_STEM] in {word[:_STEM] for word in act.raw.trigger.text.lower().split()}


def _is_meant(told: ResolvedMention, after: Sequence[ResolvedMention], by: frozenset[str]) -> bool:
    """Whether an act is the one meant for all that is told after it: what befell the same states' people, who knows by whom, or what the judge did in answer."""
    doers, hit = countries_of(told.actors), countries_of(told.recipients)
    if told.raw.type == "ASSAULT" and len(doers) > 1 and not hit:
        return False
    return all(countries_of(act.recipients) <= hit | doers if not countries_of(act.actors) else bool(hit & by) and not countries_of(act.recipients) & by for act in after)


def _is_beside(act: ResolvedMention, told: ResolvedMention) -> bool:
    """Whether an act is another measure against whom the one told hit, told close to it."""
    hit = countries_of(told.recipients)
    near = told.raw.sentence.index - act.raw.sentence.index <= _BESIDE
    return near and _is_deed(act, _MEASURES) and bool(countries_of(act.recipients) & hit) and not countries_of(act.actors) & hit


def _is_blamed(act: ResolvedMention, blame: str) -> bool:
    """Whether an act is one of a state against its own people, or the one for which somebody is blamed in some words."""
    at_home = act.raw.type in _FORCE | _MEASURES and bool(countries_of(act.actors) & countries_of(act.recipients))
    return at_home or any(word.startswith(act.raw.trigger.text[:_BLAMED].lower()) for word in blame.split() if len(word) > _SHORT)


def _is_against(act: ResolvedMention, by: frozenset[str]) -> bool:
    """Whether an act of others is aimed at some states."""
    return bool(countries_of(act.recipients) & by) and not countries_of(act.actors) & by
