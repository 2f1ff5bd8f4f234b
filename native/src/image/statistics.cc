#include "image/statistics.h"

#include <algorithm>
#include <cstdlib>

namespace platekeeper {

std::array<std::uint32_t, 256> lumaHistogram(const Kernels& kernels, const ImageView& image, std::int32_t step,
                                             Workspace& workspace) {
  // Four counts side by side: neighbouring pixels are often equal, and one counter would wait for itself.
  std::array<std::array<std::uint32_t, 256>, 4> counts{};
  const LumaRows luma(kernels, image, 0, image.width);
  const std::size_t pixels = static_cast<std::size_t>(image.width), stride = static_cast<std::size_t>(step);
  workspace.luma.resize(std::max(workspace.luma.size(), pixels));
  for (std::int32_t y = 0; y < image.height; y += step) {
    const std::uint8_t* const row = luma.row(y, workspace.luma.data());
    std::size_t x = 0;
    for (; x + 3 * stride < pixels; x += 4 * stride) {
      for (std::size_t k = 0; k < 4; k++) counts[k][row[x + k * stride]]++;
    }
    for (; x < pixels; x += stride) counts[0][row[x]]++;
  }
  for (std::size_t level = 0; level < 256; level++) {
    counts[0][level] += counts[1][level] + counts[2][level] + counts[3][level];
  }
  return counts[0];
}

double lumaSteps(const Kernels& kernels, const ImageView& image, std::int32_t step, Workspace& workspace) {
  const LumaRows luma(kernels, image, 0, image.width);
  const std::size_t pixels = static_cast<std::size_t>(image.width);
  if (pixels < 4) return 0.0;
  workspace.luma.resize(std::max(workspace.luma.size(), pixels));
  std::uint64_t sum = 0, rows = 0;
  for (std::int32_t y = 0; y < image.height; y += step, rows++) {
    const std::uint8_t* const row = luma.row(y, workspace.luma.data());
    std::uint32_t steps = 0;
    for (std::size_t x = 0; x + 3 < pixels; x++) {
      steps += static_cast<std::uint32_t>(std::abs(row[x] + row[x + 1] - row[x + 2] - row[x + 3]));
    }
    sum += steps;
  }
  return static_cast<double>(sum) / (2.0 * static_cast<double>(rows * (pixels - 3)));
}

}  // namespace platekeeper
