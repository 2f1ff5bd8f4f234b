"""What comes upon a plate in use, and what is around it: stickers, border, screws, dirt, snow, shadow, glare, a frame, the car.

    props = Props(press, load_backgrounds(root))
    stickers(props, plate, design, dice)           # into float32 [height, width], in place, and so the others
    image, quad = mount(props, plate, infrared, dice)

Everything is drawn in grey levels by the dice it is given, never so much that a person could not read on. A background is a piece
of a real street without a plate; under the unit's infrared lamp it is dark and the plate bright.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from data import read_manifests
from fonts import Press

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
DEALERS = ("TOYOTA OF", "dealer.com", "FORD", "CHEVROLET", "ALUMNI", "MOTORS", "GO TIGERS", "HONDA", "www.autos.com", "SUPERSTORE", "NISSAN", "SINCE 1949")
ROUND_SHARE = 0.8  # of plates: those with round corners
CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")


@dataclass(frozen=True)
class Props:
    press: Press
    backgrounds: list[np.ndarray]


def load_backgrounds(root: Path, split: str = "train") -> list[np.ndarray]:
    """Grey pieces of streets and cars without a plate, from the negatives, about 480 px wide."""
    rows, _ = read_manifests(root, "negatives")
    pictures = []
    for row in rows:
        grey = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE)
        if row.split == split and grey is not None and min(grey.shape) > 100:
            scale = max(480 / grey.shape[1], 200 / grey.shape[0])
            pictures.append(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return pictures


def stickers(props: Props, plate: np.ndarray, design: dict[str, Any], dice: np.random.Generator) -> None:
    """Month and year where this plate has them (`stickers` of the design), and now and then elsewhere."""
    height, width = plate.shape
    own = design.get("stickers")
    for corner in CORNERS:
        if dice.random() >= (0.22 if own is None else 0.8 if corner in own else 0.04):
            continue
        w, h = int(dice.integers(16, 34)), int(dice.integers(12, 20))
        x = int(dice.integers(3, 12)) if corner.endswith("left") else width - w - int(dice.integers(3, 12))
        y = int(dice.integers(3, 8)) if corner.startswith("top") else height - h - int(dice.integers(3, 8))
        tone = dice.uniform(20, 240)
        cv2.rectangle(plate, (x, y), (x + w, y + h), tone, -1)
        text = MONTHS[int(dice.integers(12))] if dice.random() < 0.5 else f"{int(dice.integers(27)):02d}"
        label(props, plate[y : y + h, x : x + w], text, (0.5, 0.5), 0.6, 255 - tone, dice)


def border(plate: np.ndarray, ink: float, dice: np.random.Generator) -> None:
    """A pressed edge, in the ink or only as a shade; screws and holes."""
    height, width = plate.shape
    if dice.random() < 0.55:
        tone = ink if dice.random() < 0.4 else float(np.clip(plate.mean() + dice.uniform(-50, 50), 0, 255))
        inset = int(dice.integers(1, 4))
        cv2.rectangle(plate, (inset, inset), (width - 1 - inset, height - 1 - inset), tone, int(dice.integers(1, 3)), cv2.LINE_AA)
    if dice.random() < 0.5:
        for share in (0.2, 0.8) if dice.random() < 0.7 else (0.08, 0.92):
            y = round(height * (0.1 if dice.random() < 0.7 else 0.9))
            radius, tone = max(2, round(height * 0.04)), dice.uniform(10, 230)
            cv2.circle(plate, (round(width * share), y), radius, tone, -1, cv2.LINE_AA)
            cv2.circle(plate, (round(width * share) + 1, y + 1), radius, max(0.0, tone - 60), 1, cv2.LINE_AA)


def weather(plate: np.ndarray, dice: np.random.Generator) -> None:
    """Dirt, mud, snow, shadow and glare."""
    height, width = plate.shape
    if dice.random() < 0.3:  # a film of dirt
        coarse = dice.normal(0, 1, (4, 9)).astype(np.float32)
        plate *= 1 + cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC) * dice.uniform(0.03, 0.13)
    if dice.random() < 0.15:  # specks
        for _ in range(int(dice.integers(3, 16))):
            cv2.circle(plate, (int(dice.integers(width)), int(dice.integers(height))), int(dice.integers(1, 4)), dice.uniform(30, 200), -1, cv2.LINE_AA)
    if dice.random() < 0.05:  # mud thrown up, or salt
        _drift(plate, 1, dice.uniform(0.1, 0.4), dice.uniform(50, 170), dice.uniform(0.35, 0.8), dice)
    if dice.random() < 0.05:  # snow upon the upper edge or the frame's ledge
        _drift(plate, 0 if dice.random() < 0.6 else 1, dice.uniform(0.06, 0.22), dice.uniform(200, 255), dice.uniform(0.8, 1.0), dice)
        for _ in range(int(dice.integers(0, 30))):
            cv2.circle(plate, (int(dice.integers(width)), int(dice.integers(height))), 1, 250.0, -1, cv2.LINE_AA)
    if dice.random() < 0.15:  # the edge of a shadow
        x, y = dice.uniform(-0.2, 1.2, 2) * (width, height)
        edge = np.array([[x, -9], [x + dice.uniform(-40, 40), height + 9], [width + 99, height + 9], [width + 99, -9]])
        if dice.random() < 0.5:
            edge = np.array([[-9, y], [width + 9, y + dice.uniform(-20, 20)], [width + 9, -99], [-9, -99]])
        shade = np.ones((height, width), np.float32)
        cv2.fillPoly(shade, [edge.astype(np.int32)], dice.uniform(0.35, 0.8))
        plate *= cv2.blur(shade, (5, 5))
    if dice.random() < 0.08:  # the sun or a headlamp in it
        glare = np.zeros((height, width), np.float32)
        cv2.circle(glare, (int(dice.integers(width)), int(dice.integers(height))), int(dice.integers(8, 30)), dice.uniform(30, 110), -1)
        plate += cv2.blur(glare, (31, 31))


def _drift(plate: np.ndarray, edge: int, deep: float, tone: float, thick: float, dice: np.random.Generator) -> None:
    """What lies along the upper (0) or lower (1) edge, up to `deep` of the height, with a ragged rim."""
    height, width = plate.shape
    rim = cv2.resize(dice.uniform(0.1, 1.0, (1, int(dice.integers(5, 14)))).astype(np.float32), (width, 1), interpolation=cv2.INTER_CUBIC)[0] * deep * height
    rows = np.arange(height, dtype=np.float32)[:, None]
    inside = np.clip((rim - rows if edge == 0 else rows - (height - rim)) / 3 + 0.5, 0, 1) * thick
    plate += inside * (tone + cv2.resize(dice.normal(0, 9, (6, 16)).astype(np.float32), (width, height)) - plate)


def dealer_frame(props: Props, plate: np.ndarray, dice: np.random.Generator) -> tuple[float, float]:
    """A frame that lies on the plate's rim, lettered or not. Returns how much of the height it hides above and below."""
    height, width = plate.shape
    above, below = (round(height * (dice.uniform(0.1, 0.24) if dice.random() < 0.45 else dice.uniform(0.02, 0.07))) for _ in range(2))
    side = round(width * dice.uniform(0.01, 0.035))
    tone = dice.uniform(5, 70) if dice.random() < 0.65 else dice.uniform(150, 235)
    for spot in (plate[:above], plate[height - below :], plate[:, :side], plate[:, width - side :]):
        spot[:] = tone
    for rows, tall in ((slice(0, above), above), (slice(height - below, height), below)):
        if tall > 0.09 * height and dice.random() < 0.8:
            label(props, plate[rows], DEALERS[int(dice.integers(len(DEALERS)))], (0.5, 0.5), 0.62, 240 if tone < 110 else 20, dice)
    return above / height, below / height


