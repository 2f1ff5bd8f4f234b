"""Puts a trained reader into ../reader: graph model, parity fixture and card, calibrated and measured as it will run.

    python export_reader.py --weights RUN/4-relabelled/weights.pt --data ../../../shared/data [--texts FILE] [--corners DETECTOR/weights.pt] [--out ../reader]

The figures in the card, the temperature of its confidence and the threshold under which a reading is no plate are of the exported
weights, rounded to float16, on the validation split and on places without a plate in the validation side of the negatives. How it was
trained is read from the run's `run.json` and logs, which train_reader.py writes. What does not answer in tfjs as in PyTorch on real crops is
refused, and what lay in ../reader stays.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from card import staged, write_card
from curve import curve
from data import read_manifests
from export import export_model
from loop import load_weights
from parity import chosen
from reader import Reader
from reader_crops import add_labels, labels_of
from report import Report
from report_reader import CURVE, load_looks, reader_report, run_folder
from views import normalise

HERE = Path(__file__).resolve().parent
MARGIN = 0.09  # what the runtime adds to the detector's outline on each side, as a share of its width and height


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained reader to a tfjs graph model with its card.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "reader")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--fonts", type=Path, default=HERE.parents[1] / "node_modules")
    add_labels(parser)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model = Reader()
    step = load_weights(model, arguments.weights)
    texts, see = labels_of(arguments)
    looks, no_plates = load_looks(arguments.data, arguments.fonts, texts, see)
    real = [look for look in looks if not look.source.startswith(("synthetic", "held back"))]
    run_at = run_folder(arguments.weights)
    run = json.loads((run_at / "run.json").read_text(encoding="utf-8"))
    rows = [row for kind in ("ocr", "detect", "negatives") for row in read_manifests(arguments.data, kind, texts=texts)[0] if row.split == "train"]
    with staged(arguments.out) as folder:
        exported = export_model(model, "plates", [-1, 48, 144, 1], ["characters", "length"], folder)
        measured = reader_report(exported.rounded, looks, no_plates)
        report = measured.report
        report = Report(report.metrics, report.sections, {"curve.svg": curve(sorted(run_at.glob("*/log.jsonl")), *CURVE), **report.pictures})
        write_card(
            folder, name="reader", version=arguments.version, exported=exported, operating={**measured.operating, "margin": MARGIN},
            training={**run, "step": step}, report=report, rows=rows, pictures=normalise(np.stack([real[index].view for index in chosen(len(real))])),
            text=HERE / "reader.card.md",
        )
    print(f"step {step}: {exported.macs / 1e6:.1f} M multiply-adds, {int(report.metrics['readings'])} real looks at {int(report.metrics['plates'])} plates, "
          f"temperature {measured.operating['temperature']}, confident and wrong {100 * report.metrics['confident_and_wrong']:.2f} %")


if __name__ == "__main__":
    main()
