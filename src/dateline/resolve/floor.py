"""Who has the floor: the country of the speaker of a turn, and whose "we", "my country", "this House" and a questioner's "you" are in it.

The country stands in brackets behind the name ("Mr. Kariuki (United Kingdom):"), in the speaker's office ("PRESIDENT MACRON:") or where the head
of the document introduces the speaker; of others the floor is the issuer's: the ministry that briefs, the parliament or body that meets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.resolve import courtesies, firstperson
from dateline.resolve.belonging import BODIES
from dateline.resolve.issuer import is_own_office
from dateline.resolve.owners import OPPOSED
from dateline.resolve.quotationmarks import is_quotation_open
from dateline.resolve.sightings import Sighting
from dateline.resolve.speeches import state_of_speech
from dateline.turns import Turn, label_phrase, turn_number, turns
from dateline.types import Document, Mention, Phrase, PhraseForm, Resolution, Span

#: Names the countries of a text.
Look = Callable[[str], Sequence[Sighting]]

#: How the label of a speaker is read of whose country nothing is told.
UNTOLD: Final = "turn"
_STATE: Final = frozenset({"country", "adjective", "body", "capital"})
#: What stands in brackets behind a name and is no country.
_LANGUAGE: Final = re.compile(r"\s*(?:spoke|speaking|interpret|translat|in [A-Z]\w+$|via\b|through\b|by video|off[- ]mike)", re.IGNORECASE)
#: Titles that say nothing of an office, behind which a family name alone may be anybody's.
_CIVIL: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|H\.? ?E|Chair\w*"
    r"|The|Madam|An|Deputy|Senator|Sen|Rep\w*|Congress\w+)\b",
    re.IGNORECASE,
)
#: Who speaks in an interview or briefs.
_GUEST: Final = re.compile(r"\b(?:interview|conversation|Q&A|(?:press|news) (?:conference|briefing)|briefing|remarks) (?:with|by|of) (?P<who>.+)", re.IGNORECASE)
#: A line of the head that ends in a stop is no sentence where it has no more words ("WASHINGTON, D.C.").
_PLACE: Final = 3
#: How a chair takes the floor for a state, and within how much of a turn (code points).
_CAPACITY: Final = re.compile(
    r"\bin (?:my|his|her) (?:national )?capacity(?: as (?:the )?(?:[\w-]+ ){0,2}(?:representative|delegate|minister|ambassador|observer)(?: for foreign affairs)?)?"
    r" (?:of|for) (?P<who>[^.;:]{3,80})"
)
_OPENING: Final = 400
_SURE: Final = frozenset({"person", "surname", "organisation", "composition", "country", "issuer"})
_OFFICIAL: Final = frozenset({"GOV", "LEG", "MIL"})
_OWN: Final = re.compile(r"(?:my|our)\s", re.IGNORECASE)
_YOUR: Final = re.compile(r"your\s", re.IGNORECASE)
_THIS: Final = re.compile(r"[Tt]his\s+(?:House|country|nation|(?i:government|administration|delegation|ministry|parliament|republic))\b")
#: Whom an American briefer or those who ask one need not call American.
_SENATORS: Final = frozenset({"senators", "congressmen"})
_SOME_SENATORS: Final = frozenset(f"{some} {who}" for some in ("some", "several", "many", "the", "a few", "these", "two", "three") for who in _SENATORS)
#: An official of the house by name; another state's has its name before the title, or is known.
_SECRETARY: Final = re.compile(r"(?:(?:Principal )?(?:Deputy )?Assistant |Deputy |Under[ -])?Secretary [A-Z]")
#: A post of a state: before its name and behind it.
_POSTS: Final = (
    r"(?:president|minister|ambassador|envoy|negotiator|diplomat|adviser|advisor|official|secretary|chancellor|commander|general|admiral|spokes\w+|consul|premier|governor|senator"
    r"|lawmaker|deputy|representative|officer)"
)
_POST_OF: Final = re.compile(rf"\b{_POSTS}(?: (?:of|for) (?!the\b)[\w-]+(?: \w+)?)? (?:of|for) (?:the )?$", re.IGNORECASE)
_OWN_POST: Final = re.compile(rf"(?:['’]s?)? (?:(?!to\b|in\b|on\b|and\b)[\w-]+ ){{0,3}}{_POSTS}\b", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.? ?){1,4}")
#: A member of the house by family name, which a known person elsewhere may have too.
_MEMBER: Final = re.compile(r"(?:Chair(?:man|woman|person)?|Ranking Member|Vice[ -]Chair(?:man|woman)?|Congress(?:man|woman)|Senator|Representative) [A-Z][\w'’-]+$")
_SECOND: Final = frozenset({"you", "yourself", "yourselves"})
#: Ways of reading a phrase that leave it unsure whether its own words tell of another state ("our **Brazilian** partners").
_UNSURE: Final = frozenset({"unknown", "extended", "complement", "place", "ambiguous", "pronoun", "near"})


@dataclass(frozen=True, slots=True)
class Floor:
    """The turns of a document with the country of each, ``None`` where nothing tells it, and the state whose house or ministry it is held in.

    ``chamber`` says that it is headed as the record of a chamber.
    """

    turns: tuple[Turn, ...]
    codes: tuple[str | None, ...]
    state: str | None = None
    chamber: bool = False

    def at(self, offset: int) -> int | None:
        """The number of the turn in which a place of the text lies."""
        return turn_number(self.turns, offset)


def floor_of(document: Document, actor: Callable[[str], Resolution], look: Look, state: str | None, told: str | None = None) -> Floor | None:
    """The floor of a document; ``None`` where it is neither a record of speech nor one person's speech.

    Args:
        document: the document.
        actor: what a name refers to.
        look: the countries that a text names.
        state: the state that issues the document, or where its dateline is.
        told: the state that the user says the document is news of.
    """
    found = turns(document)
    if not found:
        return _of_one(document, actor, look, None if state else told)
    front = [words for _, words in firstperson.front_of(document)]
    issuer = state or firstperson.issuing_body(document, actor) or _of_front(front, actor, look) or _of_interviewed(found, front, look)
    known: dict[str, str] = {}
    codes: list[str | None] = []
    for turn in found:
        own = _in_capacity(document.text[turn.start : min(turn.end, turn.start + _OPENING)], look)
        code = own or (None if turn.anybody else _of_label(turn, front, actor, look) or known.get(_key(turn)))
        if code is not None and own is None:
            for key in _keys(turn, look):
                known.setdefault(key, code)
        codes.append(code if code is not None or turn.asker else issuer)
    house = issuer or _of_briefer(found, codes)
    return Floor(found, tuple(codes), house if house not in BODIES else None, courtesies.is_chamber(document))


def members(
    document: Document, phrases: Sequence[Phrase], actor: Callable[[str], Resolution], look: Look, lookup: Callable[[Phrase], Resolution]
) -> Iterator[tuple[Phrase, str]]:
    """The members of a chamber in its record, whoever has the floor, with the chamber's state."""
    if not courtesies.is_chamber(document):
        return
    front = [words for _, words in firstperson.front_of(document)]
    state = firstperson.issuing_body(document, actor) or _of_front(front, actor, look)
    if state is None or state in BODIES:
        return
    for phrase in phrases:
        if courtesies.is_member(phrase, document.text) and not _is_told(lookup(phrase)):
            yield phrase, state


