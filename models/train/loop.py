"""The one training loop, for the detector and the reader alike.

    outcome = train(model, batches, loss_of, validate, Options(out=Path("run"), steps=20_000, ...))

    batches(step: int) -> batch       the batch of that step, a pure function of the step (and of the caller's seed): any structure
                                      of numpy arrays or torch tensors. Because it is pure, a resumed run sees the very batches an
                                      unbroken one would have seen. `dice.generator(seed, step)` gives the numpy generator to draw from.
    loss_of(model, batch) -> (loss, parts)
                                      the scalar to descend and a dict of floats or detached tensors for the log; called under
                                      autocast when `bf16` is on, with the batch already on the device as torch tensors
    validate(model) -> dict           floats, measured with the averaged (EMA) weights in eval mode; called every
                                      `validate_every` steps and once at the end. None: nothing is validated.

Promises: the same seed, options and data give the same weights on one machine with one thread (not across machines, and not
with `seconds`, see below); a run broken anywhere, by a signal too, goes on from its last checkpoint (`resume=True`) with model,
optimiser, average, dice and step as they were; a checkpoint is whole or absent; `log.jsonl` has a line every `log_every` steps
and one a validation, and never runs ahead of the checkpoint it is resumed from. Refuses a loss that is not finite: that ends the
run, loudly, with the last good checkpoint in place.

Files under `out`: `checkpoint.pt` (everything, to resume), `weights.pt` (averaged weights alone, with the step), `log.jsonl`.
"""

import copy
import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch


@dataclass(frozen=True)
class Options:
    """How to train. Learning rate: linear from 0 over `warmup_steps`, then a half cosine down to `final_rate` of itself."""

    out: Path
    steps: int
    seconds: float | None = None  # if set, the cosine also ends after this much training time (then not repeatable bit by bit)
    learning_rate: float = 3e-3
    final_rate: float = 0.01
    weight_decay: float = 0.02
    warmup_steps: int = 200
    average: float = 0.998  # EMA decay a step; ramps up from 0 so that early averages do not hold the random start
    clip: float = 10.0  # largest norm of the whole gradient
    seed: int = 1
    device: str = "cpu"
    threads: int = 1
    bf16: bool = False
    channels_last: bool = True
    prefetch: int = 0  # batches prepared ahead by threads; 0 prepares each when it is needed
    checkpoint_every_s: float = 120.0
    validate_every: int = 2000
    log_every: int = 50
    resume: bool = False


@dataclass(frozen=True)
class Outcome:
    model: torch.nn.Module  # the averaged model, in eval mode, on the CPU
    step: int
    finished: bool  # False: a signal ended it early; resume to go on
    validation: dict[str, float]


def train(
    model: torch.nn.Module,
    batches: Callable[[int], Any],
    loss_of: Callable[[torch.nn.Module, Any], tuple[torch.Tensor, dict[str, Any]]],
    validate: Callable[[torch.nn.Module], dict[str, float]] | None,
    options: Options,
) -> Outcome:
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    device = torch.device(options.device)
    model = model.to(device, memory_format=torch.channels_last if options.channels_last else torch.contiguous_format)
    average = copy.deepcopy(model).eval().requires_grad_(False)
    optimiser = torch.optim.AdamW(_groups(model, options.weight_decay), lr=options.learning_rate, foreach=True)
    log = _Log(options.out / "log.jsonl")
    step, spent_s, validation = 0, 0.0, {}
    checkpoint = options.out / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["dice"].cpu())
        step, spent_s, validation = state["step"], state["seconds"], state["validation"]
        log.cut_after(step)
    else:
        log.cut_after(-1)

    def save() -> None:
        _save(checkpoint, {
            "model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
            "dice": torch.get_rng_state(), "step": step, "seconds": spent_s, "validation": validation,
        })
        _save(options.out / "weights.pt", {"model": average.state_dict(), "step": step})

    started = last_save = time.monotonic()
    before_s = spent_s
    log_from, log_sums = (step, time.monotonic()), {}
    with _Stop() as stop, _Feed(batches, step, options.prefetch) as feed:
        while not stop.asked:
            spent_s = before_s + time.monotonic() - started
            progress = step / options.steps
            if options.seconds is not None:
                progress = max(progress, spent_s / options.seconds)
            if progress >= 1:
                break
            rate = options.learning_rate * _schedule(step, progress, options)
            for group in optimiser.param_groups:
                group["lr"] = rate
            batch = _to(feed.take(step), device, options.channels_last)
            model.train()
            with torch.autocast(device.type, torch.bfloat16, enabled=options.bf16):
                loss, parts = loss_of(model, batch)
            if not torch.isfinite(loss):
                raise FloatingPointError(f"the loss at step {step} is {float(loss.detach())}; resume from {checkpoint} with a lower rate")
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), options.clip)
            optimiser.step()
            step += 1
            _average(average, model, min(options.average, (1 + step) / (10 + step)))
            for name, value in {"loss": loss.detach(), **parts}.items():
                log_sums[name] = log_sums.get(name, 0.0) + value
            if step % options.log_every == 0:
                now, count = time.monotonic(), step - log_from[0]
                means = {name: round(float(value) / count, 5) for name, value in log_sums.items()}
                log.write({"step": step, "seconds": round(spent_s, 1), "rate": round(rate, 7), "steps_per_s": round(count / (now - log_from[1]), 3), **means})
                _progress(step, progress, options, means, count / (now - log_from[1]), spent_s)
                log_from, log_sums = (step, now), {}
            if validate is not None and step % options.validate_every == 0:
                validation = _validate(validate, average)
                log.write({"step": step, "seconds": round(spent_s, 1), "validation": validation})
                log_from = (step, time.monotonic())
            if time.monotonic() - last_save > options.checkpoint_every_s:
                save()
                last_save = time.monotonic()
    finished = not stop.asked
    if finished and validate is not None:
        validation = _validate(validate, average)
        log.write({"step": step, "seconds": round(spent_s, 1), "validation": validation})
    save()
    return Outcome(average.cpu(), step, finished, validation)


