"""The reader's laws: decoding and confidence agree with brute force, corners survive the round trip."""

import itertools
import math
import unittest

import numpy as np
import torch

from data import ALPHABET
from reader import BLANK, Reader, fold, read_text, string_log_probability
from reader_batches import targets
from reader_calibration import likeliest_temperature, rightness
from reader_rectifier import NOMINAL, Rectifier, corners_of, offsets_of
from reader_unknown import told_characters, unknown_below


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


class Rectifying(unittest.TestCase):
    def test_true_corners_come_back_from_their_own_offsets(self) -> None:
        dice = np.random.default_rng(2)
        for _ in range(50):
            outline = np.float32([[50, 50], [150, 50], [150, 90], [50, 90]]) + dice.normal(0, 4, (4, 2)).astype(np.float32)
            corners = outline + dice.normal(0, 5, (4, 2)).astype(np.float32)
            np.testing.assert_allclose(corners_of(offsets_of(corners, outline), outline), corners, atol=0.05)
        self.assertEqual(Rectifier()(torch.zeros(2, 1, 32, 96)).shape, (2, NOMINAL.size))


class Training(unittest.TestCase):
    def test_a_reader_answers_with_its_two_heads(self) -> None:
        answer = Reader().eval()(torch.zeros(2, 1, 48, 144))
        self.assertEqual({name: tuple(value.shape) for name, value in answer.items()}, {"characters": (2, 36, 37), "length": (2, 13)})

    def test_targets_are_the_classes_and_how_many_there_are(self) -> None:
        made = targets(["AB1", "", "7" * 14])
        self.assertEqual(made["lengths"].tolist(), [3, 0, 12])
        self.assertEqual(made["characters"][0].tolist(), [10, 11, 1] + [0] * 9)

    def test_overconfident_readings_are_softened(self) -> None:
        dice = np.random.default_rng(3)
        logits, truths = [], []
        for _ in range(200):
            path = [int(k) for k in dice.integers(2, 10, 3)]
            logits.append(logits_of([path[0], BLANK, path[1], BLANK, path[2]], sure=14.0))
            right = "".join(ALPHABET[k] for k in path)
            truths.append(right if dice.random() < 0.7 else "ZZZ")
        self.assertGreater(likeliest_temperature(np.stack(logits), rightness(np.stack(logits), truths)), 2.0)

    def test_a_character_is_unknown_below_the_share_at_which_a_guess_is_as_often_right_as_wrong(self) -> None:
        dice = np.random.default_rng(8)
        logits, truths = [], []
        for share in np.linspace(0.2, 0.95, 600):
            read, other = ALPHABET.index("7"), ALPHABET.index("K")
            logits.append(np.log(np.full((1, BLANK + 1), (1 - share) / 40)))
            logits[-1][0, [read, BLANK]] = np.log([share, 1e-6])
            truths.append("7" if dice.random() < share + 0.1 else ALPHABET[other])  # a reader that is right a tenth more often than it says
        self.assertAlmostEqual(unknown_below(np.stack(logits), truths, 1.0), 0.4, delta=0.08)
        self.assertEqual(unknown_below(np.stack(logits), ["7"] * 600, 1.0), 0.0)
        self.assertEqual(told_characters(logits[0], "77", 1.0), [])


if __name__ == "__main__":
    unittest.main()
