"""Texts that people choose for a plate: what can be spoken, now and then with a number, or anything at all.

    vanity_text(dice)               # "GRETOY", "4 BLARN", "TWIX 07", "X7QN"

Most American plates without a series are words, so a round character between letters is an O and one between digits a 0; texts drawn
character by character taught that it may well be either. The words mean nothing: beginnings, vowels and endings of English syllables, by the dice.
"""

import numpy as np

from data import ALPHABET

LONGEST = 7
KINDS = (0.45, 0.3, 0.25)  # a word, a word with a number beside it, anything at all
ONSETS = ("B BL BR C CH CL CR D DR F FL FR G GL GR H J K KN L M N P PH PL PR QU R S SH SK SL SM SN SP ST STR SW T TH TR TW V W WH X Y Z" + " _" * 8).split()
VOWELS = "A A A E E E I I I O O O O U U Y AI AY EA EE EY IE OA OI OO OO OU OW OY".split()
CODAS = ("B CK D F G K L LL M N ND NG NT P R RD RK RT S SS ST T TH W X Z" + " _" * 10).split()
# What was misread most where no series helps, and how many more of it a text of anything has.
MISREAD, MISREAD_SHARE = "IIIWWMMNUVT", 0.15
GAP_SHARE = 0.3


def vanity_text(dice: np.random.Generator) -> str:
    kind = int(dice.choice(len(KINDS), p=KINDS))
    if kind == 2:
        return _anything(dice)
    word = _word(dice, LONGEST - 2 * kind)
    if kind == 0:
        return word
    number = str(dice.integers(10)) if dice.random() < 0.5 else f"{dice.integers(100):02d}"
    gap = " " if dice.random() < GAP_SHARE else ""
    return word + gap + number if dice.random() < 0.7 else number + gap + word


def _word(dice: np.random.Generator, longest: int) -> str:
    """Of one syllable to three, cut off where the plate ends."""
    parts = [str(dice.choice(part)) for _ in range(int(dice.integers(1, 4))) for part in (ONSETS, VOWELS, CODAS)]
    return "".join(parts).replace("_", "")[:longest]


def _anything(dice: np.random.Generator) -> str:
    count = int(dice.choice([3, 4, 5, 6, 7, 7, 8]))
    free = [ALPHABET[int(i)] for i in dice.integers(0 if dice.random() < 0.6 else 10, 36, count)]
    free = [MISREAD[int(dice.integers(len(MISREAD)))] if dice.random() < MISREAD_SHARE else character for character in free]
    if count > 4 and dice.random() < GAP_SHARE:
        free.insert(int(dice.integers(1, count)), " ")
    return "".join(free)
