"""Words of force and threat in another sense, which stands beside them: polls and matches won, years of a sentence suspended, threats that grow,
relations that sour, what animals, players and people in novels do, a democracy "executed", an airliner in somebody's airspace, fires fought, players
dismissed, subsidies cut, losses by accident."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.clauses.nations import nations_among, nations_of
from dateline.extract.considered import considering_word
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_BEATING: Final = forms_of_verbs(text_of("extract.othersenses.beating"))
_POLLS: Final = forms_of_nouns(text_of("extract.othersenses.polls"))
_OFFICES: Final = words_of("extract.othersenses.offices")
_NEW: Final = words_of("extract.othersenses.new")
_THREATS: Final = forms_of_nouns("threat danger menace risk")
_GROWING: Final = forms_of_verbs(text_of("extract.othersenses.growing"))
_RELATIONS: Final = forms_of_nouns("relation tie relationship")
_SOURING: Final = forms_of_verbs(text_of("extract.othersenses.souring"))
_KILLING: Final = forms_of_verbs(text_of("extract.othersenses.killing"))
_ABSTRACT: Final = words_of("extract.othersenses.abstract")
_FORCE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT"})
_FIGHTING: Final = forms_of_verbs(text_of("extract.othersenses.fighting"))
_FLAMES: Final = forms_of_nouns(text_of("extract.othersenses.flames"))
_FIREFIGHTERS: Final = forms_of_nouns(text_of("extract.othersenses.firefighters"))
_BOWLING: Final = forms_of_verbs(text_of("extract.othersenses.bowling"))
_RUNS: Final = forms_of_nouns(text_of("extract.othersenses.runs"))
_WINNING: Final = forms_of_verbs(text_of("extract.othersenses.winning"))
_PRIZES: Final = forms_of_nouns(text_of("extract.othersenses.prizes"))
_CUTTING: Final = forms_of_verbs(text_of("extract.othersenses.cutting"))
_HOUSEKEEPING: Final = forms_of_nouns(text_of("extract.othersenses.housekeeping"))
_PUTTING_OFF: Final = forms_of_verbs(text_of("extract.othersenses.putting_off"))
_PUTTING: Final = forms_of_verbs("put")
_DECISIONS: Final = forms_of_nouns("decision")
_PLANS: Final = forms_of_nouns("plan")
_MOODS: Final = words_of("extract.othersenses.moods")
_LOSING: Final = forms_of_verbs(text_of("extract.othersenses.losing"))
_ACCIDENTS: Final = forms_of_nouns(text_of("extract.othersenses.accidents"))
_MISHAPS: Final = forms_of_verbs(text_of("extract.othersenses.mishaps"))
_VIOLENCE: Final = words_of("extract.othersenses.violence")
_BUYING: Final = forms_of_verbs("buy purchase acquire import")
_ANIMALS: Final = forms_of_nouns(text_of("extract.othersenses.animals"))
_SWARMS: Final = forms_of_nouns(text_of("extract.othersenses.swarms"))
_SET_ON: Final = words_of("extract.othersenses.set_on")
_PLAYERS: Final = forms_of_nouns(text_of("extract.othersenses.players"))
_PLAYING: Final = forms_of_verbs(text_of("extract.othersenses.playing")) | forms_of_nouns(text_of("extract.othersenses.playing"))
_STAKES: Final = forms_of_nouns(text_of("extract.othersenses.stakes"))
_FICTIONS: Final = forms_of_nouns(text_of("extract.othersenses.fictions"))
_GOALS: Final = forms_of_nouns("goalmouth crossbar wicket innings goalkeeper")
_AS_PLAYED: Final = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "SUPPORT", "AGREE", "CONCEDE"})
#: Moves that are none where firemen make them.
_MOVES: Final = frozenset({"MOBILIZE", "RETREAT", "PROTEST"})


def is_in_other_sense(act: Act) -> bool:
    """Whether an act's word tells of no act where it stands."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if _is_by_animals(act) or _is_played(act) or _is_fiction(act):
        return True
    if act.type == "THREATEN":
        return head.lower in _THREATS and head.dep == "nsubj" and sentence.tokens[head.head].lower in _GROWING
    if act.type == "ACCUSE" and head.lower in _MOODS:
        return not sentence.kids(head.i, "dobj")
    if act.type == "ASSAULT" and _is_by_accident(act):
        return True
    if head.pos != "VERB":
        return False
    if act.type in _MOVES and _is_by_firemen(act):
        return True
    if act.type == "COOPERATE":
        return head.lower in _BUYING and considering_word(sentence, head.i) is not None
    if act.type == "CONCEDE":
        return _is_out(sentence, head) or _is_put_off(act)
    if act.type not in _FORCE:
        return False
    if _fights_flames(sentence, head) or _is_out(sentence, head) or _wins_prize(sentence, head) or _keeps_house(act) or _is_put_off(act):
        return True
    killed = act.type == "ASSAULT" and head.lower in _KILLING and any(t.lower in _ABSTRACT for t in _struck(sentence, head))
    return killed or _wins_poll(sentence, head) or _is_souring(sentence, head)


