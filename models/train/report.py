"""What a measured model has to show, in one shape for the run's folder and for the card.

    report = Report(metrics, {"widths": Section("By width", text)}, {"froc.svg": svg})
    write_report(report, RUN / "report", "Detector, step 4316")     # report.md, report.json and the pictures beside them

`metrics` are all figures by name, for programs; `sections` are Markdown by the mark that stands for each in a card's template;
`pictures` are SVG documents by file name.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Section:
    title: str
    text: str  # Markdown


@dataclass(frozen=True)
class Report:
    metrics: Mapping[str, float]
    sections: Mapping[str, Section]
    pictures: Mapping[str, str]


def write_report(report: Report, folder: Path, title: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in report.pictures.items():
        (folder / name).write_text(svg, encoding="utf-8")
    page = [f"# {title}", *(f"![{name.removesuffix('.svg')}]({name})" for name in report.pictures)]
    page += [f"## {section.title}\n\n{section.text}" for section in report.sections.values()]
    (folder / "report.md").write_text("\n\n".join(page) + "\n", encoding="utf-8")
    figures = {name: round(float(value), 4) for name, value in report.metrics.items()}
    (folder / "report.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a bar in a cell would break it and becomes a slash."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "/") for cell in line) + " |" for line in lines)
