"""Reports every figure of a reader: one command, into the run's folder.

    python report_reader.py --data ../../../shared/data --weights RUN/4-relabelled/weights.pt [--misreads FOLDER]

Into RUN/report: report.md, report.json, reliability.svg, poses.svg (reading by plate width and by tilt), and curve.svg over the stages.
`--misreads` draws a contact sheet a set, for the person training; a folder inside the repository is refused. The exporter asks
reader_report for the same of the rounded weights and puts it, with the operating point, into the card. Intervals are of 95 % and count
plates once, however often each was looked at (intervals.py).
"""

import argparse
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from charts import Axis, Panel, Series, chart, named, shares
from contact_sheets import outside_git, sheet_misreads
from curve import curve
from dice import generator
from evaluate_reader import SEED, Looked, answers, flat, held_back_studio, measured_of, table, validation_looks
from fonts import load_fonts
from intervals import interval, per_cent
from loop import load_weights
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from reader import Reader, read_text
from reader_batches import negative
from reader_calibration import CERTAIN, Fit, certain_and_wrong, confidences, diagram, held_out, likeliest_temperature, reliability, rightness
from reader_crops import See, add_labels, labels_of, load_crops
from reader_unknown import unknown_below
from report import Report, Section, write_report
from report import table as markdown

HERE = Path(__file__).resolve().parent
NO_PLATES = 600
NOT_CALIBRATED_ON = ("vn",)  # one label in ten is wrong there: it would teach doubt
US = ("openalpr_us_crops", "us_state", "us_vanity", "us_roboflow")  # openimages shows plates of all the world
WIDTHS_PX = ((0, 60), (60, 80), (80, 120), (120, 160), (160, math.inf))
TILTS_DEG = ((0, 1), (1, 3), (3, 6), (6, 10), (10, math.inf))
CURVE = (["loss", "ctc", "length"], ["openalpr_us_crops/folded", "br_traffic/folded", "openalpr_us_crops, spoiled/folded"])


@dataclass(frozen=True)
class Measured:
    report: Report
    operating: dict[str, float]
    texts: list[str]  # what was read, a look


def load_looks(root: Path, fonts: Path, texts: Mapping[str, str], see: See) -> tuple[list[Looked], list[np.ndarray]]:
    """The looks on the validation side, and places there without a plate."""
    backgrounds = load_backgrounds(root)
    studio = Studio(load_designs(HERE.parent / "designs.json"), load_fonts(fonts), None, backgrounds)
    looks = validation_looks(load_crops(root, texts, see), backgrounds, studio, held_back_studio(HERE.parents[1] / "node_modules", backgrounds))
    street = load_backgrounds(root, "validation")
    return looks, [negative(street, generator(SEED, index, 99)) for index in range(NO_PLATES)]


def reader_report(model: torch.nn.Module, looks: Sequence[Looked], no_plates: Sequence[np.ndarray]) -> Measured:
    outputs = answers(model, [looked.view for looked in looks])
    texts = [read_text(logits) for logits in outputs["characters"]]
    told = [index for index, looked in enumerate(looks) if _set(looked) not in NOT_CALIBRATED_ON]
    read = [index for index in told if not _drawn(looks[index])]
    logits, truths, plates = outputs["characters"][read], [looks[index].text for index in read], [looks[index].plate for index in read]
    empty = answers(model, no_plates)["characters"]
    operating = {"temperature": likeliest_temperature(logits, rightness(logits, truths))}
    operating["unknown_below"] = unknown_below(outputs["characters"][told], [looks[index].text for index in told], operating["temperature"])
    fit = held_out(logits, truths, plates)
    measured = measured_of(looks, outputs)
    metrics = flat(measured)
    sections = {
        "sets": Section("By set", table(measured)),
        "groups": Section("Together", table(_together(looks, outputs))),
        "widths": Section("By plate width", table(_binned(looks, outputs, lambda looked: looked.width_px, WIDTHS_PX, "px"))),
        "tilts": Section("By tilt", table(_binned(looks, outputs, lambda looked: abs(looked.tilt_deg), TILTS_DEG, "degrees"))),
        "reliability": Section("Reliability, each half of the plates with the temperature of the other", reliability(fit)),
        "certain": Section("Confident and wrong", certain_and_wrong(fit)),
        "certain_by_set": Section("Confident and wrong, by set", _certain_by_set([looks[index] for index in read], fit)),
        "length": Section("The second opinion on the length", _length(looks, outputs, texts, read)),
        "no_plates": Section("Places without a plate", _no_plates(empty, operating["temperature"])),
        "weakest": Section("Weakest", _weakest(measured)),
    }
    sure = (fit.after >= CERTAIN) & ~fit.right
    metrics |= {"confident_and_wrong": float(sure.mean()), "readings": float(len(read)), "plates": float(len(set(plates)))}
    pictures = {"reliability.svg": diagram(fit), "poses.svg": _poses(looks, outputs)}
    return Measured(Report(metrics, sections, pictures), operating, texts)


