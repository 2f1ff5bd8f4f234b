"""Measures a reader on the validation side of the labelled crops and on fresh synthetic plates.

    python evaluate_reader.py --data ../shared/data --weights run/weights.pt [--fonts ../../node_modules] [--misreads DIR]

Each real crop is looked at LOOKS times with the corner errors of a detector and nothing else spoiled, and once as a
bad camera would see it ("spoiled"); the same looks every time. A figure is exact / exact with O=0 and I=1 / per character.
`--misreads` writes contact sheets for the person training: keep them outside the tree, they are photographs.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from fonts import load_fonts
from loop import generator, load_weights
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from reader import Reader, fold, read_text
from reader_batches import look
from reader_crops import Crop, load_crops
from views import normalise, spoiled_view

LOOKS, SYNTHETIC, SEED = 3, 600, 987_654


@dataclass(frozen=True)
class Looked:
    view: np.ndarray  # uint8 [48, 144]
    text: str | None
    regions: tuple[int, ...]
    source: str


def held_back_studio(fonts: Path, backgrounds: list[np.ndarray]) -> Studio:
    """Draws the designs and dies that training never sees."""
    return Studio(load_designs(Path(__file__).parent.parent / "designs.json", held_back=True), load_fonts(fonts, held_back=True), None, backgrounds)


def validation_looks(crops: Sequence[Crop], backgrounds: list[np.ndarray], studio: Studio | None, held_back: Studio | None = None) -> list[Looked]:
    """The fixed looks, by set: "<source>", "<source>, spoiled", "synthetic us", "held back br" and so on."""
    looks = []
    chosen = [crop for crop in crops if crop.split == "validation"]
    for index, crop in enumerate(chosen):
        for lane in range(LOOKS):
            dice = generator(SEED, index, lane)
            for strength, suffix in ((0.0, ""), (1.0 if crop.bare else 0.6, ", spoiled"))[: 2 if lane == 0 else 1]:
                looks.append(Looked(look(crop, backgrounds, dice, strength), crop.text, crop.regions, crop.source + suffix))
    for lane, artist, kind in ((LOOKS, studio, "synthetic"), (LOOKS + 1, held_back, "held back")):
        for index in range(SYNTHETIC if artist is not None else 0):
            dice = generator(SEED, index, lane)
            sheet = artist.draw(dice)
            family = "us" if sheet.region.startswith("us-") else sheet.region if sheet.region == "br" else "elsewhere"
            looks.append(Looked(spoiled_view(sheet.image, sheet.quad, dice), sheet.text, (), f"{kind} {family}"))
    return looks


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
    """By set: count, exact, folded, character (1 - edits / characters), state (of those whose state is known)."""
    outputs = answers(model, [looked.view for looked in looks])
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for looked, logits, region in zip(looks, outputs["characters"], outputs["region"], strict=True):
        row = sums[looked.source]
        if looked.text is not None:
            text = read_text(logits)
            row["count"] += 1
            row["exact"] += text == looked.text
            row["folded"] += fold(text) == fold(looked.text)
            row["edits"] += edits(fold(text), fold(looked.text))
            row["characters"] += len(looked.text)
        if len(looked.regions) == 1:
            row["states"] += 1
            row["state"] += int(region.argmax()) == looked.regions[0]
    return {source: _shares(row) for source, row in sorted(sums.items())}


def flat(measured: dict[str, dict[str, float]]) -> dict[str, float]:
    return {f"{source}/{name}": value for source, row in measured.items() for name, value in row.items() if name in ("exact", "folded", "character", "state")}


def table(measured: dict[str, dict[str, float]]) -> str:
    lines = ["| set | looks | exact | O=0, I=1 | per character | state |", "|---|---|---|---|---|---|"]
    for source, row in measured.items():
        shares = [f"{100 * row[name]:.1f}" if name in row else "-" for name in ("exact", "folded", "character", "state")]
        lines.append(f"| {source} | {int(row['count'])} | {' | '.join(shares)} |")
    return "\n".join(lines)


def edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


def draw_misreads(model: torch.nn.Module, looks: Sequence[Looked], folder: Path, most: int = 70) -> None:
    """A contact sheet a set: what was read, and what is there. Photographs and plate texts: never into the tree."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = answers(model, [looked.view for looked in looks])["characters"]
    tiles = defaultdict(list)
    for looked, logits in zip(looks, outputs, strict=True):
        text = read_text(logits)
        if looked.text is not None and fold(text) != fold(looked.text):
            caption = np.zeros((18, 216), np.uint8)
            cv2.putText(caption, f"{text} / {looked.text}", (2, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.42, 255)
            tiles[looked.source].append(np.vstack([cv2.resize(looked.view, (216, 72)), caption]))
    for source, wrong in tiles.items():
        shown = wrong[:: max(1, len(wrong) // most)][:most]
        shown += [np.zeros_like(shown[0])] * (-len(shown) % 7)
        sheet = np.vstack([np.hstack(shown[i : i + 7]) for i in range(0, len(shown), 7)])
        cv2.imwrite(str(folder / f"{source.replace(', ', '-').replace(' ', '-')}.png"), sheet)


def _shares(row: dict[str, float]) -> dict[str, float]:
    shares = {"count": row["count"]}
    if row["count"]:
        shares |= {"exact": row["exact"] / row["count"], "folded": row["folded"] / row["count"], "character": 1 - row["edits"] / row["characters"]}
    if row["states"]:
        shares["state"] = row["state"] / row["states"]
    return shares


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure a reader on validation crops and synthetic plates.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, default=Path(__file__).parents[2] / "node_modules")
    parser.add_argument("--misreads", type=Path)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    model = Reader()
    load_weights(model, options.weights)
    backgrounds = load_backgrounds(options.data)
    studio = Studio(load_designs(Path(__file__).parent.parent / "designs.json"), load_fonts(options.fonts), None, backgrounds)
    looks = validation_looks(load_crops(options.data), backgrounds, studio, held_back_studio(Path(__file__).parents[2] / "node_modules", backgrounds))
    print(table(measure(model.eval(), looks)))
    if options.misreads is not None:
        draw_misreads(model, looks, options.misreads)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
