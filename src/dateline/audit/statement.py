"""A statement of the text as the audit compares it: the words that a note stands behind, with their subject, act, numbers and days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.audit.denied import charged_in, verbs_of
from dateline.audit.headline import act_hits, branch, matter, without_dates
from dateline.audit.named import Person, bodies, person, sighted, towns
from dateline.audit.words import stem, words
from dateline.extract.dates import Context, FoundDate, find_dates
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.quantities import FoundQuantity, find_quantities
from dateline.ontology.wordlists import words_of
from dateline.types import Document, EventMention, Mention, Sentence, Span

if TYPE_CHECKING:
    from dateline.resolve import Resolver
    from dateline.resolve.sightings import Sighting

#: "Rebels of the M23", "the army of Chad": the name behind "of" says who acts.
_OF: Final = re.compile(r"\bof (?:the )?$")
#: "In the same month" as what was told before.
FROM_BEFORE: Final = re.compile(r"\b(?:the|that) (?:very )?same (?P<unit>day|week|month)\b", re.IGNORECASE)
_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj")
_LIGHT: Final = words_of("audit.statement.light")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or the part of it that a note's marker closes.

    ``span`` and all offsets count in the canonical text. ``actors``: country code -> the words that name it in the subject;
    ``countries``: all that the sentence names; ``acts``: classes of its verbs and nouns, ``act`` its main verb, ``own`` that
    verb's classes, ``negated`` whether the sentence denies something, ``done`` and ``denied`` the verbs that it tells
    as done or says were not, ``things`` stems of nouns that modify other nouns, ``matter`` stems of
    all words that name no country. ``cautious``: it holds back; ``deciding``: it tells a decision, promise or plan. ``person`` is the one
    whom the subject names, ``towns`` those in which the sentence sets something, by offsets into the sentence, ``placed`` the countries that only its places name,
    ``doers`` those that the subjects of its other verbs name, those that report a clause apart; ``seen`` all names of countries, by offsets into the sentence;
    ``charged`` the verbs of what it only reports ("accused Oslo of **bombing**"), with the words and countries of who says so; ``bodies`` the bodies of
    states that are never told as one another, by offsets into the sentence; ``told`` the countries of those who act as the coder finds them,
    also behind "the three" and "the bloc's leaders", with their words, ``parties`` those of all parties of these acts.
    """

    sentence: ParsedSentence
    span: Span
    text: str
    actors: dict[str, Mention]
    countries: frozenset[str]
    acts: frozenset[str]
    act: Mention | None
    own: frozenset[str]
    negated: bool
    done: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    things: frozenset[str]
    matter: frozenset[str]
    body: tuple[str, Mention] | None
    quantities: tuple[FoundQuantity, ...]
    days: tuple[FoundDate, ...]
    cautious: bool
    deciding: bool
    attributed: bool
    person: Person | None
    towns: dict[str, tuple[int, int, str]]
    placed: frozenset[str]
    doers: frozenset[str]
    seen: tuple[Sighting, ...]
    charged: tuple[tuple[Mention, str, frozenset[str]], ...]
    bodies: dict[str, tuple[int, int]]
    told: dict[str, Span]
    parties: frozenset[str]

    def in_sentence(self, start: int, end: int) -> Mention:
        """Words of the whole sentence by offsets into its text."""
        whole = self.sentence.sentence
        return Mention(whole.text[start:end], Span(whole.span.start + start, whole.span.start + end))

    def mention(self, start: int, end: int) -> Mention:
        """Words of the statement by offsets into its text."""
        return Mention(self.text[start:end], Span(self.span.start + start, self.span.start + end))


def clauses(document: Document, sentence: ParsedSentence) -> list[tuple[str, Span]]:
    """The notes of a sentence with the part each stands behind: from the marker before it (elsewhere in the sentence) to its own.

    The last marker's part reaches to the sentence's end.
    """
    span = sentence.sentence.span
    markers = sorted((one for one in document.markers if span.start < one.offset <= span.end + 1), key=lambda one: one.offset)
    places = sorted({min(one.offset, span.end) for one in markers})
    found = []
    for marker in markers:
        at = min(marker.offset, span.end)
        start = max((place for place in places if place < at), default=span.start)
        end = span.end if at == places[-1] else at
        found.append((marker.label, Span(start, end) if start < end else span))
    return found


