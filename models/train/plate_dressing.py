"""What is on and around a plate besides its letters: ground, band, small print, stickers, border, screws, dirt, light, and the car.

    props = Props(press, load_backgrounds(root))
    plate = ground(props, width, height, grey, dice)       # float32 [height, width]; the others draw into it

Everything is drawn in grey levels, in place, by the dice it is given. A background is a piece of a real street without a plate.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from data import read_manifests
from fonts import Press

SMALL_PRINT = (
    "LAND OF LINCOLN", "SUNSHINE STATE", "OCT", "MAY", "2012", "08", "14", "COOK", "ORANGE COUNTY", "dealer.com", "TOYOTA OF", "FORD",
    "GRAND CANYON STATE", "www.state.gov", "PR-CURITIBA", "SP-SAO PAULO", "RJ-RIO DE JANEIRO", "VETERAN", "UNIVERSITY", "1849", "JAN", "DEC 19",
)


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


def ground(props: Props, width: int, height: int, grey: float, dice: np.random.Generator) -> np.ndarray:
    plate = np.full((height, width), grey, np.float32)
    kind = dice.random()
    if kind < 0.35:
        slope = dice.uniform(-45, 45)
        ramp = np.linspace(-0.5, 0.5, height if dice.random() < 0.7 else width, dtype=np.float32) * slope
        plate += ramp[:, None] if len(ramp) == height else ramp[None, :]
    elif kind < 0.55 and height > 55:  # printed scenery: soft shapes
        for _ in range(int(dice.integers(2, 6))):
            centre = (int(dice.integers(width)), int(dice.integers(height)))
            axes = (int(dice.integers(8, width // 2)), int(dice.integers(5, height // 2)))
            tone = grey + dice.uniform(-40, 40)
            cv2.ellipse(plate, centre, axes, dice.uniform(0, 180), 0, 360, tone, -1, cv2.LINE_AA)
        plate = cv2.GaussianBlur(plate, (0, 0), dice.uniform(0.8, 4))
    elif kind < 0.68:
        patch = background(props, width, height, dice).astype(np.float32)
        plate += (cv2.GaussianBlur(patch, (0, 0), dice.uniform(1, 5)) - patch.mean()) * dice.uniform(0.1, 0.4)
    return plate


def decorate(props: Props, plate: np.ndarray, design: dict[str, Any], grey: float, ink: float, dice: np.random.Generator) -> None:
    """Small print, band, stickers, border and screws; the letters come after and lie above."""
    height, width = plate.shape
    size = design["size"]
    if size == "us":
        legend = design["legend"] if dice.random() < 0.8 else SMALL_PRINT[int(dice.integers(len(SMALL_PRINT)))]
        small_print(props, plate, legend, 0.12, dice.uniform(0.11, 0.2), ink if dice.random() < 0.7 else dice.uniform(10, 245), dice)
        if dice.random() < 0.8:
            slogan = design.get("slogan") or SMALL_PRINT[int(dice.integers(len(SMALL_PRINT)))]
            small_print(props, plate, slogan, 0.9, dice.uniform(0.07, 0.13), ink if dice.random() < 0.7 else dice.uniform(10, 245), dice)
        for corner in range(4):
            if dice.random() < 0.22:
                _sticker(props, plate, corner, dice)
        if dice.random() < 0.12:
            cv2.rectangle(plate, (0, 0), (width, round(height * dice.uniform(0.15, 0.24))), dice.uniform(10, 240), -1)
            small_print(props, plate, design["legend"], 0.11, 0.13, dice.uniform(180, 250) if dice.random() < 0.5 else dice.uniform(10, 70), dice)
    elif size == "br":
        if "band" in design["colours"]:
            cv2.rectangle(plate, (0, 0), (width, round(height * dice.uniform(0.2, 0.27))), grey_of(design["colours"]["band"], dice), -1)
            small_print(props, plate, design["legend"], 0.12, 0.14, dice.uniform(190, 250), dice)
        else:
            small_print(props, plate, design["legend"] if dice.random() < 0.3 else SMALL_PRINT[int(dice.integers(15, 18))], 0.16, dice.uniform(0.1, 0.17), ink, dice)
    if dice.random() < 0.55:  # pressed border
        tone = ink if dice.random() < 0.5 else grey + dice.uniform(-50, 50)
        inset = int(dice.integers(1, 5))
        cv2.rectangle(plate, (inset, inset), (width - 1 - inset, height - 1 - inset), tone, int(dice.integers(1, 3)), cv2.LINE_AA)
    if size == "eu" and "band" in design["colours"] and dice.random() < 0.9:
        tone = grey_of(design["colours"]["band"], dice)
        band = round(width * dice.uniform(0.06, 0.09))
        cv2.rectangle(plate, (0, 0), (band, height), tone, -1)
        small_print(props, plate[:, :band], design["legend"], 0.78, 0.22, dice.uniform(170, 250), dice)
        if dice.random() < 0.7:
            cv2.circle(plate, (band // 2, round(height * 0.32)), band // 3, min(250.0, tone + 70), 1, cv2.LINE_AA)
        if design["region"] in ("fr", "it", "al") or dice.random() < 0.05:
            cv2.rectangle(plate, (width - band, 0), (width, height), tone, -1)
            small_print(props, plate[:, width - band :], str(dice.integers(10, 40)), 0.75, 0.2, dice.uniform(170, 250), dice)
    if dice.random() < 0.5:  # screws and holes
        for share in ((0.2, 0.8) if dice.random() < 0.7 else (0.08, 0.92)):
            y = round(height * (0.1 if dice.random() < 0.7 else 0.9))
            cv2.circle(plate, (round(width * share), y), max(2, round(height * 0.04)), dice.uniform(10, 230), -1, cv2.LINE_AA)


def weather(plate: np.ndarray, dice: np.random.Generator) -> None:
    """Dirt, shadow and glare, never so much that a person could not read on."""
    height, width = plate.shape
    if dice.random() < 0.3:
        coarse = dice.normal(0, 1, (4, 9)).astype(np.float32)
        plate *= 1 + cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC) * dice.uniform(0.03, 0.13)
    if dice.random() < 0.15:
        for _ in range(int(dice.integers(3, 16))):
            cv2.circle(plate, (int(dice.integers(width)), int(dice.integers(height))), int(dice.integers(1, 4)), dice.uniform(30, 200), -1, cv2.LINE_AA)
    if dice.random() < 0.15:
        x, y = dice.uniform(-0.2, 1.2, 2) * (width, height)
        edge = np.array([[x, -9], [x + dice.uniform(-40, 40), height + 9], [width + 99, height + 9], [width + 99, -9]])
        if dice.random() < 0.5:
            edge = np.array([[-9, y], [width + 9, y + dice.uniform(-20, 20)], [width + 9, -99], [-9, -99]])
        shade = np.ones((height, width), np.float32)
        cv2.fillPoly(shade, [edge.astype(np.int32)], dice.uniform(0.35, 0.8))
        plate *= cv2.blur(shade, (5, 5))
    if dice.random() < 0.08:
        glare = np.zeros((height, width), np.float32)
        cv2.circle(glare, (int(dice.integers(width)), int(dice.integers(height))), int(dice.integers(8, 30)), dice.uniform(30, 110), -1)
        plate += cv2.blur(glare, (31, 31))


def mount(props: Props, plate: np.ndarray, dice: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Puts the plate on a car: its outline and the picture around it, some with a frame."""
    height, width = plate.shape
    across, down = round(width * 0.22), round(height * 0.45)
    image = background(props, width + 2 * across, height + 2 * down, dice).astype(np.float32)
    if dice.random() < 0.7:  # a car's body: smooth, in its own tone
        image = cv2.blur(image, (15, 15)) * dice.uniform(0.2, 0.8) + dice.uniform(0, 160)
    if dice.random() < 0.3:  # a frame, or the plate's own shadow
        rim, tone = int(dice.integers(1, 9)), dice.uniform(5, 90) if dice.random() < 0.7 else dice.uniform(120, 240)
        cv2.rectangle(image, (across - rim, down - rim), (across + width + rim, down + height + rim), tone, -1)
    image[down : down + height, across : across + width] = plate
    quad = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) + np.float32([across, down])
    return np.clip(image, 0, 255).astype(np.uint8), quad


