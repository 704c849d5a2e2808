"""Claims beside acts: motives, causes, exchanges, outlooks, dependencies, stances and opinions.

Cue data is ``ontology/data/claims.toml``. :mod:`markers` finds claims that a phrase opens ("in return for ..."), :mod:`purposes` the
infinitives and "because" clauses that need the parse, :mod:`reasons` the grounds, wishes and intents told otherwise,
:mod:`outlooks` and :mod:`positions` those that are a predicate, :mod:`extent`
where their text ends, and :mod:`finder` joins them and says whose they are.
"""

from dateline.extract.claims.finder import find_claims, is_poll

__all__ = ["find_claims", "is_poll"]
