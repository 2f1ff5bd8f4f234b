"""Whether tfjs answers as PyTorch does, on real pictures, at export: both are asked, and a difference over TOLERANCE refuses the export.

    difference = real_parity(folder, exported, pictures)      # pictures float32 [n, h, w], as the network takes them

`folder` is a whole model with its card: what runs is the loader and the backend that the product runs (test/models/answers.ts in
Node). The difference is the largest one over the largest value of its output, as in test/models/parity.test.ts, which
later asks the same with a drawn pattern, since real pictures can not be committed. Raises ParityError, and says what Node said where it can not be run.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

from export import Exported

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / "node_modules" / ".bin" / "node"
TOLERANCE = 1e-3
PICTURES = 64  # at least so many are asked, where there are so many


class ParityError(Exception):
    """The exported model does not answer as the trained one, or can not be asked."""


def chosen(pictures: int) -> list[int]:
    """The indices of PICTURES among so many, spread evenly: neighbours are alike."""
    return sorted({round(index) for index in np.linspace(0, pictures - 1, min(PICTURES, pictures))})


@torch.no_grad()
def real_parity(folder: Path, exported: Exported, pictures: np.ndarray) -> float:
    """The largest difference over all outputs and pictures."""
    tensors = torch.from_numpy(np.ascontiguousarray(pictures, np.float32))[:, None]
    expected: dict[str, list[np.ndarray]] = {str(output["name"]): [] for output in exported.outputs}
    for one in tensors:
        answer = exported.rounded(one[None])
        for name, values in expected.items():
            tensor = answer[name] if isinstance(answer, dict) else answer
            values.append((tensor.permute(0, 2, 3, 1) if tensor.ndim == 4 else tensor).contiguous().numpy().ravel())
    answered = _tfjs(folder, pictures)
    wanted = [np.stack(values) for values in expected.values()]
    if answered.size != sum(value.size for value in wanted):
        raise ParityError(f"tfjs gave {answered.size} values, PyTorch {sum(value.size for value in wanted)}")
    largest, at = 0.0, 0
    for value in wanted:  # an output after the other, each with all pictures
        other = answered[at : at + value.size].reshape(value.shape)
        at += value.size
        largest = max(largest, float(np.abs(other - value).max() / max(1e-12, float(np.abs(value).max()))))
    if not largest <= TOLERANCE:  # NaN is no answer either
        raise ParityError(f"tfjs and PyTorch differ by {largest:.2g} of an output's scale on {len(pictures)} real pictures; {TOLERANCE} is allowed")
    return largest


def _tfjs(folder: Path, pictures: np.ndarray) -> np.ndarray:
    with tempfile.TemporaryDirectory() as scratch:
        asked, answered = Path(scratch) / "pictures.f32", Path(scratch) / "answers.f32"
        np.ascontiguousarray(pictures, "<f4").tofile(asked)
        shape = [str(size) for size in pictures.shape]
        command = [str(NODE), str(ROOT / "test" / "models" / "answers.ts"), str(folder), *shape, str(asked), str(answered)]
        try:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        except FileNotFoundError as cause:
            raise ParityError(f"{NODE} is missing: run `make setup` first") from cause
        if done.returncode != 0:
            raise ParityError(f"tfjs could not be asked: {done.stderr.strip()[-2000:]}")
        return np.fromfile(answered, "<f4")
