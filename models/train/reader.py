"""The reader: a rectified plate in, characters by column and length out; and how its columns become text.

    Reader()(plates)                 # [n, 1, 48, 144] -> characters [n, 36, 37], length [n, LENGTHS]
    read_text(characters[0])         # greedy: "AB12345"

Plain 3x3 convolutions and ReLU6 only, so that every backend runs them fused. Characters are CTC logits: 36 columns of 0-9, A-Z and
blank (index 36). `length` is a second opinion on how many characters there are, because CTC drops one with certainty now and
then. `fold` says which characters count as one (0/O and 1/I) where a reading's confidence is summed.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from data import ALPHABET, LONGEST_TEXT

COLUMNS, BLANK = 36, 36
LENGTHS = LONGEST_TEXT + 1  # 0 and more characters
DROPOUT = 0.1
_FOLDED = str.maketrans("OI", "01")


def conv(inputs: int, outputs: int, kernel: tuple[int, int] = (3, 3), stride: int = 1, padding: tuple[int, int] | None = None) -> nn.Sequential:
    padding = (kernel[0] // 2, kernel[1] // 2) if padding is None else padding
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU6(inplace=True))


class Reader(nn.Module):
    """About 70 million multiply-adds a plate; the trunk as measured in the first prototypes, with a small head beside."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = nn.Sequential(
            conv(1, 16, stride=2), conv(16, 32), nn.MaxPool2d(2),  # 12 x 36
            conv(32, 64), conv(64, 64), nn.MaxPool2d((2, 1)),  # 6 x 36
            conv(64, 96), conv(96, 96), nn.MaxPool2d((2, 1)),  # 3 x 36
        )  # fmt: skip
        self.columns = nn.Sequential(conv(96, 128, padding=(0, 1)), conv(128, 128, kernel=(1, 5)), nn.Conv2d(128, len(ALPHABET) + 1, 1))
        self.length = nn.Sequential(conv(96, 16), nn.MaxPool2d((1, 6)), nn.Conv2d(16, LENGTHS, (3, 6)))

    def forward(self, plates: torch.Tensor) -> dict[str, torch.Tensor]:
        features = self.trunk(plates)
        if self.training:  # whole channels; a network as it runs has none, and neither has its exported graph
            features = F.dropout2d(features, DROPOUT)
        return {"characters": self.columns(features).squeeze(2).transpose(1, 2), "length": self.length(features).flatten(1)}


def read_text(logits: np.ndarray) -> str:
    """Greedy CTC of one plate's [36, 37] logits."""
    best = logits.argmax(axis=-1)
    return "".join(ALPHABET[k] for i, k in enumerate(best) if k != BLANK and (i == 0 or k != best[i - 1]))


def fold(text: str) -> str:
    """The text with O as 0 and I as 1."""
    return text.translate(_FOLDED)


def string_log_probability(logits: np.ndarray, text: str) -> float:
    """The logarithm of the probability of exactly this text, all alignments summed, with P(0)+P(O) and P(1)+P(I) summed first."""
    columns = logits.astype(np.float64)
    columns = np.exp(columns - columns.max(axis=-1, keepdims=True))
    columns /= columns.sum(axis=-1, keepdims=True)
    for kept, other in (("0", "O"), ("1", "I")):
        columns[:, ALPHABET.index(kept)] += columns[:, ALPHABET.index(other)]
    labels = [BLANK]
    for character in fold(text):
        labels += [ALPHABET.index(character), BLANK]
    forward = np.zeros(len(labels))
    forward[:2] = columns[0, labels[:2]]
    for column in columns[1:]:
        moved = forward.copy()
        moved[1:] += forward[:-1]
        for i in range(3, len(labels), 2):
            if labels[i] != labels[i - 2]:
                moved[i] += forward[i - 2]
        forward = moved * column[labels]
    total = forward[-1] + (forward[-2] if len(labels) > 1 else 0.0)
    return float(np.log(max(total, 1e-300)))
