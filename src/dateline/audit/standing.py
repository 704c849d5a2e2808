"""What each sentence that tells acts as facts stands on: a source of its own, none, a named speaker, or the source of another sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.audit.findings import Standing
from dateline.audit.retold import Backed, has_source
from dateline.audit.words import words
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.wordlists import words_of
from dateline.types import BlockKind, Certainty, Coded, Document, EventMention, SentenceKind, Span, Status

#: Coded acts below this confidence are as often none: a sentence is called a statement about acts only above it. Set on tests/cases/audit.
_CONFIDENT = 0.5

#: A verb tells an act where it heads a clause; before a noun ("the deepening cooperation") or in a relative clause it takes it as known.
_TELLING = frozenset({"ROOT", "conj", "ccomp", "xcomp", "pcomp", "parataxis"})
#: Clauses that tell something new only behind ", when": "the crisis began in May, when Oslo expelled the envoy".
_HANGING = frozenset({"advcl", "relcl"})
#: Papers that hold for as long as they are in force.
_PAPERS = words_of("audit.standing.papers")
_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Stand:
    """The standing of a sentence, with the mention that decides it."""

    standing: Standing
    mention: EventMention


_TOLD = frozenset({Status.OCCURRED, Status.ONGOING})


def is_statement(mention: EventMention, *, history: bool = False) -> bool:
    """Whether a mention tells as a fact that an act took place (or did not), in the author's own voice or another's; in a ``history`` long ago, too."""
    told = (mention.status in _TOLD or (history and mention.status is Status.HISTORICAL)) and mention.certainty is Certainty.CERTAIN
    return mention.sentence.kind is SentenceKind.BODY and told and mention.confidence >= _CONFIDENT and bool(mention.actors or mention.recipients)


def is_history(coded: Coded) -> bool:
    """Whether most of what a document tells as done was done long before it: there the past is the matter, and elsewhere what readers know."""
    long_ago = sum(mention.status is Status.HISTORICAL for mention in coded.mentions)
    return long_ago > sum(mention.status in _TOLD for mention in coded.mentions)


def stands(coded: Coded, sentences: Sequence[ParsedSentence]) -> Iterator[Stand]:
    """The standing of every sentence that tells of an act as a fact, in the order of the text.

    A sentence without a source of its own names who says so, be it the doer (``VOICED``), tells again an act that another sentence tells with its source
    (``RETOLD``: summaries repeat), has a note that is lost (``LOST``), or tells its acts in passing (``ASIDE``): by a noun or in a
    subordinate clause, as not done (on no day), of nobody known, above the first heading where the notes begin below it, or before the words that its note stands
    behind. Else it is ``UNSOURCED``.
    """
    document = coded.document
    verbs = {token.start for one in sentences for token in one.tokens if token.pos == "VERB" and _tells(one, token.i)}
    voiced = {token.start for one in sentences for token in one.tokens if token.pos == "VERB" and _is_voiced(one, token)}
    backed, body, cited, lost = Backed(coded), _summary_end(document), _citing(document), _without_note(document)
    lasting = {token.start for one in sentences for token in one.tokens if token.tag in _PRESENT and _is_of_a_paper(one, token)}
    history = is_history(coded)
    told = sorted((one for one in coded.mentions if is_statement(one, history=history) and one.trigger.span.start not in lasting), key=lambda one: one.sentence.index)
    for _, group in groupby(told, key=lambda one: one.sentence.index):
        found = [Stand(_standing(one, cited, lost, verbs, voiced, backed, body), one) for one in group]
        yield min(found, key=lambda one: _ORDER.index(one.standing))


#: The standing of a sentence is that of its act that comes first here.
_ORDER = (Standing.UNSOURCED, Standing.SOURCED, Standing.VOICED, Standing.RETOLD, Standing.LOST, Standing.ASIDE)


def _standing(
    mention: EventMention, cited: Sequence[int], lost: Sequence[int], verbs: set[int], voiced: set[int], backed: Backed, body: int
) -> Standing:
    if has_source(mention):
        return Standing.SOURCED
    if mention.attribution is not None or mention.trigger.span.start in voiced:
        return Standing.VOICED
    if backed.tells(mention):
        return Standing.RETOLD
    if mention.sources or _has_marker(lost, mention.sentence.span):
        return Standing.LOST
    hidden = mention.trigger.span.start not in verbs or mention.sentence.span.end <= body
    if hidden or _is_restraint(mention) or _has_marker(cited, mention.sentence.span) or not _certain_party(mention):
        return Standing.ASIDE
    return Standing.UNSOURCED


def _is_restraint(mention: EventMention) -> bool:
    """Whether it is told of no day that something was not done ("It did not retaliate in kind"): an omission, which no report has, and no dated fact."""
    return mention.negated and not (mention.date is not None and mention.date.is_told)


def _tells(sentence: ParsedSentence, index: int) -> bool:
    """Whether a verb tells its act and does not take it as known."""
    token = sentence.tokens[index]
    if token.dep in _TELLING:
        return True
    opener = next((t for t in sentence.kids(index, "advmod", "mark") if t.lower == "when"), None)
    return token.dep in _HANGING and opener is not None and token.head < index and opener.i > 0 and sentence.tokens[opener.i - 1].text == ","


def _is_voiced(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb is what somebody says that he does ("said it **regretted** the move"), or says words that are quoted ("'...', an official **complained**")."""
    above = sentence.tokens[verb.head]
    if verb.dep == "ccomp" and above.i != verb.i and words().saying.fullmatch(above.text) and sentence.kids(above.i, "nsubj"):
        return True
    before = sentence.sentence.text[: verb.start - sentence.sentence.span.start]
    return any(mark in before for mark in "\"”") and any(one.start < verb.start for one in sentence.kids(verb.i, "ccomp"))


def _is_of_a_paper(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb in the present says what a treaty or law holds ("The treaty **asks** for a notice"): that is no act of any day."""
    above = sentence.tokens[verb.head] if verb.dep == "conj" else verb
    subject = next(iter(sentence.kids(verb.i, "nsubj") or sentence.kids(above.i, "nsubj")), None)
    return subject is not None and subject.lower in _PAPERS


def _summary_end(document: Document) -> int:
    """Where the summary above the sections ends: at the first heading of a section, if all markers stand below it; else 0."""
    paragraph = next((one.span.start for one in document.blocks if one.kind is BlockKind.PARAGRAPH), 0)
    heading = next((one.span.start for one in document.blocks if one.kind is BlockKind.HEADING and one.span.start > paragraph), 0)
    first = min((one.offset for one in document.markers), default=0)
    return heading if first > heading else 0


def _certain_party(mention: EventMention) -> bool:
    """Whether somebody is known to have done it, or to have had it done to them."""
    return any(one.country is not None or one.entity for one in (*mention.actors, *mention.recipients))


def _citing(document: Document) -> list[int]:
    """Where the markers stand of notes that cite a source, and of those that are lost."""
    comments = {note.label for note in document.notes if note.kind == "commentary"}
    return sorted(marker.offset for marker in document.markers if marker.label not in comments)


def _without_note(document: Document) -> list[int]:
    """Where the markers stand that have no note."""
    labels = {note.label for note in document.notes}
    return sorted(marker.offset for marker in document.markers if marker.label not in labels)


def _has_marker(cited: Sequence[int], span: Span) -> bool:
    """Whether a sentence has one of the markers."""
    return bisect_right(cited, span.start) < bisect_right(cited, span.end + 1)
