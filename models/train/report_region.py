"""Reports a region network: the figures that belong into its card, of the weights as exported.

    measured = region_report(model, looks)       # Measured(report, operating)

`operating.region_temperature` is the one under which the true regions of the validation side are likeliest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from evaluate_region import Looked, answers, shares_of
from reader_calibration import GRID
from region import GROUPS, grouped
from region_table import Shown, region_table
from report import Report, Section


@dataclass(frozen=True)
class Measured:
    report: Report
    operating: dict[str, float]


def region_report(model: torch.nn.Module, looks: Sequence[Looked]) -> Measured:
    logits = answers(model, looks)
    temperature = likeliest_temperature(logits, [looked.region for looked in looks])
    shown = [Shown(looked.source, looked.plate, looked.region) for looked in looks]
    sections = {"states": Section("State or region", region_table(shown, logits, temperature))}
    return Measured(Report(shares_of(logits, looks), sections, {}), {"region_temperature": temperature})


def likeliest_temperature(logits: np.ndarray, truths: Sequence[str]) -> float:
    """The temperature under which the true groups are likeliest."""
    true = [GROUPS.index(truth) for truth in truths]
    losses = [-np.mean(grouped(logits, temperature)[np.arange(len(true)), true]) for temperature in GRID]
    return float(GRID[int(np.argmin(losses))])
