"""The speakers of a document's acts with their countries: each decided once, for all of the acts that it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dateline.resolve import belonging, firstperson, floor, speaking
from dateline.resolve.bodykinds import body_of
from dateline.resolve.givers import giver
from dateline.resolve.outsiders import is_onlooker
from dateline.resolve.owners import OPPOSED
from dateline.resolve.participants import countries_of
from dateline.resolve.quotationmarks import is_quotation_open
from dateline.resolve.scene import DocumentScene
from dateline.resolve.sets import STATE_HEADS
from dateline.resolve.settling import Settler
from dateline.resolve.voices import with_party
from dateline.resolve.whereabouts import told_of
from dateline.types import Attribution, Participant, Phrase, PhraseForm, Resolution, ResolvedMention, Span

#: A speaker is given its likeliest country from this probability on. Nine in ten annotated speakers have one, so that "none" needs more than
#: being the likeliest; lower bars were no better on held-out passages. See bench/results/attribution.md.
THRESHOLD = 0.2
#: Score of the country of whom a bare spokesperson speaks for.
SPOKEN_FOR_SCORE = 0.7
#: Score of a body that a speaker is by its kind: 25 of 26 annotated acts with such a speaker, in 18 passages.
KIND_SCORE = 0.9
_SPOKESPERSONS = frozenset({"spokesperson", "spokesman", "spokeswoman"})
#: Score of the country of whom a speaker is told to be by a possessive pronoun: 74 of 77 annotated acts.
OWNED_SCORE = 0.9
#: First persons of one who speaks for itself alone; whose "we" is may be a wider question.
_MYSELF = frozenset({"i", "me", "myself"})
_ONE = frozenset({"he", "she"})
#: Types of acts that are words of whoever does them.
_UTTERED = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: Decides a speaker that has no sure country: code and probability.
Decide = Callable[[Span, belonging.Scene, speaking.Speaker], tuple[str, float]]


def by_weights(span: Span, scene: belonging.Scene, one: speaking.Speaker) -> tuple[str, float]:
    """The package's own decision."""
    return speaking.decide(speaking.features(scene, one), speaking.weights())


def with_speakers(settler: Settler, acts: Sequence[ResolvedMention], decide: Decide = by_weights) -> list[ResolvedMention]:
    """The acts with the countries of their speakers settled, and whether each speaker is a party.

    Args:
        settler: what settled the parties of the document's acts.
        acts: its acts with settled parties.
        decide: what decides a speaker without a sure country; the package's weights where left out.
    """
    spoken: dict[Span, list[int]] = {}
    for number, act in enumerate(acts):
        if act.raw.attribution is not None and act.raw.attribution.phrase is not None and not _is_told(act):
            spoken.setdefault(act.raw.attribution.phrase.mention.span, []).append(number)
    told = [_reported(act) for act in acts] if spoken else []
    acting = {one.span: one for act in acts for one in (*act.recipients, *act.actors) if one.country}
    found: dict[int, Participant] = {}
    media = media_alone(settler.scene) if spoken else frozenset()
    for numbers in spoken.values():
        phrase = acts[numbers[0]].raw.attribution.phrase  # type: ignore[union-attr]
        assert phrase is not None
        who = _placed(settler, phrase, [acts[number] for number in numbers], acts) or _settled(settler, phrase, told, numbers, media, decide)
        same = acting.get(phrase.mention.span) if phrase.form is PhraseForm.PRONOUN else None
        same = same or (_self(acts[number] for number in numbers) if who.method == "setting" else None)
        who = replace(who, country=same.country, score=same.score, method=same.method) if same else who
        found |= dict.fromkeys(numbers, who)
    return [replace(act, attribution=_voice(act, found.get(number))) for number, act in enumerate(acts)]


def _is_told(act: ResolvedMention) -> bool:
    """Whether the text has told whose a speaker is: that of a belligerent's communique (:class:`dateline.resolve.enemies.Fights`)."""
    return act.attribution is not None and act.attribution.method == "speaker"


def _voice(act: ResolvedMention, who: Participant | None) -> Attribution | None:
    said = act.attribution
    if said is not None and who is not None:
        said = replace(said, country=who.country, score=who.score, method=who.method)
    return with_party(said, act.actors, act.recipients)


def _reported(act: ResolvedMention) -> speaking.Reported:
    place = act.place.country if act.place else None
    return speaking.Reported(act.raw.type, act.raw.sentence.index, countries_of(act.actors), countries_of(act.recipients), place)


