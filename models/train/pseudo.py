"""Labels for unread plates, given by the reader itself where it is sure from every side.

    crops, tally = pseudo_label(model, load_unread(root), backgrounds)

Each plate is looked at VIEWS times with a detector's corner errors. It is taken if at least AGREE looks read the same text of 4 to
9 characters, as many count that many characters by the other head, and, over those looks, the weakest character's mean probability
is at least CERTAIN. Where all plates of a source are of one country the text must be of its series: without that, narrow letters
that the reader leaves out with certainty (an I in a Romanian plate) were taught to be left out. Only plates of the training side
are labelled. Look at a contact sheet of what is taken before believing it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from dice import generator
from evaluate_reader import answers
from reader import BLANK, read_text
from reader_batches import look
from reader_crops import Crop

VIEWS, AGREE, CERTAIN, SEED = 9, 6, 0.9, 4321
ANY = re.compile(".*")
SERIES = {"romania": re.compile(r"(B[0-9]{2,3}|[A-Z]{2}[0-9]{2})[A-Z]{3}")}
AT_ONCE = 14  # crops in one pass through the network


def pseudo_label(model: torch.nn.Module, unread: Sequence[Crop], backgrounds: list[np.ndarray]) -> tuple[list[Crop], dict[str, tuple[int, int]]]:
    """The crops taken, with their texts, and by source how many of how many."""
    taken, tally = [], {}
    chosen = [(index, crop) for index, crop in enumerate(unread) if crop.split == "train"]
    for start in range(0, len(chosen), AT_ONCE):
        part = chosen[start : start + AT_ONCE]
        views = [look(crop, backgrounds, generator(SEED, index, view), 0.0) for index, crop in part for view in range(VIEWS)]
        found = answers(model, views)
        logits = found["characters"].reshape(len(part), VIEWS, -1, BLANK + 1)
        lengths = found["length"].argmax(axis=-1).reshape(len(part), VIEWS)
        for (_, crop), seen, counted in zip(part, logits, lengths, strict=True):
            texts = [read_text(one) for one in seen]
            text, votes = Counter(texts).most_common(1)[0]
            sure = votes >= AGREE and 4 <= len(text) <= 9 and int((counted == len(text)).sum()) >= AGREE
            sure = sure and _weakest(seen[[t == text for t in texts]]) >= CERTAIN and SERIES.get(crop.source, ANY).fullmatch(text) is not None
            kept, count = tally.get(crop.source, (0, 0))
            tally[crop.source] = (kept + sure, count + 1)
            if sure:
                taken.append(replace(crop, text=text))
    return taken, tally


def _weakest(logits: np.ndarray) -> float:
    """The weakest character's probability, averaged over the looks."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    best = (shifted / shifted.sum(axis=-1, keepdims=True)).max(axis=-1)
    classes = logits.argmax(axis=-1)
    weakest = []
    for column_best, column_class in zip(best, classes, strict=True):
        peaks: list[float] = []
        for i, k in enumerate(column_class):
            if k == BLANK:
                continue
            if i > 0 and column_class[i - 1] == k:
                peaks[-1] = max(peaks[-1], float(column_best[i]))
            else:
                peaks.append(float(column_best[i]))
        weakest.append(min(peaks))
    return float(np.mean(weakest))
