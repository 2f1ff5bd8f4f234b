"""How a camera sees a plate, and how the runtime cuts it out: from a picture with a known outline to the reader's 48x144.

    crop = spoiled_view(image, quad, dice)            # uint8 [48, 144], spoiled as a street camera spoils
    crop = rectify(image, quad, margin)               # uint8 [48, 144], as the runtime does it, nothing spoiled

Order: pose (up to 45 degrees aside, in true perspective) and rolling shutter -> sampling to 40-200 px -> focus and motion -> light -> noise ->
JPEG -> the outline as a detector finds it (corners off by about a tenth of the height, a residual roll, sometimes only a loose box) ->
perspective to 48x144. Noise and contrast are capped so that a person could still read the plate; a plate is never mirrored.
`normalise` turns crops into what the network takes.
"""

from dataclasses import dataclass

import cv2
import numpy as np

HEIGHT, WIDTH = 48, 144
STD_FLOOR = 8.0
LEAST_WIDTH_PX = 40.0  # of a sampled plate, as it stands in the picture
LEAST_HEIGHT_PX = 13.0  # likewise: under it no person reads a European one
YAW_MAX, PITCH_MAX = np.radians(45), np.radians(35)
ROLLING_SHARE = 0.25


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


def spoiled_view(
    image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float = 1.0, loose: bool = False, size: tuple[int, int] = (WIDTH, HEIGHT)
) -> np.ndarray:  # fmt: skip
    """One look through a camera and a detector: uint8 [size[1], size[0]]. `strength` scales what the camera does (0 to 1); `loose`: the
    outline is only a rough box already, so that corners are moved less."""
    small, outline = photograph(image, quad, dice, strength)
    return cut(small, as_detected(outline, dice, 0.6 if loose else 1.0), size)


def photograph(image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """The plate as the camera has it, turned, sampled and spoiled, with its true outline there."""
    small, outline = _sample(image, quad, dice, strength)
    return _spoil(small, dice, strength, outline), outline


@dataclass(frozen=True)
class Pose:
    """How a plate stands before the camera: angles in radians, distance in plate widths; shear and stretch are the rolling shutter's."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    distance: float = 20.0
    shear: float = 0.0
    stretch: float = 1.0

    def matrix(self) -> np.ndarray:
        """Takes places relative to the plate's middle, in plate widths, to those in the picture: float64 [3, 3], never a mirror."""
        (cy, sy), (cp, sp), (cr, sr) = ((np.cos(a), np.sin(a)) for a in (self.yaw, self.pitch, self.roll))
        turned = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]]) @ np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
        seen = np.array([[turned[0, 0], turned[0, 1], 0], [turned[1, 0], turned[1, 1], 0], [turned[2, 0] / self.distance, turned[2, 1] / self.distance, 1]])
        return np.array([[1, self.shear, 0], [0, self.stretch, 0], [0, 0, 1]]) @ seen


def stand(dice: np.random.Generator, strength: float) -> Pose:
    """Mostly nearly frontal, now and then as steep as YAW_MAX and PITCH_MAX; a few with what a rolling shutter does to a moving car."""
    steep = dice.random() < 0.12
    yaw = dice.uniform(-YAW_MAX, YAW_MAX) if steep else np.clip(dice.normal(0, 0.26), -YAW_MAX, YAW_MAX)
    pitch = np.clip(dice.normal(0, 0.3 if steep else 0.16), -PITCH_MAX, PITCH_MAX)
    roll, distance = dice.normal(0, 0.075), float(np.exp(dice.uniform(np.log(3), np.log(30))))
    moving = dice.random() < ROLLING_SHARE
    shear, stretch = (dice.normal(0, 0.07), 1 + dice.normal(0, 0.025)) if moving else (dice.normal(0, 0.02), 1.0)
    return Pose(float(yaw) * strength, float(pitch) * strength, roll * strength, distance, shear * strength, stretch)


