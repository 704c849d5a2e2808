"""Corpora beyond one process: cut into parts, coded by workers, written as partitioned Parquet with a checkpoint a part.

Importing this package loads neither pyarrow nor fsspec nor Ray. :mod:`dateline.scale.run` is where a run is planned and carried out;
a runner (:mod:`dateline.scale.pool`, :mod:`dateline.scale.cluster`) says where parts are coded.
"""
