"""Fits what counts as a plate, after every export of a network: `../gate/card.json` for the runtime, `card.md` and `curve.svg` for people.

    python choose_gate.py --data ../../../shared/data [--false-max 0.015]

Runs the whole program over the validation side of the split (which no network learned from) with the gate open, by each way of searching a
picture that a camera or `read` may have, and fits a logistic regression of "this reading is of a plate" on six signs, as
firmware/pipeline/gate.ts computes them. The curve is of the thorough search and out of fold (five folds by group), so no reading is
judged by coefficients that it helped to fit; beside it stands what two plain thresholds, on the detector's score and the reader's
confidence, would keep: chosen on the same pictures, hence flattered. The operating point is the lowest log-odds with at most
`--false-max` false readings a picture; the least score is that under which LOST of the plates it keeps would be lost.
"""

import argparse
import hashlib
import json
import math
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from data import read_manifests
from whole_program import ROOT, as_they_are, judge, read_pictures

HERE = Path(__file__).resolve().parent
SIGNS = ("bias", "score", "confidence", "letters_only", "missing", "looks")
WAYS = np.array([0, 1, 1, -1, -1, 1])  # which way each sign tells: 1, the more the likelier a plate
USUAL_CHARACTERS, CONFIDENCE_FLOOR, SCORE_EDGE, LOOKS_EDGE = 5, 1e-4, 1e-4, 8  # as in gate.ts
# Lets everything through, with coefficients that tell the signs apart: what the program makes of them is checked against signs_of.
OPEN = {"score_min": 0.1, "log_odds_min": -1e9, "bias": 0.5, "score": 1.0, "confidence": 2.0, "letters_only": 10.0, "missing": 100.0, "looks": 0.1}
SEARCHES = ("thorough", "whole", "second-scale")  # the first has the operating point; `tiles` shows most pictures as `whole` does
FOLDS = 5
RIDGE = 1.0
LOST = 0.005  # of the plates that are kept
FALSE_RATES = (0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1)


@dataclass(frozen=True)
class Readings:
    """What the open gate let through, a row a reading that is surely of a plate or of none."""

    signs: np.ndarray  # [n, 6]
    scores: np.ndarray
    confidences: np.ndarray
    right: np.ndarray  # bool: of a plate
    groups: list[str]
    pictures: int
    plates: int  # labelled ones at least 20 px wide at the detector


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--false-max", type=float, default=0.015)  # half the bar that other photographs are measured by
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    arguments = parser.parse_args()
    searched = [gather(arguments.data, arguments.models, search) for search in SEARCHES]
    readings, everything = searched[0], pooled(searched)
    log_odds = out_of_fold(everything, readings)
    least = operating_point(log_odds, readings, arguments.false_max)
    weights = fit(everything.signs, everything.right)
    operating = {"score_min": score_floor(everything, everything.signs @ weights >= least), "log_odds_min": round(least, 3), **{name: round(float(w), 4) for name, w in zip(SIGNS, weights)}}
    curve = [(rate, kept_at(log_odds, readings, rate), kept_by_thresholds(readings, rate)) for rate in FALSE_RATES]
    write(arguments.models, operating, everything, readings, log_odds, curve, arguments.false_max)
    print(f"{len(everything.right)} readings, {len(readings.right)} of the thorough search, of {readings.pictures} pictures; {readings.right.sum()} of plates; {json.dumps(operating)}")
    for rate, gate, thresholds in curve:
        print(f"{rate:5.3f} false a picture: gate keeps {gate:.3f}, two thresholds {thresholds:.3f}")


def gather(data: Path, models: Path, search: str) -> Readings:
    rows = [row for kind in ("detect", "negatives") for row in read_manifests(data, kind)[0] if row.split == "validation"]
    with tempfile.TemporaryDirectory() as folder:
        pictures = as_they_are(rows, Path(folder))
        lines = read_pictures(pictures, opened(models, Path(folder)), search)
    check_signs(lines)
    judged = [(picture.group, reading, right) for picture, line in zip(pictures, lines, strict=True) for reading, right in judge(picture, line) if right is not None]
    return Readings(
        signs=np.array([signs_of(reading) for _, reading, _ in judged]),
        scores=np.array([reading["score"] for _, reading, _ in judged]),
        confidences=np.array([reading["confidence"] for _, reading, _ in judged]),
        right=np.array([right for _, _, right in judged]),
        groups=[group for group, _, _ in judged],
        pictures=len(pictures),
        plates=sum(label[2] * picture.scale >= 20 for picture in pictures for label in picture.labels),
    )


