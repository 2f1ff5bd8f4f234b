"""True letter shapes: a bank of glyphs cut from training crops whose text is known.

    bank = cut_bank(root)              # from the manifests under `root`, training split only
    bank.pick("us", "A", dice)         # uint8 alpha, GLYPH_HEIGHT rows, or None where the family has no such glyph

A crop gives its glyphs only where it is certain which is which: thresholded at several levels and in both polarities, the
components of letter size on one line must be exactly as many as the text has characters. Then the odd ones out of each character
are dropped: those that resemble the character's own mean less than that of another. So a smear, a screw or a wrong label seldom
gets in. The bank stays in memory (about two seconds to cut); glyphs are pieces of photographs and are never written to the tree.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from data import ALPHABET, Row, read_manifests
from fonts import GLYPH_HEIGHT

WORK_HEIGHT = 128
SOURCES = {"ocr/openalpr_us_crops": "us", "ocr/us_state": "us", "ocr/br_traffic": "br", "ocr/ar_benchmark": "br", "ocr/vn": "eu"}
TRUE_ASPECT = {"ocr/us_state": 2.0}  # stored squashed: width over height as the plate truly is


@dataclass
class Bank:
    glyphs: dict[str, dict[str, list[np.ndarray]]]  # family -> character -> masks

    def __len__(self) -> int:
        return sum(len(masks) for family in self.glyphs.values() for masks in family.values())

    def pick(self, family: str, character: str, dice: np.random.Generator) -> np.ndarray | None:
        masks = self.glyphs.get(family, {}).get(character)
        return masks[int(dice.integers(len(masks)))] if masks else None


def cut_bank(root: Path) -> Bank:
    """All glyphs of the training split, by family ("us", "br", "eu") and character."""
    rows, _ = read_manifests(root, "ocr")
    raw: dict[str, dict[str, list[np.ndarray]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.split != "train" or row.text is None or row.manifest not in SOURCES:
            continue
        for character, glyph in _cut(row):
            raw[SOURCES[row.manifest]][character].append(glyph)
    return Bank({family: _without_outliers(characters) for family, characters in raw.items()})


def _cut(row: Row) -> list[tuple[str, np.ndarray]]:
    grey = cv2.imread(str(row.image), cv2.IMREAD_GRAYSCALE)
    if grey is None:
        return []
    halves = [(grey, row.text or "")]
    if len(row.lines) == 2:
        middle = grey.shape[0] // 2
        halves = [(grey[:middle], row.lines[0]), (grey[middle:], row.lines[1])]
    cut = []
    for part, text in halves:
        aspect = TRUE_ASPECT.get(row.manifest, part.shape[1] / part.shape[0])
        sized = cv2.resize(part, (round(WORK_HEIGHT * aspect), WORK_HEIGHT), interpolation=cv2.INTER_CUBIC)
        cut += _cut_line(sized, text, two_line=len(row.lines) == 2)
    return cut


def _cut_line(grey: np.ndarray, text: str, two_line: bool) -> list[tuple[str, np.ndarray]]:
    """The glyphs of a line, or none: the first threshold that gives just as many letters as the text has."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    otsu, _ = cv2.threshold(smooth, 0, 255, cv2.THRESH_OTSU)
    local = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 61, 0)
    least, most = (0.4, 0.95) if two_line else (0.28, 0.75)
    for mask in [smooth > otsu, smooth > otsu - 18, smooth > otsu + 18, local > 0]:
        for ink in (mask, ~mask):
            _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=4)
            found = [
                (x, y, w, h, index)
                for index, (x, y, w, h, area) in enumerate(stats[1:].tolist(), start=1)
                if least * WORK_HEIGHT < h < most * WORK_HEIGHT and 0.06 * h < w < 1.1 * h and area > 0.12 * w * h
                and x > 1 and x + w < ink.shape[1] - 1
            ]
            if len(found) < len(text):
                continue
            height = float(np.median([h for _, _, _, h, _ in found]))
            centre = float(np.median([y + h / 2 for _, y, _, h, _ in found]))
            found = sorted(f for f in found if abs(f[3] - height) < 0.14 * height and abs(f[1] + f[3] / 2 - centre) < 0.3 * height)
            if len(found) == len(text):
                return [(c, _glyph(grey, labels, f, bool(ink is not mask))) for c, f in zip(text, found, strict=True)]
    return []


def _glyph(grey: np.ndarray, labels: np.ndarray, found: tuple[int, int, int, int, int], dark: bool) -> np.ndarray:
    """The grey piece as alpha: 255 in the middle of a stroke, 0 on the ground, soft between, alone in its box."""
    x, y, w, h, index = found
    top, left = max(0, y - 1), max(0, x - 1)
    piece = grey[top : y + h + 1, left : x + w + 1].astype(np.float32)
    own = (labels[top : y + h + 1, left : x + w + 1] == index).astype(np.uint8)
    inside, outside = piece[own > 0], piece[cv2.dilate(own, np.ones((5, 5), np.uint8)) == 0]
    stroke = float(np.percentile(inside, 20 if dark else 80))
    ground = float(np.median(outside)) if outside.size > 20 else float(np.percentile(piece, 95 if dark else 5))
    if abs(stroke - ground) < 12:
        return (own * 255).astype(np.uint8)
    alpha = np.clip((piece - ground) / (stroke - ground), 0, 1) * cv2.dilate(own, np.ones((5, 5), np.uint8))
    width = max(4, round(piece.shape[1] * GLYPH_HEIGHT / piece.shape[0]))
    return cv2.resize((alpha * 255).astype(np.uint8), (width, GLYPH_HEIGHT), interpolation=cv2.INTER_AREA)


def _without_outliers(characters: dict[str, list[np.ndarray]]) -> dict[str, list[np.ndarray]]:
    """Keeps a glyph that resembles its own character's mean best (or nearly so) and well enough."""
    vectors = {c: np.stack([_vector(glyph) for glyph in glyphs]) for c, glyphs in characters.items()}
    names = [c for c in ALPHABET if c in vectors]
    means = np.stack([vectors[c].mean(axis=0) for c in names])
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-6
    kept = {}
    for own, character in enumerate(names):
        likeness = vectors[character] @ means.T
        good = (likeness[:, own] > 0.55) & (likeness[:, own] > likeness.max(axis=1) - 0.06)
        kept[character] = [glyph for glyph, fine in zip(characters[character], good, strict=True) if fine]
    return {c: glyphs for c, glyphs in kept.items() if glyphs}


def _vector(glyph: np.ndarray) -> np.ndarray:
    # The width joins the shape, so that an I is not stretched into a block that resembles everything.
    sheet = np.zeros((24, 24), np.float32)
    width = min(24, max(2, round(24 * glyph.shape[1] / glyph.shape[0])))
    left = (24 - width) // 2
    sheet[:, left : left + width] = cv2.resize(glyph, (width, 24), interpolation=cv2.INTER_AREA)
    centred = cv2.GaussianBlur(sheet, (0, 0), 1.0).ravel() - sheet.mean()
    return centred / (np.linalg.norm(centred) + 1e-6)
