"""What the detector takes for plates and is none: found on the training side, looked at by a person, kept as `lures.json`.

    python mine_lures.py propose --data ../../../shared/data --weights RUN/weights.pt --out FOLDER     # sheets with numbers, and proposals.json
    python mine_lures.py propose --data ../../../shared/data --models ../ --out FOLDER                # the same of what the whole program reads
    python mine_lures.py keep --out FOLDER --but 5 13 22                                              # those numbers are plates, or may be

A proposal is a detector's candidate of at least SCORE_MIN, or what the whole program reads with its gate open, that lies on no
labelled plate and on none of `unlabelled.json`, at least LEAST_WIDTH_PX wide at the network's input: what is smaller can be told by nobody. True plates that nobody labelled are among them: look at every sheet, and
leave out what you are not sure of; taught as no plate it would do harm. The sheets are photographs: the folder must be outside
the repository. `keep` adds to what is in `lures.json`.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
import torch

from choose_gate import opened
from contact_sheets import captioned, outside_git, write_sheet
from data import LURES, Row, read_lures, read_manifests, read_unlabelled
from detector import Detector, box_of_quad, overlap
from evaluate_detector import Sheet, infer, letterbox
from loop import load_weights
from scenes import open_photograph
from views import rectify
from whole_program import as_they_are, judge, read_pictures

SCORE_MIN, LEAST_WIDTH_PX, MOST = 0.35, 28, 600
MARGIN = 0.09  # round an outline, of its size, to look at it
BATCH, COLUMNS, ROWS = 64, 14, 20
TOUCHES = 0.05  # overlap with a known plate
Found = tuple[float, str, np.ndarray, np.ndarray]  # score, name, outline as shares, how it looks


def propose(root: Path, weights: Path | None, models: Path | None, out: Path) -> None:
    out = outside_git(out)
    rows = [row for kind in ("detect", "negatives") for row in read_manifests(root, kind)[0] if row.split == "train"]
    found = by_detector(rows, weights) if weights is not None else by_program(rows, models, out)
    found.sort(key=lambda each: -each[0])
    proposals = [{"name": name, "outline": outline.round(4).tolist()} for _, name, outline, _ in found[:MOST]]
    (out / "proposals.json").write_text(json.dumps(proposals), encoding="utf-8")
    tiles = [captioned(view, f"{number}  {score:.2f}") for number, (score, _, _, view) in enumerate(found[:MOST])]
    for number, start in enumerate(range(0, len(tiles), COLUMNS * ROWS)):
        write_sheet(out / f"lures{number}.png", tiles[start : start + COLUMNS * ROWS], COLUMNS)
    print(f"{len(proposals)} proposals of {len(found)}; look at the sheets in {out}")


def by_detector(rows: Sequence[Row], weights: Path) -> list[Found]:
    model = Detector()
    load_weights(model, weights)
    found: list[Found] = []
    for start in range(0, len(rows), BATCH):
        sheets = [_sheet(row) for row in rows[start : start + BATCH]]
        for (sheet, size), candidates in zip(sheets, infer(model.eval(), [sheet for sheet, _ in sheets]), strict=True):
            for score, quad in candidates:
                if score >= SCORE_MIN and box_of_quad(quad)[2] >= LEAST_WIDTH_PX and not _known(sheet, quad):
                    found.append((score, sheet.name, quad / size, rectify(sheet.image, quad.astype(np.float32), MARGIN)))
    return found


def by_program(rows: Sequence[Row], models: Path, scratch: Path) -> list[Found]:
    """What is a lure already is not proposed again."""
    found, lures = [], read_lures()
    with TemporaryDirectory(dir=scratch) as folder:
        pictures = as_they_are(rows, Path(folder))
        for row, picture, line in zip(rows, pictures, read_pictures(pictures, opened(models, Path(folder)), "thorough"), strict=True):
            name, grey = f"{row.manifest}:{row.line}", cv2.imread(str(picture.path), cv2.IMREAD_GRAYSCALE)
            middles = [np.mean(outline, axis=0) for outline in lures.get(name, ())]
            for quad, score in ((np.float32(reading["quad"]), reading["score"]) for reading, right in judge(picture, line) if right is False):
                outline = quad / np.float32([picture.width, picture.height])
                again = any((outline.min(0) <= middle).all() and (middle <= outline.max(0)).all() for middle in middles)
                if not again and box_of_quad(quad)[2] * picture.scale >= LEAST_WIDTH_PX:
                    found.append((score, name, outline, rectify(grey, quad, MARGIN)))
    return found


def keep(out: Path, but: set[int]) -> None:
    lures = read_lures()
    for number, proposal in enumerate(json.loads((out / "proposals.json").read_text(encoding="utf-8"))):
        outlines = lures.setdefault(proposal["name"], [])
        if number not in but and proposal["outline"] not in outlines:
            outlines.append(proposal["outline"])
    lines = [f"  {json.dumps(name)}: {json.dumps(outlines)}" for name, outlines in sorted(lures.items()) if outlines]
    LURES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{sum(map(len, lures.values()))} lures in {len(lines)} pictures")


def _sheet(row: Row) -> tuple[Sheet, np.ndarray]:
    """A training picture as the network sees it, and how large the picture lies in it."""
    name = f"{row.manifest}:{row.line}"
    photograph = open_photograph(row, read_unlabelled().get(name, ()))
    sheet = letterbox(photograph, row.manifest, name, [[0, 0, 1, 1]])
    return sheet, sheet.unlabelled[0, 2:]


def _known(sheet: Sheet, quad: np.ndarray) -> bool:
    box = box_of_quad(quad)
    middle = quad.mean(0)
    return any(overlap(box, known) > TOUCHES or (known[:2] <= middle).all() and (middle <= known[:2] + known[2:]).all() for known in box_of_quad(sheet.quads))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("propose", "keep"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--but", type=int, nargs="*", default=[])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.task == "keep":
        keep(arguments.out, set(arguments.but))
    elif arguments.data is None or (arguments.weights is None) == (arguments.models is None):
        parser.error("propose needs --data and one of --weights and --models")
    else:
        propose(arguments.data, arguments.weights, arguments.models, arguments.out)


if __name__ == "__main__":
    main()
