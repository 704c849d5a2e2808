"""Who acts in breach of a ban neither imposes it nor is it: "shipped arms to the rebels in violation of the **embargo**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import verb_arguments
from dateline.extract.clauses.parties import Parties, phrase_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of

_BREACHES: Final = forms_of_nouns(text_of("extract.clauses.breached.breaches"))
_BREACHING: Final = forms_of_verbs(text_of("extract.clauses.breached.breaching"))
_SUPPLYING: Final = forms_of_verbs(text_of("extract.clauses.breached.supplying"))


def breached(act: Act) -> Parties | None:
    """The sides of sanctions, without who breaks them; who buys in breach of a ban may be banned, who supplies others is not."""
    sentence, noun = act.sentence, act.sentence.tokens[act.head]
    if act.type not in {"SANCTION", "COERCE"} or noun.pos != "NOUN":
        return None
    verb = _breaking(sentence, noun)
    out = phrase_of(sentence, verb_arguments(sentence, verb.i).subjects) if verb else frozenset()
    return Parties(act.actors, act.recipients, out, out if verb and verb.lower in _SUPPLYING else frozenset()) if out else None


def _breaking(sentence: ParsedSentence, noun: Token) -> Token | None:
    """The verb of who breaks a ban: "**broke** the embargo", "**sold** arms in breach of the embargo"."""
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj":
        return above if above.lower in _BREACHING else None
    breach = sentence.tokens[above.head]
    if noun.dep != "pobj" or breach.lower not in _BREACHES:
        return None
    return next((t for t in sentence.ancestors(breach.i) if t.pos == "VERB"), None)
