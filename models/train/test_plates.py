"""Laws of the drawn plates: designs are complete and honest, texts are of their patterns, what is held back is never drawn, names can be read."""

import json
import re
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import numpy as np

from data import ALPHABET, LONGEST_TEXT
from emblems import load_emblems
from faces import OWN, VARIANTS, Faces
from fonts import GLYPH_HEIGHT, HELD_BACK, STYLES, Die, load_fonts
from plate_dressing import Props, dealer_frame, mount
from plates import HIDDEN_MAX, SPECIAL_PATTERNS, Studio, load_designs, write
from regions import EU, STATES
from spectrum import Spectrum, daylight, infrared, rgb_of
from vanity import vanity_text

DESIGNS = Path(__file__).parent.parent / "designs.json"
FONTS = Path(__file__).parents[2] / "node_modules"
EMBLEMS = load_emblems(DESIGNS.parent / "emblems.json")
PROVINCES = {"ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt"}
FIELDS = {
    "region", "name", "pattern", "weight", "colours", "gradient", "legend", "legend_or", "legend_at", "legend_style", "legend_height", "legend_x", "slogan",
    "slogan_or", "slogan_at", "slogan_style", "slogan_height", "slogan_x", "band_right", "band_sign", "emblems", "stickers", "line_from", "line_to", "size",
    "font", "held_back", "letters",
}  # fmt: skip
EYE = Spectrum(np.float32([0.3, 0.59, 0.11]), 1.0, False)
SEEN, HELD = load_designs(DESIGNS), load_designs(DESIGNS, held_back=True)
PRESS, HELD_PRESS = load_fonts(FONTS), load_fonts(FONTS, held_back=True)
STREETS = [np.random.default_rng(1).integers(0, 255, (240, 480), np.uint8)]


def studio(designs: list[dict] = SEEN, evenly: bool = False) -> Studio:
    return Studio(designs, PRESS, None, STREETS, evenly)


def fits(pressed: str, design: dict) -> bool:
    classes = {"A": f"[{design.get('letters', ALPHABET[10:])}]", "9": "[0-9]"}
    return any(re.fullmatch("".join(classes.get(mark, re.escape(mark)) for mark in part), pressed) for part in design["pattern"].split("/"))


class Designs(unittest.TestCase):
    def test_all_states_provinces_and_countries_of_the_union_are_there(self) -> None:
        regions = {design["region"] for design in SEEN if design["size"] != "motorcycle"}
        self.assertEqual({region for region in regions if region.startswith("us-")}, {f"us-{code}" for code in STATES.values()})
        self.assertEqual({region[3:] for region in regions if region.startswith("ca-")}, PROVINCES)
        self.assertLessEqual(set(EU), regions)
        brazilian = {design["pattern"] for design in SEEN if design["region"] == "br"}
        self.assertLessEqual({"AAA-9999", "AAA9A99", "AAA/9999", "AAA/9A99"}, brazilian)

    def test_every_field_is_known_and_every_value_can_be_drawn(self) -> None:
        for design in SEEN + HELD:
            with self.subTest(design["name"]):
                self.assertLessEqual(set(design), FIELDS)
                for colour in (*design["colours"].values(), *(stop[1] for stop in design.get("gradient", []))):
                    self.assertRegex(colour, "^#[0-9a-f]{6}$")
                places = [place for place, _ in design.get("gradient", [])]
                self.assertEqual(places, sorted(places))
                for emblem in design.get("emblems", []):
                    self.assertIn(emblem["shape"], EMBLEMS.shapes)
                    self.assertTrue(emblem["at"] == "gap" or all(0 <= share <= 1 for share in emblem["at"]))
                for what in ("legend", "slogan"):
                    self.assertIn(design.get(f"{what}_style", "sans"), STYLES)
                    self.assertRegex(design.get(f"{what}_at", "top"), "^(top|bottom)$")

    def test_names_are_unique_so_that_a_design_keeps_its_face(self) -> None:
        counts = Counter((design["region"], design["name"]) for design in SEEN + HELD)
        self.assertEqual([name for name, count in counts.items() if count > 1], [])

    def test_an_american_plate_bears_its_own_states_name(self) -> None:
        names = {code: name.split()[0] if code == "dc" else name for name, code in reversed(STATES.items())}
        for design in SEEN + HELD:
            if design["region"].startswith("us-"):
                for legend in (design["legend"], *design.get("legend_or", [])):
                    self.assertIn(names[design["region"][3:]].lower(), legend.lower(), design["name"])

    def test_seen_and_held_back_are_apart_and_together_all(self) -> None:
        every = [design for design in json.loads(DESIGNS.read_text(encoding="utf-8")) if design["weight"] > 0]
        self.assertEqual(len(SEEN) + len(HELD), len(every))
        self.assertTrue(all(not design["held_back"] for design in SEEN) and all(design["held_back"] for design in HELD))
        self.assertGreater(len(HELD), 0.05 * len(every))
        self.assertGreaterEqual({design["region"][:2] for design in HELD}, {"us", "ca", "br", "fr", "de"})


