"""Frames of speech in a sentence: who is said to say what, with the words that say so and the words that are said.

A frame is found by its structure (a verb with a that-clause, a parenthesis ", officials said,", "according to", a colon in a headline);
the words of ``ontology/data/speech.toml`` say of which class its cue is. Which frame an act stands in is decided in
:mod:`dateline.extract.telling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.extract.arguments import is_passive, verb_arguments
from dateline.extract.attribution import can_speak
from dateline.extract.certainty import confirms_nothing
from dateline.extract.emptiness import empty_word
from dateline.extract.negation import lacking
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.speech import SpeechWords, load_speech
from dateline.types import Mention, Phrase, SentenceKind

_QUOTES = frozenset("\"“”'‘’``''«»")
_BREAKS = frozenset({",", "-", "–", "—", "--"}) | _QUOTES
#: Words that open a clause of its own after a parenthesis ("..., officials said, while ...").
_OPENERS = frozenset("and but while as after who which whereas although though because since so yet when where".split())
#: A speaker at the end or start of a headline is this long at most, in tokens ("South Korea's National Intelligence Service").
_HEADLINE_SPEAKER = 7
#: "**let** it be **known** that ..."
_LETTING, _KNOWN = frozenset({"let", "lets", "letting"}), frozenset({"known", "understood", "slip"})
#: "**gave** evidence of ..."
_GIVING = frozenset("give gives gave given giving offer offers offered provide provides provided".split())
#: Tags of finite verbs.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Whose view the author's own is ("in **my** view"), so that nobody else says so.
_AUTHOR = frozenset({"my", "our"})
#: Frames kept by sentence; a document's acts come in order, so few suffice.
_CACHE = 64


@dataclass(frozen=True, slots=True)
class Carried:
    """A speaker named in another sentence, and the word there that says so."""

    phrase: Phrase
    cue: Mention


@dataclass(frozen=True, slots=True)
class Frame:
    """A place where somebody is said to say something.

    ``form``: clause, parenthesis, passive, object, adjunct, citing, noun, accusation, colon, quotation. ``cue`` and ``speaker`` are word indices (no speaker:
    nobody is named), ``said`` the words said, ``kind`` the class of the cue's word, ``lemma`` its entry (both ``""`` where no list has it).
    ``via`` is through whom it came; ``tail`` are words said only if the clause after a parenthesis belongs to it ("..., he said, **as ...**"),
    and ``opener`` is the word that opens that clause. Of form ``quotation`` the speaker is ``carried`` from another sentence, ``cue`` is -1.
    """

    form: str
    cue: int
    speaker: int | None
    said: frozenset[int]
    kind: str = ""
    lemma: str = ""
    via: int | None = None
    tail: frozenset[int] = frozenset()
    opener: str = ""
    carried: Carried | None = None


@lru_cache(maxsize=_CACHE)
def frames(sentence: ParsedSentence) -> tuple[Frame, ...]:
    """All frames of a sentence, those of the fewest words first."""
    words = load_speech()
    found = [*_verbs(sentence, words), *_adjuncts(sentence, words), *_nouns(sentence, words)]
    if sentence.sentence.kind is SentenceKind.HEADLINE:
        found += [*_colons(sentence), *_headline_tail(sentence, words)]
    kept = [_chained(sentence, frame) for frame in found if frame.said or frame.tail]
    return tuple(sorted(kept, key=lambda f: (len(f.said), f.cue)))


def _verbs(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    for token in sentence.tokens:
        if not token.tag.startswith("VB") or token.dep in {"aux", "auxpass"}:
            continue
        kind, lemma = _class(sentence, token, words)
        if token.lower in words.accusing:
            yield from _accusation(sentence, token, kind)
        found = next((frame for find in _FINDERS if (frame := find(sentence, token, kind, lemma)) is not None), None)
        if found is not None:
            yield found


def _inserted(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """A parenthesis by its punctuation alone, whatever the parser makes of it: ", a lawyer close to the firm said on Friday" up to a comma or the end.

    Between the comma and the verb stands a noun phrase; between the verb and the next comma no clause.
    """
    perfect = any(t.lower in {"has", "have", "had"} for t in sentence.kids(verb.i, "aux"))
    bare = verb.tag == "VBN" and not sentence.kids(verb.i, "aux", "auxpass")
    if not kind or not (verb.tag in {"VBD", "VBZ", "VBP"} or perfect or bare or verb.lower in {"quoted", "cited"}):
        return None
    left = verb.i
    while left > 0 and sentence.tokens[left - 1].text not in _BREAKS | {";", ":"}:
        left -= 1
    right = verb.i + 1
    while right < len(sentence.tokens) and sentence.tokens[right].text not in _BREAKS | {";", ":", "."}:
        right += 1
    run, rest = sentence.tokens[left : verb.i], sentence.tokens[verb.i + 1 : right]
    if bare and not perfect and (not any(t.tag in {"WP", "WDT"} for t in run) or (rest and rest[0].lower == "to")):
        return None
    speaker = _spoken_by(run)
    opening = left == 0 and not (sentence.tokens[0].lower == "as" and _closes(sentence, right))
    if opening or (left and sentence.tokens[left - 1].text == ";") or speaker is None or any(t.tag in _FINITE or t.lower == "that" for t in _main(rest)):
        return None
    said, tail, opener = _around(sentence, verb, _segment(sentence, verb.i), (left, right))
    return Frame("parenthesis", verb.i, speaker, said, kind, lemma, None, tail, opener)


def _spoken_by(run: Sequence[Token]) -> int | None:
    """The head of a run that is one noun phrase, perhaps with a relative clause ("two nuns who escaped")."""
    words = [t for t in run if t.dep not in {"aux", "auxpass", "advmod"} or t.tag.startswith("NN")]
    words = words[1:] if words and words[0].lower == "as" else words
    if not words or words[0].tag in {"CC", "WDT", "WP", "WRB", "IN", "TO"} or words[0].tag.startswith("VB"):
        return None
    bound = next((n for n, t in enumerate(words) if t.tag in {"WDT", "WP", "IN"} or t.tag.startswith("VB") or _after(words, n)), len(words))
    if any(t.tag in _FINITE for t in words[:bound]) or (bound < len(words) and words[bound].tag in _FINITE):
        return None
    nouns = [t for t in words[:bound] if t.tag[:2] == "NN" or t.tag in {"PRP", "DT", "CD"}]
    return nouns[-1].i if nouns else None


def _after(words: Sequence[Token], n: int) -> bool:
    """Whether a word is an adjective behind its noun ("a lawyer **close** to the firm")."""
    more = n + 1 < len(words) and words[n + 1].tag[:2] == "NN"
    return n > 0 and words[n].tag == "JJ" and words[n - 1].tag[:2] == "NN" and not more


def _main(rest: Sequence[Token]) -> Sequence[Token]:
    """The words after a verb before a relative clause."""
    bound = next((n for n, t in enumerate(rest) if t.tag in {"WDT", "WP"} or (n and t.lower in _OPENERS)), len(rest))
    return rest[:bound]


def _class(sentence: ParsedSentence, verb: Token, words: SpeechWords) -> tuple[str, str]:
    """Class and entry of a verb, a phrasal verb with its particle first."""
    if verb.lower in _LETTING and any(t.lower in _KNOWN for t in sentence.kids(verb.i, "ccomp", "xcomp")):
        return "say", "let know"
    phrasal = words.phrasal.get(verb.lower)
    if phrasal is not None and any(t.lower == phrasal[0] for t in sentence.kids(verb.i, "prt", "advmod")):
        return phrasal[1], phrasal[2]
    return words.verbs.get(verb.lower, ("", ""))


def _clause(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """"X said (that) ...", "X said: ...", "it was reported that ...", "are believed to have ..."."""
    passive = is_passive(sentence, verb) or _bare_passive(sentence, verb)
    after = [t for t in sentence.kids(verb.i, "ccomp", "parataxis", "csubjpass") if t.i > verb.i or t.dep == "csubjpass"]
    if passive:
        after += sentence.kids(verb.i, "xcomp", "oprd", "csubj")
    if not kind:
        after = [t for t in after if any(m.lower == "that" for m in sentence.kids(t.i, "mark")) or _speaks(sentence, verb, t)]
    colon = next((t.i for t in sentence.tokens[verb.i + 1 : verb.i + 4] if t.text == ":"), None)
    if kind and not after:
        after = _behind_a_phrase(sentence, verb)
    if not after and kind == "say":
        after = _rest_of_headline(sentence, verb)
    if not after and not (kind and colon is not None):
        return None
    said = {w for t in after for w in sentence.subtree(t.i)}
    if colon is not None:
        said |= set(range(colon + 1, len(sentence.tokens)))
    said -= {verb.i}
    if passive:
        return _passive(sentence, verb, frozenset(said | _raised(sentence, verb)), kind, lemma)
    speaker = _speaker(sentence, verb)
    if speaker is None or _says_nothing(sentence, verb, sentence.tokens[speaker]):
        return None
    named = set(sentence.subtree(speaker))
    return Frame("clause", verb.i, speaker, frozenset(said if verb.i in named else said - named), kind, lemma)


def _says_nothing(sentence: ParsedSentence, verb: Token, speaker: Token) -> bool:
    """Whether nobody says so: "**no** official said that", "**no** evidence shows that", "could **not** confirm that"."""
    nothing = lacking(sentence, speaker) or empty_word(sentence, speaker)
    return nothing is not None or confirms_nothing(sentence, verb)


def _bare_passive(sentence: ParsedSentence, verb: Token) -> bool:
    """The passive of headlines, which leaves out its auxiliary: "Arms **said to reach** rebels"."""
    after = sentence.tokens[verb.i + 1].lower if verb.i + 1 < len(sentence.tokens) else ""
    headline = sentence.sentence.kind is SentenceKind.HEADLINE
    return headline and after == "to" and verb.tag in {"VBD", "VBN"} and not sentence.kids(verb.i, "aux", "dobj")


def _rest_of_headline(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """The words after a finite verb of saying in a headline, of which the parser makes no clause: "General **says** pull-out complete"."""
    if sentence.sentence.kind is not SentenceKind.HEADLINE or verb.tag != "VBZ":
        return []
    return [t for t in sentence.kids(verb.i) if t.i > verb.i and t.pos in {"NOUN", "PROPN", "VERB", "ADJ"}]


def _behind_a_phrase(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """That-clauses that the parser hung on a phrase before them: "noted with satisfaction **that** ...", "said the same week **that** ..."."""
    found = []
    for token in sentence.tokens[verb.i + 1 :]:
        marked = any(t.lower == "that" and t.dep not in {"nsubj", "nsubjpass"} for t in sentence.kids(token.i))
        if token.dep not in {"acl", "relcl", "ccomp"} or not marked or not sentence.kids(token.i, "nsubj", "nsubjpass"):
            continue
        over = sentence.tokens[token.head]
        while over.dep in {"pobj", "prep", "npadvmod"} and over.head != verb.i:
            over = sentence.tokens[over.head]
        if over.head == verb.i and over.dep in {"prep", "npadvmod"}:
            found.append(token)
    return found


def _speaks(sentence: ParsedSentence, verb: Token, clause: Token) -> bool:
    """Whether a verb that no list has is one of speech by its shape: one who can speak, the verb, and a finite clause with its own subject."""
    subjects = sentence.kids(verb.i, "nsubj")
    finite = clause.tag in _FINITE or any(t.tag in _FINITE for t in sentence.kids(clause.i, "aux", "auxpass"))
    if clause.dep != "ccomp" or not finite or not sentence.kids(clause.i, "nsubj", "nsubjpass") or sentence.kids(clause.i, "mark"):
        return False
    return any(can_speak(t.text) or t.tag in {"NNP", "NNPS"} for t in subjects)


def _raised(sentence: ParsedSentence, verb: Token) -> set[int]:
    """A noun that is the subject of a passive ("**strikes** were reported")."""
    return {w for t in sentence.kids(verb.i, "nsubjpass") for w in sentence.subtree(t.i) if not sentence.kids(verb.i, "ccomp", "xcomp")}


def _passive(sentence: ParsedSentence, verb: Token, said: frozenset[int], kind: str, lemma: str) -> Frame | None:
    if not kind:
        return None
    by = verb_arguments(sentence, verb.i).by
    return Frame("passive", verb.i, by[0] if by else None, said, kind, lemma)


def _speaker(sentence: ParsedSentence, verb: Token) -> int | None:
    """Head of the phrase that names who speaks: the subject, or that of the passive above ("was quoted as saying")."""
    own = sentence.kids(verb.i, "nsubj")
    if own and own[0].tag != "WDT" and own[0].lower not in {"who", "which", "that"}:
        return own[0].i
    if own and verb.dep == "relcl":
        return verb.head
    reduced = [t for t in sentence.kids(verb.i, "ccomp", "csubj", "advcl") if t.i < verb.i and t.tag in {"VBN", "VBD"}]
    parted = [n.i for t in reduced for n in sentence.kids(t.i, "nsubj", "nsubjpass") if n.i < t.i] if not own else []
    if parted:
        return parted[0]
    above = sentence.tokens[verb.head]
    if above.lower == "as" and above.head != above.i:
        over = sentence.kids(above.head, "nsubjpass")
        if over:
            return over[0].i
    subjects = verb_arguments(sentence, verb.i).subjects
    return subjects[0] if subjects else None


def _parenthesis(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """"..., officials said on Friday", "..., said the army", "The convoy, officials said, was ...", "as the minister put it, ..."."""
    quoted = sentence.kids(verb.i, "nsubjpass") if verb.lower in {"quoted", "cited"} else []
    subjects = sentence.kids(verb.i, "nsubj") or quoted
    if not subjects or subjects[0].tag in {"WDT", "WP"} or (is_passive(sentence, verb) and not quoted):
        return None
    left, right = _group(sentence, verb, subjects[0])
    opened = left == 0 or sentence.tokens[left - 1].text in _BREAKS or sentence.tokens[left - 1].lower == "as"
    if not opened or (left == 0 and not _closes(sentence, right)) or (left == 0 and subjects[0].i < verb.i):
        return None
    before = any(t.i < left for t in sentence.kids(verb.i, "ccomp"))
    if not kind and not before:
        return None
    start, end = _segment(sentence, verb.i)
    before_, tail, opener = _around(sentence, verb, (start, end), (left, right))
    return Frame("parenthesis", verb.i, subjects[0].i, before_, kind, lemma, None, tail, opener)


def _group(sentence: ParsedSentence, verb: Token, subject: Token) -> tuple[int, int]:
    """First word and the word after the last of "officials said on Friday"."""
    left = min(verb.i, min(sentence.subtree(subject.i)))
    if subject.i < verb.i:
        left = min(left, _phrase_start(sentence, subject))
    right = verb.i + 1
    if subject.i > verb.i:
        right = max(sentence.subtree(subject.i)) + 1
        return left, right
    while right < len(sentence.tokens) and sentence.tokens[right].text not in _BREAKS | {";", ".", ":"}:
        right += 1
    return left, right


def _phrase_start(sentence: ParsedSentence, subject: Token) -> int:
    return min(sentence.subtree(subject.i))


def _closes(sentence: ParsedSentence, right: int) -> bool:
    return right < len(sentence.tokens) and sentence.tokens[right].text in _BREAKS


def _segment(sentence: ParsedSentence, index: int) -> tuple[int, int]:
    """The stretch between semicolons that holds a word."""
    cuts = [t.i for t in sentence.tokens if t.text == ";"]
    start = max((c + 1 for c in cuts if c < index), default=0)
    return start, min((c for c in cuts if c > index), default=len(sentence.tokens))


def _around(
    sentence: ParsedSentence, verb: Token, segment: tuple[int, int], group: tuple[int, int]
) -> tuple[frozenset[int], frozenset[int], str]:
    """The words said around a parenthesis, those of a clause that begins after it, and the word that opens that clause."""
    (start, end), (left, right) = segment, group
    before, after = range(start, max(start, left - 1)), range(right + 1, end)
    resumed = left >= 2 and sentence.tokens[left - 2].lower in _RESUMING
    opener = sentence.tokens[right + 1].lower if right + 1 < end else ""
    tail = {w for t in sentence.kids(verb.i, "advcl", "prep", "npadvmod") if t.i > verb.i for w in sentence.subtree(t.i)}
    if opener in _OPENERS or (right < end and sentence.tokens[min(right, end - 1)].text not in _BREAKS):
        tail |= set(after)
    said = set(after) if resumed else {*before, *after}
    return frozenset(said - tail), frozenset(tail - set(range(left, right))), opener if opener in _OPENERS else ""


def _object_frame(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """"Its staff **recorded 14 attacks**", "the summary describes one detainee as having been ...", "in what aides **called a coup**"."""
    objects = sentence.kids(verb.i, "dobj")
    named = ("oprd",) if kind == "label" else ()
    if not kind or not objects or is_passive(sentence, verb):
        return None
    speaker = _speaker(sentence, verb)
    said = {w for t in sentence.kids(verb.i, "dobj", "prep", "xcomp", "advcl", *named) if t.i > verb.i for w in sentence.subtree(t.i)}
    if speaker is None or _says_nothing(sentence, verb, sentence.tokens[speaker]):
        return None
    return Frame("object", verb.i, speaker, frozenset(said), kind, lemma)


#: Ways to find the frame of a verb, the first that finds one counts.
_FINDERS = (_inserted, _clause, _parenthesis, _object_frame)


def _accusation(sentence: ParsedSentence, verb: Token, kind: str) -> Iterator[Frame]:
    """"X accused Y **of shelling the market**": X says so."""
    passive = is_passive(sentence, verb)
    arguments = verb_arguments(sentence, verb.i)
    speakers = arguments.by if passive else arguments.subjects
    said = [w for p in sentence.kids(verb.i, "prep") if p.lower in {"of", "for", "with"} for w in sentence.subtree(p.i)]
    said += [w for o in sentence.kids(verb.i, "dobj") for p in sentence.kids(o.i, "prep") if p.lower in {"of", "for"} for w in sentence.subtree(p.i)]
    if not said:
        said = _gerunds_after(sentence, verb)
    if said and (speakers or passive):
        yield Frame("accusation", verb.i, speakers[0] if speakers else None, frozenset(said), "accuse", verb.lower)


def _gerunds_after(sentence: ParsedSentence, verb: Token) -> list[int]:
    """"of" with a gerund that the parser hung elsewhere: "accused the militia holding the town **of torturing** bakers"."""
    for token in sentence.tokens[verb.i + 1 :]:
        if token.lower == "of" and any(t.tag == "VBG" for t in sentence.kids(token.i)):
            return sentence.subtree(token.i)
    return []


def _adjuncts(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """"according to X", "citing X", "by X's count", "in the view of X"."""
    for token in sentence.tokens:
        if (token.lower in words.adjuncts and token.tag != "NNP") or _by_voice(sentence, token):
            target = _object(sentence, token)
            if target is not None:
                form = "citing" if token.tag == "VBG" and token.lower in {"citing", "quoting"} else "adjunct"
                yield Frame(form, token.i, target, _governed(sentence, token), "", token.lower)
        elif _is_measure(sentence, token, words):
            speaker = _owner(sentence, token)
            if speaker is not None and sentence.tokens[speaker].lower in _AUTHOR:
                continue
            yield Frame("adjunct", token.i, speaker, _governed(sentence, sentence.tokens[token.head]), "measured", token.lower)


def _is_measure(sentence: ParsedSentence, token: Token, words: SpeechWords) -> bool:
    """"in the **view** of several analysts", "by the army's **count**": what follows its "of" is who speaks, not what is said."""
    return token.lower in words.measured and token.dep == "pobj" and sentence.tokens[token.head].lower in {"by", "in", "to", "on"}


def _by_voice(sentence: ParsedSentence, token: Token) -> bool:
    """"**According to** the army" by its shape, whatever the word: a participle in -ing used as a preposition, "to", and one who can speak."""
    if token.tag != "VBG" or token.dep != "prep":
        return False
    targets = [t for prep in sentence.kids(token.i, "prep") if prep.lower == "to" for t in sentence.kids(prep.i, "pobj")]
    return any(can_speak(t.text) or t.tag == "NNP" for t in targets)


def _object(sentence: ParsedSentence, token: Token) -> int | None:
    for prep in [token, *sentence.kids(token.i, "prep")]:
        for target in sentence.kids(prep.i, "pobj", "dobj"):
            return target.i
    return None


def _owner(sentence: ParsedSentence, noun: Token) -> int | None:
    """Whose count, view or claim it is: a possessive, or after "of", "by", "from"."""
    for child in sentence.kids(noun.i, "poss"):
        return child.i
    for prep in sentence.kids(noun.i, "prep", "agent"):
        if prep.lower in {"of", "by", "from"}:
            for target in sentence.kids(prep.i, "pobj"):
                return target.i
    return None


def _governed(sentence: ParsedSentence, token: Token) -> frozenset[int]:
    """What an adjunct covers: the whole segment where a comma sets it off at its start or end, else the clause it hangs on."""
    own = _set_off(sentence, token)
    start, end = _segment(sentence, token.i)
    low, high = min(own), max(own)
    if low >= start + 2 and sentence.tokens[low - 1].text == "," and sentence.tokens[low - 2].lower in _RESUMING:
        return frozenset(range(high + 1, end))
    last = all(t.text in {".", *_QUOTES} for t in sentence.tokens[high + 1 : end])
    comma = low > 0 and sentence.tokens[low - 1].text == ","
    if low == start or (last and comma):
        return frozenset(range(start, end)) - own
    governor = sentence.tokens[token.head]
    while governor.pos not in {"VERB", "AUX"} and governor.head != governor.i:
        governor = sentence.tokens[governor.head]
    covered = set(sentence.subtree(governor.i)) - own
    set_off = comma and high + 1 < end and sentence.tokens[high + 1].text == ","
    if set_off and max(covered, default=0) <= high + 1:
        return frozenset(range(start, end)) - own
    return frozenset(covered)


#: Words after which a parenthesis covers only what comes behind it: "troops left and, residents say, burned the market".
_RESUMING = frozenset({"and", "but", "that"})


def _set_off(sentence: ParsedSentence, token: Token) -> set[int]:
    """The words of an adjunct; between two commas without the verb behind it, which the parser may hang on it ("in the view of aides, **retaliated**")."""
    own = set(sentence.subtree(token.i))
    low = min(own)
    if low == 0 or sentence.tokens[low - 1].text != ",":
        return own
    verbs = [w for w in own if sentence.tokens[w].tag in {"VBN", "VBD"} and sentence.tokens[w].dep == "acl" and sentence.tokens[w - 1].text == ","]
    return {w for w in own if w < min(verbs) - 1} if verbs else own


def _nouns(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """"claims by local elders **that** ...", "the opposition's allegations **of torture**", "reports that ..."."""
    for token in sentence.tokens:
        lemma = words.said.get(token.lower)
        if lemma is None or token.pos != "NOUN" or lacking(sentence, token) is not None or _is_measure(sentence, token, words):
            continue
        clauses = [t for t in sentence.kids(token.i, "acl", "ccomp", "relcl") if any(m.lower == "that" for m in sentence.kids(t.i, "mark"))]
        clauses += [p for p in sentence.kids(token.i, "prep") if p.lower == "of" and lemma in words.said and p.i == token.i + 1]
        if not clauses:
            continue
        said = {w for c in clauses for w in sentence.subtree(c.i)}
        owner = _owner(sentence, token)
        owner = None if owner in said else owner
        form = "noun" if clauses[0].dep != "prep" else "noun of"
        yield Frame(form, token.i, owner if owner is not None else _holder(sentence, token), frozenset(said), "noun", lemma)


def _holder(sentence: ParsedSentence, noun: Token) -> int:
    """Who makes a claim that is the object of a verb ("the court rejected", not; "the army made the claim", the army), else the noun itself."""
    above = sentence.tokens[noun.head]
    if noun.dep in {"dobj", "pobj"} and above.lower in {"made", "makes", "make", "making", "repeated", "issued", "voiced", "rejected", *_GIVING}:
        subjects = verb_arguments(sentence, above.i).subjects
        return subjects[0] if subjects and above.lower != "rejected" else noun.i
    return noun.i


def _colons(sentence: ParsedSentence) -> Iterator[Frame]:
    """"...: NIS", "UN: ...", "... - police" in a headline."""
    for mark in sentence.tokens:
        if mark.text not in {":", "-", "–", "—", "--"} or not 0 < mark.i < len(sentence.tokens) - 1:
            continue
        if mark.text == "-" and sentence.tokens[mark.i - 1].end == mark.start:
            continue
        tail, head = sentence.tokens[mark.i + 1 :], sentence.tokens[: mark.i]
        for form, part, other in (("colon after", tail, head), ("colon before", head, tail)):
            if form == "colon before" and (mark.text != ":" or not any(can_speak(t.text) for t in part)):
                continue
            if len(part) <= _HEADLINE_SPEAKER and all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "PART", "ADP", "DET"} for t in part):
                yield Frame(form, mark.i, _last_noun(part), frozenset(t.i for t in other))


def _headline_tail(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """"..., Poll Suggests" and "..., Says South's Defense Chief" at the end of a headline, whose capitals the tagger takes for names."""
    commas = [t.i for t in sentence.tokens if t.text == ","]
    tail = sentence.tokens[commas[-1] + 1 :] if commas else ()
    if not 2 <= len(tail) <= _HEADLINE_SPEAKER:
        return
    for verb, rest in ((tail[-1], tail[:-1]), (tail[0], tail[1:])):
        kind, lemma = words.verbs.get(verb.lower, ("", ""))
        speaker = _last_noun(rest)
        if kind and verb.lower.endswith("s") and speaker is not None and all(t.tag not in _FINITE for t in rest):
            yield Frame("parenthesis", verb.i, speaker, frozenset(range(commas[-1])), kind, lemma)
            return


def _last_noun(part: Iterable[Token]) -> int | None:
    """The head of "South Korean defence chief", "ministry of defence" (before its preposition)."""
    chosen = None
    for token in part:
        if token.pos == "ADP":
            break
        if token.pos in {"NOUN", "PROPN", "ADJ"}:
            chosen = token.i
    return chosen


def _chained(sentence: ParsedSentence, frame: Frame) -> Frame:
    """"Yonhap reported, citing the NIS", "Yonhap, citing the NIS, reported": the NIS says so, via Yonhap."""
    if frame.form not in {"clause", "parenthesis"}:
        return frame
    hosts = {frame.cue, frame.speaker, *(c.i for c in sentence.kids(frame.cue, "ccomp") if c.i > frame.cue)}
    for token in sentence.tokens:
        if token.lower in {"citing", "quoting"} and token.head in hosts and token.head != token.i:
            target = _object(sentence, token)
            if target is not None:
                said = frame.said - set(sentence.subtree(token.i))
                return replace(frame, speaker=target, said=said, via=frame.speaker)
    return frame
