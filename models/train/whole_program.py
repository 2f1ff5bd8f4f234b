"""The whole program over labelled pictures: what `platekeeper read` says of them, and what of it is true.

    pictures = as_they_are(rows, scratch)                  # or side_by_side(rows, scratch, across=2)
    lines = read_pictures(pictures, models, search="whole")
    for verdict in judge(picture, line): ...

A reading is of a plate when it overlaps a labelled one, of none when it is clear of every label and of every true plate known to be
unlabelled (unlabelled.json); between the two it counts as neither. An upper bound of false readings: some true plates have no label.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from data import Row, read_unlabelled

ROOT = Path(__file__).resolve().parents[2]
INPUT = (640, 384)  # of the detector
OF_A_PLATE, OF_NONE = 0.25, 0.1  # overlaps; some sources' boxes are loose
SQUASHED = ("detect/us_vanity", "detect/us_roboflow")
UNSQUASH = 1.3

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Picture:
    path: Path
    group: str
    width: int
    height: int
    labels: tuple[Box, ...]  # pixels of the picture
    unlabelled: tuple[Box, ...]

    @property
    def scale(self) -> float:
        """Pixels of the detector's input a pixel of the picture, when it is shown whole."""
        return min(INPUT[0] / self.width, INPUT[1] / self.height)


def as_they_are(rows: Sequence[Row], scratch: Path) -> list[Picture]:
    """Each photograph by itself. Squashed squares are stretched first, as no camera squashes."""
    unlabelled = read_unlabelled()
    pictures = []
    for number, row in enumerate(rows):
        image = cv2.imread(str(row.image), cv2.IMREAD_COLOR)
        path, stretch = row.image, 1.0
        if row.manifest in SQUASHED:
            path, stretch = scratch / f"{number}.png", UNSQUASH
            image = cv2.resize(image, None, fx=stretch, fy=1.0, interpolation=cv2.INTER_LINEAR)
            cv2.imwrite(str(path), image)
        height, width = image.shape[:2]
        labels = tuple((x * stretch, y, w * stretch, h) for x, y, w, h in (plate.box for plate in row.plates))
        unasked = tuple((x * width, y * height, w * width, h * height) for x, y, w, h in unlabelled.get(f"{row.manifest}:{row.line}", []))
        pictures.append(Picture(path, row.group, width, height, labels, unasked))
    return pictures


def side_by_side(rows: Sequence[Row], scratch: Path, across: int, seed: int = 1) -> list[Picture]:
    """Large frames of `across` x `across` photographs, each 640 x 384 at most: what was near is far off, at a large frame's resolution."""
    singles = as_they_are(rows, scratch)
    order = np.random.default_rng(seed).permutation(len(singles))
    count = across * across
    return [_sheet([singles[index] for index in order[start : start + count]], scratch / f"frame-{start}.png", across) for start in range(0, len(order) - count + 1, count)]


def _sheet(singles: Sequence[Picture], path: Path, across: int) -> Picture:
    sheet = np.full((across * INPUT[1], across * INPUT[0], 3), 114, np.uint8)
    labels: list[Box] = []
    unlabelled: list[Box] = []
    for cell, single in enumerate(singles):
        left, top, scale = INPUT[0] * (cell % across), INPUT[1] * (cell // across), single.scale
        size = (min(INPUT[0], round(single.width * scale)), min(INPUT[1], round(single.height * scale)))
        image = cv2.imread(str(single.path), cv2.IMREAD_COLOR)
        sheet[top : top + size[1], left : left + size[0]] = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        for boxes, kept in ((single.labels, labels), (single.unlabelled, unlabelled)):
            kept += [(x * scale + left, y * scale + top, w * scale, h * scale) for x, y, w, h in boxes]
    cv2.imwrite(str(path), sheet)
    return Picture(path, path.stem, sheet.shape[1], sheet.shape[0], tuple(labels), tuple(unlabelled))


def read_pictures(pictures: Sequence[Picture], models: Path, search: str, scores: bool = True) -> list[dict]:
    """The program's line for each picture: with the detector's score of each reading, of a single cut of each plate, as a camera's frame is read;
    without `scores` as users get it, of five cuts."""
    command = ["npm", "run", "-s", "platekeeper", "--", "read", "--json", *(["--scores"] if scores else []), "--search", search, "--models", str(models.resolve())]
    done = subprocess.run([*command, *(str(picture.path.resolve()) for picture in pictures)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != len(pictures):
        sys.exit(f"{len(lines)} lines for {len(pictures)} pictures")
    return lines


def judge(picture: Picture, line: dict) -> list[tuple[dict, bool | None]]:
    """Each reading with whether it is of a plate; None where that can not be told."""
    verdicts: list[tuple[dict, bool | None]] = []
    for reading in line["detections"]:
        if any(overlap(label, reading["box"]) > OF_A_PLATE for label in picture.labels):
            verdicts.append((reading, True))
        elif all(overlap(box, reading["box"]) <= OF_NONE for box in (*picture.labels, *picture.unlabelled)):
            verdicts.append((reading, False))
        else:
            verdicts.append((reading, None))
    return verdicts


def overlap(a: Sequence[float], b: Sequence[float]) -> float:
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (a[2] * a[3] + b[2] * b[3] - width * height)
