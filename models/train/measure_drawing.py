"""How fast plates are drawn and looked at, on one core: what a training may count on.

    python measure_drawing.py --data ../../../shared/data [--fonts FOLDER/node_modules] [--sheets 3000]

Prints processor time, not the clock's, so that a busy machine says nearly the same; all faces and lines of print are drawn before it counts.
"""

import argparse
import sys
import time
from pathlib import Path

import cv2
import numpy as np

from fonts import load_fonts
from glyphs import cut_bank
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from views import spoiled_view

HERE = Path(__file__).parent
WARM_UP, SEED = 6000, 1


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure how fast plates are drawn.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, default=HERE.parents[1] / "node_modules")
    parser.add_argument("--sheets", type=int, default=3000)
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    designs = load_designs(HERE.parent / "designs.json")
    studio = Studio(designs, load_fonts(options.fonts), cut_bank(options.data), load_backgrounds(options.data))
    dice = np.random.default_rng(SEED)
    for _ in range(WARM_UP):
        studio.draw(dice)
    start = time.process_time()
    sheets = [studio.draw(dice) for _ in range(options.sheets)]
    drawn = time.process_time()
    for sheet in sheets:
        spoiled_view(sheet.image, sheet.quad, dice)
    looked = time.process_time()
    for name, seconds in (("drawn", drawn - start), ("looked at", looked - drawn)):
        print(f"{name}: {1000 * seconds / len(sheets):.2f} ms, {len(sheets) / seconds:.0f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
