"""Training pictures for the detector: crops of photographs, turned, squeezed, spoiled, and with plates pasted in; and their targets.

    street = Street(photographs, negatives, textures, decoys)
    picture, labels = street.scene(dice)        # uint8 [256, 320]; what is in it
    batch = batch_of(pictures, labels)          # the arrays that detector.loss_of wants

A scene is one of: a view of a photograph round one of its plates (its width drawn log-uniform from 13 to 200 px, now and then more),
a mosaic of four or nine views, a picture without a plate, or one round something that a detector took for a plate; plates may be replaced by or joined by pasted ones, whose corners are exact, and
decoys are pasted that are no plates. Then light, blur, noise and JPEG as cameras make them, and a clock burnt in. Only true corners teach a box: the boxes of every source
are loose (measured against corners set by eye: those of `romania` are 1.6 times too high), so they teach where a centre is, no more. Plates narrower than 9.5 px, or less than three quarters inside, are
neither taught nor punished.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

import cv2
import numpy as np

from data import Row, read_planes
from detector import STRIDE, box_of_quad
from textures import SQUASHED, Texture, is_true_quad

WIDTH, HEIGHT = 320, 256
LONGEST_PX = 640
LEAST_WIDTH_PX, LEAST_VISIBLE = 9.5, 0.75
EXACT_SHARE = 0.3  # of the draws from a source, so many from its photographs with true corners
DECOY_SHARE = 0.35  # of the scenes
LEAST_DECOY_PX = 45  # a smaller panel with letters looks the same as a plate
SHARES = {
    "detect/us_vanity": 0.24, "detect/us_roboflow": 0.14, "detect/romania": 0.22,
    "detect/openimages": 0.17, "detect/kaggle433": 0.12, "detect/openlpr": 0.11,
}
OUTSIDE = 114  # what the runtime's letterbox puts round a picture


@dataclass(frozen=True)
class Photograph:
    levels: tuple[np.ndarray, ...]  # [4, h, w] uint8 (luma, red, green, blue), full size first, each half of the one before
    quads: np.ndarray  # [k, 4, 2] float32
    exact: np.ndarray  # [k] bool: the corners are true, so they and the box may be taught
    ignored: np.ndarray  # [k] bool: a plate without a label, neither taught nor punished
    squashed: tuple[float, float] | None
    lures: np.ndarray  # [m, 4, 2] outlines of what a detector took for plates, and is none


@dataclass
class Label:
    quad: np.ndarray  # [4, 2] in the scene's pixels
    exact: bool
    ignored: bool = False  # neither taught nor punished: without a label, or cut by a seam of the mosaic


def open_photograph(
    row: Row, unlabelled: Sequence[Sequence[float]] = (), lures: Sequence[Sequence[Sequence[float]]] = (), longest_px: int = LONGEST_PX,
) -> Photograph:
    """unlabelled: further plates (data.read_unlabelled), neither taught nor punished; lures: places to look at closely (data.read_lures)."""
    full = read_planes(row.image)
    longest = max(full.shape[1:])
    scale = min(1.0, longest_px / longest)
    levels = [full if scale == 1 else _shrunk(full, scale)]
    while max(levels[-1].shape[1:]) > 80:
        levels.append(_shrunk(levels[-1], 0.5))
    quads, exact = [], []
    for plate in row.plates:
        x, y, w, h = plate.box
        true = plate.corners is not None and is_true_quad(plate.box, plate.corners)
        quads.append(plate.corners if true else np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]]))
        exact.append(true)
    for x, y, w, h in np.array(unlabelled, np.float32).reshape(-1, 4) * np.tile(np.float32(full.shape[:0:-1]), 2):
        quads.append(np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]]))
    extra = len(quads) - len(exact)
    quads_ = np.array(quads, np.float32).reshape(-1, 4, 2) * scale
    ignored = np.arange(len(quads)) >= len(exact)
    places = np.array(lures, np.float32).reshape(-1, 4, 2) * np.float32(levels[0].shape[:0:-1])
    return Photograph(tuple(levels), quads_, np.array(exact + [False] * extra, bool), ignored, SQUASHED.get(row.manifest), places)


class Street:
    def __init__(self, sources: dict[str, list[Photograph]], negatives: Sequence[Photograph], textures: Sequence[Texture], decoys: Sequence[Texture]) -> None:
        self._names = [name for name in sources if sources[name]]
        shares = np.array([SHARES.get(name, 0.1) for name in self._names])
        self._shares = np.cumsum(shares / shares.sum())
        self._exact = {name: [photograph for photograph in pool if photograph.exact.any()] for name, pool in sources.items()}
        self._luring = [photograph for photograph in (*chain(*sources.values()), *negatives) if len(photograph.lures)]
        self._sources, self._negatives, self._textures, self._decoys = sources, negatives, textures, decoys

    def scene(self, dice: np.random.Generator) -> tuple[np.ndarray, list[Label]]:
        kind = dice.random()
        if kind < 0.07 and self._luring:
            photograph = self._luring[dice.integers(len(self._luring))]
            picture, labels = self._view(photograph, WIDTH, HEIGHT, dice, of=photograph.lures)
            pasted = 0
        elif kind < 0.19:
            picture, labels = self._view(self._negatives[dice.integers(len(self._negatives))], WIDTH, HEIGHT, dice)
            pasted = int(dice.integers(1, 4)) if dice.random() < 0.55 else 0
        elif kind < 0.48:
            picture, labels = self._mosaic(2 if dice.random() < 0.7 else 3, dice)
            pasted = int(dice.random() < 0.15)
        else:
            picture, labels = self._view(self._photograph(dice), WIDTH, HEIGHT, dice)
            pasted = int(dice.random() < 0.2)
        labels = self._replace(picture, labels, dice)
        for _ in range(pasted):
            self._paste_somewhere(picture, labels, self._textures, dice)
        if dice.random() < DECOY_SHARE:
            for _ in range(int(dice.integers(1, 3))):
                self._paste_somewhere(picture, labels, self._decoys, dice)
        if dice.random() < 0.08:
            _darken_but_plates(picture, labels, dice)
        if dice.random() < 0.22:
            _burn_in_text(picture, labels, dice)
        return spoil(picture, dice), labels

    def _photograph(self, dice: np.random.Generator) -> Photograph:
        name = self._names[min(int(np.searchsorted(self._shares, dice.random())), len(self._names) - 1)]
        pool = self._exact[name] if self._exact[name] and dice.random() < EXACT_SHARE else self._sources[name]
        return pool[dice.integers(len(pool))]

    def _mosaic(self, side: int, dice: np.random.Generator) -> tuple[np.ndarray, list[Label]]:
        """side x side views: the more of them, the smaller their plates."""
        picture, labels = np.empty((HEIGHT, WIDTH), np.uint8), []
        across, down = (_seams(side, size, dice) for size in (WIDTH, HEIGHT))
        for (x0, x1), (y0, y1) in product(pairwise(across), pairwise(down)):
            part, found = self._view(self._photograph(dice), x1 - x0, y1 - y0, dice, largest=0.75)
            picture[y0:y1, x0:x1] = part
            for label in found:
                inside = _visible(label.quad, x1 - x0, y1 - y0)
                label.quad = label.quad + np.float32([x0, y0])
                if inside < LEAST_VISIBLE:
                    label.ignored, label.quad = True, np.clip(label.quad, [x0, y0], [x1, y1]).astype(np.float32)
                labels.append(label)
        return picture, labels

    def _view(
        self, photograph: Photograph, width: int, height: int, dice: np.random.Generator, largest: float = 1.0, of: np.ndarray | None = None,
    ) -> tuple[np.ndarray, list[Label]]:
        """A turned, squeezed, mirrored piece of a photograph, with one of its plates (or one `of` these outlines) in sight where it has any."""
        full_h, full_w = photograph.levels[0].shape[1:]
        stretch = dice.uniform(*photograph.squashed) if photograph.squashed else dice.uniform(0.93, 1.12)
        taught = photograph.quads[~photograph.ignored] if of is None else of
        if len(taught) and dice.random() < 0.93:
            quad = taught[dice.integers(len(taught))]
            at = quad.mean(0)
            plate_px = max(4.0, (quad[1:3, 0].mean() - quad[[0, 3], 0].mean()) * stretch)
            big = dice.random() < 0.22
            target = dice.uniform(120, 300) if big else np.exp(dice.uniform(np.log(13), np.log(200)))
            target = min(target, 0.95 * width * largest)
            fill = min(width / (full_w * stretch), height / full_h)  # below it, emptiness surrounds the photograph
            scale = float(np.clip(target / plate_px, fill * (0.9 if dice.random() < 0.85 else 0.4), 3.2))
            margin = min(0.45, 0.5 * scale * plate_px / width + 0.02)
            spot = np.array([dice.uniform(margin, 1 - margin) * width, dice.uniform(0.1, 0.9) * height])
        else:
            at = np.array([dice.uniform(0.2, 0.8) * full_w, dice.uniform(0.2, 0.8) * full_h])
            scale = float(np.exp(dice.uniform(np.log(0.9), np.log(2.5))) * max(width / full_w, height / full_h))
            spot = np.array([width / 2, height / 2])
        turn = np.deg2rad(dice.normal(0, 3) if dice.random() < 0.85 else dice.uniform(-18, 18))
        cos, sin = np.cos(turn), np.sin(turn)
        linear = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1, dice.normal(0, 0.05)], [0, 1]]) @ np.diag([scale * stretch, scale])
        mirrored = dice.random() < 0.5
        if mirrored:
            linear = linear @ np.diag([-1.0, 1.0])
        offset = spot - linear @ at
        plane = int(dice.choice(4, p=[0.6, 0.2, 0.1, 0.1]))
        level = 0
        while level + 1 < len(photograph.levels) and scale * max(1.0, stretch) * 2**level < 0.6:
            level += 1
        source = photograph.levels[level][plane]
        shrink = np.array([source.shape[1] / full_w, source.shape[0] / full_h])
        matrix = np.column_stack([linear / shrink, offset])
        # pixel centres lie at half coordinates in the labels and at whole ones in warpAffine
        matrix[:, 2] += matrix[:, :2] @ [0.5, 0.5] - 0.5
        picture = cv2.warpAffine(source, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=OUTSIDE)
        labels = []
        for quad, exact, ignored in zip(photograph.quads, photograph.exact, photograph.ignored):
            turned = (quad @ linear.T + offset).astype(np.float32)
            if mirrored:
                turned = turned[[1, 0, 3, 2]]
            if turned[:, 0].max() > 0 and turned[:, 1].max() > 0 and turned[:, 0].min() < width and turned[:, 1].min() < height:
                labels.append(Label(turned, bool(exact), bool(ignored)))
        return picture, labels

    def _replace(self, picture: np.ndarray, labels: list[Label], dice: np.random.Generator) -> list[Label]:
        for label in labels:
            box = box_of_quad(label.quad)
            if label.ignored or box[2] < 14 or dice.random() > 0.3:
                continue
            texture = self._textures[dice.integers(len(self._textures))]
            seen = box[2] / max(1.0, box[3])
            for _ in range(4):  # one that need not be stretched out of all shape
                if 0.6 < texture.aspect / seen < 1.8:
                    break
                texture = self._textures[dice.integers(len(self._textures))]
            grow = 1 + dice.uniform(0.02, 0.12)
            centre = label.quad.mean(0)
            quad = (label.quad - centre) * grow + centre
            quad = quad + dice.normal(0, 0.02, (4, 2)) * box[3]
            if not label.exact:
                quad = _turn(quad, np.deg2rad(dice.normal(0, 4)))
            _paste(picture, texture, quad.astype(np.float32), dice, bare=True)
            label.quad, label.exact = quad.astype(np.float32), texture.exact
        return labels

    def _paste_somewhere(self, picture: np.ndarray, labels: list[Label], bank: Sequence[Texture], dice: np.random.Generator) -> None:
        """Puts one of the bank where no plate is; a decoy gets no label."""
        texture = bank[dice.integers(len(bank))]
        least = LEAST_DECOY_PX if bank is self._decoys else 13
        width = np.exp(dice.uniform(np.log(least), np.log(200 if dice.random() < 0.85 else 300)))
        width = min(width, 230 * min(1.4, texture.aspect / 2))
        quad = _in_space(width, width / texture.aspect, dice)
        low, high = -quad.min(0), np.array([WIDTH, HEIGHT]) - quad.max(0)
        if (high < low).any():
            return
        for _ in range(5):
            placed = (quad + dice.uniform(low, high)).astype(np.float32)
            if not any(_near(placed, label.quad) for label in labels):
                _paste(picture, texture, placed, dice, bare=dice.random() < 0.5)
                if bank is not self._decoys:
                    labels.append(Label(placed, texture.exact))
                return


def spoil(picture: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """What lens, sensor and coder do, in their order: light, blur, motion, noise, JPEG. A third of the scenes stay nearly clean."""
    if dice.random() < 0.75:
        gamma, gain, offset = np.exp(dice.normal(0, 0.35)), dice.uniform(0.6, 1.25), dice.normal(0, 14)
        curve = 255 * (np.arange(256) / 255) ** gamma * gain + offset
        picture = cv2.LUT(picture, np.clip(curve, 0, 255).astype(np.uint8))
    if dice.random() < 0.05:
        picture = 255 - picture
    if dice.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), float(dice.uniform(0.4, 1.6)))
    if dice.random() < 0.15:
        length = int(dice.integers(2, 8))
        kernel = np.zeros((length, length), np.float32)
        angle = dice.normal(0, 0.4)
        middle = (length - 1) / 2
        reach = np.array([np.cos(angle), np.sin(angle)]) * middle
        cv2.line(kernel, tuple(int(round(v)) for v in middle - reach), tuple(int(round(v)) for v in middle + reach), 1.0)
        picture = cv2.filter2D(picture, -1, kernel / kernel.sum())
    if dice.random() < 0.35:
        noise = np.empty(picture.shape, np.int16)
        cv2.setRNGSeed(int(dice.integers(2**31)))
        cv2.randn(noise, 0, float(dice.uniform(2, 16)))
        picture = cv2.add(picture, noise, dtype=cv2.CV_8U)
    if dice.random() < 0.4:
        _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(dice.integers(25, 90))])
        picture = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)
    return picture


def batch_of(pictures: Sequence[np.ndarray], labels: Sequence[Sequence[Label]]) -> dict[str, np.ndarray]:
    """Pictures [n] of one size and their labels -> the arrays of detector.loss_of."""
    count, (height, width) = len(pictures), pictures[0].shape
    rows, columns = height // STRIDE, width // STRIDE
    heat, care = np.zeros((count, rows, columns), np.float32), np.ones((count, rows, columns), np.float32)
    regression = np.zeros((count, 12, rows, columns), np.float32)
    weights = np.zeros((count, 2, rows, columns), np.float32)
    across, down = np.arange(columns) + 0.5, np.arange(rows) + 0.5
    for n, found in enumerate(labels):
        for label in found:
            box = box_of_quad(label.quad)
            if label.ignored or box[2] < LEAST_WIDTH_PX or _visible(label.quad, width, height) < LEAST_VISIBLE:
                _ignore(care[n], label.quad)
                continue
            w, h = max(box[2], 4.0) / STRIDE, max(box[3], 3.0) / STRIDE
            x, y = (box[0] + box[2] / 2) / STRIDE, (box[1] + box[3] / 2) / STRIDE
            if not (0 <= x < columns and 0 <= y < rows):
                _ignore(care[n], label.quad)
                continue
            bump = np.exp(-((down - y) ** 2) / (2 * max(0.14 * h, 0.55) ** 2))[:, None] * np.exp(-((across - x) ** 2) / (2 * max(0.11 * w, 0.6) ** 2))[None]
            row, column = int(y), int(x)
            bump[row, column] = 1
            bump[bump < 0.01] = 0
            mine = (bump > 0.45) & (bump >= heat[n])
            np.maximum(heat[n], bump, out=heat[n])
            ys, xs = np.nonzero(mine)
            cx, cy = xs + 0.5, ys + 0.5
            regression[n, 0:4, ys, xs] = np.stack([x - cx, y - cy, np.full(len(xs), np.log(w)), np.full(len(xs), np.log(h))], 1)
            points = (label.quad / STRIDE).reshape(8)
            regression[n, 4:12, ys, xs] = points[None] - np.stack([cx, cy] * 4, 1)
            share = bump[ys, xs] * (1.0 if w * STRIDE >= 16 else 0.5)
            weights[n, 0, ys, xs] = share if label.exact else 0
            weights[n, 1, ys, xs] = share if label.exact else 0
    return {
        "image": np.stack(pictures)[:, None], "heat": heat, "care": care, "box": regression[:, :4], "corners": regression[:, 4:],
        "box_weight": weights[:, 0], "corner_weight": weights[:, 1],
    }


def _shrunk(planes: np.ndarray, scale: float) -> np.ndarray:
    size = (max(1, round(planes.shape[2] * scale)), max(1, round(planes.shape[1] * scale)))
    return np.stack([cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in planes])


def _seams(side: int, size: int, dice: np.random.Generator) -> list[int]:
    """Where a mosaic's pieces begin and end: `side` of them over `size` pixels, none under half its even share."""
    inner = [round((number + dice.uniform(-0.25, 0.25)) * size / side) for number in range(1, side)]
    return [0, *inner, size]


