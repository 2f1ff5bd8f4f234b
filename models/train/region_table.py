"""How often the state or country is right, by set, with intervals: of a reader's region head and of a region network alike.

    print(region_table([Shown("openalpr_us_crops", plate, true), …], logits, temperature))

The clean crops of the validation side come first: the bar for the state is set on them, and no training step saw them or another
picture of their plates. `plate` says which looks show one plate, for the intervals; it may be a text and is never printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from intervals import per_cent
from region import GROUPS, grouped
from report import table

CLEAN = "openalpr_us_crops"
SURE = (0.5, 0.9)


@dataclass(frozen=True)
class Shown:
    source: str
    plate: str
    region: str  # the true group


def region_table(shown: Sequence[Shown], logits: np.ndarray, temperature: float) -> str:
    """logits [n, len(CLASSES)]."""
    logarithms = grouped(logits, temperature)
    confidence = np.exp(logarithms.max(axis=1))
    order = np.argsort(-logarithms, axis=1)
    true = np.array([GROUPS.index(each.region) for each in shown], int)
    american = np.array([each.region.startswith("us") for each in shown], bool)
    sources = np.array([each.source for each in shown])
    parts = [(f"**{CLEAN}, held out**", sources == CLEAN), *((source, sources == source) for source in sorted(set(sources) - {CLEAN}))]
    rows = []
    for name, inside in [*parts, ("all American", american), ("all others", ~american & (true != GROUPS.index("none")))]:
        if not inside.any():
            continue
        plates = len({each.plate for each, here in zip(shown, inside, strict=True) if here})
        right, three = order[inside, 0] == true[inside], (order[inside, :3] == true[inside, None]).any(axis=1)
        cells = []
        for least in SURE:
            sure = confidence[inside] >= least
            cells.append(f"{100 * right[sure].mean():.1f} of {100 * sure.mean():.0f}" if sure.any() else "of none")
        rows.append((name, int(inside.sum()), plates, per_cent(float(right.mean()), plates), f"{100 * three.mean():.1f}", *cells))
    return table(("set", "looks", "plates", "right, % (95 %)", "among the first three, %", *(f"right at {least} or surer, % of so many %" for least in SURE)), rows)
