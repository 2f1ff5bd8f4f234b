import unittest

import numpy as np

from choose_gate import Readings, fit, kept_at, kept_by_thresholds, operating_point, out_of_fold, score_floor, signs_of


def readings(right: list[bool], log_odds: list[float], pictures: int = 100) -> Readings:
    """Readings whose one telling sign is the score's log-odds."""
    signs = np.zeros((len(right), 6))
    signs[:, 0], signs[:, 1] = 1, log_odds
    scores = 1 / (1 + np.exp(-np.array(log_odds)))
    groups = [f"group {index}" for index in range(len(right))]
    return Readings(signs, scores, np.ones(len(right)), np.array(right), groups, pictures, len(right))


class Gate(unittest.TestCase):
    def test_signs_are_of_the_text_and_of_all_networks(self) -> None:
        half = {"score": 0.5, "confidence": 1.0, "plate": "AB12345", "looks_log_odds": 0.0}
        self.assertEqual(signs_of(half), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0])
        self.assertEqual(signs_of({**half, "plate": "GTI", "looks_log_odds": -2.5})[3:], [1.0, 2.0, -2.5])
        self.assertEqual(signs_of({**half, "looks_log_odds": 99.0})[5], 8.0)
        self.assertTrue(np.isfinite(signs_of({**half, "score": 1.0, "confidence": 0.0})).all())

    def test_the_fit_finds_the_coefficients_that_made_the_readings(self) -> None:
        dice = np.random.default_rng(1)
        signs = np.column_stack([np.ones(20_000), dice.normal(0, 1.5, (20_000, 2)), dice.integers(0, 2, (20_000, 2)), dice.normal(0, 1.5, 20_000)])
        true = np.array([0.5, 2.0, 0.7, -1.0, -0.5, 0.3])
        right = dice.random(20_000) < 1 / (1 + np.exp(-signs @ true))
        np.testing.assert_allclose(fit(signs, right), true, atol=0.1)

    def test_a_sign_that_tells_the_wrong_way_round_is_left_out(self) -> None:
        dice = np.random.default_rng(4)
        signs = np.column_stack([np.ones(2000), dice.normal(0, 1.5, (2000, 5))])
        right = dice.random(2000) < 1 / (1 + np.exp(-signs @ np.array([0.5, 2.0, -0.7, -1.0, 0.8, 0.6])))
        weights = fit(signs, right)
        self.assertEqual(list(weights == 0), [False, False, True, False, True, False])
        self.assertGreater(weights[1], 1)

    def test_the_operating_point_lets_through_as_many_false_readings_as_allowed_and_not_one_more(self) -> None:
        dice = np.random.default_rng(2)
        log_odds = dice.normal(0, 2, 300)
        some = readings(list(dice.random(300) < 0.6), list(log_odds))
        for rate in (0.0, 0.01, 0.05, 0.2):
            passed = log_odds >= operating_point(log_odds, some, rate)
            self.assertEqual(int((passed & ~some.right).sum()), round(100 * rate))
        self.assertEqual(kept_at(log_odds, some, 10.0), 1.0)

    def test_where_one_sign_tells_all_two_thresholds_are_as_good(self) -> None:
        some = readings([True] * 40 + [False] * 40, [*np.linspace(1, 4, 40), *np.linspace(-4, -1, 40)])
        self.assertEqual(kept_by_thresholds(some, 0.0), 1.0)
        self.assertEqual(kept_at(out_of_fold(some, some), some, 0.0), 1.0)

    def test_few_of_the_plates_that_are_kept_lie_under_the_least_score(self) -> None:
        log_odds = np.random.default_rng(3).normal(1, 1, 1000)
        some = readings([True] * 900 + [False] * 100, list(log_odds))
        kept = log_odds > 0
        under = some.scores < score_floor(some, kept)
        self.assertLessEqual(int((under & kept & some.right).sum()), 5)
        self.assertGreater(int(under.sum()), 50)


if __name__ == "__main__":
    unittest.main()
