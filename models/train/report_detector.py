"""Reports every figure of a detector: one command, into the run's folder.

    python report_detector.py --data ../../../shared/data --weights RUN/weights.pt [--sheets FOLDER]

Into RUN/report: report.md, report.json, froc.svg, widths.svg, and curve.svg from the run's log. `--sheets` draws contact sheets of what was
missed and of the strongest false boxes, for the person training; a folder inside the repository is refused. The exporter asks detector_report for
the same of the rounded weights and puts it into the card. Recall counts once a plate; intervals are of 95 % and count
photographs with their copies once (intervals.py).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from charts import Axis, Panel, Series, chart, named, shares
from contact_sheets import outside_git, sheet_misses
from curve import curve
from detector import Detector
from evaluate_detector import FALSE_PER_IMAGE, WIDTHS_PX, Asked, Sheet, asked_for, froc, infer, load_validation, matches_of, measure
from intervals import interval, per_cent
from loop import load_weights
from report import Report, Section, table, write_report

CURVE = (["loss", "heat", "box", "corner"], ["recall_at_0.05_false", "exact_ap50", "exact_ap75"])
US_STREET = ("detect/us_vanity", "detect/us_roboflow")
LEAST_FROC = 0.003  # false boxes a picture at the left edge of the curve: about one in all


def detector_report(sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]]) -> Report:
    metrics = {"pictures": float(len(sheets)), **measure(sheets, found)}
    threshold = metrics["threshold_at_0.05_false"]
    plates = asked_for(sheets, found)
    sections = {
        "thresholds": Section("Recall by false boxes", table(
            ("false boxes a picture, at most", "threshold", "recall, % (95 %)"),
            [(limit, f"{metrics[f'threshold_at_{limit}_false']:.3f}", per_cent(metrics[f"recall_at_{limit}_false"], _groups(plates))) for limit in FALSE_PER_IMAGE],
        )),
        "sets": Section("By set, at 0.05 false boxes a picture", _by_set(sheets, plates, metrics, threshold)),
        "widths": Section("By plate width, at 0.05 false boxes a picture", _by_width(plates, threshold)),
        "corners": Section("Corners and boxes where the true corners are known", _corners(sheets, plates, metrics)),
        "weakest": Section("Weakest", _weakest(plates, threshold)),
    }  # fmt: skip
    return Report(metrics, sections, {"froc.svg": _froc(sheets, found), "widths.svg": _widths(plates, threshold)})


def _by_set(sheets: Sequence[Sheet], plates: Sequence[Asked], metrics: dict[str, float], threshold: float) -> str:
    rows = []
    for source in sorted({sheet.source for sheet in sheets}):
        pictures, here, name = sum(sheet.source == source for sheet in sheets), _of(plates, [source]), source.split("/")[1]
        if here:
            rows.append((source, pictures, len(here), _groups(here), _recall(here, threshold), f"{metrics[f'{name}_ap_own']:.3f}", "-"))
        else:
            rows.append((source, pictures, 0, 0, "-", "-", f"{metrics[f'{name}_false_at_0.05']:.3f}"))
    for name, sources in (("US streets: " + " + ".join(each.split("/")[1] for each in US_STREET), US_STREET), ("all", sorted({plate.source for plate in plates}))):
        here = _of(plates, sources)
        if here:
            rows.append((name, sum(sheet.source in sources for sheet in sheets), len(here), _groups(here), _recall(here, threshold), "-", "-"))
    return table(("set", "pictures", "plates", "independent", "recall, % (95 %)", "AP", "false boxes a picture"), rows)


def _by_width(plates: Sequence[Asked], threshold: float) -> str:
    rows = []
    for low, high in WIDTHS_PX:
        here = _wide(plates, low, high)
        if here:
            near = [plate.corner_error for plate in here if plate.corner_error is not None]
            rows.append((f"{low:g} to {high}", len(here), _recall(here, threshold), f"{np.median(near):.3f} ({len(near)})" if near else "-"))
    return table(("width at the input, px", "plates", "recall, % (95 %)", "corner error, median of the height (plates)"), rows)


def _corners(sheets: Sequence[Sheet], plates: Sequence[Asked], metrics: dict[str, float]) -> str:
    exact = sum(bool(len(sheet.quads)) and bool(sheet.exact.all()) for sheet in sheets)
    rows = [("pictures whose plates all have true corners", exact), ("AP50 on them", f"{metrics['exact_ap50']:.3f}"), ("AP75 on them", f"{metrics['exact_ap75']:.3f}")]
    errors = [plate.corner_error for plate in plates if plate.corner_error is not None and plate.width_px >= 20]
    if errors:
        quantiles = " / ".join(f"{value:.3f}" for value in np.quantile(errors, [0.25, 0.5, 0.75, 0.9]))
        rows.append((f"corner error over the plate's height, of {len(errors)} found plates: 25 / 50 / 75 / 90 in a hundred are below", quantiles))
    return table(("", ""), rows)


def _weakest(plates: Sequence[Asked], threshold: float, count: int = 4) -> str:
    """The sets and widths of lowest recall, so that a card names them without anyone writing them down."""
    parts = [(f"plates of {low:g} to {high} px", _wide(plates, low, high)) for low, high in WIDTHS_PX]
    parts += [(f"`{source}`", _of(plates, [source])) for source in sorted({plate.source for plate in plates})]
    ranked = sorted(((_share(here, threshold), name, here) for name, here in parts if len(here) >= 10), key=lambda each: each[0])
    return "\n".join(f"- Recall is {_recall(here, threshold)} % on {name} ({len(here)} plates)." for _, name, here in ranked[:count])


def _froc(sheets: Sequence[Sheet], found: Sequence[list[tuple[float, np.ndarray]]]) -> str:
    def line(name: str, chosen: Sequence[int], dashed: bool = False) -> Series:
        # False boxes are counted over all pictures, recall over those of the set: a threshold is the same for all of them.
        everything = matches_of(sheets, found, None)
        own = matches_of([sheets[index] for index in chosen], [found[index] for index in chosen], None)
        scores = sorted((score for score, right, _ in own.scored if right), reverse=True)
        false = np.array([score for score, right, _ in everything.scored if not right])
        points = [(float((false >= score).sum()) / len(sheets), (index + 1) / max(1, own.wanted)) for index, score in enumerate(scores)]
        return Series(name, [point for point in points if point[0] > 0], dashed=dashed)

    whole = froc(matches_of(sheets, found, None), len(sheets))
    series = [Series("all", [point for point in whole if point[0] > 0])]
    for name, sources in (("US streets", US_STREET), ("dashcam", ("detect/romania",))):
        chosen = [index for index, sheet in enumerate(sheets) if sheet.source in sources]
        if any(len(sheets[index].quads) for index in chosen):
            series.append(line(name, chosen, dashed=True))
    ticks = [(LEAST_FROC, ""), (0.01, "0.01"), (0.05, "0.05"), (0.1, "0.1"), (0.5, "0.5"), (1.0, "1"), (5.0, "")]
    return chart([Panel("Recall over false boxes", Axis("false boxes a picture", ticks, logarithmic=True), Axis("recall", shares()), series)], "Detector: FROC")


def _widths(plates: Sequence[Asked], threshold: float) -> str:
    bins = WIDTHS_PX
    series = []
    for name, chosen in (("all", plates), ("US streets", _of(plates, US_STREET))):
        parts = [(index, _wide(chosen, low, high)) for index, (low, high) in enumerate(bins)]
        parts = [(index, here) for index, here in parts if here]
        series.append(Series(
            name, [(index, _share(here, threshold)) for index, here in parts], [interval(_share(here, threshold), _groups(here)) for _, here in parts],
            dots=True, line=False,
        ))  # fmt: skip
    x = Axis("plate width at the network's input, px", named([f"{low:g} to {high}" for low, high in bins]))
    return chart([Panel("Recall at 0.05 false boxes a picture, with 95 % intervals", x, Axis("recall", shares()), series)], "Detector: recall by plate width")


def _of(plates: Sequence[Asked], sources: Sequence[str]) -> list[Asked]:
    return [plate for plate in plates if plate.source in sources]


def _wide(plates: Sequence[Asked], low: float, high: float) -> list[Asked]:
    return [plate for plate in plates if low <= plate.width_px < high]


def _groups(plates: Sequence[Asked]) -> int:
    return len({plate.group for plate in plates})


def _share(plates: Sequence[Asked], threshold: float) -> float:
    return sum(plate.score >= threshold for plate in plates) / max(1, len(plates))


def _recall(plates: Sequence[Asked], threshold: float) -> str:
    return per_cent(_share(plates, threshold), _groups(plates))


def main() -> None:
    parser = argparse.ArgumentParser(description="Report every figure of a detector.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--sheets", type=Path, help="draw contact sheets here, outside the repository")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.sheets is not None:
        outside_git(arguments.sheets)  # before the minutes of work, not after
    torch.set_num_threads(arguments.threads)
    model = Detector()
    step = load_weights(model, arguments.weights)
    sheets = load_validation(arguments.data)
    found = infer(model.eval(), sheets)
    report = detector_report(sheets, found)
    log = arguments.weights.parent / "log.jsonl"
    if log.exists():
        report = Report(report.metrics, report.sections, {"curve.svg": curve(log, *CURVE), **report.pictures})
    write_report(report, arguments.weights.parent / "report", f"Detector at step {step}, on the validation side")
    print("\n\n".join(f"{section.title}\n{section.text}" for section in report.sections.values()))
    if arguments.sheets is not None:
        missed, false = sheet_misses(arguments.sheets, sheets, found, report.metrics["threshold_at_0.05_false"])
        print(f"\n{missed} plates missed and {false} false boxes at the threshold; sheets in {arguments.sheets}")


if __name__ == "__main__":
    main()
