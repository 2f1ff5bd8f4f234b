"""Contact sheets for the person training: what the reader misread, and what the detector missed or took for a plate.

    sheet_misreads(SHEETS, looks, texts)                       # a sheet a set: what was read / what is there
    sheet_misses(SHEETS, sheets, found, threshold)             # misses.png and false.png, the worst first

Look at them before the next idea. They show photographs and plate texts, so a folder inside a git repository is refused.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from detector import box_of_quad, overlap
from evaluate_detector import Sheet, needed, punished
from evaluate_reader import Looked
from reader import fold

TILE, CAPTION_PX, MOST = (216, 72), 18, 70
VIEW = (216, 144)


def outside_git(folder: Path) -> Path:
    """The folder, made if need be. Raises ValueError where it lies inside a git repository: photographs do not belong there."""
    full = folder.resolve()
    for parent in (full, *full.parents):
        if (parent / ".git").exists():
            raise ValueError(f"{folder} lies inside the repository {parent}: contact sheets show photographs, name a folder elsewhere")
    full.mkdir(parents=True, exist_ok=True)
    return full


def sheet_misreads(folder: Path, looks: Sequence[Looked], texts: Sequence[str], most: int = MOST) -> dict[str, int]:
    """One sheet a set; returns how many each set has in all."""
    folder = outside_git(folder)
    tiles = defaultdict(list)
    for looked, text in zip(looks, texts, strict=True):
        if fold(text) != fold(looked.text):
            tiles[looked.source].append(captioned(cv2.resize(looked.view, TILE), f"{text} / {looked.text}"))
    for source, wrong in tiles.items():
        write_sheet(folder / f"misreads-{source.replace(', ', '-').replace(' ', '-')}.png", wrong[:: max(1, len(wrong) // most)][:most])
    return {source: len(wrong) for source, wrong in tiles.items()}


def sheet_misses(folder: Path, sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]], threshold: float, most: int = MOST) -> tuple[int, int]:
    """misses.png: plates asked for that no candidate of at least `threshold` found, widest first, with the best score there was.
    false.png: the strongest candidates on no labelled plate, threshold or not. Returns how many of both lie on their side of it."""
    folder = outside_git(folder)
    misses, false = [], []
    for sheet, candidates in zip(sheets, found, strict=True):
        for k, quad in enumerate(sheet.quads):
            box = box_of_quad(quad)
            scores = [score for score, other in candidates if overlap(box, box_of_quad(other)) > needed(sheet, k)]
            if sheet.asked[k] and max(scores, default=0.0) < threshold:
                misses.append((float(box[2]), sheet, quad, f"{sheet.name} {max(scores, default=0.0):.2f} {box[2]:.0f} px"))
        false += [(score, sheet, quad, f"{sheet.name} {score:.2f}") for score, quad in candidates if punished(sheet, box_of_quad(quad))]
    for name, items in (("misses", misses), ("false", false)):
        items.sort(key=lambda item: -item[0])
        write_sheet(folder / f"{name}.png", [captioned(_around(sheet.image, quad), caption) for _, sheet, quad, caption in items[:most]])
    return len(misses), sum(score >= threshold for score, *_ in false)


def _around(image: np.ndarray, quad: np.ndarray) -> np.ndarray:
    """The place with twice its width to each side and its outline drawn: uint8 [144, 216, 3]."""
    x, y, w, h = box_of_quad(quad)
    width = max(48.0, 3 * w, 3 * h * VIEW[0] / VIEW[1])
    scale = VIEW[0] / width
    shift = np.array([VIEW[0] / 2, VIEW[1] / 2]) - np.array([x + w / 2, y + h / 2]) * scale
    view = cv2.warpAffine(image, np.array([[scale, 0, shift[0]], [0, scale, shift[1]]]), VIEW, flags=cv2.INTER_LINEAR)
    view = cv2.cvtColor(view, cv2.COLOR_GRAY2BGR)
    cv2.polylines(view, [(quad * scale + shift).round().astype(np.int32)], True, (60, 255, 60), 1, cv2.LINE_AA)
    return view


def captioned(view: np.ndarray, caption: str) -> np.ndarray:
    """A grey or coloured picture over a line of text, uint8 with three channels."""
    view = view if view.ndim == 3 else cv2.cvtColor(view, cv2.COLOR_GRAY2BGR)
    strip = np.zeros((CAPTION_PX, view.shape[1], 3), np.uint8)
    cv2.putText(strip, caption, (2, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.38, (255, 255, 255), 1, cv2.LINE_AA)
    return np.vstack([view, strip])


def write_sheet(path: Path, tiles: list[np.ndarray], columns: int = 7) -> None:
    """Pictures of one size in rows, as one file; none: the file goes. Raises OSError."""
    if not tiles:
        path.unlink(missing_ok=True)  # of an earlier look: it would tell of what is no longer so
        return
    tiles = tiles + [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    if not cv2.imwrite(str(path), np.vstack([np.hstack(tiles[at : at + columns]) for at in range(0, len(tiles), columns)])):
        raise OSError(f"{path} can not be written")
