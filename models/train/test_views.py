"""Laws of the views: the outline stays true under every pose, nothing is mirrored, nothing is smaller than a person could read."""

import unittest

import cv2
import numpy as np

from views import LEAST_HEIGHT_PX, LEAST_WIDTH_PX, PITCH_MAX, YAW_MAX, Pose, enlarge, normalise, photograph, rectify, spoiled_view, stand
from views import _sample as sampled  # the pose without what spoils it

UPRIGHT = np.float32([[45, 45], [253, 45], [253, 149], [45, 149]])


def picture() -> np.ndarray:
    """A bright plate on a dark car, its left half brighter."""
    image = np.full((194, 298), 30, np.uint8)
    image[45:149, 45:253] = 190
    image[45:149, 45:149] = 250
    return image


def turning(quad: np.ndarray) -> float:
    """Twice the signed area: positive where the corners go clockwise, as rows go down."""
    x, y = quad[:, 0].astype(float), quad[:, 1].astype(float)
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))


class Poses(unittest.TestCase):
    def test_the_steepest_poses_keep_the_corners_clockwise_and_convex(self) -> None:
        corners = np.float64([[-0.5, -0.25], [0.5, -0.25], [0.5, 0.25], [-0.5, 0.25]])
        for yaw in (-YAW_MAX, 0.0, YAW_MAX):
            for pitch in (-PITCH_MAX, 0.0, PITCH_MAX):
                for distance in (3.0, 30.0):
                    seen = cv2.perspectiveTransform(corners[None], Pose(yaw, pitch, 0.3, distance, 0.15, 0.9).matrix())[0]
                    for corner in range(4):
                        self.assertGreater(turning(np.roll(seen, corner, axis=0)[:3]), 0)

    def test_the_nearer_side_of_a_turned_plate_is_the_taller(self) -> None:
        corners = np.float64([[-0.5, -0.25], [0.5, -0.25], [0.5, 0.25], [-0.5, 0.25]])
        for side in (1, -1):
            seen = cv2.perspectiveTransform(corners[None], Pose(yaw=0.7 * side, distance=4).matrix())[0]
            left, right = seen[3, 1] - seen[0, 1], seen[2, 1] - seen[1, 1]
            self.assertGreater((right / left) ** side, 1.1)

    def test_angles_reach_forty_five_degrees_and_never_more(self) -> None:
        yaws = [abs(stand(np.random.default_rng(seed), 1.0).yaw) for seed in range(3000)]
        self.assertLessEqual(max(yaws), YAW_MAX + 1e-9)
        self.assertGreater(max(yaws), np.radians(43))
        self.assertLess(float(np.median(yaws)), np.radians(15))


class Views(unittest.TestCase):
    def test_the_outline_is_where_the_plate_is_under_every_pose(self) -> None:
        image = picture()
        for seed in range(150):
            small, outline = sampled(image, UPRIGHT, np.random.default_rng(seed), 1.0)
            inner = cv2.fillConvexPoly(np.zeros_like(small), np.round(enlarge(outline, -0.06)).astype(np.int32), 1).astype(bool)
            outer = cv2.fillConvexPoly(np.zeros_like(small), np.round(enlarge(outline, 0.06)).astype(np.int32), 1).astype(bool)
            self.assertGreater(float(np.percentile(small[inner], 10)), 160, seed)
            self.assertLess(float(np.percentile(small[~outer], 90)), 60, seed)

    def test_nothing_is_mirrored_and_the_outline_lies_in_the_picture(self) -> None:
        image = picture()
        for seed in range(150):
            small, outline = photograph(image, UPRIGHT, np.random.default_rng(seed))
            self.assertGreater(turning(outline), 0)
            self.assertTrue(bool((outline >= 0).all() and (outline <= small.shape[::-1]).all()))
            crop, _ = sampled(image, UPRIGHT, np.random.default_rng(seed), 1.0)
            flat = rectify(crop, outline, 0.0).astype(float)
            self.assertGreater(flat[8:-8, 8:60].mean(), flat[8:-8, 84:-8].mean() + 20, seed)

    def test_no_plate_is_sampled_smaller_than_a_person_can_read(self) -> None:
        flat = np.full((95, 334), 200, np.uint8)
        wide = np.float32([[51, 22], [283, 22], [283, 72], [51, 72]])
        for image, quad in ((picture(), UPRIGHT), (flat, wide)):
            widths = []
            for seed in range(300):
                _, (a, b, _, d) = photograph(image, quad, np.random.default_rng(seed))
                widths.append(float(np.hypot(*(b - a))))
                self.assertGreater(widths[-1], LEAST_WIDTH_PX - 0.5)
                self.assertGreater(float(np.hypot(*(d - a))), LEAST_HEIGHT_PX - 0.5)
            self.assertLess(min(widths), 70)

    def test_the_same_dice_look_the_same_and_any_size_can_be_asked_for(self) -> None:
        one, two = (spoiled_view(picture(), UPRIGHT, np.random.default_rng(9)) for _ in range(2))
        np.testing.assert_array_equal(one, two)
        self.assertEqual(spoiled_view(picture(), UPRIGHT, np.random.default_rng(9), size=(192, 96)).shape, (96, 192))

    def test_without_strength_the_plate_is_as_it_was(self) -> None:
        _, outline = sampled(picture(), UPRIGHT, np.random.default_rng(2), 0.0)
        self.assertAlmostEqual(float(outline[1, 0] - outline[0, 0]), 200, delta=1)
        np.testing.assert_allclose(outline[:, 1], [outline[0, 1]] * 2 + [outline[2, 1]] * 2, atol=1e-3)

    def test_enlarging_an_upright_box_adds_its_share_on_each_side(self) -> None:
        quad = np.float32([[10, 20], [110, 20], [110, 70], [10, 70]])
        np.testing.assert_allclose(enlarge(quad, 0.1), [[0, 15], [120, 15], [120, 75], [0, 75]], atol=1e-4)

    def test_a_flat_crop_is_not_blown_up_by_its_normalisation(self) -> None:
        crops = np.full((2, 48, 144), 90, np.uint8)
        crops[1, 10:20] = 92
        self.assertLess(float(np.abs(normalise(crops)).max()), 0.3)

    def test_a_turned_plate_is_cut_out_upright(self) -> None:
        image = np.zeros((200, 300), np.uint8)
        quad = np.float32([[60, 60], [240, 100], [225, 160], [45, 120]])
        left = np.float32([quad[0], (quad[0] + quad[1]) / 2, (quad[3] + quad[2]) / 2, quad[3]])
        cv2.fillPoly(image, [left.astype(np.int32)], 255)
        crop = rectify(image, quad, 0.0)
        self.assertGreater(float(crop[4:-4, 4:66].mean()), 235)
        self.assertLess(float(crop[4:-4, 78:-4].mean()), 20)


if __name__ == "__main__":
    unittest.main()