def _self(told: Iterable[ResolvedMention]) -> Participant | None:
    """The party of the acts that a speaker tells who is the speaker ("**I** was arrested", said Rojas); ``None`` where such parties differ in country."""
    found = [one for act in told for one in (*act.actors, *act.recipients) if one.country and one.text.lower() in _MYSELF]
    return found[0] if len(countries_of(found)) == 1 else None


def media_alone(scene: DocumentScene) -> frozenset[str]:
    """The countries that a document names by the names of media alone."""
    text, seen = scene.document.text, scene.belonging.sightings
    others = {one.country for one in seen if one.kind != "body" or not _is_medium(scene.resolver.actor(text[one.start : one.end], on=scene.document.published))}
    return frozenset(one.country for one in seen) - others


def _is_medium(found: Resolution) -> bool:
    return found.chosen is not None and "JRN" in found.chosen.sectors


def _placed(settler: Settler, phrase: Phrase, mine: Sequence[ResolvedMention], acts: Sequence[ResolvedMention]) -> Participant | None:
    """A speaker without a country of its own with that where it is told to be, or of whose steps or grievance it tells; ``None`` where none is told."""
    own = settler.scene.of(phrase)[0]
    if own.country is not None:
        return None
    code = told_of(phrase, settler.scene.document.text, settler.scene.belonging.by_sentence) or giver(phrase, mine)
    return replace(own, country=code, score=OWNED_SCORE, method="setting") if code else None


def _settled(
    settler: Settler, phrase: Phrase, told: Sequence[speaking.Reported], mine: Sequence[int], media: frozenset[str], decide: Decide
) -> Participant:
    scene = settler.scene
    own = scene.of(phrase)[0]
    if own.method == floor.UNTOLD or (own.country is not None and (own.method in speaking.SURE or _is_likely_he(own))):
        return own
    acts = speaking.without_repeats([told[number] for number in mine])
    at_home = settler.at_home(own, phrase, acts[0].place)
    if at_home.country is not None and at_home is not own:
        return at_home
    if own.country is None and (code := _spoken_for(phrase, acts[0])):
        return replace(own, country=code, score=SPOKEN_FOR_SCORE, method="setting")
    if own.country is None and (code := _whose(settler, phrase)):
        return replace(own, country=code, score=OWNED_SCORE, method="setting")
    if own.country is None and (code := body_of(phrase, settler.scene.document.text)):
        return replace(own, country=code, score=KIND_SCORE, method="setting")
    if code := settler.speaks_at_home(phrase, (own,)):
        return replace(own, country=code, score=KIND_SCORE, method="dateline")
    if own.country is None and _is_author(settler, phrase):
        return own
    others = speaking.without_repeats([act for number, act in enumerate(told) if number not in mine])
    known = belonging.Known(acts[0].type, "speaker", acts[0].place, other=acts[0].actors | acts[0].recipients)
    case = settler.case(phrase, own.sector, known)
    one = speaking.Speaker(case, acts, others, own.country, own.method, scene.home, media, is_onlooker(phrase), settler.barring.of_phrase(phrase))
    code, chance = decide(phrase.mention.span, scene.belonging, one)
    if code == own.country:
        return own
    if code == belonging.NONE or chance < THRESHOLD:
        return own
    return replace(own, country=code, score=round(chance, 3), method="setting")


def _is_author(settler: Settler, phrase: Phrase) -> bool:
    """Whether the speaker is the author's own "we" or "I" ("**We** estimate that Iran will ..."), never the state that is written about."""
    document = settler.scene.document
    quoted = is_quotation_open(document.text, (document.block_of(phrase.mention.span) or phrase.mention).span.start, phrase.mention.span.start)
    return phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in firstperson.SUBJECTS and not quoted


def _is_likely_he(own: Participant) -> bool:
    """Whether a speaker is "he" or "she" for whom the text names one likely person: that one, not the state that the quotation is about."""
    return own.method == "likely reference" and own.text.lower() in _ONE


def _whose(settler: Settler, phrase: Phrase) -> str | None:
    """Whose a speaker is after a possessive pronoun ("Portugal will send 60 soldiers, **its** defence minister said")."""
    owners = settler.scene.owner_of(phrase)
    return next(iter(owners)) if len(owners) == 1 and phrase.head not in OPPOSED | STATE_HEADS else None


def _spoken_for(phrase: Phrase, act: speaking.Reported) -> str | None:
    """Whose words a bare spokesperson gives: those of whoever urges, condemns or rejects in what is told ("Norway urged calm, **a spokesman** said")."""
    bare = phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() in _SPOKESPERSONS
    return next(iter(act.actors)) if bare and act.type in _UTTERED and len(act.actors) == 1 else None
