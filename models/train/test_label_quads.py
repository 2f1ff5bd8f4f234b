"""An answer moves a quad by what it says, a page is answered whole or not at all, and a proposal finds a plate's straight edges."""

import json
import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np

from label_quads import FRAME_PX, Tile, answered, moved
from propose_quads import snapped

QUAD = np.float32([[20, 40], [170, 40], [170, 90], [20, 90]])
TILE = Tile("detect/some:1/0", QUAD, 100)  # two tile pixels a picture pixel both ways


class Answers(unittest.TestCase):
    def test_offsets_are_tile_pixels_right_and_down_being_positive(self) -> None:
        self.assertEqual(FRAME_PX, 300)
        np.testing.assert_allclose(moved(TILE, ["t", "-4", "r", "6"]), QUAD + np.float32([[0, -2], [3, -2], [3, 0], [0, 0]]), atol=1e-3)
        np.testing.assert_allclose(moved(TILE, ["b", "2", "-8", "l", "4", "10"]), QUAD + np.float32([[2, 0], [0, 0], [0, -4], [5, 1]]), atol=1e-3)

    def test_what_is_no_answer_is_refused(self) -> None:
        for words in (["x", "3"], ["t"], ["t", "b", "1"], ["t", "1", "2", "3"]):
            with self.subTest(words), self.assertRaises(ValueError):
                moved(TILE, words)

    def test_a_page_is_answered_whole(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "a1.json"
            page.write_text(json.dumps([{"key": f"detect/some:{n}/0", "quad": QUAD.tolist(), "height": 100} for n in (1, 2, 3)]), encoding="utf-8")
            given = list(answered(page, ["2 skip", "", "1 ok", "3 t 2"]))
            self.assertEqual([(key, quad is None, was_moved) for key, quad, was_moved in given], [
                ("detect/some:1/0", False, False), ("detect/some:2/0", True, False), ("detect/some:3/0", False, True),
            ])
            with self.assertRaisesRegex(ValueError, r"\[3\]"):
                list(answered(page, ["1 ok", "2 ok"]))


class Proposals(unittest.TestCase):
    def test_sides_snap_to_the_edges_of_a_bright_plate(self) -> None:
        dice = np.random.default_rng(3)
        for _ in range(10):
            true = (QUAD + dice.normal(0, 4, (4, 2))).astype(np.float32)
            found = snapped(drawn(true), (true + dice.uniform(-5, 5, (4, 2))).astype(np.float32))
            self.assertLess(np.linalg.norm(found - true, axis=1).max(), 1.0)  # 2 % of its height


def drawn(quad: np.ndarray) -> np.ndarray:
    """A bright quadrilateral on dark ground, eight times too large and shrunk by area: fillConvexPoly would draw it too wide."""
    plate = np.full((100, 300), 210, np.uint8)
    corners = np.float32([[0, 0], [300, 0], [300, 100], [0, 100]]) - 0.5
    large = cv2.warpPerspective(plate, cv2.getPerspectiveTransform(corners, quad * 8 - 0.5), (1600, 1120), flags=cv2.INTER_NEAREST, borderValue=70)
    return cv2.GaussianBlur(cv2.resize(large, (200, 140), interpolation=cv2.INTER_AREA), (0, 0), 1.0)


if __name__ == "__main__":
    unittest.main()
