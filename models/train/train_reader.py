"""Trains the reader, one command from nothing to a measured model; run it again with --resume and it goes on where it was.

    python train_reader.py --data ../../../shared/data --out RUN (--minutes M | --steps N) [--threads T] [--device cpu|cuda] [--resume]

Four stages, each in its own folder under RUN: `1-synthetic` (drawn plates and a few real crops), `2-mixed` (nearly half real), then
the unread plates are labelled by the reader itself and `3-labelled` goes on with them, and `4-relabelled` with those that the better
reader labels (`labels.json` in the stage's folder: texts, keep them out of the tree).
Ends with `report.md` (report_reader.py tells more); `findings.txt` names the rows of the data that were left out, and why. The same seed
and data give the same batches; with --steps also the same weights on one machine.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from data import all_findings
from evaluate_reader import flat, measure, table, validation_looks
from fonts import load_fonts
from glyphs import cut_bank
from loop import Options, load_weights, train
from plate_dressing import load_backgrounds
from plates import Studio, load_designs
from pseudo import pseudo_label
from reader import BLANK, Reader
from reader_batches import BATCH, Batches
from reader_crops import Crop, add_labels, labels_of, load_crops, load_lures, load_unread, taught

# name, share of all steps or minutes, share of real crops, learning rate
STAGES = (("1-synthetic", 0.18, 0.15, 3e-3), ("2-mixed", 0.22, 0.45, 2e-3), ("3-labelled", 0.22, 0.50, 2e-3), ("4-relabelled", 0.38, 0.40, 1.6e-3))
LABELS_ITSELF = ("3-labelled", "4-relabelled")
LENGTH_WEIGHT = 0.1


def loss_of(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """CTC, and a small share for the length."""
    outputs = model(batch["plates"])
    with torch.autocast(batch["plates"].device.type, enabled=False):
        columns = outputs["characters"].float().log_softmax(-1).transpose(0, 1)
        widths = torch.full((columns.shape[1],), columns.shape[0], dtype=torch.long)
        each = functional.ctc_loss(columns, batch["characters"], widths, batch["lengths"], BLANK, reduction="none", zero_infinity=True)
        characters = (each / batch["lengths"].clamp(min=3)).mean()
        length = functional.cross_entropy(outputs["length"].float(), batch["lengths"])
        loss = characters + LENGTH_WEIGHT * length
    return loss, {"ctc": characters.detach(), "length": length.detach()}


def labelled_by_itself(model: torch.nn.Module, path: Path, unread: list[Crop], backgrounds: list[np.ndarray]) -> list[Crop]:
    """The pseudo-labelled crops, from the file of an earlier run if it is there."""
    if path.exists():
        texts = json.loads(path.read_text(encoding="utf-8"))
        return [replace(crop, text=texts[crop.name]) for crop in unread if crop.name in texts]
    path.parent.mkdir(parents=True, exist_ok=True)
    taken, tally = pseudo_label(model.eval(), unread, backgrounds)
    path.write_text(json.dumps({crop.name: crop.text for crop in taken}), encoding="utf-8")
    print("taken of unread, by source:", tally, file=sys.stderr)
    return taken


def begin_with(model: torch.nn.Module, path: Path) -> int:
    """Takes over those averaged weights of another run that have a place here, of the same name and shape; returns its step."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    own, theirs = model.state_dict(), state["model"]
    taken = {name: value for name, value in theirs.items() if name in own and own[name].shape == value.shape}
    model.load_state_dict(taken, strict=False)
    print(f"{len(taken)} of {len(own)} tensors from {path}", file=sys.stderr)
    return int(state["step"])


def minutes_of(folder: Path) -> float:
    """Training time so far, from the last line of the stage's log."""
    return round(json.loads((folder / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])["seconds"] / 60, 1)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Train the reader.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=Path, help="weights.pt of another run: the last stage alone, beginning with these weights")
    add_labels(parser)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prefetch", type=int, default=1)
    parser.add_argument("--fonts", type=Path, default=Path(__file__).parents[2] / "node_modules")
    options = parser.parse_args(arguments)
    if (options.minutes is None) == (options.steps is None):
        parser.error("give one of --minutes and --steps")
    texts, see = labels_of(options)
    backgrounds, crops, unread = load_backgrounds(options.data), load_crops(options.data, texts, see), load_unread(options.data, texts, see)
    lures = load_lures(options.data)
    press, designs = load_fonts(options.fonts), load_designs(Path(__file__).parent.parent / "designs.json")
    bank = cut_bank(options.data)
    studio = Studio(designs, press, bank, backgrounds)
    looks = validation_looks(crops, backgrounds, Studio(designs, press, None, backgrounds))
    print(f"{len(crops)} labelled crops, {len(unread)} unread, {len(bank)} glyphs, {len(press.dies)} dies, {len(looks)} validation looks", file=sys.stderr)

    def validate(model: torch.nn.Module) -> dict[str, float]:
        return flat(measure(model, looks))

    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "findings.txt").write_text(all_findings(options.data), encoding="utf-8")
    torch.set_num_threads(options.threads)
    run: dict[str, object] = {
        "seed": options.seed, "device": options.device, "threads": options.threads, "batch": BATCH, "glyphs": len(bank), "dies": len(press.dies),
        "read by eye": len(texts),
    }
    torch.manual_seed(options.seed)
    model: torch.nn.Module = Reader()
    stages = STAGES
    if options.start is not None:
        run["after"] = {"step": begin_with(model, options.start), **json.loads((options.start.parents[1] / "run.json").read_text(encoding="utf-8"))}
        name, _, real_share, rate = STAGES[-1]
        stages = ((name, 1.0, real_share, rate),)
    for number, (name, share, real_share, rate) in enumerate(stages):
        done = options.out / name / "finished.json"
        if options.resume and done.exists():
            load_weights(model, options.out / name / "weights.pt")
            run[name] = json.loads(done.read_text(encoding="utf-8"))
            continue
        own = labelled_by_itself(model, options.out / name / "labels.json", unread, backgrounds) if name in LABELS_ITSELF else []
        batches = Batches(studio, taught(crops + own) + lures, backgrounds, real_share, options.seed * 10 + number)
        outcome = train(model, batches, loss_of, validate, Options(
            out=options.out / name, steps=10**7 if options.steps is None else max(1, round(options.steps * share)),
            seconds=None if options.minutes is None else options.minutes * 60 * share, learning_rate=rate, clip=5.0,
            seed=options.seed * 10 + number, device=options.device, threads=options.threads, bf16=True, prefetch=options.prefetch,
            resume=options.resume, validate_every=2500,
        ))  # fmt: skip
        if not outcome.finished:
            print(f"stopped in {name} at step {outcome.step}; go on with --resume", file=sys.stderr)
            return 1
        run[name] = {
            "steps": outcome.step, "minutes": minutes_of(options.out / name), "real": real_share, "rate": rate,
            "crops": sum(crop.split == "train" and crop.text is not None for crop in crops), "labelled by itself": len(own),
        }
        done.write_text(json.dumps(run[name]), encoding="utf-8")
        model = Reader()
        load_weights(model, options.out / name / "weights.pt")
    (options.out / "run.json").write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")
    measured = measure(model.eval().cpu(), looks)
    (options.out / "report.md").write_text(table(measured) + "\n", encoding="utf-8")
    print(table(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
