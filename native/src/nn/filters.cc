#include "nn/filters.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace platekeeper {
namespace {

constexpr std::size_t alignmentFloats = 16;
// Windows of three by three floats have a kernel of their own, which takes one vector of channels at a time.
constexpr std::size_t depthOfThrees = 9;
// Tiles of three vectors balance what they read of pixels and of weights; four are better than two and two.
constexpr std::size_t vectorsBest = 3;
// A paired block has five halves of a vector at most.
constexpr std::size_t pairedVectorsMost = 3;

std::size_t offset(const float* packed) {
  const std::size_t beyond = reinterpret_cast<std::uintptr_t>(packed) / sizeof(float) % alignmentFloats;
  return (alignmentFloats - beyond) % alignmentFloats;
}

}  // namespace

Blocks::Blocks(const Kernels& kernels, const FilterShape& shape) : lanes_(kernels.filterLanes) {
  const std::size_t half = lanes_ / 2, halves = (shape.channels + half - 1) / half;
  vectors_ = (halves + 1) / 2;
  odd_ = kernels.filterPairs && shape.inputs % 2 == 0 && halves % 2 == 1;
  const std::size_t most = shape.depth == depthOfThrees && shape.inputs == 1 ? 1 : odd_ ? pairedVectorsMost : kernels.filterVectors;
  count_ = std::max((vectors_ + most - 1) / most, (vectors_ + 1) / vectorsBest);
}

Block Blocks::operator[](std::size_t index) const {
  const std::size_t from = vectors_ * index / count_, to = vectors_ * (index + 1) / count_;
  const bool paired = odd_ && index + 1 == count_;
  return {from * lanes_, (to - from) * lanes_ - (paired ? lanes_ / 2 : 0), paired};
}

std::size_t packedFloats(const Kernels& kernels, const FilterShape& shape) {
  const Blocks blocks(kernels, shape);
  std::size_t width = 0;
  for (std::size_t i = 0; i < blocks.count(); i++) width += blocks[i].width;
  return shape.depth * width + alignmentFloats;
}

bool pack(const Kernels& kernels, const Matrix& matrix, std::span<float> packed) {
  const auto& [shape, weights, turned] = matrix;
  const std::size_t acrossDepth = turned ? 1 : shape.channels, acrossChannels = turned ? shape.depth : 1;
  const auto weight = [&](std::size_t k, std::size_t c) {
    return c < shape.channels ? weights[k * acrossDepth + c * acrossChannels] : 0.0f;
  };
  float* out = packed.data() + offset(packed.data());
  const Blocks blocks(kernels, shape);
  for (std::size_t i = 0; i < blocks.count(); i++) {
    const auto [channel, width, paired] = blocks[i];
    const std::size_t together = paired ? 2 : 1;
    for (std::size_t k = 0; k < shape.depth; k += together) {
      for (std::size_t c = channel; c < channel + width; c++) {
        for (std::size_t each = 0; each < together; each++) *out++ = weight(k + each, c);
      }
    }
  }
  bool finite = true;
  for (std::size_t i = 0; i < shape.depth * shape.channels; i++) finite = finite && std::isfinite(weights[i]);
  return finite;
}

const float* firstWeight(std::span<const float> packed) { return packed.data() + offset(packed.data()); }

}  // namespace platekeeper
