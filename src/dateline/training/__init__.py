"""Corpus format, training, calibration and export (extra dependencies: the extra ``train``)."""
