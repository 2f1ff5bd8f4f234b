"""Measures a reader on the validation side of the labelled crops and on fresh synthetic plates.

    looks = validation_looks(load_crops(root), backgrounds, studio, held_back_studio(fonts, backgrounds))
    measured = measure(model, looks)                  # report_reader.py makes tables, pictures and contact sheets of it

Each real crop is looked at LOOKS times with the corner errors of a detector and nothing else spoiled, and once as a
bad camera would see it ("spoiled"); the same looks every time. A figure is exact / exact with O=0 and I=1 / per character.
`plates` is how many different plates with a text a set shows: what intervals are counted by, as the looks at one plate are no independent trials.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from dice import generator
from fonts import load_fonts
from intervals import per_cent
from plates import Studio, load_designs
from reader import fold, read_text
from reader_batches import mount
from reader_crops import Crop
from report import table as markdown
from views import as_detected, cut, normalise, photograph

LOOKS, SYNTHETIC, SEED = 3, 600, 987_654


@dataclass(frozen=True)
class Looked:
    view: np.ndarray  # uint8 [48, 144]
    text: str
    source: str
    plate: str = ""  # what it shows: looks of one plate have it in common. May be a plate's text: never to be printed
    width_px: float = 0.0  # of the plate as the camera had it, before it was cut out
    tilt_deg: float = 0.0  # of its middle line, there


def held_back_studio(fonts: Path, backgrounds: list[np.ndarray]) -> Studio:
    """Draws the designs and dies that training never sees."""
    return Studio(load_designs(Path(__file__).parent.parent / "designs.json", held_back=True), load_fonts(fonts, held_back=True), None, backgrounds)


def validation_looks(crops: Sequence[Crop], backgrounds: list[np.ndarray], studio: Studio | None, held_back: Studio | None = None) -> list[Looked]:
    """The fixed looks, by set: "<source>", "<source>, spoiled", "synthetic us", "held back br" and so on."""
    looks = []
    chosen = [crop for crop in crops if crop.split == "validation"]
    for index, crop in enumerate(chosen):
        for lane in range(LOOKS if crop.text is not None else 0):
            dice = generator(SEED, index, lane)
            for strength, suffix in ((0.0, ""), (1.0 if crop.bare else 0.6, ", spoiled"))[: 2 if lane == 0 else 1]:
                looks.append(look_at(crop, backgrounds, dice, strength, suffix))
    for lane, artist, kind in ((LOOKS, studio, "synthetic"), (LOOKS + 1, held_back, "held back")):
        for index in range(SYNTHETIC if artist is not None else 0):
            dice = generator(SEED, index, lane)
            sheet = artist.draw(dice)
            family = "us" if sheet.region.startswith("us-") else sheet.region if sheet.region == "br" else "elsewhere"
            small, outline = photograph(sheet.image, sheet.quad, dice)
            view = cut(small, as_detected(outline, dice, 1.0))
            looks.append(Looked(view, sheet.text, f"{kind} {family}", f"{kind} {index}", *_pose(outline)))
    return looks


def look_at(crop: Crop, backgrounds: list[np.ndarray], dice: np.random.Generator, strength: float, suffix: str = "") -> Looked:
    """The look that reader_batches.look gives, with what only the way there knows: how wide and how tilted the plate was."""
    image, quad = mount(crop, backgrounds, dice) if crop.bare else (crop.image, crop.quad)
    small, outline = photograph(image, quad, dice, strength)
    view = cut(small, as_detected(outline, dice, 0.6 if crop.rough else 1.0))
    return Looked(view, crop.text or "", crop.source + suffix, fold(crop.text or ""), *_pose(outline))


@torch.no_grad()
def answers(model: torch.nn.Module, views: Sequence[np.ndarray]) -> dict[str, np.ndarray]:
    """All outputs for the views, in float32."""
    device = next(model.parameters()).device
    found = defaultdict(list)
    for start in range(0, len(views), 128):
        batch = torch.from_numpy(normalise(np.stack(views[start : start + 128]))[:, None]).to(device)
        for name, value in model(batch).items():
            found[name].append(value.float().cpu().numpy())
    return {name: np.concatenate(values) for name, values in found.items()}


def measure(model: torch.nn.Module, looks: Sequence[Looked]) -> dict[str, dict[str, float]]:
    """By set: count, plates, exact, folded, character (1 - edits / characters)."""
    return measured_of(looks, answers(model, [looked.view for looked in looks]))


def measured_of(looks: Sequence[Looked], outputs: dict[str, np.ndarray], by: Sequence[str] | None = None) -> dict[str, dict[str, float]]:
    """`measure` of outputs that are there already; `by`: another name of each look's set."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    plates: dict[str, set[str]] = defaultdict(set)
    for looked, name, logits in zip(looks, by or [looked.source for looked in looks], outputs["characters"], strict=True):
        row, text = sums[name], read_text(logits)
        plates[name].add(looked.plate)
        row["count"] += 1
        row["exact"] += text == looked.text
        row["folded"] += fold(text) == fold(looked.text)
        row["edits"] += edits(fold(text), fold(looked.text))
        row["characters"] += len(looked.text)
    return {name: _shares(row, len(plates[name])) for name, row in sorted(sums.items())}


def flat(measured: dict[str, dict[str, float]]) -> dict[str, float]:
    return {f"{source}/{name}": value for source, row in measured.items() for name, value in row.items() if name in ("exact", "folded", "character")}


def table(measured: dict[str, dict[str, float]]) -> str:
    """As Markdown."""
    rows = []
    for source, row in measured.items():
        plates = int(row["plates"])
        shares = (per_cent(row[name], plates) for name in ("exact", "folded"))
        rows.append((source, int(row["count"]), plates, *shares, f"{100 * row['character']:.1f}"))
    return markdown(("set", "looks", "plates", "exact, % (95 %)", "O=0, I=1, % (95 %)", "per character"), rows)


def edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


def _pose(outline: np.ndarray) -> tuple[float, float]:
    """Width in pixels and tilt in degrees of an outline's middle line."""
    along = (outline[1] + outline[2] - outline[0] - outline[3]) / 2
    return float(np.hypot(*along)), float(np.degrees(np.arctan2(along[1], along[0])))


def _shares(row: dict[str, float], plates: int) -> dict[str, float]:
    count = row["count"]
    return {"count": count, "plates": float(plates), "exact": row["exact"] / count, "folded": row["folded"] / count, "character": 1 - row["edits"] / row["characters"]}
