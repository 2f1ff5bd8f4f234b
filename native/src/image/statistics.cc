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

double motionEnergy(const Kernels& kernels, const ImageView& image, std::size_t columns, std::size_t rows, std::uint8_t* previous,
                    Workspace& workspace) {
  const std::size_t cells = columns * rows;
  const double width = image.width, height = image.height;
  workspace.thumbnail.columns.plan(0, width, width / static_cast<double>(columns), columns, image.width);
  workspace.thumbnail.rows.plan(0, height, height / static_cast<double>(rows), rows, image.height);
  workspace.picture.resize(std::max(workspace.picture.size(), cells));
  workspace.bytes.resize(std::max(workspace.bytes.size(), cells));
  resample(kernels, image, workspace.thumbnail, {workspace.picture.data(), columns, 1.0f, 0.0f}, workspace);
  kernels.toBytes(workspace.picture.data(), workspace.bytes.data(), cells);

  std::uint64_t difference = 0;
  for (std::size_t i = 0; i < cells; i++) {
    difference += static_cast<std::uint64_t>(std::abs(int{workspace.bytes[i]} - int{previous[i]}));
    previous[i] = workspace.bytes[i];
  }
  return static_cast<double>(difference) / static_cast<double>(cells);
}

}  // namespace platekeeper
