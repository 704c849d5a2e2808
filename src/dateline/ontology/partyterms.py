"""How a search names a party: ``TUR``, ``TUR OPP`` (a sector of a country), ``POL:PiS`` (a name within a country) or words of a name; several by commas.

One way for every command: :mod:`dateline.askedactors` reads what users write into such terms, the store and the analysis look for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.ontology.plover import plover

_CODE: Final = re.compile(r"[A-Z]{3}")
_OF_COUNTRY: Final = re.compile(r"([A-Z]{3})(?: +([A-Z]{3})|: *(\S.*))")
#: A government's sector, and that of those who hold an office of the state against it (a mayor of the opposition is coded as both).
GOVERNMENT: Final = "GOV"
OPPOSED: Final = "OPP"


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """One name of a party that is looked for: a country or body by its ``code``, a ``sector`` of it, ``words`` of a name, or such a name within the country."""

    code: str | None = None
    sector: str | None = None
    words: str | None = None

    @property
    def is_country(self) -> bool:
        """Whether it is a bare code, which also stands for a name in capitals."""
        return self.code is not None and self.sector is None and self.words is None

    @property
    def is_cased(self) -> bool:
        """Whether its letters stand as they are written: a code, and a name within a country that has a capital ("GBR:Labour" is no "labour group")."""
        return self.is_country or (self.code is not None and self.words is not None and self.words != self.words.lower())

    @property
    def shown(self) -> str:
        """The term as a reader is told it: "TUR OPP", "PiS"."""
        return self.words or " ".join(filter(None, (self.code, self.sector)))

    def holds(self, country: str | None, sectors: Sequence[str], texts: Iterable[str | None]) -> bool:
        """Whether a party with this country, these sectors and these names is meant."""
        if self.code is not None and not self.is_country and self.code != country:
            return False
        if self.sector is not None:
            return is_of_sector(self.sector, sectors)
        if self.is_country and self.code == country:
            return True
        pattern = _whole(self.words or self.code or "", self.is_cased)
        return any(text is not None and pattern.search(text) is not None for text in texts)


def is_of_sector(sector: str, sectors: Sequence[str]) -> bool:
    """Whether a party is of a sector by its first or a further one; an official of the opposition is none of the government."""
    return sector in sectors and not (sector == GOVERNMENT and OPPOSED in sectors)


@lru_cache(maxsize=4096)
def party_terms(wanted: str) -> tuple[PartyTerm, ...]:
    """The terms of a text, parted by commas.

    >>> party_terms("KEN LAB,POL:PiS")
    (PartyTerm(code='KEN', sector='LAB', words=None), PartyTerm(code='POL', sector=None, words='PiS'))
    """
    return tuple(map(_term, _parts(wanted)))


def shown_party(wanted: str) -> str:
    """The name under which a party is told that several terms stand for: the last, which is the usual one."""
    return party_terms(wanted)[-1].shown


def _parts(wanted: str) -> Iterator[str]:
    return (part.strip() for part in wanted.split(",") if part.strip())


def _term(part: str) -> PartyTerm:
    if _CODE.fullmatch(part):
        return PartyTerm(code=part)
    found = _OF_COUNTRY.fullmatch(part)
    if found is not None and found[3]:
        return PartyTerm(code=found[1], words=found[3])
    if found is not None and found[2] in sector_codes():
        return PartyTerm(code=found[1], sector=found[2])
    return PartyTerm(words=part)


@lru_cache(maxsize=1)
def sector_codes() -> frozenset[str]:
    """The codes of PLOVER's sectors."""
    return frozenset(term.name for term in plover().sectors)


@lru_cache(maxsize=4096)
def _whole(words: str, cased: bool) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", 0 if cased else re.IGNORECASE)
