"""Corpus format, training, calibration and export (extra dependencies: ``pip install dateline[train]``)."""
