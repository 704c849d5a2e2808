"""Who speaks in a frame: the heads of the phrases that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.arguments import verb_arguments
from dateline.extract.attribution import is_body_noun
from dateline.extract.certainty import confirms_nothing
from dateline.extract.emptiness import empty_word
from dateline.extract.negation import lacking
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import FINITE
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import words_of

_GIVING = words_of("extract.frames.speakers.giving")
_QUOTING = forms_of_verbs("quote cite")
_NAMING = forms_of_verbs("call consider deem")


def spoken_by(run: Sequence[Token]) -> int | None:
    """The head of a run that is one noun phrase, perhaps with a relative clause ("two nuns who escaped"); of a row the first ("**a priest** and two nuns")."""
    words = [t for t in run if t.dep not in {"aux", "auxpass", "advmod"} or t.tag.startswith("NN")]
    words = words[1:] if words and words[0].lower == "as" else words
    if not words or words[0].tag in {"CC", "WDT", "WP", "WRB", "IN", "TO"} or words[0].tag.startswith("VB"):
        return None
    bound = next((n for n, t in enumerate(words) if t.tag in {"WDT", "WP", "IN"} or t.tag.startswith("VB")), len(words))
    if any(t.tag in FINITE for t in words[:bound]) or (bound < len(words) and words[bound].tag in FINITE):
        return None
    row = next((n for n, t in enumerate(words[: bound - 1]) if n and t.lower == "and" and words[n + 1].tag in {"DT", "CD"}), bound)
    nouns = [t for t in words[:row] if t.tag[:2] == "NN" or t.tag in {"PRP", "DT", "CD"}]
    return nouns[-1].i if nouns else None


def says_nothing(sentence: ParsedSentence, verb: Token, speaker: Token) -> bool:
    """Whether nobody says so: "**no** official said that", "**no** evidence shows that", "could **not** confirm that"."""
    nothing = lacking(sentence, speaker) or empty_word(sentence, speaker)
    return nothing is not None or confirms_nothing(sentence, verb)


def speaker_of(sentence: ParsedSentence, verb: Token) -> int | None:
    """Head of the phrase that names who speaks: the subject, or that of the passive above ("was quoted as saying")."""
    own = sentence.kids(verb.i, "nsubj")
    aside = _in_aside(sentence, verb, own)
    if aside is not None:
        return aside
    if own and own[0].tag != "WDT" and own[0].lower not in {"who", "which", "that"}:
        return (own[-1] if _is_row_of_clauses(sentence, own) else own[0]).i
    if own and verb.dep == "relcl":
        return person_before(sentence, verb.head)
    reduced = [t for t in sentence.kids(verb.i, "ccomp", "csubj", "advcl") if t.i < verb.i and t.tag in {"VBN", "VBD"}]
    parted = [n.i for t in reduced for n in sentence.kids(t.i, "nsubj", "nsubjpass") if n.i < t.i] if not own else []
    if parted:
        return parted[0]
    above = sentence.tokens[verb.head]
    if above.lower == "as" and above.head != above.i:
        over = sentence.kids(above.head, "nsubjpass") or _quoted_by(sentence, sentence.tokens[above.head])
        if over:
            return over[0].i
    subjects = verb_arguments(sentence, verb.i).subjects
    return subjects[0] if subjects else None


def _quoted_by(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """Whom somebody quotes: "the agency quoted **a surgeon** as saying"."""
    return [t for t in sentence.kids(verb.i, "dobj") if t.i > verb.i] if verb.lower in _QUOTING else []


def person_before(sentence: ParsedSentence, noun: int) -> int:
    """Whose clause with "who" it is that the parser hangs on the body of an office: "**Ana Silva**, Lima's envoy to the council, who accused"."""
    token = sentence.tokens[noun]
    link = sentence.tokens[token.head]
    office = sentence.tokens[link.head]
    behind = token.dep == "pobj" and link.dep == "prep" and office.dep == "appos" and is_body_noun(token.lower)
    return office.head if behind and sentence.tokens[office.head].tag == "NNP" else noun


def object_of(sentence: ParsedSentence, token: Token) -> int | None:
    """The object of a word or of the preposition behind it."""
    for prep in [token, *sentence.kids(token.i, "prep")]:
        for target in sentence.kids(prep.i, "pobj", "dobj"):
            return target.i
    return None


def owner_of(sentence: ParsedSentence, noun: Token) -> int | None:
    """Whose count, view or claim it is: a possessive, or after "of", "by", "from"."""
    for child in sentence.kids(noun.i, "poss"):
        return child.i
    for prep in sentence.kids(noun.i, "prep", "agent"):
        if prep.lower in {"of", "by", "from"}:
            for target in sentence.kids(prep.i, "pobj"):
                return target.i
    return None


def holder_of(sentence: ParsedSentence, noun: Token) -> int:
    """Who makes a claim that is the object of a verb ("the court rejected", not; "the army made the claim", the army), or calls something proof of it,
    else the noun itself."""
    above = sentence.tokens[noun.head]
    if noun.dep in {"dobj", "pobj"} and above.lower in {"made", "makes", "make", "making", "repeated", "issued", "voiced", "rejected", *_GIVING}:
        subjects = verb_arguments(sentence, above.i).subjects
        return subjects[0] if subjects and above.lower != "rejected" else noun.i
    named = [*sentence.kids(above.i, "nsubj")] if noun.dep in {"dobj", "oprd"} and above.lower in _NAMING else []
    return named[0].i if named else noun.i


def last_noun(part: Iterable[Token]) -> int | None:
    """The head of "South Korean defence chief", "ministry of defence" (before its preposition)."""
    chosen = None
    for token in part:
        if token.pos == "ADP":
            break
        if token.pos in {"NOUN", "PROPN", "ADJ"}:
            chosen = token.i
    return chosen


def _is_row_of_clauses(sentence: ParsedSentence, subjects: Sequence[Token]) -> bool:
    """Whether the parser gives a verb the subject of the clause before beside its own ("**Minsk** admitted losses, and **Mali's army** said")."""
    start = sentence.leftmost[subjects[-1].i]
    return len(subjects) > 1 and start > 1 and sentence.tokens[start - 1].lower in {"and", "but", "while"} and sentence.tokens[start - 2].text == ","


def _in_aside(sentence: ParsedSentence, verb: Token, subjects: Sequence[Token]) -> int | None:
    """Who speaks between commas after the subject of what is said: "Libya, **say two diplomats**, has expelled the envoy".

    The parser gives such a verb that subject as its own and makes the speaker its object.
    """
    if len(subjects) != 1 or not verb.i or sentence.tokens[verb.i - 1].text != "," or subjects[0].i > verb.i:
        return None
    said = [t for t in sentence.kids(verb.i, "ccomp") if t.i > verb.i and not sentence.kids(t.i, "nsubj", "nsubjpass", "mark")]
    spoken = [t for t in sentence.kids(verb.i, "dobj") if t.i > verb.i]
    if not said or len(spoken) != 1 or sentence.leftmost[spoken[0].i] != verb.i + 1:
        return None
    closed = any(t.text == "," for t in sentence.tokens[spoken[0].i + 1 : said[0].i])
    return spoken[0].i if closed and spoken[0].i < said[0].i else None
