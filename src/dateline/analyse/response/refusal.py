"""What a refusal, or an act left undone, is to the trigger: restraint where an answer was not given, else defiance of the other side.

It is told by what is refused: a step of the actor's own ("ruled out closing the border") and what bystanders propose are restraint; what
whoever did the trigger demands, offers, says or does ("rejected the remark", "refused the list", "rejected the tariffs") is not. Nor is it
restraint to shut somebody out ("denied its aircraft landing rights", "vetoed the partnership"), to call off a meeting, to deny a fact, or to
break one's word.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.scene import Scene, recipients_of
from dateline.analyse.response.tables import Cues
from dateline.analyse.response.values import Trigger, before_trigger
from dateline.analyse.response.words import Word, stem, words_of
from dateline.ontology.lexicon import load_lexicon
from dateline.ontology.wordlists import pattern_of, text_of
from dateline.types import EventMention

#: Left undone, these give way to nobody: no restraint, whoever would have had the good of it.
UNYIELDING: Final = frozenset({"CONSULT", "REQUEST", "CONCEDE", "RETREAT", "REJECT"})
#: Left undone towards whoever did the trigger, these are no restraint either.
FAVOURS: Final = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID"})
#: Types of steps that answer another's act, by the lexicon's verbs.
_STEPS: Final = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST", "AID"})
#: Where the words for what is refused end: reasons, comments, relative clauses.
_END: Final = re.compile(rf"[;:—,(]|\b(?:{pattern_of('analyse.response.refusal.ends')})\b")
_PARTICLES: Final = frozenset({"out", "down", "off", "away", "back", "short", "up"})
#: "the tariffs imposed by", "the ban of": who stands behind it took the step.
_MAKER: Final = re.compile(r"^\w+(?:\s+\w+ed)?\s+(?:by|of|from)\s+(?:the\s+)?$")
#: ", however,"
_INSERTED: Final = re.compile(r"^\s*,[^,]{1,30},")
_DEFINITE: Final = re.compile(r"\s*(?:the|these|those|such|its|their|his|her)\b", re.IGNORECASE)
#: "to put its trainers", "to send a minister": a step that nobody has named before is the actor's own.
_OWN_STEP: Final = re.compile(r"\s*(?:to|not)\s+\w+\s+(?:its|their|his|her|an?|any)\b", re.IGNORECASE)
_DOING: Final = re.compile(r"\s*(?:to\s+\w|\w+ing\b)", re.IGNORECASE)
#: "denied that", "denies sending soldiers", "denied any part in it", "denied reports": what is denied is a fact, and nothing is refused.
_DENIES: Final = re.compile(
    r"den(?:y|ies|ied|ying|ials?)\b(?:\s+(?:again|repeatedly|flatly|firmly|on \w+|in an? \w+),?(?=[\w\s]{0,20}? that\b))*"
    r"\s*(?:that\b|(?!(?:land|dock|berth|crossing)ing)\w+ing\b|any\b|it\b|this\b|(?:the |all |such |its |these |those )?"
    rf"(?:{pattern_of('analyse.response.refusal.denied')})\b|[,.;]|$)",
    re.IGNORECASE,
)
#: Verbs by which somebody is let in; refused, they shut out.
_OPENS: Final = re.compile(
    rf"\s*to (?:{pattern_of('analyse.response.refusal.opens')})\b|\s*(?:{pattern_of('analyse.response.refusal.entry')})\b",
    re.IGNORECASE,
)
#: Verbs by which what was planned is called off: a snub ("cancelled the gala"), unless it is a blow ("called off the air strike").
_CALLS_OFF: Final = re.compile(
    rf"(?:{pattern_of('analyse.response.refusal.calls_off')})|(?:call|put|pull)\w*\s+(?:\w+\s+){{0,4}}?(?:off|out)\b", re.IGNORECASE
)
#: Behind what is called off: what it was to be for ("a trip **at which he was to** open a mill").
_FOR: Final = re.compile(
    r"\b(?:(?:at|in|during|on) which|where|(?:which|that) (?:was|were|had been) (?:to|due|meant|supposed)|to (?:discuss|negotiate|sign|attend|open|mark|review|prepare))\b"
)
#: A word that is given not to do something.
_GIVES_WORD: Final = re.compile(
    r"(?:promis|pledg|vow|undert[ao]\w*k|assur|guarante|commit)\w*\b[^,;.]{0,60}?\b(?:not|never)\s+(?:to\s+|be\s+)?(?P<verb>\w+)", re.IGNORECASE
)
#: Verbs by which what is owed or under way is ended.
_BREAKS: Final = re.compile(rf"(?:{pattern_of('analyse.response.refusal.breaks')})", re.IGNORECASE)
_PLANS: Final = re.compile(r"\s*(?:\w+\s+)?plans?\s+(?:to|for)\b", re.IGNORECASE)
_STRIKES: Final = frozenset(stem(word) for word in text_of("analyse.response.refusal.blows").split())
#: Verbs by which others' plans are stopped.
_BARS: Final = re.compile(r"(?:veto|block)\w*|den(?:y|ies|ied|ying)\b", re.IGNORECASE)
#: "has not honoured the truce": a word that was not kept.
_KEEPS: Final = re.compile(rf"(?:{pattern_of('analyse.response.refusal.keeps')})\b", re.IGNORECASE)
#: Steps back that whoever did the trigger wants, as in "refused to withdraw the consul" where the consul was expelled.
_YIELDS: Final = re.compile(
    rf"\s*to (?:{pattern_of('analyse.response.refusal.yields')}|give up)\b[^,;.]*?\b(?:the|its|their|his|her)\s",
    re.IGNORECASE,
)


def refuses(scene: Scene, trigger: Trigger, cues: Cues) -> bool:
    """Whether the act is restraint: not done though it would have been an answer, or a refusal of such a step."""
    mention = scene.told.mention
    at = recipients_of(mention, scene.actor)
    theirs = bool(at & (trigger.doers - {scene.actor}))
    if mention.negated:
        if mention.type == "REQUEST" and _held_back(mention, cues):
            return True
        kept = _KEEPS.match(mention.trigger.text) is not None
        return mention.type not in UNYIELDING and not (theirs and mention.type in FAVOURS) and not kept
    if mention.type in FAVOURS and _forswears(scene, cues):
        return True
    if mention.type != "REJECT":
        return False
    if _denies(mention) or _shuts_out(scene, trigger, cues):
        return False
    if cues.annuls.match(mention.sentence.text, mention.trigger.span.start - mention.sentence.span.start):
        return False
    if _snubs(scene):
        return False
    return _holds_back(scene, trigger, cues, others=bool(at - {scene.actor}) and not theirs, theirs=theirs)


def _forswears(scene: Scene, cues: Cues) -> bool:
    """Whether somebody gives its word not to take a step ("promised that Oslo **would not cut** the supply", "pledged never to attack")."""
    mention = scene.told.mention
    found = _GIVES_WORD.match(mention.sentence.text, mention.trigger.span.start - mention.sentence.span.start)
    if found is None:
        return False
    verb = found["verb"].lower()
    steps = any(one.type in _STEPS and not one.particles for one in load_lexicon().lookup("VERB", verb))
    return steps or stem(verb) in cues.measures or _BREAKS.fullmatch(verb) is not None


def _held_back(mention: EventMention, cues: Cues) -> bool:
    """Whether the words before an act say that somebody kept from it: "has **refrained** from requesting consultations"."""
    before = before_trigger(mention)
    found = list(cues.own_refusal.finditer(before))
    return bool(found) and _END.search(before, found[-1].end()) is None


def _denies(mention: EventMention) -> bool:
    """Whether a fact is denied, rather than something refused."""
    return _DENIES.match(mention.sentence.text, mention.trigger.span.start - mention.sentence.span.start) is not None


def _snubs(scene: Scene) -> bool:
    """Whether a meeting or the like is called off, and no blow or plan for one."""
    mention, phrase = scene.told.mention, _refused(scene)
    if _CALLS_OFF.match(mention.sentence.text, mention.trigger.span.start - mention.sentence.span.start) is None:
        return False
    return _PLANS.match(phrase) is None and not any(word.stem in _STRIKES for word in words_of(phrase))


def planned(scene: Scene) -> tuple[int, int]:
    """The stretch of the sentence, to the next comma, that tells what a meeting or the like that is called off was to be for: no matter of the
    refusal's own. Empty where nothing tells it."""
    found = _FOR.search(scene.matter.sentence.text, *scene.about) if scene.told.mention.type == "REJECT" and _snubs(scene) else None
    if found is None:
        return 0, 0
    comma = scene.matter.sentence.text.find(",", found.end(), scene.about[1])
    return found.start(), comma if comma >= 0 else scene.about[1]


