"""Frames of adjuncts and nouns: "according to X", "in the view of X", "claims by X that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.frames.layout import governed_by
from dateline.extract.frames.speakers import holder_of, object_of, owner_of
from dateline.extract.frames.values import Frame
from dateline.extract.negation import lacking
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.speech import SpeechWords

#: Whose view the author's own is ("in **my** view"), so that nobody else says so.
_AUTHOR = frozenset({"my", "our"})


def adjunct_frames(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
    """"according to X", "citing X", "by X's count", "in the view of X"."""
    for token in sentence.tokens:
        if token.lower in words.adjuncts and token.tag != "NNP":
            target = object_of(sentence, token)
            if target is not None:
                form = "citing" if token.tag == "VBG" and token.lower in {"citing", "quoting"} else "adjunct"
                yield Frame(form, token.i, target, governed_by(sentence, token), "", token.lower)
        elif _is_measure(sentence, token, words):
            speaker = owner_of(sentence, token)
            if speaker is not None and sentence.tokens[speaker].lower in _AUTHOR:
                continue
            yield Frame("adjunct", token.i, speaker, governed_by(sentence, sentence.tokens[token.head]), "measured", token.lower)


def _is_measure(sentence: ParsedSentence, token: Token, words: SpeechWords) -> bool:
    """"in the **view** of several analysts", "by the army's **count**": what follows its "of" is who speaks, not what is said."""
    return token.lower in words.measured and token.dep == "pobj" and sentence.tokens[token.head].lower in {"by", "in", "to", "on"}


def noun_frames(sentence: ParsedSentence, words: SpeechWords) -> Iterator[Frame]:
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
        owner = owner_of(sentence, token)
        owner = None if owner in said else owner
        form = "noun" if clauses[0].dep != "prep" else "noun of"
        yield Frame(form, token.i, owner if owner is not None else holder_of(sentence, token), frozenset(said), "noun", lemma)
