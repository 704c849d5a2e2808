"""Where the text of a claim ends: at its clause's end, before an attribution, a new clause or the next claim."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.claims.grammar import Candidate
from dateline.extract.parse import ParsedSentence

#: ", officials said", ", the report says", ", according to": who says it is no part of the claim.
_ATTRIBUTION: Final = re.compile(
    r",\s+(?:according\s+to|(?:[\w'’.-]+\s+){0,6}?(?:said|says|say|told|wrote|writes|argues|argued|showed|shows|found|finds|reported|reports"
    r"|warned|warns|added|adds|noted|notes|claims|claimed|suggests|suggested|thinks|believes|reckons)\b)",
    re.IGNORECASE,
)
#: A new clause after a comma; "and" and "but" only before a subject.
_NEW_CLAUSE: Final = re.compile(
    r",\s+(?:he|she|it|they|we)\s|,\s+(?:and|but|while|whereas|though|although|which|who|whose|where|so|yet|or)\b|,?\s+(?:whereas|although|though)\b|\s+while\s|;"
    r"|,\s+(?:an?|the)\s+[a-z]+(?:\s+[a-z]+)?\s+(?:that|which|who)\b|\s+and\s+[A-Z][\w’'-]+\s+(?:is|are|has|have|will|would|does|may|might|could)\b"
    r"|\s[–—]\s|,\s+(?:up|down)\s+from\b|\s+but\s+(?!also\b|[a-z]+s\s)"
)
#: What follows a predicate without being part of it: conditions and times; inside it ("has so far refused") they end nothing.
_SUBORDINATE: Final = re.compile(
    r"\s+(?:if|unless|before|after|until|once|because|when|(?:so\s+far|for\s+now)(?=\W*$|[,;])|as\s+long\s+as|since|in\s+the\s+coming\s+\w+)\b",
    re.IGNORECASE,
)
#: "And" with a new predicate of the same subject.
_SECOND: Final = re.compile(r"\s+and\s+(?:will|would|is|are|has|have|does|do|may|might|could|can)\b")
_CLOSERS: Final = " .,;:!?\"”’'–—)"
#: Words that only join what is left out, and the subject of the next predicate.
_DANGLING: Final = re.compile(r"(?:\s+(?:but|and|or|so|then|that|it|they|he|she))+$", re.IGNORECASE)


def claim_end(sentence: ParsedSentence, claim: Candidate, following: int | None) -> int:
    """Offset of the end of a claim in the sentence's text.

    Args:
        sentence: the sentence.
        claim: the claim.
        following: offset where the next claim of the sentence begins, ``None`` for the last.
    """
    text, base = sentence.sentence.text, sentence.sentence.span.start
    start = sentence.tokens[claim.first].start - base
    begin = sentence.tokens[claim.first].end - base
    stops = [len(text)] if following is None or following <= start else [following]
    patterns = [_ATTRIBUTION, _NEW_CLAUSE, _SECOND]
    if not claim.marker:
        patterns.append(_SUBORDINATE)
    for pattern in patterns:
        match = pattern.search(text, min(begin, len(text)))
        if match is not None and match.start() > start:
            stops.append(match.start())
    if (over := _main_clause(sentence, claim)) is not None:
        stops.append(over - base)
    end = start + len(_DANGLING.sub("", text[start : min(stops)].rstrip(_CLOSERS)).rstrip(_CLOSERS))
    return end + _closing_quote(text, start, end)


def _main_clause(sentence: ParsedSentence, claim: Candidate) -> int | None:
    """Offset of the main clause behind the clause before it that holds a claim ("If Oslo **refuses to pay**, Riga could sue"), or around the
    relative clause that does ("Oslo, which expelled two **over the hack**, praised Riga")."""
    for token in (sentence.tokens[claim.head], *sentence.ancestors(claim.head)):
        if token.dep == "advcl":
            last = max(sentence.subtree(token.i)) + 1
            return sentence.tokens[last].start if claim.head < last <= token.head else None
        if token.dep == "relcl":
            last = max(sentence.subtree(token.i)) + 1
            goes_on = claim.head < last <= sentence.tokens[token.head].head and sentence.tokens[last].text in {",", "—", "–"}
            return sentence.tokens[last].start if goes_on else None
        if token.dep == "ROOT":
            break
    return None


def opening_quote(text: str, start: int, end: int) -> int:
    """1 where the quotation mark right before a claim is closed inside it: the UK \"strongly urges\" Baku to ..."""
    opened = {"“": "”", "‘": "’", '"': '"'}.get(text[start - 1 : start])
    if opened is None:
        return 0
    inside = text[start:end]
    return int(inside.count(opened) % 2 == 1 if opened == '"' else re.search(rf"{opened}(?!\w)", inside) is not None and "‘" not in inside and "“" not in inside)


def _closing_quote(text: str, start: int, end: int) -> int:
    """1 where a quotation opened inside the claim closes right behind it."""
    inside, following = text[start:end], text[end : end + 1]
    opened = {"”": "“", "’": "‘", '"': '"', "'": "'"}.get(following)
    if opened is None or following == "":
        return 0
    if opened == following:
        return int(re.search(rf"(?:^|\s){opened}\w", inside) is not None and inside.count(opened) % 2 == 1)
    return int(inside.count(opened) > inside.count(following))
