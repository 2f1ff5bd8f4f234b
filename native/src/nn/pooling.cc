#include "nn/pooling.h"

#include <algorithm>
#include <limits>

namespace platekeeper {

void pool(const Kernels& kernels, Pool kind, const Window& window, const float* input, float* out, NetworkWorkspace& workspace) {
  const std::size_t channels = static_cast<std::size_t>(window.channels), pixels = window.pixels();
  workspace.strips.begin(window, input, kind == Pool::maximum ? -std::numeric_limits<float>::infinity() : 0.0f);
  workspace.shares.resize(stripPixels);
  for (std::size_t first = 0; first < pixels; first += stripPixels) {
    const Runs runs = workspace.strips.at(first, std::min(stripPixels, pixels - first));
    const Place place{out + first * channels, channels};
    if (kind == Pool::maximum) {
      kernels.maxima(runs, channels, place);
      continue;
    }
    for (std::size_t i = 0; i < runs.pixels; i++) {
      const std::size_t inside = window.tapsInside(first + i);
      workspace.shares[i] = inside == 0 ? std::numeric_limits<float>::quiet_NaN() : 1.0f / static_cast<float>(inside);
    }
    kernels.means(runs, channels, workspace.shares.data(), place);
  }
}

bool Axis::within(std::int32_t size) const {
  const auto outside = [&](std::int32_t place) { return place < 0 || place >= size; };
  return std::ranges::none_of(low, outside) && std::ranges::none_of(high, outside);
}

namespace {

// Calls `each` with the addresses of an output pixel's rows and columns, in order.
template <class Each>
void eachSample(const Resizing& of, Each each) {
  const std::ptrdiff_t pixel = of.channels, row = of.width * pixel, picture = of.height * row;
  float* out = of.out;
  for (std::ptrdiff_t b = 0; b < of.batch; b++) {
    for (std::size_t y = 0; y < of.rows.low.size(); y++) {
      for (std::size_t x = 0; x < of.columns.low.size(); x++, out += pixel) each(of.input + b * picture, y, x, out);
    }
  }
}

}  // namespace

void resizeBilinear(const Kernels& kernels, const Resizing& of) {
  const std::ptrdiff_t pixel = of.channels, row = of.width * pixel;
  eachSample(of, [&](const float* picture, std::size_t y, std::size_t x, float* out) {
    const float* const top = picture + of.rows.low[y] * row;
    const float* const bottom = picture + of.rows.high[y] * row;
    const std::ptrdiff_t left = of.columns.low[x] * pixel, right = of.columns.high[x] * pixel;
    const Corners corners{top + left, top + right, bottom + left, bottom + right, of.columns.share[x], of.rows.share[y]};
    kernels.blend(corners, out, static_cast<std::size_t>(of.channels));
  });
}

void resizeNearest(const Resizing& of) {
  const std::ptrdiff_t pixel = of.channels, row = of.width * pixel;
  eachSample(of, [&](const float* picture, std::size_t y, std::size_t x, float* out) {
    std::copy_n(picture + of.rows.low[y] * row + of.columns.low[x] * pixel, pixel, out);
  });
}

}  // namespace platekeeper
