"""Charts as SVG written by hand: small enough to commit, alike on every machine, no plotting library to install.

    panel = Panel("recall at 0.05 false an image", Axis("plate width", bins), Axis("recall", shares()), [Series("all", points)])
    path.write_text(chart([panel], "Detector"), encoding="utf-8")

A panel draws its series into one frame: a line through the points, dots where there are few (`dots`), and a bar from low to high
where a point has an interval. Points of more than MOST_POINTS are thinned evenly. An axis is linear or logarithmic and names its own ticks; what lies outside
it is drawn on its edge, so that a point is never lost. Refuses an empty axis.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

COLOURS = ("#1b6ca8", "#c2571a", "#2d8a4e", "#8b3a8f", "#6b6b6b", "#a8891b", "#b0305c", "#3d4f5f")
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 230, 62, 26, 40, 44
_LEGEND_LETTER = 6.3  # of a legend's text, about
MOST_POINTS = 240


@dataclass(frozen=True)
class Axis:
    name: str
    ticks: Sequence[tuple[float, str]]  # value and label; the first and the last are the axis' ends
    logarithmic: bool = False

    def place(self, value: float) -> float:
        """0 at the first tick, 1 at the last, clipped."""
        low, high = self._scaled(self.ticks[0][0]), self._scaled(self.ticks[-1][0])
        return min(1.0, max(0.0, (self._scaled(value) - low) / (high - low)))

    def _scaled(self, value: float) -> float:
        return math.log10(max(value, 1e-12)) if self.logarithmic else value


@dataclass(frozen=True)
class Series:
    name: str
    points: Sequence[tuple[float, float]]
    intervals: Sequence[tuple[float, float]] = ()  # a point's low and high, or none at all
    dots: bool = False
    line: bool = True
    dashed: bool = False


@dataclass(frozen=True)
class Panel:
    title: str
    x: Axis
    y: Axis
    series: Sequence[Series]


def shares(low: float = 0.0, high: float = 1.0, count: int = 5) -> list[tuple[float, str]]:
    """Ticks of an axis of shares, named in per cent."""
    return [(value, f"{100 * value:.3g} %") for value in (low + (high - low) * step / (count - 1) for step in range(count))]


def spread(low: float, high: float, count: int = 5, logarithmic: bool = False) -> list[tuple[float, str]]:
    """Ticks evenly between the ends (of a logarithmic axis: in the logarithm)."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    steps = [step / (count - 1) for step in range(count)]
    values = [low * (high / low) ** step for step in steps] if logarithmic else [low + (high - low) * step for step in steps]
    return [(value, f"{value:,.0f}" if value >= 1000 else f"{value:.3g}") for value in values]


def named(names: Sequence[str]) -> list[tuple[float, str]]:
    """Ticks of an axis of names: the first stands at 0, the next at 1; half a step is left free at both ends."""
    return [(-0.5, ""), *((float(index), name) for index, name in enumerate(names)), (len(names) - 0.5, "")]


def chart(panels: Sequence[Panel], title: str) -> str:
    """The panels, one below the other, as an SVG document. Raises ValueError for an axis of no extent."""
    height = 26 + len(panels) * (_HEIGHT + _TOP + _BOTTOM)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
        f'<text x="{_LEFT}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
    ]
    for number, panel in enumerate(panels):
        for axis in (panel.x, panel.y):
            if len(axis.ticks) < 2 or axis.ticks[0][0] >= axis.ticks[-1][0]:
                raise ValueError(f"{panel.title}: the axis {axis.name!r} has no extent")
        parts += _panel(panel, 26 + number * (_HEIGHT + _TOP + _BOTTOM) + _TOP)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Panel, top: float) -> list[str]:
    def at(point: tuple[float, float]) -> tuple[float, float]:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * panel.x.place(point[0]), top + _HEIGHT * (1 - panel.y.place(point[1]))

    parts = [f'<text x="{_LEFT}" y="{top - 24}" font-weight="bold">{escape(panel.title)}</text>']
    for value, label in panel.y.ticks:
        y = at((panel.x.ticks[0][0], value))[1]
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/><text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{escape(label)}</text>')
    for value, label in panel.x.ticks:
        x = at((value, panel.y.ticks[0][0]))[0]
        if label:
            parts.append(f'<path d="M{x:.1f} {top + _HEIGHT}v4" stroke="#888"/><text x="{x:.1f}" y="{top + _HEIGHT + 17}" text-anchor="middle">{escape(label)}</text>')
    parts.append(f'<text x="{_WIDTH - _RIGHT}" y="{top + _HEIGHT + 33}" text-anchor="end" fill="#555">{escape(panel.x.name)}</text>')
    parts.append(f'<text x="4" y="{top - 8}" fill="#555">{escape(panel.y.name)}</text>')
    legend = _LEFT + 8 + _LEGEND_LETTER * max(0, len(panel.y.name) - 6)
    for number, series in enumerate(panel.series):
        colour = COLOURS[number % len(COLOURS)]
        points = [at(point) for point in _thinned(series.points)]
        if series.line and points:
            dashes = ' stroke-dasharray="5 4"' if series.dashed else ""
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes}/>')
        shift = 5 * (number - (len(panel.series) - 1) / 2) if series.intervals else 0.0  # so that bars do not hide one another
        for (x, _), (low, high) in zip(points, series.intervals):
            y0, y1 = (at((panel.x.ticks[0][0], value))[1] for value in (low, high))
            parts.append(f'<path d="M{x + shift:.1f} {y0:.1f}V{y1:.1f}" stroke="{colour}" stroke-width="3" opacity="0.35"/>')
        if series.dots:
            parts += [f'<circle cx="{x + shift:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(f'<text x="{legend:.0f}" y="{top - 8}" fill="{colour}">{escape(series.name)}</text>')
        legend += _LEGEND_LETTER * len(series.name) + 16
    return parts


def _thinned(points: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    if len(points) <= MOST_POINTS:
        return points
    return [points[round(index * (len(points) - 1) / (MOST_POINTS - 1))] for index in range(MOST_POINTS)]
