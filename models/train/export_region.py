"""Puts a trained region network into ../region: graph model, parity fixture and card, measured as it will run.

    python export_region.py --weights RUN/weights.pt --data ../../../shared/data [--out ../region]

The figures in the card and the temperature of its confidence are of the exported weights, rounded to float16, on the validation
split. How it was trained is read from the run's `run.json` and log, which train_region.py writes.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from card import staged, write_card
from curve import curve
from data import read_manifests
from evaluate_region import validation_looks
from export import export_model
from loop import load_weights
from parity import chosen
from plate_dressing import load_backgrounds
from reader_crops import add_labels, labels_of, load_crops
from region import CLASSES, HEIGHT, WIDTH, Region
from report import Report
from report_region import region_report
from train_region import CURVE, SHARES
from views import normalise

HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained region network to a tfjs graph model with its card.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "region")
    parser.add_argument("--version", default="0.1.0")
    add_labels(parser)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model = Region()
    step = load_weights(model, arguments.weights)
    crops = load_crops(arguments.data, *labels_of(arguments))
    looks = validation_looks(crops, load_backgrounds(arguments.data), load_backgrounds(arguments.data, "validation"))
    run = json.loads((arguments.weights.parent / "run.json").read_text(encoding="utf-8"))
    kinds = [read_manifests(arguments.data, kind)[0] for kind in ("ocr", "detect", "negatives")]
    rows = [row for rows in kinds for row in rows if row.split == "train" and (row.manifest.startswith("negatives/") or row.manifest.split("/")[1] in SHARES)]
    with staged(arguments.out) as folder:
        exported = export_model(model, "plates", [-1, HEIGHT, WIDTH, 1], ["region"], folder)
        measured = region_report(exported.rounded, looks)
        pictures = {"curve.svg": curve(arguments.weights.parent / "log.jsonl", *CURVE)}
        report = Report(measured.report.metrics, measured.report.sections, pictures)
        write_card(
            folder, name="region", version=arguments.version, exported=exported, operating=measured.operating,
            training={**run, "step": step}, report=report, rows=rows, pictures=normalise(np.stack([looks[index].view for index in chosen(len(looks))])),
            text=HERE / "region.card.md", regions=CLASSES,
        )
    print(f"step {step}: {exported.macs / 1e6:.1f} M multiply-adds, {report.metrics}")


if __name__ == "__main__":
    main()
