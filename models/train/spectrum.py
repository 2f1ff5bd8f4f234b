"""How a camera turns a plate's colours into grey: by daylight, or by the unit's own infrared lamp.

    spectrum = daylight(dice)            # or infrared(dice), or whichever(dice)
    grey = spectrum.grey(face)           # uint8 [height, width, 3] -> float32 [height, width], 0 to 255

By day every camera mixes red, green and blue in its own proportions. Under infrared most pigments reflect: the ground is
retro-reflective whatever its colour, black stays black, navy and green fade, red fades most (it can vanish altogether). The
infrared reflectance of paints is taken from their red mostly, as the simulator does in sim/art/plate-art.ts; the power that lifts
it is a guess that is varied, not a measurement.
"""

from dataclasses import dataclass

import cv2
import numpy as np

INFRARED_SHARE = 0.2


@dataclass(frozen=True)
class Spectrum:
    mix: np.ndarray  # float32 [3], sums to 1
    power: float  # under 1 the darker colours are lifted towards white
    infrared: bool

    def grey(self, face: np.ndarray) -> np.ndarray:
        mixed = cv2.transform(face, self.mix[None])
        if self.power != 1:
            mixed = cv2.LUT(mixed, (255 * (np.arange(256) / 255) ** self.power).astype(np.uint8))
        return mixed.astype(np.float32)

    def grey_of(self, rgb: np.ndarray) -> float:
        """The grey of one colour, float32 [3]."""
        return 255 * (float(rgb @ self.mix) / 255) ** self.power


def whichever(dice: np.random.Generator) -> Spectrum:
    return infrared(dice) if dice.random() < INFRARED_SHARE else daylight(dice)


def daylight(dice: np.random.Generator) -> Spectrum:
    return Spectrum(dice.dirichlet([1.0, 1.6, 0.8]).astype(np.float32), 1.0, False)


def infrared(dice: np.random.Generator) -> Spectrum:
    mix = np.array([0.72, 0.2, 0.08], np.float32) + dice.uniform(-0.06, 0.06, 3).astype(np.float32)
    return Spectrum(mix / mix.sum(), float(dice.uniform(0.35, 0.9)), True)


def rgb_of(colour: str) -> np.ndarray:
    """"#1c2a5e" -> float32 [3]."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
