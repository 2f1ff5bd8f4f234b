#include "text/ctc.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace platekeeper {
namespace {

constexpr std::size_t blank = textAlphabet;
// Characters less likely than this in a column are not followed, as they can not make a text that matters, ...
constexpr double branchLeast = 1e-4;
// Fewer characters than this are no line of a plate.
constexpr std::size_t lineLengthLeast = 2;
// Texts that are wanted beside those that differ by 0/O and 1/I alone, and the widths of the beam to be tried until there are so many.
constexpr std::size_t candidatesWanted = 10;
constexpr std::array<std::size_t, 3> widths{16, 64, rankedTextsMost};

constexpr std::uint8_t digit0 = 0, digit1 = 1, letterI = 18, letterO = 24;

std::uint8_t folded(std::uint8_t character) {
  if (character == letterO) return digit0;
  return character == letterI ? digit1 : character;
}

Text folded(Text text) {
  std::for_each_n(text.characters.begin(), text.length, [](std::uint8_t& each) { each = folded(each); });
  return text;
}

// ... but for the likeliest two of each column, so that a certain text has its runners-up as well.
double leastFollowed(const float* column) {
  float first = -1.0f, second = -1.0f;
  for (std::size_t k = 0; k < blank; k++) {
    if (column[k] > first) second = first, first = column[k];
    else second = std::max(second, column[k]);
  }
  return std::min(branchLeast, static_cast<double>(second));
}

// What the second opinion grants a text of this length: all where it says the same, else its share of that length.
double grantedTo(std::size_t length, std::span<const float> lengths) {
  if (lengths.empty()) return 1.0;
  const auto likeliest = std::max_element(lengths.begin(), lengths.end());
  if (static_cast<std::size_t>(likeliest - lengths.begin()) == length) return 1.0;
  if (length >= lengths.size()) return 0.0;
  double sum = 0.0;
  for (const float logit : lengths) sum += std::exp(static_cast<double>(logit) - static_cast<double>(*likeliest));
  return std::exp(static_cast<double>(lengths[length]) - static_cast<double>(*likeliest)) / sum;
}

// The states of a text's alignments: a blank, its first character, a blank, ... its last, a blank.
std::size_t statesOf(const Text& text) { return 2 * std::size_t{text.length} + 1; }

std::size_t classAt(const Text& text, std::size_t state) { return state % 2 == 0 ? blank : text.characters[state / 2]; }

// Whether a state may follow the one before the one before it: the blank between two different characters may be left out.
bool mayLeaveOutBlank(const Text& text, std::size_t state) {
  return state >= 3 && state % 2 == 1 && classAt(text, state) != classAt(text, state - 2);
}

}  // namespace

const Reading& TextDecoder::decode(std::span<const float> characters, std::span<const float> lengths, double temperature) {
  reading_.confidence = 0.0;
  reading_.ranked.clear();
  reading_.places.clear();
  if (!soften(characters, temperature) || bestPathLength() < lineLengthLeast) return reading_;
  for (const std::size_t width : widths) {
    rank(width);
    if (hasCandidates()) break;
  }
  if (reading_.ranked.empty()) return reading_;
  const Text& best = reading_.ranked.front().text;
  align(best);
  const double granted = grantedTo(best.length, lengths);
  reading_.confidence = std::isfinite(granted) ? granted * foldedProbabilityOf(folded(best)) : 0.0;
  return reading_;
}

// Softmax of each column; false where one has no sum.
bool TextDecoder::soften(std::span<const float> logits, double temperature) {
  columns_.resize(logits.size());
  for (std::size_t at = 0; at < logits.size(); at += columnClasses) {
    const float* const from = &logits[at];
    std::array<double, columnClasses> shares;
    const double peak = static_cast<double>(*std::max_element(from, from + columnClasses));
    double sum = 0.0;
    for (std::size_t k = 0; k < columnClasses; k++) sum += shares[k] = std::exp((static_cast<double>(from[k]) - peak) / temperature);
    if (!std::isfinite(sum)) return false;
    for (std::size_t k = 0; k < columnClasses; k++) columns_[at + k] = static_cast<float>(shares[k] / sum);
  }
  return true;
}