def _shuts_out(scene: Scene, trigger: Trigger, cues: Cues) -> bool:
    """Whether access or a tie is refused to somebody: a step against them, unless it is their arms that are kept away from whoever did the
    trigger."""
    phrase, verb = _refused(scene), scene.told.mention.trigger.text
    words = [word for word in words_of(phrase) if word.form.lower() not in cues.stop]
    wanted = next((word for word in words if word.stem in cues.access or word.stem in cues.ties), None)
    if wanted is None:
        return False
    armed = any(word.stem in cues.forces for word in words) and not recipients_of(scene.told.mention, scene.actor) & trigger.doers
    if wanted.stem in cues.access:
        return (_OPENS.match(phrase) is not None or _BARS.match(verb) is not None) and not armed
    return _BARS.match(verb) is not None and not any(_is_step(word, phrase, cues) for word in words if word.start < wanted.start)


def _holds_back(scene: Scene, trigger: Trigger, cues: Cues, *, others: bool, theirs: bool) -> bool:
    """Whether what is refused is a step of the actor's own; ``theirs``: whoever did the trigger is turned down, ``others``: bystanders are."""
    phrase = _refused(scene)
    words = [word for word in words_of(phrase) if word.form.lower() not in cues.stop]
    own = cues.own_refusal.match(scene.told.mention.trigger.text) is not None
    measure = next((word for word in words if _is_step(word, phrase, cues) and (own or not theirs or word.stem not in cues.defiance)), None)
    wish = next((word for word in words if word.stem in cues.defiance), None)
    if others:
        return measure is not None or wish is None
    framed = wish is not None and wish.stem in cues.frames and not theirs
    if measure is not None and (wish is None or framed or measure.start <= wish.start):
        return not _is_their_own(measure, phrase, scene, trigger, cues)
    return wish is None and (own or _OWN_STEP.match(phrase) is not None)


