"""A labelling aid for the corners of plates that have only a box: draws them, takes corrections, draws them again for a second look.

    python label_quads.py sheet   --data DATA --out OUT --name a --only detect/romania [--count 48] [--weights RUN/weights.pt]
    python label_quads.py put     --data DATA --out OUT --name a1 < answers     # the answers to page a1.png, into quads.json
    python label_quads.py check   --data DATA --out OUT --name b                # what was stored or moved since it was last checked
    python label_quads.py measure --data DATA --out OUT --name c1 < answers     # of a page drawn with --known: the labeller's error

A page (OUT/a1.png, a2.png …) holds twelve tiles. A tile shows a plate straightened by its present quad (propose_quads.py's, where
weights are given; else the box; in `check` the stored one), so that a right quad shows a plate that fills the green frame: one tile is
one plate, whatever its tilt. Rulers at the corners count tile pixels from the frame, ten a long tick, five a short one.

An answer is a line: the tile's number, then `ok`, `skip` (a stored quad goes), or the sides to move with one offset, or two where the
ends differ (top and bottom from left to right, left and right from top to bottom), right and down being positive: `7 t -3 b 2 4 r 11`.
Label the plate itself, without its frame or holder, and skip what can not be seen well: no corner is better than a guessed one.

Promises: what is stored are corners in pixels of the stored picture, clockwise from the plate's own top left, by manifest:line and
plate number, and nothing else. Refuses answers that leave out a tile, and a quad that is folded or does not lie on its box. Pages show
photographs: an OUT inside a git repository is refused.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from contact_sheets import outside_git
from data import QUADS, Plate, Row, fits, read_manifests, read_quads
from propose_quads import proposer, quad_of_box
from textures import is_true_quad

FRAME_PX, LEAST_FRAME_PX, MOST_FRAME_PX = 300, 100, 170  # the frame's width and the bounds of its height
STRETCH = 1.5  # higher than wide: heights are what must be seen exactly
MARGIN_X_PX, MARGIN_Y_PX, CAPTION_PX, COLUMNS, PAGE = 54, 44, 16, 3, 12
SIDES = {"t": ((0, 1), (1, 1)), "b": ((3, 1), (2, 1)), "l": ((0, 0), (3, 0)), "r": ((1, 0), (2, 0))}  # the (corner, axis) at both ends


@dataclass(frozen=True)
class Labelled:
    row: Row
    plate: Plate
    index: int  # of the plate in its row


@dataclass(frozen=True)
class Tile:
    key: str  # manifest:line/plate
    quad: np.ndarray  # float32 [4, 2], the present one
    height: int  # of the frame

    @property
    def frame(self) -> np.ndarray:
        return np.float32([[0, 0], [FRAME_PX, 0], [FRAME_PX, self.height], [0, self.height]]) + np.float32([MARGIN_X_PX, MARGIN_Y_PX])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["sheet", "put", "check", "measure"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--only", default="detect/", help="the start of manifest:line/plate, or of the picture's path below detect/")
    parser.add_argument("--side", choices=["train", "validation"])
    parser.add_argument("--least-width", type=float, default=45, help="of the box, in pixels")
    parser.add_argument("--count", type=int, default=48, help="sheet: how many plates, spread evenly over what is left")
    parser.add_argument("--weights", type=Path, help="sheet: a detector's, to propose corners")
    parser.add_argument("--all", action="store_true", help="check: also those checked before")
    parser.add_argument("--known", action="store_true", help="sheet: plates whose corners the manifest knows, to measure by or to set right")
    arguments = parser.parse_args()
    outside_git(arguments.out)
    cv2.setNumThreads(1)
    rows, _ = read_manifests(arguments.data, "detect", quads={})
    plates = {f"{row.manifest}:{row.line}/{index}": Labelled(row, plate, index) for row in rows for index, plate in enumerate(row.plates)}
    if arguments.command in ("sheet", "check"):
        draw(plates, arguments)
    elif arguments.command == "put":
        put(plates, arguments.out, answered(arguments.out / f"{arguments.name}.json", sys.stdin))
    else:
        measure(plates, answered(arguments.out / f"{arguments.name}.json", sys.stdin))


def draw(plates: dict[str, Labelled], arguments: argparse.Namespace) -> None:
    stored = {f"{name}/{index}": quad for name, quads in read_quads().items() for index, quad in enumerate(quads) if quad is not None}
    checked_ = arguments.out / "checked.json"  # key -> the quad as it was drawn for a second look
    checked = json.loads(checked_.read_text(encoding="utf-8")) if checked_.exists() else {}
    again = arguments.command == "check"
    if again:
        keys = [key for key in _named(plates, arguments) if key in stored and (arguments.all or checked.get(key) != stored[key])]
    else:
        keys = [key for key in _fresh(plates, arguments) if key not in stored]
        if len(keys) > arguments.count:  # evenly over what there is: neighbours are the same car
            keys = [keys[int(at)] for at in np.linspace(0, len(keys) - 1, arguments.count)]
    propose = proposer(arguments.weights) if arguments.weights and not again else None
    pages = [keys[start : start + PAGE] for start in range(0, len(keys), PAGE)]
    for number, page in enumerate(pages, start=1):
        tiles, views = [], []
        for key in page:
            row, plate = plates[key].row, plates[key].plate
            picture = cv2.imread(str(row.image), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
            quad = np.float32(stored[key]) if again else propose(picture, plate.box) if propose else quad_of_box(plate.box)
            across, down = np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])
            tiles.append(Tile(key, quad, int(np.clip(FRAME_PX * down / max(1.0, across) * STRETCH, LEAST_FRAME_PX, MOST_FRAME_PX))))
            views.append(_view(tiles[-1], picture, len(tiles)))
        cv2.imwrite(str(arguments.out / f"{arguments.name}{number}.png"), _table(views))
        content = [{"key": tile.key, "quad": tile.quad.round(3).tolist(), "height": tile.height} for tile in tiles]
        (arguments.out / f"{arguments.name}{number}.json").write_text(json.dumps(content), encoding="utf-8")
    if again:
        checked_.write_text(json.dumps(checked | {key: stored[key] for key in keys}), encoding="utf-8")
    print(f"{len(keys)} plates on {len(pages)} pages in {arguments.out}")


def answered(sheet: Path, lines: Sequence[str]) -> Iterator[tuple[str, np.ndarray | None, bool]]:
    """(key, quad or None for a skipped one, whether it was moved) of every tile of the page; ValueError where an answer is missing or
    not understood."""
    tiles = [Tile(entry["key"], np.float32(entry["quad"]), entry["height"]) for entry in json.loads(sheet.read_text(encoding="utf-8"))]
    answers = {int(words[0]): words[1:] for words in (line.split() for line in lines) if words}
    if set(answers) != set(range(1, len(tiles) + 1)):
        raise ValueError(f"every tile needs one answer: {sorted(set(range(1, len(tiles) + 1)) ^ set(answers))} are missing or too many")
    for number, tile in enumerate(tiles, start=1):
        words = answers[number]
        if words == ["skip"]:
            yield tile.key, None, False
        elif words == ["ok"]:
            yield tile.key, tile.quad, False
        else:
            yield tile.key, moved(tile, words), True


def moved(tile: Tile, words: Sequence[str]) -> np.ndarray:
    """The quad in the picture, after the sides were moved in the tile."""
    corners, at = tile.frame.copy(), 0
    while at < len(words):
        if words[at] not in SIDES:
            raise ValueError(f"{tile.key}: a side is one of t, b, l, r")
        offsets = []
        for word in words[at + 1 : at + 3]:
            if word in SIDES:
                break
            offsets.append(float(word))
        if not offsets:
            raise ValueError(f"{tile.key}: a side needs an offset")
        for (corner, axis), offset in zip(SIDES[words[at]], (offsets[0], offsets[-1]), strict=True):
            corners[corner, axis] += offset
        at += 1 + len(offsets)
    return cv2.perspectiveTransform(corners[None], cv2.getPerspectiveTransform(tile.frame, tile.quad))[0]


def put(plates: dict[str, Labelled], out: Path, answers: Iterator[tuple[str, np.ndarray | None, bool]]) -> None:
    quads = read_quads()
    counts = {"confirmed": 0, "moved": 0, "skipped": 0}
    for key, quad, was_moved in list(answers):
        row, plate, index = plates[key].row, plates[key].plate, plates[key].index
        name = f"{row.manifest}:{row.line}"
        entry = quads.get(name, [None] * len(row.plates))
        if quad is None:
            entry[index] = None
            with (out / "skipped.txt").open("a", encoding="utf-8") as file:
                file.write(key + "\n")
        elif fits(quad, plate.box):
            entry[index] = [[round(float(x), 1), round(float(y), 1)] for x, y in quad]
        else:
            raise ValueError(f"{key}: the quad is folded or does not lie on its box")
        counts["skipped" if quad is None else "moved" if was_moved else "confirmed"] += 1
        quads[name] = entry
    names = sorted((name for name in quads if any(quads[name])), key=lambda name: (name.split(":")[0], int(name.split(":")[1])))
    lines = [f"  {json.dumps(name)}: {json.dumps(quads[name])}" for name in names]
    QUADS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    stored = sum(quad is not None for name in names for quad in quads[name])
    print(", ".join(f"{count} {what}" for what, count in counts.items()) + f"; {stored} stored")


def measure(plates: dict[str, Labelled], answers: Iterator[tuple[str, np.ndarray | None, bool]]) -> None:
    """Mean distance of the four corners from the manifest's, over the plate's height: a plate a line, then their median and mean."""
    errors = []
    for key, quad, _ in answers:
        truth = plates[key].plate.corners
        if quad is not None and truth is not None:
            height = (np.linalg.norm(truth[3] - truth[0]) + np.linalg.norm(truth[2] - truth[1])) / 2
            errors.append(float(np.linalg.norm(quad - truth, axis=1).mean() / height))
            print(f"{key}  {errors[-1]:.3f}  {(quad - truth).round(1).tolist()}  height {height:.0f} px")
    print(f"{len(errors)} plates: median {np.median(errors):.3f}, mean {np.mean(errors):.3f}, worst {max(errors):.3f} of the plate's height")


def _view(tile: Tile, picture: np.ndarray, number: int) -> np.ndarray:
    width, height = FRAME_PX + 2 * MARGIN_X_PX, tile.height + 2 * MARGIN_Y_PX
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])  # pixel centres lie at half coordinates in labels, at whole ones in OpenCV
    matrix = np.linalg.inv(half) @ cv2.getPerspectiveTransform(tile.quad, tile.frame) @ half
    view = cv2.warpPerspective(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT)
    low, high = np.percentile(view, [1, 99.5])
    view = np.clip((view.astype(np.float32) - low) * (245 / max(20.0, high - low)) + 5, 0, 255).astype(np.uint8)
    frame, ruler = (60, 255, 60), (255, 220, 0)
    (x0, y0), (x1, y1) = tile.frame[0].astype(int), tile.frame[2].astype(int)
    lined = view.copy()
    cv2.rectangle(lined, (x0, y0), (x1, y1), frame, 1)
    view = cv2.addWeighted(view, 0.3, lined, 0.7, 0)
    for offset in range(-30, 31, 5):
        long = 9 if offset % 10 == 0 else 4
        for x, outwards in ((x0, -1), (x1, 1)):
            for y in (y0, y1):
                colour, outer = frame if offset == 0 else ruler, 4 if y == y0 else height - 5
                cv2.line(view, (x + outwards * 34, y + offset), (x + outwards * (34 + long), y + offset), colour, 1)
                cv2.line(view, (x + offset, outer), (x + offset, outer + (long if y == y0 else -long)), colour, 1)
    caption = np.zeros((CAPTION_PX, width, 3), np.uint8)
    cv2.putText(caption, f"{number}  {tile.key}", (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (255, 255, 255), 1, cv2.LINE_AA)
    return np.pad(np.vstack([caption, view]), ((0, 6), (0, 6), (0, 0)))


def _table(views: list[np.ndarray]) -> np.ndarray:
    high = max(view.shape[0] for view in views)
    padded = [np.pad(view, ((0, high - view.shape[0]), (0, 0), (0, 0))) for view in views]
    padded += [np.zeros_like(padded[0])] * (-len(padded) % COLUMNS)
    return np.vstack([np.hstack(padded[at : at + COLUMNS]) for at in range(0, len(padded), COLUMNS)])


def _named(plates: dict[str, Labelled], arguments: argparse.Namespace) -> list[str]:
    """The plates that the options ask for."""
    return [
        key for key, labelled in plates.items()
        if (key.startswith(arguments.only) or labelled.row.image.as_posix().split("/detect/")[-1].startswith(arguments.only))
        and arguments.side in (None, labelled.row.split)
    ]


def _fresh(plates: dict[str, Labelled], arguments: argparse.Namespace) -> list[str]:
    """Those among them that are wide enough, that nobody skipped, and whose corners the manifest knows (--known) or does not."""
    skipped_ = arguments.out / "skipped.txt"
    skipped = set(skipped_.read_text(encoding="utf-8").split()) if skipped_.exists() else set()
    fresh = []
    for key in _named(plates, arguments):
        plate = plates[key].plate
        known = plate.corners is not None and is_true_quad(plate.box, plate.corners)
        if key not in skipped and known == arguments.known and plate.box[2] >= arguments.least_width:
            fresh.append(key)
    return fresh


if __name__ == "__main__":
    main()
