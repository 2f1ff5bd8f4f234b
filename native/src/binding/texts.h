// How what a crop reads is laid out for JavaScript: a row a crop in each of three arrays, of which only what is read is written.
#pragma once

#include <span>

#include "text/ctc.h"

namespace platekeeper::binding {

struct TextRows {
  // Count of ranked texts, confidence, then a probability for each.
  static constexpr std::size_t rankRow = 2 + rankedTextsMost;
  // A text: its length, then places in the alphabet.
  static constexpr std::size_t textBytes = 1 + textLengthMost, textRow = rankedTextsMost * textBytes;
  // A place: the confidence of its character, then the distribution.
  static constexpr std::size_t placeFloats = 1 + textAlphabet, placeRow = textLengthMost * placeFloats;

  std::span<double> ranks;
  std::span<std::uint8_t> texts;
  std::span<float> places;

  void write(std::size_t crop, const Reading& reading) const;
};

}  // namespace platekeeper::binding
