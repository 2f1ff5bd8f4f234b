"""The rectifier: finds the plate's four corners in a loose crop, better than the detector did, so that the reader gets it straight.

    crop = cut(image, enlarge(outline, ACROSS, DOWN), SIZE)     # the detector's outline, enlarged: uint8 [32, 96]
    offsets = Rectifier()(normalise(crop))                      # [n, 8]
    corners = corners_of(offsets[0], outline)                   # float32 [4, 2] in the picture

`offsets` are dx, dy of each corner, clockwise from top left, from where the enlarged outline has the detector's own corner, as shares
of the crop's width and height. About seven million multiply-adds.
"""

import cv2
import numpy as np
import torch
from torch import nn

from reader import conv
from views import enlarge

SIZE = (96, 32)
ACROSS, DOWN = 0.12, 0.28
NOMINAL = np.array([
    [x, y] for x, y in (
        (ACROSS, DOWN), (1 + ACROSS, DOWN), (1 + ACROSS, 1 + DOWN), (ACROSS, 1 + DOWN),
    )
], np.float32) / np.float32([1 + 2 * ACROSS, 1 + 2 * DOWN])  # fmt: skip
_UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)


class Rectifier(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            conv(1, 16, stride=2), conv(16, 32, stride=2), conv(32, 48), conv(48, 64, stride=2), conv(64, 96), nn.MaxPool2d((1, 3)),
        )  # 4 x 4
        self.corners = nn.Sequential(nn.Conv2d(96, 96, 4), nn.ReLU6(inplace=True), nn.Conv2d(96, 8, 1))

    def forward(self, crops: torch.Tensor) -> torch.Tensor:
        return self.corners(self.features(crops)).flatten(1)


def corners_of(offsets: np.ndarray, outline: np.ndarray) -> np.ndarray:
    """The corners in the picture, from the network's answer to the crop of this outline."""
    matrix = cv2.getPerspectiveTransform(_UNIT, enlarge(outline, ACROSS, DOWN))
    return cv2.perspectiveTransform((NOMINAL + offsets.reshape(4, 2).astype(np.float32))[None], matrix)[0]


def offsets_of(corners: np.ndarray, outline: np.ndarray) -> np.ndarray:
    """What the network should answer, float32 [8], where these are the true corners."""
    matrix = cv2.getPerspectiveTransform(enlarge(outline, ACROSS, DOWN), _UNIT)
    return (cv2.perspectiveTransform(corners[None].astype(np.float32), matrix)[0] - NOMINAL).ravel()