def small_print(props: Props, plate: np.ndarray, text: str, middle: float, tall: float, tone: float, dice: np.random.Generator) -> None:
    if not text:
        return
    mask = props.press.print_line(text, int(dice.integers(1000)))
    height, width = plate.shape
    h = max(4, round(height * tall))
    w = min(round(width * 0.96), max(4, round(mask.shape[1] * h / mask.shape[0])))
    h = min(h, height)
    x = int(np.clip(round((width - w) / 2 + dice.normal(0, 0.04) * width), 0, max(0, width - w)))
    y = int(np.clip(round(height * middle - h / 2), 0, height - h))
    spot = plate[y : y + h, x : x + w]
    spot += cv2.resize(mask, (spot.shape[1], spot.shape[0]), interpolation=cv2.INTER_AREA).astype(np.float32) / 255 * (tone - spot)


def background(props: Props, width: int, height: int, dice: np.random.Generator) -> np.ndarray:
    picture = props.backgrounds[int(dice.integers(len(props.backgrounds)))]
    x = int(dice.integers(max(1, picture.shape[1] - width)))
    y = int(dice.integers(max(1, picture.shape[0] - height)))
    patch = picture[y : y + height, x : x + width]
    return patch if patch.shape == (height, width) else cv2.resize(patch, (width, height))


def grey_of(colour: str, dice: np.random.Generator) -> float:
    return float(np.dot(dice.dirichlet([1.0, 1.6, 0.8]), rgb(colour)))


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float32)


def _sticker(props: Props, plate: np.ndarray, corner: int, dice: np.random.Generator) -> None:
    height, width = plate.shape
    w, h = int(dice.integers(16, 34)), int(dice.integers(12, 20))
    x = int(dice.integers(2, 12)) if corner % 2 == 0 else width - w - int(dice.integers(2, 12))
    y = int(dice.integers(2, 8)) if corner < 2 else height - h - int(dice.integers(2, 8))
    tone = dice.uniform(20, 240)
    cv2.rectangle(plate, (x, y), (x + w, y + h), tone, -1)
    small_print(props, plate[y : y + h, x : x + w], SMALL_PRINT[int(dice.integers(2, 7))], 0.5, 0.6, 255 - tone, dice)
