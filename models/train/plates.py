"""Synthetic plates: the designs of ../designs.json drawn with true letter shapes, on a piece of a real street.

    studio = Studio(designs, press, bank, backgrounds)
    sheet = studio.draw(dice)       # Sheet(image, quad, text, region): a flat, clean, frontal plate; views.py spoils it

Promises: the same dice draw the same sheet; the text is what can be read, in the order of reading, without separators; the quad
is the plate's outline in the image, clockwise from top left. Held-back designs and fonts are never drawn. A two-line plate is drawn
as one of its lines, filling the outline from edge to edge with the other line peeping in, because the reader reads line by line.
Grey is made as cameras make it: the design's colours through a random mix of red, green and blue, so that coloured letters fade
as they do under infrared light.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from data import ALPHABET
from fonts import Die, Press
from glyphs import Bank
from plate_dressing import Props, decorate, ground, mount, rgb, weather

LETTERS, DIGITS = ALPHABET[10:], ALPHABET[:10]
# width, height of the plate; least and most height of a letter as a share of the plate's; least and most middle of the line
SIZES = {
    "us": (208, 104, 0.40, 0.54, 0.47, 0.57),
    "eu": (232, 50, 0.66, 0.80, 0.48, 0.53),
    "br": (212, 69, 0.46, 0.62, 0.55, 0.64),
    "motorcycle": (190, 76, 0.62, 0.80, 0.46, 0.56),  # one line of two
}
BANK_FAMILY = {"us": "us", "eu": "eu", "br": "br", "motorcycle": "eu"}
BANK_SHARE = {"us": 0.7, "eu": 0.15, "br": 0.55, "motorcycle": 0.4}
STACKED_SHARE = 0.1  # of American plates


@dataclass(frozen=True)
class Sheet:
    image: np.ndarray  # uint8 [height, width]
    quad: np.ndarray  # float32 [4, 2], clockwise from top left
    text: str
    region: str


def load_designs(path: Path, held_back: bool = False) -> list[dict[str, Any]]:
    """The designs that training may see (or those it may not), in the file's order."""
    designs = json.loads(path.read_text(encoding="utf-8"))
    return [design for design in designs if design["held_back"] == held_back and design["weight"] > 0]


