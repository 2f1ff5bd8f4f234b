"""A first guess at the four corners of a plate that has only a box, for a person to confirm or correct (label_quads.py).

    propose = proposer(Path("RUN/weights.pt"))
    quad = propose(picture, box)                # float32 [4, 2], clockwise from top left, in the picture's pixels

A detector looks at the place in several sizes, the median of its answers is taken, and each side is moved to the straight edge near it
where a bright plate ends; where the detector sees no plate, the box is where the sides start. A proposal promises nothing: a dark band,
a frame, a bright car or a dark plate leads it astray.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import torch

from detector import PIXEL_MEAN, PIXEL_SCALE, Detector, box_of_quad, candidates, overlap
from loop import load_weights

WIDTHS_PX = (56, 80, 112)  # how wide the plate is shown to the detector
VIEW_PX = np.array([256, 192])
SCORE_MIN, OVERLAP_MIN = 0.1, 0.35
HEIGHT_PX, PAD_PX, WIDEST_PX = 64.0, 24.0, 330.0  # of the straightened view in which edges are looked for
REACHES = (0.24, 0.1)  # how far a side may move, in the plate's height: twice, the second time nearer


def proposer(weights: Path) -> Callable[[np.ndarray, Sequence[float]], np.ndarray]:
    """(picture uint8 [h, w, 3] BGR, box x y w h) -> quad."""
    see = seer(weights)

    def propose(picture: np.ndarray, box: Sequence[float]) -> np.ndarray:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        seen = see(grey, box)
        return snapped(grey, quad_of_box(box) if seen is None else seen)

    return propose


def seer(weights: Path) -> Callable[[np.ndarray, Sequence[float]], np.ndarray | None]:
    """(picture uint8 [h, w], box x y w h) -> the quad that a detector sees there, None where it sees no plate."""
    torch.set_num_threads(1)
    model = Detector()
    load_weights(model, weights)
    model.eval()

    def see(grey: np.ndarray, box: Sequence[float]) -> np.ndarray | None:
        found = [quad for width in WIDTHS_PX if (quad := _seen(model, grey, box, width)) is not None]
        return np.median(found, axis=0).astype(np.float32) if found else None

    return see


def quad_of_box(box: Sequence[float]) -> np.ndarray:
    x, y, w, h = box
    return np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]])


def snapped(grey: np.ndarray, quad: np.ndarray) -> np.ndarray:
    """The quad with each side moved to the straight edge near it, where bright inside meets dark outside."""
    for reach in REACHES:
        across = float(np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2
        down = float(np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
        width = float(np.clip(HEIGHT_PX * across / max(1.0, down), HEIGHT_PX, WIDEST_PX))
        frame = np.float32([[0, 0], [width, 0], [width, HEIGHT_PX], [0, HEIGHT_PX]]) + PAD_PX
        matrix = cv2.getPerspectiveTransform(quad - 0.5, frame - 0.5)  # pixel centres lie at half coordinates in quads
        size = (int(width + 2 * PAD_PX), int(HEIGHT_PX + 2 * PAD_PX))
        view = cv2.warpPerspective(grey, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        smooth = cv2.GaussianBlur(view, (0, 0), 1.2).astype(np.float32)
        right, down_ = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3)
        slopes = (down_, -right, -down_, right)  # inwards, from the top clockwise
        lines = [_edge(slope, frame[n], frame[(n + 1) % 4], reach * HEIGHT_PX) for n, slope in enumerate(slopes)]
        meetings = [np.cross(lines[n - 1], lines[n]) for n in range(4)]  # a corner is where its two sides meet
        corners = np.float32([[meeting[:2] / meeting[2] for meeting in meetings]])
        quad = cv2.perspectiveTransform(corners, cv2.getPerspectiveTransform(frame, quad))[0]
    return quad


def _seen(model: torch.nn.Module, grey: np.ndarray, box: Sequence[float], width: int) -> np.ndarray | None:
    """The detector's quad on the box, shown so that the box is `width` pixels wide; None where it sees none."""
    x, y, w, h = box
    scale = width / w
    shift = VIEW_PX / 2 - np.array([x + w / 2, y + h / 2]) * scale
    matrix = np.array([[scale, 0, shift[0] + 0.5 * scale - 0.5], [0, scale, shift[1] + 0.5 * scale - 0.5]])
    source = cv2.GaussianBlur(grey, (0, 0), 0.4 / scale) if scale < 0.7 else grey
    view = cv2.warpAffine(source, matrix, tuple(VIEW_PX.tolist()), flags=cv2.INTER_LINEAR, borderValue=PIXEL_MEAN)
    with torch.no_grad():
        maps = model(torch.from_numpy((view[None, None].astype(np.float32) - PIXEL_MEAN) / PIXEL_SCALE))[0].numpy()
    for _, quad in candidates(maps, SCORE_MIN):
        quad = ((quad - shift) / scale).astype(np.float32)
        if overlap(box_of_quad(quad), np.array(box)) > OVERLAP_MIN:
            return quad
    return None


def _edge(slope: np.ndarray, start: np.ndarray, end: np.ndarray, reach: float) -> np.ndarray:
    """The homogeneous line near start-end, its ends moved at right angles by up to `reach`, along which the slope inwards is steepest;
    a long weak edge goes before a short strong one, and a near and parallel one before a far and turned one."""
    along = (end - start) / np.linalg.norm(end - start)
    normal = np.array([-along[1], along[0]])
    offsets = np.arange(-reach, reach + 0.01, 0.5)
    at = np.linspace(0.06, 0.94, 48)
    first, last = offsets[:, None], offsets[None, :]
    moves = first[..., None] * (1 - at) + last[..., None] * at
    x = (start[0] + (end - start)[0] * at + normal[0] * moves - 0.5).round().astype(int).clip(0, slope.shape[1] - 1)
    y = (start[1] + (end - start)[1] * at + normal[1] * moves - 0.5).round().astype(int).clip(0, slope.shape[0] - 1)
    met = slope[y, x] / max(1.0, float(np.percentile(slope, 99.5)))
    score = (np.sign(met) * np.sqrt(np.minimum(np.abs(met), 1.5))).mean(-1)
    score -= 0.03 * (first**2 + last**2) / reach**2 + 0.03 * ((first - last) / reach) ** 2
    a, b = np.unravel_index(int(score.argmax()), score.shape)
    return np.cross([*(start + normal * offsets[a]), 1.0], [*(end + normal * offsets[b]), 1.0])
