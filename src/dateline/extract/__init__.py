"""Document -> acts and claims (an :class:`~dateline.types.Extraction`), before actors and places are resolved."""
