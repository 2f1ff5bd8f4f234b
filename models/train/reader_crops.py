"""Real plates for the reader: every crop with a known text or state, in memory, grey, with its outline.

    crops = load_crops(root, texts)             # of the manifests; `crop.split` says which side it is on
    crops = load_unread(root, texts)            # plates without a text, for pseudo-labelling
    crops = load_lures(root)                    # no plates, though they look it

Where a plate has only a box, `see` (propose_quads.seer) is asked for the outline that a detector gives it, as the reader will get it;
else boxes that are known to be drawn too wide and too high are shrunk. Tight pictures of a plate are marked `bare`, to be mounted on a
street before a camera looks at them. Two-line plates give two crops, a line each, because the reader reads line by line.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from data import NO_TEXTS, Plate, Row, read_lures, read_manifests, read_planes, read_texts
from propose_quads import seer
from regions import possible

LONGEST_PLATE_PX = 210
# Of the manifest's pictures of one plate: how far inside the picture's edge the plate's outline lies, across and down.
INSETS = {"br_traffic": (0.07, 0.10), "ar_benchmark": (0.06, 0.08), "vn": (0.02, 0.03), "openalpr_us_crops": (0.0, 0.0), "us_state": (0.0, 0.0)}
BARE = ("openalpr_us_crops", "us_state")
# As shares to take off in all, measured against corners set by eye; of us_vanity estimated.
LOOSE_BOXES = {"us_roboflow": (0.16, 0.23), "openlpr": (0.08, 0.20), "romania": (0.08, 0.27), "us_vanity": (0.06, 0.16)}
COUNTRY_OF = {"romania": "ro", "us_roboflow": "us"}  # of all plates of a source
LEAST_TEXT_KNOWN = 5  # shorter ones are on many vehicles: halves of two-line plates
LEAST_TEXT = 3  # the shorter ones of openalpr_us_crops stand for plates like 00000: wrong, so taken as unread
ROUGH = ("br_traffic", "ar_benchmark", "vn")  # the outline is only a rough box, or the plate is tilted inside


See = Callable[[np.ndarray, Sequence[float]], np.ndarray | None]


def unseen(_grey: np.ndarray, _box: Sequence[float]) -> None:
    """No detector is asked."""


@dataclass(frozen=True)
class Crop:
    image: np.ndarray  # uint8 [height, width], the plate with what is around it
    quad: np.ndarray  # float32 [4, 2]
    text: str | None
    regions: tuple[int, ...]  # the classes it may be; empty: nothing is known
    source: str  # "br_traffic"
    split: str
    name: str  # manifest and line, to speak of it without its text
    bare: bool = False
    rough: bool = False


def add_labels(parser: ArgumentParser) -> None:
    """The options of `labels_of`."""
    parser.add_argument("--texts", type=Path, help="texts.json of label_texts.py: plates that were read by eye")
    parser.add_argument("--corners", type=Path, help="weights.pt of a detector, which outlines the plates that have only a box")


def labels_of(arguments: Namespace) -> tuple[dict[str, str], See]:
    """What a command line names beside the manifests, for load_crops and load_unread."""
    return read_texts(arguments.texts), seer(arguments.corners) if arguments.corners else unseen


def load_crops(root: Path, texts: Mapping[str, str] = NO_TEXTS, see: See = unseen) -> list[Crop]:
    """Crops with a text, and those of a known state or country without one."""
    crops = [crop for row in read_manifests(root, "ocr", texts=texts)[0] for crop in _of_picture(row) if crop.text is not None or crop.regions]
    return crops + [crop for crop in _of_scenes(root, texts, see) if crop.text is not None or crop.regions]


def taught(crops: Sequence[Crop]) -> list[Crop]:
    """Those of the training side, less what the validation side has to read: a vehicle can stand on both sides, in two photographs."""
    asked = {crop.text for crop in crops if crop.split == "validation" and len(crop.text or "") >= LEAST_TEXT_KNOWN}
    return [crop for crop in crops if crop.split == "train" and crop.text not in asked]


def load_unread(root: Path, texts: Mapping[str, str] = NO_TEXTS, see: See = unseen) -> list[Crop]:
    """Plates without a text that are wide enough to be read."""
    crops = [crop for row in read_manifests(root, "ocr", texts=texts)[0] for crop in _of_picture(row) if crop.text is None]
    return crops + [crop for crop in _of_scenes(root, texts, see) if crop.text is None and float(crop.quad[1, 0] - crop.quad[0, 0]) > 36]


def load_lures(root: Path) -> list[Crop]:
    """What a detector took for plates on the training side, and is none: crops with the empty text."""
    lures, crops = read_lures(), []
    for kind in ("detect", "negatives"):
        for row in read_manifests(root, kind)[0]:
            name = f"{row.manifest}:{row.line}"
            if row.split == "train" and name in lures:
                grey = read_planes(row.image)[0]
                for index, outline in enumerate(lures[name]):
                    quad = np.float32(outline) * np.float32(grey.shape[::-1])
                    crops.append(_crop(grey, quad, "", (), "lures", row.split, f"{name}:lure {index}", rough=True))
    return crops


def _of_picture(row: Row) -> list[Crop]:
    grey = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE)
    if grey is None:
        return []
    source = row.manifest.split("/")[1]
    scale = min(1.0, LONGEST_PLATE_PX / grey.shape[1])
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = grey.shape
    across, down = INSETS.get(source, (0.0, 0.0))
    left, right, top, bottom = width * across, width * (1 - across), height * down, height * (1 - down)
    text = row.text if row.text is not None and len(row.text) >= LEAST_TEXT else None
    whole = Crop(grey, _quad(left, top, right, bottom), text, possible(row.region, row.state), source, row.split, f"{row.manifest}:{row.line}", source in BARE, source in ROUGH)
    return _by_lines(whole, row.lines)


def _by_lines(whole: Crop, lines: Sequence[str]) -> list[Crop]:
    """Of a plate of two lines its halves, else itself."""
    if len(lines) != 2:
        return [whole]
    a, b, c, d = whole.quad
    left, right = (a + d) / 2, (b + c) / 2
    halves = (np.stack([a, b, right, left]), np.stack([left, right, c, d]))
    return [replace(whole, quad=quad, text=text, regions=()) for quad, text in zip(halves, lines, strict=True)]


def _of_scenes(root: Path, texts: Mapping[str, str], see: See) -> list[Crop]:
    crops = []
    for row in read_manifests(root, "detect", texts=texts)[0]:
        grey = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE)
        if grey is None:
            continue
        source = row.manifest.split("/")[1]
        for index, plate in enumerate(row.plates):
            by_eye = f"{row.manifest}:{row.line}:{index}" in texts
            crop = _of_plate(grey, plate, row, source, index, by_eye, see)
            if crop is not None:
                crops += _by_lines(crop, plate.lines)
    return crops


def _of_plate(grey: np.ndarray, plate: Plate, row: Row, source: str, index: int, by_eye: bool, see: See) -> Crop | None:
    x, y, w, h = plate.box
    if w < 24 or h < 9:
        return None
    if plate.corners is not None:
        quad = plate.corners.astype(np.float32)
    elif (seen := see(grey, plate.box)) is not None:
        quad = seen
    else:
        across, down = LOOSE_BOXES.get(source, (0.0, 0.0))
        quad = _quad(x + w * across / 2, y + h * down / 2, x + w * (1 - across / 2), y + h * (1 - down / 2))
    long = len(plate.text or "") > 8 and source == "us_vanity" and not by_eye  # mostly on two lines, which the manifest does not mark
    text = plate.text if plate.text and len(plate.text) >= LEAST_TEXT and not long else None
    regions = possible(plate.region or COUNTRY_OF.get(source))
    return _crop(grey, quad, text, regions, source, row.split, f"{row.manifest}:{row.line}:{index}", rough=plate.corners is None)


def _crop(grey: np.ndarray, quad: np.ndarray, text: str | None, regions: tuple[int, ...], source: str, split: str, name: str, rough: bool) -> Crop:
    """What is inside the outline, with enough round it, no larger than is needed."""
    (x, y), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    w, h = right - x, bottom - y
    left, top = max(0, int(x - 0.25 * w)), max(0, int(y - 0.5 * h))
    piece = grey[top : int(y + 1.5 * h) + 1, left : int(x + 1.25 * w) + 1]
    quad = quad - np.float32([left, top])
    scale = min(1.0, LONGEST_PLATE_PX / w)
    if scale < 1:
        piece, quad = cv2.resize(piece, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), quad * np.float32(scale)
    return Crop(np.ascontiguousarray(piece), quad, text, regions, source, split, name, False, rough)


def _quad(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
