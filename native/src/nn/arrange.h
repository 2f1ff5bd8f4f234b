// Moving values about without computing: concatenation, padding, slices and transposition are all one strided copy.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace platekeeper {

inline constexpr std::size_t axesMost = 6;

// Element (i0, i1, ...) goes from in[sum of i * inSteps] to out[sum of i * outSteps], for each i below its size. Unused axes have
// size 1. Steps are in floats and never negative.
struct Arrangement {
  std::array<std::int32_t, axesMost> sizes, inSteps, outSteps;

  // Floats that lie between the first element and the last, both included; 0 where a size or step is out of range.
  std::size_t reachIn() const { return reach(inSteps); }
  std::size_t reachOut() const { return reach(outSteps); }

 private:
  std::size_t reach(const std::array<std::int32_t, axesMost>& steps) const;
};

void arrange(const Arrangement& arrangement, const float* in, float* out);

}  // namespace platekeeper
