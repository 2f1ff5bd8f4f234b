"""Measures a region network on the validation side of the labelled crops.

    looks = validation_looks(crops, backgrounds, places)    # fixed: LOOKS a crop, with the corner errors of a detector, nothing else spoiled
    measure(model, looks)                           # {"openalpr_us_crops/region": 0.9, …}: the share right, by source
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from loop import generator
from reader_batches import look, negative
from reader_crops import Crop
from region import HEIGHT, NONE, WIDTH
from views import normalise

LOOKS, PLACES, SEED = 3, 150, 987_654


@dataclass(frozen=True)
class Looked:
    view: np.ndarray  # uint8 [96, 192]
    region: int  # the true class
    source: str
    plate: str  # what looks of one plate have in common


def validation_looks(crops: Sequence[Crop], backgrounds: list[np.ndarray], places: list[np.ndarray]) -> list[Looked]:
    """places: pictures of the validation side without a plate; PLACES plate-shaped pieces of them are asked for as well."""
    chosen = [crop for crop in crops if crop.split == "validation" and len(crop.regions) == 1]
    plates = [
        Looked(look(crop, backgrounds, generator(SEED, index, lane), strength=0.0, size=(WIDTH, HEIGHT)), crop.regions[0], crop.source, crop.name)
        for index, crop in enumerate(chosen) for lane in range(LOOKS)
    ]  # fmt: skip
    return plates + [
        Looked(negative(places, generator(SEED, index, LOOKS), size=(WIDTH, HEIGHT)), NONE, "no plate", f"place {index}") for index in range(PLACES if places else 0)
    ]


@torch.no_grad()
def answers(model: torch.nn.Module, looks: Sequence[Looked]) -> np.ndarray:
    """Logits [n, len(CLASSES)] in float32."""
    device = next(model.parameters()).device
    views = [normalise(np.stack([looked.view for looked in looks[start : start + 128]]))[:, None] for start in range(0, len(looks), 128)]
    return np.concatenate([model(torch.from_numpy(batch).to(device)).float().cpu().numpy() for batch in views])


def measure(model: torch.nn.Module, looks: Sequence[Looked]) -> dict[str, float]:
    return shares_of(answers(model, looks), looks)


def shares_of(logits: np.ndarray, looks: Sequence[Looked]) -> dict[str, float]:
    right = logits.argmax(1) == np.array([looked.region for looked in looks])
    sources = np.array([looked.source for looked in looks])
    return {f"{source}/region": float(right[sources == source].mean()) for source in dict.fromkeys(sources)}
