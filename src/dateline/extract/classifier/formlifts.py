"""More forms that tell an act by themselves (as :mod:`dateline.extract.classifier.lifts`): embassies that are closed, cabinets that are convened,
disputes brought before a court of trade, drafts handed to the other side, offers that answer another's, what is done at somebody's behest, victims counted
behind a deed, attacks that are beaten, talks that are to come, deals that are not reached, embassies and borders that open, force that is used, whoever is
called guilty, texts that are voted on, vetoes that are cast."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import agents_of, governed
from dateline.extract.classifier.idiomlifts import idiom_lift
from dateline.extract.classifier.lifts import LAWMAKERS, Lift, lift_of
from dateline.extract.clauses.asked import BEHEST, CONSULTING, REPLYING
from dateline.extract.clauses.doingso import DOING, meant_by
from dateline.extract.clauses.nations import nations_of
from dateline.extract.clauses.said import REPELLING
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.spokenacts import CULPABLE, culpability
from dateline.extract.worldly import CLOSING, MISSIONS, OPENING, opened_seat
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

_STANDING: Final = forms_of_verbs("be remain stay")
_CONVENING: Final = forms_of_verbs("convene")
_COUNCILS: Final = forms_of_nouns(text_of("extract.formlifts.councils"))
_BRINGING: Final = forms_of_verbs(text_of("extract.formlifts.bringing"))
_DISPUTES: Final = forms_of_nouns(text_of("extract.formlifts.disputes"))
_BEFORE: Final = frozenset({"at", "with", "before", "to"})
_HANDING: Final = forms_of_verbs(text_of("extract.formlifts.handing"))
_TREATIES: Final = forms_of_nouns(text_of("extract.formlifts.treaties"))
_NEGOTIATORS: Final = forms_of_nouns(text_of("extract.formlifts.negotiators"))
_PROPOSALS: Final = forms_of_nouns("proposal offer overture counterproposal counteroffer counter-offer counter-proposal")
_WELL: Final = frozenset({"favourably", "favorably", "positively"})
_CALLS: Final = _PROPOSALS | forms_of_nouns("request call appeal invitation demand plea")
_DECIDING: Final = forms_of_verbs("decide resolve choose")
_GOING_ON: Final = forms_of_verbs("continue resume prolong extend")
_MEDIATION: Final = forms_of_nouns(text_of("extract.formlifts.mediation"))
_MEETING: Final = forms_of_verbs("meet")
_DISCUSSING: Final = frozenset({"discussing", "negotiating"})
_SETTLING: Final = forms_of_verbs("reach conclude negotiate settle")
_BEATEN: Final = forms_of_nouns(text_of("extract.formlifts.beaten"))
_HURTING: Final = forms_of_verbs("kill wound injure")
_TALKS: Final = frozenset({"talks", "negotiations"})
_UPCOMING: Final = words_of("extract.formlifts.upcoming")
_RESUMING: Final = forms_of_verbs(text_of("extract.formlifts.resuming"))
_UNREACHED: Final = forms_of_nouns(text_of("extract.formlifts.unreached"))
_SEALING: Final = forms_of_verbs("seal initial")
_INTERVENING: Final = forms_of_verbs("intervene")
_PASSAGES: Final = forms_of_nouns(text_of("extract.formlifts.passages"))
_HALTING: Final = forms_of_verbs(text_of("extract.formlifts.halting"))
#: Words between "by" and the vote at most: "**by** a recorded vote", "**by** 92 votes".
_COUNT: Final = 4
#: Verbs of using force, and what may be said of it.
FORCING: Final = forms_of_verbs("use employ apply resort")
_FORCIBLE: Final = words_of("extract.formlifts.forcible")
_PASSING: Final = {
    "SUPPORT": forms_of_verbs(text_of("extract.formlifts.passing")),
    "REJECT": forms_of_verbs(text_of("extract.formlifts.failing")),
}
_VOTED_ON: Final = forms_of_nouns(text_of("extract.formlifts.voted_on"))
_VETOING: Final = forms_of_verbs("use cast exercise wield")
#: Of verbs that tell something for themselves.
_OWN_CLAUSE: Final = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl"})
#: Words whose form is looked at however unlikely the coder finds them.
TELLING: Final = (
    BEHEST | OPENING | _MEETING | REPLYING | CULPABLE | FORCING | CONSULTING | DOING | {"determined"}
)


def allowed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What a form of these modules allows at a word."""
    own = lift_of(sentence, token) or next((lift for form in _FORMS if (lift := form(sentence, token)) is not None), None)
    return own or idiom_lift(sentence, token)


