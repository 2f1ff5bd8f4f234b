"""Manifests in, rows out: what the labelled photographs say, checked, and split into training and validation.

    rows, findings = read_manifests(root, "detect")        # kinds: detect, ocr, negatives
    train = [row for row in rows if row.split == "train"]

`root` holds `<kind>/<name>.jsonl` with a JSON object a line; `image` is relative to `<kind>/`; boxes are [x, y, w, h] and corners
clockwise from top left, in pixels of the stored picture. Corners that label_quads.py put into quads.json stand before the manifest's:
most plates have only a box there, and some corners are a labeller's shortcut. Promises: every row given back has an existing picture,
boxes inside it, quads of quads.json on their boxes, and a text of the alphabet (or None, where the manifest has none); every row left
out is counted and named in the findings by manifest and line, never by file name, as those hold plate texts. A picture counts as there when its
head can be read and says the size that the manifest says, and its end is there. A row's group (the same
photograph, ride or plate) lies wholly on one side of the split, by a stable hash, so the split is the same on every machine.
Refuses the kind `eval`: no test data here.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST_TEXT = 12  # characters of a plate
KINDS = ("detect", "ocr", "negatives")
Quads = list[list[list[float]] | None]  # of one row, by plate: four corners, or None
VALIDATION_PER_CENT = 12

# Few and long: a hash over four rides would be a coin, so these are named. The only night ride is in training.
VALIDATION_RIDES = ("romania/dayride_type1_002", "romania/dayride_type1_003")
UNLABELLED = Path(__file__).resolve().parent / "unlabelled.json"
QUADS = Path(__file__).resolve().parent / "quads.json"
NO_TEXTS: Mapping[str, str] = {}
PLATE_REGIONS = Path(__file__).resolve().parent / "regions.json"
LURES = Path(__file__).resolve().parent / "lures.json"
ENDINGS = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}  # what the last bytes of a whole picture hold: OpenCV reads half a JPEG as one whose rest is grey
ENDING_BYTES = 1024  # some cameras write a little after the end
OUTSIDE_PX = 2.0  # a label may leave the picture by this much: a rounding of the labeller, clipped


@dataclass(frozen=True)
class Plate:
    box: tuple[float, float, float, float]
    corners: np.ndarray | None  # [4, 2] float32, clockwise from top left
    text: str | None
    lines: tuple[str, ...] = ()  # of a two-line plate
    region: str | None = None  # as in regions.json


@dataclass(frozen=True)
class Row:
    image: Path
    manifest: str  # "detect/romania": where it stands
    line: int
    group: str
    split: str  # "train" or "validation"
    source: str
    licence: str
    plates: tuple[Plate, ...] = ()
    text: str | None = None  # of an ocr row
    lines: tuple[str, ...] = ()  # a two-line plate's text, line by line
    region: str | None = None
    state: str | None = None


@dataclass
class Findings:
    """What was left out and why: reason -> the rows, as "manifest:line"."""

    skipped: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    kept: int = 0

    def __str__(self) -> str:
        lines = [f"{self.kept} rows kept, {sum(map(len, self.skipped.values()))} skipped"]
        for reason, names in sorted(self.skipped.items()):
            lines.append(f"  {reason}: {len(names)} ({', '.join(names)})")
        return "\n".join(lines)


def all_findings(root: Path) -> str:
    """What is left out of the whole folder, for a run's findings.txt; a kind that is not there is said too."""
    parts = []
    for kind in KINDS:
        try:
            parts.append(f"{kind}: {read_manifests(root, kind)[1]}")
        except FileNotFoundError as error:
            parts.append(f"{kind}: {error}")
    return "\n".join(parts) + "\n"


def read_manifests(
    root: Path, kind: str, names: Sequence[str] | None = None, quads: Mapping[str, Quads] | None = None, texts: Mapping[str, str] = NO_TEXTS
) -> tuple[list[Row], Findings]:
    """All good rows of `<root>/<kind>/*.jsonl`, or of the named ones, in a fixed order; corners from `quads`, if None read_quads(); texts of
    plates that the manifest gives none from `texts` (read_texts)."""
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    paths = sorted((root / kind).glob("*.jsonl")) if names is None else [root / kind / f"{name}.jsonl" for name in names]
    if not paths:
        raise FileNotFoundError(f"no manifest (*.jsonl) in {root / kind}")
    quads = read_quads() if quads is None else quads
    rows, findings = [], Findings()
    for path in paths:
        for number, line in enumerate(path.read_bytes().removesuffix(b"\n").split(b"\n"), start=1):
            result = _row(root / kind, f"{kind}/{path.stem}", number, line, quads.get(f"{kind}/{path.stem}:{number}", []), texts)
            if isinstance(result, str):
                findings.skipped[result].append(f"{kind}/{path.stem}:{number}")
            else:
                rows.append(result)
    findings.kept = len(rows)
    return rows, findings


