"""The detector's network, its targets' meaning, its loss, and how its maps become candidates.

In: [n, 1, h, w] float32, h and w multiples of 32, (luma - 114) / 64. Out: [n, 13, h/8, w/8], a cell per 8 x 8 pixels:
    0       heat: the logit that a plate's centre lies in the cell
    1-2     offset of the box centre from the cell's centre ((i + 0.5) * 8), in cells
    3-4     log(box width / 8), log(box height / 8)
    5-12    the four corners, clockwise from top left, x then y, as offsets from the cell's centre in cells
The exporter turns the maps to NHWC. A box, here and everywhere, is the one through the midpoints of the quadrilateral's four edges.

Shape: plain 3 x 3 convolutions to stride 32 and a pyramid back to stride 8, 350 million multiply-adds at 640 x 384. Plain ones, because
with the same multiply-adds they learn three times as many pictures a second as depthwise ones on a CPU with matrix tiles (measured, README.md), and run
at a CPU's full speed where depthwise ones wait for memory. The stem has no normalisation, and below stride 8 the grid shrinks by 2 x 2 kernels, for the
same reason. Strided 3 x 3 convolutions pad one pixel on every side, explicitly, which TensorFlow's SAME would not.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

STRIDE = 8
CHANNELS = 13
PIXEL_MEAN, PIXEL_SCALE = 114.0, 64.0


def _convolution(inputs: int, outputs: int, kernel: int, stride: int) -> nn.Sequential:
    padding = 1 if kernel == 3 else 0
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs, momentum=0.03))


class Down(nn.Module):
    """Halves the grid: convolve, normalise, relu6."""

    def __init__(self, inputs: int, outputs: int, kernel: int) -> None:
        super().__init__()
        self.convolution = _convolution(inputs, outputs, kernel, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu6(self.convolution(x))


class Residual(nn.Module):
    """Convolve, normalise, add what came in, relu6."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.convolution = _convolution(channels, channels, 3, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu6(self.convolution(x) + x)


class Detector(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 8, 3, 2, 1)
        self.stage4 = Down(8, 24, kernel=3)
        self.stage8 = nn.Sequential(Down(24, 40, kernel=3), Residual(40))
        self.stage16 = nn.Sequential(Down(40, 64, kernel=2), Residual(64), Residual(64))
        self.stage32 = nn.Sequential(Down(64, 112, kernel=2), Residual(112), Residual(112), Residual(112))
        self.down32 = nn.Conv2d(112, 64, 1)
        self.down16 = nn.Conv2d(64, 40, 1)
        self.head = Residual(40)
        self.maps = nn.Conv2d(40, CHANNELS, 1)
        nn.init.normal_(self.maps.weight, std=0.01)
        nn.init.zeros_(self.maps.bias)
        with torch.no_grad():
            self.maps.bias[0] = -4.6  # one cell in a hundred, so that the first steps are not spent on emptiness
            self.maps.bias[3:5] = torch.tensor([2.0, 1.0])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        at8 = self.stage8(self.stage4(F.relu6(self.stem(x))))
        at16 = self.stage16(at8)
        at16 = at16 + F.interpolate(self.down32(self.stage32(at16)), scale_factor=2, mode="nearest")
        at8 = at8 + F.interpolate(self.down16(at16), scale_factor=2, mode="nearest")
        return self.maps(self.head(at8))


