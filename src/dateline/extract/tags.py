"""Classes of Penn tags and of relations that several rules ask for."""

from __future__ import annotations

from typing import Final

#: Tags of verbs in the present.
PRESENT: Final = frozenset({"VBZ", "VBP"})
#: Tags of verbs that have a tense themselves.
TENSED: Final = PRESENT | {"VBD"}
#: Tags of finite verbs.
FINITE: Final = TENSED | {"MD"}
#: Dependencies of a verb's subject, and those with the "it" and "there" that stand for one.
SUBJECTS: Final = ("nsubj", "nsubjpass")
ANY_SUBJECT: Final = (*SUBJECTS, "expl")
