"""Notes in which the author speaks of the paper itself: thanks, post, funding, whose the views are. They tell no act and need no source."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.citation_comments import sentences_of

_WRITER: Final = r"(?:the (?:present )?(?:authors?|writers?|editors?)|both authors|i|we)"
#: What helps a paper; "thanks to Moscow's veto" names something else.
_HELP: Final = (
    r"(?:comments?|help|advice|suggestions?|assistance|feedback|discussions?|conversations?|readings?|insights?|guidance|encouragement|editing|translations?|criticisms?|edits|hospitality)"
)
_PAPER: Final = r"(?:this|the present) (?:\w+ )?(?:article|paper|essay|note|commentary|brief|report|study|work|research|piece|chapter|project|manuscript)s?"
_OF_PAPER: Final = re.compile(
    rf"\W*(?:{_WRITER} (?:\w+ly |also )*(?:would (?:also )?like to |wish(?:es)? to |wants? to )?(?:\w+ly )?"
    r"(?:thanks?|acknowledges?|(?:is|am|are) (?:\w+ )?(?:grateful|thankful|indebted)|owes? (?:\w+ ){0,3}(?:thanks|debt|gratitude))\b"
    r"|(?:(?:special|many|warm|sincere|my|our|the authors?['’]s?) )+thanks\b|thanks (?:also )?(?:are|go)\b"
    rf"|(?:with )?thanks to [^.;]{{2,200}}\bfor (?:[\w’'-]+ ){{0,6}}{_HELP}\b"
    r"|the authors? (?:is|are|was|works?|worked|teach(?:es)?|serves?|served|holds?)\b"
    r"|(?:the |all |any )?(?:views?|opinions?)(?: and \w+)? (?:expressed|stated|presented|contained|given|herein|here|in this"
    r"|are (?:\w+ ){0,2}(?:own|mine|personal|those of the|the authors?['’]))"
    r"|(?:all |any |the |remaining )*(?:errors?|mistakes|omissions)(?: and \w+)? (?:are|remain|is) (?:\w+ ){0,2}(?:mine|ours?|own|author)"
    r"|(?:an |the |parts? of an )?(?:earlier|previous|shorter|longer|first) (?:versions?|drafts?) of (?:this|the present)\b"
    rf"|{_PAPER} (?:(?:was|were|is|has been) (?:\w+ )?(?:written|presented|prepared|supported|funded|made possible|commissioned|adapted|delivered|conducted|based on|part of)"
    r"|draws? on|drew on|builds? on|grew out of|benefit\w* (?:\w+ )?from|received (?:\w+ )?(?:funding|support)|forms? part|stems? from)\b"
    rf"|(?:funding|financial support|support) for {_PAPER}\b)",
    re.IGNORECASE,
)
#: A post and an institution without a verb: "Senior Fellow, Institute for River Law."
_POST: Final = re.compile(
    r"\W*(?:(?:senior|junior|associate|assistant|visiting|adjunct|non-?resident|emerit\w+|research"
    r"|distinguished|doctoral|postdoctoral|policy|former|ph\.?d\.?|j\.?d\.?|ll\.?[mb]\.?"
    r"|m\.?a\.?|graduate|resident) )*(?:fellow|professor|lecturer|researcher|analyst|candidate|student|scholar|director|reader|associate|correspondent"
    r"|editor|adviser|advisor)\b[^\"“”:;]{0,200}$",
    re.IGNORECASE,
)


#: The source note of an edited document: where the paper lies, who drafted and cleared it, where a meeting was held.
_EDITED: Final = re.compile(
    r"\W*sources?:\s(?=.*?(?:\b(?:archives?|archival|library|central files|decimal file|papers|rg \d|fond|lot file|file \d)\b"
    r"|\bdrafted by\b|\b(?:top secret|secret|confidential|unclassified|limdis|exdis|nodis)[.;,]))",
    re.IGNORECASE | re.DOTALL,
)


def is_source_note(note: str) -> bool:
    """Whether a note says where the document that it stands below lies and how it came about, so that all of it speaks of the paper.

    Example:
        >>> is_source_note("Source: National Archives, RG 59. Drafted by Ode. The talks were held in Lima."), is_source_note("Source: Reuters, 3 May 2016.")
        (True, False)
    """
    return _EDITED.match(note) is not None


def is_of_paper(sentence: str) -> bool:
    """Whether a sentence of a note speaks of the paper and its author.

    Example:
        >>> is_of_paper("The author thanks two reviewers for comments."), is_of_paper("Thanks to Moscow's veto, the text failed.")
        (True, False)
    """
    return _OF_PAPER.match(sentence) is not None


def is_authors_note(note: str) -> bool:
    """Whether a note speaks of nothing but the paper and its author.

    Example:
        >>> is_authors_note("Senior Fellow, Institute for River Law. The views are her own."), is_authors_note("Tehran denied it.")
        (True, False)
    """
    if is_source_note(note):
        return True
    said = [note[start:end] for start, end in sentences_of(note)]
    return bool(said) and all(is_of_paper(one) or _POST.match(one) is not None for one in said)
