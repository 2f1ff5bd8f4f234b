"""The face of a plate: all that is printed on it before its characters are pressed, in colour, as its state or country has it.

    faces = Faces(press, load_emblems(path))
    face = faces.of(design, variant)      # Face(rgb, left, right, told, gap): kept, so that a second look costs nothing

Fields of a design beyond its colours, all optional, places and heights as shares of the plate:
  gradient   [[place, colour], ...] from the top down; two stops at one place make a hard edge, so bands are gradients too
  legend     the state's name; `legend_or` other wordings; `legend_at` top, bottom, top-left, ...; `legend_style` (fonts.STYLES); `legend_height`
  slogan     likewise
  band_right, band_sign   a second blue band; a colour instead of the stars (a flag, from afar)
  emblems    [{shape, at: [x, y] or "gap", height, width?, colour}]; "gap" stands in the number's first gap, where plates.py draws it
  stickers   the corners where this plate has its month and year
Of a design of American size there are VARIANTS faces: most its own, with the print in other letters and a little elsewhere; then
specials (name and place kept, all else by the dice) and ancient ones (two plain colours, and the name in capitals). The same
design and variant are the same face. `told` says whether the name stands on it.
"""

import zlib
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from emblems import Emblems
from fonts import Press
from spectrum import rgb_of

SIZES = {"us": (208, 104), "eu": (232, 50), "br": (212, 69), "motorcycle": (190, 76)}
FINE = 2  # drawn so many times larger, then averaged
OWN, SPECIAL, ANCIENT = 5, 2, 1
VARIANTS = OWN + SPECIAL + ANCIENT
PLACES = {"left": 0.3, "": 0.5, "right": 0.7}
LOGOS = ("disc", "star", "shield", "heart", "flower", "bird", "bison", "pine", "flag", "crown", "leaf", "lis", "ship", "portrait", "bear", "diamond")
CAUSES = (
    "VETERAN", "UNIVERSITY", "WILDLIFE", "FIREFIGHTER", "DISABLED", "PURPLE HEART", "EDUCATION", "IN GOD WE TRUST", "ANTIQUE", "NATIONAL GUARD",
    "DEALER", "COMMERCIAL", "TRUCK", "TRAILER", "FARM", "EXEMPT", "CLASSIC", "COLLEGIATE", "RESPECT LIFE", "SUPPORT OUR TROOPS",
)  # fmt: skip
INKS = ("#161616", "#1c2a5e", "#1f4fa0", "#b0202a", "#1c6b3c", "#5a2a6b", "#f2f2f2")
GROUNDS = ("#f4f4f0", "#e6edf5", "#f3efe0", "#cfe0f0", "#f6e7c8", "#dcebd8", "#e9b52c", "#2f58a3", "#1d3158", "#b9c4cc")


@dataclass(frozen=True)
class Face:
    rgb: np.ndarray  # uint8 [height, width, 3]
    left: float  # where the characters may stand, as shares of the width
    right: float
    told: bool
    gap: tuple[np.ndarray, np.ndarray] | None = None  # alpha and colour of what stands in the number's gap


@dataclass
class Faces:
    press: Press
    emblems: Emblems
    _kept: dict[tuple[str, str, int], Face] = field(default_factory=dict)

    def of(self, design: dict[str, Any], variant: int) -> Face:
        """The face of that number: under OWN, or under VARIANTS for one of American size; drawn on first use."""
        key = (design["region"], design["name"], variant)
        found = self._kept.get(key)
        if found is None:
            dice = np.random.default_rng([zlib.crc32(f"{design['region']}/{design['name']}".encode()), variant])
            if variant < OWN:
                found = _own(self, design, dice)
            else:
                found = _special(self, design, dice) if variant < OWN + SPECIAL else _ancient(self, design, dice)
            self._kept[key] = found
        return found


