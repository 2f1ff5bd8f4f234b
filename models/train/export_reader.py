"""Puts a trained reader into ../reader: graph model, parity fixture and card, calibrated and measured as it will run.

    python export_reader.py --weights RUN/4-relabelled/weights.pt --data ../../../shared/data [--out ../reader]

The figures in the card, the temperature of its confidence and the threshold under which a reading is no plate are of the exported
weights, rounded to float16, on the validation split and on places without a plate in the validation side of the negatives. How it was
trained is read from the run's `run.json`, which train_reader.py writes.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import torch

from card import write_card
from data import read_manifests
from evaluate_reader import SEED, answers, flat, held_back_studio, measure, validation_looks
from export import export_model
from fonts import load_fonts
from loop import generator, load_weights
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from reader import REGIONS, Reader
from reader_batches import negative
from reader_calibration import calibrate, region_temperature, reliability, rightness
from reader_crops import load_crops

HERE = Path(__file__).resolve().parent
NO_PLATES = 600
MARGIN = 0.09  # what the runtime adds to the detector's outline on each side, as a share of its width and height
NOT_CALIBRATED_ON = ("vn",)  # one label in ten is wrong there: it would teach doubt


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained reader to a tfjs graph model with its card.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "reader")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--fonts", type=Path, default=HERE.parents[1] / "node_modules")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model = Reader()
    step = load_weights(model, arguments.weights)
    arguments.out.mkdir(parents=True, exist_ok=True)
    exported = export_model(model, "plates", [-1, 48, 144, 1], ["characters", "region", "length"], arguments.out)
    backgrounds = load_backgrounds(arguments.data)
    press = load_fonts(arguments.fonts)
    studio = Studio(load_designs(HERE.parent / "designs.json"), press, None, backgrounds)
    looks = validation_looks(load_crops(arguments.data), backgrounds, studio, held_back_studio(HERE.parents[1] / "node_modules", backgrounds))
    measured = measure(exported.rounded, looks)
    real = [look for look in looks if look.source.split(",")[0] not in NOT_CALIBRATED_ON and not look.source.startswith(("synthetic", "held back"))]
    outputs = answers(exported.rounded, [look.view for look in real])
    read = [index for index, look in enumerate(real) if look.text is not None]
    truths = [real[index].text or "" for index in read]
    street = load_backgrounds(arguments.data, "validation")
    empty = answers(exported.rounded, [negative(street, generator(SEED, index, 99)) for index in range(NO_PLATES)])["characters"]
    operating = calibrate(outputs["characters"][read], truths, empty)
    stated = [index for index, look in enumerate(real) if len(look.regions) == 1]
    operating["region_temperature"] = region_temperature(outputs["region"][stated], [real[index].regions[0] for index in stated])
    page = (HERE / "reader.card.md").read_text(encoding="utf-8")
    page = page.replace("{{reliability}}", reliability(outputs["characters"][read], truths, operating["temperature"]))
    run = json.loads((arguments.weights.parent.parent / "run.json").read_text(encoding="utf-8"))
    rows = [row for kind in ("ocr", "detect", "negatives") for row in read_manifests(arguments.data, kind)[0] if row.split == "train"]
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as text:
        text.write(page)
        text.flush()
        write_card(
            arguments.out, name="reader", version=arguments.version, exported=exported, operating={**operating, "margin": MARGIN},
            training={**run, "step": step}, metrics=flat(measured), rows=rows, text=Path(text.name), regions=REGIONS,
        )  # fmt: skip
    right = np.mean(rightness(outputs["characters"][read], truths))
    print(f"step {step}: {exported.macs / 1e6:.1f} M multiply-adds, {100 * right:.1f} % of {len(read)} real looks right, temperature {operating['temperature']}")


if __name__ == "__main__":
    main()
