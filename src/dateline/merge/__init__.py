"""Mentions -> events: which statements report the same act, and how many independent sources stand behind each.

A pure stage: it knows neither the store nor where mentions come from (:mod:`dateline.merging` brings them together).
"""

from dateline.merge.event import Event, Told, make_event, without
from dateline.merge.item import MergeItem, Number, hints_of, to_item
from dateline.merge.origins import Report, independent

__all__ = ["Event", "MergeItem", "Number", "Report", "Told", "hints_of", "independent", "make_event", "to_item", "without"]
