"""Measures the whole program on the validation side, as it runs: how many labelled plates of each source it reads, and how many of the texts right.

    python report_program.py --data ../../../shared/data [--texts FILE] [--out FOLDER] [--write]

This is the nearest to an American street that the labelled photographs allow without the benchmark: `us_roboflow` and `us_vanity`. Plates with a text are
those of the manifests and, with `--texts`, those that a person could read (label_texts.py): of them both are told, how many are read at all and how many right; and of plates read
whose state or country an eye could tell (regions.json), how many have it right. Intervals are of 95 % and count a photograph with its copies once. Plates
under 20 px wide at the detector are not asked for. Into FOLDER: program.md, figures only; `--write` puts the table into the reader's card. Refuses to write beside
weights other than those it ran.
"""

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from card_parts import fill, weights_name
from data import Row, read_manifests, read_texts
from intervals import per_cent
from reader import fold
from regions import groups, possible
from report import table
from whole_program import OF_A_PLATE, ROOT, Picture, as_they_are, judge, overlap, read_pictures

LEAST_WIDTH_PX = 20  # at the detector's input
CONFIDENT = 0.9
US_STREET = ("detect/us_vanity", "detect/us_roboflow")


@dataclass
class Tally:
    pictures: int = 0
    plates: int = 0
    read: int = 0
    false: int = 0
    texts: int = 0
    legible_read: int = 0  # of those with a text, whatever was read
    exact: int = 0
    folded: int = 0
    confident_wrong: int = 0
    told: int = 0  # read, and of a state or country that the eye can tell
    region_right: int = 0
    groups: set[str] = field(default_factory=set)
    text_groups: set[str] = field(default_factory=set)
    told_groups: set[str] = field(default_factory=set)

    def add(self, other: "Tally") -> None:
        for name in ("pictures", "plates", "read", "false", "texts", "legible_read", "exact", "folded", "confident_wrong", "told", "region_right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.groups |= other.groups
        self.text_groups |= other.text_groups
        self.told_groups |= other.told_groups


def count(rows: Sequence[Row], pictures: Sequence[Picture], lines: Sequence[dict]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {}
    for row, picture, line in zip(rows, pictures, lines, strict=True):
        here = tallies.setdefault(row.manifest, Tally())
        here.pictures += 1
        here.false += sum(right is False for _, right in judge(picture, line))
        for plate, label in zip(row.plates, picture.labels, strict=True):
            if label[2] * picture.scale < LEAST_WIDTH_PX:
                continue
            on = [reading for reading in line["detections"] if overlap(label, reading["box"]) > OF_A_PLATE]
            here.plates += 1
            here.read += bool(on)
            here.groups.add(f"{row.manifest}:{row.line}" if ".mp4" in row.image.name else row.group)  # a ride shows many cars
            best = max(on, key=lambda reading: reading["confidence"], default={"plate": "", "confidence": 0.0})
            regions = groups(possible(plate.region))
            if on and len(regions) == 1:
                here.told += 1
                here.told_groups.add(row.group)
                here.region_right += {best["region"]["code"]} == regions
            if plate.text:
                right = fold(best["plate"]) == fold(plate.text)
                here.texts += 1
                here.legible_read += bool(on)
                here.text_groups.add(row.group)
                here.exact += best["plate"] == plate.text
                here.folded += right
                here.confident_wrong += best["confidence"] >= CONFIDENT and not right
    return tallies


def program_table(tallies: dict[str, Tally]) -> str:
    street, everything = Tally(), Tally()
    for name, tally in tallies.items():
        everything.add(tally)
        if name in US_STREET:
            street.add(tally)
    named = [*sorted(tallies.items()), ("US streets: us_vanity + us_roboflow", street), ("all", everything)]
    rows = [
        (
            name, each.pictures, each.plates, per_cent(each.read / each.plates, len(each.groups)) if each.plates else "-", f"{each.false / max(1, each.pictures):.3f}",
            each.texts, *(per_cent(right / each.texts, len(each.text_groups)) if each.texts else "-" for right in (each.legible_read, each.exact, each.folded)),
            each.confident_wrong if each.texts else "-", each.told, per_cent(each.region_right / each.told, len(each.told_groups)) if each.told else "-",
        )
        for name, each in named
    ]  # fmt: skip
    head = ("set", "pictures", "plates", "read at all, % (95 %)", "false readings a picture", "with a text", "those read at all, % (95 %)", "exact, % (95 %)", "O=0, I=1, % (95 %)", f"wrong at {CONFIDENT} or surer", "of a region told by eye", "region right, % (95 %)")
    return table(head, rows)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the whole program on the validation side.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=ROOT / "models")
    parser.add_argument("--search", default="thorough")
    parser.add_argument("--texts", type=Path, help="texts.json of label_texts.py: plates that were read by eye")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--write", action="store_true", help="put the table into the reader's card")
    arguments = parser.parse_args()
    weights = weights_name(arguments.models / "reader")
    rows = [row for kind in ("detect", "negatives") for row in read_manifests(arguments.data, kind, texts=read_texts(arguments.texts))[0] if row.split == "validation"]
    with tempfile.TemporaryDirectory() as scratch:
        pictures = as_they_are(rows, Path(scratch))
        found = program_table(count(rows, pictures, read_pictures(pictures, arguments.models, arguments.search, scores=False)))
    print(found)
    if arguments.out is not None:
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / "program.md").write_text(f"{found}\n", encoding="utf-8")
    if arguments.write:
        if weights_name(arguments.models / "reader") != weights:
            raise ValueError("the reader's weights changed while the program ran: measure again")
        fill(arguments.models / "reader", "program", f"With `--search {arguments.search}`:\n\n{found}")


if __name__ == "__main__":
    main()
