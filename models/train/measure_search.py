"""What each way of searching a frame finds, by the plate's width, and what it costs: a table for docs/measured.md.

    python measure_search.py --data ../../../shared/data [--models ../] [--searches whole second-scale tiles thorough]

The whole program (`platekeeper read --search …`) with the shipped gate, on the validation side of the split: the photographs as they
are, four to a frame of 1280 x 768 and sixteen to a frame of 2560 x 1536, where what was near is far off. Widths are pixels of the detector's input when the frame is
shown whole. A plate is found when a reading lies on it. What a search costs on frames of a size, `platekeeper bench --only search` tells.
"""

import argparse
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from data import read_manifests
from whole_program import OF_A_PLATE, ROOT, Picture, as_they_are, judge, overlap, read_pictures, side_by_side

WIDTHS = ((10, 20), (20, 40), (40, 60), (60, 200), (200, 320), (320, 640))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    parser.add_argument("--searches", nargs="+", default=["whole", "second-scale", "tiles", "thorough"])
    arguments = parser.parse_args()
    rows = [row for kind in ("detect", "negatives") for row in read_manifests(arguments.data, kind)[0] if row.split == "validation"]
    for across in (1, 2, 4):
        with tempfile.TemporaryDirectory() as scratch:
            pictures = as_they_are(rows, Path(scratch)) if across == 1 else side_by_side(rows, Path(scratch), across)
            print(f"\n{len(pictures)} " + ("photographs as they are\n" if across == 1 else f"frames of {across} x {across} photographs\n"))
            print("| search | " + " | ".join(f"{low}-{high} px" for low, high in WIDTHS) + " | 20 px and more | false readings a picture | CPU ms, median |")
            print("|---" * (len(WIDTHS) + 4) + "|")
            for search in arguments.searches:
                print(row_of(search, pictures, read_pictures(pictures, arguments.models.resolve(), search)), flush=True)


def row_of(search: str, pictures: Sequence[Picture], lines: Sequence[dict]) -> str:
    found: list[tuple[float, bool]] = []  # each labelled plate: its width at the input, and whether it was read
    false = 0
    for picture, line in zip(pictures, lines, strict=True):
        boxes = [reading["box"] for reading in line["detections"]]
        found += [(label[2] * picture.scale, any(overlap(label, box) > OF_A_PLATE for box in boxes)) for label in picture.labels]
        false += sum(verdict is False for _, verdict in judge(picture, line))
    shares = [share([hit for width, hit in found if low <= width < high]) for low, high in (*WIDTHS, (20, 10_000))]
    milliseconds = statistics.median(line["milliseconds"] for line in lines)
    return f"| {search} | " + " | ".join(shares) + f" | {false / len(pictures):.3f} ({false}) | {milliseconds:.0f} |"


def share(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.0f} % ({sum(hits)} of {len(hits)})" if hits else ""


if __name__ == "__main__":
    main()
