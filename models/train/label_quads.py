"""A labelling aid for the corners of plates that have only a box: draws them, takes corrections, draws them again for a second look.

    python label_quads.py sheet   --data DATA --out OUT --name a --only detect/romania [--count 18] [--weights RUN/weights.pt]
    python label_quads.py put     --data DATA --out OUT --name a < answers      # into quads.json
    python label_quads.py check   --data DATA --out OUT --name b [--all]        # the stored ones not yet looked at again; then `put` again
    python label_quads.py measure --data DATA --out OUT --name c < answers      # of a sheet drawn with --known: the labeller's error

A sheet (OUT/a.png) is a page of tiles. A tile shows a plate straightened by its present quad (a detector's, where weights are given;
else the box; in `check` the stored one), so that a right quad shows a plate that fills the green frame: one tile is one plate, whatever
its tilt. Rulers at the corners count tile pixels from the frame, ten a long tick, dots every five.

An answer is a line: the tile's number, then `ok`, `skip`, or the sides to move with one offset, or two where the ends differ (top and
bottom from left to right, left and right from top to bottom), right and down being positive: `7 t -3 b 2 4 r 11`. Promises: what is stored are corners in pixels of the stored picture, clockwise from the
plate's own top left, by manifest:line and plate number, and nothing else. Refuses a sheet with a tile left unanswered, and a quad that
is folded, leaves the picture or does not lie on its box. Sheets hold photographs: OUT stays outside git.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from data import QUADS, Plate, Row, fits, read_manifests, read_quads
from textures import is_true_quad

FRAME_PX, LEAST_FRAME_PX, MOST_FRAME_PX = 300, 100, 170  # the frame's width and the bounds of its height
STRETCH = 1.5  # higher than wide: heights are what must be seen exactly
MARGIN_X_PX, MARGIN_Y_PX, CAPTION_PX, COLUMNS, PAGE = 54, 44, 16, 3, 12
DETECTOR_WIDTHS_PX = (56, 80, 112)  # how wide the plate is shown to the detector; the median of the answers counts
SIDES = {"t": ((0, 1), (1, 1)), "b": ((3, 1), (2, 1)), "l": ((0, 0), (3, 0)), "r": ((1, 0), (2, 0))}  # the (corner, axis) at both ends


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
    parser.add_argument("--count", type=int, default=18)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--all", action="store_true", help="check: also those that were looked at again since they were moved")
    parser.add_argument("--known", action="store_true", help="plates whose corners the manifest knows, to measure the labeller by")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    plates = {f"{row.manifest}:{row.line}/{index}": (row, plate, index) for row in read_manifests(arguments.data, "detect", quads={})[0] for index, plate in enumerate(row.plates)}
    if arguments.command in ("sheet", "check"):
        draw(plates, arguments)
    elif arguments.command == "put":
        put(plates, arguments.out, answered(arguments.out / f"{arguments.name}.json", sys.stdin))
    else:
        measure(plates, answered(arguments.out / f"{arguments.name}.json", sys.stdin))


def draw(plates: dict[str, tuple[Row, Plate, int]], arguments: argparse.Namespace) -> None:
    stored = {f"{name}/{index}": quad for name, quads in read_quads().items() for index, quad in enumerate(quads) if quad is not None}
    skipped = arguments.out / "skipped.txt"
    done = set(skipped.read_text(encoding="utf-8").split()) if skipped.exists() else set()
    looked_at = arguments.out / "looked_at.json"  # key -> the quad as it was drawn for a second look
    looked = json.loads(looked_at.read_text(encoding="utf-8")) if looked_at.exists() and not arguments.all else {}
    again = {key for key, quad in stored.items() if looked.get(key) != quad}
    chosen = []
    for key, (row, plate, _) in plates.items():
        known = plate.corners is not None and is_true_quad(plate.box, plate.corners)
        fresh = key not in stored and key not in done and known == arguments.known and plate.box[2] >= arguments.least_width
        named = key.startswith(arguments.only) or str(row.image).split("/detect/")[-1].startswith(arguments.only)
        if named and (key in again if arguments.command == "check" else fresh) and arguments.side in (None, row.split):
            chosen.append(key)
    if len(chosen) > arguments.count and arguments.command == "sheet":  # evenly over what there is: neighbours are the same car
        chosen = [chosen[int(at)] for at in np.linspace(0, len(chosen) - 1, arguments.count)]
    if not chosen:
        raise SystemExit("no plate is left to draw")
    propose = _detector(arguments.weights) if arguments.weights else None
    for page, start in enumerate(range(0, len(chosen), PAGE), start=1):
        tiles, views = [], []
        for key in chosen[start : start + PAGE]:
            row, plate, _ = plates[key]
            picture = cv2.imread(str(row.image), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
            quad = np.float32(stored[key]) if arguments.command == "check" else propose(picture, plate.box) if propose else _quad_of(plate.box)
            across, down = np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])
            tiles.append(Tile(key, quad, int(np.clip(FRAME_PX * down / max(1.0, across) * STRETCH, LEAST_FRAME_PX, MOST_FRAME_PX))))
            views.append(_view(tiles[-1], picture, len(tiles)))
        high = max(view.shape[0] for view in views)
        views = [np.pad(view, ((0, high - view.shape[0]), (0, 0), (0, 0))) for view in views]
        views += [np.zeros_like(views[0])] * (-len(views) % COLUMNS)
        cv2.imwrite(str(arguments.out / f"{arguments.name}{page}.png"), np.vstack([np.hstack(views[at : at + COLUMNS]) for at in range(0, len(views), COLUMNS)]))
        content = [{"key": tile.key, "quad": tile.quad.round(3).tolist(), "height": tile.height} for tile in tiles]
        (arguments.out / f"{arguments.name}{page}.json").write_text(json.dumps(content), encoding="utf-8")
    if arguments.command == "check":
        looked_at.write_text(json.dumps(looked | {key: stored[key] for key in chosen}), encoding="utf-8")
    print(f"{len(chosen)} tiles on {page} pages: {arguments.out / arguments.name}1.png …")


def answered(sheet: Path, lines: Sequence[str]) -> Iterator[tuple[str, np.ndarray | None, bool]]:
    """(key, quad or None for a skipped one, whether it was moved) of every tile of the sheet. ValueError where an answer is missing or not understood."""
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


def put(plates: dict[str, tuple[Row, Plate, int]], out: Path, answers: Iterator[tuple[str, np.ndarray | None, bool]]) -> None:
    quads = read_quads()
    counts = {"confirmed": 0, "moved": 0, "skipped": 0}
    for key, quad, was_moved in list(answers):
        row, plate, index = plates[key]
        name = key.rsplit("/", 1)[0]
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
    quads = {name: quads[name] for name in sorted(quads, key=lambda name: (name.split(":")[0], int(name.split(":")[1]))) if any(quads[name])}
    QUADS.write_text("{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(entry)}" for name, entry in quads.items()) + "\n}\n", encoding="utf-8")
    print(", ".join(f"{count} {what}" for what, count in counts.items()), f"; {sum(quad is not None for entry in quads.values() for quad in entry)} stored")


def measure(plates: dict[str, tuple[Row, Plate, int]], answers: Iterator[tuple[str, np.ndarray | None, bool]]) -> None:
    """Mean distance of the four corners from the manifest's, over the plate's height: a plate a line, then their median and mean."""
    errors = []
    for key, quad, _ in answers:
        truth = plates[key][1].corners
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
                cv2.line(view, (x + outwards * 34, y + offset), (x + outwards * (34 + long), y + offset), frame if offset == 0 else ruler, 1)
                cv2.line(view, (x + offset, (4 if y == y0 else height - 5)), (x + offset, (4 + long if y == y0 else height - 5 - long)), frame if offset == 0 else ruler, 1)
    caption = np.zeros((CAPTION_PX, width, 3), np.uint8)
    cv2.putText(caption, f"{number}  {tile.key}", (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (255, 255, 255), 1, cv2.LINE_AA)
    return np.pad(np.vstack([caption, view]), ((0, 6), (0, 6), (0, 0)))


def _quad_of(box: Sequence[float]) -> np.ndarray:
    x, y, w, h = box
    return np.float32([[x, y], [x + w, y], [x + w, y + h], [x, y + h]])


def _detector(weights: Path):  # noqa: ANN202 - (picture, box) -> quad, the box itself where the detector sees no plate there
    import torch

    from detector import PIXEL_MEAN, PIXEL_SCALE, Detector, box_of_quad, candidates, overlap
    from loop import load_weights

    torch.set_num_threads(1)
    model = Detector()
    load_weights(model, weights)
    model.eval()

    def look(picture: np.ndarray, box: Sequence[float]) -> np.ndarray:
        x, y, w, h = box
        centre, found = np.array([x + w / 2, y + h / 2]), []
        for width in DETECTOR_WIDTHS_PX:
            scale, size = width / w, np.array([256, 192])
            shift = size / 2 - centre * scale
            matrix = np.array([[scale, 0, shift[0] + 0.5 * scale - 0.5], [0, scale, shift[1] + 0.5 * scale - 0.5]])
            if scale < 0.7:
                picture_ = cv2.GaussianBlur(picture, (0, 0), 0.4 / scale)
            else:
                picture_ = picture
            view = cv2.cvtColor(cv2.warpAffine(picture_, matrix, tuple(size.tolist()), flags=cv2.INTER_LINEAR, borderValue=(114, 114, 114)), cv2.COLOR_BGR2GRAY)
            with torch.no_grad():
                maps = model(torch.from_numpy((view[None, None].astype(np.float32) - PIXEL_MEAN) / PIXEL_SCALE))[0].numpy()
            for _, quad in candidates(maps, 0.1):
                quad = ((quad - shift) / scale).astype(np.float32)
                if overlap(box_of_quad(quad), np.array(box)) > 0.35:
                    found.append(quad)
                    break
        return snapped(picture, np.median(found, axis=0).astype(np.float32) if found else _quad_of(box))

    return look


def snapped(picture: np.ndarray, quad: np.ndarray) -> np.ndarray:
    """The quad with each side moved, within a fifth of the height, to the straight edge where a bright plate ends; twice, the second
    time nearer. A proposal only: a dark band, a frame or a bright car leads it astray."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    for reach in (0.24, 0.1):
        across = float(np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2
        down = float(np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
        height = 64.0
        width, pad = float(np.clip(height * across / max(1.0, down), 64, 330)), 24.0
        frame = np.float32([[0, 0], [width, 0], [width, height], [0, height]]) + pad
        view = cv2.warpPerspective(grey, cv2.getPerspectiveTransform(quad - 0.5, frame - 0.5), (int(width + 2 * pad), int(height + 2 * pad)), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        smooth = cv2.GaussianBlur(view, (0, 0), 1.2).astype(np.float32)
        gx, gy = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3)
        lines = []
        for slope, start, end in ((gy, 0, 1), (-gx, 1, 2), (-gy, 2, 3), (gx, 3, 0)):
            lines.append(_edge(slope, frame[start], frame[end], reach * height))
        corners = []
        for n in range(4):  # a corner is where its two sides meet
            meeting = np.cross(lines[n - 1], lines[n])
            corners.append(meeting[:2] / meeting[2])
        back = cv2.getPerspectiveTransform(frame, quad)
        quad = cv2.perspectiveTransform(np.float32([corners]), back)[0]
    return quad


def _edge(slope: np.ndarray, start: np.ndarray, end: np.ndarray, reach: float) -> np.ndarray:
    """The homogeneous line near start-end, its ends moved at right angles by up to `reach`, along which the slope inwards is steepest."""
    along = (end - start) / np.linalg.norm(end - start)
    normal = np.array([-along[1], along[0]])
    offsets = np.arange(-reach, reach + 0.01, 0.5)
    at = np.linspace(0.06, 0.94, 48)
    moves = offsets[:, None, None] * (1 - at) + offsets[None, :, None] * at
    x = start[0] + (end - start)[0] * at + normal[0] * moves - 0.5
    y = start[1] + (end - start)[1] * at + normal[1] * moves - 0.5
    values = slope[np.clip(y.round().astype(int), 0, slope.shape[0] - 1), np.clip(x.round().astype(int), 0, slope.shape[1] - 1)]
    cap = max(1.0, float(np.percentile(slope, 97)))
    score = np.clip(values, -cap, cap).mean(-1) / cap
    score -= 0.15 * (offsets[:, None] ** 2 + offsets[None] ** 2) / reach**2 / 2 + 0.3 * ((offsets[:, None] - offsets[None]) / (2 * reach)) ** 2
    a, b = np.unravel_index(int(score.argmax()), score.shape)
    p, q = start + normal * offsets[a], end + normal * offsets[b]
    return np.cross([*p, 1.0], [*q, 1.0])


if __name__ == "__main__":
    main()
