"""Puts a trained detector into ../detector: graph model, parity fixture and card, measured as it will run.

    python export_detector.py --weights RUN/weights.pt --data ../../../shared/data [--out ../detector]

The figures and pictures in the card and the operating point (the lowest score with at most 0.05 false boxes an image) are of the exported weights,
rounded to float16, on the validation split. How it was trained is read from the run's `run.json` and `log.jsonl`, which train_detector.py writes. What
does not answer in tfjs as in PyTorch on real pictures is refused, and what lay in ../detector stays.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from card import staged, write_card
from curve import curve
from data import read_manifests
from detector import PIXEL_MEAN, PIXEL_SCALE, Detector
from evaluate_detector import HEIGHT, WIDTH, infer, load_validation
from export import export_model
from loop import load_weights
from parity import chosen
from report import Report
from report_detector import CURVE, detector_report

HERE = Path(__file__).resolve().parent
OVERLAP_MAX, CANDIDATES_MAX = 0.3, 24


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained detector to a tfjs graph model with its card.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "detector")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model = Detector()
    step = load_weights(model, arguments.weights)
    run = json.loads((arguments.weights.parent / "run.json").read_text(encoding="utf-8"))
    kinds = [read_manifests(arguments.data, kind)[0] for kind in ("detect", "negatives", "ocr")]
    learned = [row for rows in kinds for row in rows if row.split == "train" and (not row.manifest.startswith("ocr/") or row.manifest in run["pasted_from"])]
    sheets = load_validation(arguments.data)
    pictures = (np.stack([sheets[index].image for index in chosen(len(sheets))]).astype(np.float32) - PIXEL_MEAN) / PIXEL_SCALE
    with staged(arguments.out) as folder:
        exported = export_model(model, "image", [1, HEIGHT, WIDTH, 1], ["maps"], folder)
        measured = detector_report(sheets, infer(exported.rounded, sheets))
        metrics = measured.metrics
        report = Report(metrics, measured.sections, {"curve.svg": curve(arguments.weights.parent / "log.jsonl", *CURVE), **measured.pictures})
        write_card(
            folder, name="detector", version=arguments.version, exported=exported,
            operating={"score_min": round(metrics["threshold_at_0.05_false"], 4), "overlap_max": OVERLAP_MAX, "candidates_max": CANDIDATES_MAX},
            training={**run, "step": step, "samples": step * run["batch"]}, report=report, rows=learned, pictures=pictures, text=HERE / "detector.card.md",
        )
    print(f"step {step}: {exported.macs / 1e9:.3f} G multiply-adds, recall {metrics['recall_at_0.05_false']:.3f} at 0.05 false an image, "
          f"AP50 on true corners {metrics['exact_ap50']:.3f}, AP75 {metrics['exact_ap75']:.3f}")


if __name__ == "__main__":
    main()
