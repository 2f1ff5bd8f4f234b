"""The reader's training batches: so many real crops, so many synthetic plates, a few places without any plate.

    batches = Batches(studio, crops, backgrounds, real_share=0.45, seed=1)
    batches(step)                   # dict of numpy arrays, a pure function of the step

Drawn plates come from a window that moves on by FRESH a step, so that each is looked at about three times, always in other ways:
drawing costs more than looking. Sources are drawn at fixed shares (SHARES), so that a large poor source can not drown a small good one. A place without a plate has
the empty text: the reader learns to answer nothing to a road sign or a bumper.
"""

from collections import defaultdict
from collections.abc import Sequence

import cv2
import numpy as np

from data import ALPHABET
from loop import generator
from plates import Sheet, Studio
from reader import LENGTHS, REGIONS, all_us, region_index
from reader_crops import Crop
from views import HEIGHT, WIDTH, normalise, spoiled_view

BATCH = 64
LONGEST_TEXT = 12
NEGATIVE_SHARE = 0.03
FRESH, WINDOW = 12, 12_000
SHARES = {
    "openalpr_us_crops": 0.28, "us_state": 0.14, "br_traffic": 0.24, "vn": 0.08, "ar_benchmark": 0.06, "us_vanity": 0.08,
    "us_roboflow": 0.05, "openimages": 0.05, "openlpr": 0.05, "romania": 0.05, "kaggle433": 0.05, "stateless": 0.04,
}  # fmt: skip


class Batches:
    def __init__(self, studio: Studio, crops: Sequence[Crop], backgrounds: list[np.ndarray], real_share: float, seed: int) -> None:
        self._studio, self._backgrounds, self._real_share, self._seed = studio, backgrounds, real_share, seed
        self._pools: dict[str, list[Crop]] = defaultdict(list)
        for crop in crops:
            if crop.split == "train":
                self._pools[crop.source if crop.text is not None else "stateless"].append(crop)
        self._sheets: dict[int, Sheet] = {}
        self._names = [name for name in SHARES if self._pools[name]]
        shares = np.array([SHARES[name] for name in self._names])
        self._cumulative = np.cumsum(shares / shares.sum())

    def __call__(self, step: int) -> dict[str, np.ndarray]:
        dice = generator(self._seed, step)
        views = np.empty((BATCH, HEIGHT, WIDTH), np.uint8)
        texts: list[str | None] = []
        allowed = np.zeros((BATCH, len(REGIONS)), bool)
        for index in range(BATCH):
            lot = dice.random()
            if lot < NEGATIVE_SHARE:
                views[index] = negative(self._backgrounds, dice)
                texts.append("")
            elif lot < NEGATIVE_SHARE + self._real_share:
                name = self._names[min(len(self._names) - 1, int(np.searchsorted(self._cumulative, dice.random())))]
                crop = self._pools[name][int(dice.integers(len(self._pools[name])))]
                views[index] = look(crop, self._backgrounds, dice, strength=1.0 if crop.bare else 0.6)
                texts.append(crop.text)
                allowed[index, list(crop.regions)] = True
            else:
                sheet = self._sheet(step, int(dice.integers(WINDOW)))
                views[index] = spoiled_view(sheet.image, sheet.quad, dice)
                texts.append(sheet.text)
                # A drawn plate looks like no state's own, so it only teaches that it is American.
                allowed[index, all_us() if sheet.region.startswith("us-") else [region_index(sheet.region)]] = True
        return {"plates": normalise(views)[:, None], **targets(texts), "allowed": allowed}

    def _sheet(self, step: int, place: int) -> Sheet:
        number = step * FRESH + place
        if number not in self._sheets:
            self._sheets[number] = self._studio.draw(generator(self._seed, number, lane=1))
            for stale in range(step * FRESH - 8 * FRESH, step * FRESH):
                self._sheets.pop(stale, None)
        return self._sheets[number]


def negative(backgrounds: list[np.ndarray], dice: np.random.Generator) -> np.ndarray:
    """A plate-shaped place in a picture without plates, spoiled: uint8 [48, 144]."""
    picture = backgrounds[int(dice.integers(len(backgrounds)))]
    height, width = picture.shape
    w = dice.uniform(40, min(220, width * 0.9))
    h = min(w / dice.uniform(1.8, 5), height * 0.9)
    x, y = dice.uniform(0, width - w), dice.uniform(0, height - h)
    quad = np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32)
    left, top = max(0, int(x - 0.3 * w)), max(0, int(y - 0.5 * h))
    piece = picture[top : int(y + 1.5 * h) + 1, left : int(x + 1.3 * w) + 1]
    return spoiled_view(np.ascontiguousarray(piece), quad - np.float32([left, top]), dice, 0.7)


def look(crop: Crop, backgrounds: list[np.ndarray], dice: np.random.Generator, strength: float) -> np.ndarray:
    """One spoiled look at a real crop; a bare one is mounted on a street first."""
    image, quad = crop.image, crop.quad
    if crop.bare:
        image, quad = mount(crop, backgrounds, dice)
    return spoiled_view(image, quad, dice, strength, loose=crop.rough)


def mount(crop: Crop, backgrounds: list[np.ndarray], dice: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    height, width = crop.image.shape
    across, down = round(width * 0.2), round(height * 0.3)
    picture = backgrounds[int(dice.integers(len(backgrounds)))]
    full = (width + 2 * across, height + 2 * down)
    x, y = (int(dice.integers(max(1, picture.shape[1 - axis] - full[axis]))) for axis in (0, 1))
    image = picture[y : y + full[1], x : x + full[0]]
    image = cv2.resize(image, full) if image.shape != (full[1], full[0]) else image.copy()
    if dice.random() < 0.7:
        image = np.clip(cv2.blur(image, (15, 15)) * dice.uniform(0.2, 0.8) + dice.uniform(0, 120), 0, 255).astype(np.uint8)
    image[down : down + height, across : across + width] = crop.image
    return image, crop.quad + np.float32([across, down])


def targets(texts: Sequence[str | None]) -> dict[str, np.ndarray]:
    """Class indices padded to LONGEST_TEXT, the lengths, and which rows have a text at all."""
    characters = np.zeros((len(texts), LONGEST_TEXT), np.int64)
    lengths = np.zeros(len(texts), np.int64)
    for index, text in enumerate(texts):
        kept = (text or "")[:LONGEST_TEXT]
        characters[index, : len(kept)] = [ALPHABET.index(character) for character in kept]
        lengths[index] = min(len(kept), LENGTHS - 1)
    return {"characters": characters, "lengths": lengths, "has_text": np.array([text is not None for text in texts])}