def _in_space(width: float, height: float, dice: np.random.Generator) -> np.ndarray:
    """A flat plate round the origin as a camera sees it: turned to the side by up to 50 degrees, nodding and rolling, from two to twelve of its widths away."""
    yaw, pitch = np.deg2rad(np.clip([dice.normal(0, 20), dice.normal(0, 10)], [-50, -30], [50, 30]))
    flat = np.array([[-width, -height, 0], [width, -height, 0], [width, height, 0], [-width, height, 0]]) / 2
    about_y = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]])
    placed = flat @ (about_x @ about_y).T
    far = width * dice.uniform(2, 12)
    quad = placed[:, :2] * (far / (far + placed[:, 2:]))
    quad[:, 0] += dice.normal(0, 0.05) * quad[:, 1]
    return _turn(quad, np.deg2rad(dice.normal(0, 5) if dice.random() < 0.85 else dice.uniform(-20, 20)))


def _turn(quad: np.ndarray, angle: float) -> np.ndarray:
    centre = quad.mean(0)
    return (quad - centre) @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) + centre


def _visible(quad: np.ndarray, width: float, height: float) -> float:
    """The share of the quadrilateral's bounding box that lies in [0, width] x [0, height]."""
    low, high = quad.min(0), quad.max(0)
    inner = np.clip(np.minimum(high, [width, height]) - np.maximum(low, 0), 0, None)
    return float(inner.prod() / max(1e-6, (high - low).prod()))


