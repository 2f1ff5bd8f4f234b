"""A labelling aid for the texts of plates that have none: shows them to a person, then to the reader, and shows again where the two differ.

    python label_texts.py sheet --data DATA --out OUT --name a --only detect/us_vanity [--side train] [--but RUN/4-relabelled/labels.json]
    python label_texts.py put   --data DATA --out OUT --name a1 < answers     # the answers to page a1.png
    python label_texts.py ask   --data DATA --out OUT --name b --weights RUN/weights.pt   # the reader reads what was put; pages b1.png … of what differs
    python label_texts.py put   --data DATA --out OUT --name b1 < answers     # now `1` the person's, `2` the reader's, a text, or ?

A page holds PAGE plates as they stand in the picture, without any guess: who reads them is not led. An answer is a line: the tile's number
and the text as a reader is to give it (full-height characters, no small stacked ones, no spaces; `AB/1234` on two lines), `?` where a
character can not be told or is hidden, `-` where it is no plate, or a mirrored one. A text that the reader gives too is taken; one that differs is
taken only after the second look. Of a photograph and its copies with a plate each, one is shown; a copy has the text if the reader all but agrees.

What is taken lies in OUT/texts.json, "manifest:line:plate" -> text, for `--texts` of the training and of the reports (data.py). These are
texts of plates on the street: an OUT inside a git repository is refused.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from contact_sheets import outside_git
from data import ALPHABET, Row, read_manifests
from dice import generator
from whole_program import SQUASHED, UNSQUASH

PAGE, COLUMNS = 30, 5
TILE_W, TILE_H, CAPTION_PX = 276, 150, 16
MARGIN = 0.12  # of the box, on each side
LEAST_WIDTH_PX = 36
UNREADABLE, NO_PLATE = "?", "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["sheet", "put", "ask"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--only", default="detect/", help="the start of manifest:line:plate")
    parser.add_argument("--side", choices=["train", "validation"])
    parser.add_argument("--but", type=Path, help="sheet: labels.json of a run, whose plates need no eye")
    parser.add_argument("--weights", type=Path, help="ask: a reader's")
    arguments = parser.parse_args()
    outside_git(arguments.out)
    if arguments.command == "sheet":
        sheet(arguments)
    elif arguments.command == "put":
        put(arguments.out, arguments.name, sys.stdin)
    else:
        ask(arguments)


def sheet(arguments: argparse.Namespace) -> None:
    known = set(_load(arguments.out / "seen.json")) | (set(_load(arguments.but)) if arguments.but else set())
    keys, shown = [], set()
    for row in _rows(arguments.data):
        for index, (key, box) in enumerate(_plates(row)):
            copies = (row.group, index) if len(row.plates) == 1 and ".mp4" not in row.image.name else key
            wanted = key.startswith(arguments.only) and arguments.side in (None, row.split) and key not in known and box[2] >= LEAST_WIDTH_PX
            if wanted and copies not in shown and (row.plates[index].text if row.plates else row.text) is None:
                shown.add(copies)
                keys.append((key, row, box))
    for number, start in enumerate(range(0, len(keys), PAGE), start=1):
        page = keys[start : start + PAGE]
        _write(arguments.out / f"{arguments.name}{number}", [(key, _tile(row, box), str(tile)) for tile, (key, row, box) in enumerate(page, start=1)])
    print(f"{len(keys)} plates on {-(-len(keys) // PAGE)} pages in {arguments.out}")


def put(out: Path, name: str, lines: Sequence[str]) -> None:
    """ValueError where an answer is missing or not understood; nothing is stored then."""
    page = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
    answers = {int(words[0]): words[1].upper() for words in (line.split() for line in lines) if len(words) == 2}
    if set(answers) != set(range(1, len(page) + 1)):
        raise ValueError(f"{name}: every tile needs one answer: {sorted(set(range(1, len(page) + 1)) ^ set(answers))} are missing or too many")
    seen, taken = _load(out / "seen.json"), _load(out / "texts.json")
    for number, entry in enumerate(page, start=1):
        answer, choices = answers[number], entry.get("choices")
        if choices and answer in ("1", "2"):
            answer = choices[int(answer) - 1]
        if answer not in (UNREADABLE, NO_PLATE) and any(character not in ALPHABET for character in answer.replace("/", "", 1)):
            raise ValueError(f"{name}: answer {number} is no text, {UNREADABLE} or {NO_PLATE}")
        seen[entry["key"]] = answer
        if choices and answer not in (UNREADABLE, NO_PLATE):
            taken[entry["key"]] = answer
    _store(out / "seen.json", seen)
    _store(out / "texts.json", taken)
    print(f"{name}: {len(page)} answers, {sum(answer not in (UNREADABLE, NO_PLATE) for answer in answers.values())} with a text")


def ask(arguments: argparse.Namespace) -> None:
    from reader import fold  # PyTorch is not needed to label

    out = arguments.out
    seen, taken = _load(out / "seen.json"), _load(out / "texts.json")
    readable = {key: text for key, text in seen.items() if text not in (UNREADABLE, NO_PLATE)}
    read = _read(arguments.data, arguments.weights, readable)
    differing, counts = [], {"agreed": 0, "differ": 0, "copies": 0}
    rows = _rows(arguments.data)
    copies: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in rows:
        for index, (key, box) in enumerate(_plates(row)):
            if len(row.plates) == 1 and ".mp4" not in row.image.name:
                copies[row.group, index].append(key)
            text = readable.get(key)
            if text is None or key in taken or key not in read:
                continue
            if fold(read[key]) == fold(text):
                taken[key] = text
                counts["agreed"] += 1
            else:
                counts["differ"] += 1
                differing.append((key, row, box, [text, read[key] or UNREADABLE]))
    for keys in copies.values():
        text = next((taken[key] for key in keys if key in taken), None)
        for key in keys:
            if text is not None and key not in taken and key not in seen and key in read and _distance(fold(read[key]), fold(text)) <= 1:
                taken[key] = text
                counts["copies"] += 1
    _store(out / "texts.json", taken)
    for number, start in enumerate(range(0, len(differing), PAGE), start=1):
        page = differing[start : start + PAGE]
        _write(
            out / f"{arguments.name}{number}",
            [(key, _tile(row, box), f"{tile}   1: {choices[0]}   2: {choices[1]}") for tile, (key, row, box, choices) in enumerate(page, start=1)],
            [choices for *_, choices in page],
        )
    print(f"{counts}; {len(taken)} texts in {out / 'texts.json'}, {-(-len(differing) // PAGE)} pages to look at again")


def _read(root: Path, weights: Path, texts: dict[str, str]) -> dict[str, str]:
    """What the reader gives for every plate, what most of nine looks say, with a detector's corner errors; lines of a two-line plate joined by a slash."""
    import torch

    from evaluate_reader import answers
    from loop import load_weights
    from plate_dressing import load_backgrounds
    from reader import Reader, read_text
    from reader_batches import look
    from reader_crops import load_crops, load_unread

    torch.set_num_threads(1)
    model, backgrounds = Reader(), load_backgrounds(root)
    load_weights(model, weights)
    model.eval()
    found: dict[str, list[str]] = defaultdict(list)
    labelled = [crop for crop in load_crops(root, texts) if crop.name in texts]
    for index, crop in enumerate([*labelled, *load_unread(root, texts)]):
        views = [look(crop, backgrounds, generator(7, index, view), 0.0) for view in range(9)]
        found[crop.name].append(Counter(map(read_text, answers(model, views)["characters"])).most_common(1)[0][0])
    return {name: "/".join(lines) for name, lines in found.items()}