def _refused(scene: Scene) -> str:
    """The words for what is refused: those inside the verb ("turned the offer down") and behind it, without reasons and comments."""
    inside = " ".join(word for word in scene.told.mention.trigger.text.split()[1:] if word not in _PARTICLES)
    behind = _INSERTED.sub("", scene.matter.sentence.text[scene.about[0] : scene.about[1]])
    end = _END.search(behind)
    return f"{inside} {behind[: end.start()] if end else behind}".strip()


def _is_step(word: Word, phrase: str, cues: Cues) -> bool:
    """Whether a word names what states do in answer: by the list, or as a verb that the lexicon knows ("to arm", "arming")."""
    if word.stem in cues.measures:
        return True
    doing = word.form.endswith("ing") or re.search(r"\bto\s+$", phrase[: word.start]) is not None
    senses = load_lexicon().lookup("VERB", word.form.lower()) if doing else ()
    return any(one.type in _STEPS and not one.particles and not one.objects for one in senses)


def _is_their_own(measure: Word, phrase: str, scene: Scene, trigger: Trigger, cues: Cues) -> bool:
    """Whether the step is one that whoever did the trigger took: "Borduria's sanctions", or "the sanctions" where they are the trigger."""
    if _YIELDS.match(phrase) is not None and scene.actor in trigger.others:
        at_issue = _stems(phrase) & cues.measures
        if any(at_issue & _stems(one.mention.sentence.text) for one in trigger.mentions):
            return True
    if _DOING.match(phrase):
        return False
    text, doers = scene.matter.sentence.text, trigger.doers - {scene.actor}
    at = text.find(measure.form, scene.about[0])
    if at < 0:  # inside the verb: "would not impose duties"
        return False
    starts = [start for start, code in scene.matter.countries.items() if code in doers and start >= scene.about[0]]
    if any(start < at or _MAKER.search(text[at:start]) for start in starts):
        return True
    known = scene.actor in trigger.others and _DEFINITE.match(phrase) is not None
    return known and any(measure.stem in _stems(one.mention.sentence.text) for one in trigger.mentions)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text))
