"""Letter shapes from open fonts: the dies that synthetic plates are pressed with, and the small print around them.

    press = load_fonts(Path("../../node_modules"))
    press.dies[0].masks["A"]            # uint8 alpha, GLYPH_HEIGHT rows, as wide as the letter
    press.print_line("Land of Lincoln") # uint8 alpha of a whole line

Reads the `.woff` files of whatever `@fontsource/*` packages (all OFL or Apache licensed) lie under the given node_modules; more
packages mean more dies. Fonts of designs that are held back are left out, so that training never sees them. Refuses a folder
without a single usable font.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from data import ALPHABET

GLYPH_HEIGHT = 64
SMALL_PRINT_FONTS = 12  # few enough that their lines are soon all drawn and kept
HELD_BACK = ("saira-semi-condensed", "fjalla-one")
WEIGHTS = ("400", "500", "600", "700", "800")
_FILE = re.compile(r"^(?P<family>.+)-latin-(?P<weight>\d+)-normal\.woff$")


@dataclass(frozen=True)
class Die:
    name: str  # "overpass-600"
    family: str  # "overpass": the @fontsource package
    masks: dict[str, np.ndarray]  # character -> uint8 [GLYPH_HEIGHT, width], 255 where there is ink


@dataclass
class Press:
    dies: list[Die]
    files: list[Path]
    by_family: dict[str, list[Die]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for die in self.dies:
            self.by_family.setdefault(die.family, []).append(die)

    def print_line(self, text: str, choice: int = 0) -> np.ndarray:
        """A line of small print as uint8 alpha [about 24, width]; `choice` picks the font."""
        files = self.files[:: max(1, len(self.files) // SMALL_PRINT_FONTS)]
        return _print_line(str(files[choice % len(files)]), text)


def load_fonts(node_modules: Path, held_back: bool = False) -> Press:
    """Every usable font as a die, or only those held back from training. Raises FileNotFoundError where there is none."""
    dies, files = [], []
    for path in sorted((node_modules / "@fontsource").glob("*/files/*.woff")):
        match = _FILE.match(path.name)
        if match is None or match["weight"] not in WEIGHTS or (match["family"] in HELD_BACK) != held_back:
            continue
        files.append(path)
        dies.append(Die(f"{match['family']}-{match['weight']}", match["family"], _masks(path)))
    if not dies:
        raise FileNotFoundError(f"no @fontsource font in {node_modules}; install the development dependencies first")
    return Press(dies, files)


def _masks(path: Path) -> dict[str, np.ndarray]:
    font = ImageFont.truetype(str(path), 96)
    _, top, _, bottom = font.getbbox("H")
    masks = {}
    for character in ALPHABET:
        left, _, right, foot = font.getbbox(character)
        # A tail under the line (Q, sometimes J) is squeezed in, as dies do, never cut off: it tells a Q from an O.
        sheet = Image.new("L", (max(1, right - left), max(bottom, foot) - top + 2))
        ImageDraw.Draw(sheet).text((-left, 1 - top), character, fill=255, font=font)
        width = max(4, round(sheet.width * GLYPH_HEIGHT / (bottom - top + 2)))
        masks[character] = cv2.resize(np.asarray(sheet), (width, GLYPH_HEIGHT), interpolation=cv2.INTER_AREA)
    return masks


@lru_cache(maxsize=8192)
def _print_line(path: str, text: str) -> np.ndarray:
    font = ImageFont.truetype(path, 24)
    left, top, right, bottom = font.getbbox(text)
    sheet = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(sheet).text((-left, -top), text, fill=255, font=font)
    return np.asarray(sheet)
