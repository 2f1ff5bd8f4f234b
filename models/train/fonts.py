"""Letter shapes from open fonts: the dies that synthetic plates are pressed with, and the print around them.

    press = load_fonts(Path("../../node_modules"))
    press.dies[0].masks["A"]                      # uint8 alpha, GLYPH_HEIGHT rows, as wide as the letter
    press.print_line("Land of Lincoln", "script") # uint8 alpha of a whole line

Reads the `.woff` files of whatever `@fontsource/*` packages (all OFL or Apache licensed) lie under the given node_modules; more
packages mean more dies. A state's name is printed in other letters than its number: families of LEGENDS are for names alone, by
style, and a style whose families are not there falls back on the dies' own fonts. What is held back (HELD_BACK) is left out, so that
training never sees it, or is all there is, for measuring. Refuses a folder without a single usable font.
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
PRINT_HEIGHT = 40  # nominal size of small print, in px
SANS = 8  # few enough that their lines are soon all drawn and kept
HELD_BACK = ("saira-semi-condensed", "fjalla-one", "arvo", "courgette")
LEGENDS = {
    "serif": ("tinos", "libre-baskerville", "rokkitt", "arvo"),
    "script": ("kaushan-script", "yellowtail", "satisfy", "lobster", "courgette"),
    "wide": ("montserrat", "archivo-black", "arimo"),
}
STYLES = ("sans", *LEGENDS)
WEIGHTS = ("400", "500", "600", "700", "800")
_FILE = re.compile(r"^(?P<family>.+)-latin-(?P<weight>\d+)-normal\.woff$")
_STYLE = {family: style for style, families in LEGENDS.items() for family in families}


@dataclass(frozen=True)
class Die:
    name: str  # "overpass-600"
    family: str  # "overpass": the @fontsource package
    masks: dict[str, np.ndarray]  # character -> uint8 [GLYPH_HEIGHT, width], 255 where there is ink


@dataclass
class Press:
    dies: list[Die]
    prints: dict[str, list[Path]]  # style -> fonts of small print; "sans" is never empty
    by_family: dict[str, list[Die]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for die in self.dies:
            self.by_family.setdefault(die.family, []).append(die)

    def print_line(self, text: str, style: str = "sans", choice: int = 0) -> np.ndarray:
        """A line of print as uint8 alpha [about PRINT_HEIGHT, width]; `choice` picks the font of that style."""
        files = self.prints.get(style) or self.prints["sans"]
        return _print_line(str(files[choice % len(files)]), text)


def load_fonts(node_modules: Path, held_back: bool = False) -> Press:
    """Every usable font, or only those held back from training. Raises FileNotFoundError where there is no die."""
    dies, sans = [], []
    prints: dict[str, list[Path]] = {}
    for path in sorted((node_modules / "@fontsource").glob("*/files/*.woff")):
        match = _FILE.match(path.name)
        if match is None or match["weight"] not in WEIGHTS or (match["family"] in HELD_BACK) != held_back:
            continue
        style = _STYLE.get(match["family"])
        if style is not None:
            prints.setdefault(style, []).append(path)
        else:
            sans.append(path)
            dies.append(Die(f"{match['family']}-{match['weight']}", match["family"], _masks(path)))
    if not dies:
        raise FileNotFoundError(f"no @fontsource font in {node_modules}; install the development dependencies first")
    prints["sans"] = sans[:: max(1, len(sans) // SANS)] + prints.get("wide", [])
    return Press(dies, prints)


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
    font = ImageFont.truetype(path, PRINT_HEIGHT)
    left, top, right, bottom = font.getbbox(text)
    sheet = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(sheet).text((-left, -top), text, fill=255, font=font)
    return np.asarray(sheet)
