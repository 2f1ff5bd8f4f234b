"""Trains the region network: one command, from labelled crops and drawn plates to weights, a report and a learning curve.

    python train_region.py --data ../../../shared/data --out RUN (--minutes M | --steps N) [--threads T] [--device cpu|cuda] [--resume]

A real crop teaches its state, or that it is American where no more is known; a drawn plate teaches the state whose design it is. What
a detector took for a plate and is none, drawn stickers and badges, and places in pictures without a plate teach that they are none.
With `--teachers` two thirds of the loss are what several earlier networks say of the same looks in the mean (Hinton et al. 2015, https://arxiv.org/abs/1503.02531), by
group: what one of them knows by heart the others do not.
Sources are drawn at fixed shares, and the states of a source alike, however many crops they have; the countries of the Union are one there.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from curve import draw_curve
from data import all_findings, read_manifests
from dice import generator
from evaluate_region import measure, validation_looks
from fonts import Press, load_fonts
from glyphs import cut_bank
from loop import Options, load_weights, train
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from reader_batches import SheetWindow, look, negative
from reader_crops import Crop, add_labels, labels_of, load_crops, load_lures
from region import CLASSES, GROUP_OF, GROUPS, HEIGHT, NONE, WIDTH, Region
from regions import groups, possible
from textures import decoys
from views import normalise, spoiled_view

BATCH, FRESH, REAL_SHARE = 128, 10, 0.6
TAUGHT = 2 / 3  # of the loss, where there are teachers
NONE_SHARE, DECOYS = 0.15, 2400  # of all looks; of them a third each: lures, decoys, places in pictures without a plate
SHARES = {
    "openalpr_us_crops": 0.34, "us_state": 0.26, "us_vanity": 0.12, "us_roboflow": 0.04, "br_traffic": 0.06, "vn": 0.03, "ar_benchmark": 0.02,
    "romania": 0.06, "openimages": 0.06, "openlpr": 0.04, "kaggle433": 0.05,
}  # fmt: skip
CURVE = (["loss"], ["openalpr_us_crops/region", "us_state/region", "us_vanity/region"])


class Batches:
    def __init__(self, studio: Studio, crops: Sequence[Crop], nones: Sequence[Sequence[Crop]], backgrounds: list[np.ndarray], seed: int) -> None:
        self._backgrounds, self._seed, self._window = backgrounds, seed, SheetWindow(studio, seed, FRESH)
        self._nones = [kind for kind in nones if kind]
        by_region: dict[str, dict[frozenset[str], list[Crop]]] = defaultdict(lambda: defaultdict(list))
        for crop in crops:
            if crop.split == "train" and crop.regions and crop.source in SHARES:
                by_region[crop.source][frozenset(groups(crop.regions))].append(crop)
        self._pools = {source: list(pools.values()) for source, pools in by_region.items()}
        self._names = list(self._pools)
        shares = np.array([SHARES[name] for name in self._names])
        self._cumulative = np.cumsum(shares / shares.sum())

    def __call__(self, step: int) -> dict[str, np.ndarray]:
        dice = generator(self._seed, step)
        views = np.empty((BATCH, HEIGHT, WIDTH), np.uint8)
        allowed = np.zeros((BATCH, len(CLASSES)), bool)
        for index in range(BATCH):
            if dice.random() < NONE_SHARE:
                views[index] = self._none(dice)
                allowed[index, NONE] = True
            elif dice.random() < REAL_SHARE:
                pools = self._pools[self._names[min(len(self._names) - 1, int(np.searchsorted(self._cumulative, dice.random())))]]
                pool = pools[int(dice.integers(len(pools)))]
                crop = pool[int(dice.integers(len(pool)))]
                views[index] = look(crop, self._backgrounds, dice, strength=0.9 if crop.bare else 0.6, size=(WIDTH, HEIGHT))
                allowed[index, list(crop.regions)] = True
            else:
                sheet = self._window.sheet(step, dice)
                views[index] = spoiled_view(sheet.image, sheet.quad, dice, size=(WIDTH, HEIGHT))
                known = sheet.region if sheet.told or not sheet.region.startswith("us-") else "us"
                allowed[index, list(possible(known))] = True
        return {"plates": normalise(views)[:, None], "allowed": allowed}

    def _none(self, dice: np.random.Generator) -> np.ndarray:
        kind = int(dice.integers(len(self._nones) + 1))
        if kind == len(self._nones):
            return negative(self._backgrounds, dice, size=(WIDTH, HEIGHT))
        crop = self._nones[kind][int(dice.integers(len(self._nones[kind])))]
        return look(crop, self._backgrounds, dice, strength=0.6, size=(WIDTH, HEIGHT))


def drawn_decoys(root: Path, press: Press, seed: int) -> list[Crop]:
    """The detector's decoys as crops of no plate, to be mounted on a street."""
    crops = []
    for number, texture in enumerate(decoys(read_manifests(root, "negatives")[0], press, DECOYS, generator(seed, 0, lane=8))):
        height, width = texture.levels[0].shape
        quad = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
        crops.append(Crop(texture.levels[0], quad, "", (), "decoys", "train", f"decoy {number}", bare=True))
    return crops