def _set(looked: Looked) -> str:
    return looked.source.split(",")[0]


def _drawn(looked: Looked) -> bool:
    return looked.source.startswith(("synthetic", "held back"))


def _together(looks: Sequence[Looked], outputs: dict[str, np.ndarray]) -> dict[str, dict[str, float]]:
    """Real crops of one kind over all their sources: the best there is to say of plates in the United States."""
    chosen = [index for index, looked in enumerate(looks) if not _drawn(looked)]
    named_ = ["real, US" if _set(looks[index]) in US else "real, elsewhere" for index in chosen]
    street = [index for index in chosen if _set(looks[index]) in US[1:]]
    wild = _part(looks, outputs, street, ["real, US, without the clean crops"] * len(street))
    return _part(looks, outputs, chosen, named_) | wild


def _part(looks: Sequence[Looked], outputs: dict[str, np.ndarray], chosen: Sequence[int], names: Sequence[str]) -> dict[str, dict[str, float]]:
    return measured_of([looks[index] for index in chosen], {name: value[chosen] for name, value in outputs.items()}, names) if chosen else {}


def _binned(
    looks: Sequence[Looked], outputs: dict[str, np.ndarray], value: Callable[[Looked], float], bins: Sequence[tuple[float, float]], unit: str,
    drawn: bool | None = None,
) -> dict[str, dict[str, float]]:
    """Figures of real and drawn looks by bins of a value; drawn None: both, with their names."""
    found: dict[str, dict[str, float]] = {}
    for kind in (False, True) if drawn is None else (drawn,):
        for low, high in bins:
            chosen = [index for index, looked in enumerate(looks) if _drawn(looked) == kind and low <= value(looked) < high]
            found |= _part(looks, outputs, chosen, [f"{'drawn' if kind else 'real'}, {_bin(low, high)} {unit}"] * len(chosen))
    return found


def _bin(low: float, high: float) -> str:
    return f"{low} to {high}" if math.isfinite(high) else f"{low} and more"


def _certain_by_set(looks: Sequence[Looked], fit: Fit) -> str:
    rows = []
    for name in sorted({_set(looked) for looked in looks}):
        inside = np.array([_set(looked) == name for looked in looks], bool)
        certain = inside & (fit.after >= CERTAIN)
        plates = len({looked.plate for looked, here in zip(looks, inside, strict=True) if here})
        wrong = int((certain & ~fit.right).sum())
        rows.append((name, int(inside.sum()), plates, f"{100 * certain.sum() / inside.sum():.1f}", wrong, per_cent(wrong / int(inside.sum()), plates)))
    return markdown(("set", "looks", "plates", f"at {CERTAIN} or surer, %", "of those wrong", "confident and wrong, % of all (95 %)"), rows)