def _rows(root: Path) -> list[Row]:
    return [row for kind in ("detect", "ocr") for row in read_manifests(root, kind)[0]]


def _plates(row: Row) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Name and box of each plate; of a picture of one plate the picture."""
    if row.plates:
        return [(f"{row.manifest}:{row.line}:{index}", plate.box) for index, plate in enumerate(row.plates)]
    height, width = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE).shape
    return [(f"{row.manifest}:{row.line}", (0, 0, width, height))]


def _tile(row: Row, box: tuple[float, float, float, float]) -> np.ndarray:
    """The plate as it stands in the picture, as large as a tile takes it: uint8 [TILE_H, TILE_W, 3]."""
    picture = cv2.imread(str(row.image), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    x, y, w, h = box
    left, top = max(0, int(x - w * MARGIN)), max(0, int(y - h * MARGIN))
    piece = picture[top : int(y + h * (1 + MARGIN)) + 1, left : int(x + w * (1 + MARGIN)) + 1]
    stretch = UNSQUASH if row.manifest in SQUASHED else 1.0
    scale = min(TILE_W / (piece.shape[1] * stretch), TILE_H / piece.shape[0])
    piece = cv2.resize(piece, (max(1, int(piece.shape[1] * stretch * scale)), max(1, int(piece.shape[0] * scale))), interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
    low, high = np.percentile(piece, [1, 99.5])
    piece = np.clip((piece.astype(np.float32) - low) * (245 / max(20.0, high - low)) + 5, 0, 255).astype(np.uint8)
    return np.pad(piece, ((0, TILE_H - piece.shape[0]), (0, TILE_W - piece.shape[1]), (0, 0)))


def _write(path: Path, tiles: Sequence[tuple[str, np.ndarray, str]], choices: Sequence[list[str]] | None = None) -> None:
    views = []
    for _, view, caption in tiles:
        strip = np.zeros((CAPTION_PX, TILE_W, 3), np.uint8)
        cv2.putText(strip, caption, (4, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (120, 255, 255), 1, cv2.LINE_AA)
        views.append(np.pad(np.vstack([strip, view]), ((0, 6), (0, 6), (0, 0))))
    views += [np.zeros_like(views[0])] * (-len(views) % COLUMNS)
    cv2.imwrite(str(path.with_suffix(".png")), np.vstack([np.hstack(views[at : at + COLUMNS]) for at in range(0, len(views), COLUMNS)]))
    entries = [{"key": key} if choices is None else {"key": key, "choices": choices[number]} for number, (key, *_) in enumerate(tiles)]
    _store(path.with_suffix(".json"), entries)


def _distance(a: str, b: str) -> int:
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, start=1):
        before, row = row, [i]
        for j, other in enumerate(b, start=1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (one != other)))
    return row[-1]


def _load(path: Path) -> dict[str, str]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _store(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
