"""Names that a reader of English cuts: of bodies, with a day ("the **23 March Movement**") or small words of another language ("**Forces démocratiques
de libération du Rwanda**"), and of rulers who were the first of their name ("Haile **Selassie I**"). They are one word to the parser, and the day in them is no
date."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.calendarnames import MONTHS

_MONTH: Final = "|".join(sorted(month.capitalize() for month in MONTHS if len(month) > 4 or month in {"may", "june", "july"}))
_DAY: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH})|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?)"
#: What happens on a day and is called after whoever does it: "the **17 March** Coalition airstrike".
_DONE: Final = (
    r"(?!\s+(?:air\s?strikes?|strikes?|raids?|attacks?|bombings?|offensives?|operations?|statements?|meetings?|summits?|talks|votes?|rall(?:y|ies)|"
    r"protests?|march(?:es)?)\b)"
)
_BODY: Final = r"(?:Movement|Coalition|Alliance|Front|Organi[sz]ation|Brigades?|Bloc|Group|Forum|Network|Committee\s+of\s+Martyrs)"
#: The nouns with which a body's name opens in French, Spanish and Portuguese.
_OPENS: Final = (
    r"(?:Forces?|Fronte?|Mouvement|Arm[ée]e|Parti|Union|Alliance|Rassemblement|Conseil|Coalition|Comité|Organisation|Groupe|Ligue|Coordination|Congrès|"
    r"Brigades?|Garde|Jeunesse|Confédération|Fédération|Convention|Resistance|Résistance|Movimi?ento|Frente|Ejército|Exército|Fuerzas?|Forças?|Partido|Unión|União|"
    r"Alianza|Aliança|Consejo|Conselho|Coordinadora|Federación|Confederación|Congreso|Congresso|Juventud)"
)
_FOREIGN: Final = r"(?!facto\b|jure\b)[a-zà-ÿ][a-zà-ÿ-]+"
_CAPITAL: Final = r"[A-ZÀ-Ý][\w-]+"
_SMALL: Final = r"(?:(?:de|du|des|del|da|do|dos|das|pour|para|por)(?:\s+(?:la|le|les|los|las|el))?\s+(?:l['’]|d['’])?|d['’]|de\s+l['’])"
_OPENING: Final = rf"{_OPENS}(?:\s+{_CAPITAL}|\s+{_FOREIGN}(?=\s+(?:{_SMALL}|et\s+|y\s+|e\s+)))*"
#: Adjectives that close a name, where any other word in small letters may be the verb behind it.
_ADJECTIVE: Final = (
    r"(?:sociale?|nationale?s?|démocratiques?|populaires?|islamiques?|patriotiques?|révolutionnaires?|républicaine?s?|unifiée?|armée?s?|"
    r"nacional(?:es)?|popular(?:es)?|democrátic[oa]s?|revolucionári[oa]s?|revolucionari[oa]s?|socialistas?|armad[oa]s?)"
)
_NOUN: Final = rf"(?:{_CAPITAL}|{_FOREIGN})"
_LINK: Final = (
    rf"\s+{_SMALL}(?:\d{{1,2}}[\s-]+(?:de\s+)?)?{_NOUN}"
    rf"(?:\s+{_CAPITAL}|\s+{_ADJECTIVE}\b|\s+{_FOREIGN}(?=\s+{_SMALL})|\s+(?:et|y)\s+(?:(?:la|le|les|los|las|el)\s+)?{_NOUN})*"
)

#: Bodies that are called after a day, and the like words before or behind it.
DAYED: Final = re.compile(
    rf"\b(?:{_DAY}\s+(?:[A-Z][\w'’-]+\s+){{0,2}}?{_BODY}\b(?:\s+for\s+[A-Z][\w-]+)?{_DONE}"
    rf"|(?<=[Tt]he\s){_DAY}\s+(?:movement|bloc|camp|alliance)\b(?!\s+of\b){_DONE}"
    rf"|Revolutionary\s+Organi[sz]ation\s+(?:of\s+)?{_DAY}|Movement\s+of\s+(?:the\s+)?{_DAY}"
    r"|Movimi?ento\s+(?:del?\s+|do\s+)?\d{1,2}\s+de\s+\w+)(?!\w)"
)
_ABROAD: Final = re.compile(rf"\b{_OPENING}(?:{_LINK})+(?!\w)")
#: Before a day that is a date: "**On** 23 March Movement leaders met".
_DATED: Final = re.compile(r"\b(?:on|since|until|till|by|from|before|after)\s+$", re.IGNORECASE)

#: Rulers and heads of churches of whom the first of the name is told of as such: by two names, or by one behind a title. What the author then does is his own.
_FIRST: Final = re.compile(
    r"\b(?:Haile\s+(?P<emperor>Selassie\s+I)|Juan\s+(?P<king>Carlos\s+I)|John\s+(?P<pope>Paul\s+I)|(?:Franz|Francis)\s+(?P<kaiser>Joseph\s+I)"
    r"|(?:King|Queen|Emperor|Empress|Tsar|Czar|Kaiser|Patriarch|Catholicos|Pope|Prince|Sultan)\s+"
    r"(?P<named>(?:Abdullah|Alexander|Aram|Bartholomew|Baudouin|Bokassa|Boris|Carol|Charles|Constantine|Elizabeth|Faisal|Ferdinand|Francis|Fuad|George|Ghazi|Idris|James|Karekin|"
    r"Leopold|Mary|Michael|Napoleon|Nicholas|Paul|Peter|Tomislav|Wilhelm|William|Zog)\s+I))"
    r"(?!['’](?:m|ve|ll|d)\b|\s+(?:am|have|had|was|do|did|think|know|believe|feel|hope|wish|say|will|would|can|could|must|should|may|might)\b|\w)"
)


def _first_of_name(text: str) -> list[tuple[int, int]]:
    """Where a text names a ruler by his last name and number one."""
    return [one.span(one.lastgroup) for one in _FIRST.finditer(text) if one.lastgroup]


def dayed(text: str) -> list[tuple[int, int]]:
    """Where a text names a body that is called after a day."""
    return [one.span() for one in DAYED.finditer(text) if not _DATED.search(text, max(0, one.start() - 10), one.start())]


def long_names(text: str) -> list[tuple[int, int]]:
    """Where a text has a name that is to be read as one word, in text order, none inside another."""
    found = sorted(dayed(text) + _first_of_name(text) + [one.span() for one in _ABROAD.finditer(text)], key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def is_long_name(word: str) -> bool:
    """Whether a word of a parse is such a name: no other holds a blank."""
    return " " in word
