"""Frames of verbs of speech: clauses, passives, parentheses, objects and accusations."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.arguments import is_passive, verb_arguments
from dateline.extract.attribution import can_speak
from dateline.extract.frames.layout import BREAKS, STOPS, closes, group_of, main_part, said_around, segment_of
from dateline.extract.frames.speakers import person_before, says_nothing, speaker_of, spoken_by
from dateline.extract.frames.values import Frame
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import FINITE, TENSED
from dateline.ontology.speech import SpeechWords
from dateline.types import SentenceKind

#: "**let** it be **known** that ..."
_LETTING, _KNOWN = frozenset({"let", "lets", "letting"}), frozenset({"known", "understood", "slip"})

#: "the **likelihood** is that ...": nobody's word.
_CHANCES = frozenset({"likelihood", "possibility", "probability", "chance", "chances", "prospect", "risk", "danger", "expectation", "odds"})
#: What a parenthesis begins behind.
_OPENS = BREAKS | {";", ":"}


def _inserted(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """A parenthesis by its punctuation alone, whatever the parser makes of it: ", a lawyer close to the firm said on Friday" up to a comma or the end.

    Between the comma and the verb stands a noun phrase; between the verb and the next comma no clause.
    """
    perfect = any(t.lower in {"has", "have", "had"} for t in sentence.kids(verb.i, "aux"))
    bare = verb.tag == "VBN" and not sentence.kids(verb.i, "aux", "auxpass")
    if not kind or not (verb.tag in TENSED or perfect or bare or verb.lower in {"quoted", "cited"}):
        return None
    left = verb.i
    while left > 0 and sentence.tokens[left - 1].text not in _OPENS:
        left -= 1
    right = verb.i + 1
    while right < len(sentence.tokens) and sentence.tokens[right].text not in STOPS:
        right += 1
    run, rest = sentence.tokens[left : verb.i], sentence.tokens[verb.i + 1 : right]
    if bare and not perfect and (not any(t.tag in {"WP", "WDT"} for t in run) or (rest and rest[0].lower == "to")):
        return None
    speaker = spoken_by(run)
    opening = left == 0 and not (sentence.tokens[0].lower == "as" and closes(sentence, right))
    if opening or (left and sentence.tokens[left - 1].text == ";") or speaker is None or any(t.tag in FINITE or t.lower == "that" for t in main_part(rest)):
        return None
    said, tail, opener = said_around(sentence, verb, segment_of(sentence, verb.i), (left, right))
    return Frame("parenthesis", verb.i, speaker, said, kind, lemma, None, tail, opener)


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
    speaker = speaker_of(sentence, verb)
    if speaker is None or says_nothing(sentence, verb, sentence.tokens[speaker]) or (not kind and sentence.tokens[speaker].lower in _CHANCES):
        return None
    named = set(sentence.subtree(speaker))
    return Frame("clause", verb.i, speaker, frozenset(said if verb.i in named else said - named), kind, lemma)


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
    finite = clause.tag in FINITE or any(t.tag in FINITE for t in sentence.kids(clause.i, "aux", "auxpass"))
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


def _parenthesis(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """"..., officials said on Friday", "..., said the army", "The convoy, officials said, was ...", "as the minister put it, ..."."""
    quoted = sentence.kids(verb.i, "nsubjpass") if verb.lower in {"quoted", "cited"} else []
    nobody = _impersonal(sentence, verb)
    subjects = sentence.kids(verb.i, "nsubj") or quoted or nobody
    if not subjects or subjects[0].tag in {"WDT", "WP"} or (is_passive(sentence, verb) and not quoted and not nobody):
        return None
    left, right = group_of(sentence, verb, subjects[0])
    opened = left == 0 or sentence.tokens[left - 1].text in BREAKS or sentence.tokens[left - 1].lower == "as"
    if not opened or (left == 0 and not closes(sentence, right)) or (left == 0 and subjects[0].i < verb.i):
        return None
    before = any(t.i < left for t in sentence.kids(verb.i, "ccomp"))
    if not kind and not before:
        return None
    start, end = segment_of(sentence, verb.i)
    said, tail, opener = said_around(sentence, verb, (start, end), (left, right))
    if subjects[0].dep == "nsubjpass" and not quoted:
        opening = _clause_start(sentence, verb.i)
        return Frame("parenthesis", verb.i, None, frozenset(i for i in said if i >= opening), kind, lemma, None, tail, opener)
    return Frame("parenthesis", verb.i, subjects[0].i, said, kind, lemma, None, tail, opener)


def _clause_start(sentence: ParsedSentence, index: int) -> int:
    """Where the last of the clauses begins that a colon, a semicolon or ", and" parts before a word."""
    tokens = sentence.tokens
    parts = (t.i + 1 for t in reversed(tokens[:index]) if t.text in {":", ";"} or (t.dep == "cc" and t.i and tokens[t.i - 1].text == ","))
    return next(parts, 0)


def _impersonal(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """The subject of "the firms, **it is said**, urged": nobody is named."""
    aside = verb.dep in {"parataxis", "ccomp", "ROOT"} and not sentence.kids(verb.i, "agent", "xcomp")
    return [t for t in sentence.kids(verb.i, "nsubjpass") if t.lower == "it" and t.i < verb.i] if aside else []


def _object_frame(sentence: ParsedSentence, verb: Token, kind: str, lemma: str) -> Frame | None:
    """"Its staff **recorded 14 attacks**", "the summary describes one detainee as having been ...", "in what aides **called a coup**"."""
    objects = sentence.kids(verb.i, "dobj")
    named = ("oprd",) if kind == "label" else ()
    if not kind or not objects or is_passive(sentence, verb):
        return None
    speaker = speaker_of(sentence, verb)
    said = {w for t in sentence.kids(verb.i, "dobj", "prep", "xcomp", "advcl", *named) if t.i > verb.i for w in sentence.subtree(t.i)}
    if speaker is None or says_nothing(sentence, verb, sentence.tokens[speaker]):
        return None
    return Frame("object", verb.i, speaker, frozenset(said), kind, lemma)


def _accusation(sentence: ParsedSentence, verb: Token) -> Iterator[Frame]:
    """"X accused Y **of shelling the market**": X says so."""
    passive = is_passive(sentence, verb)
    arguments = verb_arguments(sentence, verb.i)
    speakers = arguments.by if passive else arguments.subjects
    if verb.dep == "relcl" and speakers and any(t.lower == "who" for t in sentence.kids(verb.i, "nsubj")):
        speakers = (person_before(sentence, speakers[0]),)
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


#: Ways to find the frame of a verb, the first that finds one counts.
_FINDERS = (_inserted, _clause, _parenthesis, _object_frame)


def verb_frames(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """The frames of the verbs of a sentence; an accusation is one beside the verb's own."""
    for token in sentence.tokens:
        if not token.tag.startswith("VB") or token.dep in {"aux", "auxpass"}:
            continue
        kind, lemma = _class(sentence, token, words)
        if token.lower in words.accusing:
            yield from _accusation(sentence, token)
        found = next((frame for find in _FINDERS if (frame := find(sentence, token, kind, lemma)) is not None), None)
        if found is not None:
            yield found
