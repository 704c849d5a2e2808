"""Where a sentence ends inside a text."""

from __future__ import annotations

import re
from typing import Final

#: What a full stop abbreviates; behind it the sentence goes on.
_ABBREVIATED: Final = (
    r"(?<!\b[A-Zpc])(?<!\b(?:Mr|Ms|Dr|St|Lt|No|no|pp|ca|cf|vs))"
    r"(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Sgt|Rev|Adm|Art|art|sec|vol|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"(?<!\b(?:Capt|Prof|Pres|Brig|Sept|para))"
)
#: Words that open a sentence, also behind letters with stops ("in the U.S. The envoy").
_OPENING: Final = r"(?:The|A|An|This|That|These|Those|It|He|She|They|We|His|Her|Their|In|On|At|By|But|And|After|When|While|As|For|Two|Both|No|Its)\b"
#: The stop at the end of a sentence, with the quotation marks and brackets that it closes; another sentence or nothing follows.
SENTENCE_STOP: Final = re.compile(
    rf"(?:[!?]|{_ABBREVIATED}\.|\.(?=[\"”’')\]]*\s*$)|(?<=[A-Z])\.(?=\s+[\"“‘(\[]?{_OPENING}))[\"”’')\]]*(?=\s+[\"“‘(\[]?[A-Z0-9]|\s*$)"
)
