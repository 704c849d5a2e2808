"""Quantities in news English: numbers in figures and words, how exact they are, their unit, and what they count.

Regular expressions, word lists and a table of weights; no parser. :mod:`numbers` reads figures, bounds and ranges, :mod:`counted` the unit and the noun
after them, :mod:`labels` tells what is no quantity, :mod:`elided` which numbers count without a noun, :mod:`kinds` what is counted (killed,
troops, aid ...) by the data of :mod:`cues` within the limits of :mod:`scope`, :mod:`parts` what a number takes from its neighbours,
:mod:`choice` the likeliest class by the :mod:`evidence` of rules, words and :mod:`acts` together,
:mod:`attach` which act a quantity belongs to, and :mod:`finder` joins them.
"""

from dateline.extract.quantities.finder import find_quantities, to_quantity
from dateline.extract.quantities.found import FoundQuantity

__all__ = ["FoundQuantity", "find_quantities", "to_quantity"]
