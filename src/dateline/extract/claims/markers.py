"""Claims that a phrase opens: "in order to ...", "owing to ...", "in return for ...", "only if ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.arguments import agents_of
from dateline.extract.attribution import can_speak
from dateline.extract.claims.cues import load_claim_cues
from dateline.extract.claims.grammar import Candidate, first_word, in_name, is_actor, is_borne, subject_of
from dateline.extract.opening import words_in
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import words_of
from dateline.types import Certainty

#: Adverbs that belong to the claim they stand before, with the certainty they give it.
LEADING: Final = {
    "presumably": Certainty.PROBABLE, "probably": Certainty.PROBABLE, "doubtless": Certainty.PROBABLE, "apparently": Certainty.POSSIBLE,
    "perhaps": Certainty.POSSIBLE, "possibly": Certainty.POSSIBLE, "ostensibly": Certainty.POSSIBLE, "reportedly": Certainty.POSSIBLE,
    "partly": Certainty.CERTAIN, "mainly": Certainty.CERTAIN, "largely": Certainty.CERTAIN, "chiefly": Certainty.CERTAIN,
    "only": Certainty.CERTAIN, "not": Certainty.CERTAIN, "simply": Certainty.CERTAIN, "likely": Certainty.PROBABLE,
    "purely": Certainty.CERTAIN, "solely": Certainty.CERTAIN, "precisely": Certainty.CERTAIN,
}  # fmt: skip
#: Markers that mean a claim only behind an event: "following a scandal", not "following the car".
_FOLLOWING: Final = re.compile(r"(?<![\w-])following(?=\s+(?:a|an|the|their|his|her|its|[a-z]+)\b)", re.IGNORECASE)
#: Words that make "in order" or "in protest" something else.
_NOT_AFTER: Final = re.compile(r"^(?:\s+(?:and|or|but)\b|\s*[.,;])")


def marked(sentence: ParsedSentence) -> Iterator[Candidate]:
    """The claims that markers open, in no order."""
    text, base = sentence.sentence.text, sentence.sentence.span.start
    cues, words = load_claim_cues(), words_in(text)
    for kind in ("motive", "cause", "exchange", "dependency", "outlook"):
        for match in cues.markers[kind].matches(text, words):
            token = first_word(sentence, base + match.start())
            if token is None or in_name(sentence, token.i) or not _fits(sentence, kind, match, token):
                continue
            yield _candidate(sentence, kind, token, match)
    for match in _FOLLOWING.finditer(text):
        token = first_word(sentence, base + match.start())
        if token is not None and token.dep in {"prep", "pcomp", "advcl"} and not in_name(sentence, token.i) and _is_event(sentence, token):
            yield _candidate(sentence, "cause", token, match)
    yield from _conditions(sentence)


def _candidate(sentence: ParsedSentence, kind: str, token: Token, match: re.Match[str]) -> Candidate:
    first, certainty = token.i, Certainty.CERTAIN
    if first and sentence.tokens[first - 1].lower in LEADING and kind != "dependency":
        first -= 1
        certainty = LEADING[sentence.tokens[first].lower]
    if kind == "outlook":
        return Candidate(kind, first, token.i, Certainty.POSSIBLE)
    holder = motive_holder(sentence, token.i) if kind == "motive" else None
    return Candidate(kind, first, token.i, certainty, holder, marker=True)


def _fits(sentence: ParsedSentence, kind: str, match: re.Match[str], token: Token) -> bool:
    text = sentence.sentence.text
    words = " ".join(match[0].lower().split())
    after = text[match.end() :]
    if kind == "cause":
        return _is_cause(sentence, words, token)
    if words == "in protest" and (_NOT_AFTER.match(after) is not None or not after.strip(" .\"”")):
        return False
    if words in {"meant to", "intended to"} and token.tag in {"VBD", "VBN"} and sentence.kids(token.i, "nsubj"):  # "nobody meant to": a wish and no purpose
        return False
    if words == "in reply to" and _is_answer(sentence, match, token):
        return False
    if words in {"in return", "in exchange"}:
        return not _is_asked(sentence, token) and (_NOT_AFTER.match(after) is not None or not after.strip(" ."))
    if words == "aimed at" and _is_name(sentence, token.i + 2):  # "a bloc aimed at China": its target
        return False
    if words.startswith(("aimed at", "designed to", "intended to", "meant to", "calculated to")):
        before = sentence.tokens[token.i - 1].lower if token.i else ""
        return before not in {"gun", "guns", "rifle", "missiles", "pistol", "was", "were"} or words.startswith("aimed")
    if words in {"meant to", "intended to"} and token.i and sentence.tokens[token.i - 1].lower in {"is", "are", "it"}:
        return False
    if words in {"hoping to", "hoping that", "hoping for", "seeking to", "aiming to"}:
        return token.i == 0 or sentence.tokens[token.i - 1].lower not in {"is", "are", "was", "were", "been", "be"}
    if words == "so that":
        return token.i > 0 and sentence.tokens[token.i - 1].text != "."
    if words in {"provided", "providing", "provided that"}:
        return token.dep not in {"ROOT", "relcl", "conj", "acl"} and not sentence.kids(token.i, "dobj", "nsubj", "nsubjpass", "auxpass")
    if words == "citing" and _is_source(sentence, token):
        return False
    if words in {"wary of", "keen to", "eager to", "determined to", "anxious to", "fearful of", "fearful that", "fearing", "citing"}:
        return token.i > 0 and sentence.tokens[token.i - 1].lower not in {"is", "are", "was", "were", "remains", "remained", "very", "been"}
    if words == "subject to" and is_borne(sentence, token.i):
        return False
    if words in {"subject to", "contingent on", "conditional on", "contingent upon", "conditional upon", "dependent on", "dependent upon"}:
        return not (token.i and sentence.tokens[token.i - 1].lower in {"is", "are", "be", "was", "were", "been", "made"})
    return True


def _is_asked(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the clause is a question, direct or not: "asks what Oslo did **in return**" tells of no exchange."""
    if sentence.sentence.text.rstrip("\"”’ ").endswith("?"):
        return True
    governor = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    return governor is not None and any(t.lower in _ASKING for t in sentence.kids(governor.i, "dobj", "advmod", "mark", "attr", "nsubj"))


