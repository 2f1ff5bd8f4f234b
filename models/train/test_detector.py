"""What is drawn into the targets is what comes out of the maps; scenes keep their promises; the exporter refuses what it can not do."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from torch import nn

from detector import CHANNELS, Detector, box_of_quad, candidates, loss_of, overlap
from dice import generator
from export import export_model, rounded_module
from graph import Graph
from scenes import HEIGHT, WIDTH, Label, batch_of, spoil

QUAD = np.float32([[100, 60], [180, 66], [178, 108], [98, 100]])


def maps_of(batch: dict[str, np.ndarray]) -> np.ndarray:
    """The maps of a network that has learned its targets by heart."""
    heat = np.clip(batch["heat"][0], 1e-6, 1 - 1e-6)
    return np.concatenate([np.log(heat / (1 - heat))[None], batch["box"][0], batch["corners"][0]])


class Targets(unittest.TestCase):
    def test_a_perfect_network_gives_back_the_corners_it_was_taught(self) -> None:
        batch = batch_of([np.zeros((HEIGHT, WIDTH), np.uint8)], [[Label(QUAD, True)]])
        found = candidates(maps_of(batch), 0.5)
        self.assertEqual(len(found), 1)
        np.testing.assert_allclose(found[0][1], QUAD, atol=1e-3)

    def test_small_and_cut_plates_are_neither_taught_nor_punished(self) -> None:
        small = Label(QUAD[0] + np.float32([[0, 0], [8, 0], [8, 4], [0, 4]]), True)
        outside = Label(QUAD + np.float32([WIDTH - 140, 0]), True)
        batch = batch_of([np.zeros((HEIGHT, WIDTH), np.uint8)], [[small, outside]])
        self.assertEqual(batch["heat"].max(), 0)
        self.assertEqual(batch["care"][0, 7, 13], 0)
        self.assertEqual(batch["care"][0, 0, 0], 1)

    def test_a_loose_label_teaches_the_place_but_no_box(self) -> None:
        batch = batch_of([np.zeros((HEIGHT, WIDTH), np.uint8)], [[Label(QUAD, False)]])
        self.assertEqual(batch["heat"].max(), 1)
        self.assertEqual(batch["box_weight"].max() + batch["corner_weight"].max(), 0)

    def test_the_loss_falls_to_nearly_nothing_for_perfect_maps(self) -> None:
        batch = batch_of([np.zeros((HEIGHT, WIDTH), np.uint8)], [[Label(QUAD, True)]])
        perfect = torch.from_numpy(maps_of(batch))[None].float()
        tensors = {name: torch.from_numpy(value) for name, value in batch.items()}
        good, parts = loss_of(lambda image: perfect, tensors)
        self.assertLess(float(parts["box"] + parts["corner"]), 1e-3)
        shifted = perfect.clone()
        shifted[:, 5] += 1
        self.assertGreater(float(loss_of(lambda image: shifted, tensors)[0]), float(good) + 0.1)


class Candidates(unittest.TestCase):
    def test_of_overlapping_ones_the_best_stays(self) -> None:
        maps = np.full((CHANNELS, 32, 40), -9.0, np.float32)
        for row, column, score in ((10, 10, 2.0), (10, 12, 1.0), (25, 30, 0.5)):
            maps[0, row, column] = score
            maps[5:, row, column] = [-4, -2, 4, -2, 4, 2, -4, 2]
        self.assertEqual([round(float(np.log(s / (1 - s))), 3) for s, _ in candidates(maps, 0.3)], [2.0, 0.5])

    def test_a_box_goes_through_the_midpoints_of_the_edges(self) -> None:
        np.testing.assert_allclose(box_of_quad(QUAD), [99, 63, 80, 41])
        self.assertAlmostEqual(overlap(np.array([0, 0, 10, 10]), np.array([5, 0, 10, 10])), 1 / 3)


class Scenes(unittest.TestCase):
    def test_the_same_dice_spoil_a_picture_in_the_same_way(self) -> None:
        picture = generator(1, 1).integers(0, 255, (HEIGHT, WIDTH), dtype=np.uint8)
        for step in range(20):
            np.testing.assert_array_equal(spoil(picture, generator(2, step)), spoil(picture, generator(2, step)))


class Export(unittest.TestCase):
    def test_the_detector_stays_within_its_budget(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            exported = export_model(Detector(), "image", [1, 384, 640, 1], ["maps"], Path(folder))
        self.assertEqual(exported.outputs, [{"name": "maps", "shape": [1, 48, 80, 13]}])
        self.assertLess(exported.macs, 350_000_000)

    def test_folding_changes_nothing_but_the_rounding(self) -> None:
        torch.manual_seed(1)
        model = nn.Sequential(nn.Conv2d(1, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU6()).eval()
        model[1].running_mean.normal_()
        image = torch.randn(2, 1, 9, 9)
        self.assertLess(float((rounded_module(model)(image) - model(image)).abs().max()), 2e-3)

    def test_an_unknown_operation_is_an_error_that_names_it(self) -> None:
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(NotImplementedError, "GELU"):
            export_model(nn.Sequential(nn.Conv2d(1, 2, 1), nn.GELU()), "image", [1, 8, 8, 1], ["out"], Path(folder))

    def test_weights_that_float16_can_not_hold_are_refused(self) -> None:
        graph = Graph()
        graph.constant("weight", np.float32([0.1]))
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(ValueError, "weight is not exact in float16"):
            graph.write(Path(folder))

    def test_two_nodes_of_one_name_are_refused(self) -> None:
        graph = Graph()
        graph.constant("weight", np.float32([1]))
        with self.assertRaisesRegex(ValueError, "two nodes are named weight"):
            graph.constant("weight", np.float32([1]))


if __name__ == "__main__":
    unittest.main()