// How many characters the likeliest path writes: where that is next to nothing, no search is worth its time.
std::size_t TextDecoder::bestPathLength() const {
  std::size_t length = 0, last = blank;
  for (std::size_t at = 0; at < columns(); at++) {
    std::size_t best = blank;
    for (std::size_t k = 0; k < blank; k++) {
      if (column(at)[k] > column(at)[best]) best = k;
    }
    if (best != blank && best != last) length++;
    last = best;
  }
  return length;
}

void TextDecoder::rank(std::size_t width) {
  nodes_.assign(1, {-1, -1, -1, 0, 0, 0, 0});
  beam_.assign(1, {0, -1, 0, 1.0, 0.0});
  for (std::uint32_t at = 0; at < columns(); at++) {
    advance(at + 1);
    keepBest(width);
  }
  reading_.ranked.clear();
  for (const Prefix& prefix : beam_) {
    const std::size_t length = nodes_[static_cast<std::size_t>(prefix.node)].length;
    if (length > 0 && length <= textLengthMost) reading_.ranked.push_back({textOf(prefix.node), prefix.probability()});
  }
}

// Every text of the beam as it is and grown by one character, over column at - 1, into `next_`.
void TextDecoder::advance(std::uint32_t at) {
  const float* const shares = column(at - 1);
  const double least = leastFollowed(shares);
  next_.clear();
  for (const Prefix& prefix : beam_) {
    const std::size_t last = prefix.node == 0 ? blank : nodes_[static_cast<std::size_t>(prefix.node)].character;
    Prefix& same = entryOf(prefix.node, at);
    same.blank += prefix.probability() * static_cast<double>(shares[blank]);
    if (last != blank) same.letter += prefix.letter * static_cast<double>(shares[last]);
    for (std::size_t k = 0; k < blank; k++) {
      const double share = static_cast<double>(shares[k]);
      if (share < least) continue;
      const double grown = (k == last ? prefix.blank : prefix.probability()) * share;
      if (grown > 0.0) childOf(prefix.node, static_cast<std::uint8_t>(k), at).letter += grown;
    }
  }
}

TextDecoder::Prefix& TextDecoder::entryOf(std::int32_t node, std::uint32_t at) {
  Node& of = nodes_[static_cast<std::size_t>(node)];
  if (of.column != at) {
    of.column = at;
    of.entry = static_cast<std::uint32_t>(next_.size());
    next_.push_back({node, of.parent, of.character, 0.0, 0.0});
  }
  return next_[of.entry];
}

// A text that was never in the beam has no node yet, and no other way into `next_` than this one.
TextDecoder::Prefix& TextDecoder::childOf(std::int32_t node, std::uint8_t character, std::uint32_t at) {
  const std::int32_t child = childNode(node, character);
  if (child >= 0) return entryOf(child, at);
  return next_.emplace_back(Prefix{-1, node, character, 0.0, 0.0});
}

std::int32_t TextDecoder::childNode(std::int32_t node, std::uint8_t character) const {
  std::int32_t child = nodes_[static_cast<std::size_t>(node)].firstChild;
  while (child >= 0 && nodes_[static_cast<std::size_t>(child)].character != character) child = nodes_[static_cast<std::size_t>(child)].nextSibling;
  return child;
}

// The best `width` of `next_` become the beam, best first; of equals the first that was found stands first.
void TextDecoder::keepBest(std::size_t width) {
  order_.resize(next_.size());
  std::iota(order_.begin(), order_.end(), 0u);
  const std::size_t kept = std::min(width, order_.size());
  const auto end = order_.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(order_.begin(), end, order_.end(), [&](std::uint32_t one, std::uint32_t other) {
    const double first = next_[one].probability(), second = next_[other].probability();
    return first != second ? first > second : one < other;
  });
  beam_.clear();
  for (std::size_t i = 0; i < kept; i++) {
    Prefix prefix = next_[order_[i]];
    if (prefix.node < 0) {
      Node& parent = nodes_[static_cast<std::size_t>(prefix.parent)];
      const auto length = static_cast<std::uint8_t>(std::min(parent.length + 1, 255));
      prefix.node = static_cast<std::int32_t>(nodes_.size());
      const std::int32_t sibling = std::exchange(parent.firstChild, prefix.node);
      nodes_.push_back({prefix.parent, -1, sibling, prefix.character, length, 0, 0});
    }
    beam_.push_back(prefix);
  }
}

