"""The clauses of a resolution: "Recalling ...," and "Deeply concerned at ...," above "1. Condemns ...;", each a statement of the body that adopts it."""

from __future__ import annotations

import re
from typing import Final

#: Words before the verb of a clause.
_DEGREE: Final = (
    r"(?:(?:also|further|again|strongly|deeply|gravely|seriously|fully|once more|with|having|bearing|moreover|solemnly|firmly|particularly|extremely|keenly) )*"
)
#: What opens the clauses of a preamble (United Nations Editorial Manual; the recitals of the European Union have "Having regard" and "Whereas").
_PREAMBLE: Final = re.compile(
    rf"{_DEGREE}(?:recalling|reaffirming|affirming|recogni[sz]ing|acknowledging|noting|taking (?:note|into)|expressing|welcoming|acting|determin(?:ing|ed)"
    r"|underlining|underscoring|stressing|emphasi[sz]ing|reiterating|condemning|deploring|regretting|commending|convinced|concerned|alarmed|disturbed|appalled|mindful|aware|conscious|guided|desirous|desiring"
    r"|resolved|considering"
    r"|having (?:considered|examined|regard|received|heard|adopted|met)|regard to|in mind|encouraged|encouraging|appreciating|calling|urging|supporting|paying tribute"
    r"|observing|believing|confirming|endorsing|seeking|in view of|pursuant to|whereas|concern)\b",
    re.IGNORECASE,
)
#: What opens its operative paragraphs.
_OPERATIVE: Final = re.compile(
    rf"(?:\(?(?:\d{{1,2}}|[a-z])[.)]\s+)?{_DEGREE}"
    r"(?:condemns|demands|decides|calls (?:up)?on|calls for|urges|requests|reaffirms|affirms|welcomes|expresses|encourages|stresses|recalls|notes|takes"
    r"|reiterates|declares|invites|recommends|emphasi[sz]es|supports|authori[sz]es|adopts|resolves|approves|underlines|underscores|deplores|commends|appeals|determines|endorses|extends"
    r"|renews|directs|instructs|regrets|recogni[sz]es|acknowledges|considers|confirms|rejects|proclaims|establishes|has (?:adopted|decided|agreed))\b",
    re.IGNORECASE,
)
#: Who adopts it, on a line of its own: "The Security Council,".
_ADOPTER: Final = re.compile(r"(?:The |THE |We, )[^\W\d_a-z].{2,120},$")
_PAUSED: Final = re.compile(r"(?:[,;:]|\band)[,;]?\s*$")


def parts_clauses(before: str, after: str) -> bool:
    """Whether two paragraphs are clauses of one resolution, so that the first is not cut off though it ends in a comma.

    Example:
        >>> parts_clauses("Recalling its statement of 4 May,", "Deeply concerned at the fighting,")
        True
        >>> parts_clauses("Speaking in Oslo after the talks,", "Lavrov said that they had failed.")
        False
    """
    opens = (_PREAMBLE.match(before) or _OPERATIVE.match(before) or _ADOPTER.match(before)) and before[:1].isupper()
    return bool(opens) and after[:1].isupper() and _PAUSED.search(before) is not None and bool(_PREAMBLE.match(after) or _OPERATIVE.match(after))