def read_unlabelled() -> dict[str, list[list[float]]]:
    """True plates that no label names, seen by eye among a detector's strongest false candidates: "manifest:line" -> boxes as shares of
    the picture's width and height. Far, blurred and dazzled ones among them may be none, so they are neither taught nor punished."""
    return json.loads(UNLABELLED.read_text(encoding="utf-8"))


def read_lures() -> dict[str, list[list[list[float]]]]:
    """What a detector took for plates on the training side and a person saw to be none (mine_lures.py): "manifest:line" -> outlines of
    four corners, as shares of the picture's width and height."""
    return json.loads(LURES.read_text(encoding="utf-8"))


def read_quads() -> dict[str, Quads]:
    """Corners labelled by eye (label_quads.py): "manifest:line" -> by plate, four corners [x, y] in pixels of the stored picture, clockwise
    from the plate's own top left, or None."""
    return json.loads(QUADS.read_text(encoding="utf-8")) if QUADS.exists() else {}


@lru_cache(maxsize=None)
def read_regions() -> dict[str, str]:
    """Where plates of photographs are from, told by eye: "manifest:line:plate" -> "us-ca", "ro", "us" or "eu" where no more can be told, "br" or "other"."""
    return json.loads(PLATE_REGIONS.read_text(encoding="utf-8")) if PLATE_REGIONS.exists() else {}


def read_texts(path: Path | None) -> dict[str, str]:
    """Texts read by eye (label_texts.py; they lie outside the repository): "manifest:line:plate", or "manifest:line" of a picture of one plate,
    -> text, with a slash between two lines. None: there are none. Raises ValueError for what is no text."""
    texts = json.loads(path.read_text(encoding="utf-8")) if path else {}
    for name, text in texts.items():
        if _wrong(text.replace("/", "", 1)):
            raise ValueError(f"{path}: {name}: the text is empty or has a character outside the alphabet")
    return texts


def fits(quad: np.ndarray, box: Sequence[float]) -> bool:
    """Whether four corners can be the plate in this box: convex, clockwise, and their bounds overlap it by at least 0.3 (boxes are loose)."""
    edges = np.roll(quad, -1, axis=0) - quad
    after = np.roll(edges, -1, axis=0)
    if (edges[:, 0] * after[:, 1] - edges[:, 1] * after[:, 0] <= 0).any():
        return False
    x, y, w, h = box
    low, high = quad.min(0), quad.max(0)
    inner = float(np.clip(np.minimum(high, [x + w, y + h]) - np.maximum(low, [x, y]), 0, None).prod())
    return inner >= 0.3 * (float((high - low).prod()) + w * h - inner)


def split_of(group: str) -> str:
    """The side of a group: "validation" for about VALIDATION_PER_CENT in a hundred, by SHA-256, the same everywhere."""
    if "/dayride" in group or "/nightride" in group:
        return "validation" if group in VALIDATION_RIDES else "train"
    bucket = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % 100
    return "validation" if bucket < VALIDATION_PER_CENT else "train"


def read_planes(path: Path, longest_px: int | None = None) -> np.ndarray:
    """A picture as [4, height, width] uint8: luma, red, green, blue; shrunk by area so that no side is longer than `longest_px`.
    Raises ValueError if it can not be decoded."""
    bgr = cv2.imread(str(path), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    if bgr is None:
        raise ValueError("a picture can not be decoded")
    longest = max(bgr.shape[:2])
    if longest_px is not None and longest > longest_px:
        scale = longest_px / longest
        bgr = cv2.resize(bgr, (round(bgr.shape[1] * scale), round(bgr.shape[0] * scale)), interpolation=cv2.INTER_AREA)
    blue, green, red = cv2.split(bgr)
    return np.stack([cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), red, green, blue])