def _is_told(own: Resolution) -> bool:
    return own.chosen is not None and own.chosen.country is not None and own.method not in _UNSURE | {"issuer"}


def _of_one(document: Document, actor: Callable[[str], Resolution], look: Look, told: str | None) -> Floor | None:
    """The floor of a document in which one person speaks throughout: with the offices of the state that its head tells, else the first persons alone of
    the state that the user tells."""
    own = state_of_speech(document, actor, look)
    code = own or (told if told and firstperson.issuing_body(document, actor) is None else None)
    if code is None or not document.text:
        return None
    return Floor((Turn(Mention(document.text[0], Span(0, 1)), 0, len(document.text), None, anybody=True, asker=False, label=0),), (code,), own)


def _in_capacity(opening: str, look: Look) -> str | None:
    """The state for which a chair says that he speaks now: "in my capacity as the representative of Greece", "in my national capacity for Peru"."""
    said = _CAPACITY.search(opening)
    seen = [one.country for one in look(said["who"]) if one.kind in _STATE] if said is not None else []
    return seen[0] if seen else None


def spoken(
    document: Document, phrases: Sequence[Phrase], floor: Floor, lookup: Callable[[Phrase], Resolution]
) -> Iterator[tuple[Phrase, str | None]]:
    """The phrases that mean the speaker's country, or the one that is asked, and the labels of the turns; ``None``: nothing tells whose they are."""
    for turn, code in zip(floor.turns, floor.codes, strict=True):
        if not turn.anybody:
            yield label_phrase(turn, 0), code
    for phrase in phrases:
        number = floor.at(phrase.mention.span.start)
        if number is None:
            continue
        code = _meant(document.text, phrase, floor, number, lookup)
        if code is not None:
            yield phrase, code


