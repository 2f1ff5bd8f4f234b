"""Measures a detector on the validation split: how many plates it finds, how closely, at how many false boxes an image.

    sheets = load_validation(root)
    metrics = measure(sheets, infer(model, sheets))         # report_detector.py makes tables, pictures and contact sheets of it

A picture is put into 640 x 384 as the runtime puts it (top left, 114 around); square pictures of the squashed sources are stretched
1.3 times wider first, as no camera squashes. A candidate is right if its box overlaps a labelled one by more than 0.5 (0.25 where
only a box is labelled: all sources' boxes are loose, some 1.6 times too high). AP50 and AP75 are of pictures with true corners only.
Labelled plates under 9.5 px are neither asked for nor counted as false. True plates that nobody labelled, seen by eye among the
strongest false candidates, stand in `unlabelled.json` by manifest, line and box, and are not counted; those not looked at are, so
false an image is still an upper bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from data import read_manifests, read_unlabelled
from detector import PIXEL_MEAN, PIXEL_SCALE, box_of_quad, candidates, overlap
from scenes import LEAST_WIDTH_PX, Photograph, open_photograph

WIDTH, HEIGHT = 640, 384
UNSQUASH = 1.3
SCORE_MIN = 0.02
OVERLAP, OVERLAP_LOOSE = 0.5, 0.25
FALSE_PER_IMAGE = (0.01, 0.05, 0.1, 1.0)
WIDTHS_PX = ((9.5, 20), (20, 40), (40, 60), (60, 200), (200, 320), (320, 640))
RIDES = ("detect/romania",)


@dataclass(frozen=True)
class Sheet:
    """A validation picture as the network sees it, and what is in it."""

    source: str
    image: np.ndarray  # uint8 [384, 640]
    quads: np.ndarray  # [k, 4, 2]
    exact: np.ndarray  # [k] bool
    unlabelled: np.ndarray  # [m, 4] boxes of true plates without a label
    name: str = ""  # manifest:line
    group: str = ""  # what is independent of others: a photograph with its copies

    @property
    def asked(self) -> np.ndarray:
        """[k] bool: labelled plates that are wide enough to be asked for."""
        return box_of_quad(self.quads)[:, 2] >= LEAST_WIDTH_PX if len(self.quads) else np.zeros(0, bool)


@dataclass(frozen=True)
class Asked:
    """A labelled plate that is asked for, and how it was found."""

    source: str
    group: str
    width_px: float  # at the network's input
    score: float  # of the best candidate on it; 0 where there is none
    corner_error: float | None  # mean distance of the corners over the plate's height; None without true corners or a candidate


def letterbox(photograph: Photograph, source: str, name: str = "", unlabelled: Sequence[Sequence[float]] = (), group: str = "") -> Sheet:
    """unlabelled: boxes as shares of the photograph's width and height."""
    grey = photograph.levels[0][0]
    stretch = UNSQUASH if photograph.squashed else 1.0
    scale = min(WIDTH / (grey.shape[1] * stretch), HEIGHT / grey.shape[0])
    size = (min(WIDTH, round(grey.shape[1] * stretch * scale)), min(HEIGHT, round(grey.shape[0] * scale)))
    image = np.full((HEIGHT, WIDTH), 114, np.uint8)
    image[: size[1], : size[0]] = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    boxes = np.array(unlabelled, np.float32).reshape(-1, 4) * np.tile(np.float32(size), 2)
    quads = photograph.quads * np.float32([size[0] / grey.shape[1], size[1] / grey.shape[0]])
    return Sheet(source, image, quads, photograph.exact, boxes, name, group or name)


def load_validation(root: Path) -> list[Sheet]:
    unlabelled = read_unlabelled()
    sheets = []
    for kind in ("detect", "negatives"):
        for row in read_manifests(root, kind)[0]:
            if row.split == "validation":
                name = f"{row.manifest}:{row.line}"
                # A ride is one group of the split, but its photographs show many cars.
                group = name if row.manifest in RIDES else row.group
                sheets.append(letterbox(open_photograph(row), row.manifest, name, unlabelled.get(name, ()), group))
    return sheets


def infer(model: torch.nn.Module, sheets: Sequence[Sheet], batch: int = 4) -> list[list[tuple[float, np.ndarray]]]:
    device = next(model.parameters()).device
    found = []
    with torch.no_grad():
        for start in range(0, len(sheets), batch):
            image = np.stack([sheet.image for sheet in sheets[start : start + batch]])[:, None].astype(np.float32)
            image_ = torch.from_numpy((image - PIXEL_MEAN) / PIXEL_SCALE).to(device, memory_format=torch.channels_last)
            found.extend(candidates(maps, SCORE_MIN) for maps in model(image_).float().cpu().numpy())
    return found


