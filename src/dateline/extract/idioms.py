"""Types of set phrases, whose verb alone means another act: a treaty that one lets **lapse**, goods **turned back**, bread **broken with** a guest,
rebels **reinforced with** troops, neighbours **told** that gas will come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, governed, is_passive
from dateline.extract.classifier.idiomlifts import aimed
from dateline.extract.clauses.nations import is_named
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_LETTING: Final = forms_of_verbs("let allow")
_LAPSING: Final = forms_of_verbs("lapse expire")
_ACCORDS: Final = forms_of_nouns(text_of("extract.idioms.accords"))
_TURNING: Final = forms_of_verbs("turn send")
_CARGO: Final = forms_of_nouns(text_of("extract.idioms.cargo"))
_BREAKING: Final = forms_of_verbs("break")
_FOOD: Final = forms_of_nouns("date water milk soup meal juice iftar dinner prayer")
_MEALS: Final = frozenset({"bread", "fast"})
_REINFORCING: Final = forms_of_verbs("reinforce strengthen")
_MEANS: Final = forms_of_nouns(text_of("extract.idioms.means"))
_AIDED: Final = forms_of_nouns(text_of("extract.idioms.aided"))
_BURNING: Final = forms_of_verbs("burn")
_TELLING: Final = forms_of_verbs("tell inform assure say announce")
_GIVING: Final = forms_of_verbs(text_of("extract.idioms.giving"))
_PLEDGING: Final = frozenset({"will", "would", "'ll"})
_PROMISED: Final = frozenset({"AGREE", "AID", "COOPERATE"})
_BOUND: Final = frozenset({"unless", "if", "until"})
#: What handing over is read as, whatever is handed over.
_HANDED: Final = frozenset({"COOPERATE", "RETREAT", "CONCEDE"})
_HANDING: Final = forms_of_verbs("hand turn")
_SEIZED: Final = frozenset("captured seized stolen looted confiscated smuggled".split())
_GOODS: Final = forms_of_nouns(text_of("extract.idioms.goods"))
_PERSONS: Final = forms_of_nouns(text_of("extract.idioms.persons"))
_MISREAD: Final = frozenset({"CONCEDE", "RETREAT", "AGREE", "SANCTION"})


#: Types of acts that are done together, so that who stands behind "with" is no one's target.
_TOGETHER: Final = frozenset({"CONSULT", "COOPERATE", "AGREE", "ASSAULT", "PROTEST", "MOBILIZE", "RETREAT"})


def aimed_by_idiom(act: Act) -> Act:
    """The act of a set phrase with whom the phrase is aimed at, where it has nobody yet ("begged **the victims'** forgiveness"),
    or nobody else ("a base was put at **Japan's** disposal")."""
    if act.type in _TOGETHER:
        return act
    if is_passive(act.sentence, act.sentence.tokens[act.head]) and act.actors and {*act.actors} <= {*aimed(act.sentence, act.head)}:
        return replace(act, actors=(), recipients=act.actors)
    if act.recipients:
        return act
    own = {j for i in act.actors for j in act.sentence.subtree(i)}
    found = [i for i in expand(act.sentence, aimed(act.sentence, act.head)) if i not in own and is_party(act.sentence, i)]
    return replace(act, recipients=tuple(sorted(found))) if found else act


def is_party(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word names a state or person, by a name, a country, an office or a pronoun."""
    token = sentence.tokens[index]
    return token.tag == "PRP" or is_named(sentence, index) or token.lower in _PERSONS


def typed_by_idiom(act: Act) -> Act:
    """The act with the type of the phrase that its verb stands in."""
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if verb.pos != "VERB":
        return act
    if act.type in _MISREAD and _lets_lapse(sentence, verb):
        return replace(act, type="SANCTION", modes=("discontinue",), cameo="161")
    if act.type == "REJECT" and _turns_goods_back(sentence, verb):
        return replace(act, type="COERCE", modes=("restrict",), cameo="172")
    if breaks_fast(sentence, verb) and _with_guest(sentence, verb):
        return replace(act, type="CONSULT", modes=(), cameo="040")
    if act.type == "MOBILIZE" and _reinforces_others(sentence, verb):
        return replace(act, type="AID", modes=(), cameo="072")
    if act.type == "ASSAULT" and _burns_bridges(sentence, verb):
        bridges = {t.i for t in sentence.kids(verb.i, "dobj")}
        return replace(act, type="SANCTION", modes=("discontinue",), cameo="160", recipients=tuple(i for i in act.recipients if i not in bridges))
    if act.type in _HANDED and _hands_goods(sentence, verb):
        return replace(act, type="AID", modes=(), cameo="070")
    if act.type == "THREATEN" and _promises(sentence, verb):
        return replace(act, type="AGREE", modes=(), cameo="030")
    return act


def without_telling(acts: Sequence[Act]) -> list[Act]:
    """The acts without a threat that is only the telling of a promise: "told Tunis that it **would send** gas" is one act."""
    promised = {act.head for act in acts if act.type in _PROMISED}
    return [act for act in acts if not (act.type == "THREATEN" and _tells_of(act, promised))]