Text TextDecoder::textOf(std::int32_t node) const {
  Text text;
  text.length = nodes_[static_cast<std::size_t>(node)].length;
  for (std::size_t place = text.length; place > 0; place--) {
    const Node& at = nodes_[static_cast<std::size_t>(node)];
    text.characters[place - 1] = at.character;
    node = at.parent;
  }
  return text;
}

bool TextDecoder::hasCandidates() const {
  std::array<Text, candidatesWanted> distinct;
  std::size_t count = 0;
  for (const RankedText& ranked : reading_.ranked) {
    const Text text = folded(ranked.text);
    const auto end = distinct.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(distinct.begin(), end, text) != end) continue;
    distinct[count++] = text;
    if (count == candidatesWanted) return true;
  }
  return false;
}

// The forward algorithm (Graves et al. 2006, section 4.1) over columns in which 0 and O, and 1 and I, are one.
double TextDecoder::foldedProbabilityOf(const Text& text) {
  const std::size_t states = statesOf(text);
  forward_.assign(states, 0.0);
  following_.assign(states, 0.0);
  const auto share = [&](std::size_t at, std::size_t state) {
    const std::size_t k = classAt(text, state);
    const double plain = static_cast<double>(column(at)[k]);
    if (k == digit0) return plain + static_cast<double>(column(at)[letterO]);
    return k == digit1 ? plain + static_cast<double>(column(at)[letterI]) : plain;
  };
  forward_[0] = share(0, 0);
  forward_[1] = share(0, 1);
  for (std::size_t at = 1; at < columns(); at++) {
    for (std::size_t s = 0; s < states; s++) {
      double sum = forward_[s];
      if (s >= 1) sum += forward_[s - 1];
      if (mayLeaveOutBlank(text, s)) sum += forward_[s - 2];
      following_[s] = sum * share(at, s);
    }
    std::swap(forward_, following_);
  }
  return forward_[states - 1] + forward_[states - 2];
}

// For each character the column that carries it: on the text's best alignment (Viterbi), where that character is likeliest.
void TextDecoder::align(const Text& text) {
  const std::size_t states = statesOf(text), count = columns();
  constexpr double impossible = -std::numeric_limits<double>::infinity();
  scores_.assign(states, impossible);
  from_.assign(count * states, 0);
  for (std::size_t at = 0; at < count; at++) {
    for (std::size_t s = states; s-- > 0;) {
      std::size_t best = s;
      if (at == 0) {
        scores_[s] = s < 2 ? 0.0 : impossible;
      } else {
        if (s >= 1 && scores_[s - 1] > scores_[best]) best = s - 1;
        if (mayLeaveOutBlank(text, s) && scores_[s - 2] > scores_[best]) best = s - 2;
        scores_[s] = scores_[best];
      }
      from_[at * states + s] = static_cast<std::int16_t>(best);
      scores_[s] += std::log(static_cast<double>(column(at)[classAt(text, s)]) + 1e-30);
    }
  }
  std::array<std::size_t, textLengthMost> carriers{};
  std::array<float, textLengthMost> carried{};
  carried.fill(-1.0f);
  std::size_t state = scores_[states - 1] >= scores_[states - 2] ? states - 1 : states - 2;
  for (std::size_t at = count; at-- > 0;) {
    const float share = column(at)[classAt(text, state)];
    if (state % 2 == 1 && share > carried[state / 2]) carriers[state / 2] = at, carried[state / 2] = share;
    state = static_cast<std::size_t>(from_[at * states + state]);
  }
  for (std::size_t place = 0; place < text.length; place++) {
    const float* const shares = column(carriers[place]);
    TextPlace& of = reading_.places.emplace_back();
    of.confidence = shares[text.characters[place]];
    const double written = std::max(1.0 - static_cast<double>(shares[blank]), 1e-9);
    for (std::size_t k = 0; k < textAlphabet; k++) of.distribution[k] = static_cast<float>(static_cast<double>(shares[k]) / written);
  }
}

}  // namespace platekeeper
