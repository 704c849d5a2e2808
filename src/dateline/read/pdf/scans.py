"""What recognition of scanned type gets wrong and the words beside it tell: "l4 May 1977" and "19l7" are figures."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.dates import MONTH
from dateline.read.textmap import Edit, Mapped

#: A letter that looks like a one, within a day before or behind its month, or within a year behind it.
_ONE: Final = re.compile(
    rf"(?<![\w.])[lI](?=\d\.?\s+{MONTH})|(?<=\b[123])[lI](?=\s+{MONTH})"
    r"|(?<=\b1[89])[lI](?=\d\b)|(?<=\b1[89]\d)[lI](?!\w)|(?<=\b20)[lI](?=\d\b)|(?<![\w.])[lI](?=[89]\d\d\b(?!-))"
)


def with_figures(text: Mapped) -> Mapped:
    """The text with a one where the letter l or I stands in the figures of a day or year.

    Example:
        >>> with_figures(Mapped.inserted("on l4 May 19l7")).text
        'on 14 May 1917'
    """
    return text.edit(Edit(match.start(), match.end(), "1") for match in _ONE.finditer(text.text))