def load_weights(model: torch.nn.Module, path: Path) -> int:
    """Puts the averaged weights of `weights.pt` (or of a checkpoint) into the model; returns the step they were taken at."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state.get("average", state["model"]))
    return int(state["step"])


def _groups(model: torch.nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """Kernels decay; biases and the normalisation's scales do not."""
    kernels = [p for p in model.parameters() if p.requires_grad and p.ndim > 1]
    others = [p for p in model.parameters() if p.requires_grad and p.ndim <= 1]
    return [{"params": kernels, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0.0}]


def _schedule(step: int, progress: float, options: Options) -> float:
    warm = min(1.0, (step + 1) / max(1, options.warmup_steps))
    return warm * (options.final_rate + (1 - options.final_rate) * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))


@torch.no_grad()
def _average(average: torch.nn.Module, model: torch.nn.Module, decay: float) -> None:
    """Moves the average towards the model: parameters and the normalisation's running statistics; counters are copied."""
    kept, now = list(average.state_dict().values()), list(model.state_dict().values())
    floats = [i for i, value in enumerate(kept) if value.is_floating_point()]
    torch._foreach_lerp_([kept[i] for i in floats], [now[i] for i in floats], 1 - decay)
    for i, value in enumerate(kept):
        if not value.is_floating_point():
            value.copy_(now[i])


@torch.no_grad()
def _validate(validate: Callable[[torch.nn.Module], dict[str, float]], average: torch.nn.Module) -> dict[str, float]:
    return {name: float(value) for name, value in validate(average.eval()).items()}


def _save(path: Path, state: dict[str, Any]) -> None:
    fresh = path.with_suffix(".new")
    with open(fresh, "wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _to(batch: Any, device: torch.device, channels_last: bool) -> Any:
    if isinstance(batch, np.ndarray):
        batch = torch.from_numpy(batch)
    if isinstance(batch, torch.Tensor):
        batch = batch.to(device, non_blocking=True)
        return batch.contiguous(memory_format=torch.channels_last) if channels_last and batch.ndim == 4 else batch
    if isinstance(batch, dict):
        return {name: _to(value, device, channels_last) for name, value in batch.items()}
    if isinstance(batch, (tuple, list)):
        return type(batch)(_to(value, device, channels_last) for value in batch)
    return batch


def _progress(step: int, progress: float, options: Options, means: dict[str, float], pace: float, spent_s: float) -> None:
    left_s = min((options.steps - step) / pace, math.inf if options.seconds is None else options.seconds - spent_s)
    line = f"step {step}/{options.steps}  {100 * progress:5.1f} %  {pace:.2f} steps/s  {left_s / 60:.1f} min left  "
    line += "  ".join(f"{name} {value:.4f}" for name, value in means.items())
    print(line, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)


class _Log:
    """Lines of JSON, each on disk when `write` returns; cut back on resume to the step that the checkpoint knows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._path.touch()

    def cut_after(self, step: int) -> None:
        lines = self._path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if line.endswith("}") and json.loads(line)["step"] <= step]
        self._path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")

    def write(self, event: dict[str, Any]) -> None:
        with open(self._path, "a", encoding="utf-8") as file:
            file.write(json.dumps(event) + "\n")


class _Feed:
    """Batches in order of their steps, up to `ahead` of them prepared before they are asked for."""

    def __init__(self, batches: Callable[[int], Any], first: int, ahead: int) -> None:
        self._batches, self._ahead = batches, ahead
        self._pool = ThreadPoolExecutor(ahead) if ahead > 0 else None
        self._pending: dict[int, Future[Any]] = {}

    def take(self, step: int) -> Any:
        if self._pool is None:
            return self._batches(step)
        for next_step in range(step, step + self._ahead + 1):
            if next_step not in self._pending:
                self._pending[next_step] = self._pool.submit(self._batches, next_step)
        return self._pending.pop(step).result()

    def __enter__(self) -> "_Feed":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


class _Stop:
    """Turns an interrupt or a termination into a question the loop asks between two steps."""

    asked = False

    def __enter__(self) -> "_Stop":
        self._before = {name: signal.signal(name, self._ask) for name in (signal.SIGINT, signal.SIGTERM)}
        return self

    def _ask(self, *_: object) -> None:
        self.asked = True

    def __exit__(self, *_: object) -> None:
        for name, handler in self._before.items():
            signal.signal(name, handler)
