"""What somebody called a thing, in quotation marks: in the headline it has another name, also quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import FindingKind
from dateline.audit.headline import Headline, act_hits
from dateline.audit.statement import Statement
from dateline.audit.words import content, words

_QUOTE: Final = r"[\"“‘'](?P<quote>(?:(?![\"”]|['’](?!\w)).){2,60})(?:[\"”]|['’](?!\w))"
_QUOTED: Final = re.compile(rf"(?<!\w){_QUOTE}")
_SAYS: Final = r"\bsays?\s+(?P<subject>[^\"“”‘]{2,40}?)\s+(?:is|are|was|were)"
_ARTICLE: Final = r"(?:as\s+)?(?:being\s+)?(?:an?\s+|the\s+)?"


def requoted(mine: Statement, theirs: Headline) -> Iterator[Disagreement]:
    """Quoted words of the text that a headline does not have, where both say in quotation marks what the same thing was called."""
    naming = words().naming.pattern
    named = rf"{naming}\s+(?P<thing>[^\"“”‘]{{2,50}}?)"
    told = re.search(rf"{named}\s+{_ARTICLE}{_QUOTE}", mine.text, re.IGNORECASE)
    cited = re.search(rf"(?:{named}|{_SAYS})\s+{_ARTICLE}{_QUOTE}", theirs.text, re.IGNORECASE)
    if told is None or cited is None or mine.negated or theirs.negated or any(len(_QUOTED.findall(text)) > 1 for text in (mine.sentence.sentence.text, theirs.text)):
        return
    if theirs.claim is None and mine.actors and theirs.actors and not set(mine.actors) & set(theirs.actors):
        return
    mine_words, their_words = _words(told["quote"]), _words(cited["quote"])
    if not (mine_words and their_words and _is_one_thing(told["thing"], cited["thing"] or cited["subject"])):
        return
    if not mine_words & _words(theirs.text) and not their_words & _words(mine.sentence.sentence.text):
        mention = mine.mention(told.start("quote"), told.end("quote"))
        yield FindingKind.QUOTE, mention, cited["quote"], f"the text quotes “{mention.text}”, the headline “{cited['quote']}”"


def _is_one_thing(one: str, other: str) -> bool:
    """Whether two phrases have a word in common, or name one class of acts ("the Union's pullout", "AU Withdrawal")."""
    if content(one) & content(other):
        return True
    mine, theirs = ({name for _, _, names in act_hits(text.lower()) for name in names} for text in (one, other))
    return bool(mine & theirs)


def _words(text: str) -> frozenset[str]:
    return content(text.replace("-", " "))
