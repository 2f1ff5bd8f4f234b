"""The reader's training batches: so many real crops, so many synthetic plates, a few places without any plate.

    batches = Batches(studio, crops, backgrounds, real_share=0.45, seed=1)
    batches(step)                   # dict of numpy arrays, a pure function of the step

Sources are drawn at fixed shares (SHARES), so that a large poor source can not drown a small good one. A place without a plate has
the empty text, and so has what a detector took for one: the reader learns to answer nothing to a road sign, a bumper or a badge.
"""

from collections import defaultdict
from collections.abc import Sequence

import cv2
import numpy as np

from data import ALPHABET, LONGEST_TEXT
from dice import generator
from plates import Sheet, Studio
from reader_crops import Crop
from views import HEIGHT, WIDTH, normalise, spoiled_view

BATCH = 64
NEGATIVE_SHARE, LURE_SHARE = 0.03, 0.02
FRESH, WINDOW = 12, 12_000
STROKE_SHARE = 0.15  # of looks: strokes a pixel thicker or thinner, as another die or more ink would have them
SHARES = {
    "openalpr_us_crops": 0.24, "us_state": 0.16, "br_traffic": 0.20, "vn": 0.06, "ar_benchmark": 0.05, "us_vanity": 0.16,
    "us_roboflow": 0.04, "openimages": 0.09, "openlpr": 0.09, "romania": 0.05, "kaggle433": 0.10,
}  # fmt: skip
OTHER_SHARE = 0.05  # of a source that is not named here


class SheetWindow:
    """Drawn plates out of a window that moves on by `fresh` a step, so that each is looked at a few times, always in other ways: drawing
    costs more than looking."""

    def __init__(self, studio: Studio, seed: int, fresh: int) -> None:
        self._studio, self._seed, self._fresh = studio, seed, fresh
        self._sheets: dict[int, Sheet] = {}

    def sheet(self, step: int, dice: np.random.Generator) -> Sheet:
        first = step * self._fresh
        number = first + int(dice.integers(WINDOW))
        if number not in self._sheets:
            self._sheets[number] = self._studio.draw(generator(self._seed, number, lane=1))
            for stale in range(first - 8 * self._fresh, first):
                self._sheets.pop(stale, None)
        return self._sheets[number]


class Batches:
    def __init__(self, studio: Studio, crops: Sequence[Crop], backgrounds: list[np.ndarray], real_share: float, seed: int) -> None:
        self._backgrounds, self._real_share, self._seed = backgrounds, real_share, seed
        self._pools: dict[str, list[Crop]] = defaultdict(list)
        for crop in crops:
            if crop.split == "train" and crop.text is not None:
                self._pools[crop.source].append(crop)
        self._lures = [crop for crop in crops if crop.source == "lures"]
        self._window = SheetWindow(studio, seed, FRESH)
        self._names = [name for name in dict.fromkeys([*SHARES, *self._pools]) if self._pools[name]]
        shares = np.array([SHARES.get(name, OTHER_SHARE) for name in self._names])
        self._cumulative = np.cumsum(shares / shares.sum())

    def __call__(self, step: int) -> dict[str, np.ndarray]:
        dice = generator(self._seed, step)
        views = np.empty((BATCH, HEIGHT, WIDTH), np.uint8)
        texts: list[str] = []
        for index in range(BATCH):
            lot = dice.random()
            if lot < NEGATIVE_SHARE:
                views[index] = negative(self._backgrounds, dice)
                texts.append("")
            elif lot < NEGATIVE_SHARE + LURE_SHARE and self._lures:
                views[index] = look(self._lures[int(dice.integers(len(self._lures)))], self._backgrounds, dice, strength=0.6)
                texts.append("")
            elif lot < NEGATIVE_SHARE + LURE_SHARE + self._real_share:
                name = self._names[min(len(self._names) - 1, int(np.searchsorted(self._cumulative, dice.random())))]
                crop = self._pools[name][int(dice.integers(len(self._pools[name])))]
                views[index] = look(crop, self._backgrounds, dice, strength=1.0 if crop.bare else 0.8)
                texts.append(crop.text or "")
            else:
                sheet = self._window.sheet(step, dice)
                views[index] = spoiled_view(sheet.image, sheet.quad, dice)
                texts.append(sheet.text)
            if dice.random() < STROKE_SHARE:
                views[index] = (cv2.erode, cv2.dilate)[int(dice.integers(2))](views[index], np.ones((2, 2), np.uint8))
        return {"plates": normalise(views)[:, None], **targets(texts)}


def negative(backgrounds: list[np.ndarray], dice: np.random.Generator, size: tuple[int, int] = (WIDTH, HEIGHT)) -> np.ndarray:
    """A plate-shaped place in a picture without plates, spoiled: uint8 [size[1], size[0]]."""
    picture = backgrounds[int(dice.integers(len(backgrounds)))]
    height, width = picture.shape
    w = dice.uniform(40, min(220, width * 0.9))
    h = min(w / dice.uniform(1.8, 5), height * 0.9)
    x, y = dice.uniform(0, width - w), dice.uniform(0, height - h)
    quad = np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32)
    left, top = max(0, int(x - 0.3 * w)), max(0, int(y - 0.5 * h))
    piece = picture[top : int(y + 1.5 * h) + 1, left : int(x + 1.3 * w) + 1]
    return spoiled_view(np.ascontiguousarray(piece), quad - np.float32([left, top]), dice, 0.7, size=size)


def look(crop: Crop, backgrounds: list[np.ndarray], dice: np.random.Generator, strength: float, size: tuple[int, int] = (WIDTH, HEIGHT)) -> np.ndarray:
    """One spoiled look at a real crop, uint8 [size[1], size[0]]; a bare one is mounted on a street first."""
    image, quad = crop.image, crop.quad
    if crop.bare:
        image, quad = mount(crop, backgrounds, dice)
    return spoiled_view(image, quad, dice, strength, loose=crop.rough, size=size)


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


def targets(texts: Sequence[str]) -> dict[str, np.ndarray]:
    """Class indices padded to LONGEST_TEXT, and the lengths."""
    characters = np.zeros((len(texts), LONGEST_TEXT), np.int64)
    lengths = np.zeros(len(texts), np.int64)
    for index, text in enumerate(texts):
        kept = text[:LONGEST_TEXT]
        characters[index, : len(kept)] = [ALPHABET.index(character) for character in kept]
        lengths[index] = len(kept)
    return {"characters": characters, "lengths": lengths}