def _row(folder: Path, manifest: str, number: int, line: bytes, quads: Quads, texts: Mapping[str, str]) -> Row | str:
    """The row of one line, or the reason to leave it out."""
    try:
        entry: dict[str, Any] = json.loads(line.decode("utf-8"))
        image = folder / entry["image"]
    except (ValueError, KeyError, TypeError):
        return "line is not a JSON object with an image"
    if image.is_absolute() != folder.is_absolute() or ".." in Path(entry["image"]).parts or not image.is_relative_to(folder):
        return "picture lies outside its folder"  # among them a way round the refusal of eval
    size = _size(image)
    if isinstance(size, str):
        return size
    if entry.get("width", size[0]) != size[0] or entry.get("height", size[1]) != size[1]:
        return "picture has not the size that the manifest says"
    labels = entry.get("plates", [])
    if not isinstance(labels, list):
        return "plates are not a list"
    if len(quads) > len(labels):
        return "more quads than plates"
    plates = []
    for index, label in enumerate(labels):
        plate = _plate(label, *size, quads[index] if index < len(quads) else None)
        if isinstance(plate, str):
            return plate  # the whole row: an unlabelled plate would teach that it is none
        name = f"{manifest}:{number}:{index}"
        if plate.text is None:
            plate = replace(plate, **_in_lines(texts.get(name)))
        plates.append(replace(plate, region=read_regions().get(name)))
    text, lines = entry.get("text"), entry.get("lines", [])
    if reason := _wrong(text):
        return reason
    if lines and (not isinstance(lines, list) or not all(isinstance(each, str) for each in lines) or "".join(lines) != text):
        return "lines are not the text"
    if text is None:
        text, lines = _in_lines(texts.get(f"{manifest}:{number}")).values()
    group = _group(entry, manifest)
    return Row(
        image=image, manifest=manifest, line=number, group=group, split=split_of(group),
        source=entry.get("source", "unknown"), licence=entry.get("licence", "unknown"),
        plates=tuple(plates), text=text, lines=tuple(lines), region=entry.get("region"), state=entry.get("state"),
    )


def _size(image: Path) -> tuple[int, int] | str:
    """Width and height as stored, from the picture's head; or what is wrong with it."""
    try:
        changed = image.stat().st_mtime_ns
    except OSError:
        return "picture is missing"
    return _size_in(image, changed)


@lru_cache(maxsize=None)  # a training asks for the same manifests several times
def _size_in(image: Path, changed: int) -> tuple[int, int] | str:
    try:
        with Image.open(image) as picture, image.open("rb") as file:
            size, ending = picture.size, ENDINGS.get(picture.format or "")
            file.seek(max(0, image.stat().st_size - ENDING_BYTES))
            return size if ending is None or ending in file.read() else "picture is torn off"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # what its decoders raise for what is no picture
        return "picture can not be opened"


def _wrong(text: object) -> str | None:
    """What is wrong with a text; None is none, which is fine."""
    if text is None:
        return None
    if not isinstance(text, str):
        return "text is not a string"
    if not text:
        return "text is empty"
    return "text has a character outside the alphabet" if any(character not in ALPHABET for character in text) else None


def _in_lines(text: str | None) -> dict[str, Any]:
    parts = tuple((text or "").split("/"))
    return {"text": "".join(parts) or None, "lines": parts if len(parts) == 2 else ()}


def _plate(label: Any, width: float, height: float, quad: list[list[float]] | None) -> Plate | str:
    try:
        x, y, w, h = (float(value) for value in label["box"])
        corners = np.asarray(label["corners"], np.float32) if label.get("corners") is not None else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return "box or corners are not numbers"
    if not np.isfinite([x, y, w, h]).all():
        return "box or corners are not numbers"
    if reason := _wrong(label.get("text")):
        return reason
    if w < 1 or h < 1:
        return "box is empty"
    if x < -OUTSIDE_PX or y < -OUTSIDE_PX or x + w > width + OUTSIDE_PX or y + h > height + OUTSIDE_PX:
        return "box lies outside the picture"
    left, top = max(0.0, x), max(0.0, y)
    box = (left, top, min(width, x + w) - left, min(height, y + h) - top)
    if corners is not None and (corners.shape != (4, 2) or not fits(corners, box)):
        return "corners are not four points round the box, clockwise"
    if quad is not None:
        corners = np.asarray(quad, np.float32)
        if corners.shape != (4, 2) or not fits(corners, box):
            return "quad does not lie on its box"
    return Plate(box, corners, label.get("text"))


def _group(entry: dict[str, Any], manifest: str) -> str:
    """What must not be torn apart: the manifest's own group, a ride, a plate by its text, else the photograph."""
    if entry.get("group"):
        return f"{manifest.split('/')[1]}/{entry['group']}"
    if ".mp4_t_" in entry["image"]:
        return entry["image"].split(".mp4_t_")[0]
    if entry.get("text"):
        return f"plate/{entry['text']}"
    return entry["image"]