def _meant(text: str, phrase: Phrase, floor: Floor, number: int, lookup: Callable[[Phrase], Resolution]) -> str | None:
    """The country that a phrase of a turn means by who speaks and who is spoken to."""
    words = phrase.mention.text.lower()
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    mine = words in firstperson.FIRST if phrase.form is PhraseForm.PRONOUN else (_OWN.match(text, start) or _THIS.match(text, start)) is not None
    yours = words in _SECOND if phrase.form is PhraseForm.PRONOUN else _YOUR.match(text, start) is not None
    if courtesies.is_member(phrase, text) or (floor.chamber and courtesies.is_chair(phrase)):
        return _of_chamber(phrase, floor, number, lookup)
    office = floor.state is not None and phrase.form is not PhraseForm.PRONOUN and _is_office(phrase, text, floor.state)
    if not (mine or yours or office) or phrase.head in OPPOSED or _is_quoted(text, floor.turns[number], phrase.mention.span.start):
        return None
    own = lookup(phrase)
    if _MEMBER.match(phrase.mention.text) is not None and own.method in _UNSURE | {"surname"}:
        return floor.state
    if phrase.form is not PhraseForm.PRONOUN and own.chosen is not None and own.chosen.country and own.method not in _UNSURE | {"issuer"}:
        return None
    return floor.codes[number] if mine else _asked(floor, number) if yours else floor.state


def _of_chamber(phrase: Phrase, floor: Floor, number: int, lookup: Callable[[Phrase], Resolution]) -> str | None:
    """The state of the chamber, or of who speaks in it, for one of its members; an office that names another state is that one's."""
    return None if _is_told(lookup(phrase)) else floor.state or floor.codes[number]


def _is_office(phrase: Phrase, text: str, state: str) -> bool:
    bare = phrase.extended is None or phrase.extended == phrase.mention.span or text[phrase.extended.start : phrase.extended.end].lower() in _SOME_SENATORS
    american = state == "USA" and (phrase.mention.text.lower() == "administration" or (phrase.mention.text in _SENATORS and bare))
    return is_own_office(phrase, text, state) or american or any(form.match(phrase.mention.text) for form in (_SECRETARY, _MEMBER))


def _is_quoted(text: str, turn: Turn, offset: int) -> bool:
    """Whether a quotation mark is open at a place of a turn: its paragraph holds an odd number of them before it."""
    return is_quotation_open(text, max(turn.start, text.rfind("\n", turn.start, offset) + 1), offset)


def _asked(floor: Floor, number: int) -> str | None:
    """The country of who answers a question."""
    follows = number + 1 < len(floor.turns) and floor.turns[number].asker and not floor.turns[number + 1].asker
    return floor.codes[number + 1] if follows else None


def _key(turn: Turn) -> str:
    return turn.name.text.split()[-1].lower()


def _keys(turn: Turn, look: Look) -> Iterator[str]:
    """The family names of a speaker: that of his label, and that of a name in brackets behind an office ("The Minister of Trade (**Eva Lind**)")."""
    yield _key(turn)
    if turn.office is not None and not look(turn.office.text):
        yield turn.office.text.split()[-1].lower()