def opened(models: Path, folder: Path) -> Path:
    """The same networks with a gate that lets everything through."""
    target = folder / "models"
    for network in models.glob("*/model.json"):
        shutil.copytree(network.parent, target / network.parent.name)
    (target / "gate").mkdir(parents=True)
    (target / "gate" / "card.json").write_text(json.dumps({"fitted_for": {"detector": "", "reader": "", "region": ""}, "operating": OPEN}), encoding="utf-8")
    return target


def signs_of(reading: dict) -> list[float]:
    """The row of SIGNS, as gate.ts computes it."""
    score = min(1 - SCORE_EDGE, max(SCORE_EDGE, reading["score"]))
    text = reading["plate"]
    return [
        1.0,
        math.log(score / (1 - score)),
        math.log(max(CONFIDENCE_FLOOR, reading["confidence"])),
        float(text.isalpha()),
        float(max(0, USUAL_CHARACTERS - len(text))),
        min(LOOKS_EDGE, max(-LOOKS_EDGE, reading["looks_log_odds"])),
    ]


def check_signs(lines: Sequence[dict]) -> None:
    """That the program weighs the same signs as this file, but for the rounding of what it prints."""
    for reading in (reading for line in lines for reading in line["detections"] if reading["confidence"] > 0.05):
        expected = float(np.dot(signs_of(reading), [OPEN[name] for name in SIGNS]))
        if abs(expected - reading["plate_log_odds"]) > 0.01:
            raise SystemExit(f"gate.ts gives {reading['plate_log_odds']} where signs_of gives {expected:.4f}")


