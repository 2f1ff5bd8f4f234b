#include "nn/convolution.h"

#include <algorithm>

namespace platekeeper {
namespace {

// The bias padded with zeros to whole vectors, or zeros where there is none.
const float* padded(const float* bias, std::size_t channels, std::vector<float>& scratch) {
  scratch.assign(channels + filterWidthMost, 0.0f);
  if (bias) std::copy_n(bias, channels, scratch.begin());
  return scratch.data();
}

// One convolution under way: its blocks applied to whatever pixels come.
class Pass {
 public:
  Pass(const Kernels& kernels, const Convolution& of, NetworkWorkspace& workspace)
      : kernels_(kernels), of_(of), strips_(workspace.strips), blocks_(kernels, of.filters()),
        bias_(padded(of.bias, of.channels, workspace.bias)) {
    strips_.begin(of.window, of.input, 0.0f);
  }

  void pixels(std::size_t first, std::size_t end) {
    for (; first < end; first += stripPixels) {
      const Runs runs = strips_.at(first, std::min(stripPixels, end - first));
      eachBlock(first, [&](const Filters& filters, const Place& place) { kernels_.convolve(runs, filters, of_.clamp, place); });
    }
  }

  void threes(const Threes& threes, std::size_t first) {
    eachBlock(first, [&](const Filters& filters, const Place& place) { kernels_.convolveThrees(threes, filters, of_.clamp, place); });
  }

 private:
  template <class Each>
  void eachBlock(std::size_t firstPixel, Each each) {
    const float* weights = firstWeight(of_.packed);
    const std::size_t depth = of_.filters().depth;
    for (std::size_t i = 0; i < blocks_.count(); i++) {
      const Block block = blocks_[i];
      const std::size_t at = firstPixel * of_.channels + block.channel;
      each(Filters{weights, bias_ + block.channel, block.width, std::min(block.width, of_.channels - block.channel), block.paired},
           Place{of_.out + at, of_.channels, of_.plus ? of_.plus + at : nullptr});
      weights += depth * block.width;
    }
  }

  const Kernels& kernels_;
  const Convolution& of_;
  Strips& strips_;
  const Blocks blocks_;
  const float* const bias_;
};

bool ofThrees(const Window& window) {
  return window.channels == 1 && window.height == 3 && window.width == 3 && window.dilationY == 1 && window.dilationX == 1;
}

// Row by row: pixels whose window is inside the picture by the kernel for threes, those on the edges as any other.
void convolveThrees(const Window& window, const float* input, Pass& pass) {
  const std::int32_t left = (window.padLeft + window.strideX - 1) / window.strideX;
  const std::int32_t right = std::min(window.outWidth, (window.inWidth + window.padLeft - 3 + window.strideX) / window.strideX);
  for (std::int32_t row = 0; row < window.batch * window.outHeight; row++) {
    const std::int32_t top = row % window.outHeight * window.strideY - window.padTop;
    const std::size_t first = static_cast<std::size_t>(row) * static_cast<std::size_t>(window.outWidth);
    const std::size_t end = first + static_cast<std::size_t>(window.outWidth);
    if (top < 0 || top + 3 > window.inHeight || left >= right) {
      pass.pixels(first, end);
      continue;
    }
    const std::size_t inside = first + static_cast<std::size_t>(left), outside = first + static_cast<std::size_t>(right);
    const std::ptrdiff_t width = window.inWidth;
    const float* const start = input + (row / window.outHeight * window.inHeight + top) * width + left * window.strideX - window.padLeft;
    pass.pixels(first, inside);
    pass.threes({{start, start + width, start + 2 * width}, static_cast<std::size_t>(window.strideX), outside - inside}, inside);
    pass.pixels(outside, end);
  }
}

}  // namespace

FilterShape Convolution::filters() const {
  const std::size_t inputs = static_cast<std::size_t>(window.channels);
  return {window.taps() * inputs, inputs, channels};
}

void convolve(const Kernels& kernels, const Convolution& of, NetworkWorkspace& workspace) {
  Pass pass(kernels, of, workspace);
  if (ofThrees(of.window)) convolveThrees(of.window, of.input, pass);
  else pass.pixels(0, of.window.pixels());
}

void convolveChannels(const Kernels& kernels, const ChannelConvolution& of, NetworkWorkspace& workspace) {
  const std::size_t channels = static_cast<std::size_t>(of.window.channels), pixels = of.window.pixels();
  const ChannelFilters filters{of.weights, padded(of.bias, channels, workspace.bias), channels};
  workspace.strips.begin(of.window, of.input, 0.0f);
  for (std::size_t first = 0; first < pixels; first += stripPixels) {
    const Runs runs = workspace.strips.at(first, std::min(stripPixels, pixels - first));
    kernels.convolveChannels(runs, filters, of.clamp, {of.out + first * channels, channels});
  }
}

}  // namespace platekeeper