def mount(props: Props, plate: np.ndarray, infrared: bool, dice: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Puts the plate on a car: uint8 picture around it, and its outline there, float32 [4, 2]."""
    height, width = plate.shape
    across, down = round(width * 0.22), round(height * 0.45)
    image = background(props, width + 2 * across, height + 2 * down, dice).astype(np.float32)
    if dice.random() < 0.7:  # a car's body: smooth, in its own tone
        image = cv2.blur(image, (15, 15)) * dice.uniform(0.2, 0.8) + dice.uniform(0, 160)
    if infrared and dice.random() < 0.8:
        image *= dice.uniform(0.05, 0.4)
    if dice.random() < 0.3:  # a frame around it, or the plate's own shadow
        rim, tone = int(dice.integers(1, 9)), dice.uniform(5, 90) if dice.random() < 0.7 else dice.uniform(120, 240)
        cv2.rectangle(image, (across - rim, down - rim), (across + width + rim, down + height + rim), tone, -1)
    behind = image[down : down + height, across : across + width]
    if dice.random() < ROUND_SHARE:
        _round_off(plate, behind, int(dice.integers(3, 7)))
    behind[:] = plate
    quad = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) + np.float32([across, down])
    return np.clip(image, 0, 255).astype(np.uint8), quad


def _round_off(plate: np.ndarray, behind: np.ndarray, radius: int) -> None:
    """Lets what is behind show at the four corners, which are pressed round."""
    reach = np.arange(radius, dtype=np.float32) - (radius - 0.5)
    inside = np.clip(radius + 0.5 - np.hypot(reach[:, None], reach[None]), 0, 1)
    for rows in (slice(0, radius), slice(-1, -radius - 1, -1)):
        for columns in (slice(0, radius), slice(-1, -radius - 1, -1)):
            plate[rows, columns] += (1 - inside) * (behind[rows, columns] - plate[rows, columns])


def label(props: Props, area: np.ndarray, text: str, at: tuple[float, float], tall: float, tone: float, dice: np.random.Generator) -> None:
    """A line of print centred at a place of the area, `tall` of its height, no wider than it."""
    mask = props.press.print_line(text, "sans", int(dice.integers(1000)))
    height, width = area.shape
    h = min(height, max(4, round(height * tall)))
    w = min(round(width * 0.96), max(3, round(mask.shape[1] * h / mask.shape[0])))
    x, y = (int(np.clip(round(side * share - size / 2), 0, max(0, side - size))) for side, share, size in ((width, at[0], w), (height, at[1], h)))
    spot = area[y : y + h, x : x + w]
    if spot.size:
        spot += cv2.resize(mask, (spot.shape[1], spot.shape[0]), interpolation=cv2.INTER_AREA).astype(np.float32) / 255 * (tone - spot)


def background(props: Props, width: int, height: int, dice: np.random.Generator) -> np.ndarray:
    picture = props.backgrounds[int(dice.integers(len(props.backgrounds)))]
    x = int(dice.integers(max(1, picture.shape[1] - width)))
    y = int(dice.integers(max(1, picture.shape[0] - height)))
    patch = picture[y : y + height, x : x + width]
    return patch if patch.shape == (height, width) else cv2.resize(patch, (width, height))