class Fonts(unittest.TestCase):
    def test_fonts_held_back_are_never_among_the_dies_nor_in_print(self) -> None:
        used = {die.family for die in PRESS.dies} | {path.parent.parent.name for paths in PRESS.prints.values() for path in paths}
        self.assertFalse(used & set(HELD_BACK))
        held = {die.family for die in HELD_PRESS.dies} | {path.parent.parent.name for paths in HELD_PRESS.prints.values() for path in paths}
        self.assertTrue(held)
        self.assertLessEqual(held, set(HELD_BACK))

    def test_no_design_that_is_seen_names_a_die_that_is_held_back(self) -> None:
        self.assertFalse({design["font"] for design in SEEN} & set(HELD_BACK))

    def test_a_q_keeps_its_tail(self) -> None:
        for die in PRESS.dies:
            self.assertEqual(die.masks["Q"].shape[0], GLYPH_HEIGHT)
            self.assertGreater(difference(die, "Q", "O"), 0.01, die.name)

    def test_a_folder_without_fonts_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as empty, self.assertRaises(FileNotFoundError):
            load_fonts(Path(empty))


class FacesOfPlates(unittest.TestCase):
    def setUp(self) -> None:
        self.faces = Faces(PRESS, EMBLEMS)

    def test_the_states_name_stands_out_from_its_ground_on_every_face_of_its_own(self) -> None:
        for design in SEEN + HELD:
            if design["size"] != "us" or not design["legend"]:
                continue
            bare = {key: value for key, value in design.items() if not key.startswith("legend")} | {"legend": ""}
            named = EYE.grey(Faces(PRESS, EMBLEMS).of(design, 0).rgb)
            plain = EYE.grey(Faces(PRESS, EMBLEMS).of(bare, 0).rgb)
            rows = slice(0, 26) if design.get("legend_at", "top") == "top" else slice(-26, None)
            changed = np.abs(named[rows] - plain[rows])
            with self.subTest(design["name"]):
                self.assertGreater(float(np.percentile(changed, 98)), 45)

    def test_a_special_plate_has_another_ground_and_the_same_design_the_same_face(self) -> None:
        design = next(design for design in SEEN if design["name"] == "Illinois 2017")
        own, special = self.faces.of(design, 0).rgb.astype(int), self.faces.of(design, OWN).rgb.astype(int)
        self.assertGreater(float(np.abs(own - special).mean()), 5)
        np.testing.assert_array_equal(own, Faces(PRESS, EMBLEMS).of(design, 0).rgb)

    def test_every_face_can_be_drawn(self) -> None:
        for design in SEEN + HELD:
            for variant in (0, *(range(OWN, VARIANTS) if design["size"] == "us" else ())):
                face = self.faces.of(design, variant)
                self.assertEqual((face.rgb.ndim, face.rgb.dtype), (3, np.uint8))
                self.assertLess(face.left + 0.4, face.right)


