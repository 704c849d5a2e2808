"""Where on the map two places lie: far apart, or the one in the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.townnames import division_of

if TYPE_CHECKING:
    import numpy as np

#: Kilometres from which two towns are not one place told by its village and by its market town: reports of one act name towns of one district.
FAR: Final = 50.0
#: Radius of the earth in kilometres.
_EARTH: Final = 6371.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A town or a first-level division: decimal degrees (WGS 84; of a division those of its chief town), the division's code, and whether it is the division itself."""

    lat: float
    lon: float
    division: str
    whole: bool = False


@lru_cache(maxsize=20_000)
def spot_of(name: str | None, country: str | None, number: int | None, lat: float | None, lon: float | None) -> Spot | None:
    """The spot of a resolved place; ``None`` for countries, seas and regions without a border in the tables, which may hold any other place.

    Args:
        name: of the place.
        country: its code.
        number: its GeoNames id, ``None`` for what is no town.
        lat: decimal degrees.
        lon: decimal degrees.
    """
    if name is None or country is None or lat is None or lon is None:
        return None
    division = division_of(name, country, number)
    return Spot(lat, lon, f"{country}.{division}", number is None) if division else None


def far_apart(one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Whether points are :data:`FAR` and more apart: latitudes and longitudes ``[pairs]`` of each, nothing where one is unknown (NaN)."""
    import numpy as np

    (lat, lon), (lat2, lon2) = ((np.radians(a), np.radians(b)) for a, b in (one, other))
    half = np.sin((lat2 - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat2) * np.sin((lon2 - lon) / 2) ** 2
    found: np.ndarray = 2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1))) >= FAR
    return found
