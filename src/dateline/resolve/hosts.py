"""Who receives those who act: where "Costa **hosted** the Bolivian president" it is the guest who visits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.resolve.anaphora.words import is_human
from dateline.types import Phrase, PhraseForm, RawMention

_HOSTING: Final = re.compile(r"host(?:s|ed|ing)?\b", re.I)
_GUEST: Final = re.compile(r"\s+(?:the|a|an|his|her|its|their)?\s*", re.I)


def with_guest_first(raw: RawMention) -> RawMention:
    """A visit told by its host with the guest as who acts and the host as who is visited (the guidelines' CONSULT: visitor actor, host recipient).

    Only where one person or delegation is the verb's object: of those who meet at a third party's the host is none.
    """
    if raw.type != "CONSULT" or raw.voice == "passive" or not _HOSTING.fullmatch(raw.trigger.text):
        return raw
    end, text, offset = raw.trigger.span.end, raw.sentence.text, raw.sentence.span.start
    parties = {p.mention.span: p for p in (*raw.actors, *raw.recipients)}.values()
    hosts = tuple(p for p in parties if p.mention.span.end <= raw.trigger.span.start)
    guests = tuple(p for p in parties if p.mention.span.start >= end)
    if not hosts or len(guests) != 1 or not _is_one_guest(guests[0]):
        return raw
    start = min(guests[0].mention.span.start, (guests[0].extended or guests[0].mention.span).start)
    if _GUEST.fullmatch(text, end - offset, max(start, end) - offset) is None:
        return raw
    return replace(raw, actors=guests, recipients=hosts, modes=tuple(mode for mode in raw.modes if mode != "third-party"))


def _is_one_guest(phrase: Phrase) -> bool:
    """Whether a phrase is one person or a delegation; of a name alone, which may be a town's or a cup's, only a person's with two words."""
    if phrase.form is PhraseForm.NAME:
        return len(phrase.mention.text.split()) > 1 and " and " not in phrase.mention.text
    return phrase.form is PhraseForm.NOMINAL and not phrase.plural and (phrase.head == "delegation" or is_human(phrase.head))
