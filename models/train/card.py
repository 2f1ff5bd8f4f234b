"""The model card: `card.json` for the runtime, which loads nothing whose hashes it does not name, and `card.md` for people.

    with staged(Path("../detector")) as folder:
        exported = export_model(model, …, folder)
        write_card(folder, name="detector", version="0.1.0", exported=exported, operating={"score_min": 0.3, …}, training={…},
                   report=report, rows=rows, pictures=pictures, text=Path("detector.card.md"))

The text is a template. A mark such as {{figures}} stands for a table that is made here from what was measured, {{sets}} for the
report's section of that name: no figure is typed by hand, and a mark without a table, or a picture that is not there, is refused. So is a model that
does not answer in tfjs as it does in PyTorch on the `pictures`, float32 [n, h, w] as the network takes them (parity.py).
Every manifest a model learned from is named with its rows, its labels and its licence. What belongs to the whole
program, and is measured after the export, is filled in later between its marks (card_parts.py).
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from architecture import architecture
from data import Row
from export import Exported
from parity import TOLERANCE, real_parity
from report import Report, table

HASHED = ("model.json", "weights.bin")


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A scratch folder whose files replace those of `folder` at the end: a refused export leaves the model that was there as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="export-") as scratch:
        yield Path(scratch)
        fresh = {path.name for path in Path(scratch).iterdir()}
        for stale in folder.glob("*.svg"):
            if stale.name not in fresh:
                stale.unlink()  # a picture of other weights
        for name in sorted(fresh, key=lambda name: name == "card.json"):  # the card last: it names the others' hashes
            shutil.copyfile(Path(scratch) / name, folder / f".{name}.new")
            os.replace(folder / f".{name}.new", folder / name)


def write_card(
    folder: Path, *, name: str, version: str, exported: Exported, operating: Mapping[str, float], training: Mapping[str, Any],
    report: Report, rows: Iterable[Row], pictures: np.ndarray, text: Path, regions: Sequence[str] | None = None,
) -> None:
    """operating: the numbers that the runtime needs beside the weights; training: recipe and seeds; report: on the validation split;
    rows: all that it learned from; regions: the names of the region classes. Raises ParityError, and ValueError for a template
    that asks for more than there is."""
    sources = _sources(rows)
    card: dict[str, Any] = {
        "name": name,
        "version": version,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in HASHED},
        "input": exported.input,
        "outputs": exported.outputs,
        "macs": exported.macs,
        "parameters": exported.parameters,
        "operating": dict(operating),
        **({"regions": list(regions)} if regions is not None else {}),
        "training": dict(training),
        "validation": {key: round(float(value), 4) for key, value in report.metrics.items()},
        "sources": sources,
    }
    _write(folder, card)  # the loader that parity asks wants a card
    card["parity"] = {"pictures": len(pictures), "largest_difference": float(f"{real_parity(folder, exported, pictures):.2g}"), "allowed": TOLERANCE}
    _write(folder, card)
    for file, svg in report.pictures.items():
        (folder / file).write_text(svg, encoding="utf-8")
    page = text.read_text(encoding="utf-8")
    for mark, found in (_tables(card, exported) | {key: section.text for key, section in report.sections.items()}).items():
        page = page.replace(f"{{{{{mark}}}}}", found)
    if left := re.findall(r"\{\{.*?\}\}", page):
        raise ValueError(f"{text.name} asks for {', '.join(left)}, and nothing of that name was measured")
    if absent := [file for file in re.findall(r"\]\(([a-z_-]+\.svg)\)", page) if not (folder / file).exists()]:
        raise ValueError(f"{text.name} shows {', '.join(absent)}, which was not drawn")
    (folder / "card.md").write_text(page, encoding="utf-8")


def _write(folder: Path, card: Mapping[str, Any]) -> None:
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def _tables(card: Mapping[str, Any], exported: Exported) -> dict[str, str]:
    figures = {
        "multiply-adds": f"{exported.macs / 1e6:.1f} million",
        "parameters": f"{exported.parameters:,}",
        "input": f"`{exported.input['name']}` {exported.input['shape']} float32",
        "outputs": ", ".join(f"`{output['name']}` {output['shape']}" for output in exported.outputs),
        **{file: f"sha256 `{digest}`" for file, digest in card["sha256"].items()},
        f"tfjs against PyTorch, on {card['parity']['pictures']} real pictures": f"differ by {card['parity']['largest_difference']:g} of an output's scale at most",
    }
    return {
        "figures": table(("", ""), figures.items()),
        "architecture": architecture(exported.rounded, exported.input["shape"]),
        "training": training_table(card["training"]),
        "operating": table(("", ""), card["operating"].items()),
        "metrics": table(("on the validation split", ""), card["validation"].items()),
        "sources": table(("manifest", "rows", "plates", "with true corners", "with a text", "source", "licence"), [tuple(each.values()) for each in card["sources"]]),
    }


def training_table(training: Mapping[str, Any]) -> str:
    """A run that began with the weights of another (`after`) has a column for each, the first one first; a run of stages a line for each stage."""
    runs = [training]
    while isinstance(runs[0].get("after"), Mapping):
        runs.insert(0, runs[0]["after"])
    plain = [{key: value for key, value in run.items() if not isinstance(value, Mapping)} for run in runs]
    keys = list(dict.fromkeys(key for run in plain for key in run))
    head = ("", *(f"run {number}" for number in range(1, len(runs) + 1))) if len(runs) > 1 else ("", "")
    tables = [table(head, [(key, *(_shown(run.get(key)) for run in plain)) for key in keys])]
    for number, run in enumerate(runs, start=1):
        stages = {key: value for key, value in run.items() if isinstance(value, Mapping) and key != "after"}
        if stages:
            columns = list(dict.fromkeys(key for stage in stages.values() for key in stage))
            name = f"stage of run {number}" if len(runs) > 1 else "stage"
            tables.append(table((name, *columns), [(stage, *(_shown(found.get(key)) for key in columns)) for stage, found in stages.items()]))
    return "\n\n".join(tables)


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "-" if value is None else str(value)


def _sources(rows: Iterable[Row]) -> list[dict[str, object]]:
    found: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        counts = found.setdefault((row.manifest, row.source, row.licence), [0, 0, 0, 0])
        single = row.manifest.startswith("ocr/")
        texts = (row.text is not None) + sum(plate.text is not None for plate in row.plates)
        for index, count in enumerate((1, 1 if single else len(row.plates), sum(plate.corners is not None for plate in row.plates), texts)):
            counts[index] += count
    return [
        {"manifest": manifest, "rows": counts[0], "plates": counts[1], "corners": counts[2], "texts": counts[3], "source": source, "licence": licence}
        for (manifest, source, licence), counts in sorted(found.items())
    ]
