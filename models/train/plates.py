"""Synthetic plates: the designs of ../designs.json with true letter shapes, on a piece of a real street.

    studio = Studio(designs, press, bank, backgrounds)
    sheet = studio.draw(dice)       # Sheet(image, quad, text, region, ...): a flat, clean, frontal plate; views.py spoils it

Promises: the same dice draw the same sheet; the text is what can be read, in the order of reading, without separators; the quad
is the plate's outline in the image, clockwise from top left. Held-back designs and fonts are never drawn. A two-line plate is drawn
as one of its lines, filling the outline from edge to edge with the other line peeping in, because the reader reads line by line.
Grey is made as cameras make it, by day or under infrared (spectrum.py), from the face that a state or country prints (faces.py):
name, slogan, bands and emblems stand where its plates have them, so that a drawn plate teaches its region too. `told` is false where
nothing of that can be seen: a frame hides the name, or it is one line of two.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from data import ALPHABET
from emblems import load_emblems
from faces import OWN, VARIANTS, Faces
from fonts import Press
from glyphs import Bank
from lettering import Lettering, Setting
from plate_dressing import Props, border, dealer_frame, mount, stickers, weather
from spectrum import Spectrum, rgb_of, whichever
from vanity import vanity_text

LETTERS, DIGITS = ALPHABET[10:], ALPHABET[:10]
# least and most height of a letter as a share of the plate's; least and most middle of the line
LINES = {
    "us": (0.42, 0.55, 0.48, 0.57),
    "eu": (0.66, 0.80, 0.48, 0.53),
    "br": (0.46, 0.62, 0.55, 0.64),
    "motorcycle": (0.62, 0.80, 0.46, 0.56),  # one line of two
}
OWN_SHARE = 0.82  # of faces: a state's own; the rest are specials and ancient ones
VANITY_SHARE, VANITY_SHARE_ELSEWHERE = 0.13, 0.06  # of plates of American size, and of others
FRAME_SHARE = 0.14  # of American plates
HIDDEN_MAX = 0.09  # a name under more of a frame than that can not be read
ANY_TONE_SHARE = 0.12  # of plates: greys that have nothing to do with the design
CONTRAST_MIN, CONTRAST_MIN_INFRARED = 40, 26
SHARES = (("us-", 0.52), ("br", 0.16), ("", 0.32))  # by the region's beginning; the rest is for all others
SPECIAL_PATTERNS = ("99999", "9999", "AA999", "A9999", "999AA", "AA 99", "9999A", "AA9999", "999 AA", "99A99")
EMBLEMS = Path(__file__).parent.parent / "emblems.json"


@dataclass(frozen=True)
class Sheet:
    image: np.ndarray  # uint8 [height, width]
    quad: np.ndarray  # float32 [4, 2], clockwise from top left
    text: str
    region: str  # "us-il", "ca-on", "de"
    design: str = ""  # the design's name
    pressed: str = ""  # the text with its gaps and dashes
    vanity: bool = False  # follows no pattern, or that of a special plate instead of the design's
    told: bool = True  # the name of the state or country can be seen


def load_designs(path: Path, held_back: bool = False) -> list[dict[str, Any]]:
    """The designs that training may see (or those it may not), in the file's order."""
    designs = json.loads(path.read_text(encoding="utf-8"))
    return [design for design in designs if design["held_back"] == held_back and design["weight"] > 0]


