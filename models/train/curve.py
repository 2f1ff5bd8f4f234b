"""A learning curve from a training's log.jsonl, as an SVG: losses on a logarithmic scale above, validation figures in 0..1 below.

    draw_curve(RUN / "log.jsonl", RUN / "curve.svg", ["loss", "heat"], ["recall_at_0.05_false"])
    draw_curve([RUN / stage / "log.jsonl" for stage in stages], …)       # stages one after the other: their steps are added up

A figure that a log does not have is left out of the picture; a loss of nought or less has no logarithm and no point.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from charts import Axis, Panel, Series, chart, shares, spread


def draw_curve(logs: Path | Sequence[Path], svg: Path, losses: Sequence[str], figures: Sequence[str]) -> None:
    svg.write_text(curve(logs, losses, figures), encoding="utf-8")


def curve(logs: Path | Sequence[Path], losses: Sequence[str], figures: Sequence[str]) -> str:
    steps, checks, before = [], [], 0
    for log in [logs] if isinstance(logs, Path) else logs:
        events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        steps += [(before + event["step"], event) for event in events if "validation" not in event]
        checks += [(before + event["step"], event["validation"]) for event in events if "validation" in event]
        before += max((event["step"] for event in events), default=0)
    x = Axis("steps", spread(0, max(1, before)))
    down = [Series(name, [(step, event[name]) for step, event in steps if event.get(name, 0) > 0]) for name in losses]
    up = [Series(name, [(step, event[name]) for step, event in checks if name in event], dots=len(checks) < 40) for name in figures]
    values = [value for series in down for _, value in series.points] or [0.1, 1.0]
    return chart([
        Panel("training loss", x, Axis("loss", spread(min(values), max(values), logarithmic=True), logarithmic=True), down),
        Panel("validation", x, Axis("share", shares()), [series for series in up if series.points]),
    ], "Learning curve")
