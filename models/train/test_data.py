"""Bad rows are counted, named and skipped; groups stay whole; the test data is out of reach."""

import json
import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np

from data import VALIDATION_RIDES, all_findings, fits, read_manifests, read_quads, read_regions, split_of
from regions import REGIONS, possible


class Manifests(unittest.TestCase):
    def setUp(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = Path(self._folder.name)

    def manifest(self, kind: str, *entries: object) -> None:
        (self.root / kind).mkdir(exist_ok=True)
        cv2.imwrite(str(self.root / kind / "a.png"), np.zeros((50, 100, 3), np.uint8))
        lines = [entry if isinstance(entry, str) else json.dumps({"image": "a.png", "width": 100, "height": 50, **entry}) for entry in entries]
        (self.root / kind / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")

    def test_what_can_not_be_used_is_skipped_and_named_by_manifest_and_line(self) -> None:
        self.manifest(
            "detect", {"plates": [{"box": [10, 10, 20, 10]}]}, {"image": "gone.png", "plates": []}, {"plates": [{"box": [90, 10, 20, 10]}]},
            {"plates": [{"box": [10, 10, 0, 10]}]}, "not json",
        )
        rows, findings = read_manifests(self.root, "detect")
        self.assertEqual([row.line for row in rows], [1])
        self.assertEqual(dict(findings.skipped), {
            "picture is missing": ["detect/some:2"], "box lies outside the picture": ["detect/some:3"], "box is empty": ["detect/some:4"],
            "line is not a JSON object with an image": ["detect/some:5"],
        })
        self.assertIn("1 rows kept, 4 skipped", str(findings))

    def test_labels_that_are_no_numbers_and_pictures_that_are_none_are_named_and_end_nothing(self) -> None:
        (self.root / "detect").mkdir()
        (self.root / "detect" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn off")
        box = [10, 10, 20, 10]
        self.manifest(
            "detect", {"plates": [{"box": [10, float("nan"), 20, 10]}]}, {"plates": [{"box": [10, 20, 10]}]}, {"plates": [{}]}, {"plates": [7]}, {"plates": 7},
            {"image": "torn.png"}, {"image": "../eval/us.png"}, {"width": 200, "plates": [{"box": box}]}, {"plates": [{"box": box, "text": "AB-1"}]},
            {"plates": [{"box": box, "text": ""}]}, {"plates": [{"box": box, "corners": [[1, 1], [2, "b"]]}]}, "7", "", {"plates": [{"box": box, "text": "AB1"}]},
        )
        rows, findings = read_manifests(self.root, "detect")
        self.assertEqual([row.line for row in rows], [14])
        self.assertEqual(dict(findings.skipped), {
            "box or corners are not numbers": [f"detect/some:{line}" for line in (1, 2, 3, 4, 11)], "plates are not a list": ["detect/some:5"],
            "picture can not be opened": ["detect/some:6"], "picture lies outside its folder": ["detect/some:7"],
            "picture has not the size that the manifest says": ["detect/some:8"], "text has a character outside the alphabet": ["detect/some:9"],
            "text is empty": ["detect/some:10"], "line is not a JSON object with an image": ["detect/some:12", "detect/some:13"],
        })

    def test_half_a_picture_is_named_and_skipped(self) -> None:
        self.manifest("ocr", {"image": "whole.jpg"}, {"image": "half.jpg"}, {"image": "whole.png"}, {"image": "half.png"})
        noise = np.random.default_rng(1).integers(0, 255, (50, 100, 3), dtype=np.uint8)
        for ending in ("jpg", "png"):
            cv2.imwrite(str(self.root / "ocr" / f"whole.{ending}"), noise)
            whole = (self.root / "ocr" / f"whole.{ending}").read_bytes()
            (self.root / "ocr" / f"half.{ending}").write_bytes(whole[: len(whole) // 2])
        rows, findings = read_manifests(self.root, "ocr")
        self.assertEqual([row.line for row in rows], [1, 3])
        self.assertEqual(dict(findings.skipped), {"picture is torn off": ["ocr/some:2", "ocr/some:4"]})

    def test_a_line_that_is_no_text_leaves_the_others(self) -> None:
        self.manifest("ocr", {"text": "AB1"}, {"text": "AB2"}, {"text": 5}, {"text": "AB12", "lines": ["AB", "13"]}, {"text": "AB12", "lines": ["AB", "12"]})
        path = self.root / "ocr" / "some.jsonl"
        path.write_bytes(path.read_bytes().replace(b"AB2", b"\xff\xfe"))
        rows, findings = read_manifests(self.root, "ocr")
        self.assertEqual([row.line for row in rows], [1, 5])
        self.assertEqual(dict(findings.skipped), {
            "line is not a JSON object with an image": ["ocr/some:2"], "text is not a string": ["ocr/some:3"], "lines are not the text": ["ocr/some:4"],
        })

    def test_findings_name_every_row_of_every_kind(self) -> None:
        self.manifest("ocr", *[{"text": ""}] * 30)
        findings = all_findings(self.root)
        self.assertIn("ocr/some:30", findings)
        self.assertIn("30 skipped", findings)
        self.assertIn("negatives: no manifest", findings)

    def test_a_text_that_is_empty_or_strange_is_skipped_and_never_repeated(self) -> None:
        self.manifest("ocr", {"text": "AB12"}, {"text": ""}, {"text": "ab12"}, {"text": None})
        rows, findings = read_manifests(self.root, "ocr")
        self.assertEqual([row.text for row in rows], ["AB12", None])
        self.assertEqual(findings.skipped["text is empty"], ["ocr/some:2"])
        self.assertEqual(findings.skipped["text has a character outside the alphabet"], ["ocr/some:3"])
        self.assertNotIn("ab12", str(findings))

    def test_a_box_a_pixel_outside_is_clipped(self) -> None:
        self.manifest("detect", {"plates": [{"box": [-1, 5, 21, 10]}]})
        rows, _ = read_manifests(self.root, "detect")
        self.assertEqual(rows[0].plates[0].box, (0.0, 5.0, 20.0, 10.0))

    def test_the_test_data_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "kind must be one of"):
            read_manifests(self.root, "eval")

    def test_corners_labelled_by_eye_stand_before_the_manifests(self) -> None:
        quad = [[12.0, 14.0], [47.5, 11.0], [48.0, 26.0], [13.0, 29.5]]
        bare = {"box": [10, 10, 40, 20]}
        cornered = {**bare, "corners": [[10, 10], [50, 10], [50, 30], [10, 30]]}
        self.manifest("detect", {"plates": [bare, cornered]}, {"plates": [cornered]}, {"plates": [bare]})
        rows, _ = read_manifests(self.root, "detect", quads={"detect/some:1": [None, quad], "detect/some:2": [quad], "ocr/some:3": [quad]})
        corners = [None if plate.corners is None else plate.corners.tolist() for row in rows for plate in row.plates]
        self.assertEqual(corners, [None, quad, quad, None])

    def test_a_quad_that_is_none_or_lies_elsewhere_is_skipped_and_named(self) -> None:
        right = [[10, 10], [50, 10], [50, 30], [10, 30]]
        folded, turned, elsewhere, triangle = [right[i] for i in (0, 2, 1, 3)], right[::-1], [[x + 45, y] for x, y in right], right[:3]
        self.manifest("detect", *[{"plates": [{"box": [10, 10, 40, 20]}]}] * 6)
        quads = {f"detect/some:{line}": [quad] for line, quad in enumerate([folded, turned, elsewhere, triangle, right], start=1)}
        rows, findings = read_manifests(self.root, "detect", quads=quads | {"detect/some:6": [None, right]})
        self.assertEqual([row.line for row in rows], [5])
        self.assertEqual(dict(findings.skipped), {
            "quad does not lie on its box": ["detect/some:1", "detect/some:2", "detect/some:3", "detect/some:4"],
            "more quads than plates": ["detect/some:6"],
        })

    def test_every_stored_quad_is_four_corners_clockwise_by_manifest_and_line(self) -> None:
        stored = read_quads()
        self.assertGreater(len(stored), 300)
        for name, quads in stored.items():
            self.assertRegex(name, r"^detect/[a-z0-9_]+:[1-9][0-9]*$")
            for quad in quads:
                if quad is not None:
                    corners = np.float32(quad)
                    self.assertEqual(corners.shape, (4, 2), name)
                    self.assertTrue(fits(corners, [*corners.min(0), *(corners.max(0) - corners.min(0))]), name)


class Regions(unittest.TestCase):
    def test_every_stored_region_is_a_class_or_the_united_states_by_manifest_line_and_plate(self) -> None:
        for name, region in read_regions().items():
            with self.subTest(name):
                self.assertRegex(name, r"^detect/[a-z0-9_]+:[0-9]+:[0-9]+$")
                self.assertEqual(region == "other", REGIONS[possible(region)[0]] == "other")


class Split(unittest.TestCase):
    def test_it_is_the_same_everywhere_and_about_an_eighth(self) -> None:
        sides = [split_of(f"group {number}") for number in range(5000)]
        self.assertAlmostEqual(sides.count("validation") / 5000, 0.12, delta=0.02)
        self.assertEqual([split_of(name) for name in ("a", "b", "c", "plate/XYZ")], ["validation", "train", "validation", "train"])

    def test_rides_are_named(self) -> None:
        self.assertEqual({split_of(ride) for ride in VALIDATION_RIDES}, {"validation"})
        self.assertEqual(split_of("romania/nightride_type3_001"), "train")


if __name__ == "__main__":
    unittest.main()
