"""How far a reading's confidence can be believed: temperature, reject threshold and the table that shows it.

    operating = calibrate(logits, truths, logits_of_no_plate)     # dict for card.json
    print(reliability(operating, logits, truths))

The confidence of a reading is the probability of its whole string, all alignments summed, 0/O and 1/I summed first, columns softened
by the temperature (`string_log_probability(logits / temperature, text)`); the runtime computes the same. The temperature is the one
under which right and wrong readings are likeliest (binary cross-entropy, over a fine grid). A reading counts
as right with O=0 and I=1. The same is done for the region head, by its own cross-entropy.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from reader import fold, read_text, string_log_probability

GRID = np.round(np.exp(np.linspace(np.log(0.5), np.log(6.0), 50)), 3)
KEEP_RIGHT = 0.995  # the reject threshold loses at most the rest of the right readings: most places without a plate read as nothing anyway
EDGES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001)


def confidences(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Of each plate's greedy text; an empty text has none: 0."""
    texts = [read_text(one) for one in logits]
    return np.array([np.exp(string_log_probability(one / temperature, text)) if text else 0.0 for one, text in zip(logits, texts, strict=True)])


def rightness(logits: np.ndarray, truths: Sequence[str]) -> np.ndarray:
    return np.array([fold(read_text(one)) == fold(truth) for one, truth in zip(logits, truths, strict=True)])


def calibrate(logits: np.ndarray, truths: Sequence[str], no_plate: np.ndarray) -> dict[str, Any]:
    """The operating point: temperature and the threshold under which a reading is no plate, with what each costs."""
    right = rightness(logits, truths)
    losses = [_cross_entropy(confidences(logits, temperature), right) for temperature in GRID]
    temperature = float(GRID[int(np.argmin(losses))])
    sure = confidences(logits, temperature)
    threshold = float(np.quantile(sure[right], 1 - KEEP_RIGHT))
    return {
        "temperature": temperature,
        "reject_below": round(threshold, 4),
        "kept_right": round(float((sure[right] >= threshold).mean()), 4),
        "rejected_wrong": round(float((sure[~right] < threshold).mean()), 4) if (~right).any() else None,
        "rejected_no_plate": round(float((confidences(no_plate, temperature) < threshold).mean()), 4),
        "right_at_0.9": round(float(right[sure >= 0.9].mean()), 4) if (sure >= 0.9).any() else None,
        "share_at_0.9": round(float((sure >= 0.9).mean()), 4),
    }


def region_temperature(logits: np.ndarray, truths: Sequence[int]) -> float:
    """The temperature under which the true regions are likeliest."""
    losses = []
    for temperature in GRID:
        soft = logits / temperature
        soft = soft - soft.max(axis=1, keepdims=True)
        losses.append(-np.mean((soft - np.log(np.exp(soft).sum(axis=1, keepdims=True)))[np.arange(len(truths)), truths]))
    return float(GRID[int(np.argmin(losses))])


def reliability(logits: np.ndarray, truths: Sequence[str], temperature: float) -> str:
    """Confidence said against share right, as a Markdown table."""
    sure, right = confidences(logits, temperature), rightness(logits, truths)
    lines = ["| confidence | readings | mean confidence | right |", "|---|---|---|---|"]
    for low, high in zip(EDGES, EDGES[1:], strict=False):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {inside.sum()} | {sure[inside].mean():.3f} | {right[inside].mean():.3f} |")
    return "\n".join(lines)


def _cross_entropy(sure: np.ndarray, right: np.ndarray) -> float:
    clipped = np.clip(sure, 1e-4, 1 - 1e-4)
    return float(-np.mean(np.where(right, np.log(clipped), np.log(1 - clipped))))