def _length(looks: Sequence[Looked], outputs: dict[str, np.ndarray], texts: Sequence[str], read: Sequence[int]) -> str:
    """How often `length` agrees with the text, for right readings and for those of a wrong length."""
    if "length" not in outputs:
        return "This reader has none."
    agrees = np.array([int(outputs["length"][index].argmax()) == len(texts[index]) for index in read], bool)
    same = np.array([len(texts[index]) == len(looks[index].text or "") for index in read], bool)
    parts = [("readings of the right length", same), ("readings that are too short or too long", ~same)]
    return markdown(("of", "looks", "agrees, %"), [(name, int(part.sum()), f"{100 * agrees[part].mean():.1f}" if part.any() else "-") for name, part in parts])


def _no_plates(logits: np.ndarray, temperature: float) -> str:
    """How many places without a plate are read as something, and how surely."""
    sure = confidences(logits, temperature)
    rows = [(name, f"{100 * (sure >= least).mean():.1f}") for name, least in (("any text", 1e-12), ("at 0.1 or surer", 0.1), ("at 0.5 or surer", 0.5), (f"at {CERTAIN} or surer", CERTAIN))]
    return markdown((f"of {len(sure)} places, read as", "%"), rows)


def _weakest(measured: dict[str, dict[str, float]], count: int = 4) -> str:
    """The sets that are read worst, so that a card names them without anyone writing them down."""
    ranked = sorted(((row["folded"], name, row) for name, row in measured.items() if "folded" in row and row["plates"] >= 5), key=lambda each: each[0])
    return "\n".join(f"- Of `{name}`, {per_cent(share, int(row['plates']))} % are read right with O=0 and I=1 ({int(row['plates'])} plates)." for share, name, row in ranked[:count])


def _poses(looks: Sequence[Looked], outputs: dict[str, np.ndarray]) -> str:
    panels = []
    for title, value, bins, unit in (
        ("Read right (O=0, I=1) by plate width, with 95 % intervals", lambda looked: looked.width_px, WIDTHS_PX, "px"),
        ("Read right (O=0, I=1) by tilt, with 95 % intervals", lambda looked: abs(looked.tilt_deg), TILTS_DEG, "degrees"),
    ):
        series = []
        for name, drawn in (("real crops", False), ("drawn plates", True)):
            found = _binned(looks, outputs, value, bins, unit, drawn)
            rows = [(index, found.get(f"{'drawn' if drawn else 'real'}, {_bin(low, high)} {unit}")) for index, (low, high) in enumerate(bins)]
            points = [(float(index), row["folded"]) for index, row in rows if row is not None]
            series.append(Series(name, points, [interval(row["folded"], int(row["plates"])) for _, row in rows if row is not None], dots=True, line=False))
        panels.append(Panel(title, Axis(unit, named([_bin(low, high) for low, high in bins])), Axis("right", shares(0.5)), series))
    return chart(panels, "Reader: by width and tilt")


def run_folder(weights: Path) -> Path:
    """The run that a stage's weights belong to: RUN for RUN/4-relabelled/weights.pt and for RUN/weights.pt."""
    return weights.parent if (weights.parent / "run.json").exists() else weights.parent.parent


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Report every figure of a reader.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, default=HERE.parents[1] / "node_modules")
    parser.add_argument("--misreads", type=Path, help="draw contact sheets here, outside the repository")
    add_labels(parser)
    options = parser.parse_args(arguments)
    if options.misreads is not None:
        outside_git(options.misreads)  # before the minutes of work, not after
    torch.set_num_threads(1)
    model = Reader()
    step = load_weights(model, options.weights)
    looks, no_plates = load_looks(options.data, options.fonts, *labels_of(options))
    measured = reader_report(model.eval(), looks, no_plates)
    run = run_folder(options.weights)
    logs = sorted(run.glob("*/log.jsonl"))
    report = measured.report
    if logs:
        report = Report(report.metrics, report.sections, {"curve.svg": curve(logs, *CURVE), **report.pictures})
    write_report(report, run / "report", f"Reader at step {step}, on the validation side")
    print("\n\n".join(f"{section.title}\n{section.text}" for section in report.sections.values()))
    if options.misreads is not None:
        wrong = sheet_misreads(options.misreads, looks, measured.texts)
        print(f"\n{sum(wrong.values())} looks misread in {len(wrong)} sets; sheets in {options.misreads}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
