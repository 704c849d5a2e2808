"""What a sitting does is not done by who stays away from it or receives it: "A summit, which **Togo** declined to attend, condemned Peru"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token

_SITTINGS: Final = frozenset("summit session meeting conference gathering assembly congress synod".split())
_STAYING_AWAY: Final = frozenset("declined refused boycotted skipped shunned snubbed missed".split())
#: Bodies of one state that sit without those of whom they speak.
_HOME_BODIES: Final = frozenset({"council", "cabinet", "committee", "board", "parliament"})
_REFERENCES: Final = frozenset({"WDT", "WP", "WP$"})


def of_sitting(act: Act) -> Parties | None:
    """The sitting in place of who a relative clause behind it tells of; nor does a sitting have those for guests who stay away."""
    sentence = act.sentence
    sitting = next((t for t in sentence.tokens[: act.head + 1] if t.lower in _SITTINGS and (t.i == act.head or _does(sentence, t, act.head))), None)
    if sitting is None:
        return None
    verbs = [t for t in sentence.tokens[sitting.i + 1 :] if _is_in_relative(sentence, t, sitting) and t.i != act.head]
    if sitting.i == act.head:
        verbs = [t for t in verbs if t.lower in _STAYING_AWAY]
    else:
        verbs = [t for t in verbs if t.i < act.head]
    doers = expand(sentence, [s.i for t in verbs for s in sentence.kids(t.i, "nsubj") if s.tag not in _REFERENCES])
    if not doers:
        return None
    actors = act.actors if sitting.i == act.head else (sitting.i, *act.actors)
    return Parties(actors, act.recipients, no_actors=phrase_of(sentence, doers))


def of_home_body(act: Act) -> Parties | None:
    """Whom somebody blames at a sitting of his own cabinet or council does not sit there: "blamed **Delhi** while chairing a security council meeting"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type != "CONSULT" or noun.lower not in _SITTINGS or noun.pos != "NOUN":
        return None
    bodies = [*sentence.kids(noun.i, "compound", "amod"), *(sentence.tokens[i] for i in objects_of(sentence, [noun.i], "of"))]
    if not any(t.lower in _HOME_BODIES for t in bodies) or objects_of(sentence, [noun.i], "with"):
        return None
    verbs = [t for t in sentence.ancestors(noun.i) if t.pos == "VERB"]
    blamed = expand(sentence, [t.i for verb in verbs for t in sentence.kids(verb.i, "dobj") if t.i != noun.i and t.pos == "PROPN"])
    out = phrase_of(sentence, blamed) - {noun.i}
    return Parties(act.actors, act.recipients, out, out) if out else None


def _does(sentence: ParsedSentence, sitting: Token, head: int) -> bool:
    """Whether a finite verb behind a comma is the sitting's, also where the parser takes it for a clause under a sitting that opens the sentence."""
    verb = sentence.tokens[head]
    if verb.tag not in {"VBD", "VBN", "VBZ", "VBP"} or sentence.tokens[head - 1].text != ",":
        return False
    if sitting.dep == "nsubj" and sitting.head == head:
        return True
    above = sentence.tokens[verb.head]
    under = sitting.dep == "ROOT" and verb.dep in {"advcl", "acl"} and (above.i == sitting.i or _is_in_relative(sentence, above, sitting))
    return under and not sentence.kids(head, "nsubj", "mark", "advmod", "agent")


def _is_in_relative(sentence: ParsedSentence, verb: Token, sitting: Token) -> bool:
    """Whether a verb is that of a relative clause behind a sitting or the body whose it is, or stands in a row with one."""
    while verb.dep == "conj" and sentence.tokens[verb.head].pos in {"VERB", "AUX"}:
        verb = sentence.tokens[verb.head]
    return verb.dep == "relcl" and any(t.i == sitting.i for t in sentence.ancestors(verb.i)) and verb.head >= sitting.i