class Studio:
    def __init__(self, designs: list[dict[str, Any]], press: Press, bank: Bank | None, backgrounds: list[np.ndarray]) -> None:
        self._designs, self._press, self._bank, self._props = designs, press, bank, Props(press, backgrounds)
        # US, EU, BR and the rest at fixed shares, then by the design's own weight.
        groups = [("us-", 0.52), ("br", 0.16)]
        shares = np.zeros(len(designs))
        rest = np.ones(len(designs), bool)
        for prefix, share in groups:
            chosen = np.array([design["region"].startswith(prefix) for design in designs])
            weights = np.array([float(design["weight"]) for design in designs]) * chosen
            shares += share * weights / weights.sum()
            rest &= ~chosen
        weights = np.array([float(design["weight"]) for design in designs]) * rest
        shares += (1 - sum(share for _, share in groups)) * weights / weights.sum()
        self._cumulative = np.cumsum(shares / shares.sum())

    def draw(self, dice: np.random.Generator) -> Sheet:
        design = self._designs[min(len(self._designs) - 1, int(np.searchsorted(self._cumulative, dice.random())))]
        pattern = design["pattern"]
        if "/" in pattern:
            pattern = pattern.split("/")[int(dice.integers(2))]
        line = _write(pattern, design.get("letters", LETTERS), dice)
        width, height, least, most, above, below = SIZES[design["size"]]
        width = round(width * dice.uniform(0.94, 1.06))
        grey, ink = _greys(design["colours"], dice)
        plate = ground(self._props, width, height, grey, dice)
        decorate(self._props, plate, design, grey, ink, dice)
        self._press_line(plate, line, design, ink, (dice.uniform(least, most), dice.uniform(above, below)), dice)
        if design["size"] == "motorcycle":
            self._peep(plate, ink, dice)
        weather(plate, dice)
        image, quad = mount(self._props, plate, dice)
        text = "".join(character for character in line if character in ALPHABET)
        return Sheet(image, quad, text, design["region"])

    def _press_line(self, plate: np.ndarray, line: str, design: dict[str, Any], ink: float, place: tuple[float, float], dice: np.random.Generator) -> None:
        height, width = plate.shape
        letter = max(12, round(height * place[0]))
        left = width * (0.1 if design["size"] == "eu" and "band" in design["colours"] else dice.uniform(0.02, 0.06))
        right = width * (dice.uniform(0.86, 0.97) if design["region"] in ("fr", "it") else dice.uniform(0.94, 0.98))
        gap, space = dice.uniform(0.1, 0.24) * letter, dice.uniform(0.18, 0.6) * letter
        if design["size"] == "us" and dice.random() < STACKED_SHARE:
            leading = dice.random() < 0.5
            taken = self._stack(plate, leading, letter, ink, round(height * place[1] - letter / 2), dice)
            left, right = (left + taken, right) if leading else (left, right - taken)
        pieces = self._pieces(line, design, letter, (gap, space), dice)
        total = sum(advance for _, advance in pieces) - gap
        room = right - left
        stretch = min(dice.uniform(0.9, 1.12), room / total)
        if total * stretch < room * 0.72 and dice.random() < 0.6:
            stretch = min(1.35, room * dice.uniform(0.75, 1.0) / total)
        x = left + (room - total * stretch) * float(np.clip(dice.normal(0.5, 0.12), 0, 1))
        y = int(np.clip(round(height * place[1] - letter / 2), 0, height - letter))
        layer = np.zeros((height, width), np.uint8)
        wobble = 1 if dice.random() < 0.3 else 0
        for mask, advance in pieces:
            step = advance * stretch
            if mask is not None:
                w = max(3, round(mask.shape[1] * letter / mask.shape[0] * stretch))
                h = letter if dice.random() < 0.8 else letter - 1
                at, top = round(x), int(np.clip(y + (int(dice.integers(-1, 2)) if wobble else 0), 0, height - h))
                fits = min(w, width - at)
                if fits > 0 and at >= 0:
                    spot = layer[top : top + h, at : at + fits]
                    np.maximum(spot, cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA)[:, :fits], out=spot)
            elif dice.random() < 0.25:  # an emblem, a seal or a sticker in the gap
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
        die = self._press.dies[int(dice.integers(len(self._press.dies)))]
        wide = round(h * dice.uniform(0.5, 0.9))
        x = round(plate.shape[1] * dice.uniform(0.04, 0.08)) if leading else round(plate.shape[1] * dice.uniform(0.92, 0.96)) - wide
        for row in range(count):
            y = int(np.clip(top + row * letter / count, 0, plate.shape[0] - h))
            spot = plate[y : y + h, x : x + wide]
            mask = cv2.resize(die.masks[ALPHABET[int(dice.integers(36))]], (spot.shape[1], h), interpolation=cv2.INTER_AREA)
            spot += mask.astype(np.float32) / 255 * (ink - spot)
        return float(wide + plate.shape[1] * 0.07)

    def _peep(self, plate: np.ndarray, ink: float, dice: np.random.Generator) -> None:
        """The feet or the heads of the plate's other line at the edge."""
        if dice.random() < 0.35:
            return
        height, width = plate.shape
        rows = round(height * dice.uniform(0.04, 0.13))
        die = self._press.dies[int(dice.integers(len(self._press.dies)))]
        x, above = int(dice.integers(4, 40)), dice.random() < 0.5
        while x < width - 20:
            mask = die.masks[DIGITS[int(dice.integers(10))]]
            w = min(width - x, round(mask.shape[1] * 0.7))
            piece = cv2.resize(mask, (w, 50))[-rows:] if above else cv2.resize(mask, (w, 50))[:rows]
            spot = plate[:rows, x : x + w] if above else plate[height - rows :, x : x + w]
            spot += piece.astype(np.float32) / 255 * (ink - spot)
            x += w + int(dice.integers(4, 14))

    def _die(self, design: dict[str, Any], dice: np.random.Generator) -> Die | None:
        """What one plate is pressed with: None for true glyphs, a font else."""
        if self._bank is not None and dice.random() < BANK_SHARE[design["size"]]:
            return None
        own = self._press.by_family.get(design["font"])
        dies = own if own and dice.random() < 0.35 else self._press.dies
        return dies[int(dice.integers(len(dies)))]

    def _mask(self, die: Die | None, design: dict[str, Any], character: str, dice: np.random.Generator) -> np.ndarray:
        """A letter of this die, or (no die) of the bank, which lacks a few: those come from any font."""
        if die is not None:
            return die.masks[character]
        families = (BANK_FAMILY[design["size"]], "us")
        masks = (self._bank.pick(family, character, dice) for family in families) if self._bank is not None else ()
        found = next((mask for mask in masks if mask is not None), None)
        return self._press.dies[int(dice.integers(len(self._press.dies)))].masks[character] if found is None else found


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


def _write(pattern: str, letters: str, dice: np.random.Generator) -> str:
    """A text of the pattern: A a letter, 9 a digit, else itself; `*` patterns and some others are free vanity texts."""
    if pattern.startswith("*") or dice.random() < 0.13:
        count = int(dice.choice([3, 4, 5, 6, 7, 7, 8]))
        free = [ALPHABET[int(i)] for i in dice.integers(0 if dice.random() < 0.6 else 10, 36, count)]
        if count > 4 and dice.random() < 0.3:
            free.insert(int(dice.integers(1, count)), " ")
        return "".join(free)
    out = []
    for mark in pattern:
        if mark == "A":
            # More I than there are: the narrowest letter is the one that a reader leaves out.
            out.append("I" if "I" in letters and dice.random() < 0.05 else letters[int(dice.integers(len(letters)))])
        elif mark == "9":
            out.append(DIGITS[int(dice.integers(10))])
        else:
            out.append(mark)
    return "".join(out)


def _greys(colours: dict[str, str], dice: np.random.Generator) -> tuple[float, float]:
    """Grey of the ground and of the letters, at least 40 levels apart, each as this camera's spectrum mixes them."""
    if dice.random() < 0.25:
        grey, ink = dice.uniform(15, 245), dice.uniform(5, 250)
    else:
        mix = dice.dirichlet([1.0, 1.6, 0.8])
        grey, ink = (float(np.dot(mix, rgb(colours[name]))) for name in ("ground", "characters"))
        if dice.random() < 0.06:
            grey, ink = ink, grey
    if abs(grey - ink) < 40:
        ink = grey - dice.uniform(45, 110) if grey > 110 else grey + dice.uniform(45, 120)
    return grey, ink
