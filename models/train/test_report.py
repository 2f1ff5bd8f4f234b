"""Charts are what they say and are well-formed; intervals hold what they must; looks and plates are counted as they are."""

import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import cv2
import numpy as np

from charts import MOST_POINTS, Axis, Panel, Series, chart, named, shares, spread
from contact_sheets import outside_git, sheet_misreads, sheet_misses
from curve import curve
from dice import generator
from evaluate_detector import Sheet, asked_for, measure
from evaluate_reader import Looked, edits, look_at, measured_of
from intervals import interval
from reader import BLANK, read_text, string_log_probability
from reader_batches import look
from reader_calibration import calibration_error, confidences, diagram, held_out, reliability
from reader_crops import Crop
from report import Report, Section, table, write_report
from report_detector import detector_report

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = np.float32([[100, 100], [160, 100], [160, 120], [100, 120]])


class Charts(unittest.TestCase):
    def test_a_chart_is_well_formed_whatever_its_names_are_and_keeps_every_point_inside(self) -> None:
        points = [(float(x), x * x / 100.0 - 3) for x in range(1000)]
        panel = Panel("a < b & c", Axis("<x>", spread(1, 100, logarithmic=True), logarithmic=True), Axis("share", shares()), [Series('"s"', points, dots=True)])
        drawn = xml.fromstring(chart([panel, panel], "R&D"))
        circles = drawn.findall(f"{SVG}circle")
        self.assertEqual(len(circles), 2 * MOST_POINTS)
        _, _, width, height = (float(value) for value in drawn.attrib["viewBox"].split())
        for circle in circles:
            self.assertTrue(0 <= float(circle.attrib["cx"]) <= width and 0 <= float(circle.attrib["cy"]) <= height)

    def test_higher_is_higher_and_an_interval_goes_round_its_point(self) -> None:
        panel = Panel("p", Axis("x", named(["a", "b"])), Axis("y", shares()), [Series("s", [(0, 0.2), (1, 0.9)], [(0.1, 0.3), (0.8, 1.0)], dots=True)])
        drawn = xml.fromstring(chart([panel], "t"))
        low, high = (float(circle.attrib["cy"]) for circle in drawn.findall(f"{SVG}circle"))
        self.assertGreater(low, high)
        self.assertEqual(sum(path.attrib.get("stroke-width") == "3" for path in drawn.findall(f"{SVG}path")), 2)

    def test_an_axis_without_extent_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "has no extent"):
            chart([Panel("p", Axis("x", [(1, "1"), (1, "1")]), Axis("y", shares()), [])], "t")

    def test_stages_follow_one_another_and_a_figure_that_no_log_has_is_left_out(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            logs = []
            for number in range(2):
                logs.append(Path(folder) / f"{number}.jsonl")
                logs[-1].write_text('{"step": 50, "loss": 2.0}\n{"step": 100, "loss": 1.0}\n{"step": 100, "validation": {"right": 0.5}}\n', encoding="utf-8")
            drawn = curve(logs, ["loss"], ["right", "nowhere"])
        self.assertIn(">200<", drawn)
        self.assertIn(">right<", drawn)
        self.assertNotIn("nowhere", drawn)


class Intervals(unittest.TestCase):
    def test_it_is_wilsons(self) -> None:
        low, high = interval(0.5, 10)
        self.assertAlmostEqual(low, 0.2366, places=3)  # as tables of it have
        self.assertAlmostEqual(high, 0.7634, places=3)

    def test_it_holds_the_share_never_leaves_0_to_1_and_narrows_with_plates(self) -> None:
        for share in np.linspace(0, 1, 21):
            before = 2.0
            for plates in (1, 3, 10, 100, 1000):
                low, high = interval(float(share), plates)
                self.assertTrue(0 <= low <= share + 1e-12 and share - 1e-12 <= high <= 1)
                self.assertLess(high - low, before)
                before = high - low
        self.assertEqual(interval(0.0, 0), (0.0, 1.0))


class Reports(unittest.TestCase):
    def test_a_report_is_written_whole(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write_report(Report({"recall": 0.51239}, {"sets": Section("By set", table(("a", "b"), [("x|y", 2)]))}, {"froc.svg": "<svg/>"}), Path(folder) / "report", "Title")
            page = (Path(folder) / "report" / "report.md").read_text(encoding="utf-8")
            self.assertTrue((Path(folder) / "report" / "froc.svg").exists())
            self.assertEqual((Path(folder) / "report" / "report.json").read_text(encoding="utf-8"), '{\n  "recall": 0.5124\n}\n')
        self.assertIn("![froc](froc.svg)", page)
        self.assertIn("| x/y | 2 |", page)

    def test_a_folder_inside_a_repository_is_refused_before_anything_is_drawn(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".git").mkdir()
            with self.assertRaisesRegex(ValueError, "lies inside the repository"):
                outside_git(Path(folder) / "out" / "sheets")
            self.assertFalse((Path(folder) / "out").exists())


class DetectorFigures(unittest.TestCase):
    def setUp(self) -> None:
        def sheet(name: str, group: str, quads: list[np.ndarray]) -> Sheet:
            image = np.full((384, 640), 90, np.uint8)
            return Sheet("detect/us_vanity" if quads else "negatives/some", image, np.array(quads, np.float32).reshape(-1, 4, 2), np.ones(len(quads), bool), np.zeros((0, 4)), name, group)

        tiny = SQUARE[0] + np.float32([[200, 0], [208, 0], [208, 4], [200, 4]])
        self.sheets = [sheet("a:1", "car", [SQUARE, tiny]), sheet("a:2", "car", [SQUARE + 50]), sheet("n:1", "street", [])]
        self.found = [[(0.9, SQUARE), (0.3, tiny)], [(0.2, SQUARE - 60)], [(0.4, SQUARE)]]

    def test_every_plate_asked_for_is_counted_once_and_small_ones_are_not_asked_for(self) -> None:
        plates = asked_for(self.sheets, self.found)
        self.assertEqual([(plate.group, plate.score, plate.width_px) for plate in plates], [("car", 0.9, 60.0), ("car", 0.0, 60.0)])
        self.assertEqual([plate.corner_error for plate in plates], [0.0, None])

    def test_the_report_agrees_with_the_measure_and_counts_a_car_once(self) -> None:
        metrics = measure(self.sheets, self.found)
        report = detector_report(self.sheets, self.found)
        self.assertEqual(metrics["recall_at_0.05_false"], 0.5)
        self.assertEqual({name: report.metrics[name] for name in metrics}, metrics)
        self.assertIn("| detect/us_vanity | 2 | 2 | 1 | 50.0 (5-95) |", report.sections["sets"].text)
        for svg in report.pictures.values():
            xml.fromstring(svg)

    def test_misses_and_false_boxes_are_drawn_and_a_sheet_of_nothing_goes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(sheet_misses(Path(folder), self.sheets, self.found, 0.35), (1, 1))
            self.assertEqual(cv2.imread(str(Path(folder) / "false.png")).shape, (162, 7 * 216, 3))
            self.assertEqual(sheet_misses(Path(folder), self.sheets[2:], [[]], 0.35), (0, 0))
            self.assertEqual(list(Path(folder).iterdir()), [])


class ReaderFigures(unittest.TestCase):
    def test_a_look_is_the_one_that_training_takes_and_knows_its_pose(self) -> None:
        street = [generator(1, 1).integers(0, 255, (240, 480), dtype=np.uint8)]
        image = generator(1, 2).integers(0, 255, (60, 140), dtype=np.uint8)
        quad = np.float32([[20, 12], [120, 12], [120, 46], [20, 46]])
        for bare in (False, True):
            crop = Crop(image, quad, "AB1", (), "some", "validation", "some:1", bare, not bare)
            for strength in (0.0, 1.0):
                looked = look_at(crop, street, generator(9, 1), strength)
                np.testing.assert_array_equal(looked.view, look(crop, street, generator(9, 1), strength))
            clean = look_at(crop, street, generator(9, 1), 0.0)
            self.assertAlmostEqual(clean.width_px, 100, delta=6)
            self.assertAlmostEqual(clean.tilt_deg, 0, delta=3)

    def test_confidences_of_many_are_those_of_each(self) -> None:
        dice = np.random.default_rng(1)
        logits = dice.normal(0, 3, (40, 36, BLANK + 1))
        logits[:, :, BLANK] += dice.uniform(2, 9, (40, 1))
        logits[0, :, BLANK] += 50  # reads as nothing
        texts = [read_text(one) for one in logits]
        self.assertGreater(len({len(text) for text in texts}), 3)
        expected = [np.exp(string_log_probability(one / 1.4, text)) if text else 0.0 for one, text in zip(logits, texts, strict=True)]
        np.testing.assert_allclose(confidences(logits, 1.4), expected, rtol=1e-9, atol=1e-300)

    def test_no_plate_is_calibrated_by_itself(self) -> None:
        dice = np.random.default_rng(2)
        plates = [f"plate {number}" for number in range(60)]
        logits = np.zeros((60, 3, BLANK + 1))
        logits[np.arange(60), 0, dice.integers(2, 10, 60)] = 12.0
        logits[:, 1:, BLANK] = 12.0
        truths = [read_text(one) if number % 3 else "ZZZ" for number, one in enumerate(logits)]
        fit = held_out(logits, truths, plates)
        changed = held_out(np.concatenate([logits[:1] * 0.1, logits[1:]]), truths, plates)
        same_half = [number for number in range(1, 60) if abs(fit.after[number] - changed.after[number]) < 1e-12]
        self.assertGreaterEqual(len(same_half), 20)  # at the least its own half, whose temperature the other half gives
        self.assertLess(calibration_error(fit.after, fit.right), calibration_error(fit.before, fit.right))
        self.assertEqual(sum(int(line.split("|")[2]) for line in reliability(fit).splitlines()[2:]), 60)
        xml.fromstring(diagram(fit))

    def test_sets_count_looks_and_plates_and_a_misread_is_drawn(self) -> None:
        logits = np.full((3, 4, BLANK + 1), 0.0)
        for row, classes in enumerate(([10, 11, BLANK, BLANK], [10, 11, BLANK, BLANK], [0, BLANK, BLANK, BLANK])):
            logits[row, np.arange(4), classes] = 9
        view = np.zeros((48, 144), np.uint8)
        looks = [Looked(view, "AB", "s", "AB"), Looked(view, "AC", "s", "AC"), Looked(view, "O", "s", "0")]
        row = measured_of(looks, {"characters": logits})["s"]
        self.assertEqual((row["count"], row["plates"], row["exact"], row["folded"]), (3, 3, 1 / 3, 2 / 3))
        self.assertAlmostEqual(row["character"], 1 - 1 / 5)
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(sheet_misreads(Path(folder), looks, ["AB", "AB", "0"]), {"s": 1})
            self.assertEqual([path.name for path in Path(folder).iterdir()], ["misreads-s.png"])

    def test_edits_are_levenshteins(self) -> None:
        self.assertEqual([edits(*pair) for pair in (("", ""), ("AB", ""), ("KITTEN", "SITTING"), ("ABC", "ABC"))], [0, 2, 3, 0])


if __name__ == "__main__":
    unittest.main()
