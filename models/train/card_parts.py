"""The parts of a card that are measured after its model was exported: a place in `card.md` for each, between two marks.

    fill(Path("../reader"), "gate", table)      # what stands between <!-- gate --> and <!-- /gate --> is replaced

An export writes the places empty again ("not measured yet"), since figures of other weights are no figures of these. Refuses a card
that has no such place.
"""

import hashlib
import re
from pathlib import Path

PENDING = "Not measured yet for these weights."


def fill(model: Path, part: str, text: str) -> None:
    page = model / "card.md"
    before = page.read_text(encoding="utf-8")
    places = re.compile(rf"(<!-- {part} -->\n).*?(\n<!-- /{part} -->)", re.DOTALL)
    if places.search(before) is None:
        raise ValueError(f"{page} has no place for {part!r}")
    page.write_text(places.sub(lambda place: f"{place[1]}{text}{place[2]}", before), encoding="utf-8")


def weights_name(model: Path) -> str:
    """Enough of the weights' hash to know them by."""
    return hashlib.sha256((model / "weights.bin").read_bytes()).hexdigest()[:12]
