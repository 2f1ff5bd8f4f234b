"""When a character that is there can not be told: the share below which the reader's best guess is more often wrong than right.

    operating["unknown_below"] = unknown_below(logits, truths, temperature)

The share of a place is the softened probability of the character read there given that one stands there, 0/O and 1/I summed, as the
runtime counts it. The threshold is the one with the fewest mistakes on the readings given: right characters called unknown, plus wrong
ones called known; there a guess is as often right as wrong. Only readings of the right length count, where place and place can be
compared. 0 where no threshold is better than to know everything.
"""

from collections.abc import Sequence

import numpy as np

from data import ALPHABET
from reader import BLANK, fold

ALIKE = {"0": "O", "O": "0", "1": "I", "I": "1"}


def unknown_below(logits: np.ndarray, truths: Sequence[str], temperature: float) -> float:
    """logits [n, columns, 37]; rounded to 0.001."""
    told = [pair for one, truth in zip(logits, truths, strict=True) for pair in told_characters(one, truth, temperature)]
    shares, right = np.array([share for share, _ in told]), np.array([is_right for _, is_right in told], bool)
    order = np.argsort(shares)
    gain = np.concatenate([[0], np.cumsum(np.where(right[order], -1, 1))])  # wrong ones marked less right ones marked, of the lowest n
    best = int(np.flatnonzero(gain == gain.max()).mean())
    return 0.0 if best == 0 else round(float(shares[order[:best]][-1] + shares[order[min(best, len(order) - 1)]]) / 2, 3)


def told_characters(logits: np.ndarray, truth: str, temperature: float) -> list[tuple[float, bool]]:
    """Share and rightness of each character of the greedy text; none where its length is not the truth's."""
    columns = logits.astype(np.float64) / temperature
    columns = np.exp(columns - columns.max(axis=-1, keepdims=True))
    columns /= columns.sum(axis=-1, keepdims=True)
    best = columns.argmax(axis=-1)
    starts = [t for t, k in enumerate(best) if k != BLANK and (t == 0 or k != best[t - 1])]
    if len(starts) != len(truth):
        return []
    told = []
    for start, true in zip(starts, truth, strict=True):
        end = start
        while end + 1 < len(best) and best[end + 1] == best[start]:
            end += 1
        carrier = columns[start + int(columns[start : end + 1, best[start]].argmax())]
        read = ALPHABET[best[start]]
        share = sum(carrier[ALPHABET.index(each)] for each in {read, ALIKE.get(read, read)}) / max(1 - carrier[BLANK], 1e-9)
        told.append((float(min(1.0, share)), fold(read) == fold(true)))
    return told
