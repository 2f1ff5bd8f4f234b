"""The reader's laws: decoding and confidence agree with brute force, drawn plates are what they say, corners survive the round trip."""

import itertools
import math
import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np
import torch

from data import ALPHABET
from fonts import GLYPH_HEIGHT, HELD_BACK, Die, load_fonts
from plates import Studio, load_designs
from reader import BLANK, REGIONS, Reader, all_us, fold, read_text, region_index, string_log_probability
from reader_batches import LONGEST_TEXT, targets
from reader_calibration import calibrate
from reader_rectifier import NOMINAL, Rectifier, corners_of, offsets_of
from views import enlarge, normalise, rectify

DESIGNS = Path(__file__).parent.parent / "designs.json"
FONTS = Path(__file__).parents[2] / "node_modules"


def logits_of(path: list[int], sure: float = 9.0) -> np.ndarray:
    logits = np.zeros((len(path), BLANK + 1), np.float32)
    logits[np.arange(len(path)), path] = sure
    return logits


class Decoding(unittest.TestCase):
    def test_repeats_collapse_unless_a_blank_stands_between(self) -> None:
        a, b = ALPHABET.index("A"), ALPHABET.index("B")
        self.assertEqual(read_text(logits_of([a, a, BLANK, a, b, b])), "AAB")
        self.assertEqual(read_text(logits_of([BLANK] * 5)), "")

    def test_the_probability_of_a_string_is_the_sum_over_all_paths_that_read_so(self) -> None:
        dice = np.random.default_rng(4)
        symbols = [ALPHABET.index("7"), ALPHABET.index("K"), BLANK]
        logits = np.full((5, BLANK + 1), -60.0)
        logits[:, symbols] = dice.normal(0, 1.5, (5, len(symbols)))
        columns = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        for text in ("", "7", "K7", "77", "7K7"):
            total = 0.0
            for path in itertools.product(symbols, repeat=5):
                if read_text(logits_of(list(path))) == text:
                    total += math.prod(columns[i, k] for i, k in enumerate(path))
            self.assertAlmostEqual(math.exp(string_log_probability(logits, text)), total, places=6)

    def test_an_o_that_might_be_a_nought_takes_nothing_from_the_confidence(self) -> None:
        logits = logits_of([ALPHABET.index("A"), BLANK, ALPHABET.index("O"), BLANK])
        logits[2, ALPHABET.index("0")] = 9.0
        self.assertGreater(math.exp(string_log_probability(logits, "AO")), 0.97)
        self.assertEqual(fold("AIO"), "A10")


class Regions(unittest.TestCase):
    def test_all_fifty_states_the_capital_and_four_others(self) -> None:
        self.assertEqual(len(REGIONS), 55)
        self.assertEqual(len(all_us()), 52)
        self.assertEqual(REGIONS[region_index("ro")], "eu")
        self.assertEqual(REGIONS[region_index("vn")], "other")
        self.assertEqual(REGIONS[region_index("us", "Missippi")], "us-ms")
        self.assertEqual(REGIONS[region_index("us", "Guam")], "us")
        self.assertIsNone(region_index("us"))

    def test_every_design_has_a_state_that_exists_and_a_pattern_that_can_be_written(self) -> None:
        designs = load_designs(DESIGNS) + load_designs(DESIGNS, held_back=True)
        states = {design["region"] for design in designs if design["region"].startswith("us-")}
        self.assertEqual(states, {name for name in REGIONS if name.startswith("us-")})
        for design in designs:
            self.assertRegex(design["pattern"], r"^[A9*·/ -]+$")
            self.assertLessEqual({letter for letter in design.get("letters", "")}, set(ALPHABET[10:]))


