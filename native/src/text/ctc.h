// From the reader's columns to texts: connectionist temporal classification (Graves et al. 2006), decoded by prefix beam search, so
// that a text's probability is the sum over all its alignments and the ranking is of texts, not of paths.
//
// A column holds a logit for each of the 36 characters 0-9 A-Z, in that order, and one for the blank. 0 and O, and 1 and I, are
// printed alike on many plates: a text's confidence counts them as one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace platekeeper {

inline constexpr std::size_t textAlphabet = 36, columnClasses = textAlphabet + 1;
// Longer ones are no plate and not ranked.
inline constexpr std::size_t textLengthMost = 15;
// The widest beam: no more texts than this are ranked for one crop.
inline constexpr std::size_t rankedTextsMost = 256;

// Places in the alphabet, one a character.
struct Text {
  std::uint8_t length = 0;
  std::array<std::uint8_t, textLengthMost> characters{};
  bool operator==(const Text&) const = default;
};

struct RankedText {
  Text text;
  double probability;
};

// What stands at one place of the best text.
struct TextPlace {
  float confidence;                          // of its character
  std::array<float, textAlphabet> distribution;  // of all characters, given that one stands there: without the blank, sum 1
};

// What one crop reads.
struct Reading {
  // Probability that the best text is right but for 0/O and 1/I, and that the length's own opinion grants, 0 to 1.
  double confidence = 0.0;
  // Distinct texts, best first: ten and more that do not only differ by 0/O and 1/I, where a beam of rankedTextsMost finds so many.
  // Empty where the likeliest path writes fewer than two characters, or a logit is not a number.
  std::vector<RankedText> ranked;
  // A place for each character of the best text.
  std::vector<TextPlace> places;
};

// Keeps its memory, so that a steady stream allocates nothing. One a thread.
class TextDecoder {
 public:
  // `characters` is [columns x columnClasses], at least one column; `lengths` are logits of how many characters there are: a second
  // opinion, since CTC now and then drops a character with certainty. `temperature` above 1 flattens the columns. The answer is good
  // until the next call.
  const Reading& decode(std::span<const float> characters, std::span<const float> lengths, double temperature);

 private:
  // A text that is or was in the beam, as its last character and the text before that.
  struct Node {
    std::int32_t parent, firstChild, nextSibling;
    std::uint8_t character, length;
    std::uint32_t column, entry;  // the last column at which it was an entry of `next_`, and which
  };
  // A text of the beam and its probability, split by whether its last column was a blank: a doubled character needs one between.
  struct Prefix {
    std::int32_t node, parent;
    std::uint8_t character;
    double blank, letter;

    double probability() const { return blank + letter; }
  };

  const float* column(std::size_t at) const { return &columns_[at * columnClasses]; }
  std::size_t columns() const { return columns_.size() / columnClasses; }

  bool soften(std::span<const float> logits, double temperature);
  std::size_t bestPathLength() const;
  void rank(std::size_t width);
  void advance(std::uint32_t at);
  Prefix& entryOf(std::int32_t node, std::uint32_t at);
  Prefix& childOf(std::int32_t node, std::uint8_t character, std::uint32_t at);
  std::int32_t childNode(std::int32_t node, std::uint8_t character) const;
  void keepBest(std::size_t width);
  Text textOf(std::int32_t node) const;
  bool hasCandidates() const;
  double foldedProbabilityOf(const Text& text);
  void align(const Text& text);

  std::vector<float> columns_;
  std::vector<Node> nodes_;
  std::vector<Prefix> beam_, next_;
  std::vector<std::uint32_t> order_;
  std::vector<double> forward_, following_, scores_;
  std::vector<std::int16_t> from_;
  Reading reading_;
};

}  // namespace platekeeper