def _near(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(((a.min(0) - 4 < b.max(0)) & (b.min(0) - 4 < a.max(0))).all())


def _ignore(care: np.ndarray, quad: np.ndarray) -> None:
    low = np.floor((quad.min(0) - 4) / STRIDE).astype(int).clip(0)
    high = np.ceil((quad.max(0) + 4) / STRIDE).astype(int).clip(0)
    care[low[1] : high[1], low[0] : high[0]] = 0


def _paste(picture: np.ndarray, texture: Texture, quad: np.ndarray, dice: np.random.Generator, bare: bool) -> None:
    """Warps the texture onto the quadrilateral, in a light near to the place's own, with a soft edge; `bare`: without a frame."""
    wide = max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3]))
    level = 0
    while level + 1 < len(texture.levels) and texture.levels[level].shape[1] > 1.5 * wide:
        level += 1
    plate = texture.levels[level]
    pad = 3 + int(wide * 0.1)
    x0, y0 = (np.floor(quad.min(0)).astype(int) - pad).clip(0)
    x1, y1 = np.minimum(np.ceil(quad.max(0)).astype(int) + pad, [picture.shape[1], picture.shape[0]])
    if x1 - x0 < 2 or y1 - y0 < 2:
        return
    place = picture[y0:y1, x0:x1]
    here = quad - [x0, y0]
    if not bare:  # a frame, a shadow or a bracket round the plate
        around = ((here - here.mean(0)) * dice.uniform(1.03, 1.2) + here.mean(0) + dice.normal(0, 0.02, 2) * wide).round().astype(np.int32)
        cv2.fillConvexPoly(place, around, int(dice.integers(0, 255)), cv2.LINE_AA)
    gain = np.exp(dice.normal(0, 0.25)) * (0.55 + 0.45 * min(1.3, float(place.mean()) / 110))
    lit = np.clip(plate * gain + dice.normal(0, 10), 0, 255).astype(np.uint8)
    h, w = plate.shape
    matrix = cv2.getPerspectiveTransform(np.float32([[-0.5, -0.5], [w - 0.5, -0.5], [w - 0.5, h - 0.5], [-0.5, h - 0.5]]), (here - 0.5).astype(np.float32))
    size = (int(x1 - x0), int(y1 - y0))
    warped = cv2.warpPerspective(lit, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    # The plate's own share of every pixel: a polygon filled with an antialiased rim would be 0.7 px too wide on every side.
    mask = cv2.warpPerspective(np.full((h, w), 255, np.uint8), matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    alpha = mask.astype(np.float32) / 255
    place[:] = (place + (warped.astype(np.float32) - place) * alpha).astype(np.uint8)


def _darken_but_plates(picture: np.ndarray, labels: Sequence[Label], dice: np.random.Generator) -> None:
    """Night under an infrared strobe: the plates throw the light back, the rest nearly vanishes."""
    mask = np.zeros(picture.shape, np.uint8)
    for label in labels:
        cv2.fillConvexPoly(mask, label.quad.round().astype(np.int32), 255, cv2.LINE_AA)
    bright = cv2.GaussianBlur(mask, (0, 0), 1.0).astype(np.float32) / 255
    low, high = dice.uniform(0.04, 0.3), dice.uniform(0.7, 1.4)
    picture[:] = np.clip(picture * (low + (high - low) * bright), 0, 255).astype(np.uint8)


def _burn_in_text(picture: np.ndarray, labels: Sequence[Label], dice: np.random.Generator) -> None:
    """The clock, the speed or the place that a camera writes into its picture, mostly along an edge: no plate, though it looks it."""
    for _ in range(int(dice.integers(1, 3))):
        text = str(dice.choice([
            f"20{dice.integers(10, 30)}-{dice.integers(1, 13):02d}-{dice.integers(1, 29):02d} {dice.integers(24):02d}:{dice.integers(60):02d}:{dice.integers(60):02d}",
            f"{dice.integers(24):02d}:{dice.integers(60):02d}:{dice.integers(60):02d}", f"CAM {dice.integers(1, 40):02d}", f"{dice.integers(5, 140)} KM/H",
            f"{dice.integers(0, 90)}.{dice.integers(10**5):05d}N {dice.integers(0, 180)}.{dice.integers(10**5):05d}E", "STOP", "EXIT 12", "TAXI", "POLICE", "FOR SALE",
        ]))
        font = int(dice.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_PLAIN]))
        size, thick = float(dice.uniform(0.3, 1.0)) * (2 if font == cv2.FONT_HERSHEY_PLAIN else 1), int(dice.integers(1, 3))
        (w, h), base = cv2.getTextSize(text, font, size, thick)
        if w >= WIDTH or h + base >= HEIGHT:
            continue
        x = int(dice.integers(0, WIDTH - w))
        y = int(dice.choice([h + 2 + dice.integers(0, 14), HEIGHT - base - 2 - dice.integers(0, 14), dice.integers(h, HEIGHT - base)], p=[0.4, 0.4, 0.2]))
        area = np.float32([[x, y - h], [x + w, y - h], [x + w, y + base], [x, y + base]])
        if any(_near(area, label.quad) for label in labels):
            continue
        style = dice.random()
        if style < 0.3:
            cv2.rectangle(picture, (x - 2, y - h - 2), (x + w + 2, y + base), int(dice.integers(0, 255)), -1)
        elif style < 0.6:
            cv2.putText(picture, text, (x, y), font, size, 0, thick + 2, cv2.LINE_AA)
        cv2.putText(picture, text, (x, y), font, size, int(dice.choice([255, 230, 0, 20])), thick, cv2.LINE_AA)
