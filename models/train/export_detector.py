"""Puts a trained detector into ../detector: graph model, parity fixture and card, measured as it will run.

    python export_detector.py --weights RUN/weights.pt --data ../../../shared/data [--out ../detector]

The figures in the card and the operating point (the lowest score with at most 0.05 false boxes an image) are of the exported weights,
rounded to float16, on the validation split. How it was trained is read from the run's `run.json`, which train_detector.py writes.
"""

import argparse
import json
from pathlib import Path

import torch

from card import write_card
from data import read_manifests
from detector import Detector
from evaluate_detector import HEIGHT, WIDTH, infer, load_validation, measure
from export import export_model
from loop import load_weights

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
    exported = export_model(model, "image", [1, HEIGHT, WIDTH, 1], ["maps"], arguments.out)
    sheets = load_validation(arguments.data)
    metrics = measure(sheets, infer(exported.rounded, sheets))
    run = json.loads((arguments.weights.parent / "run.json").read_text(encoding="utf-8"))
    kinds = [read_manifests(arguments.data, kind)[0] for kind in ("detect", "negatives", "ocr")]
    learned = [row for rows in kinds for row in rows if row.split == "train" and (not row.manifest.startswith("ocr/") or row.manifest in run["pasted_from"])]
    write_card(
        arguments.out, name="detector", version=arguments.version, exported=exported,
        operating={"score_min": round(metrics["threshold_at_0.05_false"], 4), "overlap_max": OVERLAP_MAX, "candidates_max": CANDIDATES_MAX},
        training={**run, "step": step, "samples": step * run["batch"]}, metrics={"pictures": len(sheets), **metrics}, rows=learned, text=HERE / "detector.card.md",
    )
    print(f"step {step}: {exported.macs / 1e9:.3f} G multiply-adds, recall {metrics['recall_at_0.05_false']:.3f} at 0.05 false an image, "
          f"AP50 on true corners {metrics['exact_ap50']:.3f}, AP75 {metrics['exact_ap75']:.3f}")


if __name__ == "__main__":
    main()