def _is_closed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the embassy is **closed**", "its consulate remains **shut**"."""
    if token.lower not in CLOSING:
        return None
    above = sentence.tokens[token.head]
    stands = token.dep in {"acomp", "oprd"} and above.lower in _STANDING
    helping = sentence.kids(token.i, "auxpass")
    subjects = [t for i in (above.i if stands else token.i, *(one.i for one in helping)) for t in sentence.kids(i, "nsubj", "nsubjpass")]
    return Lift(0.15, "SANCTION") if (stands or helping) and any(t.lower in MISSIONS for t in subjects) else None


def _convenes(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**convened** his war cabinet", "parliament was **convened**"; a session that is convened is the act itself."""
    if token.lower not in _CONVENING or token.pos != "VERB" or token.dep == "xcomp":
        return None
    return Lift(0.2, "CONSULT") if any(t.lower in _COUNCILS for t in sentence.kids(token.i, "dobj", "nsubjpass")) else None


def _goes_to_law(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"launched a **dispute** at the World Trade Organization"."""
    verb = sentence.tokens[token.head]
    if token.lower not in _DISPUTES or token.dep not in {"dobj", "nsubjpass"} or verb.lower not in _BRINGING:
        return None
    links = [t for i in (verb.i, token.i) for t in sentence.kids(i, "prep") if t.lower in _BEFORE]
    body = any(t.tag.startswith("NNP") for link in links for t in sentence.kids(link.i, "pobj"))
    return Lift(0.25, "ACCUSE", (verb.i,)) if body else None


def _hands_draft(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**handed** the Thai negotiators a draft treaty", "**presented** a draft accord"; a draft law is laid before one's own lawmakers."""
    if token.pos != "VERB" or token.lower not in _HANDING or token.dep == "xcomp":
        return None
    papers = [t for t in sentence.kids(token.i, "dobj", "nsubjpass") if t.lower in _TREATIES]
    drafted = any(one.lower == "draft" for t in papers for one in sentence.kids(t.i, "compound", "amod"))
    links = [t for t in sentence.kids(token.i, "dative", "prep") if t.lower == "to"]
    given = [*sentence.kids(token.i, "dative"), *(t for link in links for t in sentence.kids(link.i, "pobj"))]
    across = any(t.lower in _NEGOTIATORS for t in given)
    at_home = any(t.lower in LAWMAKERS for t in sentence.tokens[token.i :])  # the parser takes "to parliament" for a verb
    return Lift(0.3, "AGREE", tuple(t.i for t in papers)) if papers and not at_home and (drafted or across) else None


def _answers_offer(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"The **proposal** responds to a Thai offer"."""
    verb = sentence.tokens[token.head]
    if token.lower not in _PROPOSALS or token.dep != "nsubj" or verb.lower not in REPLYING:
        return None
    answered = [*sentence.kids(verb.i, "dobj"), *governed(sentence, [verb.i], "to")]
    return Lift(0.15, "AGREE", (verb.i,)) if any(t.lower in _PROPOSALS for t in answered) else None


def _answers_well(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"was **responding** favourably to requests to stay"."""
    if token.lower not in REPLYING or token.pos != "VERB" or sentence.kids(token.i, "neg"):
        return None
    well = any(t.lower in _WELL for t in sentence.kids(token.i, "advmod"))
    return Lift(0.0, "AGREE") if well and any(t.lower in _CALLS for t in governed(sentence, [token.i], "to")) else None


def _keeps_mediating(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"had **decided** to continue his mission"."""
    if token.lower not in _DECIDING or token.pos != "VERB" or sentence.kids(token.i, "neg"):
        return None
    going_on = [t for t in sentence.kids(token.i, "xcomp") if t.lower in _GOING_ON]
    return Lift(0.15, "AGREE", tuple(t.i for t in going_on)) if any(t.lower in _MEDIATION for one in going_on for t in sentence.kids(one.i, "dobj")) else None


def _minds_no_meeting(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"I don't mind **meeting** him"."""
    above = sentence.tokens[token.head]
    if token.tag != "VBG" or token.lower not in _MEETING or above.lower not in {"mind", "minds"} or above.pos != "VERB":
        return None
    return Lift(0.0, "AGREE", (above.i,)) if sentence.kids(above.i, "neg") and sentence.kids(token.i, "dobj") else None


def _negotiates(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"heads the team **discussing** fishing rights"."""
    team = sentence.tokens[token.head]
    return Lift(0.2, "CONSULT") if token.lower in _DISCUSSING and token.dep == "acl" and team.lower in _NEGOTIATORS and sentence.kids(token.i, "dobj") else None


def _at_behest(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"carried out the raid at the **behest** of a Nepalese colonel"; of somebody's wife it is no affair of state."""
    asked = token.lower in BEHEST and token.dep == "pobj" and sentence.tokens[token.head].lower == "at"
    if not asked:
        return None
    asking = [i for t in sentence.kids(token.i, "prep", "poss") for i in (t.i, *sentence.subtree(t.i))]
    named = any(sentence.tokens[i].text[:1].isupper() for i in asking)
    return Lift(0.0, "REQUEST") if named else None


def _means_to_settle(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"is **determined** to reach an accord", "the pact will be hard to negotiate, but we are **determined** to do it"."""
    if token.lower != "determined":
        return None
    aims = sentence.kids(token.i, "xcomp")
    settled = any(t.lower in _SETTLING and any(one.lower in _TREATIES for one in sentence.kids(t.i, "dobj")) for t in aims)
    done = any(t.lower == "do" and any(one.lower in {"it", "so"} for one in sentence.kids(t.i, "dobj", "advmod")) for t in aims)
    before = sentence.tokens[: token.i]
    taken_up = done and any(t.lower in _TREATIES for t in before) and any(t.lower in _SETTLING for t in before)
    return Lift(0.0, "AGREE") if settled or taken_up else None


def _counts_victims(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"shelled the port, **injuring** nine people": victims of their own behind a deed (guidelines, settled case 14)."""
    if token.lower not in _HURTING or token.tag != "VBG" or token.dep != "advcl" or token.head > token.i:
        return None
    victims = sentence.kids(token.i, "dobj")
    counted = any(t.tag == "CD" or any(one.tag == "CD" for one in sentence.kids(t.i, "nummod")) for t in victims)
    return Lift(0.3, "ASSAULT") if counted else None


def _is_among_dead(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"his deputy was among the **dead**"."""
    return Lift(0.35, "ASSAULT") if token.lower == "dead" and token.dep == "pobj" and sentence.tokens[token.head].lower == "among" else None


def _beats_enemy(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the attack was **repelled** by a brigade", "in **routing** a battalion"."""
    if token.lower not in REPELLING or token.pos != "VERB":
        return None
    return Lift(0.15, "ASSAULT") if any(t.lower in _BEATEN for t in sentence.kids(token.i, "dobj", "nsubjpass")) else None


def _talks_ahead(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the upcoming **talks** with the guild", "**talks** expected to begin in May", "said that **talks** will restart"."""
    if token.lower not in _TALKS:
        return None
    verb = sentence.tokens[token.head]
    again = token.dep == "nsubj" and verb.lower in _RESUMING and any(t.lower == "will" for t in sentence.kids(verb.i, "aux"))
    due = any(t.lower in {"expected", "scheduled", "due"} for t in sentence.kids(token.i, "acl"))
    coming = any(t.lower in _UPCOMING for t in sentence.kids(token.i, "amod"))
    return Lift(0.35, "AGREE", (verb.i,)) if again or due or coming else None


def _reaches_nothing(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"was unable to **reach** a settlement" (guidelines, settled case 16)."""
    above = sentence.tokens[token.head]
    if token.lower != "reach" or token.dep != "xcomp" or above.lower != "unable":
        return None
    deals = tuple(t.i for t in sentence.kids(token.i, "dobj") if t.lower in _UNREACHED)
    return Lift(0.15, "REJECT", (above.i, *deals)) if deals else None


def _is_sealed(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the accord was **sealed**": signed."""
    if token.lower not in _SEALING or token.pos != "VERB":
        return None
    return Lift(0.3, "SUPPORT") if any(t.lower in _TREATIES for t in sentence.kids(token.i, "nsubjpass")) else None


def _steps_in(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**intervened** to halt the fighting"."""
    if token.lower not in _INTERVENING or token.pos != "VERB" or sentence.kids(token.i, "neg"):
        return None
    aims = [t for t in sentence.kids(token.i, "advcl", "xcomp") if t.lower in _HALTING and t.tag == "VB"]
    fought = any(o.lower == "fighting" for t in aims for i in sentence.subtree(t.i) for o in (sentence.tokens[i],))
    return Lift(0.3, "MOBILIZE") if fought else None


def _opens(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"the embassy **opened** in May", "is unlikely to **reopen** the border"."""
    if token.lower not in OPENING or token.pos != "VERB":
        return None
    if opened_seat(sentence, token) is not None:
        return Lift(0.03, "SUPPORT")
    again = token.lower.startswith("re") and any(t.lower in _PASSAGES for t in sentence.kids(token.i, "dobj", "nsubj"))
    return Lift(0.4) if again else None


def _uses_force(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a verb says that somebody turns to force against others ("used lethal **force**", "resorted to **force**", parsed as a verb)."""
    objects = [*sentence.kids(token.i, "dobj", "nsubjpass"), *governed(sentence, [token.i], "to"), *sentence.kids(token.i, "xcomp")]
    forced = [t for t in objects if t.lower == "force" and t.tag == "NN"]
    return any(not sentence.kids(t.i, "compound", "poss", "prep") and all(one.lower in _FORCIBLE for one in sentence.kids(t.i, "amod")) for t in forced)


def _turns_to_force(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"neither expelled the envoy nor **used** force"; what somebody threatens or may do is left to the coder."""
    if token.lower not in FORCING or token.pos != "VERB" or token.tag not in {"VBD", "VBN", "VBZ", "VBP", "VB"} or token.dep not in _OWN_CLAUSE:
        return None
    helping = sentence.kids(token.i, "aux")
    if any(t.tag in {"MD", "TO"} for t in helping) or (token.tag == "VB" and not helping) or not _uses_force(sentence, token):
        return None
    return Lift(0.0, "ASSAULT", tuple(t.i for t in sentence.tokens[token.i : token.i + 5] if t.lower == "force"))


def _goes_unasked(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"blamed the cabinet for not having **consulted** him", "without **consulting** Lima", "had not been **consulted** by Oslo"."""
    if token.lower not in CONSULTING or token.pos != "VERB":
        return None
    above = sentence.tokens[token.head]
    undone = sentence.kids(token.i, "neg") or (token.dep == "pcomp" and above.lower == "without")
    asked = sentence.kids(token.i, "dobj", "nsubjpass")
    persons = any(t.tag in {"PRP", "NNP", "NNPS"} or nations_of(sentence, t.i) for t in (*asked, *governed(sentence, [token.i], "by"), *agents_of(sentence, token.i)))
    return Lift(0.0, "CONSULT") if undone and asked and persons else None


def _does_so(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"threatened to expel him but has not **done** so"."""
    deed = meant_by(sentence, token) if token.lower in DOING else None
    return Lift(0.0, like=deed.i, unless=(token.head,) if token.dep == "xcomp" else ()) if deed is not None else None


def _is_called_guilty(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"Chad was **responsible** for the raid," the minister said."""
    return Lift(0.0, "ACCUSE") if culpability(sentence, token) is not None else None


def _is_voted_on(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**adopted** the draft by a recorded vote of 92 to three", "**rejected** the motion by 60 votes to 41"."""
    kind = next((kind for kind, verbs in _PASSING.items() if token.lower in verbs), None)
    if kind is None or token.tag not in {"VBD", "VBN", "VBZ"}:
        return None
    text = any(t.lower in _VOTED_ON for t in sentence.kids(token.i, "dobj", "nsubjpass"))
    by = [t for t in sentence.tokens[token.i + 1 :] if t.lower in {"vote", "votes"} and _follows_by(sentence, t)]
    return Lift(0.2, kind) if text and by else None


def _follows_by(sentence: ParsedSentence, vote: Token) -> bool:
    """Whether a vote is that by which something is decided: "**by** a recorded vote", "in a vote of 9 to 4"."""
    return any(t.lower in {"by", "in", "with"} for t in sentence.tokens[max(0, vote.i - _COUNT) : vote.i])


def _casts_veto(sentence: ParsedSentence, token: Token) -> Lift | None:
    """"**cast** the lone veto", "**used** its veto against the draft"."""
    if token.lower not in _VETOING or token.tag not in {"VBD", "VBZ", "VBN"} or sentence.kids(token.i, "neg"):
        return None
    vetoes = tuple(t.i for t in sentence.kids(token.i, "dobj") if t.lower in {"veto", "vetoes"})
    return Lift(0.25, "REJECT", vetoes) if vetoes else None


_FORMS: Final = (
    _is_voted_on, _casts_veto,
    _opens, _turns_to_force, _goes_unasked, _does_so, _is_called_guilty, _counts_victims, _is_among_dead, _beats_enemy,
    _talks_ahead, _reaches_nothing, _is_sealed, _steps_in,
    _hands_draft, _answers_offer, _answers_well, _keeps_mediating, _minds_no_meeting, _negotiates, _at_behest, _means_to_settle,
    _is_closed, _convenes, _goes_to_law,
)  # fmt: skip
