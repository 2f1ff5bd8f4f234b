"""How a camera sees a plate, and how the runtime cuts it out: from a picture with a known outline to the reader's 48x144.

    crop = spoiled_view(image, quad, dice)            # uint8 [48, 144], spoiled as a street camera spoils
    crop = rectify(image, quad, margin)               # uint8 [48, 144], as the runtime does it, nothing spoiled

Order: pose -> sampling to 45-200 px -> blur and motion -> light -> noise -> JPEG -> the outline as a detector finds it (corners off by
about a tenth of the height, a residual roll, sometimes only a loose box) -> perspective to 48x144. Noise and contrast are capped
so that a person could still read the plate. `normalise` turns crops into what the network takes.
"""

import cv2
import numpy as np

HEIGHT, WIDTH = 48, 144
STD_FLOOR = 8.0
LEAST_HEIGHT_PX = 13.0  # of a sampled plate: under it no person reads a European one


def normalise(crops: np.ndarray) -> np.ndarray:
    """uint8 [n, 48, 144] -> float32 [n, 48, 144], each by its own mean and deviation, the latter at least STD_FLOOR grey levels."""
    values = crops.astype(np.float32)
    mean = values.mean(axis=(1, 2), keepdims=True)
    return (values - mean) / np.maximum(values.std(axis=(1, 2), keepdims=True), STD_FLOOR)


def enlarge(quad: np.ndarray, across: float, down: float | None = None) -> np.ndarray:
    """The outline with `across` (and `down`) of its own width (height) added on each side, in its own perspective's first order."""
    down = across if down is None else down
    a, b, c, d = quad.astype(np.float64)
    return np.array([
        a + (a - b) * across + (a - d) * down, b + (b - a) * across + (b - c) * down,
        c + (c - d) * across + (c - b) * down, d + (d - c) * across + (d - a) * down,
    ], np.float32)


def rectify(image: np.ndarray, quad: np.ndarray, margin: float) -> np.ndarray:
    """The outline, enlarged by `margin` a side, as 48x144; averages first where it shrinks."""
    return cut(image, enlarge(quad, margin))


def cut(image: np.ndarray, outline: np.ndarray, size: tuple[int, int] = (WIDTH, HEIGHT)) -> np.ndarray:
    """The outline as it is, in perspective, as uint8 [size[1], size[0]]."""
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    width = max(float(np.hypot(*(outline[1] - outline[0]))), float(np.hypot(*(outline[2] - outline[3]))))
    height = max(float(np.hypot(*(outline[3] - outline[0]))), float(np.hypot(*(outline[2] - outline[1]))))
    kx, ky = max(1, round(width / size[0])), max(1, round(height / size[1]))
    if kx > 1 or ky > 1:
        matrix = cv2.getPerspectiveTransform(outline, target * np.float32([kx, ky]))
        large = cv2.warpPerspective(image, matrix, (size[0] * kx, size[1] * ky), borderMode=cv2.BORDER_REPLICATE)
        return cv2.resize(large, size, interpolation=cv2.INTER_AREA)
    return cv2.warpPerspective(image, cv2.getPerspectiveTransform(outline, target), size, borderMode=cv2.BORDER_REPLICATE)


def spoiled_view(image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float = 1.0, loose: bool = False) -> np.ndarray:
    """One look through a camera and a detector: uint8 [48, 144]. `strength` scales what the camera does (0 to 1); `loose`: the outline
    is only a rough box already, so that corners are moved less."""
    small, outline = photograph(image, quad, dice, strength)
    return cut(small, as_detected(outline, dice, 0.6 if loose else 1.0))