def _tells_of(act: Act, promised: set[int]) -> bool:
    verb = act.sentence.tokens[act.head]
    return _promises(act.sentence, verb) and any(t.i in promised for t in act.sentence.kids(verb.i, "ccomp"))


def _lets_lapse(sentence: ParsedSentence, verb: Token) -> bool:
    """"let the transit **agreement lapse**", "allowed its pact **to expire**"."""
    if verb.lower not in _LETTING:
        return False
    lapsing = [t for t in sentence.kids(verb.i, "ccomp", "xcomp", "dobj") if t.lower in _LAPSING]
    lapsed = [one for t in lapsing for one in sentence.kids(t.i, "nsubj", "compound", "nmod")]
    return any(t.lower in _ACCORDS for t in [*lapsed, *(sentence.kids(verb.i, "dobj") if lapsing else [])])


def _turns_goods_back(sentence: ParsedSentence, verb: Token) -> bool:
    """"turned back Libyan **goods**", "three **trucks** of grain": of persons it refuses, of goods it bars the way."""
    back = any(t.lower == "back" for t in sentence.kids(verb.i, "advmod", "prt"))
    return back and verb.lower in _TURNING and any(t.lower in _CARGO for t in sentence.kids(verb.i, "dobj", "nsubjpass"))


def _hands_goods(sentence: ParsedSentence, verb: Token) -> bool:
    """"handed over the **consignment** to the minister", "turned over 20 **ambulances**": goods of aid, which are given and not given back."""
    over = verb.lower in _HANDING and any(t.lower == "over" for t in sentence.kids(verb.i, "prt", "advmod", "prep"))
    if not over:
        return False
    links = [t for t in sentence.kids(verb.i, "prep") if t.lower == "over"]
    themes = [*sentence.kids(verb.i, "dobj", "nsubjpass"), *(t for link in links for t in sentence.kids(link.i, "pobj"))]
    return any(t.lower in _GOODS for t in themes) and not any(t.lower in _SEIZED for one in themes for t in sentence.kids(one.i, "amod"))


def breaks_fast(sentence: ParsedSentence, verb: Token) -> bool:
    """"broke **bread**", "broke his **fast**", which is no hunger strike but its end."""
    return verb.lower in _BREAKING and any(t.lower in _MEALS for t in sentence.kids(verb.i, "dobj"))


def _with_guest(sentence: ParsedSentence, verb: Token) -> bool:
    """"broke bread **with the king**", not "broke his fast with dates"."""
    beside = governed(sentence, [verb.i, *(t.i for t in sentence.kids(verb.i, "dobj"))], "with")
    return any(t.tag[:2] == "NN" and t.lower not in _FOOD for t in beside)


def _reinforces_others(sentence: ParsedSentence, verb: Token) -> bool:
    """"reinforced the **rebels with** troops": others are given them, while one's own border, post or army is made stronger."""
    if verb.lower not in _REINFORCING:
        return False
    given = any(t.lower in _MEANS for t in governed(sentence, [verb.i], "with"))
    helped = sentence.kids(verb.i, "dobj", "nsubjpass")
    return given and any(_is_other(sentence, t) for t in helped)


def _is_other(sentence: ParsedSentence, noun: Token) -> bool:
    own = any(t.tag == "PRP$" for t in sentence.kids(noun.i, "poss"))
    return not own and (noun.lower in _AIDED or (noun.tag == "NNP" and any(c.isdigit() for c in noun.text)))


def _burns_bridges(sentence: ParsedSentence, verb: Token) -> bool:
    """"had burnt **its bridges**"; who burns "the bridges over the Dnipro" or does so in an army sets fire to them."""
    burnt = [t for t in sentence.kids(verb.i, "dobj") if t.lower == "bridges"] if verb.lower in _BURNING else []
    owned = [t for t in burnt if any(p.tag == "PRP$" for p in sentence.kids(t.i, "poss")) and not sentence.kids(t.i, "amod", "prep", "nummod")]
    return bool(owned) and not any(t.lower in _AIDED for t in sentence.kids(verb.i, "nsubj"))


def _promises(sentence: ParsedSentence, verb: Token) -> bool:
    """"told Tunis that it **would send** gas to Libya": what is told is a gift; "would send warships" and what is denied are none."""
    if verb.lower not in _TELLING or sentence.kids(verb.i, "conj"):
        return False
    told = sentence.kids(verb.i, "ccomp")
    return len(told) == 1 and told[0].lower in _GIVING and not sentence.kids(told[0].i, "neg", "conj") and _is_gift(sentence, told[0])


def _is_gift(sentence: ParsedSentence, verb: Token) -> bool:
    will = any(t.lower in _PLEDGING for t in sentence.kids(verb.i, "aux"))
    given = sentence.kids(verb.i, "dobj")
    bound = sentence.kids(verb.i, "prt") or any(sentence.tokens[i].lower in _BOUND for i in sentence.subtree(verb.i))
    return will and bool(given) and not bound and not any(t.lower in _MEANS for t in given)
