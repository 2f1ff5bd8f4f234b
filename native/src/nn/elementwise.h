// Arithmetic value by value, where the second operand may be shorter and is then repeated: a bias or a slope for each channel.
#pragma once

#include <span>
#include <vector>

#include "kernels/kernels.h"

namespace platekeeper {

// Both: `second` has the length of `first`, or one that divides it. `scratch` holds the repetitions of a short one.
void addRepeated(const Kernels& kernels, std::span<const float> first, std::span<const float> second, const Clamp& clamp,
                 float* out, std::vector<float>& scratch);
// Negative values times their slope.
void leanRepeated(const Kernels& kernels, std::span<const float> first, std::span<const float> slopes, float* out,
                  std::vector<float>& scratch);

}  // namespace platekeeper
