"""Pressing a plate's characters: one die for the whole plate, true gaps, an emblem where the number leaves room for it, embossing.

    lettering = Lettering(press, bank)
    lettering.press_line(plate, line, design, Setting(face, spectrum, ink, tall, middle), dice)   # into float32 [height, width], in place
    lettering.peep(plate, ink, dice)

Most plates take true glyphs of the bank (glyphs.py), the rest a font. A letter of a two-line plate's other line that peeps in at the edge, and
small letters stacked beside the number, are no part of the text.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from data import ALPHABET
from faces import Face
from fonts import Die, Press
from glyphs import Bank
from spectrum import Spectrum

BANK_FAMILY = {"us": "us", "eu": "eu", "br": "br", "motorcycle": "eu"}
BANK_SHARE = {"us": 0.7, "eu": 0.15, "br": 0.55, "motorcycle": 0.4}
STACKED_SHARE = 0.1  # of American plates


@dataclass(frozen=True)
class Setting:
    face: Face
    spectrum: Spectrum
    ink: float  # grey level
    tall: float  # of the letters, as a share of the plate's height
    middle: float  # of the line, likewise


@dataclass(frozen=True)
class Lettering:
    press: Press
    bank: Bank | None

    def press_line(self, plate: np.ndarray, line: str, design: dict[str, Any], setting: Setting, dice: np.random.Generator) -> None:
        face, spectrum, ink = setting.face, setting.spectrum, setting.ink
        height, width = plate.shape
        letter = max(12, round(height * setting.tall))
        left, right = width * (face.left + dice.uniform(-0.005, 0.025)), width * (face.right - dice.uniform(-0.005, 0.025))
        gap, space = dice.uniform(0.1, 0.24) * letter, dice.uniform(0.18, 0.6) * letter
        y = int(np.clip(round(height * setting.middle - letter / 2), 0, height - letter))
        if design["size"] == "us" and dice.random() < STACKED_SHARE:
            leading = dice.random() < 0.5
            taken = self._stack(plate, leading, letter, ink, y, dice)
            left, right = (left + taken, right) if leading else (left, right - taken)
        pieces = self._pieces(line, design, letter, (gap, space), dice)
        first = next((i for i, (mask, _) in enumerate(pieces) if mask is None), None) if face.gap is not None else None
        if first is not None:
            pieces[first] = (None, max(space, face.gap[0].shape[1] + gap))
        total = sum(advance for _, advance in pieces) - gap
        room = right - left
        stretch = min(dice.uniform(0.9, 1.12), room / total)
        if total * stretch < room * 0.72 and dice.random() < 0.6:
            stretch = min(1.35, room * dice.uniform(0.75, 1.0) / total)
        x = left + (room - total * stretch) * float(np.clip(dice.normal(0.5, 0.12), 0, 1))
        if face.gap is not None and first is None:  # nowhere to stand: behind the number
            _lay(plate, *face.gap, x + total * stretch / 2, y + letter / 2, spectrum)
        layer = np.zeros((height, width), np.uint8)
        wobble = 1 if dice.random() < 0.3 else 0
        for index, (mask, advance) in enumerate(pieces):
            step = advance * stretch
            if mask is not None:
                w = max(3, round(mask.shape[1] * letter / mask.shape[0] * stretch))
                h = letter if dice.random() < 0.8 else letter - 1
                at, top = round(x), int(np.clip(y + (int(dice.integers(-1, 2)) if wobble else 0), 0, height - h))
                fits = min(w, width - at)
                if fits > 0 and at >= 0:
                    spot = layer[top : top + h, at : at + fits]
                    np.maximum(spot, cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA)[:, :fits], out=spot)
            elif index == first and face.gap is not None:
                _lay(plate, *face.gap, x + (step - gap) / 2, y + letter / 2, spectrum)
            elif dice.random() < (0.1 if "emblems" in design else 0.25):  # a seal or a sticker in the gap
                radius = max(2, round(min(step, letter) * dice.uniform(0.2, 0.45)))
                cv2.circle(plate, (round(x + step / 2), y + letter // 2), radius, float(dice.uniform(20, 230)), -1 if dice.random() < 0.6 else 1, cv2.LINE_AA)
            x += step
        _emboss(plate, layer, ink, letter, dice)

    def _pieces(
        self, line: str, design: dict[str, Any], letter: int, gaps: tuple[float, float], dice: np.random.Generator
    ) -> list[tuple[np.ndarray | None, float]]:
        """Each character's mask and how far it moves the pen, in pixels; a gap has no mask."""
        die, (gap, space) = self._die(design, dice), gaps
        pieces: list[tuple[np.ndarray | None, float]] = []
        for character in line:
            if character in ALPHABET:
                mask = self._mask(die, design, character, dice)
                pieces.append((mask, mask.shape[1] * letter / mask.shape[0] + gap))
            elif character == " " or dice.random() < 0.25:
                pieces.append((None, space))
            else:
                mark = np.zeros((64, 26), np.uint8)
                if character == "-":
                    cv2.rectangle(mark, (2, 28), (22, 37), 255, -1)
                else:
                    cv2.circle(mark, (12, int(dice.integers(26, 40))), int(dice.integers(5, 10)), 255, -1)
                pieces.append((mark, 26 * letter / 64 + gap))
        return pieces

    def _stack(self, plate: np.ndarray, leading: bool, letter: int, ink: float, top: int, dice: np.random.Generator) -> float:
        """Small letters above one another at an end of the line: no part of the text. Returns the width they take."""
        count = int(dice.integers(2, 4))
        h = max(5, round(letter / count * dice.uniform(0.7, 0.92)))
        die = self.press.dies[int(dice.integers(len(self.press.dies)))]
        wide = round(h * dice.uniform(0.5, 0.9))
        x = round(plate.shape[1] * dice.uniform(0.04, 0.08)) if leading else round(plate.shape[1] * dice.uniform(0.92, 0.96)) - wide
        for row in range(count):
            y = int(np.clip(top + row * letter / count, 0, plate.shape[0] - h))
            spot = plate[y : y + h, x : x + wide]
            mask = cv2.resize(die.masks[ALPHABET[int(dice.integers(36))]], (spot.shape[1], h), interpolation=cv2.INTER_AREA)
            spot += mask.astype(np.float32) / 255 * (ink - spot)
        return float(wide + plate.shape[1] * 0.07)

    def peep(self, plate: np.ndarray, ink: float, dice: np.random.Generator) -> None:
        """The feet or the heads of the plate's other line at the edge."""
        if dice.random() < 0.35:
            return
        height, width = plate.shape
        rows = round(height * dice.uniform(0.04, 0.13))
        die = self.press.dies[int(dice.integers(len(self.press.dies)))]
        x, above = int(dice.integers(4, 40)), dice.random() < 0.5
        while x < width - 20:
            mask = die.masks[ALPHABET[int(dice.integers(10))]]
            w = min(width - x, round(mask.shape[1] * 0.7))
            piece = cv2.resize(mask, (w, 50))[-rows:] if above else cv2.resize(mask, (w, 50))[:rows]
            spot = plate[:rows, x : x + w] if above else plate[height - rows :, x : x + w]
            spot += piece.astype(np.float32) / 255 * (ink - spot)
            x += w + int(dice.integers(4, 14))

    def _die(self, design: dict[str, Any], dice: np.random.Generator) -> Die | None:
        """What one plate is pressed with: None for true glyphs, a font else."""
        if self.bank is not None and dice.random() < BANK_SHARE[design["size"]]:
            return None
        own = self.press.by_family.get(design["font"])
        dies = own if own and dice.random() < 0.35 else self.press.dies
        return dies[int(dice.integers(len(dies)))]

    def _mask(self, die: Die | None, design: dict[str, Any], character: str, dice: np.random.Generator) -> np.ndarray:
        """A letter of this die, or (no die) of the bank, which lacks a few: those come from any font."""
        if die is not None:
            return die.masks[character]
        families = (BANK_FAMILY[design["size"]], "us")
        masks = (self.bank.pick(family, character, dice) for family in families) if self.bank is not None else ()
        found = next((mask for mask in masks if mask is not None), None)
        return self.press.dies[int(dice.integers(len(self.press.dies)))].masks[character] if found is None else found


