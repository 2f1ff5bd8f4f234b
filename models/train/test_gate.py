import unittest

import numpy as np

from choose_gate import Readings, fit, kept_at, kept_by_thresholds, operating_point, out_of_fold, score_floor, signs_of


def readings(right: list[bool], log_odds: list[float], pictures: int = 100) -> Readings:
    """Readings whose one telling sign is the score's log-odds."""
    signs = np.zeros((len(right), 5))
    signs[:, 0], signs[:, 1] = 1, log_odds
    scores = 1 / (1 + np.exp(-np.array(log_odds)))
    groups = [f"group {index}" for index in range(len(right))]
    return Readings(signs, scores, np.ones(len(right)), np.array(right), groups, pictures, len(right))


class Gate(unittest.TestCase):
    def test_signs_are_of_the_text_and_of_both_networks(self) -> None:
        half = signs_of({"score": 0.5, "confidence": 1.0, "plate": "AB12345"})
        self.assertEqual(half, [1.0, 0.0, 0.0, 0.0, 0.0])
        self.assertEqual(signs_of({"score": 0.5, "confidence": 1.0, "plate": "GTI"})[3:], [1.0, 2.0])
        self.assertTrue(np.isfinite(signs_of({"score": 1.0, "confidence": 0.0, "plate": "100"})).all())

    def test_the_fit_finds_the_coefficients_that_made_the_readings(self) -> None:
        dice = np.random.default_rng(1)
        signs = np.column_stack([np.ones(20_000), dice.normal(0, 1.5, (20_000, 2)), dice.integers(0, 2, (20_000, 2))])
        true = np.array([0.5, 2.0, 0.7, -1.0, -0.5])
        right = dice.random(20_000) < 1 / (1 + np.exp(-signs @ true))
        np.testing.assert_allclose(fit(signs, right), true, atol=0.1)

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
        self.assertEqual(kept_at(out_of_fold(some), some, 0.0), 1.0)

    def test_no_reading_under_the_least_score_could_have_passed(self) -> None:
        weights, least = np.array([1.2, 3.0, 0.25, -1.0, -0.5]), 0.9
        floor = score_floor(weights, least)
        just_under = signs_of({"score": floor - 0.005, "confidence": 1.0, "plate": "AB12345"})
        self.assertLess(float(np.dot(just_under, weights)), least)
        self.assertGreater(floor, 0.4)


if __name__ == "__main__":
    unittest.main()
