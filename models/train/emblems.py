"""Silhouettes of what stands on plates: a pine, a peach, a keystone, the outline of a state. Data is ../emblems.json.

    emblems = load_emblems(Path("../emblems.json"))
    emblems.mask("pine", 48)       # uint8 alpha [48, about 26]

Simple outlines drawn for this project, which teach that something of that size and shape stands there; no state's artwork.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

FINE_PX = 8  # subpixels of a corner, as a shift: polygons are drawn without rounding to whole pixels


@dataclass
class Emblems:
    shapes: dict[str, tuple[float, list[np.ndarray]]]  # name -> width over height, polygons in shares of the box
    _masks: dict[tuple[str, int, int], np.ndarray] = field(default_factory=dict)

    def mask(self, shape: str, height: int, width: int | None = None) -> np.ndarray:
        """Its alpha at that height, as wide as it is by nature, or stretched to `width`. Raises KeyError for a shape unknown."""
        aspect, polygons = self.shapes[shape]
        width = max(2, round(height * aspect)) if width is None else width
        found = self._masks.get((shape, height, width))
        if found is None:
            found = np.zeros((2 * height, 2 * width), np.uint8)
            for polygon in polygons:
                corners = np.round(polygon * [2 * width - 1, 2 * height - 1] * (1 << FINE_PX)).astype(np.int32)
                cv2.fillPoly(found, [corners], 255, cv2.LINE_AA, FINE_PX)
            found = cv2.resize(found, (width, height), interpolation=cv2.INTER_AREA)
            self._masks[shape, height, width] = found
        return found


def load_emblems(path: Path) -> Emblems:
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Emblems({name: (float(shape["aspect"]), [np.array(polygon, np.float64) for polygon in shape["polygons"]]) for name, shape in raw.items()})