def _emboss(plate: np.ndarray, layer: np.ndarray, ink: float, letter: int, dice: np.random.Generator) -> None:
    """Presses the letters into the plate, some thicker or thinner; light from above leaves a bright and a dark edge."""
    alpha = layer.astype(np.float32) / 255
    weight = dice.random()
    if weight < 0.12:
        alpha = cv2.dilate(alpha, np.ones((2, 2), np.uint8))
    elif weight < 0.2 and letter > 30:
        alpha = cv2.erode(alpha, np.ones((2, 2), np.uint8))
    if dice.random() < 0.4:
        depth = dice.uniform(6, 40) * (1 if dice.random() < 0.7 else -1)
        plate += (np.roll(alpha, 1, 0) - np.roll(alpha, -1, 0)) * depth
    plate += alpha * (ink - plate)


def _lay(plate: np.ndarray, mask: np.ndarray, colour: np.ndarray, x: float, y: float, spectrum: Spectrum) -> None:
    """An emblem, centred at a place of the plate; cut at its edge."""
    left, top = max(0, round(x - mask.shape[1] / 2)), max(0, round(y - mask.shape[0] / 2))
    spot = plate[top : top + mask.shape[0], left : left + mask.shape[1]]
    if spot.size:
        spot += mask[: spot.shape[0], : spot.shape[1]].astype(np.float32) / 255 * (spectrum.grey_of(colour) - spot)
