"""The model card: `card.json` for the runtime, which loads nothing whose hashes it does not name, and `card.md` for people.

    write_card(folder, name="detector", version="0.1.0", exported=exported, operating={"score_min": 0.3, …}, training={…},
               metrics={…}, rows=rows, text=Path("detector.card.md"))

Call it last: it hashes the model.json and weights.bin that lie in the folder. The text is a template in which {{figures}}, {{training}},
{{operating}}, {{metrics}} and {{sources}} stand for tables made here, so that no figure is typed by hand. Every manifest a model learned from is named
with its rows and its licence, as the manifests give them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from data import Row
from export import Exported


def write_card(
    folder: Path, *, name: str, version: str, exported: Exported, operating: Mapping[str, float], training: Mapping[str, object],
    metrics: Mapping[str, float], rows: Iterable[Row], text: Path, regions: Sequence[str] | None = None,
) -> None:
    """operating: the numbers that the runtime needs beside the weights; training: recipe and seeds; metrics: on the validation split;
    rows: all that it learned from; regions: the names of the region classes, for a reader."""
    sources = _sources(rows)
    card = {
        "name": name,
        "version": version,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in ("model.json", "weights.bin")},
        "input": exported.input,
        "outputs": exported.outputs,
        "macs": exported.macs,
        "parameters": exported.parameters,
        "operating": dict(operating),
        **({"regions": list(regions)} if regions is not None else {}),
        "training": dict(training),
        "validation": {key: round(float(value), 4) for key, value in metrics.items()},
        "sources": sources,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    figures = {
        "multiply-adds": f"{exported.macs / 1e6:.1f} million",
        "parameters": f"{exported.parameters:,}",
        "input": f"`{exported.input['name']}` {exported.input['shape']} float32",
        "outputs": ", ".join(f"`{output['name']}` {output['shape']}" for output in exported.outputs),
        **{file: f"sha256 `{digest}`" for file, digest in card["sha256"].items()},
    }
    page = text.read_text(encoding="utf-8")
    for mark, table in {
        "figures": _table(("", ""), figures.items()),
        "training": _table(("", ""), training.items()),
        "operating": _table(("", ""), operating.items()),
        "metrics": _table(("on the validation split", ""), card["validation"].items()),
        "sources": _table(("manifest", "rows", "source", "licence"), [tuple(each.values()) for each in sources]),
    }.items():
        page = page.replace(f"{{{{{mark}}}}}", table)
    (folder / "card.md").write_text(page, encoding="utf-8")


def _sources(rows: Iterable[Row]) -> list[dict[str, object]]:
    counts = Counter((row.manifest, row.source, row.licence) for row in rows)
    return [{"manifest": m, "rows": count, "source": s, "licence": licence} for (m, s, licence), count in sorted(counts.items())]


def _table(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)
