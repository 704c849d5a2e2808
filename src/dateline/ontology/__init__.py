"""PLOVER and CAMEO tables, the predicate lexicon and cue words, as validated data files."""
