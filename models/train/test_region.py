"""The region network's names and groups, and what its answers are worth."""

import copy
import unittest
from pathlib import Path

import numpy as np
import torch

from data import ALPHABET
from evaluate_region import Looked, shares_of
from plates import load_designs
from region import CLASSES, GROUPS, HEIGHT, NONE, WIDTH, Region, grouped
from regions import EU, REGIONS, groups, possible
from region_table import Shown, region_table
from train_region import TAUGHT, Loss

DESIGNS = Path(__file__).parent.parent / "designs.json"


class Regions(unittest.TestCase):
    def test_all_fifty_states_the_capital_the_countries_of_the_union_and_three_others(self) -> None:
        self.assertEqual(len(REGIONS), 51 + 27 + 3)
        self.assertEqual([len(possible(region)) for region in ("us", "eu", "br", None)], [52, len(EU), 1, 0])
        self.assertEqual([REGIONS[possible(region)[0]] for region in ("ro", "vn", "us-il")], ["eu-ro", "other", "us-il"])
        self.assertEqual([REGIONS[possible("us", state)[0]] for state in ("Missippi", "Guam")], ["us-ms", "us"])
        self.assertEqual((groups(possible("eu")), groups(possible("ro")), groups(())), ({"eu"}, {"eu"}, set()))

    def test_every_design_has_a_state_that_exists_and_a_pattern_that_can_be_written(self) -> None:
        designs = load_designs(DESIGNS) + load_designs(DESIGNS, held_back=True)
        states = {design["region"] for design in designs if design["region"].startswith("us-")}
        self.assertEqual(states, {name for name in REGIONS if name.startswith("us-")})
        for design in designs:
            self.assertRegex(design["pattern"], r"^[A9*·/ -]+$")
            self.assertLessEqual({letter for letter in design.get("letters", "")}, set(ALPHABET[10:]))


class Answers(unittest.TestCase):
    def test_shares_of_the_groups_sum_to_one_and_the_unions_is_its_countries(self) -> None:
        logits = np.random.default_rng(1).normal(0, 3, (20, len(CLASSES)))
        for temperature in (0.5, 1.0, 3.0):
            shares = np.exp(grouped(logits, temperature))
            np.testing.assert_allclose(shares.sum(axis=1), 1)
            soft = np.exp(logits / temperature)
            union = [index for index, name in enumerate(CLASSES) if name.startswith("eu-")]
            np.testing.assert_allclose(shares[:, GROUPS.index("eu")], soft[:, union].sum(axis=1) / soft.sum(axis=1))
            np.testing.assert_allclose(shares[:, GROUPS.index("none")], soft[:, NONE] / soft.sum(axis=1))

    def test_several_countries_alike_are_the_union_and_a_country_is_asked_for_where_it_is_known(self) -> None:
        logits = np.zeros((2, len(CLASSES)))
        logits[:, [CLASSES.index(name) for name in ("eu-de", "eu-at")]] = 5
        logits[:, CLASSES.index("us-il")] = 5.1
        logits[1, CLASSES.index("eu-at")] = 6
        view = np.zeros((1, 1), np.uint8)
        looks = [Looked(view, "eu", "here", "one"), Looked(view, "eu", "here", "two", "eu-at")]
        self.assertEqual(shares_of(logits, looks), {"here/region": 1.0, "union/country": 1.0})
        self.assertIn("100.0", region_table([Shown(each.source, each.plate, each.region) for each in looks], logits, 1.0))


class Teaching(unittest.TestCase):
    def test_who_answers_by_group_as_the_teachers_do_has_nothing_to_learn_from_them(self) -> None:
        torch.manual_seed(3)
        model, plates = Region().eval(), torch.randn(6, 1, HEIGHT, WIDTH)
        allowed = torch.zeros(6, len(CLASSES), dtype=torch.bool)
        allowed[:, list(possible("eu"))] = True
        batch = {"plates": plates, "allowed": allowed}
        alone, _ = Loss([], "cpu")(model, batch)
        taught, parts = Loss([copy.deepcopy(model)] * 2, "cpu")(model, batch)
        by_group = torch.from_numpy(grouped(model(plates).detach().numpy()))
        self.assertAlmostEqual(float(parts["taught"]), float(-(by_group.exp() * by_group).sum(-1).mean()), places=4)
        self.assertAlmostEqual(taught.item(), (alone + TAUGHT * (parts["taught"] - alone)).item(), places=5)
        gradient = torch.autograd.grad((taught - (1 - TAUGHT) * alone), model.region.bias)[0]
        self.assertLess(float(gradient.abs().max()), 1e-5)


if __name__ == "__main__":
    unittest.main()
