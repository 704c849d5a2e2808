"""Short forms of words that the parser's tokenizer does not know: one token each, which parser, rules and encoder read as the word it is short for.

"On Sun. Colombia's president ..." is one sentence and "w/ Peru" has a preposition; days of the week would otherwise end sentences at their full stop.
"""

from __future__ import annotations

from typing import Final

#: Days of the week; "Sat" and "Sun" without a full stop are other words too.
WEEKDAYS: Final = {
    "Mon.": "monday", "Tue.": "tuesday", "Tues.": "tuesday", "Wed.": "wednesday", "Weds.": "wednesday", "Thu.": "thursday", "Thur.": "thursday",
    "Thurs.": "thursday", "Fri.": "friday", "Sat.": "saturday", "Sun.": "sunday",
}  # fmt: skip
#: Each form with its word, in small letters.
IN_FULL: Final = WEEKDAYS | {
    "&": "and", "w/": "with", "w/o": "without", "b/w": "between", "govt": "government", "Govt": "government", "gov't": "government",
    "Gov't": "government", "gov’t": "government", "Gov’t": "government", "int'l": "international", "int’l": "international", "spox": "spokesman",
    "Spox": "spokesman", "Tues": "tuesday", "Wed": "wednesday", "Weds": "wednesday", "Thurs": "thursday", "hon.": "honourable", "Hon.": "honourable",
}  # fmt: skip