def read_statement(
    document: Document, sentence: ParsedSentence, span: Span, resolver: Resolver, previous: date | None = None, mentions: Sequence[EventMention] = ()
) -> Statement:
    """Read the part of a sentence that a note stands behind.

    Args:
        document: the document.
        sentence: the parsed sentence.
        span: the part.
        resolver: knows countries.
        previous: the last date named before, for "three days later".
        mentions: the acts coded in the sentence.
    """
    text, whole = document.slice(span), sentence.sentence
    verb = main_verb(sentence, span)
    subject = subject_of(sentence, verb)
    seen = sighted(whole.text, resolver, document.published)
    inside = [one for one in mentions if span.contains(one.trigger.span)]
    days = find_dates(text, Context(document.published, previous=previous))
    plain = without_dates(text, [Span(one.start, one.end) for one in days])
    hits = [hit for hit in act_hits(plain.lower()) if " " in plain[hit[0] : hit[1]] or _counts(sentence, span.start + hit[0])]
    done, denied = verbs_of(sentence, span)
    return Statement(
        sentence=sentence,
        span=span,
        text=text,
        actors=_actors(whole, subject, seen),
        countries=frozenset(one.country for one in seen if one.kind != "town" or not one.where),
        acts=frozenset(name for _, _, names in hits for name in names),
        act=None if verb is None else Mention(verb.text, Span(verb.start, verb.end)),
        own=_own(sentence, verb, [(span.start + start, names) for start, _, names in hits]),
        negated=words().denial.search(whole.text) is not None,
        done=done,
        denied=denied,
        things=frozenset(stem(one.text) for one in sentence.tokens if one.dep in {"compound", "nmod", "amod"}),
        matter=matter(whole.text, [Span(one.start, one.end) for one in seen]),
        body=_body(document, subject),
        quantities=tuple(find_quantities(text)),
        days=tuple(days),
        cautious=is_cautious(sentence),
        deciding=_has_verb(sentence, words().wavering),
        attributed=is_attributed(sentence),
        person=person(document.slice(subject), resolver, document.published) if subject is not None else None,
        towns=towns(whole.text, seen),
        doers=_doers_beside(sentence, subject, seen),
        seen=tuple(seen),
        charged=tuple((one, *_speaker(document, sentence, above, seen)) for one, above in charged_in(sentence, span)),
        bodies=bodies(whole.text, seen, resolver),
        told={party.country: party.span for one in inside for party in one.actors if party.country},
        parties=frozenset(party.country for one in inside for party in (*one.actors, *one.recipients) if party.country),
        placed=frozenset(one.country for one in seen if one.where) - frozenset(one.country for one in seen if not one.where),
    )


def _speaker(document: Document, sentence: ParsedSentence, verb: Token, seen: Sequence[Sighting]) -> tuple[str, frozenset[str]]:
    subject = subject_of(sentence, verb)
    return (document.slice(subject), frozenset(_actors(sentence.sentence, subject, seen))) if subject is not None else ("", frozenset())


def last_date(document: Document, before: ParsedSentence, sentence: ParsedSentence) -> date | None:
    """The last date of the sentence before, where a sentence of the same block counts from it: "In the same month Chad left"."""
    counted = FROM_BEFORE.search(sentence.sentence.text)
    if counted is None or document.block_of(before.sentence.span) != document.block_of(sentence.sentence.span):
        return None
    found = find_dates(before.sentence.text, Context(document.published))
    fine = found and (found[-1].precision == "day" or (found[-1].precision, counted["unit"].lower()) == ("month", "month"))
    return found[-1].latest if fine else None


def _actors(sentence: Sentence, subject: Span | None, seen: Sequence[Sighting]) -> dict[str, Mention]:
    """The countries that the subject names, with the words that name them; not those where somebody only is."""
    base = sentence.span.start
    inside = [one for one in seen if subject is not None and subject.start <= base + one.start and base + one.end <= subject.end]
    return {
        one.country: Mention(sentence.text[one.start : one.end], Span(base + one.start, base + one.end))
        for one in inside
        if one.kind != "town" and (not one.where or _OF.search(sentence.text[: one.start]))
    }


def _doers_beside(sentence: ParsedSentence, subject: Span | None, seen: Sequence[Sighting]) -> frozenset[str]:
    """The countries that the subjects of other verbs name, those that only report a clause apart."""
    telling = [token for token in sentence.tokens if token.pos == "VERB" and (sentence.kids(token.i, "dobj") or not words().saying.fullmatch(token.text))]
    subjects = {one for token in telling if (one := subject_of(sentence, token)) is not None and one != subject}
    return frozenset(code for one in subjects for code in _actors(sentence.sentence, one, seen))


def _body(document: Document, subject: Span | None) -> tuple[str, Mention] | None:
    """The branch of a state that the subject names, with the words that name it."""
    found = branch(document.slice(subject)) if subject is not None else None
    return None if found is None or subject is None else (found[0], _find(document, subject, found[1]))