class Canvas:
    """A sheet of colour that print and silhouettes are laid on, FINE times as large as the face."""

    def __init__(self, faces: Faces, size: str, gradient: list[list[Any]], dice: np.random.Generator) -> None:
        self.width, self.height = (FINE * side for side in SIZES[size])
        self.faces, self.dice = faces, dice
        places = np.array([place for place, _ in gradient]) * self.height + np.arange(len(gradient)) * 1e-3
        colours = np.stack([rgb_of(colour) for _, colour in gradient])
        rows = np.arange(self.height)
        ramp = np.stack([np.interp(rows, places, colours[:, channel]) for channel in range(3)], axis=1)
        self.rgb = np.repeat(ramp.astype(np.float32)[:, None], self.width, axis=1)

    def lay(self, mask: np.ndarray, x: int, y: int, colour: str) -> None:
        """The mask's ink at that corner; what hangs over the edge is cut."""
        left, top = max(0, x), max(0, y)
        right, bottom = min(self.width, x + mask.shape[1]), min(self.height, y + mask.shape[0])
        if right > left and bottom > top:
            alpha = mask[top - y : bottom - y, left - x : right - x, None].astype(np.float32) / 255
            spot = self.rgb[top:bottom, left:right]
            spot += alpha * (rgb_of(colour) - spot)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        rows, columns = (slice(round(a * side), round(b * side)) for a, b, side in ((top, bottom, self.height), (left, right, self.width)))
        self.rgb[rows, columns] = rgb_of(colour)

    def emblem(self, shape: str, at: tuple[float, float], height: float, colour: str, width: float | None = None) -> None:
        mask = self.faces.emblems.mask(shape, round(height * self.height), None if width is None else round(width * self.width))
        self.lay(mask, round(at[0] * self.width - mask.shape[1] / 2), round(at[1] * self.height - mask.shape[0] / 2), colour)

    def text(self, text: str, style: str, at: tuple[float, float], height: float, colour: str, most: float = 0.9) -> None:
        """Centred at the place; no wider than `most` of the plate, else narrowed, as dies do."""
        mask = self.faces.press.print_line(text, style, int(self.dice.integers(1000)))
        h = max(6, round(height * self.height * self.dice.uniform(0.92, 1.08)))
        w = max(4, round(mask.shape[1] * h / mask.shape[0] * self.dice.uniform(0.92, 1.06)))
        if w > most * self.width:
            h, w = max(6, round(h * max(0.7, most * self.width / w))), round(most * self.width)
        x = at[0] * self.width + self.dice.normal(0, 0.006) * self.width - w / 2
        y = at[1] * self.height + self.dice.normal(0, 0.008) * self.height - h / 2
        place = (round(np.clip(x, 4, max(4, self.width - w - 4))), round(np.clip(y, 3, max(3, self.height - h - 3))))
        self.lay(cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA), *place, colour)

    def finished(self) -> np.ndarray:
        small = cv2.resize(self.rgb, (self.width // FINE, self.height // FINE), interpolation=cv2.INTER_AREA)
        return np.clip(np.rint(small), 0, 255).astype(np.uint8)


def _own(faces: Faces, design: dict[str, Any], dice: np.random.Generator) -> Face:
    colours, size = design["colours"], design["size"]
    canvas = Canvas(faces, size, design.get("gradient") or [[0, colours["ground"]]], dice)
    gap = None
    for emblem in design.get("emblems", ()):
        if emblem["at"] == "gap":
            gap = (faces.emblems.mask(emblem["shape"], round(emblem["height"] * SIZES[size][1])), rgb_of(emblem["colour"]))
        else:
            canvas.emblem(emblem["shape"], emblem["at"], emblem["height"], emblem["colour"], emblem.get("width"))
    left, right, told = design.get("line_from", 0.03), design.get("line_to", 0.97), bool(design["legend"]) and size != "motorcycle"
    if size == "us":
        _print(canvas, design, "legend", dice)
        _print(canvas, design, "slogan", dice)
    elif size == "br":
        if "band" in colours:
            canvas.box(0, 0, 1, 0.23, colours["band"])
            canvas.emblem("box", (0.93, 0.115), 0.13, "#2f8a4a")
            canvas.emblem("diamond", (0.93, 0.115), 0.1, "#e9c12c")
            design = design | {"colours": colours | {"legend": "#f2f2f2"}}
        _print(canvas, design, "legend", dice)
    elif size == "eu":
        left, right = _euro_bands(canvas, design, dice)
        told = "band" in colours
    return Face(canvas.finished(), left, right, told, gap)


def _print(canvas: Canvas, design: dict[str, Any], what: str, dice: np.random.Generator) -> None:
    """The legend or the slogan, where this design has it."""
    others = design.get(f"{what}_or", [])
    wording = design.get(what, "")
    if others and dice.random() < 0.5:
        wording = others[int(dice.integers(len(others)))]
    if not wording:
        return
    legend = what == "legend"
    row, _, column = design.get(f"{what}_at", "top" if legend else "bottom").partition("-")
    height = design.get(f"{what}_height", 0.155 if legend else 0.085)
    if design["size"] == "br":
        height, middle = 0.14, 0.125
    else:
        middle = (0.035 + height / 2) if row == "top" else (0.96 - height / 2)
    style = design.get(f"{what}_style", "sans")
    colour = design["colours"].get(what, design["colours"]["characters"])
    canvas.text(wording, style, (design.get(f"{what}_x", PLACES[column]), middle), height, colour, 0.62 if legend or row == "top" else 0.72)


def _euro_bands(canvas: Canvas, design: dict[str, Any], dice: np.random.Generator) -> tuple[float, float]:
    """The band with the country's letters and the stars, left, and a second one right where there is one. Returns the room between."""
    band, size = design["colours"].get("band"), 0.083
    if band is None:
        return design.get("line_from", 0.03), design.get("line_to", 0.97)
    right = size if design.get("band_right") else 0
    for start in [0.0] + ([1 - size] if right else []):
        canvas.box(start, 0, start + size, 1, band)
    ink = design["colours"].get("legend", "#f2f2f2")
    if design["legend"]:
        canvas.text(design["legend"], "sans", (size / 2, 0.8), 0.2, ink, 0.065)
    kind = design.get("band_sign", "stars")
    if kind == "stars":
        for hour in range(12):
            angle = hour * np.pi / 6
            canvas.emblem("star", (size / 2 + 0.026 * np.cos(angle), 0.36 + 0.12 * np.sin(angle)), 0.06, "#f0c832")
    else:
        canvas.emblem("box", (size / 2, 0.36), 0.2, kind, 0.05)
    if right:
        canvas.text(str(dice.integers(10, 96)), "sans", (1 - size / 2, 0.78), 0.2, ink, 0.065)
    return size + 0.015, design.get("line_to", 1 - right - 0.015)


def _special(faces: Faces, design: dict[str, Any], dice: np.random.Generator) -> Face:
    """A special plate: the state's name as ever, another ground, a picture beside the number, a cause instead of the slogan."""
    ground = GROUNDS[int(dice.integers(len(GROUNDS)))]
    light = float(rgb_of(ground).mean()) > 128
    inks = INKS[:-1] if light else INKS[-1:]
    ink, other = (inks[int(dice.integers(len(inks)))] for _ in range(2))
    gradient = [[0, ground]] if dice.random() < 0.5 else [[0, ground], [dice.uniform(0.3, 0.8), GROUNDS[0] if light else ground]]
    canvas = Canvas(faces, "us", gradient, dice)
    if dice.random() < 0.3:
        canvas.emblem("mountains" if dice.random() < 0.5 else "hills", (0.5, 0.75), 0.5, GROUNDS[int(dice.integers(len(GROUNDS)))], 1.0)
    left, right = 0.03, 0.97
    if dice.random() < 0.75:
        leading = dice.random() < 0.7
        at = (dice.uniform(0.12, 0.15) if leading else dice.uniform(0.85, 0.88), dice.uniform(0.48, 0.56))
        canvas.emblem(LOGOS[int(dice.integers(len(LOGOS)))], at, dice.uniform(0.34, 0.5), other)
        if dice.random() < 0.5:
            canvas.emblem(LOGOS[int(dice.integers(len(LOGOS)))], at, dice.uniform(0.14, 0.26), GROUNDS[int(dice.integers(len(GROUNDS)))])
        left, right = (0.27, 0.97) if leading else (0.03, 0.73)
    kept = {key: value for key, value in design.items() if key.startswith("legend")}
    kept |= {"size": "us", "colours": {"characters": ink, "legend": ink if dice.random() < 0.6 else other}}
    _print(canvas, kept, "legend", dice)
    _print(canvas, kept | {"slogan": CAUSES[int(dice.integers(len(CAUSES)))], "slogan_at": _across(design)}, "slogan", dice)
    return Face(canvas.finished(), left, right, True)


def _ancient(faces: Faces, design: dict[str, Any], dice: np.random.Generator) -> Face:
    """A plate of the fifties or seventies: two plain colours, the name in plain capitals, a year beside it."""
    dark, light = INKS[int(dice.integers(6))], GROUNDS[int(dice.integers(7))]
    ground, ink = (dark, light) if dice.random() < 0.6 else (light, dark)
    canvas = Canvas(faces, "us", [[0, ground]], dice)
    name = (design["legend"] if design["region"] not in ("us-fl", "us-dc") else {"us-fl": "FLORIDA", "us-dc": "WASHINGTON, DC"}[design["region"]]).upper()
    middle = 0.11 if dice.random() < 0.4 else 0.89
    if name:
        canvas.text(name, "sans", (0.5, middle), 0.14, ink, 0.6)
    if dice.random() < 0.6:
        year = int(dice.integers(30, 90))
        for x, text in ((0.1, "19"), (0.9, str(year))) if dice.random() < 0.6 else ((0.88, str(year)),):
            canvas.text(text, "sans", (x, middle), 0.12, ink, 0.12)
    return Face(canvas.finished(), 0.03, 0.97, True)


def _across(design: dict[str, Any]) -> str:
    return "bottom" if design.get("legend_at", "top").startswith("top") else "top"
