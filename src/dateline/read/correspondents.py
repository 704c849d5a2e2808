"""Who wired a report, as papers print it below the headline: "From our own Correspondent", "By JOHN MARLOWE / Special to The Evening Sun"."""

from __future__ import annotations

import re
from typing import Final

_POSTS: Final = r"(?:(?:staff |special )?correspondent|reporter|staff(?: writer)?|representative|(?:news )?(?:bureau|service)|editor)"
_PLACE: Final = r"(?-i:[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+){0,2})"
_NAMELESS: Final = re.compile(
    rf"(?:(?:from|by)\s+)?(?:our|a|an)\s+(?:own\s+)?(?:[\w-]+\s+){{0,3}}?{_POSTS}s?(?:(?:,?\s+(?:in|at)|,)\s+{_PLACE})?[.:,]?", re.IGNORECASE
)
#: Behind the name in a byline: for whom the report was filed, and the writer's post.
_FILED: Final = re.compile(r"[\s,]+(?:special|exclusive|cable|wireless|dispatch|written)(?: cable| dispatch| report)? (?:to|for) ((?:the )?\S.*)$", re.IGNORECASE)
_POST: Final = re.compile(
    rf"(?P<name>(?:\S+ ){{1,3}}?[\w'’-]{{3,}}),?\s+(?:(?:from|of) (?:the )?)?(?-i:(?:(?:the|of|[A-Z][\w'’-]*)\s){{0,4}}?){_POSTS}\W*$", re.IGNORECASE
)


def is_nameless(line: str) -> bool:
    """Whether a line says that a correspondent wrote the report, and not which.

    Example:
        >>> is_nameless("FROM OUR OWN CORRESPONDENT"), is_nameless("By a Staff Reporter in Accra"), is_nameless("Our correspondent was expelled")
        (True, True, False)
    """
    return _NAMELESS.fullmatch(line) is not None


def signed(names: str) -> str:
    """What stands behind "By", without the writer's post and with "for" before the paper that it was filed to.

    Example:
        >>> signed("ANN LEE Special to The Evening Sun"), signed("Ann Lee, Diplomatic Correspondent")
        ('ANN LEE for The Evening Sun', 'Ann Lee')
    """
    return _POST.sub(lambda said: said["name"], _FILED.sub(r" for \1", names))
