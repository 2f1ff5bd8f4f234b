"""The mean of the weights of several runs of one network: a model soup (Wortsman et al. 2022, https://arxiv.org/abs/2203.05482).

    python soup.py RUN3/4-relabelled RUN4/4-relabelled --out SOUP/4-relabelled

Runs that began with the same weights lie close enough for that. It costs no training, and is often better than each of them. The last
run's description, beside its weights or above them, goes along and says what the soup is of, so that it can be exported or be another run's `--start`.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch


def mean_of(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Name by name; what is no number that can be halved (a count of batches) is the last one's. Raises ValueError for weights of different networks."""
    last = states[-1]
    shapes = {name: value.shape for name, value in last.items()}
    if any({name: value.shape for name, value in state.items()} != shapes for state in states):
        raise ValueError("the weights are of different networks: their names or shapes differ")
    return {name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value for name, value in last.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="Average the weights of several runs.")
    parser.add_argument("runs", type=Path, nargs="+", help="folders with a weights.pt; the last one is described as the soup's run")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    states = [torch.load(run / "weights.pt", map_location="cpu", weights_only=True) for run in arguments.runs]
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save({**states[-1], "model": mean_of([state["model"] for state in states])}, arguments.out / "weights.pt")
    last = arguments.runs[-1]
    for here, there in ((last, arguments.out), (last.parent, arguments.out.parent)):
        if (here / "run.json").exists():
            described = json.loads((here / "run.json").read_text(encoding="utf-8"))
            described["mean of the weights after"] = [state["step"] for state in states]
            (there / "run.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    shutil.copyfile(last / "log.jsonl", arguments.out / "log.jsonl")


if __name__ == "__main__":
    main()
