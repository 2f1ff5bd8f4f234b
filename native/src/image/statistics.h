// What exposure control and the motion gate ask of a frame: the luma histogram, and how much a small thumbnail has changed.
#pragma once

#include <array>

#include "image/resample.h"

namespace platekeeper {

// Counts of luma 0..255 over every step-th row and column, from the first.
std::array<std::uint32_t, 256> lumaHistogram(const Kernels& kernels, const ImageView& image, std::int32_t step,
                                             Workspace& workspace);

// Mean absolute difference, in luma levels, of the frame's columns * rows thumbnail (area average) from `previous`, which then
// holds the new thumbnail.
double motionEnergy(const Kernels& kernels, const ImageView& image, std::size_t columns, std::size_t rows, std::uint8_t* previous,
                    Workspace& workspace);

}  // namespace platekeeper
