"""A learning curve from a training's log.jsonl, as an SVG: losses on a logarithmic scale above, validation figures in 0..1 below."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

_COLOURS = ("#1b6ca8", "#c2571a", "#2d8a4e", "#8b3a8f", "#6b6b6b")
_WIDTH, _HEIGHT, _LEFT, _TOP = 720, 220, 56, 24


def draw_curve(log: Path, svg: Path, losses: Sequence[str], figures: Sequence[str]) -> None:
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    steps = [event for event in events if "validation" not in event]
    checks = [{"step": event["step"], **event["validation"]} for event in events if "validation" in event]
    last = max((event["step"] for event in events), default=1)
    height = 2 * (_HEIGHT + 2 * _TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="12">',
             f'<rect width="{_WIDTH}" height="{height}" fill="white"/>']
    parts += _panel(steps, losses, last, 0, logarithmic=True)
    parts += _panel(checks, figures, last, _HEIGHT + 2 * _TOP, logarithmic=False)
    svg.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _panel(events: list[dict], names: Sequence[str], last: int, down: int, logarithmic: bool) -> list[str]:
    values = [event[name] for event in events for name in names if event.get(name, 0) > 0]
    low, high = (min(values, default=0.1), max(values, default=1.0)) if logarithmic else (0.0, 1.0)
    low, high = (math.log10(low), math.log10(high) + 1e-6) if logarithmic else (low, high)

    def place(step: int, value: float) -> tuple[float, float]:
        value = math.log10(max(value, 1e-9)) if logarithmic else value
        return _LEFT + (_WIDTH - _LEFT - 20) * step / last, down + _TOP + _HEIGHT * (1 - (value - low) / (high - low))

    parts = []
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = down + _TOP + _HEIGHT * (1 - share)
        value = low + share * (high - low)
        label = f"{10**value if logarithmic else value:.3g}"
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - 20}" stroke="#ddd"/><text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
    for number, name in enumerate(names):
        points = [place(event["step"], event[name]) for event in events if event.get(name, 0) > 0]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        colour = _COLOURS[number % len(_COLOURS)]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts.append(f'<text x="{_LEFT + 8 + 190 * number}" y="{down + _TOP - 8}" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{_WIDTH - 20}" y="{down + _TOP + _HEIGHT + 16}" text-anchor="end">step {last}</text>')
    return parts
