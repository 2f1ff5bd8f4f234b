"""Chooses what counts as a plate: the detector's least score and the reader's least confidence, together.

    python choose_gate.py --data ../../../shared/data [--scores 0.1 0.2 …] [--confidences 0.1 0.3 …]

Runs the whole program (`platekeeper read --json`) over the validation side of the split, once a score, and prints how many labelled
plates were read, how many readings lie where no plate is labelled (an upper bound: some true plates have no label), and how many
pictures without any plate gave one. Plates under 20 px wide at the detector are not asked for. Choose the lowest pair whose false
readings are bearable, and write it with `--write SCORE CONFIDENCE` into the cards (`score_min`, `reject_below`).
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import cv2

from data import Row, read_manifests, read_unlabelled

ROOT = Path(__file__).resolve().parents[2]
OVERLAP = 0.25  # some sources' boxes are loose
LEAST_WIDTH_SHARE = 20 / 640


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--scores", type=float, nargs="+", default=[0.15, 0.25, 0.35, 0.5])
    parser.add_argument("--confidences", type=float, nargs="+", default=[0.05, 0.2, 0.4])
    parser.add_argument("--write", type=float, nargs=2)
    arguments = parser.parse_args()
    if arguments.write is not None:
        return write(ROOT / "models", *arguments.write)
    if arguments.data is None:
        parser.error("--data is missing")
    rows = [row for kind in ("detect", "negatives") for row in read_manifests(arguments.data, kind)[0] if row.split == "validation"]
    print("score  confidence  plates  read  share  false readings a picture  pictures without a plate that gave one")
    for score, confidence in product(arguments.scores, arguments.confidences):
        with tempfile.TemporaryDirectory() as folder:
            models = Path(folder) / "models"
            for name in ("detector", "reader"):
                shutil.copytree(ROOT / "models" / name, models / name)
            write(models, score, confidence)
            plates, found, false, empty, empty_false = count(rows, readings_of(rows, models))
        print(f"{score:5.2f}  {confidence:10.2f}  {plates:6}  {found:4}  {found / plates:5.3f}  {false / len(rows):24.4f}  {empty_false} of {empty}", flush=True)
    return None


def write(models: Path, score: float, confidence: float) -> None:
    for name, key, value in (("detector", "score_min", score), ("reader", "reject_below", confidence)):
        card = models / name / "card.json"
        content = json.loads(card.read_text(encoding="utf-8"))
        content["operating"][key] = value
        card.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        page = models / name / "card.md"
        page.write_text(re.sub(rf"\| {key} \| [^|]* \|", f"| {key} | {value} |", page.read_text(encoding="utf-8")), encoding="utf-8")


def readings_of(rows: list[Row], models: Path) -> list[dict]:
    """The program's line for each row. Squashed squares are stretched first, as no camera squashes."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [picture(row, Path(folder) / f"{number}.png") for number, row in enumerate(rows)]
        command = ["npm", "run", "-s", "platekeeper", "--", "read", "--json", "--models", str(models), *map(str, paths)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != len(rows):
        sys.exit(f"{len(lines)} lines for {len(rows)} photographs")
    return lines


def picture(row: Row, scratch: Path) -> Path:
    if row.manifest not in ("detect/us_vanity", "detect/us_roboflow"):
        return row.image
    image = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE)
    cv2.imwrite(str(scratch), cv2.resize(image, None, fx=1.3, fy=1.0, interpolation=cv2.INTER_LINEAR))
    return scratch


def count(rows: list[Row], lines: list[dict]) -> tuple[int, int, int, int, int]:
    plates = found = false = empty = empty_false = 0
    unlabelled = read_unlabelled()
    for row, line in zip(rows, lines, strict=True):
        width, height = line["width"], line["height"]
        stretch = 1.3 if row.manifest in ("detect/us_vanity", "detect/us_roboflow") else 1.0
        labels = [(x * stretch, y, w * stretch, h) for x, y, w, h in (plate.box for plate in row.plates)]
        unasked = [(x * width, y * height, w * width, h * height) for x, y, w, h in unlabelled.get(f"{row.manifest}:{row.line}", [])]
        boxes = [detection["box"] for detection in line["detections"]]
        asked = [label for label in labels if label[2] >= LEAST_WIDTH_SHARE * width]
        plates += len(asked)
        found += sum(any(overlap(label, box) > OVERLAP for box in boxes) for label in asked)
        wrong = sum(all(overlap(label, box) <= 0.1 for label in [*labels, *unasked]) for box in boxes)
        false += wrong
        if not row.plates:
            empty += 1
            empty_false += wrong > 0
    return plates, found, false, empty, empty_false


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (a[2] * a[3] + b[2] * b[3] - width * height)


if __name__ == "__main__":
    main()
