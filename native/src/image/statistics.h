// What exposure control and a camera's health ask of a frame: the luma histogram, and how steep its luma is.
#pragma once

#include <array>

#include "image/resample.h"

namespace platekeeper {

// Counts of luma 0..255 over every step-th row and column, from the first.
std::array<std::uint32_t, 256> lumaHistogram(const Kernels& kernels, const ImageView& image, std::int32_t step,
                                             Workspace& workspace);

// Mean difference, in luma levels, of neighbouring pairs of pixels along every step-th row: large where edges are sharp. Pairs, so that
// a sensor's noise weighs less than edges do. 0 for a picture narrower than two pairs.
double lumaSteps(const Kernels& kernels, const ImageView& image, std::int32_t step, Workspace& workspace);

}  // namespace platekeeper