def _sample(image: np.ndarray, quad: np.ndarray, dice: np.random.Generator, strength: float) -> tuple[np.ndarray, np.ndarray]:
    width, height = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    wanted = float(np.exp(dice.uniform(np.log(LEAST_WIDTH_PX), np.log(200)))) if dice.random() < 0.7 else dice.uniform(90, 200)
    if dice.random() >= 0.9 * strength + 0.1 or strength == 0:
        wanted = 200.0
    pose = stand(dice, strength) if dice.random() < 0.85 * strength else Pose()
    middle = quad.mean(axis=0)
    seen = pose.matrix() @ np.array([[1 / width, 0, -middle[0] / width], [0, 1 / width, -middle[1] / width], [0, 0, 1]])
    outline = cv2.perspectiveTransform(quad[None].astype(np.float64), seen)[0]
    across, down = float(np.hypot(*(outline[1] - outline[0]))), float(np.hypot(*(outline[3] - outline[0])))
    scale = min(max(wanted, LEAST_WIDTH_PX / across, LEAST_HEIGHT_PX / down), width * 1.02)  # of one plate width, in px; never enlarged
    shrunk = min(1.0, 1.15 * scale / width)
    if shrunk < 0.8:
        image = cv2.resize(image, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
        seen = seen @ np.diag([1 / shrunk, 1 / shrunk, 1])
    low, high = outline.min(axis=0) * scale, outline.max(axis=0) * scale
    margin = (high - low) * [0.22, 0.4]
    size = np.ceil(high - low + 2 * margin).astype(int)
    placed = np.array([[scale, 0, margin[0] - low[0]], [0, scale, margin[1] - low[1]], [0, 0, 1]])
    small = cv2.warpPerspective(image, placed @ seen, (int(size[0]), int(size[1])), borderMode=cv2.BORDER_REPLICATE)
    return small, (outline * scale + margin - low).astype(np.float32)


def _spoil(image: np.ndarray, dice: np.random.Generator, strength: float, quad: np.ndarray) -> np.ndarray:
    width, height = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    if dice.random() < 0.55 * strength:  # out of focus
        image = cv2.GaussianBlur(image, (0, 0), dice.uniform(0.25, min(1.4, 0.25 + width / 130, 0.25 + height / 24)))
    if dice.random() < 0.18 * strength:  # moving
        image = cv2.filter2D(image, -1, _smear(max(2, round(width * dice.uniform(0.012, 0.035))), dice))
    values = image.astype(np.float32)
    if strength > 0 and dice.random() < 0.35:
        values = 255 * (values / 255) ** dice.uniform(0.5, 1.9)
    if dice.random() < 0.5 * strength:
        middle = float(values.mean())
        values = (values - middle) * dice.uniform(0.5, 1.5) + np.clip(middle + dice.uniform(-50, 50), 40, 215)
    if strength > 0 and dice.random() < 0.06:
        values = 255 - values
    deviation = float(values.std())
    if dice.random() < 0.6 * strength:  # the sensor: what it reads too much or too little, more where there is more light
        noise = dice.uniform(0.5, min(14.0, 1 + 0.28 * deviation))
        shot = dice.random() < 0.5
        grain = dice.standard_normal(values.shape, dtype=np.float32) * noise
        values = values + (grain * np.sqrt(0.15 + np.clip(values, 0, 255) / 150) if shot else grain)
    image = np.clip(values, 0, 255).astype(np.uint8)
    if dice.random() < 0.5 * strength:
        _, coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(dice.integers(30, 92))])
        image = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
    return image


def _smear(reach: int, dice: np.random.Generator) -> np.ndarray:
    """The path of a point while the shutter is open: a straight line, mostly level."""
    kernel = np.zeros((reach, reach), np.float32)
    end = (reach - 1, reach // 2) if dice.random() < 0.6 else (reach // 2, reach - 1) if dice.random() < 0.6 else (reach - 1, int(dice.integers(reach)))
    cv2.line(kernel, (reach - 1 - end[0], reach - 1 - end[1]), end, 1)
    return kernel / kernel.sum()


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
