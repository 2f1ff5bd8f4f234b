"""How far a share on a small set may be off: its 95 % interval, counted by what is independent.

    low, high = interval(0.84, plates=19)

Looks at one plate, frames of one ride and copies of one photograph are no independent trials, so `plates` is the number of groups and
not of looks: the interval is Wilson's score interval for that many trials with the share measured over all looks. It is exact for one
look a group, a little too wide for many, and never too narrow because a plate was looked at three times.
Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
"""

import math

Z = 1.96  # of the normal distribution: 95 % lie within


def interval(share: float, plates: int) -> tuple[float, float]:
    """The share may be anything for no plates at all."""
    if plates == 0:
        return 0.0, 1.0
    spread = Z * Z / plates
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(share * (1 - share) / plates + spread / (4 * plates))
    return max(0.0, middle - half), min(1.0, middle + half)


def per_cent(share: float, plates: int) -> str:
    """"84.2 (62-94)": the share and its interval in per cent."""
    low, high = interval(share, plates)
    return f"{100 * share:.1f} ({100 * low:.0f}-{100 * high:.0f})"
