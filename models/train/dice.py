"""Dice that a step can be thrown with again: every draw of the training is a pure function of a seed and a step."""

import numpy as np


def generator(seed: int, step: int, lane: int = 0) -> np.random.Generator:
    """The dice of one step: the same for the same (seed, step, lane), independent for any two that differ."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, step, lane])))
