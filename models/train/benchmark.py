"""Puts a use of the benchmark on record: in both cards, and as a line of ../EVALUATIONS.md, from the scores that score.py wrote.

    python3 benchmark.py out/evaluation          # scripts/evaluate.sh does it; needs no PyTorch

Reads us.score.json, eu.score.json and br.score.json there, and nothing else: neither a photograph nor a text. The record names the weights and
operating points that were measured, by hash, so that nobody takes it for a figure of others. Refuses a folder with a score missing.
"""

import argparse
import datetime
import json
from pathlib import Path

from card_parts import fill, weights_name

MODELS = Path(__file__).resolve().parents[1]
SETS = ("us", "eu", "br")
LINES = (
    ("detected, %", "detected_percent"), ("exact, %", "top1_percent"), ("exact with O=0, I=1, %", "folded_percent"),
    ("right among ten candidates, %", "top10_percent"), ("characters right, %", "character_percent"),
    ("confident (0.90) and wrong, plates", "confident_wrong"), ("false readings a picture", "false_per_image"),
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Record a use of the benchmark in the cards and in EVALUATIONS.md.")
    parser.add_argument("scores", type=Path)
    parser.add_argument("--models", type=Path, default=MODELS)
    arguments = parser.parse_args()
    record(arguments.scores, arguments.models, datetime.datetime.now(datetime.UTC).date())


def record(scores: Path, models: Path, day: datetime.date) -> None:
    found = {name: json.loads((scores / f"{name}.score.json").read_text(encoding="utf-8")) for name in SETS}
    page = [f"On {day}, through the whole program, with these weights; nothing was chosen by it (`../EVALUATIONS.md`).", ""]
    page += [_line("", *(f"{name.upper()} ({found[name]['plates']} plates)" for name in SETS)), _line(*["---"] * (1 + len(SETS)))]
    page += [_line(title, *(found[name][key] for name in SETS)) for title, key in LINES]
    for model in ("detector", "reader"):
        fill(models / model, "benchmark", "\n".join(page))
    with (models / "EVALUATIONS.md").open("r+", encoding="utf-8") as file:
        before = file.read()
        file.seek(0)
        file.write(with_line(before, line(found, models, day)))
        file.truncate()


def line(found: dict[str, dict[str, float]], models: Path, day: datetime.date) -> str:
    gate = json.loads((models / "gate" / "card.json").read_text(encoding="utf-8"))["operating"]
    others = [f"region `{weights_name(models / 'region')}`"] if (models / "region" / "weights.bin").exists() else []
    named = (f"`{weights_name(models / 'detector')}`", ", ".join([f"`{weights_name(models / 'reader')}`", *others, f"gate `log_odds_min` {gate['log_odds_min']}"]))
    shares = [" / ".join(f"{found[name][key]:.1f}" for key in ("detected_percent", "top1_percent", "folded_percent")) for name in SETS]
    return _line(day, *named, *shares, " / ".join(f"{found[name]['false_per_image']:.3f}" for name in SETS))


def with_line(page: str, line: str) -> str:
    """The page with the line after the last of its table. ValueError where it has no table."""
    lines = page.splitlines()
    rows = [number for number, each in enumerate(lines) if each.startswith("|")]
    if not rows:
        raise ValueError("the page of evaluations has no table")
    return "\n".join([*lines[: rows[-1] + 1], line, *lines[rows[-1] + 1 :]]) + "\n"


def _line(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