class Loss:
    """Cross-entropy against any of the regions that the plate may be of, and against what the teachers say by group."""

    def __init__(self, teachers: Sequence[Region], device: str) -> None:
        self._teachers = [teacher.to(device).eval() for teacher in teachers]
        self._group_of = torch.tensor(GROUP_OF, device=device)

    def __call__(self, model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        logarithms = model(batch["plates"]).float().log_softmax(-1)
        known = -logarithms.masked_fill(~batch["allowed"], -1e9).logsumexp(-1).mean()
        if not self._teachers:
            return known, {"region": known.detach()}
        with torch.no_grad():
            said = torch.stack([self._by_group(teacher(batch["plates"]).float().log_softmax(-1)) for teacher in self._teachers]).mean(0).softmax(-1)
        taught = -(said * self._by_group(logarithms)).sum(-1).mean()
        return known + TAUGHT * (taught - known), {"region": known.detach(), "taught": taught.detach()}

    def _by_group(self, logarithms: torch.Tensor) -> torch.Tensor:
        """[n, len(CLASSES)] -> [n, len(GROUPS)], logarithms of shares."""
        sums = logarithms.new_zeros(len(logarithms), len(GROUPS)).index_add(1, self._group_of, logarithms.exp())
        return sums.clamp(min=1e-9).log()


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the region network.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--steps", type=int, default=10**6)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--prefetch", type=int, default=1)
    parser.add_argument("--fonts", type=Path, default=Path(__file__).parents[2] / "node_modules")
    parser.add_argument("--start", type=Path, help="weights.pt of another run to begin with, instead of random ones")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="weights.pt of networks whose mean answer is learned besides")
    parser.add_argument("--resume", action="store_true")
    add_labels(parser)
    arguments = parser.parse_args()
    crops, backgrounds = load_crops(arguments.data, *labels_of(arguments)), load_backgrounds(arguments.data)
    designs, press, bank = load_designs(Path(__file__).parent.parent / "designs.json"), load_fonts(arguments.fonts), cut_bank(arguments.data)
    studio = Studio(designs, press, bank, backgrounds, evenly=True)
    nones = (load_lures(arguments.data), drawn_decoys(arguments.data, press, arguments.seed))
    looks = validation_looks(crops, backgrounds, load_backgrounds(arguments.data, "validation"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "findings.txt").write_text(all_findings(arguments.data), encoding="utf-8")
    torch.manual_seed(arguments.seed)
    described = {name: getattr(arguments, name) for name in ("seed", "rate", "steps", "minutes", "device", "threads")} | {"batch": BATCH, "real": REAL_SHARE, "none": NONE_SHARE}
    model = Region()
    if arguments.start:  # how that one was trained belongs to how this one was
        before = json.loads((arguments.start.parent / "run.json").read_text(encoding="utf-8"))
        described["after"] = {**before, "step": load_weights(model, arguments.start)}
    teachers = [Region() for _ in arguments.teachers]
    if teachers:
        described["teachers"] = [load_weights(teacher, path) for teacher, path in zip(teachers, arguments.teachers, strict=True)]
    (arguments.out / "run.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    outcome = train(model, Batches(studio, crops, nones, backgrounds, arguments.seed), Loss(teachers, arguments.device), lambda model: measure(model, looks), Options(
        out=arguments.out, steps=arguments.steps, seconds=None if arguments.minutes is None else 60 * arguments.minutes,
        learning_rate=arguments.rate, weight_decay=0.05, clip=5.0, seed=arguments.seed, device=arguments.device, threads=arguments.threads,
        bf16=True, prefetch=arguments.prefetch, resume=arguments.resume, validate_every=1000,
    ))  # fmt: skip
    if not outcome.finished:
        sys.exit(f"stopped at step {outcome.step}; the same command with --resume goes on")
    report = {"step": outcome.step, "samples": outcome.step * BATCH, **{name: round(value, 4) for name, value in outcome.validation.items()}}
    (arguments.out / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    draw_curve(arguments.out / "log.jsonl", arguments.out / "curve.svg", *CURVE)
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
