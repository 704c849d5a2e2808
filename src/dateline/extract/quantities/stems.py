"""Stems of words, so that what is learned of "freed" serves "freeing": rough, since they are only compared with each other."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

#: Forms that no ending shows.
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in (
        "shot:shoot held:hold took:take taken:take gave:give given:give sent:send lent:lend lost:lose fled:flee fell:fall fallen:fall drove:drive "
        "driven:drive brought:bring caught:catch slain:slay slew:slay left:leave bought:buy sold:sell won:win paid:pay men:man women:woman "
        "children:child got:get went:go gone:go came:come stolen:steal stole:steal beaten:beat burnt:burn found:find flew:fly flown:fly led:lead "
        "struck:strike swept:sweep withdrew:withdraw withdrawn:withdraw sank:sink sunk:sink was:be were:be been:be is:be are:be has:have had:have"
    ).split()
)
_ENDINGS: Final = ("ing", "ed", "es", "ers", "er", "s")
#: Letters that a stem keeps at least.
_LEAST: Final = 3


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a word in lower case.

    >>> stem("freed"), stem("freeing"), stem("robbed"), stem("cities"), stem("held")
    ('fre', 'fre', 'rob', 'city', 'hold')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("ies", "ied")) and len(word) > _LEAST + 1:
        return word[:-3] + "y"
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _LEAST and not word.endswith("ss")), "")
    kept = word[: len(word) - len(ending)]
    if ending and len(kept) > _LEAST and kept[-1] == kept[-2] and kept[-1] not in "sl":
        kept = kept[:-1]
    return kept[:-1] if kept.endswith("e") and len(kept) > _LEAST else kept
