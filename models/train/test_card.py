"""A card holds what was measured and nothing else; a model that tfjs would answer otherwise never reaches its folder."""

import datetime
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from torch import nn

from architecture import architecture
from benchmark import line, record, with_line
from card import staged, training_table, write_card
from card_parts import fill
from data import Row
from export import Exported, export_model
from parity import ParityError, chosen
from report import Report, Section

TEMPLATE = "{{figures}}\n{{architecture}}\n{{training}}\n{{operating}}\n{{metrics}}\n{{sources}}\n{{sets}}\n![curve](curve.svg)\n<!-- benchmark -->\nNot yet.\n<!-- /benchmark -->\n"


def network() -> nn.Module:
    torch.manual_seed(3)
    return nn.Sequential(nn.Conv2d(1, 4, 3, 2, 1), nn.ReLU6(), nn.Conv2d(4, 2, 1))


class Cards(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.pictures = np.random.default_rng(1).normal(size=(3, 16, 32)).astype(np.float32)
        self.text = self.root / "toy.card.md"
        self.text.write_text(TEMPLATE, encoding="utf-8")

    def export(self, spoil: bool = False, recall: float = 0.5) -> None:
        with staged(self.root / "toy") as folder:
            exported = export_model(network(), "image", [1, 16, 32, 1], ["maps"], folder)
            if spoil:
                with torch.no_grad():
                    exported.rounded.get_parameter("0.bias")[0] += 0.02
            self.write(folder, exported, recall)

    def write(self, folder: Path, exported: Exported, recall: float) -> None:
        rows = [Row(Path("a.png"), "ocr/some", 1, "g", "train", "drawn", "CC0", text="AB1"), Row(Path("b.png"), "ocr/some", 2, "g", "train", "drawn", "CC0")]
        report = Report({"recall": recall}, {"sets": Section("By set", "the sets")}, {"curve.svg": "<svg/>"})
        write_card(
            folder, name="toy", version="1", exported=exported, operating={"score_min": 0.25}, training={"seed": 7, "after": {"seed": 6}}, report=report,
            rows=rows, pictures=self.pictures, text=self.text,
        )  # fmt: skip

    def test_it_names_what_was_measured_and_the_runtime_has_answered_on_real_pictures(self) -> None:
        self.export()
        card = json.loads((self.root / "toy" / "card.json").read_text(encoding="utf-8"))
        page = (self.root / "toy" / "card.md").read_text(encoding="utf-8")
        self.assertEqual(card["parity"]["pictures"], 3)
        self.assertLess(card["parity"]["largest_difference"], 1e-5)
        self.assertEqual(card["sources"], [{"manifest": "ocr/some", "rows": 2, "plates": 2, "corners": 0, "texts": 1, "source": "drawn", "licence": "CC0"}])
        for part in (card["sha256"]["weights.bin"], "| recall | 0.5 |", "| score_min | 0.25 |", "the sets", "| seed | 6 | 7 |", "3x3 to 4, stride 2", "CC0"):
            self.assertIn(part, page)

    def test_a_model_that_answers_otherwise_is_refused_and_the_one_before_stays(self) -> None:
        self.export()
        before = {path.name: path.read_bytes() for path in (self.root / "toy").iterdir()}
        with self.assertRaisesRegex(ParityError, "differ by"):
            self.export(spoil=True, recall=0.9)
        self.assertEqual({path.name: path.read_bytes() for path in (self.root / "toy").iterdir()}, before)
        self.assertEqual(sorted(path.name for path in self.root.iterdir()), ["toy", "toy.card.md"])

    def test_a_template_that_asks_for_more_than_was_measured_is_refused(self) -> None:
        for more, said in (("{{moon}}", "asks for {{moon}}"), ("![m](moon.svg)", "shows moon.svg")):
            self.text.write_text(TEMPLATE + more, encoding="utf-8")
            with self.assertRaisesRegex(ValueError, said.replace("{", r"\{")):
                self.export()

    def test_a_figure_that_is_no_number_never_reaches_a_card(self) -> None:
        with self.assertRaisesRegex(ValueError, "not JSON compliant"):
            self.export(recall=float("nan"))

    def test_a_picture_of_other_weights_goes(self) -> None:
        self.export()
        (self.root / "toy" / "gate.svg").write_text("<svg/>", encoding="utf-8")
        self.export()
        self.assertFalse((self.root / "toy" / "gate.svg").exists())


class Parts(unittest.TestCase):
    def test_stages_have_a_line_each_and_runs_a_column(self) -> None:
        shown = training_table({"seed": 1, "1-synthetic": {"steps": 5}, "2-mixed": {"steps": 6, "own": 2}})
        self.assertIn("| stage | steps | own |", shown)
        self.assertIn("| 1-synthetic | 5 | - |", shown)
        self.assertIn("| stage of run 1 | steps |", training_table({"3-labelled": {"steps": 9}, "after": {"1-synthetic": {"steps": 5}}}))
        self.assertIn("|  | run 1 | run 2 | run 3 |", training_table({"seed": 3, "after": {"seed": 2, "after": {"seed": 1}}}))

    def test_the_architecture_counts_what_the_exporter_counts(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            exported = export_model(network(), "image", [1, 16, 32, 1], ["maps"], Path(folder))
        shown = architecture(exported.rounded, exported.input["shape"])
        self.assertIn(f"| all |  |  | {exported.macs / 1e6:.2f} | {exported.parameters} |", shown)

    def test_a_place_is_filled_again_and_again_and_a_card_without_one_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "card.md"
            page.write_text("a\n<!-- gate -->\nold\n<!-- /gate -->\nb\n", encoding="utf-8")
            for text in ("one \\1", "two"):
                fill(Path(folder), "gate", text)
                self.assertEqual(page.read_text(encoding="utf-8"), f"a\n<!-- gate -->\n{text}\n<!-- /gate -->\nb\n")
            with self.assertRaisesRegex(ValueError, "no place for 'benchmark'"):
                fill(Path(folder), "benchmark", "x")

    def test_a_use_of_the_benchmark_is_recorded_with_the_weights_it_was_of(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            score = {"plates": 99, "detected_percent": 92.93, "top1_percent": 84.8, "folded_percent": 84.8, "top10_percent": 90.0, "character_percent": 97.0,
                     "confident_wrong": 1, "false_per_image": 0.0606}  # fmt: skip
            for name in ("us", "eu", "br"):
                (root / f"{name}.score.json").write_text(json.dumps(score), encoding="utf-8")
            for model in ("detector", "reader", "gate"):
                (root / model).mkdir()
                (root / model / "weights.bin").write_bytes(model.encode())
                (root / model / "card.json").write_text('{"operating": {"log_odds_min": 0.8}}', encoding="utf-8")
                (root / model / "card.md").write_text("<!-- benchmark -->\n\n<!-- /benchmark -->\n", encoding="utf-8")
            (root / "EVALUATIONS.md").write_text("# Uses\n\n| date |\n|---|\n| 2026-01-01 |\n\nAfter it.\n", encoding="utf-8")
            record(root, root, datetime.date(2026, 2, 3))
            self.assertIn("| detected, % | 92.93 | 92.93 | 92.93 |", (root / "reader" / "card.md").read_text(encoding="utf-8"))
            added = (root / "EVALUATIONS.md").read_text(encoding="utf-8").splitlines()
            self.assertEqual(added[4], "| 2026-01-01 |")
            self.assertRegex(added[5], r"^\| 2026-02-03 \| `[0-9a-f]{12}` \| `[0-9a-f]{12}`, gate `log_odds_min` 0.8 \| 92.9 / 84.8 / 84.8 \|")
            self.assertEqual(added[6:], ["", "After it."])
            self.assertEqual(with_line("| a |\n", line({name: score for name in ("us", "eu", "br")}, root, datetime.date(2026, 2, 3))).count("\n"), 2)

    def test_pictures_for_the_parity_are_spread_and_none_is_taken_twice(self) -> None:
        self.assertEqual(chosen(3), [0, 1, 2])
        self.assertEqual((len(chosen(357)), chosen(357)[0], chosen(357)[-1]), (64, 0, 356))


if __name__ == "__main__":
    unittest.main()
