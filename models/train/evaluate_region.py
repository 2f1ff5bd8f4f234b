"""Measures a region network on the validation side of the labelled crops.

    looks = validation_looks(crops, backgrounds, places)    # fixed: LOOKS a crop, with the corner errors of a detector, nothing else spoiled
    measure(model, looks)                           # {"openalpr_us_crops/region": 0.9, …}: the share right, by source; "union/country": of the countries of the Union
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from dice import generator
from reader_batches import look, negative
from reader_crops import Crop
from region import CLASSES, GROUPS, HEIGHT, WIDTH, grouped
from regions import REGIONS, groups
from views import normalise

LOOKS, PLACES, SEED = 3, 150, 987_654


@dataclass(frozen=True)
class Looked:
    view: np.ndarray  # uint8 [96, 192]
    region: str  # the true group
    source: str
    plate: str  # what looks of one plate have in common
    country: str = ""  # of the Union, where it is known: "eu-ro"


def validation_looks(crops: Sequence[Crop], backgrounds: list[np.ndarray], places: list[np.ndarray]) -> list[Looked]:
    """places: pictures of the validation side without a plate; PLACES plate-shaped pieces of them are asked for as well."""
    chosen = [crop for crop in crops if crop.split == "validation" and len(groups(crop.regions)) == 1]
    plates = [
        Looked(look(crop, backgrounds, generator(SEED, index, lane), strength=0.0, size=(WIDTH, HEIGHT)), *groups(crop.regions), crop.source, crop.name, country_of(crop))
        for index, crop in enumerate(chosen) for lane in range(LOOKS)
    ]  # fmt: skip
    return plates + [
        Looked(negative(places, generator(SEED, index, LOOKS), size=(WIDTH, HEIGHT)), "none", "no plate", f"place {index}") for index in range(PLACES if places else 0)
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
    right = grouped(logits).argmax(1) == np.array([GROUPS.index(looked.region) for looked in looks])
    sources = np.array([looked.source for looked in looks])
    shares = {f"{source}/region": float(right[sources == source].mean()) for source in dict.fromkeys(sources)}
    union = [index for index, looked in enumerate(looks) if looked.country]
    countries = [CLASSES[place] == looks[index].country for index, place in zip(union, logits[union].argmax(1), strict=True)]
    return {**shares, **({"union/country": float(np.mean(countries))} if union else {})}


def country_of(crop: Crop) -> str:
    return REGIONS[crop.regions[0]] if len(crop.regions) == 1 and REGIONS[crop.regions[0]].startswith("eu-") else ""
