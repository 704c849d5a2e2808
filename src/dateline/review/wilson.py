"""Wilson score intervals (Wilson 1927, "Probable inference, the law of succession, and statistical inference")."""

from __future__ import annotations

import math
from typing import Final

#: Two-sided 95%.
Z: Final = 1.959963984540054


def wilson(hits: float, trials: float) -> tuple[float, float]:
    """The 95% interval of a share, within [0, 1]; ``(0.0, 1.0)`` without trials. Counts may be effective ones (not whole).

    >>> tuple(round(edge, 3) for edge in wilson(8, 10))
    (0.49, 0.943)
    """
    if trials <= 0:
        return (0.0, 1.0)
    share = hits / trials
    middle = share + Z * Z / (2 * trials)
    spread = Z * math.sqrt(share * (1 - share) / trials + Z * Z / (4 * trials * trials))
    scale = 1 + Z * Z / trials
    low = 0.0 if hits <= 0 else max(0.0, (middle - spread) / scale)
    return (low, 1.0 if hits >= trials else min(1.0, (middle + spread) / scale))