def _of_label(turn: Turn, front: Sequence[str], actor: Callable[[str], Resolution], look: Look) -> str | None:
    """The country that the label of a turn tells, or the head of the document where it introduces the speaker."""
    if turn.office is not None and not _LANGUAGE.match(turn.office.text):
        seen = [one.country for one in look(turn.office.text) if one.kind in _STATE]
        if seen:
            return seen[0]
    if turn.asker:
        return None
    if not _CIVIL.match(turn.name.text):
        name = turn.name.text if not turn.name.text.isupper() else turn.name.text.title()
        found = actor(name)
        if found.method in _SURE and found.chosen is not None and found.chosen.country:
            return found.chosen.country
    last = turn.name.text.split()[-1]
    for words in front:
        if len(last) > 2 and re.search(rf"\b{re.escape(last)}\b", words, re.IGNORECASE):
            codes = {one.country for one in look(words) if one.kind in {"country", "adjective"}}
            if len(codes) == 1 and not words.startswith(turn.name.text):
                return codes.pop()
            if (country := _introduced(last, words, actor)) is not None:
                return country
    return None


def _introduced(last: str, words: str, actor: Callable[[str], Resolution]) -> str | None:
    """The country of a known person whom a line of the head names in full ("Ana **Ruiz**, Department Spokesperson") before "MS RUIZ" speaks."""
    full = re.search(rf"(?:[A-Z][\w.'’-]+ ){{1,3}}{re.escape(last)}\b", words, re.IGNORECASE)
    found = actor(full.group().title() if full.group().isupper() else full.group()) if full is not None else None
    known = found is not None and found.method == "person" and found.chosen is not None
    return found.chosen.country if known and found is not None and found.chosen is not None else None


def _of_briefer(found: Sequence[Turn], codes: Sequence[str | None]) -> str | None:
    """The state of the only one who answers the press, whose offices go without its name ("the Secretary")."""
    answering = {code for turn, code in zip(found, codes, strict=True) if not turn.asker}
    return answering.pop() if len(answering) == 1 and any(turn.asker for turn in found) else None


def _of_interviewed(found: Sequence[Turn], front: Sequence[str], look: Look) -> str | None:
    """The state of the only one who is interviewed, as the head introduces him: "was deputy minister **of Peru**", "a former **Peruvian** envoy"."""
    names = {turn.name.text for turn in found if not turn.asker and not turn.anybody and not _INITIALS.fullmatch(turn.name.text)}
    if len(names) > 1 or not any(turn.asker for turn in found):
        return None
    for words in front:
        seen = [one for one in look(words) if one.kind in {"country", "adjective"}]
        codes = {one.country for one in seen if _POST_OF.search(words[: one.start]) or _OWN_POST.match(words, one.end)}
        if len(codes) == 1:
            return codes.pop()
    return None


def _is_sentence(words: str) -> bool:
    return words.endswith(("!", "?")) or (words.endswith(".") and len(words.split()) > _PLACE)


def _of_front(front: Sequence[str], actor: Callable[[str], Resolution], look: Look) -> str | None:
    """The state whose office, parliament or capital is a line of the head of the document."""
    lines = [words.rstrip(".") for words in front if words and not _is_sentence(words)]
    names = [re.split(r"\s+[–—|-]\s+|:\s", words)[0] for words in lines]
    for words in names:
        found = actor(words)
        chosen = found.chosen if found.method in {"organisation", "composition"} else None
        if chosen is not None and chosen.country and chosen.country not in BODIES and _OFFICIAL.intersection(chosen.sectors[:1]):
            return chosen.country
    for words in names:
        seen = look(words)
        if len(seen) == 1 and seen[0].kind == "capital" and seen[0].start == 0 and len(words) - seen[0].end <= len(", D.C."):
            return seen[0].country
    guests = [match for words in names if (match := _GUEST.search(words)) is not None]
    codes = {one.country for match in guests for one in look(match["who"])}
    return codes.pop() if len(codes) == 1 else None