class Drawing(unittest.TestCase):
    def setUp(self) -> None:
        self.press = load_fonts(FONTS)
        streets = [np.random.default_rng(1).integers(0, 255, (240, 480), np.uint8)]
        self.studio = Studio(load_designs(DESIGNS), self.press, None, streets)

    def test_the_same_dice_draw_the_same_sheet(self) -> None:
        one, two = (self.studio.draw(np.random.default_rng(11)) for _ in range(2))
        self.assertEqual((one.text, one.region), (two.text, two.region))
        np.testing.assert_array_equal(one.image, two.image)

    def test_texts_are_of_the_alphabet_and_the_outline_lies_in_the_picture(self) -> None:
        dice = np.random.default_rng(5)
        for _ in range(300):
            sheet = self.studio.draw(dice)
            self.assertTrue(sheet.text and set(sheet.text) <= set(ALPHABET))
            self.assertLessEqual(len(sheet.text), LONGEST_TEXT)
            height, width = sheet.image.shape
            self.assertTrue(bool((sheet.quad >= 0).all() and (sheet.quad <= (width, height)).all()))

    def test_fonts_held_back_are_never_among_the_dies(self) -> None:
        self.assertFalse({die.family for die in self.press.dies} & set(HELD_BACK))
        self.assertLessEqual({die.family for die in load_fonts(FONTS, held_back=True).dies}, set(HELD_BACK))

    def test_a_q_keeps_its_tail(self) -> None:
        for die in self.press.dies:
            self.assertEqual(die.masks["Q"].shape[0], GLYPH_HEIGHT)
            self.assertGreater(difference(die, "Q", "O"), 0.01, die.name)

    def test_a_folder_without_fonts_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as empty, self.assertRaises(FileNotFoundError):
            load_fonts(Path(empty))


class Views(unittest.TestCase):
    def test_enlarging_an_upright_box_adds_its_share_on_each_side(self) -> None:
        quad = np.float32([[10, 20], [110, 20], [110, 70], [10, 70]])
        np.testing.assert_allclose(enlarge(quad, 0.1), [[0, 15], [120, 15], [120, 75], [0, 75]], atol=1e-4)

    def test_a_flat_crop_is_not_blown_up_by_its_normalisation(self) -> None:
        crops = np.full((2, 48, 144), 90, np.uint8)
        crops[1, 10:20] = 92
        self.assertLess(float(np.abs(normalise(crops)).max()), 0.3)

    def test_a_turned_plate_is_cut_out_upright(self) -> None:
        picture = np.zeros((200, 300), np.uint8)
        quad = np.float32([[60, 60], [240, 100], [225, 160], [45, 120]])
        left = np.float32([quad[0], (quad[0] + quad[1]) / 2, (quad[3] + quad[2]) / 2, quad[3]])
        cv2.fillPoly(picture, [left.astype(np.int32)], 255)
        crop = rectify(picture, quad, 0.0)
        self.assertGreater(float(crop[4:-4, 4:66].mean()), 235)
        self.assertLess(float(crop[4:-4, 78:-4].mean()), 20)

    def test_true_corners_come_back_from_their_own_offsets(self) -> None:
        dice = np.random.default_rng(2)
        for _ in range(50):
            outline = np.float32([[50, 50], [150, 50], [150, 90], [50, 90]]) + dice.normal(0, 4, (4, 2)).astype(np.float32)
            corners = outline + dice.normal(0, 5, (4, 2)).astype(np.float32)
            np.testing.assert_allclose(corners_of(offsets_of(corners, outline), outline), corners, atol=0.05)
        self.assertEqual(Rectifier()(torch.zeros(2, 1, 32, 96)).shape, (2, NOMINAL.size))


class Training(unittest.TestCase):
    def test_a_reader_answers_with_its_three_heads(self) -> None:
        answer = Reader().eval()(torch.zeros(2, 1, 48, 144))
        self.assertEqual({name: tuple(value.shape) for name, value in answer.items()}, {"characters": (2, 36, 37), "region": (2, 55), "length": (2, 13)})

    def test_targets_say_which_rows_have_no_text(self) -> None:
        made = targets(["AB1", None, ""])
        self.assertEqual(made["lengths"].tolist(), [3, 0, 0])
        self.assertEqual(made["has_text"].tolist(), [True, False, True])
        self.assertEqual(made["characters"][0, :3].tolist(), [10, 11, 1])

    def test_overconfident_readings_are_softened(self) -> None:
        dice = np.random.default_rng(3)
        logits, truths = [], []
        for _ in range(200):
            path = [int(k) for k in dice.integers(2, 10, 3)]
            logits.append(logits_of([path[0], BLANK, path[1], BLANK, path[2]], sure=14.0))
            right = "".join(ALPHABET[k] for k in path)
            truths.append(right if dice.random() < 0.7 else "ZZZ")
        operating = calibrate(np.stack(logits), truths, np.stack([logits_of([BLANK] * 5)]))
        self.assertGreater(operating["temperature"], 2.0)
        self.assertEqual(operating["rejected_no_plate"], 1.0)


def difference(die: Die, a: str, b: str) -> float:
    width = min(die.masks[a].shape[1], die.masks[b].shape[1])
    return float(np.abs(die.masks[a][:, :width].astype(float) - die.masks[b][:, :width]).mean()) / 255


if __name__ == "__main__":
    unittest.main()
