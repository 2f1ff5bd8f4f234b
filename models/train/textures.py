"""Plates to paste into scenes: flat grey pictures whose four corners are the plate's own, so that a pasted plate's corners are exact.

From four places: tight crops of the ocr sources (those that lie askew in their pictures teach where a plate is, but not its corners), plates
of the photographs that have true corners (rectified), the drawn plates that the reader learns from (plates.py), and plain drawn ones on two lines,
of which there are too few photographs. Only rows of the training split are used.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from data import ALPHABET, Row, read_planes
from fonts import STYLES, Press
from plates import Sheet
from reader_crops import INSETS

TIGHT_CROPS = {"ocr/openalpr_us_crops": 2.0, "ocr/us_state": 2.0}  # manifest -> true width over height of its plates
ASKEW_CROPS = ("ocr/br_traffic", "ocr/ar_benchmark", "ocr/vn")  # with a rim of street round the plate, and turned in it
SQUASHED = {"detect/us_roboflow": (1.05, 1.6), "detect/us_vanity": (1.05, 1.6)}  # wide pictures stored square: how much wider they were
WIDTH_PX = 208  # textures are kept at most this wide: pasted plates are rarely wider


@dataclass(frozen=True)
class Texture:
    levels: tuple[np.ndarray, ...]  # uint8, full size first, each half of the one before: to shrink without aliasing
    aspect: float  # width over height of the plate itself
    exact: bool = True  # its corners are the plate's corners


def textures(ocr: Sequence[Row], detect: Sequence[Row], sheets: Sequence[Sheet], two_lines: int, dice: np.random.Generator) -> list[Texture]:
    bank = []
    for row in ocr:
        if row.split == "train" and row.manifest in TIGHT_CROPS:
            bank.append(_texture(_grey(read_planes(row.image, WIDTH_PX), dice), TIGHT_CROPS[row.manifest]))
        elif row.split == "train" and row.manifest in ASKEW_CROPS:
            grey = _grey(read_planes(row.image, WIDTH_PX), dice)
            across, down = (round(share * size) for share, size in zip(INSETS[row.manifest.split("/")[1]], grey.shape[::-1], strict=True))
            grey = grey[down : grey.shape[0] - down, across : grey.shape[1] - across]
            bank.append(_texture(grey, grey.shape[1] / grey.shape[0], exact=False))
    for row in detect:
        if row.split == "train":
            bank.extend(_rectified(row, dice))
    for sheet in sheets:
        flat = _flat(sheet.image, sheet.quad)
        bank.append(_texture(flat, flat.shape[1] / flat.shape[0]))
    bank.extend(_two_lines(dice) for _ in range(two_lines))
    return bank


def decoys(plain: Sequence[Row], press: Press, count: int, dice: np.random.Generator) -> list[Texture]:
    """What is pasted in the same way and is no plate: patches of pictures without a plate, and drawn words, badges, grilles and bumper
    stickers. Without them a detector learns the traces of pasting, and that every small panel with letters is a plate."""
    pictures = [read_planes(row.image, 640)[0] for row in plain if row.split == "train"]
    bank = []
    for number in range(count):
        if pictures and number % 3 == 0:
            picture = pictures[dice.integers(len(pictures))]
            width = int(dice.integers(24, min(WIDTH_PX, picture.shape[1])))
            height = int(np.clip(width / dice.uniform(1.2, 5), 12, picture.shape[0] - 1))
            x, y = dice.integers(picture.shape[1] - width + 1), dice.integers(picture.shape[0] - height + 1)
            bank.append(_texture(picture[y : y + height, x : x + width], width / height))
        else:
            bank.append(_panel(dice) if number % 3 == 1 else _sticker(press, dice))
    return bank


def is_true_quad(box: tuple[float, float, float, float], corners: np.ndarray) -> bool:
    """False for corners that only repeat the box: a labeller's shortcut, not a measurement."""
    x, y, w, h = box
    return bool(np.abs(corners - np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]])).max() > 1.0)


