"""The region network: a whole plate in, the state or country it belongs to out, or that it is none.

    Region()(plates)                # [n, 1, 96, 192] -> region [n, len(CLASSES)] logits

Where a plate comes from is written in letters a fifth as high as its number, so this network sees the plate at twice the reader's
height and the reader has no say in it. What it sees also tells a plate from a sticker or a badge, which read alike. Plain 3x3 convolutions and ReLU6, each halving the grid, about 9 million multiply-adds: with
the reader's 71 million they stay within 80 million a plate.
"""

import torch
from torch import nn
from torch.nn import functional as F

from reader import REGIONS, conv

HEIGHT, WIDTH = 96, 192
CLASSES = (*REGIONS, "none")
NONE = len(REGIONS)  # no plate, though it has the shape of one
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
