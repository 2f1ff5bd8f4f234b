"""A broken run goes on as if it had never been broken; a loss that is not finite ends it."""

import json
import signal
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from dice import generator
from loop import Options, load_weights, train
from soup import mean_of


def network() -> nn.Module:
    torch.manual_seed(5)
    return nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU6(), nn.Dropout(0.2), nn.Conv2d(4, 1, 1))


def batches(step: int):
    return generator(3, step).normal(size=(2, 1, 6, 6)).astype("float32")


def loss_of(model: nn.Module, batch: torch.Tensor):
    loss = (model(batch) - batch).square().mean()
    return loss, {"half": loss.detach() / 2}


class Loop(unittest.TestCase):
    def setUp(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.options = Options(out=Path(self._folder.name) / "whole", steps=40, warmup_steps=5, log_every=5, validate_every=20, checkpoint_every_s=0)

    def test_a_resumed_run_ends_with_the_very_weights_of_an_unbroken_one(self) -> None:
        whole = train(network(), batches, loss_of, None, self.options)
        broken = replace(self.options, out=Path(self._folder.name) / "broken")

        def until_the_plug_is_pulled(step: int):
            if step == 23:
                raise KeyboardInterrupt
            return batches(step)

        with self.assertRaises(KeyboardInterrupt):
            train(network(), until_the_plug_is_pulled, loss_of, None, broken)
        resumed = train(network(), batches, loss_of, None, replace(broken, resume=True))
        self.assertEqual((resumed.step, resumed.finished), (40, True))
        for (name, value), other in zip(whole.model.state_dict().items(), resumed.model.state_dict().values()):
            self.assertTrue(torch.equal(value, other), name)
        steps = [json.loads(line)["step"] for line in (broken.out / "log.jsonl").read_text().splitlines()]
        self.assertEqual(steps, sorted(steps))

    def test_a_termination_is_obeyed_between_two_steps_and_resuming_ends_with_the_very_same_weights(self) -> None:
        whole = train(network(), batches, loss_of, None, self.options)
        broken = replace(self.options, out=Path(self._folder.name) / "broken", checkpoint_every_s=1e9)

        def until_told_to_stop(step: int):
            if step in (11, 29):
                signal.raise_signal(signal.SIGTERM)
            return batches(step)

        stops = []
        for _ in range(3):
            outcome = train(network(), until_told_to_stop, loss_of, None, replace(broken, resume=True))
            stops.append((outcome.step, outcome.finished))
        self.assertEqual(stops, [(12, False), (30, False), (40, True)])
        for (name, value), other in zip(whole.model.state_dict().items(), outcome.model.state_dict().values()):
            self.assertTrue(torch.equal(value, other), name)
        self.assertEqual(signal.getsignal(signal.SIGTERM), signal.SIG_DFL)

    def test_it_learns_and_what_is_saved_is_what_is_returned(self) -> None:
        outcome = train(network(), batches, loss_of, lambda model: {"loss": loss_of(model, torch.from_numpy(batches(999)))[0]}, replace(self.options, steps=400, learning_rate=0.02))
        self.assertLess(outcome.validation["loss"], 0.5)
        other = network()
        self.assertEqual(load_weights(other, self.options.out / "weights.pt"), 400)
        for name, value in outcome.model.state_dict().items():
            self.assertTrue(torch.equal(value, other.state_dict()[name]), name)

    def test_batches_prepared_ahead_are_the_same_batches(self) -> None:
        one = train(network(), batches, loss_of, None, self.options)
        two = train(network(), batches, loss_of, None, replace(self.options, out=Path(self._folder.name) / "ahead", prefetch=2))
        self.assertTrue(torch.equal(one.model[0].weight, two.model[0].weight))

    def test_a_loss_that_is_not_finite_ends_the_run(self) -> None:
        with self.assertRaisesRegex(FloatingPointError, "step 0"):
            train(network(), batches, lambda model, batch: (model(batch).sum() * float("nan"), {}), None, self.options)


class Soup(unittest.TestCase):
    def test_it_is_the_mean_of_every_weight_and_of_one_network_only(self) -> None:
        one, other = network().state_dict(), {name: value + 2 for name, value in network().state_dict().items()}
        for name, value in mean_of([one, other]).items():
            torch.testing.assert_close(value, one[name] + 1 if value.is_floating_point() else other[name])
        with self.assertRaisesRegex(ValueError, "different networks"):
            mean_of([one, nn.Linear(2, 2).state_dict()])



if __name__ == "__main__":
    unittest.main()