def _grey(planes: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """One of [4, h, w] luma, red, green, blue: as a mono camera with this or that filter sees it."""
    return planes[dice.choice(4, p=[0.6, 0.2, 0.1, 0.1])]


def _texture(grey: np.ndarray, aspect: float, exact: bool = True) -> Texture:
    levels = [np.ascontiguousarray(grey)]
    while levels[-1].shape[1] >= 32:
        levels.append(cv2.resize(levels[-1], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
    return Texture(tuple(levels), aspect, exact)


def _rectified(row: Row, dice: np.random.Generator) -> list[Texture]:
    found = []
    quads = [plate.corners for plate in row.plates if plate.corners is not None and is_true_quad(plate.box, plate.corners)]
    quads = [quad for quad in quads if np.linalg.norm(quad[1] - quad[0]) >= 70]
    if not quads:
        return found
    planes = read_planes(row.image)
    for quad in quads:
        flat = _flat(_grey(planes, dice), quad, stretch=1.3 if row.manifest in SQUASHED else 1.0)
        found.append(_texture(flat, flat.shape[1] / flat.shape[0]))
    return found


def _flat(picture: np.ndarray, quad: np.ndarray, stretch: float = 1.0) -> np.ndarray:
    """The quadrilateral as an upright picture of at most WIDTH_PX, `stretch` times wider than it lies there."""
    width = int(min(WIDTH_PX, np.linalg.norm(quad[1] - quad[0])))
    aspect = float(np.clip(np.linalg.norm(quad[1] - quad[0]) / np.linalg.norm(quad[3] - quad[0]) * stretch, 1.2, 5.0))
    height = max(12, round(width / aspect))
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), np.float32([[0, 0], [width, 0], [width, height], [0, height]]))
    return cv2.warpPerspective(picture, matrix, (width, height), flags=cv2.INTER_LINEAR)


def _two_lines(dice: np.random.Generator) -> Texture:
    """A plain plate on two lines, as motorcycles and vans carry them; dark on bright or the other way round."""
    aspect = float(dice.uniform(1.2, 1.75))
    width, height = WIDTH_PX, round(WIDTH_PX / aspect)
    ground, ink = int(dice.integers(150, 250)), int(dice.integers(5, 80))
    if dice.random() < 0.2:
        ground, ink = ink + 20, ground
    picture = Image.new("L", (width, height), ground)
    draw = ImageDraw.Draw(picture)
    left, top = 4, 2
    kind = dice.random()
    if kind < 0.45:  # a country's band beside the upper line or down the whole side
        band = round(width * dice.uniform(0.08, 0.14))
        draw.rectangle([0, 0, band, height if dice.random() < 0.6 else height // 2], fill=int(dice.integers(30, 120)))
        left = band + 3
    elif kind < 0.7:  # the name of a state or a town above
        top = round(height * dice.uniform(0.12, 0.2))
        draw.text((width / 2, top * 0.6), _text(dice, 4, 12), fill=ink, font=ImageFont.load_default(top), anchor="mm")
    middle = top + (height - 2 - top) * dice.uniform(0.42, 0.55)
    _fill(picture, _text(dice, 2, 4), (left, top, width - 3, middle), ink, dice)
    _fill(picture, _text(dice, 3, 5), (left, middle, width - 3, height - 2), ink, dice)
    if dice.random() < 0.6:
        draw.rectangle([1, 1, width - 2, height - 2], outline=ink, width=int(dice.integers(1, 3)))
    return _texture(np.asarray(picture), aspect)


def _panel(dice: np.random.Generator) -> Texture:
    """A sign, a sticker, a badge or a grille: words in small letters or several lines, an oval, or bars."""
    aspect = float(dice.uniform(1.0, 5.0))
    width, height = WIDTH_PX, round(WIDTH_PX / aspect)
    ground, ink = (int(value) for value in dice.permutation([int(dice.integers(0, 110)), int(dice.integers(140, 255))]))
    picture = Image.new("L", (width, height), ground)
    draw = ImageDraw.Draw(picture)
    kind = dice.random()
    if kind < 0.2:  # a grille or a lamp: bars
        step = int(dice.integers(6, 26))
        for at in range(0, width if dice.random() < 0.5 else height, step):
            draw.rectangle([at, 0, at + step // 2, height] if width > height * 2 else [0, at, width, at + step // 2], fill=ink)
    elif kind < 0.45:  # a badge
        draw.ellipse([2, 2, width - 3, height - 3], fill=ink, outline=(ground + ink) // 2, width=4)
        _fill(picture, _words(dice, 1, 1), (width * 0.12, height * 0.25, width * 0.88, height * 0.75), ground, dice)
    else:  # a sign or a sticker: lines of words
        lines = int(dice.integers(1, max(2, min(5, height // 22)) + 1))
        for number in range(lines):
            area = (4, height * number / lines + 1, width - 4, height * (number + 1) / lines - 1)
            _fill(picture, _words(dice, 1 if aspect < 2 else 2, 4), area, ink, dice)
    return _texture(np.asarray(picture), aspect)


def _sticker(press: Press, dice: np.random.Generator) -> Texture:
    """A bumper sticker: a plate's shape, with a line or two of print in a font's own proportions, lower than a plate's characters are."""
    aspect = float(dice.uniform(2.2, 4.6))
    width, height = WIDTH_PX, round(WIDTH_PX / aspect)
    ground, ink = (int(value) for value in dice.permutation([int(dice.integers(0, 110)), int(dice.integers(140, 255))]))
    picture = np.full((height, width), ground, np.float32)
    if dice.random() < 0.3:
        cv2.rectangle(picture, (2, 2), (width - 3, height - 3), float(ink), 1)
    style, choice = str(dice.choice(STYLES, p=[0.7, 0.1, 0.1, 0.1])), int(dice.integers(99))
    lines = 1 if dice.random() < 0.6 else 2
    for number in range(lines):
        text = _words(dice, 2, 4) if dice.random() < 0.7 else f"{_words(dice, 1, 2)} {dice.integers(100)}"
        mask = press.print_line(text.upper() if dice.random() < 0.7 else text, style, choice)
        tall = height * dice.uniform(0.28, 0.5) / lines**0.5
        scale = min(tall / mask.shape[0], 0.92 * width / mask.shape[1])
        mask = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        x, y = (width - mask.shape[1]) // 2, max(0, round(height * (number + 0.5) / lines - mask.shape[0] / 2))
        place = picture[y : y + mask.shape[0], x : x + mask.shape[1]]
        place += (ink - place) * mask[: place.shape[0]]
    return _texture(picture.astype(np.uint8), aspect)


def _words(dice: np.random.Generator, least: int, most: int) -> str:
    """Words that mean nothing, a telephone number now and then; all in capitals, as badges and advertisements are, one time in three."""
    if dice.random() < 0.15:
        return "-".join("".join(dice.choice(list("0123456789"), size=size)) for size in ((3, 3, 4) if dice.random() < 0.5 else (3, 4)))
    words = ["".join(dice.choice(list("aabcdeeefghiijklmnoooprstuuvwyz"), size=dice.integers(2, 9))) for _ in range(dice.integers(least, most + 1))]
    if dice.random() < 0.35:
        return " ".join(words).upper()
    return " ".join(word.capitalize() if dice.random() < 0.4 else word for word in words)


def _text(dice: np.random.Generator, least: int, most: int) -> str:
    return "".join(dice.choice(list(ALPHABET), size=dice.integers(least, most + 1)))


def _fill(picture: Image.Image, text: str, area: tuple[float, float, float, float], ink: int, dice: np.random.Generator) -> None:
    """Sets the text so that it fills most of the area, stretched as plates' tall letters are."""
    font = ImageFont.load_default(48)
    stroke = int(dice.integers(1, 4))
    x0, y0, x1, y1 = font.getbbox(text, stroke_width=stroke)
    mask = Image.new("L", (int(x1 - x0), int(y1 - y0)), 0)
    ImageDraw.Draw(mask).text((-x0, -y0), text, fill=255, font=font, stroke_width=stroke)
    size = (max(4, round((area[2] - area[0]) * dice.uniform(0.75, 0.95))), max(4, round((area[3] - area[1]) * dice.uniform(0.6, 0.82))))
    mask = mask.resize(size, Image.Resampling.BILINEAR)
    spot = (round((area[0] + area[2] - size[0]) / 2), round((area[1] + area[3] - size[1]) / 2))
    picture.paste(ink, (*spot, spot[0] + size[0], spot[1] + size[1]), mask)