def loss_of(model: nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Penalty-reduced focal loss on heat, 2 GIoU + smooth L1 on boxes, smooth L1 on corners over plate size.

    batch: image [n,1,h,w] uint8 or float luma; heat [n,h/8,w/8] in 0..1, exactly 1 at centres; care [n,h/8,w/8], 0 where the heat is
    not to be judged; box [n,4,…] as channels 1-4; corners [n,8,…] as channels 5-12; box_weight, corner_weight [n,…]."""
    maps = model((batch["image"].float() - PIXEL_MEAN) / PIXEL_SCALE).float()
    heat, care = batch["heat"], batch["care"]
    logit = maps[:, 0]
    probability = torch.sigmoid(logit)
    centre = heat == 1
    positive = -(F.logsigmoid(logit) * (1 - probability) ** 2)[centre].sum()
    negative = -(F.logsigmoid(-logit) * probability**2 * (1 - heat) ** 4 * care)[~centre].sum()
    heat_loss = (positive + negative) / centre.sum().clamp(min=1)

    size = torch.exp(0.5 * (batch["box"][:, 2] + batch["box"][:, 3])).clamp(min=0.5)
    at = batch["box_weight"] > 0
    weight = batch["box_weight"][at]
    got, true = maps[:, 1:5].permute(0, 2, 3, 1)[at], batch["box"].permute(0, 2, 3, 1)[at]
    scaled = torch.cat([(got[:, :2] - true[:, :2]) / size[at][:, None], got[:, 2:] - true[:, 2:]], 1)
    per_box = 2 * (1 - _giou(got, true)) + 0.5 * F.smooth_l1_loss(scaled, torch.zeros_like(scaled), beta=0.1, reduction="none").sum(1)
    box_loss = (per_box * weight).sum() / weight.sum().clamp(min=1)

    at = batch["corner_weight"] > 0
    weight = batch["corner_weight"][at]
    error = (maps[:, 5:13] - batch["corners"]).permute(0, 2, 3, 1)[at] / size[at][:, None]
    per_quad = F.smooth_l1_loss(error, torch.zeros_like(error), beta=0.05, reduction="none").sum(1)
    corner_loss = (per_quad * weight).sum() / weight.sum().clamp(min=1)

    loss = heat_loss + box_loss + corner_loss
    return loss, {"heat": heat_loss.detach(), "box": box_loss.detach(), "corner": corner_loss.detach()}


def _giou(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Generalised IoU of boxes given as [m, 4] centre x, y, log width, log height."""
    half_a, half_b = a[:, 2:].clamp(max=6).exp() / 2, b[:, 2:].exp() / 2
    low_a, high_a, low_b, high_b = a[:, :2] - half_a, a[:, :2] + half_a, b[:, :2] - half_b, b[:, :2] + half_b
    inner = (torch.minimum(high_a, high_b) - torch.maximum(low_a, low_b)).clamp(min=0).prod(1)
    outer = (torch.maximum(high_a, high_b) - torch.minimum(low_a, low_b)).prod(1)
    union = 4 * half_a.prod(1) + 4 * half_b.prod(1) - inner
    return inner / union - (outer - union) / outer


def box_of_quad(quad: np.ndarray) -> np.ndarray:
    """[..., 4, 2] corners -> [..., 4] x, y, w, h through the midpoints of the four edges."""
    left, right = (quad[..., 0, 0] + quad[..., 3, 0]) / 2, (quad[..., 1, 0] + quad[..., 2, 0]) / 2
    top, bottom = (quad[..., 0, 1] + quad[..., 1, 1]) / 2, (quad[..., 2, 1] + quad[..., 3, 1]) / 2
    return np.stack([left, top, right - left, bottom - top], -1)


def candidates(maps: np.ndarray, score_min: float, count_max: int = 24, overlap_max: float = 0.3) -> list[tuple[float, np.ndarray]]:
    """[13, h, w] maps -> (score, quad [4, 2] in pixels of the input), best first: local maxima of the heat over 3 x 3 cells, then
    those that overlap a better one by more than `overlap_max` (IoU of their boxes) left out. The runtime does the same."""
    heat = 1 / (1 + np.exp(-maps[0]))
    padded = np.pad(heat, 1)
    height, width = heat.shape
    around = np.max([padded[y : y + height, x : x + width] for y in range(3) for x in range(3)], axis=0)
    rows, columns = np.nonzero((heat >= around) & (heat >= score_min))
    order = np.argsort(-heat[rows, columns], kind="stable")[: 4 * count_max]
    kept: list[tuple[float, np.ndarray]] = []
    boxes: list[np.ndarray] = []
    for row, column in zip(rows[order], columns[order]):
        quad = (maps[5:13, row, column].reshape(4, 2) + [column + 0.5, row + 0.5]) * STRIDE
        box = box_of_quad(quad)
        if box[2] <= 0 or box[3] <= 0 or any(overlap(box, other) > overlap_max for other in boxes):
            continue
        kept.append((float(heat[row, column]), quad))
        boxes.append(box)
        if len(kept) == count_max:
            break
    return kept


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    """Intersection over union of two boxes [x, y, w, h]."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return float(width * height / (a[2] * a[3] + b[2] * b[3] - width * height))