def measure(sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]]) -> dict[str, float]:
    """Every figure of the report, by name; sources by their short names."""
    metrics: dict[str, float] = {}
    everything = matches_of(sheets, found, None)
    for limit in FALSE_PER_IMAGE:
        threshold, recall = at_false_per_image(everything, len(sheets), limit)
        metrics[f"recall_at_{limit}_false"], metrics[f"threshold_at_{limit}_false"] = recall, threshold
    for source in sorted({sheet.source for sheet in sheets}):
        here = [(sheet, f) for sheet, f in zip(sheets, found) if sheet.source == source]
        name = source.split("/")[1]
        if not any(len(sheet.quads) for sheet, _ in here):
            metrics[f"{name}_false_at_0.05"] = sum(score >= metrics["threshold_at_0.05_false"] for _, f in here for score, _ in f) / len(here)
            continue
        matches = matches_of([s for s, _ in here], [f for _, f in here], None)
        metrics[f"{name}_ap_own"] = average_precision(matches)
        threshold = metrics["threshold_at_0.05_false"]
        metrics[f"{name}_recall_at_0.05"] = sum(right and score >= threshold for score, right, _ in matches.scored) / max(1, matches.wanted)
    exact = [(s, f) for s, f in zip(sheets, found) if len(s.quads) and s.exact.all()]
    for least in (0.5, 0.75):
        metrics[f"exact_ap{round(100 * least)}"] = average_precision(matches_of([s for s, _ in exact], [f for _, f in exact], least))
    plates = asked_for(sheets, found)
    error = np.array([plate.corner_error for plate in plates if plate.corner_error is not None and plate.width_px >= 20])
    metrics["corner_plates"] = float(len(error))
    if len(error):
        metrics["corner_error_median_of_height"] = float(np.median(error))
        metrics["corner_error_p90_of_height"] = float(np.quantile(error, 0.9))
    for low, high in ((20, 320), *WIDTHS_PX):
        wanted = [plate.score >= metrics["threshold_at_0.05_false"] for plate in plates if low <= plate.width_px < high]
        if wanted:
            metrics[f"recall_width_{low:g}_{high}"] = sum(wanted) / len(wanted)
    return metrics


@dataclass(frozen=True)
class Matches:
    scored: list[tuple[float, bool, int]]  # score, right, picture: of every candidate, best first
    wanted: int  # labelled plates


def at_false_per_image(matches: Matches, pictures: int, limit: float) -> tuple[float, float]:
    """The lowest threshold with at most `limit` false candidates a picture, and the recall there."""
    false = hits = 0
    threshold, recall = 1.0, 0.0
    for score, right, _ in matches.scored:
        false, hits = false + (not right), hits + right
        if false > limit * pictures:
            break
        threshold, recall = score, hits / max(1, matches.wanted)
    return threshold, recall


def average_precision(matches: Matches) -> float:
    """The area under precision over recall, precision made monotone (all points, as Pascal VOC 2010)."""
    if not matches.scored:
        return 0.0
    right = np.cumsum([hit for _, hit, _ in matches.scored])
    precision = right / np.arange(1, len(right) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    recall = right / max(1, matches.wanted)
    return float(np.sum(np.diff(np.concatenate([[0.0], recall])) * precision))


def matches_of(sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]], least: float | None) -> Matches:
    """Candidates against labels, each label taken once, best score first; `least` None: by how true the label is."""
    scored, wanted = [], 0
    for number, (sheet, candidates_) in enumerate(zip(sheets, found)):
        boxes = box_of_quad(sheet.quads) if len(sheet.quads) else np.zeros((0, 4))
        asked = sheet.asked
        wanted += int(asked.sum())
        taken = np.zeros(len(boxes), bool)
        for score, quad in candidates_:
            box = box_of_quad(quad)
            overlaps = [0.0 if taken[k] else overlap(box, boxes[k]) for k in range(len(boxes))]
            best = int(np.argmax(overlaps)) if len(overlaps) else -1
            need = least if least is not None or best < 0 else needed(sheet, best)
            right = best >= 0 and overlaps[best] > need
            if right:
                taken[best] = True
                if not asked[best]:
                    continue
            elif best >= 0 and not asked[best] and overlaps[best] > 0.1:
                continue
            elif any(overlap(box, other) > 0.3 for other in sheet.unlabelled):
                continue
            scored.append((score, right, number))
    scored.sort(key=lambda item: -item[0])
    return Matches(scored, wanted)


def asked_for(sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]]) -> list[Asked]:
    """Every plate that is asked for. Two plates may share a candidate here, which matches_of does not allow."""
    plates = []
    for sheet, candidates_ in zip(sheets, found, strict=True):
        for k in np.flatnonzero(sheet.asked):
            box = box_of_quad(sheet.quads[k])
            on = [(score, quad) for score, quad in candidates_ if overlap(box, box_of_quad(quad)) > needed(sheet, int(k))]
            near = [quad for _, quad in candidates_ if overlap(box, box_of_quad(quad)) > 0.4]
            error = float(np.linalg.norm(near[0] - sheet.quads[k], axis=1).mean() / max(1.0, box[3])) if sheet.exact[k] and near else None
            plates.append(Asked(sheet.source, sheet.group, float(box[2]), max((score for score, _ in on), default=0.0), error))
    return plates


def needed(sheet: Sheet, plate: int) -> float:
    """The overlap that a candidate needs to count as this plate."""
    return OVERLAP if sheet.exact[plate] else OVERLAP_LOOSE


def punished(sheet: Sheet, box: np.ndarray) -> bool:
    """Whether a candidate here lies on no plate: on none that is asked for, none too small to be asked for, and none without a label."""
    for k, quad in enumerate(sheet.quads):
        if overlap(box, box_of_quad(quad)) > (needed(sheet, k) if sheet.asked[k] else 0.1):
            return False
    return not any(overlap(box, other) > 0.3 for other in sheet.unlabelled)


def froc(matches: Matches, pictures: int) -> list[tuple[float, float]]:
    """Recall over false boxes a picture, from the strictest threshold to the loosest."""
    points, false, hits = [], 0, 0
    for _, right, _ in matches.scored:
        false, hits = false + (not right), hits + right
        points.append((false / pictures, hits / max(1, matches.wanted)))
    return points
