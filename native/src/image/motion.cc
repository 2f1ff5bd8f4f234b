#include "image/motion.h"

#include <algorithm>
#include <cmath>

namespace platekeeper {
namespace {

constexpr std::int32_t rowStep = 2;
// Cells whose changes the median is taken of.
constexpr std::size_t typicalOf = 1024;

std::size_t along(std::int32_t pixels) { return (static_cast<std::size_t>(pixels) + motionCell - 1) / motionCell; }

}  // namespace

std::size_t motionCells(const ImageView& image) { return along(image.width) * along(image.height); }

void cellMeans(const Kernels& kernels, const ImageView& image, std::span<float> means, Workspace& workspace) {
  const LumaRows luma(kernels, image, 0, image.width);
  const std::size_t pixels = static_cast<std::size_t>(image.width), columns = along(image.width);
  constexpr std::int32_t cell = motionCell;
  workspace.luma.resize(std::max(workspace.luma.size(), pixels));
  workspace.sums.resize(std::max(workspace.sums.size(), pixels));
  std::uint16_t* const sums = workspace.sums.data();
  float* mean = means.data();
  for (std::int32_t top = 0; top < image.height; top += cell) {
    const std::int32_t end = std::min(top + cell, image.height);
    std::fill_n(sums, pixels, std::uint16_t{0});
    for (std::int32_t y = top; y < end; y += rowStep) {
      const std::uint8_t* const row = luma.row(y, workspace.luma.data());
      for (std::size_t x = 0; x < pixels; x++) sums[x] = static_cast<std::uint16_t>(sums[x] + row[x]);
    }
    const std::size_t rows = static_cast<std::size_t>((end - top + rowStep - 1) / rowStep);
    for (std::size_t column = 0; column < columns; column++) {
      const std::size_t from = column * motionCell, to = std::min(from + motionCell, pixels);
      std::uint32_t sum = 0;
      for (std::size_t x = from; x < to; x++) sum += sums[x];
      *mean++ = static_cast<float>(sum) / static_cast<float>(rows * (to - from));
    }
  }
}

Motion motionBetween(std::span<const float> now, std::span<const float> before, std::vector<float>& scratch) {
  float largest = 0.0f;
  for (std::size_t i = 0; i < now.size(); i++) largest = std::max(largest, std::abs(now[i] - before[i]));
  scratch.clear();
  const std::size_t step = (now.size() + typicalOf - 1) / typicalOf;
  for (std::size_t i = 0; i < now.size(); i += step) scratch.push_back(std::abs(now[i] - before[i]));
  const auto middle = scratch.begin() + static_cast<std::ptrdiff_t>(scratch.size() / 2);
  std::nth_element(scratch.begin(), middle, scratch.end());
  return {largest, *middle};
}

}  // namespace platekeeper
