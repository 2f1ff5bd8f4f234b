// What exposure control asks of a frame: the luma histogram.
#pragma once

#include <array>

#include "image/resample.h"

namespace platekeeper {

// Counts of luma 0..255 over every step-th row and column, from the first.
std::array<std::uint32_t, 256> lumaHistogram(const Kernels& kernels, const ImageView& image, std::int32_t step,
                                             Workspace& workspace);

}  // namespace platekeeper