def fit(signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression on all of SIGNS, the same for ever for the same readings; one that tells the wrong way round, as it may by
    the chance of a few false readings, is left out."""
    told = np.ones(signs.shape[1], bool)
    while True:
        weights = np.zeros(signs.shape[1])
        weights[told] = _newton(signs[:, told], right)
        wrong = weights * WAYS < 0
        if not wrong.any():
            return weights
        told &= ~wrong


def _newton(signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, with a ridge on all but the bias."""
    weights = np.zeros(signs.shape[1])
    ridge = np.diag([1e-6] + [RIDGE] * (signs.shape[1] - 1))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-signs @ weights))
        gradient = signs.T @ (chance - right) + ridge @ weights
        step = np.linalg.solve((signs * (chance * (1 - chance))[:, None]).T @ signs + ridge, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def pooled(searched: Sequence[Readings]) -> Readings:
    """All readings as one: of the same pictures and plates."""
    arrays = {name: np.concatenate([getattr(readings, name) for readings in searched]) for name in ("signs", "scores", "confidences", "right")}
    return replace(searched[0], groups=[group for readings in searched for group in readings.groups], **arrays)


def out_of_fold(everything: Readings, readings: Readings) -> np.ndarray:
    """Each reading's log-odds by the coefficients that the other folds' groups give."""
    all_folds, folds = (np.array([hashlib.sha256(group.encode()).digest()[0] % FOLDS for group in each.groups]) for each in (everything, readings))
    log_odds = np.zeros(len(folds))
    for fold in range(FOLDS):
        log_odds[folds == fold] = readings.signs[folds == fold] @ fit(everything.signs[all_folds != fold], everything.right[all_folds != fold])
    return log_odds


def operating_point(log_odds: np.ndarray, readings: Readings, rate: float) -> float:
    """The lowest log-odds with at most `rate` false readings a picture: just above the first false one too many."""
    false = np.sort(log_odds[~readings.right])[::-1]
    allowed = math.floor(rate * readings.pictures)
    return float(false[allowed]) + 1e-3 if allowed < len(false) else -1e9


def kept_at(log_odds: np.ndarray, readings: Readings, rate: float) -> float:
    return float((log_odds[readings.right] >= operating_point(log_odds, readings, rate)).mean())


def kept_by_thresholds(readings: Readings, rate: float) -> float:
    """The most that any least score with any least confidence keeps."""
    allowed = rate * readings.pictures
    best = 0.0
    for score in np.unique(readings.scores.round(3)):
        for confidence in (0.0, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4):
            passed = (readings.scores >= score) & (readings.confidences >= confidence)
            if (passed & ~readings.right).sum() <= allowed:
                best = max(best, float(passed[readings.right].mean()))
    return best


def score_floor(readings: Readings, kept: np.ndarray) -> float:
    """The detector's score under which the share LOST of the plates that are kept lies; rounded down. Saves reading what is mostly refused."""
    scores = np.sort(readings.scores[kept & readings.right])
    return math.floor(100 * float(scores[math.floor(LOST * len(scores))])) / 100


def write(models: Path, operating: dict[str, float], everything: Readings, readings: Readings, log_odds: np.ndarray, curve: Sequence[tuple[float, float, float]], false_max: float) -> None:
    folder = models / "gate"
    folder.mkdir(exist_ok=True)
    hashes = {name: hashlib.sha256((models / name / "weights.bin").read_bytes()).hexdigest() for name in ("detector", "reader", "region")}
    validation = {
        "pictures": readings.pictures,
        "readings": len(readings.right),
        "of_plates": int(readings.right.sum()),
        "readings_of_all_searches": len(everything.right),
        "of_plates_of_all_searches": int(everything.right.sum()),
        "plates": readings.plates,
        "false_max": false_max,
        "kept": round(kept_at(log_odds, readings, false_max), 4),
    }
    card = {"name": "gate", "fitted_for": hashes, "operating": operating, "validation": validation}
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    table = "\n".join(f"| {rate:g} | {100 * gate:.1f} % | {100 * thresholds:.1f} % |" for rate, gate, thresholds in curve)
    page = (HERE / "gate.card.md").read_text(encoding="utf-8")
    for mark, text in {
        "operating": "\n".join(f"| {name} | {value} |" for name, value in operating.items()),
        "fitted_for": "\n".join(f"| {name} | `{digest}` |" for name, digest in hashes.items()),
        "validation": "\n".join(f"| {name} | {value} |" for name, value in validation.items()),
        "curve": table,
    }.items():
        page = page.replace(f"{{{{{mark}}}}}", text)
    (folder / "card.md").write_text(page, encoding="utf-8")
    (folder / "curve.svg").write_text(drawn(log_odds, readings), encoding="utf-8")


def drawn(log_odds: np.ndarray, readings: Readings, rate_max: float = 0.1) -> str:
    """Readings kept over false readings a picture, as an SVG of 480 x 320."""
    order = np.argsort(-log_odds, kind="stable")
    false = np.cumsum(~readings.right[order]) / readings.pictures
    kept = np.cumsum(readings.right[order]) / readings.right.sum()
    least = 0.5
    points = [(60 + 390 * x / rate_max, 270 - 240 * (y - least) / (1 - least)) for x, y in zip(false, kept) if x <= rate_max and y >= least]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    lines = [f'<line x1="60" x2="450" y1="{270 - 240 * (y - least) / (1 - least):.0f}" y2="{270 - 240 * (y - least) / (1 - least):.0f}" stroke="#ddd"/>'
             f'<text x="52" y="{274 - 240 * (y - least) / (1 - least):.0f}" text-anchor="end">{y:.0%}</text>' for y in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)]  # fmt: skip
    marks = [f'<text x="{60 + 390 * x / rate_max:.0f}" y="288" text-anchor="middle">{x:g}</text>' for x in (0, 0.02, 0.04, 0.06, 0.08, 0.1)]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" font-family="sans-serif" font-size="11">\n'
        '<rect width="480" height="320" fill="#fff"/>\n' + "\n".join(lines + marks) + f'\n<polyline points="{line}" fill="none" stroke="#0a6" stroke-width="2"/>\n'
        '<text x="255" y="310" text-anchor="middle">false readings a picture</text>\n<text x="60" y="18">readings of plates kept</text>\n</svg>\n'
    )


if __name__ == "__main__":
    main()
