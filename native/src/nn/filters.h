// Filters in the order in which a set's kernels read them: blocks of output channels, each as wide as a tile.
#pragma once

#include <span>

#include "kernels/kernels.h"

namespace platekeeper {

// Filters for windows of `depth` floats, of which `inputs` (the input channels) always lie together.
struct FilterShape {
  std::size_t depth, inputs, channels;
};

// Weights as they come: [depth][channels], or turned [channels][depth].
struct Matrix {
  FilterShape shape;
  const float* weights;
  bool turned;
};

// One block: its first output channel, and the rest as in Filters.
struct Block {
  std::size_t channel, width;
  bool paired;
};

// How a set cuts output channels into blocks: of nearly the same number of vectors, so that none is left with a poor tile.
class Blocks {
 public:
  Blocks(const Kernels& kernels, const FilterShape& shape);
  std::size_t count() const { return count_; }
  Block operator[](std::size_t index) const;

 private:
  std::size_t lanes_, vectors_, count_;
  bool odd_;
};

// Floats that packed filters take up for this set, alignment included.
std::size_t packedFloats(const Kernels& kernels, const FilterShape& shape);
// False where a weight is infinite or NaN: zeros around a picture would then not be nothing.
bool pack(const Kernels& kernels, const Matrix& matrix, std::span<float> packed);
// The first weight: vectors never straddle two lines of the cache.
const float* firstWeight(std::span<const float> packed);

}  // namespace platekeeper
