"""The whole way once, in small: `run.sh` over drawn data, unbroken, and again broken off by a signal and carried on.

    python check_pipeline.py            # minutes, more on a busy machine; needs `make setup`

Promises that both ways end with the very same weights (bit by bit: one thread, steps and not minutes), that every file a training
promises is there, and that the models it exports are loaded by the product's own loader, which the parity check inside the
export has done. A script and not a unit test, because it starts a dozen processes.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import torch

from toy_data import draw_data

HERE = Path(__file__).resolve().parent
STEPS = {"DETECTOR": "--steps 3 --batch 4", "READER": "--steps 8", "REGION": "--steps 2", "GATE": "no"}  # nothing to fit a gate to is read
WEIGHTS = ("detector/weights.pt", *(f"reader/{stage}/weights.pt" for stage in ("1-synthetic", "2-mixed", "3-labelled", "4-relabelled")), "region/weights.pt")
PROMISED = (
    "detector/findings.txt", "detector/log.jsonl", "detector/report/report.md", "detector/report/froc.svg", "detector/report/curve.svg",
    "reader/run.json", "reader/findings.txt", "reader/report/report.md", "reader/report/reliability.svg", "reader/report/curve.svg",
    "region/findings.txt", "region/report.json",
)  # fmt: skip
BREAK_AFTER = ("labelled crops", "taken of unread")  # a line of the reader's training: before its first step, and between two stages


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        draw_data(root / "data")
        whole = run(root, "whole", None)
        require(whole == 0, f"the unbroken run ends with {whole}")
        for said in BREAK_AFTER:
            ended = run(root, "broken", said)
            require(ended == 130, f"broken off after {said!r}, the run ends with {ended}")
        carried_on = run(root, "broken", None)
        require(carried_on == 0, f"the run that was carried on ends with {carried_on}")
        for name in WEIGHTS:
            one, other = (torch.load(root / way / name, map_location="cpu", weights_only=True)["model"] for way in ("whole", "broken"))
            wrong = [key for key in one if not torch.equal(one[key], other[key])]
            require(not wrong, f"{name} differs in {len(wrong)} of {len(one)} tensors")
        missing = [name for name in PROMISED if not (root / "broken" / name).exists()]
        missing += [name for name in (f"{model}/{file}" for model in ("detector", "reader", "region") for file in ("card.json", "card.md", "weights.bin", "curve.svg"))
                    if not (root / "broken-models" / name).exists()]
        require(not missing, f"not written: {missing}")
        print(f"{len(WEIGHTS)} networks the same to the bit; every promised file is there")


def run(root: Path, name: str, break_after: str | None) -> int:
    """run.sh into root/name; a termination as soon as its output holds `break_after`. Returns how it ended."""
    surroundings = {**os.environ, **STEPS, "PYTHON": sys.executable, "MODELS": str(root / f"{name}-models"), "PYTHONUNBUFFERED": "1"}
    command = [str(HERE / "run.sh"), str(root / "data"), str(root / name)]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            if break_after is not None and break_after in line:
                process.send_signal(signal.SIGTERM)
                break_after = None
    if process.returncode not in (0, 130):
        print("".join(lines[-40:]), file=sys.stderr)
    return process.returncode


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        sys.exit(otherwise)


if __name__ == "__main__":
    main()
