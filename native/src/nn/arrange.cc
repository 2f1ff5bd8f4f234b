#include "nn/arrange.h"

#include <algorithm>

namespace platekeeper {

std::size_t Arrangement::reach(const std::array<std::int32_t, axesMost>& steps) const {
  std::size_t last = 0;
  for (std::size_t axis = 0; axis < axesMost; axis++) {
    if (sizes[axis] < 1 || steps[axis] < 0) return 0;
    last += static_cast<std::size_t>(sizes[axis] - 1) * static_cast<std::size_t>(steps[axis]);
  }
  return last + 1;
}

namespace {

void copyFrom(const Arrangement& of, std::size_t axis, const float* in, float* out) {
  const std::ptrdiff_t count = of.sizes[axis], inStep = of.inSteps[axis], outStep = of.outSteps[axis];
  if (axis + 1 < axesMost) {
    for (std::ptrdiff_t i = 0; i < count; i++) copyFrom(of, axis + 1, in + i * inStep, out + i * outStep);
  } else if (inStep == 1 && outStep == 1) {
    std::copy_n(in, count, out);
  } else {
    for (std::ptrdiff_t i = 0; i < count; i++) out[i * outStep] = in[i * inStep];
  }
}

}  // namespace

void arrange(const Arrangement& arrangement, const float* in, float* out) { copyFrom(arrangement, 0, in, out); }

}  // namespace platekeeper