def _is_by_animals(act: Act) -> bool:
    """What animals do: "**locusts** have invaded", "a herd of **elephants** raided the fields"; dogs of the police are set on people."""
    sentence = act.sentence
    doers = [sentence.tokens[i] for i in act.actors]
    return bool(doers) and all(_is_animal(sentence, t) for t in doers)


def _is_animal(sentence: ParsedSentence, noun: Token) -> bool:
    if noun.pos == "PROPN" or (noun.text[0].isupper() and noun.i):
        return False
    if noun.lower in _SWARMS:
        return any(_is_animal(sentence, t) for t in governed(sentence, [noun.i], "of"))
    return noun.lower in _ANIMALS and not any(t.lower in _SET_ON or t.tag == "NNP" for t in sentence.kids(noun.i, "compound", "amod", "nmod", "poss"))


def _is_played(act: Act) -> bool:
    """Games and the stage: "the **grandmaster** surrendered his queen", "a **tenor** conquered Vienna"; a boxer who attacks a guest has done so."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if act.type not in _AS_PLAYED or head.lower not in _PLAYING:
        return False
    doers = [sentence.tokens[i] for i in act.actors]
    themes = _struck(sentence, head) if head.pos == "VERB" else governed(sentence, [head.i], "on", "against")
    if not doers or not all(_is_player(sentence, t) for t in doers):
        return bool(themes) and all(t.lower in _GOALS for t in themes)
    return all(t.lower in _STAKES or t.lower in _PLAYERS or t.tag == "NNP" for t in themes)


def _is_player(sentence: ParsedSentence, noun: Token) -> bool:
    """"a **grandmaster**", "the **striker** Ruiz", not "a champion of the poor"."""
    named = [t for t in (noun, *sentence.kids(noun.i, "compound", "nmod", "appos")) if t.lower in _PLAYERS]
    return any(not sentence.kids(t.i, "prep") for t in named)


def _is_fiction(act: Act) -> bool:
    """What is done in a work of fiction: "in her new **novel** a general shoots forty miners", "stormed the fort in a **re-enactment**"."""
    sentence = act.sentence
    verb = next((t for t in (sentence.tokens[act.head], *sentence.ancestors(act.head)) if t.pos == "VERB"), None)
    return verb is not None and any(t.lower in _FICTIONS for t in governed(sentence, [verb.i], "in"))


def _struck(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """What a verb is done to, also where it stands before the relative clause of the verb ("it is **democracy** that is being executed")."""
    found = [*sentence.kids(verb.i, "dobj", "nsubjpass")]
    return [sentence.tokens[verb.head] if verb.dep == "relcl" and t.tag in {"WDT", "WP"} else t for t in found]


def _wins_poll(sentence: ParsedSentence, verb: Token) -> bool:
    """"beat Massa in the **runoff**"; "the **new president**, Ana Ruiz, who defeated Soto"."""
    if verb.lower not in _BEATING:
        return False
    links = sentence.kids(verb.i, "prep")
    if any(t.lower in _POLLS for link in links for t in sentence.kids(link.i, "pobj")):
        return True
    if verb.dep != "relcl" or not any(t.lower == "who" for t in sentence.kids(verb.i, "nsubj")):
        return False
    beaten = sentence.kids(verb.i, "dobj")
    winner = sentence.tokens[verb.head]
    named = [winner, *sentence.kids(winner.i, "appos"), *([sentence.tokens[winner.head]] if winner.dep == "appos" else [])]
    elected = any(t.lower in _OFFICES and any(one.lower in _NEW for one in sentence.kids(t.i, "amod", "compound")) for t in named)
    return elected and bool(beaten) and all(t.tag == "NNP" and not sentence.kids(t.i, "det") for t in beaten)


def _is_souring(sentence: ParsedSentence, verb: Token) -> bool:
    """"their **relations** have **soured**": how states stand to each other, and no step of theirs."""
    subjects = sentence.kids(verb.i, "nsubj")
    return verb.lower in _SOURING and any(t.lower in _RELATIONS for t in subjects) and not sentence.kids(verb.i, "dobj")


def _fights_flames(sentence: ParsedSentence, verb: Token) -> bool:
    """"**battling** a blaze", "the floods that crews **fought**": no enemy; shells that are fired are."""
    return verb.lower in _FIGHTING and any(t.lower in _FLAMES for t in _struck(sentence, verb))


def _is_by_firemen(act: Act) -> bool:
    """Where firemen move or stand ready nobody threatens force: "**fire crews** were called to the mill", "firefighters were **pulled out**"."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    if "resign" in act.modes or "strike" in act.modes or "demo" in act.modes:
        return False
    doers = sentence.kids(head.i, "nsubj", "nsubjpass")
    return any(t.lower in _FIREFIGHTERS or any(one.lower == "fire" for one in sentence.kids(t.i, "compound")) for t in doers)


