"""Who receives, and who is received: "a **Qatari-hosted** meeting of Chadian officials", "a visit to **both the premier and the king**, urging calm"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import expand, objects_of
from dateline.extract.clauses.nations import nation_of
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.ontology.inflect import forms_of_nouns

_HOSTED: Final = frozenset("hosted brokered mediated sponsored convened chaired".split())
_MEETINGS: Final = forms_of_nouns("meeting talk summit conference negotiation dialogue session round")
_VISITS: Final = forms_of_nouns("visit trip tour")
_MAKING: Final = frozenset("made makes making make paid pays paying pay".split())


def hosted(act: Act) -> Parties | None:
    """The state that receives others sits at the table too: "a **US**-mediated meeting of Chadian and Libyan officials"."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type != "CONSULT" or noun.lower not in _MEETINGS:
        return None
    hosting = [t for t in sentence.kids(noun.i, "amod") if t.lower in _HOSTED]
    hosts = tuple(h.i for t in hosting for h in sentence.kids(t.i, "npadvmod", "nmod", "amod", "compound", "nsubj") if nation_of(sentence, h) is not None)
    return Parties((*hosts, *act.actors), act.recipients) if hosts and not set(hosts) <= set(act.actors) else None


def visited(act: Act) -> Parties | None:
    """All whom a visit is to are visited, and asked what the visitor asks there: "made a visit to **both Rao and the king**, urging calm"."""
    sentence, head = act.sentence, act.sentence.tokens[act.head]
    visit = head
    if act.type == "REQUEST" and head.tag == "VBG" and head.dep in {"acl", "advcl"} and not sentence.kids(head.i, "dative"):
        above = sentence.tokens[head.head]
        visit = next((t for t in sentence.kids(above.i, "dobj") if t.lower in _VISITS), above)
    elif act.type != "CONSULT":
        return None
    if visit.lower not in _VISITS or visit.dep != "dobj" or sentence.tokens[visit.head].lower not in _MAKING:
        return None
    hosts = objects_of(sentence, [visit.i], "to")
    if len(hosts) < 2:
        return None
    visitors = expand(sentence, [t.i for t in sentence.kids(visit.head, "nsubj")]) or tuple(i for i in act.actors if i not in hosts)
    apposed = [t.i for h in hosts for t in sentence.kids(h, "appos")]
    rest = tuple(i for i in act.recipients if i not in apposed and i > head.i)
    return Parties(visitors, (*hosts, *rest), no_actors=phrase_of(sentence, (*hosts, *apposed)))