class Studio:
    """`evenly`: every region as often as every other, as for teaching regions; else by SHARES and the designs' own weights."""

    def __init__(self, designs: list[dict[str, Any]], press: Press, bank: Bank | None, backgrounds: list[np.ndarray], evenly: bool = False) -> None:
        self._designs, self._props, self._lettering = designs, Props(press, backgrounds), Lettering(press, bank)
        self._faces = Faces(press, load_emblems(EMBLEMS))
        self._cumulative = np.cumsum(_shares(designs, evenly))

    def draw(self, dice: np.random.Generator) -> Sheet:
        design = self._designs[min(len(self._designs) - 1, int(np.searchsorted(self._cumulative, dice.random())))]
        own = design["size"] != "us" or dice.random() < OWN_SHARE
        variant = int(dice.integers(OWN) if own else dice.integers(OWN, VARIANTS))
        face, spectrum = self._faces.of(design, variant), whichever(dice)
        line, vanity = write(design, not own, dice)
        plate = spectrum.grey(face.rgb)
        ink = _ink(plate, design["colours"]["characters"] if own else None, spectrum, dice)
        least, most, above, below = LINES[design["size"]]
        setting = Setting(face, spectrum, ink, dice.uniform(least, most), dice.uniform(above, below))
        if design["size"] == "us":
            stickers(self._props, plate, design, dice)
        border(plate, ink, dice)
        self._lettering.press_line(plate, line, design, setting, dice)
        told = face.told
        if design["size"] == "motorcycle":
            self._lettering.peep(plate, ink, dice)
        elif design["size"] == "us" and dice.random() < FRAME_SHARE:
            hidden = dealer_frame(self._props, plate, dice)[design.get("legend_at", "top").startswith("bottom")]
            told = told and hidden < HIDDEN_MAX
        weather(plate, dice)
        image, quad = mount(self._props, plate, spectrum.infrared, dice)
        text = "".join(character for character in line if character in ALPHABET)
        return Sheet(image, quad, text, design["region"], design["name"], line, vanity, told)


def write(design: dict[str, Any], special: bool, dice: np.random.Generator) -> tuple[str, bool]:
    """A text with its separators, and whether it is a vanity text or a special's, not of the design's pattern. A two-line pattern gives one line."""
    pattern, letters = design["pattern"], design.get("letters", LETTERS)
    if "/" in pattern:
        pattern = pattern.split("/")[int(dice.integers(2))]
    elif special:
        pattern = SPECIAL_PATTERNS[int(dice.integers(len(SPECIAL_PATTERNS)))]
    if "*" in pattern or dice.random() < (VANITY_SHARE if design["size"] == "us" else VANITY_SHARE_ELSEWHERE):
        return vanity_text(dice), True
    out = []
    for mark in pattern:
        if mark == "A":
            # More I than there are: the narrowest letter is the one that a reader leaves out.
            out.append("I" if "I" in letters and dice.random() < 0.05 else letters[int(dice.integers(len(letters)))])
        elif mark == "9":
            out.append(DIGITS[int(dice.integers(10))])
        else:
            out.append(mark)
    return "".join(out), special


def _shares(designs: list[dict[str, Any]], evenly: bool) -> np.ndarray:
    """The chance of each design."""
    weights = np.array([float(design["weight"]) for design in designs])
    regions = [design["region"] for design in designs]
    if evenly:
        totals = {region: sum(w for w, r in zip(weights, regions, strict=True) if r == region) for region in set(regions)}
        shares = np.array([weight / totals[region] for weight, region in zip(weights, regions, strict=True)])
        return shares / shares.sum()
    groups = [next(i for i, (prefix, _) in enumerate(SHARES) if region.startswith(prefix)) for region in regions]
    totals = np.bincount(groups, weights, len(SHARES))
    shares = np.array([SHARES[group][1] * weight / totals[group] for group, weight in zip(groups, weights, strict=True)])
    return shares / shares.sum()


def _ink(plate: np.ndarray, colour: str | None, spectrum: Spectrum, dice: np.random.Generator) -> float:
    """The grey of the characters, far enough from the ground behind them; now and then ground and ink are of any tone at all."""
    height, width = plate.shape
    middle = float(plate[height // 4 : 3 * height // 4, ::4].mean())
    ink = spectrum.grey_of(rgb_of(colour)) if colour is not None else dice.uniform(0, 70) if middle > 128 else dice.uniform(180, 250)
    if dice.random() < ANY_TONE_SHARE:
        base = dice.uniform(15, 245)
        plate -= middle
        plate *= dice.uniform(0.25, 0.9) * (1 if dice.random() < 0.7 else -1)
        plate += base
        middle, ink = base, dice.uniform(5, 250)
    least = CONTRAST_MIN_INFRARED if spectrum.infrared else CONTRAST_MIN
    if abs(middle - ink) < least:
        ink = middle + (dice.uniform(1.1, 2.6) * least) * (-1 if middle > 110 else 1)
    return ink
