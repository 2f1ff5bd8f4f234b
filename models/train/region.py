"""The region network: a whole plate in, the state or country it belongs to out, or that it is none.

    Region()(plates)                # [n, 1, 96, 192] -> region [n, len(CLASSES)] logits
    grouped(logits)                 # [n, len(GROUPS)] logarithms of shares: the Union's countries as one

Where a plate comes from is written in letters a fifth as high as its number, so this network sees the plate at twice the reader's
height and the reader has no say in it. What it sees also tells a plate from a sticker or a badge, which read alike. Plain 3x3 convolutions and ReLU6, each halving the grid, about 9 million multiply-adds: with
the reader's 71 million they stay within 80 million a plate.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from reader import conv
from regions import REGIONS, group

HEIGHT, WIDTH = 96, 192
CLASSES = (*REGIONS, "none")
NONE = len(REGIONS)  # no plate, though it has the shape of one
GROUPS = tuple(dict.fromkeys(map(group, CLASSES)))
GROUP_OF = [GROUPS.index(group(name)) for name in CLASSES]  # each class's place in GROUPS
DROPOUT = 0.3


class Region(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.trunk = nn.Sequential(
            conv(1, 8, stride=2), conv(8, 24, stride=2),  # 24 x 48
            conv(24, 48, stride=2), conv(48, 80, stride=2), nn.MaxPool2d(2),  # 3 x 6
            conv(80, 96),
        )  # fmt: skip
        self.region = nn.Conv2d(96, len(CLASSES), (3, 6))

    def forward(self, plates: torch.Tensor) -> torch.Tensor:
        features = self.trunk(plates)
        if self.training:  # a network as it runs has none, and neither has its exported graph
            features = F.dropout(features, DROPOUT)
        return self.region(features).flatten(1)


def grouped(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """What the network says of each group: logits [n, len(CLASSES)] -> logarithms of shares [n, len(GROUPS)]."""
    shares = np.exp((logits - logits.max(axis=1, keepdims=True)) / temperature)
    sums = np.zeros((len(logits), len(GROUPS)))
    np.add.at(sums.T, GROUP_OF, shares.T)
    return np.log(sums / shares.sum(axis=1, keepdims=True))