#: Words that open a question.
_ASKING: Final = frozenset("what whether how why who".split())


def _is_answer(sentence: ParsedSentence, match: re.Match[str], token: Token) -> bool:
    """Whether a reply is words to words ("in reply to a question the minister **said** ...") and so tells why nothing was done."""
    governor = next((t for t in sentence.ancestors(token.i) if t.pos in {"VERB", "AUX"}), None)
    asked = sentence.tokens[token.i + len(match[0].split()) :][:_QUESTION_REACH]
    return (governor is not None and governor.lower in load_speech().verbs) or any(t.lower in _QUESTIONS for t in asked)


_QUESTIONS: Final = words_of("extract.claims.markers.questions")
#: Their noun stands at most so many words behind "in reply to" ("a written parliamentary question").
_QUESTION_REACH: Final = 4


def _is_source(sentence: ParsedSentence, token: Token) -> bool:
    """Whether who or what is cited speaks ("citing the ministry", "citing officials"), so that it is a source and no motive."""
    cited = sentence.kids(token.i, "dobj", "pobj")
    return any(is_actor(sentence, t.i) or can_speak(t.text) for t in cited)


_COMING: Final = words_of("extract.claims.markers.coming")


def _is_cause(sentence: ParsedSentence, words: str, token: Token) -> bool:
    """Whether a marker of causes opens one here."""
    if words in {"in view of", "in the wake of", "amid"}:
        return _is_event(sentence, token)
    if words == "due to":  # "is due to expire": a time
        return not (token.i + 2 < len(sentence.tokens) and sentence.tokens[token.i + 2].tag == "VB")
    return not (words.startswith("under") and token.i > 0 and sentence.tokens[token.i - 1].lower in _COMING)


def _is_name(sentence: ParsedSentence, index: int) -> bool:
    """Whether a name, with or without an article, stands at an index and is all of the object."""
    tokens = sentence.tokens[index : index + 3]
    tokens = tokens[1:] if tokens and tokens[0].lower == "the" else tokens
    return bool(tokens) and tokens[0].tag in {"NNP", "NNPS"} and not (len(tokens) > 1 and tokens[1].pos in {"NOUN", "PART"})


def _is_event(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the noun behind a marker is something that happened, and no place, time or meeting."""
    not_causes = load_claim_cues().nouns["not_causes"]
    inside = sentence.tokens[token.i + 1 : token.i + 9]
    for word in inside:
        if word.pos == "NOUN" and not (word.i + 1 < len(sentence.tokens) and sentence.tokens[word.i + 1].pos == "NOUN"):
            return word.lower not in not_causes
        if word.pos == "PROPN" or word.text in {",", "."}:
            return False
    return False


def _conditions(sentence: ParsedSentence) -> Iterator[Candidate]:
    """ "Once fifty states have ratified it" behind a modal: what the main clause hangs on; "cannot survive without" likewise."""
    tokens = sentence.tokens
    for token in tokens:
        if token.lower == "once" and token.dep in {"mark", "advmod"} and token.i:
            verb = tokens[token.head]
            main = tokens[verb.head]
            modal = any(t.lower in {"will", "can", "could", "would", "may", "might"} for t in sentence.kids(main.i, "aux"))
            if modal and verb.dep == "advcl" and verb.i > token.i:
                yield Candidate("dependency", token.i, token.i, marker=True)
        if token.lower == "until" and token.i and token.dep in {"mark", "prep"} and _denied(sentence, token):
            yield Candidate("dependency", token.i, token.i, marker=True)
        if token.lower == "without" and token.i and _denied(sentence, token):
            yield Candidate("dependency", token.i, token.i, marker=True)


def _denied(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the words before a condition, behind the last "but", hold a negated modal: "will not sign until", "no talks can begin until"."""
    before = [t.lower for t in sentence.tokens[: token.i]]
    before = before[len(before) - before[::-1].index("but") :] if "but" in before else before
    modal = any(word in {"will", "can", "could", "would", "wo", "ca", "cannot", "may"} for word in before)
    return modal and any(word in {"not", "n't", "no", "cannot", "never", "nothing", "neither"} for word in before)


def motive_holder(sentence: ParsedSentence, index: int) -> int | None:
    """The subject of the verb that an adjunct hangs on; in the passive nobody is named."""
    tokens = sentence.tokens
    token = tokens[index]
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        above = tokens[token.head]
        if (above.pos in {"VERB", "AUX"} and above.i < index) or (above.pos == "VERB" and token.i == index and above.i > index):
            subject = subject_of(sentence, above.i)
            if subject is not None and is_actor(sentence, subject) and tokens[subject].dep != "nsubjpass":
                return subject
            if subject is not None and tokens[subject].dep == "nsubjpass":
                agent = agents_of(sentence, above.i)
                return agent[0].i if agent else None
            if subject is not None:
                return subject if tokens[subject].pos == "PRON" else None
        if above.i == token.i:
            break
        token = above
    return _first_subject(sentence, index)


def _first_subject(sentence: ParsedSentence, index: int) -> int | None:
    subjects = [t.i for t in sentence.tokens if t.dep == "nsubj" and t.i < index and is_actor(sentence, t.i)]
    return subjects[-1] if subjects else None