class Sheets(unittest.TestCase):
    def test_the_same_dice_draw_the_same_sheet_whatever_was_drawn_before(self) -> None:
        warm = studio()
        for _ in range(20):
            warm.draw(np.random.default_rng(3))
        for seed in range(12):
            one, two = (artist.draw(np.random.default_rng(seed)) for artist in (warm, studio()))
            self.assertEqual((one.text, one.region, one.design, one.told), (two.text, two.region, two.design, two.told))
            np.testing.assert_array_equal(one.image, two.image)

    def test_texts_are_of_their_patterns_and_the_outline_lies_in_the_picture(self) -> None:
        dice, artist, designs = np.random.default_rng(5), studio(), {(d["region"], d["name"]): d for d in SEEN}
        vanity = 0
        for _ in range(700):
            sheet = artist.draw(dice)
            design = designs[sheet.region, sheet.design]  # so a held-back design would be an error
            self.assertTrue(sheet.text and set(sheet.text) <= set(ALPHABET))
            self.assertEqual(sheet.text, "".join(mark for mark in sheet.pressed if mark in ALPHABET))
            self.assertLessEqual(len(sheet.text), LONGEST_TEXT)
            self.assertTrue(sheet.vanity or fits(sheet.pressed, design), f"{sheet.design}: {len(sheet.pressed)} characters")
            height, width = sheet.image.shape
            self.assertTrue(bool((sheet.quad >= 0).all() and (sheet.quad <= (width, height)).all()))
            vanity += sheet.vanity
        self.assertTrue(0.1 < vanity / 700 < 0.45)

    def test_a_text_of_ones_choice_can_be_spoken_more_often_than_not(self) -> None:
        dice = np.random.default_rng(9)
        texts = [vanity_text(dice) for _ in range(3000)]
        self.assertLessEqual(set("".join(texts)), {*ALPHABET, " "})
        self.assertTrue(all(1 <= len(text.replace(" ", "")) <= LONGEST_TEXT for text in texts))
        between_letters = Counter(mark for text in texts for mark in re.findall(r"(?<=[A-Z])[O0](?=[A-Z])", text))
        after_a_digit = Counter(mark for text in texts for mark in re.findall(r"(?<=[1-9])[O0]$", text))
        self.assertGreater(between_letters["O"], 10 * between_letters["0"])
        self.assertGreater(after_a_digit["0"], after_a_digit["O"])

    def test_a_special_has_a_specials_pattern(self) -> None:
        dice, design = np.random.default_rng(6), next(design for design in SEEN if design["name"] == "Texas classic")
        texts = [write(design, True, dice) for _ in range(60)]
        self.assertTrue(all(free for _, free in texts))
        shapes = {re.sub("[0-9]", "9", re.sub("[A-Z]", "A", text)) for text, _ in texts}
        self.assertGreater(len(shapes & set(SPECIAL_PATTERNS)), 5)

    def test_one_line_of_two_does_not_tell_where_it_is_from(self) -> None:
        artist = studio([design for design in SEEN if design["size"] == "motorcycle"])
        self.assertFalse(any(artist.draw(np.random.default_rng(seed)).told for seed in range(30)))

    def test_evenly_means_that_a_small_state_comes_as_often_as_a_large_one(self) -> None:
        american = [design for design in SEEN if design["region"].startswith("us-")]
        artist, dice = studio(american, evenly=True), np.random.default_rng(8)
        counts = Counter(artist.draw(dice).region for _ in range(1500))
        self.assertEqual(len(counts), 51)
        self.assertLess(max(counts.values()), 4 * min(counts.values()))


class Dressing(unittest.TestCase):
    def test_a_frame_says_how_much_it_hides(self) -> None:
        props = Props(PRESS, STREETS)
        wide = 0
        for seed in range(40):
            plate = np.full((104, 208), 180, np.float32)
            above, below = dealer_frame(props, plate, np.random.default_rng(seed))
            wide += above > HIDDEN_MAX
            hidden = (plate[:, 104] != 180) & (plate[:, 60] != 180)
            self.assertTrue(bool(hidden[: round(above * 104)].all()))
            self.assertFalse(bool(hidden[round(above * 104) : 104 - round(below * 104)].any()))
        self.assertTrue(5 < wide < 35)

    def test_under_infrared_red_letters_fade_and_black_ones_stay(self) -> None:
        white, red, black = (rgb_of(colour) for colour in ("#f4f4f0", "#b0202a", "#161616"))
        for seed in range(50):
            night = infrared(np.random.default_rng(seed))
            kept = [(night.grey_of(white) - night.grey_of(ink)) / (EYE.grey_of(white) - EYE.grey_of(ink)) for ink in (red, black)]
            self.assertLess(kept[0], 0.75)
            self.assertGreater(kept[1], kept[0] + 0.1)

    def test_a_face_and_a_colour_become_grey_alike(self) -> None:
        for seed in range(20):
            spectrum = (daylight if seed % 2 else infrared)(np.random.default_rng(seed))
            colour = np.random.default_rng(seed).integers(0, 256, 3).astype(np.uint8)
            self.assertAlmostEqual(float(spectrum.grey(np.tile(colour, (2, 2, 1)))[0, 0]), spectrum.grey_of(colour.astype(np.float32)), delta=3)

    def test_under_infrared_the_plate_is_bright_and_the_rest_dark(self) -> None:
        props, plate = Props(PRESS, STREETS), np.full((104, 208), 230, np.float32)
        around = {lamp: np.mean([mount(props, plate.copy(), lamp, np.random.default_rng(seed))[0][:20].mean() for seed in range(60)]) for lamp in (True, False)}
        self.assertLess(around[True], 0.55 * around[False])


def difference(die: Die, a: str, b: str) -> float:
    width = min(die.masks[a].shape[1], die.masks[b].shape[1])
    return float(np.abs(die.masks[a][:, :width].astype(float) - die.masks[b][:, :width]).mean()) / 255


if __name__ == "__main__":
    unittest.main()
