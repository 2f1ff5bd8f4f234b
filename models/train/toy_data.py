"""A tiny folder of labelled photographs for the tests: of the same form as the real one, drawn, with rows on both sides of the split.

    draw_data(root)                       # detect/kaggle433, ocr/openalpr_us_crops, ocr/br_traffic, negatives/openalpr_neg

Good for seeing that the training goes from end to end; nothing can be learned from it. The names are those of real sources, as shares and
insets hang on them.
"""

import itertools
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from data import ALPHABET, split_of

TRAIN, VALIDATION = 8, 3


def draw_data(root: Path, seed: int = 1) -> None:
    dice = np.random.default_rng(seed)
    for kind, name, entry in (
        ("detect", "kaggle433", _street), ("ocr", "openalpr_us_crops", _crop), ("ocr", "br_traffic", _crop), ("negatives", "openalpr_neg", _nothing),
    ):  # fmt: skip
        folder = root / kind / name
        folder.mkdir(parents=True)
        lines = []
        for number, group in enumerate(_groups(name)):
            image = f"{name}/{number}.png"
            picture, labels = entry(dice, name)
            cv2.imwrite(str(root / kind / image), picture)
            lines.append(json.dumps({"image": image, "group": group, "source": "drawn", "licence": "none", **labels}))
        (root / kind / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _groups(name: str) -> list[str]:
    """So many groups of each side, as split_of has it."""
    sides: dict[str, list[str]] = {"train": [], "validation": []}
    for number in itertools.count():
        side = sides[split_of(f"{name}/{number}")]
        side.append(str(number))
        if len(sides["train"]) >= TRAIN and len(sides["validation"]) >= VALIDATION:
            return sides["train"][:TRAIN] + sides["validation"][:VALIDATION]
    raise AssertionError("counting never ends")


def _street(dice: np.random.Generator, _: str) -> tuple[np.ndarray, dict[str, Any]]:
    picture = _ground(dice, 320, 240)
    plate, _text = _plate(dice)
    x, y = int(dice.integers(10, 190)), int(dice.integers(10, 180))
    picture[y : y + 40, x : x + 110] = cv2.resize(plate, (110, 40))
    lean = float(dice.uniform(2, 4))  # a corner off its box is what makes corners true
    label = {"box": [x, y, 110, 40], "corners": [[x, y], [x + 110, y], [x + 110 - lean, y + 40], [x, y + 40]]}
    return picture, {"width": 320, "height": 240, "plates": [label]}


def _crop(dice: np.random.Generator, name: str) -> tuple[np.ndarray, dict[str, Any]]:
    plate, text = _plate(dice)
    return plate, {"text": text, "region": "br" if name == "br_traffic" else "us-tx"}


def _nothing(dice: np.random.Generator, _: str) -> tuple[np.ndarray, dict[str, Any]]:
    return _ground(dice, 320, 240), {"width": 320, "height": 240, "plates": []}


def _ground(dice: np.random.Generator, width: int, height: int) -> np.ndarray:
    rough = dice.integers(40, 200, (height // 20, width // 20, 3), dtype=np.uint8)
    return cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)


def _plate(dice: np.random.Generator) -> tuple[np.ndarray, str]:
    text = "".join(ALPHABET[int(k)] for k in dice.integers(0, len(ALPHABET), 6))
    picture = np.full((100, 200, 3), 220, np.uint8)
    cv2.rectangle(picture, (3, 3), (196, 96), (30, 30, 30), 2)
    cv2.putText(picture, text, (14, 68), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (20, 20, 20), 4, cv2.LINE_AA)
    return picture, text
