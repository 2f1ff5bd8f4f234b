"""How far a reading's confidence can be believed: its temperature, and the table and the diagram that show it.

    temperature = likeliest_temperature(logits, rightness(logits, truths))      # for card.json
    fit = held_out(logits, truths, plates)                        # how good such a calibration is on plates it was not made with
    print(reliability(fit)); diagram(fit)                         # table; the same as a picture

The confidence of a reading is the probability of its whole string, all alignments summed, 0/O and 1/I summed first, columns softened
by the temperature (`string_log_probability(logits / temperature, text)`); the runtime computes the same. The temperature is the one
under which right and wrong readings are likeliest (binary cross-entropy, over a fine grid). A reading counts
as right with O=0 and I=1.

The card's temperature is made of all plates, and measured on others: `held_out` halves the plates by a hash, and softens each half by
the temperature of the other, so that the diagram shows no confidence that its own plate has tuned.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from charts import Axis, Panel, Series, chart, shares
from data import ALPHABET
from intervals import interval, per_cent
from reader import BLANK, fold, read_text

GRID = np.round(np.exp(np.linspace(np.log(0.5), np.log(6.0), 50)), 3)
EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001)
CERTAIN = 0.9  # a reading of at least this confidence is said without a doubt


@dataclass(frozen=True)
class Fit:
    """Confidences of readings before (temperature 1) and after calibration, whether each was right, and which plate it shows."""

    before: np.ndarray
    after: np.ndarray
    right: np.ndarray
    plates: Sequence[str]
    temperatures: tuple[float, float]  # of the two halves


def confidences(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Of each plate's greedy text; an empty text has none: 0. The same as exp(string_log_probability(…)), all plates at once."""
    texts = [fold(read_text(one)) for one in logits]
    columns = logits.astype(np.float64) / temperature
    columns = np.exp(columns - columns.max(axis=-1, keepdims=True))
    columns /= columns.sum(axis=-1, keepdims=True)
    for kept, other in (("0", "O"), ("1", "I")):
        columns[..., ALPHABET.index(kept)] += columns[..., ALPHABET.index(other)]
    labels = np.full((len(texts), 2 * max(map(len, texts), default=0) + 1), BLANK)  # blank, letter, blank, letter, … blank
    for row, text in zip(labels, texts, strict=True):
        row[1 : 2 * len(text) : 2] = [ALPHABET.index(character) for character in text]
    skips = np.zeros(labels.shape, bool)  # where a path may go from letter to letter with no blank between
    skips[:, 3::2] = labels[:, 3::2] != labels[:, 1:-2:2]
    emitted = np.take_along_axis(columns, np.broadcast_to(labels[:, None], (*columns.shape[:2], labels.shape[1])), axis=2)
    forward = np.zeros(labels.shape)
    forward[:, :2] = emitted[:, 0, :2]
    for column in range(1, columns.shape[1]):
        moved = forward.copy()
        moved[:, 1:] += forward[:, :-1]
        moved[:, 2:] += np.where(skips[:, 2:], forward[:, :-2], 0)
        forward = moved * emitted[:, column]
    ends = 2 * np.array([len(text) for text in texts], int)
    rows = np.arange(len(texts))
    return np.where(ends > 0, forward[rows, ends] + forward[rows, np.maximum(ends - 1, 0)], 0.0)


def rightness(logits: np.ndarray, truths: Sequence[str]) -> np.ndarray:
    return np.array([fold(read_text(one)) == fold(truth) for one, truth in zip(logits, truths, strict=True)])


def likeliest_temperature(logits: np.ndarray, right: np.ndarray) -> float:
    return float(GRID[int(np.argmin([_cross_entropy(confidences(logits, temperature), right) for temperature in GRID]))])


def held_out(logits: np.ndarray, truths: Sequence[str], plates: Sequence[str]) -> Fit:
    """Each half of the plates with the temperature of the other; where one half is empty, with that of all."""
    right = rightness(logits, truths)
    half = np.array([hashlib.sha256(plate.encode()).digest()[0] % 2 == 0 for plate in plates], bool)
    after, temperatures = np.zeros(len(right)), []
    for asked in (half, ~half):
        others = ~asked if (~asked).any() else asked
        temperatures.append(likeliest_temperature(logits[others], right[others]))
        if asked.any():
            after[asked] = confidences(logits[asked], temperatures[-1])
    return Fit(confidences(logits, 1.0), after, right, plates, (temperatures[0], temperatures[1]))


def calibration_error(sure: np.ndarray, right: np.ndarray) -> float:
    """The mean distance of confidence and share right over the bins, each by its readings (expected calibration error)."""
    return float(sum(abs(right[inside].sum() - sure[inside].sum()) for inside in _bins(sure)) / max(1, len(right)))


def reliability(fit: Fit) -> str:
    """Confidence said against share right, as a Markdown table."""
    lines = ["| confidence | readings | plates | mean confidence | right, % (95 %) |", "|---|---|---|---|---|"]
    for low, high, inside in zip(EDGES, EDGES[1:], _bins(fit.after), strict=False):
        if inside.any():
            plates = _plates(fit, inside)
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {inside.sum()} | {plates} | {fit.after[inside].mean():.3f} | {per_cent(float(fit.right[inside].mean()), plates)} |")
    return "\n".join(lines)


def certain_and_wrong(fit: Fit) -> str:
    """What is said without a doubt, before and after calibration, as a Markdown table."""
    lines = ["| | temperature | readings at 0.9 or more, % of all | of those right, % (95 %) | confident and wrong, % of all | calibration error |", "|---|---|---|---|---|---|"]
    for name, sure, temperature in (("before", fit.before, "1"), ("after, on the other half of the plates", fit.after, " and ".join(map(str, fit.temperatures)))):
        inside = sure >= CERTAIN
        right = per_cent(float(fit.right[inside].mean()), _plates(fit, inside)) if inside.any() else "-"
        wrong = float((inside & ~fit.right).mean())
        lines.append(f"| {name} | {temperature} | {100 * inside.mean():.1f} | {right} | {100 * wrong:.2f} | {calibration_error(sure, fit.right):.3f} |")
    return "\n".join(lines)


def diagram(fit: Fit) -> str:
    """The reliability diagram as an SVG: on the dashed line a confidence is what it says."""
    series = [Series("as said", [(0.0, 0.0), (1.0, 1.0)], dashed=True)]
    for name, sure in (("before calibration", fit.before), ("after", fit.after)):
        bins = [inside for inside in _bins(sure) if inside.any()]
        points = [(float(sure[inside].mean()), float(fit.right[inside].mean())) for inside in bins]
        series.append(Series(name, points, [interval(y, _plates(fit, inside)) for (_, y), inside in zip(points, bins, strict=True)], dots=True))
    x, y = Axis("confidence of a reading", shares(count=11)), Axis("right", shares())
    return chart([Panel("Share right by confidence, with 95 % intervals", x, y, series)], "Reader: reliability")


def _bins(sure: np.ndarray) -> list[np.ndarray]:
    return [(sure >= low) & (sure < high) for low, high in zip(EDGES, EDGES[1:], strict=False)]


def _plates(fit: Fit, inside: np.ndarray) -> int:
    return len({plate for plate, here in zip(fit.plates, inside, strict=True) if here})


def _cross_entropy(sure: np.ndarray, right: np.ndarray) -> float:
    clipped = np.clip(sure, 1e-4, 1 - 1e-4)
    return float(-np.mean(np.where(right, np.log(clipped), np.log(1 - clipped))))
