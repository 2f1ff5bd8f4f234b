"""What a person reads is taken when the reader agrees or a second look says so, a page is answered whole, and texts reach the rows."""

import json
import tempfile
import unittest
from pathlib import Path

from data import read_manifests, read_texts
from label_texts import put
from reader_crops import load_crops, taught
from toy_data import draw_data


class Answers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name)

    def page(self, name: str, *entries: dict[str, object]) -> None:
        (self.out / f"{name}.json").write_text(json.dumps(entries), encoding="utf-8")

    def stored(self, name: str) -> dict[str, str]:
        path = self.out / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def test_a_first_look_is_seen_and_not_yet_taken(self) -> None:
        self.page("a1", {"key": "detect/some:1:0"}, {"key": "detect/some:2:0"}, {"key": "detect/some:3:0"})
        put(self.out, "a1", ["2 ?", "", "1 ab12cd", "3 AB/1234"])
        self.assertEqual(self.stored("seen"), {"detect/some:1:0": "AB12CD", "detect/some:2:0": "?", "detect/some:3:0": "AB/1234"})
        self.assertEqual(self.stored("texts"), {})

    def test_a_second_look_takes_the_persons_the_readers_another_or_none(self) -> None:
        self.page("b1", *({"key": f"detect/some:{n}:0", "choices": ["ABC123", "A8C123"]} for n in range(1, 6)))
        put(self.out, "b1", ["1 1", "2 2", "3 A6C123", "4 ?", "5 -"])
        self.assertEqual(self.stored("texts"), {"detect/some:1:0": "ABC123", "detect/some:2:0": "A8C123", "detect/some:3:0": "A6C123"})

    def test_what_is_no_answer_is_refused_and_nothing_stored(self) -> None:
        self.page("a1", {"key": "detect/some:1:0"}, {"key": "detect/some:2:0"})
        for lines in (["1 ABC"], ["1 ABC", "2 ABC", "3 ABC"], ["1 AB-1", "2 ABC"], ["1 A/B/C", "2 ABC"]):
            with self.subTest(lines), self.assertRaises(ValueError):
                put(self.out, "a1", lines)
        self.assertEqual(self.stored("seen"), {})


class Texts(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        draw_data(self.root)

    def test_they_reach_the_plates_that_have_none_and_change_no_side(self) -> None:
        plain = read_manifests(self.root, "detect")[0]
        first, second = plain[:2]
        given = {f"{first.manifest}:{first.line}:0": "AB/1234", f"{second.manifest}:{second.line}:0": "AB2"}
        rows = read_manifests(self.root, "detect", texts=given)[0]
        self.assertEqual([row.split for row in rows], [row.split for row in plain])
        self.assertEqual((rows[0].plates[0].text, rows[0].plates[0].lines), ("AB1234", ("AB", "1234")))
        self.assertEqual((rows[1].plates[0].text, rows[1].plates[0].lines), ("AB2", ()))
        crops = load_crops(self.root, given)
        self.assertEqual(sum(crop.text in ("AB", "1234", "AB2") for crop in crops), 3)
        labelled = read_manifests(self.root, "ocr")[0]
        self.assertEqual(read_manifests(self.root, "ocr", texts={f"{row.manifest}:{row.line}": "OTHER" for row in labelled})[0], labelled)

    def test_what_the_validation_side_has_to_read_is_not_taught(self) -> None:
        sides = {row.split: row for row in read_manifests(self.root, "detect")[0]}
        given = {f"{row.manifest}:{row.line}:0": "SAME123" for row in sides.values()}
        crops = load_crops(self.root, given)
        self.assertEqual({crop.split for crop in crops if crop.text == "SAME123"}, {"train", "validation"})
        self.assertNotIn("SAME123", {crop.text for crop in taught(crops)})

    def test_a_file_of_other_things_is_refused(self) -> None:
        path = self.root / "texts.json"
        path.write_text(json.dumps({"detect/some:1:0": "AB-12"}), encoding="utf-8")
        with self.assertRaisesRegex(ValueError, "detect/some:1:0"):
            read_texts(path)


if __name__ == "__main__":
    unittest.main()