def _own(sentence: ParsedSentence, verb: Token | None, hits: Sequence[tuple[int, frozenset[str]]]) -> frozenset[str]:
    """The classes of the main verb; none where its object says what is done ("raised alarms", "lodged a protest")."""
    if verb is None or words().saying.fullmatch(verb.text) or any(words().voiced.fullmatch(one.text) for one in sentence.kids(verb.i, "dobj")):
        return frozenset()
    return next((names for start, names in hits if start == verb.start), frozenset())


def _find(document: Document, span: Span, words_: str) -> Mention:
    start = span.start + document.slice(span).find(words_)
    return Mention(words_, Span(start, start + len(words_)))


def _counts(sentence: ParsedSentence, offset: int) -> bool:
    """Whether a word can name the statement's act: a verb or noun, no adjective of a noun, no light verb."""
    token = next((one for one in sentence.tokens if one.start <= offset < one.end), None)
    if token is None or token.lower in _LIGHT or token.dep in {"compound", "amod", "nmod"}:
        return False
    return token.pos in {"VERB", "NOUN", "PROPN"} or token.dep in {"ROOT", "conj", "acl", "xcomp", "ccomp"}


def main_verb(sentence: ParsedSentence, span: Span) -> Token | None:
    """The verb of the part: the sentence's root where it stands in it, else the highest verb in it; a light verb's complement instead of it."""
    inside = [token for token in sentence.tokens if span.start <= token.start and token.end <= span.end]
    verbs = [token for token in inside if token.pos == "VERB" and not (token.text.isupper() and len(token.text) > 1)]
    if not verbs:
        return None
    best = min(verbs, key=lambda token: (token.dep != "ROOT", sum(1 for _ in sentence.ancestors(token.i)), token.start))
    told = next((one for one in sentence.kids(best.i, "ccomp") if one.pos == "VERB"), None)
    if told is not None and (words().saying.fullmatch(best.text) or _is_quoted(sentence, told, best)):
        return told
    if best.lower in _LIGHT:
        lower = next((one for one in sentence.kids(best.i, "xcomp") if one.pos == "VERB"), None)
        return lower or best
    return best


def _is_quoted(sentence: ParsedSentence, told: Token, best: Token) -> bool:
    """Whether what a verb says stands before it in quotation marks: "'We would not go', an envoy recalled"."""
    base = sentence.sentence.span.start
    return told.start < best.start and any(mark in sentence.sentence.text[: best.start - base] for mark in "\"”’'»")


def subject_of(sentence: ParsedSentence, verb: Token | None) -> Span | None:
    """The span of a verb's subject, of the verb above it where it has none; in the passive of the agent, where there is one."""
    current = verb
    for _ in range(4):
        if current is None:
            return None
        agent = next((inner for by in sentence.kids(current.i, "agent") for inner in sentence.kids(by.i, "pobj")), None)
        passive = sentence.kids(current.i, "nsubjpass")
        if agent is not None:
            return _span(sentence, agent)
        if passive:
            return None
        subject = next(iter(sentence.kids(current.i, *_SUBJECTS)), None)
        if subject is not None:
            return _span(sentence, subject)
        above = sentence.tokens[current.head]
        current = above if above.i != current.i and current.dep in {"conj", "xcomp", "advcl", "ccomp"} else None
    return None


def _span(sentence: ParsedSentence, head: Token) -> Span:
    below = [sentence.tokens[i] for i in sentence.subtree(head.i)]
    return Span(below[0].start, below[-1].end)


def is_cautious(sentence: ParsedSentence) -> bool:
    """Whether a sentence holds back itself."""
    text = re.sub(r"\bMay\b", "   ", sentence.sentence.text)
    return words().cautious.search(text) is not None


def _has_verb(sentence: ParsedSentence, wanted: re.Pattern[str]) -> bool:
    return any(token.pos in {"VERB", "AUX"} and wanted.fullmatch(token.text) for token in sentence.tokens)


def is_attributed(sentence: ParsedSentence) -> bool:
    """Whether a sentence says whose word it is: a verb of speech, "according to", "by X's account"."""
    text = sentence.sentence.text
    named = words()
    if named.speech.search(text) or named.own.search(text) or _has_verb(sentence, named.saying):
        return True
    base = sentence.sentence.span.start
    for match in named.clausal.finditer(text):
        token = next((one for one in sentence.tokens if one.start == base + match.start()), None)
        if token is not None and (sentence.kids(token.i, "ccomp") or _closes(text, match)):
            return True
    return False


def _closes(text: str, match: re.Match[str]) -> bool:
    """"..., the panel found.": the verb stands last, behind a comma."""
    return re.fullmatch(r"[\s.;,”\"’']*", text[match.end() :]) is not None and "," in text[: match.start()]