def photograph(image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """The plate as the camera has it, turned, sampled and spoiled, with its true outline there."""
    small, outline = _sample(image, quad, dice, strength)
    return _spoil(small, dice, strength, outline), outline


def _sample(image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Turns the plate in space and samples it to so many pixels of width."""
    width, height = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    wanted = float(np.exp(dice.uniform(np.log(44), np.log(200)))) if dice.random() < 0.7 else dice.uniform(90, 200)
    wanted = max(wanted, LEAST_HEIGHT_PX * width / height)
    scale = min(1.0, wanted / width) if dice.random() < 0.9 * strength + 0.1 and strength > 0 else min(1.0, 200 / width)
    if scale < 0.97:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        quad = quad * scale
    if dice.random() < 0.8 * strength:
        tall, full = image.shape
        size = np.float32([full, tall])
        roll, shear = np.radians(dice.normal(0, 5)), dice.normal(0, 0.06)
        middle = quad.mean(axis=0)
        turn = np.array([[np.cos(roll), -np.sin(roll) + shear], [np.sin(roll), np.cos(roll)]])
        source = np.float32([[0, 0], [full, 0], [full, height], [0, height]])
        tilt = dice.normal(0, 0.03, (4, 2)) * size * [0.5, 1.0]
        matrix = cv2.getPerspectiveTransform(source, ((source - middle) @ turn.T * [dice.uniform(0.72, 1.0), 1.0] + middle + tilt).astype(np.float32))
        image = cv2.warpPerspective(image, matrix, (full, tall), borderMode=cv2.BORDER_REPLICATE)
        quad = cv2.perspectiveTransform(quad[None].astype(np.float32), matrix)[0]
    return image, quad


def _spoil(image: np.ndarray, dice: np.random.Generator, strength: float, quad: np.ndarray) -> np.ndarray:
    width, height = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    if dice.random() < 0.55 * strength:
        image = cv2.GaussianBlur(image, (0, 0), dice.uniform(0.3, min(1.4, 0.3 + width / 120, 0.25 + height / 22)))
    if dice.random() < 0.18 * strength:
        reach = max(2, round(width * dice.uniform(0.012, 0.035)))
        kernel = np.zeros((reach, reach), np.float32)
        end = (reach - 1, reach // 2) if dice.random() < 0.7 else (reach // 2, reach - 1)
        cv2.line(kernel, (reach - 1 - end[0], reach - 1 - end[1]), end, 1)
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    values = image.astype(np.float32)
    if strength > 0 and dice.random() < 0.35:
        values = 255 * (values / 255) ** dice.uniform(0.5, 1.9)
    if dice.random() < 0.5 * strength:
        middle = float(values.mean())
        values = (values - middle) * dice.uniform(0.4, 1.5) + np.clip(middle + dice.uniform(-50, 50), 40, 215)
    if strength > 0 and dice.random() < 0.1:
        values = 255 - values
    deviation = float(values.std())
    if dice.random() < 0.6 * strength:
        noise = dice.uniform(0.5, min(14.0, 1 + 0.28 * deviation))
        values = values + dice.standard_normal(values.shape, dtype=np.float32) * noise
    image = np.clip(values, 0, 255).astype(np.uint8)
    if dice.random() < 0.5 * strength:
        _, coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(dice.integers(30, 92))])
        image = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
    return image


def as_detected(quad: np.ndarray, dice: np.random.Generator, share: float) -> np.ndarray:
    """The outline as the detector would have it, enlarged as the runtime does and somewhat otherwise too."""
    across, down = dice.uniform(0.045, 0.15), dice.uniform(0.045, 0.15)
    if dice.random() < 0.12:
        across, down = dice.uniform(0.0, 0.22), dice.uniform(-0.02, 0.3)
    return enlarge(misjudged(quad, dice, share), across, down)


def misjudged(quad: np.ndarray, dice: np.random.Generator, share: float = 1.0) -> np.ndarray:
    """The outline with a detector's errors: corners off by about a tenth of the height, two degrees of roll, sometimes an upright box."""
    height = float(np.hypot(*(quad[3] - quad[0])))
    if dice.random() < 0.14:
        (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
        quad = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    roll = np.radians(dice.normal(0, 2.0 * share))
    middle = quad.mean(axis=0)
    turn = np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    moved = (quad - middle) @ turn.T + middle + dice.normal(0, 0.05 * share, 2) * height
    return (moved + dice.normal(0, 0.055 * share, (4, 2)) * height).astype(np.float32)
