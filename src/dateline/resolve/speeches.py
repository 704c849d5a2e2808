"""Whose a speech is that one person holds: testimony before a committee, remarks of a minister.

Its head names speaker, post and body ("Statement of Ana Ruiz, Senior Fellow ... before the Committee on Foreign Affairs, U.S. House of Representatives").
A post of a state tells whose "we" it is; of a witness without one it is the state before whose parliament he speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.firstperson import front_of
from dateline.resolve.sightings import Sighting
from dateline.types import Document, Resolution

#: What a head says that is one person's speech.
_SPEECH: Final = re.compile(
    r"\b(?:(?:opening |prepared |written |joint )?(?:statement|testimony|remarks|evidence|submission)(?: (?:of|by|from)\b|$)|(?:speech|address|lecture|keynote) (?:of|by|from)\b"
    r"|(?:prepared|written) (?:statement|testimony|remarks))",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"\b(?:before|to) (?:the )?(?=.*\b(?:sub)?committee\b|.*\b(?:house|senate|congress|parliament|assembly|commission)\b)", re.IGNORECASE | re.DOTALL)
#: Posts of a state, and before a state's name that it is the post's own ("Ambassador **of** Peru", "Minister of Defence, Latvia").
_POST: Final = re.compile(
    r"\b(?:president|prime minister|minister|premier|chancellor|(?:under|assistant|deputy|foreign|defen[cs]e)?[ -]?secretary|ambassador|envoy|chargé|consul|governor|general"
    r"|admiral|spokes\w+|senator|speaker|ministry|department|embassy|chief of staff|chief of defen[cs]e)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"(?:^|\b(?:of|by|the|and)|[-–—:;,.&(])\s*$", re.IGNORECASE)
_STATES: Final = frozenset({"country", "adjective", "body"})
_PARLIAMENTS: Final = frozenset({"LEG", "GOV"})
#: So many lines of the head tell of speaker and body.
_LINES: Final = 9


def state_of_speech(document: Document, actor: Callable[[str], Resolution], look: Callable[[str], Sequence[Sighting]]) -> str | None:
    """The state for which the only speaker of a document speaks; ``None`` where it is no speech or its head does not tell.

    Args:
        document: the document.
        actor: what a name refers to.
        look: the countries that a text names.
    """
    lines = [words for _, words in front_of(document) if words and not words.endswith(("!", "?")) and not re.search(r"[a-z]{3}\.$", words)][:_LINES]
    if not any(_SPEECH.search(words) for words in lines):
        return None
    head = ", ".join(dict.fromkeys(lines))
    before = _BEFORE.search(head)
    speaker, body = (head[: before.start()], head[before.end() :]) if before is not None else (head, "")
    parts = [part for part in re.split(r",\s*(?=Mr|Ms|Dr|Hon)|\bon\b", speaker) if _POST.search(part)]
    codes = {one.country for part in parts for one in look(part) if one.kind in _STATES and _OWN.search(part[: one.start]) and one.country not in BODIES}
    if len(codes) == 1:
        return codes.pop()
    return _of_parliament(body, actor, look) if not codes and body else None


def _of_parliament(body: str, actor: Callable[[str], Resolution], look: Callable[[str], Sequence[Sighting]]) -> str | None:
    """The state whose parliament a committee is of: the words behind the last comma tell it, else the whole."""
    for words in (*reversed(body.split(", ")), body):
        seen = {one.country for one in look(words) if one.kind in _STATES and re.match(r"(?:['’]s)?\s+(?:house|senate|congress|parliament)", words[one.end :], re.IGNORECASE)}
        found = actor(words.title() if words.isupper() else words).chosen
        code = seen.pop() if len(seen) == 1 else found.country if found is not None and _PARLIAMENTS.intersection(found.sectors[:1]) else None
        if code is not None and code not in BODIES:
            return code
    return None
