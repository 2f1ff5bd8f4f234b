// Whether anything has moved between two exposures alike: a frame's luma averaged over square cells, and how much the most changed
// cell differs from before, against what a cell differs by anyway.
//
// A far plate is twenty pixels of a frame two thousand wide, so the mean over the frame says nothing of it. What the sensor's noise
// does to a cell is the median change: less than half of a frame moves while a camera stands.
#pragma once

#include <span>

#include "image/resample.h"

namespace platekeeper {

// Cells are so many pixels wide and high (those at the right and lower edge fewer); every second row is looked at.
inline constexpr std::size_t motionCell = 16;

std::size_t motionCells(const ImageView& image);

// Mean luma of each cell, row by row; `means` has motionCells(image) of them.
void cellMeans(const Kernels& kernels, const ImageView& image, std::span<float> means, Workspace& workspace);

// Absolute differences of cells, in luma levels.
struct Motion {
  float largest, typical;
};

// Both of the same frame size, with at least one cell.
Motion motionBetween(std::span<const float> now, std::span<const float> before, std::vector<float>& scratch);

}  // namespace platekeeper
