"""Trains the detector: one command, from labelled photographs to weights, a report and a learning curve.

    python train_detector.py --data ../../../shared/data --out RUN [--minutes M | --steps N] [--threads T] [--device cuda] [--resume]

Into RUN: checkpoint.pt and weights.pt (loop.py), log.jsonl, run.json (how it was called), report.json (validation figures), curve.svg,
findings.txt (rows that were left out of the data, and why); export_detector.py takes it from there. A run that was broken goes on with --resume and the same arguments.
"""

import argparse
import json
import sys
from pathlib import Path

import cv2
import torch

from curve import draw_curve
from data import read_lures, read_manifests, read_unlabelled
from detector import Detector, loss_of
from dice import generator
from evaluate_detector import infer, load_validation, measure
from fonts import load_fonts
from glyphs import cut_bank
from loop import Options, load_weights, train
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from scenes import Street, batch_of, open_photograph
from textures import ASKEW_CROPS, TIGHT_CROPS, decoys, textures


def load_street(root: Path, fonts: Path, seed: int) -> tuple[Street, str]:
    """Everything in memory before the first step; and what was left out, as text."""
    detect, found = read_manifests(root, "detect")
    ocr, found_ocr = read_manifests(root, "ocr")
    plain, found_plain = read_manifests(root, "negatives")
    unlabelled, lures, sources = read_unlabelled(), read_lures(), {}
    for row in detect:
        if row.split == "train":
            name = f"{row.manifest}:{row.line}"
            sources.setdefault(row.manifest, []).append(open_photograph(row, unlabelled.get(name, ()), lures.get(name, ())))
    negatives = [open_photograph(row, lures=lures.get(f"{row.manifest}:{row.line}", ())) for row in plain if row.split == "train"]
    press = load_fonts(fonts)
    studio = Studio(load_designs(Path(__file__).parent.parent / "designs.json"), press, cut_bank(root), load_backgrounds(root))
    sheets = [studio.draw(generator(seed, number, lane=10)) for number in range(1200)]
    bank = textures(ocr, detect, sheets, two_lines=200, dice=generator(seed, 0, lane=9))
    others = decoys(plain, press, count=1350, dice=generator(seed, 0, lane=8))
    return Street(sources, negatives, bank, others), f"detect: {found}\nocr: {found_ocr}\nnegatives: {found_plain}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the detector.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=14_000)
    parser.add_argument("--minutes", type=float, help="end the schedule after this much training time, whatever the step")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--fonts", type=Path, default=Path(__file__).parents[2] / "node_modules")
    parser.add_argument("--prefetch", type=int, default=0)
    parser.add_argument("--start", type=Path, help="weights.pt of another run to begin with, instead of random ones")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    street, findings = load_street(arguments.data, arguments.fonts, arguments.seed)
    print(findings, file=sys.stderr)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "findings.txt").write_text(findings, encoding="utf-8")
    described = {"seed": arguments.seed, "batch": arguments.batch, "rate": arguments.rate, "steps": arguments.steps, "minutes": arguments.minutes,
                 "device": arguments.device, "threads": arguments.threads, "bf16": arguments.bf16, "pasted_from": sorted([*TIGHT_CROPS, *ASKEW_CROPS])}
    torch.manual_seed(arguments.seed)
    model = Detector()
    if arguments.start:  # how that one was trained belongs to how this one was
        before = json.loads((arguments.start.parent / "run.json").read_text(encoding="utf-8"))
        described["after"] = {**before, "step": load_weights(model, arguments.start)}
    (arguments.out / "run.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    sheets = load_validation(arguments.data)

    def batches(step: int):
        scenes = [street.scene(generator(arguments.seed, step, lane)) for lane in range(arguments.batch)]
        return batch_of([picture for picture, _ in scenes], [labels for _, labels in scenes])

    options = Options(
        out=arguments.out, steps=arguments.steps, seconds=None if arguments.minutes is None else 60 * arguments.minutes,
        learning_rate=arguments.rate, seed=arguments.seed, device=arguments.device, threads=arguments.threads, bf16=arguments.bf16,
        prefetch=arguments.prefetch, resume=arguments.resume, validate_every=4000,
    )
    outcome = train(model, batches, loss_of, lambda network: measure(sheets, infer(network, sheets)), options)
    if not outcome.finished:
        sys.exit(f"stopped at step {outcome.step}; the same command with --resume goes on")
    report = {"step": outcome.step, "samples": outcome.step * arguments.batch, "seed": arguments.seed, "batch": arguments.batch,
              "rate": arguments.rate, "pictures": len(sheets), **{name: round(value, 4) for name, value in outcome.validation.items()}}
    (arguments.out / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    draw_curve(arguments.out / "log.jsonl", arguments.out / "curve.svg", ["loss", "heat", "corner"], ["recall_at_0.05_false", "exact_ap50", "exact_ap75"])
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