def _is_out(sentence: ParsedSentence, verb: Token) -> bool:
    """Players who are out: "**dismissed** for 43", "removed Gomez for a duck", "**ruled out of** the final"; who is dismissed for a crime is not."""
    if verb.lower == "ruled":
        out = [*sentence.kids(verb.i, "prt", "advmod", "prep")]
        beyond = [t for one in (verb, *out) for t in sentence.kids(one.i, "prep") if t.lower == "of"]
        return bool(sentence.kids(verb.i, "nsubjpass")) and any(t.lower == "out" for t in out) and bool(beyond)
    if verb.lower not in _BOWLING:
        return False
    return any(t.lower in _RUNS or (t.tag == "CD" and not sentence.kids(t.i, "prep", "quantmod")) for t in governed(sentence, [verb.i], "for"))


def _wins_prize(sentence: ParsedSentence, verb: Token) -> bool:
    """"**captured** the trophy", "seized the title"."""
    return verb.lower in _WINNING and any(t.lower in _PRIZES for t in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _keeps_house(act: Act) -> bool:
    """A state's dealings with its own money: "**cut** fuel subsidies", "removed price controls"; subsidies "to Jordan" are another's, and so
    are those of whoever is named as the other side ("criticised Hungary and may **cut** farm subsidies")."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.type != "SANCTION" or verb.lower not in _CUTTING:
        return False
    own, theirs = (nations_among(sentence, side) for side in (act.actors, act.recipients))
    if act.actors and theirs - own:
        return False
    cut = [t for t in _struck(sentence, verb) if t.lower in _HOUSEKEEPING]
    given = any(t.pos == "PROPN" for t in governed(sentence, [verb.i, *(t.i for t in cut)], "to", "from", "for"))
    inside = [sentence.tokens[i] for t in cut for i in sentence.subtree(t.i)]
    return bool(cut) and not given and not any(t.pos == "PROPN" or nations_of(sentence, t.i) for t in inside)


def _is_put_off(act: Act) -> bool:
    """Who "**delayed** plans to buy the guns" or "suspended a decision" has refused nobody anything; a party that is named may be refused."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    off = any(t.lower == "off" for t in sentence.kids(verb.i, "prt"))
    if act.recipients or verb.lower not in _PUTTING_OFF or (verb.lower in _PUTTING and not off):
        return False
    open_still = _DECISIONS if act.type == "CONCEDE" else _DECISIONS | _PLANS
    return any(t.lower in open_still and not sentence.kids(t.i, "poss") for t in _struck(sentence, verb))


def _is_by_accident(act: Act) -> bool:
    """Losses by accident or nature: "**killed** in a car crash", "a storm **destroyed** the pier", "**died** when a ferry sank"; not where arms are named."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.pos == "NOUN":
        return verb.lower in _ACCIDENTS and not act.actors and _is_peaceful(sentence)
    return verb.lower in _LOSING and _causes(sentence, verb) and _is_peaceful(sentence)


def _causes(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether an accident is told to be the cause of a loss."""
    links = [t for t in sentence.kids(verb.i, "prep", "agent") if t.lower in {"in", "by", "from", "during"}]
    named = [*(t for link in links for t in sentence.kids(link.i, "pobj")), *(t for t in sentence.kids(verb.i, "nsubj") if sentence.kids(verb.i, "dobj"))]
    when = [t for t in sentence.kids(verb.i, "advcl") if any(one.lower in {"when", "as"} for one in sentence.kids(t.i, "advmod", "mark"))]
    broke = [one for t in when for one in (t, *sentence.kids(t.i, "nsubj", "nsubjpass", "acl"))]
    return any(t.lower in _ACCIDENTS for t in named) or any(t.lower in _ACCIDENTS or t.lower in _MISHAPS for t in broke)


def _is_peaceful(sentence: ParsedSentence) -> bool:
    """Whether a sentence names no arms and nobody who bears them."""
    return not any(t.lower in _VIOLENCE for t in sentence.tokens)
