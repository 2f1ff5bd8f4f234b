"""Trains the rectifier and measures what it is worth to a trained reader.

    python train_rectifier.py --data ../../../shared/data --out RUN --reader READER_RUN/weights.pt (--minutes M | --steps N) [--resume]

Learns from drawn plates and from every real one whose corners are known: pictures of a whole plate, and those labelled by quad. Ends
with `report.md`: corner error and readings right, as the detector would have the outline, rectified, and with the true corners.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from dice import generator
from evaluate_reader import answers
from fonts import load_fonts
from glyphs import cut_bank
from loop import Options, load_weights, train
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from reader import Reader, fold, read_text
from reader_batches import mount
from reader_crops import Crop, load_crops, load_unread
from reader_rectifier import ACROSS, DOWN, SIZE, Rectifier, corners_of, offsets_of
from views import cut, enlarge, misjudged, normalise, photograph, rectify

BATCH, REAL_SHARE, FRESH, WINDOW, MARGIN, SEED = 96, 0.55, 12, 9000, 0.09, 5150


class CornerBatches:
    """`batches(step)`: crops [n, 1, 32, 96] and offsets [n, 8], a pure function of the step."""

    def __init__(self, studio: Studio, crops: Sequence[Crop], backgrounds: list[np.ndarray], seed: int) -> None:
        self._studio, self._crops, self._backgrounds, self._seed = studio, list(crops), backgrounds, seed
        self._sheets: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def __call__(self, step: int) -> dict[str, np.ndarray]:
        dice = generator(self._seed, step)
        views = np.empty((BATCH, SIZE[1], SIZE[0]), np.uint8)
        offsets = np.empty((BATCH, 8), np.float32)
        for index in range(BATCH):
            if dice.random() < REAL_SHARE:
                image, quad = street(self._crops[int(dice.integers(len(self._crops)))], self._backgrounds, dice)
            else:
                image, quad = self._sheet(step, int(dice.integers(WINDOW)))
            small, corners = photograph(image, quad, dice)
            outline = misjudged(corners, dice, 1.25)
            views[index] = cut(small, enlarge(outline, ACROSS, DOWN), SIZE)
            offsets[index] = offsets_of(corners, outline)
        return {"crops": normalise(views)[:, None], "offsets": offsets}

    def _sheet(self, step: int, place: int) -> tuple[np.ndarray, np.ndarray]:
        number = step * FRESH + place
        if number not in self._sheets:
            sheet = self._studio.draw(generator(self._seed, number, lane=1))
            self._sheets[number] = (sheet.image, sheet.quad)
            for stale in range(step * FRESH - 8 * FRESH, step * FRESH):
                self._sheets.pop(stale, None)
        return self._sheets[number]


def upright(quad: np.ndarray) -> bool:
    """Corners that are only a box's: they teach nothing about tilt."""
    return float(quad[0, 1]) == float(quad[1, 1]) and float(quad[0, 0]) == float(quad[3, 0])


def street(crop: Crop, backgrounds: list[np.ndarray], dice: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    return mount(crop, backgrounds, dice) if crop.bare else (crop.image, crop.quad)


def loss_of(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    loss = functional.smooth_l1_loss(model(batch["crops"]).float(), batch["offsets"], beta=0.02) * 20
    return loss, {}


@torch.no_grad()
def worth(model: torch.nn.Module, reader: torch.nn.Module, crops: Sequence[Crop], backgrounds: list[np.ndarray]) -> dict[str, float]:
    """Corner error as a share of the plate's height, and readings right, three ways, over validation crops with text and corners."""
    ways: dict[str, list[np.ndarray]] = {"detected": [], "rectified": [], "true": []}
    errors: dict[str, list[float]] = {"detected": [], "rectified": []}
    truths = []
    for index, crop in enumerate(crops):
        for lane in range(3):
            dice = generator(SEED, index, lane)
            small, corners = photograph(*street(crop, backgrounds, dice), dice, 0.7)
            outline = misjudged(corners, dice)
            loose = torch.from_numpy(normalise(cut(small, enlarge(outline, ACROSS, DOWN), SIZE)[None])[:, None])
            found = corners_of(model(loose)[0].numpy(), outline)
            height = float(np.hypot(*(corners[3] - corners[0])))
            for way, quad in (("detected", outline), ("rectified", found), ("true", corners)):
                ways[way].append(rectify(small, quad, MARGIN))
                if way in errors:
                    errors[way].append(float(np.hypot(*(quad - corners).T).mean()) / height)
            truths.append(crop.text or "")
    report = {f"corner error, {way}": float(np.mean(values)) for way, values in errors.items()}
    for way, views in ways.items():
        texts = [read_text(logits) for logits in answers(reader, views)["characters"]]
        report[f"read, {way}"] = float(np.mean([fold(text) == fold(truth) for text, truth in zip(texts, truths, strict=True)]))
    return report


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Train the rectifier.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reader", type=Path, required=True)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prefetch", type=int, default=1)
    parser.add_argument("--fonts", type=Path, default=Path(__file__).parents[2] / "node_modules")
    options = parser.parse_args(arguments)
    if (options.minutes is None) == (options.steps is None):
        parser.error("give one of --minutes and --steps")
    backgrounds = load_backgrounds(options.data)
    cornered = [crop for crop in load_crops(options.data) + load_unread(options.data) if not crop.rough and (crop.bare or not upright(crop.quad))]
    studio = Studio(load_designs(Path(__file__).parent.parent / "designs.json"), load_fonts(options.fonts), cut_bank(options.data), backgrounds)
    unseen = [crop for crop in cornered if crop.split == "validation" and crop.text is not None]
    reader = Reader()
    load_weights(reader, options.reader)
    reader.eval()
    learned = [crop for crop in cornered if crop.split == "train"]
    print(f"{len(learned)} crops with corners, {len(unseen)} for validation", file=sys.stderr)
    torch.manual_seed(options.seed)
    outcome = train(
        Rectifier(), CornerBatches(studio, learned, backgrounds, options.seed), loss_of, lambda model: worth(model, reader, unseen, backgrounds),
        Options(
            out=options.out, steps=10**7 if options.steps is None else options.steps, seconds=None if options.minutes is None else options.minutes * 60,
            learning_rate=3e-3, clip=5.0, seed=options.seed, device=options.device, threads=options.threads, bf16=True, prefetch=options.prefetch,
            resume=options.resume, validate_every=1000,
        ),
    )  # fmt: skip
    lines = ["| validation | |", "|---|---|", *(f"| {name} | {value:.3f} |" for name, value in outcome.validation.items())]
    (options.out / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return 0 if outcome.finished else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
